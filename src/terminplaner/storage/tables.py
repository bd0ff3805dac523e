"""The tables of what people keep, and of the change log.

A row has the columns of its dataclass under the same names.  Rows never leave ``storage``.  The columns stand in
classes for the sake of the type checker alone: ``APPOINTMENTS.c.start_at`` is known to be an instant.  There is no
object-relational mapping, for which the start would have to wait.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    Time,
    TypedColumns,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.types import TypeEngine

from terminplaner.domain.absence import AbsenceKind
from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.chain import ColorBy, DeletionPolicy, OpeningSpan, PrivacyLevel
from terminplaner.domain.changes import Origin
from terminplaner.domain.people import Role
from terminplaner.domain.recurrence import Recurrence
from terminplaner.domain.resource import Combination, SyncDirection, Weekday
from terminplaner.domain.view import ViewColumn, ViewKind
from terminplaner.domain.waiting_list import Priority
from terminplaner.domain.when import When
from terminplaner.storage.columns import Instant, PlainText, Structure, Word

LONG = timedelta(days=2)
"""Spans up to this length are found by their start alone."""


METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

T = TypeVar("T")


def column(
    kind: TypeEngine[T] | type[TypeEngine[T]], *constraints: ForeignKey, optional: bool = False, **options: Any
) -> Column[T]:
    """A column that has a value in every row, unless it is ``optional``."""
    return Column(kind, *constraints, nullable=optional, **options)


def only_where(condition: str) -> dict[str, Any]:
    """What an index holds only part of its table by; the migrations carry it out.

    Said in the engines' own arguments it would load the dialect of PostgreSQL into every start on SQLite.
    """
    return {"info": {"where": condition}}


IN_ORDER = Text().with_variant(Text(collation="C"), "postgresql")
"""Text whose order is that of its code points, so that an index finds what begins alike; SQLite's always is."""


class IdColumns(TypedColumns):
    id = column(Uuid, primary_key=True)


class EntityColumns(IdColumns):
    revision = column(Integer)


class BranchColumns(EntityColumns):
    number = column(PlainText)
    name = column(PlainText)
    zone = column(PlainText)
    federal_state = column(PlainText)
    address = column(PlainText)
    opening_hours = column(PlainText)
    opening_times = column(Structure(tuple[OpeningSpan, ...]))


BRANCHES = Table("branch", METADATA, BranchColumns)


class ChainSettingsColumns(EntityColumns):
    chain_name = column(PlainText)
    google_sync = column(Boolean)
    sync_interval_minutes = column(Integer)
    google_privacy = column(Word(PrivacyLevel))
    google_deletions = column(Word(DeletionPolicy))
    google_client = column(PlainText)
    google_allow_change = column(Boolean)
    google_allow_deletion = column(Boolean)
    google_free_events_busy = column(Boolean)
    google_all_day_busy = column(Boolean)
    google_look_back_days = column(Integer)
    allow_overbooking = column(Boolean)
    use_preparation_times = column(Boolean)
    preparation_is_for_customer = column(Boolean)
    use_waiting_lists = column(Boolean)
    show_customer_pop_ups = column(Boolean)
    copy_repeatedly = column(Boolean)
    require_type = column(Boolean)
    only_from_templates = column(Boolean)
    show_customer_overlay = column(Boolean)
    preset_user_as_second_resource = column(Boolean)
    restrict_second_resource = column(Boolean)
    only_creator_cancels = column(Boolean)
    hide_customer_names = column(Boolean)
    color_by = column(Word(ColorBy))
    calendar_period_until_on = column(Date, optional=True)


CHAIN_SETTINGS = Table("chain_settings", METADATA, ChainSettingsColumns)


class EmployeeColumns(EntityColumns):
    last_name = column(PlainText)
    first_name = column(PlainText)
    branch_id = column(Uuid, ForeignKey("branch.id"), optional=True)
    deleted_at = column(Instant, optional=True)


EMPLOYEES = Table("employee", METADATA, EmployeeColumns)


class UserColumns(EntityColumns):
    name = column(PlainText)
    role = column(Word(Role))
    employee_id = column(Uuid, ForeignKey("employee.id"), optional=True)
    password_hash = column(PlainText)
    deleted_at = column(Instant, optional=True)


