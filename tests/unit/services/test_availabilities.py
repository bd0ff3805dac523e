"""Availabilities one by one: their rules, their rights, and taking one day out of many."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest

from helpers.shop import Shop
from terminplaner.domain.errors import DeadlockError, InvalidInputError, PermissionDeniedError, StaleRevisionError
from terminplaner.domain.resource import Availability, Weekday, WeekOfMonth
from terminplaner.domain.series import SeriesScope
from terminplaner.services.availabilities import put_on
from terminplaner.services.working_time import applies_on

MONDAY = date(2026, 3, 2)
ROOM = "Kabine 1 Filiale Stgt."


def _rule(shop: Shop, **fields: Any) -> Availability:
    wanted = {"starts_at": time(9), "ends_at": time(12), **fields}
    return Availability(uuid4(), shop.resource(ROOM).id, Weekday.MONDAY, **wanted)


def _weeks(shop: Shop) -> list[int]:
    """On which of the next eight Mondays the room is available."""
    rules = shop.queries.availabilities(shop.resource(ROOM).id)
    mondays = [MONDAY + timedelta(weeks=number) for number in range(8)]
    return [number for number, day in enumerate(mondays) if any(applies_on(rule, day) for rule in rules)]


@pytest.fixture
def shop_without_rules(shop: Shop) -> Shop:
    for rule in shop.queries.availabilities(shop.resource(ROOM).id):
        shop.availabilities.delete(shop.admin, rule)
    return shop


@pytest.mark.parametrize(
    ("scope", "left"),
    [
        (SeriesScope.ALL, []),
        (SeriesScope.FOLLOWING, [0, 2]),
        (SeriesScope.THIS, [0, 2, 6]),
    ],
)
def test_a_day_is_taken_out_alone_or_with_all_that_follow(
    shop_without_rules: Shop, scope: SeriesScope, left: list[int]
) -> None:
    shop = shop_without_rules
    rule = shop.availabilities.save(shop.admin, _rule(shop, valid_from_on=MONDAY, interval_weeks=2))
    assert _weeks(shop) == [0, 2, 4, 6]
    shop.availabilities.delete(shop.admin, rule, MONDAY + timedelta(weeks=4), scope)
    assert _weeks(shop) == left


def test_what_is_left_of_a_monthly_one_stays_monthly(shop_without_rules: Shop) -> None:
    shop = shop_without_rules
    rule = shop.availabilities.save(shop.admin, _rule(shop, week_of_month=WeekOfMonth.FIRST))
    shop.availabilities.delete(shop.admin, rule, date(2026, 4, 6), SeriesScope.THIS)
    rules = shop.queries.availabilities(shop.resource(ROOM).id)
    days = [MONDAY + timedelta(days=number) for number in range(100)]
    assert [day for day in days if any(applies_on(rule, day) for rule in rules)] == [
        date(2026, month, day) for month, day in ((3, 2), (5, 4), (6, 1))
    ]


def test_the_first_and_the_last_day_leave_no_empty_rule_behind(shop_without_rules: Shop) -> None:
    shop = shop_without_rules
    last_on = MONDAY + timedelta(weeks=1)
    rule = shop.availabilities.save(shop.admin, _rule(shop, valid_from_on=MONDAY, valid_until_on=last_on))
    shop.availabilities.delete(shop.admin, rule, MONDAY, SeriesScope.THIS)
    (rest,) = shop.queries.availabilities(shop.resource(ROOM).id)
    assert _weeks(shop) == [1]
    shop.availabilities.delete(shop.admin, rest, last_on, SeriesScope.THIS)
    assert shop.queries.availabilities(shop.resource(ROOM).id) == ()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"ends_at": time(9)}, "end_before_start"),
        ({"valid_from_on": MONDAY, "valid_until_on": MONDAY - timedelta(days=1)}, "end_before_start"),
        ({"interval_weeks": 2}, "field_missing"),
        ({"interval_weeks": 0}, "number_out_of_range"),
        ({"interval_weeks": 2, "valid_from_on": MONDAY, "week_of_month": WeekOfMonth.LAST}, "number_out_of_range"),
        ({"step_minutes": 0}, "number_out_of_range"),
        ({"min_step_minutes": 0}, "number_out_of_range"),
    ],
)
def test_a_rule_without_sense_is_refused(shop: Shop, fields: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidInputError) as error:
        shop.availabilities.save(shop.admin, _rule(shop, **fields))
    assert error.value.error_code == code


def test_several_are_stored_together_or_not_at_all_and_taken_back_at_once(shop_without_rules: Shop) -> None:
    shop = shop_without_rules
    week = [replace(_rule(shop), weekday=weekday) for weekday in Weekday if weekday < Weekday.SATURDAY]
    with pytest.raises(InvalidInputError):
        shop.availabilities.save_all(shop.admin, [*week[:4], replace(week[4], ends_at=time(8))])
    klara = replace(_rule(shop), id=uuid4(), resource_id=shop.resource("Klara Himmel").id)
    with pytest.raises(PermissionDeniedError):
        shop.availabilities.save_all(shop.employee, [klara, *week])
    assert shop.queries.availabilities(week[0].resource_id) == ()
    stored = shop.availabilities.save_all(shop.admin, week)
    assert [(rule.weekday, rule.revision) for rule in stored] == [(rule.weekday, 1) for rule in week]
    assert shop.queries.availabilities(week[0].resource_id) == stored
    shop.undo.undo(shop.admin)
    assert shop.queries.availabilities(week[0].resource_id) == ()


_WEDNESDAY = date(2026, 3, 4)


@pytest.mark.parametrize("to_on", [MONDAY, _WEDNESDAY + timedelta(days=4), MONDAY - timedelta(days=3)])
@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"valid_from_on": _WEDNESDAY, "valid_until_on": _WEDNESDAY},
        {"valid_from_on": _WEDNESDAY, "valid_until_on": date(2026, 6, 30), "interval_weeks": 2},
        {"valid_from_on": date(2026, 1, 1), "valid_until_on": _WEDNESDAY, "interval_weeks": 3},
        {"week_of_month": WeekOfMonth.FIRST, "valid_from_on": _WEDNESDAY},
    ],
)
def test_what_is_put_on_another_day_comes_there_and_as_often_as_before(
    fields: dict[str, Any], to_on: date
) -> None:
    rule = Availability(uuid4(), uuid4(), Weekday.WEDNESDAY, time(9), time(12), **fields)
    assert applies_on(rule, _WEDNESDAY)
    there = put_on(rule, _WEDNESDAY, to_on)
    assert applies_on(there, to_on)
    assert put_on(rule, _WEDNESDAY, _WEDNESDAY) == rule
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(180)]
    assert abs(sum(applies_on(there, day) for day in days) - sum(applies_on(rule, day) for day in days)) <= 1
    apart = {(later - day).days for day, later in pairwise(day for day in days if applies_on(there, day))}
    assert apart <= ({28, 35} if rule.week_of_month else {7 * rule.interval_weeks})


def test_it_may_last_until_midnight_but_not_preset_itself(shop: Shop) -> None:
    room = shop.resource(ROOM)
    assert shop.availabilities.save(shop.admin, _rule(shop, starts_at=time(18), ends_at=time(0))).revision == 1
    with pytest.raises(InvalidInputError):
        shop.availabilities.save(shop.admin, _rule(shop, second_resource_id=room.id))


def test_an_employee_changes_the_own_availability_and_no_other(shop: Shop) -> None:
    own = Availability(uuid4(), shop.resource("Klara Himmel").id, Weekday.SUNDAY, time(9), time(12))
    stored = shop.availabilities.save(shop.employee, own)
    shop.availabilities.delete(shop.employee, stored)
    with pytest.raises(PermissionDeniedError):
        shop.availabilities.save(shop.employee, _rule(shop))
    rule = shop.availabilities.save(shop.planner, _rule(shop))
    with pytest.raises(PermissionDeniedError):
        shop.availabilities.delete(shop.employee, rule)


def test_a_change_is_for_one_day_from_a_day_on_or_for_all(shop: Shop) -> None:
    klara = shop.resource("Klara Himmel")
    (monday, *_) = shop.queries.availabilities(klara.id)
    first, second = date(2026, 3, 9), date(2026, 3, 16)
    once = replace(monday, ends_at=time(12), valid_from_on=first, valid_until_on=first)
    shop.availabilities.change(shop.admin, once, first, SeriesScope.THIS)

    def ends(day: date) -> list[time]:
        rules = shop.queries.availabilities(klara.id)
        return [rule.ends_at for rule in rules if applies_on(rule, day)]

    days = [first + timedelta(weeks=week) for week in (-1, 0, 1, 2)]
    assert [ends(day) for day in days] == [[time(18)], [time(12)], [time(18)], [time(18)]]
    later = next(rule for rule in shop.queries.availabilities(klara.id) if rule.valid_from_on == second)
    on = second + timedelta(weeks=1)
    shop.availabilities.change(
        shop.admin, replace(later, ends_at=time(14), valid_from_on=on), on, SeriesScope.FOLLOWING
    )
    assert [ends(day) for day in days] == [[time(18)], [time(12)], [time(18)], [time(14)]]
    with pytest.raises(StaleRevisionError):
        shop.availabilities.change(shop.admin, replace(later, revision=0), second, SeriesScope.THIS)


@pytest.mark.parametrize("scope", SeriesScope)
def test_a_change_is_tried_as_often_as_any_command(shop: Shop, scope: SeriesScope) -> None:
    rule = shop.queries.availabilities(shop.resource("Klara Himmel").id)[0]
    with patch.object(type(shop.store), "write", side_effect=DeadlockError) as tried:
        with pytest.raises(DeadlockError):
            shop.availabilities.save(shop.admin, rule)
        once = tried.call_count
        with pytest.raises(DeadlockError):
            shop.availabilities.change(shop.admin, rule, date(2026, 3, 2), scope)
    assert tried.call_count == 2 * once
