"""A resource (Ressource): a person or a room that appointments are planned for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import IntEnum, StrEnum
from uuid import UUID


class SyncDirection(StrEnum):
    """Which way a resource's link with Google carries changes (docs/sync.md)."""

    BOTH = "both"
    TO_GOOGLE = "to_google"
    """Nothing that happens in the calendar changes anything here; what differs there is overwritten."""
    FROM_GOOGLE = "from_google"
    """Nothing is ever written to the calendar; what it holds is changed there."""


@dataclass(frozen=True, slots=True)
class Resource:
    """Every field of "Ressource bearbeiten".

    ``color`` is ``#RRGGBB``; ``step_minutes`` is both raster and default duration; ``capacity`` how many
    appointments may run at the same time; ``reminder_minutes`` 0 means no reminder.  ``employee_id`` makes it a
    person resource, ``branch_id`` names the place of a room.  A Google calendar's ID is not a field: it belongs
    to the resource's ``CalendarLink``, which keeps to ``sync_direction``.
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
    sync_direction: SyncDirection = SyncDirection.BOTH
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


class WeekOfMonth(IntEnum):
    """Which of its weekday in a month a day is, as RFC 5545 counts (3.3.10, BYDAY)."""

    FIRST = 1
    SECOND = 2
    THIRD = 3
    FOURTH = 4
    LAST = -1
    """The fourth or the fifth, whichever the month ends with."""

    def shifted(self, weeks: int) -> WeekOfMonth | None:
        """The one so many weeks later; None where that is not the same one in every month."""
        number = self + weeks
        is_counted = self is not WeekOfMonth.LAST and WeekOfMonth.FIRST <= number <= WeekOfMonth.FOURTH
        return WeekOfMonth(number) if is_counted else None


@dataclass(frozen=True, slots=True)
class AvailabilityType:
    """An entry of the list "Typ der Verfügbarkeit" (Eigenschaft)."""

    id: UUID
    name: str
    color: str = "#5a7d5a"
    position: int = 0
    deleted_at: datetime | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Availability:
    """A resource's weekly working time (Verfügbarkeit), or with ``is_available`` false its opposite.

    Local wall time of the branch; ``ends_at`` is exclusive, 00:00 is midnight.  ``valid_from_on`` and
    ``valid_until_on`` are inclusive dates; None means unbounded.  With ``interval_weeks`` above 1 it applies every
    so many weeks, counted from the week of ``valid_from_on``; with ``week_of_month`` it applies once a month
    instead.  ``step_minutes`` is the distance of its slots (None: the resource's), ``min_step_minutes`` a finer
    one that fills gaps.  ``second_resource_id`` is preset in what is booked here.
    """

    id: UUID
    resource_id: UUID
    weekday: Weekday
    starts_at: time
    ends_at: time
    is_available: bool = True
    valid_from_on: date | None = None
    valid_until_on: date | None = None
    interval_weeks: int = 1
    step_minutes: int | None = None
    min_step_minutes: int | None = None
    second_resource_id: UUID | None = None
    text: str = ""
    type_id: UUID | None = None
    comment: str = ""
    week_of_month: WeekOfMonth | None = None
    deleted_at: datetime | None = None
    revision: int = 0


class Combination(StrEnum):
    """Which of several resources have to be free together."""

    ANY = "any"
    """One of them."""
    ALL = "all"
    PERSON_AND_ROOM = "person_and_room"
    """One of the persons together with one of the rooms."""

    def groups(self, resources: Iterable[Resource]) -> tuple[tuple[UUID, ...], ...]:
        """One resource out of each group is needed; no groups where these cannot be combined so."""
        chosen = tuple(resources)
        match self:
            case Combination.ALL:
                return tuple((resource.id,) for resource in chosen)
            case Combination.PERSON_AND_ROOM:
                persons = tuple(resource.id for resource in chosen if resource.employee_id is not None)
                rooms = tuple(resource.id for resource in chosen if resource.employee_id is None)
                return (persons, rooms) if persons and rooms else ()
            case _:
                return (tuple(resource.id for resource in chosen),) if chosen else ()
