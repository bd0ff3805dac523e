"""What changes more often than ground and blocks: selection, cursor, ghosts, the line of the present."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from terminplaner.ui.planner.plan.feedback import Objection
from terminplaner.ui.planner.plan.look import Look

_CORNER = 4.0
NOW_DOT = 4.0
_NOW_WIDTH = 2
_NOW_OVER_BLOCKS = 0.22
_LABEL_PAD = 4.0
_FADED = 0.65


class Tone(Enum):
    """How a place suits what is held over it; the value is the sign that says so beside the color."""

    FINE = "info"
    DOUBTFUL = "warning"
    REFUSED = "error"

    @classmethod
    def of(cls, objections: Sequence[Objection]) -> Tone:
        if any(objection.refuses for objection in objections):
            return cls.REFUSED
        return cls.DOUBTFUL if objections else cls.FINE

    @property
    def sign(self) -> str:
        return self.value

    def ink(self, look: Look) -> QColor:
        colors = {Tone.DOUBTFUL: look.tokens.warning, Tone.REFUSED: look.tokens.danger}
        return colors.get(self, look.tokens.accent)


def paint_selection(painter: QPainter, area: QRectF, look: Look) -> None:
    """A frame around a selected block, in each of its columns."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.tokens.accent, 2))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), _CORNER, _CORNER)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_related(painter: QPainter, area: QRectF, look: Look) -> None:
    """A dashed frame: this one belongs to the customer whom it is about."""
    pen = QPen(look.tokens.accent, 2, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(0, 0, -1, -1))


def paint_cursor(painter: QPainter, area: QRectF, look: Look) -> None:
    """The slot the arrow keys stand on, while the planner has the focus."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.tokens.accent, 2, Qt.PenStyle.DotLine))
    painter.drawRect(area.adjusted(1, 1, -1, -1))


def paint_faded(painter: QPainter, area: QRectF, look: Look) -> None:
    """What is on its way elsewhere: its place, with only a trace of it."""
    wash = QColor(look.tokens.surface)
    wash.setAlphaF(_FADED)
    painter.fillRect(area, wash)


def paint_draft(painter: QPainter, area: QRectF, look: Look, tone: Tone) -> None:
    """A span being drawn, resized or carried."""
    ink = tone.ink(look)
    ground = QColor(ink)
    ground.setAlphaF(0.18)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    is_refused = tone is Tone.REFUSED
    painter.setPen(
        QPen(ink, 2 if is_refused else 1.5, Qt.PenStyle.DashLine if is_refused else Qt.PenStyle.SolidLine)
    )
    painter.setBrush(ground)
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), _CORNER, _CORNER)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_band(painter: QPainter, area: QRectF, look: Look) -> None:
    """The rubber band that appointments are chosen with."""
    ground = QColor(look.tokens.accent)
    ground.setAlphaF(0.1)
    painter.fillRect(area, ground)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.tokens.accent, 1, Qt.PenStyle.DashLine))
    painter.drawRect(area)


def flag_area(corner: QPointF, top: float, label: str, remarks: Sequence[str], look: Look) -> QRectF:
    """Where the flag of what is in the hand stands: above ``corner``, never above ``top``."""
    side = look.icon_size.width() + _LABEL_PAD
    widths = [
        look.text_width(label, look.strong),
        *(look.text_width(text, look.normal) + side for text in remarks),
    ]
    height = look.line_height * (1 + len(remarks)) + _LABEL_PAD
    return QRectF(corner.x(), max(corner.y() - height, top), max(widths) + 2 * _LABEL_PAD + 1, height)


def paint_flag(
    painter: QPainter, flag: QRectF, label: str, remarks: Sequence[str], look: Look, tone: Tone
) -> None:
    """The times of what is in the hand, and what speaks against its place: a sign and words."""
    ground, ink = tone.ink(look), look.tokens.on_accent if tone is Tone.FINE else look.tokens.surface
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(flag, _CORNER, _CORNER)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(ink)
    left, top = flag.left() + _LABEL_PAD, flag.top() + _LABEL_PAD / 2
    look.draw_text(painter, left, top, label, look.strong, flag.width())
    side = look.icon_size.width()
    for number, text in enumerate(remarks, start=1):
        y = top + number * look.line_height
        sign = look.icon(tone.sign, ink.name(), int(side))
        painter.drawPixmap(QPointF(left, y + (look.line_height - side) / 2), sign)
        look.draw_text(painter, left + side + _LABEL_PAD, y, text, look.normal, flag.width())


def paint_now(
    painter: QPainter,
    y: float,
    free: Iterable[tuple[float, float]],
    covered: Iterable[tuple[float, float]],
    look: Look,
) -> None:
    """The present: hardly to be seen over the blocks it covers, whose words it would strike through."""
    faint = QColor(look.tokens.now_line)
    faint.setAlphaF(_NOW_OVER_BLOCKS)
    for color, stretches in ((look.tokens.now_line, free), (faint, covered)):
        painter.setPen(QPen(color, _NOW_WIDTH, c=Qt.PenCapStyle.FlatCap))
        painter.drawLines([QLineF(left, y, right, y) for left, right in stretches])


def paint_now_dot(painter: QPainter, left: float, y: float, look: Look) -> None:
    """Where the line of the present begins."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
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
