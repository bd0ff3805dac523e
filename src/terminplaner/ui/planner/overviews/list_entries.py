"""What the list shows of a plan, and where something new begins beside an entry."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from operator import itemgetter

from terminplaner.domain.when import Timed, day_interval
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan
from terminplaner.ui.planner.away import away_by_day, stays
from terminplaner.ui.planner.overviews.list_table import Entry
from terminplaner.ui.planner.overviews.month import new_on
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.window import Window


def entries_of(window: Window, plan: Plan) -> Iterable[Entry]:
    """Its appointments and whatever else keeps somebody away, by start."""
    away = stays(away_by_day(plan, window.days, window.zone))
    shown = [row for row in plan.rows if window.shows(row.appointment)]
    starts: list[tuple[datetime, Entry]] = [
        (row.appointment.when.interval(row.zone).start_at, row) for row in shown
    ]
    starts += [(stay.first.span.start_at, stay) for stay in away]
    return [entry for _, entry in sorted(starts, key=itemgetter(0))]


def place_of(entry: Entry, window: Window) -> NewAppointment | None:
    """Where an entry stands, on the first of its resources that is shown; None where none is.

    For what keeps somebody away all day a new appointment at nine.
    """
    shown = (row for row in entry.resources if row.id in window.resource_ids)
    resource = next(shown, None)
    if resource is None:
        return None
    if isinstance(entry, AppointmentRow):
        return NewAppointment(resource, entry.appointment.when)
    span = entry.first.span
    if span == day_interval(entry.first_on, window.zone):
        return new_on(entry.first_on, resource, window.zone)
    return NewAppointment(resource, Timed(span.start_at, span.end_at))
