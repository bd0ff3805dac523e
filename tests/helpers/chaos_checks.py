"""What must hold once everything has come to rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from helpers.chaos_ledger import (
    Event,
    end_of,
    plain,
    seen_here,
    seen_there,
    span_of,
    strings_in,
    when_in,
)
from helpers.chaos_world import INTERNAL, LAST_NAME, World
from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.calendar_link import EventMapping, MappingState, ProblemKind
from terminplaner.domain.resource import Resource
from terminplaner.simulator import PersonCalendar
from terminplaner.sync.event_questions import LEFT_ALONE, PING_PONG, UNREADABLE
from terminplaner.sync.wire import read_event

DELIBERATE = {UNREADABLE, PING_PONG, LEFT_ALONE}
"""Why an event may be set aside in this world."""


def check_equal(world: World) -> None:
    """Both sides hold the same, one event for each appointment and link, but for what waits for a person."""
    waiting = {problem.event_id for problem in world.bench.problems()}
    waiting |= {
        event["event_id"]
        for problem in world.bench.problems()
        for event in (problem.local or {}).get("events", ())
    }
    if any(problem.kind is ProblemKind.BRAKE for problem in world.bench.problems()):
        return  # nothing is written, and what moves between the links waits, until a person has decided
    for resource in world.resources:
        calendar = world.calendars[resource.id]
        mappings = world.bench.mappings(resource)
        _check_link(world, resource, calendar, mappings, waiting)
        check_blocks(world, resource, calendar)


def _check_link(
    world: World,
    resource: Resource,
    calendar: PersonCalendar,
    mappings: tuple[EventMapping, ...],
    waiting: set[str],
) -> None:
    zone = world.bench.branch.tz
    here = {found.id: found for found in world.appointments() if resource.id in found.resource_ids}
    aside = {m.event_id for m in mappings if m.state is MappingState.QUARANTINED or m.error_code == LEFT_ALONE}
    assert {m.error_code for m in mappings if m.event_id in aside} <= DELIBERATE
    known = {mapping.event_id: mapping for mapping in mappings}
    assert len(known) == len(mappings)
    excused = {known[key].appointment_id for key in aside | waiting if key in known}
    found: Counter[object] = Counter()
    for event in world.events(calendar):
        mapping = known.get(event["id"])
        if mapping is not None and mapping.state is not MappingState.TOMBSTONE:
            found[mapping.appointment_id] += 1
        if is_over(world, event) or event["id"] in aside | waiting:
            continue
        assert mapping is not None, f"an event without an appointment: {event}"
        assert mapping.appointment_id in here, f"an event whose appointment is not here: {event}, {mapping}"
        check_pair(here[mapping.appointment_id], event, mapping)
    for appointment in here.values():
        if appointment.when.interval(zone).end_at > world.edge and appointment.id not in excused:
            assert found[appointment.id] == 1, f"{found[appointment.id]} events for {appointment}"


def is_over(world: World, event: Event) -> bool:
    return end_of(event) <= world.edge


def check_pair(appointment: Appointment, event: Event, mapping: EventMapping) -> None:
    assert when_in(event) == span_of(appointment.when), (appointment, event)
    if len(appointment.resource_ids) == 1:  # else it has several events, each of which may say so
        assert appointment.is_transparent == (event.get("transparency") == "transparent"), (appointment, event)
    remote = read_event(dict(event), hides_private=mapping.is_born_in_google).fields
    assert mapping.answered == remote, (mapping, remote)
    assert mapping.projected is not None
    assert mapping.projected.when == remote.when
    if mapping.is_born_in_google:
        assert appointment.is_private == (event.get("visibility") == "private"), (appointment, event)
        assert not appointment.is_private or appointment.text != event["summary"], (appointment, event)
    if appointment.is_private:
        return
    if appointment.customer_id is None:
        assert event["summary"] == appointment.text, (appointment, event)
        assert event["description"] == appointment.comment, (appointment, event)
    elif appointment.origin is AppointmentOrigin.LOCAL:
        masked = ("Sehtest MM" if appointment.type_id else "Termin MM", "")
        assert (mapping.projected.title, mapping.projected.description) == masked, (appointment, mapping)


def check_blocks(world: World, resource: Resource, calendar: PersonCalendar) -> None:
    """Each living occurrence of a recurrence stands here exactly once."""
    now = world.bench.clock.now()
    here = Counter(
        (found.text, span_of(found.when))
        for found in world.bench.appointments(resource)
        if found.is_read_only and found.when.interval(world.bench.branch.tz).end_at > world.edge
    )
    there = Counter(
        (plain(instance)["summary"], when_in(instance))
        for event in calendar.events()
        if "recurrence" in event
        for instance in calendar.instances(event["id"], now + timedelta(days=366))
        if not is_over(world, instance)
    )
    assert here == there


def check_nothing_lost(world: World) -> None:
    """What was written last is on one of the sides (``check_equal`` makes that both) or in a conflict."""
    kept = set(_kept(world))
    lost = {value for value in world.ledger.written if value not in kept}
    assert not lost, f"lost: {sorted(lost)}"


def _kept(world: World) -> Iterator[str]:
    for appointment in world.appointments():
        yield from seen_here(appointment)
    for calendar in world.calendars.values():
        for event in calendar.events():
            yield from seen_there(event)
    for problem in world.bench.problems(open_only=False):
        if problem.kind in (ProblemKind.CONFLICT, ProblemKind.QUARANTINE):
            yield from strings_in(problem.local)
            yield from strings_in(problem.google)


def check_nothing_deleted_unasked(world: World) -> None:
    ledger = world.ledger
    for appointment in world.cancelled():
        is_asked = appointment.id in ledger.cancelled_here
        is_asked = is_asked or bool(world.events_of(appointment.id) & ledger.deleted_there)
        assert is_asked, f"cancelled though nobody deleted it: {appointment}"
    for resource in world.resources:
        calendar = world.calendars[resource.id]
        known = {mapping.event_id: mapping for mapping in world.bench.mappings(resource)}
        for event in calendar.events(include_deleted=True):
            if event["status"] != "cancelled" or "recurringEventId" in event or "recurrence" in event:
                continue
            mapping = known.get(event["id"])
            owner = mapping.appointment_id if mapping else None
            asked = (
                (calendar.id, event["id"]) in ledger.ever_deleted_there
                or owner in ledger.ever_cancelled_here
                or (owner, resource.id) in ledger.taken_off
                or (owner is not None and world.events_of(owner) & ledger.ever_deleted_there)
            )
            assert asked, f"deleted in Google though nobody asked for it: {event}"


def check_brakes(world: World) -> None:
    testimony = [what for station in world.stations for what in station.testimony]
    assert not testimony, testimony


def check_nothing_doubled(world: World) -> None:
    titles = Counter(appointment.text for appointment in world.appointments() if not appointment.is_private)
    assert {title for title, times in titles.items() if times > 1} <= world.ledger.copied


def check_requests(world: World) -> None:
    """What no request ever may say, in all that were made."""
    for request in world.bench.google.writes():
        assert request.query["sendUpdates"] == ["none"]
        for word in (LAST_NAME, INTERNAL, "recurrence", "attendees"):
            assert word not in request.body, request
