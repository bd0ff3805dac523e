"""What each role may do, from everything to nothing, whichever command it comes by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from helpers.shop import Shop, span
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import Branch
from terminplaner.domain.errors import CapacityExceededError, PermissionDeniedError
from terminplaner.domain.people import Customer, Role, User
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.resource import Availability, Weekday
from terminplaner.domain.series import SeriesScope
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.domain.when import AllDay
from terminplaner.services.appointment_rows import seen_by
from terminplaner.services.checks import WarningCode
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.planning import Move
from terminplaner.services.store_queries import AppointmentQuery

_ICS = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//
BEGIN:VEVENT
UID:nachts@example.org
DTSTART:20260304T020000Z
DTEND:20260304T023000Z
SUMMARY:Nachts
END:VEVENT
END:VCALENDAR
"""


def _actor(shop: Shop, role: Role) -> Actor:
    return Actor(shop.master_data.save(shop.admin, User(uuid4(), role.value, role)))


def _refused(act: Callable[[], Any]) -> str:
    """The code of the refusal, empty where it was allowed."""
    try:
        act()
    except (PermissionDeniedError, CapacityExceededError) as error:
        return error.error_code
    return ""


def _absence(shop: Shop, day: date = date(2026, 6, 1)) -> Absence:
    whole = AllDay(day, day + timedelta(days=1))
    return Absence(uuid4(), AbsenceKind.VACATION, whole, (shop.resource("Klara Himmel").id,))


def _hours(shop: Shop) -> Availability:
    return Availability(uuid4(), shop.resource("Klara Himmel").id, Weekday.SUNDAY, time(9), time(12))


def _at_night(shop: Shop, text: str = "") -> Appointment:
    return shop.appointment(when=span(shop.tomorrow_at(22)), text=text)


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.ADMINISTRATOR, "book night absence availability wish customer settings"),
        (Role.PLANNER, "book night absence availability wish customer"),
        (Role.BOOKER, "book night wish customer"),
        (Role.BOOKER_IN_HOURS, "book wish customer"),
        (Role.EMPLOYEE, "wish customer"),
        (Role.READER, ""),
    ],
)
def test_what_a_role_may_do_on_anybodys_resource(shop: Shop, role: Role, allowed: str) -> None:
    actor = _actor(shop, role)
    wish = WaitingListEntry(uuid4(), shop.branch.id, note="ruft an", created_at=shop.clock.now(), created_by="")
    acts: dict[str, Callable[[], Any]] = {
        "book": lambda: shop.planning.book(actor, shop.appointment()),
        "night": lambda: shop.planning.book(actor, _at_night(shop)),
        "absence": lambda: shop.absences.save(actor, _absence(shop)),
        "availability": lambda: shop.availabilities.save(actor, _hours(shop)),
        "wish": lambda: shop.waiting_list.add(actor, wish),
        "customer": lambda: shop.master_data.save(actor, Customer(uuid4(), "4711", "Neu")),
        "settings": lambda: shop.settings.set(actor, "allow_overbooking", "on"),
    }
    assert [name for name, act in acts.items() if not _refused(act)] == allowed.split()


def test_an_employee_plans_the_own_resource_with_absences_and_hours(shop: Shop) -> None:
    klara = shop.employee
    assert _refused(lambda: shop.planning.book(klara, _at_night(shop))) == ""
    assert _refused(lambda: shop.absences.save(klara, _absence(shop))) == ""
    assert _refused(lambda: shop.availabilities.save(klara, _hours(shop))) == ""
    assert _refused(lambda: shop.planning.book(klara, shop.appointment("Thor Schuss"))) == "may_not_plan"


def test_a_closure_is_for_who_enters_absences(shop: Shop) -> None:
    closure = Absence(uuid4(), AbsenceKind.CLOSURE, AllDay(date(2026, 6, 1), date(2026, 6, 2)), ())
    booker = _actor(shop, Role.BOOKER)
    assert _refused(lambda: shop.absences.save(booker, closure)) == "permission_denied"
    assert _refused(lambda: shop.absences.save(shop.planner, closure)) == ""


@pytest.fixture
def strict(shop: Shop) -> Actor:
    return _actor(shop, Role.BOOKER_IN_HOURS)


