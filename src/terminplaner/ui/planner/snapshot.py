"""What stands in the window at one moment: columns, blocks, bars and free times, in axis minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, Timed
from terminplaner.services.queries import AppointmentRow, Plan
from terminplaner.services.working_time import available_intervals
from terminplaner.ui.planner.layout import Span, lay_out
from terminplaner.ui.planner.time_axis import TimeAxis
from terminplaner.ui.planner.window import Window

ColumnKey = tuple[UUID, date]


@dataclass(frozen=True, slots=True)
class Column:
    """One resource on one day.  ``free`` are its bookable stretches, None where it keeps no availability."""

    resource: Resource
    day: date
    free: tuple[tuple[float, float], ...] | None = None
    holiday: str = ""

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


@dataclass(frozen=True, slots=True)
class Snapshot:
    window: Window
    axis: TimeAxis
    columns: tuple[Column, ...] = ()
    blocks: tuple[tuple[Block, ...], ...] = ()
    """Those of each column, by start."""
    bars: tuple[Bar, ...] = ()

    @classmethod
    def empty(cls, window: Window) -> Snapshot:
        return cls(window, TimeAxis.for_days(window.days, window.zone))

    def column_index(self, key: ColumnKey) -> int | None:
        return next((index for index, column in enumerate(self.columns) if column.key == key), None)

    def find(self, appointment_id: UUID) -> AppointmentRow | None:
        return next((row for row in self.rows() if row.appointment.id == appointment_id), None)

    def rows(self) -> Iterator[AppointmentRow]:
        """Each appointment once, by start."""
        seen: set[UUID] = set()
        shown = [bar.row for bar in self.bars] + [block.row for column in self.blocks for block in column]
        for row in sorted(shown, key=lambda row: row.appointment.when.interval(self.window.zone).start_at):
            if row.appointment.id not in seen:
                seen.add(row.appointment.id)
                yield row

    def changed_columns(self, before: Snapshot) -> tuple[int, ...] | None:
        """Which columns differ from ``before``; None where the columns themselves or the axis do."""
        if (self.axis, self.columns) != (before.axis, before.columns):
            return None
        return tuple(
            index for index, pair in enumerate(zip(self.blocks, before.blocks, strict=True)) if pair[0] != pair[1]
        )


def take_snapshot(window: Window, plan: Plan) -> Snapshot:
    """Sort a plan into columns: in a day one per resource, in a week each resource's days side by side."""
    axis = TimeAxis.for_days(window.days, window.zone)
    columns = tuple(_columns(plan, axis))
    by_resource: dict[UUID, list[AppointmentRow]] = {resource.id: [] for resource in plan.resources}
    for row in plan.rows:
        for resource_id in row.appointment.resource_ids:
            if resource_id in by_resource:
                by_resource[resource_id].append(row)
    return Snapshot(
        window,
        axis,
        columns,
        tuple(tuple(_blocks(by_resource[column.resource.id], column.day, axis)) for column in columns),
        tuple(
            bar
            for number, resource in enumerate(plan.resources)
            for bar in _bars(by_resource[resource.id], window.days, number * len(window.days))
        ),
    )


def _columns(plan: Plan, axis: TimeAxis) -> Iterator[Column]:
    for resource in plan.resources:
        rules, absences = plan.availabilities.get(resource.id, ()), plan.absences.get(resource.id, ())
        holidays = plan.holidays.get(resource.id)
        for day in axis.days:
            spans = available_intervals(rules, day, axis.zone, absences)
            free = None if spans is None else tuple(cut for span in spans if (cut := axis.span_on(span, day)))
            name = holidays.name_on(day) if holidays else None
            yield Column(resource, day, free, name or "")


def _blocks(rows: Iterable[AppointmentRow], day: date, axis: TimeAxis) -> Iterator[Block]:
    whole_day = axis.whole_day(day)
    for row in rows:
        when = row.appointment.when
        taken = axis.span_on(row.appointment.occupied(axis.zone), day)
        if isinstance(when, AllDay) or taken is None:
            continue
        start, end = axis.position_of(when.start_at, day), axis.position_of(when.end_at, day)
        begins_here = whole_day.start_at <= when.start_at < whole_day.end_at
        yield Block(row, when, start, end, *taken, begins_here, when.end_at <= whole_day.end_at)


def _bars(rows: Iterable[AppointmentRow], days: tuple[date, ...], offset: int) -> Iterator[Bar]:
    spans: dict[UUID, tuple[AppointmentRow, AllDay, int, int]] = {}
    for row in rows:
        when = row.appointment.when
        if isinstance(when, AllDay):
            shown = [number for number, day in enumerate(days) if when.first_on <= day < when.end_on]
            if shown:
                spans[row.appointment.id] = (row, when, shown[0], shown[-1])
    places = lay_out(Span(key, first, last + 1) for key, (_, _, first, last) in spans.items())
    for key, (row, when, first, last) in spans.items():
        yield Bar(
            row,
            offset + first,
            offset + last,
            places[key].lane,
            begins_here=when.first_on >= days[first],
            ends_here=(when.end_on - days[last]).days <= 1,
        )
