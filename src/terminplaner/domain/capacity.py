"""How many appointments a resource holds at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from terminplaner.domain.when import Interval


def peak_load(intervals: Iterable[Interval], within: Interval) -> int:
    """The highest number of ``intervals`` that run at the same instant inside ``within``.

    Intervals of zero length take no room.
    """
    edges: list[tuple[datetime, int]] = []
    for interval in intervals:
        start, end = max(interval.start_at, within.start_at), min(interval.end_at, within.end_at)
        if start < end:
            edges += [(start, 1), (end, -1)]
    # At one instant the ends come first: 10:00-10:30 and 10:30-11:00 do not meet.
    load = peak = 0
    for _, step in sorted(edges):
        load += step
        peak = max(peak, load)
    return peak


def exceeds_capacity(others: Iterable[Interval], candidate: Interval, capacity: int) -> bool:
    """Whether ``candidate`` beside ``others`` needs more places than ``capacity``."""
    if candidate.start_at >= candidate.end_at:
        return False
    return peak_load(others, candidate) + 1 > capacity


def full_spans(spans: Iterable[tuple[int, int]], capacity: int) -> list[tuple[int, int]]:
    """When ``capacity`` or more of ``spans`` (half-open, of any unit) run at once: in order and disjoint."""
    edges: list[tuple[int, int]] = []
    for start, end in spans:
        if start < end:
            edges += [(start, 1), (end, -1)]
    full: list[tuple[int, int]] = []
    load = 0
    for at, step in sorted(edges):
        before, load = load, load + step
        if before < capacity <= load:
            if full and full[-1][1] == at:
                full[-1] = (full[-1][0], at)  # one ends as the next begins: it never opened
            else:
                full.append((at, at))
        elif load < capacity <= before:
            full[-1] = (full[-1][0], at)
    return full
