"""Carrying out what a person decided about a problem.

It happens in the store, in one transaction under the person's name; Google learns of it with the next pass.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeGuard
from uuid import UUID, uuid4

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import (
    CalendarLink,
    Choice,
    EventMapping,
    MappingState,
    Problem,
    ProblemKind,
)
from terminplaner.domain.errors import ComeBackLaterError, InvalidInputError, NotFoundError
from terminplaner.domain.resource import Resource
from terminplaner.domain.series import changed_alone
from terminplaner.services.branches import branch_of
from terminplaner.services.cancellation import brought_back, cancelled, cancelling_states
from terminplaner.services.gate import Gate, repeatable
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import Clock, UnitOfWork
from terminplaner.services.settings import chain_settings
from terminplaner.sync.decide import Here
from terminplaner.sync.event_questions import LEFT_ALONE, PING_PONG
from terminplaner.sync.merging import from_json
from terminplaner.sync.projection import Field, take
from terminplaner.sync.questions import TO_GOOGLE
from terminplaner.sync.reconciler import Reconciler, state_here
from terminplaner.sync.restored import decide_restore
from terminplaner.sync.session import Lease, LinkScope


def resolve_problem(gate: Gate, clock: Clock, problem_id: UUID, choice: str, actor: Actor) -> Problem:
    """See ``Engine.resolve``."""
    with gate.store.read() as reader:
        problem = next((found for found in reader.list_problems() if found.id == problem_id), None)
        link = reader.find_record(CalendarLink, problem.link_id) if problem and problem.link_id else None
    if problem is None or link is None:
        raise NotFoundError("problem_not_open", id=str(problem_id))
    if choice not in problem.choices:
        raise InvalidInputError(
            "choice_does_not_fit", choice=choice, choices=", ".join(item.value for item in problem.choices)
        )
    lease = Lease.acquire(gate, clock, link.id, str(uuid4()))
    if lease is None:
        raise ComeBackLaterError("held_elsewhere")
    try:
        return _resolve(_scope(gate, clock, link, lease, actor), problem, Choice(choice))
    finally:
        lease.release()


def _scope(gate: Gate, clock: Clock, link: CalendarLink, lease: Lease, actor: Actor) -> LinkScope:
    with gate.store.read() as reader:
        resource = reader.get(Resource, link.resource_id)
        return LinkScope(
            link=link,
            resource=resource,
            branch=branch_of(reader, resource),
            settings=chain_settings(reader),
            gate=gate,
            clock=clock,
            lease=lease,
            by=actor,
            now=clock.now(),
            run_id=uuid4(),
            counts=Counter(),
        )


@repeatable
def _resolve(scope: LinkScope, problem: Problem, choice: Choice) -> Problem:
    carry_out: Mapping[ProblemKind, Callable[[_Decision], None]] = {
        ProblemKind.CONFLICT: _conflict,
        ProblemKind.DELETED_IN_GOOGLE: _deleted_in_google,
        ProblemKind.OVERLAP: _overlap,
        ProblemKind.BRAKE: _brake,
        ProblemKind.QUARANTINE: _quarantine,
        ProblemKind.RESTORE_PREVIEW: _restore_preview,
    }
    resolved = replace(problem, resolved_at=scope.now, resolved_by=scope.by.name, resolution=choice)
    with scope.transaction() as work:
        events = (problem.local or {}).get("events", ()) if problem.kind is ProblemKind.BRAKE else ()
        known = [work.find_mapping(scope.link.id, str(event["event_id"])) for event in events]
        scope.hold(work, [problem.appointment_id, *(mapping.appointment_id for mapping in known if mapping)])
        carry_out[problem.kind](_Decision(scope, work, problem, choice))
        # A step may have closed it already as settled by itself; a person's word is what counts.
        work.keep(resolved)
    return resolved


class _Decision:
    def __init__(self, scope: LinkScope, work: UnitOfWork, problem: Problem, choice: Choice) -> None:
        self.scope = scope
        self.work = work
        self.problem = problem
        self.choice = choice
        self.reconciler = Reconciler(scope, work)

    @property
    def mapping(self) -> EventMapping | None:
        return self.work.find_mapping(self.scope.link.id, self.problem.event_id)

    @property
    def appointment(self) -> Appointment | None:
        appointment_id = self.problem.appointment_id
        return self.work.find(Appointment, appointment_id) if appointment_id else None

    def mapping_of(self, event: Mapping[str, Any]) -> EventMapping | None:
        return self.work.find_mapping(self.scope.link.id, str(event["event_id"]))

    def cancel(self, appointment: Appointment) -> None:
        states = cancelling_states(self.work)
        self.work.put(cancelled(appointment, states, self.scope.now, self.scope.by.name))

    def keep_here(self, appointment: Appointment) -> None:
        """Bring it back if it was given up since, as by the question about its event in another calendar."""
        self.work.put(brought_back(appointment))


def _conflict(decision: _Decision) -> None:
    appointment, mapping = decision.appointment, decision.mapping
    google, local = decision.problem.google or {}, decision.problem.local or {}
    if appointment is None:
        return
    if decision.choice is Choice.LOCAL:
        if local.get("cancelled") and not appointment.is_cancelled:
            decision.cancel(appointment)
        elif _is_still_there(mapping, google):
            # Two versions that met without a base: nothing has been sent yet.
            decision.work.keep(replace(mapping, projected=None, base_revision=0))
    elif google.get("deleted"):
        if not appointment.is_cancelled:
            decision.cancel(appointment)
    elif not local.get("cancelled"):
        ours = decision.reconciler.projection(appointment, mapping)
        names, fields = from_json(google, ours)
        # A person chose theirs for what we show of ours, whether Google ever had that or not.
        decision.work.put(changed_alone(appointment, take(appointment, fields, ours, names)))


def _is_still_there(mapping: EventMapping | None, google: Mapping[str, Any]) -> TypeGuard[EventMapping]:
    """Whether Google still holds the version that lost, and nobody has edited it since."""
    if mapping is None or mapping.state is not MappingState.SYNCED or mapping.answered is None:
        return False
    return from_json(google, mapping.answered)[1] == mapping.answered


def _deleted_in_google(decision: _Decision) -> None:
    mapping = decision.mapping
    if mapping is None:
        return
    if decision.choice is Choice.APPLY:
        decision.reconciler.cancel_here(mapping)
    else:
        decision.reconciler.bury(mapping)
        if decision.appointment is not None:
            decision.keep_here(decision.appointment)


def _overlap(decision: _Decision) -> None:
    before = (decision.problem.local or {}).get("before")
    appointment = decision.appointment
    if decision.choice is Choice.LOCAL and before and appointment is not None:
        current = decision.reconciler.projection(appointment, decision.mapping)
        names, fields = from_json(before, current)
        decision.work.put(changed_alone(appointment, take(appointment, fields, current, names & {Field.WHEN})))


def _brake(decision: _Decision) -> None:
    local = decision.problem.local or {}
    step = _brake_to_google if local.get("direction") == TO_GOOGLE else _brake_from_google
    for event in local.get("events", ()):
        mapping = decision.mapping_of(event)
        if mapping is not None and mapping.appointment_id is not None:
            step(decision, mapping, decision.work.get(Appointment, mapping.appointment_id))


def _brake_from_google(decision: _Decision, mapping: EventMapping, appointment: Appointment) -> None:
    is_untouched = state_here(appointment, mapping, decision.scope.resource.id) is Here.SAME
    if decision.choice is Choice.APPLY and is_untouched:
        decision.reconciler.cancel_here(mapping)
    elif decision.choice is Choice.IGNORE:
        left = replace(mapping, state=MappingState.QUARANTINED, error_code=LEFT_ALONE)
        decision.reconciler.keep(replace(left, base_revision=appointment.revision))
    else:
        decision.reconciler.bury(mapping)
        if decision.choice is Choice.RESTORE:
            decision.keep_here(appointment)


def _brake_to_google(decision: _Decision, mapping: EventMapping, appointment: Appointment) -> None:
    if decision.choice is Choice.APPLY:
        decision.reconciler.keep(replace(mapping, state=MappingState.DELETING))
    elif decision.choice is Choice.IGNORE:
        decision.reconciler.keep(replace(mapping, state=MappingState.TOMBSTONE, error_code=LEFT_ALONE))
    else:
        here = decision.scope.resource.id
        resource_ids = appointment.resource_ids
        decision.work.put(
            replace(
                brought_back(appointment),
                resource_ids=resource_ids if here in resource_ids else (*resource_ids, here),
            )
        )


def _quarantine(decision: _Decision) -> None:
    """Freed from a ping-pong, the one or the other version stands; anything else is only taken note of."""
    mapping, appointment = decision.mapping, decision.appointment
    if mapping is None or appointment is None or mapping.error_code != PING_PONG:
        return
    if decision.choice is Choice.IGNORE:
        return
    freed = replace(mapping, state=MappingState.SYNCED, error_code="", flips=0, flips_since_at=None)
    if decision.choice is Choice.LOCAL:
        freed = replace(freed, projected=None, base_revision=0)
    elif freed.answered is not None:
        names = frozenset(Field)
        ours = decision.reconciler.projection(appointment, freed)
        stored = decision.work.put(changed_alone(appointment, take(appointment, freed.answered, ours, names)))
        projected = decision.reconciler.projection(stored, freed)
        freed = replace(freed, projected=projected, base_revision=stored.revision)
    decision.reconciler.keep(freed)


def _restore_preview(decision: _Decision) -> None:
    decide_restore(decision.scope, decision.work, decision.choice)
