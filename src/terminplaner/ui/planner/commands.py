"""What people do with appointments: a wish becomes a service call beside the GUI thread, a refusal a banner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from terminplaner.domain.appointment import Appointment, AppointmentStatus, copied
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import StaleRevisionError, TerminplanerError
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Resource
from terminplaner.domain.series import SeriesScope
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.choices import Choices
from terminplaner.services.permissions import Actor
from terminplaner.services.planning import Move, Outcome
from terminplaner.services.queries import AppointmentRow, Plan
from terminplaner.services.templates import needs_template, offered_templates, with_template
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import Banner
from terminplaner.ui.messages import describe, describe_code, describe_command, describe_warning
from terminplaner.ui.planner.copies import blank_row, copied_row, with_preset_type
from terminplaner.ui.planner.plan.carrying import Carried, Purpose
from terminplaner.ui.planner.plan.gestures import NewAppointment, Rebooking
from terminplaner.ui.planner.rebookings import Rebookings
from terminplaner.ui.planner.telling import Telling
from terminplaner.ui.planner.template_menu import add_templates
from terminplaner.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from terminplaner.ui.planner.appointment.appointment_dialog import AppointmentDialog
    from terminplaner.ui.planner.following import Following

T = TypeVar("T")


class AppointmentCommands(QObject):
    """Everything runs through ``TaskRunner``; ``telling`` says what was refused and offers to take back."""

    expected = Signal()
    """A move is on its way: show it (``applied_to``) before the answer is there."""
    refused = Signal(object)
    """A ``Rebooking`` that did not come through."""
    staleSeen = Signal()
    """What is shown is not what is stored.  What was stored by a command is told by the ``ChangeFeed``."""
    booked = Signal(object)
    """The id of an appointment that was just stored by the dialog, or a copy."""
    slipRequested = Signal(object)
    """Print the Terminzettel of this ``AppointmentRow``."""
    showRequested = Signal(object)
    """An ``AppointmentRow`` that somebody in the dialog wants to see in the plan."""
    bookingForChanged = Signal(str)
    """How the screen calls the customer whom new appointments are for from now on, empty for nobody."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, banner: Banner, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self.telling = Telling(banner, services.undo, self)
        self.telling.takeBackRequested.connect(self._take_back)
        self._following: Following | None = None
        self._window = parent
        self._rebookings = Rebookings()
        self._dialog: AppointmentDialog | None = None
        self._customer: Customer | None = None

    @property
    def actor(self) -> Actor:
        """Who acts here."""
        return self._session.actor

    @property
    def has_unsaved_input(self) -> bool:
        return self._dialog is not None and self._dialog.is_dirty

    def applied_to(self, plan: Plan) -> Plan:
        return self._rebookings.applied_to(plan)

    def notice(self, change_set: ChangeSet) -> None:
        """Let an open dialog know what somebody else changed; drop the offer to take back what changed since, and
        book no more for a customer who is gone."""
        if self._customer is not None and any(
            isinstance(change.after, Customer)
            and change.entity_id == self._customer.id
            and change.after.deleted_at is not None
            for change in change_set.changes
        ):
            self.book_for(None)
        if self._dialog is not None:
            self._dialog.notice(change_set)
        self.telling.notice(change_set)

    # -- the dialogs

    def book_for(self, customer: Customer | None, name: str = "") -> None:
        """Let new appointments be for a customer until one is booked; None for nobody.

        ``name`` is how the screen calls the customer.
        """
        self._customer = customer
        self.bookingForChanged.emit(name if customer else "")

    def open_customer(self, row: AppointmentRow) -> None:
        """Open all fields of the customer of an appointment."""
        if row.customer is not None:
            from terminplaner.ui.planner.appointment.customer_dialog import CustomerDialog

            dialog = CustomerDialog(self._services, self._session, self._tasks, row.customer, self._window)
            dialog.open()

    def book(self, wanted: NewAppointment, choices: Choices) -> None:
        """Open the dialog for a new appointment; offer the templates first where nothing else may be booked.

        Where the actor may not plan, say so instead.
        """
        if not self.actor.may_plan(wanted.resource):
            self.telling.say(describe_code("may_not_plan", {"resource": wanted.resource.name}))
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
        menu.popup(QCursor.pos())

    def show_history(self, row: AppointmentRow) -> None:
        """Open what was ever done to an appointment."""
        from terminplaner.ui.change_log.history import show_history

        show_history(self._services, self._session, self._tasks, row, self._window)

    def copy(self, row: AppointmentRow, choices: Choices) -> None:
        """Open the dialog with the same data as a new appointment."""
        self.open(copied_row(row, choices), choices)

    def open(self, row: AppointmentRow, choices: Choices) -> None:
        """Open the dialog; one at a time."""
        self._open(row, choices)

    def _open(self, row: AppointmentRow, choices: Choices, entry: WaitingListEntry | None = None) -> None:
        if self._dialog is not None:
            return
        from terminplaner.ui.planner.appointment.appointment_dialog import AppointmentDialog

        if entry is None:
            row = self._for_customer(row)
        dialog = AppointmentDialog(self._services, self._session, self._tasks, choices, row, self._window, entry)
        dialog.saved.connect(self._on_saved)
        dialog.cancelRequested.connect(self.cancel)
        dialog.restoreRequested.connect(self.restore)
        dialog.slipRequested.connect(self.slipRequested)
        dialog.showRequested.connect(self.showRequested)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        dialog.open()

    def _for_customer(self, row: AppointmentRow) -> AppointmentRow:
        """A new one for the customer that is to be booked for, unless it is for somebody already."""
        draft, customer = row.appointment, self._customer
        if customer is None or draft.revision or draft.customer_id is not None or draft.shows_as_unavailable:
            return row
        return replace(row, appointment=replace(draft, customer_id=customer.id), customer=customer)

    def _on_dialog_finished(self) -> None:
        self._dialog = None

    def _on_saved(self, outcome: Outcome) -> None:
        if self._customer is not None and outcome.appointment.customer_id == self._customer.id:
            self.book_for(None)
        self.telling.close()
        self.booked.emit(outcome.appointment.id)
        self._tell_saved(outcome)
        self._look_again_unless_told(outcome)

    def _tell_saved(self, outcome: Outcome) -> None:
        """Say what is not seen at once: how many of a series there are, or that one is gone."""
        count, command = len(outcome.appointments), outcome.change_set.command if outcome.change_set else ""
        one, several = {
            "cancel": (self.tr("Termin storniert."), self.tr("{count} Termine storniert.")),
            "cancel_series": (self.tr("Termin storniert."), self.tr("{count} Termine storniert.")),
            "book_series": (self.tr("Termin angelegt."), self.tr("{count} Termine angelegt.")),
            "change_series": (self.tr("Termin geändert."), self.tr("{count} Termine geändert.")),
        }.get(command, ("", ""))
        if not one:
            return
        sentences = [one if count == 1 else several.format(count=count)]
        if outcome.left_out:
            sentences.append(self.tr("Ausgelassen, weil belegt: {count}.").format(count=len(outcome.left_out)))
        tone = "warning" if outcome.left_out else "info"
        self.telling.offer(" ".join(sentences), tone, outcome)

    # -- putting down what was carried

    def place(self, carried: Carried, landings: Sequence[Rebooking], choices: Choices) -> None:
        """Put what is carried where its rows land."""
        if carried.purpose is Purpose.MOVE:
            self.rebook_all(landings)
        elif carried.purpose is Purpose.COPY:
            self._book_copies(landings)
        else:
            lead = landings[0]
            known = {resource.id: resource for resource in choices.resources}
            draft = replace(
                lead.row,
                appointment=replace(lead.row.appointment, when=lead.when, resource_ids=lead.resource_ids),
                resources=tuple(known[key] for key in lead.resource_ids if key in known),
            )
            self._open(draft, choices, carried.entry)

    def _book_copies(self, landings: Sequence[Rebooking]) -> None:
        planning, actor = self._services.planning, self._session.actor
        wanted = [copied(landing.row.appointment, landing.when, landing.resource_ids) for landing in landings]
        self._run(lambda: planning.book_many(actor, wanted), self._on_copied)

    def _on_copied(self, outcome: Outcome) -> None:
        appointments = outcome.appointments
        if len(appointments) == 1:
            sentence = self.tr("Termin kopiert.")
        else:
            sentence = self.tr("{count} Termine kopiert.").format(count=len(appointments))
        words = self._words_of(outcome)
        self.telling.offer(f"{sentence} {words}".strip(), "warning" if words else "info", outcome)
        self.booked.emit(appointments[0].id)
        self._look_again_unless_told(outcome)

    # -- moving

    def rebook(self, rebooking: Rebooking) -> None:
        """Show the move at once and send it; a second one of the same appointment waits for the first.

        Nothing happens where it would stay where it is.
        """
        if not rebooking.is_change:
            return
        is_first = self._rebookings.add(rebooking)
        self.expected.emit()
        if is_first:
            self._send(rebooking)

    def rebook_all(self, rebookings: Sequence[Rebooking]) -> None:
        """Move several as one step; those that would stay where they are stay out of it."""
        wanted = [rebooking for rebooking in rebookings if rebooking.is_change]
        if len(wanted) <= 1:
            for rebooking in wanted:
                self.rebook(rebooking)
            return
        sent = [rebooking for rebooking in wanted if self._rebookings.add(rebooking)]
        self.expected.emit()
        moves = [
            Move(row.appointment.id, row.appointment.revision, rebooking.when, rebooking.resource_ids)
            for rebooking in sent
            for row in (rebooking.row,)
        ]
        planning, actor = self._services.planning, self._session.actor
        self._run(
            lambda: planning.move_many(actor, moves), self._on_all_moved, partial(self._on_all_refused, sent)
        )

    def _on_all_moved(self, outcome: Outcome) -> None:
        for appointment in outcome.appointments:
            following = self._rebookings.succeed(appointment.id, appointment.revision)
            if following is not None:
                self._send(following)
        count = len(outcome.appointments)
        if count:
            words = self._words_of(outcome)
            moved = self.tr("{count} Termine verschoben.")
            if any(appointment.series_id is not None for appointment in outcome.appointments):
                moved = self.tr("{count} Termine verschoben, aus Terminserien nur diese.")
            moved = moved.format(count=count)
            tone = "warning" if words else "info"
            self.telling.offer(f"{moved} {words}".strip(), tone, outcome)
        self._look_again_unless_told(outcome)

    def _on_all_refused(self, rebookings: Sequence[Rebooking], error: TerminplanerError) -> None:
        for rebooking in rebookings:
            self._rebookings.fail(rebooking.row.appointment.id)
            self.refused.emit(rebooking)
        self._show_error(error)
        if isinstance(error, StaleRevisionError):
            self.staleSeen.emit()

    def set_status(self, rows: Sequence[AppointmentRow], status: AppointmentStatus | None) -> None:
        """Give appointments another status, or none; several at once are one step to take back."""
        wanted = [replace(row.appointment, status_id=status.id if status else None) for row in rows]
        planning, actor = self._services.planning, self._session.actor
        if len(wanted) == 1:
            self._run(lambda: planning.change(actor, wanted[0]), self._on_changed)
        else:
            self._run(lambda: planning.change_many(actor, wanted), self._on_changed)

    def _on_changed(self, outcome: Outcome) -> None:
        if outcome.appointment.is_cancelled:
            self._on_cancelled(outcome)
            return
        self.telling.close()
        self._look_again_unless_told(outcome)

    def remove_resource(self, row: AppointmentRow, resource: Resource) -> None:
        """Take one of several resources off an appointment."""
        rest = tuple(key for key in row.appointment.resource_ids if key != resource.id)
        self.rebook(Rebooking(row, row.appointment.when, rest))

    def _send(self, rebooking: Rebooking) -> None:
        appointment = rebooking.row.appointment
        planning, actor = self._services.planning, self._session.actor
        self._run(
            lambda: planning.move(
                actor, appointment.id, appointment.revision, rebooking.when, rebooking.resource_ids
            ),
            self._on_moved,
            partial(self._on_move_refused, rebooking),
        )

    def _on_moved(self, outcome: Outcome) -> None:
        appointment = outcome.appointment
        following = self._rebookings.succeed(appointment.id, appointment.revision)
        if following is not None:
            self._send(following)
            return
        words = self._words_of(outcome)
        if appointment.series_id is not None and outcome.change_set is not None:
            self._following_in_series().tell(outcome, words)
        elif words:
            moved = self.tr("Termin verschoben. {warnings}").format(warnings=words)
            self.telling.offer(moved, "warning", outcome)
        else:
            self.telling.close()
        self._look_again_unless_told(outcome)

    def _following_in_series(self) -> Following:
        if self._following is None:
            from terminplaner.ui.planner.following import Following

            self._following = Following(self._services, self._session, self._tasks, self.telling, self._window)
            self._following.refused.connect(self._on_refused)
        return self._following

    def _on_move_refused(self, rebooking: Rebooking, error: TerminplanerError) -> None:
        self._rebookings.fail(rebooking.row.appointment.id)
        self.refused.emit(rebooking)
        self._show_error(error)
        if isinstance(error, StaleRevisionError):
            self.staleSeen.emit()

    # -- cancelling, taking back

    def cancel(self, appointment: Appointment) -> None:
        """Of a series ask how many of it are meant."""
        if appointment.series_id is not None:
            from terminplaner.ui.planner.appointment.series_questions import ask_whom_to_cancel

            ask_whom_to_cancel(self._window, partial(self.cancel_series, appointment))
            return
        planning, actor = self._services.planning, self._session.actor
        self._run(lambda: planning.cancel(actor, appointment.id), self._on_cancelled)

    def cancel_all(self, rows: Sequence[AppointmentRow]) -> None:
        """Cancel several as one step, or one as ``cancel`` does."""
        if len(rows) == 1:
            self.cancel(rows[0].appointment)
        elif rows:
            ids = [row.appointment.id for row in rows]
            planning, actor = self._services.planning, self._session.actor
            self._run(lambda: planning.cancel_many(actor, ids), self._on_cancelled)

    def cancel_series(self, appointment: Appointment, scope: SeriesScope) -> None:
        """Cancel an occurrence of a series, or with it the following or all."""
        series, actor = self._services.series, self._session.actor
        self._run(lambda: series.cancel(actor, appointment.id, scope), self._on_cancelled)

    def _on_cancelled(self, outcome: Outcome) -> None:
        if len(outcome.appointments) == 1:
            sentence = self.tr("Termin storniert.")
        else:
            sentence = self.tr("{count} Termine storniert.").format(count=len(outcome.appointments))
        self.telling.offer(sentence, "info", outcome)
        self._look_again_unless_told(outcome)

    def restore(self, row: AppointmentRow) -> None:
        """Bring a cancelled appointment back."""
        planning, actor, appointment_id = self._services.planning, self._session.actor, row.appointment.id
        self._run(lambda: planning.restore(actor, appointment_id), self._on_restored)

    def _on_restored(self, outcome: Outcome) -> None:
        self.telling.close()
        self.booked.emit(outcome.appointment.id)
        self._look_again_unless_told(outcome)

    def undo(self) -> None:
        undo, actor = self._services.undo, self._session.actor
        if undo.undo_command is not None:
            self._run(lambda: undo.undo(actor), self._on_undone)

    def _take_back(self, step: UUID) -> None:
        undo, actor = self._services.undo, self._session.actor
        self._run(lambda: undo.undo(actor, step), self._on_undone)

    def redo(self) -> None:
        undo, actor = self._services.undo, self._session.actor
        if undo.redo_command is not None:
            self._run(lambda: undo.redo(actor), self._on_redone)

    def _on_undone(self, change_set: ChangeSet) -> None:
        step = describe_command(change_set.command)
        self.telling.say(self.tr("Rückgängig gemacht: {step}").format(step=step))

    def _on_redone(self, change_set: ChangeSet) -> None:
        step = describe_command(change_set.command)
        self.telling.say(self.tr("Wiederholt: {step}").format(step=step))

    # -- telling

    def _run(
        self,
        work: Callable[[], T],
        on_success: Callable[[T], object],
        on_error: Callable[[TerminplanerError], object] | None = None,
    ) -> None:
        """Let a command be carried out; whichever way it ends, that says so in the banner or closes it."""
        task = self._tasks.run(work, self, on_success, on_error or self._on_refused)
        task.slowed.connect(self.telling.say_saving)

    def _look_again_unless_told(self, outcome: Outcome) -> None:
        """A command that finds all as it is to be leaves no change set, but what is shown looked different."""
        if outcome.change_set is None:
            self.staleSeen.emit()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._show_error(error)
        self.staleSeen.emit()

    def _words_of(self, outcome: Outcome) -> str:
        zone = self._session.branch.tz
        return " ".join(dict.fromkeys(describe_warning(warning, zone) for warning in outcome.warnings))

    def _show_error(self, error: TerminplanerError) -> None:
        self.telling.say(describe(error, self._session.branch.tz), "danger")
