"""How something repeats."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from terminplaner.domain.recurrence import Frequency, Recurrence, weeks_of_month
from terminplaner.domain.resource import Weekday, WeekOfMonth

MONDAY = date(2026, 3, 2)
HORIZON = date(2026, 12, 31)


def days(recurrence: Recurrence, first_on: date = MONDAY, horizon_on: date = HORIZON) -> list[date]:
    return list(recurrence.days(first_on, horizon_on))


def test_daily_by_number() -> None:
    assert days(Recurrence(Frequency.DAILY, 2, count=3)) == [MONDAY, date(2026, 3, 4), date(2026, 3, 6)]


def test_weekly_on_several_days_every_second_week() -> None:
    rule = Recurrence(Frequency.WEEKLY, 2, (Weekday.MONDAY, Weekday.FRIDAY), until_on=date(2026, 3, 20))
    assert days(rule) == [MONDAY, date(2026, 3, 6), date(2026, 3, 16), date(2026, 3, 20)]


def test_weekly_without_a_day_takes_that_of_the_first() -> None:
    assert days(Recurrence(Frequency.WEEKLY, count=2)) == [MONDAY, date(2026, 3, 9)]


def test_a_day_that_a_month_lacks_is_left_out() -> None:
    found = days(Recurrence(Frequency.MONTHLY, count=3), date(2026, 1, 31))
    assert found == [date(2026, 1, 31), date(2026, 3, 31), date(2026, 5, 31)]


def test_the_leap_day_comes_back_after_four_years() -> None:
    found = days(Recurrence(Frequency.YEARLY), date(2024, 2, 29), date(2033, 1, 1))
    assert found == [date(2024, 2, 29), date(2028, 2, 29), date(2032, 2, 29)]


def test_an_endless_one_ends_at_the_horizon_which_belongs_to_it() -> None:
    rule = Recurrence(Frequency.DAILY)
    assert rule.is_endless
    assert days(rule, MONDAY, date(2026, 3, 4))[-1] == date(2026, 3, 4)


@pytest.mark.parametrize("until_on", [date(2026, 3, 1), date(2020, 1, 1)])
def test_one_that_ends_before_it_begins_has_no_days(until_on: date) -> None:
    assert days(Recurrence(Frequency.DAILY, until_on=until_on)) == []


@pytest.mark.parametrize(
    ("rule", "first_on", "expected"),
    [
        (Recurrence(Frequency.MONTHLY, count=3), (2026, 3, 17), ["17.03.", "17.04.", "17.05."]),
        (
            Recurrence(Frequency.MONTHLY, weekdays=(Weekday.TUESDAY,), week_of_month=WeekOfMonth.SECOND, count=3),
            (2026, 3, 10),
            ["10.03.", "14.04.", "12.05."],
        ),
        (
            Recurrence(Frequency.MONTHLY, 2, week_of_month=WeekOfMonth.LAST, count=3),
            (2026, 3, 27),
            ["27.03.", "29.05.", "31.07."],
        ),
        (
            Recurrence(Frequency.YEARLY, week_of_month=WeekOfMonth.LAST, count=3),
            (2026, 11, 27),
            ["27.11.", "26.11.", "24.11."],
        ),
        (
            Recurrence(Frequency.MONTHLY, week_of_month=WeekOfMonth.LAST, until_on=date(2026, 4, 30)),
            (2026, 3, 26),
            ["26.03.", "30.04."],
        ),
    ],
)
def test_a_weekday_of_the_month(rule: Recurrence, first_on: tuple[int, int, int], expected: list[str]) -> None:
    assert [f"{day:%d.%m.}" for day in days(rule, date(*first_on), date(2028, 12, 31))] == expected


def test_a_day_is_the_last_of_its_weekday_the_fourth_or_both() -> None:
    assert weeks_of_month(date(2026, 2, 28)) == (WeekOfMonth.FOURTH, WeekOfMonth.LAST)
    assert weeks_of_month(date(2026, 3, 28)) == (WeekOfMonth.FOURTH, WeekOfMonth.LAST)
    assert weeks_of_month(date(2026, 5, 28)) == (WeekOfMonth.FOURTH, WeekOfMonth.LAST)
    assert weeks_of_month(date(2026, 5, 22)) == (WeekOfMonth.FOURTH,)
    assert weeks_of_month(date(2026, 5, 29)) == (WeekOfMonth.LAST,)


DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))
WEEKS = st.sampled_from(WeekOfMonth)


@given(DAYS)
def test_every_day_has_a_place_in_its_month_that_comes_back_there(day: date) -> None:
    places = weeks_of_month(day)
    assert places
    for place in places:
        rule = Recurrence(Frequency.MONTHLY, weekdays=(Weekday(day.weekday()),), week_of_month=place, count=1)
        assert days(rule, day.replace(day=1), day) == [day]


@given(DAYS, WEEKS, st.sampled_from(Weekday), st.integers(1, 24), st.booleans())
def test_a_weekday_of_the_month_is_what_counting_by_hand_finds(
    first_on: date, week: WeekOfMonth, weekday: Weekday, interval: int, is_yearly: bool
) -> None:
    frequency = Frequency.YEARLY if is_yearly else Frequency.MONTHLY
    rule = Recurrence(frequency, interval, (weekday,), week_of_month=week)
    horizon_on = first_on + timedelta(days=3 * 366)

    def is_in_step(day: date) -> bool:
        years = day.year - first_on.year
        if is_yearly:
            return years % interval == 0 and day.month == first_on.month
        return (years * 12 + day.month - first_on.month) % interval == 0

    every = (first_on + timedelta(days=number) for number in range((horizon_on - first_on).days + 1))
    by_hand = [
        day for day in every if day.weekday() == weekday and is_in_step(day) and week in weeks_of_month(day)
    ]
    assert days(rule, first_on, horizon_on) == by_hand


@given(DAYS, WEEKS, st.sampled_from(Weekday), st.integers(1, 12), st.integers(1, 20))
def test_a_weekday_of_the_month_is_that_of_rfc_5545(
    first_on: date, week: WeekOfMonth, weekday: Weekday, interval: int, count: int
) -> None:
    text = f"FREQ=MONTHLY;INTERVAL={interval};COUNT={count};BYDAY={week.value}{weekday.name[:2]}"
    expected = [moment.date() for moment in rrulestr(text, dtstart=datetime.combine(first_on, time()))]
    rule = Recurrence(Frequency.MONTHLY, interval, (weekday,), count=count, week_of_month=week)
    assert days(rule, first_on, first_on + timedelta(days=366 * 21)) == expected


RULES = st.builds(
    Recurrence,
    st.sampled_from(Frequency),
    st.integers(1, 4),
    st.lists(st.sampled_from(Weekday), max_size=2, unique=True).map(tuple),
    st.none() | DAYS,
    st.none() | st.integers(1, 40),
    st.none() | WEEKS,
)


@given(RULES, DAYS, st.integers(-40, 40))
def test_a_shifted_rule_has_the_same_days_so_many_later(rule: Recurrence, first_on: date, by: int) -> None:
    shifted = rule.shifted(first_on, by)
    on = timedelta(days=by)
    horizon_on = first_on + timedelta(days=6 * 366)
    if shifted is not None:
        expected = [day + on for day in days(rule, first_on, horizon_on)]
        assert days(shifted, first_on + on, horizon_on + on) == expected


@pytest.mark.parametrize(
    ("frequency", "first_on", "by", "is_rule"),
    [
        (Frequency.MONTHLY, date(2026, 4, 1), 1, True),
        (Frequency.MONTHLY, date(2026, 4, 1), 27, True),
        (Frequency.MONTHLY, date(2026, 4, 28), -27, True),
        (Frequency.MONTHLY, date(2026, 4, 1), -1, False),
        (Frequency.MONTHLY, date(2026, 4, 28), 1, False),
        (Frequency.MONTHLY, date(2026, 4, 29), -1, False),
        (Frequency.MONTHLY, date(2026, 4, 30), 2, False),
        (Frequency.YEARLY, date(2026, 3, 3), -2, True),
        (Frequency.YEARLY, date(2026, 3, 1), -1, False),
        (Frequency.YEARLY, date(2026, 12, 31), 1, False),
        (Frequency.WEEKLY, date(2026, 4, 1), -1, True),
        (Frequency.WEEKLY, date(2026, 4, 30), 30, True),
        (Frequency.DAILY, date(2026, 4, 30), 1, True),
    ],
)
def test_only_days_that_every_month_has_stand_for_one_another(
    frequency: Frequency, first_on: date, by: int, is_rule: bool
) -> None:
    assert (Recurrence(frequency).shifted(first_on, by) is not None) == is_rule


@pytest.mark.parametrize(
    ("rule", "by", "is_rule"),
    [
        (Recurrence(Frequency.WEEKLY, 2, (Weekday.TUESDAY, Weekday.FRIDAY)), 7, True),
        (Recurrence(Frequency.WEEKLY, 1, (Weekday.TUESDAY, Weekday.FRIDAY)), 1, False),
        (Recurrence(Frequency.MONTHLY, 1, (Weekday.TUESDAY,), week_of_month=WeekOfMonth.FIRST), 7, True),
        (Recurrence(Frequency.MONTHLY, 1, (Weekday.TUESDAY,), week_of_month=WeekOfMonth.FIRST), 21, True),
        (Recurrence(Frequency.MONTHLY, 1, (Weekday.TUESDAY,), week_of_month=WeekOfMonth.FIRST), 28, False),
        (Recurrence(Frequency.MONTHLY, 1, (Weekday.TUESDAY,), week_of_month=WeekOfMonth.FIRST), -7, False),
        (Recurrence(Frequency.MONTHLY, 1, (Weekday.TUESDAY,), week_of_month=WeekOfMonth.FIRST), 1, False),
        (Recurrence(Frequency.MONTHLY, 1, (Weekday.TUESDAY,), week_of_month=WeekOfMonth.LAST), 7, False),
        (Recurrence(Frequency.MONTHLY, 1, (Weekday.TUESDAY,), week_of_month=WeekOfMonth.LAST), -7, False),
    ],
)
def test_whole_weeks_take_all_along_but_the_last_of_a_month(rule: Recurrence, by: int, is_rule: bool) -> None:
    assert (rule.shifted(date(2026, 3, 3), by) is not None) == is_rule


def test_every_second_week_counts_from_that_of_the_first_day() -> None:
    """On Friday every second week, and the first day, a Tuesday, has gone to the next week or not."""
    rule = Recurrence(Frequency.WEEKLY, 2, (Weekday.FRIDAY,))
    tuesday = date(2026, 3, 3)
    assert rule.shifted(tuesday, 2) is not None
    assert rule.shifted(tuesday, 3) is None
    assert rule.shifted(tuesday, 7) is not None
