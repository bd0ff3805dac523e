"""Taking back what this workstation's user did, step by step.

An undo is an ordinary transaction with origin ``undo``, so the change log, other workstations and Google see it
like any edit.  A step whose row somebody else (or the sync) changed since is dropped with ``StaleRevisionError``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar
from uuid import UUID

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.changes import ChangeSet, Entity, EntityChange, Origin
from terminplaner.domain.errors import InvalidInputError, NotFoundError, StaleRevisionError
from terminplaner.domain.resource import Availability
from terminplaner.domain.series import Series
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.absences import require_absence_allowed
from terminplaner.services.availabilities import require_availability_allowed
from terminplaner.services.cancellation import cancelled, cancelling_states
from terminplaner.services.gate import Gate, repeatable
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.planning import Planning
from terminplaner.services.ports import UnitOfWork
from terminplaner.services.settings import chain_settings

R = TypeVar("R", Series, Absence, Availability, WaitingListEntry)

_STEPS = 50
_BESIDE = frozenset(
    {
        "save_availability",
        "delete_availability",
        "add_waiting",
        "change_waiting",
        "remove_waiting",
        "settle_waiting",
        "reopen_waiting",
    }
)
"""What else is a step: changes of availabilities and of the waiting list that were made in the planner."""


@dataclass(slots=True)
class UndoStack:
    """The steps of the user who works here.  Call ``learn`` with every change set the gate reports."""

    gate: Gate
    planning: Planning
    _user_id: UUID | None = None
    _done: deque[ChangeSet] = field(default_factory=lambda: deque(maxlen=_STEPS))
    _undone: deque[ChangeSet] = field(default_factory=deque)
    _twins: dict[tuple[UUID, int], int] = field(default_factory=dict)
    """Which earlier revision a reverted one equals, so that older steps still find their state."""

    def begin_session(self, user_id: UUID) -> None:
        """Take back for this user only; the steps of whoever worked here before are gone."""
        self._user_id = user_id
        self._done.clear()
        self._undone.clear()
        self._twins.clear()

    def learn(self, change_set: ChangeSet) -> None:
        """Remember what the user changed in the planner; a new step ends what could be redone."""
        is_planning = change_set.touches(Appointment) or change_set.touches(Absence)
        is_planning = is_planning or change_set.command in _BESIDE
        is_step = change_set.author.origin is Origin.USER and is_planning
        if is_step and change_set.author.user_id == self._user_id:
            if change_set.command == "move_series":
                # To the user it is one step with the moves that it lets the others follow.
                for move in self._leading_to(change_set):
                    self._done.pop()
                    change_set = _joined(move, change_set)
            self._done.append(change_set)
            self._undone.clear()
            self._forget_twins()

    @property
    def last_step(self) -> UUID | None:
        """The id of the change set that the next undo takes back."""
        step = _last(self._done)
        return step.id if step is not None else None

    @property
    def undo_command(self) -> str | None:
        """The command the next undo takes back, e.g. ``move``."""
        step = _last(self._done)
        return step.command if step is not None else None

    @property
    def redo_command(self) -> str | None:
        step = _last(self._undone)
        return step.command if step is not None else None

    def undo(self, actor: Actor, step: UUID | None = None) -> ChangeSet:
        """Take the last step back, where one is named only if that is the last.

        Raise ``NotFoundError`` (``nothing_to_undo``), ``InvalidInputError`` (``not_last_step``),
        ``StaleRevisionError``, or what ``Planning.change`` raises.
        A stale step is dropped; one refused for another reason, for want of room say, can be tried again.
        """
        if not self._done or actor.user.id != self._user_id:
            raise NotFoundError("nothing_to_undo")
        if step not in {None, self.last_step}:
            raise InvalidInputError("not_last_step")
        return self._turn(actor, self._done, self._undone)

    def redo(self, actor: Actor) -> ChangeSet:
        """Do the last undone step again; raise as ``undo`` does (``nothing_to_redo``)."""
        if not self._undone or actor.user.id != self._user_id:
            raise NotFoundError("nothing_to_redo")
        return self._turn(actor, self._undone, self._done)

    def before_moves(self, step: ChangeSet) -> Appointment | None:
        """What ``step`` moved, as it was before it and before the moves right before it that led there."""
        first = (step, *self._leading_to(step))[-1]
        return next((change.before for change in first.changes if isinstance(change.before, Appointment)), None)

    def _leading_to(self, step: ChangeSet) -> list[ChangeSet]:
        """The moves right before ``step``, each of them of what the next one moved on; the latest comes first.

        What others follow may have been entered for another day, too.
        """
        found: list[ChangeSet] = []
        for earlier in reversed(self._done):
            if earlier.id == step.id:
                continue
            commands = {"move", "change"} if step.command == "move_series" and not found else {"move"}
            if earlier.command not in commands or not self._leads_to(earlier, found[-1] if found else step):
                break
            found.append(earlier)
        return found

    def _leads_to(self, earlier: ChangeSet, step: ChangeSet) -> bool:
        """Of appointments alone: a change may have entered a customer, too."""
        before = {change.entity_id: self._state(change.before) for change in _of_appointments(step)}
        ends = {change.entity_id: self._state(change.after) for change in _of_appointments(earlier)}
        return ends.items() <= before.items()

    def _turn(self, actor: Actor, source: deque[ChangeSet], target: deque[ChangeSet]) -> ChangeSet:
        step = source[-1]
        try:
            reverted = self._revert(actor, step)
        except StaleRevisionError:
            if actor.user.id == self._user_id:
                source.pop()
                self._forget_twins()
            raise
        if actor.user.id == self._user_id:  # another may have begun meanwhile
            source.pop()
            target.append(reverted)
        return reverted

    @repeatable
    def _revert(self, actor: Actor, step: ChangeSet) -> ChangeSet:
        twins: dict[tuple[UUID, int], int] = {}
        with self.gate.open(replace(actor, origin=Origin.UNDO), step.command) as passage:
            for change in step.changes:
                if isinstance(change.after, ChainSettings):
                    _put_period_back(passage.work, change.before, change.after)
            kept = _of_appointments(step)
            currents = passage.work.list_by_id(Appointment, [change.entity_id for change in kept])
            by_id = {current.id: current for current in currents}
            states = cancelling_states(passage.work)
            wanted = [self._wanted(by_id[change.entity_id], actor, change, states) for change in kept]
            # All at once, so that appointments that changed places find room on their way back.
            stored = self.planning.store_all(passage.work, actor, wanted)
            for change, appointment in zip(kept, stored, strict=True):
                twins[appointment.id, appointment.revision] = self._state(change.before)
            for change in step.changes:
                if isinstance(change.after, Series):
                    series = self._put_back(passage.work, Series, change)
                    twins[series.id, series.revision] = self._state(change.before)
                elif isinstance(change.after, Absence):
                    require_absence_allowed(passage.work, actor, change.after)
                    absence = self._put_back(passage.work, Absence, change)
                    twins[absence.id, absence.revision] = self._state(change.before)
                elif isinstance(change.after, Availability):
                    require_availability_allowed(passage.work, actor, change.after)
                    rule = self._put_back(passage.work, Availability, change)
                    twins[rule.id, rule.revision] = self._state(change.before)
                elif isinstance(change.after, WaitingListEntry) and kept:
                    _put_wish_back(passage.work, change.before, change.after)
                elif isinstance(change.after, WaitingListEntry):
                    actor.require(Right.PLAN_OWN)
                    wish = self._put_back(passage.work, WaitingListEntry, change)
                    twins[wish.id, wish.revision] = self._state(change.before)
        if passage.change_set is None:  # somebody else has brought about the same
            raise StaleRevisionError
        self._twins |= twins
        return passage.change_set

    def _forget_twins(self) -> None:
        """Drop those that no step is about any more."""
        if self._twins:
            steps = (*self._done, *self._undone)
            known = {change.entity_id for step in steps for change in step.changes}
            self._twins = {twin: state for twin, state in self._twins.items() if twin[0] in known}

    def _wanted(
        self, current: Appointment, actor: Actor, change: EntityChange, states: tuple[UUID, ...]
    ) -> Appointment:
        """The appointment as it was before ``change``."""
        if self._state(current) != self._state(change.after):
            raise StaleRevisionError(by=current.modified_by)
        if isinstance(change.before, Appointment):
            wanted = change.before
        else:
            wanted = cancelled(current, states, self.planning.clock.now(), actor.name)
        return replace(wanted, revision=current.revision)

    def _put_back(self, work: UnitOfWork, kind: type[R], change: EntityChange) -> R:
        current = work.get(kind, change.entity_id)
        if self._state(current) != self._state(change.after):
            raise StaleRevisionError
        if isinstance(change.before, kind):
            wanted = change.before
        else:
            wanted = replace(current, deleted_at=self.planning.clock.now())
        return work.put(replace(wanted, revision=current.revision))

    def _state(self, entity: Entity | None) -> int:
        """The revision that first had this state; 0 stands for "not there"."""
        if entity is None:
            return 0
        return self._twins.get((entity.id, entity.revision), entity.revision)


def _last(steps: Sequence[ChangeSet]) -> ChangeSet | None:
    """None where there is none, or another thread just took it."""
    try:
        return steps[-1]
    except IndexError:
        return None


def _of_appointments(step: ChangeSet) -> list[EntityChange]:
    return [change for change in step.changes if isinstance(change.after, Appointment)]


def _joined(first: ChangeSet, second: ChangeSet) -> ChangeSet:
    before = {change.entity_id: change.before for change in first.changes}
    changes = tuple(
        replace(change, before=before.get(change.entity_id, change.before)) for change in second.changes
    )
    return replace(second, changes=changes)


def _put_wish_back(work: UnitOfWork, before: Entity | None, after: WaitingListEntry) -> None:
    """Let a wish wait again, or be fulfilled again; whoever settled it otherwise since has the last word."""
    current = work.get(WaitingListEntry, after.id)
    if isinstance(before, WaitingListEntry) and current.appointment_id == after.appointment_id:
        work.put(replace(current, appointment_id=before.appointment_id, settled_at=before.settled_at))


def _put_period_back(work: UnitOfWork, before: Entity | None, after: ChainSettings) -> None:
    """Let the Kalenderperiode end where its appointments do again; once begun, it has begun for all series."""
    work.lock_table(ChainSettings)  # before resources, as ``CalendarPeriod`` does
    current = chain_settings(work)
    is_mine = current.calendar_period_until_on == after.calendar_period_until_on
    if is_mine and isinstance(before, ChainSettings) and before.calendar_period_until_on is not None:
        work.put(replace(current, calendar_period_until_on=before.calendar_period_until_on))
