"""Sorting a plan into columns, blocks and bars."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import Branch, OpeningSpan
from terminplaner.domain.resource import Availability, AvailabilityType, Resource, Weekday
from terminplaner.domain.view import PlannerView, ViewColumn, ViewKind
from terminplaner.domain.when import AllDay, Timed, When, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.holidays import HolidayCalendar
from terminplaner.services.queries import Plan
from terminplaner.ui.planner.plan.columns import retake_snapshot, take_snapshot
from terminplaner.ui.planner.plan.snapshot import RuleBox, Snapshot
from terminplaner.ui.planner.window import Mode, Window

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 23)
ANNA, BEN = Resource(UUID(int=1), "Anna"), Resource(UUID(int=2), "Ben")
HOLIDAYS = dict.fromkeys((ANNA.id, BEN.id), HolidayCalendar("BW"))


def local(day: date, hour: int, minute: int = 0) -> datetime:
    return at_local(datetime.combine(day, time(hour, minute)), BERLIN)


def row(number: int, when: When, *resources: Resource, **fields: Any) -> AppointmentRow:
    ids = tuple(resource.id for resource in resources)
    appointment = Appointment(UUID(int=number), UUID(int=99), when, ids, **fields)
    return AppointmentRow(appointment, resources, None, None, None, BERLIN)


def snapshot_of(
    mode: Mode,
    *rows: AppointmentRow,
    day: date = MONDAY,
    rules: tuple[Availability, ...] = (),
    opening: tuple[OpeningSpan, ...] = (),
) -> Snapshot:
    plan = plan_of(mode, *rows, day=day, rules=rules, opening=opening)
    return take_snapshot(window_of(mode, day), plan)


def window_of(mode: Mode, day: date) -> Window:
    return Window(mode, day, BERLIN, (ANNA.id, BEN.id))


def plan_of(
    mode: Mode,
    *rows: AppointmentRow,
    day: date = MONDAY,
    rules: tuple[Availability, ...] = (),
    opening: tuple[OpeningSpan, ...] = (),
) -> Plan:
    span = window_of(mode, day).interval
    plan = Plan(span.start_at, span.end_at, (ANNA, BEN), rows, {ANNA.id: rules, BEN.id: ()}, holidays=HOLIDAYS)
    return replace(plan, openings={ANNA.id: opening, BEN.id: opening})


def test_a_day_has_a_column_for_each_resource_and_a_week_groups_its_days() -> None:
    assert [column.key for column in snapshot_of(Mode.DAY).columns] == [(ANNA.id, MONDAY), (BEN.id, MONDAY)]
    week = snapshot_of(Mode.WORK_WEEK, day=MONDAY + timedelta(days=3))
    assert len(week.columns) == 10
    assert [column.resource for column in week.columns] == [ANNA] * 5 + [BEN] * 5
    assert week.columns[5].day == MONDAY


def test_an_appointment_of_two_resources_stands_in_both_columns() -> None:
    both = row(10, Timed(local(MONDAY, 9), local(MONDAY, 10)), ANNA, BEN)
    shown = snapshot_of(Mode.DAY, both)
    assert [len(blocks) for blocks in shown.blocks] == [1, 1]
    assert [entry.appointment.id for entry in shown.rows()] == [both.appointment.id]


def test_preparation_times_belong_to_what_is_taken() -> None:
    fitting = row(10, Timed(local(MONDAY, 9), local(MONDAY, 10)), ANNA, prepare_minutes=15, follow_up_minutes=5)
    (block,) = snapshot_of(Mode.DAY, fitting).blocks[0]
    assert (block.taken_from, block.start, block.end, block.taken_until) == (525, 540, 600, 605)


def test_a_night_is_cut_at_midnight_and_says_so() -> None:
    night = row(10, Timed(local(MONDAY, 22), local(MONDAY + timedelta(days=1), 6)), ANNA)
    shown = snapshot_of(Mode.WORK_WEEK, night)
    (evening,), (morning,) = shown.blocks[0], shown.blocks[1]
    assert (evening.start, evening.end, evening.begins_here, evening.ends_here) == (1320, 1440, True, False)
    assert (morning.start, morning.end, morning.begins_here, morning.ends_here) == (0, 360, False, True)


def test_ending_at_midnight_ends_here() -> None:
    evening = row(10, Timed(local(MONDAY, 22), local(MONDAY + timedelta(days=1), 0)), ANNA)
    (block,) = snapshot_of(Mode.DAY, evening).blocks[0]
    assert (block.end, block.ends_here) == (1440, True)


def test_whole_days_become_bars_that_know_where_they_go_on() -> None:
    holiday = row(10, AllDay(MONDAY - timedelta(days=3), MONDAY + timedelta(days=2)), BEN)
    single = row(11, AllDay(MONDAY, MONDAY + timedelta(days=1)), BEN)
    bars = {bar.row.appointment.id: bar for bar in snapshot_of(Mode.WORK_WEEK, holiday, single).bars}
    long, short = bars[holiday.appointment.id], bars[single.appointment.id]
    assert (long.first, long.last, long.begins_here, long.ends_here) == (5, 6, False, True)
    assert (short.first, short.last, short.begins_here, short.ends_here) == (5, 5, True, True)
    assert {long.line, short.line} == {0, 1}


def test_availability_becomes_free_stretches() -> None:
    rule = Availability(UUID(int=50), ANNA.id, Weekday.MONDAY, time(9), time(18))
    with_rule, without = snapshot_of(Mode.DAY, rules=(rule,)).columns
    assert with_rule.free == ((540.0, 1080.0),)
    assert without.free is None


SAXON = date(2026, 11, 18)
"""Buß- und Bettag, in Saxony only."""


def in_two_places(mode: Mode, view: PlannerView | None = None, **known: Any) -> Snapshot:
    """Anna in Leipzig, Ben in Ulm, on that day."""
    plan = replace(
        plan_of(Mode.DAY if view else mode, day=SAXON),
        holidays={ANNA.id: HolidayCalendar("SN"), BEN.id: HolidayCalendar("BW")},
        branches={ANNA.id: Branch(uuid4(), "01", "Leipzig"), BEN.id: Branch(uuid4(), "02", "Ulm")},
        **known,
    )
    return take_snapshot(replace(window_of(mode, SAXON), view=view), plan)


def by_days() -> PlannerView:
    columns = (ViewColumn(ANNA.id), ViewColumn(BEN.id))
    return PlannerView(uuid4(), "Beide", "Beide", kind=ViewKind.DAYS, columns=columns)


def test_in_a_week_each_column_has_the_holidays_of_its_own_branch() -> None:
    columns = {column.key: column.holiday for column in in_two_places(Mode.WEEK).columns if column.holiday}
    assert columns == {(ANNA.id, SAXON): "Buß- und Bettag"}


def test_a_holiday_of_some_is_named_with_its_branch_and_closes_no_day_of_all() -> None:
    hours = Availability(uuid4(), BEN.id, Weekday.WEDNESDAY, time(10), time(16))
    earlier = Availability(uuid4(), ANNA.id, Weekday.WEDNESDAY, time(8), time(12))
    work = {ANNA.id: (earlier,), BEN.id: (hours,)}
    (column,) = in_two_places(Mode.VIEW, by_days(), availabilities=work).columns
    assert not column.holiday
    assert column.holiday_words == "Buß- und Bettag (01 Leipzig)"
    assert list(column.not_bookable(1440)) == [(0, 600), (960, 1440)]
    both = dict.fromkeys((ANNA.id, BEN.id), HolidayCalendar("SN"))
    snapshot = take_snapshot(
        replace(window_of(Mode.VIEW, SAXON), view=by_days()), replace(plan_of(Mode.DAY, day=SAXON), holidays=both)
    )
    assert snapshot.columns[0].holiday == "Buß- und Bettag"


def test_several_resources_are_closed_while_none_of_their_shops_is_open() -> None:
    spans = {key: (OpeningSpan(Weekday.WEDNESDAY, *hours),) for key, hours in _SHOPS.items()}
    known = {ANNA.id: spans[ANNA.id]}
    closed = [in_two_places(Mode.VIEW, by_days(), openings=found).columns[0].closed for found in (spans, known)]
    assert closed == [((0, 480), (1080, 1440)), ()]


_SHOPS = {ANNA.id: (time(8), time(12)), BEN.id: (time(10), time(18))}


def test_holidays_of_the_state_are_named() -> None:
    assert snapshot_of(Mode.DAY, day=date(2026, 1, 6)).columns[0].holiday == "Heilige Drei Könige"
    assert snapshot_of(Mode.DAY).columns[0].holiday == ""


def test_only_the_columns_that_differ_are_named() -> None:
    nine = row(10, Timed(local(MONDAY, 9), local(MONDAY, 10)), BEN)
    before, after = snapshot_of(Mode.DAY), snapshot_of(Mode.DAY, nine)
    assert after.changed_columns(before) == (1,)
    assert after.changed_columns(after) == ()
    assert after.changed_columns(snapshot_of(Mode.WEEK)) is None


def test_the_window_knows_whether_a_change_shows() -> None:
    window = Window(Mode.DAY, MONDAY, BERLIN, (ANNA.id,))
    nine = row(10, Timed(local(MONDAY, 9), local(MONDAY, 10)), ANNA).appointment
    assert window.shows(nine)
    assert not window.shows(replace(nine, resource_ids=(BEN.id,)))
    assert not window.turned(1).shows(nine)
    assert window.turned(-1).shows(replace(nine, when=AllDay(MONDAY - timedelta(days=1), MONDAY)))


def _monday(starts_at: time, ends_at: time, step_minutes: int | None = None) -> Availability:
    return Availability(UUID(int=50), ANNA.id, Weekday.MONDAY, starts_at, ends_at, step_minutes=step_minutes)


def test_free_slots_stand_in_the_availability_around_what_is_booked() -> None:
    rule = _monday(time(9, 15), time(12), step_minutes=45)
    booked = row(10, Timed(local(MONDAY, 10), local(MONDAY, 10, 30)), ANNA)
    shown = snapshot_of(Mode.DAY, booked, rules=(rule,))
    assert [(box.start, box.end) for box in shown.slots[0]] == [(555, 600), (645, 690)]
    assert shown.slots[1] == ()
    assert shown.slot_at(0, 650) == shown.slots[0][1]
    assert shown.slot_at(0, 610) is None
    assert shown.slot_at(1, 650) is None


def test_a_holiday_has_no_slots_and_a_booking_changes_those_of_its_column() -> None:
    rule = replace(_monday(time(9), time(12)), weekday=Weekday.FRIDAY)
    assert snapshot_of(Mode.DAY, day=date(2026, 12, 25), rules=(rule,)).slots[0] == ()
    rule = _monday(time(9), time(12))
    before = snapshot_of(Mode.DAY, rules=(rule,))
    transparent = row(10, Timed(local(MONDAY, 9), local(MONDAY, 10)), ANNA, is_transparent=True)
    assert snapshot_of(Mode.DAY, transparent, rules=(rule,)).slots == before.slots
    parallel = row(10, Timed(local(MONDAY, 9), local(MONDAY, 10)), ANNA, is_parallel=True)
    assert snapshot_of(Mode.DAY, parallel, rules=(rule,)).slots != before.slots
    booked = row(10, Timed(local(MONDAY, 9), local(MONDAY, 10)), ANNA)
    assert snapshot_of(Mode.DAY, booked, rules=(rule,)).changed_columns(before) == (0,)


def test_a_second_place_keeps_its_slot_until_it_is_taken_too() -> None:
    window = Window(Mode.DAY, MONDAY, BERLIN, (ANNA.id,))
    double = replace(ANNA, capacity=2)
    bookings = tuple(row(10 + n, Timed(local(MONDAY, 9), local(MONDAY, 9, 30)), double) for n in range(2))
    counts = []
    for number in range(3):
        rules = {ANNA.id: (_monday(time(9), time(10)),)}
        plan = Plan(window.interval.start_at, window.interval.end_at, (double,), bookings[:number], rules)
        counts.append(len(take_snapshot(window, plan).slots[0]))
    assert counts == [2, 2, 1]


def test_what_an_availability_is_made_of_is_told_by_its_hours() -> None:
    lunch = replace(_monday(time(12), time(13)), is_available=False)
    evening = replace(_monday(time(18), time(0)), text="Spätdienst")
    shown = snapshot_of(Mode.DAY, rules=(_monday(time(9), time(18)), lunch, evening))
    boxes = [(box.start, box.end, box.hours, box.rule.text, box.rule.is_available) for box in shown.rules[0]]
    assert boxes == [
        (540, 1080, "09:00–18:00", "", True),
        (720, 780, "12:00–13:00", "", False),
        (1080, 1440, "18:00–00:00", "Spätdienst", True),
    ]
    assert shown.rules[1] == ()
    assert snapshot_of(Mode.DAY, day=MONDAY + timedelta(days=1), rules=(lunch,)).rules[0] == ()


def test_outside_the_opening_times_a_shop_is_closed_and_an_availability_opens_it() -> None:
    opening = (OpeningSpan(Weekday.MONDAY, time(9), time(13)), OpeningSpan(Weekday.MONDAY, time(14), time(18)))
    early = Availability(uuid4(), ANNA.id, Weekday.MONDAY, time(7), time(12))
    anna, ben = snapshot_of(Mode.DAY, rules=(early,), opening=opening).columns
    assert anna.closed == ben.closed
    assert list(ben.closed) == [(0, 540), (780, 840), (1080, 1440)]
    assert (anna.is_open(420, 480), ben.is_open(420, 480)) == (True, False)
    assert (ben.is_open(540, 780), ben.is_open(770, 790)) == (True, False)
    (tuesday, _) = snapshot_of(Mode.DAY, day=MONDAY + timedelta(days=1), opening=opening).columns
    assert list(tuesday.closed) == [(0, 1440)]
    (unknown, _) = snapshot_of(Mode.DAY).columns
    assert not unknown.closed
    assert unknown.is_open(0, 60)


def test_where_no_availability_is_kept_an_unavailability_is_taken_out_of_the_opening_times() -> None:
    opening = (OpeningSpan(Weekday.MONDAY, time(9), time(18)),)
    course = replace(_monday(time(10), time(12)), is_available=False)
    anna, _ = snapshot_of(Mode.DAY, rules=(course,), opening=opening).columns
    assert list(anna.free or ()) == [(540, 600), (720, 1080)]


@st.composite
def _rows(draw: st.DrawFn) -> tuple[AppointmentRow, ...]:
    """Up to six appointments of the week, some of whole days, with one resource or both."""
    found = []
    for number in draw(st.sets(st.integers(10, 15))):
        day = MONDAY + timedelta(days=draw(st.integers(-1, 6)))
        hour, hours = draw(st.integers(7, 22)), draw(st.integers(1, 12))
        hourly = Timed(local(day, hour), local(day, hour) + timedelta(hours=hours))
        when = hourly if draw(st.booleans()) else AllDay(day, day + timedelta(days=1))
        found.append(row(number, when, *draw(st.sampled_from(((ANNA,), (BEN,), (ANNA, BEN))))))
    return tuple(found)


@given(_rows(), _rows(), st.sampled_from((Mode.DAY, Mode.WEEK)))
def test_a_snapshot_with_other_rows_is_as_if_taken_anew(
    before: tuple[AppointmentRow, ...], after: tuple[AppointmentRow, ...], mode: Mode
) -> None:
    rule = Availability(UUID(int=50), ANNA.id, Weekday.MONDAY, time(9), time(18))
    known, plan = snapshot_of(mode, *before, rules=(rule,)), plan_of(mode, *before, rules=(rule,))
    assert retake_snapshot(known, plan, replace(plan, rows=after)) == snapshot_of(mode, *after, rules=(rule,))


def test_what_did_not_change_is_not_sorted_again() -> None:
    his, hers = (
        row(number, Timed(local(MONDAY, 9), local(MONDAY, 10)), resource)
        for number, resource in ((10, BEN), (11, ANNA))
    )
    later = row(10, Timed(local(MONDAY, 11), local(MONDAY, 12)), BEN)
    known, plan = snapshot_of(Mode.WEEK, his, hers), plan_of(Mode.WEEK, his, hers)
    after = retake_snapshot(known, plan, replace(plan, rows=(later, hers)))
    assert after.columns is known.columns
    assert after.blocks[0] is known.blocks[0]
    assert after.changed_columns(known) == (7,)


def test_availabilities_stand_in_their_column_with_their_type_and_a_new_word_of_one_is_a_change() -> None:
    course = AvailabilityType(uuid4(), "Schulung", "#1e90ff")
    rule = Availability(uuid4(), ANNA.id, Weekday.MONDAY, time(9), time(12), type_id=course.id)
    plan = replace(plan_of(Mode.DAY, rules=(rule,)), availability_types={course.id: course})
    before = take_snapshot(window_of(Mode.DAY, MONDAY), plan)
    assert before.rules == ((RuleBox(540, 720, rule, course),), ())
    renamed = replace(plan, availabilities={ANNA.id: (replace(rule, text="Optik-Akademie"),), BEN.id: ()})
    assert take_snapshot(window_of(Mode.DAY, MONDAY), renamed).changed_columns(before) == (0,)
    recolored = replace(plan, availability_types={course.id: replace(course, color="#5a7d5a")})
    assert take_snapshot(window_of(Mode.DAY, MONDAY), recolored).changed_columns(before) == (0,)
