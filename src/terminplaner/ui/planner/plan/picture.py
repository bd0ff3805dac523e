"""What lies above ground and blocks in a frame of the canvas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QRegion

from terminplaner.domain.when import AllDay, Timed
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.plan.board import Board
from terminplaner.ui.planner.plan.feedback import Objection
from terminplaner.ui.planner.plan.geometry import Box
from terminplaner.ui.planner.plan.gestures import NewAppointment, Rebooking, Target
from terminplaner.ui.planner.plan.held import Held
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.overlay import (
    NOW_DOT,
    Tone,
    flag_area,
    paint_band,
    paint_cursor,
    paint_draft,
    paint_faded,
    paint_flag,
    paint_flight,
    paint_now,
    paint_now_dot,
    paint_related,
    paint_selection,
)
from terminplaner.ui.planner.plan.painting import paint_block
from terminplaner.ui.planner.plan.rule_painting import paint_rules, rule_area
from terminplaner.ui.planner.plan.snapshot import Block

if TYPE_CHECKING:
    from terminplaner.ui.planner.plan.rule_gestures import HeldRule


_GHOST = 0.94
_GHOSTS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is added to the board at this moment.

    ``flight`` is from where, to where, and how far it is; ``top`` the upper edge of what is in sight.
    """

    now: datetime
    selected: frozenset[UUID] = frozenset()
    cursor: Box | None = None
    held: Held = field(default_factory=Held)
    flight: tuple[Box, Box, float] | None = None
    top: float = 0.0
    of_customer: frozenset[UUID] = frozenset()
    """What else there is of the customer who is booked for, or whose appointment is selected."""
    shows_rules: bool = False
    """Whether availabilities stand there as blocks, to be edited."""
    rule: HeldRule | None = None
    """The availability in the hand."""


def paint_overlay(painter: QPainter, board: Board, overlay: Overlay, exposed: QRectF, look: Look) -> None:
    """What lies above ground and blocks."""
    columns = board.grid.columns_between(exposed.left(), exposed.right())
    _paint_now(painter, board, overlay.now, columns, exposed, look)
    if overlay.shows_rules:
        for index in columns:
            blocks = [rect(box) for box, _ in board.boxes(index)]
            paint_rules(painter, board.snapshot.rules[index], blocks, board.grid, index, exposed, look)
    if overlay.rule is not None:
        _paint_held_rule(painter, board, overlay.rule, overlay.top, look)
    for area in _areas_of(board, overlay.held.leaving, exposed):
        paint_faded(painter, area, look)
    for area in _areas_of(board, overlay.of_customer, exposed):
        paint_related(painter, area, look)
    for area in _areas_of(board, overlay.selected, exposed):
        paint_selection(painter, area, look)
    if overlay.cursor is not None:
        _paint_cursor(painter, board, overlay.cursor, look)
    _paint_held(painter, board, overlay, exposed, look)
    if overlay.flight is not None:
        start, end, share = overlay.flight
        paint_flight(painter, rect(start), rect(end), share, look)


def held_areas(board: Board, held: Held, top: float, look: Look) -> Iterator[QRectF]:
    """Where something held is painted, its flag included; ``top`` is the upper edge of what is in sight."""
    for _, target in _ghosts(board, held):
        box = board.target_box(target)
        if box is not None:
            yield rect(box)
    if held.target is not None and (box := board.target_box(held.target)) is not None:
        yield rect(box)
        yield flag_area(rect(box).topLeft(), top, _label(board, held.target), _remarks(held), look)
    if held.days is not None:
        yield _flag_of_days(board, held.days, _remarks(held), top, look)


def now_position(board: Board, now: datetime) -> float | None:
    """Where the present stands on the axis; None where today is not shown."""
    axis = board.snapshot.axis
    today = now.astimezone(axis.zone).date()
    return axis.position_of(now, today) if today in axis.days else None


def rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _paint_cursor(painter: QPainter, board: Board, cursor: Box, look: Look) -> None:
    """Around the blocks: it would strike their words through."""
    area = rect(cursor)
    free = QRegion(area.toAlignedRect())
    for box, _ in board.boxes(board.grid.column_at(area.center().x())):
        if rect(box).intersects(area):
            free -= QRegion(rect(box).toAlignedRect())
    painter.save()
    painter.setClipRegion(free, Qt.ClipOperation.IntersectClip)
    paint_cursor(painter, area, look)
    painter.restore()


def _areas_of(board: Board, ids: frozenset[UUID], exposed: QRectF) -> Iterator[QRectF]:
    for part in board.places_of(*ids):
        area = rect(board.box(*part))
        if area.intersects(exposed):
            yield area


