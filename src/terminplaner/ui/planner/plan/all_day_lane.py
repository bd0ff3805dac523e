"""The lane above the hours, where whole days lie as bars."""

from __future__ import annotations

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
from terminplaner.ui.planner.plan.bar_gestures import BarGesture
from terminplaner.ui.planner.plan.carrying import Carried, CarriedMimeData
from terminplaner.ui.planner.plan.gestures import Rebooking
from terminplaner.ui.planner.plan.header import Scene
from terminplaner.ui.planner.plan.lane_layout import LaneLayout
from terminplaner.ui.planner.plan.overlay import Tone, paint_cursor, paint_draft, paint_selection
from terminplaner.ui.planner.plan.painting import paint_bar
from terminplaner.ui.planner.plan.snapshot import Bar


class AllDayLane(QWidget):
    """Bars of up to four lines; what does not fit waits behind a "+2"."""

    newRequested = Signal(object, QPoint)
    openRequested = Signal(object)
    menuRequested = Signal(object, object, QPoint)
    """The row or None, the place for a new one, and where on the screen."""
    chosen = Signal(int, object, bool)
    """The column, the bar or None, and whether it is chosen beside what is chosen already."""
    rebookRequested = Signal(object)
    dropped = Signal(object, object)
    """``Carried`` from beside the plan, or None for what is in the hand, and the place as ``NewAppointment``."""
    letGo = Signal()
    """What is carried is not wanted any more."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout: LaneLayout | None = None
        self._offset = 0
        self._selected: frozenset[UUID] = frozenset()
        self._pressed: tuple[BarGesture, QPointF] | None = None
        self._landing: Rebooking | None = None
        self._is_carrying = False
        self._cursor: tuple[int, Bar | None] | None = None
        self.setMouseTracking(True)
        self.setAcceptDrops(True)

    def show_scene(self, scene: Scene) -> None:
        self._layout = LaneLayout(scene)
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
        area = QRectF()
        if self._layout is not None and self._cursor is not None:
            area = self._layout.cursor_area(*self._cursor)
        return self.mapToGlobal((area.center() - QPointF(self._offset, 0)).toPoint())

    def show_carrying(self, carried: Carried | None) -> None:
        """Whether the next click puts something down here."""
        self._is_carrying = carried is not None
        self.setCursor(Qt.CursorShape.CrossCursor if carried is not None else Qt.CursorShape.ArrowCursor)

    def scroll_to(self, offset: int) -> None:
        """``offset`` is the content's x at the left edge."""
        self._offset = offset
        self.update()

    @staticmethod
    def height_for(scene: Scene) -> int:
        return LaneLayout(scene).height

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._layout is not None:
            self._paint(painter, self._layout, event.rect())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        layout, spot = self._layout, self._spot(event.position())
        if layout is None:
            return
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and (hidden := layout.hidden_at(spot)):
            self._offer(hidden, event.globalPosition().toPoint())
            return
        if self._is_carrying and not is_left:
            self.letGo.emit()
            return
        if self._is_carrying and layout.scene.grid.columns:
            self.dropped.emit(None, layout.new_at(spot))
            return
        bar = layout.bar_at(spot)
        is_added = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if layout.scene.grid.columns:
            self.chosen.emit(layout.scene.grid.column_at(spot.x()), bar, is_added)
        if bar is not None and is_left and not is_added:
            gesture = layout.gesture_at(bar, spot)
            self._pressed = (gesture, event.position()) if gesture else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        layout, spot = self._layout, self._spot(event.position())
        if layout is None or not layout.scene.grid.columns or self._is_carrying:
            return
        if self._pressed is None:
            bar = layout.bar_at(spot)
            is_at_edge = bar is not None and layout.edge_at(bar, spot) is not None
            self.setCursor(Qt.CursorShape.SizeHorCursor if is_at_edge else Qt.CursorShape.ArrowCursor)
            return
        gesture, origin = self._pressed
        if (
            self._landing is not None
            or (event.position() - origin).manhattanLength() >= QApplication.startDragDistance()
        ):
            self._landing = gesture.rebooking(layout.column_at(spot))
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
        layout = self._layout
        if isinstance(event.mimeData(), CarriedMimeData) and layout is not None and layout.scene.grid.columns:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        if isinstance(data, CarriedMimeData) and self._layout is not None:
            self.dropped.emit(data.carried, self._layout.new_at(self._spot(event.position())))
            event.acceptProposedAction()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        layout, spot = self._layout, self._spot(event.position())
        if layout is None or event.button() != Qt.MouseButton.LeftButton or not layout.scene.grid.columns:
            return
        row = layout.row_at(spot)
        if row is not None:
            self.openRequested.emit(row)
        else:
            self.newRequested.emit(layout.new_at(spot), event.globalPosition().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        layout, spot = self._layout, self._spot(QPointF(event.pos()))
        if layout is not None and layout.scene.grid.columns:
            self.menuRequested.emit(layout.row_at(spot), layout.new_at(spot), event.globalPos())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._layout is not None:
            row = self._layout.row_at(self._spot(QPointF(event.pos())))
            text = wording.tooltip(row, self._layout.scene.look.zone) if row else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self)
            return True
        return super().event(event)

    def _paint(self, painter: QPainter, layout: LaneLayout, exposed: QRect) -> None:
        scene = layout.scene
        look, grid = scene.look, scene.grid
        painter.fillRect(exposed, look.tokens.surface)
        painter.translate(-self._offset, 0)
        per_resource = len(scene.snapshot.window.days)
        for index in range(grid.columns):
            is_last = (index + 1) % per_resource == 0
            painter.setPen(QPen(look.tokens.border_strong if is_last else look.tokens.grid_strong, 1))
            x = grid.edges[index + 1] - 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        for bar in layout.bars:
            area = layout.area(bar)
            paint_bar(painter, bar, area, scene.snapshot.columns[bar.first], look)
            if bar.row.appointment.id in self._selected:
                paint_selection(painter, area, look)
        if self._landing is not None:
            self._paint_landing(painter, layout, self._landing)
        if self._cursor is not None and self._cursor[0] < grid.columns:
            paint_cursor(painter, layout.cursor_area(*self._cursor), look)
        painter.setPen(look.tokens.muted)
        for index in range(grid.columns):
            if hidden := layout.hidden(index):
                area = layout.hidden_area(index)
                look.draw_text(painter, area.left() + 6, area.top(), f"+{len(hidden)}", look.strong, area.width())
        painter.setPen(QPen(look.tokens.border_strong, 1))
        painter.drawLine(QPointF(self._offset, self.height() - 0.5), QPointF(grid.width, self.height() - 0.5))

    @staticmethod
    def _paint_landing(painter: QPainter, layout: LaneLayout, landing: Rebooking) -> None:
        """The days a bar would cover, in each of its resources' columns."""
        when = landing.when
        for index, column in enumerate(layout.scene.snapshot.columns):
            is_here = column.resource.id in landing.resource_ids
            if is_here and isinstance(when, AllDay) and when.first_on <= column.day < when.end_on:
                paint_draft(painter, layout.landing_area(index), layout.scene.look, Tone.FINE)

    def _spot(self, position: QPointF) -> QPointF:
        """A point of the widget in the content's coordinates."""
        return QPointF(position.x() + self._offset, position.y())

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
