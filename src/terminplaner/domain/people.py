"""Employees, the users who log in, and customers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What a user may do, from everything to nothing; the rights of each are in ``services/permissions.py``."""

    ADMINISTRATOR = "administrator"
    PLANNER = "planner"
    BOOKER = "booker"
    BOOKER_IN_HOURS = "booker_in_hours"
    EMPLOYEE = "employee"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Employee:
    id: UUID
    last_name: str
    first_name: str = ""
    branch_id: UUID | None = None
    deleted_at: datetime | None = None
    revision: int = 0

    @property
    def label(self) -> str:
        """``Nachname, Vorname`` as the resource table shows it."""
        return ", ".join(part for part in (self.last_name, self.first_name) if part)


@dataclass(frozen=True, slots=True)
class User:
    """Who acts.  ``password_hash`` is an Argon2 PHC string, empty while no password is set."""

    id: UUID
    name: str
    role: Role
    employee_id: UUID | None = None
    password_hash: str = field(default="", repr=False)
    deleted_at: datetime | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Customer:
    """``number`` is the customer number staff know; ``initials`` the Kürzel that may leave for Google.

    ``pop_up`` is the Kunden-PopUp: shown whenever an appointment of the customer is created or opened.  ``title``
    is what stands before a name, such as "Dr."; the ``label`` is without it, and so is what may leave for Google.
    ``address``, which may have several lines, is where a home visit goes.
    """

    id: UUID
    number: str
    last_name: str
    first_name: str = ""
    initials: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""
    pop_up: str = ""
    deleted_at: datetime | None = None
    revision: int = 0
    title: str = ""
    birth_on: date | None = None
    mobile: str = ""
    address: str = ""

    @property
    def label(self) -> str:
        return ", ".join(part for part in (self.last_name, self.first_name) if part)


def initials_of(first_name: str, last_name: str) -> str:
    """The Kürzel a new customer gets: the first letters of first and last name, e.g. ``MM``."""
    return "".join(part[0].upper() for part in (first_name.strip(), last_name.strip()) if part)
