"""Warteliste (Kunde): what the chosen customer waits for, and a new wish."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from terminplaner.domain.appointment import AppointmentType
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Resource
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.choices import Choices
from terminplaner.services.waiting_list import WaitingRow, blank_wish
from terminplaner.ui.allowance import forbid_planning
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import link_button, section_title, small_print
from terminplaner.ui.planner.panels import waiting_wording
from terminplaner.ui.planner.panels.carry_list import CarryList, Line
from terminplaner.ui.planner.panels.waiting_dialog import WaitingDialog
from terminplaner.ui.planner.panels.wish_keeping import WishKeeping
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_SHOWN = (WaitingListEntry, AppointmentType, Resource, ChainSettings)


class CustomerWishes(QWidget):
    """Hidden where the chain keeps no waiting lists.  Enter opens a wish, Del takes it off the list."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._session, self._tasks = services, session, tasks
        self._customer: Customer | None = None
        self._dialog: WaitingDialog | None = None
        self._may_plan = session.actor.may_plan_something
        self._banner = Banner()
        self._keeping = WishKeeping(services, session, tasks, self._banner, self)
        self._list = CarryList(self.tr("Warteliste"), lambda _row: None)
        self._list.setDragEnabled(False)
        self._list.setToolTip(self.tr("Doppelklick oder Eingabetaste öffnet, Entf nimmt von der Liste."))
        self._list.setAccessibleDescription(self._list.toolTip())
        self._nothing = small_print(self.tr("Wartet auf keinen Termin."))
        self._new = link_button(self.tr("Auf die Warteliste …"))
        if not self._may_plan:
            forbid_planning(session.actor, self._new)
        head = QHBoxLayout()
        head.addWidget(section_title(self.tr("Warteliste")), 1)
        head.addWidget(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        for part in (self._banner, self._nothing, self._list):
            column.addWidget(part)
        self._new.clicked.connect(self.add)
        self._keeping.changed.connect(self._read)
        for wanted in (self._list.taken, self._list.opened):
            wanted.connect(self._open)
        self._list.removed.connect(self._remove)
        self._list.menuRequested.connect(lambda row, corner: self.menu_for(row).popup(corner))
        self.hide()

    @property
    def is_dirty(self) -> bool:
        return self._dialog is not None and self._dialog.is_dirty

    def show_customer(self, customer: Customer | None) -> None:
        """What they wait for follows; until then nothing is said."""
        is_another = (customer.id if customer else None) != (self._customer.id if self._customer else None)
        self._customer = customer
        if is_another:
            self._banner.close_message()
            self._list.hide()
            self._nothing.hide()
        self._read()

    def refresh(self, change_set: ChangeSet | None) -> None:
        """Follow what changed; None may be anything."""
        self._keeping.notice(change_set)
        if change_set is None or any(change_set.touches(kind) for kind in _SHOWN):
            self._read()

    def _read(self) -> None:
        services, key = self._services, self._customer.id if self._customer else None
        if key is None:
            return

        def look() -> tuple[UUID, bool, tuple[WaitingRow, ...]]:
            is_kept = services.settings.load().use_waiting_lists
            return key, is_kept, services.waiting_list.of_customer(key) if is_kept else ()

        self._tasks.run(look, self, lambda found: self._on_read(*found), self._keeping.refuse)

    def _on_read(self, key: UUID, is_kept: bool, rows: tuple[WaitingRow, ...]) -> None:
        if self._customer is None or key != self._customer.id:
            return
        self._list.show_lines([self._line(row) for row in rows])
        self._list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        if rows:
            self._list.setFixedHeight(len(rows) * self._list.sizeHintForRow(0) + 2 * self._list.frameWidth())
        self.setVisible(is_kept)

    def _line(self, row: WaitingRow) -> Line:
        title = waiting_wording.wished(row)
        details = waiting_wording.details(row, names_kind=False)
        return Line(row.entry.id, row, title, details, row.type.color if row.type else "")

    def menu_for(self, row: WaitingRow) -> QMenu:
        """What can be done with a wish."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries = (
            menu.addAction(self.tr("&Bearbeiten …"), partial(self._open, row)),
            menu.addAction(self.tr("Als &erledigt ablegen"), partial(self._keeping.settle, row)),
            menu.addAction(self.tr("Von der &Liste nehmen"), partial(self._remove, row)),
        )
        menu.setDefaultAction(entries[0])
        if not self._may_plan:
            menu.setToolTipsVisible(True)
            forbid_planning(self._session.actor, *entries)
        return menu

    def add(self) -> None:
        """Open the dialog for a new wish of the customer."""
        if self._customer is not None:
            now, actor = self._services.clock.now(), self._session.actor
            self._open(blank_wish(self._session.branch, now, actor.name, self._customer))

    def _open(self, row: WaitingRow) -> None:
        if self._may_plan:
            self._banner.close_message()
            self._tasks.run(self._services.queries.choices, self, partial(self._show, row), self._keeping.refuse)

    def _show(self, row: WaitingRow, choices: Choices) -> None:
        if self._dialog is not None:
            return
        dialog = WaitingDialog(self._services, self._session, self._tasks, choices, row, self)
        dialog.saved.connect(self._read)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        dialog.open()

    def _on_dialog_finished(self) -> None:
        self._dialog = None

    def _remove(self, row: WaitingRow) -> None:
        if self._may_plan:
            self._keeping.remove(row)
