"""What dragging, resizing and the arrow keys mean: from a pointer's position to a new time.  Qt-free.

A gesture is a value that answers one question, where the thing would stand if it ended here.  The same answers
serve the mouse and the keyboard.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from math import ceil, floor
from uuid import UUID

from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Timed, When
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner.plan.snapshot import Block, Column, ColumnKey, SlotBox, Snapshot
from terminplaner.ui.planner.plan.time_axis import TimeAxis

FINE_STEP = 5
"""Minutes a drag moves by while Shift is held."""


@dataclass(frozen=True, slots=True)
class Raster:
    """Where what is dragged may begin and end, in axis minutes: at a free slot's edges, else at every ``step``.

    The slots of an availability go by its resource's Schrittweite and Min. Schrittweite and need not begin at a
    full hour.
    """

    step: int
    slots: tuple[SlotBox, ...] = ()

    @classmethod
    def of(cls, snapshot: Snapshot, column: int) -> Raster:
        slots = snapshot.slots[column] if column < len(snapshot.slots) else ()
        return cls(snapshot.columns[column].resource.step_minutes, slots)

    def nearest(self, position: float, own: float, axis: TimeAxis) -> float:
        """The edge next to ``position``; where something stands already (``own``) is one too."""
        box = self._box_at(position)
        if box is None:
            edge = axis.snap(position, self.step)
        else:
            edge = box.start if position - box.start <= box.end - position else box.end
        return own if abs(position - own) <= abs(position - edge) else edge

    def beyond(self, position: float, steps: int, axis: TimeAxis) -> float:
        """So many edges on from ``position``, negative back."""
        last = floor(position / self.step) if steps > 0 else ceil(position / self.step)
        return axis.snap((last + steps) * self.step, self.step)

    def slot(self, position: float, axis: TimeAxis) -> tuple[float, float]:
        """What holds ``position``, from edge to edge."""
        if (box := self._box_at(position)) is not None:
            return box.start, box.end
        start = axis.slot_at(position, self.step)
        return start, min(start + self.step, axis.length)

    def _box_at(self, position: float) -> SlotBox | None:
        return next((box for box in self.slots if box.start <= position < box.end), None)


@dataclass(frozen=True, slots=True)
class Target:
    """A span in a column, in axis minutes."""

    column: ColumnKey
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class NewAppointment:
    """Where somebody wants a new appointment."""

    resource: Resource
    when: When


@dataclass(frozen=True, slots=True)
class Rebooking:
    """A new time or new resources for an appointment."""

    row: AppointmentRow
    when: When
    resource_ids: tuple[UUID, ...]

    @property
    def is_change(self) -> bool:
        appointment = self.row.appointment
        return (self.when, self.resource_ids) != (appointment.when, appointment.resource_ids)


class Edge(Enum):
    TOP = "top"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class CreateGesture:
    """Drawing a new appointment over whole slots of the column it began in."""

    column: Column
    anchor: float
    raster: Raster

    def target(self, _column: Column, position: float, _raster: Raster, axis: TimeAxis) -> Target:
        here, there = (self.raster.slot(value, axis) for value in (self.anchor, position))
        return Target(self.column.key, min(here[0], there[0]), max(here[1], there[1]))


@dataclass(frozen=True, slots=True)
class MoveGesture:
    """Carrying a block; ``grab`` is how many minutes below its start the pointer holds it.

    ``begun_before`` is how long the whole had run where the block begins; another page may have another axis.
    """

    block: Block
    source: Column
    grab: float
    begun_before: timedelta = timedelta()

    @classmethod
    def taken(cls, block: Block, source: Column, grab: float, axis: TimeAxis) -> MoveGesture:
        """Take a block that stands on ``axis``."""
        if block.begins_here:
            return cls(block, source, grab)
        return cls(block, source, grab, axis.instant_at(block.start, source.day) - block.when.start_at)

    def target(self, column: Column, position: float, raster: Raster, axis: TimeAxis) -> Target:
        length = self.block.end - self.block.start
        latest = axis.slot_at(axis.length, raster.step)
        start = min(raster.nearest(max(position - self.grab, 0), self.block.start, axis), latest)
        return Target(column.key, start, min(start + length, axis.length))

    def rebooking(self, column: Column, target: Target, axis: TimeAxis) -> Rebooking:
        """Keep the duration, exchange the resource it was taken from for the one it was dropped on."""
        when = self.block.when
        start_at = axis.instant_at(target.start, column.day) - self.begun_before
        moved = Timed(start_at, start_at + (when.end_at - when.start_at))
        return Rebooking(self.block.row, moved, exchanged(self.block.row, self.source.resource, column.resource))


@dataclass(frozen=True, slots=True)
class ResizeGesture:
    """Dragging a block's upper or lower edge."""

    block: Block
    source: Column
    edge: Edge

    def target(self, _column: Column, position: float, raster: Raster, axis: TimeAxis) -> Target:
        span = pulled(self.block.start, self.block.end, self.edge, position, raster, axis)
        return Target(self.source.key, *span)

    def rebooking(self, _column: Column, target: Target, axis: TimeAxis) -> Rebooking:
        when = self.block.when
        if self.edge is Edge.TOP:
            resized = Timed(axis.instant_at(target.start, self.source.day), when.end_at)
        else:
            resized = Timed(when.start_at, axis.instant_at(target.end, self.source.day))
        return Rebooking(self.block.row, resized, self.block.appointment.resource_ids)


def pulled(
    start: float, end: float, edge: Edge, position: float, raster: Raster, axis: TimeAxis
) -> tuple[float, float]:
    """A span whose ``edge`` is pulled to ``position``; some of it is left."""
    if edge is Edge.TOP:
        return min(raster.nearest(position, start, axis), end - FINE_STEP), end
    return start, max(raster.nearest(position, end, axis), start + FINE_STEP)


def exchanged(row: AppointmentRow, source: Resource, target: Resource) -> tuple[UUID, ...]:
    """The appointment's resources with ``source`` replaced; unchanged where ``target`` takes part already."""
    ids = row.appointment.resource_ids
    if target.id in ids:
        return ids
    return tuple(target.id if key == source.id else key for key in ids)


def drawn(column: Column, target: Target, axis: TimeAxis) -> NewAppointment:
    """The new appointment a ``CreateGesture`` leaves."""
    start_at, end_at = (axis.instant_at(edge, column.day) for edge in (target.start, target.end))
    return NewAppointment(column.resource, Timed(start_at, end_at))
