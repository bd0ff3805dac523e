"""Rows to frozen values and back.  Columns bear the names of the fields and hold the fields' own values."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import RowMapping, Table

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment, AppointmentStatus, AppointmentType
from terminplaner.domain.calendar_link import (
    CalendarIntent,
    CalendarLink,
    EventMapping,
    GoogleAccount,
    JournalEntry,
    OffHoursNote,
    Problem,
    Record,
    SyncRun,
)
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.changes import Entity
from terminplaner.domain.holiday import Holiday
from terminplaner.domain.people import Customer, Employee, User
from terminplaner.domain.resource import Availability, AvailabilityType, Resource
from terminplaner.domain.series import Series
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.view import PlannerView
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.domain.when import AllDay, Timed, When
from terminplaner.storage.codec import field_types
from terminplaner.storage.tables import appointments, chain, people, plan, sync
from terminplaner.storage.tables.appointments import LONG
from terminplaner.storage.tables.base import EntityColumns, IdColumns

V = TypeVar("V", bound=Entity | Record)

ENTITY_TABLES: Mapping[Any, Table[EntityColumns]] = {
    Absence: plan.ABSENCES,
    Appointment: appointments.APPOINTMENTS,
    AppointmentStatus: plan.APPOINTMENT_STATUSES,
    AppointmentTemplate: plan.APPOINTMENT_TEMPLATES,
    AppointmentType: plan.APPOINTMENT_TYPES,
    Availability: plan.AVAILABILITIES,
    AvailabilityType: plan.AVAILABILITY_TYPES,
    Branch: chain.BRANCHES,
    ChainSettings: chain.CHAIN_SETTINGS,
    Customer: people.CUSTOMERS,
    Employee: people.EMPLOYEES,
    Holiday: chain.HOLIDAYS,
    PlannerView: plan.PLANNER_VIEWS,
    Resource: plan.RESOURCES,
    Series: appointments.SERIES,
    User: people.USERS,
    WaitingListEntry: appointments.WAITING_LIST,
}
RECORD_TABLES: Mapping[Any, Table[IdColumns]] = {
    CalendarIntent: sync.CALENDAR_INTENTS,
    CalendarLink: sync.CALENDAR_LINKS,
    EventMapping: sync.EVENT_MAPPINGS,
    GoogleAccount: sync.GOOGLE_ACCOUNTS,
    JournalEntry: sync.JOURNAL_ENTRIES,
    Problem: sync.PROBLEMS,
    OffHoursNote: sync.OFF_HOURS_NOTES,
    SyncRun: sync.SYNC_RUNS,
}
KIND_NAMES: Mapping[str, type[Entity]] = {kind.__name__: kind for kind in ENTITY_TABLES}
"""The entities by the names the change log knows them by."""


def to_values(value: Entity | Record) -> dict[str, Any]:
    """The columns of anything but an appointment."""
    return {name: getattr(value, name) for name in field_types(type(value))}


def from_row(kind: type[V], row: RowMapping) -> V:
    """The value a row holds; anything but an appointment."""
    return kind(**{name: row[name] for name in field_types(kind)})


_APPOINTMENT_COLUMNS = tuple(name for name in field_types(Appointment) if name not in ("when", "resource_ids"))


def appointment_values(appointment: Appointment) -> dict[str, Any]:
    """The columns of an appointment but for its span."""
    when = appointment.when
    days = (when.first_on, when.end_on) if isinstance(when, AllDay) else (None, None)
    values = {name: getattr(appointment, name) for name in _APPOINTMENT_COLUMNS}
    return values | {"first_on": days[0], "end_on": days[1]}


def span_values(when: When, zone: ZoneInfo) -> dict[str, Any]:
    """The columns of ``SpanningColumns``; ``zone`` is the branch's."""
    span = when.interval(zone)
    is_long = span.end_at - span.start_at > LONG
    return {"start_at": span.start_at, "end_at": span.end_at, "is_long": is_long}


def appointment_from(row: RowMapping, resource_ids: tuple[UUID, ...]) -> Appointment:
    when: When
    if row["first_on"] is None:
        when = Timed(row["start_at"], row["end_at"])
    else:
        when = AllDay(row["first_on"], row["end_on"])
    return Appointment(when=when, resource_ids=resource_ids, **{name: row[name] for name in _APPOINTMENT_COLUMNS})


def customer_order(customer: Customer) -> str:
    """The key that sorts customers by last name, first name and number."""
    # A tab comes before every letter, so that a name comes before the longer ones that begin like it.
    return "\t".join((_collated(customer.last_name), _collated(customer.first_name), customer.number))


def natural_order(value: Any) -> tuple[Any, ...]:
    """The key that sorts entities or records of one kind as a person expects; the same on both engines."""
    key = _ORDER.get(type(value))
    return (*(key(value) if key else ()), value.id.hex)


_ORDER: Mapping[type, Callable[[Any], tuple[Any, ...]]] = {
    Absence: lambda absence: (_start(absence.when),),
    AppointmentStatus: lambda entry: (entry.position, _collated(entry.name)),
    AppointmentTemplate: lambda entry: (entry.position, _collated(entry.name)),
    AppointmentType: lambda entry: (entry.position, _collated(entry.name)),
    Availability: lambda entry: (entry.resource_id.hex, entry.weekday, entry.starts_at),
    AvailabilityType: lambda entry: (entry.position, _collated(entry.name)),
    Branch: lambda branch: (_collated(branch.number), _collated(branch.name)),
    Customer: lambda customer: (customer_order(customer),),
    Employee: lambda employee: (_collated(employee.last_name), _collated(employee.first_name)),
    Holiday: lambda holiday: (holiday.easter_offset_days is not None, holiday.month, holiday.day),
    PlannerView: lambda view: (view.position, _collated(view.title)),
    Resource: lambda resource: (_collated(resource.name),),
    Series: lambda series: (_start(series.pattern.when),),
    User: lambda user: (_collated(user.name),),
    WaitingListEntry: lambda entry: (entry.priority, entry.created_at),
    GoogleAccount: lambda account: (_collated(account.email),),
    CalendarIntent: lambda intent: (intent.created_at,),
    CalendarLink: lambda link: (link.created_at is not None, link.created_at),
}


def _start(when: When) -> datetime:
    return when.start_at if isinstance(when, Timed) else datetime.combine(when.first_on, time.min, UTC)


def _collated(text: str) -> str:
    """Text as German lists sort it (DIN 5007-1): ä as a, ß as ss, capitals as small letters."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
