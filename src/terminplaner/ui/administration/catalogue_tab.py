""" "Typen" and "Status": two short lists of names with a color."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.permissions import Right
from terminplaner.services.queries import Queries
from terminplaner.ui.administration.color_button import ColorButton
from terminplaner.ui.administration.swatch import SWATCH_SIZE, swatch
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import (
    Banner,
    IconButton,
    add_field,
    button,
    danger_button,
    form_layout,
    section_title,
    small_print,
)
from terminplaner.ui.messages import describe
from terminplaner.ui.questions import ask_about_changes, ask_to_delete
from terminplaner.ui.save_bar import SaveBar
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

Entry = AppointmentType | AppointmentStatus

_LIST_WIDTH = 240
_FORM_WIDTH = 420


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One of the two lists: what it holds, and its words."""

    kind: type[AppointmentType] | type[AppointmentStatus]
    load: Callable[[Queries], tuple[Entry, ...]]
    title: str
    hint: str


def types() -> Catalogue:
    return Catalogue(
        AppointmentType,
        Queries.types,
        QCoreApplication.translate("Catalogue", "Typen"),
        QCoreApplication.translate("Catalogue", "Der Typ sagt, worum es geht, und färbt den Termin im Plan."),
    )


def statuses() -> Catalogue:
    return Catalogue(
        AppointmentStatus,
        Queries.statuses,
        QCoreApplication.translate("Catalogue", "Status"),
        QCoreApplication.translate("Catalogue", "Der Status sagt, wie weit ein Termin gediehen ist."),
    )


