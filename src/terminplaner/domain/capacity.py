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
