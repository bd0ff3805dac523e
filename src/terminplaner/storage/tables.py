"""The tables of what people keep, and of the change log.

A row has the columns of its dataclass under the same names.  Rows never leave ``storage``.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, ForeignKey, Index, MetaData, Table, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from terminplaner.domain.absence import AbsenceKind
from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.chain import ColorBy, DeletionPolicy, PrivacyLevel
from terminplaner.domain.changes import Origin
from terminplaner.domain.people import Role
from terminplaner.domain.recurrence import Recurrence
from terminplaner.domain.resource import Weekday
from terminplaner.domain.view import ViewColumn, ViewKind
from terminplaner.domain.waiting_list import Priority
from terminplaner.domain.when import When
from terminplaner.storage.columns import Instant, PlainText, Structure, Word

LONG = timedelta(days=2)
"""Spans up to this length are found by their start alone."""


def only_where(condition: str) -> dict[str, Any]:
    """What an index holds only part of its table by; the migrations carry it out.

    Said in the engines' own arguments it would load the dialect of PostgreSQL into every start on SQLite.
    """
    return {"info": {"where": condition}}


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: Instant, str: PlainText}  # noqa: RUF012  (SQLAlchemy's own attribute)

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)


class EntityRow(Base):
    __abstract__ = True

    revision: Mapped[int] = mapped_column(sort_order=1)


class BranchRow(EntityRow):
    __tablename__ = "branch"

    number: Mapped[str]
    name: Mapped[str]
    zone: Mapped[str]
    federal_state: Mapped[str]
    address: Mapped[str]
    opening_hours: Mapped[str]


class ChainSettingsRow(EntityRow):
    __tablename__ = "chain_settings"

    chain_name: Mapped[str]
    google_sync: Mapped[bool]
    sync_interval_minutes: Mapped[int]
    google_privacy: Mapped[PrivacyLevel] = mapped_column(Word(PrivacyLevel))
    google_deletions: Mapped[DeletionPolicy] = mapped_column(Word(DeletionPolicy))
    google_client: Mapped[str]
    allow_overbooking: Mapped[bool]
    use_preparation_times: Mapped[bool]
    preparation_is_for_customer: Mapped[bool]
    use_waiting_lists: Mapped[bool]
    show_customer_pop_ups: Mapped[bool]
    copy_repeatedly: Mapped[bool]
    require_type: Mapped[bool]
    only_from_templates: Mapped[bool]
    show_customer_overlay: Mapped[bool]
    preset_user_as_second_resource: Mapped[bool]
    restrict_second_resource: Mapped[bool]
    only_creator_cancels: Mapped[bool]
    hide_customer_names: Mapped[bool]
    color_by: Mapped[ColorBy] = mapped_column(Word(ColorBy))
    calendar_period_until_on: Mapped[date | None]


class EmployeeRow(EntityRow):
    __tablename__ = "employee"

    last_name: Mapped[str]
    first_name: Mapped[str]
    branch_id: Mapped[UUID | None] = mapped_column(ForeignKey("branch.id"))
    deleted_at: Mapped[datetime | None]


class UserRow(EntityRow):
    __tablename__ = "app_user"  # "user" is a word of PostgreSQL's own

    name: Mapped[str]
    role: Mapped[Role] = mapped_column(Word(Role))
    employee_id: Mapped[UUID | None] = mapped_column(ForeignKey("employee.id"))
    password_hash: Mapped[str]
    deleted_at: Mapped[datetime | None]


class CustomerRow(EntityRow):
    __tablename__ = "customer"

    number: Mapped[str]
    last_name: Mapped[str]
    first_name: Mapped[str]
    initials: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    note: Mapped[str]
    pop_up: Mapped[str]
    deleted_at: Mapped[datetime | None]


class ResourceRow(EntityRow):
    __tablename__ = "resource"

    name: Mapped[str]
    description: Mapped[str]
    color: Mapped[str]
    employee_id: Mapped[UUID | None] = mapped_column(ForeignKey("employee.id"))
    branch_id: Mapped[UUID | None] = mapped_column(ForeignKey("branch.id"))
    step_minutes: Mapped[int]
    capacity: Mapped[int]
    has_waiting_list: Mapped[bool]
    reminder_minutes: Mapped[int]
    warns_when_unavailable: Mapped[bool]
    is_visible: Mapped[bool]
    is_in_all_branches: Mapped[bool]
    visible_branch_ids: Mapped[tuple[UUID, ...]] = mapped_column(Structure(tuple[UUID, ...]))
    allows_caldav: Mapped[bool]
    allows_online_booking: Mapped[bool]
    deleted_at: Mapped[datetime | None]


class AvailabilityRow(EntityRow):
    __tablename__ = "availability"

    resource_id: Mapped[UUID] = mapped_column(ForeignKey("resource.id"), index=True)
    weekday: Mapped[Weekday] = mapped_column(Word(Weekday))
    starts_at: Mapped[time]
    ends_at: Mapped[time]
    is_available: Mapped[bool]
    valid_from_on: Mapped[date | None]
    valid_until_on: Mapped[date | None]
    interval_weeks: Mapped[int]
    step_minutes: Mapped[int | None]
    min_step_minutes: Mapped[int | None]
    second_resource_id: Mapped[UUID | None] = mapped_column(ForeignKey("resource.id"))
    text: Mapped[str]
    deleted_at: Mapped[datetime | None]


class AbsenceRow(EntityRow):
    __tablename__ = "absence"

    kind: Mapped[AbsenceKind] = mapped_column(Word(AbsenceKind))
    when: Mapped[When] = mapped_column(Structure(When))
    resource_ids: Mapped[tuple[UUID, ...]] = mapped_column(Structure(tuple[UUID, ...]))
    branch_id: Mapped[UUID | None] = mapped_column(ForeignKey("branch.id"))
    text: Mapped[str]
    deleted_at: Mapped[datetime | None]


class HolidayRow(EntityRow):
    __tablename__ = "holiday"

    name: Mapped[str]
    description: Mapped[str]
    month: Mapped[int]
    day: Mapped[int]
    easter_offset_days: Mapped[int | None]
    branch_ids: Mapped[tuple[UUID, ...]] = mapped_column(Structure(tuple[UUID, ...]))
    deleted_at: Mapped[datetime | None]


class AppointmentTypeRow(EntityRow):
    __tablename__ = "appointment_type"

    name: Mapped[str]
    color: Mapped[str]
    position: Mapped[int]
    deleted_at: Mapped[datetime | None]


class AppointmentStatusRow(EntityRow):
    __tablename__ = "appointment_status"

    name: Mapped[str]
    color: Mapped[str]
    position: Mapped[int]
    deleted_at: Mapped[datetime | None]


class AppointmentTemplateRow(EntityRow):
    __tablename__ = "appointment_template"

    name: Mapped[str]
    duration_minutes: Mapped[int]
    text: Mapped[str]
    comment: Mapped[str]
    type_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment_type.id"))
    status_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment_status.id"))
    prepare_minutes: Mapped[int]
    follow_up_minutes: Mapped[int]
    resource_ids: Mapped[tuple[UUID, ...]] = mapped_column(Structure(tuple[UUID, ...]))
    is_home_visit: Mapped[bool]
    is_parallel: Mapped[bool]
    branch_id: Mapped[UUID | None] = mapped_column(ForeignKey("branch.id"))
    position: Mapped[int]
    deleted_at: Mapped[datetime | None]


class PlannerViewRow(EntityRow):
    __tablename__ = "planner_view"

    name: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    kind: Mapped[ViewKind] = mapped_column(Word(ViewKind))
    branch_id: Mapped[UUID | None] = mapped_column(ForeignKey("branch.id"))
    days: Mapped[int]
    starts_at: Mapped[time]
    ends_at: Mapped[time]
    raster_minutes: Mapped[int]
    columns: Mapped[tuple[ViewColumn, ...]] = mapped_column(Structure(tuple[ViewColumn, ...]))
    shows_availability: Mapped[bool]
    position: Mapped[int]
    deleted_at: Mapped[datetime | None]


class SeriesRow(EntityRow):
    __tablename__ = "series"

    recurrence: Mapped[Recurrence] = mapped_column(Structure(Recurrence))
    pattern: Mapped[Appointment] = mapped_column(Structure(Appointment))
    generated_until_on: Mapped[date]
    includes_holidays: Mapped[bool]
    deleted_at: Mapped[datetime | None]


class WaitingListEntryRow(EntityRow):
    __tablename__ = "waiting_list_entry"

    branch_id: Mapped[UUID] = mapped_column(ForeignKey("branch.id"))
    created_at: Mapped[datetime]
    created_by: Mapped[str]
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("customer.id"))
    type_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment_type.id"))
    resource_ids: Mapped[tuple[UUID, ...]] = mapped_column(Structure(tuple[UUID, ...]))
    duration_minutes: Mapped[int]
    weekdays: Mapped[tuple[Weekday, ...]] = mapped_column(Structure(tuple[Weekday, ...]))
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    priority: Mapped[Priority] = mapped_column(Word(Priority))
    note: Mapped[str]
    appointment_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment.id"))
    settled_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]


class Spanning:
    """The instants a row covers, made for range queries.

    "Starts before the end and ends after the beginning" leaves an index only one of its two bounds, so asking for
    one week would walk through all the past of a resource.  Spans of at most ``LONG`` (nearly all) cannot start
    earlier than ``LONG`` before the week, which bounds the walk at both ends; the few longer ones stand apart
    under ``is_long``.
    """

    start_at: Mapped[datetime]
    end_at: Mapped[datetime]
    is_long: Mapped[bool]


class AppointmentRow(Spanning, EntityRow):
    """The span of whole days is computed from ``first_on``/``end_on`` and the branch's zone; ``words`` are those
    of ``storage.words``."""

    __tablename__ = "appointment"
    __table_args__ = (
        Index("ix_appointment_span", "is_long", "start_at", "end_at"),
        Index(None, "cancelled_at", **only_where("cancelled_at IS NOT NULL")),
        Index(None, "ical_uid", **only_where("ical_uid <> ''")),
        Index(None, "series_id", **only_where("series_id IS NOT NULL")),
    )

    branch_id: Mapped[UUID] = mapped_column(ForeignKey("branch.id"))
    first_on: Mapped[date | None]
    end_on: Mapped[date | None]
    text: Mapped[str]
    comment: Mapped[str]
    type_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment_type.id"))
    status_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment_status.id"))
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("customer.id"), index=True)
    prepare_minutes: Mapped[int]
    follow_up_minutes: Mapped[int]
    is_home_visit: Mapped[bool]
    is_parallel: Mapped[bool]
    shows_as_unavailable: Mapped[bool]
    origin: Mapped[AppointmentOrigin] = mapped_column(Word(AppointmentOrigin))
    is_read_only: Mapped[bool]
    is_transparent: Mapped[bool]
    is_private: Mapped[bool]
    ical_uid: Mapped[str]
    series_id: Mapped[UUID | None] = mapped_column(ForeignKey("series.id"))
    is_detached: Mapped[bool]
    created_at: Mapped[datetime]
    created_by: Mapped[str]
    modified_at: Mapped[datetime] = mapped_column(index=True)
    modified_by: Mapped[str]
    cancelled_at: Mapped[datetime | None]
    cancelled_by: Mapped[str]
    words: Mapped[str]


class AppointmentResourceRow(Spanning, Base):
    """Which resources an appointment takes, in the order of ``position``; the span is a copy of the
    appointment's, so that a resource's week is read off one index."""

    __tablename__ = "appointment_resource"
    __table_args__ = (
        UniqueConstraint("appointment_id", "resource_id"),
        Index("ix_appointment_resource_span", "resource_id", "is_long", "start_at", "end_at", "appointment_id"),
    )

    appointment_id: Mapped[UUID] = mapped_column(ForeignKey("appointment.id"))
    resource_id: Mapped[UUID] = mapped_column(ForeignKey("resource.id"))
    position: Mapped[int]


_IN_ORDER = Text().with_variant(Text(collation="C"), "postgresql")
"""Text whose order is that of its code points, so that an index finds what begins alike; SQLite's always is."""

