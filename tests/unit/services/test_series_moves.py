"""An occurrence that was moved in the plan, and those that follow when they are to go with it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from uuid import UUID, uuid4

import pytest

from helpers.shop import Shop, open_shop, span
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import ChangeSet, EntityChange
from terminplaner.domain.errors import (
    CapacityExceededError,
    InvalidInputError,
    NotFoundError,
    StaleRevisionError,
)
from terminplaner.domain.people import Customer
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.resource import Weekday, WeekOfMonth
from terminplaner.domain.series import Series
from terminplaner.domain.when import AllDay, Timed, at_local
from terminplaner.services import occupation
from terminplaner.services.planning import Move
from terminplaner.services.store_queries import AppointmentQuery

TUESDAY = date(2026, 3, 3)
"""Tomorrow, in the shop."""
WEEK = timedelta(weeks=1)
WEEKLY = Recurrence(Frequency.WEEKLY, count=4)


def _at(shop: Shop, day: date, clock: time = time(10), minutes: int = 30) -> Timed:
    return span(at_local(datetime.combine(day, clock), shop.branch.tz), minutes)


def _book(shop: Shop, rule: Recurrence = WEEKLY) -> tuple[Appointment, ...]:
    return shop.series.book(shop.admin, shop.appointment(when=_at(shop, TUESDAY)), rule).appointments


def _move(shop: Shop, one: Appointment, when: Timed, resource_ids: tuple[UUID, ...] = ()) -> Appointment:
    moved = shop.planning.move(shop.admin, one.id, one.revision, when, resource_ids or one.resource_ids)
    return moved.appointment


def _live(shop: Shop, one: Appointment) -> list[Appointment]:
    with shop.store.read() as reader:
        return list(reader.list_appointments(AppointmentQuery(series_ids=(_series(shop, one).id,))))


def _starts(shop: Shop, one: Appointment) -> list[str]:
    zone = shop.branch.tz
    spans = (item.when.interval(zone).start_at.astimezone(zone) for item in _live(shop, one))
    return [f"{start:%d.%m. %H:%M}" for start in spans]


def _series(shop: Shop, one: Appointment) -> Series:
    assert one.series_id is not None
    return shop.series.find(one.series_id)


def test_those_that_follow_go_to_the_same_hour_and_the_one_is_one_of_them_again(shop: Shop) -> None:
    booked = _book(shop)
    after = _move(shop, booked[1], _at(shop, TUESDAY + WEEK, time(14), 45))
    assert shop.series_moves.count_following(booked[1], after) == 2
    outcome = shop.series_moves.carry_over(shop.admin, booked[1], after)
    assert outcome.change_set is not None
    assert outcome.change_set.command == "move_series"
    assert _starts(shop, after) == ["03.03. 10:00", "10.03. 14:00", "17.03. 14:00", "24.03. 14:00"]
    assert not any(item.is_detached for item in _live(shop, after))
    assert _series(shop, after).pattern.when == _at(shop, TUESDAY, time(14), 45)


def test_they_go_to_the_same_resource(shop: Shop) -> None:
    booked = _book(shop)
    after = _move(shop, booked[0], _at(shop, TUESDAY), (shop.resource("Thor Schuss").id,))
    shop.series_moves.carry_over(shop.admin, booked[0], after)
    assert {item.resource_ids for item in _live(shop, after)} == {(shop.resource("Thor Schuss").id,)}


@pytest.mark.parametrize(
    ("days", "starts"),
    [
        (1, ["04.03. 10:00", "11.03. 10:00", "18.03. 10:00", "25.03. 10:00"]),
        (-1, ["02.03. 10:00", "09.03. 10:00", "16.03. 10:00", "23.03. 10:00"]),
        (7, ["10.03. 10:00", "17.03. 10:00", "24.03. 10:00", "31.03. 10:00"]),
    ],
)
def test_they_go_to_another_day_with_their_rule(shop: Shop, days: int, starts: list[str]) -> None:
    booked = _book(shop, replace(WEEKLY, weekdays=(Weekday.TUESDAY,)))
    parallel = shop.planning.change(shop.admin, replace(booked[0], is_parallel=True)).appointment
    moved = _move(shop, parallel, _at(shop, TUESDAY + timedelta(days=days)))
    shop.series_moves.carry_over(shop.admin, replace(parallel, is_detached=False), moved)
    assert _starts(shop, moved) == starts
    assert _series(shop, moved).recurrence.weekdays == (Weekday((Weekday.TUESDAY + days) % 7),)


def test_an_endless_series_goes_on_where_it_has_gone_to(shop: Shop) -> None:
    booked = _book(shop, Recurrence(Frequency.WEEKLY))
    after = _move(shop, booked[0], _at(shop, TUESDAY + timedelta(days=1)))
    shop.series_moves.carry_over(shop.admin, booked[0], after)
    before = _live(shop, after)
    shop.calendar_period.extend(shop.admin, date(2027, 4, 30))
    added = [item for item in _live(shop, after) if item.id not in {old.id for old in before}]
    days = {item.when.interval(shop.branch.tz).start_at.astimezone(shop.branch.tz).date() for item in added}
    assert days
    assert {day.weekday() for day in days} == {Weekday.WEDNESDAY}
    assert len({item.when for item in _live(shop, after)}) == len(_live(shop, after))


@pytest.mark.parametrize("frequency", [Frequency.MONTHLY, Frequency.YEARLY])
def test_across_the_end_of_a_month_none_follows_and_the_rule_stays(shop: Shop, frequency: Frequency) -> None:
    """The day before the 1st is the 31st here, which most months lack."""
    wanted = shop.appointment(when=_at(shop, date(2026, 4, 1)))
    endless = Recurrence(frequency)
    booked = shop.series.book(shop.admin, wanted, endless, includes_holidays=True).appointments
    after = _move(shop, booked[0], _at(shop, date(2026, 3, 31)))
    assert shop.series_moves.count_following(booked[0], after) == 0
    with pytest.raises(InvalidInputError, match="series_day_fixed"):
        shop.series_moves.carry_over(shop.admin, booked[0], after)
    shop.calendar_period.extend(shop.admin, date(2028, 4, 30))
    days = {start.split()[0] for start in _starts(shop, after)[1:]}
    assert all(day.startswith("01.") for day in days)
    assert len(days) == (12 if frequency is Frequency.MONTHLY else 1)


@pytest.mark.parametrize(
    "rule",
    [
        Recurrence(Frequency.MONTHLY, weekdays=(Weekday.TUESDAY,), week_of_month=WeekOfMonth.FIRST, count=4),
        Recurrence(Frequency.WEEKLY, weekdays=(Weekday.TUESDAY, Weekday.FRIDAY), count=4),
    ],
)
def test_of_several_days_in_a_week_none_takes_the_others_to_another_day(shop: Shop, rule: Recurrence) -> None:
    booked = _book(shop, rule)
    after = _move(shop, booked[0], _at(shop, TUESDAY, time(14)))
    assert shop.series_moves.count_following(booked[0], after) == 3
    away = _move(shop, after, _at(shop, TUESDAY + timedelta(days=1), time(14)))
    assert shop.series_moves.count_following(booked[0], away) == 0


@pytest.mark.parametrize(
    ("rule", "days", "starts"),
    [
        (Recurrence(Frequency.DAILY, 2, count=3), 1, ["04.03. 10:00", "06.03. 10:00", "08.03. 10:00"]),
        (
            Recurrence(Frequency.WEEKLY, weekdays=(Weekday.TUESDAY, Weekday.FRIDAY), count=3),
            14,
            ["17.03. 10:00", "20.03. 10:00", "24.03. 10:00"],
        ),
        (
            Recurrence(Frequency.MONTHLY, weekdays=(Weekday.TUESDAY,), week_of_month=WeekOfMonth.FIRST, count=3),
            7,
            ["10.03. 10:00", "14.04. 10:00", "12.05. 10:00"],
        ),
    ],
)
def test_all_go_on_by_as_many_days(shop: Shop, rule: Recurrence, days: int, starts: list[str]) -> None:
    booked = _book(shop, rule)
    after = _move(shop, booked[0], _at(shop, TUESDAY + timedelta(days=days)))
    assert shop.series_moves.count_following(booked[0], after) == 2
    shop.series_moves.carry_over(shop.admin, booked[0], after)
    assert _starts(shop, after) == starts
    dates = _series(shop, after).recurrence.days(TUESDAY + timedelta(days=days), date(2027, 1, 1))
    assert [f"{day:%d.%m.} 10:00" for day in dates] == starts


def test_whole_days_go_on_together(shop: Shop) -> None:
    """Two days of every three."""
    first_on = TUESDAY + timedelta(days=1)
    wanted = shop.appointment(when=AllDay(first_on, first_on + timedelta(days=2)))
    booked = shop.series.book(shop.admin, wanted, Recurrence(Frequency.DAILY, 3, count=3)).appointments
    there = AllDay(TUESDAY, TUESDAY + timedelta(days=2))
    moved = shop.planning.move(shop.admin, booked[0].id, booked[0].revision, there, booked[0].resource_ids)
    assert shop.series_moves.count_following(booked[0], moved.appointment) == 2
    shop.series_moves.carry_over(shop.admin, booked[0], moved.appointment)
    starts = [TUESDAY + timedelta(days=number) for number in (0, 3, 6)]
    assert [item.when for item in _live(shop, booked[0])] == [AllDay(on, on + timedelta(days=2)) for on in starts]


def test_none_goes_where_one_that_stays_for_a_holiday_would_be_in_the_way(shop: Shop) -> None:
    """The third would come to stand on Karfreitag, and the second where the third stays."""
    friday = date(2026, 3, 13)
    wanted = shop.appointment(when=_at(shop, friday))
    first, *_ = shop.series.book(shop.admin, wanted, replace(WEEKLY, count=5)).appointments
    after = _move(shop, first, _at(shop, friday + WEEK, time(14)))
    assert shop.series_moves.count_following(first, after) == 0


def test_on_a_holiday_it_stays_where_it_is(shop: Shop) -> None:
    thursday = date(2026, 3, 26)
    wanted = shop.appointment(when=_at(shop, thursday))
    booked = shop.series.book(shop.admin, wanted, WEEKLY).appointments
    after = _move(shop, booked[0], _at(shop, thursday + timedelta(days=1)))
    outcome = shop.series_moves.carry_over(shop.admin, booked[0], after)
    assert outcome.left_out == (date(2026, 4, 2),)  # the Friday after it is Karfreitag
    assert "02.04. 10:00" in _starts(shop, after)


def test_a_full_day_refuses_all_or_is_left_out(shop: Shop) -> None:
    booked = _book(shop)
    shop.planning.book(shop.admin, shop.appointment(when=_at(shop, TUESDAY + 2 * WEEK, time(14))))
    after = _move(shop, booked[0], _at(shop, TUESDAY, time(14)))
    with pytest.raises(CapacityExceededError) as refused:
        shop.series_moves.carry_over(shop.admin, booked[0], after)
    assert refused.value.params["days"] == (TUESDAY + 2 * WEEK,)
    assert _starts(shop, after)[1] == "10.03. 10:00"
    outcome = shop.series_moves.carry_over(shop.admin, booked[0], after, leaves_out_full=True)
    assert outcome.left_out == (TUESDAY + 2 * WEEK,)
    assert _starts(shop, after) == ["03.03. 14:00", "10.03. 14:00", "17.03. 10:00", "24.03. 14:00"]


def test_where_every_day_is_full_the_rule_stays(shop: Shop) -> None:
    booked = _book(shop)
    for number in (1, 2, 3):
        there = _at(shop, TUESDAY + number * WEEK + timedelta(days=1))
        shop.planning.book(shop.admin, shop.appointment(when=there))
    after = _move(shop, booked[0], _at(shop, TUESDAY + timedelta(days=1)))
    with pytest.raises(CapacityExceededError, match="series_full"):
        shop.series_moves.carry_over(shop.admin, booked[0], after, leaves_out_full=True)
    assert _series(shop, after).pattern.when == _at(shop, TUESDAY)
    assert shop.stored(after.id).is_detached


def test_one_that_finds_no_room_keeps_its_place_from_those_before(shop: Shop) -> None:
    """By a week and a quarter of an hour each gets in the way of where the next one stood."""
    booked = _book(shop, replace(WEEKLY, count=20))
    shop.planning.cancel(shop.admin, booked[1].id)
    after = _move(shop, booked[0], _at(shop, TUESDAY + WEEK, time(10, 15)))
    shop.planning.book(shop.admin, shop.appointment(when=_at(shop, TUESDAY + 12 * WEEK, time(10, 30))))
    outcome = shop.series_moves.carry_over(shop.admin, booked[0], after, leaves_out_full=True)
    assert [row.id for row in outcome.appointments] == [booked[0].id, *(row.id for row in booked[12:])]
    assert outcome.left_out == tuple(TUESDAY + number * WEEK for number in range(2, 12))


@pytest.mark.parametrize("seed", range(12))
def test_counting_who_left_and_came_decides_as_a_look_at_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    places = []
    for fewest_counted in (1, 1000):
        monkeypatch.setattr(occupation, "_WORTH_A_LOOK", fewest_counted)
        folder = tmp_path / str(fewest_counted)
        folder.mkdir()
        shop = open_shop(folder)
        try:
            places.append(_carry_over_at_random(shop, Random(seed)))
        finally:
            shop.store.close()
    assert places[0] == places[1]


def _carry_over_at_random(shop: Shop, random: Random) -> list[str]:
    klara = shop.resource("Klara Himmel")
    shop.master_data.save(shop.admin, replace(klara, capacity=random.choice((1, 1, 2))))
    booked = _book(shop, replace(WEEKLY, count=24))
    for _ in range(12):
        day = TUESDAY + random.randrange(26) * WEEK + timedelta(days=random.choice((0, 0, 1)))
        beside = _at(shop, day, time(10, 15 * random.randrange(4)))
        with suppress(CapacityExceededError):
            shop.planning.book(shop.admin, shop.appointment(when=beside))
    parallel = shop.planning.change(shop.admin, replace(booked[0], is_parallel=True)).appointment
    day = TUESDAY + timedelta(days=random.choice((-7, 1, 7, 7, 14)))
    minutes = random.choice((30, 30, 16 * 24 * 60))  # so long that each meets the next two
    moved = _move(shop, parallel, _at(shop, day, time(10, 15 * random.randrange(3)), minutes))
    before = replace(parallel, is_detached=False)
    with suppress(CapacityExceededError):
        shop.series_moves.carry_over(shop.admin, before, moved, leaves_out_full=True)
    return _starts(shop, moved)


def test_none_follows_onto_holidays_alone(shop: Shop) -> None:
    """It moved to the 1st of May as an exception: later ones would be left out for good."""
    wanted = shop.appointment(when=_at(shop, date(2026, 5, 2)))
    yearly = Recurrence(Frequency.YEARLY, count=3)
    booked = shop.series.book(shop.admin, wanted, yearly).appointments
    after = _move(shop, booked[0], _at(shop, date(2026, 5, 1)))
    assert shop.series_moves.count_following(booked[0], after) == 0
    with pytest.raises(StaleRevisionError):
        shop.series_moves.carry_over(shop.admin, booked[0], after)
    assert _series(shop, after).pattern.when == _at(shop, date(2026, 5, 2))


def test_nothing_deleted_is_handed_on(shop: Shop) -> None:
    booked = _book(shop)
    thor = shop.resource("Thor Schuss")
    after = _move(shop, booked[0], _at(shop, TUESDAY), (thor.id,))
    shop.clock.instant += timedelta(days=2)  # what is ahead keeps its resource from being deleted
    shop.master_data.delete(shop.admin, thor)
    with pytest.raises(NotFoundError, match="Resource"):
        shop.series_moves.carry_over(shop.admin, booked[0], after)
    assert {row.resource_ids for row in _live(shop, after)[1:]} == {booked[1].resource_ids}


def test_what_was_changed_on_its_own_stays(shop: Shop) -> None:
    booked = _book(shop)
    _move(shop, booked[2], _at(shop, TUESDAY + 2 * WEEK, time(9)))
    after = _move(shop, booked[0], _at(shop, TUESDAY, time(14)))
    assert shop.series_moves.count_following(booked[0], after) == 2
    shop.series_moves.carry_over(shop.admin, booked[0], after)
    assert _starts(shop, after)[2] == "17.03. 09:00"


def test_one_undo_takes_the_move_and_all_that_followed_back(shop: Shop) -> None:
    booked = _book(shop)
    after = _move(shop, booked[1], _at(shop, TUESDAY + timedelta(days=8)))
    shop.series_moves.carry_over(shop.admin, booked[1], after)
    gone = _starts(shop, after)
    assert shop.undo.undo_command == "move_series"
    shop.undo.undo(shop.admin)
    assert _starts(shop, after) == ["03.03. 10:00", "10.03. 10:00", "17.03. 10:00", "24.03. 10:00"]
    assert not any(item.is_detached for item in _live(shop, after))
    assert _series(shop, after).recurrence == WEEKLY
    assert shop.undo.undo_command == "book_series"
    shop.undo.redo(shop.admin)
    assert _starts(shop, after) == gone


def test_all_steps_of_a_move_by_keys_are_one_with_what_followed(shop: Shop) -> None:
    booked = _book(shop)
    told: list[ChangeSet] = []
    shop.gate.subscribe(told.append)
    after = booked[1]
    for minutes in (30, 60, 90):
        after = _move(shop, after, _at(shop, TUESDAY + WEEK, time(10 + minutes // 60, minutes % 60)))
    shop.undo.undo(shop.admin)
    after = _move(shop, shop.stored(after.id), _at(shop, TUESDAY + WEEK, time(14)))
    assert shop.undo.before_moves(told[-1]) == booked[1]
    shop.series_moves.carry_over(shop.admin, booked[1], after)
    assert _starts(shop, after) == ["03.03. 10:00", "10.03. 14:00", "17.03. 14:00", "24.03. 14:00"]
    shop.undo.undo(shop.admin)
    assert _starts(shop, after) == ["03.03. 10:00", "10.03. 10:00", "17.03. 10:00", "24.03. 10:00"]
    assert not any(item.is_detached for item in _live(shop, after))
    assert shop.undo.undo_command == "book_series"
    shop.undo.redo(shop.admin)
    assert _starts(shop, after) == ["03.03. 10:00", "10.03. 14:00", "17.03. 14:00", "24.03. 14:00"]
    assert not any(item.is_detached for item in _live(shop, after))


def test_a_day_that_was_entered_is_one_step_with_what_followed(shop: Shop) -> None:
    booked = _book(shop)
    told: list[ChangeSet] = []
    shop.gate.subscribe(told.append)
    earlier = shop.planning.change(shop.admin, replace(booked[0], status_id=shop.queries.statuses()[1].id))
    wednesday = replace(earlier.appointment, when=_at(shop, TUESDAY + timedelta(days=1)))
    after = shop.planning.change(shop.admin, wednesday).appointment
    before = shop.undo.before_moves(told[-1])
    assert before == earlier.appointment
    shop.series_moves.carry_over(shop.admin, before, after)
    assert _starts(shop, after) == ["04.03. 10:00", "11.03. 10:00", "18.03. 10:00", "25.03. 10:00"]
    shop.undo.undo(shop.admin)
    assert _starts(shop, after) == ["03.03. 10:00", "10.03. 10:00", "17.03. 10:00", "24.03. 10:00"]
    assert shop.stored(after.id).status_id == earlier.appointment.status_id
    shop.undo.undo(shop.admin)
    assert shop.undo.undo_command == "book_series"


def test_moves_that_something_else_came_between_are_not_one(shop: Shop) -> None:
    booked = _book(shop)
    told: list[ChangeSet] = []
    shop.gate.subscribe(told.append)
    first = _move(shop, booked[1], _at(shop, TUESDAY + WEEK, time(14)))
    shop.planning.book(shop.admin, shop.appointment(when=_at(shop, TUESDAY, time(17))))
    _move(shop, first, _at(shop, TUESDAY + WEEK, time(15)))
    assert shop.undo.before_moves(told[-1]) == first


def test_another_step_in_between_stays_a_step(shop: Shop) -> None:
    booked = _book(shop)
    after = _move(shop, booked[1], _at(shop, TUESDAY + WEEK, time(14)))
    shop.planning.book(shop.admin, shop.appointment(when=_at(shop, TUESDAY, time(17))))
    shop.series_moves.carry_over(shop.admin, booked[1], after)
    shop.undo.undo(shop.admin)
    assert shop.undo.undo_command == "book"
    assert _starts(shop, after)[1:3] == ["10.03. 14:00", "17.03. 10:00"]


def test_one_that_was_changed_on_its_own_takes_none_to_another_day(shop: Shop) -> None:
    """Nobody knows how far it is from where the rule put it."""
    booked = _book(shop)
    alone = shop.planning.change(shop.admin, replace(booked[0], text="einzeln")).appointment
    later = _move(shop, alone, _at(shop, TUESDAY, time(14)))
    assert shop.series_moves.count_following(alone, later) == 3
    away = _move(shop, later, _at(shop, TUESDAY + timedelta(days=1)))
    assert shop.series_moves.count_following(alone, away) == 0
    with pytest.raises(InvalidInputError, match="series_day_fixed"):
        shop.series_moves.carry_over(shop.admin, alone, away)
    assert _starts(shop, away)[1:] == ["10.03. 10:00", "17.03. 10:00", "24.03. 10:00"]


def test_an_occurrence_that_somebody_changed_since_is_refused(shop: Shop) -> None:
    booked = _book(shop)
    after = _move(shop, booked[0], _at(shop, TUESDAY, time(14)))
    shop.planning.change(shop.admin, replace(after, text="inzwischen"))
    with pytest.raises(StaleRevisionError):
        shop.series_moves.carry_over(shop.admin, booked[0], after)


def test_what_else_was_entered_for_one_stays_its_own(shop: Shop) -> None:
    """Names go to Google: whoever lets others follow means the day."""
    booked = _book(shop)
    told: list[ChangeSet] = []
    shop.gate.subscribe(told.append)
    wednesday = _at(shop, TUESDAY + WEEK + timedelta(days=1), time(14))
    entered = replace(
        booked[1],
        when=wednesday,
        comment="nur heute",
        text="Neu",
        is_home_visit=True,
        status_id=shop.queries.statuses()[1].id,
    )
    after = shop.planning.change(shop.admin, entered, "Neumann, Nina").appointment
    before = shop.undo.before_moves(told[-1])
    assert before is not None
    assert shop.series_moves.count_following(before, after) == 2
    shop.series_moves.carry_over(shop.admin, before, after)
    assert _starts(shop, after) == ["03.03. 10:00", "11.03. 14:00", "18.03. 14:00", "25.03. 14:00"]
    lead, *followed = _live(shop, after)[1:]
    assert lead == after
    for row in (*followed, _series(shop, after).pattern):
        given = (row.customer_id, row.comment, row.text, row.is_home_visit, row.status_id)
        assert given == (
            booked[1].customer_id,
            booked[1].comment,
            booked[1].text,
            booked[1].is_home_visit,
            booked[1].status_id,
        )


def test_one_that_stood_alone_and_stands_as_its_series_has_it_now_is_one_of_them(shop: Shop) -> None:
    booked = _book(shop)
    alone = _move(shop, booked[1], _at(shop, TUESDAY + WEEK, time(13)))
    after = _move(shop, alone, _at(shop, TUESDAY + WEEK, time(14)))
    shop.series_moves.carry_over(shop.admin, alone, after)
    assert not shop.stored(after.id).is_detached


def test_an_undo_brings_back_what_stood_alone(shop: Shop) -> None:
    """The series came to its hour by itself, so it is none of them: taking a move back leaves it so."""
    booked = _book(shop)
    alone = _move(shop, booked[1], _at(shop, TUESDAY + WEEK, time(14)))
    after = _move(shop, booked[2], _at(shop, TUESDAY + 2 * WEEK, time(14)))
    shop.series_moves.carry_over(shop.admin, booked[2], after)
    assert shop.stored(alone.id).is_detached
    _move(shop, alone, _at(shop, TUESDAY + WEEK, time(15)))
    shop.undo.undo(shop.admin)
    assert replace(shop.stored(alone.id), revision=alone.revision, modified_at=alone.modified_at) == alone


def test_a_change_that_enters_a_customer_leads_to_what_followed(shop: Shop) -> None:
    booked = _book(shop)
    there = _at(shop, TUESDAY + WEEK, time(14))
    outcome = shop.planning.change(shop.admin, replace(booked[1], when=there), "Neumann, Nina")
    assert outcome.change_set is not None
    assert outcome.change_set.touches(Customer)
    after = outcome.appointment
    joined = EntityChange(after, replace(after, is_detached=False, revision=after.revision + 1))
    following = replace(outcome.change_set, id=uuid4(), command="move_series", changes=(joined,))
    assert shop.undo.before_moves(following) == booked[1]


def test_of_two_that_come_back_to_one_day_together_one_is_of_the_series(shop: Shop) -> None:
    wanted = replace(shop.appointment(when=_at(shop, TUESDAY)), is_parallel=True)
    booked = shop.series.book(shop.admin, wanted, WEEKLY).appointments
    away = [
        _move(shop, one, _at(shop, TUESDAY + timedelta(days=number)))
        for number, one in enumerate(booked[:2], start=1)
    ]
    back = [Move(one.id, one.revision, _at(shop, TUESDAY), one.resource_ids) for one in away]
    stored = shop.planning.move_many(shop.admin, back).appointments
    assert [row.is_detached for row in stored] == [False, True]


def test_a_day_that_one_of_the_same_command_keeps_is_taken(shop: Shop) -> None:
    wanted = replace(shop.appointment(when=_at(shop, TUESDAY)), is_parallel=True)
    booked = shop.series.book(shop.admin, wanted, WEEKLY).appointments
    away = _move(shop, booked[1], _at(shop, TUESDAY + timedelta(days=1)))
    moves = [Move(one.id, one.revision, _at(shop, TUESDAY), one.resource_ids) for one in (away, booked[0])]
    stored = shop.planning.move_many(shop.admin, moves).appointments
    assert [row.is_detached for row in stored] == [True, False]
