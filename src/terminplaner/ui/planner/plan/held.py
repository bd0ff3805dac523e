"""What the pointer holds over the hours, where it would land, and what speaks against it.  Qt-free."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner.plan.bar_gestures import BarGesture, CreateBar, MoveBar, StretchBar
from terminplaner.ui.planner.plan.carrying import Carried, CarryGesture, renewed, whole_days
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
    """``carried`` is None while something is drawn or resized; ``band`` is a rubber band, in the content.

    Among the whole days it has ``days`` instead of a target.
    """

    gesture: CreateGesture | MoveGesture | ResizeGesture | CarryGesture | BarGesture | None = None
    target: Target | None = None
    carried: Carried | None = None
    landings: tuple[Rebooking, ...] = ()
    objections: tuple[Objection, ...] = ()
    band: Box | None = None
    days: NewAppointment | None = None

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
        if isinstance(self.gesture, StretchBar):
            return (self.gesture.row,)
        return self.carried.rows if self.carried is not None else ()

    def renewed(self, rows: Mapping[UUID, AppointmentRow]) -> Held:
        """The same with these in the place of the rows that it was taken with."""
        carried = self.carried.renewed(rows) if self.carried is not None else None
        gesture = self.gesture
        if isinstance(gesture, MoveGesture | ResizeGesture):
            block = gesture.block
            gesture = replace(gesture, block=replace(block, row=rows.get(block.appointment.id, block.row)))
        elif isinstance(gesture, MoveBar | StretchBar):
            gesture = replace(gesture, row=rows.get(gesture.row.appointment.id, gesture.row))
        elif isinstance(gesture, CarryGesture) and carried is not None:
            gesture = CarryGesture(carried)
        return replace(self, gesture=gesture, carried=carried, landings=renewed(self.landings, rows))

    def is_over_days(self, *, is_in_lane: bool) -> bool:
        """Whether it is meant for the whole days, where the pointer ``is_in_lane``: what is drawn or pulled stays
        what it began as."""
        if isinstance(self.gesture, CreateBar | StretchBar):
            return True
        return is_in_lane and self.carried is not None

    def over_days(self, column: Column, surroundings: Surroundings) -> Held:
        """The same, pointed at a whole day."""
        gesture, carried = self.gesture, self.carried
        if isinstance(gesture, CreateBar):
            days = gesture.place(column)
            return replace(self, days=days, objections=surroundings.objections_to_new(days))
        if isinstance(gesture, StretchBar):
            landings: tuple[Rebooking, ...] = (gesture.rebooking(column),)
            days = NewAppointment(gesture.source.resource, landings[0].when)
        elif carried is not None:
            days = NewAppointment(column.resource, whole_days(column.day, carried.lead.appointment.when))
            if isinstance(gesture, MoveBar):
                days = gesture.place(column)
            landings = carried.landings(days)
        else:
            return self
        objections = surroundings.objections(landings, are_new=carried is not None and carried.is_new)
        return replace(self, target=None, days=days, landings=landings, objections=objections)

    def over(self, column: Column, position: float, raster: Raster, surroundings: Surroundings) -> Held:
        """The same, pointed at a place; ``position`` in axis minutes."""
        gesture, axis = self.gesture, surroundings.snapshot.axis
        if isinstance(gesture, MoveBar) and self.carried is not None:
            gesture = CarryGesture(self.carried)  # whole days have no hour to be held at
        if gesture is None or isinstance(gesture, CreateBar | MoveBar | StretchBar):
            return self
        target = gesture.target(column, position, raster, axis)
        if isinstance(gesture, CreateGesture):
            objections = surroundings.objections_to_new(drawn(gesture.column, target, axis))
            return replace(self, target=target, objections=objections)
        landings = self._landings(gesture, column, target, axis)
        are_new = self.carried is not None and self.carried.is_new
        objections = surroundings.objections(landings, are_new=are_new)
        return replace(self, target=target, days=None, landings=landings, objections=objections)

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
