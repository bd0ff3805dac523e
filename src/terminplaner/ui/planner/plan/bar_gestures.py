"""What drawing, dragging and pulling the bars of whole days means: from a column to new days.  Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from terminplaner.domain.when import AllDay
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner.plan.gestures import NewAppointment, Rebooking
from terminplaner.ui.planner.plan.snapshot import Column


@dataclass(frozen=True, slots=True)
class CreateBar:
    """Drawing a new appointment over the days of the resource it began at."""

    anchor: Column

    def place(self, column: Column) -> NewAppointment:
        first, last = sorted((self.anchor.day, column.day))
        return NewAppointment(self.anchor.resource, AllDay(first, last + timedelta(days=1)))


@dataclass(frozen=True, slots=True)
class MoveBar:
    """Carrying a bar that was taken in the column ``source``."""

    row: AppointmentRow
    when: AllDay
    source: Column

    def place(self, column: Column) -> NewAppointment:
        """As many days on as the pointer went, on the resource it went to."""
        days = column.day - self.source.day
        return NewAppointment(column.resource, AllDay(self.when.first_on + days, self.when.end_on + days))


@dataclass(frozen=True, slots=True)
class StretchBar:
    """Pulling the first or (``is_end``) the last day of a bar; one day remains."""

    row: AppointmentRow
    when: AllDay
    source: Column
    is_end: bool

    def rebooking(self, column: Column) -> Rebooking:
        first, last = self.when.first_on, self._last
        if self.is_end:
            last = max(column.day, first)
        else:
            first = min(column.day, last)
        days = AllDay(first, last + timedelta(days=1))
        return Rebooking(self.row, days, self.row.appointment.resource_ids)

    @property
    def _last(self) -> date:
        return self.when.end_on - timedelta(days=1)


BarGesture = CreateBar | MoveBar | StretchBar
