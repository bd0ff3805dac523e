"""Writing to a calendar: creates and updates first; deletions when every link has had those (deletion.py)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import EventMapping, MappingState, ProblemKind, SharedFields
from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import SyncDirection
from terminplaner.domain.series import changed_alone
from terminplaner.services.ports import Reader, UnitOfWork
from terminplaner.sync.errors import ApiError
from terminplaner.sync.event_ids import event_id
from terminplaner.sync.failures import (
    CALENDAR_MISSING,
    READ_ONLY,
    LinkError,
    is_forbidden,
    is_gone,
    is_refused_event,
)
from terminplaner.sync.merging import as_json
from terminplaner.sync.reconciler import LEFT_ALONE, NEVER_SENT, REFUSED, UNREADABLE, Reconciler
from terminplaner.sync.session import LinkScope, LinkSession, is_here
from terminplaner.sync.wire import (
    Json,
    RemoteEvent,
    UnreadableEventError,
    insert_body,
    patch_body,
    read_event,
)

_WRITING_ROLES = ("owner", "writer")
_MOST_GENERATIONS = 5
"""Ids of one appointment found taken in a row, beyond which something else is wrong."""


def has_work(session: LinkSession, reader: Reader) -> bool:
    """Whether anything here is ahead of Google that may go there."""
    if session.direction is SyncDirection.FROM_GOOGLE:
        return False
    is_projected = session.link.projected_privacy == session.settings.google_privacy.value
    return not is_projected or bool(reader.list_unpushed(session.link, session.live_after_at))


def push_upserts(session: LinkSession) -> None:
    """Create and update what is ahead of Google.

    Raise ``LinkError`` or ``GoogleError`` where that ends the pass over this link.
    """
    with session.transaction() as work:
        take_up_left_alone(session, work)
        reserved = _reserve(session, work)
    for done, mapping in enumerate(reserved, start=1):
        with setting_aside_unreadable(session, mapping):
            _insert(session, mapping)
        session.progress(done, len(reserved))
    with session.gate.store.read() as reader:
        due = _updates(session, reader)
    is_complete = True
    for mapping in due:
        with setting_aside_unreadable(session, mapping):
            is_complete &= _update(session, mapping)
    level = session.settings.google_privacy.value
    if is_complete and session.link.projected_privacy != level:
        with session.transaction() as work:
            session.keep_link(work, projected_privacy=level)


@contextmanager
def setting_aside_unreadable(session: LinkSession, mapping: EventMapping) -> Iterator[None]:
    """Keep an answer that cannot be understood that one event's problem."""
    try:
        yield
    except UnreadableEventError as error:
        with session.transaction() as work:
            session.hold(work)
            stored = work.find_mapping(session.link.id, mapping.event_id) or mapping
            Reconciler(session, work).quarantine(stored, UNREADABLE, stored.base_revision, error.hint)


def mappings_by_appointment(reader: Reader, link_id: UUID) -> dict[UUID, EventMapping]:
    """The one mapping that counts for each appointment of a link."""
    return {
        mapping.appointment_id: mapping
        for mapping in reader.list_mappings(link_id)
        if mapping.appointment_id is not None and mapping.state is not MappingState.TOMBSTONE
    }


# -- creating


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


def _reserve(session: LinkSession, work: UnitOfWork) -> list[EventMapping]:
    """Commit the ids of all new events before the first request, so that no crash can make one twice."""
    known = mappings_by_appointment(work, session.link.id)
    reserved = []
    for appointment in work.list_unpushed(session.link, session.live_after_at):
        if not is_here(appointment, session.resource.id):
            continue
        mapping = known.get(appointment.id)
        if mapping is None:
            mapping = _reservation(session, work, appointment)
        elif mapping.answered is not None or mapping.state not in (
            MappingState.RESERVED,
            MappingState.QUARANTINED,
        ):
            continue
        reserved.append(mapping)
    return reserved


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


def _insert(session: LinkSession, mapping: EventMapping) -> None:
    for _ in range(_MOST_GENERATIONS):
        with session.gate.store.read() as reader:
            appointment = reader.get(Appointment, _appointment_id(mapping))
            target = _target(session, reader, mapping, appointment)
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
            _refused(session, mapping, appointment, error)
            return
        _agree(session, mapping, target, answer, "created_google")
        return


