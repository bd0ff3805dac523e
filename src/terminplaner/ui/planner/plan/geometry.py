"""Where columns and minutes stand, in logical pixels of the scrolled content."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from terminplaner.ui.planner.plan.layout import Place


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Grid:
    """``edges`` are the columns' left edges and the last one's right edge; ``minute_height`` pixels per minute."""

    edges: tuple[int, ...]
    minute_height: float
    length: int

    @classmethod
    def fitting(cls, columns: int, available: int, minimum: int, minute_height: float, length: int) -> Grid:
        """Columns that share the available width, none narrower than ``minimum``."""
        width = max(available, columns * minimum) if columns else 0
        return cls(
            tuple(width * number // max(columns, 1) for number in range(columns + 1)), minute_height, length
        )

    @property
    def columns(self) -> int:
        return len(self.edges) - 1

    @property
    def width(self) -> int:
        return self.edges[-1]

    @property
    def height(self) -> int:
        return round(self.length * self.minute_height)

    def y_of(self, position: float) -> float:
        return position * self.minute_height

    def position_at(self, y: float) -> float:
        return min(max(y / self.minute_height, 0.0), float(self.length))

    def column_at(self, x: float) -> int:
        """The column at or nearest to ``x``; only where there are columns."""
        return min(max(bisect_right(self.edges, x) - 1, 0), self.columns - 1)

    def columns_between(self, left: float, right: float) -> range:
        if not self.columns or right <= 0 or left >= self.width:
            return range(0)
        return range(self.column_at(left), self.column_at(right) + 1)

    def column_width(self, column: int) -> int:
        return self.edges[column + 1] - self.edges[column]

    def box(self, column: int, place: Place, start: float, end: float, gutter: float = 0.0) -> Box:
        """Where a span stands; ``gutter`` pixels at the column's right stay free for clicks into the empty day."""
        room = self.column_width(column) - gutter
        left = self.edges[column] + place.left * room
        right = self.edges[column] + place.right * room
        return Box(left, self.y_of(start), right - left, self.y_of(end) - self.y_of(start))
