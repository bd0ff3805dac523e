"""A series (Terminserie) and the scope of a change to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.appointment import EDITABLE_FIELDS, Appointment
from terminplaner.domain.recurrence import Recurrence
from terminplaner.domain.when import AllDay, Timed, When


@dataclass(frozen=True, slots=True)
class Series:
    """What its occurrences were made from; they are appointments of their own (``Appointment.series_id``).

    ``pattern`` is the appointment it was booked from, with what was changed for all since; its local wall time is
    that of all, its local day the one the rule counts from.  The rule of an existing series is never edited;
    it may only go over to another day (``shifted``).
    ``generated_until_on`` is the last local day that was looked at when occurrences were made: an endless series
    goes on from there when the Kalenderperiode is extended.  ``deleted_at`` ends that.
    """

    id: UUID
    recurrence: Recurrence
    pattern: Appointment
    generated_until_on: date
    includes_holidays: bool = False
    deleted_at: datetime | None = None
    revision: int = 0

    def shifted(self, days: int, zone: ZoneInfo) -> Series | None:
        """Its rule and how far it was looked at, so many days later; None where its rule cannot be.

        ``zone`` is that of its branch.
        """
        recurrence = self.recurrence.shifted(first_day(self.pattern.when, zone), days)
        if recurrence is None:
            return None
        return replace(
            self, recurrence=recurrence, generated_until_on=self.generated_until_on + timedelta(days=days)
        )

    def has(self, occurrence: Appointment, zone: ZoneInfo) -> bool:
        """Whether ``occurrence`` is what the pattern says, on a day of the rule; of holidays it knows nothing.

        ``zone`` is that of its branch.
        """
        day, first_on = first_day(occurrence.when, zone), first_day(self.pattern.when, zone)
        expected = replace(self.pattern, when=when_on(self.pattern.when, day, zone))
        if day > self.generated_until_on or _differ(occurrence, expected):
            return False
        return day in replace(self.recurrence, count=None).days(first_on, day)

    def goes_on(self, today: date) -> bool:
        """Whether it has no end and has not stopped before ``today`` either."""
        return self.deleted_at is None and self.recurrence.is_endless and self.generated_until_on >= today


class SeriesScope(StrEnum):
    """Which occurrences a change or a cancellation concerns."""

    THIS = "this"
    FOLLOWING = "following"
    """This one and all later ones."""
    ALL = "all"
    """All that are not over yet."""


SHARED_FIELDS = tuple(name for name in EDITABLE_FIELDS if name != "status_id")
"""What the occurrences of a series have in common; the status is each one's own."""


def changed_alone(current: Appointment, wanted: Appointment) -> Appointment:
    """``wanted``, detached where it changes of an occurrence what it has in common with the others."""
    is_other = current.series_id is not None and _differ(current, wanted)
    return replace(wanted, is_detached=True) if is_other else wanted


def _differ(one: Appointment, other: Appointment) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in SHARED_FIELDS)


def first_day(when: When, zone: ZoneInfo) -> date:
    """The local day on which it begins."""
    return when.first_on if isinstance(when, AllDay) else when.start_at.astimezone(zone).date()


def when_on(pattern: When, day: date, zone: ZoneInfo) -> When:
    """``pattern`` at the same wall time of another day, as long as it is (RFC 5545 3.8.5.3, a DTEND).

    Wall time that does not exist on ``day`` counts by the offset before the gap, so it comes out an hour later;
    of an hour that comes twice the first is taken (RFC 5545 3.3.5).
    """
    if isinstance(pattern, AllDay):
        return AllDay(day, day + (pattern.end_on - pattern.first_on))
    wall = pattern.start_at.astimezone(zone)
    if wall.date() == day:
        return pattern
    start_at = datetime.combine(day, wall.time().replace(fold=0), zone).astimezone(UTC)
    return Timed(start_at, start_at + (pattern.end_at - pattern.start_at))