def _adopt_taken(session: LinkSession, mapping: EventMapping) -> EventMapping | None:
    """The id is taken.  Ours and living: an answer was lost, take it as the answer (None).  Else: the next id."""
    item = session.calendar.living_event(mapping.event_id)
    with session.transaction() as work:
        session.hold(work, (mapping.appointment_id,))
        appointment = work.get(Appointment, _appointment_id(mapping))
        if item is not None:
            remote = read_event(item, hides_private=False)
            if remote.appointment_id == appointment.id and remote.store_id == work.epoch().store_id:
                merged = Reconciler(session, work).merge_event(mapping, appointment, remote)
                session.journal(work, "created_google", merged, None, remote.fields)
                return None
        work.keep(replace(mapping, state=MappingState.TOMBSTONE))
        return _reservation(session, work, appointment)


# -- updating


def _updates(session: LinkSession, reader: Reader) -> list[EventMapping]:
    known = mappings_by_appointment(reader, session.link.id)
    waiting = {
        appointment.id
        for appointment in reader.list_unpushed(session.link, session.live_after_at)
        if is_here(appointment, session.resource.id)
    }
    if session.link.projected_privacy != session.settings.google_privacy.value:
        waiting |= {key for key, mapping in known.items() if session.is_live(mapping.answered)}
    return [mapping for key, mapping in known.items() if key in waiting and _may_be_updated(mapping)]


def _may_be_updated(mapping: EventMapping) -> bool:
    if mapping.state is MappingState.QUARANTINED:
        return mapping.answered is not None and mapping.error_code not in NEVER_SENT
    return mapping.state in (MappingState.SYNCED, MappingState.ARCHIVED, MappingState.DELETING)


def _update(session: LinkSession, mapping: EventMapping) -> bool:
    """False where somebody else is at the event right now and the next pass has to look again."""
    _follow_only_event(session, mapping)
    for is_last in (False, True):
        with session.gate.store.read() as reader:
            appointment = reader.get(Appointment, _appointment_id(mapping))
            target = _target(session, reader, mapping, appointment)
            zone = reader.get(Branch, appointment.branch_id).tz
        before = sent_before(session, mapping)
        if before is None or not is_here(appointment, session.resource.id):
            return True
        body = patch_body(before, target.fields, zone) | _transparency(session, mapping, appointment)
        if not body:
            _note_agreement(session, mapping, target)
            return True
        try:
            answer = session.calendar.patch(mapping.event_id, body, mapping.etag)
        except ApiError as error:
            if error.status == 412 and not is_last:
                current = refresh(session, mapping)
                if current is None:
                    return True
                mapping = current
                continue
            if error.status == 412:
                return False
            if is_gone(error):
                refresh(session, mapping)
            else:
                _refused(session, mapping, appointment, error)
            return True
        _agree(session, mapping, target, answer, "updated_google")
        return True
    return False


def sent_before(scope: LinkScope, mapping: EventMapping) -> SharedFields | None:
    """What an update is measured against: what we sent last, or what Google has where ours is put over it."""
    if scope.direction is SyncDirection.TO_GOOGLE:
        return mapping.answered or mapping.projected
    return mapping.projected or mapping.answered


def _transparency(session: LinkSession, mapping: EventMapping, appointment: Appointment) -> Json:
    """Who changes it in Google is followed here, unless ours is put over it."""
    is_same = appointment.is_transparent == mapping.is_transparent
    if is_same or session.direction is not SyncDirection.TO_GOOGLE:
        return {}
    return {"transparency": "transparent" if appointment.is_transparent else "opaque"}


def _follow_only_event(session: LinkSession, mapping: EventMapping) -> None:
    """An appointment that one event is left of is as transparent as that one."""
    with session.gate.store.read() as reader:
        if not _differs_from_only_event(session, reader.get(Appointment, _appointment_id(mapping)), mapping):
            return
    with session.transaction() as work:
        session.hold(work, (mapping.appointment_id,))
        appointment = work.get(Appointment, _appointment_id(mapping))
        if _differs_from_only_event(session, appointment, mapping):
            alike = replace(appointment, is_transparent=mapping.is_transparent)
            stored = work.put(changed_alone(appointment, alike))
            session.journal(work, "updated_local", mapping, mapping.answered, mapping.answered, stored)


def _differs_from_only_event(session: LinkSession, appointment: Appointment, mapping: EventMapping) -> bool:
    is_only = is_here(appointment, session.resource.id) and len(appointment.resource_ids) == 1
    return (
        session.direction is SyncDirection.BOTH
        and is_only
        and appointment.is_transparent != mapping.is_transparent
    )


