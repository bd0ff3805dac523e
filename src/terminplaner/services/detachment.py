"""Whether an occurrence that was changed on its own is as its series has it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import Branch
from terminplaner.domain.holiday import Holiday
from terminplaner.domain.series import Series, first_day
from terminplaner.services.holidays import HolidayCalendar, branch_holidays
from terminplaner.services.ports import Reader
from terminplaner.services.store_queries import AppointmentQuery


def attached_again(reader: Reader, appointments: Sequence[Appointment]) -> list[Appointment]:
    """The same appointments; those of them that are no longer detached which equal the pattern of their series
    once more, on a day of its rule that no other occurrence has.  Of several on one day that is the first."""
    detached = [row for row in appointments if row.is_detached and not row.is_cancelled]
    rules = _rules_of(reader, {row.series_id for row in detached if row.series_id is not None})
    equal = {row.id for row in detached if row.series_id in rules and rules[row.series_id].has(row)}
    if not equal:
        return list(appointments)
    changing = {row.id for row in appointments}
    listed = reader.list_appointments(AppointmentQuery(series_ids=tuple(rules)))
    others = [row for row in listed if row.id not in changing]
    taken = {
        (row.series_id, rules[row.series_id].day_of(row))
        for row in (*others, *appointments)
        if row.series_id in rules and not row.is_detached and not row.is_cancelled
    }
    result = []
    for row in appointments:
        if row.id in equal and row.series_id is not None:
            place = row.series_id, rules[row.series_id].day_of(row)
            if place not in taken:
                taken.add(place)
                row = replace(row, is_detached=False)
        result.append(row)
    return result


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a series says in its branch."""

    series: Series
    branch: Branch
    holidays: HolidayCalendar

    def day_of(self, occurrence: Appointment) -> date:
        return first_day(occurrence.when, self.branch.tz)

    def has(self, occurrence: Appointment) -> bool:
        if not self.series.has(occurrence, self.branch.tz):
            return False
        return self.series.includes_holidays or self.holidays.name_on(self.day_of(occurrence)) is None


def _rules_of(reader: Reader, series_ids: set[UUID]) -> dict[UUID, _Rule]:
    """By the ids of the series."""
    if not series_ids:
        return {}
    series = reader.list_by_id(Series, series_ids)
    branches = {row.id: row for row in reader.list_by_id(Branch, {row.pattern.branch_id for row in series})}
    own = reader.list(Holiday)
    holidays = {key: branch_holidays(branch, own) for key, branch in branches.items()}
    by_branch = ((row, row.pattern.branch_id) for row in series)
    return {row.id: _Rule(row, branches[key], holidays[key]) for row, key in by_branch}
