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

        By whole weeks everything goes that comes by days or by weeks, and the second Tuesday of a month to its
        first or third.  To another day of the week one of several does not take the others along.  Neither the
        day after the last Friday of a month, nor the Friday before it, nor the day before the 1st is a certain
        one of the month.
        """
        if not days:
            return self
        until_on = self.until_on + timedelta(days=days) if self.until_on is not None else None
        later = replace(self, until_on=until_on)
        weeks, rest = divmod(days, _WEEK.days)
        if self.frequency is Frequency.DAILY:
            return later
        if self.frequency is Frequency.WEEKLY:
            if rest and (len(self.weekdays) > 1 or not self._goes_together(first_on, days)):
                return None
            return replace(later, weekdays=tuple(Weekday((day + days) % 7) for day in self.weekdays))
        if self.week_of_month is not None:
            is_same_month = (first_on + timedelta(days=days)).month == first_on.month
            week = None if rest or not is_same_month else self.week_of_month.shifted(weeks)
            return replace(later, week_of_month=week) if week is not None else None
        is_certain = first_on.day in _OF_EVERY_MONTH and first_on.day + days in _OF_EVERY_MONTH
        return later if is_certain else None

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

    def _goes_together(self, first_on: date, days: int) -> bool:
        """Whether the weekday gets into another week where the first day does, from which every so many count."""
        if self.interval == 1:
            return True
        weekdays = (first_on.weekday(), *self.weekdays)
        return len({(day + days) // 7 for day in weekdays}) == 1

    @property
    def _is_of_month(self) -> bool:
        return self.week_of_month is not None and self.frequency in {Frequency.MONTHLY, Frequency.YEARLY}

    def _by_weekday(self, first_on: date) -> list[weekday]:
        if self._is_of_month:
            return [weekday(next(iter(self.weekdays), first_on.weekday()), self.week_of_month)]
        return [weekday(day) for day in self.weekdays] if self.frequency is Frequency.WEEKLY else []
