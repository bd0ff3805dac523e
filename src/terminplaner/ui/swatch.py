"""A color as an icon."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

SWATCH_SIZE = QSize(12, 12)
"""In logical pixels; views have to be told by ``setIconSize``."""

_RATIO = 2.0
"""Drawn for dense screens; others scale it down."""


def swatch(color: str) -> QIcon:
    """A rounded square in ``color`` (``#rrggbb``)."""
    pixmap = QPixmap(SWATCH_SIZE * _RATIO)
    pixmap.setDevicePixelRatio(_RATIO)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(QRect(QPoint(), SWATCH_SIZE), 3, 3)
    painter.end()
    result = QIcon(pixmap)
    result.addPixmap(pixmap, QIcon.Mode.Selected)  # the style would tint it otherwise
    return result
