"""The tables of appointments, of the series they belong to, and of those who wait for one."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, Table, Time, TypedColumns, UniqueConstraint, Uuid

from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.recurrence import Recurrence
from terminplaner.domain.resource import Combination, Weekday
from terminplaner.domain.waiting_list import Priority
from terminplaner.storage.columns import Instant, PlainText, Structure, Word
from terminplaner.storage.tables.base import METADATA, EntityColumns, IdColumns, column, only_where


class SeriesColumns(EntityColumns):
    recurrence = column(Structure(Recurrence))
    pattern = column(Structure(Appointment))
    generated_until_on = column(Date)
    includes_holidays = column(Boolean)
    deleted_at = column(Instant, optional=True)


SERIES = Table("series", METADATA, SeriesColumns)


LONG = timedelta(days=2)
"""Spans up to this length are found by their start alone."""


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
