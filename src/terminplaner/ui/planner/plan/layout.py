"""Placing overlapping appointments side by side: interval graph colouring by a sweep.

Spans that overlap directly or through others form a *cluster*, which shares its column's width.  First fit in
order of start needs exactly as many lanes as spans ever run at once.  A second pass lets each span grow to the
right over lanes that are free beside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Span:
    """``[start, end)`` in any one unit: axis minutes, or columns in the all-day lane.  It has a length."""

    key: UUID
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Place:
    """Lane ``lane`` of ``lanes``, reaching over ``width`` lanes."""

    lane: int
    lanes: int
    width: int

    @property
    def left(self) -> float:
        """The left edge as a fraction of the column's width."""
        return self.lane / self.lanes

    @property
    def right(self) -> float:
        return (self.lane + self.width) / self.lanes


def lay_out(spans: Iterable[Span]) -> dict[UUID, Place]:
    """A place for each span; the same whatever order they come in, so nothing jumps on a refresh."""
    places: dict[UUID, Place] = {}
    lanes: list[list[Span]] = []
    cluster_end = float("-inf")
    for span in sorted(spans, key=lambda span: (span.start, -span.end, span.key)):
        if span.start >= cluster_end:
            places.update(_place_cluster(lanes))
            lanes = []
        for lane in lanes:
            if lane[-1].end <= span.start:
                lane.append(span)
                break
        else:
            lanes.append([span])
        cluster_end = max(cluster_end, span.end)
    places.update(_place_cluster(lanes))
    return places


def _place_cluster(lanes: list[list[Span]]) -> dict[UUID, Place]:
    return {
        span.key: Place(number, len(lanes), 1 + _free_lanes(span, lanes[number + 1 :]))
        for number, lane in enumerate(lanes)
        for span in lane
    }


def _free_lanes(span: Span, neighbours: list[list[Span]]) -> int:
    for count, lane in enumerate(neighbours):
        # Within a lane the spans follow one another: only the last to start before our end can meet us.
        before_our_end = bisect_left(lane, span.end, key=attrgetter("start"))
        if before_our_end and lane[before_our_end - 1].end > span.start:
            return count
    return len(neighbours)
