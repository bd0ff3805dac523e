"""How something repeats."""

from __future__ import annotations

from datetime import date

import pytest

from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.resource import Weekday

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
