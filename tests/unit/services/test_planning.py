"""Booking, changing, moving, cancelling, restoring, and what refuses or warns."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest

from helpers.shop import Shop, span
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment, AppointmentOrigin, copied
from terminplaner.domain.chain import Branch, OpeningSpan
from terminplaner.domain.changes import Author, Entity, Origin
from terminplaner.domain.errors import (
    CapacityExceededError,
    InvalidInputError,
    NotFoundError,
    PermissionDeniedError,
    ReadOnlyAppointmentError,
    StaleRevisionError,
)
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.resource import Availability, Weekday
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.when import AllDay, When
from terminplaner.services.checks import WarningCode
from terminplaner.services.free_slots import FreeSlotQuery
from terminplaner.services.outcome import Outcome
from terminplaner.services.planning import Move
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.ui.messages import describe, describe_warning

_GOOGLE = Author("google", Origin.GOOGLE)


def _put(shop: Shop, entity: Entity) -> Entity:
    """As the sync writes: past the rules of planning."""
    with shop.gate.open(_GOOGLE, "pull") as passage:
        return passage.work.put(entity)


def _booked(shop: Shop, appointment: Appointment) -> Appointment:
    return shop.planning.book(shop.admin, appointment).appointment


def test_an_appointment_is_booked_changed_moved_cancelled_and_restored(shop: Shop) -> None:
    wanted = shop.appointment(text="Sehtest")
    outcome = shop.planning.book(shop.admin, wanted)
    booked = outcome.appointment
    assert (booked.revision, booked.created_by, booked.modified_at) == (1, "admin", shop.clock.now())
    assert outcome.change_set is not None
    assert outcome.change_set.command == "book"

    changed = shop.planning.change(shop.admin, replace(booked, comment="Brille mitbringen")).appointment
    later, room = span(shop.tomorrow_at(11)), shop.resource("Kabine 1 Filiale Stgt.")
    moved = shop.planning.move(shop.admin, booked.id, changed.revision, later, (room.id,)).appointment
    assert (moved.when, moved.resource_ids, moved.comment) == (later, (room.id,), "Brille mitbringen")

    cancelled = shop.planning.cancel(shop.admin, booked.id).appointment
    assert (cancelled.cancelled_at, cancelled.cancelled_by) == (shop.clock.now(), "admin")
    assert shop.queries.appointments(AppointmentQuery()) == ()
    [listed] = shop.queries.appointments(AppointmentQuery(cancelled=True))
    assert listed.appointment == cancelled

    restored = shop.planning.restore(shop.admin, booked.id).appointment
    assert replace(restored, revision=moved.revision) == moved

    with shop.store.read() as reader:
        log = reader.list_change_sets(booked.id)
    assert [entry.command for entry in log] == ["restore", "cancel", "move", "change", "book"]
    assert {entry.author.name for entry in log} == {"admin"}
    assert log[2].changes[0].before == changed


def test_every_end_of_a_line_is_kept_as_a_line_feed(shop: Shop) -> None:
    booked = _booked(shop, replace(shop.appointment(text="a\r\nb"), comment="c\rd\ne"))
    assert (booked.text, booked.comment) == ("a\nb", "c\nd\ne")
    changed = shop.planning.change(shop.admin, replace(booked, text="x\ry")).appointment
    assert changed.text == "x\ny"


def test_what_changes_nothing_leaves_no_trace(shop: Shop) -> None:
    booked = _booked(shop, shop.appointment())
    assert shop.planning.change(shop.admin, booked).change_set is None
    assert shop.planning.restore(shop.admin, booked.id).change_set is None
    shop.planning.cancel(shop.admin, booked.id)
    again = shop.planning.cancel(shop.admin, booked.id)
    assert (again.change_set, again.appointment.revision) == (None, 2)


def test_a_full_resource_refuses_and_names_what_collides(shop: Shop) -> None:
    booked = _booked(shop, shop.appointment(text="erster"))
    with pytest.raises(CapacityExceededError) as refusal:
        shop.planning.book(shop.admin, shop.appointment(when=span(shop.tomorrow_at(10, 15))))
    assert refusal.value.params == {"resource": "Klara Himmel", "colliding": (booked,)}
    assert len(shop.queries.appointments(AppointmentQuery())) == 1
    shop.planning.book(shop.admin, shop.appointment(when=span(shop.tomorrow_at(10, 30))))


def test_as_many_as_the_capacity_fit(shop: Shop) -> None:
    shop.master_data.save(shop.admin, replace(shop.resource("Klara Himmel"), capacity=2))
    for _ in range(2):
        _booked(shop, shop.appointment())
    with pytest.raises(CapacityExceededError):
        _booked(shop, shop.appointment())


def test_preparation_needs_room_only_where_the_chain_uses_it(shop: Shop) -> None:
    _booked(shop, replace(shop.appointment(), follow_up_minutes=15))
    following = shop.appointment(when=span(shop.tomorrow_at(10, 30)))
    with pytest.raises(CapacityExceededError):
        _booked(shop, following)
    shop.settings.set(shop.admin, "use_preparation_times", "off")
    _booked(shop, following)


def test_the_room_of_every_resource_counts(shop: Shop) -> None:
    room = shop.resource("Kabine 1 Filiale Stgt.")
    _booked(shop, shop.appointment(room.name))
    both = replace(shop.appointment(), resource_ids=(shop.resource("Klara Himmel").id, room.id))
    with pytest.raises(CapacityExceededError) as refusal:
        _booked(shop, both)
    assert refusal.value.params["resource"] == room.name


def test_overbooking_and_parallel_ones_find_room(shop: Shop) -> None:
    _booked(shop, shop.appointment())
    parallel = _booked(shop, replace(shop.appointment(), is_parallel=True))
    with pytest.raises(CapacityExceededError):
        shop.planning.change(shop.admin, replace(parallel, is_parallel=False))
    moved = shop.planning.move(shop.admin, parallel.id, parallel.revision, parallel.when, parallel.resource_ids)
    assert moved.change_set is None
    shop.settings.set(shop.admin, "allow_overbooking", "on")
    _booked(shop, shop.appointment())


def test_the_time_of_a_parallel_appointment_is_taken_for_others(shop: Shop) -> None:
    parallel = _booked(shop, replace(shop.appointment(), is_parallel=True))
    with pytest.raises(CapacityExceededError) as refusal:
        _booked(shop, shop.appointment())
    assert refusal.value.params["colliding"] == (parallel,)
    day = shop.tomorrow_at(10).date()
    query = FreeSlotQuery(shop.branch.id, (parallel.resource_ids,), 30, day, day)
    assert parallel.when not in [slot.when for slot in shop.free_slots.find(query)]
    _booked(shop, replace(shop.appointment(), is_parallel=True))


def test_an_overbooked_appointment_may_be_edited_and_shortened_but_not_grow(shop: Shop) -> None:
    _booked(shop, shop.appointment())
    guest = _put(shop, shop.appointment())
    assert isinstance(guest, Appointment)
    edited = shop.planning.change(shop.admin, replace(guest, text="Brille")).appointment
    shorter = span(shop.tomorrow_at(10), minutes=15)
    shortened = shop.planning.change(shop.admin, replace(edited, when=shorter)).appointment
    for grown in (
        replace(shortened, when=span(shop.tomorrow_at(10), minutes=20)),
        replace(shortened, prepare_minutes=5),
        replace(shortened, resource_ids=(*shortened.resource_ids, shop.resource("Thor Schuss").id)),
    ):
        with pytest.raises(CapacityExceededError):
            shop.planning.change(shop.admin, grown)


def test_an_appointment_does_not_stand_in_its_own_way(shop: Shop) -> None:
    booked = _booked(shop, shop.appointment())
    later = span(shop.tomorrow_at(10, 15))
    moved = shop.planning.move(shop.admin, booked.id, booked.revision, later, booked.resource_ids).appointment
    assert moved.when == later


def test_a_cancelled_appointment_comes_back_only_where_there_is_room(shop: Shop) -> None:
    first = _booked(shop, shop.appointment())
    shop.planning.cancel(shop.admin, first.id)
    second = _booked(shop, shop.appointment())
    with pytest.raises(CapacityExceededError):
        shop.planning.restore(shop.admin, first.id)
    shop.planning.cancel(shop.admin, second.id)
    assert not shop.planning.restore(shop.admin, first.id).appointment.is_cancelled


def test_a_cancelled_appointment_is_not_edited(shop: Shop) -> None:
    booked = _booked(shop, shop.appointment())
    cancelled = shop.planning.cancel(shop.admin, booked.id).appointment
    later = span(shop.tomorrow_at(11))
    actions: tuple[Callable[[], Outcome], ...] = (
        lambda: shop.planning.change(shop.admin, replace(cancelled, text="doch")),
        lambda: shop.planning.change(shop.admin, replace(cancelled, cancelled_at=None, cancelled_by="")),
        lambda: shop.planning.move(shop.admin, booked.id, cancelled.revision, later, booked.resource_ids),
        lambda: shop.planning.move_many(
            shop.admin, [Move(booked.id, cancelled.revision, later, booked.resource_ids)]
        ),
    )
    for action in actions:
        with pytest.raises(InvalidInputError, match="appointment_cancelled"):
            action()
    assert shop.stored(booked.id) == cancelled
    with pytest.raises(StaleRevisionError):  # cancelled while somebody had it open
        shop.planning.change(shop.admin, replace(booked, text="doch"))


def test_what_the_program_keeps_is_not_overwritten_by_an_older_copy(shop: Shop) -> None:
    booked = _booked(shop, shop.appointment(text="Sehtest"))
    marked = replace(booked, origin=AppointmentOrigin.GOOGLE, is_transparent=True, ical_uid="uid")
    _put(shop, marked)
    wanted = replace(booked, text="Meins", comment="neu", revision=booked.revision + 1)
    changed = shop.planning.change(shop.admin, wanted).appointment
    expected = replace(marked, text="Meins", comment="neu", revision=booked.revision + 2)
    assert changed == replace(expected, modified_by="admin", modified_at=changed.modified_at)


def test_the_text_of_what_became_private_stays_with_google(shop: Shop) -> None:
    booked = _booked(shop, shop.appointment(text="Vorstellungsgespräch"))
    _put(shop, replace(booked, text="", is_private=True))
    wanted = replace(booked, comment="neu", revision=booked.revision + 1)
    changed = shop.planning.change(shop.admin, wanted).appointment
    assert (changed.text, changed.comment, changed.is_private) == ("", "neu", True)


def test_a_cancelled_appointment_comes_back_for_90_days(shop: Shop) -> None:
    booked = _booked(shop, shop.appointment())
    shop.planning.cancel(shop.admin, booked.id)
    cancelled_at = shop.clock.now()
    shop.clock.instant = cancelled_at + timedelta(days=90)
    assert not shop.planning.restore(shop.admin, booked.id).appointment.is_cancelled
    shop.planning.cancel(shop.admin, booked.id)
    cancelled_on = shop.clock.now().astimezone(shop.branch.tz).date()
    shop.clock.instant += timedelta(days=90, seconds=1)
    with pytest.raises(InvalidInputError, match="restore_too_late") as refusal:
        shop.planning.restore(shop.admin, booked.id)
    assert f"am {cancelled_on:%d.%m.%Y} storniert" in describe(refusal.value)
    assert shop.stored(booked.id).is_cancelled


def test_two_who_book_the_last_place_at_once(shop: Shop) -> None:
    together, admin = Barrier(2), shop.admin
    rivals = [shop.appointment(), shop.appointment()]

    def book(appointment: Appointment) -> bool:
        together.wait()
        try:
            shop.planning.book(admin, appointment)
        except CapacityExceededError:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(book, rivals)) == [False, True]


def test_an_outdated_copy_is_refused(shop: Shop) -> None:
    booked = _booked(shop, shop.appointment())
    shop.planning.change(shop.planner, replace(booked, text="neu"))
    commands: list[Callable[[], object]] = [
        lambda: shop.planning.change(shop.admin, replace(booked, text="alt")),
        lambda: shop.planning.move(shop.admin, booked.id, booked.revision, booked.when, booked.resource_ids),
    ]
    for command in commands:
        with pytest.raises(StaleRevisionError) as refusal:
            command()
        assert refusal.value.params == {"by": "petra"}
    assert shop.stored(booked.id).text == "neu"


def test_a_busy_block_is_only_looked_at(shop: Shop) -> None:
    block = _put(shop, replace(shop.appointment(), is_read_only=True))
    assert isinstance(block, Appointment)
    commands: list[Callable[[], object]] = [
        lambda: shop.planning.change(shop.admin, replace(block, text="mein")),
        lambda: shop.planning.cancel(shop.admin, block.id),
        lambda: shop.planning.restore(shop.admin, block.id),
    ]
    for command in commands:
        with pytest.raises(ReadOnlyAppointmentError):
            command()


def test_who_may_plan_what(shop: Shop) -> None:
    shop.planning.book(shop.planner, shop.appointment("Kabine 1 Filiale Stgt."))
    own = shop.planning.book(shop.employee, shop.appointment("Klara Himmel")).appointment
    foreign = _booked(shop, shop.appointment("Thor Schuss"))
    commands: list[Callable[[], object]] = [
        lambda: shop.planning.book(shop.employee, shop.appointment("Rosa Wolke")),
        lambda: shop.planning.cancel(shop.employee, foreign.id),
        lambda: shop.planning.restore(shop.employee, foreign.id),
        lambda: shop.planning.change(shop.employee, replace(own, resource_ids=foreign.resource_ids)),
        lambda: shop.planning.change(shop.employee, replace(foreign, resource_ids=own.resource_ids)),
    ]
    for command in commands:
        with pytest.raises(PermissionDeniedError) as refusal:
            command()
        assert refusal.value.error_code == "may_not_plan"


@pytest.mark.parametrize(
    ("flaw", "code"),
    [
        ({"resource_ids": ()}, "resource_missing"),
        ({"prepare_minutes": -1}, "number_out_of_range"),
        ({"follow_up_minutes": 24 * 60 + 1}, "number_out_of_range"),
    ],
)
def test_what_cannot_be_is_refused(shop: Shop, flaw: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        shop.planning.book(shop.admin, replace(shop.appointment(), **flaw))
    assert refusal.value.error_code == code


def test_only_what_came_without_a_length_goes_on_without_one(shop: Shop) -> None:
    instant = span(datetime(2026, 11, 30, 12, 45, tzinfo=UTC), 0)
    with pytest.raises(InvalidInputError, match="length_missing"):
        _booked(shop, replace(shop.appointment(), when=instant))
    booked = _booked(shop, shop.appointment())
    with pytest.raises(InvalidInputError, match="length_missing"):
        shop.planning.change(shop.admin, replace(booked, when=instant))
    from_google = _put(shop, replace(shop.appointment("Thor Schuss"), when=instant))
    assert isinstance(from_google, Appointment)
    assert shop.planning.change(shop.admin, replace(from_google, text="kurz")).appointment.text == "kurz"


def test_a_resource_is_taken_once(shop: Shop) -> None:
    appointment = shop.appointment()
    with pytest.raises(InvalidInputError) as refusal:
        shop.planning.book(shop.admin, replace(appointment, resource_ids=appointment.resource_ids * 2))
    assert refusal.value.error_code == "resource_twice"


def test_a_deleted_resource_takes_nothing_more_but_keeps_what_it_had(shop: Shop) -> None:
    past = _booked(shop, shop.appointment(when=span(shop.clock.now() - timedelta(days=1))))
    cancelled = _booked(shop, shop.appointment(when=span(shop.clock.now() - timedelta(days=2))))
    shop.planning.cancel(shop.admin, cancelled.id)
    new = shop.appointment()
    shop.master_data.delete(shop.admin, shop.resource("Klara Himmel"))
    with pytest.raises(NotFoundError):
        shop.planning.book(shop.admin, new)
    with pytest.raises(NotFoundError):
        shop.planning.restore(shop.admin, cancelled.id)
    elsewhere = _booked(shop, shop.appointment("Rosa Wolke"))
    with pytest.raises(NotFoundError):
        shop.planning.change(shop.admin, replace(elsewhere, resource_ids=past.resource_ids))
    assert shop.planning.change(shop.admin, replace(past, text="Nachtrag")).appointment.text == "Nachtrag"


# -- warnings

_TUESDAY = date(2026, 3, 3)
_SATURDAY = date(2026, 3, 7)


def _whole_day(day: date) -> AllDay:
    return AllDay(day, day + timedelta(days=1))


def _codes(shop: Shop, when: When, resource: str = "Klara Himmel") -> list[WarningCode]:
    return [warning.code for warning in shop.planning_questions.check(shop.appointment(resource, when)).warnings]


def _local(shop: Shop, day: date, at: time) -> datetime:
    return datetime.combine(day, at, shop.branch.tz).astimezone(UTC)


def test_ordinary_hours_need_no_warning(shop: Shop) -> None:
    assert _codes(shop, span(shop.tomorrow_at(10))) == []


@pytest.mark.parametrize(("at", "warns"), [(time(8, 30), True), (time(13, 30), False), (time(14, 0), True)])
def test_outside_of_its_availability_a_resource_warns(shop: Shop, at: time, warns: bool) -> None:
    found = _codes(shop, span(_local(shop, _SATURDAY, at)))
    assert (WarningCode.OUTSIDE_AVAILABILITY in found) is warns


def test_a_resource_warns_only_if_it_is_to(shop: Shop) -> None:
    _open(shop)
    shop.master_data.save(shop.admin, replace(shop.resource("Klara Himmel"), warns_when_unavailable=False))
    assert _codes(shop, span(_local(shop, _SATURDAY, time(20)))) == []


def _open(shop: Shop, *times: OpeningSpan) -> None:
    shop.master_data.save(shop.admin, replace(shop.branch, opening_times=times))


def test_without_a_word_of_the_availability_the_opening_times_warn(shop: Shop) -> None:
    klara = shop.resource("Klara Himmel")
    shop.master_data.save(shop.admin, replace(klara, warns_when_unavailable=False))
    [late] = shop.planning_questions.check(shop.appointment(when=span(_local(shop, _SATURDAY, time(20))))).warnings
    assert (late.code, late.params["hours"]) == (WarningCode.OUTSIDE_OPENING, "09:00–14:00")
    assert "von 09:00–14:00 Uhr" in describe_warning(late)
    assert _codes(shop, span(_local(shop, _SATURDAY + timedelta(days=1), time(10)))) == [WarningCode.CLOSED]
    assert _codes(shop, _whole_day(_SATURDAY + timedelta(days=1))) == [WarningCode.CLOSED]
    for rule in _rules(shop):
        shop.master_data.delete(shop.admin, rule)
    assert _codes(shop, span(_local(shop, _SATURDAY, time(14)))) == [WarningCode.OUTSIDE_OPENING]
    assert _codes(shop, span(_local(shop, _SATURDAY, time(13, 30)))) == []


def test_an_availability_says_otherwise_than_the_opening_times(shop: Shop) -> None:
    klara = shop.resource("Klara Himmel")
    early = Availability(uuid4(), klara.id, Weekday.TUESDAY, time(7), time(9))
    shop.master_data.save(shop.admin, early)
    assert _codes(shop, span(_local(shop, _TUESDAY, time(8)))) == []


def test_opening_times_warn_and_never_refuse(shop: Shop) -> None:
    klara = shop.resource("Klara Himmel")
    shop.master_data.save(shop.admin, replace(klara, warns_when_unavailable=False))
    outcome = shop.planning.book(shop.planner, shop.appointment(when=span(_local(shop, _TUESDAY, time(5)))))
    assert WarningCode.OUTSIDE_OPENING in [warning.code for warning in outcome.warnings]


def test_a_resource_without_availability_in_a_shop_without_opening_times_never_warns(shop: Shop) -> None:
    _open(shop)
    for rule in _rules(shop):
        shop.master_data.delete(shop.admin, rule)
    assert _codes(shop, span(_local(shop, _SATURDAY, time(20)))) == []


def test_unavailability_is_taken_out_of_the_availability(shop: Shop) -> None:
    klara = shop.resource("Klara Himmel")
    lunch = Availability(uuid4(), klara.id, Weekday.TUESDAY, time(12), time(13), is_available=False)
    shop.master_data.save(shop.admin, lunch)
    assert WarningCode.OUTSIDE_AVAILABILITY in _codes(shop, span(shop.tomorrow_at(12, 30)))
    assert _codes(shop, span(shop.tomorrow_at(13))) == []


def test_unavailability_warns_also_where_no_availability_is_kept(shop: Shop) -> None:
    _open(shop)
    for rule in _rules(shop):
        shop.master_data.delete(shop.admin, rule)
    klara = shop.resource("Klara Himmel")
    course = Availability(uuid4(), klara.id, Weekday.TUESDAY, time(12), time(13), is_available=False)
    shop.master_data.save(shop.admin, course)
    assert _codes(shop, span(shop.tomorrow_at(12, 30))) == [WarningCode.OUTSIDE_AVAILABILITY]
    assert _codes(shop, span(shop.tomorrow_at(13))) == []
    assert _codes(shop, _whole_day(_TUESDAY)) == [WarningCode.OUTSIDE_AVAILABILITY]
    assert _codes(shop, _whole_day(_TUESDAY + timedelta(days=1))) == []


def test_whole_days_warn_where_a_day_is_none_to_work(shop: Shop) -> None:
    sunday = _SATURDAY + timedelta(days=1)
    assert _codes(shop, _whole_day(sunday)) == [WarningCode.OUTSIDE_AVAILABILITY]
    assert _codes(shop, AllDay(_SATURDAY, sunday + timedelta(days=1))) == [WarningCode.OUTSIDE_AVAILABILITY]
    assert _codes(shop, _whole_day(_TUESDAY)) == []


def test_a_break_makes_no_day_one_that_nobody_works(shop: Shop) -> None:
    klara = shop.resource("Klara Himmel")
    lunch = Availability(uuid4(), klara.id, Weekday.TUESDAY, time(12), time(13), is_available=False)
    shop.master_data.save(shop.admin, lunch)
    assert _codes(shop, _whole_day(_TUESDAY)) == []


def test_who_is_away_anyway_is_not_warned_of_it(shop: Shop) -> None:
    away = replace(shop.appointment(when=_whole_day(_SATURDAY + timedelta(days=1))), shows_as_unavailable=True)
    assert shop.planning_questions.check(away).warnings == ()


def test_availability_has_its_dates(shop: Shop) -> None:
    [tuesday] = [rule for rule in _rules(shop) if rule.weekday is Weekday.TUESDAY]
    until_yesterday = replace(tuesday, valid_until_on=date(2026, 3, 2))
    shop.master_data.save(shop.admin, until_yesterday)
    assert _codes(shop, span(shop.tomorrow_at(10))) == [WarningCode.OUTSIDE_AVAILABILITY]


def _rules(shop: Shop) -> list[Availability]:
    klara = shop.resource("Klara Himmel")
    with shop.store.read() as reader:
        return [rule for rule in reader.list(Availability) if rule.resource_id == klara.id]


@pytest.mark.parametrize(
    ("state", "day", "name"),
    [
        ("BW", date(2027, 1, 6), "Heilige Drei Könige"),
        ("BE", date(2027, 1, 6), None),
        ("BE", date(2027, 3, 8), "Frauentag"),
        ("BW", date(2027, 3, 8), None),
        ("SN", date(2027, 11, 17), "Buß- und Bettag"),
    ],
)
def test_holidays_are_those_of_the_federal_state(shop: Shop, state: str, day: date, name: str | None) -> None:
    shop.master_data.save(shop.admin, replace(shop.branch, federal_state=state))
    warnings = shop.planning_questions.check(shop.appointment(when=AllDay(day, day + timedelta(days=1)))).warnings
    assert [warning.params.get("name") for warning in warnings] == ([name] if name else [])


def test_off_the_step_and_in_the_past(shop: Shop) -> None:
    assert _codes(shop, span(shop.tomorrow_at(10, 10))) == [WarningCode.OFF_STEP]
    assert WarningCode.IN_THE_PAST in _codes(shop, span(shop.clock.now() - timedelta(minutes=30)))
    assert WarningCode.IN_THE_PAST not in _codes(shop, span(shop.clock.now() - timedelta(minutes=29)))


def test_a_warning_never_refuses(shop: Shop) -> None:
    outcome = shop.planning.book(
        shop.admin, shop.appointment(when=span(_local(shop, date(2026, 1, 1), time(3, 7))))
    )
    assert {warning.code for warning in outcome.warnings} == {
        WarningCode.OUTSIDE_AVAILABILITY,
        WarningCode.HOLIDAY,
        WarningCode.OFF_STEP,
        WarningCode.IN_THE_PAST,
    }


def test_whole_days_in_another_zone_are_the_days_of_their_branch(shop: Shop) -> None:
    far = _put(shop, Branch(uuid4(), "02", "Honolulu", zone="Pacific/Honolulu"))
    day = AllDay(date(2026, 3, 3), date(2026, 3, 4))
    _booked(shop, replace(shop.appointment(when=day), branch_id=far.id))
    ends_at = datetime(2026, 3, 4, 10, tzinfo=UTC)
    with pytest.raises(CapacityExceededError):
        _booked(shop, shop.appointment(when=span(ends_at - timedelta(minutes=1))))
    _booked(shop, shop.appointment(when=span(ends_at)))


# -- what collides


def test_what_runs_beside_is_named_and_refused_only_where_it_is_too_much(shop: Shop) -> None:
    other = _booked(shop, shop.appointment(when=span(shop.tomorrow_at(10)), text="im Weg"))
    wanted = shop.appointment(when=span(shop.tomorrow_at(10, 15)))
    (collision,) = shop.planning_questions.check(wanted).collisions
    assert [row.appointment.id for row in collision.rows] == [other.id]
    assert (collision.resource.name, collision.is_refused) == ("Klara Himmel", True)
    _options(shop, allow_overbooking=True)
    assert [found.is_refused for found in shop.planning_questions.check(wanted).collisions] == [False]
    (parallel,) = shop.planning_questions.check(replace(wanted, is_parallel=True)).collisions
    assert ([row.appointment.id for row in parallel.rows], parallel.is_refused) == ([other.id], False)
    assert shop.planning_questions.check(replace(wanted, when=span(shop.tomorrow_at(10, 30)))).collisions == ()


def test_an_absence_is_warned_of_and_refuses_nothing(shop: Shop) -> None:
    wanted = shop.appointment()
    day = shop.tomorrow_at(10).date()
    klara = wanted.resource_ids
    _put(shop, Absence(uuid4(), AbsenceKind.VACATION, AllDay(day, day + timedelta(days=1)), resource_ids=klara))
    assert WarningCode.ABSENT in {warning.code for warning in shop.planning_questions.check(wanted).warnings}
    elsewhere = shop.planning_questions.check(shop.appointment("Thor Schuss"))
    assert WarningCode.ABSENT not in {warning.code for warning in elsewhere.warnings}
    assert _booked(shop, wanted).revision == 1


# -- options of the chain


def _options(shop: Shop, **options: Any) -> None:
    shop.settings.save(shop.admin, replace(shop.settings.load(), **options))


def test_a_type_is_required_of_what_is_new_and_kept_where_it_was(shop: Shop) -> None:
    without = _booked(shop, shop.appointment())
    kind = shop.queries.types()[0]
    _options(shop, require_type=True)
    with pytest.raises(InvalidInputError) as refused:
        _booked(shop, shop.appointment("Thor Schuss"))
    assert refused.value.error_code == "type_missing"
    assert shop.planning.change(shop.admin, replace(without, text="alt")).appointment.type_id is None
    typed = _booked(shop, replace(shop.appointment("Thor Schuss"), type_id=kind.id))
    with pytest.raises(InvalidInputError):
        shop.planning.change(shop.admin, replace(typed, type_id=None))


def test_only_the_creator_or_an_administrator_takes_away_where_the_chain_wants_it(shop: Shop) -> None:
    _options(shop, only_creator_cancels=True)
    room = shop.resource("Kabine 1 Filiale Stgt.")
    wanted = shop.appointment()
    booked = shop.planning.book(shop.employee, replace(wanted, resource_ids=(*wanted.resource_ids,))).appointment
    with pytest.raises(PermissionDeniedError) as refused:
        shop.planning.cancel(shop.planner, booked.id)
    assert refused.value.error_code == "only_creator_cancels"
    both = shop.planning.change(shop.admin, replace(booked, resource_ids=(*booked.resource_ids, room.id)))
    with pytest.raises(PermissionDeniedError):
        shop.planning.change(shop.planner, replace(both.appointment, resource_ids=booked.resource_ids))
    alone = shop.planning.change(shop.admin, replace(both.appointment, resource_ids=booked.resource_ids))
    assert shop.planning.change(shop.planner, replace(alone.appointment, text="darf ich")).warnings == ()
    assert shop.planning.cancel(shop.employee, booked.id).appointment.is_cancelled


def test_preparation_for_the_customer_takes_no_room(shop: Shop) -> None:
    _booked(shop, shop.appointment(when=span(shop.tomorrow_at(10))))
    early = replace(shop.appointment(when=span(shop.tomorrow_at(10, 30))), prepare_minutes=15)
    with pytest.raises(CapacityExceededError):
        _booked(shop, early)
    _options(shop, preparation_is_for_customer=True)
    booked = _booked(shop, early)
    assert booked.prepare_minutes == 15
    assert shop.queries.appointment(booked.id).occupied == booked.when.interval(shop.branch.tz)
    _options(shop, preparation_is_for_customer=False)
    assert shop.queries.appointment(booked.id).occupied == booked.occupied(shop.branch.tz)


# -- only from templates


def _template(shop: Shop, **fields: Any) -> AppointmentTemplate:
    return shop.master_data.save(shop.admin, AppointmentTemplate(uuid4(), "Sehtest", **fields))


def test_where_the_chain_wants_it_nothing_new_is_without_a_template(shop: Shop) -> None:
    template = _template(shop)
    shop.settings.set(shop.admin, "only_from_templates", "on")
    with pytest.raises(InvalidInputError) as refused:
        shop.planning.book(shop.admin, shop.appointment())
    assert refused.value.error_code == "template_missing"
    with pytest.raises(InvalidInputError):
        shop.series.book(shop.admin, shop.appointment(), Recurrence(Frequency.WEEKLY, count=2))
    booked = shop.planning.book(shop.admin, replace(shop.appointment(), template_id=template.id)).appointment
    assert shop.stored(booked.id).template_id == template.id
    changed = shop.planning.change(shop.admin, replace(booked, text="anders")).appointment
    copy = copied(changed, span(shop.tomorrow_at(15)), changed.resource_ids)
    assert shop.planning.book(shop.admin, copy).appointment.template_id == template.id


def test_what_is_older_than_the_rule_is_changed_and_copied_all_the_same(shop: Shop) -> None:
    booked = _booked(shop, shop.appointment())
    _template(shop)
    shop.settings.set(shop.admin, "only_from_templates", "on")
    shop.planning.change(shop.admin, replace(booked, text="anders"))
    copy = copied(booked, span(shop.tomorrow_at(15)), booked.resource_ids)
    outcome = shop.planning.book_many(shop.admin, (copy,))
    assert outcome.change_set is not None
    assert outcome.change_set.command == "book"


def test_a_branch_without_templates_books_without(shop: Shop) -> None:
    elsewhere = shop.master_data.save(shop.admin, Branch(uuid4(), "02", "Ulm"))
    _template(shop, branch_id=elsewhere.id)
    shop.settings.set(shop.admin, "only_from_templates", "on")
    _booked(shop, shop.appointment())


def test_the_command_line_is_warned_only(shop: Shop) -> None:
    _template(shop)
    shop.settings.set(shop.admin, "only_from_templates", "on")
    terminal = replace(shop.admin, origin=Origin.COMMAND_LINE)
    warnings = shop.planning.book(terminal, shop.appointment()).warnings
    assert [warning.code for warning in warnings] == [WarningCode.NO_TEMPLATE]
