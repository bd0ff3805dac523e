"""The questions the windows and the command line ask: frozen read models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment, AppointmentStatus, AppointmentType, OccupyingRule
from terminplaner.domain.calendar_link import CalendarLink
from terminplaner.domain.chain import Branch, ColorBy, OpeningSpan
from terminplaner.domain.holiday import Holiday
from terminplaner.domain.people import Customer, Employee, User
from terminplaner.domain.resource import Availability, AvailabilityType, Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.view import PlannerView
from terminplaner.domain.when import Interval, day_start
from terminplaner.services.branches import branch_of, branches_of
from terminplaner.services.choices import Choices, D, Deletable
from terminplaner.services.holidays import HolidayCalendar, branch_holidays
from terminplaner.services.live_links import live_links
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import AppointmentQuery, CustomerSearch, Reader, Store
from terminplaner.services.settings import chain_settings
from terminplaner.services.working_time import concerns, local_days

N = TypeVar("N", Resource, AppointmentType, AppointmentStatus, Customer)


@dataclass(frozen=True, slots=True)
class ResourceFilter:
    """The filter of "Ressourcen suchen"; None and empty mean any."""

    name: str = ""
    branch_id: UUID | None = None
    include_hidden: bool = False
    place_branch_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """One line of "Ressourcen suchen"; ``visibility`` None stands for all branches, an employee may be deleted."""

    resource: Resource
    visibility: str | None
    place: str
    employee: Employee | None
    link: CalendarLink | None


@dataclass(frozen=True, slots=True)
class EmployeeRow:
    """One line of "Mitarbeiter": who it is, where, and what stands for them in the plan and at the login."""

    employee: Employee
    branch: str
    resources: tuple[str, ...]
    users: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """An appointment with everything its display needs; ``zone`` is its branch's.

    ``color`` (``#RRGGBB``) is the one the chain colors by, empty where there is none.  ``hides_customer`` asks for
    the customer's number in place of the name (Kundenname ausblenden).  ``takes_preparation`` is False where the
    chain has no preparation times, or has them for the customer only.  ``is_allowed`` says whether whoever looks
    may plan on all of ``resources``; see ``seen_by``.  ``status_sign`` is a letter for its status that no other of
    the list has, as long as there are letters.  ``absences`` are those that it lies in although it takes
    place; only a ``Plan`` knows them, of the resources it was asked for.
    """

    appointment: Appointment
    resources: tuple[Resource, ...]
    type: AppointmentType | None
    status: AppointmentStatus | None
    customer: Customer | None
    zone: ZoneInfo
    color: str = ""
    hides_customer: bool = False
    takes_preparation: bool = True
    occupying: OccupyingRule = field(default_factory=OccupyingRule)
    is_allowed: bool = True
    status_sign: str = ""
    absences: tuple[Absence, ...] = ()

    @property
    def is_changeable(self) -> bool:
        """Whether whoever looks may change anything of it."""
        return self.is_allowed and not self.appointment.is_read_only

    @property
    def is_movable(self) -> bool:
        """Whether whoever looks may put it elsewhere or take it away."""
        return self.is_allowed and self.appointment.is_movable

    @property
    def occupies(self) -> bool:
        """Whether it counts against its resources' capacity in this chain."""
        return self.occupying.lets(self.appointment)

    @property
    def occupied(self) -> Interval:
        """The instants its resources are taken."""
        if self.takes_preparation:
            return self.appointment.occupied(self.zone)
        return self.appointment.when.interval(self.zone)

    @property
    def customer_name(self) -> str:
        """The customer as the chain wants them shown, empty where there is none."""
        if self.customer is None:
            return ""
        return self.customer.number if self.hides_customer else self.customer.label

    def called(self, private: str, nameless: str) -> str:
        """What it is called: the customer, else the text, else the type, else the word ``nameless``; one whose
        title stays in Google is called ``private``."""
        if self.appointment.is_private:
            return private
        return self.customer_name or self.appointment.text or (self.type.name if self.type else nameless)


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

    def users(self) -> tuple[User, ...]:
        with self.store.read() as reader:
            return reader.list(User)

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
            return tuple(row for row in _resource_rows(reader) if _matches(row, wanted))

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


def _resource_rows(reader: Reader) -> Iterable[ResourceRow]:
    branches = {branch.id: branch for branch in reader.list(Branch)}
    employees = {employee.id: employee for employee in reader.list(Employee, with_deleted=True)}
    links = {link.resource_id: link for link in live_links(reader)}
    for resource in reader.list(Resource):
        visible_in = ", ".join(branches[key].label for key in resource.visible_branch_ids if key in branches)
        place = branches.get(resource.branch_id) if resource.branch_id else None
        employee = employees[resource.employee_id] if resource.employee_id else None
        yield ResourceRow(
            resource,
            None if resource.is_in_all_branches else visible_in,
            place.label if place else "",
            employee,
            links.get(resource.id),
        )


def _matches(row: ResourceRow, wanted: ResourceFilter) -> bool:
    resource = row.resource
    return (
        wanted.name.casefold() in resource.name.casefold()
        and (wanted.include_hidden or resource.is_visible)
        and (
            wanted.branch_id is None
            or resource.is_in_all_branches
            or wanted.branch_id in resource.visible_branch_ids
        )
        and (wanted.place_branch_id is None or resource.branch_id == wanted.place_branch_id)
    )


def appointment_rows(reader: Reader, appointments: tuple[Appointment, ...]) -> tuple[AppointmentRow, ...]:
    """Appointments with everything their display needs, in the same order."""
    zones = {branch.id: branch.tz for branch in reader.list(Branch)}
    resources = _named(reader, Resource, (key for row in appointments for key in row.resource_ids))
    types = _named(reader, AppointmentType, (row.type_id for row in appointments))
    statuses = _named(reader, AppointmentStatus, (row.status_id for row in appointments))
    signs = _signs_of(statuses.values())
    customers: dict[UUID, Customer] = {}
    _add_missing(reader, Customer, (row.customer_id for row in appointments), customers)
    settings = chain_settings(reader)
    return tuple(
        _colored(
            AppointmentRow(
                appointment,
                tuple(resources[key] for key in appointment.resource_ids),
                types[appointment.type_id] if appointment.type_id else None,
                statuses[appointment.status_id] if appointment.status_id else None,
                customers[appointment.customer_id] if appointment.customer_id else None,
                zones[appointment.branch_id],
                hides_customer=settings.hide_customer_names,
                takes_preparation=settings.takes_preparation,
                occupying=settings.occupying,
                status_sign=signs.get(appointment.status_id, ""),
            ),
            settings.color_by,
        )
        for appointment in appointments
    )


def seen_by(actor: Actor, rows: tuple[AppointmentRow, ...]) -> tuple[AppointmentRow, ...]:
    """The same rows, each with what ``actor`` may do with it."""
    if actor.has(Right.PLAN):
        return rows
    return tuple(replace(row, is_allowed=all(map(actor.may_plan, row.resources))) for row in rows)


def _colored(row: AppointmentRow, color_by: ColorBy) -> AppointmentRow:
    source: AppointmentType | AppointmentStatus | Resource | None
    match color_by:
        case ColorBy.TYPE:
            source = row.type
        case ColorBy.STATUS:
            source = row.status
        case ColorBy.RESOURCE:
            source = next(iter(row.resources), None)
    return replace(row, color=source.color) if source is not None else row


def _named(reader: Reader, kind: type[N], wanted: Iterable[UUID | None]) -> dict[UUID, N]:
    """The live ones of a short list, and the deleted ones that an appointment still names."""
    rows = {row.id: row for row in reader.list(kind)}
    _add_missing(reader, kind, wanted, rows)
    return rows


def _signs_of(statuses: Iterable[AppointmentStatus]) -> dict[UUID | None, str]:
    """Of each the first letter of its name that none before it in the list has, or else simply the first."""
    signs: dict[UUID | None, str] = {}
    for status in sorted(
        statuses, key=lambda status: (status.deleted_at is not None, status.position, status.name)
    ):
        letters = [letter for letter in status.name.upper() if letter.isalnum()]
        free = (letter for letter in letters if letter not in signs.values())
        signs[status.id] = next(free, next(iter(letters), ""))
    return signs


def _add_missing(reader: Reader, kind: type[N], wanted: Iterable[UUID | None], rows: dict[UUID, N]) -> None:
    missing = {key for key in wanted if key is not None and key not in rows}
    if missing:
        rows |= {row.id: row for row in reader.list_by_id(kind, missing)}
