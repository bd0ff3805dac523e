"""Resources, branches, employees, customers, lists and users: what administrators keep."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID, uuid4

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.calendar_link import CalendarLink
from terminplaner.domain.chain import Branch
from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.people import Customer, Employee, User, initials_of
from terminplaner.domain.resource import Availability, Resource
from terminplaner.services.gate import Gate
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import AppointmentQuery, Clock, Reader

M = TypeVar("M", Resource, Branch, Employee, Customer, AppointmentType, AppointmentStatus, Availability, User)
D = TypeVar("D", Resource, Employee, Customer, AppointmentType, AppointmentStatus, Availability, User)


@dataclass(frozen=True, slots=True)
class MasterData:
    gate: Gate
    clock: Clock

    def save(self, actor: Actor, entity: M) -> M:
        """Insert or update; return it with its new revision.

        Raise ``InvalidInputError`` (a name is missing or taken, a number out of range), ``StaleRevisionError`` or
        ``PermissionDeniedError``.
        """
        actor.require(Right.MANAGE_CUSTOMERS if isinstance(entity, Customer) else Right.MANAGE_MASTER_DATA)
        with self.gate.open(actor.author, "save") as passage:
            _validate(passage.work, entity)
            return passage.work.put(entity)

    def delete(self, actor: Actor, entity: D) -> None:
        """Delete softly.

        A resource with future appointments or a live calendar link, and the last administrator, are refused with
        ``InvalidInputError``.
        """
        actor.require(Right.MANAGE_CUSTOMERS if isinstance(entity, Customer) else Right.MANAGE_MASTER_DATA)
        with self.gate.open(actor.author, "delete") as passage:
            if isinstance(entity, Resource):
                self._require_unused(passage.work, entity)
            passage.work.put(replace(entity, deleted_at=self.clock.now()))

    def copy_resource(self, actor: Actor, resource_id: UUID) -> Resource:
        """A new resource with the same fields and availabilities; person and calendar stay with the first."""
        actor.require(Right.MANAGE_MASTER_DATA)
        with self.gate.open(actor.author, "copy") as passage:
            source = passage.work.get(Resource, resource_id)
            names = {resource.name for resource in passage.work.list(Resource)}
            copy = passage.work.put(
                replace(source, id=uuid4(), name=_free_name(source.name, names), employee_id=None, revision=0)
            )
            for rule in passage.work.list(Availability):
                if rule.resource_id == source.id:
                    passage.work.put(replace(rule, id=uuid4(), resource_id=copy.id, revision=0))
            return copy

    def save_availabilities(self, actor: Actor, resource_id: UUID, rules: tuple[Availability, ...]) -> None:
        """Make ``rules`` all the availabilities of a resource, in one transaction; those left out are deleted.

        Raise ``InvalidInputError`` (code ``end_before_start``), ``StaleRevisionError`` or
        ``PermissionDeniedError``.
        """
        actor.require(Right.MANAGE_MASTER_DATA)
        kept = {rule.id for rule in rules}
        with self.gate.open(actor.author, "save") as passage:
            for rule in rules:
                _validate(passage.work, rule)
                passage.work.put(rule)
            for stored in passage.work.list(Availability):
                if stored.resource_id == resource_id and stored.id not in kept:
                    passage.work.put(replace(stored, deleted_at=self.clock.now()))

    def create_customer(
        self,
        actor: Actor,
        last_name: str,
        first_name: str = "",
        *,
        initials: str = "",
        phone: str = "",
        email: str = "",
    ) -> Customer:
        """A new customer with the next free number and, unless given, the Kürzel of the names."""
        actor.require(Right.MANAGE_CUSTOMERS)
        with self.gate.open(actor.author, "save") as passage:
            numbers = [int(row.number) for row in passage.work.list(Customer) if row.number.isdigit()]
            customer = Customer(
                id=uuid4(),
                number=str(max(numbers, default=1000) + 1),
                last_name=last_name.strip(),
                first_name=first_name.strip(),
                initials=initials or initials_of(first_name, last_name),
                phone=phone,
                email=email,
            )
            _validate(passage.work, customer)
            return passage.work.put(customer)

    def _require_unused(self, reader: Reader, resource: Resource) -> None:
        if any(
            link.resource_id == resource.id and link.ended_at is None for link in reader.list_records(CalendarLink)
        ):
            raise InvalidInputError("resource_is_linked", resource=resource.name)
        future = reader.list_appointments(AppointmentQuery(resource_ids=(resource.id,), from_at=self.clock.now()))
        if future:
            raise InvalidInputError("resource_has_future_appointments", resource=resource.name, count=len(future))


def _free_name(name: str, taken: set[str]) -> str:
    candidate, number = f"{name} (Kopie)", 2
    while candidate in taken:
        candidate, number = f"{name} (Kopie {number})", number + 1
    return candidate


def _validate(reader: Reader, entity: object) -> None:
    match entity:
        case Resource():
            _require_text(entity.name, "Bezeichnung")
            _require_unique(reader.list(Resource), entity)
            _require_range(entity.step_minutes, 1, 24 * 60, "Schrittweite Minuten")
            _require_range(entity.capacity, 1, 99, "Kapazität")
            _require_range(entity.reminder_minutes, 0, 7 * 24 * 60, "Terminerinnerung")
        case AppointmentType() | AppointmentStatus():
            _require_text(entity.name, "Bezeichnung")
            _require_unique(reader.list(type(entity)), entity)
        case Branch():
            _require_text(entity.name, "Bezeichnung")
        case Employee() | Customer():
            _require_text(entity.last_name, "Nachname")
        case User():
            _require_text(entity.name, "Benutzername")
            _require_unique(reader.list(User), entity)
        case Availability() if entity.ends_at <= entity.starts_at:
            raise InvalidInputError("end_before_start")


def _require_text(value: str, field: str) -> None:
    if not value.strip():
        raise InvalidInputError("field_missing", field=field)


def _require_range(value: int, low: int, high: int, field: str) -> None:
    if not low <= value <= high:
        raise InvalidInputError("number_out_of_range", field=field, low=low, high=high)


def _require_unique(
    rows: tuple[Resource | AppointmentType | AppointmentStatus | User, ...],
    entity: Resource | AppointmentType | AppointmentStatus | User,
) -> None:
    """Names are how people and the command line call things, so they are unique."""
    if any(row.id != entity.id and row.name.casefold() == entity.name.casefold() for row in rows):
        raise InvalidInputError("name_taken", name=entity.name)
