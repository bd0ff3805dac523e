"""A series (Terminserie) and the scope of a change to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.recurrence import Recurrence


@dataclass(frozen=True, slots=True)
class Series:
    """What its occurrences were made from; they are appointments of their own (``Appointment.series_id``).

    ``pattern`` is the first occurrence as it was booked; its local wall time is that of all.  The rule of an
    existing series is never edited.  ``generated_until_on`` is the last local day that was looked at when
    occurrences were made: an endless series goes on from there when the Kalenderperiode is extended.
    """

    id: UUID
    recurrence: Recurrence
    pattern: Appointment
    generated_until_on: date
    includes_holidays: bool = False
    deleted_at: datetime | None = None
    revision: int = 0


class SeriesScope(StrEnum):
    """Which occurrences a change or a cancellation concerns."""

    THIS = "this"
    FOLLOWING = "following"
    """This one and all later ones."""
    ALL = "all"
    """All that are not over yet."""
