"""Painting blocks and bars.  Stateless: the same input gives the same pixels.

Cheap first: a block that is too low for a word gets only its color, and corners are rounded only where they show.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from terminplaner.domain.appointment import AppointmentOrigin
from terminplaner.domain.resource import Resource
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.messages import title_of
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.plan.geometry import Box, Grid
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.snapshot import Bar, Block, Column
from terminplaner.ui.theme import READABLE, VISIBLE, BlockColors, towards

STRIPE = 4.0
"""Width of the bar in the resource's color at a block's left."""
_PAD = 4.0
_ROUNDED_FROM = 20.0
_CORNER = 4.0
_WORDS_FIRST = 3.5
"""Room, in heights of a line, that the title keeps for itself before there are signs beside it."""
_TIGHT = 2.0
"""Room beside the words of a narrow block."""
_A_LETTER = "M…"
"""What of a name is to be seen beside a time, or else it stands below."""
_WORD_ROOM = 1.5
"""Room, in heights of a line, below which no more than a letter or two of a word would be seen."""


def paint_block(
    painter: QPainter,
    block: Block,
    column: Column,
    area: QRectF,
    grid: Grid,
    look: Look,
) -> None:
    """One block; ``area`` is where its taken time stands, preparation included."""
    colors = _colors(block.row, look)
    body = QRectF(area)
    body.setTop(area.top() + (block.start - block.taken_from) * grid.minute_height)
    body.setBottom(area.bottom() - (block.taken_until - block.end) * grid.minute_height)
    if body != area:
        _paint_preparation(painter, area, colors, look)
    if body.height() < 1:
        body.setHeight(1)
    _paint_body(painter, block.row, body, colors, look)
    stripe = QRectF(body.left(), body.top(), STRIPE, body.height())
    painter.fillRect(stripe, look.bar_color(_owner(block.row, column).color))
    _paint_words(painter, block.row, body, colors, look)


def paint_plain(painter: QPainter, parts: Iterable[tuple[Box, Block]], look: Look) -> None:
    """Blocks in their colors alone, all of one color at a stroke: what a frame has time for."""
    by_color: dict[str, list[QRectF]] = {}
    for box, block in parts:
        ground = _colors(block.row, look).ground.name()
        by_color.setdefault(ground, []).append(QRectF(box.x, box.y, box.width, box.height))
    painter.setPen(Qt.PenStyle.NoPen)
    for color, areas in by_color.items():
        painter.setBrush(QColor(color))
        painter.drawRects(areas)


def _colors(row: AppointmentRow, look: Look) -> BlockColors:
    colors = look.block_colors(row.color or look.tokens.muted.name())
    if not row.appointment.is_cancelled:
        return colors
    ground, edge = look.faded(colors.ground, 0.7), look.faded(colors.edge, 0.5)
    return BlockColors(ground, edge, towards(look.tokens.muted, look.tokens.text, ground, READABLE))


def _owner(row: AppointmentRow, column: Column) -> Resource:
    """The resource whose color marks a block: the column's, or in a column of several the block's own."""
    ids = row.appointment.resource_ids
    return column.resource if column.resource.id in ids or not row.resources else row.resources[0]


def _paint_preparation(painter: QPainter, area: QRectF, colors: BlockColors, look: Look) -> None:
    painter.fillRect(area, look.faded(colors.ground, 0.5))
    painter.fillRect(area, look.hatch(colors.edge.name(), 0.55))
    painter.setPen(QPen(look.faded(colors.edge, 0.45), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))


def _paint_body(painter: QPainter, row: AppointmentRow, body: QRectF, colors: BlockColors, look: Look) -> None:
    edge = look.faded(colors.edge, 0.35)
    is_dashed = row.appointment.is_transparent
    painter.setPen(QPen(edge, 1, Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine))
    painter.setBrush(colors.ground)
    frame = body.adjusted(0.5, 0.5, -0.5, -0.5)
    if min(body.height(), body.width()) >= _ROUNDED_FROM:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(frame, _CORNER, _CORNER)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    else:
        painter.drawRect(frame)
    if row.appointment.is_read_only or row.appointment.shows_as_unavailable:
        painter.fillRect(frame.adjusted(1, 1, -1, -1), look.hatch(colors.edge.name(), 0.28))


def _paint_words(painter: QPainter, row: AppointmentRow, body: QRectF, colors: BlockColors, look: Look) -> None:
    line = look.line_height
    rows = int((body.height() - 2) // line)
    if rows < 1:
        return
    top = body.top() + min(3.0, (body.height() - rows * line) / 2)
    left = body.left() + STRIPE + _PAD
    width = body.width() - STRIPE - 2 * _PAD
    if width < line:
        # Too narrow for words; of a crowded plan these are thousands.
        if row.absences and body.width() >= STRIPE + look.icon_size.width():
            _paint_warning(painter, QPointF(body.right() - 1, top), colors, look)
        return
    times = wording.span(row, look.zone)
    begins = times.split("–")[0].strip()
    if width < look.text_width(f"{begins} {_A_LETTER}", look.strong):
        place = QRectF(body.left(), top, body.width(), rows * line)
        _paint_narrow(painter, row, begins, place, colors, look)
        return
    room = width - _paint_marks(painter, row, QPointF(body.right() - _PAD, top), width, colors, look)
    painter.setPen(colors.text)
    if rows == 1:
        _paint_title(painter, row, f"{begins} {title_of(row)}", QRectF(left, top, room, line), look, look.strong)
        return
    _paint_title(painter, row, title_of(row), QRectF(left, top, room, line), look, look.strong)
    words = wording.details(row)
    first_line = _first_line(times, words[0] if words and rows == 2 else "", width, look)
    lines = [first_line, *words] if rows > 2 else [first_line]
    for number, text in enumerate(lines[: rows - 1], start=1):
        look.draw_text(painter, left, top + number * line, text, look.normal, width)


def _paint_narrow(
    painter: QPainter, row: AppointmentRow, begins: str, area: QRectF, colors: BlockColors, look: Look
) -> None:
    """Beside others: when it begins, whole or not at all ("11:…" says nothing), and below it what it is called.

    Where there is no room for a time, words are small too: a letter more tells more.
    """
    left, line = area.left() + STRIPE + _TIGHT, look.line_height
    width = area.right() - _TIGHT - left
    top = area.top()
    painter.setPen(colors.text)
    room = width
    if row.absences:
        room -= _paint_warning(painter, QPointF(area.right() - _TIGHT, top), colors, look)
    has_time = look.text_width(begins, look.small) <= room
    name_font, font = (look.strong, look.normal) if has_time else (look.small_strong, look.small)
    if has_time:
        look.draw_text(painter, left, top, begins, look.small, width)
    if has_time or row.absences:
        top += line
    names = iter((title_of(row), *wording.details(row)))
    if top < area.bottom() - 1:
        _paint_title(painter, row, next(names), QRectF(left, top, width, line), look, name_font)
    for text in names:
        top += line
        if top > area.bottom() - line + 1:
            return
        look.draw_text(painter, left, top, text, font, width)


def _first_line(times: str, word: str, width: float, look: Look) -> str:
    """The hours and what follows them where there is room for both, else the hours, else when it begins."""
    if word and look.text_width(f"{times} · ", look.normal) + _WORD_ROOM * look.line_height <= width:
        return f"{times} · {word}"
    return times if look.text_width(times, look.normal) <= width else times.split("–")[0]


def _paint_title(
    painter: QPainter, row: AppointmentRow, text: str, place: QRectF, look: Look, font: QFont
) -> None:
    """What it is called, struck through where the appointment was cancelled."""
    look.draw_text(painter, place.left(), place.top(), text, font, place.width())
    if row.appointment.is_cancelled:
        drawn = min(look.text_width(text, font), place.width())
        y = round(place.center().y()) + 0.5
        painter.drawLine(QLineF(place.left(), y, place.left() + drawn, y))


def _paint_marks(
    painter: QPainter, row: AppointmentRow, corner: QPointF, width: float, colors: BlockColors, look: Look
) -> float:
    """Signs from the right of the first line; how much room they take.

    The words go first where it is narrow, but for a warning.
    """
    names = mark_icons(row)
    side = look.icon_size.width()
    is_from_google = row.appointment.origin is AppointmentOrigin.GOOGLE
    needed = (len(names) + is_from_google + bool(row.absences)) * (side + 2)
    has_status = row.status is not None
    if has_status:
        needed += side + 2
    if needed == 0 or width - needed < _WORDS_FIRST * look.line_height:
        return _paint_warning(painter, corner, colors, look) if row.absences else 0.0
    x = corner.x()
    y = corner.y() + (look.line_height - side) / 2
    if row.absences:
        x -= _paint_warning(painter, corner, colors, look)
    for name in names:
        x -= side
        painter.drawPixmap(QPointF(x, y), look.icon(name, colors.text.name(), int(side)))
        x -= 2
    if is_from_google:
        x -= side
        paint_google_mark(painter, QRectF(x, y, side, side), colors.text, colors.ground, look)
        x -= 2
    if row.status is not None:
        x -= side
        painter.drawPixmap(QPointF(x, y), look.badge(row.status_sign, row.status.color, colors.ground.name()))
    return needed + _PAD


def _paint_warning(painter: QPainter, corner: QPointF, colors: BlockColors, look: Look) -> float:
    """The sign of what lies in an absence, at the left of ``corner``; how much room it takes."""
    side = look.icon_size.width()
    ink = towards(look.tokens.warning, look.tokens.text, colors.ground, VISIBLE)
    place = QPointF(corner.x() - side, corner.y() + (look.line_height - side) / 2)
    painter.drawPixmap(place, look.icon("warning", ink.name(), int(side)))
    return side + 2


def mark_icons(row: AppointmentRow) -> tuple[str, ...]:
    """The names of a block's signs, from the right."""
    appointment = row.appointment
    marks = (
        (appointment.is_read_only, "lock"),
        (appointment.is_private, "private"),
        (appointment.is_home_visit, "home"),
        (appointment.is_parallel, "parallel"),
    )
    return (*series_icon(row), *(name for is_set, name in marks if is_set))


