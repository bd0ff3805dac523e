"""The filter of the plan: a button that opens lists with ticks, and a line that says what is filtered."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.services.choices import Choices
from terminplaner.ui.choice_field import Choice, choices_of
from terminplaner.ui.forms import labelled, letters, link_button, small_print
from terminplaner.ui.icon_widgets import StateIcon
from terminplaner.ui.icons import icon
from terminplaner.ui.plain_text import plain_label, plain_tooltip
from terminplaner.ui.planner.navigation.filtering import NO_FILTER, Filter
from terminplaner.ui.swatch import SWATCH_SIZE, swatch
from terminplaner.ui.theme import Space

_LETTERS = 37


class FilterButton(QToolButton):
    """Shows whether a filter is active; ``changed`` brings the new one."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._popup = _Popup(self)
        self._popup.changed.connect(self.changed)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon("filter", self.palette()))
        self.setText(self.tr("Filter"))
        self.setToolTip(self.tr("Nach Typ, Status und Filiale filtern, stornierte Termine zeigen"))
        self.setCheckable(True)
        self.toggled.connect(lambda _checked: self.open_popup())  # a screen reader toggles, which is no click

    def offer(self, choices: Choices) -> None:
        """What can be filtered by."""
        self._popup.offer(choices)

    def show_filter(self, chosen: Filter) -> None:
        self._popup.show_filter(chosen)
        self._show_active(chosen)
        self.setAccessibleName(self.tr("Filter, aktiv") if chosen.is_active else self.tr("Filter"))

    def open_popup(self) -> None:
        self._show_active(self._popup.chosen)
        self._popup.open_below(self)

    def _show_active(self, chosen: Filter) -> None:
        with QSignalBlocker(self):
            self.setChecked(chosen.is_active)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.setIcon(icon("filter", self.palette()))
        super().changeEvent(event)


