"""One day of the month view: where its lines stand, and how they are painted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from terminplaner.domain.when import AllDay
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.working_time import local_days
from terminplaner.ui.messages import title_of
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.overviews.month import DayCell
from terminplaner.ui.planner.overviews.month_carrying import MonthHeld, days_of
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.overlay import (
    Tone,
    flag_area,
    paint_draft,
    paint_faded,
    paint_flag,
    paint_related,
)
from terminplaner.ui.planner.plan.painting import series_icon
from terminplaner.ui.planner.window import Window

_PAD = 5.0
_HOLIDAY_GAP = 2 * _PAD + 2
_GAP = 2.0
_STRIPE = 3.0
_WORDS_FIRST = 6
"""Room, in heights of a line, from which a sign stands beside the words."""
_WEEKEND = 5
_LINES_WITH_NOTE = 3
"""Room, in lines, from which one of them says who is away, though more appointments then wait."""


@dataclass(frozen=True, slots=True)
class CellLayout:
    """``lines`` are the appointments that fit, ``more`` the line that says how many ``hidden`` ones wait.

    ``note`` is the line that says who is away; None where nobody is, or where there is too little room beside the
    appointments: then it stands beside the day.
    """

    cell: DayCell
    area: QRectF
    lines: tuple[tuple[AppointmentRow, QRectF], ...]
    hidden: int
    more: QRectF
    note: QRectF | None = None

    def row_at(self, position: QPointF) -> AppointmentRow | None:
        return next((row for row, area in self.lines if area.contains(position)), None)

    def more_at(self, position: QPointF) -> bool:
        return self.hidden > 0 and self.more.contains(position)


def lay_out_cell(cell: DayCell, area: QRectF, look: Look) -> CellLayout:
    height = look.line_height + 2
    top = area.top() + _heading_height(look)
    fitting = int((area.bottom() - top - _GAP) // (height + _GAP))
    noted = int(bool(cell.away) and (len(cell.rows) < fitting or fitting >= _LINES_WITH_NOTE))
    rows, hidden = cell.shown(max(fitting - noted, 0))
    places = [
        QRectF(area.left() + _PAD, top + number * (height + _GAP), area.width() - 2 * _PAD, height)
        for number in range(len(rows) + noted + 1)
    ]
    lines = tuple(zip(rows, places[noted:], strict=False))
    return CellLayout(cell, area, lines, hidden, places[-1], places[0] if noted else None)


def paint_cell(
    painter: QPainter,
    layout: CellLayout,
    look: Look,
    *,
    today: date,
    selected: Set[UUID],
    leaving: Set[UUID] = frozenset(),
    customer_id: UUID | None = None,
) -> None:
    """``leaving`` are the appointments that are on their way to another day; those of a customer are marked."""
    cell, area, colors = layout.cell, layout.area, look.tokens
    is_quiet = cell.is_closed or cell.holiday or cell.day.weekday() >= _WEEKEND
    painter.fillRect(area, colors.unavailable if is_quiet else colors.available)
    if cell.is_closed:
        painter.fillRect(area, look.hatch(colors.grid_strong.name(), 0.55))
    painter.setPen(QPen(colors.grid_strong, 1))
    right, bottom = area.right() - 0.5, area.bottom() - 0.5
    painter.drawLine(QLineF(right, area.top(), right, bottom))
    painter.drawLine(QLineF(area.left(), bottom, right, bottom))
    _paint_heading(painter, layout, look, is_today=cell.day == today)
    if layout.note is not None:
        painter.setPen(colors.muted)
        left, width = layout.note.left() + 3, layout.note.width() - 3
        look.draw_text(painter, left, layout.note.top() + 1, _away(cell, look), look.normal, width)
    for row, place in layout.lines:
        _paint_line(painter, row, place, look)
        if row.appointment.id in leaving:
            paint_faded(painter, place, look)
        if row.appointment.id in selected:
            painter.setPen(QPen(colors.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place, 4, 4)
        elif customer_id is not None and row.appointment.customer_id == customer_id:
            paint_related(painter, place, look)
    if layout.hidden:
        painter.setPen(colors.accent)
        text = QCoreApplication.translate("planner", "+{count} weitere").format(count=layout.hidden)
        look.draw_text(painter, layout.more.left() + _PAD, layout.more.top() + 1, text, look.strong, area.width())


def paint_held(
    painter: QPainter,
    held: MonthHeld,
    areas: Mapping[date, QRectF],
    view: QRectF,
    window: Window,
    look: Look,
) -> None:
    """What is in the hand, as lines on its days, and a flag with its time and what speaks against it.

    Days that are drawn are marked as a whole.
    """
    tone = Tone.of(held.objections)
    for day in _drawn_days(held, window):
        if day in areas:
            paint_draft(painter, areas[day].adjusted(1, 1, -2, -2), look, tone)
    for day, row in days_of(held.landings, window).items():
        if day in areas:
            place = _ghost(areas[day], look)
            paint_draft(painter, areas[day].adjusted(1, 1, -2, -2), look, tone)
            _paint_line(painter, row, place, look)
            paint_draft(painter, place, look, tone)
    if (flag := _flag(held, areas, view, look)) is not None:
        paint_flag(painter, flag, _label(held, look), _remarks(held), look, tone)


def held_areas(
    held: MonthHeld, areas: Mapping[date, QRectF], view: QRectF, window: Window, look: Look
) -> Iterator[QRectF]:
    """Where something held is painted, its flag included."""
    for day in (*days_of(held.landings, window), *_drawn_days(held, window)):
        if day in areas:
            yield areas[day]
    if (flag := _flag(held, areas, view, look)) is not None:
        yield flag


def _drawn_days(held: MonthHeld, window: Window) -> tuple[date, ...]:
    return local_days(held.drawn.when, window.zone) if held.drawn is not None else ()


def _ghost(area: QRectF, look: Look) -> QRectF:
    """The first line of a day."""
    return QRectF(
        area.left() + _PAD, area.top() + _heading_height(look), area.width() - 2 * _PAD, look.line_height + 2
    )


def _flag(held: MonthHeld, areas: Mapping[date, QRectF], view: QRectF, look: Look) -> QRectF | None:
    if held.target is None or held.target not in areas or not (held.landings or held.drawn):
        return None
    line = _ghost(areas[held.target], look)
    flag = flag_area(line.bottomLeft(), 0, _label(held, look), _remarks(held), look)
    flag.moveTop(line.bottom() + _GAP)
    if flag.bottom() > view.bottom():
        flag.moveBottom(line.top() - _GAP)
    flag.moveLeft(max(min(flag.left(), view.right() - flag.width()), view.left()))
    return flag


def _label(held: MonthHeld, look: Look) -> str:
    if held.drawn is not None:
        return f"{held.drawn.resource.name}: {wording.span_of(held.drawn.when, look.zone)}"
    landing = held.landings[0]
    row = replace(landing.row, appointment=replace(landing.row.appointment, when=landing.when))
    return wording.span(row, look.zone)


def _remarks(held: MonthHeld) -> tuple[str, ...]:
    number = (wording.counted(len(held.landings)),) if len(held.landings) > 1 else ()
    return (*number, *map(wording.objection, held.objections))


def _heading_height(look: Look) -> float:
    return look.line_height + 2 * _PAD


def _day_name(day: date) -> str:
    """The day's number; the first says its month too: ``1. Dez.``"""
    if day.day > 1:
        return str(day.day)
    short = wording.short_month_name(day).rstrip(".")
    return f"{day.day}. {short}" if short == wording.month_name(day) else f"{day.day}. {short}."