def test_within_the_hours_only(shop: Shop, strict: Actor) -> None:
    """Refused is what others are warned of, also where a resource is not to warn; nothing is left behind."""
    klara = shop.resource("Klara Himmel")
    shop.master_data.save(shop.admin, replace(klara, warns_when_unavailable=False))
    night = _at_night(shop)
    assert _refused(lambda: shop.planning.book(strict, night, "Neu, Nina")) == "outside_hours"
    with shop.store.read() as reader:
        assert "Neu" not in {customer.last_name for customer in reader.list(Customer)}
    disguised = replace(night, shows_as_unavailable=True)
    assert _refused(lambda: shop.planning.book(strict, disguised)) == "outside_hours"
    assert _refused(lambda: shop.planning.book_many(strict, (shop.appointment(), night))) == "outside_hours"
    assert _refused(lambda: shop.planning.book(strict, shop.appointment())) == ""


def test_neither_into_an_absence_nor_on_a_holiday(shop: Shop, strict: Actor) -> None:
    tomorrow = shop.tomorrow_at(10).date()
    shop.absences.save(shop.planner, _absence(shop, tomorrow))
    assert _refused(lambda: shop.planning.book(strict, shop.appointment())) == "outside_hours"
    good_friday = shop.tomorrow_at(10) + (date(2026, 4, 3) - tomorrow)
    other = shop.appointment("Thor Schuss", span(good_friday))
    assert _refused(lambda: shop.planning.book(strict, other)) == "outside_hours"


def test_what_stands_outside_may_be_edited_but_not_moved_about_there(shop: Shop, strict: Actor) -> None:
    night = shop.planning.book(shop.planner, _at_night(shop)).appointment
    edited = shop.planning.change(strict, replace(night, text="kommt mit Begleitung")).appointment
    later = span(shop.tomorrow_at(23))
    key = night.id, edited.revision
    assert _refused(lambda: shop.planning.move(strict, *key, later, night.resource_ids)) == "outside_hours"
    moves = (Move(*key, later, night.resource_ids),)
    assert _refused(lambda: shop.planning.move_many(strict, moves)) == "outside_hours"
    by_day = shop.planning.move(strict, *key, span(shop.tomorrow_at(11)), night.resource_ids).appointment
    assert by_day.when == span(shop.tomorrow_at(11))


def test_what_was_cancelled_outside_does_not_come_back_there(shop: Shop, strict: Actor) -> None:
    night = shop.planning.book(shop.planner, _at_night(shop)).appointment
    shop.planning.cancel(strict, night.id)
    assert _refused(lambda: shop.planning.restore(strict, night.id)) == "outside_hours"
    assert shop.stored(night.id).is_cancelled


def test_a_series_has_to_stay_within_the_hours(shop: Shop, strict: Actor) -> None:
    """From Tuesday, daily: the Sunday is none to work."""
    daily = Recurrence(Frequency.DAILY, count=7)
    assert _refused(lambda: shop.series.book(strict, shop.appointment(), daily)) == "outside_hours"
    few = shop.series.book(strict, shop.appointment(), replace(daily, count=3))
    late = replace(few.appointment, when=span(shop.tomorrow_at(21)))
    assert _refused(lambda: shop.series.change(strict, late, SeriesScope.ALL)) == "outside_hours"
    renamed = shop.series.change(strict, replace(few.appointment, text="Anpassung"), SeriesScope.ALL)
    assert len(renamed.appointments) == 3


def test_overbooking_is_not_for_everybody(shop: Shop, strict: Actor) -> None:
    shop.settings.set(shop.admin, "allow_overbooking", "on")
    shop.planning.book(shop.planner, shop.appointment())
    assert _refused(lambda: shop.planning.book(strict, shop.appointment())) == "capacity_exceeded"
    assert _refused(lambda: shop.planning.book(_actor(shop, Role.BOOKER), shop.appointment())) == ""


def test_no_detour_leads_to_overbooking(shop: Shop, strict: Actor) -> None:
    """Neither from parallel to ordinary, nor by preparing into the time of another."""
    for name in ("allow_overbooking", "use_preparation_times"):
        shop.settings.set(shop.admin, name, "on")
    first = shop.planning.book(shop.planner, shop.appointment()).appointment
    beside = shop.planning.book(strict, replace(shop.appointment(), is_parallel=True)).appointment
    ordinary = replace(beside, is_parallel=False)
    assert _refused(lambda: shop.planning.change(strict, ordinary)) == "capacity_exceeded"
    (shown,) = shop.planning_questions.check(ordinary, strict).collisions
    assert shown.is_refused
    assert _refused(lambda: shop.planning.change(shop.planner, ordinary)) == ""
    ends_at = first.when.interval(shop.branch.tz).end_at
    after = shop.planning.book(shop.planner, shop.appointment(when=span(ends_at))).appointment
    early = replace(after, prepare_minutes=15)
    assert _refused(lambda: shop.planning.change(strict, early)) == "capacity_exceeded"
    assert _refused(lambda: shop.planning.change(strict, replace(after, text="nur der Text"))) == ""


