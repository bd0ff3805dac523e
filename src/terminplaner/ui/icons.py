"""Our own line icons, drawn in the colors of the palette."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from terminplaner.ui.assets import asset

_SIZES = (16, 20, 24, 32, 48, 64)
_KEPT = 200


def icon(name: str, palette: QPalette) -> QIcon:
    """The icon ``resources/icons/<name>.svg`` for widgets with this palette.

    It does not follow the palette: make it anew on ``PaletteChange`` (``forms.IconButton`` does).
    """
    enabled = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    return _icon(name, enabled.name(), disabled.name())


@lru_cache(maxsize=_KEPT)
def _icon(name: str, enabled: str, disabled: str) -> QIcon:
    # Every button asks for its icon several times while a window is built.
    result = QIcon()
    for mode, color in ((QIcon.Mode.Normal, enabled), (QIcon.Mode.Disabled, disabled)):
        for size in _SIZES:
            result.addPixmap(icon_pixmap(name, QColor(color), size), mode)
    return result


def icon_pixmap(name: str, color: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon in one color; ``size`` in logical pixels, ``ratio`` the device pixel ratio."""
    drawing = _drawing(name).replace(b"currentColor", color.name().encode())
    pixels = round(size * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _drawing(name: str) -> bytes:
    return asset("icons", f"{name}.svg").read_bytes()
