"""A month laid out: what stands in each day's cell, and what waits behind "+3 weitere".  Qt-free."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Timed, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan
from terminplaner.services.working_time import local_days
from terminplaner.ui.planner.away import Away, away_by_day, holidays_by_day, is_closed
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.window import Window

DAYS_OF_WEEK = 7
FIRST_HOUR = time(9)
"""When a new appointment begins on a day of which no hours are shown."""


def new_on(day: date, resource: Resource, zone: ZoneInfo) -> NewAppointment:
    """A new appointment at the first hour of ``day``, wall time of ``zone``, as long as the resource's step."""
    start_at = at_local(datetime.combine(day, FIRST_HOUR), zone)
    return NewAppointment(resource, Timed(start_at, start_at + timedelta(minutes=resource.step_minutes)))


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of the month's page: its appointments, whole days first, then by start.

    ``away`` are the absences of the ``shown_resources`` and what else takes the whole day; ``is_closed`` where
    nobody can be booked.
    """

    day: date
    rows: tuple[AppointmentRow, ...] = ()
    holiday: str = ""
    is_of_month: bool = True
    away: tuple[Away, ...] = ()
    is_closed: bool = False
    shown_resources: int = 1

    def shown(self, lines: int) -> tuple[tuple[AppointmentRow, ...], int]:
        """What fits into ``lines`` lines, and how many wait: the last line then says so."""
        if len(self.rows) <= lines:
            return self.rows, 0
        fitting = max(lines - 1, 0)
        return self.rows[:fitting], len(self.rows) - fitting


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """Whole weeks of cells, Monday first; ``plan`` is what they were laid out from."""

    window: Window
    cells: tuple[DayCell, ...] = field(default=())
    plan: Plan | None = None

    @property
    def weeks(self) -> int:
        return len(self.cells) // DAYS_OF_WEEK

    def index_of(self, day: date) -> int | None:
        return next((index for index, cell in enumerate(self.cells) if cell.day == day), None)

    def find(self, appointment_id: UUID) -> AppointmentRow | None:
        return next(
            (row for cell in self.cells for row in cell.rows if row.appointment.id == appointment_id), None
        )

    def day_of(self, appointment_id: UUID) -> date | None:
        """The first day it stands on."""
        return next(
            (cell.day for cell in self.cells if any(row.appointment.id == appointment_id for row in cell.rows)),
            None,
        )

    def rows(self) -> tuple[AppointmentRow, ...]:
        """Each appointment once, by day and as it stands there."""
        return tuple({row.appointment.id: row for cell in self.cells for row in cell.rows}.values())


def lay_out_month(window: Window, plan: Plan) -> MonthSheet:
    """Sort a plan into the days of ``window``; an appointment of several days stands in each of them."""
    holidays, away = holidays_by_day(plan, window.days), away_by_day(plan, window.days, window.zone)
    by_day: dict[date, list[AppointmentRow]] = {day: [] for day in window.days}
    for row in plan.rows:
        for day in local_days(row.appointment.when, window.zone):
            if day in by_day:
                by_day[day].append(row)
    return MonthSheet(
        window,
        tuple(
            DayCell(
                day,
                tuple(sorted(found, key=lambda row: _order(row.appointment, window))),
                ", ".join(holiday.text for holiday in holidays[day]),
                day.month == window.day.month,
                away[day],
                is_closed(plan, day, window.zone),
                len(plan.resources),
            )
            for day, found in by_day.items()
        ),
        plan,
    )


def _order(appointment: Appointment, window: Window) -> tuple[bool, object, UUID]:
    when = appointment.when
    return isinstance(when, Timed), when.interval(window.zone).start_at, appointment.id
