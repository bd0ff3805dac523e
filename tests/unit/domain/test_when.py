"""Instants, whole days and the two days on which the clocks change."""

# ruff: noqa: DTZ001  (wall times without a zone are what is tested)

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.when import AllDay, Interval, Timed, at_local, day_interval, day_start

BERLIN = ZoneInfo("Europe/Berlin")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 23), (AUTUMN, 25), (date(2026, 6, 1), 24)])
def test_a_day_lasts_as_long_as_the_clocks_say(day: date, hours: int) -> None:
    interval = day_interval(day, BERLIN)
    assert interval.end_at - interval.start_at == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("Pacific/Honolulu", datetime(2026, 3, 29, 10, tzinfo=UTC)),
        ("Europe/Berlin", datetime(2026, 3, 28, 23, tzinfo=UTC)),
        ("Pacific/Auckland", datetime(2026, 3, 28, 11, tzinfo=UTC)),
    ],
)
def test_whole_days_are_the_same_dates_in_every_zone(zone: str, start: datetime) -> None:
    assert AllDay(SPRING, SPRING + timedelta(days=1)).interval(ZoneInfo(zone)).start_at == start


def test_a_day_that_begins_at_one_begins_there() -> None:
    """Beirut's clocks skip midnight."""
    assert day_start(date(2024, 3, 31), ZoneInfo("Asia/Beirut")) == datetime(2024, 3, 30, 22, tzinfo=UTC)


def test_an_hour_that_the_clocks_skip_is_refused() -> None:
    with pytest.raises(InvalidInputError) as refusal:
        at_local(datetime(2026, 3, 29, 2, 30), BERLIN)
    assert refusal.value.error_code == "nonexistent_local_time"
    assert at_local(datetime(2026, 3, 29, 3, 0), BERLIN) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(("fold", "hour"), [(0, 0), (1, 1)])
def test_an_hour_that_comes_twice_takes_the_fold(fold: int, hour: int) -> None:
    wall = datetime(2026, 10, 25, 2, 30, fold=fold)
    assert at_local(wall, BERLIN) == datetime(2026, 10, 25, hour, 30, tzinfo=UTC)


@given(
    st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1)), st.sampled_from(["Europe/Berlin", "Asia/Kolkata"])
)
def test_what_exists_comes_back_as_it_was(wall: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    try:
        instant = at_local(wall, zone)
    except InvalidInputError:
        return
    assert instant.astimezone(zone).replace(tzinfo=None, fold=0) == wall


def test_instants_are_kept_in_utc() -> None:
    timed = Timed(datetime(2026, 7, 1, 10, tzinfo=BERLIN), datetime(2026, 7, 1, 11, tzinfo=BERLIN))
    assert timed.start_at.tzinfo is UTC
    assert timed == Timed(datetime(2026, 7, 1, 8, tzinfo=UTC), datetime(2026, 7, 1, 9, tzinfo=UTC))


def test_an_instant_without_zone_is_refused() -> None:
    with pytest.raises(InvalidInputError) as refusal:
        Timed(datetime(2026, 7, 1, 10), datetime(2026, 7, 1, 11, tzinfo=UTC))
    assert refusal.value.error_code == "naive_instant"


def test_an_end_before_the_start_is_refused() -> None:
    noon = datetime(2026, 7, 1, 12, tzinfo=UTC)
    assert Timed(noon, noon).interval(BERLIN) == Interval(noon, noon)
    with pytest.raises(InvalidInputError) as timed:
        Timed(noon, noon - timedelta(minutes=1))
    with pytest.raises(InvalidInputError) as days:
        AllDay(SPRING, SPRING)
    assert {timed.value.error_code, days.value.error_code} == {"end_before_start"}


def test_touching_intervals_do_not_overlap() -> None:
    at = [datetime(2026, 7, 1, hour, tzinfo=UTC) for hour in (9, 10, 11)]
    assert not Interval(at[0], at[1]).overlaps(Interval(at[1], at[2]))
    assert not Interval(at[1], at[2]).overlaps(Interval(at[0], at[1]))
    assert Interval(at[0], at[2]).overlaps(Interval(at[1], at[2]))
    assert Interval(at[0], at[2]).contains(Interval(at[1], at[2]))
    assert not Interval(at[1], at[2]).contains(Interval(at[0], at[2]))
