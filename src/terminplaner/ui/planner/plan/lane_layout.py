"""Where the bars of whole days lie in the lane, and what lies under a point of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QPointF, QRectF

from terminplaner.domain.when import AllDay
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.plan.header import Scene
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.snapshot import Bar, Column

_LINES_SHOWN = 4
_GAP = 2
_EDGE = 6
"""Pixels of a bar's end that pull it longer."""


@dataclass(frozen=True, slots=True)
class LaneHit:
    """What lies under a point of the lane: always a column, a bar and whether its last end (True) or its first
    (False) is there to be pulled."""

    column: int
    bar: Bar | None = None
    is_end: bool | None = None


@dataclass(frozen=True, slots=True)
class LaneLayout:
    """A scene's bars in up to four lines, in content coordinates; the others wait in the last line as "+2"."""

    scene: Scene

    @property
    def height(self) -> int:
        return round(min(self._lines, _LINES_SHOWN) * _line_height(self.scene.look)) + 2 * _GAP

    @property
    def _lines(self) -> int:
        return 1 + max((bar.line for bar in self.scene.snapshot.bars), default=0)

    @property
    def _lines_for_bars(self) -> int:
        return self._lines if self._lines <= _LINES_SHOWN else _LINES_SHOWN - 1

    @property
    def bars(self) -> tuple[Bar, ...]:
        """Those that have a line."""
        return tuple(bar for bar in self.scene.snapshot.bars if bar.line < self._lines_for_bars)

    def hidden(self, column: int) -> list[AppointmentRow]:
        """What of a column waits behind its "+2"."""
        bars = self.scene.snapshot.bars
        shown = self._lines_for_bars
        return [bar.row for bar in bars if bar.line >= shown and bar.first <= column <= bar.last]

    def area(self, bar: Bar) -> QRectF:
        return self._line_area(bar.first, bar.last, bar.line)

    def hidden_area(self, column: int) -> QRectF:
        """Where "+2" stands."""
        return self._line_area(column, column, _LINES_SHOWN - 1)

    def landing_area(self, column: int) -> QRectF:
        return self._line_area(column, column, 0).adjusted(2, 0, -2, 0)

    def cursor_area(self, column: int, bar: Bar | None) -> QRectF:
        """The bar in the cursor's column, the line that says "+2" for one behind it, or the first line."""
        line = min(bar.line, _LINES_SHOWN - 1) if bar is not None else 0
        return self._line_area(column, column, line).adjusted(2, 0, -2, 0)

    def _line_area(self, first: int, last: int, line: int) -> QRectF:
        height = _line_height(self.scene.look)
        left, right = self.scene.grid.edges[first], self.scene.grid.edges[last + 1]
        return QRectF(left, _GAP + line * height, right - left, height - _GAP)

    # -- under a point

    def hidden_at(self, spot: QPointF) -> list[AppointmentRow]:
        if not self.scene.grid.columns or spot.y() < self.hidden_area(0).top():
            return []
        return self.hidden(self.scene.grid.column_at(spot.x()))

    def bar_at(self, spot: QPointF) -> Bar | None:
        return next((bar for bar in self.bars if self.area(bar).contains(spot)), None)

    def row_at(self, spot: QPointF) -> AppointmentRow | None:
        bar = self.bar_at(spot)
        return bar.row if bar else None

    def column_at(self, spot: QPointF) -> Column:
        return self.scene.snapshot.columns[self.scene.grid.column_at(spot.x())]

    def new_at(self, spot: QPointF) -> NewAppointment:
        """A whole day of the column there."""
        column = self.column_at(spot)
        return NewAppointment(column.resource, AllDay(column.day, column.day + timedelta(days=1)))

    def edge_at(self, bar: Bar, spot: QPointF) -> bool | None:
        """True at the end of a bar that can be pulled, False at its beginning."""
        if not bar.row.is_movable or len(self.scene.snapshot.window.days) == 1:
            return None
        area = self.area(bar)
        if bar.ends_here and spot.x() >= area.right() - _EDGE:
            return True
        return False if bar.begins_here and spot.x() < area.left() + _EDGE else None

    def hit(self, spot: QPointF) -> LaneHit:
        """What lies there; only where there are columns."""
        bar = self.bar_at(spot)
        is_end = self.edge_at(bar, spot) if bar is not None else None
        return LaneHit(self.scene.grid.column_at(spot.x()), bar, is_end)


def _line_height(look: Look) -> float:
    return look.line_height + 5
