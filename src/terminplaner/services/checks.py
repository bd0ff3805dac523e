"""What is worth knowing about an appointment before it is stored: warnings, and what it runs beside."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import chain
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import Branch
from terminplaner.domain.holiday import Holiday
from terminplaner.domain.resource import Availability, Resource
from terminplaner.domain.when import Interval, Timed, When
from terminplaner.services.appointment_rows import AppointmentRow, appointment_rows
from terminplaner.services.holidays import HolidayCalendar, branch_holidays
from terminplaner.services.occupation import Occupation
from terminplaner.services.ports import Reader
from terminplaner.services.slots import is_on_raster
from terminplaner.services.working_time import (
    applies_on,
    available_intervals,
    concerns,
    keeps_availability,
    local_days,
    open_intervals,
)

_DAYS_CHECKED = 31
"""Holidays of longer absences are not worth a sentence each."""


class WarningCode(StrEnum):
    OUTSIDE_AVAILABILITY = "outside_availability"
    OUTSIDE_OPENING = "outside_opening"
    CLOSED = "closed"
    ABSENT = "absent"
    HOLIDAY = "holiday"
    OFF_STEP = "off_step"
    IN_THE_PAST = "in_the_past"
    NO_TEMPLATE = "no_template"


OFF_HOURS = frozenset(
    {
        WarningCode.OUTSIDE_AVAILABILITY,
        WarningCode.OUTSIDE_OPENING,
        WarningCode.CLOSED,
        WarningCode.ABSENT,
        WarningCode.HOLIDAY,
    }
)
"""What says that nobody works then; it refuses who may book within the working hours only."""


@dataclass(frozen=True, slots=True)
class PlanningWarning:
    """Something worth a look that does not refuse."""

    code: WarningCode
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Collision:
    """What else takes ``resource`` at that time; where ``is_refused``, more than it holds."""

    resource: Resource
    rows: tuple[AppointmentRow, ...]
    is_refused: bool


@dataclass(frozen=True, slots=True)
class Findings:
    """``warnings`` and ``collisions`` of an appointment that is not stored yet.

    ``refusals`` are warnings that keep back whoever may book within the working hours only.
    """

    warnings: tuple[PlanningWarning, ...] = ()
    collisions: tuple[Collision, ...] = ()
    refusals: tuple[PlanningWarning, ...] = ()


def collisions_of(
    reader: Reader, occupation: Occupation, appointments: Sequence[Appointment]
) -> tuple[tuple[Collision, ...], ...]:
    """Of each appointment, one for each of its resources that something else takes at that time."""
    may_refuse = not occupation.settings.allow_overbooking
    met = [
        tuple(found for found in group if found.appointments)
        for group in occupation.neighbors_of_each(reader, appointments)
    ]
    others = {other.id: other for group in met for found in group for other in found.appointments}
    rows = {row.appointment.id: row for row in appointment_rows(reader, tuple(others.values()))}
    return tuple(
        tuple(
            Collision(
                found.resource,
                tuple(rows[other.id] for other in found.appointments),
                found.is_too_much and may_refuse,
            )
            for found in group
        )
        for group in met
    )


def warnings_about(
    reader: Reader, appointments: Collection[Appointment], now: datetime, *, is_strict: bool = False
) -> tuple[PlanningWarning, ...]:
    """Availability, absences, holidays, raster and past of each in turn; ``now`` in UTC.

    ``is_strict`` also asks for the availability of resources that are not to warn of it.
    """
    return tuple(chain.from_iterable(warnings_of(reader, appointments, now, is_strict=is_strict)))


def warnings_of(
    reader: Reader, appointments: Collection[Appointment], now: datetime, *, is_strict: bool = False
) -> tuple[tuple[PlanningWarning, ...], ...]:
    """The same for each of them by itself."""
    wanted = {key for appointment in appointments for key in appointment.resource_ids}
    branches = {branch.id: branch for branch in reader.list(Branch)}
    meant = {appointment.branch_id: branches[appointment.branch_id] for appointment in appointments}
    absences, holidays = reader.list(Absence), reader.list(Holiday)
    surroundings = _Surroundings(
        meant,
        {
            resource.id: replace(resource, warns_when_unavailable=is_strict or resource.warns_when_unavailable)
            for resource in reader.list_by_id(Resource, wanted)
        },
        {key: [] for key in wanted},
        {
            key: [
                (absence.when.interval(branch.tz), absence)
                for absence in absences
                if any(concerns(absence, resource_id, key) for resource_id in wanted)
            ]
            for key, branch in meant.items()
        },
        {key: branch_holidays(branch, holidays) for key, branch in meant.items()},
    )
    for rule in reader.list(Availability):
        if rule.resource_id in wanted:
            surroundings.rules[rule.resource_id].append(rule)
    return tuple(tuple(_warnings(appointment, surroundings, now)) for appointment in appointments)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What warnings come from: resources and their availabilities by resource, absences and holidays by branch."""

    branches: Mapping[UUID, Branch]
    resources: Mapping[UUID, Resource]
    rules: Mapping[UUID, list[Availability]]
    absences: Mapping[UUID, Sequence[tuple[Interval, Absence]]]
    holidays: Mapping[UUID, HolidayCalendar]


