"""The axis of minutes on ordinary days and on those the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terminplaner.domain.when import Interval, day_interval
from terminplaner.ui.planner.plan.time_axis import ClockChange, TimeAxis, clock_change

BERLIN = ZoneInfo("Europe/Berlin")
ORDINARY = date(2026, 11, 23)
SPRING = date(2026, 3, 29)
AUTUMN = date(2026, 10, 25)


def week_of(day: date) -> list[date]:
    monday = day - timedelta(days=day.weekday())
    return [monday + timedelta(days=number) for number in range(7)]


AXES = [
    TimeAxis.for_days(days, BERLIN)
    for days in ([ORDINARY], [SPRING], [AUTUMN], week_of(ORDINARY), week_of(SPRING), week_of(AUTUMN))
]


def test_the_clocks_change_at_two_and_at_three() -> None:
    assert clock_change(SPRING, BERLIN) == ClockChange(120, 180, is_repeated=False)
    assert clock_change(AUTUMN, BERLIN) == ClockChange(120, 180, is_repeated=True)
    assert clock_change(ORDINARY, BERLIN) is None


def test_half_an_hour_is_a_change_too() -> None:
    lord_howe = ZoneInfo("Australia/Lord_Howe")
    assert clock_change(date(2026, 10, 4), lord_howe) == ClockChange(120, 150, is_repeated=False)


@pytest.mark.parametrize(("day", "hours"), [(ORDINARY, 24), (SPRING, 23), (AUTUMN, 25)])
def test_a_single_day_is_as_long_as_it_is(day: date, hours: int) -> None:
    axis = TimeAxis.for_days([day], BERLIN)
    assert axis.length == hours * 60
    assert axis.absent_on(day) == ()


@pytest.mark.parametrize("axis", AXES, ids=str)
def test_eight_o_clock_stands_at_one_height_on_every_day(axis: TimeAxis) -> None:
    heights = set()
    for day in axis.days:
        eight = datetime(day.year, day.month, day.day, 8, tzinfo=BERLIN)
        heights.add(axis.position_of(eight, day))
    assert len(heights) == 1


@settings(deadline=None)
@given(axis=st.sampled_from(AXES), data=st.data())
def test_every_instant_of_a_day_has_a_place_and_comes_back_from_it(axis: TimeAxis, data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(axis.days))
    span = day_interval(day, BERLIN)
    minutes = int((span.end_at - span.start_at) / timedelta(minutes=1))
    instant = span.start_at + timedelta(minutes=data.draw(st.integers(0, minutes)))
    position = axis.position_of(instant, day)
    assert 0 <= position <= axis.length
    assert axis.instant_at(position, day) == instant


@settings(deadline=None)
@given(axis=st.sampled_from(AXES), data=st.data())
def test_further_down_is_never_earlier(axis: TimeAxis, data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(axis.days))
    upper = data.draw(st.integers(0, axis.length))
    lower = data.draw(st.integers(upper, axis.length))
    assert axis.instant_at(upper, day) <= axis.instant_at(lower, day)


def test_the_repeated_hour_stands_twice_on_the_rail() -> None:
    axis = TimeAxis.for_days([AUTUMN], BERLIN)
    hours = [(tick.minute // 60, tick.fold, tick.is_repeated) for tick in axis.ticks(60)]
    assert hours[1:5] == [(1, 0, False), (2, 0, True), (2, 1, True), (3, 0, False)]
    assert axis.instant_at(120, AUTUMN) == datetime(2026, 10, 25, 0, tzinfo=UTC)
    assert axis.instant_at(180, AUTUMN) == datetime(2026, 10, 25, 1, tzinfo=UTC)
    assert axis.position_of(datetime(2026, 10, 25, 2, tzinfo=UTC), AUTUMN) == 240


def test_the_missing_hour_is_left_out_of_its_day_and_shaded_in_its_week() -> None:
    day = TimeAxis.for_days([SPRING], BERLIN)
    assert [tick.minute // 60 for tick in day.ticks(60)][:4] == [0, 1, 3, 4]
    week = TimeAxis.for_days(week_of(SPRING), BERLIN)
    assert week.absent_on(SPRING) == ((120, 180),)
    assert week.absent_on(SPRING - timedelta(days=1)) == ()
    assert week.instant_at(150, SPRING) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_days_without_the_repeated_hour_are_shaded_there() -> None:
    week = TimeAxis.for_days(week_of(AUTUMN), BERLIN)
    assert week.absent_on(AUTUMN) == ()
    assert week.absent_on(AUTUMN - timedelta(days=1)) == ((180, 240),)


def test_a_span_over_midnight_is_cut_at_both_days() -> None:
    axis = TimeAxis.for_days([ORDINARY, ORDINARY + timedelta(days=1)], BERLIN)
    night = Interval(datetime(2026, 11, 23, 22, tzinfo=UTC), datetime(2026, 11, 24, 1, tzinfo=UTC))
    assert axis.span_on(night, ORDINARY) == (23 * 60, 24 * 60)
    assert axis.span_on(night, ORDINARY + timedelta(days=1)) == (0, 2 * 60)
    assert axis.span_on(night, ORDINARY + timedelta(days=2)) is None


def test_a_span_ending_at_midnight_is_not_on_the_next_day() -> None:
    evening = Interval(datetime(2026, 11, 23, 20, tzinfo=UTC), datetime(2026, 11, 23, 23, tzinfo=UTC))
    axis = TimeAxis.for_days([ORDINARY], BERLIN)
    assert axis.span_on(evening, ORDINARY) == (21 * 60, 24 * 60)
    assert axis.span_on(evening, ORDINARY + timedelta(days=1)) is None


def test_a_span_without_length_is_still_shown() -> None:
    noon = datetime(2026, 11, 23, 11, tzinfo=UTC)
    assert TimeAxis.for_days([ORDINARY], BERLIN).span_on(Interval(noon, noon), ORDINARY) == (720, 720)


def test_snapping_stays_on_the_axis() -> None:
    axis = TimeAxis.for_days([ORDINARY], BERLIN)
    assert axis.snap(607, 15) == 600
    assert axis.snap(608, 15) == 615
    assert axis.snap(-20, 15) == 0
    assert axis.slot_at(629, 30) == 600
    assert axis.slot_at(1440, 30) == 1410
