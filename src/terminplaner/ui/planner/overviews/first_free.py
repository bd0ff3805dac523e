"""Where something new begins on a day of which no hours are shown.  Qt-free."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from terminplaner.ui.planner.overviews.month import FIRST_HOUR
from terminplaner.ui.planner.plan.feedback import Objection, Surroundings
from terminplaner.ui.planner.plan.gestures import NewAppointment, Target, drawn
from terminplaner.ui.planner.plan.snapshot import Column, Snapshot

_HOUR = 60


def first_free(surroundings: Surroundings, now: datetime) -> NewAppointment | None:
    """The first place on a day that nothing speaks against, of the resource of the snapshot's only column.

    A free slot of its availability, else its step within the opening times, else its step from the first hour on.
    On the day of ``now`` (an instant) none that has begun.  None where there is no such place.
    """
    snapshot = surroundings.snapshot
    (column,) = snapshot.columns
    is_today = now.astimezone(snapshot.axis.zone).date() == column.day
    earliest = snapshot.axis.position_of(now, column.day) if is_today else 0.0
    for target in _targets(snapshot, column):
        wanted = drawn(column, target, snapshot.axis)
        if target.start >= earliest and set(surroundings.objections_to_new(wanted)) <= {Objection.PAST}:
            return wanted
    return None


def _targets(snapshot: Snapshot, column: Column) -> Iterator[Target]:
    """Free slots, or where there are none steps within the open stretches."""
    axis, step = snapshot.axis, column.resource.step_minutes
    if snapshot.slots[0]:
        yield from (Target(column.key, box.start, box.end) for box in snapshot.slots[0])
        return
    first_hour = axis.position_of_wall(FIRST_HOUR.hour * _HOUR)
    for opens, closes in ((first_hour, float(axis.length)),) if column.free is None else column.free:
        position = opens
        while position + step <= closes:
            yield Target(column.key, position, position + step)
            position += step
