"""Where a new appointment is suggested."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.resource import Availability, Resource, Weekday
from terminplaner.domain.when import AllDay, Timed, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan
from terminplaner.ui.planner.plan.columns import take_snapshot
from terminplaner.ui.planner.plan.cursor import Cursor, free_from
from terminplaner.ui.planner.plan.snapshot import Snapshot
from terminplaner.ui.planner.window import Mode, Window

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 23)
ANNA = Resource(UUID(int=1), "Anna", step_minutes=30)
MORNING = Availability(UUID(int=50), ANNA.id, Weekday.MONDAY, time(9), time(12))
AFTERNOON = Availability(UUID(int=51), ANNA.id, Weekday.MONDAY, time(14), time(18))


def taken(number: int, start: int, end: int) -> Appointment:
    starts, ends = (at_local(datetime.combine(MONDAY, time(hour)), BERLIN) for hour in (start, end))
    return Appointment(UUID(int=number), UUID(int=99), Timed(starts, ends), (ANNA.id,))


def day_of(*appointments: Appointment, capacity: int = 1) -> Snapshot:
    anna = replace(ANNA, capacity=capacity)
    rows = tuple(AppointmentRow(item, (anna,), None, None, None, BERLIN) for item in appointments)
    window = Window(Mode.DAY, MONDAY, BERLIN, (anna.id,))
    span = window.interval
    rules = {anna.id: (MORNING, AFTERNOON)}
    return take_snapshot(window, Plan(span.start_at, span.end_at, (anna,), rows, rules))


def suggested(snapshot: Snapshot, hour: float, now: str = "2026-11-22 10:00") -> float:
    present = datetime.fromisoformat(now).replace(tzinfo=BERLIN)
    return free_from(Cursor(0, hour * 60), snapshot, present).position / 60


def test_the_next_slot_with_room_is_suggested() -> None:
    snapshot = day_of(taken(10, 9, 10), replace(taken(11, 10, 11), follow_up_minutes=10))
    assert [suggested(snapshot, hour) for hour in (8.5, 9, 10.5, 11.5)] == [8.5, 11.5, 11.5, 11.5]


def test_closed_hours_are_passed_over_but_not_taken_away() -> None:
    snapshot = day_of(taken(10, 11, 12))
    assert suggested(snapshot, 11) == 14
    assert suggested(snapshot, 13) == 13


@pytest.mark.parametrize("hour", [9, 17])
def test_a_full_day_leaves_the_cursor_where_it_is(hour: int) -> None:
    whole_day = replace(taken(10, 9, 10), when=AllDay(MONDAY, date(2026, 11, 24)))
    assert suggested(day_of(whole_day), hour) == hour


@pytest.mark.parametrize(
    ("now", "hour", "expected"),
    [
        ("2026-11-23 10:20", 9, 10.5),
        ("2026-11-23 10:30", 9, 10.5),
        ("2026-11-23 10:20", 11, 11),
        ("2026-11-23 11:40", 9, 14),  # the morning is over
        ("2026-11-23 17:40", 9, 9),  # so is the day
        ("2026-11-22 10:20", 9, 9),
    ],
)
def test_today_nothing_is_suggested_that_has_begun(now: str, hour: float, expected: float) -> None:
    assert suggested(day_of(), hour, now) == expected


def test_a_box_that_has_begun_is_not_suggested_by_its_second_half() -> None:
    late = replace(MORNING, starts_at=time(9, 15))
    snapshot = day_of()
    window, plan = (
        snapshot.window,
        Plan(snapshot.window.interval.start_at, snapshot.window.interval.end_at, (ANNA,), (), {ANNA.id: (late,)}),
    )
    assert suggested(take_snapshot(window, plan), 9, "2026-11-23 10:20") == 11


def test_what_takes_no_room_is_no_hindrance() -> None:
    assert suggested(day_of(replace(taken(10, 9, 10), is_transparent=True)), 9) == 9
    assert suggested(day_of(taken(10, 9, 10), capacity=2), 9) == 9
    assert suggested(day_of(taken(10, 9, 10), taken(11, 9, 10), capacity=2), 9) == 10
