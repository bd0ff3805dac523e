"""Scrolling by itself while something is dragged to an edge of the view, the faster the nearer to it or beyond."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

_EVERY_MS = 16
ZONE = 36
"""Pixels before an edge in which it begins to scroll."""
_FASTEST = 28
_BEYOND = 120
"""Pixels outside the view at which it scrolls fastest."""


def speed(value: float, size: float) -> int:
    """Pixels per tick for a pointer at ``value`` of a view of ``size``; negative is up or left."""
    if value < ZONE:
        return -_share(ZONE - value)
    if value > size - ZONE:
        return _share(value - (size - ZONE))
    return 0


def _share(depth: float) -> int:
    nearness = min(depth / (ZONE + _BEYOND), 1.0)
    return max(1, round(_FASTEST * nearness * nearness))


class AutoScroll(QObject):
    """``on_scrolled`` is told where the pointer is in the viewport after each step."""

    def __init__(self, area: QAbstractScrollArea, on_scrolled: Callable[[QPointF], None]) -> None:
        super().__init__(area)
        self._area = area
        self._on_scrolled = on_scrolled
        self._position = QPointF()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._step)

    def follow(self, position: QPointF) -> None:
        """The pointer, held or holding something, is there in the viewport."""
        self._position = position
        view = self._area.viewport()
        if speed(position.x(), view.width()) or speed(position.y(), view.height()):
            self._timer.start()
        else:
            self._timer.stop()

    def stop(self) -> None:
        self._timer.stop()

    def _step(self) -> None:
        view = self._area.viewport()
        has_moved = [
            _scrolled(self._area.horizontalScrollBar(), speed(self._position.x(), view.width())),
            _scrolled(self._area.verticalScrollBar(), speed(self._position.y(), view.height())),
        ]
        if any(has_moved):
            self._on_scrolled(self._position)
        else:
            self._timer.stop()


def _scrolled(bar: QScrollBar, pixels: int) -> bool:
    before = bar.value()
    bar.setValue(before + pixels)
    return bar.value() != before
