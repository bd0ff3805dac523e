"""Begin, end and duration of the dialog "Termin": any two determine the third.  Qt-free.

Wall time of the branch is what people type; durations are real minutes, so an appointment over the end of
summer time is an hour longer than its clock times say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.when import AllDay, Timed, When, at_local

_MINUTE = timedelta(minutes=1)
_ONE_DAY = timedelta(days=1)
_DEFAULT_START = time(9)


@dataclass(frozen=True, slots=True)
class Times:
    """``starts`` and ``ends`` are wall times without a zone (``fold`` counts); of all-day ones only the dates."""

    zone: ZoneInfo
    starts: datetime
    ends: datetime
    is_all_day: bool = False

    @classmethod
    def of(cls, when: When, zone: ZoneInfo) -> Times:
        if isinstance(when, AllDay):
            last = when.end_on - _ONE_DAY
            return cls(
                zone,
                datetime.combine(when.first_on, _DEFAULT_START),
                datetime.combine(last, _DEFAULT_START) + timedelta(hours=1),
                is_all_day=True,
            )
        starts, ends = (edge.astimezone(zone).replace(tzinfo=None) for edge in (when.start_at, when.end_at))
        return cls(zone, starts, ends)

    @property
    def when(self) -> When:
        """Raise ``InvalidInputError``: ``end_before_start`` or ``nonexistent_local_time`` (clocks change)."""
        if self.is_all_day:
            return AllDay(self.starts.date(), self.ends.date() + _ONE_DAY)
        return Timed(at_local(self.starts, self.zone), at_local(self.ends, self.zone))

    @property
    def minutes(self) -> int:
        """The duration; negative where the end lies before the start."""
        return int((self._instant(self.ends) - self._instant(self.starts)) / _MINUTE)

    def with_day(self, day: date) -> Times:
        """On another day, as long as before."""
        return replace(
            self,
            starts=datetime.combine(day, self.starts.time()),
            ends=datetime.combine(day + (self.ends.date() - self.starts.date()), self.ends.time()),
        )

    def with_start(self, start: time) -> Times:
        """Begin at another time, as long as before; an end that was entered first waits for its start."""
        moved = replace(self, starts=datetime.combine(self.starts.date(), start))
        if self.minutes <= 0 < moved.minutes:
            return moved
        return moved.with_minutes(max(self.minutes, 0))

    def with_end(self, end: time) -> Times:
        """End at another time; the duration follows."""
        return replace(self, ends=datetime.combine(self.ends.date(), end))

    def with_last_day(self, day: date) -> Times:
        """End on another day, never before the first."""
        return replace(self, ends=datetime.combine(max(day, self.starts.date()), self.ends.time()))

    def with_minutes(self, minutes: int) -> Times:
        """Last so long; the end follows."""
        ends = (self._instant(self.starts) + minutes * _MINUTE).astimezone(self.zone).replace(tzinfo=None)
        return replace(self, ends=ends)

    def with_all_day(self, is_all_day: bool) -> Times:
        return replace(self, is_all_day=is_all_day)

    def _instant(self, wall: datetime) -> datetime:
        try:
            return at_local(wall, self.zone)
        except InvalidInputError:
            # While somebody types through a time that does not exist, the duration is measured as if it did.
            return wall.replace(tzinfo=self.zone).astimezone(UTC)
