"""A color as an icon."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

_SIZE = 12
_RATIO = 2.0
"""Drawn for dense screens; others scale it down."""


def swatch(color: str) -> QIcon:
    """A rounded square in ``color`` (``#rrggbb``)."""
    side = round(_SIZE * _RATIO)
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(_RATIO)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(0, 0, _SIZE, _SIZE, 3, 3)
    painter.end()
    result = QIcon(pixmap)
    result.addPixmap(pixmap, QIcon.Mode.Selected)  # the style would tint it otherwise
    return result
