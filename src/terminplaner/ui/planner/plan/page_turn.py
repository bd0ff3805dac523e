"""Turning the page while something is held at the left or right edge, once there is no more to scroll."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea

HOLD_MS = 700
"""How long it has to be held there, for each page."""
_ZONE = 12
"""Pixels at an edge of the view; where the window ends there as well, nobody gets beyond."""


class PageTurn(QObject):
    """``area`` is what scrolls; after ``turned`` it waits until ``stop`` says that the other page is there."""

    turned = Signal(int)
    """Show the page after (1) or before (-1)."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._direction = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._turn)

    def follow(self, position: QPointF) -> None:
        """The pointer, holding something, is there in the viewport or beside it."""
        direction = self._direction_at(position)
        if direction == self._direction:
            return
        self._direction = direction
        if direction:
            self._timer.start(HOLD_MS)
        else:
            self._timer.stop()

    def stop(self) -> None:
        """Nothing is held there any more, or the other page is there: the next stay at an edge is another one."""
        self._direction = 0
        self._timer.stop()

    def _direction_at(self, position: QPointF) -> int:
        view, bar = self._area.viewport().rect(), self._area.horizontalScrollBar()
        if not view.top() <= position.y() <= view.bottom():
            return 0
        if position.x() < _ZONE and bar.value() == bar.minimum():
            return -1
        if position.x() > view.width() - _ZONE and bar.value() == bar.maximum():
            return 1
        return 0

    def _turn(self) -> None:
        self.turned.emit(self._direction)
