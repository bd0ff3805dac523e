"""A plan sorted into columns: from what was read to what stands in the window.  Qt-free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from terminplaner.domain.capacity import full_spans
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, Interval
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan
from terminplaner.services.slots import seconds, slots
from terminplaner.services.working_time import (
    applies_on,
    available_intervals,
    merged,
    open_intervals,
    rule_span,
    without,
)
from terminplaner.ui.planner.away import holidays_by_day
from terminplaner.ui.planner.plan.layout import Span, lay_out
from terminplaner.ui.planner.plan.snapshot import Bar, Block, Closure, Column, RuleBox, SlotBox, Snapshot
from terminplaner.ui.planner.plan.time_axis import TimeAxis
from terminplaner.ui.planner.window import Window


def take_snapshot(window: Window, plan: Plan) -> Snapshot:
    """Sort a plan into columns.

    In a day one per resource, in a week each resource's days side by side; in a view by days one per day.
    """
    axis = TimeAxis.for_days(window.days, window.zone)
    groups = _groups(window, plan)
    rows_of = _rows_of(groups, plan)
    return Snapshot(
        window,
        axis,
        tuple(_column(group, day, plan, window, axis) for group in groups for day in axis.days),
        tuple(tuple(_blocks(rows, day, axis)) for rows in rows_of for day in axis.days),
        _all_bars(rows_of, window.days),
        tuple(
            boxes
            for group, rows in zip(groups, rows_of, strict=True)
            for boxes in _slots_of(group, rows, plan, axis)
        ),
        tuple(tuple(_rules_of(group, day, plan, axis)) for group in groups for day in axis.days),
    )


def retake_snapshot(snapshot: Snapshot, before: Plan, plan: Plan) -> Snapshot:
    """``snapshot`` of the plan ``before`` with the rows of ``plan``, which is otherwise the same.

    Costs what differs: only resources with other rows are sorted anew.
    """
    axis, groups = snapshot.axis, _groups(snapshot.window, plan)
    rows_of = _rows_of(groups, plan)
    blocks, slots_of_columns = list(snapshot.blocks), list(snapshot.slots)
    for number, (group, rows, former) in enumerate(zip(groups, rows_of, _rows_of(groups, before), strict=True)):
        if rows != former:
            columns = slice(number * len(axis.days), (number + 1) * len(axis.days))
            blocks[columns] = [tuple(_blocks(rows, day, axis)) for day in axis.days]
            slots_of_columns[columns] = _slots_of(group, rows, plan, axis)
    bars = _all_bars(rows_of, snapshot.window.days)
    return replace(snapshot, blocks=tuple(blocks), bars=bars, slots=tuple(slots_of_columns))


def _rows_of(groups: tuple[tuple[Resource, ...], ...], plan: Plan) -> list[tuple[AppointmentRow, ...]]:
    """The appointments of each group, each once."""
    by_resource: dict[UUID, list[AppointmentRow]] = {resource.id: [] for resource in plan.resources}
    for row in plan.rows:
        for resource_id in row.appointment.resource_ids:
            if resource_id in by_resource:
                by_resource[resource_id].append(row)
    return [_distinct(row for resource in group for row in by_resource[resource.id]) for group in groups]


def _all_bars(rows_of: list[tuple[AppointmentRow, ...]], days: tuple[date, ...]) -> tuple[Bar, ...]:
    return tuple(bar for number, rows in enumerate(rows_of) for bar in _bars(rows, days, number * len(days)))


def _groups(window: Window, plan: Plan) -> tuple[tuple[Resource, ...], ...]:
    """The resources that share columns."""
    if not window.is_by_day:
        return tuple((resource,) for resource in plan.resources)
    return (plan.resources,) if plan.resources else ()


def _distinct(rows: Iterable[AppointmentRow]) -> tuple[AppointmentRow, ...]:
    return tuple({row.appointment.id: row for row in rows}.values())


def _column(group: tuple[Resource, ...], day: date, plan: Plan, window: Window, axis: TimeAxis) -> Column:
    holiday, holiday_of_some = _holidays(group, day, plan)
    view = window.view
    titles = {column.resource_id: column.title for column in view.columns} if view else {}
    return Column(
        group[0],
        day,
        _free(group, day, plan, axis),
        holiday,
        titles.get(group[0].id) or group[0].name,
        view.raster_minutes if view else 0,
        tuple(_closures(group, day, plan, axis)),
        tuple(_closed(group, day, plan, axis)),
        holiday_of_some,
    )


def _holidays(group: tuple[Resource, ...], day: date, plan: Plan) -> tuple[str, str]:
    """The holiday of all of the resources, or else the one of some of them."""
    if len(group) == 1:
        return _holiday(group[0], day, plan), ""
    words = ", ".join(found.text for found in holidays_by_day(replace(plan, resources=group), (day,))[day])
    return (words, "") if all(_holiday(resource, day, plan) for resource in group) else ("", words)


def _holiday(resource: Resource, day: date, plan: Plan) -> str:
    calendar = plan.holidays.get(resource.id)
    return (calendar.name_on(day) if calendar else None) or ""


def _closed(group: tuple[Resource, ...], day: date, plan: Plan, axis: TimeAxis) -> Iterator[tuple[float, float]]:
    """When none of the resources' shops is open; nothing where the opening times of one are not known."""
    rest = [axis.whole_day(day)]
    for resource in group:
        open_spans = open_intervals(plan.openings.get(resource.id, ()), day, axis.zone)
        if open_spans is None:
            return
        for span in open_spans:
            rest = without(rest, span)
    yield from (cut for span in rest if (cut := axis.span_on(span, day)))


def _free(
    group: tuple[Resource, ...], day: date, plan: Plan, axis: TimeAxis
) -> tuple[tuple[float, float], ...] | None:
    """When any of the resources can be booked; None where one always can.  A holiday of all is said otherwise."""
    spans: list[Interval] = []
    at_work = [resource for resource in group if not _holiday(resource, day, plan)]
    for resource in at_work or group:
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
            kind = plan.availability_types.get(rule.type_id) if rule.type_id is not None else None
            yield RuleBox(*cut, rule, kind)


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
