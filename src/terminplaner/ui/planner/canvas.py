"""The scrolling area of the planner: it shows a snapshot and turns mouse and keys into wishes.

It never calls a service.  Geometry comes from ``board``, meaning from ``gestures`` and ``cursor``, pixels from
``painting`` (ground and blocks) and ``overlay`` (what lies above them).
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.forms import announce
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.board import Board, Hit
from terminplaner.ui.planner.cursor import free_from
from terminplaner.ui.planner.edges import Edges
from terminplaner.ui.planner.flight import Flight
from terminplaner.ui.planner.geometry import Grid
from terminplaner.ui.planner.gestures import NewAppointment, Rebooking, Target
from terminplaner.ui.planner.hand import Hand
from terminplaner.ui.planner.header import Scene
from terminplaner.ui.planner.keyboard import Keyboard
from terminplaner.ui.planner.look import Look
from terminplaner.ui.planner.picture import Overlay, now_position, paint_picture, rect
from terminplaner.ui.planner.snapshot import Block, Snapshot
from terminplaner.ui.planner.window import Mode

_LINES_PER_HOUR = 4.6
"""Height of an hour at zoom 1, in lines of text: half an hour then holds two lines."""
_ZOOMS = (0.4, 4.0)
_ZOOM_STEP = 1.15
_COLUMN_WIDTHS = {Mode.DAY: 11, Mode.WORK_WEEK: 9, Mode.WEEK: 8}
"""The least width of a column, in heights of a line."""
_FIRST_HOUR = 8 * 60
_MARGIN_ABOVE = 30
_WHEEL_NOTCH = 120
_LONGEST_FLAG = " 00:00–00:00 "


class PlannerCanvas(QAbstractScrollArea):
    """``show_snapshot`` gives it something to show, ``show_now`` moves the present; it answers by signals."""

    newRequested = Signal(object)
    """A ``NewAppointment``."""
    openRequested = Signal(object)
    """An ``AppointmentRow``."""
    rebookRequested = Signal(object)
    """A ``Rebooking``."""
    menuRequested = Signal(object, object, QPoint)
    """The row or None, the ``NewAppointment`` of that place, and where on the screen."""
    selectionChanged = Signal()
    dragLost = Signal()
    """What was in the hand changed or vanished meanwhile."""

    def __init__(self, snapshot: Snapshot, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._zoom = 1.0
        self._selected: UUID | None = None
        self._has_scrolled = False
        self._cursor_area = QRectF()
        self._keyboard = Keyboard(self)
        self._hand = Hand(self)
        self._flight = Flight(self.viewport())
        self._look = self._make_look(snapshot)
        self._board = Board.arrange(snapshot, self._make_grid(snapshot))

        self._edges = Edges(self)
        self._edges.lane.newRequested.connect(self.newRequested)
        self._edges.lane.openRequested.connect(self.openRequested)
        self._edges.lane.menuRequested.connect(self.menuRequested)
        self._edges.lane.chosen.connect(self._on_lane_chosen)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Terminplan"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._show_scene()

    # -- what it shows

    @property
    def board(self) -> Board:
        return self._board

    @property
    def selected_id(self) -> UUID | None:
        return self._selected

    @property
    def selected_row(self) -> AppointmentRow | None:
        return self._board.snapshot.find(self._selected) if self._selected else None

    @property
    def is_dragging(self) -> bool:
        return self._hand.gesture is not None

    @property
    def zoom(self) -> float:
        return self._zoom

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take over a newer state of the window, or another window; selection, scroll and drag stay."""
        before = self._board.snapshot
        if self._hand.is_lost_in(snapshot):
            self._hand.cancel()
            self.dragLost.emit()
        self._board = Board.arrange(snapshot, self._make_grid(snapshot))
        changed = snapshot.changed_columns(before)
        if changed is None or snapshot.bars != before.bars or snapshot.window != before.window:
            self._show_scene()
        else:
            self._show_scene(repaint=False)
            for column in changed:
                left = self._board.grid.edges[column]
                self._update_content(
                    QRectF(left, 0, self._board.grid.column_width(column), self._board.grid.height)
                )
        self._keyboard.clamp(self._board)
        if snapshot.columns and not self._has_scrolled:
            self._has_scrolled = True
            self._scroll_to_start()

    def show_now(self, now: datetime) -> None:
        """Move the line of the present (an instant)."""
        self._now = now
        self._show_scene()

    def select(self, appointment_id: UUID | None) -> None:
        if appointment_id == self._selected:
            return
        self._update_parts(self._selected)
        self._selected = appointment_id
        self._update_parts(appointment_id)
        self._edges.lane.show_selected(appointment_id)
        self.selectionChanged.emit()

    def reveal(self, appointment_id: UUID) -> None:
        """Select an appointment and bring it into sight."""
        self.select(appointment_id)
        first = next(self._board.places_of(appointment_id), None)
        if first is not None:
            self._reveal(rect(self._board.box(*first)))

    def new_at_cursor(self) -> NewAppointment | None:
        """A new appointment in the cursor's slot; None while there are no columns."""
        if not self._board.snapshot.columns:
            return None
        cursor = self._keyboard.cursor
        return self._board.new_at(cursor.column, cursor.position)

    def new_when_free(self) -> NewAppointment | None:
        """As ``new_at_cursor``, but later that day where the cursor's slot is taken."""
        if not self._board.snapshot.columns:
            return None
        cursor = free_from(self._keyboard.cursor, self._board.snapshot)
        return self._board.new_at(cursor.column, cursor.position)

    def open_current(self) -> None:
        """Open the selected appointment, or begin a new one at the cursor."""
        row = self.selected_row
        if row is not None:
            self.openRequested.emit(row)
        elif (new := self.new_at_cursor()) is not None:
            self.newRequested.emit(new)

    def request(self, rebooking: Rebooking) -> None:
        """Pass on the wish to move or resize, unless nothing would change."""
        if rebooking.is_change:
            self.rebookRequested.emit(rebooking)

    def say(self, text: str) -> None:
        """Tell a screen reader, now and when it asks again."""
        self.setAccessibleDescription(text)
        announce(self, text)

    def follow_cursor(self, block: Block | None) -> None:
        """Select what the keyboard's cursor stands on, bring it into sight and say it."""
        self.select(block.appointment.id if block else None)
        cursor = self._keyboard.cursor
        column = self._board.column(cursor.column)
        self._reveal(rect(self._board.slot_box(cursor)))
        self._show_cursor()
        if block is not None:
            self.say(wording.spoken(block.row, self._look.zone))
        else:
            self.say(wording.spoken_slot(column, cursor.position, self._board.snapshot.axis))

    def fly_back(self, rebooking: Rebooking) -> None:
        """Show that an appointment returns from where it was dropped to where it stands."""
        start = self._board.rebooked_box(rebooking)
        end = next((self._board.box(*part) for part in self._board.places_of(rebooking.row.appointment.id)), None)
        if start is not None and end is not None:
            self._flight.fly(start, end)

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
        minute_height = max(line * _LINES_PER_HOUR * self._zoom / 60, room.height() / snapshot.axis.length)
        minimum = round(_COLUMN_WIDTHS[snapshot.window.mode] * line)
        return Grid.fitting(len(snapshot.columns), room.width(), minimum, minute_height, snapshot.axis.length)

    def _rearrange(self) -> None:
        snapshot = self._board.snapshot
        self._board = Board.arrange(snapshot, self._make_grid(snapshot))
        self._show_scene()

    def _show_scene(self, *, repaint: bool = True) -> None:
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
        self.verticalScrollBar().setRange(0, max(grid.height - view.height(), 0))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(round(self._look.line_height * 2))
        if repaint:
            self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        self._edges.scroll_to(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _scroll_to_start(self) -> None:
        starts = [start for column in self._board.snapshot.columns for start, _ in column.free or ()]
        first = self._board.snapshot.axis.position_of_wall(min(starts, default=_FIRST_HOUR))
        self.verticalScrollBar().setValue(round(self._board.grid.y_of(max(first - _MARGIN_ABOVE, 0))))
        self._keyboard.place(0, first, self._board)

    def _reveal(self, area: QRectF) -> None:
        view = QRectF(self._offset(), self.viewport().size())
        if area.left() < view.left() or area.width() > view.width():
            self.horizontalScrollBar().setValue(round(area.left()))
        elif area.right() > view.right():
            self.horizontalScrollBar().setValue(round(area.right() - view.width()))
        if area.top() < view.top():
            self.verticalScrollBar().setValue(round(area.top() - self._look.line_height))
        elif area.bottom() > view.bottom():
            self.verticalScrollBar().setValue(round(area.bottom() - view.height() + self._look.line_height))

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look.ratio != self.devicePixelRatioF():
            self._look = self._make_look(self._board.snapshot)
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.tokens.surface)
        painter.translate(-self._offset())
        exposed = QRectF(event.rect()).translated(self._offset())
        paint_picture(painter, self._board, self._overlay(), exposed, self._look)
        painter.end()

    def _overlay(self) -> Overlay:
        # On an appointment the frame of the selection is the cursor.
        is_free = self._selected is None and not self.is_dragging
        has_cursor = is_free and self.hasFocus() and bool(self._board.snapshot.columns)
        return Overlay(
            self._now,
            self._selected,
            self._board.slot_box(self._keyboard.cursor) if has_cursor else None,
            self._hand.gesture,
            self._hand.target,
            self._flight.now,
        )

    # -- mouse, wheel and keys

    def hit(self, position: QPointF) -> Hit:
        """What lies at a point of the viewport; only where there are columns."""
        spot = position + self._offset()
        return self._board.hit(spot.x(), spot.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._board.snapshot.columns or self.is_dragging:
            return
        hit = self.hit(event.position())
        self._keyboard.place(hit.column, hit.block.start if hit.block else hit.position, self._board)
        self.select(hit.block.appointment.id if hit.block else None)
        self._show_cursor()
        if event.button() == Qt.MouseButton.LeftButton:
            self._hand.press(hit, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hand.is_down:
            self._hand.move(event.position(), event.modifiers())
        elif self._board.snapshot.columns:
            is_at_edge = self.hit(event.position()).edge is not None
            self.viewport().setCursor(Qt.CursorShape.SizeVerCursor if is_at_edge else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._hand.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._board.snapshot.columns:
            return
        self._hand.cancel()
        hit = self.hit(event.position())
        if hit.block is not None:
            self.openRequested.emit(hit.block.row)
        else:
            self.newRequested.emit(self._board.new_at(hit.column, hit.position))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._board.snapshot.columns:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            current = self._keyboard.current(self._board)
            box = self._board.box(*current) if current else self._board.slot_box(self._keyboard.cursor)
            corner = self.viewport().mapToGlobal((rect(box).center() - self._offset()).toPoint())
            self.menuRequested.emit(self.selected_row, self.new_at_cursor(), corner)
            return
        hit = self.hit(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
        row = hit.block.row if hit.block else None
        self.menuRequested.emit(row, self._board.new_at(hit.column, hit.position), event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / _WHEEL_NOTCH, event.position().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            block = self.hit(QPointF(event.pos())).block if self._board.snapshot.columns else None
            text = wording.tooltip(block.row, self._look.zone) if block and not self.is_dragging else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_dragging:
            self._hand.cancel()
        elif event.key() == Qt.Key.Key_Escape:
            self.select(None)
        elif not self._board.snapshot.columns or not self._keyboard.handle(event, self._board):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _on_lane_chosen(self, row: AppointmentRow | None) -> None:
        self.select(row.appointment.id if row else None)

    # -- places

    def update_targets(self, *targets: Target | None) -> None:
        """Repaint where a drag was and where it is, its flag with the times included."""
        for target in targets:
            box = self._board.target_box(target) if target else None
            if box is not None:
                width = max(box.width, self._look.text_width(_LONGEST_FLAG, self._look.strong))
                above = self._look.line_height + 4
                self._update_content(QRectF(box.x, box.y - above, width, box.height + 2 * above))

    def _show_cursor(self) -> None:
        """Repaint where the cursor was and where it is."""
        before, self._cursor_area = self._cursor_area, rect(self._board.slot_box(self._keyboard.cursor))
        self._update_content(before)
        self._update_content(self._cursor_area)

    def _update_parts(self, appointment_id: UUID | None) -> None:
        for part in self._board.places_of(appointment_id) if appointment_id else ():
            self._update_content(rect(self._board.box(*part)))

    def _update_content(self, area: QRectF) -> None:
        self.viewport().update(area.translated(-self._offset()).toAlignedRect().adjusted(-1, -1, 1, 1))
