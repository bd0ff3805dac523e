"""What must hold once everything has come to rest where links carry changes one way only."""

from __future__ import annotations

from helpers.chaos_checks import DELIBERATE, check_blocks, check_pair, is_over
from helpers.chaos_world import World
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import MappingState, ProblemKind
from terminplaner.domain.changes import Origin
from terminplaner.sync.event_questions import LEFT_ALONE
from terminplaner.sync.wire import read_event

_ALL = 100_000


def check_only_from_google(world: World) -> None:
    """Nothing was ever written there, and what stands there is here, but for what waits or was changed here."""
    assert world.bench.google.writes() == ()
    waiting = _waiting(world)
    if _is_braked(world):
        return
    for resource in world.resources:
        calendar = world.calendars[resource.id]
        known = {mapping.event_id: mapping for mapping in world.bench.mappings(resource)}
        here = {found.id: found for found in world.appointments()}
        for event in world.events(calendar):
            mapping = known.get(event["id"])
            if is_over(world, event) or event["id"] in waiting:
                continue
            assert mapping is not None, f"an event that did not come: {event}"
            if mapping.state is MappingState.QUARANTINED or mapping.error_code == LEFT_ALONE:
                assert mapping.error_code in DELIBERATE
                continue
            appointment = here.get(mapping.appointment_id) if mapping.appointment_id else None
            if appointment is None or appointment.revision > mapping.base_revision:
                continue  # given up or changed here before, or by a decision: Google is not told
            check_pair(appointment, event, mapping)
        check_blocks(world, resource, calendar)


def check_only_to_google(world: World) -> None:
    """Google changed nothing here, asked nothing but what the brakes hold, and holds what is here."""
    with world.bench.store.read() as reader:
        brought = [
            change.after
            for change_set in reader.list_change_sets(limit=_ALL)
            for change in change_set.changes
            if change_set.author.origin is Origin.GOOGLE and isinstance(change.after, Appointment)
        ]
    assert brought == []
    kinds = {problem.kind for problem in world.bench.problems(open_only=False)}
    assert kinds <= {ProblemKind.BRAKE, ProblemKind.QUARANTINE}, kinds
    waiting = _waiting(world)
    if _is_braked(world):
        return
    for resource in world.resources:
        calendar = world.calendars[resource.id]
        events = {event["id"]: event for event in world.events(calendar)}
        mappings = [found for found in world.bench.mappings(resource) if found.state is not MappingState.TOMBSTONE]
        aside = {m.event_id for m in mappings if m.state is MappingState.QUARANTINED or m.error_code == LEFT_ALONE}
        left = {found.appointment_id for found in world.bench.mappings(resource) if found.error_code == LEFT_ALONE}
        for appointment in world.appointments():
            is_past = appointment.when.interval(world.bench.branch.tz).end_at <= world.edge
            if resource.id not in appointment.resource_ids or is_past or appointment.id in left:
                continue
            (mapping,) = (found for found in mappings if found.appointment_id == appointment.id)
            if mapping.event_id in aside | waiting:
                continue
            event = events[mapping.event_id]
            check_pair(appointment, event, mapping)
            remote = read_event(dict(event), hides_private=False).fields
            assert remote == mapping.projected, f"not put over Google's: {remote}, {mapping.projected}"


def _waiting(world: World) -> set[str]:
    problems = world.bench.problems()
    events = (event for problem in problems for event in (problem.local or {}).get("events", ()))
    return {problem.event_id for problem in problems} | {event["event_id"] for event in events}


def _is_braked(world: World) -> bool:
    """Then nothing is written, and what moves between the links waits, until a person has decided."""
    return any(problem.kind is ProblemKind.BRAKE for problem in world.bench.problems())