SEARCH_WORDS = Table(
    "search_word", Base.metadata, Column("word", _IN_ORDER, primary_key=True), sqlite_with_rowid=False
)
"""Every word that an appointment or a customer ever had; what is looked for with a star is looked for among them
first."""

APPOINTMENT_WORDS = Table(
    "appointment_word",
    Base.metadata,
    Column("word", _IN_ORDER, primary_key=True),
    Column("appointment_id", ForeignKey("appointment.id"), primary_key=True),
    sqlite_with_rowid=False,
)
"""Which appointments have a word: those with a rare one are found without looking at all the others."""

CUSTOMER_WORDS = Table(
    "customer_word",
    Base.metadata,
    Column("word", _IN_ORDER, primary_key=True),
    Column("customer_id", ForeignKey("customer.id"), primary_key=True),
    sqlite_with_rowid=False,
)


class ChangeSetRow(Base):
    """One committed transaction.  ``number`` is the order of the log: a clock can stand still."""

    __tablename__ = "change_set"

    number: Mapped[int] = mapped_column(BigInteger, index=True)
    command: Mapped[str]
    at: Mapped[datetime]
    author_name: Mapped[str]
    origin: Mapped[Origin] = mapped_column(Word(Origin))
    user_id: Mapped[UUID | None]
    workstation: Mapped[str]


class EntityChangeRow(Base):
    """``kind`` is the name of the entity's class."""

    __tablename__ = "entity_change"
    __table_args__ = (UniqueConstraint("change_set_id", "position"),)

    change_set_id: Mapped[UUID] = mapped_column(ForeignKey("change_set.id"))
    position: Mapped[int]
    kind: Mapped[str]
    entity_id: Mapped[UUID] = mapped_column(index=True)
    before: Mapped[Any | None] = mapped_column(Structure(Any))
    after: Mapped[Any] = mapped_column(Structure(Any))


class StoreMetaRow(Base):
    """The one row that says which store this is (its ``id``) and how far it came."""

    __tablename__ = "store_meta"

    epoch: Mapped[int] = mapped_column(BigInteger)
