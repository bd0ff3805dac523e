"""What stands in the window at one moment: columns, blocks, bars and free times, in axis minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from uuid import UUID

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.capacity import full_spans
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, Interval, Timed
from terminplaner.services.queries import AppointmentRow, Plan
from terminplaner.services.slots import seconds, slots
from terminplaner.services.working_time import (
    applies_on,
    available_intervals,
    merged,
    open_intervals,
    rule_span,
    without,
)
from terminplaner.ui.planner.plan.layout import Span, lay_out
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
    """An availability, or its opposite, in axis minutes; ``hours`` as a clock shows them."""

    start: float
    end: float
    hours: str
    text: str
    is_available: bool


@dataclass(frozen=True, slots=True)
class Column:
    """One resource on one day, or a day with several resources, of which ``resource`` is the first.

    ``free`` are the bookable stretches, None where neither an availability nor opening times limit them;
    ``closures`` say in words why others are not.  ``closed`` is when its shop is not open.  ``title`` stands above
    it, ``raster`` is the distance of its lines in minutes.
    """

    resource: Resource
    day: date
    free: tuple[tuple[float, float], ...] | None = None
    holiday: str = ""
    title: str = ""
    raster: int = 0
    closures: tuple[Closure, ...] = ()
    closed: tuple[tuple[float, float], ...] = ()

    def is_open(self, start: float, end: float) -> bool:
        """Whether a stretch can be booked, as far as working and opening times tell."""
        return self.free is None or any(opens <= start and end <= closes for opens, closes in self.free)

    def is_closed(self, start: float, end: float) -> bool:
        """Whether the shop is not open for all of a stretch."""
        return any(closes < end and start < opens for closes, opens in self.closed)

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
        now = zip(self.blocks, self.slots, strict=True)
        then = zip(before.blocks, before.slots, strict=True)
        return tuple(index for index, pair in enumerate(zip(now, then, strict=True)) if pair[0] != pair[1])


def take_snapshot(window: Window, plan: Plan) -> Snapshot:
    """Sort a plan into columns.

    In a day one per resource, in a week each resource's days side by side; in a view by days one per day.
    """
    axis = TimeAxis.for_days(window.days, window.zone)
    groups = _groups(window, plan)
    by_resource: dict[UUID, list[AppointmentRow]] = {resource.id: [] for resource in plan.resources}
    for row in plan.rows:
        for resource_id in row.appointment.resource_ids:
            if resource_id in by_resource:
                by_resource[resource_id].append(row)
    rows_of = [_distinct(row for resource in group for row in by_resource[resource.id]) for group in groups]
    return Snapshot(
        window,
        axis,
        tuple(_column(group, day, plan, window, axis) for group in groups for day in axis.days),
        tuple(tuple(_blocks(rows, day, axis)) for rows in rows_of for day in axis.days),
        tuple(
            bar
            for number, rows in enumerate(rows_of)
            for bar in _bars(rows, window.days, number * len(window.days))
        ),
        tuple(
            boxes
            for group, rows in zip(groups, rows_of, strict=True)
            for boxes in _slots_of(group, rows, plan, axis)
        ),
        tuple(tuple(_rules_of(group, day, plan, axis)) for group in groups for day in axis.days),
    )


def _groups(window: Window, plan: Plan) -> tuple[tuple[Resource, ...], ...]:
    """The resources that share columns."""
    if not window.is_by_day:
        return tuple((resource,) for resource in plan.resources)
    return (plan.resources,) if plan.resources else ()


def _distinct(rows: Iterable[AppointmentRow]) -> tuple[AppointmentRow, ...]:
    return tuple({row.appointment.id: row for row in rows}.values())


def _column(group: tuple[Resource, ...], day: date, plan: Plan, window: Window, axis: TimeAxis) -> Column:
    holidays = plan.holidays.get(group[0].id)
    view = window.view
    titles = {column.resource_id: column.title for column in view.columns} if view else {}
    return Column(
        group[0],
        day,
        _free(group, day, plan, axis),
        (holidays.name_on(day) if holidays else None) or "",
        titles.get(group[0].id) or group[0].name,
        view.raster_minutes if view else 0,
        tuple(_closures(group, day, plan, axis)),
        tuple(_closed(group, day, plan, axis)),
    )


def _closed(group: tuple[Resource, ...], day: date, plan: Plan, axis: TimeAxis) -> Iterator[tuple[float, float]]:
    """When the shop of the first of the resources is not open; nothing where its opening times are not known."""
    open_spans = open_intervals(plan.openings.get(group[0].id, ()), day, axis.zone)
    if open_spans is None:
        return
    rest = [axis.whole_day(day)]
    for span in open_spans:
        rest = without(rest, span)
    yield from (cut for span in rest if (cut := axis.span_on(span, day)))


def _free(
    group: tuple[Resource, ...], day: date, plan: Plan, axis: TimeAxis
) -> tuple[tuple[float, float], ...] | None:
    """When any of the resources can be booked; None where one always can."""
    spans: list[Interval] = []
    for resource in group:
        rules, absences = plan.availabilities.get(resource.id, ()), plan.absences.get(resource.id, ())
        found = available_intervals(rules, day, axis.zone, absences, plan.openings.get(resource.id, ()))
        if found is None:
            return None
        spans += found
    return tuple(cut for span in merged(spans) if (cut := axis.span_on(span, day)))


def _closures(group: tuple[Resource, ...], day: date, plan: Plan, axis: TimeAxis) -> Iterator[Closure]:
    for resource in group:
        for absence in plan.absences.get(resource.id, ()):
            if cut := axis.span_on(absence.when.interval(axis.zone), day):
                yield Closure(*cut, absence, resource.name if len(group) > 1 else "")


def _slots_of(
    group: tuple[Resource, ...], rows: Iterable[AppointmentRow], plan: Plan, axis: TimeAxis
) -> Iterator[tuple[SlotBox, ...]]:
    """The free slots of each day; a holiday has none."""
    resource = group[0]
    rules, absences = plan.availabilities.get(resource.id, ()), plan.absences.get(resource.id, ())
    holidays = plan.holidays.get(resource.id)
    taken = _full_spans(resource, rows) if rules else []
    for day in axis.days:
        if len(group) > 1 or (holidays and holidays.name_on(day)):
            yield ()
            continue
        whole_day = axis.whole_day(day)
        here = [span for span in taken if span.overlaps(whole_day)]
        yield tuple(
            SlotBox(*cut)
            for slot in slots(resource, rules, here, day, axis.zone, absences)
            if (cut := axis.span_on(slot.interval, day))
        )


def _rules_of(group: tuple[Resource, ...], day: date, plan: Plan, axis: TimeAxis) -> Iterator[RuleBox]:
    if len(group) > 1:
        return
    for rule in plan.availabilities.get(group[0].id, ()):
        if applies_on(rule, day) and (cut := axis.span_on(rule_span(rule, day, axis.zone), day)):
            hours = f"{rule.starts_at:%H:%M}–{rule.ends_at:%H:%M}"
            yield RuleBox(*cut, hours, rule.text, rule.is_available)


def _full_spans(resource: Resource, rows: Iterable[AppointmentRow]) -> list[Interval]:
    """When it has no place left."""
    taken = [row.occupied for row in rows if row.occupies]
    if resource.capacity == 1:
        return taken
    full = full_spans(map(seconds, taken), resource.capacity)
    return [Interval(*(datetime.fromtimestamp(at, UTC) for at in span)) for span in full]


def _blocks(rows: Iterable[AppointmentRow], day: date, axis: TimeAxis) -> Iterator[Block]:
    whole_day = axis.whole_day(day)
    for row in rows:
        when = row.appointment.when
        taken = axis.span_on(row.occupied, day)
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