def series_icon(row: AppointmentRow) -> tuple[str, ...]:
    """The sign of a series, another for an occurrence that was changed on its own; none for any other."""
    if row.appointment.is_detached:
        return ("series-changed",)
    return ("series",) if wording.is_of_series(row) else ()


def paint_google_mark(painter: QPainter, area: QRectF, ink: QColor, ground: QColor, look: Look) -> None:
    """A small ring with a G: this one was born in Google Calendar."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(area.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    font = QFont(look.strong)
    font.setPixelSize(max(int(area.height() * 0.72), 6))
    painter.setFont(font)
    painter.setPen(ground)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "G")


def paint_bar(painter: QPainter, bar: Bar, area: QRectF, column: Column, look: Look) -> None:
    """An all-day appointment in the lane; an open end has no corner and no edge."""
    colors = _colors(bar.row, look)
    frame = area.adjusted(2.5 if bar.begins_here else 0, 0.5, -2.5 if bar.ends_here else 0, -0.5)
    _paint_body(painter, bar.row, frame, colors, look)
    if bar.begins_here:
        stripe = QRectF(frame.left(), frame.top(), STRIPE, frame.height())
        painter.fillRect(stripe, look.bar_color(column.resource.color))
    left = frame.left() + STRIPE + _PAD
    width = frame.width() - STRIPE - 2 * _PAD
    top = frame.top() + (frame.height() - look.line_height) / 2
    if width < look.line_height:
        return
    room = width - _paint_marks(painter, bar.row, QPointF(frame.right() - _PAD, top), width, colors, look)
    painter.setPen(colors.text)
    place = QRectF(left, top, room, look.line_height)
    _paint_title(painter, bar.row, title_of(bar.row), place, look, look.strong)
