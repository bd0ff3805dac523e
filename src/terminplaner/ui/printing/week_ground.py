"""What lies below the appointments of a week plan: holidays, who is away, and when nothing can be booked.  Qt-free
but for its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from terminplaner.domain.resource import Resource
from terminplaner.services.queries import Plan
from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.away import Away, away_by_day
from terminplaner.ui.planner.plan.columns import take_snapshot
from terminplaner.ui.planner.plan.snapshot import Column
from terminplaner.ui.planner.plan.time_axis import TimeAxis
from terminplaner.ui.planner.window import Mode, Window

_WORK_DAYS = 5

Part = tuple[float, float, str]
"""From where to where on the axis, and why."""


@dataclass(frozen=True, slots=True)
class DayGround:
    """One day of one resource; ``all_day`` says why nothing can be booked on it, ``parts`` why not at some hours.

    ``hatched`` are all stretches of the axis that cannot be booked.
    """

    day: date
    holiday: str
    all_day: tuple[str, ...]
    parts: tuple[Part, ...]
    hatched: tuple[tuple[float, float], ...]


def week_grounds(plan: Plan, resource: Resource, axis: TimeAxis) -> tuple[DayGround, ...]:
    """One for each day of ``axis``: the working days of a week, or all of them."""
    alone = replace(plan, resources=(resource,), rows=())
    mode = Mode.WORK_WEEK if len(axis.days) == _WORK_DAYS else Mode.WEEK
    window = Window(mode, axis.days[0], axis.zone, (resource.id,))
    away = away_by_day(alone, axis.days, axis.zone, with_parts=True)
    return tuple(_ground(column, away[column.day], axis) for column in take_snapshot(window, alone).columns)


def _ground(column: Column, away: tuple[Away, ...], axis: TimeAxis) -> DayGround:
    return DayGround(
        column.day,
        column.holiday,
        tuple(_all_day(column, away, axis)),
        tuple(
            (*span, absence_wording.reason(part.cause))
            for part in away
            if not part.is_whole and (span := axis.span_on(part.span, column.day))
        ),
        tuple(column.not_bookable(axis.length)),
    )


def _all_day(column: Column, away: tuple[Away, ...], axis: TimeAxis) -> Iterator[str]:
    words = dict.fromkeys(absence_wording.reason(part.cause) for part in away if part.is_whole)
    yield from words
    is_closed = column.free == () and any(end - start >= axis.length for start, end in column.closed)
    if is_closed and not words and not column.holiday:
        yield absence_wording.closed()
