"""Colors, fonts and prepared texts for one palette, font and pixel ratio; made anew when one of them changes."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen, QPixmap, QStaticText

from terminplaner.ui.icons import icon_pixmap
from terminplaner.ui.theme import VISIBLE, BlockColors, block_colors, contrast, mix, scaled, tokens, towards

_TEXTS_KEPT = 6_000
_BADGE_CORNER = 2.5
_LETTER_SHARE = 0.8
"""Height of a letter's font as a part of its plate."""
_HATCH = 7
"""Distance of hatching lines, in logical pixels."""


class Look:
    """Everything that painting asks for more than once.  Not shared between threads."""

    def __init__(self, palette: QPalette, font: QFont, ratio: float, zone: ZoneInfo) -> None:
        self.palette = palette
        self.tokens = tokens(palette)
        self.zone = zone
        self.ratio = ratio
        self.normal = scaled(font, 0.92)
        self.strong = scaled(font, 0.92, QFont.Weight.DemiBold)
        self.small = scaled(font, 0.82)
        self.small_strong = scaled(font, 0.82, QFont.Weight.DemiBold)
        fonts = (self.normal, self.strong, self.small, self.small_strong)
        self.metrics = {font.key(): QFontMetricsF(font) for font in fonts}
        self.line_height = QFontMetricsF(self.normal).height()
        self._texts: dict[tuple[str, int, str], QStaticText] = {}
        self.block_colors = cache(self._block_colors)
        self.bar_color = cache(self._bar_color)
        self.hatch = cache(self._hatch)
        self.icon = cache(self._icon)
        self.badge = cache(self._badge)
        self._mixed = cache(self._mix)

    def draw_text(self, painter: QPainter, x: float, y: float, text: str, font: QFont, width: float) -> None:
        """Draw one line with its top at ``y``, cut with an ellipsis at ``width``; the pen's color counts."""
        key = (text, int(width), font.key())
        prepared = self._texts.get(key)
        if prepared is None:
            if len(self._texts) >= _TEXTS_KEPT:
                self._texts.clear()
            prepared = QStaticText(self._cut(text, font, width))
            prepared.setTextFormat(Qt.TextFormat.PlainText)
            prepared.prepare(font=font)
            self._texts[key] = prepared
        painter.setFont(font)
        painter.drawStaticText(QPointF(x, y), prepared)

    def _cut(self, text: str, font: QFont, width: float) -> str:
        """``text`` with an ellipsis, or bare where the ellipsis would be alone."""
        metrics = self.metrics[font.key()]
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        if len(cut) > 1 or cut == text:
            return cut
        return max(
            (text[:count] for count in range(len(text)) if metrics.horizontalAdvance(text[:count]) <= width),
            key=len,
            default="",
        )

    def text_width(self, text: str, font: QFont) -> float:
        return self.metrics[font.key()].horizontalAdvance(text)

    def _block_colors(self, color: str) -> BlockColors:
        return block_colors(color, self.palette)

    def _bar_color(self, color: str) -> QColor:
        """A resource's own color, moved only as far as it takes to be seen."""
        return towards(QColor(color), self.tokens.text, self.tokens.surface, VISIBLE)

    def _hatch(self, color: str, strength: float = 1.0) -> QBrush:
        """Diagonal lines that look alike at every pixel ratio."""
        side = round(_HATCH * self.ratio)
        tile = QPixmap(side, side)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QColor(color)
        line.setAlphaF(strength)
        painter.setPen(QPen(line, self.ratio))
        for shift in (-side, 0, side):
            painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0))
        painter.end()
        tile.setDevicePixelRatio(self.ratio)
        return QBrush(tile)

    def _icon(self, name: str, color: str, size: int) -> QPixmap:
        return icon_pixmap(name, QColor(color), size, self.ratio)

    def _badge(self, letter: str, color: str, ground: str) -> QPixmap:
        """A letter on a small plate of ``color``, which is moved as far as it takes to be seen on ``ground``."""
        side = int(self.icon_size.width())
        pixels = round(side * self.ratio)
        pixmap = QPixmap(pixels, pixels)
        pixmap.setDevicePixelRatio(pixels / side)
        pixmap.fill(Qt.GlobalColor.transparent)
        plate = towards(QColor(color), self.tokens.text, QColor(ground), VISIBLE)
        area = QRectF(0, 0, side, side)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(plate)
        painter.drawRoundedRect(area, _BADGE_CORNER, _BADGE_CORNER)
        font = QFont(self.strong)
        font.setPixelSize(max(round(side * _LETTER_SHARE), 1))
        painter.setFont(font)
        inks = (self.tokens.surface, self.tokens.text)
        painter.setPen(max(inks, key=lambda ink: contrast(ink, plate)))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter)
        painter.end()
        return pixmap

    def faded(self, color: QColor, share: float) -> QColor:
        """``color`` moved towards the ground; 1 is the ground itself."""
        return self._mixed(color.rgba(), share)

    def _mix(self, color: int, share: float) -> QColor:
        return mix(QColor.fromRgba(color), self.tokens.surface, share)

    @property
    def icon_size(self) -> QSizeF:
        side = round(self.line_height * 0.82)
        return QSizeF(side, side)
