"""When something happens: a span of instants, or whole days.

Instants are aware and in UTC.  Whole days are dates with an exclusive end (RFC 5545, DTEND of VALUE=DATE), so
no zone arithmetic ever touches them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from terminplaner.domain.errors import InvalidInputError


@dataclass(frozen=True, slots=True)
class Interval:
    """A half-open span of instants ``[start_at, end_at)`` in UTC; touching intervals do not overlap."""

    start_at: datetime
    end_at: datetime

    def overlaps(self, other: Interval) -> bool:
        return self.start_at < other.end_at and other.start_at < self.end_at

    def contains(self, other: Interval) -> bool:
        return self.start_at <= other.start_at and other.end_at <= self.end_at


@dataclass(frozen=True, slots=True)
class Timed:
    """From one instant to another, both aware; kept in UTC.

    A span of zero length is allowed because Google can bring one; a negative one raises ``InvalidInputError``.
    """

    start_at: datetime
    end_at: datetime

    def __post_init__(self) -> None:
        for value in (self.start_at, self.end_at):
            if value.tzinfo is None:
                raise InvalidInputError("naive_instant")
        object.__setattr__(self, "start_at", self.start_at.astimezone(UTC))
        object.__setattr__(self, "end_at", self.end_at.astimezone(UTC))
        if self.end_at < self.start_at:
            raise InvalidInputError("end_before_start")

    def interval(self, zone: ZoneInfo) -> Interval:  # noqa: ARG002  (same question for both kinds)
        return Interval(self.start_at, self.end_at)


@dataclass(frozen=True, slots=True)
class AllDay:
    """Whole days from ``first_on`` up to, not including, ``end_on``."""

    first_on: date
    end_on: date

    def __post_init__(self) -> None:
        if self.end_on <= self.first_on:
            raise InvalidInputError("end_before_start")

    def interval(self, zone: ZoneInfo) -> Interval:
        """The instants these days cover in ``zone`` (23 or 25 hours on the days the clocks change)."""
        return Interval(day_start(self.first_on, zone), day_start(self.end_on, zone))


When = Timed | AllDay


def day_start(day: date, zone: ZoneInfo) -> datetime:
    """The first instant of a local day, in UTC."""
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def day_interval(day: date, zone: ZoneInfo) -> Interval:
    return Interval(day_start(day, zone), day_start(day + timedelta(days=1), zone))


def at_local(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant, in UTC, of a naive local wall time.

    An ambiguous hour (end of summer time) takes ``wall.fold``; an hour that does not exist (start of summer
    time) raises ``InvalidInputError`` with code ``nonexistent_local_time``.
    """
    instant = wall.replace(tzinfo=zone).astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) != wall.replace(tzinfo=None):
        raise InvalidInputError("nonexistent_local_time", time=wall.isoformat(), zone=zone.key)
    return instant
