"""How something repeats, told in local days (a subset of RFC 5545 3.3.10, RRULE)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from typing import Literal

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday

from terminplaner.domain.resource import Weekday, WeekOfMonth


class Frequency(StrEnum):
    """The words of RFC 5545, FREQ."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"


_WEEK = timedelta(weeks=1)
_OF_EVERY_MONTH = range(1, 29)
_FREQUENCIES: Mapping[Frequency, Literal[0, 1, 2, 3]] = {
    Frequency.DAILY: DAILY,
    Frequency.WEEKLY: WEEKLY,
    Frequency.MONTHLY: MONTHLY,
    Frequency.YEARLY: YEARLY,
}


def weeks_of_month(day: date) -> tuple[WeekOfMonth, ...]:
    """Which of its weekday in its month ``day`` is: the first to fourth, the last, or both."""
    number = (day.day - 1) // _WEEK.days + 1
    is_last = (day + _WEEK).month != day.month
    return tuple(week for week in WeekOfMonth if week == number or (week is WeekOfMonth.LAST and is_last))


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Every ``interval`` days, weeks, months or years, weekly on ``weekdays`` (empty: the first day's own).

    Monthly and yearly it comes on the first day's own number, or with ``week_of_month`` on that one of the first
    of ``weekdays`` in the month; yearly that is the month of the first day.

    It ends with ``until_on`` (inclusive) or after ``count`` occurrences; with neither it is endless, and whoever
    asks says how far.  A day that a month lacks, such as the 31st, is left out (RFC 5545 3.3.10).
    """

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[Weekday, ...] = ()
    until_on: date | None = None
    count: int | None = None
    week_of_month: WeekOfMonth | None = None

    @property
    def is_endless(self) -> bool:
        return self.until_on is None and self.count is None

    def shifted(self, first_on: date, days: int) -> Recurrence | None:
        """The rule of what happens so many days later than with its first day on ``first_on``; None where that is
        no rule.

        Of several days of a week, or of every so many days, one that moves does not take the others along; and
        neither the day after the last Friday of a month nor the one before the 1st is a certain one of the month.
        """
        if not days:
            return self
        if self.frequency is Frequency.DAILY or len(self.weekdays) > 1 or self.week_of_month is not None:
            return None
        if self.frequency is Frequency.WEEKLY:
            is_rule = self.interval == 1 or self._stay_together(first_on, days)
        else:
            is_rule = first_on.day in _OF_EVERY_MONTH and first_on.day + days in _OF_EVERY_MONTH
        if not is_rule:
            return None
        return replace(
            self,
            weekdays=tuple(Weekday((day + days) % 7) for day in self.weekdays),
            until_on=self.until_on + timedelta(days=days) if self.until_on is not None else None,
        )

    def days(self, first_on: date, horizon_on: date) -> Iterator[date]:
        """The local days of the occurrences from ``first_on`` up to and including ``horizon_on``, in order."""
        until_on = min(self.until_on or horizon_on, horizon_on)
        # The library knows instants only; midnights without a zone are as good as days.
        rule = rrule(
            _FREQUENCIES[self.frequency],
            dtstart=datetime.combine(first_on, time.min),
            interval=self.interval,
            byweekday=self._by_weekday(first_on) or None,
            bymonth=first_on.month if self._is_of_month and self.frequency is Frequency.YEARLY else None,
            until=datetime.combine(until_on, time.min) + timedelta(hours=1),
        )
        return (moment.date() for moment in islice(rule, self.count))

    def _stay_together(self, first_on: date, days: int) -> bool:
        """Whether the weekday gets into another week where the first day does, from which every so many count."""
        weekdays = (first_on.weekday(), *self.weekdays)
        return len({(day + days) // 7 for day in weekdays}) == 1

    @property
    def _is_of_month(self) -> bool:
        return self.week_of_month is not None and self.frequency in {Frequency.MONTHLY, Frequency.YEARLY}

    def _by_weekday(self, first_on: date) -> list[weekday]:
        if self._is_of_month:
            return [weekday(next(iter(self.weekdays), first_on.weekday()), self.week_of_month)]
        return [weekday(day) for day in self.weekdays] if self.frequency is Frequency.WEEKLY else []