def _warnings(appointment: Appointment, around: _Surroundings, now: datetime) -> Iterator[PlanningWarning]:
    branch = around.branches[appointment.branch_id]
    if appointment.when.interval(branch.tz).end_at <= now:
        yield PlanningWarning(WarningCode.IN_THE_PAST)
    yield from _holidays(appointment.when, branch.tz, around.holidays[branch.id])
    resources = tuple(around.resources[resource_id] for resource_id in appointment.resource_ids)
    yield from _absences(around.absences[branch.id], appointment, branch, resources)
    if not appointment.shows_as_unavailable:
        yield from _off_hours(appointment.when, resources, around.rules, branch)
    if isinstance(appointment.when, Timed):
        yield from _off_step(appointment.when, resources, around.rules, branch.tz)


def _holidays(when: When, zone: ZoneInfo, holidays: HolidayCalendar) -> Iterator[PlanningWarning]:
    for day in local_days(when, zone)[:_DAYS_CHECKED]:
        if name := holidays.name_on(day):
            yield PlanningWarning(WarningCode.HOLIDAY, {"day": day, "name": name})


def _absences(
    absences: Sequence[tuple[Interval, Absence]],
    appointment: Appointment,
    branch: Branch,
    resources: tuple[Resource, ...],
) -> Iterator[PlanningWarning]:
    if appointment.shows_as_unavailable:
        return
    wanted = appointment.when.interval(branch.tz)
    for span, absence in absences:
        if not span.overlaps(wanted):
            continue
        for resource in resources:
            if concerns(absence, resource.id, branch.id):
                params = {"resource": resource.name, "kind": absence.kind, "text": absence.text}
                yield PlanningWarning(WarningCode.ABSENT, params)


def _off_hours(
    when: When, resources: Sequence[Resource], rules: Mapping[UUID, Sequence[Availability]], branch: Branch
) -> Iterator[PlanningWarning]:
    """Outside the availability of a resource, or where that says nothing, of the opening times."""
    closed = _closed(when, branch)
    for resource in resources:
        own = rules[resource.id]
        is_outside = _is_outside(when, own, branch.tz)
        if is_outside and resource.warns_when_unavailable:
            yield PlanningWarning(WarningCode.OUTSIDE_AVAILABILITY, {"resource": resource.name})
        elif closed is not None and (is_outside or not keeps_availability(own)):
            yield closed
            closed = None


def _is_outside(when: When, rules: Sequence[Availability], zone: ZoneInfo) -> bool:
    if isinstance(when, Timed):
        spans = available_intervals(rules, when.start_at.astimezone(zone).date(), zone)
        return spans is not None and not any(span.contains(when.interval(zone)) for span in spans)
    days = local_days(when, zone)[:_DAYS_CHECKED]
    return any(_is_away(available_intervals(rules, day, zone), rules, day) for day in days)


def _is_away(spans: Sequence[Interval] | None, rules: Sequence[Availability], day: date) -> bool:
    """Whether a whole day is none of the resource's; a break within its working time makes no day one of those."""
    if spans is None:
        return False
    return not spans or (not keeps_availability(rules) and any(applies_on(rule, day) for rule in rules))


def _closed(when: When, branch: Branch) -> PlanningWarning | None:
    """What is to be said of an appointment that the opening times of its branch do not hold."""
    zone = branch.tz
    if isinstance(when, Timed):
        days: tuple[date, ...] = (when.start_at.astimezone(zone).date(),)
    else:
        days = local_days(when, zone)[:_DAYS_CHECKED]
    for day in days:
        spans = open_intervals(branch.opening_times, day, zone)
        if spans is None:
            return None
        if not spans:
            return PlanningWarning(WarningCode.CLOSED, {"day": day})
        if isinstance(when, Timed) and not any(span.contains(when.interval(zone)) for span in spans):
            hours = (
                f"{span.start_at.astimezone(zone):%H:%M}–{span.end_at.astimezone(zone):%H:%M}" for span in spans
            )
            return PlanningWarning(WarningCode.OUTSIDE_OPENING, {"day": day, "hours": ", ".join(hours)})
    return None


def _off_step(
    when: Timed, resources: Sequence[Resource], rules: Mapping[UUID, Sequence[Availability]], zone: ZoneInfo
) -> Iterator[PlanningWarning]:
    """A person and a room seldom share a raster: an appointment keeps the one of any of its resources."""
    if not any(is_on_raster(resource, rules[resource.id], when.start_at, zone) for resource in resources):
        resource = resources[0]
        yield PlanningWarning(WarningCode.OFF_STEP, {"resource": resource.name, "minutes": resource.step_minutes})
