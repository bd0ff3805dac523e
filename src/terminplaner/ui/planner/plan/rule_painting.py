"""Painting availabilities as blocks, while they are what is edited (Verfügbarkeitsansicht)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from terminplaner.ui.planner.plan.geometry import Grid
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.snapshot import RuleBox

_INSET = 3.0
_PAD = 4.0
_WASH = 0.12


def paint_rules(
    painter: QPainter, boxes: Iterable[RuleBox], grid: Grid, column: int, exposed: QRectF, look: Look
) -> None:
    """A frame around each, dashed where the resource is not available, with its hours and its text."""
    for box in boxes:
        top, bottom = grid.y_of(box.start), grid.y_of(box.end)
        area = QRectF(grid.edges[column], top, grid.column_width(column), bottom - top)
        area.adjust(_INSET, _INSET / 2, -_INSET, -_INSET / 2)
        if not area.intersects(exposed):
            continue
        ink = look.tokens.accent if box.is_available else look.tokens.muted
        wash = QColor(ink)
        wash.setAlphaF(_WASH)
        painter.fillRect(area, wash)
        style = Qt.PenStyle.SolidLine if box.is_available else Qt.PenStyle.DashLine
        painter.setPen(QPen(ink, 2, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        if area.height() < look.line_height:
            continue
        _write(painter, _words(box), area, look)


def _write(painter: QPainter, words: str, area: QRectF, look: Look) -> None:
    """On a ground of its own: below it may stand the words of an appointment."""
    room = area.width() - 2 * _PAD
    width = min(QFontMetricsF(look.strong).horizontalAdvance(words), room)
    plate = QRectF(area.left() + 1, area.top() + 1, width + 2 * _PAD, look.line_height + _PAD)
    painter.fillRect(plate, look.tokens.surface)
    painter.setPen(look.tokens.text)
    look.draw_text(painter, area.left() + _PAD, area.top() + 2, words, look.strong, room)


def _words(box: RuleBox) -> str:
    kind = "" if box.is_available else QCoreApplication.translate("planner", "nicht verfügbar")
    return " · ".join(part for part in (box.hours, kind, box.text) if part)
