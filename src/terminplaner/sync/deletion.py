"""Deleting events in Google.

Runs when every link of the pass has its creates and updates, so that a move never passes through nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink, EventMapping, MappingState, ProblemKind
from terminplaner.domain.resource import SyncDirection
from terminplaner.services.ports import Reader, UnitOfWork
from terminplaner.sync import brake
from terminplaner.sync.errors import ApiError
from terminplaner.sync.event_questions import REFUSED
from terminplaner.sync.failures import is_forbidden, is_gone, is_refused_event
from terminplaner.sync.mappings import mappings_by_appointment
from terminplaner.sync.merging import as_json
from terminplaner.sync.outcomes import require_writable, setting_aside_unreadable
from terminplaner.sync.push import fetch
from terminplaner.sync.questions import TO_GOOGLE, ask, find_open, withdraw
from terminplaner.sync.reconciler import Reconciler
from terminplaner.sync.session import LinkSession, direction_of, is_here

_DELETABLE = (
    MappingState.RESERVED,
    MappingState.SYNCED,
    MappingState.DELETING,
    MappingState.QUARANTINED,
)


def push_deletions(session: LinkSession, other_links: Sequence[CalendarLink]) -> None:
    """Delete what was cancelled or moved away here, unless the brake holds it."""
    with session.transaction() as work:
        session.hold(work)
        doomed = _doomed(session, work, other_links)
    for mapping in doomed:
        with setting_aside_unreadable(session, mapping):
            _delete(session, mapping)


def _doomed(session: LinkSession, work: UnitOfWork, other_links: Sequence[CalendarLink]) -> list[EventMapping]:
    """The mappings whose events may go now, each marked so before the first request."""
    known = mappings_by_appointment(work, session.link.id)
    open_links = [link for link in other_links if direction_of(work, link) is not SyncDirection.FROM_GOOGLE]
    confirmed: list[EventMapping] = []
    candidates: list[EventMapping] = []
    for appointment in work.list_unpushed(session.link, session.live_after_at):
        mapping = known.get(appointment.id)
        if mapping is None or is_here(appointment, session.resource.id) or mapping.state not in _DELETABLE:
            continue
        targets = [] if appointment.is_cancelled else _links_of(appointment, open_links)
        if any(not _has_arrived(work, link, appointment) for link in targets):
            continue
        if targets or mapping.state in (MappingState.DELETING, MappingState.RESERVED):
            confirmed.append(mapping)
        else:
            candidates.append(mapping)
    problem = find_open(work, session.link.id, ProblemKind.BRAKE, direction=TO_GOOGLE)
    live = sum(mapping.state in _DELETABLE and session.is_live(mapping.answered) for mapping in known.values())
    if brake.holds(len(candidates), live):
        events = [
            {"event_id": mapping.event_id, "appointment_id": str(mapping.appointment_id)}
            | (as_json(mapping.answered) if mapping.answered else {})
            for mapping in candidates
        ]
        local = {"direction": TO_GOOGLE, "events": events}
        ask(work, session.link, ProblemKind.BRAKE, session.now, local=local)
        candidates = []
    else:
        withdraw(work, problem, session.now)
    doomed = [replace(mapping, state=MappingState.DELETING) for mapping in (*confirmed, *candidates)]
    for mapping in doomed:
        session.advance_epoch(work)
        work.keep(mapping)
    return doomed


def _links_of(appointment: Appointment, links: Sequence[CalendarLink]) -> list[CalendarLink]:
    return [link for link in links if link.resource_id in appointment.resource_ids]


def _has_arrived(reader: Reader, link: CalendarLink, appointment: Appointment) -> bool:
    mapping = mappings_by_appointment(reader, link.id).get(appointment.id)
    return mapping is not None and mapping.answered is not None


def _delete(session: LinkSession, mapping: EventMapping) -> None:
    etag = mapping.etag
    for is_last in (False, True):
        try:
            session.calendar.delete(mapping.event_id, etag)
        except ApiError as error:
            if error.status == 412 and not is_last:
                current = _still_unwanted(session, mapping)
                if current is None:
                    return
                etag = current
                continue
            if error.status == 412:
                return
            if not is_gone(error):
                _refused(session, mapping, error)
                return
            if error.status == 404:
                session.calendar.require_calendar()
        with session.transaction() as work:
            Reconciler(session, work).bury(mapping)
            if mapping.answered is not None:
                session.journal(work, "deleted_google", mapping, mapping.answered, None)
        return


def _still_unwanted(session: LinkSession, mapping: EventMapping) -> str | None:
    """The event's new etag where it changed only in what is not ours, or what is done there does not count; else
    an edit beats a deletion (None)."""
    remote = fetch(session, mapping)
    with session.transaction() as work:
        reconciler = Reconciler(session, work)
        if remote is None:
            reconciler.bury(mapping)
            return None
        if remote.fields == mapping.answered or mapping.appointment_id is None:
            return remote.etag
        if session.direction is SyncDirection.TO_GOOGLE:
            return remote.etag
        session.hold(work, (mapping.appointment_id,))
        reconciler.merge_event(mapping, work.get(Appointment, mapping.appointment_id), remote)
        return None


def _refused(session: LinkSession, mapping: EventMapping, error: ApiError) -> None:
    """Google answers 403 also for what is deleted already; else the right to write, or this one event, is gone."""
    if not is_forbidden(error) and not is_refused_event(error):
        raise error
    if fetch(session, mapping) is None:
        with session.transaction() as work:
            Reconciler(session, work).bury(mapping)
            session.journal(work, "deleted_google", mapping, mapping.answered, None)
        return
    if is_forbidden(error):
        require_writable(session)
    with session.transaction() as work:
        session.hold(work)
        appointment = work.get(Appointment, mapping.appointment_id) if mapping.appointment_id else None
        hint = {
            **(as_json(mapping.answered) if mapping.answered else {}),
            "error": f"{error.status} {error.reason}",
        }
        revision = appointment.revision if appointment else 0
        Reconciler(session, work).questions.quarantine(mapping, REFUSED, revision, hint)
