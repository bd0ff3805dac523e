"""What master data must be like to be stored; every breach raises ``InvalidInputError``.

``field`` in an error's parameters is the name of the dataclass field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from typing import Protocol
from uuid import UUID
from zoneinfo import available_timezones

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch, OpeningSpan
from terminplaner.domain.errors import InvalidInputError, NotFoundError
from terminplaner.domain.holiday import Holiday
from terminplaner.domain.people import Customer, Employee, User
from terminplaner.domain.resource import Availability, AvailabilityType, Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.view import PlannerView
from terminplaner.services.holidays import FEDERAL_STATES
from terminplaner.services.occupation import LONGEST_PREPARATION
from terminplaner.services.ports import Reader
from terminplaner.services.store_queries import CustomerSearch

EASTER_OFFSETS = (-80, 250)
"""Days from Easter Sunday that stay within its year, wherever Easter falls."""
LONGEST_DURATION = 24 * 60
"""Minutes that a template, a wish or a free time may be asked to last."""
LONGEST_STEP = 24 * 60
"""Minutes."""
LONGEST_REMINDER = 7 * 24 * 60
"""Minutes before an appointment."""
VIEW_DAYS = (1, 31)
"""How many days a view may show."""
VIEW_RASTERS = (5, 240)
"""How far apart its lines may be, in minutes."""
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


def validate(reader: Reader, entity: object) -> None:
    """Check one entity against the rules of its kind and against what ``reader`` knows."""
    match entity:
        case Resource():
            _require_text(entity.name, "name")
            _require_free_name(reader.list(Resource), entity)
            _require_color(entity.color)
            _require_range(entity.step_minutes, 1, LONGEST_STEP, "step_minutes")
            _require_range(entity.capacity, 1, 99, "capacity")
            _require_range(entity.reminder_minutes, 0, LONGEST_REMINDER, "reminder_minutes")
            _require_living_employee(reader, entity)
        case AppointmentType() | AppointmentStatus() | AvailabilityType():
            _require_text(entity.name, "name")
            _require_free_name(reader.list(type(entity)), entity)
            _require_color(entity.color)
        case AppointmentTemplate():
            _require_text(entity.label, "name")
            _require_free_name(reader.list(AppointmentTemplate), entity)
            require_duration(entity.duration_minutes)
            _require_range(entity.prepare_minutes, 0, LONGEST_PREPARATION, "prepare_minutes")
            _require_range(entity.follow_up_minutes, 0, LONGEST_PREPARATION, "follow_up_minutes")
        case Branch():
            _require_text(entity.name, "name")
            if entity.zone not in available_timezones():
                raise InvalidInputError("field_unknown", field="zone", value=entity.zone)
            if entity.federal_state not in FEDERAL_STATES:
                raise InvalidInputError("field_unknown", field="federal_state", value=entity.federal_state)
            _require_sound_opening(entity.opening_times)
        case Customer():
            _require_text(entity.last_name, "last_name")
            _require_text(entity.number, "number")
            alike = reader.search_customers(CustomerSearch(entity.number, has_whole_words=True, limit=None))
            _require_free(entity.number, (row.number for row in alike if row.id != entity.id))
        case Employee():
            _require_text(entity.last_name, "last_name")
        case User():
            _require_text(entity.name, "user_name")
            _require_free_name(reader.list(User), entity)
            _require_living_employee(reader, entity)
        case PlannerView():
            _require_text(entity.name, "name")
            _require_free_name(reader.list(PlannerView), entity)
            _require_text(entity.title, "title")
            _require_range(entity.days, *VIEW_DAYS, "days")
            _require_range(entity.raster_minutes, *VIEW_RASTERS, "raster_minutes")
            if entity.ends_at != time.min and entity.ends_at <= entity.starts_at:
                raise InvalidInputError("end_before_start")
            resource_ids = [column.resource_id for column in entity.columns]
            if not resource_ids:
                raise InvalidInputError("field_missing", field="columns")
            if len(set(resource_ids)) < len(resource_ids):
                raise InvalidInputError("view_names_resource_twice")
        case Availability():
            _require_sound_rule(entity)
        case Holiday():
            validate_holiday(entity)


class _Named(Protocol):
    @property
    def id(self) -> UUID: ...
    @property
    def name(self) -> str: ...


def _require_sound_rule(rule: Availability) -> None:
    valid_from_on, valid_until_on = rule.valid_from_on or date.min, rule.valid_until_on or date.max
    is_backwards = rule.ends_at <= rule.starts_at and rule.ends_at != time.min
    if is_backwards or valid_until_on < valid_from_on:
        raise InvalidInputError("end_before_start")
    _require_range(rule.interval_weeks, 1, 52 if rule.week_of_month is None else 1, "interval_weeks")
    if rule.interval_weeks > 1 and rule.valid_from_on is None:
        raise InvalidInputError("field_missing", field="valid_from_on")
    for name in ("step_minutes", "min_step_minutes"):
        if (minutes := getattr(rule, name)) is not None:
            _require_range(minutes, 1, LONGEST_STEP, name)
    if rule.second_resource_id == rule.resource_id:
        raise InvalidInputError("resource_twice")


def require_duration(minutes: int) -> None:
    """Raise ``InvalidInputError`` for a length that nobody can ask for."""
    _require_range(minutes, 1, LONGEST_DURATION, "duration_minutes")


def _require_sound_opening(times: Iterable[OpeningSpan]) -> None:
    """Each ends after it begins, and none meets another of its day."""
    ended: tuple[int, time | None] = (-1, None)
    for span in sorted(times, key=lambda item: (item.weekday, item.opens_at)):
        if span.closes_at <= span.opens_at and span.closes_at != time.min:
            raise InvalidInputError("end_before_start")
        weekday, closed_at = ended
        if weekday == span.weekday and (closed_at == time.min or (closed_at and closed_at > span.opens_at)):
            raise InvalidInputError("opening_overlaps")
        ended = span.weekday, span.closes_at


def validate_holiday(holiday: Holiday) -> None:
    """A holiday has a name and a day; raise ``InvalidInputError``."""
    _require_text(holiday.name, "name")
    if holiday.easter_offset_days is not None:
        _require_range(holiday.easter_offset_days, *EASTER_OFFSETS, "easter_offset_days")
    elif not any(holiday.on(year) for year in (2023, 2024)):  # one of any four has a 29 February
        raise InvalidInputError("holiday_without_day", day=holiday.day, month=holiday.month)


def _require_living_employee(reader: Reader, entity: Resource | User) -> None:
    """Raise ``NotFoundError`` for an employee who was deleted while somebody was choosing; whom a stored row names
    already, it may keep."""
    employee_id, stored = entity.employee_id, reader.find(type(entity), entity.id)
    if employee_id is None or (stored is not None and stored.employee_id == employee_id):
        return
    if reader.get(Employee, employee_id).deleted_at is not None:
        raise NotFoundError(kind=Employee.__name__, id=str(employee_id))


def _require_text(value: str, field: str) -> None:
    if not value.strip():
        raise InvalidInputError("field_missing", field=field)


def _require_range(value: int, low: int, high: int, field: str) -> None:
    if not low <= value <= high:
        raise InvalidInputError("number_out_of_range", field=field, low=low, high=high)


def _require_color(value: str) -> None:
    if not _COLOR.fullmatch(value):
        raise InvalidInputError("field_unknown", field="color", value=value)


def _require_free_name(rows: Iterable[_Named], entity: _Named) -> None:
    """Names are how people and the command line call things, so they are unique."""
    _require_free(entity.name, (row.name for row in rows if row.id != entity.id))


def _require_free(value: str, taken: Iterable[str]) -> None:
    if value.strip().casefold() in {other.strip().casefold() for other in taken}:
        raise InvalidInputError("name_taken", name=value)
