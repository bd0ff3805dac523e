"""How something repeats, told in local days (a subset of RFC 5545 3.3.10, RRULE)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from typing import Literal

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule

from terminplaner.domain.resource import Weekday


class Frequency(StrEnum):
    """The words of RFC 5545, FREQ."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"


_FREQUENCIES: Mapping[Frequency, Literal[0, 1, 2, 3]] = {
    Frequency.DAILY: DAILY,
    Frequency.WEEKLY: WEEKLY,
    Frequency.MONTHLY: MONTHLY,
    Frequency.YEARLY: YEARLY,
}


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Every ``interval`` days, weeks, months or years, weekly on ``weekdays`` (empty: the first day's own).

    It ends with ``until_on`` (inclusive) or after ``count`` occurrences; with neither it is endless, and whoever
    asks says how far.  A day that a month lacks, such as the 31st, is left out (RFC 5545 3.3.10).
    """

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[Weekday, ...] = ()
    until_on: date | None = None
    count: int | None = None

    @property
    def is_endless(self) -> bool:
        return self.until_on is None and self.count is None

    def days(self, first_on: date, horizon_on: date) -> Iterator[date]:
        """The local days of the occurrences from ``first_on`` up to and including ``horizon_on``, in order."""
        until_on = min(self.until_on or horizon_on, horizon_on)
        by_weekday = [int(day) for day in self.weekdays] if self.frequency is Frequency.WEEKLY else None
        # The library knows instants only; midnights without a zone are as good as days.
        rule = rrule(
            _FREQUENCIES[self.frequency],
            dtstart=datetime.combine(first_on, time.min),
            interval=self.interval,
            byweekday=by_weekday or None,
            until=datetime.combine(until_on, time.min) + timedelta(hours=1),
        )
        return (moment.date() for moment in islice(rule, self.count))
