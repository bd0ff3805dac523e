"""Choosing several appointments."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, Timed, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan
from terminplaner.ui.planner.plan.columns import take_snapshot
from terminplaner.ui.planner.plan.selection import Selection, within
from terminplaner.ui.planner.plan.snapshot import Snapshot
from terminplaner.ui.planner.window import Mode, Window

BERLIN, DAY = ZoneInfo("Europe/Berlin"), date(2026, 11, 23)
RESOURCES = tuple(Resource(UUID(int=100 + number), f"Kabine {number}") for number in range(3))


def shown(*places: tuple[int, int, int]) -> Snapshot:
    """A day with appointments of half an hour: number, column, hour."""
    rows = []
    for number, column, hour in places:
        start_at = at_local(datetime.combine(DAY, time(hour)), BERLIN)
        when = Timed(start_at, start_at + timedelta(minutes=30))
        resource = RESOURCES[column]
        appointment = Appointment(UUID(int=number), UUID(int=9), when, (resource.id,))
        rows.append(AppointmentRow(appointment, (resource,), None, None, None, BERLIN))
    window = Window(Mode.DAY, DAY, BERLIN, tuple(resource.id for resource in RESOURCES))
    span = window.interval
    return take_snapshot(window, Plan(span.start_at, span.end_at, RESOURCES, tuple(rows), {}, {}, {}))


def ids(*numbers: int) -> frozenset[UUID]:
    return frozenset(UUID(int=number) for number in numbers)


def week(*rows: AppointmentRow) -> Snapshot:
    """Five days of the first resource."""
    window = Window(Mode.WORK_WEEK, DAY, BERLIN, (RESOURCES[0].id,))
    span = window.interval
    return take_snapshot(window, Plan(span.start_at, span.end_at, RESOURCES[:1], rows, {}, {}, {}))


def row(number: int, when: AllDay | Timed) -> AppointmentRow:
    appointment = Appointment(UUID(int=number), UUID(int=9), when, (RESOURCES[0].id,))
    return AppointmentRow(appointment, RESOURCES[:1], None, None, None, BERLIN)


def whole(number: int, day: int, days: int = 1) -> AppointmentRow:
    first_on = DAY + timedelta(days=day)
    return row(number, AllDay(first_on, first_on + timedelta(days=days)))


def ten_on(number: int, day: int) -> AppointmentRow:
    start_at = at_local(datetime.combine(DAY + timedelta(days=day), time(10)), BERLIN)
    return row(number, Timed(start_at, start_at + timedelta(hours=1)))


FIVE = shown((1, 0, 9), (2, 0, 11), (3, 1, 10), (4, 1, 15), (5, 2, 10))


def test_toggling_adds_and_takes_away() -> None:
    both = Selection.of(UUID(int=1)).toggled(UUID(int=3))
    assert (both.ids, both.current) == (ids(1, 3), UUID(int=3))
    one = both.toggled(UUID(int=3))
    assert (one.ids, one.current) == (ids(1), UUID(int=1))
    assert one.toggled(UUID(int=1)) == Selection()


def test_a_stretch_reaches_over_columns_and_hours() -> None:
    stretched = Selection.of(UUID(int=1)).stretched_to(UUID(int=5), FIVE)
    assert stretched.ids == ids(1, 3, 5)
    assert (stretched.current, stretched.anchor) == (UUID(int=5), UUID(int=1))


def test_a_second_stretch_begins_where_the_first_did() -> None:
    stretched = Selection.of(UUID(int=1)).stretched_to(UUID(int=5), FIVE).stretched_to(UUID(int=2), FIVE)
    assert stretched.ids == ids(1, 2)


def test_a_stretch_from_nothing_is_one() -> None:
    assert Selection().stretched_to(UUID(int=2), FIVE) == Selection.of(UUID(int=2))


def test_a_stretch_among_whole_days_takes_those_between_and_no_hours() -> None:
    snapshot = week(whole(1, 0), whole(2, 1, 2), whole(3, 1), whole(4, 3), whole(5, 4), ten_on(6, 1))
    assert Selection.of(UUID(int=1)).stretched_to(UUID(int=4), snapshot).ids == ids(1, 2, 3, 4)
    assert Selection.of(UUID(int=4)).stretched_to(UUID(int=1), snapshot).ids == ids(1, 2, 3, 4)


def test_a_stretch_from_whole_days_to_hours_takes_what_lies_between() -> None:
    snapshot = week(whole(1, 0), ten_on(2, 0), whole(3, 1), ten_on(4, 2), whole(5, 3), ten_on(6, 3))
    assert Selection.of(UUID(int=1)).stretched_to(UUID(int=4), snapshot).ids == ids(1, 2, 3, 4)
    assert Selection.of(UUID(int=4)).stretched_to(UUID(int=1), snapshot).ids == ids(1, 2, 3, 4)


def test_a_stretch_along_a_line_reaches_both_ways() -> None:
    line = [UUID(int=number) for number in (4, 2, 9, 7)]
    back = Selection.of(UUID(int=9)).stretched_along(line, UUID(int=4))
    assert (back.ids, back.current, back.anchor) == (ids(4, 2, 9), UUID(int=4), UUID(int=9))
    assert back.stretched_along(line, UUID(int=7)).ids == ids(9, 7)
    assert Selection().stretched_along(line, UUID(int=2)) == Selection.of(UUID(int=2))


def test_all_is_what_is_near_and_then_everything() -> None:
    near, shown = [UUID(int=1), UUID(int=3)], [UUID(int=number) for number in range(1, 6)]
    first = Selection().widened(near, shown)
    assert first.ids == ids(1, 3)
    assert first.widened(near, shown).ids == ids(1, 2, 3, 4, 5)
    assert Selection().widened([], shown).ids == ids(1, 2, 3, 4, 5)


def test_what_vanished_is_no_longer_chosen() -> None:
    chosen = Selection().with_all([UUID(int=1), UUID(int=3)])
    kept = chosen.without(ids(1, 2))
    assert (kept.ids, kept.current) == (ids(3), UUID(int=3))


def test_what_did_not_vanish_stays_chosen() -> None:
    chosen = Selection.of(UUID(int=77))
    assert chosen.without(ids(1, 2)) is chosen


def test_touching_is_not_meeting() -> None:
    assert within(FIVE, range(3), 9 * 60 + 30, 10 * 60) == []
    assert set(within(FIVE, range(2), 9 * 60, 11 * 60)) == ids(1, 3)
