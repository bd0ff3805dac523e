"""Scrolling by itself while something is dragged to an edge of the view, the faster the nearer to it or beyond."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

_EVERY_MS = 16
ZONE = 36
"""Pixels before an edge in which it begins to scroll."""
_FASTEST = 28
_BEYOND = 120
"""Pixels outside the view at which it scrolls fastest; far outside the pointer means something else."""


def speed(value: float, size: float) -> int:
    """Pixels per tick for a pointer at ``value`` of a view of ``size``; negative is up or left."""
    if value < ZONE:
        return -_share(ZONE - value)
    if value > size - ZONE:
        return _share(value - (size - ZONE))
    return 0


def _share(depth: float) -> int:
    return max(1, round(_FASTEST * min(depth / (ZONE + _BEYOND), 1.0) ** 1.5))


class AutoScroll(QObject):
    """``on_scrolled`` is told where the pointer is in the viewport after each step."""

    def __init__(self, area: QAbstractScrollArea, on_scrolled: Callable[[QPointF], None]) -> None:
        super().__init__(area)
        self._area = area
        self._on_scrolled = on_scrolled
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _step(self) -> None:
        view = self._area.viewport()
        position = view.mapFromGlobal(QCursor.pos())
        if not view.rect().adjusted(-2 * _BEYOND, -2 * _BEYOND, 2 * _BEYOND, 2 * _BEYOND).contains(position):
            return
        has_moved = [
            _scrolled(self._area.horizontalScrollBar(), speed(position.x(), view.width())),
            _scrolled(self._area.verticalScrollBar(), speed(position.y(), view.height())),
        ]
        if any(has_moved):
            self._on_scrolled(QPointF(position))


def _scrolled(bar: QScrollBar, pixels: int) -> bool:
    before = bar.value()
    bar.setValue(before + pixels)
    return bar.value() != before