class FilterNotice(QFrame):
    """Says that the plan is filtered, how, and takes it back with one click; hidden while it is not."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", "info")
        self._icon = StateIcon(18)
        self._icon.show_icon("filter", "info")
        self._text = plain_label()
        clear = link_button(self.tr("Filter aufheben"))
        clear.clicked.connect(self.cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.S, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(clear)
        self.hide()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def show_filter(self, chosen: Filter, choices: Choices, hidden_rows: int) -> None:
        """``hidden_rows`` is how many appointments of the shown time the filter takes away."""
        parts = [
            self._named(self.tr("Typ"), chosen.type_ids, _types(choices)),
            self._named(self.tr("Status"), chosen.status_ids, _statuses(choices)),
            self._branch(chosen, choices),
            self.tr("mit stornierten Terminen") if chosen.shows_cancelled else "",
            self._hidden(hidden_rows) if chosen.hides else "",
        ]
        self._text.setText(" · ".join(part for part in parts if part))
        self._text.setAccessibleName(self._text.text())
        self.setVisible(chosen.is_active)

    def _hidden(self, count: int) -> str:
        if count == 1:
            return self.tr("ein Termin ausgeblendet")
        return self.tr("{count} Termine ausgeblendet").format(count=count)

    def _named(self, heading: str, ids: frozenset[UUID | None], entries: Iterable[Choice]) -> str:
        if not ids:
            return ""
        names = [entry.name for entry in entries if entry.key in ids]
        if None in ids:
            names.append(self.tr("ohne"))
        return f"{heading}: {', '.join(names)}"

    def _branch(self, chosen: Filter, choices: Choices) -> str:
        names = [branch.label for branch in choices.branches if branch.id in chosen.branch_ids]
        if len(names) == 1:
            return self.tr("Filiale: {name}").format(name=names[0])
        return self.tr("Filialen: {names}").format(names=", ".join(names)) if names else ""


class _Popup(QWidget):
    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.chosen = NO_FILTER
        self._types, self._statuses = _Ticks(), _Ticks()
        self._types.changed.connect(self._report)
        self._statuses.changed.connect(self._report)
        self._branches = _Ticks()
        self._branches.changed.connect(self._report)
        self._branches.setAccessibleDescription(_no_branch())
        self._cancelled = QCheckBox(self.tr("Stornierte zeigen"))
        self._cancelled.toggled.connect(self._report)
        self._clear = link_button(self.tr("Filter aufheben"))
        self._clear.clicked.connect(self._take_back)
        self._unticked = small_print()
        lists = QHBoxLayout()
        lists.setSpacing(Space.M)
        self._of_branches = (
            labelled(self.tr("Filiale"), self._branches),
            self._branches,
            small_print(_no_branch()),
        )
        """Shown where there are several."""
        for label, ticks in (
            (labelled(self.tr("Typ"), self._types), self._types),
            (labelled(self.tr("Status"), self._statuses), self._statuses),
            self._of_branches[:2],
        ):
            column = QVBoxLayout()
            column.setSpacing(Space.XS)
            column.addWidget(label)
            column.addWidget(ticks)
            lists.addLayout(column)
        last = QHBoxLayout()
        last.addWidget(self._cancelled)
        last.addStretch(1)
        last.addWidget(self._clear)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        whole.setSpacing(Space.M)
        whole.addLayout(lists)
        whole.addWidget(self._unticked)
        whole.addWidget(self._of_branches[-1])
        whole.addLayout(last)

    def offer(self, choices: Choices) -> None:
        chosen = self.chosen
        types, statuses = (
            _offered(_types(choices), chosen.type_ids),
            _offered(_statuses(choices), chosen.status_ids),
        )
        self._types.offer([*types, Choice(None, self.tr("ohne Typ"))])
        self._statuses.offer([*statuses, Choice(None, self.tr("ohne Status"))])
        self._branches.offer(choices_of(choices.branches))
        has_branches = len(choices.branches) > 1
        for part in self._of_branches:
            part.setVisible(has_branches)
        none = self.tr("Ohne Haken bei Typ oder Status: alle.") if has_branches else self.tr("Ohne Haken: alle.")
        self._unticked.setText(none)
        for ticks in (self._types, self._statuses):
            ticks.setAccessibleDescription(none)
        self.show_filter(self.chosen)

    def show_filter(self, chosen: Filter) -> None:
        self.chosen = chosen
        blockers = [
            QSignalBlocker(part) for part in (self._types, self._statuses, self._branches, self._cancelled)
        ]
        self._types.tick(chosen.type_ids)
        self._statuses.tick(chosen.status_ids)
        self._branches.tick(chosen.branch_ids)
        self._cancelled.setChecked(chosen.shows_cancelled)
        self._clear.setEnabled(chosen.is_active)
        for blocker in blockers:
            blocker.unblock()

    def open_below(self, button: QWidget) -> None:
        # Its lists have their frames, and the whole its size, only once it is shown.
        self.show()
        corner, room = button.mapToGlobal(QPoint(0, button.height() + 2)), button.screen().availableGeometry()
        self._stretch_lists(room.height())
        self.adjustSize()
        x = max(room.left(), min(corner.x(), room.right() + 1 - self.width()))
        y = max(room.top(), min(corner.y(), room.bottom() + 1 - self.height()))
        self.move(x, y)
        self._types.setFocus()

    def _stretch_lists(self, room: int) -> None:
        """Let every row be seen, as far as the screen (``room`` pixels high) allows."""
        lists = (self._types, self._statuses, self._branches)
        beside = self.sizeHint().height() - max(ticks.height() for ticks in lists)
        height = min(max(ticks.whole_height for ticks in lists if not ticks.isHidden()), room - beside)
        for ticks in lists:
            ticks.setFixedHeight(height)

    def _report(self) -> None:
        self.chosen = replace(
            self.chosen,
            type_ids=self._types.ticked,
            status_ids=self._statuses.ticked,
            branch_ids=frozenset(key for key in self._branches.ticked if key is not None),
            shows_cancelled=self._cancelled.isChecked(),
        )
        self._clear.setEnabled(self.chosen.is_active)
        self.changed.emit(self.chosen)

    def _take_back(self) -> None:
        self.show_filter(NO_FILTER)
        self.changed.emit(NO_FILTER)


def _types(choices: Choices) -> list[Choice]:
    return choices_of((*choices.types, *choices.deleted_of(AppointmentType)))


def _statuses(choices: Choices) -> list[Choice]:
    return choices_of((*choices.statuses, *choices.deleted_of(AppointmentStatus)))


def _offered(choices: Iterable[Choice], ticked: Set[UUID | None]) -> list[Choice]:
    """A deleted one still restricts what is seen, so it can be taken out."""
    return [choice for choice in choices if not choice.is_deleted or choice.key in ticked]


class _Ticks(QListWidget):
    """Nothing ticked means no restriction."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ids: list[UUID | None] = []
        self.setFixedWidth(letters(self, _LETTERS))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(SWATCH_SIZE)
        self.itemChanged.connect(self._on_item_changed)

    @property
    def ticked(self) -> frozenset[UUID | None]:
        return frozenset(
            key for number, key in enumerate(self._ids) if self.item(number).checkState() == Qt.CheckState.Checked
        )

    @property
    def whole_height(self) -> int:
        """With every row in sight, in logical pixels."""
        return self.count() * self.sizeHintForRow(0) + 2 * self.frameWidth()

    def offer(self, entries: Iterable[Choice]) -> None:
        blocker = QSignalBlocker(self)
        self.clear()
        self._ids = []
        for entry in entries:
            item = QListWidgetItem(entry.name)
            item.setToolTip(plain_tooltip(entry.name))
            if entry.color:
                item.setIcon(swatch(entry.color))
            item.setCheckState(Qt.CheckState.Unchecked)
            self.addItem(item)
            self._ids.append(entry.key)
        blocker.unblock()

    def tick(self, ids: Set[UUID | None] | Set[UUID]) -> None:
        for number, key in enumerate(self._ids):
            self.item(number).setCheckState(Qt.CheckState.Checked if key in ids else Qt.CheckState.Unchecked)

    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        self.changed.emit()


def _no_branch() -> str:
    return QCoreApplication.translate("planner", "Ohne Haken bei Filiale: die eigene, in einer Ansicht alle.")