class CatalogueTab(QWidget):
    """The list on the left, the chosen entry beside it."""

    def __init__(
        self,
        catalogue: Catalogue,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._services = services
        self._session = session
        self._tasks = tasks
        self._entries: tuple[Entry, ...] = ()
        self._shown: Entry | None = None
        self._is_filling = False
        self._banner = Banner()
        self._list = QListWidget()
        self._list.setAccessibleName(catalogue.title)
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.setIconSize(SWATCH_SIZE)
        self._name = QLineEdit()
        self._color = ColorButton()
        self._new = button(self.tr("Neu"))
        self._delete = danger_button(self.tr("Löschen"))
        self._up = IconButton("chevron-up", self.tr("Nach oben"))
        self._down = IconButton("chevron-down", self.tr("Nach unten"))
        self._bar = SaveBar()
        self._form = QWidget()
        self._build()
        self._list.currentRowChanged.connect(self._on_row_chosen)
        self._name.textChanged.connect(self._update)
        self._color.colorChanged.connect(self._update)
        self._new.clicked.connect(lambda _checked=False: self.leave(self._start_new))
        self._delete.clicked.connect(self._ask_to_delete)
        self._up.clicked.connect(lambda _checked=False: self.leave(lambda: self._move(-1)))
        self._down.clicked.connect(lambda _checked=False: self.leave(lambda: self._move(1)))
        self._bar.saveRequested.connect(lambda: self._save())
        self._bar.discardRequested.connect(self._discard)
        self._show(None)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(section_title(self._catalogue.title))
        head.addStretch(1)
        head.addWidget(self._up)
        head.addWidget(self._down)
        head.addWidget(self._new)
        head.addWidget(self._delete)
        fields = form_layout()
        add_field(fields, self.tr("Bezeichnung:"), self._name)
        add_field(fields, self.tr("Farbe:"), self._color)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.addLayout(fields)
        form.addWidget(self._bar)
        form.addStretch(1)
        self._form.setMaximumWidth(_FORM_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(Space.XL)
        row.addWidget(self._list)
        row.addWidget(self._form, 1)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(small_print(self._catalogue.hint))
        column.addWidget(self._banner)
        column.addLayout(row, 1)

    # -- showing

    def refresh(self, change_set: ChangeSet | None) -> None:
        if change_set is None or change_set.touches(self._catalogue.kind):
            self._reload()

    @property
    def is_dirty(self) -> bool:
        return self._shown is not None and (self._shown.revision == 0 or self._entered(self._shown) != self._shown)

    def _reload(self) -> None:
        load, queries = self._catalogue.load, self._services.queries
        self._tasks.run(lambda: load(queries), self, self._on_loaded)

    def _on_loaded(self, entries: tuple[Entry, ...]) -> None:
        self._entries = entries
        self._is_filling = True
        self._list.clear()
        for entry in entries:
            item = QListWidgetItem(swatch(entry.color), entry.name, self._list)
            item.setData(Qt.ItemDataRole.UserRole, entry.id)
        self._is_filling = False
        if not self.is_dirty:
            shown_id = self._shown.id if self._shown else None
            self._show(next((entry for entry in entries if entry.id == shown_id), None))
        self._mark_current()

    def _show(self, entry: Entry | None) -> None:
        self._shown = None
        self._name.setText(entry.name if entry else "")
        self._color.set_color(entry.color if entry else self._catalogue.kind(uuid4(), "").color)
        self._shown = entry
        self._update()

    def _mark_current(self) -> None:
        """Mark in the list what is being edited."""
        self._is_filling = True
        self._list.setCurrentRow(self._row_of_shown())
        self._is_filling = False
        self._update()

    def _row_of_shown(self) -> int:
        """Its place in the list, -1 where it is not in it."""
        ids = [entry.id for entry in self._entries]
        return ids.index(self._shown.id) if self._shown and self._shown.id in ids else -1

    def _update(self) -> None:
        may_edit = self._session.actor.has(Right.MANAGE_MASTER_DATA)
        self._new.setEnabled(may_edit)
        self._delete.setEnabled(may_edit and self._shown is not None and self._shown.revision > 0)
        row = self._row_of_shown()
        self._up.setEnabled(may_edit and row > 0)
        self._down.setEnabled(may_edit and 0 <= row < len(self._entries) - 1)
        self._form.setEnabled(may_edit and self._shown is not None)
        self._bar.set_dirty(is_dirty=self.is_dirty)

    def _entered(self, entry: Entry) -> Entry:
        return replace(entry, name=self._name.text().strip(), color=self._color.color)

    # -- choosing

    def _on_row_chosen(self, row: int) -> None:
        if self._is_filling or row < 0:
            return
        entry_id: UUID = self._list.item(row).data(Qt.ItemDataRole.UserRole)
        self.leave(lambda: self._go_to(entry_id))

    def _go_to(self, entry_id: UUID) -> None:
        self._banner.close_message()
        self._show(next((entry for entry in self._entries if entry.id == entry_id), None))
        self._mark_current()

    def _start_new(self) -> None:
        self._banner.close_message()
        position = max((entry.position for entry in self._entries), default=-1) + 1
        self._show(self._catalogue.kind(uuid4(), "", position=position))
        self._mark_current()
        self._name.setFocus()

    def leave(self, then: Callable[[], None]) -> None:
        """Do ``then`` once what is unsaved was saved or discarded."""
        if not self.is_dirty:
            then()
            return
        ask_about_changes(
            self._name.text(),
            self,
            save=lambda: self._save(then),
            discard=lambda: self._discard_and(then),
            stay=self._mark_current,
        )

    # -- changing

    def _move(self, steps: int) -> None:
        """So many places down the list, negative up; lists and menus follow its order."""
        row = self._row_of_shown()
        if row < 0:
            return
        entries = list(self._entries)
        entries.insert(row + steps, entries.pop(row))
        actor, master_data = self._session.actor, self._services.master_data
        self._tasks.run(lambda: master_data.arrange(actor, entries), self, self._on_arranged, self._on_refused)

    def _on_arranged(self, _nothing: None) -> None:
        self._reload()

    def _save(self, then: Callable[[], None] | None = None) -> None:
        if self._shown is None:
            return
        entry, actor, master_data = self._entered(self._shown), self._session.actor, self._services.master_data
        self._banner.close_message()
        self._bar.show_saving()

        def on_saved(stored: Entry) -> None:
            self._show(stored)
            self._bar.show_saved()
            self._reload()
            if then is not None:
                then()

        self._tasks.run(lambda: master_data.save(actor, entry), self, on_saved, self._on_refused)

    def _discard(self) -> None:
        self._banner.close_message()
        self._show(None if self._shown is None or self._shown.revision == 0 else self._shown)
        self._mark_current()

    def _discard_and(self, then: Callable[[], None]) -> None:
        self._discard()
        then()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._update()
        self._banner.show_message(describe(error))
        self._name.setFocus()

    def _ask_to_delete(self) -> None:
        entry = self._shown
        if entry is None:
            return
        ask_to_delete(
            self.tr("Eintrag löschen?"),
            self.tr("Soll „{name}“ gelöscht werden?").format(name=entry.name),
            self,
            self.tr("Termine, die ihn tragen, bleiben und zeigen ihn dann nicht mehr."),
            lambda: self._do_delete(entry),
        )

    def _do_delete(self, entry: Entry) -> None:
        actor, master_data = self._session.actor, self._services.master_data

        def on_deleted(_nothing: None) -> None:
            self._show(None)
            self._reload()

        self._tasks.run(lambda: master_data.delete(actor, entry), self, on_deleted, self._on_refused)
