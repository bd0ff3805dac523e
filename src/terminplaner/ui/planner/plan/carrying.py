"""What the pointer holds between two clicks or during a drag from beside the plan, and where it lands.

Everything carried keeps its distance in wall time to the first, and exchanges the resource it was taken from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QMimeData

from terminplaner.domain.resource import Resource
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.domain.when import AllDay, Timed, When, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner.plan.gestures import NewAppointment, Raster, Rebooking, Target, exchanged
from terminplaner.ui.planner.plan.snapshot import Column
from terminplaner.ui.planner.plan.time_axis import TimeAxis


class Purpose(Enum):
    """What happens to the rows where they are put down; those to ``BOOK`` are drafts of revision 0."""

    MOVE = "move"
    COPY = "copy"
    BOOK = "book"


@dataclass(frozen=True, slots=True)
class Carried:
    """``repeats`` keeps it in the hand after it was placed; ``source`` is the column it was taken from.

    ``entry`` is the wish on the waiting list that placing it fulfils; ``is_aimed`` says that the first row stands
    where it is meant to go, ``has_time`` False that its time of day means nothing yet.
    """

    purpose: Purpose
    rows: tuple[AppointmentRow, ...]
    entry: WaitingListEntry | None = None
    repeats: bool = False
    source: Resource | None = None
    is_aimed: bool = False
    has_time: bool = True

    @property
    def lead(self) -> AppointmentRow:
        """The one whose place is pointed at."""
        return self.rows[0]

    @property
    def leaving(self) -> frozenset[UUID]:
        """The appointments that will no longer stand where they do."""
        return frozenset() if self.is_new else frozenset(row.appointment.id for row in self.rows)

    @property
    def is_new(self) -> bool:
        """Whether what is put down stands there besides what is there already."""
        return self.purpose is not Purpose.MOVE

    def dragged(self, *, is_copy: bool) -> Carried:
        """A drag while ``is_copy`` is wished or not; what must not be moved stays a copy."""
        is_fixed = not all(row.is_movable for row in self.rows)
        return replace(self, purpose=Purpose.COPY if is_copy or is_fixed else Purpose.MOVE)

    def renewed(self, rows: Mapping[UUID, AppointmentRow]) -> Carried:
        """The same with these in the place of the rows that it was taken with."""
        return replace(self, rows=tuple(rows.get(row.appointment.id, row) for row in self.rows))

    def landings(self, place: NewAppointment) -> tuple[Rebooking, ...]:
        """Where each row lands when the first is put at ``place``."""
        first = self.lead.appointment.when
        return tuple(
            Rebooking(
                row,
                place.when if row is self.lead else _led(row.appointment.when, first, place.when, row.zone),
                self._resources_of(row, place.resource),
            )
            for row in self.rows
        )

    def _resources_of(self, row: AppointmentRow, target: Resource) -> tuple[UUID, ...]:
        source = self.source or _replaceable(self.lead, target)
        if source is None:
            return row.appointment.resource_ids or (target.id,)
        return exchanged(row, source, target)


@dataclass(frozen=True, slots=True)
class CarryGesture:
    """Pointing with what was picked up: its beginning follows the pointer, its duration stays."""

    carried: Carried

    def target(self, column: Column, position: float, raster: Raster, axis: TimeAxis) -> Target:
        start, _ = raster.slot(position, axis)
        when = self.carried.lead.appointment.when
        minutes: float = column.resource.step_minutes
        if isinstance(when, Timed):
            minutes = (when.end_at - when.start_at) / timedelta(minutes=1)
        return Target(column.key, start, min(start + minutes, axis.length))

    def when(self, column: Column, target: Target, axis: TimeAxis) -> Timed:
        """The time it gets; one that outlasts the day shown keeps its length."""
        start_at = axis.instant_at(target.start, column.day)
        old = self.carried.lead.appointment.when
        length = timedelta(minutes=target.end - target.start)
        return Timed(start_at, start_at + (old.end_at - old.start_at if isinstance(old, Timed) else length))


def taken(
    row: AppointmentRow, chosen: Iterable[AppointmentRow], *, is_copy: bool, source: Resource | None = None
) -> Carried | None:
    """What a drag that begins on ``row`` holds of what is chosen with it; None where it lies fast."""
    others = (other for other in chosen if other.appointment.id != row.appointment.id)
    rows = tuple(one for one in (row, *others) if is_copy or one.is_movable)
    return Carried(Purpose.COPY if is_copy else Purpose.MOVE, rows, source=source) if row in rows else None


def renewed(landings: Iterable[Rebooking], rows: Mapping[UUID, AppointmentRow]) -> tuple[Rebooking, ...]:
    """The same places for these rows, as they are now."""
    return tuple(replace(one, row=rows.get(one.row.appointment.id, one.row)) for one in landings)


class CarriedMimeData(QMimeData):
    """What a drag from a side panel brings over the plan; it never leaves the program."""

    FORMAT = "application/x-terminplaner-carried"

    def __init__(self, carried: Carried) -> None:
        super().__init__()
        self.carried = carried
        self.setData(self.FORMAT, b"1")


def shifted(when: When, first: When, placed: When, zone: ZoneInfo) -> When:
    """``when`` moved as far in wall time as ``first`` was to become ``placed``."""
    start, end = _begin(first, zone), _begin(placed, zone)
    if isinstance(when, AllDay):
        days = timedelta(days=(end.date() - start.date()).days)
        return AllDay(when.first_on + days, when.end_on + days)
    begin = at_local(_begin(when, zone) + (end - start), zone)
    return Timed(begin, begin + (when.end_at - when.start_at))


def _led(when: When, first: When, placed: When, zone: ZoneInfo) -> When:
    """Where ``when`` goes as ``first`` becomes ``placed``.

    Whole days that become hours, or hours that become whole days, make the others the same, each on its own day.
    """
    if isinstance(first, AllDay) is isinstance(placed, AllDay):
        return shifted(when, first, placed, zone)
    begin = _begin(placed, zone)
    day = _begin(when, zone).date() + (begin.date() - _begin(first, zone).date())
    if isinstance(placed, AllDay):
        return whole_days(day, when)
    model, hour = (when, _begin(when, zone).time()) if isinstance(when, Timed) else (placed, begin.time())
    start_at = at_local(datetime.combine(day, hour), zone)
    return Timed(start_at, start_at + (model.end_at - model.start_at))


def whole_days(day: date, old: When) -> AllDay:
    """From ``day`` on as many days as ``old`` has; one where it has hours."""
    return AllDay(day, day + (old.end_on - old.first_on if isinstance(old, AllDay) else timedelta(days=1)))


def begun_at(place: NewAppointment, row: AppointmentRow) -> NewAppointment:
    """The place ``row`` gets, as long as it is, where it begins as ``place`` does."""
    old = row.appointment.when
    if isinstance(place.when, AllDay):
        return replace(place, when=whole_days(place.when.first_on, old))
    if isinstance(old, AllDay):
        return replace(place, when=whole_days(_begin(place.when, row.zone).date(), old))
    return replace(place, when=Timed(place.when.start_at, place.when.start_at + (old.end_at - old.start_at)))


def _begin(when: When, zone: ZoneInfo) -> datetime:
    return when.interval(zone).start_at.astimezone(zone).replace(tzinfo=None)


def _replaceable(row: AppointmentRow, target: Resource) -> Resource | None:
    """The resource that gives way to ``target``: the first of its kind, else the first."""
    is_person = target.employee_id is not None
    alike = (resource for resource in row.resources if (resource.employee_id is not None) is is_person)
    return next(alike, row.resources[0] if row.resources else None)
