"""What people do with appointments: a wish becomes a service call beside the GUI thread, a refusal a banner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from terminplaner.domain.appointment import Appointment, AppointmentStatus, copied
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.series import SeriesScope, first_day
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.choices import Choices
from terminplaner.services.outcome import Outcome
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.messages import describe_command, show_when
from terminplaner.ui.planner.appointment_dialogs import AppointmentDialogs
from terminplaner.ui.planner.command_runner import CommandRunner
from terminplaner.ui.planner.moving import Moving
from terminplaner.ui.planner.plan.carrying import Carried, Purpose
from terminplaner.ui.planner.plan.gestures import Rebooking
from terminplaner.ui.planner.telling import Telling
from terminplaner.ui.tasks import TaskRunner


class AppointmentCommands(CommandRunner):
    """What is moved goes through ``moving``, what is entered through ``dialogs``."""

    booked = Signal(object)
    """The id of an appointment that was just stored by the dialog, or a copy."""
    turned = Signal()
    """A step was taken back or done again, and the ``UndoStack`` knows it; a ``ChangeSet`` may be told before."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        banner: Banner,
        is_in_sight: Callable[[Appointment], bool],
        parent: QWidget,
    ) -> None:
        """``is_in_sight`` says whether an appointment lies within the days and resources that are shown."""
        telling = Telling(banner, services.undo, parent)
        super().__init__(session, tasks, telling, parent)
        self._services = services
        self._is_in_sight = is_in_sight
        self._window = parent
        self.dialogs = AppointmentDialogs(services, session, tasks, telling, parent)
        self.moving = Moving(services, session, tasks, telling, parent)
        telling.takeBackRequested.connect(self._take_back)
        self.dialogs.saved.connect(self._on_saved)
        self.moving.staleSeen.connect(self.staleSeen)

    def notice(self, change_set: ChangeSet) -> None:
        """Tell an open dialog what changed, and drop the offer to take back what changed since."""
        self.dialogs.notice(change_set)
        self.telling.notice(change_set)

    def _on_saved(self, outcome: Outcome) -> None:
        self.telling.close()
        if outcome.appointment.is_cancelled:
            self._on_cancelled(outcome)
            return
        self.booked.emit(outcome.appointment.id)
        self._tell_saved(outcome)
        self.look_again_unless_told(outcome)

    def _tell_saved(self, outcome: Outcome) -> None:
        """Say what is not seen: how many of a series there are, that the others stayed on their day, or where one
        lies that is out of sight."""
        if _is_on_another_day(outcome, self._session.branch.tz):
            self.moving.offer_following(outcome, "")
            return
        count, command = len(outcome.appointments), outcome.change_set.command if outcome.change_set else ""
        one, several = {
            "book_series": (self.tr("Termin angelegt."), self.tr("{count} Termine angelegt.")),
            "change_series": (self.tr("Termin geändert."), self.tr("{count} Termine geändert.")),
        }.get(command, ("", ""))
        if not one:
            self._tell_where(outcome)
            return
        from terminplaner.ui.planner.appointment.warning_wording import warned_sentence

        sentences = [one if count == 1 else several.format(count=count)]
        if outcome.left_out:
            sentences.append(self.tr("Ausgelassen, weil belegt: {count}.").format(count=len(outcome.left_out)))
        if warned := warned_sentence(outcome):
            sentences.append(warned)
        tone = "warning" if outcome.left_out or warned else "info"
        self.telling.offer(" ".join(sentences), tone, outcome)

    def _tell_where(self, outcome: Outcome) -> None:
        if self._is_in_sight(outcome.appointment) or outcome.change_set is None:
            return
        when = show_when(outcome.appointment.when, self._session.branch.tz)
        self.telling.offer(self.tr("Gespeichert, hier nicht zu sehen: {when}").format(when=when), "info", outcome)

    # -- putting down what was carried

    def place(self, carried: Carried, landings: Sequence[Rebooking], choices: Choices) -> None:
        """Put what is carried where its rows land."""
        if carried.purpose is Purpose.MOVE:
            self.moving.rebook(*landings)
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
            self.dialogs.open(draft, choices, carried.entry)

    def _book_copies(self, landings: Sequence[Rebooking]) -> None:
        planning, actor = self._services.planning, self.actor
        wanted = [copied(landing.row.appointment, landing.when, landing.resource_ids) for landing in landings]
        self.run(lambda: planning.book_many(actor, wanted), self._on_copied)

    def _on_copied(self, outcome: Outcome) -> None:
        appointments = outcome.appointments
        if len(appointments) == 1:
            sentence = self.tr("Termin kopiert.")
        else:
            sentence = self.tr("{count} Termine kopiert.").format(count=len(appointments))
        words = self.words_of(outcome)
        self.telling.offer(f"{sentence} {words}".strip(), "warning" if words else "info", outcome)
        self.booked.emit(appointments[0].id)
        self.look_again_unless_told(outcome)

    # -- changing and cancelling

    def set_status(self, rows: Sequence[AppointmentRow], status: AppointmentStatus | None) -> None:
        """Give appointments another status, or none; several at once are one step to take back."""
        wanted = [replace(row.appointment, status_id=status.id if status else None) for row in rows]
        planning, actor = self._services.planning, self.actor
        self.run(lambda: planning.change_many(actor, wanted), self._on_changed)

    def _on_changed(self, outcome: Outcome) -> None:
        if outcome.appointment.is_cancelled:
            self._on_cancelled(outcome)
            return
        self.telling.close()
        self.look_again_unless_told(outcome)

    def cancel(self, rows: Sequence[AppointmentRow]) -> None:
        """Cancel as one step; of a single one of a series ask how many of it are meant."""
        if not rows:
            return
        if len(rows) == 1 and rows[0].appointment.series_id is not None:
            from terminplaner.ui.planner.appointment.series_questions import ask_whom_to_cancel

            ask_whom_to_cancel(self._window, partial(self._cancel_series, rows[0].appointment))
            return
        ids = [row.appointment.id for row in rows]
        planning, actor = self._services.planning, self.actor
        self.run(lambda: planning.cancel_many(actor, ids), self._on_cancelled)

    def _cancel_series(self, appointment: Appointment, scope: SeriesScope) -> None:
        series, actor = self._services.series, self.actor
        self.run(lambda: series.cancel(actor, appointment.id, scope), self._on_cancelled)

    def _on_cancelled(self, outcome: Outcome) -> None:
        if len(outcome.appointments) == 1:
            sentence = self.tr("Termin storniert.")
        else:
            sentence = self.tr("{count} Termine storniert.").format(count=len(outcome.appointments))
        self.telling.offer(sentence, "info", outcome)
        self.look_again_unless_told(outcome)

    def restore(self, row: AppointmentRow) -> None:
        """Bring a cancelled appointment back."""
        planning, actor, appointment_id = self._services.planning, self.actor, row.appointment.id
        self.run(lambda: planning.restore(actor, appointment_id), self._on_saved)

    # -- taking back

    def undo(self) -> None:
        undo, actor = self._services.undo, self.actor
        if undo.undo_command is not None:
            self.run(lambda: undo.undo(actor), self._on_undone)

    def redo(self) -> None:
        undo, actor = self._services.undo, self.actor
        if undo.redo_command is not None:
            self.run(lambda: undo.redo(actor), self._on_redone)

    def _take_back(self, step: UUID) -> None:
        undo, actor = self._services.undo, self.actor
        self.run(lambda: undo.undo(actor, step), self._on_undone)

    def _on_undone(self, change_set: ChangeSet) -> None:
        self.turned.emit()
        step = describe_command(change_set.command)
        self.telling.say(self.tr("Rückgängig gemacht: {step}").format(step=step))

    def _on_redone(self, change_set: ChangeSet) -> None:
        self.turned.emit()
        step = describe_command(change_set.command)
        self.telling.say(self.tr("Wiederholt: {step}").format(step=step))


def _is_on_another_day(outcome: Outcome, zone: ZoneInfo) -> bool:
    """Whether an occurrence of a series was entered for another day, of which the dialog asks nothing."""
    change_set = outcome.change_set
    if change_set is None or change_set.command != "change" or outcome.appointment.series_id is None:
        return False
    return any(
        isinstance(change.before, Appointment)
        and isinstance(change.after, Appointment)
        and first_day(change.before.when, zone) != first_day(change.after.when, zone)
        for change in change_set.changes
    )
