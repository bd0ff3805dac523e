"""Begin, end and duration: any two determine the third."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.when import AllDay, Timed
from terminplaner.ui.planner.appointment.times import Times

BERLIN = ZoneInfo("Europe/Berlin")
TEN = Times.of(Timed(datetime(2026, 11, 23, 9, tzinfo=UTC), datetime(2026, 11, 23, 9, 30, tzinfo=UTC)), BERLIN)


def test_a_later_start_keeps_the_duration() -> None:
    moved = TEN.with_start(time(14, 15))
    assert (moved.starts.time(), moved.ends.time(), moved.minutes) == (time(14, 15), time(14, 45), 30)


def test_a_later_end_makes_it_longer() -> None:
    assert TEN.with_end(time(11, 15)).minutes == 75


def test_a_duration_moves_the_end_even_over_midnight() -> None:
    long = TEN.with_start(time(23)).with_minutes(120)
    assert long.ends == datetime(2026, 11, 24, 1)  # noqa: DTZ001  (wall time)
    assert long.when == Timed(datetime(2026, 11, 23, 22, tzinfo=UTC), datetime(2026, 11, 24, 0, tzinfo=UTC))


def test_another_day_takes_all_of_it_along() -> None:
    moved = TEN.with_last_day(date(2026, 11, 25)).with_day(date(2026, 12, 1))
    assert (moved.starts.date(), moved.ends.date()) == (date(2026, 12, 1), date(2026, 12, 3))


def test_an_end_before_the_start_is_no_appointment() -> None:
    backwards = TEN.with_end(time(9))
    assert backwards.minutes < 0
    with pytest.raises(InvalidInputError, match="end_before_start"):
        _ = backwards.when


def test_correcting_the_start_of_a_backward_one_does_not_make_it_negative_again() -> None:
    backward = TEN.with_end(time(9))
    assert backward.with_start(time(9, 30)).minutes == 0


def test_an_end_that_is_entered_first_waits_for_its_start() -> None:
    morning = TEN.with_end(time(9)).with_start(time(8))
    assert (morning.ends.time(), morning.minutes) == (time(9), 60)


def test_the_last_day_never_comes_before_the_first() -> None:
    assert TEN.with_last_day(date(2026, 1, 1)).ends.date() == date(2026, 11, 23)


def test_the_hour_that_does_not_exist_is_refused() -> None:
    spring = TEN.with_day(date(2026, 3, 29)).with_start(time(2, 30))
    with pytest.raises(InvalidInputError, match="nonexistent_local_time"):
        _ = spring.when


def test_durations_are_real_minutes_when_the_clocks_change() -> None:
    autumn = TEN.with_day(date(2026, 10, 25)).with_start(time(1, 30)).with_end(time(3, 30))
    assert autumn.minutes == 180


def test_the_second_of_two_equal_hours_survives_the_dialog() -> None:
    second = Timed(datetime(2026, 10, 25, 1, 15, tzinfo=UTC), datetime(2026, 10, 25, 1, 45, tzinfo=UTC))
    assert Times.of(second, BERLIN).when == second


def test_whole_days_show_their_last_day_and_store_an_exclusive_end() -> None:
    three_days = AllDay(date(2026, 11, 23), date(2026, 11, 26))
    times = Times.of(three_days, BERLIN)
    assert times.ends.date() == date(2026, 11, 25)
    assert times.when == three_days
    assert times.with_all_day(False).minutes > 0
