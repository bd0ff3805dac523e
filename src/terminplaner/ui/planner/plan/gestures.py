"""What dragging, resizing and the arrow keys mean: from a pointer's position to a new time.  Qt-free.

A gesture is a value that answers one question, where the thing would stand if it ended here.  The same answers
serve the mouse and the keyboard.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Timed, When
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.planner.plan.snapshot import Block, Column, ColumnKey
from terminplaner.ui.planner.plan.time_axis import TimeAxis

FINE_STEP = 5
"""Minutes a drag moves by while Shift is held."""


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

    def target(self, _column: Column, position: float, _step: int, axis: TimeAxis) -> Target:
        slot = self.column.resource.step_minutes
        here, there = (axis.slot_at(value, slot) for value in (self.anchor, position))
        return Target(self.column.key, min(here, there), min(max(here, there) + slot, axis.length))


@dataclass(frozen=True, slots=True)
class MoveGesture:
    """Carrying a block; ``grab`` is how many minutes below its start the pointer holds it."""

    block: Block
    source: Column
    grab: float

    def target(self, column: Column, position: float, step: int, axis: TimeAxis) -> Target:
        length = self.block.end - self.block.start
        latest = axis.slot_at(axis.length, step)
        start = min(axis.snap(position - self.grab, step), latest)
        return Target(column.key, start, min(start + length, axis.length))

    def rebooking(self, column: Column, target: Target, axis: TimeAxis) -> Rebooking:
        """Keep the duration, exchange the resource it was taken from for the one it was dropped on."""
        when = self.block.when
        start_at = axis.instant_at(target.start, column.day)
        if not self.block.begins_here:
            # Only a part of it was in the hand: shift the whole by as much as the part.
            start_at = when.start_at + (start_at - axis.instant_at(self.block.start, self.source.day))
        moved = Timed(start_at, start_at + (when.end_at - when.start_at))
        return Rebooking(self.block.row, moved, exchanged(self.block.row, self.source.resource, column.resource))


@dataclass(frozen=True, slots=True)
class ResizeGesture:
    """Dragging a block's upper or lower edge."""

    block: Block
    source: Column
    edge: Edge

    def target(self, _column: Column, position: float, step: int, axis: TimeAxis) -> Target:
        start, end = self.block.start, self.block.end
        edge = axis.snap(position, step)
        if self.edge is Edge.TOP:
            start = min(edge, end - FINE_STEP)
        else:
            end = max(edge, start + FINE_STEP)
        return Target(self.source.key, start, end)

    def rebooking(self, _column: Column, target: Target, axis: TimeAxis) -> Rebooking:
        when = self.block.when
        if self.edge is Edge.TOP:
            resized = Timed(axis.instant_at(target.start, self.source.day), when.end_at)
        else:
            resized = Timed(when.start_at, axis.instant_at(target.end, self.source.day))
        return Rebooking(self.block.row, resized, self.block.appointment.resource_ids)


Gesture = CreateGesture | MoveGesture | ResizeGesture


def drag_step(resource: Resource) -> int:
    """The minutes a drag snaps to: a quarter of an hour where it divides the resource's step, else finer."""
    return next((step for step in (15, 10) if resource.step_minutes % step == 0), FINE_STEP)


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
