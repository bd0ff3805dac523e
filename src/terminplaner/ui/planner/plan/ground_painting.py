"""Painting the ground of the columns: working and opening times, free slots, and why others are none.

Stateless: the same input gives the same pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen

from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.plan.geometry import Grid
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.snapshot import Closure, SlotBox, Snapshot

_PAD = 4.0
_HOUR = 60
_NAMED_AT = 9 * 60
"""Where a day on which the shop does not open says so, in minutes."""
_SLOT_LINES_FROM = 9.0
"""Lines closer to one another than this, in pixels, would only be noise."""


def paint_ground(
    painter: QPainter, snapshot: Snapshot, grid: Grid, columns: Iterable[int], exposed: QRectF, look: Look
) -> None:
    """Free and taken times, hour lines and column borders inside ``exposed`` (content coordinates)."""
    for index in columns:
        _paint_column(painter, snapshot, grid, index, exposed, look)
    right = min(exposed.right(), grid.width)
    painter.setPen(QPen(look.tokens.grid_strong, 1))
    painter.drawLines([QLineF(exposed.left(), y, right, y) for y in _line_heights(grid, _HOUR, exposed)])
    _paint_borders(painter, snapshot, grid, columns, exposed, look)


def _paint_column(
    painter: QPainter, snapshot: Snapshot, grid: Grid, index: int, exposed: QRectF, look: Look
) -> None:
    column = snapshot.columns[index]
    left, width = grid.edges[index], grid.column_width(index)
    area = QRectF(left, exposed.top(), width, exposed.height())
    boxes = snapshot.slots[index]
    painter.fillRect(area, look.tokens.taken if boxes else look.tokens.available)
    closed = look.hatch(look.tokens.grid_strong.name(), 0.55)
    for start, end in column.not_bookable(snapshot.axis.length):
        part = QRectF(left, grid.y_of(start), width, grid.y_of(end) - grid.y_of(start)) & exposed
        if not part.isEmpty():
            painter.fillRect(part, look.tokens.unavailable)
            painter.fillRect(part, closed)
    _paint_closed(painter, snapshot, grid, index, exposed, look)
    opens = min((box.start for box in snapshot.rules[index] if box.rule.is_available), default=0.0)
    named = QRectF(left, grid.y_of(opens), width, 0)
    for closure in column.closures:
        _paint_closure(painter, closure, grid, named, look)
    for box in snapshot.rules[index]:
        if not box.rule.is_available:
            _paint_reason(
                painter, (box.start, box.end), absence_wording.unavailable(box.rule.text), grid, named, look
            )
    step = column.raster or column.resource.step_minutes
    if boxes:
        _paint_slots(painter, boxes, grid, QRectF(left, exposed.top(), width, exposed.height()), look)
    elif step % _HOUR and step * grid.minute_height >= _SLOT_LINES_FROM:
        painter.setPen(QPen(look.tokens.grid, 1))
        painter.drawLines([QLineF(left, y, left + width, y) for y in _line_heights(grid, step, exposed)])
    for start, end in snapshot.axis.absent_on(column.day):
        part = QRectF(left, grid.y_of(start), width, grid.y_of(end) - grid.y_of(start)) & exposed
        painter.fillRect(part, look.tokens.grid_strong)


def _paint_closed(
    painter: QPainter, snapshot: Snapshot, grid: Grid, index: int, exposed: QRectF, look: Look
) -> None:
    """When the shop is not open: a flat ground, calmer than the hatching of what is open but not to be booked."""
    column = snapshot.columns[index]
    left, width = grid.edges[index], grid.column_width(index)
    is_first = index == 0 or snapshot.columns[index - 1].closed != column.closed
    for start, end in column.closed:
        for top, bottom in _beside((start, end), column.free or ()):
            part = QRectF(left, grid.y_of(top), width, grid.y_of(bottom) - grid.y_of(top)) & exposed
            if not part.isEmpty():
                painter.fillRect(part, look.tokens.closed)
        if is_first and not column.holiday:
            _paint_closed_word(painter, (start, end), grid, QRectF(left, 0, width, snapshot.axis.length), look)


def _paint_closed_word(
    painter: QPainter, span: tuple[float, float], grid: Grid, column: QRectF, look: Look
) -> None:
    """Beside the opening times: at the end of the morning, at the beginning of the evening."""
    room = grid.y_of(span[1]) - grid.y_of(span[0])
    if room < look.line_height or column.width() < 2 * look.line_height:
        return
    is_whole_day = span[0] <= 0 and span[1] >= column.height()
    y = grid.y_of(span[0]) + 2
    if is_whole_day:
        y = grid.y_of(_NAMED_AT) + 2
    elif span[0] <= 0:
        y = grid.y_of(span[1]) - look.line_height - 2
    painter.setPen(look.tokens.muted)
    word = absence_wording.closed()
    look.draw_text(painter, column.left() + _PAD, y, word, look.small, column.width() - 2 * _PAD)


def _beside(span: tuple[float, float], free: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """What is left of a span around the stretches that an availability frees all the same."""
    start, end = span
    for opens, closes in free:
        if start < opens:
            yield start, min(opens, end)
        start = max(start, closes)
    if start < end:
        yield start, end


def _paint_slots(painter: QPainter, boxes: Iterable[SlotBox], grid: Grid, part: QRectF, look: Look) -> None:
    """Each place that can be booked is a box of bright ground; neighbors share the line between them."""
    edges = [
        (round(grid.y_of(box.start)) + 0.5, round(grid.y_of(box.end)) + 0.5)
        for box in boxes
        if (box.end - box.start) * grid.minute_height >= _SLOT_LINES_FROM
    ]
    shown = [(top, bottom) for top, bottom in edges if bottom >= part.top() and top <= part.bottom()]
    for top, bottom in shown:
        painter.fillRect(QRectF(part.left(), top, part.width(), bottom - top), look.tokens.available)
    painter.setPen(QPen(look.tokens.grid, 1))
    lines = dict.fromkeys(y for edge in shown for y in edge)
    painter.drawLines([QLineF(part.left(), y, part.right(), y) for y in lines])


def _paint_closure(painter: QPainter, closure: Closure, grid: Grid, opens: QRectF, look: Look) -> None:
    words = absence_wording.label(closure.absence)
    text = f"{closure.whose}: {words}" if closure.whose else words
    _paint_reason(painter, (closure.start, closure.end), text, grid, opens, look)


def _paint_reason(
    painter: QPainter, span: tuple[float, float], text: str, grid: Grid, opens: QRectF, look: Look
) -> None:
    """Why a time is closed, in words: at its top, or where the working hours would begin if that is later."""
    top = max(grid.y_of(span[0]), opens.top())
    if grid.y_of(span[1]) - top < look.line_height or opens.width() < 2 * look.line_height:
        return
    painter.setPen(look.tokens.muted)
    look.draw_text(painter, opens.left() + _PAD, top + 2, text, look.small, opens.width() - 2 * _PAD)


def _line_heights(grid: Grid, step: int, exposed: QRectF) -> Iterator[float]:
    first = int(grid.position_at(exposed.top()) // step) * step
    for position in range(first, int(grid.position_at(exposed.bottom())) + step, step):
        yield round(grid.y_of(position)) + 0.5


def _paint_borders(
    painter: QPainter, snapshot: Snapshot, grid: Grid, columns: Iterable[int], exposed: QRectF, look: Look
) -> None:
    for index in columns:
        is_last_of_group = (index + 1) % len(snapshot.window.days) == 0
        painter.setPen(QPen(look.tokens.border_strong if is_last_of_group else look.tokens.grid_strong, 1))
        x = grid.edges[index + 1] - 0.5
        painter.drawLine(QLineF(x, exposed.top(), x, exposed.bottom()))
