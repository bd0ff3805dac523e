"""What a series is warned of, day by day: absences, closed days, hours in which nobody works."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import uuid4

import pytest

from helpers.shop import Shop, span
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.errors import CapacityExceededError
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.series import SeriesScope
from terminplaner.domain.when import AllDay, Timed, at_local
from terminplaner.services import occupation
from terminplaner.services.checks import WarningCode

TUESDAY = date(2026, 3, 3)
"""Tomorrow, in the shop."""
WEEK = timedelta(weeks=1)
WEEKLY = Recurrence(Frequency.WEEKLY, count=4)
DAILY = Recurrence(Frequency.DAILY, count=7)


def _at(shop: Shop, day: date, clock: time = time(10)) -> Timed:
    return span(at_local(datetime.combine(day, clock), shop.branch.tz))


def _wish(shop: Shop, day: date = TUESDAY, clock: time = time(10)) -> Appointment:
    return shop.appointment(when=_at(shop, day, clock))


def _vacation(shop: Shop, first_on: date, days: int = 1) -> None:
    when = AllDay(first_on, first_on + timedelta(days=days))
    klara = (shop.resource("Klara Himmel").id,)
    shop.absences.save(shop.admin, Absence(uuid4(), AbsenceKind.VACATION, when, klara))


def _codes(shop: Shop, rule: Recurrence, wish: Appointment) -> list[list[WarningCode]]:
    return [[row.code for row in found.warnings] for found in shop.series.preview(wish, rule)]


def test_the_preview_knows_absences(shop: Shop) -> None:
    _vacation(shop, TUESDAY + WEEK, 14)
    assert _codes(shop, WEEKLY, _wish(shop)) == [[], [WarningCode.ABSENT], [WarningCode.ABSENT], []]


def test_the_preview_says_of_each_day_what_is_said_of_a_single_appointment(shop: Shop) -> None:
    """Over a week-end, before anybody works."""
    wish = _wish(shop, clock=time(6))
    found = shop.series.preview(wish, DAILY)
    assert any(row.warnings for row in found)
    for row in found:
        assert row.warnings == shop.planning_questions.check(replace(wish, when=row.when)).warnings


def test_a_day_that_is_left_out_anyhow_is_warned_of_by_its_holiday_alone(shop: Shop) -> None:
    good_friday = date(2026, 4, 3)
    _vacation(shop, good_friday)
    left_out, *_ = shop.series.preview(_wish(shop, good_friday), WEEKLY)
    assert (left_out.is_left_out, left_out.warnings) == (True, ())


def test_a_holiday_that_is_wanted_is_named_once(shop: Shop) -> None:
    good_friday = date(2026, 4, 3)
    first, *_ = shop.series.preview(_wish(shop, good_friday), WEEKLY, includes_holidays=True)
    assert first.holiday == "Karfreitag"
    assert WarningCode.HOLIDAY not in [row.code for row in first.warnings]


def test_booking_returns_the_warnings_and_their_days(shop: Shop) -> None:
    _vacation(shop, TUESDAY + WEEK, 8)
    outcome = shop.series.book(shop.admin, _wish(shop), WEEKLY)
    assert {row.code for row in outcome.warnings} == {WarningCode.ABSENT}
    assert outcome.warned_on == (TUESDAY + WEEK, TUESDAY + 2 * WEEK)


def test_a_change_warns_of_where_it_puts_them_and_not_of_a_new_text(shop: Shop) -> None:
    first, *_ = shop.series.book(shop.admin, _wish(shop), WEEKLY).appointments
    _vacation(shop, TUESDAY + WEEK)
    renamed = shop.series.change(shop.admin, replace(first, text="neu"), SeriesScope.ALL)
    assert (renamed.warnings, renamed.warned_on) == ((), ())
    later = replace(renamed.appointment, when=_at(shop, TUESDAY, time(11)))
    assert shop.series.change(shop.admin, later, SeriesScope.ALL).warned_on == (TUESDAY + WEEK,)


def test_those_that_follow_a_move_are_warned_of(shop: Shop) -> None:
    _vacation(shop, TUESDAY + WEEK + timedelta(days=1))
    before, *_ = shop.series.book(shop.admin, _wish(shop), WEEKLY).appointments
    there = _at(shop, TUESDAY + timedelta(days=1))
    after = shop.planning.move(shop.admin, before.id, before.revision, there, before.resource_ids).appointment
    outcome = shop.series_moves.carry_over(shop.admin, before, after)
    assert outcome.warned_on == (TUESDAY + WEEK + timedelta(days=1),)
    assert {row.code for row in outcome.warnings} == {WarningCode.ABSENT}


@pytest.mark.parametrize("seed", range(4))
def test_a_look_at_all_days_finds_what_a_look_at_each_does(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    random = Random(seed)
    klara, thor = shop.resource("Klara Himmel"), shop.resource("Thor Schuss")
    shop.master_data.save(shop.admin, replace(klara, capacity=2))
    for _ in range(60):
        day = TUESDAY + timedelta(days=random.randrange(20))
        minutes = random.choice((15, 30, 600, 3 * 24 * 60))
        when = span(_at(shop, day, time(random.randrange(24), random.choice((0, 30)))).start_at, minutes)
        who = random.choice(((klara.id,), (klara.id, thor.id)))
        with suppress(CapacityExceededError):
            shop.planning.book(shop.admin, replace(shop.appointment(when=when), resource_ids=who))
    wish = replace(_wish(shop), resource_ids=(klara.id, thor.id), prepare_minutes=10)
    found = []
    for fewest in (1, 1000):
        monkeypatch.setattr(occupation, "_WORTH_A_LOOK", fewest)
        found.append(shop.series.preview(wish, replace(DAILY, count=20)))
    assert found[0] == found[1]
    assert sum(row.is_refused for row in found[0]) > 2
