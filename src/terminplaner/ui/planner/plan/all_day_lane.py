"""The lane above the hours, where whole days lie as bars."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from terminplaner.domain.when import AllDay
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.messages import title_of
from terminplaner.ui.plain_text import plain_tooltip, without_mnemonic
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.plan.bar_gestures import BarGesture, MoveBar, StretchBar
from terminplaner.ui.planner.plan.carrying import Carried, CarriedMimeData
from terminplaner.ui.planner.plan.gestures import NewAppointment, Rebooking
from terminplaner.ui.planner.plan.header import Scene
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.overlay import Tone, paint_cursor, paint_draft, paint_selection
from terminplaner.ui.planner.plan.painting import paint_bar
from terminplaner.ui.planner.plan.snapshot import Bar, Column

_LINES_SHOWN = 4
_GAP = 2
_EDGE = 6
"""Pixels of a bar's end that pull it longer."""


class AllDayLane(QWidget):
    """Bars of up to four lines; what does not fit waits behind a "+2"."""

    newRequested = Signal(object)
    openRequested = Signal(object)
    menuRequested = Signal(object, object, QPoint)
    """The row or None, the place for a new one, and where on the screen."""
    chosen = Signal(int, object, bool)
    """The column, the bar or None, and whether it is chosen beside what is chosen already."""
    rebookRequested = Signal(object)
    dropped = Signal(object, object)
    """``Carried`` from beside the plan, or None for what is in the hand, and the place as ``NewAppointment``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._offset = 0
        self._selected: frozenset[UUID] = frozenset()
        self._pressed: tuple[BarGesture, QPointF] | None = None
        self._landing: Rebooking | None = None
        self._is_carrying = False
        self._cursor: tuple[int, Bar | None] | None = None
        self.setMouseTracking(True)
        self.setAcceptDrops(True)

    def show_scene(self, scene: Scene) -> None:
        self._scene = scene
        self.update()

    def show_selected(self, ids: frozenset[UUID]) -> None:
        self._selected = ids
        self.update()

    def show_cursor(self, column: int | None, bar: Bar | None) -> None:
        """Where the keys stand; ``column`` is None while they stand elsewhere."""
        self._cursor = (column, bar) if column is not None else None
        self.update()

    def cursor_corner(self) -> QPoint:
        """A point on the screen where the keys stand."""
        area = self._cursor_area(self._scene) if self._scene is not None else QRectF()
        return self.mapToGlobal((area.center() - QPointF(self._offset, 0)).toPoint())

    def show_carrying(self, carried: Carried | None) -> None:
        """Whether the next click puts something down here."""
        self._is_carrying = carried is not None
        self.setCursor(Qt.CursorShape.CrossCursor if carried is not None else Qt.CursorShape.ArrowCursor)

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
        if self._is_carrying and self._scene.grid.columns:
            self.dropped.emit(None, self._new_at(self._scene, position))
            return
        bar = self._bar_at(self._scene, position)
        is_added = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._scene.grid.columns:
            self.chosen.emit(self._scene.grid.column_at(position.x() + self._offset), bar, is_added)
        if bar is not None and event.button() == Qt.MouseButton.LeftButton and not is_added:
            gesture = self._gesture(self._scene, bar, position)
            self._pressed = (gesture, position) if gesture else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        scene = self._scene
        if scene is None or not scene.grid.columns or self._is_carrying:
            return
        if self._pressed is None:
            bar = self._bar_at(scene, event.position())
            is_at_edge = bar is not None and self._edge_at(scene, bar, event.position()) is not None
            self.setCursor(Qt.CursorShape.SizeHorCursor if is_at_edge else Qt.CursorShape.ArrowCursor)
            return
        gesture, origin = self._pressed
        if (
            self._landing is not None
            or (event.position() - origin).manhattanLength() >= QApplication.startDragDistance()
        ):
            self._landing = gesture.rebooking(self._column_at(scene, event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        landing = self._landing
        self.cancel()
        if landing is not None and event.button() == Qt.MouseButton.LeftButton:
            self.rebookRequested.emit(landing)

    @property
    def is_dragging(self) -> bool:
        return self._landing is not None

    def cancel(self) -> None:
        """Let go of a bar without a wish."""
        self._pressed = self._landing = None
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if isinstance(event.mimeData(), CarriedMimeData) and self._scene is not None and self._scene.grid.columns:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        if isinstance(data, CarriedMimeData) and self._scene is not None:
            self.dropped.emit(data.carried, self._new_at(self._scene, event.position()))
            event.acceptProposedAction()

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
                if bar.row.appointment.id in self._selected:
                    paint_selection(painter, area, look)
        if self._landing is not None:
            self._paint_landing(painter, scene, self._landing)
        if self._cursor is not None and self._cursor[0] < grid.columns:
            paint_cursor(painter, self._cursor_area(scene), look)
        painter.setPen(look.tokens.muted)
        for index in range(grid.columns):
            if hidden := self._hidden(scene, index):
                area = self._line_area(scene, index, index, _LINES_SHOWN - 1)
                look.draw_text(painter, area.left() + 6, area.top(), f"+{len(hidden)}", look.strong, area.width())
        painter.setPen(QPen(look.tokens.border_strong, 1))
        painter.drawLine(QPointF(self._offset, self.height() - 0.5), QPointF(grid.width, self.height() - 0.5))

    def _cursor_area(self, scene: Scene) -> QRectF:
        """The bar in the cursor's column, the line that says "+2" for one behind it, or the first line."""
        if self._cursor is None:
            return QRectF()
        column, bar = self._cursor
        line = min(bar.line, _LINES_SHOWN - 1) if bar is not None else 0
        return self._line_area(scene, column, column, line).adjusted(2, 0, -2, 0)

    def _paint_landing(self, painter: QPainter, scene: Scene, landing: Rebooking) -> None:
        """The days a bar would cover, in each of its resources' columns."""
        when = landing.when
        for index, column in enumerate(scene.snapshot.columns):
            is_here = column.resource.id in landing.resource_ids and isinstance(when, AllDay)
            if is_here and isinstance(when, AllDay) and when.first_on <= column.day < when.end_on:
                area = self._line_area(scene, index, index, 0)
                paint_draft(painter, area.adjusted(2, 0, -2, 0), scene.look, Tone.FINE)

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
        bar = self._bar_at(scene, position)
        return bar.row if bar else None

    def _bar_at(self, scene: Scene, position: QPointF) -> Bar | None:
        spot = QPointF(position.x() + self._offset, position.y())
        shown = self._lines_for_bars(scene)
        return next(
            (bar for bar in scene.snapshot.bars if bar.line < shown and self._area(scene, bar).contains(spot)),
            None,
        )

    def _column_at(self, scene: Scene, position: QPointF) -> Column:
        return scene.snapshot.columns[scene.grid.column_at(position.x() + self._offset)]

    def _gesture(self, scene: Scene, bar: Bar, position: QPointF) -> BarGesture | None:
        when = bar.row.appointment.when
        if not bar.row.is_movable or not isinstance(when, AllDay):
            return None
        edge = self._edge_at(scene, bar, position)
        column = self._column_at(scene, position)
        return MoveBar(bar.row, when, column) if edge is None else StretchBar(bar.row, when, column, edge)

    def _edge_at(self, scene: Scene, bar: Bar, position: QPointF) -> bool | None:
        """True at the end of a bar that can be pulled, False at its beginning."""
        if not bar.row.is_movable or len(scene.snapshot.window.days) == 1:
            return None
        area, x = self._area(scene, bar), position.x() + self._offset
        if bar.ends_here and x >= area.right() - _EDGE:
            return True
        return False if bar.begins_here and x < area.left() + _EDGE else None

    def _new_at(self, scene: Scene, position: QPointF) -> NewAppointment:
        column = scene.snapshot.columns[scene.grid.column_at(position.x() + self._offset)]
        return NewAppointment(column.resource, AllDay(column.day, column.day + timedelta(days=1)))

    def _offer(self, rows: list[AppointmentRow], corner: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in rows:
            action = menu.addAction(without_mnemonic(title_of(row)))
            action.setData(row)
        menu.triggered.connect(self._open_offered)
        menu.popup(corner)

    def _open_offered(self, action: QAction) -> None:
        self.openRequested.emit(action.data())
