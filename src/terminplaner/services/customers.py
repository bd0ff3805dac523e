"""Customers: finding one by what a person says, taking up a new one, and what they have planned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid4

from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.people import Customer, initials_of
from terminplaner.services.appointment_rows import AppointmentRow, appointment_rows
from terminplaner.services.gate import Gate, repeatable
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import Clock, Reader, UnitOfWork
from terminplaner.services.store_queries import AppointmentQuery, AppointmentSearch, CustomerSearch
from terminplaner.services.validation import validate

_BEFORE_FIRST_NUMBER = 1000


@dataclass(frozen=True, slots=True)
class CustomerAppointments:
    """``coming`` begins with the next one, ``past`` with the last one that has ended; none is cancelled."""

    coming: tuple[AppointmentRow, ...]
    past: tuple[AppointmentRow, ...]
    running: tuple[AppointmentRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Customers:
    gate: Gate
    clock: Clock

    def namesakes(self, last_name: str, first_name: str = "", limit: int = 3) -> tuple[Customer, ...]:
        """Who has these names already, whatever the case and the accents; nobody without a last name."""
        if not last_name.strip():
            return ()
        with self.gate.store.read() as reader:
            wanted = CustomerSearch(f"{last_name} {first_name}", has_whole_words=True, limit=limit)
            return reader.search_customers(wanted)

    def appointments(
        self, customer_id: UUID, limit: int = 5, without_id: UUID | None = None
    ) -> CustomerAppointments:
        """The next and the last ``limit`` ones of a customer and what runs now, but for ``without_id``."""
        now = self.clock.now()
        at_present = AppointmentQuery(customer_id=customer_id, from_at=now, until_at=now + timedelta.resolution)
        coming = AppointmentSearch(from_at=now, customer_id=customer_id, is_newest_first=False)
        begun = AppointmentSearch(until_at=now, customer_id=customer_id)
        with self.gate.store.read() as reader:
            present = appointment_rows(reader, reader.list_appointments(at_present))
            running = tuple(row for row in present if row.appointment.when.interval(row.zone).start_at < now)
            left_out = {row.appointment.id for row in running} | {without_id}

            def nearest(search: AppointmentSearch) -> tuple[AppointmentRow, ...]:
                found = reader.search_appointments(search, limit + len(left_out)).appointments
                return appointment_rows(reader, tuple(one for one in found if one.id not in left_out)[:limit])

            return CustomerAppointments(
                nearest(coming),
                nearest(begun),
                tuple(row for row in running if row.appointment.id != without_id),
            )

    @repeatable
    def create(self, actor: Actor, customer: Customer) -> Customer:
        """Take up a new customer, with the next free number unless ``customer`` has one.

        Raise ``PermissionDeniedError`` or ``InvalidInputError``.
        """
        with self.gate.open(actor, "save") as passage:
            return add_customer(passage.work, actor, customer)

    @repeatable
    def restore(self, actor: Actor, customer_id: UUID) -> None:
        """Bring a deleted customer back.

        Raise ``InvalidInputError`` (``name_taken``) where somebody else has the number now, or
        ``PermissionDeniedError``.
        """
        actor.require(Right.MANAGE_CUSTOMERS)
        with self.gate.open(actor, "save") as passage:
            customer = replace(passage.work.get(Customer, customer_id), deleted_at=None)
            validate(passage.work, customer)
            passage.work.put(customer)


def find_or_add_customer(work: UnitOfWork, actor: Actor, wanted: str) -> Customer | None:
    """By number or "Nachname, Vorname"; an unknown name is taken up, an empty one means none.

    Raise ``InvalidInputError`` for a number nobody has (``unknown_customer_number``) or a name that several have
    (``customer_ambiguous``), and what ``add_customer`` raises.
    """
    wanted = wanted.strip()
    if not wanted:
        return None
    if (found := _find_customer(work, wanted)) is not None:
        return found
    work.lock_table(Customer)
    if (found := _find_customer(work, wanted)) is not None:  # somebody took up the same one meanwhile
        return found
    last_name, _, first_name = wanted.partition(",")
    return add_customer(work, actor, Customer(uuid4(), "", last_name, first_name))


def add_customer(work: UnitOfWork, actor: Actor, customer: Customer) -> Customer:
    """A new customer; number and Kürzel that are empty become the next free one and that of the names.

    Raise ``PermissionDeniedError`` or ``InvalidInputError``.
    """
    actor.require(Right.MANAGE_CUSTOMERS)
    work.lock_table(Customer)  # or two would get the same number
    last_name, first_name = customer.last_name.strip(), customer.first_name.strip()
    taken_up = replace(
        customer,
        number=customer.number or str((work.highest_customer_number() or _BEFORE_FIRST_NUMBER) + 1),
        last_name=last_name,
        first_name=first_name,
        initials=customer.initials or initials_of(first_name, last_name),
    )
    validate(work, taken_up)
    return work.put(taken_up)


def _find_customer(reader: Reader, wanted: str) -> Customer | None:
    customers = reader.search_customers(CustomerSearch(wanted, has_whole_words=True, limit=None))
    for customer in customers:
        if customer.number == wanted:
            return customer
    if wanted.isdigit():
        raise InvalidInputError("unknown_customer_number", number=wanted)
    namesakes = [customer for customer in customers if _name_key(customer.label) == _name_key(wanted)]
    if len(namesakes) > 1:
        numbers = ", ".join(customer.number for customer in namesakes)
        raise InvalidInputError("customer_ambiguous", name=wanted, numbers=numbers)
    return namesakes[0] if namesakes else None


def _name_key(name: str) -> str:
    return ",".join(part.strip().casefold() for part in name.split(","))
