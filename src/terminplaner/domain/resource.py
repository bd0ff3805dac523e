"""A resource (Ressource): a person or a room that appointments are planned for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import IntEnum
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Resource:
    """Every field of "Ressource bearbeiten".

    ``color`` is ``#RRGGBB``; ``step_minutes`` is both raster and default duration; ``capacity`` how many
    appointments may run at the same time; ``reminder_minutes`` 0 means no reminder.  ``employee_id`` makes it a
    person resource, ``branch_id`` names the place of a room.  A Google calendar's ID is not a field: it belongs
    to the resource's ``CalendarLink``.
    """

    id: UUID
    name: str
    description: str = ""
    color: str = "#000000"
    employee_id: UUID | None = None
    branch_id: UUID | None = None
    step_minutes: int = 30
    capacity: int = 1
    has_waiting_list: bool = False
    reminder_minutes: int = 10
    warns_when_unavailable: bool = False
    is_visible: bool = True
    is_in_all_branches: bool = False
    visible_branch_ids: tuple[UUID, ...] = ()
    allows_caldav: bool = False
    allows_online_booking: bool = False
    deleted_at: datetime | None = None
    revision: int = 0


class Weekday(IntEnum):
    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Availability:
    """A resource's weekly working time (Verfügbarkeit), or with ``is_available`` false its opposite.

    Local wall time of the branch; ``ends_at`` is exclusive.  ``valid_from_on``/``valid_until_on`` are inclusive
    dates; None means unbounded.
    """

    id: UUID
    resource_id: UUID
    weekday: Weekday
    starts_at: time
    ends_at: time
    is_available: bool = True
    valid_from_on: date | None = None
    valid_until_on: date | None = None
    deleted_at: datetime | None = None
    revision: int = 0
