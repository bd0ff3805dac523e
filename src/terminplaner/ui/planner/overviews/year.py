"""A year of absences and holidays laid out by month and day.  Qt-free."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from terminplaner.domain.absence import Absence
from terminplaner.domain.resource import Resource
from terminplaner.services.queries import Plan
from terminplaner.ui.planner.away import (
    Away,
    DayOff,
    Stay,
    away_by_appointment,
    away_by_day,
    holidays_by_day,
    stays,
)
from terminplaner.ui.planner.window import Window

MONTHS = 12
DAYS = 31


@dataclass(frozen=True, slots=True)
class YearDay:
    day: date
    away: tuple[Away, ...] = ()
    holidays: tuple[DayOff, ...] = ()

    @property
    def holiday(self) -> str:
        """In words, empty where it is none."""
        return ", ".join(found.text for found in self.holidays)

    @property
    def is_weekend(self) -> bool:
        return self.day.weekday() >= 5


@dataclass(frozen=True, slots=True)
class YearSheet:
    """``resources`` are those it covers, ``days`` every day of the year; laid out from ``plan``."""

    window: Window
    resources: tuple[Resource, ...]
    days: tuple[YearDay, ...]
    stays: tuple[Stay, ...]
    plan: Plan

    def at(self, month: int, day: int) -> YearDay | None:
        """The day by its numbers from 1; None where the month has no such day."""
        try:
            found = date(self.window.day.year, month, day)
        except ValueError:
            return None
        return self.days[(found - self.days[0].day).days]

    def only(self, resource_id: UUID | None) -> YearSheet:
        """The same for one resource, with its own holidays; None keeps all."""
        if resource_id is None:
            return self
        alone = tuple(resource for resource in self.resources if resource.id == resource_id)
        return lay_out_year(self.window, replace(self.plan, resources=alone))


def lay_out_year(window: Window, plan: Plan) -> YearSheet:
    """Sort what keeps the resources of ``plan`` away into the days of the window's year.

    Absences even where they take some hours only; Nichtverfügbarkeiten and appointments that are shown as not
    available where they leave nothing of a day.
    """
    days = window.days
    regular = away_by_day(plan, days, window.zone)
    by_day = {
        day: tuple(away for away in (*regular[day], *booked) if away.is_whole or isinstance(away.cause, Absence))
        for day, booked in away_by_appointment(plan, days, window.zone).items()
    }
    holidays = holidays_by_day(plan, days)
    return YearSheet(
        window,
        plan.resources,
        tuple(YearDay(day, away, holidays[day]) for day, away in by_day.items()),
        tuple(sorted(stays(by_day), key=lambda stay: (stay.first_on, stay.last_on))),
        plan,
    )
