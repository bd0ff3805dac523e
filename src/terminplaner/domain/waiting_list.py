"""Who waits for an appointment, and which ones would suit (Warteliste)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import IntEnum
from uuid import UUID

from terminplaner.domain.resource import Combination, Weekday


class Priority(IntEnum):
    HIGH = 1
    NORMAL = 2
    LOW = 3


@dataclass(frozen=True, slots=True)
class WaitingListEntry:
    """A wish; empty fields wish nothing.

    ``template_id`` is the template its appointment is made from; ``matches_type`` wants only times that an
    appointment of the same type gave up.  ``combination`` says which of ``resource_ids`` are needed, or of all
    that take part in the waiting list where none is named.  ``from_on``/``until_on`` are inclusive local days,
    ``starts_at``/``ends_at`` local wall time between which the whole appointment should lie.  ``appointment_id``
    names the one that fulfilled it, at ``settled_at``.
    """

    id: UUID
    branch_id: UUID
    created_at: datetime
    created_by: str
    customer_id: UUID | None = None
    template_id: UUID | None = None
    type_id: UUID | None = None
    matches_type: bool = False
    resource_ids: tuple[UUID, ...] = ()
    combination: Combination = Combination.ANY
    duration_minutes: int = 30
    weekdays: tuple[Weekday, ...] = ()
    from_on: date | None = None
    until_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    priority: Priority = Priority.NORMAL
    note: str = ""
    appointment_id: UUID | None = None
    settled_at: datetime | None = None
    deleted_at: datetime | None = None
    revision: int = 0

    @property
    def is_open(self) -> bool:
        return self.settled_at is None and self.deleted_at is None
