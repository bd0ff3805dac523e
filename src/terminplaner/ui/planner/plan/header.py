"""The fixed edges of the planner: names above the columns, hours beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.plan.geometry import Grid
from terminplaner.ui.planner.plan.heading import Heading, arrange
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.snapshot import Column, Snapshot

_PAD = 6
_SWATCH = 10
_HALF_HOURS_FROM = 34.0
"""Height of half an hour, in pixels, from which it gets a label of its own."""


@dataclass(frozen=True)
class Scene:
    """What the edges and the canvas show together; ``today`` is the local day of the present."""

    snapshot: Snapshot
    grid: Grid
    look: Look
    today: date

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """What stands above each column, where it has its day to itself."""
        strong, normal = (
            partial(self.look.text_width, font=font) for font in (self.look.strong, self.look.normal)
        )
        return tuple(
            arrange(
                column.title,
                _closed(column, self.snapshot.axis.length),
                self.grid.column_width(index) - _SWATCH - 3 * _PAD,
                strong,
                normal,
                _PAD,
            )
            for index, column in enumerate(self.snapshot.columns)
        )


class ColumnHeader(QWidget):
    """Resource names, in two lines where one is too short; in a week a second line with the days.

    A name stays in sight while its days scroll by.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._offset = 0

    def show_scene(self, scene: Scene) -> None:
        self._scene = scene
        self.update()

    def scroll_to(self, offset: int) -> None:
        """``offset`` is the content's x at the left edge."""
        self._offset = offset
        self.update()

    @staticmethod
    def height_for(scene: Scene) -> int:
        window = scene.snapshot.window
        if window.is_by_day:
            lines = 1
        elif len(window.days) > 1:
            lines = 2
        else:
            lines = max((heading.height for heading in scene.headings), default=1)
        return round(scene.look.line_height * 1.25) * lines + 2 * _PAD

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._scene is not None:
            self._paint(painter, self._scene, event.rect())
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._scene is not None:
            text = self._tooltip(self._scene, event.pos().x() + self._offset)
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self)
            return True
        return super().event(event)

    def _paint(self, painter: QPainter, scene: Scene, exposed: QRect) -> None:
        colors = scene.look.tokens
        painter.fillRect(exposed, colors.surface)
        painter.translate(-self._offset, 0)
        per_resource = scene.snapshot.window.days_per_group
        for first in range(0, len(scene.snapshot.columns), per_resource):
            left, right = scene.grid.edges[first], scene.grid.edges[first + per_resource]
            if right > self._offset and left < self._offset + self.width():
                self._paint_group(painter, scene, first, per_resource)
        painter.setPen(QPen(colors.border_strong, 1))
        painter.drawLine(
            QPointF(self._offset, self.height() - 0.5), QPointF(scene.grid.width, self.height() - 0.5)
        )

    def _paint_group(self, painter: QPainter, scene: Scene, first: int, count: int) -> None:
        grid, look = scene.grid, scene.look
        left, right = grid.edges[first], grid.edges[first + count]
        line = look.line_height * 1.25
        if scene.snapshot.window.is_by_day:
            self._paint_day(painter, scene, first, 0)
            return
        if count == 1:
            self._paint_ground(painter, scene, first)
        else:
            for index in range(first, first + count):
                self._paint_day(painter, scene, index, _PAD + line + 1)
        column = scene.snapshot.columns[first]
        begin = max(left, self._offset) + _PAD
        top = _PAD + (line - look.line_height) / 2
        painter.fillRect(
            QRectF(begin, top + (look.line_height - _SWATCH) / 2, _SWATCH, _SWATCH),
            look.bar_color(column.resource.color),
        )
        left_of_name = begin + _SWATCH + _PAD
        if count == 1:
            self._paint_heading(painter, scene.headings[first], QPointF(left_of_name, top), right - _PAD, look)
        else:
            painter.setPen(look.tokens.text)
            look.draw_text(painter, left_of_name, top, column.title, look.strong, right - left_of_name - _PAD)
        painter.setPen(QPen(look.tokens.border_strong, 1))
        painter.drawLine(QPointF(right - 0.5, 0), QPointF(right - 0.5, self.height()))

    @staticmethod
    def _paint_heading(painter: QPainter, heading: Heading, corner: QPointF, right: float, look: Look) -> None:
        """``right`` is where the room of the column ends."""
        painter.setPen(look.tokens.text)
        for number, line in enumerate(heading.lines):
            y = corner.y() + number * look.line_height
            look.draw_text(painter, corner.x(), y, line, look.strong, right - corner.x())
        if heading.closed:
            name = look.text_width(heading.lines[0], look.strong) + _PAD if heading.is_beside else 0.0
            x, y = corner.x() + name, corner.y() + (0 if heading.is_beside else look.line_height)
            painter.setPen(look.tokens.muted)
            look.draw_text(painter, x, y, heading.closed, look.normal, max(right - x, 0))

    def _paint_ground(self, painter: QPainter, scene: Scene, index: int) -> None:
        if scene.snapshot.columns[index].day == scene.today:
            area = QRectF(scene.grid.edges[index], 0, scene.grid.column_width(index), self.height())
            painter.fillRect(area, scene.look.tokens.today)

    def _paint_day(self, painter: QPainter, scene: Scene, index: int, top: float) -> None:
        look, column = scene.look, scene.snapshot.columns[index]
        left, width = scene.grid.edges[index], scene.grid.column_width(index)
        is_today = column.day == scene.today
        if is_today:
            painter.fillRect(QRectF(left, top, width, self.height() - top), look.tokens.today)
        painter.setPen(look.tokens.accent if is_today else look.tokens.muted)
        text = wording.short_date(column.day)
        if closed := _closed(column, scene.snapshot.axis.length):
            text = f"{text} · {closed}"
        font = look.strong if is_today else look.normal
        y = top + (self.height() - top - look.line_height) / 2
        look.draw_text(painter, left + _PAD, y, text, font, width - 2 * _PAD)
        painter.setPen(QPen(look.tokens.grid_strong, 1))
        x = left + width - 0.5
        painter.drawLine(QPointF(x, top), QPointF(x, self.height()))

    def _tooltip(self, scene: Scene, x: int) -> str:
        if not scene.snapshot.columns:
            return ""
        column, is_by_day = scene.snapshot.columns[scene.grid.column_at(x)], scene.snapshot.window.is_by_day
        lines = (
            column.title,
            column.resource.name if column.resource.name != column.title and not is_by_day else "",
            wording.long_date(column.day),
            _closed(column, scene.snapshot.axis.length),
            column.resource.description,
        )
        return "\n".join(line for line in lines if line)