USERS = Table("app_user", METADATA, UserColumns)  # "user" is a word of PostgreSQL's own


class CustomerColumns(EntityColumns):
    """``sort_key`` is the natural order, ``words`` are those of ``storage.words``."""

    number = column(PlainText)
    last_name = column(PlainText)
    first_name = column(PlainText)
    initials = column(PlainText)
    phone = column(PlainText)
    email = column(PlainText)
    note = column(PlainText)
    pop_up = column(PlainText)
    deleted_at = column(Instant, optional=True)
    sort_key = column(IN_ORDER, index=True)
    words = column(Text)


CUSTOMERS = Table("customer", METADATA, CustomerColumns)


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


class HolidayColumns(EntityColumns):
    name = column(PlainText)
    description = column(PlainText)
    month = column(Integer)
    day = column(Integer)
    easter_offset_days = column(Integer, optional=True)
    branch_ids = column(Structure(tuple[UUID, ...]))
    deleted_at = column(Instant, optional=True)


HOLIDAYS = Table("holiday", METADATA, HolidayColumns)


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


class SeriesColumns(EntityColumns):
    recurrence = column(Structure(Recurrence))
    pattern = column(Structure(Appointment))
    generated_until_on = column(Date)
    includes_holidays = column(Boolean)
    deleted_at = column(Instant, optional=True)


SERIES = Table("series", METADATA, SeriesColumns)


class WaitingListEntryColumns(EntityColumns):
    branch_id = column(Uuid, ForeignKey("branch.id"))
    created_at = column(Instant)
    created_by = column(PlainText)
    customer_id = column(Uuid, ForeignKey("customer.id"), optional=True)
    template_id = column(Uuid, ForeignKey("appointment_template.id"), optional=True)
    type_id = column(Uuid, ForeignKey("appointment_type.id"), optional=True)
    matches_type = column(Boolean)
    resource_ids = column(Structure(tuple[UUID, ...]))
    combination = column(Word(Combination))
    duration_minutes = column(Integer)
    weekdays = column(Structure(tuple[Weekday, ...]))
    from_on = column(Date, optional=True)
    until_on = column(Date, optional=True)
    starts_at = column(Time, optional=True)
    ends_at = column(Time, optional=True)
    priority = column(Word(Priority))
    note = column(PlainText)
    appointment_id = column(Uuid, ForeignKey("appointment.id"), optional=True)
    settled_at = column(Instant, optional=True)
    deleted_at = column(Instant, optional=True)


WAITING_LIST = Table("waiting_list_entry", METADATA, WaitingListEntryColumns)


class SpanningColumns(TypedColumns):
    """The instants a row covers, made for range queries.

    "Starts before the end and ends after the beginning" leaves an index only one of its two bounds, so asking for
    one week would walk through all the past of a resource.  Spans of at most ``LONG`` (nearly all) cannot start
    earlier than ``LONG`` before the week, which bounds the walk at both ends; the few longer ones stand apart
    under ``is_long``.
    """

    start_at = column(Instant)
    end_at = column(Instant)
    is_long = column(Boolean)


class AppointmentColumns(SpanningColumns, EntityColumns):
    """The span of whole days is computed from ``first_on``/``end_on`` and the branch's zone; ``words`` are those
    of ``storage.words``."""

    branch_id = column(Uuid, ForeignKey("branch.id"))
    first_on = column(Date, optional=True)
    end_on = column(Date, optional=True)
    text = column(PlainText)
    comment = column(PlainText)
    type_id = column(Uuid, ForeignKey("appointment_type.id"), optional=True)
    status_id = column(Uuid, ForeignKey("appointment_status.id"), optional=True)
    customer_id = column(Uuid, ForeignKey("customer.id"), index=True, optional=True)
    prepare_minutes = column(Integer)
    follow_up_minutes = column(Integer)
    is_home_visit = column(Boolean)
    is_parallel = column(Boolean)
    shows_as_unavailable = column(Boolean)
    origin = column(Word(AppointmentOrigin))
    is_read_only = column(Boolean)
    is_transparent = column(Boolean)
    is_private = column(Boolean)
    ical_uid = column(PlainText)
    series_id = column(Uuid, ForeignKey("series.id"), optional=True)
    is_detached = column(Boolean)
    created_at = column(Instant)
    created_by = column(PlainText)
    modified_at = column(Instant, index=True)
    modified_by = column(PlainText)
    cancelled_at = column(Instant, optional=True)
    cancelled_by = column(PlainText)
    former_status_id = column(Uuid, ForeignKey("appointment_status.id"), optional=True)
    template_id = column(Uuid, ForeignKey("appointment_template.id"), optional=True)
    words = column(PlainText)


