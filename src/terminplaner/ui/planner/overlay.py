"""What changes more often than ground and blocks: selection, cursor, ghosts, the line of the present."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from terminplaner.ui.planner.look import Look

_CORNER = 4.0
NOW_DOT = 4.0
_LABEL_PAD = 4.0


def paint_selection(painter: QPainter, area: QRectF, look: Look) -> None:
    """A frame around a selected block, in each of its columns."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.tokens.accent, 2))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), _CORNER, _CORNER)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_cursor(painter: QPainter, area: QRectF, look: Look) -> None:
    """The slot the arrow keys stand on, while the planner has the focus."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.tokens.accent, 2, Qt.PenStyle.DotLine))
    painter.drawRect(area.adjusted(1, 1, -1, -1))


def paint_draft(painter: QPainter, area: QRectF, label: str, look: Look) -> None:
    """A span being drawn or resized, with its times."""
    ground = QColor(look.tokens.accent)
    ground.setAlphaF(0.18)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.tokens.accent, 1.5))
    painter.setBrush(ground)
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), _CORNER, _CORNER)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    paint_label(painter, area.topLeft(), label, look)


def paint_label(painter: QPainter, corner: QPointF, label: str, look: Look) -> None:
    """A small flag with the times of what is in the hand, standing on ``corner``."""
    width = look.text_width(label, look.strong) + 2 * _LABEL_PAD
    height = look.line_height + 2
    flag = QRectF(corner.x(), max(corner.y() - height, 0), width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens.accent)
    painter.drawRect(flag)
    painter.setPen(look.tokens.on_accent)
    look.draw_text(painter, flag.left() + _LABEL_PAD, flag.top() + 1, label, look.strong, width)


def paint_now(painter: QPainter, left: float, right: float, y: float, look: Look) -> None:
    """The present, across the columns of today."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.tokens.now_line, 1.5))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens.now_line)
    painter.drawEllipse(QPointF(left + NOW_DOT, y), NOW_DOT, NOW_DOT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_flight(painter: QPainter, start: QRectF, end: QRectF, share: float, look: Look) -> None:
    """The frame of what was refused, ``share`` of its way from where it was dropped back home."""
    home = 1 - (1 - share) ** 2
    area = QRectF(
        start.left() + (end.left() - start.left()) * home,
        start.top() + (end.top() - start.top()) * home,
        start.width() + (end.width() - start.width()) * home,
        start.height() + (end.height() - start.height()) * home,
    )
    painter.setPen(QPen(look.tokens.danger, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, _CORNER, _CORNER)