def test_no_detour_leads_a_series_to_overbooking(shop: Shop, strict: Actor) -> None:
    shop.settings.set(shop.admin, "allow_overbooking", "on")
    shop.planning.book(shop.planner, shop.appointment())
    daily, beside = Recurrence(Frequency.DAILY, count=2), replace(shop.appointment(), is_parallel=True)
    first = shop.series.book(strict, beside, daily).appointment
    ordinary = replace(first, is_parallel=False)
    assert _refused(lambda: shop.series.change(strict, ordinary, SeriesScope.ALL)) == "capacity_exceeded"


def test_another_branch_has_other_hours(shop: Shop, strict: Actor) -> None:
    far = shop.master_data.save(shop.admin, Branch(uuid4(), "99", "Weit weg", "Pacific/Auckland"))
    booked = shop.planning.book(strict, shop.appointment()).appointment
    moved = replace(booked, branch_id=far.id)
    assert _refused(lambda: shop.planning.change(strict, moved)) == "outside_hours"


def test_what_would_refuse_is_told_before(shop: Shop, strict: Actor) -> None:
    night = _at_night(shop)
    findings = shop.planning_questions.check(night, strict)
    assert [found.code for found in findings.refusals] == [WarningCode.OUTSIDE_AVAILABILITY]
    assert findings.warnings == (), "what refuses is no mere warning"
    assert shop.planning_questions.check(night, shop.planner).refusals == ()
    stored = shop.planning.book(shop.planner, night).appointment
    assert shop.planning_questions.check(replace(stored, text="nur der Text"), strict).refusals == ()
    shop.settings.set(shop.admin, "allow_overbooking", "on")
    (full,) = shop.planning_questions.check(replace(night, id=uuid4()), strict).collisions
    (crowded,) = shop.planning_questions.check(replace(night, id=uuid4()), shop.planner).collisions
    assert (full.is_refused, crowded.is_refused) == (True, False)


def test_a_file_knows_no_working_hours(shop: Shop, strict: Actor, tmp_path: Path) -> None:
    file = tmp_path / "nachts.ics"
    file.write_bytes(_ICS.replace(b"\n", b"\r\n"))
    klara = shop.resource("Klara Himmel")
    assert _refused(lambda: shop.exchange.import_file(strict, file, klara.id)) == "permission_denied"
    assert _refused(lambda: shop.exchange.import_file(shop.planner, file, klara.id)) == ""


def test_undo_asks_for_the_same_rights(shop: Shop, strict: Actor) -> None:
    shop.undo.begin_session(strict.user.id)
    night = shop.planning.book(shop.planner, _at_night(shop)).appointment
    shop.planning.move(strict, night.id, night.revision, span(shop.tomorrow_at(11)), night.resource_ids)
    assert _refused(lambda: shop.undo.undo(strict)) == "outside_hours"
    assert shop.stored(night.id).when == span(shop.tomorrow_at(11))


def test_who_can_plan_something_at_all(shop: Shop) -> None:
    assert shop.employee.may_plan_something
    assert _actor(shop, Role.BOOKER_IN_HOURS).may_plan_something
    assert not _actor(shop, Role.EMPLOYEE).may_plan_something, "without an employee there is no own resource"
    assert not _actor(shop, Role.READER).may_plan_something


def test_every_role_has_less_than_the_administrator(shop: Shop) -> None:
    for role in set(Role) - {Role.ADMINISTRATOR}:
        assert not _actor(shop, role).has(Right.MANAGE_MASTER_DATA)


def test_rows_say_what_whoever_looks_may_do_with_them(shop: Shop) -> None:
    own = shop.planning.book(shop.planner, shop.appointment()).appointment
    shared = shop.appointment("Thor Schuss")
    both = replace(shared, resource_ids=(shop.resource("Thor Schuss").id, shop.resource("Rosa Wolke").id))
    other = shop.planning.book(shop.planner, both).appointment
    rows = shop.queries.appointments(AppointmentQuery(from_at=shop.clock.now()))
    seen = {row.appointment.id: row.is_movable for row in seen_by(shop.employee, rows)}
    assert seen == {own.id: True, other.id: False}
    assert seen_by(shop.planner, rows) is rows
    assert not any(row.is_changeable for row in seen_by(_actor(shop, Role.READER), rows))