def refresh(session: LinkSession, mapping: EventMapping) -> EventMapping | None:
    """Merge what Google holds of this event now; None where it is gone, which the next pass settles."""
    remote = fetch(session, mapping)
    with session.transaction() as work:
        if remote is None:
            work.keep(replace(mapping, state=MappingState.HELD, changed_at=session.clock.now()))
            return None
        session.hold(work, (mapping.appointment_id,))
        appointment = work.get(Appointment, _appointment_id(mapping))
        return Reconciler(session, work).merge_event(mapping, appointment, remote)


def fetch(session: LinkSession, mapping: EventMapping) -> RemoteEvent | None:
    """The event as it is now; None with evidence that it is gone."""
    item = session.calendar.living_event(mapping.event_id)
    return None if item is None else read_event(item, hides_private=mapping.is_born_in_google)


# -- results


@dataclass(frozen=True, slots=True)
class _Target:
    """What Google should hold, and what of ours that was made of."""

    fields: SharedFields
    revision: int
    names_revision: int

    def as_base_of(self, mapping: EventMapping) -> EventMapping:
        return replace(
            mapping,
            state=MappingState.SYNCED,
            projected=self.fields,
            base_revision=self.revision,
            names_revision=self.names_revision,
        )


def _target(session: LinkSession, reader: Reader, mapping: EventMapping, appointment: Appointment) -> _Target:
    project = session.projector(reader)
    return _Target(project(appointment, mapping), appointment.revision, project.names_revision(appointment))


def _agree(session: LinkSession, mapping: EventMapping, target: _Target, answer: Json, counter: str) -> None:
    """Both halves of the base are what was just sent and what Google made of it."""
    remote = read_event(answer, hides_private=mapping.is_born_in_google)
    agreed = replace(
        target.as_base_of(_with_our_flip(mapping, session.now)),
        etag=remote.etag,
        is_transparent=remote.is_transparent,
        answered=remote.fields,
        error_code="",
        changed_at=session.clock.now(),
    )
    with session.transaction() as work:
        work.keep(agreed)
        if mapping.state is MappingState.QUARANTINED:
            Reconciler(session, work).withdraw(ProblemKind.QUARANTINE, mapping.event_id)
        session.journal(work, counter, agreed, mapping.answered, remote.fields)


def _note_agreement(session: LinkSession, mapping: EventMapping, target: _Target) -> None:
    """Nothing that Google sees has changed, or a change that it refused was taken back."""
    is_refused = mapping.error_code == REFUSED
    agreed = target.as_base_of(replace(mapping, error_code="") if is_refused else mapping)
    if agreed != mapping:
        with session.transaction() as work:
            work.keep(agreed)
            if is_refused:
                Reconciler(session, work).withdraw(ProblemKind.QUARANTINE, mapping.event_id)


def _with_our_flip(mapping: EventMapping, now: datetime) -> EventMapping:
    if mapping.flips % 2:
        return mapping
    return replace(
        mapping, flips=mapping.flips + 1, flips_since_at=mapping.flips_since_at if mapping.flips else now
    )


def _refused(session: LinkSession, mapping: EventMapping, appointment: Appointment, error: ApiError) -> None:
    """Set the one event aside that Google refuses; anything else ends the pass."""
    if is_gone(error):
        raise LinkError(CALENDAR_MISSING) from None
    if is_forbidden(error):
        require_writable(session)
    elif not is_refused_event(error):
        raise error
    with session.transaction() as work:
        session.hold(work)
        hint = {**as_json(mapping.answered)} if mapping.answered else {}
        hint["error"] = f"{error.status} {error.reason}"
        Reconciler(session, work).quarantine(mapping, REFUSED, appointment.revision, hint)


def require_writable(session: LinkSession) -> None:
    """Raise ``LinkError`` where the account may no longer write to the calendar."""
    role = str(session.calendar.entry().get("accessRole", ""))
    with session.transaction() as work:
        session.keep_link(work, access_role=role)
    if role not in _WRITING_ROLES:
        raise LinkError(READ_ONLY)


def _appointment_id(mapping: EventMapping) -> UUID:
    if mapping.appointment_id is None:
        raise ValueError("a mapping without an appointment is never pushed")
    return mapping.appointment_id
