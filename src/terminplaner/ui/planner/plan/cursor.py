"""Where the arrow keys go: a logical cursor over columns and appointments.  Qt-free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from terminplaner.domain.capacity import exceeds_capacity
from terminplaner.domain.when import Interval
from terminplaner.ui.planner.plan.snapshot import Block, Snapshot


@dataclass(frozen=True, slots=True)
class Cursor:
    """A slot: column index and axis minutes."""

    column: int
    position: float


def moved(cursor: Cursor, snapshot: Snapshot, columns: int, slots: int) -> Cursor:
    """The cursor some columns right and slots down; it stops at the edges."""
    column = min(max(cursor.column + columns, 0), len(snapshot.columns) - 1)
    step = snapshot.columns[column].resource.step_minutes
    position = snapshot.axis.slot_at(cursor.position, step) if columns else cursor.position
    return Cursor(column, snapshot.axis.slot_at(max(position + slots * step, 0), step))


def block_at(cursor: Cursor, snapshot: Snapshot) -> Block | None:
    """The appointment that runs in the cursor's slot; the one that starts last where there are several."""
    step = snapshot.columns[cursor.column].resource.step_minutes
    running = [
        block
        for block in snapshot.blocks[cursor.column]
        if block.start < cursor.position + step and max(block.end, block.start + 1) > cursor.position
    ]
    return max(running, key=lambda block: block.start, default=None)


def free_from(cursor: Cursor, snapshot: Snapshot, now: datetime) -> Cursor:
    """The cursor's slot or else the next one in its column that can be booked; where none can, the cursor's.

    On the day of ``now`` (an instant) none that has begun.
    """
    column, axis = snapshot.columns[cursor.column], snapshot.axis
    step, capacity = column.resource.step_minutes, column.resource.capacity
    taken = [
        row.occupied
        for row in snapshot.rows()
        if row.occupies and column.resource.id in row.appointment.resource_ids
    ]
    is_today = now.astimezone(axis.zone).date() == column.day
    earliest = axis.position_of(now, column.day) if is_today else 0.0
    position = cursor.position + max(ceil((earliest - cursor.position) / step), 0) * step
    while position + step <= axis.length:
        slot = Interval(axis.instant_at(position, column.day), axis.instant_at(position + step, column.day))
        # Whoever put the cursor into a closed hour meant it.
        is_wanted = position == cursor.position or column.is_open(position, position + step)
        box = snapshot.slot_at(cursor.column, position)
        has_begun = box is not None and box.start < earliest
        if is_wanted and not has_begun and not exceeds_capacity(taken, slot, capacity):
            return Cursor(cursor.column, position)
        position += step
    return cursor


def neighbour(blocks: Sequence[Block], position: float, current: Block | None, direction: int) -> Block | None:
    """The next (1) or previous (-1) appointment of a column, seen from ``current`` or else from ``position``."""
    ordered = sorted(blocks, key=lambda block: (block.start, block.end, block.appointment.id))
    if current is not None and current in ordered:
        index = ordered.index(current) + direction
        return ordered[index] if 0 <= index < len(ordered) else None
    if direction > 0:
        return next((block for block in ordered if block.start >= position), None)
    return next((block for block in reversed(ordered) if block.start < position), None)


def nearest_beside(snapshot: Snapshot, cursor: Cursor, direction: int) -> tuple[int, Block] | None:
    """The appointment nearest in time in the next column that has any, to the right (1) or left (-1)."""
    column = cursor.column + direction
    while 0 <= column < len(snapshot.columns):
        if blocks := snapshot.blocks[column]:
            return column, min(blocks, key=lambda block: abs(block.start - cursor.position))
        column += direction
    return None
