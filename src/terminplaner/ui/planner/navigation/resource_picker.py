"""Which resources the planner shows: a button that opens a list with ticks and a filter."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Resource
from terminplaner.ui.choice_field import Choice, choices_of
from terminplaner.ui.forms import add_clear_button, letters, lines, link_button, small_print
from terminplaner.ui.icons import icon
from terminplaner.ui.planner.navigation.arranged_list import ArrangedList
from terminplaner.ui.swatch import SWATCH_SIZE, swatch
from terminplaner.ui.theme import Space

_LETTERS, _LINES = 50, 25


class ResourcePicker(QToolButton):
    """Remembers what was taken out, not what was chosen: a new resource appears by itself."""

    changed = Signal()
    arranged = Signal(object)
    """The ids of all that could be shown, in the order somebody wants them in."""
    renamed = Signal()
    """It says another number of resources, which may take another width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._resources: tuple[Resource, ...] = ()
        self._choices: list[Choice] = []
        self._hidden: frozenset[UUID] = frozenset()
        self._is_compact = False
        self._count = ""
        self._popup = _Popup(self)
        self._popup.toggled.connect(self._on_toggled)
        self._popup.arranged.connect(self._on_arranged)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon("users", self.palette()))
        self.setToolTip(self.tr("Wählen, welche Ressourcen gezeigt werden"))
        self.clicked.connect(self._open)
        self._name()

    @property
    def resources(self) -> tuple[Resource, ...]:
        """All that could be shown."""
        return self._resources

    @property
    def shown_ids(self) -> tuple[UUID, ...]:
        return tuple(resource.id for resource in self._resources if resource.id not in self._hidden)

    @property
    def hidden_ids(self) -> frozenset[UUID]:
        return self._hidden

    def offer(
        self,
        resources: tuple[Resource, ...],
        branches: Iterable[Branch],
        hidden_ids: frozenset[UUID],
        *,
        can_arrange: bool = True,
    ) -> None:
        """Offer these, with a tick at all but the hidden ones; ``branches`` are those of the chain.

        ``can_arrange``: whether their order is the user's own.
        """
        self._popup.let_arrange(can_arrange)
        choices = choices_of(resources, branches)
        if (choices, hidden_ids) != (self._choices, self._hidden):
            self._choices, self._hidden = choices, hidden_ids
            self._popup.show_choices(choices, hidden_ids)
        self._resources = resources
        self._name()

    def hide_all_of(self, ids: frozenset[UUID]) -> None:
        """Take the ticks from these and give one to all others, as a person would."""
        if ids != self._hidden:
            self._hidden = ids
            self._popup.show_choices(self._choices, ids)
            self._name()
            self.changed.emit()

    def show_compact(self, is_compact: bool) -> None:
        """Show only the number beside the icon where there is little room; it is said in full all the same."""
        self._is_compact = is_compact
        self._show_name()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.setIcon(icon("users", self.palette()))
        super().changeEvent(event)

    def _open(self) -> None:
        self._popup.open_below(self)

    def _on_toggled(self, shown: frozenset[UUID]) -> None:
        listed = {resource.id for resource in self._resources}
        self._hidden = (self._hidden - listed) | (listed - shown)
        self._name()
        self.changed.emit()

    def _on_arranged(self, ids: tuple[UUID, ...]) -> None:
        places: dict[UUID | None, int] = {key: number for number, key in enumerate(ids)}
        self._resources = tuple(sorted(self._resources, key=lambda row: places[row.id]))
        self._choices.sort(key=lambda choice: places[choice.key])
        self.arranged.emit(ids)

    def _name(self) -> None:
        shown, all_of_them = len(self.shown_ids), len(self._resources)
        count = (
            str(shown)
            if shown == all_of_them
            else self.tr("{shown} von {all}").format(shown=shown, all=all_of_them)
        )
        if count != self._count:
            self._count = count
            self._show_name()
            self.renamed.emit()

    def _show_name(self) -> None:
        name = self.tr("Ressourcen ({count})").format(count=self._count)
        self.setText(self._count if self._is_compact else name)
        self.setAccessibleName(name)


