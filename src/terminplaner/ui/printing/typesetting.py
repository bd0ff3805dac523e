"""Type on paper: how much room it takes, and painting it.  May be used in any thread."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from terminplaner.ui.printing.sheet import Box, Face, Hatch, Page, Rule

_FINENESS = 10
"""Fonts come in whole pixels: type is set that much larger, and painted that much smaller."""
_TEXT = QColor("#000000")
_MUTED = QColor("#4d4d4d")
_LINE = QColor("#808080")
"""Dark enough for a printer without colors, and lighter than the text."""

_HATCHING = QColor("#c4c4c4")
_HATCH_DISTANCE = 5.0
_HATCH_WEIGHT = 0.35


class PaperType:
    """The program's own font at the sizes of ``Face``.  One thread at a time."""

    def __init__(self, family: str) -> None:
        self._family = family
        self._metrics = cache(self._make_metrics)
        self.font = cache(self._make_font)

    def width(self, text: str, face: Face) -> float:
        return self._metrics(face).horizontalAdvance(text) / _FINENESS

    def height(self, face: Face) -> float:
        return self._metrics(face).lineSpacing() / _FINENESS

    def ascent(self, face: Face) -> float:
        return self._metrics(face).ascent() / _FINENESS

    def _make_metrics(self, face: Face) -> QFontMetricsF:
        return QFontMetricsF(self.font(face))

    def _make_font(self, face: Face) -> QFont:
        font = QFont(self._family)
        font.setPixelSize(round(face.value * _FINENESS))
        font.setWeight(QFont.Weight.DemiBold if face.is_strong else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


def paint_page(page: Page, painter: QPainter, points_to_pixels: float, paper_type: PaperType) -> None:
    """``painter`` starts at the upper left corner of the paper."""
    painter.save()
    painter.scale(points_to_pixels, points_to_pixels)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for mark in page:
        if isinstance(mark, Box):
            painter.setPen(QPen(_LINE, mark.weight) if mark.weight else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(mark.color) if mark.color else Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(mark.x, mark.y, mark.width, mark.height))
        elif isinstance(mark, Rule):
            painter.setPen(QPen(_LINE, mark.weight))
            painter.drawLine(QPointF(mark.x1, mark.y1), QPointF(mark.x2, mark.y2))
        elif isinstance(mark, Hatch):
            painter.setPen(QPen(_HATCHING, _HATCH_WEIGHT))
            painter.drawLines([QLineF(*line) for line in mark.lines(_HATCH_DISTANCE)])
        else:
            painter.save()
            painter.translate(mark.x, mark.y)
            painter.scale(1 / _FINENESS, 1 / _FINENESS)
            painter.setFont(paper_type.font(mark.face))
            painter.setPen(_MUTED if mark.is_muted else _TEXT)
            painter.drawText(QPointF(), mark.text)
            painter.restore()
    painter.restore()
