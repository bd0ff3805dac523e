"""A year of absences and holidays laid out by month and day.  Qt-free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from terminplaner.domain.absence import Absence
from terminplaner.domain.resource import Resource
from terminplaner.services.queries import Plan
from terminplaner.services.working_time import local_days
from terminplaner.ui.planner.window import Window

MONTHS = 12
DAYS = 31


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody's absence on a day."""

    resource: Resource
    absence: Absence


@dataclass(frozen=True, slots=True)
class YearDay:
    day: date
    away: tuple[Away, ...] = ()
    holiday: str = ""

    @property
    def is_weekend(self) -> bool:
        return self.day.weekday() >= 5


@dataclass(frozen=True, slots=True)
class Stay:
    """A whole absence, as a list shows it: from ``first_on`` to ``last_on`` (inclusive) of the year."""

    resources: tuple[Resource, ...]
    absence: Absence
    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True)
class YearSheet:
    """``resources`` are those it covers; ``days`` every day of the year."""

    window: Window
    resources: tuple[Resource, ...]
    days: tuple[YearDay, ...]
    stays: tuple[Stay, ...]

    def at(self, month: int, day: int) -> YearDay | None:
        """The day by its numbers from 1; None where the month has no such day."""
        try:
            found = date(self.window.day.year, month, day)
        except ValueError:
            return None
        return self.days[(found - self.days[0].day).days]

    def only(self, resource_id: UUID | None) -> YearSheet:
        """The same for one resource; None keeps all."""
        if resource_id is None:
            return self
        return YearSheet(
            self.window,
            tuple(resource for resource in self.resources if resource.id == resource_id),
            tuple(
                YearDay(day.day, tuple(away for away in day.away if away.resource.id == resource_id), day.holiday)
                for day in self.days
            ),
            tuple(stay for stay in self.stays if any(resource.id == resource_id for resource in stay.resources)),
        )


def lay_out_year(window: Window, plan: Plan) -> YearSheet:
    """Sort the absences of ``plan`` into the days of the window's year.

    Holidays are those of the first resource.
    """
    holidays = next(
        (plan.holidays[resource.id] for resource in plan.resources if resource.id in plan.holidays), None
    )
    names = holidays.in_year(window.day.year) if holidays else {}
    by_day: dict[date, list[Away]] = {day: [] for day in window.days}
    for resource in plan.resources:
        for absence in plan.absences.get(resource.id, ()):
            for day in local_days(absence.when, window.zone):
                if day in by_day:
                    by_day[day].append(Away(resource, absence))
    return YearSheet(
        window,
        plan.resources,
        tuple(YearDay(day, tuple(away), names.get(day, "")) for day, away in by_day.items()),
        tuple(sorted(_stays(window, plan), key=lambda stay: (stay.first_on, stay.last_on, stay.absence.id))),
    )


def _stays(window: Window, plan: Plan) -> Iterator[Stay]:
    absences = {absence.id: absence for rows in plan.absences.values() for absence in rows}
    year = window.days
    for absence in absences.values():
        days = local_days(absence.when, window.zone)
        if days and days[0] <= year[-1] and days[-1] >= year[0]:
            resources = (resource for resource in plan.resources if absence in plan.absences.get(resource.id, ()))
            yield Stay(tuple(resources), absence, max(days[0], year[0]), min(days[-1], year[-1]))


def length_of(stay: Stay) -> int:
    """In days, weekends included."""
    return (stay.last_on - stay.first_on + timedelta(days=1)).days
