"""Painting availabilities as blocks, while they are what is edited (Verfügbarkeitsansicht)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from terminplaner.ui.planner.plan.geometry import Grid
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.overlay import paint_faded
from terminplaner.ui.planner.plan.snapshot import RuleBox

_INSET = 3.0
_PAD = 4.0
_WASH = 0.12
_SEPARATOR = " · "


def paint_rules(
    painter: QPainter,
    boxes: Iterable[RuleBox],
    blocks: Sequence[QRectF],
    grid: Grid,
    column: int,
    exposed: QRectF,
    look: Look,
) -> None:
    """A frame around each in the color of its type, dashed where the resource is not available, and its words.

    The column's appointments, ``blocks``, stay to be seen, faded.
    """
    for block in blocks:
        if block.intersects(exposed):
            paint_faded(painter, block, look)
    for box in boxes:
        area = rule_area(box.start, box.end, grid, column)
        if not area.intersects(exposed):
            continue
        ink = _ink(box, look)
        wash = QColor(ink)
        wash.setAlphaF(_WASH)
        painter.fillRect(area, wash)
        style = Qt.PenStyle.SolidLine if box.rule.is_available else Qt.PenStyle.DashLine
        painter.setPen(QPen(ink, 2, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        if area.height() < look.line_height:
            continue
        _write(painter, box, area, blocks, look)


def rule_area(start: float, end: float, grid: Grid, column: int) -> QRectF:
    """Where an availability stands; ``start`` and ``end`` in axis minutes."""
    top, bottom = grid.y_of(start), grid.y_of(end)
    area = QRectF(grid.edges[column], top, grid.column_width(column), bottom - top)
    return area.adjusted(_INSET, _INSET / 2, -_INSET, -_INSET / 2)


def _ink(box: RuleBox, look: Look) -> QColor:
    if box.kind is not None:
        return look.block_colors(box.kind.color).edge
    return look.tokens.accent if box.rule.is_available else look.tokens.muted


def _write(painter: QPainter, box: RuleBox, area: QRectF, blocks: Iterable[QRectF], look: Look) -> None:
    """Where no appointment stands; where there is no such place, at the top, on a ground of its own."""
    room = area.width() - 2 * _PAD
    words = _words(box)
    lines = [rule_words(box)]
    if look.text_width(lines[0], look.strong) > room and area.height() >= 2 * look.line_height + _PAD:
        lines = [words[0], _SEPARATOR.join(words[1:])]
    width = min(max(look.text_width(line, look.strong) for line in lines), room)
    plate = QRectF(area.left() + 1, area.top() + 1, width + 2 * _PAD, len(lines) * look.line_height + _PAD)
    plate.moveTop(_free_top(plate, area, blocks))
    painter.fillRect(plate, look.tokens.surface)
    painter.setPen(look.tokens.text)
    for number, line in enumerate(lines):
        top = plate.top() + 1 + number * look.line_height
        look.draw_text(painter, area.left() + _PAD, top, line, look.strong, room)


def _free_top(plate: QRectF, area: QRectF, blocks: Iterable[QRectF]) -> float:
    """The uppermost place of ``plate`` within ``area`` that covers none of ``blocks``, or else where it is."""
    moved = QRectF(plate)
    for block in sorted(blocks, key=QRectF.top):
        if block.intersects(moved):
            moved.moveTop(block.bottom() + 1)
    return moved.top() if moved.bottom() <= area.bottom() else plate.top()


def rule_words(box: RuleBox) -> str:
    """``09:00–12:00 · nicht verfügbar · Schulung · Optik-Akademie``."""
    return _SEPARATOR.join(_words(box))


def _words(box: RuleBox) -> list[str]:
    """Its hours first, then whether it is the opposite of one, its type and its text."""
    away = "" if box.rule.is_available else QCoreApplication.translate("planner", "nicht verfügbar")
    return [part for part in (box.hours, away, box.kind.name if box.kind else "", box.rule.text) if part]
