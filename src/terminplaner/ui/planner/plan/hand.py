"""What the pointer holds: from a press, a picked up appointment or a drag from beside to a wish.

Counterpart of ``keyboard``.  Points are in the viewport.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtWidgets import QApplication

from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.planner.plan.auto_scroll import AutoScroll
from terminplaner.ui.planner.plan.board import Hit
from terminplaner.ui.planner.plan.carrying import Carried, CarryGesture, Purpose, taken
from terminplaner.ui.planner.plan.cursor import Cursor
from terminplaner.ui.planner.plan.feedback import Objection
from terminplaner.ui.planner.plan.geometry import Box
from terminplaner.ui.planner.plan.gestures import (
    FINE_STEP,
    CreateGesture,
    MoveGesture,
    NewAppointment,
    Raster,
    Rebooking,
    ResizeGesture,
    Target,
    drawn,
)
from terminplaner.ui.planner.plan.selection import Selection, within
from terminplaner.ui.planner.plan.snapshot import Column, Snapshot

if TYPE_CHECKING:
    from terminplaner.ui.planner.plan.canvas import PlannerCanvas

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class Held:
    """What is in the hand at this moment, where it would land, and what speaks against it.

    ``carried`` is None while something is drawn or resized; ``band`` is a rubber band in content coordinates.
    """

    gesture: CreateGesture | MoveGesture | ResizeGesture | CarryGesture | None = None
    target: Target | None = None
    carried: Carried | None = None
    landings: tuple[Rebooking, ...] = ()
    objections: tuple[Objection, ...] = ()
    band: Box | None = None

    @property
    def leaving(self) -> frozenset[UUID]:
        """The appointments that will no longer stand where they do."""
        return self.carried.leaving if self.carried is not None else frozenset()


@dataclass(frozen=True, slots=True)
class _Press:
    hit: Hit
    position: QPointF
    spot: QPointF
    """The same in content coordinates."""
    modifiers: Qt.KeyboardModifier


class Hand(QObject):
    """Keeps what a canvas's pointer holds, and acts when it is let go."""

    def __init__(self, canvas: PlannerCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._press: _Press | None = None
        self._picked_up = False
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self.held = Held()
        self._auto_scroll = AutoScroll(canvas, lambda position: self._track(position, self._modifiers))

    @property
    def is_down(self) -> bool:
        """Whether the button is held."""
        return self._press is not None

    @property
    def is_dragging(self) -> bool:
        return self.held.gesture is not None or self.held.band is not None

    @property
    def is_carrying(self) -> bool:
        """Whether something was picked up that the next click places."""
        return self._picked_up

    # -- pressing and dragging

    def press(self, hit: Hit, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Take what lies there, unless it is only clicked."""
        if self._picked_up:
            self._track(position, modifiers)
            self.place()
            return
        self._press = _Press(hit, position, position + self._canvas.offset, modifiers)
        chosen = self._canvas.selection
        if hit.block is None:
            if not modifiers & (_CONTROL | _SHIFT):
                self._canvas.choose(Selection())
        elif modifiers & _SHIFT:
            snapshot = self._canvas.board.snapshot
            self._canvas.choose(chosen.stretched_to(hit.block.appointment.id, snapshot))
        elif not modifiers & _CONTROL and hit.block.appointment.id not in chosen.ids:
            self._canvas.choose(Selection.of(hit.block.appointment.id))

    def move(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Begin to drag once the pointer went far enough, then follow it."""
        if self._picked_up:
            self._auto_scroll.follow(position)
            self._track(position, modifiers)
            return
        press = self._press
        if press is None:
            return
        if not self.is_dragging:
            if (position - press.position).manhattanLength() < QApplication.startDragDistance():
                return
            self.held = self._taken(press)
            if self.held == Held():
                self._press = None
                return
            self._canvas.viewport().update()
        self._auto_scroll.follow(position)
        self._track(position, modifiers)

    def leave(self) -> None:
        """The pointer is over something else."""
        self._auto_scroll.stop()

    def release(self) -> None:
        """Let go: ask for what it came to."""
        press, held = self._press, self.held
        if self._picked_up or press is None:
            return
        self.cancel()
        if held.band is not None:
            return
        if held.gesture is None:
            self._click(press)
        elif held.carried is not None:
            self._drop(held)
        else:
            self._finish(held)

    def cancel(self) -> None:
        """Let go without a wish."""
        self._press = None
        self._picked_up = False
        self.held = Held()
        self._auto_scroll.stop()
        self._canvas.show_held_cursor()
        self._canvas.viewport().update()

    # -- picking up and placing

    def carry(self, carried: Carried) -> None:
        """Hold it until the next click or Enter places it."""
        self.cancel()
        self._picked_up = True
        self.held = Held(CarryGesture(carried), None, carried)
        self._canvas.show_held_cursor()

    def hover(self, carried: Carried, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Follow a drag that came from beside the plan."""
        if self.held.carried is not carried:
            self.held = Held(CarryGesture(carried), None, carried)
        self._auto_scroll.follow(position)
        self._track(position, modifiers)

    def point_at(self, cursor: Cursor) -> None:
        """Hold what was picked up over the keyboard's cursor."""
        column = self._canvas.board.column(cursor.column)
        self._show(column, cursor.position, Raster(column.resource.step_minutes))

    def place(self) -> None:
        """Put what is carried down where it is shown; a repeated copy stays in the hand."""
        held = self.held
        if held.target is None or held.carried is None:
            return
        if not (self._picked_up and held.carried.repeats):
            self.cancel()
        self._drop(held)

    def is_lost_in(self, snapshot: Snapshot) -> bool:
        """Whether what is held is no longer what it was when it was taken."""
        held = self.held
        if isinstance(held.gesture, ResizeGesture):
            rows: tuple[AppointmentRow, ...] = (held.gesture.block.row,)
        elif self._press is not None and held.carried is not None:
            rows = held.carried.rows
        else:
            return False
        return any(snapshot.find(row.appointment.id) != row for row in rows)

    # -- inside

    def _taken(self, press: _Press) -> Held:
        """What a drag that began there holds; nothing where it lies fast."""
        hit, is_copy = press.hit, bool(press.modifiers & _CONTROL)
        column = self._canvas.board.column(hit.column)
        if hit.block is None:
            if is_copy:
                return Held(band=Box(press.spot.x(), press.spot.y(), 0, 0))
            raster = Raster.of(self._canvas.board.snapshot, hit.column)
            return Held(CreateGesture(column, hit.position, raster))
        if hit.edge is not None and not is_copy:
            return Held(ResizeGesture(hit.block, column, hit.edge))
        row = hit.block.row
        chosen = self._canvas.selected_rows if row.appointment.id in self._canvas.selection.ids else (row,)
        carried = taken(row, chosen, is_copy=is_copy, source=column.resource)
        if carried is None:
            return Held()
        return Held(MoveGesture(hit.block, column, hit.position - hit.block.start), None, carried)

    def _track(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._modifiers = modifiers
        if self.held.band is not None:
            self._stretch_band(position)
        elif self.held.gesture is not None:
            hit = self._canvas.hit(position)
            column = self._canvas.board.column(hit.column)
            raster = Raster.of(self._canvas.board.snapshot, hit.column)
            self._choose_purpose(modifiers)
            self._show(column, hit.position, Raster(FINE_STEP) if modifiers & _SHIFT else raster)

    def _choose_purpose(self, modifiers: Qt.KeyboardModifier) -> None:
        """Ctrl makes a drag a copy; what must not be moved stays a copy."""
        carried = self.held.carried
        if carried is None or not isinstance(self.held.gesture, MoveGesture):
            return
        dragged = carried.dragged(is_copy=bool(modifiers & _CONTROL))
        if dragged != carried:
            self.held = replace(self.held, carried=dragged)
            self._canvas.viewport().update()

    def _show(self, column: Column, position: float, raster: Raster) -> None:
        before, gesture, axis = self.held, self.held.gesture, self._canvas.board.snapshot.axis
        if gesture is None:
            return
        target = gesture.target(column, position, raster, axis)
        surroundings = self._canvas.surroundings
        landings: tuple[Rebooking, ...] = ()
        if isinstance(gesture, CreateGesture):
            objections = surroundings.objections_to_new(drawn(gesture.column, target, axis))
        else:
            landings = self._landings(before, column, target)
            is_new = before.carried is not None and before.carried.purpose is not Purpose.MOVE
            objections = surroundings.objections(landings, are_new=is_new)
        self.held = replace(before, target=target, landings=landings, objections=objections)
        self._canvas.update_held(before, self.held)

    def _landings(self, held: Held, column: Column, target: Target) -> tuple[Rebooking, ...]:
        axis = self._canvas.board.snapshot.axis
        if isinstance(held.gesture, ResizeGesture):
            return (held.gesture.rebooking(column, target, axis),)
        if held.carried is None:
            return ()
        if isinstance(held.gesture, MoveGesture):
            place = NewAppointment(column.resource, held.gesture.rebooking(column, target, axis).when)
        elif isinstance(held.gesture, CarryGesture):
            place = NewAppointment(column.resource, held.gesture.when(column, target, axis))
        else:
            return ()
        return held.carried.landings(place)

    def _stretch_band(self, position: QPointF) -> None:
        if self._press is None:
            return
        board, start, end = self._canvas.board, self._press.spot, position + self._canvas.offset
        left, right = sorted((start.x(), end.x()))
        top, bottom = sorted((start.y(), end.y()))
        self.held = Held(band=Box(left, top, right - left, bottom - top))
        columns = board.grid.columns_between(left, right)
        found = within(board.snapshot, columns, board.grid.position_at(top), board.grid.position_at(bottom))
        self._canvas.choose(Selection().with_all(found))
        self._canvas.viewport().update()

    def _click(self, press: _Press) -> None:
        """A press without a drag on what was chosen already."""
        block = press.hit.block
        if block is None or press.modifiers & _SHIFT:
            return
        chosen = self._canvas.selection
        if press.modifiers & _CONTROL:
            self._canvas.choose(chosen.toggled(block.appointment.id))
        else:
            self._canvas.choose(Selection.of(block.appointment.id))

    def _drop(self, held: Held) -> None:
        if held.carried is None or held.target is None or not held.landings:
            return
        index = self._canvas.board.snapshot.column_index(held.target.column)
        if index is None:
            return
        is_moved_alone = held.carried.purpose is Purpose.MOVE and len(held.landings) == 1
        if is_moved_alone and isinstance(held.gesture, MoveGesture):
            self._canvas.request(held.landings[0])
        else:
            place = NewAppointment(self._canvas.board.column(index).resource, held.landings[0].when)
            self._canvas.placed.emit(held.carried, place)

    def _finish(self, held: Held) -> None:
        target, axis = held.target, self._canvas.board.snapshot.axis
        if target is None:
            return
        if isinstance(held.gesture, CreateGesture):
            self._canvas.newRequested.emit(drawn(held.gesture.column, target, axis))
        elif held.landings:
            self._canvas.request(held.landings[0])
