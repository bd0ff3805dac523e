"""From what a person types to what the program keeps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.errors import InvalidInputError, NotFoundError
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import at_local
from terminplaner.services.master_data import MasterData
from terminplaner.services.permissions import Actor
from terminplaner.services.queries import Queries

L = TypeVar("L", AppointmentType, AppointmentStatus)


def uuid_of(text: str) -> UUID:
    """Raise ``InvalidInputError`` (code ``not_an_id``) where it is none."""
    try:
        return UUID(text)
    except ValueError as error:
        raise InvalidInputError("not_an_id", text=text) from error


def resource_of(queries: Queries, text: str) -> Resource:
    """By id or name; raise ``NotFoundError`` (code ``unknown_resource``)."""
    for resource in queries.resources():
        if text == str(resource.id) or text.casefold() == resource.name.casefold():
            return resource
    raise NotFoundError("unknown_resource", resource=text)


def entry_of(entries: Iterable[L], name: str, list_name: str) -> UUID | None:
    """The id of a list's entry by its name, None for an empty one; raise ``InvalidInputError`` otherwise."""
    if not name:
        return None
    known = tuple(entries)
    for entry in known:
        if entry.name.casefold() == name.casefold():
            return entry.id
    names = ", ".join(entry.name for entry in known)
    raise InvalidInputError("unknown_list_entry", name=name, list=list_name, known=names)


def customer_of(queries: Queries, master_data: MasterData, actor: Actor, text: str) -> Customer | None:
    """By number or "Nachname, Vorname"; an unknown name is created, an empty one means none.

    Raise ``InvalidInputError`` for a number nobody has, or a name that several have.
    """
    wanted = text.strip()
    if not wanted:
        return None
    customers = queries.customers()
    by_number = [customer for customer in customers if customer.number == wanted]
    if by_number:
        return by_number[0]
    if wanted.isdigit():
        raise InvalidInputError("unknown_customer_number", number=wanted)
    by_name = [customer for customer in customers if _name_key(customer.label) == _name_key(wanted)]
    if len(by_name) > 1:
        numbers = ", ".join(customer.number for customer in by_name)
        raise InvalidInputError("customer_ambiguous", name=wanted, numbers=numbers)
    if by_name:
        return by_name[0]
    last_name, _, first_name = wanted.partition(",")
    return master_data.create_customer(actor, last_name.strip(), first_name.strip())


def instant_of(text: str, zone: ZoneInfo) -> datetime:
    """ISO 8601 with or without offset (then local to the branch), in UTC.

    Raise ``InvalidInputError``: ``not_a_time``, ``nonexistent_local_time``.
    """
    try:
        value = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise InvalidInputError("not_a_time", text=text) from error
    return at_local(value, zone) if value.tzinfo is None else value


def day_of(text: str) -> date:
    """A date; raise ``InvalidInputError`` (code ``not_a_date``) for anything else, a time of day included."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise InvalidInputError("not_a_date", text=text) from error


def _name_key(name: str) -> str:
    return ",".join(part.strip().casefold() for part in name.split(","))
