"""The planner by keyboard: where the cursor goes, and the same wishes the mouse can make.

Arrows move the cursor by slot and column, past the edge to the day beside, and above the first row among the whole
days.  Ctrl+Up and Down jump to appointments, Ctrl+Left and Right by a week; Ctrl+Shift+arrows add an appointment
to what is chosen, Alt+arrows move what is chosen and Shift+Alt+arrows the end of the one under the cursor.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import Enum, auto
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from terminplaner.domain.when import AllDay, When
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.chords import ACROSS, ALT, ARROWS, CONTROL, NONE, SHIFT, UPRIGHT, Chord, chord_of, chords
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
_PAGE_MINUTES = 120
_WEEK = timedelta(days=7)


class PlanKey(Enum):
    """What a key does in the plan; in the month, where it means the same there."""

    STEP = auto()
    PAGE = auto()
    EDGE = auto()
    WEEK = auto()
    JUMP = auto()
    ADD = auto()
    MOVE = auto()
    STRETCH = auto()
    STRETCH_DAYS = auto()
    ENTER = auto()


PLAN_KEYS: Final[Mapping[Chord, PlanKey]] = {
    chord: act
    for act, found in (
        (PlanKey.STEP, chords(ARROWS)),
        (PlanKey.PAGE, chords((Qt.Key.Key_PageUp, Qt.Key.Key_PageDown))),
        (PlanKey.EDGE, chords((Qt.Key.Key_Home, Qt.Key.Key_End))),
        (PlanKey.WEEK, chords(ACROSS, CONTROL)),
        (PlanKey.JUMP, chords(UPRIGHT, CONTROL)),
        (PlanKey.ADD, chords(ARROWS, CONTROL | SHIFT)),
        (PlanKey.MOVE, chords(ARROWS, ALT)),
        (PlanKey.STRETCH, chords(UPRIGHT, ALT | SHIFT)),
        (PlanKey.STRETCH_DAYS, chords(ACROSS, ALT | SHIFT)),
        (PlanKey.ENTER, frozenset([(Qt.Key.Key_Return, NONE)])),
    )
    for chord in found
}


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
        chord = chord_of(event)
        columns, slots = _ARROWS.get(chord[0], (0, 0))
        match PLAN_KEYS.get(chord):
            case PlanKey.STEP if slots:
                self._rise(slots)
            case PlanKey.STEP:
                self._cross(columns)
            case PlanKey.PAGE:
                self._rise(self._page() * (-1 if chord[0] == Qt.Key.Key_PageUp else 1))
            case PlanKey.EDGE:
                edge = 0 if chord[0] == Qt.Key.Key_Home else len(self._board.snapshot.columns) - 1
                self._cross(edge - self._cursor.slot.column)
            case PlanKey.WEEK:
                self._turn_to(self._column.day + columns * _WEEK, self._column.resource.id)
            case PlanKey.JUMP:
                self._jump(columns, slots, adds=False)
            case PlanKey.ADD:
                self._jump(columns, slots, adds=True)
            case PlanKey.MOVE | PlanKey.STRETCH | PlanKey.STRETCH_DAYS as act if self._cursor.lane.is_here:
                if columns:
                    self._move_bar(columns, is_end=act is PlanKey.STRETCH_DAYS)
            case PlanKey.MOVE:
                self._move(columns, slots)
            case PlanKey.STRETCH:
                self._stretch(slots)
            case PlanKey.ENTER:
                self.entered.emit()
            case _:
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
        gesture = MoveGesture.taken(block, source, 0.0, axis)
        start = raster.beyond(block.start, slots, axis) if slots else block.start
        target = gesture.target(target_column, start, raster, axis)
        self._cursor.put(beside, target.start)
        self._place(block.row, gesture.rebooking(target_column, target, axis).when, source, target_column)

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
        """Move the chosen whole days, or their last."""
        found = self._cursor.chosen_bar
        if found is None:
            return
        column, bar = found
        when = bar.row.appointment.when
        if not bar.row.is_movable or not isinstance(when, AllDay):
            return
        if is_end:
            end_on = max(when.end_on + timedelta(days=columns), when.first_on + timedelta(days=1))
            resource_ids = bar.row.appointment.resource_ids
            self.rebookRequested.emit(Rebooking(bar.row, AllDay(when.first_on, end_on), resource_ids))
            return
        beside = self._beside(column, columns)
        source, target_column = self._board.column(column), self._board.column(beside)
        moved_bar = MoveBar(bar.row, when, source).place(target_column)
        # First, so that what shows the move finds the cursor where the bar will be.
        self._cursor.move_to_column(beside)
        self._place(bar.row, moved_bar.when, source, target_column)

    def _place(self, row: AppointmentRow, when: When, source: Column, target: Column) -> None:
        """Move ``row``, and with it what is chosen, from a column to another."""
        carried = taken(row, self._chosen.rows, is_copy=False, source=source.resource)
        if carried is not None:
            self.placed.emit(carried, carried.landings(NewAppointment(target.resource, when)))

    def _beside(self, column: int, columns: int) -> int:
        """So many columns on, as far as there are any."""
        return min(max(column + columns, 0), len(self._board.snapshot.columns) - 1)

    def _page(self) -> int:
        """As many slots as a page goes by."""
        return max(_PAGE_MINUTES // self._column.resource.step_minutes, 1)
