"""The slots ("Kästchen") of an availability: where appointments can be entered, at its Schrittweite.

A slot of the coarse step that is not wholly free is divided by the finer Min. Schrittweite, so that an appointment
of odd length leaves no gap that nobody can book.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from terminplaner.domain.absence import Absence
from terminplaner.domain.resource import Availability, Resource
from terminplaner.domain.when import Interval, day_interval
from terminplaner.services.working_time import applies_on, available_intervals, merged, rule_span, without

_DAY = 24 * 60 * 60

Seconds = tuple[int, int]
"""A half-open span in seconds since 1970, which is what a search over months can afford to compute with."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A free place of ``rule``."""

    interval: Interval
    rule: Availability


def slots(
    resource: Resource,
    rules: Sequence[Availability],
    taken: Iterable[Interval],
    day: date,
    zone: ZoneInfo,
    absences: Iterable[Absence] = (),
) -> tuple[Slot, ...]:
    """The free slots of one local day in order; none where the resource keeps no availability.

    ``taken`` are the spans in which the resource has no room left.
    """
    applying = [rule for rule in rules if rule.is_available and applies_on(rule, day)]
    open_spans = available_intervals(rules, day, zone, absences) if applying else None
    if not open_spans:
        return ()
    found: list[Slot] = []
    for rule in sorted(applying, key=lambda rule: rule.starts_at):
        span = rule_span(rule, day, zone)
        closed = [span]
        for free in open_spans:
            closed = without(closed, free)
        blocked = [seconds(hole) for hole in merged([*closed, *taken])]
        for box in _free_boxes(seconds(span), *steps(rule, resource), blocked):
            slot = Slot(Interval(*(datetime.fromtimestamp(at, UTC) for at in box)), rule)
            if not found or found[-1].interval.end_at <= slot.interval.start_at:
                found.append(slot)
    return tuple(found)


def slot_starts(span: Seconds, step: int, fine_step: int | None, blocked: Sequence[Seconds]) -> Iterator[int]:
    """Where an appointment may begin in the span of a rule: at each step, and at the finer ones between two steps
    that are not wholly free.  Whether it fits there depends on its duration.

    Steps are in seconds; ``blocked`` is in order and disjoint.
    """
    start, end = span
    for at in range(start, end, step):
        yield at
        box_end = min(at + step, end)
        if fine_step and (box_end - at < step or not _is_clear((at, box_end), blocked)):
            yield from range(at + fine_step, box_end, fine_step)


def steps_from_midnight(day: date, zone: ZoneInfo, step_minutes: int) -> Iterator[int]:
    """The multiples of a step on the clock of a local day, in seconds since 1970: the raster of a resource without
    availability.  On the days the clocks change they are not evenly spaced."""
    whole_day = day_interval(day, zone)
    first, end = seconds(whole_day)
    if end - first == _DAY:
        yield from range(first, end, step_minutes * 60)
        return
    for at in range(first, end, 60):
        if _minute_of_day(datetime.fromtimestamp(at, zone)) % step_minutes == 0:
            yield at


def is_on_raster(resource: Resource, rules: Iterable[Availability], start_at: datetime, zone: ZoneInfo) -> bool:
    """Whether an appointment of ``resource`` may begin at ``start_at``: at a multiple of its Schrittweite from
    midnight, or on a step of an availability that holds the time."""
    wall = start_at.astimezone(zone)
    if _minute_of_day(wall) % resource.step_minutes == 0:
        return True
    for rule in rules:
        if rule.is_available and applies_on(rule, wall.date()):
            span = rule_span(rule, wall.date(), zone)
            step, fine_step = steps(rule, resource)
            if span.start_at <= start_at < span.end_at:
                offset = round((start_at - span.start_at).total_seconds()) % step
                if offset % (fine_step or step) == 0:
                    return True
    return False


def steps(rule: Availability, resource: Resource) -> tuple[int, int | None]:
    """The coarse and the fine step of ``rule`` in seconds; the fine one only where it is finer."""
    step = (rule.step_minutes or resource.step_minutes) * 60
    fine_step = rule.min_step_minutes * 60 if rule.min_step_minutes else step
    return step, fine_step if fine_step < step else None


def seconds(interval: Interval) -> Seconds:
    return int(interval.start_at.timestamp()), int(interval.end_at.timestamp())


def _free_boxes(span: Seconds, step: int, fine_step: int | None, blocked: Sequence[Seconds]) -> Iterator[Seconds]:
    start, end = span
    ahead = 0
    for at in range(start, end, step):
        while ahead < len(blocked) and blocked[ahead][1] <= at:
            ahead += 1
        box_end = at + step
        if box_end <= end and (ahead == len(blocked) or blocked[ahead][0] >= box_end):
            yield at, box_end
        elif fine_step:
            yield from _free_boxes((at, min(box_end, end)), fine_step, None, blocked[ahead:])


def _minute_of_day(wall: datetime) -> int:
    return wall.hour * 60 + wall.minute


def _is_clear(span: Seconds, blocked: Sequence[Seconds]) -> bool:
    start, end = span
    return not any(hole_start < end and start < hole_end for hole_start, hole_end in blocked)
