"""Finding a customer by what a person says, and taking up a new one, within an open transaction."""

from __future__ import annotations

from uuid import uuid4

from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.people import Customer, initials_of
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import Reader, UnitOfWork
from terminplaner.services.validation import validate


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
    return add_customer(work, actor, last_name, first_name)


def add_customer(
    work: UnitOfWork,
    actor: Actor,
    last_name: str,
    first_name: str = "",
    *,
    initials: str = "",
    phone: str = "",
    email: str = "",
) -> Customer:
    """A new customer with the next free number and, unless given, the Kürzel of the names.

    Raise ``PermissionDeniedError`` or ``InvalidInputError``.
    """
    actor.require(Right.MANAGE_CUSTOMERS)
    work.lock_table(Customer)  # or two would get the same number
    numbers = [int(row.number) for row in work.list(Customer) if row.number.isdecimal()]
    customer = Customer(
        id=uuid4(),
        number=str(max(numbers, default=1000) + 1),
        last_name=last_name.strip(),
        first_name=first_name.strip(),
        initials=initials or initials_of(first_name, last_name),
        phone=phone,
        email=email,
    )
    validate(work, customer)
    return work.put(customer)


def _find_customer(reader: Reader, wanted: str) -> Customer | None:
    customers = reader.list(Customer)
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
