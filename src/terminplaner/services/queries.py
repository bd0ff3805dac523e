"""The questions the windows and the command line ask: frozen read models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment, AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch, OpeningSpan
from terminplaner.domain.holiday import Holiday
from terminplaner.domain.people import Customer, Employee, User
from terminplaner.domain.resource import Availability, AvailabilityType, Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.view import PlannerView
from terminplaner.domain.when import Interval, day_start
from terminplaner.services.appointment_rows import AppointmentRow, appointment_rows
from terminplaner.services.branches import branch_of, branches_of
from terminplaner.services.choices import Choices, D, Deletable
from terminplaner.services.holidays import HolidayCalendar, branch_holidays
from terminplaner.services.ports import Store
from terminplaner.services.resource_rows import ResourceFilter, ResourceRow, resource_rows
from terminplaner.services.settings import chain_settings
from terminplaner.services.store_queries import AppointmentQuery, CustomerSearch
from terminplaner.services.working_time import concerns, local_days


@dataclass(frozen=True, slots=True)
class EmployeeRow:
    """One line of "Mitarbeiter": who it is, where, and what stands for them in the plan and at the login."""

    employee: Employee
    branch: str
    resources: tuple[str, ...]
    users: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the planner paints between two instants (UTC, ``until_at`` exclusive).

    By resource: all its availabilities, its absences in that time, the holidays and the opening times of its
    branch, and the branch itself.
    """

    from_at: datetime
    until_at: datetime
    resources: tuple[Resource, ...]
    rows: tuple[AppointmentRow, ...]
    availabilities: Mapping[UUID, tuple[Availability, ...]]
    absences: Mapping[UUID, tuple[Absence, ...]] = field(default_factory=dict)
    holidays: Mapping[UUID, HolidayCalendar] = field(default_factory=dict)
    openings: Mapping[UUID, tuple[OpeningSpan, ...]] = field(default_factory=dict)
    branches: Mapping[UUID, Branch] = field(default_factory=dict)
    availability_types: Mapping[UUID, AvailabilityType] = field(default_factory=dict)
    """What an availability may be of, deleted ones included."""


