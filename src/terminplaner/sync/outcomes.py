"""What Google's answer to a write means for the event and its mapping."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import EventMapping, MappingState, ProblemKind, SharedFields
from terminplaner.services.ports import Reader
from terminplaner.sync.errors import ApiError
from terminplaner.sync.event_questions import REFUSED, UNREADABLE
from terminplaner.sync.failures import (
    CALENDAR_MISSING,
    READ_ONLY,
    LinkError,
    is_forbidden,
    is_gone,
    is_refused_event,
)
from terminplaner.sync.merging import as_json
from terminplaner.sync.reconciler import Reconciler
from terminplaner.sync.session import LinkSession
from terminplaner.sync.wire import Json, UnreadableEventError, read_event

_WRITING_ROLES = ("owner", "writer")


@contextmanager
def setting_aside_unreadable(session: LinkSession, mapping: EventMapping) -> Iterator[None]:
    """Keep an answer that cannot be understood that one event's problem."""
    try:
        yield
    except UnreadableEventError as error:
        with session.transaction() as work:
            session.hold(work)
            stored = work.find_mapping(session.link.id, mapping.event_id) or mapping
            Reconciler(session, work).questions.quarantine(stored, UNREADABLE, stored.base_revision, error.hint)


@dataclass(frozen=True, slots=True)
class Target:
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


def target_of(session: LinkSession, reader: Reader, mapping: EventMapping, appointment: Appointment) -> Target:
    project = session.projector(reader)
    return Target(project(appointment, mapping), appointment.revision, project.names_revision(appointment))


def agree(session: LinkSession, mapping: EventMapping, target: Target, answer: Json, counter: str) -> None:
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
            Reconciler(session, work).questions.withdraw(ProblemKind.QUARANTINE, mapping.event_id)
        session.journal(work, counter, agreed, mapping.answered, remote.fields)


def note_agreement(session: LinkSession, mapping: EventMapping, target: Target) -> None:
    """Nothing that Google sees has changed, or a change that it refused was taken back."""
    is_refused = mapping.error_code == REFUSED
    agreed = target.as_base_of(replace(mapping, error_code="") if is_refused else mapping)
    if agreed != mapping:
        with session.transaction() as work:
            work.keep(agreed)
            if is_refused:
                Reconciler(session, work).questions.withdraw(ProblemKind.QUARANTINE, mapping.event_id)


def note_names(session: LinkSession, mapping: EventMapping, target: Target) -> None:
    """The event is gone, as a person wanted it: other names need none until the appointment itself changes."""
    if mapping.names_revision != target.names_revision:
        with session.transaction() as work:
            work.keep(replace(mapping, names_revision=target.names_revision))


def _with_our_flip(mapping: EventMapping, now: datetime) -> EventMapping:
    if mapping.flips % 2:
        return mapping
    return replace(
        mapping, flips=mapping.flips + 1, flips_since_at=mapping.flips_since_at if mapping.flips else now
    )


def refused(session: LinkSession, mapping: EventMapping, appointment: Appointment, error: ApiError) -> None:
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
        Reconciler(session, work).questions.quarantine(mapping, REFUSED, appointment.revision, hint)


def require_writable(session: LinkSession) -> None:
    """Raise ``LinkError`` where the account may no longer write to the calendar."""
    role = str(session.calendar.entry().get("accessRole", ""))
    with session.transaction() as work:
        session.keep_link(work, access_role=role)
    if role not in _WRITING_ROLES:
        raise LinkError(READ_ONLY)


def appointment_id_of(mapping: EventMapping) -> UUID:
    if mapping.appointment_id is None:
        raise ValueError("a mapping without an appointment is never pushed")
    return mapping.appointment_id
