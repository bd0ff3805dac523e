"""What can only be decided once all links were pulled: arrivals, moves, and deletions in Google.

An event dragged from one linked calendar to another looks like a deletion here and a new event there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import (
    CalendarLink,
    EventMapping,
    MappingState,
    ProblemKind,
)
from terminplaner.domain.chain import DeletionPolicy
from terminplaner.domain.errors import StaleRevisionError
from terminplaner.domain.resource import SyncDirection
from terminplaner.domain.series import changed_alone
from terminplaner.services.cancellation import brought_back
from terminplaner.services.ports import UnitOfWork
from terminplaner.sync import brake
from terminplaner.sync.decide import Action, There, event_action
from terminplaner.sync.merging import as_json
from terminplaner.sync.questions import FROM_GOOGLE, ask, find_open, withdraw
from terminplaner.sync.reconciler import Reconciler, state_here
from terminplaner.sync.session import GOOGLE, LinkScope, direction_of
from terminplaner.sync.wire import RemoteEvent

_EDIT_WINS = (Action.BRING_BACK_THERE, Action.KEEP_HERE)
_LIVING = (MappingState.SYNCED, MappingState.QUARANTINED, MappingState.DELETING)


def settle_arrivals(scope: LinkScope, work: UnitOfWork, other_links: Sequence[CalendarLink]) -> None:
    """Events that may have come from another link: the same appointment on another resource, or a copy.

    Raise ``StaleRevisionError`` where one turns out to have come from elsewhere while this transaction waited.
    """
    reconciler = Reconciler(scope, work)
    arrivals = [mapping for mapping in _held(work, scope.link) if mapping.appointment_id is None]
    sources = [found for arrival in arrivals if (found := _moved_from(work, arrival, other_links)) is not None]
    scope.hold(work, (moved.id for _, _, moved in sources), (link.resource_id for link, _, _ in sources))
    are_held = {(link.id, moved.id) for link, _, moved in sources}
    for arrival in _held(work, scope.link):
        if arrival.appointment_id is not None or arrival.answered is None:
            continue
        remote = RemoteEvent(
            arrival.event_id,
            arrival.etag,
            arrival.answered,
            is_private=arrival.is_private,
            is_transparent=arrival.is_transparent,
        )
        found = _moved_from(work, arrival, other_links)
        if found is not None and (found[0].id, found[2].id) not in are_held:
            raise StaleRevisionError(by=found[2].modified_by)
        if found is None:
            reconciler.import_event(remote, arrival)
        elif scope.resource.id in found[2].resource_ids or reconciler.has_event(found[2]):
            # It had an event here already: this one is a second, and the appointment only left the other resource.
            _leave(reconciler, *found)
            reconciler.import_event(remote, arrival)
        else:
            _move(reconciler, arrival, remote, *found)


def settle_deletions(scope: LinkScope, work: UnitOfWork) -> None:
    """Believe, hold or ask about the events that are gone from this link's calendar."""
    reconciler = Reconciler(scope, work)
    deletions = []
    scope.hold(work, (mapping.appointment_id for mapping in _held(work, scope.link)))
    for mapping in _held(work, scope.link):
        appointment = work.find(Appointment, mapping.appointment_id) if mapping.appointment_id else None
        here = state_here(appointment, mapping, scope.resource.id)
        action = event_action(here, There.CANCELLED, scope.direction)
        if appointment is None or action is Action.FORGET:
            reconciler.bury(mapping)
        elif find_open(work, scope.link.id, ProblemKind.DELETED_IN_GOOGLE, mapping.event_id):
            continue
        elif action in _EDIT_WINS and scope.direction is not SyncDirection.TO_GOOGLE:
            reconciler.keep_in_spite(mapping, appointment)
        else:
            deletions.append((mapping, appointment))
    held_before = find_open(work, scope.link.id, ProblemKind.BRAKE, direction=FROM_GOOGLE)
    if brake.holds(len(deletions), _living(scope, work) + len(deletions)):
        ask(
            work,
            scope.link,
            ProblemKind.BRAKE,
            scope.now,
            local={"direction": FROM_GOOGLE, "events": [_named(mapping) for mapping, _ in deletions]},
        )
        return
    withdraw(work, held_before, scope.now)
    for mapping, appointment in deletions:
        if scope.direction is SyncDirection.TO_GOOGLE:
            reconciler.bury(mapping)  # and its next generation is due
        elif _needs_a_person(scope.settings.google_deletions, appointment):
            reconciler.questions.ask(
                ProblemKind.DELETED_IN_GOOGLE,
                mapping,
                as_json(reconciler.projection(appointment, mapping)),
                {"deleted": True},
            )
        else:
            reconciler.cancel_here(mapping)