def _paint_now(
    painter: QPainter, board: Board, now: datetime, columns: range, exposed: QRectF, look: Look
) -> None:
    position = now_position(board, now)
    if position is None:
        return
    y = board.grid.y_of(position)
    if not exposed.top() - NOW_DOT <= y <= exposed.bottom() + NOW_DOT:
        return
    is_one_day = len(board.snapshot.window.days) == 1
    today = now.astimezone(board.snapshot.axis.zone).date()
    shown = [index for index in columns if board.column(index).day == today]
    crossings = [board.crossing(index, y) for index in shown]
    paint_now(
        painter,
        y,
        [part for crossing in crossings for part in crossing.free],
        [part for crossing in crossings for part in crossing.covered],
        look,
    )
    # On a day the line is one over all, in a week one of each resource.
    for index in (0,) if is_one_day else shown:
        paint_now_dot(painter, board.grid.edges[index], y, look)


def _paint_held(painter: QPainter, board: Board, overlay: Overlay, exposed: QRectF, look: Look) -> None:
    held = overlay.held
    if held.band is not None:
        paint_band(painter, rect(held.band), look)
    tone = Tone.of(held.objections)
    for landing, target in _ghosts(board, held):
        box, index = board.target_box(target), board.snapshot.column_index(target.column)
        if box is None or index is None or not rect(box).intersects(exposed):
            continue
        if held.carried is not None and isinstance(landing.when, Timed):
            painter.setOpacity(_GHOST)
            row = replace(landing.row, appointment=replace(landing.row.appointment, when=landing.when))
            ghost = Block(row, landing.when, target.start, target.end, target.start, target.end)
            paint_block(painter, ghost, board.column(index), rect(box), board.grid, look)
            painter.setOpacity(1.0)
        paint_draft(painter, rect(box), look, tone)
    if held.days is not None and isinstance(held.days.when, AllDay):
        flag = _flag_of_days(board, held.days, _remarks(held), overlay.top, look)
        paint_flag(painter, flag, wording.whole_days(held.days.when), _remarks(held), look, tone)
    if held.target is None or (box := board.target_box(held.target)) is None:
        return
    if held.carried is None:
        paint_draft(painter, rect(box), look, tone)
    label, remarks = _label(board, held.target), _remarks(held)
    paint_flag(
        painter, flag_area(rect(box).topLeft(), overlay.top, label, remarks, look), label, remarks, look, tone
    )


def _paint_held_rule(painter: QPainter, board: Board, held: HeldRule, top: float, look: Look) -> None:
    """Over the whole width of its column, as it stands there."""
    source, index = (board.snapshot.column_index(key) for key in (held.gesture.source.key, held.target.column))
    if source is None or index is None:
        return
    paint_faded(painter, rule_area(held.gesture.box.start, held.gesture.box.end, board.grid, source), look)
    area = rule_area(held.target.start, held.target.end, board.grid, index)
    objections = () if held.is_allowed else (Objection.FORBIDDEN,)
    tone, remarks = Tone.of(objections), tuple(map(wording.objection, objections))
    paint_draft(painter, area, look, tone)
    label = _label(board, held.target)
    paint_flag(painter, flag_area(area.topLeft(), top, label, remarks, look), label, remarks, look, tone)


def _flag_of_days(board: Board, days: NewAppointment, remarks: tuple[str, ...], top: float, look: Look) -> QRectF:
    """Just below the lane, at the first of the days that is shown."""
    columns = board.snapshot.columns_of(days.resource.id, days.when)
    left = board.grid.edges[columns[0]] if columns else 0.0
    label = wording.whole_days(days.when) if isinstance(days.when, AllDay) else ""
    return flag_area(QPointF(left, top), top, label, remarks, look)


def _ghosts(board: Board, held: Held) -> Iterator[tuple[Rebooking, Target]]:
    """Where what is carried would stand, in every column of it that is shown."""
    if held.carried is None:
        return
    axis = board.snapshot.axis
    for landing in held.landings[:_GHOSTS_SHOWN]:
        span = landing.when.interval(axis.zone)
        for resource_id in landing.resource_ids:
            for day in axis.days:
                shown = axis.span_on(span, day) if isinstance(landing.when, Timed) else None
                index = board.snapshot.column_of(resource_id, day)
                if shown is not None and index is not None:
                    yield landing, Target(board.column(index).key, *shown)


def _label(board: Board, target: Target) -> str:
    axis, day = board.snapshot.axis, target.column[1]
    begins, ends = (wording.clock(axis.instant_at(edge, day), axis.zone) for edge in (target.start, target.end))
    return f"{begins}–{ends}"


def _remarks(held: Held) -> tuple[str, ...]:
    """What the flag says below the times: how many there are, and what speaks against the place."""
    count = len(held.carried.rows) if held.carried is not None else 1
    number = (wording.counted(count),) if count > 1 else ()
    return (*number, *map(wording.objection, held.objections))
