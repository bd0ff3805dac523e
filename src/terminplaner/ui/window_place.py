"""How large windows open and where the main one stands: within their screen, with the title bar within reach.

Qt itself brings a window back into sight that was left on a screen that is gone.
"""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QStyle, QWidget

_COMFORTABLE = QSize(1280, 820)
_SHARE = 0.75
"""Of a large screen's width and height, so that a window there does not look lost."""
_EDGE = 8
"""A border as thick as window managers draw them; theirs is known only once the window is shown."""


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Open ``window`` with this size, or as large as its screen allows."""
    window.resize(QSize(width, height).boundedTo(_room(window).size()))


def place_first(window: QMainWindow) -> None:
    """Put ``window``, not yet shown, in the middle of its screen; maximized where that is small."""
    room = _room(window)
    wanted = _COMFORTABLE.expandedTo(room.size() * _SHARE)
    place = QRect(QPoint(), wanted.boundedTo(room.size()))
    place.moveCenter(room.center())
    window.setGeometry(place)
    if place.size() != wanted:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def _room(window: QWidget) -> QRect:
    """What the frame and the title bar of ``window`` leave of its screen."""
    title_bar = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    frame = QMargins(_EDGE, title_bar + _EDGE, _EDGE, _EDGE)
    return window.screen().availableGeometry().marginsRemoved(frame)