APPOINTMENTS = Table(
    "appointment",
    METADATA,
    AppointmentColumns,
    Index("ix_appointment_span", "is_long", "start_at", "end_at"),
    Index(None, "cancelled_at", **only_where("cancelled_at IS NOT NULL")),
    Index(None, "ical_uid", **only_where("ical_uid <> ''")),
    Index(None, "series_id", **only_where("series_id IS NOT NULL")),
)


class AppointmentResourceColumns(SpanningColumns, IdColumns):
    """Which resources an appointment takes, in the order of ``position``; the span is a copy of the
    appointment's, so that a resource's week is read off one index."""

    appointment_id = column(Uuid, ForeignKey("appointment.id"))
    resource_id = column(Uuid, ForeignKey("resource.id"))
    position = column(Integer)


APPOINTMENT_RESOURCES = Table(
    "appointment_resource",
    METADATA,
    AppointmentResourceColumns,
    UniqueConstraint("appointment_id", "resource_id"),
    Index("ix_appointment_resource_span", "resource_id", "is_long", "start_at", "end_at", "appointment_id"),
)


SEARCH_WORDS = Table(
    "search_word",
    METADATA,
    Column("word", IN_ORDER, primary_key=True),
    Column("backwards", IN_ORDER, nullable=False, index=True),
    sqlite_with_rowid=False,
)
"""Every word that an appointment or a customer ever had, and the same ``backwards``; what is looked for with a
star is looked for among them first, by its begin or by its end."""

APPOINTMENT_WORDS = Table(
    "appointment_word",
    METADATA,
    Column("word", IN_ORDER, primary_key=True),
    Column("appointment_id", ForeignKey("appointment.id"), primary_key=True),
    sqlite_with_rowid=False,
)
"""Which appointments have a word: those with a rare one are found without looking at all the others."""

CUSTOMER_WORDS = Table(
    "customer_word",
    METADATA,
    Column("word", IN_ORDER, primary_key=True),
    Column("customer_id", ForeignKey("customer.id"), primary_key=True),
    sqlite_with_rowid=False,
)


class ChangeSetColumns(IdColumns):
    """One committed transaction.  ``number`` is the order of the log: a clock can stand still."""

    number = column(BigInteger, index=True)
    command = column(PlainText)
    at = column(Instant)
    author_name = column(PlainText)
    origin = column(Word(Origin))
    user_id = column(Uuid, optional=True)
    workstation = column(PlainText)


CHANGE_SETS = Table(
    "change_set",
    METADATA,
    ChangeSetColumns,
    # For whoever looks something up in the log; each in the order in which it is read.
    Index("ix_change_set_at", "at", "number"),
    Index("ix_change_set_author", "author_name", "number"),
    Index("ix_change_set_origin", "origin", "number"),
)


class EntityChangeColumns(IdColumns):
    """``kind`` is the name of the entity's class."""

    change_set_id = column(Uuid, ForeignKey("change_set.id"))
    position = column(Integer)
    kind = column(PlainText)
    entity_id = column(Uuid, index=True)
    before = column(Structure(Any), optional=True)
    after = column(Structure(Any))


ENTITY_CHANGES = Table(
    "entity_change",
    METADATA,
    EntityChangeColumns,
    UniqueConstraint("change_set_id", "position"),
    Index("ix_entity_change_kind", "kind", "change_set_id"),
)


class StoreMetaColumns(IdColumns):
    """The one row that says which store this is (its ``id``) and how far it came."""

    epoch = column(BigInteger)


STORE_META = Table("store_meta", METADATA, StoreMetaColumns)
