"""Our own line icons, drawn in the colors of the palette."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from terminplaner.ui.assets import asset

_SIZES = (16, 20, 24, 32, 48, 64)


def icon(name: str, palette: QPalette) -> QIcon:
    """The icon ``resources/icons/<name>.svg`` for widgets with this palette.

    It does not follow the palette: make it anew on ``PaletteChange`` (``forms.IconButton`` does).
    """
    result = QIcon()
    colors = {
        QIcon.Mode.Normal: palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText),
        QIcon.Mode.Disabled: palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText),
    }
    for mode, color in colors.items():
        for size in _SIZES:
            result.addPixmap(icon_pixmap(name, color, size), mode)
    return result


def icon_pixmap(name: str, color: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon in one color; ``size`` in logical pixels, ``ratio`` the device pixel ratio."""
    drawing = asset("icons", f"{name}.svg").read_bytes().replace(b"currentColor", color.name().encode())
    pixels = round(size * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
