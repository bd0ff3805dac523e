"""The scrolling area of the planner: it shows a snapshot and turns mouse and keys into wishes.

It never calls a service.  Geometry comes from ``board``, meaning from ``gestures`` and ``cursor``, pixels from
``painting`` (ground and blocks) and ``overlay`` (what lies above them).
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QStyle, QToolTip, QWidget

from terminplaner.domain.when import Timed
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.forms import announce
from terminplaner.ui.planner import overlay, wording
from terminplaner.ui.planner.all_day_lane import AllDayLane
from terminplaner.ui.planner.board import Board, Hit
from terminplaner.ui.planner.geometry import Box, Grid
from terminplaner.ui.planner.gestures import Gesture, MoveGesture, NewAppointment, Rebooking, Target, drawn
from terminplaner.ui.planner.hand import Hand
from terminplaner.ui.planner.header import ColumnHeader, Scene, TimeRail
from terminplaner.ui.planner.keyboard import Keyboard
from terminplaner.ui.planner.look import Look
from terminplaner.ui.planner.painting import paint_block, paint_ground
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
_GHOST = 0.85
_LEFT_BEHIND = 0.35


class PlannerCanvas(QAbstractScrollArea):
    """Set ``clock`` times from outside by ``show_now``; everything else comes with ``show_snapshot``."""

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
        self._flight: tuple[QRectF, QRectF, float] | None = None
        self._keyboard = Keyboard(self)
        self._hand = Hand(self)
        self._look = self._make_look(snapshot)
        self._board = Board.arrange(snapshot, self._make_grid(snapshot))

        self._header = ColumnHeader(self)
        self._lane = AllDayLane(self)
        self._rail = TimeRail(self)
        self._corner = QLabel(self.tr("Ganztägig"), self)
        self._corner.setProperty("role", "muted")
        self._corner.setContentsMargins(6, 0, 6, 5)
        self._corner.setAutoFillBackground(True)
        self._corner.setBackgroundRole(QPalette.ColorRole.Base)
        self._corner.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self._lane.newRequested.connect(self.newRequested)
        self._lane.openRequested.connect(self.openRequested)
        self._lane.menuRequested.connect(self.menuRequested)
        self._lane.chosen.connect(self._on_lane_chosen)

        self._flying = QVariantAnimation(self)
        self._flying.setStartValue(0.0)
        self._flying.setEndValue(1.0)
        self._flying.valueChanged.connect(self._on_flight)
        self._flying.finished.connect(self._on_landed)

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
        self._lane.show_selected(appointment_id)
        self.selectionChanged.emit()

    def new_at_cursor(self) -> NewAppointment | None:
        """A new appointment in the cursor's slot; None while there are no columns."""
        if not self._board.snapshot.columns:
            return None
        cursor = self._keyboard.cursor
        return self._new_at(cursor.column, cursor.position)

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
        self._reveal(self._slot_area())
        self.viewport().update()
        if block is not None:
            self.say(wording.spoken(block.row, self._look.zone))
        else:
            self.say(wording.spoken_slot(column, cursor.position, self._board.snapshot.axis))

    def fly_back(self, rebooking: Rebooking) -> None:
        """Show that an appointment returns from where it was dropped to where it stands."""
        if not isinstance(rebooking.when, Timed):
            return
        start, end = self._area_of(rebooking), self._first_area(rebooking.row.appointment.id)
        duration = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        if start is not None and end is not None and duration > 0:
            self._flight = (start, end, 0.0)
            self._flying.setDuration(duration)
            self._flying.start()

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
        top, lane = ColumnHeader.height_for(scene), AllDayLane.height_for(scene)
        left = max(TimeRail.width_for(self._look), self._corner.sizeHint().width())
        margins = self.viewportMargins()
        if (margins.left(), margins.top()) != (left, top + lane):
            self.setViewportMargins(left, top + lane, 0, 0)
            return  # setting them resizes the viewport, which shows the scene again
        view = self.viewport().geometry()
        self._header.setGeometry(view.left(), 0, view.width(), top)
        self._lane.setGeometry(view.left(), top, view.width(), lane)
        self._rail.setGeometry(0, view.top(), left, view.height())
        self._corner.setGeometry(0, 0, left, top + lane)
        for part in (self._header, self._lane, self._rail):
            part.show_scene(scene)
        self._rail.show_now(self._now_position())
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
        self._header.scroll_to(self.horizontalScrollBar().value())
        self._lane.scroll_to(self.horizontalScrollBar().value())
        self._rail.scroll_to(self.verticalScrollBar().value())

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
        columns = self._board.grid.columns_between(exposed.left(), exposed.right())
        paint_ground(painter, self._board.snapshot, self._board.grid, columns, exposed, self._look)
        self._paint_blocks(painter, columns, exposed)
        self._paint_overlay(painter, columns)
        painter.end()

    def _paint_blocks(self, painter: QPainter, columns: range, exposed: QRectF) -> None:
        gesture = self._hand.gesture
        in_hand = gesture.block.appointment.id if isinstance(gesture, MoveGesture) else None
        for index in columns:
            for block in self._board.snapshot.blocks[index]:
                area = _rect(self._board.box(index, block))
                if not area.intersects(exposed):
                    continue
                painter.setOpacity(_LEFT_BEHIND if block.appointment.id == in_hand else 1.0)
                paint_block(painter, block, self._board.column(index), area, self._board.grid, self._look)
                if block.appointment.id == self._selected:
                    overlay.paint_selection(painter, area, self._look)
        painter.setOpacity(1.0)

    def _paint_overlay(self, painter: QPainter, columns: range) -> None:
        position = self._now_position()
        if position is not None:
            y = self._board.grid.y_of(position)
            today = self._now.astimezone(self._look.zone).date()
            for left, right in self._stretches_of(today, columns):
                overlay.paint_now(painter, left, right, y, self._look)
        if self.hasFocus() and self._board.snapshot.columns and not self.is_dragging:
            overlay.paint_cursor(painter, self._slot_area(), self._look)
        if self._hand.gesture is not None and self._hand.target is not None:
            self._paint_target(painter, self._hand.gesture, self._hand.target)
        if self._flight is not None:
            start, end, share = self._flight
            overlay.paint_flight(painter, start, end, share, self._look)

    def _stretches_of(self, day: date, columns: range) -> list[tuple[int, int]]:
        """Where ``day`` lies: in a week a stretch for each resource, on a day one over all."""
        grid, days = self._board.grid, self._board.snapshot.window.days
        if len(days) == 1:
            return [(0, grid.width)]
        return [
            (grid.edges[index], grid.edges[index + 1]) for index in columns if self._board.column(index).day == day
        ]

    def _paint_target(self, painter: QPainter, gesture: Gesture, target: Target) -> None:
        box = self._board.target_box(target)
        index = self._board.snapshot.column_index(target.column)
        if box is None or index is None:
            return
        area = _rect(box)
        axis, day = self._board.snapshot.axis, target.column[1]
        begins, ends = (axis.instant_at(edge, day) for edge in (target.start, target.end))
        label = f"{wording.clock(begins, axis.zone)}–{wording.clock(ends, axis.zone)}"
        if isinstance(gesture, MoveGesture):
            painter.setOpacity(_GHOST)
            ghost = Block(
                gesture.block.row, gesture.block.when, target.start, target.end, target.start, target.end
            )
            paint_block(painter, ghost, self._board.column(index), area, self._board.grid, self._look)
            painter.setOpacity(1.0)
        overlay.paint_draft(painter, area, label, self._look)

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
        self.viewport().update()
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
            self.newRequested.emit(self._new_at(hit.column, hit.position))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._board.snapshot.columns:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            area = (self._first_area(self._selected) if self._selected else None) or self._slot_area()
            corner = self.viewport().mapToGlobal((area.center() - self._offset()).toPoint())
            self.menuRequested.emit(self.selected_row, self.new_at_cursor(), corner)
            return
        hit = self.hit(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
        row = hit.block.row if hit.block else None
        self.menuRequested.emit(row, self._new_at(hit.column, hit.position), event.globalPos())

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
            QToolTip.showText(event.globalPos(), text, self.viewport())
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

    def _new_at(self, column: int, position: float) -> NewAppointment:
        shown, axis = self._board.column(column), self._board.snapshot.axis
        slot = axis.slot_at(position, shown.resource.step_minutes)
        return drawn(shown, Target(shown.key, slot, slot + shown.resource.step_minutes), axis)

    def _slot_area(self) -> QRectF:
        cursor, grid = self._keyboard.cursor, self._board.grid
        bottom = grid.y_of(cursor.position + self._board.column(cursor.column).resource.step_minutes)
        top = grid.y_of(cursor.position)
        return QRectF(grid.edges[cursor.column], top, grid.column_width(cursor.column), bottom - top)

    def _first_area(self, appointment_id: UUID) -> QRectF | None:
        return next((_rect(self._board.box(*part)) for part in self._board.places_of(appointment_id)), None)

    def _area_of(self, rebooking: Rebooking) -> QRectF | None:
        span = rebooking.when.interval(self._look.zone)
        for index, column in enumerate(self._board.snapshot.columns):
            shown = self._board.snapshot.axis.span_on(span, column.day)
            if shown is not None and column.resource.id in rebooking.resource_ids:
                box = self._board.target_box(Target(self._board.column(index).key, *shown))
                return _rect(box) if box else None
        return None

    def _now_position(self) -> float | None:
        today = self._now.astimezone(self._look.zone).date()
        if today not in self._board.snapshot.axis.days:
            return None
        return self._board.snapshot.axis.position_of(self._now, today)

    def _update_parts(self, appointment_id: UUID | None) -> None:
        for part in self._board.places_of(appointment_id) if appointment_id else ():
            self._update_content(_rect(self._board.box(*part)))

    def _update_content(self, area: QRectF) -> None:
        self.viewport().update(area.translated(-self._offset()).toAlignedRect().adjusted(-1, -1, 1, 1))

    # -- flying back

    def _on_flight(self, share: float) -> None:
        if self._flight is not None:
            self._flight = (self._flight[0], self._flight[1], share)
            self.viewport().update()

    def _on_landed(self) -> None:
        self._flight = None
        self.viewport().update()


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
