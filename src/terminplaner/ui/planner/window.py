"""What the planner looks at: a day or a week of some resources."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.when import Interval, day_start


class Mode(StrEnum):
    DAY = "day"
    WORK_WEEK = "work_week"
    WEEK = "week"


_DAYS_SHOWN = {Mode.DAY: 1, Mode.WORK_WEEK: 5, Mode.WEEK: 7}


@dataclass(frozen=True, slots=True)
class Window:
    """``day`` is the day somebody chose; in the week modes its whole week is shown."""

    mode: Mode
    day: date
    zone: ZoneInfo
    resource_ids: tuple[UUID, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        first = self.day
        if self.mode is not Mode.DAY:
            first -= timedelta(days=self.day.weekday())
        return tuple(first + timedelta(days=number) for number in range(_DAYS_SHOWN[self.mode]))

    @property
    def interval(self) -> Interval:
        """The instants the shown days cover in the window's zone."""
        days = self.days
        return Interval(day_start(days[0], self.zone), day_start(days[-1] + timedelta(days=1), self.zone))

    def turned(self, pages: int) -> Window:
        """The window ``pages`` days or weeks on (negative: back)."""
        return replace(self, day=self.day + timedelta(days=pages * (1 if self.mode is Mode.DAY else 7)))

    def shows(self, appointment: Appointment) -> bool:
        return not set(self.resource_ids).isdisjoint(appointment.resource_ids) and (
            appointment.occupied(self.zone).overlaps(self.interval)
            or appointment.when.interval(self.zone).overlaps(self.interval)
        )
