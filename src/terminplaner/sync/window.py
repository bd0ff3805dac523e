"""The window's edge: what ended a day ago takes part no more (google-calendar.md 3.9)."""

from __future__ import annotations

from dataclasses import replace

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import EventMapping, MappingState, ProblemKind
from terminplaner.services.ports import Reader, UnitOfWork
from terminplaner.sync.reconciler import Reconciler
from terminplaner.sync.session import LinkSession

ENDED = (MappingState.TOMBSTONE, MappingState.ARCHIVED)
"""What became of an event that takes no part."""


def is_past(session: LinkSession, mapping: EventMapping) -> bool:
    """Whether an event that still takes part has left the window."""
    fields = mapping.answered or mapping.projected
    takes_part = mapping.state not in ENDED and mapping.state is not MappingState.SERIES
    return takes_part and fields is not None and not session.is_live(fields)


def archive_past(session: LinkSession, work: UnitOfWork, reconciler: Reconciler) -> None:
    for mapping in work.list_mappings(session.link.id):
        if is_past(session, mapping) and not _waits_with_future_time(session, work, mapping):
            reconciler.questions.withdraw(ProblemKind.DELETED_IN_GOOGLE, mapping.event_id)
            reconciler.keep(replace(mapping, state=MappingState.ARCHIVED))


def _waits_with_future_time(session: LinkSession, reader: Reader, mapping: EventMapping) -> bool:
    """Whether it was moved out of the past here and Google does not know yet."""
    appointment = reader.find(Appointment, mapping.appointment_id) if mapping.appointment_id is not None else None
    return (
        appointment is not None
        and not appointment.is_cancelled
        and appointment.revision > mapping.base_revision
        and appointment.when.interval(session.zone).end_at > session.live_after_at
    )
