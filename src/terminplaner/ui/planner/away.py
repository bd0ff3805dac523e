"""Who is away on which days, and why: absences, Nichtverfügbarkeiten and appointments that say so.  Qt-free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.absence import Absence
from terminplaner.domain.resource import Availability, Resource
from terminplaner.domain.when import AllDay, Interval, day_interval
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan
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

    @property
    def is_own(self) -> bool:
        """Whether it is the resource's own, and not one of its shop."""
        return not isinstance(self.cause, Absence) or bool(self.cause.resource_ids)


@dataclass(frozen=True, slots=True)
class Stay:
    """What keeps somebody away, as a list shows it: from ``first_on`` to ``last_on`` (inclusive) of what is shown.

    ``days`` of them, weekends included; fewer than lie between where it comes again and again.
    """

    resources: tuple[Resource, ...]
    first: Away
    first_on: date
    last_on: date
    days: int


def away_by_day(
    plan: Plan, days: Iterable[date], zone: ZoneInfo, *, with_parts: bool = False
) -> Mapping[date, tuple[Away, ...]]:
    """The absences of the plan's resources on each of these local days of ``zone``, and the Nichtverfügbarkeiten
    that leave nothing of a day; ``with_parts`` all of them.
    """
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
                if applies_on(rule, day) and ((is_whole := work.is_all_under(rule, day)) or with_parts):
                    found[day].append(Away(resource, rule, rule_span(rule, day, zone), is_whole))
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


def stays(by_day: Mapping[date, Iterable[Away]]) -> Iterator[Stay]:
    """What keeps somebody away on these days, each once."""
    found: dict[UUID, list[tuple[date, Away]]] = {}
    for day, aways in by_day.items():
        for away in aways:
            found.setdefault(away.cause_id, []).append((day, away))
    for entries in found.values():
        resources = {away.resource.id: away.resource for _, away in entries}
        days = tuple(dict.fromkeys(day for day, _ in entries))
        yield Stay(tuple(resources.values()), entries[0][1], days[0], days[-1], len(days))


@dataclass(frozen=True, slots=True)
class DayOff:
    """A holiday; ``places`` are the labels of the branches that have it, empty where all do that are shown."""

    name: str
    places: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """``Fronleichnam``, or with its places ``Fronleichnam (01 Stuttgart)``."""
        return f"{self.name} ({', '.join(self.places)})" if self.places else self.name


def holidays_by_day(plan: Plan, days: Iterable[date]) -> Mapping[date, tuple[DayOff, ...]]:
    """The holidays of the plan's resources on each of these days."""
    calendars = {
        plan.branches[key].label if key in plan.branches else "": plan.holidays[key]
        for key in (resource.id for resource in plan.resources)
        if key in plan.holidays
    }
    by_year: dict[int, list[tuple[str, Mapping[date, str]]]] = {}
    found: dict[date, tuple[DayOff, ...]] = {}
    for day in days:
        if day.year not in by_year:
            by_year[day.year] = [(place, calendar.in_year(day.year)) for place, calendar in calendars.items()]
        places_of: dict[str, list[str]] = {}
        for place, holidays in by_year[day.year]:
            if day in holidays:
                places_of.setdefault(holidays[day], []).append(place)
        found[day] = tuple(
            DayOff(name, () if len(places) == len(calendars) else tuple(places))
            for name, places in places_of.items()
        )
    return found


def is_closed(plan: Plan, day: date, zone: ZoneInfo) -> bool:
    """Whether none of the plan's resources can be booked on a day; False where it has none."""
    return bool(plan.resources) and all(_is_closed(plan, resource.id, day, zone) for resource in plan.resources)


def _is_closed(plan: Plan, key: UUID, day: date, zone: ZoneInfo) -> bool:
    if key in plan.holidays and plan.holidays[key].name_on(day):
        return True
    rules, absences = plan.availabilities.get(key, ()), plan.absences.get(key, ())
    return available_intervals(rules, day, zone, absences, plan.openings.get(key, ())) == ()


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
        openings = self.plan.openings.get(self.resource.id, ())
        hours = available_intervals(self._rules(), day, self.zone, (), openings)
        return bool(hours) and not without(hours or (), span)

    def is_all_under(self, rule: Availability, day: date) -> bool:
        """The same of a Nichtverfügbarkeit that applies on ``day``, by the clock alone: a year asks it often."""
        if rule.starts_at == rule.ends_at == time.min:
            return True
        rules = tuple(self._rules())
        openings = self.plan.openings.get(self.resource.id, ())
        hours = (
            [(row.starts_at, row.ends_at) for row in rules if applies_on(row, day)]
            if rules
            else [(row.opens_at, row.closes_at) for row in openings if row.weekday == day.weekday()]
        )
        return bool(hours) and all(
            rule.starts_at <= begins and (rule.ends_at == time.min or time.min < ends <= rule.ends_at)
            for begins, ends in hours
        )

    def _rules(self) -> Iterator[Availability]:
        return (rule for rule in self.plan.availabilities.get(self.resource.id, ()) if rule.is_available)


def _cut(span: Interval, day: Interval) -> Interval:
    return Interval(max(span.start_at, day.start_at), min(span.end_at, day.end_at))
