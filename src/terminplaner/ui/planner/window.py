"""What the planner looks at: a day, a week, a month, a year or a view's days of some resources."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.view import PlannerView, ViewKind
from terminplaner.domain.when import Interval, day_start

_WEEK = 7
_WEEKS_OF_MONTH = 6
"""A month's page has as many rows whatever the month, so that nothing jumps while somebody turns pages."""


class Mode(StrEnum):
    DAY = "day"
    WORK_WEEK = "work_week"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    VIEW = "view"
    """The days of a view that administrators defined."""


_FREE_DAYS = {Mode.DAY: 1, Mode.WORK_WEEK: 5, Mode.WEEK: 7}


@dataclass(frozen=True, slots=True)
class Window:
    """``day`` is the day somebody chose; the page that holds it is shown.  ``view`` goes with its mode only."""

    mode: Mode
    day: date
    zone: ZoneInfo
    resource_ids: tuple[UUID, ...] = ()
    view: PlannerView | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """A month with the rest of its first and last weeks; a view of five or seven days from Monday on."""
        if self.mode is Mode.YEAR:
            first = date(self.day.year, 1, 1)
            count = (date(self.day.year + 1, 1, 1) - first).days
        elif self.mode is Mode.MONTH:
            first, count = _monday_of(self.day.replace(day=1)), _WEEKS_OF_MONTH * _WEEK
        else:
            count = self.view.days if self.view else _FREE_DAYS[self.mode]
            first = _monday_of(self.day) if count in {5, _WEEK} else self.day
        return tuple(first + timedelta(days=number) for number in range(count))

    @property
    def days_per_group(self) -> int:
        """How many columns stand under one heading: the days of a resource, or 1 where each has its own."""
        return 1 if self.is_by_day else len(self.days)

    @property
    def is_by_day(self) -> bool:
        """Whether a column is a day with all resources, not a resource on a day."""
        return self.view is not None and self.view.kind is ViewKind.DAYS

    @property
    def has_columns(self) -> bool:
        """Whether it is shown as columns of hours."""
        return self.mode not in {Mode.MONTH, Mode.YEAR}

    @property
    def interval(self) -> Interval:
        """The instants the shown days cover in the window's zone."""
        days = self.days
        return Interval(day_start(days[0], self.zone), day_start(days[-1] + timedelta(days=1), self.zone))

    def turned(self, pages: int) -> Window:
        """The window ``pages`` pages on (negative: back); the day of the month stays where the month has it."""
        if self.mode is Mode.YEAR:
            return replace(self, day=_months_on(self.day, 12 * pages))
        if self.mode is Mode.MONTH:
            return replace(self, day=_months_on(self.day, pages))
        count = len(self.days)
        return replace(self, day=self.day + timedelta(days=pages * (_WEEK if count == 5 else count)))

    def shows(self, appointment: Appointment) -> bool:
        return not set(self.resource_ids).isdisjoint(appointment.resource_ids) and (
            appointment.occupied(self.zone).overlaps(self.interval)
            or appointment.when.interval(self.zone).overlaps(self.interval)
        )


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _months_on(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
