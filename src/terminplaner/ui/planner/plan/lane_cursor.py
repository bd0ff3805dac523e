"""Where the keys stand in the lane of whole days: on its bars one by one, those behind "+2" included."""

from __future__ import annotations

from datetime import timedelta

from terminplaner.domain.when import AllDay
from terminplaner.ui.planner.plan.board import Board
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.plan.snapshot import Bar


class LaneCursor:
    """Keeps which bar of the cursor's column the keys stand on, while they stand in the lane."""

    def __init__(self) -> None:
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

    def step(self, lines: int, board: Board, column: int) -> None:
        """Up (-1) or down (1) by a bar, and from the lowest down out of the lane."""
        last = max(len(self.bars(board, column)) - 1, 0)
        line = min(self._line or 0, last) + lines
        self._line = max(line, 0) if line <= last else None

    def new_at(self, board: Board, column: int) -> NewAppointment:
        """A whole day of the column."""
        shown = board.column(column)
        return NewAppointment(shown.resource, AllDay(shown.day, shown.day + timedelta(days=1)))