def _closed(column: Column, length: int) -> str:
    """Why the whole day is none to book: a holiday, an absence."""
    away = (
        f"{closure.whose}: {absence_wording.label(closure.absence)}".removeprefix(": ")
        for closure in column.closures
        if closure.start <= 0 and closure.end >= length
    )
    return ", ".join(part for part in (column.holiday_words, *away) if part)


class TimeRail(QWidget):
    """The hours, and the present as a flag."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._offset = 0
        self._now: float | None = None

    def show_scene(self, scene: Scene) -> None:
        self._scene = scene
        self.update()

    def show_now(self, position: float | None) -> None:
        """``position`` of the present in axis minutes, None where today is not shown."""
        self._now = position
        self.update()

    def scroll_to(self, offset: int) -> None:
        """``offset`` is the content's y at the upper edge."""
        self._offset = offset
        self.update()

    @staticmethod
    def width_for(look: Look) -> int:
        return round(look.text_width("00:00", look.normal) + 3 * _PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._scene is not None:
            self._paint(painter, self._scene, event.rect())
        painter.end()

    def _paint(self, painter: QPainter, scene: Scene, exposed: QRect) -> None:
        look, grid = scene.look, scene.grid
        painter.fillRect(exposed, look.tokens.surface)
        painter.translate(0, -self._offset)
        step = 30 if grid.minute_height * 30 >= _HALF_HOURS_FROM else 60
        for tick in scene.snapshot.axis.ticks(step):
            y = grid.y_of(tick.position)
            if self._offset - look.line_height <= y <= self._offset + self.height():
                is_hour = tick.minute % 60 == 0
                # "2A" and "2B" are the legal names of the two hours (SommerZV).
                twin = ("A", "B")[tick.fold] if tick.is_repeated else ""
                hour = f"{tick.minute // 60}{twin}" if twin else f"{tick.minute // 60:02d}"
                text = f"{hour}:{tick.minute % 60:02d}"
                font = look.normal if is_hour else look.small
                painter.setPen(look.tokens.text if is_hour else look.tokens.muted)
                x = self.width() - _PAD - look.text_width(text, font)
                look.draw_text(painter, x, y + 1, text, font, self.width())
                painter.setPen(QPen(look.tokens.grid_strong, 1))
                painter.drawLine(QPointF(self.width() - 4, round(y) + 0.5), QPointF(self.width(), round(y) + 0.5))
        painter.setPen(QPen(look.tokens.border_strong, 1))
        painter.drawLine(
            QPointF(self.width() - 0.5, self._offset), QPointF(self.width() - 0.5, self._offset + self.height())
        )
        if self._now is not None:
            painter.setPen(QPen(look.tokens.now_line, 2))
            y = grid.y_of(self._now)
            painter.drawLine(QPointF(self.width() - 10, y), QPointF(self.width(), y))
