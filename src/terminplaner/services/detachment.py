"""Whether an occurrence that was changed on its own is as its series has it again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import Branch
from terminplaner.domain.series import Series, first_day
from terminplaner.services.holidays import holiday_calendar
from terminplaner.services.ports import Reader
from terminplaner.services.store_queries import AppointmentQuery


def attached_again(reader: Reader, appointments: Sequence[Appointment]) -> list[Appointment]:
    """The same appointments; those of them that are no longer detached which equal the pattern of their series
    once more, on a day of its rule that no other occurrence has."""
    detached: dict[UUID, list[Appointment]] = defaultdict(list)
    for row in appointments:
        if row.series_id is not None and row.is_detached and not row.is_cancelled:
            detached[row.series_id].append(row)
    changing = {row.id for row in appointments}
    back: set[UUID] = set()
    for series in reader.list_by_id(Series, detached):
        back |= _back_in(reader, series, detached[series.id], changing)
    return [replace(row, is_detached=False) if row.id in back else row for row in appointments]


def _back_in(reader: Reader, series: Series, members: Iterable[Appointment], changing: set[UUID]) -> set[UUID]:
    branch = reader.get(Branch, series.pattern.branch_id)
    days = {row.id: first_day(row.when, branch.tz) for row in members if series.has(row, branch.tz)}
    if not days:
        return set()
    holidays = holiday_calendar(reader, branch)
    taken: set[date] = {
        first_day(row.when, branch.tz)
        for row in reader.list_appointments(AppointmentQuery(series_id=series.id))
        if not row.is_detached and row.id not in changing
    }
    return {
        key
        for key, day in days.items()
        if day not in taken and (series.includes_holidays or holidays.name_on(day) is None)
    }
