"""The dialogs about one appointment, and for whom a new one is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.people import Customer
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.choices import Choices
from terminplaner.services.outcome import Outcome
from terminplaner.services.templates import needs_template, offered_templates, with_template
from terminplaner.services.waiting_list import wish_like
from terminplaner.ui.context import Services, Session
from terminplaner.ui.messages import describe_code
from terminplaner.ui.planner.copies import blank_row, copied_row, with_preset_type
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.telling import Telling
from terminplaner.ui.planner.template_menu import add_templates
from terminplaner.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from terminplaner.ui.planner.appointment.appointment_dialog import AppointmentDialog
    from terminplaner.ui.planner.panels.waiting_dialog import WaitingDialog


class AppointmentDialogs(QObject):
    """One "Termin" at a time."""

    saved = Signal(object)
    """The ``Outcome`` of what was done in the dialog."""
    slipRequested = Signal(object)
    """Print the Terminzettel of this ``AppointmentRow``."""
    showRequested = Signal(object)
    """An ``AppointmentRow`` that somebody in the dialog wants to see in the plan."""
    bookingForChanged = Signal(str)
    """How the screen calls the customer whom new appointments are for from now on, empty for nobody."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, telling: Telling, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._telling = telling
        self._window = parent
        self._dialog: AppointmentDialog | None = None
        self._waiting: WaitingDialog | None = None
        self._customer: Customer | None = None

    @property
    def customer(self) -> Customer | None:
        """Whom new appointments are for; None for nobody in particular."""
        return self._customer

    @property
    def has_unsaved_input(self) -> bool:
        return any(dialog is not None and dialog.is_dirty for dialog in (self._dialog, self._waiting))

    def notice(self, change_set: ChangeSet) -> None:
        """Let an open dialog know what somebody else changed; book no more for a customer who is gone."""
        if self._customer is not None and any(
            isinstance(change.after, Customer)
            and change.entity_id == self._customer.id
            and change.after.deleted_at is not None
            for change in change_set.changes
        ):
            self.book_for(None)
        if self._dialog is not None:
            self._dialog.notice(change_set)

    def book_for(self, customer: Customer | None, name: str = "") -> None:
        """Let new appointments be for a customer until one is booked; None for nobody.

        ``name`` is how the screen calls the customer.
        """
        self._customer = customer
        self.bookingForChanged.emit(name if customer else "")

    def book(self, wanted: NewAppointment, choices: Choices, corner: QPoint | None = None) -> None:
        """Open the dialog for a new appointment; offer the templates first where nothing else may be booked, at
        ``corner`` of the screen, None for where the pointer is.

        Where the actor may not plan, say so instead.
        """
        if not self._session.actor.may_plan(wanted.resource):
            self._telling.say(describe_code("may_not_plan", {"resource": wanted.resource.name}))
            return
        row = blank_row(wanted, self._session.branch)
        templates = offered_templates(choices.templates, self._session.branch.id)
        if not needs_template(choices.settings, templates, self._session.branch.id):
            self.open(with_preset_type(row, choices), choices)
            return
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Terminvorlagen"))

        def choose(template: AppointmentTemplate) -> None:
            lists = choices.resources, choices.types, choices.statuses
            self.open(with_template(row, template, *lists), choices)

        add_templates(menu, templates, choose)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(corner or QCursor.pos())

    def copy(self, row: AppointmentRow, choices: Choices) -> None:
        """Open the dialog with the same data as a new appointment."""
        self.open(copied_row(row, choices), choices)

    def open(self, row: AppointmentRow, choices: Choices, entry: WaitingListEntry | None = None) -> None:
        """Open the dialog; ``entry`` is the wish on the waiting list that a new appointment fulfils."""
        if self._dialog is not None:
            return
        from terminplaner.ui.planner.appointment.appointment_dialog import AppointmentDialog

        if entry is None:
            row = self._for_customer(row)
        dialog = AppointmentDialog(self._services, self._session, self._tasks, choices, row, self._window, entry)
        dialog.saved.connect(self._on_saved)
        dialog.slipRequested.connect(self.slipRequested)
        dialog.showRequested.connect(self.showRequested)
        dialog.waitRequested.connect(lambda draft: self.wait(draft, choices, dialog))
        dialog.finished.connect(self._on_finished)
        self._dialog = dialog
        dialog.open()

    def wait(self, row: AppointmentRow, choices: Choices, dialog: AppointmentDialog | None = None) -> None:
        """Open a new wish for an appointment such as ``row``, before the ``dialog`` where it is entered if any."""
        if self._waiting is not None:
            return
        from terminplaner.ui.planner.panels.waiting_dialog import WaitingDialog

        wish = wish_like(row, self._services.clock.now(), self._session.actor.name)
        given = self._services, self._session, self._tasks, choices, wish
        waiting = WaitingDialog(*given, dialog or self._window)
        say = self._telling.say if dialog is None else dialog.say
        waiting.saved.connect(lambda _entry: say(self.tr("Der Wunsch steht auf der Warteliste.")))
        waiting.finished.connect(self._on_wait_finished)
        waiting.destroyed.connect(self._on_wait_finished)  # with the dialog before which it stood
        self._waiting = waiting
        waiting.open()

    def _on_wait_finished(self) -> None:
        self._waiting = None

    def open_customer(self, row: AppointmentRow) -> None:
        """Open all fields of the customer of an appointment."""
        if row.customer is not None:
            from terminplaner.ui.planner.appointment.customer_dialog import CustomerDialog

            dialog = CustomerDialog(self._services, self._session, self._tasks, row.customer, self._window)
            dialog.open()

    def show_history(self, row: AppointmentRow) -> None:
        """Open what was ever done to an appointment."""
        from terminplaner.ui.change_log.history import show_history

        show_history(self._services, self._session, self._tasks, row, self._window)

    def _for_customer(self, row: AppointmentRow) -> AppointmentRow:
        """A new one for the customer that is to be booked for, unless it is for somebody already."""
        draft, customer = row.appointment, self._customer
        if customer is None or draft.revision or draft.customer_id is not None or draft.shows_as_unavailable:
            return row
        return replace(row, appointment=replace(draft, customer_id=customer.id), customer=customer)

    def _on_saved(self, outcome: Outcome) -> None:
        if self._customer is not None and outcome.appointment.customer_id == self._customer.id:
            self.book_for(None)
        self.saved.emit(outcome)

    def _on_finished(self) -> None:
        self._dialog = None
