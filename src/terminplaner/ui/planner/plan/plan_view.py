"""The scrolling area that shows a snapshot: its size, its zoom and what is painted.

Geometry comes from ``board``, pixels from ``tiles`` (ground and blocks) and ``picture`` (what lies above them).
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from terminplaner.ui.forms import announce
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.plan.all_day_lane import AllDayLane
from terminplaner.ui.planner.plan.board import Board, Hit
from terminplaner.ui.planner.plan.edges import Edges
from terminplaner.ui.planner.plan.geometry import Grid
from terminplaner.ui.planner.plan.header import Scene
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.outside_hours import OutsideHours
from terminplaner.ui.planner.plan.picture import Overlay, now_position, paint_overlay
from terminplaner.ui.planner.plan.snapshot import Snapshot
from terminplaner.ui.planner.plan.tiles import Tiles

_LINES_PER_HOUR = 5.2
"""Height of an hour at zoom 1, in lines of text: half an hour then holds two, a quarter one without crowding."""
_ZOOMS = (0.4, 4.0)
_ZOOM_STEP = 1.15
_DAY_WIDTH, _WEEK_WIDTH = 11, 8
"""The least width of a column, in heights of a line, alone on its day and among those of a week."""
_NARROWEST = 0.2
"""What is left of it at the smallest zoom, for an overview."""
_FIRST_HOUR = 8 * 60
_MARGIN_ABOVE = 30
_IN_SIGHT = 0.65
"""So far down the view the present still leaves enough to see of what comes."""
_WHEEL_NOTCH = 120


class PlanView(QAbstractScrollArea):
    """``take_over`` gives it something to show, ``show_now`` moves the present."""

    def __init__(self, snapshot: Snapshot, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._zoom = 1.0
        self._has_scrolled = False
        self._is_whole_day = False
        self._tiles = Tiles(self)
        self._tiles.ready.connect(self.update_content)
        self._look = self._make_look(snapshot)
        self._board = Board.arrange(snapshot, self._make_grid(snapshot))
        self._outside = OutsideHours(self)
        self._outside.toggled.connect(self.show_whole_day)
        self._edges = Edges(self)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Terminplan"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # -- what it shows

    @property
    def board(self) -> Board:
        return self._board

    @property
    def look(self) -> Look:
        return self._look

    @property
    def now(self) -> datetime:
        """The present, as it is shown."""
        return self._now

    @property
    def lane(self) -> AllDayLane:
        return self._edges.lane

    @property
    def tiles(self) -> Tiles:
        return self._tiles

    @property
    def offset(self) -> QPointF:
        """The content's point at the upper left corner of the viewport."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    @property
    def zoom(self) -> float:
        return self._zoom

    def take_over(self, snapshot: Snapshot) -> None:
        """Show a newer state of the window, or another window; the scroll position stays."""
        before = self._board.snapshot
        if snapshot.window.view != before.window.view:
            self._is_whole_day = False
        changed, former = snapshot.changed_columns(before), self._board
        self._board = Board.arrange(snapshot, self._make_grid(snapshot))
        if changed is not None:
            self._board.keep(former, changed)
        if changed is None or snapshot.bars != before.bars or snapshot.window != before.window:
            self._show_scene()
            return
        self._show_scene(repaint=False)
        for column in changed:
            left = self._board.grid.edges[column]
            self.update_content(QRectF(left, 0, self._board.grid.column_width(column), self._board.grid.height))

    def show_now(self, now: datetime) -> None:
        """Move the line of the present (an instant)."""
        self._now = now
        self._show_scene()

    def overlay(self) -> Overlay:
        """What lies above ground and blocks at this moment."""
        return Overlay(self._now)

    def hit(self, position: QPointF) -> Hit:
        """What lies at a point of the viewport; only where there are columns."""
        spot = position + self.offset
        return self._board.hit(spot.x(), spot.y())

    def zoom_by(self, steps: float, anchor_y: float | None = None) -> None:
        """Make the hours higher (positive) or lower; what is at ``anchor_y`` of the viewport stays there."""
        self.set_zoom(self._zoom * _ZOOM_STEP**steps, anchor_y)

    def set_zoom(self, zoom: float, anchor_y: float | None = None) -> None:
        """``zoom`` is bounded; 1 shows half an hour as two lines of text."""
        anchor = self.viewport().height() / 2 if anchor_y is None else anchor_y
        position = self._board.grid.position_at(anchor + self.verticalScrollBar().value())
        self._zoom = min(max(zoom, _ZOOMS[0]), _ZOOMS[1])
        self._rearrange()
        self.verticalScrollBar().setValue(round(self._board.grid.y_of(position) - anchor))

    # -- layout

    def sizeHint(self) -> QSize:
        return QSize(960, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._look = self._make_look(self._board.snapshot)
            self._rearrange()

    def _make_look(self, snapshot: Snapshot) -> Look:
        return Look(self.palette(), self.font(), self.devicePixelRatioF(), snapshot.window.zone)

    def _make_grid(self, snapshot: Snapshot) -> Grid:
        line = self._look.line_height
        room = self.viewport().size()
        first, last = self._hours(snapshot)
        minute_height = max(line * _LINES_PER_HOUR * self._zoom / 60, room.height() / max(last - first, 1))
        lines = _DAY_WIDTH if len(snapshot.window.days) == 1 else _WEEK_WIDTH
        overview = min((self._zoom - _ZOOMS[0]) / (1 - _ZOOMS[0]), 1)
        minimum = round(lines * line * (_NARROWEST + (1 - _NARROWEST) * overview))
        return Grid.fitting(len(snapshot.columns), room.width(), minimum, minute_height, snapshot.axis.length)

    def _rearrange(self) -> None:
        snapshot = self._board.snapshot
        self._board = Board.arrange(snapshot, self._make_grid(snapshot), self._board)
        self._show_scene()

    def _show_scene(self, *, repaint: bool = True) -> None:
        self._tiles.show(self._board, self._look)
        snapshot, grid = self._board.snapshot, self._board.grid
        today = self._now.astimezone(self._look.zone).date()
        scene = Scene(snapshot, grid, self._look, today)
        edges, margins = self._edges.size_for(scene), self.viewportMargins()
        if (margins.left(), margins.top()) != (edges.width(), edges.height()):
            self.setViewportMargins(edges.width(), edges.height(), 0, 0)
            return  # setting them resizes the viewport, which shows the scene again
        view = self.viewport().geometry()
        self._edges.show_scene(scene, now_position(self._board, self._now), view)
        self.horizontalScrollBar().setRange(0, max(grid.width - view.width(), 0))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setSingleStep(grid.column_width(0) if grid.columns else 1)
        first, last = (round(grid.y_of(position)) for position in self._hours(snapshot))
        self.verticalScrollBar().setRange(first, max(last - view.height(), first))
        self._outside.show_hours(snapshot, view, is_whole=self._is_whole_day)
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(round(self._look.line_height * 2))
        if repaint:
            self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        self._edges.scroll_to(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def show_whole_day(self, is_whole: bool) -> None:
        """Show the hours outside those of the view too, or no longer."""
        if is_whole != self._is_whole_day:
            position = self._board.grid.position_at(self.verticalScrollBar().value())
            self._is_whole_day = is_whole
            self._rearrange()
            self.verticalScrollBar().setValue(round(self._board.grid.y_of(position)))

    @property
    def is_whole_day(self) -> bool:
        """Whether the hours outside those of the view are shown too."""
        return self._is_whole_day

    def _hours(self, snapshot: Snapshot) -> tuple[float, float]:
        return (0.0, float(snapshot.axis.length)) if self._is_whole_day else snapshot.hours

    def reveal_area(self, area: QRectF) -> None:
        first, last = (self._board.grid.y_of(position) for position in self._hours(self._board.snapshot))
        if area.top() < first or area.bottom() > last + 1:
            self.show_whole_day(True)
        self._reveal_across(area)
        view = QRectF(self.offset, self.viewport().size())
        if area.top() < view.top():
            self.verticalScrollBar().setValue(round(area.top() - self._look.line_height))
        elif area.bottom() > view.bottom():
            self.verticalScrollBar().setValue(round(area.bottom() - view.height() + self._look.line_height))

    def reveal_column(self, column: int) -> None:
        """Bring a column into sight, at the hours that are shown."""
        left = self._board.grid.edges[column]
        self._reveal_across(QRectF(left, self.offset.y(), self._board.grid.column_width(column), 1))

    def _reveal_across(self, area: QRectF) -> None:
        view = QRectF(self.offset, self.viewport().size())
        if area.left() < view.left() or area.width() > view.width():
            self.horizontalScrollBar().setValue(round(area.left()))
        elif area.right() > view.right():
            self.horizontalScrollBar().setValue(round(area.right() - view.width()))

    def scroll_to_start(self) -> float:
        """Show where the first resource begins to work, or the present where that is out of sight from there.

        Return that position on the axis.
        """
        snapshot, grid, bar = self._board.snapshot, self._board.grid, self.verticalScrollBar()
        # A stretch from midnight on is only what something else left of the day.
        free = [part for column in snapshot.columns for part in column.free or () if part[0] > 0]
        first = snapshot.axis.position_of_wall(min((start for start, _ in free), default=_FIRST_HOUR))
        bar.setValue(round(grid.y_of(max(first - _MARGIN_ABOVE, 0))))
        now = now_position(self._board, self._now)
        in_sight = self.viewport().height() * _IN_SIGHT
        if now is None or grid.y_of(now) < bar.value() + in_sight:
            return first
        # What lies after closing time says less than the hours before.
        shown = min(now, max((end for _, end in free), default=now))
        bar.setValue(round(grid.y_of(shown) - in_sight))
        return shown

    def say(self, text: str) -> None:
        """Tell a screen reader, now and when it asks again."""
        self.setAccessibleDescription(text)
        announce(self, text)

    # -- what every view of a plan answers to

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / _WHEEL_NOTCH, event.position().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            block = self.hit(QPointF(event.pos())).block if self._board.snapshot.columns else None
            text = wording.tooltip(block.row, self._look.zone) if block else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self.viewport())
            return True
        return super().viewportEvent(event)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look.ratio != self.devicePixelRatioF():
            self._look = self._make_look(self._board.snapshot)
            self._tiles.show(self._board, self._look)
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.tokens.surface)
        painter.translate(-self.offset)
        exposed = QRectF(event.rect()).translated(self.offset)
        view = QRectF(self.offset, self.viewport().size())
        self._tiles.paint(painter, exposed, view)
        paint_overlay(painter, self._board, self.overlay(), exposed, self._look)
        painter.end()

    def update_content(self, area: QRectF) -> None:
        self.viewport().update(area.translated(-self.offset).toAlignedRect().adjusted(-1, -1, 1, 1))
