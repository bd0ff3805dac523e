"""What the mouse holds: from a press over a drag to a wish.  Counterpart of ``keyboard``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from terminplaner.ui.planner.board import Hit
from terminplaner.ui.planner.gestures import (
    FINE_STEP,
    CreateGesture,
    Gesture,
    MoveGesture,
    ResizeGesture,
    Target,
    drag_step,
    drawn,
)
from terminplaner.ui.planner.snapshot import Snapshot

if TYPE_CHECKING:
    from terminplaner.ui.planner.canvas import PlannerCanvas

_AUTO_SCROLL_MS = 30
_AUTO_SCROLL_ZONE = 24
_AUTO_SCROLL_PIXELS = 12


class Hand(QObject):
    """Keeps the gesture of a canvas from the press of the button to its release."""

    def __init__(self, canvas: PlannerCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._pressed: tuple[Hit, QPointF] | None = None
        self.gesture: Gesture | None = None
        self.target: Target | None = None
        self._auto_scroll = QTimer(self)
        self._auto_scroll.setInterval(_AUTO_SCROLL_MS)
        self._auto_scroll.timeout.connect(self._scroll_at_edge)

    @property
    def is_down(self) -> bool:
        return self._pressed is not None

    def press(self, hit: Hit, position: QPointF) -> None:
        """``position`` is in the viewport, as in all methods here."""
        self._pressed = (hit, position)

    def move(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Begin to drag once the pointer went far enough, then follow it."""
        if self._pressed is None:
            return
        hit, origin = self._pressed
        if self.gesture is None:
            if (position - origin).manhattanLength() < QApplication.startDragDistance():
                return
            self.gesture = self._begin(hit)
            if self.gesture is None:
                self._pressed = None
                return
            self._auto_scroll.start()
            self._canvas.viewport().update()
        self._track(position, modifiers)

    def release(self) -> None:
        """Let go: ask for what the gesture came to."""
        gesture, target = self.gesture, self.target
        self.cancel()
        board = self._canvas.board
        index = board.snapshot.column_index(target.column) if target else None
        if gesture is None or target is None or index is None:
            return
        column = board.column(index)
        if isinstance(gesture, CreateGesture):
            self._canvas.newRequested.emit(drawn(column, target, board.snapshot.axis))
        else:
            self._canvas.request(gesture.rebooking(column, target, board.snapshot.axis))

    def cancel(self) -> None:
        """Let go without a wish."""
        self._pressed = self.gesture = self.target = None
        self._auto_scroll.stop()
        self._canvas.viewport().update()

    def is_lost_in(self, snapshot: Snapshot) -> bool:
        """Whether what is held is no longer what it was when it was taken."""
        if not isinstance(self.gesture, MoveGesture | ResizeGesture):
            return False
        held = self.gesture.block.row
        return snapshot.find(held.appointment.id) != held

    def _begin(self, hit: Hit) -> Gesture | None:
        column = self._canvas.board.column(hit.column)
        if hit.block is None:
            return CreateGesture(column, hit.position)
        if hit.block.appointment.is_read_only:
            return None
        if hit.edge is not None:
            return ResizeGesture(hit.block, column, hit.edge)
        return MoveGesture(hit.block, column, hit.position - hit.block.start)

    def _track(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        if self.gesture is None:
            return
        hit = self._canvas.hit(position)
        column = self._canvas.board.column(hit.column)
        is_fine = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        step = FINE_STEP if is_fine else drag_step(column.resource)
        before, self.target = (
            self.target,
            self.gesture.target(column, hit.position, step, self._canvas.board.snapshot.axis),
        )
        self._canvas.update_targets(before, self.target)

    def _scroll_at_edge(self) -> None:
        canvas = self._canvas
        position = canvas.viewport().mapFromGlobal(QCursor.pos())
        view = canvas.viewport().rect()
        if not view.adjusted(-200, -200, 200, 200).contains(position):
            return
        for bar, value, size in (
            (canvas.horizontalScrollBar(), position.x(), view.width()),
            (canvas.verticalScrollBar(), position.y(), view.height()),
        ):
            if value < _AUTO_SCROLL_ZONE:
                bar.setValue(bar.value() - _AUTO_SCROLL_PIXELS)
            elif value > size - _AUTO_SCROLL_ZONE:
                bar.setValue(bar.value() + _AUTO_SCROLL_PIXELS)