def _held(work: UnitOfWork, link: CalendarLink) -> list[EventMapping]:
    return [mapping for mapping in work.list_mappings(link.id) if mapping.state is MappingState.HELD]


def _living(scope: LinkScope, work: UnitOfWork) -> int:
    return sum(
        mapping.state in _LIVING and mapping.appointment_id is not None and scope.is_live(mapping.answered)
        for mapping in work.list_mappings(scope.link.id)
    )


def _needs_a_person(policy: DeletionPolicy, appointment: Appointment) -> bool:
    return policy is DeletionPolicy.ASK or (
        policy is DeletionPolicy.ASK_CUSTOMER and appointment.customer_id is not None
    )


def _named(mapping: EventMapping) -> dict[str, object]:
    shown = as_json(mapping.answered) if mapping.answered else {}
    return {"event_id": mapping.event_id, "appointment_id": str(mapping.appointment_id), **shown}


def _moved_from(
    work: UnitOfWork, arrival: EventMapping, other_links: Sequence[CalendarLink]
) -> tuple[CalendarLink, EventMapping, Appointment] | None:
    """The event elsewhere that this one was, if that is gone there; else this one is a copy."""
    for other in other_links:
        source = work.find_mapping(other.id, arrival.copied_from or arrival.event_id)
        if source is None or source.appointment_id is None:
            continue
        if direction_of(work, other) is SyncDirection.TO_GOOGLE:
            continue  # what is done there moves nothing here
        appointment = work.get(Appointment, source.appointment_id)
        is_leaving = source.state is MappingState.HELD and not appointment.is_cancelled
        # Its deletion was believed before the arrival could be seen.
        was_taken_for_deleted = (
            source.state is MappingState.TOMBSTONE
            and appointment.is_cancelled
            and appointment.cancelled_by == GOOGLE.name
        )
        if is_leaving or was_taken_for_deleted:
            return other, source, appointment
    return None


def _move(
    reconciler: Reconciler,
    arrival: EventMapping,
    remote: RemoteEvent,
    source_link: CalendarLink,
    source: EventMapping,
    appointment: Appointment,
) -> None:
    """The same appointment on another resource, in one transaction."""
    here = reconciler.link.resource_id
    resource_ids = tuple(here if key == source_link.resource_id else key for key in appointment.resource_ids)
    elsewhere = replace(
        brought_back(appointment),
        resource_ids=resource_ids if here in resource_ids else (*resource_ids, here),
    )
    moved = reconciler.work.put(changed_alone(appointment, elsewhere))
    is_unchanged = source.base_revision == appointment.revision or appointment.is_cancelled
    mapping = replace(
        source,
        id=arrival.id,
        link_id=arrival.link_id,
        event_id=arrival.event_id,
        generation=0,
        base_revision=moved.revision if is_unchanged else source.base_revision,
        flips=0,
    )
    reconciler.questions.check_room(mapping, moved, None)
    merged = reconciler.merge_event(mapping, moved, remote)
    stored = reconciler.work.get(Appointment, moved.id)
    reconciler.scope.journal(reconciler.work, "updated_local", merged, source.answered, remote.fields, stored)
    _bury_source(reconciler, source_link, source)


def _leave(
    reconciler: Reconciler, source_link: CalendarLink, source: EventMapping, appointment: Appointment
) -> None:
    """The appointment without the resource that its event was dragged away from; here, if that was its last."""
    kept = tuple(key for key in appointment.resource_ids if key != source_link.resource_id)
    resource_ids = kept or (reconciler.link.resource_id,)
    elsewhere = replace(brought_back(appointment), resource_ids=resource_ids)
    left = reconciler.work.put(changed_alone(appointment, elsewhere))
    reconciler.scope.journal(reconciler.work, "updated_local", source, source.answered, source.answered, left)
    _bury_source(reconciler, source_link, source)


def _bury_source(reconciler: Reconciler, source_link: CalendarLink, source: EventMapping) -> None:
    work = reconciler.work
    work.keep(replace(source, state=MappingState.TOMBSTONE))
    asked = find_open(work, source_link.id, ProblemKind.DELETED_IN_GOOGLE, source.event_id)
    withdraw(work, asked, reconciler.scope.now)
