"""The lane of whole days by keyboard: its bars one by one, those behind "+2" included.

Up leads into it from the first row of hours, and Ctrl+Up from the first appointment; Down leads out again.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from terminplaner.domain.when import AllDay
from terminplaner.ui.planner.plan.bar_gestures import MoveBar
from terminplaner.ui.planner.plan.board import Board
from terminplaner.ui.planner.plan.carrying import taken
from terminplaner.ui.planner.plan.gestures import NewAppointment, Rebooking
from terminplaner.ui.planner.plan.snapshot import Bar

if TYPE_CHECKING:
    from terminplaner.ui.planner.plan.canvas import PlannerCanvas

_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


class LaneKeyboard:
    """Keeps which bar of the cursor's column the keys stand on, while they stand in the lane."""

    def __init__(self, canvas: PlannerCanvas) -> None:
        self._canvas = canvas
        self._line: int | None = None

    @property
    def is_here(self) -> bool:
        return self._line is not None

    def leave(self) -> None:
        self._line = None

    @staticmethod
    def bars(board: Board, column: int) -> list[Bar]:
        """Those of a column, from the top."""
        found = (bar for bar in board.snapshot.bars if bar.first <= column <= bar.last)
        return sorted(found, key=lambda bar: bar.line)

    def bar(self, board: Board, column: int) -> Bar | None:
        """The one the keys stand on; None on the empty lane."""
        bars = self.bars(board, column)
        return bars[min(self._line, len(bars) - 1)] if bars and self._line is not None else None

    def enter(self, board: Board, column: int) -> None:
        """Stand on the lowest bar of a column."""
        self._line = max(len(self.bars(board, column)) - 1, 0)

    def stand_on(self, bar: Bar | None, board: Board, column: int) -> None:
        """Stand where the mouse was."""
        bars = self.bars(board, column)
        self._line = bars.index(bar) if bar in bars else 0

    def step(self, lines: int, board: Board, column: int) -> bool:
        """Up (-1) or down (1) by a bar; False where that leads out of the lane."""
        last = max(len(self.bars(board, column)) - 1, 0)
        here = min(self._line or 0, last)
        if here + lines > last:
            self._line = None
            return False
        self._line = max(here + lines, 0)
        return True

    def new_at(self, board: Board, column: int) -> NewAppointment:
        """A whole day of the column."""
        shown = board.column(column)
        return NewAppointment(shown.resource, AllDay(shown.day, shown.day + timedelta(days=1)))

    def handle_alt(
        self, columns: int, lines: int, modifiers: Qt.KeyboardModifier, board: Board, column: int
    ) -> int | None:
        """Move the bar, or with Shift its end; the column it goes to, None where the keys mean nothing here."""
        bar = self.bar(board, column)
        if bar is None or lines or not bar.row.is_movable:
            return None
        when = bar.row.appointment.when
        if not isinstance(when, AllDay):
            return None
        if modifiers == _ALT | _SHIFT:
            end_on = max(when.end_on + timedelta(days=columns), when.first_on + timedelta(days=1))
            self._canvas.request(
                Rebooking(bar.row, AllDay(when.first_on, end_on), bar.row.appointment.resource_ids)
            )
            return column
        other = min(max(column + columns, 0), len(board.snapshot.columns) - 1)
        rebooking = MoveBar(bar.row, when, board.column(column)).rebooking(board.column(other))
        source = board.column(column).resource
        carried = taken(bar.row, self._canvas.selected_rows, is_copy=False, source=source)
        if carried is not None and len(carried.rows) > 1:
            self._canvas.placed.emit(carried, NewAppointment(board.column(other).resource, rebooking.when))
        else:
            self._canvas.request(rebooking)
        return other
