"""The lane above the hours, where whole days lie as bars."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.plan.carrying import Carried
from terminplaner.ui.planner.plan.header import Scene
from terminplaner.ui.planner.plan.held import Held
from terminplaner.ui.planner.plan.lane_layout import LaneLayout
from terminplaner.ui.planner.plan.overlay import (
    Tone,
    paint_cursor,
    paint_draft,
    paint_faded,
    paint_related,
    paint_selection,
)
from terminplaner.ui.planner.plan.painting import paint_bar
from terminplaner.ui.planner.plan.snapshot import Bar


@dataclass(frozen=True, slots=True)
class _Ghosts:
    """Where what is held would lie: the columns, how that suits, and which bars it leaves."""

    columns: frozenset[int] = frozenset()
    tone: Tone = Tone.FINE
    leaving: frozenset[UUID] = frozenset()


class AllDayLane(QWidget):
    """Bars of up to four lines; what does not fit waits behind a "+2".

    It tells of the mouse in the coordinates of the viewport, which begins at its lower edge; what that means is
    the hand's matter.
    """

    newRequested = Signal(object, QPoint)
    openRequested = Signal(object)
    menuRequested = Signal(object, object, QPoint)
    """The row or None, the place for a new one, and where on the screen."""
    hiddenRequested = Signal(object, object, QPoint)
    """The rows behind a "+2", the place they lie at, and where on the screen."""
    pressed = Signal(object, QPointF, object)
    """On which ``LaneHit``, where, and with which keys."""
    pointedAt = Signal(object)
    """Another button than the left went down on which ``LaneHit``."""
    moved = Signal(QPointF, object)
    """Where, and with which keys; while something is held."""
    released = Signal()
    left = Signal()
    """The mouse is over something else."""
    letGo = Signal()
    """What is carried is not wanted any more."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout: LaneLayout | None = None
        self._offset = 0
        self._selected: frozenset[UUID] = frozenset()
        self._of_customer: frozenset[UUID] = frozenset()
        self._ghosts = _Ghosts()
        self._is_down = False
        self._is_carrying = False
        self._cursor: tuple[int, Bar | None] | None = None
        self.setMouseTracking(True)
        self.setAcceptDrops(True)

    def show_scene(self, scene: Scene) -> None:
        self._layout = LaneLayout(scene)
        self.update()

    def show_selected(self, ids: frozenset[UUID], of_customer: frozenset[UUID]) -> None:
        """What is chosen, and what else the customer has whom it is about."""
        if (ids, of_customer) != (self._selected, self._of_customer):
            self._selected, self._of_customer = ids, of_customer
            self.update()

    def show_held(self, held: Held) -> None:
        """What is in the hand, as far as it would lie among the whole days."""
        ghosts = _Ghosts()
        if self._layout is not None:
            snapshot = self._layout.scene.snapshot
            places = [(key, landing.when) for landing in held.landings for key in landing.resource_ids]
            if held.days is not None and not places:
                places = [(held.days.resource.id, held.days.when)]
            columns = frozenset(index for place in places for index in snapshot.columns_of(*place))
            ghosts = _Ghosts(columns, Tone.of(held.objections), held.leaving)
        if ghosts != self._ghosts:
            self._ghosts = ghosts
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
        self._is_down = False
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

    def in_view(self, position: QPointF) -> QPointF:
        """A point of the lane in the viewport below."""
        return position - QPointF(0, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        layout, spot = self._layout, self._spot(event.position())
        if layout is None or not layout.scene.grid.columns:
            return
        is_left = event.button() == Qt.MouseButton.LeftButton
        if self._is_carrying and not is_left:
            self.letGo.emit()
        elif is_left and not self._is_carrying and (hidden := layout.hidden_at(spot)):
            self.hiddenRequested.emit(tuple(hidden), layout.new_at(spot), event.globalPosition().toPoint())
        elif not is_left:
            self.pointedAt.emit(layout.hit(spot))
        else:
            self._is_down = True
            self.pressed.emit(layout.hit(spot), self.in_view(event.position()), event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        layout, spot = self._layout, self._spot(event.position())
        if layout is None or not layout.scene.grid.columns:
            return
        if self._is_down or self._is_carrying:
            self.moved.emit(self.in_view(event.position()), event.modifiers())
        else:
            is_at_edge = layout.hit(spot).is_end is not None
            self.setCursor(Qt.CursorShape.SizeHorCursor if is_at_edge else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_down = False
            self.released.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        layout, spot = self._layout, self._spot(event.position())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if layout is None or not is_left or not layout.scene.grid.columns or self._is_carrying:
            return
        row = layout.row_at(spot)
        if row is not None:
            self.openRequested.emit(row)
        else:
            self.newRequested.emit(layout.new_at(spot), event.globalPosition().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        layout, spot = self._layout, self._spot(QPointF(event.pos()))
        if layout is None or not layout.scene.grid.columns:
            return
        if hidden := layout.hidden_at(spot):
            self.hiddenRequested.emit(tuple(hidden), layout.new_at(spot), event.globalPos())
        else:
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
            if bar.row.appointment.id in self._ghosts.leaving:
                paint_faded(painter, area, look)
            if bar.row.appointment.id in self._selected:
                paint_selection(painter, area, look)
            elif bar.row.appointment.id in self._of_customer:
                paint_related(painter, area, look)
        for index in self._ghosts.columns:
            paint_draft(painter, layout.landing_area(index), look, self._ghosts.tone)
        if self._cursor is not None and self._cursor[0] < grid.columns and not self._ghosts.columns:
            paint_cursor(painter, layout.cursor_area(*self._cursor), look)
        painter.setPen(look.tokens.muted)
        for index in range(grid.columns):
            if hidden := layout.hidden(index):
                area = layout.hidden_area(index)
                look.draw_text(painter, area.left() + 6, area.top(), f"+{len(hidden)}", look.strong, area.width())
        painter.setPen(QPen(look.tokens.border_strong, 1))
        painter.drawLine(QPointF(self._offset, self.height() - 0.5), QPointF(grid.width, self.height() - 0.5))

    def _spot(self, position: QPointF) -> QPointF:
        """A point of the widget in the content's coordinates."""
        return QPointF(position.x() + self._offset, position.y())
