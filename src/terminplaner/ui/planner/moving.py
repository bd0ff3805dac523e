"""Moving appointments: shown at once, sent beside the GUI thread, flown back where it is refused."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from terminplaner.domain.errors import StaleRevisionError, TerminplanerError
from terminplaner.domain.resource import Resource
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.outcome import Outcome
from terminplaner.services.planning import Move
from terminplaner.services.queries import Plan
from terminplaner.ui.context import Services, Session
from terminplaner.ui.planner.command_runner import CommandRunner
from terminplaner.ui.planner.plan.gestures import Rebooking
from terminplaner.ui.planner.rebookings import Group, Rebookings
from terminplaner.ui.planner.telling import Telling
from terminplaner.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from terminplaner.ui.planner.following import Following


class Moving(CommandRunner):
    expected = Signal()
    """A move is on its way: show it (``applied_to``) before the answer is there."""
    refused = Signal(object)
    """A ``Rebooking`` that did not come through."""
    moved = Signal(object)
    """The ids of the appointments that stand elsewhere now."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, telling: Telling, parent: QWidget
    ) -> None:
        super().__init__(session, tasks, telling, parent)
        self._services = services
        self._window = parent
        self._rebookings = Rebookings()
        self._following: Following | None = None

    def applied_to(self, plan: Plan) -> Plan:
        return self._rebookings.applied_to(plan)

    def rebook(self, *rebookings: Rebooking) -> None:
        """Move as one step, all or none; what would stay where it is stays out of it.

        It is shown at once.  Where one of them is on its way already, all wait for that.
        """
        group = tuple(rebooking for rebooking in rebookings if rebooking.is_change)
        if group:
            ready = self._rebookings.add(group)
            self.expected.emit()
            self._send(ready)

    def remove_resource(self, row: AppointmentRow, resource: Resource) -> None:
        """Take one of several resources off an appointment."""
        rest = tuple(key for key in row.appointment.resource_ids if key != resource.id)
        self.rebook(Rebooking(row, row.appointment.when, rest))

    def offer_following(self, outcome: Outcome, words: str) -> None:
        """Say that one occurrence of a series alone was moved, and offer to let those that follow go along."""
        if self._following is None:
            from terminplaner.ui.planner.following import Following

            self._following = Following(self._services, self._session, self._tasks, self.telling, self._window)
            self._following.refused.connect(self.refuse)
        self._following.tell(outcome, words)

    def _send(self, groups: Sequence[Group]) -> None:
        planning, actor = self._services.planning, self.actor
        for group in groups:
            moves = [_move_of(rebooking) for rebooking in group]
            self.run(partial(planning.move_many, actor, moves), self._on_moved, partial(self._on_refused, group))

    def _on_moved(self, outcome: Outcome) -> None:
        self.moved.emit(frozenset(appointment.id for appointment in outcome.appointments))
        following = self._rebookings.succeed(outcome.appointments)
        self._send(following)
        if not following:
            self._tell(outcome)
            self.look_again_unless_told(outcome)

    def _tell(self, outcome: Outcome) -> None:
        words, count = self.words_of(outcome), len(outcome.appointments)
        is_of_series = any(appointment.series_id is not None for appointment in outcome.appointments)
        if count == 1 and is_of_series and outcome.change_set is not None:
            self.offer_following(outcome, words)
            return
        if count == 1 and not words:
            self.telling.close()
            return
        if count == 1:
            said = self.tr("Termin verschoben.")
        elif is_of_series:
            said = self.tr("{count} Termine verschoben, aus Terminserien nur diese.").format(count=count)
        else:
            said = self.tr("{count} Termine verschoben.").format(count=count)
        self.telling.offer(f"{said} {words}".strip(), "warning" if words else "info", outcome)

    def _on_refused(self, group: Group, error: TerminplanerError) -> None:
        following = self._rebookings.fail(group)
        for rebooking in group:
            self.refused.emit(rebooking)
        self.show_error(error)
        if isinstance(error, StaleRevisionError):
            self.staleSeen.emit()
        self._send(following)


def _move_of(rebooking: Rebooking) -> Move:
    appointment = rebooking.row.appointment
    return Move(appointment.id, appointment.revision, rebooking.when, rebooking.resource_ids)
