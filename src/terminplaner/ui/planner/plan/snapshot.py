"""What stands in the window at one moment: columns, blocks, bars and free times, in axis minutes.  Qt-free."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.resource import Availability, AvailabilityType, Resource
from terminplaner.domain.when import AllDay, Timed, When
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner.plan.time_axis import TimeAxis
from terminplaner.ui.planner.window import Window

ColumnKey = tuple[UUID, date]


@dataclass(frozen=True, slots=True)
class Closure:
    """An absence's part in one column, in axis minutes; ``whose`` names the resource where there are several."""

    start: float
    end: float
    absence: Absence
    whose: str = ""


@dataclass(frozen=True, slots=True)
class SlotBox:
    """A free slot of an availability, in axis minutes."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class RuleBox:
    """An availability, or its opposite, in axis minutes, with its type where it has one."""

    start: float
    end: float
    rule: Availability
    kind: AvailabilityType | None = None

    @property
    def hours(self) -> str:
        """As a clock shows them."""
        return f"{self.rule.starts_at:%H:%M}–{self.rule.ends_at:%H:%M}"


@dataclass(frozen=True, slots=True)
class Column:
    """One resource on one day, or a day with several resources, of which ``resource`` is the first.

    ``free`` are the bookable stretches, None where neither an availability nor opening times limit them;
    ``closures`` say in words why others are not.  ``closed`` is when its shop is not open, of several resources
    when none of their shops is.  ``holiday`` closes the day; one that not all of several resources have is
    ``holiday_of_some``, with their branches.  ``title`` stands above it, ``raster`` is the distance of its lines
    in minutes.
    """

    resource: Resource
    day: date
    free: tuple[tuple[float, float], ...] | None = None
    holiday: str = ""
    title: str = ""
    raster: int = 0
    closures: tuple[Closure, ...] = ()
    closed: tuple[tuple[float, float], ...] = ()
    holiday_of_some: str = ""

    @property
    def holiday_words(self) -> str:
        """A holiday of all or of some, empty where it is none."""
        return self.holiday or self.holiday_of_some

    def is_open(self, start: float, end: float) -> bool:
        """Whether a stretch can be booked, as far as working and opening times tell."""
        return self.free is None or any(opens <= start and end <= closes for opens, closes in self.free)

    def is_closed(self, start: float, end: float) -> bool:
        """Whether the shop is not open for all of a stretch."""
        return any(closes < end and start < opens for closes, opens in self.closed)

    def not_bookable(self, length: float) -> Iterator[tuple[float, float]]:
        """The rest of an axis of ``length`` around the free stretches; a holiday is closed as a whole."""
        if self.holiday:
            yield 0.0, length
            return
        if self.free is None:
            return
        end_of_last = 0.0
        for start, end in self.free:
            yield end_of_last, start
            end_of_last = end
        yield end_of_last, length

    @property
    def key(self) -> ColumnKey:
        return self.resource.id, self.day


@dataclass(frozen=True, slots=True)
class Block:
    """An appointment's part in one column.

    ``start`` and ``end`` are the appointment itself, ``taken_from`` and ``taken_until`` include its preparation
    times; all are cut at the day's edges, which ``begins_here`` and ``ends_here`` tell.
    """

    row: AppointmentRow
    when: Timed
    start: float
    end: float
    taken_from: float
    taken_until: float
    begins_here: bool = True
    ends_here: bool = True

    @property
    def appointment(self) -> Appointment:
        return self.row.appointment


@dataclass(frozen=True, slots=True)
class Bar:
    """An all-day appointment over the columns ``first`` to ``last`` (inclusive) in row ``line`` of the lane."""

    row: AppointmentRow
    first: int
    last: int
    line: int
    begins_here: bool
    ends_here: bool


@dataclass(frozen=True)
class Snapshot:
    window: Window
    axis: TimeAxis
    columns: tuple[Column, ...] = ()
    blocks: tuple[tuple[Block, ...], ...] = ()
    """Those of each column, by start."""
    bars: tuple[Bar, ...] = ()
    slots: tuple[tuple[SlotBox, ...], ...] = ()
    """The free slots of each column; none where several resources share it."""
    rules: tuple[tuple[RuleBox, ...], ...] = ()
    """What each column's availability is made of; nothing where several resources share it."""

    @classmethod
    def empty(cls, window: Window) -> Snapshot:
        return cls(window, TimeAxis.for_days(window.days, window.zone))

    @property
    def hours(self) -> tuple[float, float]:
        """The part of the axis that the view asks for; all of it where there is no view."""
        view = self.window.view
        if view is None:
            return 0.0, float(self.axis.length)
        begin, end = (moment.hour * 60 + moment.minute for moment in (view.starts_at, view.ends_at))
        return self.axis.position_of_wall(begin), self.axis.position_of_wall(end) if end else self.axis.length

    def column_index(self, key: ColumnKey) -> int | None:
        return next((index for index, column in enumerate(self.columns) if column.key == key), None)

    def column_of(self, resource_id: UUID, day: date) -> int | None:
        """Where a resource's appointments of a day stand; in a column of several resources, that day's."""
        if self.window.is_by_day:
            return next((index for index, column in enumerate(self.columns) if column.day == day), None)
        return self.column_index((resource_id, day))

    def columns_of(self, resource_id: UUID, when: When) -> tuple[int, ...]:
        """Those in which whole days of a resource stand; none for what has hours."""
        if not isinstance(when, AllDay):
            return ()
        days = (day for day in self.window.days if when.first_on <= day < when.end_on)
        found = (self.column_of(resource_id, day) for day in days)
        return tuple(index for index in found if index is not None)

    def slot_at(self, column: int, position: float) -> SlotBox | None:
        """The free slot of a column that holds ``position``."""
        boxes = self.slots[column] if column < len(self.slots) else ()
        return next((box for box in boxes if box.start <= position < box.end), None)

    def find(self, appointment_id: UUID) -> AppointmentRow | None:
        return self._by_id.get(appointment_id)

    def rows(self) -> tuple[AppointmentRow, ...]:
        """Each appointment once, by start."""
        return tuple(self._by_id.values())

    @cached_property
    def _by_id(self) -> Mapping[UUID, AppointmentRow]:
        shown = [bar.row for bar in self.bars] + [block.row for column in self.blocks for block in column]
        ordered = sorted(shown, key=lambda row: row.appointment.when.interval(self.window.zone).start_at)
        by_id: dict[UUID, AppointmentRow] = {}
        for row in ordered:
            by_id.setdefault(row.appointment.id, row)
        return by_id

    def changed_columns(self, before: Snapshot) -> tuple[int, ...] | None:
        """Which columns differ from ``before``; None where the columns themselves or the axis do."""
        if (self.axis, self.columns) != (before.axis, before.columns):
            return None
        now = zip(self.blocks, self.slots, self.rules, strict=True)
        then = zip(before.blocks, before.slots, before.rules, strict=True)
        return tuple(index for index, pair in enumerate(zip(now, then, strict=True)) if pair[0] != pair[1])
