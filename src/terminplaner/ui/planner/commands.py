"""What people do with appointments: a wish becomes a service call beside the GUI thread, a refusal a banner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import StaleRevisionError, TerminplanerError
from terminplaner.domain.resource import Resource
from terminplaner.services.planning import Outcome
from terminplaner.services.queries import AppointmentRow, Plan
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import Banner, announce
from terminplaner.ui.messages import describe, describe_command, describe_warning
from terminplaner.ui.planner.appointment_dialog import AppointmentDialog
from terminplaner.ui.planner.choices import Choices
from terminplaner.ui.planner.gestures import NewAppointment, Rebooking
from terminplaner.ui.planner.rebookings import Rebookings
from terminplaner.ui.tasks import TaskRunner


class AppointmentCommands(QObject):
    """Everything runs through ``TaskRunner``; ``banner`` tells what was refused and offers to take back."""

    expected = Signal()
    """A move is on its way: show it (``applied_to``) before the answer is there."""
    refused = Signal(object)
    """A ``Rebooking`` that did not come through."""
    changed = Signal(object)
    """A ``ChangeSet``, or None after a step that found the state already as wanted."""
    booked = Signal(object)
    """The id of an appointment that was just stored by the dialog."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, banner: Banner, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._banner = banner
        self._window = parent
        self._rebookings = Rebookings()
        self._dialog: AppointmentDialog | None = None
        self._banner_action: Callable[[], None] | None = None
        self._told: Appointment | None = None
        banner.closed.connect(self._on_banner_closed)
        banner.actionRequested.connect(self._on_banner_action)

    @property
    def has_unsaved_input(self) -> bool:
        return self._dialog is not None and self._dialog.is_dirty

    def applied_to(self, plan: Plan) -> Plan:
        return self._rebookings.applied_to(plan)

    def notice(self, change_set: ChangeSet) -> None:
        """Let an open dialog know what somebody else changed; drop the offer to take back what changed since."""
        if self._dialog is not None:
            self._dialog.notice(change_set)
        told = self._told
        if told is not None and any(
            isinstance(change.after, Appointment)
            and change.entity_id == told.id
            and change.after.revision > told.revision
            for change in change_set.changes
        ):
            self._banner.close_message()

    # -- the dialog

    def book(self, wanted: NewAppointment, choices: Choices) -> None:
        """Open the dialog for a new appointment."""
        appointment = Appointment(uuid4(), self._session.branch.id, wanted.when, (wanted.resource.id,))
        row = AppointmentRow(appointment, (wanted.resource,), None, None, None, self._session.branch.tz)
        self.open(row, choices)

    def copy(self, row: AppointmentRow, choices: Choices) -> None:
        """Open the dialog with the same data as a new appointment."""
        source = row.appointment
        copied = Appointment(
            uuid4(),
            source.branch_id,
            source.when,
            source.resource_ids,
            text=source.text,
            comment=source.comment,
            type_id=source.type_id,
            status_id=source.status_id,
            customer_id=source.customer_id,
            prepare_minutes=source.prepare_minutes,
            follow_up_minutes=source.follow_up_minutes,
            is_home_visit=source.is_home_visit,
            is_parallel=source.is_parallel,
            shows_as_unavailable=source.shows_as_unavailable,
            origin=AppointmentOrigin.LOCAL,
        )
        self.open(replace(row, appointment=copied), choices)

    def open(self, row: AppointmentRow, choices: Choices) -> None:
        """Open the dialog; one at a time."""
        if self._dialog is not None:
            return
        dialog = AppointmentDialog(self._services, self._session, self._tasks, choices, row, self._window)
        dialog.saved.connect(self._on_saved)
        dialog.cancelRequested.connect(self.cancel)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        dialog.open()

    def _on_dialog_finished(self) -> None:
        self._dialog = None

    def _on_saved(self, outcome: Outcome) -> None:
        self._banner.close_message()
        self.booked.emit(outcome.appointment.id)
        self.changed.emit(outcome.change_set)

    # -- moving

    def rebook(self, rebooking: Rebooking) -> None:
        """Show the move at once and send it; a second one of the same appointment waits for the first."""
        is_first = self._rebookings.add(rebooking)
        self.expected.emit()
        if is_first:
            self._send(rebooking)

    def remove_resource(self, row: AppointmentRow, resource: Resource) -> None:
        """Take one of several resources off an appointment."""
        rest = tuple(key for key in row.appointment.resource_ids if key != resource.id)
        self.rebook(Rebooking(row, row.appointment.when, rest))

    def _send(self, rebooking: Rebooking) -> None:
        appointment = rebooking.row.appointment
        planning, actor = self._services.planning, self._session.actor
        self._tasks.run(
            lambda: planning.move(
                actor, appointment.id, appointment.revision, rebooking.when, rebooking.resource_ids
            ),
            self,
            self._on_moved,
            partial(self._on_move_refused, rebooking),
        )

    def _on_moved(self, outcome: Outcome) -> None:
        appointment = outcome.appointment
        following = self._rebookings.succeed(appointment.id, appointment.revision)
        if following is not None:
            self._send(following)
            return
        zone = self._session.branch.tz
        if outcome.warnings:
            words = " ".join(dict.fromkeys(describe_warning(warning, zone) for warning in outcome.warnings))
            moved = self.tr("Termin verschoben. {warnings}").format(warnings=words)
            self._show(moved, "warning", self.undo, appointment)
        else:
            self._banner.close_message()
        self.changed.emit(outcome.change_set)

    def _on_move_refused(self, rebooking: Rebooking, error: TerminplanerError) -> None:
        self._rebookings.fail(rebooking.row.appointment.id)
        self.refused.emit(rebooking)
        self._show_error(error)
        if isinstance(error, StaleRevisionError):
            self.changed.emit(None)

    # -- cancelling, taking back

    def cancel(self, appointment: Appointment) -> None:
        planning, actor = self._services.planning, self._session.actor
        self._tasks.run(lambda: planning.cancel(actor, appointment.id), self, self._on_cancelled, self._on_refused)

    def _on_cancelled(self, outcome: Outcome) -> None:
        appointment = outcome.appointment
        self._show(self.tr("Termin storniert."), "info", partial(self._restore, appointment.id), appointment)
        self.changed.emit(outcome.change_set)

    def _restore(self, appointment_id: UUID) -> None:
        planning, actor = self._services.planning, self._session.actor
        self._tasks.run(lambda: planning.restore(actor, appointment_id), self, self._on_restored, self._on_refused)

    def _on_restored(self, outcome: Outcome) -> None:
        self._banner.close_message()
        self.booked.emit(outcome.appointment.id)
        self.changed.emit(outcome.change_set)

    def undo(self) -> None:
        undo, actor = self._services.undo, self._session.actor
        if undo.undo_command is not None:
            self._tasks.run(lambda: undo.undo(actor), self, self._on_undone, self._on_refused)

    def redo(self) -> None:
        undo, actor = self._services.undo, self._session.actor
        if undo.redo_command is not None:
            self._tasks.run(lambda: undo.redo(actor), self, self._on_redone, self._on_refused)

    def _on_undone(self, change_set: ChangeSet) -> None:
        step = describe_command(change_set.command)
        self._after_step(self.tr("Rückgängig gemacht: {step}").format(step=step), change_set)

    def _on_redone(self, change_set: ChangeSet) -> None:
        step = describe_command(change_set.command)
        self._after_step(self.tr("Wiederholt: {step}").format(step=step), change_set)

    def _after_step(self, sentence: str, change_set: ChangeSet) -> None:
        self._banner.close_message()
        announce(self._window, sentence)
        self.changed.emit(change_set)

    # -- telling

    def _on_refused(self, error: TerminplanerError) -> None:
        self._show_error(error)
        self.changed.emit(None)

    def _show_error(self, error: TerminplanerError) -> None:
        self._banner_action = self._told = None
        self._banner.show_message(describe(error, self._session.branch.tz), "danger")

    def _show(self, sentence: str, tone: str, take_back: Callable[[], None], told: Appointment) -> None:
        """Say how an appointment became ``told``, and offer to take it back for as long as it stays so."""
        self._banner_action, self._told = take_back, told
        self._banner.show_message(sentence, tone, self.tr("Rückgängig"))

    def _on_banner_closed(self) -> None:
        self._told = None

    def _on_banner_action(self) -> None:
        action, self._banner_action = self._banner_action, None
        self._banner.close_message()
        if action is not None:
            action()
