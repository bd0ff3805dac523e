"""The planner by keyboard: a logical cursor that says where it is, and the same wishes the mouse can make.

Arrows move the cursor by slot and column, past the edge to the day beside, and above the first row among the whole
days.  Ctrl+Up and Down jump to appointments, Ctrl+Left and Right by a week; Ctrl+Shift+arrows add an appointment
to what is chosen, Alt+arrows move what is chosen and Shift+Alt+arrows the end of the one under the cursor.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

from terminplaner.ui.planner.plan.board import Board
from terminplaner.ui.planner.plan.carrying import taken
from terminplaner.ui.planner.plan.cursor import Cursor, beside, block_at, moved, neighbour
from terminplaner.ui.planner.plan.gestures import (
    Edge,
    MoveGesture,
    NewAppointment,
    Raster,
    ResizeGesture,
)
from terminplaner.ui.planner.plan.lane_keyboard import LaneKeyboard
from terminplaner.ui.planner.plan.snapshot import Block

if TYPE_CHECKING:
    from terminplaner.ui.planner.plan.canvas import PlannerCanvas

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_MODIFIERS = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_PAGE_MINUTES = 120
_WEEK = timedelta(days=7)


class Keyboard:
    """Keeps the cursor and reads the keys for a canvas."""

    def __init__(self, canvas: PlannerCanvas) -> None:
        self._canvas = canvas
        self.cursor = Cursor(0, 0.0)
        self.lane = LaneKeyboard(canvas)
        self._awaited: tuple[UUID, date] | None = None
        """The resource and the day that the cursor goes to when their page comes."""

    def clamp(self, board: Board) -> None:
        """Keep the cursor on a board that changed."""
        if board.snapshot.columns:
            self.cursor = moved(self.cursor, board.snapshot, 0, 0)

    def arrive(self, board: Board) -> bool:
        """Stand on the day the keys led to; False where they did not."""
        awaited, self._awaited = self._awaited, None
        column = board.snapshot.column_of(*awaited) if awaited is not None else None
        if column is not None:
            self.cursor = replace(self.cursor, column=column)
            self.clamp(board)
        return column is not None

    def place(self, column: int, position: float, board: Board) -> None:
        """Put the cursor where the mouse was."""
        self.lane.leave()
        step = board.column(column).resource.step_minutes
        self.cursor = Cursor(column, board.snapshot.axis.slot_at(position, step))

    def current(self, board: Board) -> tuple[int, Block] | None:
        """The selected appointment, in the cursor's column where it stands there."""
        selected = self._canvas.selected_id
        if selected is None or self.lane.is_here:
            return None
        parts = tuple(board.places_of(selected))
        return next((part for part in parts if part[0] == self.cursor.column), parts[0] if parts else None)

    def handle(self, event: QKeyEvent, board: Board) -> bool:
        """Act on a key; False where it means nothing here."""
        modifiers = event.modifiers() & _MODIFIERS
        key = Qt.Key(event.key())
        if key in _ARROWS:
            return self._handle_arrow(*_ARROWS[key], modifiers, board)
        if modifiers:
            return False
        match key:
            case Qt.Key.Key_PageUp:
                self._rise(-self._page(board), board)
            case Qt.Key.Key_PageDown:
                self._rise(self._page(board), board)
            case Qt.Key.Key_Home:
                self._cross(-self.cursor.column, board)
            case Qt.Key.Key_End:
                self._cross(len(board.snapshot.columns) - 1 - self.cursor.column, board)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._canvas.is_carrying:
                self._canvas.place_at_cursor()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._canvas.open_current()
            case _:
                return False
        return True

    def _handle_arrow(self, columns: int, slots: int, modifiers: Qt.KeyboardModifier, board: Board) -> bool:
        shift, control, alt = (
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.AltModifier,
        )
        if modifiers == Qt.KeyboardModifier.NoModifier:
            if slots:
                self._rise(slots, board)
            else:
                self._cross(columns, board)
        elif modifiers == control and columns:
            day = board.column(self.cursor.column).day + columns * _WEEK
            self._turn_to(day, board.column(self.cursor.column).resource.id)
        elif modifiers in {control, control | shift}:
            self._jump(columns, slots, board, adds=bool(modifiers & shift))
        elif modifiers in {alt, alt | shift} and self.lane.is_here:
            column = self.lane.handle_alt(columns, slots, modifiers, board, self.cursor.column)
            if column is not None:
                self.cursor = replace(self.cursor, column=column)
        elif modifiers == alt:
            self._carry(columns, slots, board)
        elif modifiers == alt | shift and slots:
            self._stretch(slots, board)
        else:
            return False
        return True

    def _rise(self, slots: int, board: Board) -> None:
        """Up or down; the whole days stand above the first row."""
        if self.lane.is_here:
            if self.lane.step(1 if slots > 0 else -1, board, self.cursor.column):
                self._canvas.follow_lane()
            else:
                self._go(self.cursor, board)
            return
        cursor = moved(self.cursor, board.snapshot, 0, slots)
        if slots < 0 and cursor == self.cursor:
            self.lane.enter(board, self.cursor.column)
            self._canvas.follow_lane()
        else:
            self._go(cursor, board)

    def _cross(self, columns: int, board: Board) -> None:
        """Left or right; beyond the edge stands the page beside."""
        column = self.cursor.column + columns
        if not 0 <= column < len(board.snapshot.columns):
            window = board.snapshot.window.turned(1 if columns > 0 else -1)
            # Of several resources on one day the nearest is the one at the other edge.
            edge = self.cursor.column if len(window.days) > 1 else 0 if columns > 0 else -1
            self._turn_to(window.days[0 if columns > 0 else -1], board.snapshot.columns[edge].resource.id)
        elif self.lane.is_here:
            self.cursor = replace(self.cursor, column=column)
            self._canvas.follow_lane()
        else:
            self._go(moved(self.cursor, board.snapshot, columns, 0), board)

    def _turn_to(self, day: date, resource_id: UUID) -> None:
        self._awaited = resource_id, day
        self._canvas.goToRequested.emit(day)

    def _go(self, cursor: Cursor, board: Board) -> None:
        self.cursor = cursor
        block = block_at(cursor, board.snapshot)
        self._canvas.follow_cursor(block)

    def _jump(self, columns: int, slots: int, board: Board, *, adds: bool) -> None:
        current = self.current(board)
        if columns:
            found = beside(board.snapshot, self.cursor, columns)
        elif self.lane.is_here:
            self._rise(slots, board)
            return
        else:
            here = current[1] if current and current[0] == self.cursor.column else None
            block = neighbour(board.snapshot.blocks[self.cursor.column], self.cursor.position, here, slots)
            found = (self.cursor.column, block) if block else None
            if found is None and slots < 0 and self.lane.bars(board, self.cursor.column):
                self.lane.enter(board, self.cursor.column)
                self._canvas.follow_lane()
                return
        if found is None:
            self._canvas.say(QCoreApplication.translate("planner", "Kein weiterer Termin in dieser Richtung"))
            return
        column, block = found
        self.place(column, block.start, board)
        chosen = self._canvas.selection.with_current(block.appointment.id) if adds else None
        self._canvas.follow_cursor(block)
        if chosen is not None:
            self._canvas.choose(chosen)

    def _carry(self, columns: int, slots: int, board: Board) -> None:
        current = self.current(board)
        if current is None or not current[1].row.is_movable:
            return
        column, block = current
        other = min(max(column + columns, 0), len(board.snapshot.columns) - 1)
        axis, raster = board.snapshot.axis, Raster(board.column(column).resource.step_minutes)
        gesture = MoveGesture(block, board.column(column), 0.0)
        start = raster.beyond(block.start, slots, axis) if slots else block.start
        target = gesture.target(board.column(other), start, raster, axis)
        self.place(other, target.start, board)
        rebooking = gesture.rebooking(board.column(other), target, board.snapshot.axis)
        source = board.column(column).resource
        carried = taken(block.row, self._canvas.selected_rows, is_copy=False, source=source)
        if carried is not None and len(carried.rows) > 1:
            self._canvas.placed.emit(carried, NewAppointment(board.column(other).resource, rebooking.when))
        else:
            self._canvas.request(rebooking)

    def _stretch(self, slots: int, board: Board) -> None:
        current = self.current(board)
        if current is None or not current[1].row.is_movable or not current[1].ends_here:
            return
        column = board.column(current[0])
        raster = Raster(column.resource.step_minutes)
        gesture = ResizeGesture(current[1], column, Edge.BOTTOM)
        end = raster.beyond(current[1].end, slots, board.snapshot.axis)
        target = gesture.target(column, end, raster, board.snapshot.axis)
        self._canvas.request(gesture.rebooking(column, target, board.snapshot.axis))

    def _page(self, board: Board) -> int:
        return max(_PAGE_MINUTES // board.column(self.cursor.column).resource.step_minutes, 1)
