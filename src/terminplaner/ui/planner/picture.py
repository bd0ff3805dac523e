"""One frame of the canvas: ground and blocks, and between and above them what changes often."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from terminplaner.ui.planner import wording
from terminplaner.ui.planner.board import Board
from terminplaner.ui.planner.geometry import Box
from terminplaner.ui.planner.gestures import Gesture, MoveGesture, Target
from terminplaner.ui.planner.look import Look
from terminplaner.ui.planner.overlay import paint_cursor, paint_draft, paint_flight, paint_now, paint_selection
from terminplaner.ui.planner.painting import paint_block, paint_ground
from terminplaner.ui.planner.snapshot import Block

_GHOST = 0.85
_LEFT_BEHIND = 0.35


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is added to the board at this moment; ``flight`` is from where, to where, and how far it is."""

    now: datetime
    selected: UUID | None = None
    cursor: Box | None = None
    gesture: Gesture | None = None
    target: Target | None = None
    flight: tuple[Box, Box, float] | None = None


def paint_picture(painter: QPainter, board: Board, overlay: Overlay, exposed: QRectF, look: Look) -> None:
    """Paint what lies in ``exposed``; the painter stands in content coordinates."""
    columns = board.grid.columns_between(exposed.left(), exposed.right())
    paint_ground(painter, board.snapshot, board.grid, columns, exposed, look)
    if overlay.cursor is not None:
        paint_cursor(painter, rect(overlay.cursor), look)  # below the blocks: it would strike their words through
    _paint_blocks(painter, board, overlay, columns, exposed, look)
    _paint_now(painter, board, overlay.now, columns, look)
    if overlay.gesture is not None and overlay.target is not None:
        _paint_target(painter, board, overlay.gesture, overlay.target, look)
    if overlay.flight is not None:
        start, end, share = overlay.flight
        paint_flight(painter, rect(start), rect(end), share, look)


def now_position(board: Board, now: datetime) -> float | None:
    """Where the present stands on the axis; None where today is not shown."""
    axis = board.snapshot.axis
    today = now.astimezone(axis.zone).date()
    return axis.position_of(now, today) if today in axis.days else None


def rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _paint_blocks(
    painter: QPainter, board: Board, overlay: Overlay, columns: range, exposed: QRectF, look: Look
) -> None:
    in_hand = overlay.gesture.block.appointment.id if isinstance(overlay.gesture, MoveGesture) else None
    for index in columns:
        for block in board.snapshot.blocks[index]:
            area = rect(board.box(index, block))
            if not area.intersects(exposed):
                continue
            painter.setOpacity(_LEFT_BEHIND if block.appointment.id == in_hand else 1.0)
            paint_block(painter, block, board.column(index), area, board.grid, look)
            if block.appointment.id == overlay.selected:
                paint_selection(painter, area, look)
    painter.setOpacity(1.0)


def _paint_now(painter: QPainter, board: Board, now: datetime, columns: range, look: Look) -> None:
    position = now_position(board, now)
    if position is not None:
        for left, right in _stretches_of_today(board, now, columns):
            paint_now(painter, left, right, board.grid.y_of(position), look)


def _stretches_of_today(board: Board, now: datetime, columns: range) -> Iterator[tuple[int, int]]:
    """In a week a stretch for each resource, on a day one over all."""
    if len(board.snapshot.window.days) == 1:
        yield 0, board.grid.width
        return
    today = now.astimezone(board.snapshot.axis.zone).date()
    for index in columns:
        if board.column(index).day == today:
            yield board.grid.edges[index], board.grid.edges[index + 1]


def _paint_target(painter: QPainter, board: Board, gesture: Gesture, target: Target, look: Look) -> None:
    box = board.target_box(target)
    index = board.snapshot.column_index(target.column)
    if box is None or index is None:
        return
    axis, day = board.snapshot.axis, target.column[1]
    begins, ends = (axis.instant_at(edge, day) for edge in (target.start, target.end))
    if isinstance(gesture, MoveGesture):
        painter.setOpacity(_GHOST)
        ghost = Block(gesture.block.row, gesture.block.when, target.start, target.end, target.start, target.end)
        paint_block(painter, ghost, board.column(index), rect(box), board.grid, look)
        painter.setOpacity(1.0)
    label = f"{wording.clock(begins, axis.zone)}–{wording.clock(ends, axis.zone)}"
    paint_draft(painter, rect(box), label, look)
