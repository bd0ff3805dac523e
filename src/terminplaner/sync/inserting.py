"""Creating events under ids of ours, committed before the first request."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import EventMapping, MappingState
from terminplaner.domain.chain import Branch
from terminplaner.services.ports import UnitOfWork
from terminplaner.sync.errors import ApiError
from terminplaner.sync.event_ids import event_id
from terminplaner.sync.event_questions import LEFT_ALONE, NEVER_SENT
from terminplaner.sync.mappings import mappings_by_appointment
from terminplaner.sync.outcomes import agree, appointment_id_of, refused, target_of
from terminplaner.sync.reconciler import Reconciler
from terminplaner.sync.session import LinkScope, LinkSession, is_here
from terminplaner.sync.wire import insert_body, read_event

_MOST_GENERATIONS = 5
"""Ids of one appointment found taken in a row, beyond which something else is wrong."""


def take_up_left_alone(scope: LinkScope, work: UnitOfWork) -> None:
    """Give restored appointments back the events that a person left alone when these were cancelled."""
    left = {
        mapping.appointment_id: mapping
        for mapping in work.list_mappings(scope.link.id)
        if mapping.state is MappingState.TOMBSTONE and mapping.error_code == LEFT_ALONE
    }
    if not left:
        return
    known = mappings_by_appointment(work, scope.link.id)
    for appointment in work.list_unpushed(scope.link, scope.live_after_at):
        if appointment.id in left and appointment.id not in known and is_here(appointment, scope.resource.id):
            again = replace(left[appointment.id], state=MappingState.SYNCED, error_code="")
            work.keep(replace(again, projected=None, base_revision=0))


def reserve(session: LinkSession, work: UnitOfWork) -> list[EventMapping]:
    """Commit the ids of all new events before the first request, so that no crash can make one twice."""
    known = mappings_by_appointment(work, session.link.id)
    reserved = []
    for appointment in work.list_unpushed(session.link, session.live_after_at):
        if not is_here(appointment, session.resource.id):
            continue
        mapping = known.get(appointment.id)
        if mapping is None:
            mapping = _reservation(session, work, appointment)
        elif not _is_due(mapping):
            continue
        reserved.append(mapping)
    return reserved


def _is_due(mapping: EventMapping) -> bool:
    """Unless it is known to be there, as is one whose answer cannot be read: that waits for a change in Google."""
    if mapping.answered is not None:
        return False
    if mapping.state is MappingState.QUARANTINED:
        return mapping.error_code not in NEVER_SENT
    return mapping.state is MappingState.RESERVED


def _reservation(session: LinkSession, work: UnitOfWork, appointment: Appointment) -> EventMapping:
    earlier = [mapping for mapping in work.list_mappings_of(appointment.id) if mapping.link_id == session.link.id]
    generation = max((mapping.generation for mapping in earlier), default=-1) + 1
    mapping = EventMapping(
        id=uuid4(),
        link_id=session.link.id,
        event_id=event_id(work.epoch().store_id, session.link.id, appointment.id, generation),
        appointment_id=appointment.id,
        generation=generation,
        state=MappingState.RESERVED,
        projected=session.projector(work)(appointment, None),
        changed_at=session.clock.now(),
    )
    session.advance_epoch(work)
    work.keep(mapping)
    return mapping


def insert(session: LinkSession, mapping: EventMapping) -> None:
    for _ in range(_MOST_GENERATIONS):
        with session.gate.store.read() as reader:
            appointment = reader.get(Appointment, appointment_id_of(mapping))
            target = target_of(session, reader, mapping, appointment)
            zone = reader.get(Branch, appointment.branch_id).tz
            store_id = reader.epoch().store_id
        if not is_here(appointment, session.resource.id):
            return
        if target.fields != mapping.projected:
            mapping = replace(mapping, projected=target.fields)
            with session.transaction() as work:
                work.keep(mapping)
        body = insert_body(
            mapping.event_id,
            target.fields,
            zone,
            store_id,
            appointment.id,
            is_transparent=appointment.is_transparent,
        )
        try:
            answer = session.calendar.insert(body)
        except ApiError as error:
            if error.status == 409:
                renamed = _adopt_taken(session, mapping)
                if renamed is None:
                    return
                mapping = renamed
                continue
            refused(session, mapping, appointment, error)
            return
        agree(session, mapping, target, answer, "created_google")
        return


def _adopt_taken(session: LinkSession, mapping: EventMapping) -> EventMapping | None:
    """The id is taken.  Ours and living: an answer was lost, take it as the answer (None).  Else: the next id."""
    item = session.calendar.living_event(mapping.event_id)
    with session.transaction() as work:
        session.hold(work, (mapping.appointment_id,))
        appointment = work.get(Appointment, appointment_id_of(mapping))
        if item is not None:
            remote = read_event(item, hides_private=False)
            if remote.appointment_id == appointment.id and remote.store_id == work.epoch().store_id:
                merged = Reconciler(session, work).merge_event(mapping, appointment, remote)
                session.journal(work, "created_google", merged, None, remote.fields)
                return None
        work.keep(replace(mapping, state=MappingState.TOMBSTONE))
        return _reservation(session, work, appointment)
