"""What dragging and pulling the bars of whole days means: from a column to new days.  Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from terminplaner.domain.when import AllDay
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.planner.plan.gestures import Rebooking, exchanged
from terminplaner.ui.planner.plan.snapshot import Column


@dataclass(frozen=True, slots=True)
class MoveBar:
    """Carrying a bar that was taken in the column ``source``."""

    row: AppointmentRow
    when: AllDay
    source: Column

    def rebooking(self, column: Column) -> Rebooking:
        """As many days on as the pointer went, on the resource it went to."""
        days = column.day - self.source.day
        moved = AllDay(self.when.first_on + days, self.when.end_on + days)
        return Rebooking(self.row, moved, exchanged(self.row, self.source.resource, column.resource))


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


BarGesture = MoveBar | StretchBar
