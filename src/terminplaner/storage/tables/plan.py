"""The tables of what a plan is made of: resources, when they work, and what the planner offers."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Integer, Table, Time, Uuid

from terminplaner.domain.absence import AbsenceKind
from terminplaner.domain.resource import SyncDirection, Weekday, WeekOfMonth
from terminplaner.domain.view import ViewColumn, ViewKind
from terminplaner.domain.when import When
from terminplaner.storage.columns import Instant, PlainText, Structure, Word
from terminplaner.storage.tables.base import METADATA, EntityColumns, column


class ResourceColumns(EntityColumns):
    name = column(PlainText)
    description = column(PlainText)
    color = column(PlainText)
    employee_id = column(Uuid, ForeignKey("employee.id"), optional=True)
    branch_id = column(Uuid, ForeignKey("branch.id"), optional=True)
    step_minutes = column(Integer)
    capacity = column(Integer)
    has_waiting_list = column(Boolean)
    reminder_minutes = column(Integer)
    warns_when_unavailable = column(Boolean)
    is_visible = column(Boolean)
    is_in_all_branches = column(Boolean)
    visible_branch_ids = column(Structure(tuple[UUID, ...]))
    allows_caldav = column(Boolean)
    allows_online_booking = column(Boolean)
    sync_direction = column(Word(SyncDirection))
    deleted_at = column(Instant, optional=True)


RESOURCES = Table("resource", METADATA, ResourceColumns)


class AvailabilityTypeColumns(EntityColumns):
    name = column(PlainText)
    color = column(PlainText)
    position = column(Integer)
    deleted_at = column(Instant, optional=True)


AVAILABILITY_TYPES = Table("availability_type", METADATA, AvailabilityTypeColumns)


class AvailabilityColumns(EntityColumns):
    resource_id = column(Uuid, ForeignKey("resource.id"), index=True)
    weekday = column(Word(Weekday))
    starts_at = column(Time)
    ends_at = column(Time)
    is_available = column(Boolean)
    valid_from_on = column(Date, optional=True)
    valid_until_on = column(Date, optional=True)
    interval_weeks = column(Integer)
    step_minutes = column(Integer, optional=True)
    min_step_minutes = column(Integer, optional=True)
    second_resource_id = column(Uuid, ForeignKey("resource.id"), optional=True)
    text = column(PlainText)
    type_id = column(Uuid, ForeignKey("availability_type.id"), optional=True)
    comment = column(PlainText)
    week_of_month = column(Word(WeekOfMonth), optional=True)
    deleted_at = column(Instant, optional=True)


AVAILABILITIES = Table("availability", METADATA, AvailabilityColumns)


class AbsenceColumns(EntityColumns):
    kind = column(Word(AbsenceKind))
    when = column(Structure(When))
    resource_ids = column(Structure(tuple[UUID, ...]))
    branch_id = column(Uuid, ForeignKey("branch.id"), optional=True)
    text = column(PlainText)
    deleted_at = column(Instant, optional=True)


ABSENCES = Table("absence", METADATA, AbsenceColumns)


class AppointmentTypeColumns(EntityColumns):
    name = column(PlainText)
    color = column(PlainText)
    position = column(Integer)
    deleted_at = column(Instant, optional=True)


APPOINTMENT_TYPES = Table("appointment_type", METADATA, AppointmentTypeColumns)


class AppointmentStatusColumns(EntityColumns):
    name = column(PlainText)
    color = column(PlainText)
    position = column(Integer)
    means_cancelled = column(Boolean)
    deleted_at = column(Instant, optional=True)


APPOINTMENT_STATUSES = Table("appointment_status", METADATA, AppointmentStatusColumns)


class AppointmentTemplateColumns(EntityColumns):
    name = column(PlainText)
    duration_minutes = column(Integer)
    text = column(PlainText)
    comment = column(PlainText)
    type_id = column(Uuid, ForeignKey("appointment_type.id"), optional=True)
    status_id = column(Uuid, ForeignKey("appointment_status.id"), optional=True)
    prepare_minutes = column(Integer)
    follow_up_minutes = column(Integer)
    resource_ids = column(Structure(tuple[UUID, ...]))
    is_home_visit = column(Boolean)
    is_parallel = column(Boolean)
    shows_as_unavailable = column(Boolean)
    branch_id = column(Uuid, ForeignKey("branch.id"), optional=True)
    position = column(Integer)
    deleted_at = column(Instant, optional=True)


APPOINTMENT_TEMPLATES = Table("appointment_template", METADATA, AppointmentTemplateColumns)


class PlannerViewColumns(EntityColumns):
    name = column(PlainText)
    title = column(PlainText)
    text = column(PlainText)
    kind = column(Word(ViewKind))
    branch_id = column(Uuid, ForeignKey("branch.id"), optional=True)
    days = column(Integer)
    starts_at = column(Time)
    ends_at = column(Time)
    raster_minutes = column(Integer)
    columns = column(Structure(tuple[ViewColumn, ...]))
    shows_availability = column(Boolean)
    position = column(Integer)
    deleted_at = column(Instant, optional=True)


PLANNER_VIEWS = Table("planner_view", METADATA, PlannerViewColumns)