def _paint_heading(painter: QPainter, layout: CellLayout, look: Look, *, is_today: bool) -> None:
    cell, area, colors = layout.cell, layout.area, look.tokens
    left, top = area.left() + _PAD + 3, area.top() + _PAD
    text, font = _day_name(cell.day), look.strong if cell.is_of_month or is_today else look.normal
    width = look.text_width(text, font)
    if is_today:
        mark = QRectF(left - 6, top - 1, max(width + 12, look.line_height + 2), look.line_height + 2)
        left = mark.center().x() - width / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.accent)
        painter.drawRoundedRect(mark, mark.height() / 2, mark.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(colors.on_accent if is_today else colors.text if cell.is_of_month else colors.muted)
    look.draw_text(painter, left, top, text, font, width + 1)
    if beside := _beside_day(layout, look):
        painter.setPen(colors.muted)
        begin = left + width + _HOLIDAY_GAP
        look.draw_text(painter, begin, top, beside, look.small, max(area.right() - begin - _PAD, 0))


def _beside_day(layout: CellLayout, look: Look) -> str:
    """The holiday, and who is away where there is no line for it."""
    away = _away(layout.cell, look) if layout.note is None else ""
    return " · ".join(part for part in (layout.cell.holiday, away) if part)


def _away(cell: DayCell, look: Look) -> str:
    return absence_wording.in_short(cell.away, look.zone, names_people=cell.shown_resources > 1)


def _paint_line(painter: QPainter, row: AppointmentRow, place: QRectF, look: Look) -> None:
    appointment = row.appointment
    colors = look.block_colors(row.color or look.tokens.muted.name())
    ground = look.faded(colors.ground, 0.6) if appointment.is_cancelled else colors.ground
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(QRectF(place.left(), place.top() + 2, _STRIPE, place.height() - 4), colors.edge)
    painter.setPen(look.faded(colors.text, 0.35) if appointment.is_cancelled else colors.text)
    text = title_of(row)
    if not isinstance(appointment.when, AllDay):
        text = f"{wording.clock(appointment.when.start_at, look.zone)} {text}"
    left, width = place.left() + _STRIPE + 4, place.width() - _STRIPE - 8
    side = int(look.icon_size.width())
    for name in series_icon(row) if width >= _WORDS_FIRST * look.line_height else ():
        width -= side + 2
        sign = look.icon(name, painter.pen().color().name(), side)
        painter.drawPixmap(QPointF(left + width + 2, place.center().y() - side / 2), sign)
    look.draw_text(painter, left, place.top() + 1, text, look.normal, max(width, 0))
    if appointment.is_cancelled:
        drawn = min(look.text_width(text, look.normal), width)
        middle = place.center().y()
        painter.drawLine(QLineF(left, middle, left + drawn, middle))
