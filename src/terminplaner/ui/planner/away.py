"""Who is away on which days, and why: absences, Nichtverfügbarkeiten and appointments that say so.  Qt-free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.absence import Absence
from terminplaner.domain.resource import Availability, Resource
from terminplaner.domain.when import AllDay, Interval, day_interval
from terminplaner.services.queries import AppointmentRow, Plan
from terminplaner.services.working_time import applies_on, available_intervals, local_days, rule_span, without

Cause = Absence | Availability | AppointmentRow
"""What keeps somebody away; a Nichtverfügbarkeit is an ``Availability`` that takes time away."""


@dataclass(frozen=True, slots=True)
class Away:
    """A resource's absence on one day: ``span`` is its part of that day.

    ``is_whole`` where it leaves nothing of what could be booked on that day otherwise.
    """

    resource: Resource
    cause: Cause
    span: Interval
    is_whole: bool

    @property
    def cause_id(self) -> UUID:
        return self.cause.appointment.id if isinstance(self.cause, AppointmentRow) else self.cause.id


def away_by_day(plan: Plan, days: Iterable[date], zone: ZoneInfo) -> Mapping[date, tuple[Away, ...]]:
    """The absences and Nichtverfügbarkeiten of the plan's resources on each of these local days of ``zone``."""
    wanted = {day: day_interval(day, zone) for day in days}
    found: dict[date, list[Away]] = {day: [] for day in wanted}
    for resource in plan.resources:
        work = _Work(plan, resource, zone)
        for absence in plan.absences.get(resource.id, ()):
            for day in local_days(absence.when, zone):
                if day in wanted:
                    span = _cut(absence.when.interval(zone), wanted[day])
                    is_whole = isinstance(absence.when, AllDay) or work.is_all_in(span, day)
                    found[day].append(Away(resource, absence, span, is_whole))
        for rule in plan.availabilities.get(resource.id, ()):
            for day in wanted if not rule.is_available else ():
                if applies_on(rule, day):
                    span = rule_span(rule, day, zone)
                    found[day].append(Away(resource, rule, span, work.is_all_in(span, day)))
    return {day: tuple(entries) for day, entries in found.items()}


def away_by_appointment(plan: Plan, days: Iterable[date], zone: ZoneInfo) -> Mapping[date, tuple[Away, ...]]:
    """The same of the appointments that are shown as not available (Als nicht verfügbar anzeigen)."""
    wanted = {day: day_interval(day, zone) for day in days}
    found: dict[date, list[Away]] = {day: [] for day in wanted}
    rows = [row for row in plan.rows if row.appointment.shows_as_unavailable and row.occupies]
    for resource in plan.resources:
        work = _Work(plan, resource, zone)
        for row in rows:
            when = row.appointment.when
            for day in local_days(when, zone) if resource.id in row.appointment.resource_ids else ():
                if day in wanted:
                    span = _cut(when.interval(zone), wanted[day])
                    is_whole = isinstance(when, AllDay) or work.is_all_in(span, day)
                    found[day].append(Away(resource, row, span, is_whole))
    return {day: tuple(entries) for day, entries in found.items()}


@dataclass(frozen=True, slots=True)
class _Work:
    """When a resource could be booked if nothing kept it away."""

    plan: Plan
    resource: Resource
    zone: ZoneInfo

    def is_all_in(self, span: Interval, day: date) -> bool:
        """Whether ``span`` takes the whole of a day, or all of its working time."""
        if span.contains(day_interval(day, self.zone)):
            return True
        working = tuple(self._rules())
        hours = available_intervals(working, day, self.zone, (), self.plan.openings.get(self.resource.id, ()))
        return bool(hours) and not without(hours or (), span)

    def _rules(self) -> Iterator[Availability]:
        return (rule for rule in self.plan.availabilities.get(self.resource.id, ()) if rule.is_available)


def _cut(span: Interval, day: Interval) -> Interval:
    return Interval(max(span.start_at, day.start_at), min(span.end_at, day.end_at))
