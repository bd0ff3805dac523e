"""What dragging an availability means, and pulling one of its edges: from a position to other hours.  Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from terminplaner.domain.resource import Availability, Resource
from terminplaner.ui.planner.plan.board import Board
from terminplaner.ui.planner.plan.gestures import Edge, Raster, Target, pulled
from terminplaner.ui.planner.plan.snapshot import Column, RuleBox
from terminplaner.ui.planner.plan.time_axis import TimeAxis

_EDGE = 5.0
_RESIZABLE_FROM = 20.0


@dataclass(frozen=True, slots=True)
class MovedRule:
    """Where an availability was put: what stood on ``day`` is wanted on ``to_on``, in local wall time.

    ``ends_at`` 00:00 is midnight.
    """

    rule: Availability
    source: Resource
    day: date
    resource: Resource
    to_on: date
    starts_at: time
    ends_at: time


@dataclass(frozen=True, slots=True)
class RuleGesture:
    """An availability in the hand, ``grab`` minutes below its start, or one ``edge`` of it."""

    box: RuleBox
    source: Column
    grab: float = 0.0
    edge: Edge | None = None

    def target(self, column: Column, position: float, raster: Raster, axis: TimeAxis) -> Target:
        """Where it would stand; as long as before, and never beyond midnight."""
        box = self.box
        if self.edge is not None:
            return Target(self.source.key, *pulled(box.start, box.end, self.edge, position, raster, axis))
        length = box.end - box.start
        start = raster.nearest(max(position - self.grab, 0), box.start, axis)
        start = max(min(start, axis.length - length), 0)
        return Target(column.key, start, start + length)

    def moved(self, column: Column, target: Target, axis: TimeAxis) -> MovedRule:
        """What a drop there asks for; an edge that stayed where it was keeps its hour to the minute."""
        rule = self.box.rule
        to = column if self.edge is None else self.source
        starts_at = rule.starts_at if target.start == self.box.start else _clock(target.start, to.day, axis)
        ends_at = rule.ends_at if target.end == self.box.end else _clock(target.end, to.day, axis)
        return MovedRule(rule, self.source.resource, self.source.day, to.resource, to.day, starts_at, ends_at)


@dataclass(frozen=True, slots=True)
class HeldRule:
    """An availability in the hand, where it would stand, and whether it may."""

    gesture: RuleGesture
    target: Target
    is_allowed: bool = True


def rule_at(board: Board, x: float, y: float) -> RuleGesture | None:
    """What a press at a point of the content takes hold of; nothing where an appointment lies above it."""
    if not board.snapshot.columns or board.hit(x, y).block is not None:
        return None
    index, position = board.grid.column_at(x), board.grid.position_at(y)
    here = [box for box in board.snapshot.rules[index] if box.start <= position < box.end]
    # What takes availability away lies above.
    box = next((box for box in here if not box.rule.is_available), next(iter(here), None))
    if box is None:
        return None
    top, bottom = board.grid.y_of(box.start), board.grid.y_of(box.end)
    edge = None
    if bottom - top >= _RESIZABLE_FROM:
        edge = Edge.TOP if y < top + _EDGE else Edge.BOTTOM if y >= bottom - _EDGE else None
    return RuleGesture(box, board.column(index), position - box.start, edge)


def _clock(position: float, day: date, axis: TimeAxis) -> time:
    if position >= axis.length:
        return time.min
    return axis.instant_at(position, day).astimezone(axis.zone).time()
