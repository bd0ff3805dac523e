"""A snapshot laid out: where every block stands, and what lies under a point.  Qt-free."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from terminplaner.domain.when import Timed
from terminplaner.ui.planner.plan.cursor import Cursor
from terminplaner.ui.planner.plan.geometry import Box, Grid
from terminplaner.ui.planner.plan.gestures import Edge, NewAppointment, Rebooking, Target, drawn
from terminplaner.ui.planner.plan.layout import Place, Span, lay_out
from terminplaner.ui.planner.plan.snapshot import Block, Column, Snapshot

T = TypeVar("T")

MINIMUM_HEIGHT = 16.0
"""Pixels a block gets however short it is; it has to be hit and should hold a line of text."""
_EDGE = 5.0
_RESIZABLE_FROM = 20.0
_GUTTER_SHARE = 0.07
_WHOLE = Place(0, 1, 1)


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under a point: always a column and a position, a block and its edge where there is one."""

    column: int
    position: float
    block: Block | None = None
    edge: Edge | None = None


@dataclass(frozen=True, slots=True)
class _Arranged:
    """A column's places, and the length of its shortest block, from which on a minimum height changes them."""

    places: Mapping[UUID, Place]
    shortest: float


@dataclass(frozen=True, slots=True)
class Crossing:
    """From where to where a line across a column goes over blocks, and where it is free of them."""

    y: float
    covered: tuple[tuple[float, float], ...]
    free: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Board:
    """Columns are laid out when they are first asked for."""

    snapshot: Snapshot
    grid: Grid
    _arranged: dict[int, _Arranged] = field(default_factory=dict, compare=False, repr=False)
    _boxes: dict[int, tuple[tuple[Box, Block], ...]] = field(default_factory=dict, compare=False, repr=False)
    _crossings: dict[int, Crossing] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def arrange(cls, snapshot: Snapshot, grid: Grid, before: Board | None = None) -> Board:
        """What ``before`` has laid out is taken over where it stays the same at this size."""
        board = cls(snapshot, grid)
        if before is not None and before.snapshot is snapshot:
            least = max(board._least_length, before._least_length)
            is_same = board._least_length == before._least_length
            board._arranged.update(
                (column, arranged)
                for column, arranged in before._arranged.items()
                if is_same or arranged.shortest >= least
            )
            board.keep(before)
        return board

    def keep(self, before: Board, changed: Collection[int] = ()) -> None:
        """Take over where ``before`` has the blocks of all columns but those that changed; not at another size."""
        if before.grid == self.grid:
            self._arranged.update(_without(before._arranged, changed))
            self._boxes.update(_without(before._boxes, changed))

    @property
    def _least_length(self) -> float:
        return MINIMUM_HEIGHT / self.grid.minute_height

    def _place(self, column: int, block: Block) -> Place:
        arranged = self._arranged.get(column)
        if arranged is None:
            arranged = self._arranged[column] = self._arrange(column)
        return arranged.places[block.appointment.id]

    def _arrange(self, column: int) -> _Arranged:
        least, blocks = self._least_length, self.snapshot.blocks[column]
        lengths = (block.taken_until - block.taken_from for block in blocks)
        places = lay_out(
            Span(block.appointment.id, block.taken_from, max(block.taken_until, block.taken_from + least))
            for block in blocks
        )
        return _Arranged(places, min(lengths, default=least))

    def box(self, column: int, block: Block) -> Box:
        """Where a block stands, its preparation times included."""
        place = self._place(column, block)
        box = self.grid.box(column, place, block.taken_from, block.taken_until, self._gutter(column))
        return Box(box.x + 1, box.y, max(box.width - 2, 1), max(box.height - 1, MINIMUM_HEIGHT - 1))

    def boxes(self, column: int) -> tuple[tuple[Box, Block], ...]:
        """Where each block of a column stands."""
        boxes = self._boxes.get(column)
        if boxes is None:
            blocks = self.snapshot.blocks[column]
            boxes = self._boxes[column] = tuple((self.box(column, block), block) for block in blocks)
        return boxes

    def crossing(self, column: int, y: float) -> Crossing:
        """What a line at ``y`` meets in a column, nothing while that is not laid out; the last answer is kept."""
        if column not in self._boxes:
            return Crossing(y, (), ((self.grid.edges[column], self.grid.edges[column + 1]),))
        known = self._crossings.get(column)
        if known is None or known.y != y:
            known = self._crossings[column] = self._crossing(column, y)
        return known

    def _crossing(self, column: int, y: float) -> Crossing:
        met = sorted(
            (box.x, box.x + box.width) for box, _ in self.boxes(column) if box.y <= y < box.y + box.height
        )
        free, left = [], float(self.grid.edges[column])
        for begins, ends in met:
            if begins > left:
                free.append((left, begins))
            left = max(left, ends)
        return Crossing(y, tuple(met), (*free, (left, float(self.grid.edges[column + 1]))))

    def target_box(self, target: Target) -> Box | None:
        """Where something would stand that has its column to itself; None where the column is gone."""
        column = self.snapshot.column_index(target.column)
        if column is None:
            return None
        box = self.grid.box(column, _WHOLE, target.start, target.end, self._gutter(column))
        return Box(box.x + 1, box.y, box.width - 2, max(box.height - 1, MINIMUM_HEIGHT - 1))

    def slot_box(self, cursor: Cursor) -> Box:
        """The slot a cursor stands on, over the column's whole width."""
        end = cursor.position + self.column(cursor.column).resource.step_minutes
        return self.grid.box(cursor.column, _WHOLE, cursor.position, min(end, self.grid.length))

    def rebooked_box(self, rebooking: Rebooking) -> Box | None:
        """Where a rebooking would have put its appointment; None where that is out of sight."""
        span = rebooking.when.interval(self.snapshot.axis.zone)
        for column in self.snapshot.columns:
            if isinstance(rebooking.when, Timed) and column.resource.id in rebooking.resource_ids:
                shown = self.snapshot.axis.span_on(span, column.day)
                if shown is not None:
                    return self.target_box(Target(column.key, *shown))
        return None

    def places_of(self, *appointment_ids: UUID | None) -> Iterator[tuple[int, Block]]:
        """Every part of some appointments, with its column."""
        for appointment_id in appointment_ids:
            yield from self._parts.get(appointment_id, ())

    @cached_property
    def _parts(self) -> Mapping[UUID | None, list[tuple[int, Block]]]:
        parts: dict[UUID | None, list[tuple[int, Block]]] = {}
        for column, blocks in enumerate(self.snapshot.blocks):
            for block in blocks:
                parts.setdefault(block.appointment.id, []).append((column, block))
        return parts

    def column(self, index: int) -> Column:
        return self.snapshot.columns[index]

    def hit(self, x: float, y: float) -> Hit:
        """What lies at a point of the content; only where there are columns."""
        column = self.grid.column_at(x)
        position = self.grid.position_at(y)
        for box, block in self.boxes(column):
            if box.holds(x, y):
                return Hit(column, position, block, self._edge_at(block, box, y))
        return Hit(column, position)

    def new_at(self, column: int, position: float) -> NewAppointment:
        """A new appointment over the slot that holds ``position``: a free one of an availability, else one of the
        resource's raster."""
        shown, axis = self.column(column), self.snapshot.axis
        if (box := self.snapshot.slot_at(column, position)) is not None:
            return drawn(shown, Target(shown.key, box.start, box.end), axis)
        slot = axis.slot_at(position, shown.resource.step_minutes)
        return drawn(shown, Target(shown.key, slot, slot + shown.resource.step_minutes), axis)

    @staticmethod
    def _edge_at(block: Block, box: Box, y: float) -> Edge | None:
        # Only what really begins or ends here can be pulled, and not through its preparation time.
        if box.height < _RESIZABLE_FROM or not block.row.is_movable:
            return None
        if block.begins_here and block.taken_from == block.start and y < box.y + _EDGE:
            return Edge.TOP
        if block.ends_here and block.taken_until == block.end and y >= box.y + box.height - _EDGE:
            return Edge.BOTTOM
        return None

    def _gutter(self, column: int) -> float:
        return self.grid.column_width(column) * _GUTTER_SHARE


def _without(by_column: Mapping[int, T], changed: Collection[int]) -> dict[int, T]:
    return {column: found for column, found in by_column.items() if column not in changed}
