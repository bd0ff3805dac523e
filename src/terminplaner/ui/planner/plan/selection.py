"""Which appointments are chosen: one that keys act on, and others beside it.  Qt-free."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from uuid import UUID

from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner.plan.snapshot import Snapshot

_LANE = -1.0
"""Where whole days stand: above the first minute of the axis."""


@dataclass(frozen=True, slots=True)
class Selection:
    """``current`` is one of ``ids``, or None where nothing is chosen; a stretch begins at ``anchor``."""

    current: UUID | None = None
    ids: frozenset[UUID] = frozenset()
    anchor: UUID | None = None

    @classmethod
    def of(cls, appointment_id: UUID | None) -> Selection:
        if appointment_id is None:
            return cls()
        return cls(appointment_id, frozenset({appointment_id}), appointment_id)

    def with_all(self, ids: Iterable[UUID]) -> Selection:
        """Add some; the current one stays where there is one."""
        added = tuple(ids)
        if not added:
            return self
        current = self.current if self.current is not None else added[0]
        return Selection(current, self.ids | set(added), self.anchor or current)

    def with_current(self, appointment_id: UUID) -> Selection:
        """Add one, which becomes the current one."""
        return Selection(appointment_id, self.ids | {appointment_id}, self.anchor or appointment_id)

    def toggled(self, appointment_id: UUID) -> Selection:
        """Add one or take it away (Ctrl and click)."""
        if appointment_id not in self.ids:
            return Selection(appointment_id, self.ids | {appointment_id}, appointment_id)
        rest = self.ids - {appointment_id}
        current = self.current if self.current in rest else next(iter(sorted(rest)), None)
        return Selection(current, rest, current)

    def stretched_to(self, appointment_id: UUID, snapshot: Snapshot) -> Selection:
        """From the anchor to this one in time, over the columns between them (Shift and click).

        From one to another among the whole days it takes those that begin between them.
        """
        bars = sorted(snapshot.bars, key=lambda bar: (bar.first, bar.line))
        lane = tuple(dict.fromkeys(bar.row.appointment.id for bar in bars))
        if self.anchor in lane and appointment_id in lane:
            return self.stretched_along(lane, appointment_id)
        begin, end = (_places(snapshot, key) for key in (self.anchor, appointment_id))
        if self.anchor is None or not begin or not end:
            return Selection.of(appointment_id)
        column, *span = min(begin, key=lambda place: abs(place[0] - end[0][0]))
        other_column, *other = min(end, key=lambda place: abs(place[0] - column))
        first, last = sorted((column, other_column))
        between = within(snapshot, range(first, last + 1), min(*span, *other), max(*span, *other))
        return Selection(appointment_id, frozenset(between) | {self.anchor, appointment_id}, self.anchor)

    def stretched_along(self, ordered: Sequence[UUID], appointment_id: UUID) -> Selection:
        """From the anchor to this one, with all that stand between them in ``ordered``."""
        if self.anchor not in ordered or appointment_id not in ordered:
            return Selection.of(appointment_id)
        first, last = sorted((ordered.index(self.anchor), ordered.index(appointment_id)))
        return Selection(appointment_id, frozenset(ordered[first : last + 1]), self.anchor)

    def widened(self, near: Iterable[UUID], shown: Iterable[UUID]) -> Selection:
        """Everything near; everything shown where that was chosen already."""
        chosen = Selection().with_all(near)
        return chosen if chosen.ids and chosen.ids != self.ids else Selection().with_all(shown)

    def without(self, gone: Set[UUID]) -> Selection:
        """Without those that are not there any more."""
        if not self.ids & gone:
            return self
        rest = self.ids - gone
        current = self.current if self.current in rest else next(iter(sorted(rest)), None)
        return Selection(current, rest, self.anchor if self.anchor in rest else current)


def within(snapshot: Snapshot, columns: range, start: float, end: float) -> list[UUID]:
    """The appointments of some columns that meet a stretch of the axis; whole days where it begins above it."""
    bars = snapshot.bars if start < 0 else ()
    return [bar.row.appointment.id for bar in bars if bar.first < columns.stop and bar.last >= columns.start] + [
        block.appointment.id
        for index in columns
        for block in snapshot.blocks[index]
        if block.start < end and max(block.end, block.start + 1) > start
    ]


def of_customer(rows: Iterable[AppointmentRow], customer_id: UUID | None) -> frozenset[UUID]:
    """The appointments of a customer."""
    if customer_id is None:
        return frozenset()
    return frozenset(row.appointment.id for row in rows if row.appointment.customer_id == customer_id)


def _places(snapshot: Snapshot, key: UUID | None) -> list[tuple[int, float, float]]:
    """The columns it stands in, and from where to where."""
    of_bars = [
        (index, _LANE, 0.0)
        for bar in snapshot.bars
        if bar.row.appointment.id == key
        for index in range(bar.first, bar.last + 1)
    ]
    return of_bars + [
        (index, block.start, block.end)
        for index, blocks in enumerate(snapshot.blocks)
        for block in blocks
        if block.appointment.id == key
    ]
