"""The vertical axis of the planner: minutes of the local day, on days of 23, 24 and 25 hours.

A *position* is a number of minutes from the top of the axis.  All days shown share one axis, so that eight
o'clock stands at one height everywhere.  An hour that one of the days has twice is inserted a second time; an
hour that none of them has is left out; one that only some have is reported as absent on the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from terminplaner.domain.when import Interval, at_local, day_interval

MINUTES_PER_DAY = 24 * 60
_DAYS_KEPT = 64
"""A window asks the same few days thousands of times."""


@dataclass(frozen=True, slots=True)
class ClockChange:
    """Wall minutes ``[first, last)`` of a day that happen twice (``is_repeated``) or never."""

    first: int
    last: int
    is_repeated: bool

    @property
    def minutes(self) -> int:
        return self.last - self.first


@lru_cache(maxsize=_DAYS_KEPT)
def clock_change(day: date, zone: ZoneInfo) -> ClockChange | None:
    """What the clocks of ``zone`` do on ``day``, or None on an ordinary day."""
    span = day_interval(day, zone)
    minutes = _minutes(span.end_at - span.start_at)
    if minutes == MINUTES_PER_DAY:
        return None
    offset = span.start_at.astimezone(zone).utcoffset()
    low, high = 0, int(minutes)
    while high - low > 1:
        middle = (low + high) // 2
        if (span.start_at + timedelta(minutes=middle)).astimezone(zone).utcoffset() == offset:
            low = middle
        else:
            high = middle
    shift = MINUTES_PER_DAY - int(minutes)
    return ClockChange(min(high, high + shift), max(high, high + shift), is_repeated=shift < 0)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the rail at wall ``minute``; ``fold`` is PEP 495's, ``is_repeated`` if the hour comes twice."""

    position: float
    minute: int
    fold: int
    is_repeated: bool


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """``repeated`` is inserted a second time below itself; ``skipped`` is left out of the axis."""

    zone: ZoneInfo
    days: tuple[date, ...]
    repeated: ClockChange | None = None
    skipped: ClockChange | None = None

    @classmethod
    def for_days(cls, days: Iterable[date], zone: ZoneInfo) -> TimeAxis:
        shown = tuple(days)
        changes = [clock_change(day, zone) for day in shown]
        repeated = next((change for change in changes if change and change.is_repeated), None)
        skipped = next((change for change in changes if change and not change.is_repeated), None)
        if not all(change == skipped for change in changes):
            skipped = None
        return cls(zone, shown, repeated, skipped)

    @property
    def length(self) -> int:
        """The height of the axis in minutes."""
        inserted = self.repeated.minutes if self.repeated else 0
        left_out = self.skipped.minutes if self.skipped else 0
        return MINUTES_PER_DAY + inserted - left_out

    def whole_day(self, day: date) -> Interval:
        """The instants of a local day."""
        return _whole_day(day, self.zone)

    def position_of_wall(self, minute: float, fold: int = 0) -> float:
        """Where wall ``minute`` of a day stands; ``fold`` 1 is the second of two equal hours (PEP 495)."""
        position = minute
        if self.repeated and (minute >= self.repeated.last or (fold and minute >= self.repeated.first)):
            position += self.repeated.minutes
        if self.skipped and minute >= self.skipped.first:
            position = max(position - self.skipped.minutes, self.skipped.first)
        return position

    def position_of(self, instant: datetime, day: date) -> float:
        """Where ``instant`` stands on ``day``; the top or the bottom when it lies before or after that day."""
        local = instant.astimezone(self.zone)
        if local.date() != day:
            return 0.0 if local.date() < day else float(self.length)
        minute = local.hour * 60 + local.minute + local.second / 60
        return self.position_of_wall(minute, local.fold)

    def span_on(self, interval: Interval, day: date) -> tuple[float, float] | None:
        """The part of ``interval`` that lies on ``day``, or None.  One without length counts where it stands."""
        whole_day = self.whole_day(day)
        is_here = interval.overlaps(whole_day) or whole_day.start_at <= interval.start_at < whole_day.end_at
        if not is_here:
            return None
        return self.position_of(interval.start_at, day), self.position_of(interval.end_at, day)

    def instant_at(self, position: float, day: date) -> datetime:
        """The instant, in UTC, at ``position`` on ``day``; inside an hour the day lacks, the hour's end."""
        if position >= self.length:
            return self.whole_day(day).end_at
        minute, fold = self._wall_at(max(position, 0.0))
        change = clock_change(day, self.zone)
        if change and not change.is_repeated and change.first <= minute < change.last:
            minute = change.last
        if fold and self.repeated and change != self.repeated:
            minute, fold = self.repeated.last, 0
        midnight = datetime.combine(day, time.min)
        return at_local((midnight + timedelta(minutes=minute)).replace(fold=fold), self.zone)

    def absent_on(self, day: date) -> tuple[tuple[float, float], ...]:
        """The stretches of the axis that do not exist on ``day``."""
        change = clock_change(day, self.zone)
        stretches = []
        if self.repeated and change != self.repeated:
            stretches.append((float(self.repeated.last), float(self.repeated.last + self.repeated.minutes)))
        if change and not change.is_repeated and change != self.skipped:
            stretches.append((self.position_of_wall(change.first), self.position_of_wall(change.last)))
        return tuple(stretches)

    def ticks(self, step: int) -> Iterator[Tick]:
        """Marks every ``step`` minutes from the top, none at the bottom edge."""
        for position in range(0, self.length, step):
            minute, fold = self._wall_at(position)
            is_repeated = self.repeated is not None and self.repeated.first <= minute < self.repeated.last
            yield Tick(position, int(minute), fold, is_repeated)

    def snap(self, position: float, step: int) -> float:
        """The nearest multiple of ``step`` minutes on the axis."""
        return min(max(round(position / step) * step, 0), self.length)

    def slot_at(self, position: float, step: int) -> float:
        """The start of the slot of ``step`` minutes that holds ``position``."""
        return min(max(position // step * step, 0), max(self.length - step, 0))

    def _wall_at(self, position: float) -> tuple[float, int]:
        minute, fold = position, 0
        if self.skipped and minute >= self.skipped.first:
            minute += self.skipped.minutes
        if self.repeated and minute >= self.repeated.last:
            minute -= self.repeated.minutes
            fold = 1 if minute < self.repeated.last else 0
        return minute, fold


@lru_cache(maxsize=_DAYS_KEPT)
def _whole_day(day: date, zone: ZoneInfo) -> Interval:
    return day_interval(day, zone)


def _minutes(delta: timedelta) -> float:
    return delta / timedelta(minutes=1)
