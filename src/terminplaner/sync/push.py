"""Writing to a calendar: creates and updates first; deletions when every link has had those (deletion.py)."""

from __future__ import annotations

from dataclasses import replace

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import EventMapping, MappingState
from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import SyncDirection
from terminplaner.domain.series import changed_alone
from terminplaner.services.ports import Reader
from terminplaner.sync.errors import ApiError
from terminplaner.sync.event_questions import LEFT_ALONE, NEVER_SENT
from terminplaner.sync.failures import is_gone
from terminplaner.sync.inserting import insert, reserve, take_up_left_alone
from terminplaner.sync.mappings import mappings_by_appointment, sent_before
from terminplaner.sync.outcomes import (
    agree,
    appointment_id_of,
    note_agreement,
    note_names,
    refused,
    setting_aside_unreadable,
    target_of,
)
from terminplaner.sync.reconciler import Reconciler
from terminplaner.sync.session import LinkSession, is_here
from terminplaner.sync.set_aside import rewrite_set_aside
from terminplaner.sync.wire import Json, RemoteEvent, patch_body, read_event


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
        reserved = reserve(session, work)
    for done, mapping in enumerate(reserved, start=1):
        with setting_aside_unreadable(session, mapping):
            insert(session, mapping)
        session.progress(done, len(reserved))
    with session.gate.store.read() as reader:
        due = _updates(session, reader)
    is_complete = True
    for mapping in due:
        with setting_aside_unreadable(session, mapping):
            is_complete &= _update(session, mapping)
    level = session.settings.google_privacy.value
    if session.link.projected_privacy != level and rewrite_set_aside(session) and is_complete:
        with session.transaction() as work:
            session.keep_link(work, projected_privacy=level)


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
            appointment = reader.get(Appointment, appointment_id_of(mapping))
            target = target_of(session, reader, mapping, appointment)
            zone = reader.get(Branch, appointment.branch_id).tz
        if mapping.error_code == LEFT_ALONE and appointment.revision == mapping.base_revision:
            note_names(session, mapping, target)
            return True
        before = sent_before(session, mapping)
        if before is None or not is_here(appointment, session.resource.id):
            return True
        body = patch_body(before, target.fields, zone) | _transparency(session, mapping, appointment)
        if not body:
            note_agreement(session, mapping, target)
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
                refused(session, mapping, appointment, error)
            return True
        agree(session, mapping, target, answer, "updated_google")
        return True
    return False


def _transparency(session: LinkSession, mapping: EventMapping, appointment: Appointment) -> Json:
    """Who changes it in Google is followed here, unless ours is put over it."""
    is_same = appointment.is_transparent == mapping.is_transparent
    if is_same or session.direction is not SyncDirection.TO_GOOGLE:
        return {}
    return {"transparency": "transparent" if appointment.is_transparent else "opaque"}


def _follow_only_event(session: LinkSession, mapping: EventMapping) -> None:
    """An appointment that one event is left of is as transparent as that one."""
    with session.gate.store.read() as reader:
        if not _differs_from_only_event(session, reader.get(Appointment, appointment_id_of(mapping)), mapping):
            return
    with session.transaction() as work:
        session.hold(work, (mapping.appointment_id,))
        appointment = work.get(Appointment, appointment_id_of(mapping))
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
        appointment = work.get(Appointment, appointment_id_of(mapping))
        return Reconciler(session, work).merge_event(mapping, appointment, remote)


def fetch(session: LinkSession, mapping: EventMapping) -> RemoteEvent | None:
    """The event as it is now; None with evidence that it is gone."""
    item = session.calendar.living_event(mapping.event_id)
    return None if item is None else read_event(item, hides_private=mapping.is_born_in_google)
