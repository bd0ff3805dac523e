"""Resources, branches, employees, customers, lists and users: what administrators keep."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID, uuid4

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.calendar_link import CalendarLink
from terminplaner.domain.chain import Branch
from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.holiday import Holiday
from terminplaner.domain.people import Customer, Employee, Role, User
from terminplaner.domain.resource import Availability, AvailabilityType, Resource
from terminplaner.domain.series import Series
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.view import PlannerView
from terminplaner.services.gate import Gate, repeatable
from terminplaner.services.live_links import live_links
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import Clock, Reader, UnitOfWork
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.services.validation import validate

Deletable = (
    AppointmentStatus
    | AppointmentTemplate
    | AppointmentType
    | Availability
    | AvailabilityType
    | Customer
    | Employee
    | Holiday
    | PlannerView
    | Resource
    | User
)

M = TypeVar("M", bound=Deletable | Branch)
L = TypeVar("L", bound=AppointmentStatus | AppointmentTemplate | AppointmentType | AvailabilityType | PlannerView)


@dataclass(frozen=True, slots=True)
class MasterData:
    gate: Gate
    clock: Clock

    @repeatable
    def save(self, actor: Actor, entity: M) -> M:
        """Insert or update; return it with its new revision.

        Raise ``InvalidInputError`` (a name is missing or taken, a number out of range, no administrator would be
        left), ``StaleRevisionError`` or ``PermissionDeniedError``.
        """
        actor.require(Right.MANAGE_CUSTOMERS if isinstance(entity, Customer) else Right.MANAGE_MASTER_DATA)
        with self.gate.open(actor, "save") as passage:
            if isinstance(entity, User):
                _hold_users(passage.work, actor)
            validate(passage.work, entity)
            if isinstance(entity, Resource):
                _compare_anew_if_turned(passage.work, entity)
            if isinstance(entity, Branch):
                _hold_all_if_moved(passage.work, entity)
            stored = passage.work.put(entity)
            if isinstance(entity, User):
                _require_administrator(passage.work)
            return stored

    @repeatable
    def delete(self, actor: Actor, entity: Deletable) -> None:
        """Delete softly.

        Raise ``InvalidInputError`` for a resource with future appointments or a live calendar link, for a customer
        with future appointments, in an endless series or on the waiting list, for an employee whom a resource or a
        user still names (``employee_in_use``) and for the last administrator, ``StaleRevisionError`` or
        ``PermissionDeniedError``.
        """
        actor.require(Right.MANAGE_CUSTOMERS if isinstance(entity, Customer) else Right.MANAGE_MASTER_DATA)
        with self.gate.open(actor, "delete") as passage:
            if isinstance(entity, User):
                _hold_users(passage.work, actor)
            if isinstance(entity, Resource):
                passage.work.lock_resources((entity.id,))  # who books onto it is done, or finds it deleted
                self._require_unused(passage.work, entity)
            if isinstance(entity, Customer):
                passage.work.lock_table(Customer)
                passage.work.lock_customer_alone(entity.id)
                self._require_without_plans(passage.work, entity)
            if isinstance(entity, Employee):
                _require_unnamed(passage.work, entity)
            passage.work.put(replace(entity, deleted_at=self.clock.now()))
            if isinstance(entity, User):
                _require_administrator(passage.work)

    @repeatable
    def arrange(self, actor: Actor, entries: Sequence[L]) -> None:
        """Give all entries of a list the order they are named in.

        Raise ``StaleRevisionError`` or ``PermissionDeniedError``.
        """
        actor.require(Right.MANAGE_MASTER_DATA)
        with self.gate.open(actor, "arrange") as passage:
            for position, entry in enumerate(entries):
                passage.work.put(replace(entry, position=position))

    @repeatable
    def import_holidays(self, actor: Actor, holidays: tuple[Holiday, ...]) -> None:
        """Take over the holidays of a file, in one transaction.

        Raise ``InvalidInputError`` (``holidays_exist``) unless there are none yet, and what ``save`` raises.
        """
        actor.require(Right.MANAGE_MASTER_DATA)
        with self.gate.open(actor, "import") as passage:
            if passage.work.list(Holiday):
                raise InvalidInputError("holidays_exist")
            for holiday in holidays:
                validate(passage.work, holiday)
                passage.work.put(holiday)

    @repeatable
    def copy_resource(self, actor: Actor, resource_id: UUID) -> Resource:
        """A new resource with the same fields and availabilities; person and calendar stay with the first."""
        actor.require(Right.MANAGE_MASTER_DATA)
        with self.gate.open(actor, "copy") as passage:
            source = passage.work.get(Resource, resource_id)
            names = {resource.name for resource in passage.work.list(Resource)}
            copy = passage.work.put(
                replace(source, id=uuid4(), name=_free_name(source.name, names), employee_id=None, revision=0)
            )
            for rule in passage.work.list(Availability):
                if rule.resource_id == source.id:
                    passage.work.put(replace(rule, id=uuid4(), resource_id=copy.id, revision=0))
            return copy

    @repeatable
    def save_resource(
        self,
        actor: Actor,
        resource: Resource,
        rules: tuple[Availability, ...],
        shown: Collection[Availability] = (),
    ) -> Resource:
        """Save a resource and what differs of ``rules`` from those ``shown``, and delete what of these is missing.

        All of it in one transaction.  What others entered or changed since stays where nothing of it was changed
        here.  Raise what ``save`` raises, ``StaleRevisionError`` also for a rule that is to be changed or deleted
        and is another by now, and ``InvalidInputError`` (code ``end_before_start``) for a rule.
        """
        actor.require(Right.MANAGE_MASTER_DATA)
        known = {rule.id: rule for rule in shown}
        entered = [rule for rule in rules if rule != known.get(rule.id)]
        gone = known.keys() - {rule.id for rule in rules}
        with self.gate.open(actor, "save") as passage:
            validate(passage.work, resource)
            _compare_anew_if_turned(passage.work, resource)
            stored = passage.work.put(resource)
            for rule in entered:
                validate(passage.work, rule)
                passage.work.put(rule)
            for rule in passage.work.list_by_id(Availability, gone):
                if rule.deleted_at is None:
                    passage.work.put(replace(known[rule.id], deleted_at=self.clock.now()))
            return stored

    def _require_unused(self, reader: Reader, resource: Resource) -> None:
        if any(link.resource_id == resource.id for link in live_links(reader)):
            raise InvalidInputError("resource_is_linked", resource=resource.name)
        future = [
            appointment
            for appointment in reader.list_appointments(
                AppointmentQuery(resource_ids=(resource.id,), from_at=self.clock.now())
            )
            if not appointment.is_read_only  # a busy block can be neither moved nor cancelled from here
        ]
        if future:
            raise InvalidInputError("resource_has_future_appointments", resource=resource.name, count=len(future))

    def _require_without_plans(self, reader: Reader, customer: Customer) -> None:
        coming = reader.list_appointments(AppointmentQuery(customer_id=customer.id, from_at=self.clock.now()))
        if coming:
            raise InvalidInputError("customer_has_future_appointments", name=customer.label, count=len(coming))
        today = self.clock.now().date()
        if any(row.pattern.customer_id == customer.id and row.goes_on(today) for row in reader.list(Series)):
            raise InvalidInputError("customer_has_series", name=customer.label)
        if reader.list_wishes_of(customer.id):
            raise InvalidInputError("customer_is_waiting", name=customer.label)


def _free_name(name: str, taken: set[str]) -> str:
    candidate, number = f"{name} (Kopie)", 2
    while candidate in taken:
        candidate, number = f"{name} (Kopie {number})", number + 1
    return candidate


def _compare_anew_if_turned(work: UnitOfWork, resource: Resource) -> None:
    """Another direction asks for other things than the changes since the last pass: all is compared once."""
    before = work.find(Resource, resource.id)
    if before is None or before.sync_direction is resource.sync_direction:
        return
    work.lock_resources((resource.id,))  # a pass that is about to keep its token comes first
    for link in live_links(work):
        if link.resource_id == resource.id:
            work.amend(CalendarLink, link.id, sync_token="")


def _hold_all_if_moved(work: UnitOfWork, branch: Branch) -> None:
    """In another zone all whole days of a branch are other instants, and are written anew, also of resources that
    were deleted."""
    before = work.find(Branch, branch.id)
    if before is not None and before.zone != branch.zone:
        work.lock_resources(resource.id for resource in work.list(Resource, with_deleted=True))


def _require_unnamed(reader: Reader, employee: Employee) -> None:
    named_by: tuple[Resource | User, ...] = (*reader.list(Resource), *reader.list(User))
    names = tuple(row.name for row in named_by if row.employee_id == employee.id)
    if names:
        raise InvalidInputError("employee_in_use", employee=employee.label, names=names)


def _hold_users(work: UnitOfWork, actor: Actor) -> None:
    """Of two administrators who take each other's rights the second has lost them by then."""
    work.lock_table(User)
    actor.require_valid(work)


def _require_administrator(reader: Reader) -> None:
    if not any(user.role is Role.ADMINISTRATOR for user in reader.list(User)):
        raise InvalidInputError("last_administrator")
