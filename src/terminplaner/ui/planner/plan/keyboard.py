"""The planner by keyboard: where the cursor goes, and the same wishes the mouse can make.

Arrows move the cursor by slot and column, past the edge to the day beside, and above the first row among the whole
days.  Ctrl+Up and Down jump to appointments, Ctrl+Left and Right by a week; Ctrl+Shift+arrows add an appointment
to what is chosen, Alt+arrows move what is chosen and Shift+Alt+arrows the end of the one under the cursor.
"""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from terminplaner.domain.when import AllDay
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.planner.plan.bar_gestures import MoveBar
from terminplaner.ui.planner.plan.board import Board
from terminplaner.ui.planner.plan.carrying import taken
from terminplaner.ui.planner.plan.chosen import Chosen
from terminplaner.ui.planner.plan.cursor import moved, nearest_beside, neighbour
from terminplaner.ui.planner.plan.gestures import (
    Edge,
    MoveGesture,
    NewAppointment,
    Raster,
    Rebooking,
    ResizeGesture,
)
from terminplaner.ui.planner.plan.plan_cursor import PlanCursor
from terminplaner.ui.planner.plan.plan_view import PlanView
from terminplaner.ui.planner.plan.snapshot import Column

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


class Keyboard(QObject):
    """Reads the keys for a plan."""

    entered = Signal()
    """Return: open what the cursor stands on, or put down what is carried."""
    placed = Signal(object, object)
    """What is chosen as ``Carried``, and where it lands."""
    rebookRequested = Signal(object)
    """A ``Rebooking`` that makes an appointment longer or shorter."""
    goToRequested = Signal(object)
    """Show the page of this day."""

    def __init__(self, view: PlanView, chosen: Chosen, cursor: PlanCursor) -> None:
        super().__init__(view)
        self._view = view
        self._chosen = chosen
        self._cursor = cursor

    @property
    def _board(self) -> Board:
        return self._view.board

    @property
    def _column(self) -> Column:
        return self._board.column(self._cursor.slot.column)

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key, where there are columns; False where it means nothing here."""
        modifiers = event.modifiers() & _MODIFIERS
        key = Qt.Key(event.key())
        if key in _ARROWS:
            return self._press_arrow(*_ARROWS[key], modifiers)
        if modifiers:
            return False
        match key:
            case Qt.Key.Key_PageUp:
                self._rise(-self._page())
            case Qt.Key.Key_PageDown:
                self._rise(self._page())
            case Qt.Key.Key_Home:
                self._cross(-self._cursor.slot.column)
            case Qt.Key.Key_End:
                self._cross(len(self._board.snapshot.columns) - 1 - self._cursor.slot.column)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case _:
                return False
        return True

    def _press_arrow(self, columns: int, slots: int, modifiers: Qt.KeyboardModifier) -> bool:
        shift, control, alt = (
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.AltModifier,
        )
        if modifiers == Qt.KeyboardModifier.NoModifier:
            if slots:
                self._rise(slots)
            else:
                self._cross(columns)
        elif modifiers == control and columns:
            self._turn_to(self._column.day + columns * _WEEK, self._column.resource.id)
        elif modifiers in {control, control | shift}:
            self._jump(columns, slots, adds=bool(modifiers & shift))
        elif modifiers in {alt, alt | shift} and self._cursor.lane.is_here:
            if columns:
                self._move_bar(columns, is_end=bool(modifiers & shift))
        elif modifiers == alt:
            self._move(columns, slots)
        elif modifiers == alt | shift and slots:
            self._stretch(slots)
        else:
            return False
        return True

    # -- the cursor

    def _rise(self, slots: int) -> None:
        """Up or down; the whole days stand above the first row."""
        cursor = self._cursor
        if cursor.lane.is_here:
            cursor.lane.step(1 if slots > 0 else -1, self._board, cursor.slot.column)
            cursor.follow()
            return
        slot = moved(cursor.slot, self._board.snapshot, 0, slots)
        if slots < 0 and slot == cursor.slot:
            cursor.lane.enter(self._board, slot.column)
        cursor.slot = slot
        cursor.follow()

    def _cross(self, columns: int) -> None:
        """Left or right; beyond the edge stands the page beside."""
        snapshot, cursor = self._board.snapshot, self._cursor
        column = cursor.slot.column + columns
        if not 0 <= column < len(snapshot.columns):
            window = snapshot.window.turned(1 if columns > 0 else -1)
            # Of several resources on one day the nearest is the one at the other edge.
            edge = cursor.slot.column if len(window.days) > 1 else 0 if columns > 0 else -1
            self._turn_to(window.days[0 if columns > 0 else -1], snapshot.columns[edge].resource.id)
            return
        if cursor.lane.is_here:
            cursor.move_to_column(column)
        else:
            cursor.slot = moved(cursor.slot, snapshot, columns, 0)
        cursor.follow()

    def _turn_to(self, day: date, resource_id: UUID) -> None:
        self._cursor.await_page(resource_id, day)
        self.goToRequested.emit(day)

    def _jump(self, columns: int, slots: int, *, adds: bool) -> None:
        """To the next appointment in that direction, and say it."""
        cursor, snapshot = self._cursor, self._board.snapshot
        slot, current = cursor.slot, cursor.current
        if columns:
            found = nearest_beside(snapshot, slot, columns)
        elif cursor.lane.is_here:
            self._rise(slots)
            return
        else:
            here = current[1] if current and current[0] == slot.column else None
            block = neighbour(snapshot.blocks[slot.column], slot.position, here, slots)
            found = (slot.column, block) if block else None
            if found is None and slots < 0 and cursor.lane.bars(self._board, slot.column):
                cursor.lane.enter(self._board, slot.column)
                cursor.follow()
                return
        if found is None:
            self._view.say(QCoreApplication.translate("planner", "Kein weiterer Termin in dieser Richtung"))
            return
        column, block = found
        cursor.put(column, block.start)
        chosen = self._chosen.selection.with_current(block.appointment.id) if adds else None
        cursor.follow_to(block)
        if chosen is not None:
            self._chosen.choose(chosen)

    # -- what the mouse can do, too

    def _move(self, columns: int, slots: int) -> None:
        """Move what is chosen by columns and slots."""
        current = self._cursor.current
        if current is None or not current[1].row.is_movable:
            return
        column, block = current
        axis, source = self._board.snapshot.axis, self._board.column(column)
        beside = self._beside(column, columns)
        target_column = self._board.column(beside)
        raster = Raster(source.resource.step_minutes)
        gesture = MoveGesture(block, source, 0.0)
        start = raster.beyond(block.start, slots, axis) if slots else block.start
        target = gesture.target(target_column, start, raster, axis)
        self._cursor.put(beside, target.start)
        self._place(block.row, gesture.rebooking(target_column, target, axis), source, target_column)

    def _stretch(self, slots: int) -> None:
        """Move the end of the selected appointment by so many slots."""
        current = self._cursor.current
        if current is None or not current[1].row.is_movable or not current[1].ends_here:
            return
        column, axis = self._board.column(current[0]), self._board.snapshot.axis
        raster = Raster(column.resource.step_minutes)
        gesture = ResizeGesture(current[1], column, Edge.BOTTOM)
        target = gesture.target(column, raster.beyond(current[1].end, slots, axis), raster, axis)
        self.rebookRequested.emit(gesture.rebooking(column, target, axis))

    def _move_bar(self, columns: int, *, is_end: bool) -> None:
        """Move the whole days that the keys stand on, or their last."""
        bar, source = self._cursor.bar, self._column
        when = bar.row.appointment.when if bar is not None else None
        if bar is None or not bar.row.is_movable or not isinstance(when, AllDay):
            return
        if is_end:
            end_on = max(when.end_on + timedelta(days=columns), when.first_on + timedelta(days=1))
            resource_ids = bar.row.appointment.resource_ids
            self.rebookRequested.emit(Rebooking(bar.row, AllDay(when.first_on, end_on), resource_ids))
            return
        beside = self._beside(self._cursor.slot.column, columns)
        target_column = self._board.column(beside)
        self._place(bar.row, MoveBar(bar.row, when, source).rebooking(target_column), source, target_column)
        self._cursor.move_to_column(beside)

    def _place(self, row: AppointmentRow, rebooking: Rebooking, source: Column, target: Column) -> None:
        """Move ``row``, and with it what is chosen, from a column to another."""
        carried = taken(row, self._chosen.rows, is_copy=False, source=source.resource)
        if carried is not None:
            self.placed.emit(carried, carried.landings(NewAppointment(target.resource, rebooking.when)))

    def _beside(self, column: int, columns: int) -> int:
        """So many columns on, as far as there are any."""
        return min(max(column + columns, 0), len(self._board.snapshot.columns) - 1)

    def _page(self) -> int:
        """As many slots as a page goes by."""
        return max(_PAGE_MINUTES // self._column.resource.step_minutes, 1)
