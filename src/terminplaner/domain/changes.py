"""What a transaction changed: the one currency of refresh, undo, change log and sync."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment, AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.holiday import Holiday
from terminplaner.domain.people import Customer, Employee, User
from terminplaner.domain.resource import Availability, AvailabilityType, Resource
from terminplaner.domain.series import Series
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.view import PlannerView
from terminplaner.domain.waiting_list import WaitingListEntry

Entity = (
    Absence
    | Appointment
    | AppointmentStatus
    | AppointmentTemplate
    | AppointmentType
    | Availability
    | AvailabilityType
    | Branch
    | ChainSettings
    | Customer
    | Employee
    | Holiday
    | PlannerView
    | Resource
    | Series
    | User
    | WaitingListEntry
)
"""Everything people keep; each has ``id`` (UUID) and ``revision`` (0 until stored)."""


class Origin(StrEnum):
    """By which road a change came."""

    USER = "user"
    COMMAND_LINE = "command_line"
    GOOGLE = "google"
    IMPORT = "import"
    UNDO = "undo"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Author:
    """Who changed something, and by which road; ``name`` is the user's login name."""

    name: str
    origin: Origin
    user_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class EntityChange:
    """One row before and after; ``before`` is None for a new one.  Nothing is ever deleted for good."""

    before: Entity | None
    after: Entity

    @property
    def entity_id(self) -> UUID:
        return self.after.id


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One committed transaction.  ``command`` names it for undo and the log, e.g. ``move``."""

    id: UUID
    command: str
    author: Author
    at: datetime
    changes: tuple[EntityChange, ...]

    def touches(self, kind: type[Entity]) -> bool:
        return any(isinstance(change.after, kind) for change in self.changes)
