"""Appointments with everything their display needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment, AppointmentStatus, AppointmentType, OccupyingRule
from terminplaner.domain.chain import Branch, ColorBy
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Interval
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import Reader
from terminplaner.services.settings import chain_settings

N = TypeVar("N", Resource, AppointmentType, AppointmentStatus, Customer)


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
