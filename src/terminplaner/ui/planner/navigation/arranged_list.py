"""A list whose lines can be put into another order, with the mouse or with Alt and the arrows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget

from terminplaner.ui.chords import ALT, Chord, chord_of

ARRANGE_KEYS: Final[Mapping[Chord, int]] = {(Qt.Key.Key_Up, ALT): -1, (Qt.Key.Key_Down, ALT): 1}
"""By how many lines they move the current one."""


class ArrangedList(QListView):
    """It asks for every step of a line at once, so the order is seen while the line is held."""

    moved = Signal(int, int)
    """The line at the first number goes to the second."""
    arranged = Signal()
    """The line was let go of, or the keys moved it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.can_arrange = True
        self._pressed_at: QPoint | None = None
        self._is_dragging = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = ARRANGE_KEYS.get(chord_of(event), 0)
        if not steps or not self.can_arrange:
            super().keyPressEvent(event)
        elif self._move(self.currentIndex(), self.currentIndex().row() + steps):
            self.arranged.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self.can_arrange and index.isValid():
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        point = event.position().toPoint()
        if not self._is_dragging:
            if (point - self._pressed_at).manhattanLength() < QApplication.startDragDistance():
                return
            self._is_dragging = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        target = self.indexAt(point)
        if target.isValid():
            self._move(self.currentIndex(), target.row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._let_go():
            super().mouseReleaseEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """A list that is closed under a line hears no release; the order stays as it was seen last."""
        self._let_go()
        super().hideEvent(event)

    def _let_go(self) -> bool:
        """Whether a line was dragged."""
        was_dragging, self._pressed_at, self._is_dragging = self._is_dragging, None, False
        if was_dragging:
            self.viewport().unsetCursor()
            self.arranged.emit()
        return was_dragging

    def _move(self, index: QModelIndex, row: int) -> bool:
        """Whether there was somewhere to go; the line stays the current one."""
        if not index.isValid() or row == index.row() or not 0 <= row < self.model().rowCount():
            return False
        self.moved.emit(index.row(), row)
        self.setCurrentIndex(self.model().index(row, 0))
        return True
