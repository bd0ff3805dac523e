"""The lane above the hours, where whole days lie as bars."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from terminplaner.domain.when import AllDay
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.plain_text import plain_tooltip, without_mnemonic
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.gestures import NewAppointment
from terminplaner.ui.planner.header import Scene
from terminplaner.ui.planner.look import Look
from terminplaner.ui.planner.overlay import paint_selection
from terminplaner.ui.planner.painting import paint_bar
from terminplaner.ui.planner.snapshot import Bar

_LINES_SHOWN = 4
_GAP = 2


class AllDayLane(QWidget):
    """Bars of up to four lines; what does not fit waits behind a "+2"."""

    newRequested = Signal(object)
    openRequested = Signal(object)
    menuRequested = Signal(object, object, QPoint)
    """The row or None, the place for a new one, and where on the screen."""
    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._offset = 0
        self._selected: object = None

    def show_scene(self, scene: Scene) -> None:
        self._scene = scene
        self.update()

    def show_selected(self, appointment_id: object) -> None:
        self._selected = appointment_id
        self.update()

    def scroll_to(self, offset: int) -> None:
        """``offset`` is the content's x at the left edge."""
        self._offset = offset
        self.update()

    @classmethod
    def height_for(cls, scene: Scene) -> int:
        lines = 1 + max((bar.line for bar in scene.snapshot.bars), default=0)
        return round(min(lines, _LINES_SHOWN) * cls._line_height(scene.look)) + 2 * _GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._scene is not None:
            self._paint(painter, self._scene, event.rect())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._scene is None:
            return
        position = event.position()
        if event.button() == Qt.MouseButton.LeftButton and (hidden := self._hidden_at(self._scene, position)):
            self._offer(hidden, event.globalPosition().toPoint())
            return
        row = self._row_at(self._scene, position)
        self.chosen.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._scene is None or event.button() != Qt.MouseButton.LeftButton or not self._scene.grid.columns:
            return
        row = self._row_at(self._scene, event.position())
        if row is not None:
            self.openRequested.emit(row)
        else:
            self.newRequested.emit(self._new_at(self._scene, event.position()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._scene is not None and self._scene.grid.columns:
            position = QPointF(event.pos())
            row, place = self._row_at(self._scene, position), self._new_at(self._scene, position)
            self.menuRequested.emit(row, place, event.globalPos())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._scene is not None:
            row = self._row_at(self._scene, QPointF(event.pos()))
            text = wording.tooltip(row, self._scene.look.zone) if row else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self)
            return True
        return super().event(event)

    def _paint(self, painter: QPainter, scene: Scene, exposed: QRect) -> None:
        look, grid = scene.look, scene.grid
        painter.fillRect(exposed, look.tokens.surface)
        painter.translate(-self._offset, 0)
        per_resource = len(scene.snapshot.window.days)
        for index in range(grid.columns):
            is_last = (index + 1) % per_resource == 0
            painter.setPen(QPen(look.tokens.border_strong if is_last else look.tokens.grid_strong, 1))
            x = grid.edges[index + 1] - 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        for bar in scene.snapshot.bars:
            if bar.line < self._lines_for_bars(scene):
                area = self._area(scene, bar)
                paint_bar(painter, bar, area, scene.snapshot.columns[bar.first], look)
                if bar.row.appointment.id == self._selected:
                    paint_selection(painter, area, look)
        painter.setPen(look.tokens.muted)
        for index in range(grid.columns):
            if hidden := self._hidden(scene, index):
                area = self._line_area(scene, index, index, _LINES_SHOWN - 1)
                look.draw_text(painter, area.left() + 6, area.top(), f"+{len(hidden)}", look.strong, area.width())
        painter.setPen(QPen(look.tokens.border_strong, 1))
        painter.drawLine(QPointF(self._offset, self.height() - 0.5), QPointF(grid.width, self.height() - 0.5))

    @staticmethod
    def _line_height(look: Look) -> float:
        return look.line_height + 5

    def _line_area(self, scene: Scene, first: int, last: int, line: int) -> QRectF:
        height = self._line_height(scene.look)
        left, right = scene.grid.edges[first], scene.grid.edges[last + 1]
        return QRectF(left, _GAP + line * height, right - left, height - _GAP)

    def _area(self, scene: Scene, bar: Bar) -> QRectF:
        return self._line_area(scene, bar.first, bar.last, bar.line)

    @staticmethod
    def _lines_for_bars(scene: Scene) -> int:
        lines = 1 + max((bar.line for bar in scene.snapshot.bars), default=0)
        return lines if lines <= _LINES_SHOWN else _LINES_SHOWN - 1

    def _hidden(self, scene: Scene, column: int) -> list[AppointmentRow]:
        shown = self._lines_for_bars(scene)
        return [bar.row for bar in scene.snapshot.bars if bar.line >= shown and bar.first <= column <= bar.last]

    def _hidden_at(self, scene: Scene, position: QPointF) -> list[AppointmentRow]:
        if not scene.grid.columns or position.y() < self._line_area(scene, 0, 0, _LINES_SHOWN - 1).top():
            return []
        return self._hidden(scene, scene.grid.column_at(position.x() + self._offset))

    def _row_at(self, scene: Scene, position: QPointF) -> AppointmentRow | None:
        spot = QPointF(position.x() + self._offset, position.y())
        shown = self._lines_for_bars(scene)
        return next(
            (bar.row for bar in scene.snapshot.bars if bar.line < shown and self._area(scene, bar).contains(spot)),
            None,
        )

    def _new_at(self, scene: Scene, position: QPointF) -> NewAppointment:
        column = scene.snapshot.columns[scene.grid.column_at(position.x() + self._offset)]
        return NewAppointment(column.resource, AllDay(column.day, column.day + timedelta(days=1)))

    def _offer(self, rows: list[AppointmentRow], corner: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in rows:
            action = menu.addAction(without_mnemonic(wording.title(row)))
            action.setData(row)
        menu.triggered.connect(self._open_offered)
        menu.popup(corner)

    def _open_offered(self, action: object) -> None:
        self.openRequested.emit(action.data())  # type: ignore[attr-defined]
