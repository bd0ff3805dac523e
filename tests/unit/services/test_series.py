"""Series: which days, booked as single appointments, changed and cancelled by scope, carried on, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.lock_watch import watching_locks
from helpers.shop import Shop, span
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.changes import Origin
from terminplaner.domain.errors import (
    CapacityExceededError,
    InvalidInputError,
    PermissionDeniedError,
    StaleRevisionError,
)
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.resource import Weekday
from terminplaner.domain.series import Series, SeriesScope, when_on
from terminplaner.domain.when import AllDay, Timed, When, at_local
from terminplaner.services.series import SeriesOutcome
from terminplaner.services.series_days import default_end
from terminplaner.services.store_queries import AppointmentQuery

WEEKLY = Recurrence(Frequency.WEEKLY)
DAILY = Recurrence(Frequency.DAILY)
MONDAY = date(2026, 3, 2)
"""Today, in the shop."""


def _at(shop: Shop, day: date, clock: time = time(10), minutes: int = 30) -> Timed:
    return span(at_local(datetime.combine(day, clock), shop.branch.tz), minutes)


def _wish(shop: Shop, day: date = MONDAY + timedelta(days=1), text: str = "") -> Appointment:
    return shop.appointment(when=_at(shop, day), text=text)


def _book(shop: Shop, recurrence: Recurrence, text: str = "") -> SeriesOutcome:
    return shop.series.book(shop.admin, _wish(shop, text=text), recurrence)


def _live(shop: Shop, outcome: SeriesOutcome) -> list[Appointment]:
    with shop.store.read() as reader:
        return list(reader.list_appointments(AppointmentQuery(series_ids=(outcome.series.id,))))


def _days(shop: Shop, appointments: list[Appointment] | tuple[Appointment, ...]) -> list[date]:
    return [item.when.interval(shop.branch.tz).start_at.astimezone(shop.branch.tz).date() for item in appointments]


def _clocks(shop: Shop, appointments: list[Appointment]) -> list[str]:
    zone = shop.branch.tz
    return [f"{item.when.interval(zone).start_at.astimezone(zone):%H:%M}" for item in appointments]


# -- which days


def test_a_series_is_booked_as_single_appointments_in_one_step(shop: Shop) -> None:
    outcome = _book(shop, replace(WEEKLY, count=4), text="Anpassung")
    assert outcome.change_set is not None
    assert outcome.change_set.command == "book_series"
    tuesday = MONDAY + timedelta(days=1)
    live = _live(shop, outcome)
    assert _days(shop, live) == [tuesday + timedelta(weeks=week) for week in range(4)]
    assert {item.series_id for item in live} == {outcome.series.id}
    assert {item.text for item in live} == {"Anpassung"}
    assert not any(item.is_detached for item in live)


def test_an_endless_series_takes_the_period_before_its_customer(shop: Shop) -> None:
    wish = replace(_wish(shop), customer_id=shop.queries.customers()[0].id)
    with watching_locks() as complaints:
        shop.series.book(shop.admin, wish, WEEKLY)
    assert complaints == []


def test_several_weekdays_every_other_week(shop: Shop) -> None:
    rule = Recurrence(
        Frequency.WEEKLY, interval=2, weekdays=(Weekday.MONDAY, Weekday.FRIDAY), until_on=date(2026, 3, 31)
    )
    found = shop.series.preview(_wish(shop), rule)
    assert [row.on for row in found] == [date(2026, 3, 6), date(2026, 3, 16), date(2026, 3, 20), date(2026, 3, 30)]


def test_holidays_are_left_out_and_a_number_counts_what_takes_place(shop: Shop) -> None:
    good_friday = date(2026, 4, 3)
    wish, rule = _wish(shop, good_friday), replace(WEEKLY, count=2)
    found = shop.series.preview(wish, rule)
    assert [(row.on, row.holiday, row.is_left_out) for row in found] == [
        (good_friday, "Karfreitag", True),
        (date(2026, 4, 10), "", False),
        (date(2026, 4, 17), "", False),
    ]
    booked = shop.series.book(shop.admin, wish, rule)
    assert _days(shop, booked.appointments) == [date(2026, 4, 10), date(2026, 4, 17)]


def test_holidays_too_where_they_are_wanted(shop: Shop) -> None:
    wish, rule = _wish(shop, date(2026, 4, 3)), replace(WEEKLY, count=2)
    found = shop.series.preview(wish, rule, includes_holidays=True)
    assert [(row.holiday, row.is_left_out) for row in found] == [("Karfreitag", False), ("", False)]
    booked = shop.series.book(shop.admin, wish, rule, includes_holidays=True)
    assert _days(shop, booked.appointments)[0] == date(2026, 4, 3)


def test_the_wall_time_stays_over_both_changes_of_the_clocks(shop: Shop) -> None:
    rule = replace(Recurrence(Frequency.MONTHLY), until_on=date(2026, 12, 31))
    live = _live(shop, _book(shop, rule))
    assert set(_clocks(shop, live)) == {"10:00"}
    assert len({item.when.interval(shop.branch.tz).start_at.time() for item in live}) == 2


@pytest.mark.parametrize(
    ("day", "clock", "begins"),
    [
        (date(2026, 3, 29), time(2, 30), "2026-03-29T01:30"),  # there is no 2:30; by the offset before: 3:30
        (date(2026, 10, 25), time(2, 30), "2026-10-25T00:30"),  # 2:30 comes twice; the first
    ],
)
def test_hours_that_do_not_exist_or_come_twice_follow_rfc_5545(
    shop: Shop, day: date, clock: time, begins: str
) -> None:
    found = when_on(_at(shop, MONDAY, clock), day, shop.branch.tz)
    assert found == span(datetime.fromisoformat(begins).replace(tzinfo=UTC))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    minute=st.integers(0, 24 * 60 - 1),
    minutes=st.integers(0, 3000),
    days=st.integers(0, 800),
    first=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)
def test_an_occurrence_has_the_pattern_s_length_and_wall_time(
    shop: Shop, minute: int, minutes: int, days: int, first: date
) -> None:
    zone, day = shop.branch.tz, first + timedelta(days=days)
    wall = datetime.combine(first, time(minute // 60, minute % 60))
    begins = wall.replace(tzinfo=zone).astimezone(UTC)
    pattern = span(begins, minutes)
    found = when_on(pattern, day, zone)
    assert isinstance(found, Timed)
    assert found.end_at - found.start_at == pattern.end_at - pattern.start_at
    local = found.start_at.astimezone(zone)
    gap = local.hour - begins.astimezone(zone).hour
    assert local.date() == day
    assert local.minute == wall.minute
    assert gap == 0 or (gap == 1 and local.hour == 3)  # the hour that the clocks skip


def test_whole_days_repeat_as_long_as_they_are(shop: Shop) -> None:
    when = AllDay(MONDAY, MONDAY + timedelta(days=2))
    outcome = shop.series.book(shop.admin, shop.appointment(when=when), replace(WEEKLY, count=2))
    week = timedelta(weeks=1)
    assert [item.when for item in outcome.appointments] == [when, AllDay(when.first_on + week, when.end_on + week)]


def test_a_new_series_is_proposed_for_four_months() -> None:
    assert default_end(date(2026, 10, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (replace(WEEKLY, interval=0, count=1), "number_out_of_range"),
        (replace(WEEKLY, count=0), "number_out_of_range"),
        (replace(WEEKLY, count=1000), "number_out_of_range"),
        (replace(WEEKLY, until_on=MONDAY), "series_ends_before_start"),
        (replace(WEEKLY, until_on=date(2036, 3, 4)), "series_too_long"),
        (Recurrence(Frequency.WEEKLY, weekdays=(Weekday.MONDAY,), until_on=date(2026, 3, 8)), "series_empty"),
    ],
)
def test_a_rule_out_of_bounds_is_refused(shop: Shop, rule: Recurrence, code: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        _book(shop, rule)
    assert refused.value.error_code == code
    assert shop.queries.appointments(AppointmentQuery()) == ()


def test_a_single_appointment_becomes_the_first_of_a_series(shop: Shop) -> None:
    single = shop.planning.book(shop.admin, _wish(shop, text="Anpassung")).appointment
    outcome = shop.series.book(shop.admin, replace(single, comment="Serie"), replace(WEEKLY, count=3))
    live = _live(shop, outcome)
    assert (live[0].id, live[0].comment) == (single.id, "Serie")
    assert len({item.id for item in live}) == 3
    with pytest.raises(InvalidInputError) as refused:
        shop.series.book(shop.admin, live[0], replace(WEEKLY, count=3))
    assert refused.value.error_code == "already_in_series"
    shop.undo.undo(shop.admin)
    assert shop.queries.appointments(AppointmentQuery())[0].appointment.series_id is None
    assert _live(shop, outcome) == []


# -- room


def test_a_full_day_refuses_the_whole_series_and_is_named(shop: Shop) -> None:
    wednesday = MONDAY + timedelta(days=2)
    shop.planning.book(shop.admin, _wish(shop, wednesday, text="im Weg"))
    with pytest.raises(CapacityExceededError) as refused:
        _book(shop, replace(DAILY, count=3))
    assert refused.value.error_code == "series_collides"
    assert refused.value.params["days"] == (wednesday,)
    assert len(shop.queries.appointments(AppointmentQuery())) == 1
    with shop.store.read() as reader:
        assert reader.list(Series) == ()


def test_full_days_are_left_out_on_request(shop: Shop) -> None:
    wednesday = MONDAY + timedelta(days=2)
    shop.planning.book(shop.admin, _wish(shop, wednesday))
    outcome = shop.series.book(shop.admin, _wish(shop), replace(DAILY, count=3), leaves_out_full=True)
    assert outcome.left_out == (wednesday,)
    assert _days(shop, outcome.appointments) == [MONDAY + timedelta(days=1), MONDAY + timedelta(days=3)]


def test_the_preview_names_what_is_in_the_way(shop: Shop) -> None:
    wednesday = MONDAY + timedelta(days=2)
    other = shop.planning.book(shop.admin, _wish(shop, wednesday)).appointment
    free, taken, last = shop.series.preview(_wish(shop), replace(DAILY, count=3))
    assert (free.is_refused, taken.is_refused, last.is_refused) == (False, True, False)
    assert [row.appointment.id for collision in taken.collisions for row in collision.rows] == [other.id]
    assert len(shop.queries.appointments(AppointmentQuery())) == 1


def test_a_series_that_overlaps_itself_is_refused(shop: Shop) -> None:
    with pytest.raises(CapacityExceededError):
        shop.series.book(
            shop.admin,
            replace(shop.appointment(), when=_at(shop, MONDAY, minutes=30 * 60)),
            replace(DAILY, count=2),
        )


# -- taking back


def test_one_undo_takes_the_whole_series_back_and_redo_brings_it(shop: Shop) -> None:
    outcome = _book(shop, replace(WEEKLY, count=3))
    shop.undo.undo(shop.admin)
    assert _live(shop, outcome) == []
    assert shop.series.find(outcome.series.id).deleted_at is not None
    shop.undo.redo(shop.admin)
    assert len(_live(shop, outcome)) == 3
    assert shop.series.find(outcome.series.id).deleted_at is None
    shop.undo.undo(shop.admin)
    assert _live(shop, outcome) == []


def test_a_change_of_all_is_one_step_back(shop: Shop) -> None:
    outcome = _book(shop, replace(WEEKLY, count=3))
    shop.series.change(shop.admin, replace(outcome.appointments[0], text="neu"), SeriesScope.ALL)
    shop.undo.undo(shop.admin)
    assert {item.text for item in _live(shop, outcome)} == {""}
    assert shop.series.find(outcome.series.id).pattern.text == ""


def test_an_ended_series_is_back_after_undo(shop: Shop) -> None:
    outcome = _book(shop, replace(WEEKLY, count=3))
    shop.series.cancel(shop.admin, outcome.appointments[1].id, SeriesScope.FOLLOWING)
    shop.undo.undo(shop.admin)
    assert len(_live(shop, outcome)) == 3
    assert shop.series.find(outcome.series.id).deleted_at is None


# -- changing


def test_this_one_alone_is_detached(shop: Shop) -> None:
    outcome = _book(shop, replace(WEEKLY, count=3))
    changed = replace(outcome.appointments[1], text="nur hier")
    shop.series.change(shop.admin, changed, SeriesScope.THIS)
    assert [(item.text, item.is_detached) for item in _live(shop, outcome)] == [
        ("", False),
        ("nur hier", True),
        ("", False),
    ]


def test_a_move_in_the_plan_detaches_but_a_status_does_not(shop: Shop) -> None:
    first, second, _ = _book(shop, replace(WEEKLY, count=3)).appointments
    later = _at(shop, MONDAY + timedelta(days=1), time(15))
    moved = shop.planning.move(shop.admin, first.id, first.revision, later, first.resource_ids).appointment
    status = shop.queries.statuses()[1]
    marked = shop.planning.change(shop.admin, replace(second, status_id=status.id)).appointment
    assert (moved.is_detached, marked.is_detached) == (True, False)


def _moved(shop: Shop, one: Appointment, when: When) -> Appointment:
    return shop.planning.move(shop.admin, one.id, one.revision, when, one.resource_ids).appointment


def test_one_that_was_put_back_is_no_longer_detached(shop: Shop) -> None:
    second = _book(shop, replace(WEEKLY, count=3)).appointments[1]
    away = _moved(shop, second, _at(shop, MONDAY, time(17)))
    assert away.is_detached
    back = _moved(shop, away, second.when)
    assert not back.is_detached
    shop.undo.undo(shop.admin)
    assert shop.stored(second.id).is_detached
    shop.undo.redo(shop.admin)
    assert not shop.stored(second.id).is_detached


def test_one_that_was_renamed_is_one_of_them_again_with_the_old_name(shop: Shop) -> None:
    first = _book(shop, replace(WEEKLY, count=3), text="Kurs").appointment
    renamed = shop.planning.change(shop.admin, replace(first, text="Anders")).appointment
    moved = _moved(shop, _moved(shop, renamed, _at(shop, MONDAY, time(17))), first.when)
    assert moved.is_detached
    assert not shop.planning.change(shop.admin, replace(moved, text="Kurs")).appointment.is_detached


@pytest.mark.parametrize(
    ("day", "clock"),
    [
        (MONDAY + timedelta(days=8), time(11)),  # another hour
        (MONDAY + timedelta(days=9), time(10)),  # no day of the rule
        (MONDAY + timedelta(days=15), time(10)),  # the day of the next one
        (MONDAY + timedelta(days=32), time(10)),  # left out as a holiday
        (MONDAY + timedelta(days=50), time(10)),  # after the last one
    ],
)
def test_one_that_is_elsewhere_stays_detached(shop: Shop, day: date, clock: time) -> None:
    rule = Recurrence(Frequency.WEEKLY, weekdays=(Weekday.TUESDAY, Weekday.FRIDAY), count=11)
    third = replace(_wish(shop), is_parallel=True)
    booked = shop.series.book(shop.admin, third, rule).appointments
    assert _moved(shop, booked[2], _at(shop, day, clock)).is_detached


def test_a_day_whose_own_occurrence_was_put_elsewhere_is_free_for_another(shop: Shop) -> None:
    _, second, third = _book(shop, replace(WEEKLY, count=3)).appointments
    _moved(shop, third, _at(shop, MONDAY, time(17)))
    assert not _moved(shop, second, _at(shop, MONDAY + timedelta(days=15))).is_detached


@pytest.mark.parametrize(
    ("scope", "texts"),
    [(SeriesScope.FOLLOWING, ["", "neu", "neu", "neu"]), (SeriesScope.ALL, ["neu", "neu", "neu", "neu"])],
)
def test_a_scope_says_whom_a_change_concerns(shop: Shop, scope: SeriesScope, texts: list[str]) -> None:
    outcome = _book(shop, replace(WEEKLY, count=4))
    shop.series.change(shop.admin, replace(outcome.appointments[1], text="neu"), scope)
    assert [item.text for item in _live(shop, outcome)] == texts


def test_another_time_of_day_moves_each_on_its_own_day(shop: Shop) -> None:
    outcome = _book(shop, replace(WEEKLY, until_on=date(2026, 4, 14)))
    second = outcome.appointments[1]
    wanted = _at(shop, MONDAY + timedelta(days=8), time(15, 30), 45)
    shop.series.change(shop.admin, replace(second, when=wanted), SeriesScope.FOLLOWING)
    live = _live(shop, outcome)
    assert _days(shop, live) == _days(shop, outcome.appointments)
    assert _clocks(shop, live) == ["10:00", *["15:30"] * (len(live) - 1)]
    assert len(live) == 7


def test_another_day_is_for_one_alone(shop: Shop) -> None:
    outcome = _book(shop, replace(WEEKLY, count=3))
    wednesday = replace(outcome.appointments[0], when=_at(shop, MONDAY + timedelta(days=2)))
    with pytest.raises(InvalidInputError) as refused:
        shop.series.change(shop.admin, wednesday, SeriesScope.ALL)
    assert refused.value.error_code == "series_day_fixed"
    assert shop.series.change(shop.admin, wednesday, SeriesScope.THIS).appointment.when == wednesday.when


def test_what_was_changed_on_its_own_or_is_over_stays(shop: Shop) -> None:
    outcome = _book(shop, replace(WEEKLY, count=4))
    own = replace(outcome.appointments[2], text="eigen")
    shop.series.change(shop.admin, own, SeriesScope.THIS)
    shop.clock.instant += timedelta(days=3)  # the first one is over
    shop.series.change(shop.admin, replace(outcome.appointments[1], text="alle"), SeriesScope.ALL)
    assert [item.text for item in _live(shop, outcome)] == ["", "alle", "eigen", "alle"]


def test_only_what_was_changed_is_carried_over(shop: Shop) -> None:
    outcome = _book(shop, replace(WEEKLY, count=2), text="Serie")
    status = shop.queries.statuses()[1]
    shop.planning.change(shop.admin, replace(outcome.appointments[1], status_id=status.id))
    shop.series.change(shop.admin, replace(outcome.appointments[0], comment="neu"), SeriesScope.ALL)
    first, second = _live(shop, outcome)
    assert (first.comment, first.status_id) == ("neu", None)
    assert (second.comment, second.status_id) == ("neu", status.id)


def test_a_change_without_room_is_refused_as_a_whole_or_leaves_days_as_they_are(shop: Shop) -> None:
    outcome = _book(shop, replace(WEEKLY, count=3))
    second_week = MONDAY + timedelta(days=8)
    shop.planning.book(shop.admin, replace(_wish(shop), when=_at(shop, second_week, time(14))))
    later = replace(outcome.appointments[0], when=_at(shop, MONDAY + timedelta(days=1), time(14)))
    with pytest.raises(CapacityExceededError) as refused:
        shop.series.change(shop.admin, later, SeriesScope.ALL)
    assert refused.value.params["days"] == (second_week,)
    assert _clocks(shop, _live(shop, outcome)) == ["10:00"] * 3
    changed = shop.series.change(shop.admin, later, SeriesScope.ALL, leaves_out_full=True)
    assert changed.left_out == (second_week,)
    assert _clocks(shop, _live(shop, outcome)) == ["14:00", "10:00", "14:00"]


def test_an_outdated_copy_is_refused(shop: Shop) -> None:
    outcome = _book(shop, replace(WEEKLY, count=2))
    first = outcome.appointments[0]
    shop.planning.change(shop.admin, replace(first, comment="inzwischen"))
    with pytest.raises(StaleRevisionError):
        shop.series.change(shop.admin, replace(first, text="neu"), SeriesScope.ALL)


def test_a_single_appointment_is_no_series(shop: Shop) -> None:
    single = shop.planning.book(shop.admin, shop.appointment()).appointment
    for scope in SeriesScope:
        with pytest.raises(InvalidInputError):
            shop.series.change(shop.admin, replace(single, text="neu"), scope)
        with pytest.raises(InvalidInputError):
            shop.series.cancel(shop.admin, single.id, scope)
    assert shop.stored(single.id) == single


# -- cancelling


@pytest.mark.parametrize(
    ("scope", "left"), [(SeriesScope.THIS, [0, 2, 3]), (SeriesScope.FOLLOWING, [0]), (SeriesScope.ALL, [])]
)
def test_a_scope_says_whom_a_cancellation_concerns(shop: Shop, scope: SeriesScope, left: list[int]) -> None:
    outcome = _book(shop, replace(WEEKLY, count=4))
    shop.series.cancel(shop.admin, outcome.appointments[1].id, scope)
    assert _live(shop, outcome) == [outcome.appointments[index] for index in left]


def test_what_is_over_is_not_cancelled(shop: Shop) -> None:
    outcome = _book(shop, replace(WEEKLY, count=3))
    shop.clock.instant += timedelta(days=3)
    shop.series.cancel(shop.admin, outcome.appointments[2].id, SeriesScope.ALL)
    assert _live(shop, outcome) == [outcome.appointments[0]]


# -- the Kalenderperiode


def _period(shop: Shop) -> date | None:
    return shop.settings.load().calendar_period_until_on


def test_an_endless_series_begins_the_period_and_goes_on_with_it(shop: Shop) -> None:
    outcome = _book(shop, WEEKLY)
    assert _period(shop) == date(2027, 3, 2)
    assert _days(shop, outcome.appointments)[-1] == date(2027, 3, 2)
    extension = shop.calendar_period.extend(shop.admin, date(2027, 3, 31))
    assert (extension.booked, extension.left_out) == (4, ())
    assert _period(shop) == date(2027, 3, 31)
    days = _days(shop, _live(shop, outcome))
    assert days == sorted(set(days))
    assert days[-1] == date(2027, 3, 30)


def test_what_was_changed_for_all_goes_on_too_what_was_cancelled_does_not_come_back(shop: Shop) -> None:
    outcome = _book(shop, WEEKLY, text="alt")
    shop.series.cancel(shop.admin, outcome.appointments[-1].id, SeriesScope.THIS)
    later = replace(outcome.appointments[0], text="neu", when=_at(shop, MONDAY + timedelta(days=1), time(16)))
    shop.series.change(shop.admin, later, SeriesScope.FOLLOWING)
    shop.calendar_period.extend(shop.admin, date(2027, 3, 31))
    live = _live(shop, outcome)
    assert {item.text for item in live} == {"neu"}
    assert set(_clocks(shop, live)) == {"16:00"}
    assert date(2027, 3, 2) not in _days(shop, live)


def test_a_series_that_was_ended_does_not_go_on(shop: Shop) -> None:
    outcome = _book(shop, WEEKLY)
    shop.series.cancel(shop.admin, outcome.appointments[3].id, SeriesScope.FOLLOWING)
    assert shop.calendar_period.extend(shop.admin, date(2027, 6, 1)).booked == 0
    assert len(_live(shop, outcome)) == 3


def test_days_without_room_are_left_out_when_the_period_is_carried_on(shop: Shop) -> None:
    _book(shop, WEEKLY)
    shop.planning.book(shop.admin, _wish(shop, date(2027, 3, 9)))
    extension = shop.calendar_period.extend(shop.admin, date(2027, 3, 31))
    assert (extension.booked, _days(shop, extension.left_out)) == (3, [date(2027, 3, 9)])


@pytest.mark.parametrize(
    ("until_on", "code"),
    [
        (date(2027, 3, 2), "calendar_period_shorter"),
        (date(2026, 12, 31), "calendar_period_shorter"),
        (date(2036, 3, 3), "calendar_period_too_long"),
    ],
)
def test_the_period_never_shrinks_and_ends_within_ten_years(shop: Shop, until_on: date, code: str) -> None:
    _book(shop, WEEKLY)
    with pytest.raises(InvalidInputError) as refused:
        shop.calendar_period.extend(shop.admin, until_on)
    assert refused.value.error_code == code
    assert _period(shop) == date(2027, 3, 2)


def test_only_administrators_carry_the_period_on(shop: Shop) -> None:
    with pytest.raises(PermissionDeniedError):
        shop.calendar_period.extend(shop.planner, date(2027, 6, 1))


def test_the_program_carries_the_period_on_before_it_runs_out(shop: Shop) -> None:
    assert shop.calendar_period.keep_ahead() is None  # never begun
    outcome = _book(shop, WEEKLY)
    assert _period(shop) == date(2027, 3, 2)
    shop.clock.instant += timedelta(days=170)
    assert shop.calendar_period.keep_ahead() is None
    assert shop.calendar_period.last_kept_ahead() is None
    shop.planning.book(shop.admin, _wish(shop, date(2027, 3, 9)))
    shop.clock.instant += timedelta(days=30)
    extension = shop.calendar_period.keep_ahead()
    assert extension is not None
    assert extension.until_on == _period(shop) == date(2028, 3, 2)
    assert _days(shop, extension.left_out) == [date(2027, 3, 9)]
    assert extension.booked > 40
    assert _days(shop, _live(shop, outcome))[-1] == date(2028, 2, 29)
    assert shop.calendar_period.keep_ahead() is None


def test_what_the_program_carried_on_stands_in_the_change_log(shop: Shop) -> None:
    _book(shop, WEEKLY)
    shop.planning.book(shop.admin, _wish(shop, date(2027, 3, 9)))
    shop.clock.instant += timedelta(days=200)
    extension = shop.calendar_period.keep_ahead()
    told = shop.calendar_period.last_kept_ahead()
    assert extension is not None
    assert told is not None
    assert told.change_set is not None
    assert (told.until_on, told.booked) == (extension.until_on, extension.booked)
    assert _days(shop, told.left_out) == [date(2027, 3, 9)]
    assert (told.change_set.command, told.change_set.author.origin) == ("extend", Origin.SYSTEM)
    assert shop.undo.undo_command == "book"


def test_a_period_that_ended_long_ago_is_left_to_people(shop: Shop) -> None:
    outcome = _book(shop, WEEKLY)
    shop.clock.instant += timedelta(days=900)
    assert shop.calendar_period.keep_ahead() is None
    assert _period(shop) == date(2027, 3, 2)
    shop.calendar_period.extend(shop.admin, date(2029, 3, 2))
    today = shop.clock.now().date()
    assert min(day for day in _days(shop, _live(shop, outcome)) if day > date(2027, 3, 2)) >= today


def test_no_series_of_a_deleted_customer_goes_on(shop: Shop) -> None:
    customer = shop.queries.customers("Sonnenschein")[0]
    wish = replace(_wish(shop), customer_id=customer.id)
    series = shop.series.book(shop.admin, wish, WEEKLY)
    for item in series.appointments:
        shop.planning.cancel(shop.admin, item.id)
    with pytest.raises(InvalidInputError, match="customer_has_series"):
        shop.master_data.delete(shop.admin, customer)
    shop.clock.instant += timedelta(days=900)  # the period has ended, and the series with it
    shop.master_data.delete(shop.admin, customer)
    assert shop.calendar_period.extend(shop.admin, date(2029, 3, 2)).booked == 0


def test_a_series_goes_on_without_a_status_that_came_to_mean_cancelled(shop: Shop) -> None:
    confirmed = next(entry for entry in shop.queries.statuses() if entry.name == "Bestätigt")
    outcome = shop.series.book(shop.admin, replace(_wish(shop), status_id=confirmed.id), WEEKLY)
    shop.master_data.save(shop.admin, replace(confirmed, means_cancelled=True))
    shop.calendar_period.extend(shop.admin, date(2027, 3, 9))
    *_, before, added = _live(shop, outcome)
    assert (before.status_id, added.status_id, added.is_cancelled) == (confirmed.id, None, False)


def test_the_period_is_not_to_be_had_past_its_appointments(shop: Shop) -> None:
    with pytest.raises(InvalidInputError):
        shop.settings.save(shop.admin, replace(shop.settings.load(), calendar_period_until_on=date(2030, 1, 1)))
    assert _period(shop) is None


# -- who may


def test_an_employee_books_series_on_the_own_resource_only(shop: Shop) -> None:
    rule = replace(WEEKLY, count=2)
    assert len(shop.series.book(shop.employee, _wish(shop), rule).appointments) == 2
    elsewhere = replace(shop.appointment("Thor Schuss"), id=uuid4())
    with pytest.raises(PermissionDeniedError):
        shop.series.book(shop.employee, elsewhere, rule)


def test_the_creator_rule_holds_for_series(shop: Shop) -> None:
    stored: ChainSettings = shop.settings.load()
    shop.settings.save(shop.admin, replace(stored, only_creator_cancels=True))
    outcome = _book(shop, replace(WEEKLY, count=2))
    with pytest.raises(PermissionDeniedError) as refused:
        shop.series.cancel(shop.planner, outcome.appointment.id, SeriesScope.ALL)
    assert refused.value.error_code == "only_creator_cancels"
    assert len(_live(shop, outcome)) == 2