@dataclass(frozen=True, slots=True)
class Queries:
    store: Store

    def branches(self) -> tuple[Branch, ...]:
        with self.store.read() as reader:
            return reader.list(Branch)

    def employees(self, *, with_deleted: bool = False) -> tuple[Employee, ...]:
        with self.store.read() as reader:
            return reader.list(Employee, with_deleted=with_deleted)

    def employee_rows(self) -> tuple[EmployeeRow, ...]:
        """By name."""
        with self.store.read() as reader:
            branches = {branch.id: branch.label for branch in reader.list(Branch)}
            resources, users = reader.list(Resource), reader.list(User)
            return tuple(
                EmployeeRow(
                    employee,
                    branches.get(employee.branch_id, "") if employee.branch_id else "",
                    tuple(row.name for row in resources if row.employee_id == employee.id),
                    tuple(row.name for row in users if row.employee_id == employee.id),
                )
                for employee in reader.list(Employee)
            )

    def holidays(self) -> tuple[Holiday, ...]:
        """The chain's own ones."""
        with self.store.read() as reader:
            return reader.list(Holiday)

    def types(self) -> tuple[AppointmentType, ...]:
        with self.store.read() as reader:
            return reader.list(AppointmentType)

    def availability_types(self) -> tuple[AvailabilityType, ...]:
        with self.store.read() as reader:
            return reader.list(AvailabilityType)

    def statuses(self) -> tuple[AppointmentStatus, ...]:
        with self.store.read() as reader:
            return reader.list(AppointmentStatus)

    def choices(self) -> Choices:
        """All that dialogs offer to choose from, as it stands at one moment."""
        with self.store.read() as reader:
            resources = reader.list(Resource, with_deleted=True)
            types = reader.list(AppointmentType, with_deleted=True)
            statuses = reader.list(AppointmentStatus, with_deleted=True)
            templates = reader.list(AppointmentTemplate, with_deleted=True)
            availability_types = reader.list(AvailabilityType, with_deleted=True)
            everything: tuple[Deletable, ...] = (*resources, *types, *statuses, *templates, *availability_types)
            return Choices(
                _live(resources),
                _live(types),
                _live(statuses),
                reader.list(Branch),
                chain_settings(reader),
                _live(templates),
                _live(availability_types),
                tuple(row for row in everything if row.deleted_at is not None),
            )

    def resources(self) -> tuple[Resource, ...]:
        with self.store.read() as reader:
            return reader.list(Resource)

    def views(self) -> tuple[PlannerView, ...]:
        """By position, then name."""
        with self.store.read() as reader:
            return tuple(sorted(reader.list(PlannerView), key=lambda view: (view.position, view.name)))

    def templates(self) -> tuple[AppointmentTemplate, ...]:
        with self.store.read() as reader:
            return reader.list(AppointmentTemplate)

    def branch_of(self, resource_id: UUID) -> Branch:
        """The branch whose wall time a resource's appointments are said in."""
        with self.store.read() as reader:
            return branch_of(reader, reader.get(Resource, resource_id))

    def availabilities(self, resource_id: UUID) -> tuple[Availability, ...]:
        with self.store.read() as reader:
            return tuple(rule for rule in reader.list(Availability) if rule.resource_id == resource_id)

    def customers(self, search: str = "", limit: int | None = None) -> tuple[Customer, ...]:
        """The first ``limit`` customers found by what somebody typed (see ``CustomerSearch``)."""
        with self.store.read() as reader:
            return reader.search_customers(CustomerSearch(search, limit=limit))

    def find_resources(self, wanted: ResourceFilter) -> tuple[ResourceRow, ...]:
        with self.store.read() as reader:
            return resource_rows(reader, wanted)

    def appointments(self, query: AppointmentQuery) -> tuple[AppointmentRow, ...]:
        with self.store.read() as reader:
            return appointment_rows(reader, reader.list_appointments(query))

    def appointment(self, appointment_id: UUID) -> AppointmentRow:
        """Raise ``NotFoundError`` where there is none."""
        with self.store.read() as reader:
            return appointment_rows(reader, (reader.get(Appointment, appointment_id),))[0]

    def plan(
        self,
        resource_ids: tuple[UUID, ...],
        from_at: datetime,
        until_at: datetime,
        *,
        with_cancelled: bool = False,
    ) -> Plan:
        """What these resources have planned; cancelled appointments only where they are asked for."""
        asked = AppointmentQuery(resource_ids=resource_ids, from_at=from_at, until_at=until_at)
        queries = (asked, replace(asked, cancelled=True)) if with_cancelled else (asked,)
        return self._plan(resource_ids, Interval(from_at, until_at), queries)

    def plan_of_absences(self, resource_ids: tuple[UUID, ...], from_at: datetime, until_at: datetime) -> Plan:
        """The working times, absences and holidays of a time that is too long to be shown by appointments.

        Of these only those that are shown as not available.
        """
        asked = AppointmentQuery(resource_ids=resource_ids, from_at=from_at, until_at=until_at, unavailable=True)
        return self._plan(resource_ids, Interval(from_at, until_at), (asked,))

    def busy_days(
        self, resource_ids: tuple[UUID, ...], first_on: date, last_on: date, zone: ZoneInfo
    ) -> frozenset[date]:
        """The local days from ``first_on`` to ``last_on`` (inclusive) on which one of them is booked."""
        from_at, until_at = day_start(first_on, zone), day_start(last_on + timedelta(days=1), zone)
        asked = AppointmentQuery(resource_ids=resource_ids, from_at=from_at, until_at=until_at)
        with self.store.read() as reader:
            found = reader.list_appointments(asked)
        return frozenset(day for row in found for day in local_days(row.when, zone) if first_on <= day <= last_on)

    def _plan(self, resource_ids: tuple[UUID, ...], window: Interval, queries: Iterable[AppointmentQuery]) -> Plan:
        with self.store.read() as reader:
            resources = {resource.id: resource for resource in reader.list(Resource)}
            found = tuple(row for query in queries for row in reader.list_appointments(query))
            rows = appointment_rows(reader, found)
            rules = reader.list(Availability)
            shown = tuple(resources[key] for key in resource_ids if key in resources)
            branches = branches_of(reader, shown)
            holidays = reader.list(Holiday)
            absences = reader.list(Absence)
            types = reader.list(AvailabilityType, with_deleted=True)
        away = {
            key: tuple(
                absence
                for absence in absences
                if concerns(absence, key, branch.id) and absence.when.interval(branch.tz).overlaps(window)
            )
            for key, branch in branches.items()
        }
        return Plan(
            window.start_at,
            window.end_at,
            shown,
            tuple(_with_absences(row, away) for row in rows) if any(away.values()) else rows,
            {key: tuple(rule for rule in rules if rule.resource_id == key) for key in resource_ids},
            away,
            {key: branch_holidays(branch, holidays) for key, branch in branches.items()},
            {key: branch.opening_times for key, branch in branches.items()},
            branches,
            {row.id: row for row in types},
        )


def _with_absences(row: AppointmentRow, away: Mapping[UUID, tuple[Absence, ...]]) -> AppointmentRow:
    """What says itself that somebody is away, or takes nobody's time, lies in no absence."""
    if not row.occupies or row.appointment.shows_as_unavailable:
        return row
    span = row.appointment.when.interval(row.zone)
    found = (absence for key in row.appointment.resource_ids for absence in away.get(key, ()))
    here = tuple(dict.fromkeys(absence for absence in found if absence.when.interval(row.zone).overlaps(span)))
    return replace(row, absences=here) if here else row


def _live(rows: tuple[D, ...]) -> tuple[D, ...]:
    return tuple(row for row in rows if row.deleted_at is None)
