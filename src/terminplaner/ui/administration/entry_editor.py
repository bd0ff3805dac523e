"""What the tabs have in common that keep a list of entries, with a form for the chosen one beside or below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QWidget

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.resource import AvailabilityType
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.view import PlannerView
from terminplaner.services.permissions import Right
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import button, danger_button, section_title
from terminplaner.ui.icon_widgets import IconButton
from terminplaner.ui.messages import describe
from terminplaner.ui.questions import ask_about_changes, ask_to_delete
from terminplaner.ui.save_bar import SaveBar
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

E = TypeVar("E", bound=AppointmentStatus | AppointmentTemplate | AppointmentType | AvailabilityType | PlannerView)


class EntryForm(Protocol[E]):
    """The fields of an entry; whoever makes the form connects its signal of changes to ``EntryEditor.update``."""

    def show_entry(self, entry: E | None) -> None:
        """None empties the fields."""

    def entered(self, base: E) -> E:
        """``base`` with what the fields say."""

    def focus_first(self) -> None: ...

    def setEnabled(self, is_enabled: bool, /) -> None: ...


@dataclass(frozen=True, slots=True)
class EntryWords:
    title: str
    """Above the list."""
    delete_question: str
    delete_details: str
    """What becomes of that which refers to a deleted entry."""


class EntryEditor(QObject, Generic[E]):
    """Makes, copies, arranges, saves and deletes entries, and asks before unsaved input is lost.

    The tab reads the entries, fills its list and hands both over with ``show_entries``; it says with ``choose``
    which row somebody chose.
    """

    stored = Signal()
    """An entry was saved or deleted: the list is out of date."""
    refused = Signal()

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        words: EntryWords,
        rows: QAbstractItemView,
        form: EntryForm[E],
        new: Callable[[], E],
        tab: QWidget,
    ) -> None:
        """``new`` makes an entry whose position is behind all others."""
        super().__init__(tab)
        self.banner = Banner()
        self.bar = SaveBar()
        self._services, self._session, self._tasks = services, session, tasks
        self._words = words
        self._rows = rows
        self._form = form
        self._make = new
        self._tab = tab
        self._entries: tuple[E, ...] = ()
        self._shown: E | None = None
        self._new, self._copy = button(self.tr("Neu")), button(self.tr("Kopieren"))
        self._delete = danger_button(self.tr("Löschen"))
        self._up = IconButton("chevron-up", self.tr("Nach oben"))
        self._down = IconButton("chevron-down", self.tr("Nach unten"))
        self._up.clicked.connect(lambda _checked=False: self.leave(lambda: self._move(-1)))
        self._down.clicked.connect(lambda _checked=False: self.leave(lambda: self._move(1)))
        self._new.clicked.connect(lambda _checked=False: self.leave(self._start_new))
        self._copy.clicked.connect(lambda _checked=False: self.leave(self._start_copy))
        self._delete.clicked.connect(self._ask_to_delete)
        self.bar.saveRequested.connect(lambda: self._save())
        self.bar.discardRequested.connect(self._discard)
        self._show(None)

    def head(self, *, can_copy: bool = True, can_arrange: bool = True) -> QHBoxLayout:
        """The title and its buttons."""
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(section_title(self._words.title))
        row.addStretch(1)
        for part in (self._up, self._down, self._new, self._copy, self._delete):
            row.addWidget(part)
        if not can_copy:
            self._copy.hide()
        if not can_arrange:
            self._up.hide()
            self._down.hide()
        return row

    # -- showing

    @property
    def entries(self) -> tuple[E, ...]:
        return self._entries

    @property
    def may_edit(self) -> bool:
        return self._session.actor.has(Right.MANAGE_MASTER_DATA)

    @property
    def is_dirty(self) -> bool:
        shown = self._shown
        return shown is not None and (shown.revision == 0 or self._form.entered(shown) != shown)

    @property
    def row(self) -> int:
        """The place of the shown entry in the list, -1 where it is not in it."""
        ids = [entry.id for entry in self._entries]
        return ids.index(self._shown.id) if self._shown is not None and self._shown.id in ids else -1

    def show_entries(self, entries: tuple[E, ...]) -> None:
        """Take over what the list shows now; unsaved input stays."""
        self._entries = entries
        if self.is_dirty:
            self.update()
        else:
            self._show(entries[self.row] if self.row >= 0 else None)
        self._mark_current()

    def update(self) -> None:
        """Enable what can be done with the shown entry as it is entered."""
        is_stored = self._shown is not None and self._shown.revision > 0
        self._new.setEnabled(self.may_edit)
        self._copy.setEnabled(self.may_edit and is_stored)
        self._delete.setEnabled(self.may_edit and is_stored)
        self._up.setEnabled(self.may_edit and self.row > 0)
        self._down.setEnabled(self.may_edit and 0 <= self.row < len(self._entries) - 1)
        self._form.setEnabled(self.may_edit and self._shown is not None)
        self.bar.set_dirty(is_dirty=self.is_dirty)

    def _show(self, entry: E | None) -> None:
        self._shown = None
        self._form.show_entry(entry)
        self._shown = entry
        self.update()

    def _mark_current(self) -> None:
        """Mark in the list what is being edited."""
        with QSignalBlocker(self._rows):
            self._rows.setCurrentIndex(self._rows.model().index(self.row, 0))
            if self.row < 0:
                self._rows.clearSelection()

    # -- choosing

    def choose(self, row: int, *_cell: int) -> None:
        """Show the entry of a row, once what is unsaved was saved or discarded."""
        if 0 <= row < len(self._entries):
            chosen = self._entries[row].id
            self.leave(lambda: self._begin(next((entry for entry in self._entries if entry.id == chosen), None)))

    def leave(self, then: Callable[[], None]) -> None:
        """Do ``then`` once what is unsaved was saved or discarded."""
        if self._shown is None or not self.is_dirty:
            then()
            return
        ask_about_changes(
            self._form.entered(self._shown).name,
            self._tab,
            save=lambda: self._save(then),
            discard=lambda: self._discard_and(then),
            stay=self._mark_current,
        )

    def _begin(self, entry: E | None) -> None:
        self.banner.close_message()
        self._show(entry)
        self._mark_current()

    def _start_new(self) -> None:
        self._begin(self._make())
        self._form.focus_first()

    def _start_copy(self) -> None:
        if self._shown is not None:
            name = self.tr("{name} (Kopie)").format(name=self._shown.name)
            position = self._make().position
            self._begin(replace(self._shown, id=uuid4(), name=name, position=position, revision=0))
            self._form.focus_first()

    # -- changing

    def _save(self, then: Callable[[], None] | None = None) -> None:
        if self._shown is None:
            return
        entry, actor, master_data = (
            self._form.entered(self._shown),
            self._session.actor,
            self._services.master_data,
        )
        self.banner.close_message()
        self.bar.show_saving()

        def on_saved(stored: E) -> None:
            self._show(stored)
            self.bar.show_saved()
            self.stored.emit()
            if then is not None:
                then()

        self._tasks.run(lambda: master_data.save(actor, entry), self, on_saved, self.refuse)

    def _move(self, steps: int) -> None:
        """So many places down the list, negative up; lists and menus follow its order."""
        row = self.row
        if row < 0:
            return
        entries = list(self._entries)
        entries.insert(row + steps, entries.pop(row))
        actor, master_data = self._session.actor, self._services.master_data
        self._tasks.run(
            lambda: master_data.arrange(actor, entries), self, lambda _nothing: self.stored.emit(), self.refuse
        )

    def _discard(self) -> None:
        self._begin(None if self._shown is None or self._shown.revision == 0 else self._shown)

    def _discard_and(self, then: Callable[[], None]) -> None:
        self._discard()
        then()

    def refuse(self, error: TerminplanerError) -> None:
        """Say why something was not done; the input stays."""
        self.update()
        self.banner.show_message(describe(error))
        self.refused.emit()

    def _ask_to_delete(self) -> None:
        entry = self._shown
        if entry is None:
            return
        ask_to_delete(
            self._words.delete_question,
            self.tr("Soll „{name}“ gelöscht werden?").format(name=entry.name),
            self._tab,
            self._words.delete_details,
            lambda: self._delete_now(entry),
        )

    def _delete_now(self, entry: E) -> None:
        actor, master_data = self._session.actor, self._services.master_data

        def on_deleted(_nothing: None) -> None:
            self._show(None)
            self.stored.emit()

        self._tasks.run(lambda: master_data.delete(actor, entry), self, on_deleted, self.refuse)