class _Popup(QWidget):
    toggled = Signal(object)
    """The ids that are ticked now."""
    arranged = Signal(object)
    """All ids, in their new order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._model = QStandardItemModel(self)
        self._model.itemChanged.connect(self._on_item_changed)
        self._visible = QSortFilterProxyModel(self)
        self._visible.setSourceModel(self._model)
        self._visible.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Filtern"))
        self._filter.setAccessibleName(self.tr("Ressourcen filtern"))
        add_clear_button(self._filter)
        self._filter.textChanged.connect(self._visible.setFilterFixedString)
        self._filter.textChanged.connect(self._on_filter)
        self._can_arrange = True
        self._list = ArrangedList()
        self._list.moved.connect(self._on_moved)
        self._list.arranged.connect(self._on_arranged)
        self._list.setModel(self._visible)
        self._list.setIconSize(SWATCH_SIZE)
        self._list.setAccessibleName(self.tr("Gezeigte Ressourcen"))
        everything = link_button(self.tr("Alle zeigen"))
        everything.clicked.connect(self._tick_all)
        nothing = link_button(self.tr("Keine zeigen"))
        nothing.clicked.connect(self._tick_none)
        buttons = QHBoxLayout()
        buttons.addWidget(everything)
        buttons.addWidget(nothing)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.S)
        column.addWidget(self._filter)
        column.addWidget(self._list, 1)
        self._hint = small_print(self.tr("Ziehen oder Alt mit den Pfeiltasten ändert die Reihenfolge."))
        column.addWidget(self._hint)
        column.addLayout(buttons)
        self.resize(letters(self, _LETTERS), lines(self, _LINES))

    def show_choices(self, choices: Iterable[Choice], hidden: frozenset[UUID]) -> None:
        # Only what listens to ticks is told nothing: the list has to know what becomes of its lines.
        self._model.itemChanged.disconnect(self._on_item_changed)
        self._model.clear()
        for choice in choices:
            item = QStandardItem(swatch(choice.color), choice.name)
            item.setData(choice.key, Qt.ItemDataRole.UserRole)
            item.setEditable(False)
            item.setCheckable(True)
            item.setCheckState(_state(is_shown=choice.key not in hidden))
            self._model.appendRow(item)
        self._model.itemChanged.connect(self._on_item_changed)

    def let_arrange(self, can_arrange: bool) -> None:
        self._can_arrange = can_arrange
        self._hint.setVisible(can_arrange)
        self._on_filter(self._filter.text())

    def open_below(self, button: QWidget) -> None:
        self._filter.clear()
        self.move(button.mapToGlobal(QPoint(0, button.height() + 2)))
        self.show()
        self._filter.setFocus()

    def _on_filter(self, text: str) -> None:
        """A part of the lines has no place among the others."""
        self._list.can_arrange = self._can_arrange and not text

    def _on_moved(self, source: int, target: int) -> None:
        self._model.insertRow(target, self._model.takeRow(source))

    def _on_arranged(self) -> None:
        items = (self._model.item(number) for number in range(self._model.rowCount()))
        self.arranged.emit(tuple(item.data(Qt.ItemDataRole.UserRole) for item in items))

    def _on_item_changed(self, _item: QStandardItem) -> None:
        self._report()

    def _tick_all(self) -> None:
        self._tick(is_shown=True)

    def _tick_none(self) -> None:
        self._tick(is_shown=False)

    def _tick(self, *, is_shown: bool) -> None:
        """Only what the filter shows, so "Anna" and "Keine" take out the Annas."""
        self._model.blockSignals(True)
        for number in range(self._visible.rowCount()):
            index = self._visible.mapToSource(self._visible.index(number, 0))
            self._model.itemFromIndex(index).setCheckState(_state(is_shown=is_shown))
        self._model.blockSignals(False)
        self._list.viewport().update()
        self._report()

    def _report(self) -> None:
        items = (self._model.item(number) for number in range(self._model.rowCount()))
        self.toggled.emit(
            frozenset(
                item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked
            )
        )


def _state(*, is_shown: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked
