"""What the pointer holds over the hours, where it would land, and what speaks against it.  Qt-free."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.planner.plan.carrying import Carried, CarryGesture
from terminplaner.ui.planner.plan.feedback import Objection, Surroundings
from terminplaner.ui.planner.plan.geometry import Box
from terminplaner.ui.planner.plan.gestures import (
    CreateGesture,
    MoveGesture,
    NewAppointment,
    Raster,
    Rebooking,
    ResizeGesture,
    Target,
    drawn,
)
from terminplaner.ui.planner.plan.snapshot import Column
from terminplaner.ui.planner.plan.time_axis import TimeAxis


@dataclass(frozen=True, slots=True)
class Held:
    """``carried`` is None while something is drawn or resized; ``band`` is a rubber band, in the content."""

    gesture: CreateGesture | MoveGesture | ResizeGesture | CarryGesture | None = None
    target: Target | None = None
    carried: Carried | None = None
    landings: tuple[Rebooking, ...] = ()
    objections: tuple[Objection, ...] = ()
    band: Box | None = None

    @classmethod
    def of(cls, carried: Carried) -> Held:
        """What was picked up, and is over no place yet."""
        return cls(CarryGesture(carried), None, carried)

    @property
    def leaving(self) -> frozenset[UUID]:
        """The appointments that will no longer stand where they do."""
        return self.carried.leaving if self.carried is not None else frozenset()

    @property
    def rows(self) -> tuple[AppointmentRow, ...]:
        """The appointments that are dragged or pulled."""
        if isinstance(self.gesture, ResizeGesture):
            return (self.gesture.block.row,)
        return self.carried.rows if self.carried is not None else ()

    def over(self, column: Column, position: float, raster: Raster, surroundings: Surroundings) -> Held:
        """The same, pointed at a place; ``position`` in axis minutes."""
        gesture, axis = self.gesture, surroundings.snapshot.axis
        if gesture is None:
            return self
        target = gesture.target(column, position, raster, axis)
        if isinstance(gesture, CreateGesture):
            objections = surroundings.objections_to_new(drawn(gesture.column, target, axis))
            return replace(self, target=target, objections=objections)
        landings = self._landings(gesture, column, target, axis)
        are_new = self.carried is not None and self.carried.is_new
        objections = surroundings.objections(landings, are_new=are_new)
        return replace(self, target=target, landings=landings, objections=objections)

    def _landings(
        self, gesture: MoveGesture | ResizeGesture | CarryGesture, column: Column, target: Target, axis: TimeAxis
    ) -> tuple[Rebooking, ...]:
        if isinstance(gesture, ResizeGesture):
            return (gesture.rebooking(column, target, axis),)
        if self.carried is None:
            return ()
        if isinstance(gesture, MoveGesture):
            when = gesture.rebooking(column, target, axis).when
        else:
            when = gesture.when(column, target, axis)
        return self.carried.landings(NewAppointment(column.resource, when))
