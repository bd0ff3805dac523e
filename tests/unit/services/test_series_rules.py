"""Series keep the rules of single appointments: rights, branches, private events, what is gone or imported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from helpers.shop import Shop, span
from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.calendar_link import CalendarLink, EventMapping, GoogleAccount
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import CapacityExceededError, InvalidInputError, PermissionDeniedError
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.resource import Resource
from terminplaner.domain.series import Series, SeriesScope
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.series import SeriesOutcome
from terminplaner.services.store_queries import AppointmentQuery

TWICE = Recurrence(Frequency.WEEKLY, count=2)
ENDLESS = Recurrence(Frequency.WEEKLY)
SYSTEM = Author("test", Origin.SYSTEM)


def _live(shop: Shop, outcome: SeriesOutcome) -> tuple[Appointment, ...]:
    with shop.store.read() as reader:
        return reader.list_appointments(AppointmentQuery(series_ids=(outcome.series.id,)))


def _series(shop: Shop, outcome: SeriesOutcome) -> Series:
    return shop.series.find(outcome.series.id)


def test_a_cancelled_occurrence_speaks_for_no_other(shop: Shop) -> None:
    outcome = shop.series.book(shop.admin, shop.appointment(), TWICE)
    cancelled = shop.planning.cancel(shop.admin, outcome.appointment.id).appointment
    with pytest.raises(InvalidInputError, match="appointment_cancelled"):
        shop.series.change(shop.admin, replace(cancelled, text="neu"), SeriesScope.ALL)


def test_a_cancelled_appointment_begins_no_series(shop: Shop) -> None:
    booked = shop.planning.book(shop.admin, shop.appointment()).appointment
    cancelled = shop.planning.cancel(shop.admin, booked.id).appointment
    with pytest.raises(InvalidInputError, match="appointment_cancelled"):
        shop.series.book(shop.admin, cancelled, TWICE)


def test_nobody_ends_another_s_series_by_an_occurrence_that_is_gone(shop: Shop) -> None:
    outcome = shop.series.book(shop.admin, shop.appointment("Thor Schuss"), ENDLESS)
    last = outcome.appointments[-1]
    shop.planning.cancel(shop.admin, last.id)
    with pytest.raises(PermissionDeniedError):
        shop.series.cancel(shop.employee, last.id, SeriesScope.FOLLOWING)
    assert _series(shop, outcome).deleted_at is None


def test_nobody_speaks_for_a_series_by_an_occurrence_that_came_to_the_own_resource(shop: Shop) -> None:
    outcome = shop.series.book(shop.admin, shop.appointment("Thor Schuss"), ENDLESS)
    last = outcome.appointments[-1]
    own = (shop.resource("Klara Himmel").id,)
    moved = shop.planning.move(shop.admin, last.id, last.revision, last.when, own).appointment
    with pytest.raises(PermissionDeniedError):
        shop.series.cancel(shop.employee, last.id, SeriesScope.FOLLOWING)
    with pytest.raises(PermissionDeniedError):
        shop.series.change(shop.employee, replace(moved, text="meins"), SeriesScope.FOLLOWING)
    assert _series(shop, outcome).pattern.text == ""


def test_all_follow_their_first_resource_into_its_branch(shop: Shop) -> None:
    with shop.gate.open(SYSTEM, "arrange") as passage:
        branch = passage.work.put(Branch(uuid4(), "02", "Las Palmas", zone="Atlantic/Canary"))
        room = passage.work.put(Resource(uuid4(), "Kabine Las Palmas", branch_id=branch.id))
    outcome = shop.series.book(shop.admin, shop.appointment(), TWICE)
    shop.series.change(shop.admin, replace(outcome.appointment, resource_ids=(room.id,)), SeriesScope.ALL)
    assert {item.branch_id for item in _live(shop, outcome)} == {branch.id}
    assert _series(shop, outcome).pattern.branch_id == branch.id


def test_a_change_that_finds_no_room_on_any_day_is_refused(shop: Shop) -> None:
    outcome = shop.series.book(shop.admin, shop.appointment(), TWICE)
    later = span(shop.tomorrow_at(11))
    shop.series.book(shop.admin, shop.appointment(when=later), TWICE)
    with pytest.raises(CapacityExceededError, match="series_full"):
        shop.series.change(
            shop.admin, replace(outcome.appointment, when=later), SeriesScope.ALL, leaves_out_full=True
        )
    assert _series(shop, outcome).pattern.when == outcome.series.pattern.when


def test_what_was_imported_stays_the_only_one_of_its_file(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "kurs.ics"
    file.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//DE\r\nBEGIN:VEVENT\r\nUID:kurs@example.org\r\n"
        "DTSTAMP:20260301T000000Z\r\nDTSTART:20260303T090000Z\r\nDTEND:20260303T093000Z\r\nSUMMARY:Kurs\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    resource_id = shop.resource("Klara Himmel").id
    shop.exchange.import_file(shop.admin, file, resource_id)
    (imported,) = shop.queries.appointments(AppointmentQuery())
    outcome = shop.series.book(shop.admin, imported.appointment, ENDLESS)
    shop.calendar_period.extend(shop.admin, date(2027, 6, 1))
    first, *others = _live(shop, outcome)
    assert (first.origin, first.ical_uid) == (AppointmentOrigin.IMPORT, "kurs@example.org")
    assert {(item.origin, item.ical_uid) for item in others} == {(AppointmentOrigin.LOCAL, "")}
    assert shop.exchange.import_file(shop.admin, file, resource_id).unchanged == 1


def _private(shop: Shop) -> Appointment:
    """A private event of Klara's calendar."""
    event = replace(
        shop.appointment(text="Privat"), origin=AppointmentOrigin.GOOGLE, is_private=True, is_transparent=True
    )
    with shop.gate.open(SYSTEM, "sync") as passage:
        stored = passage.work.put(event)
        account = GoogleAccount(uuid4(), "klara@example.org", frozenset())
        passage.work.keep(account)
        link = CalendarLink(
            uuid4(),
            event.resource_ids[0],
            account.id,
            "klara@group.calendar.google.com",
            "Klara",
            "Europe/Berlin",
            is_created_by_program=True,
        )
        passage.work.keep(link)
        passage.work.keep(EventMapping(uuid4(), link.id, "e1", stored.id, is_born_in_google=True))
    return stored


def test_a_private_event_stays_where_its_texts_are_known(shop: Shop) -> None:
    private = _private(shop)
    elsewhere = (shop.resource("Thor Schuss").id,)
    with pytest.raises(InvalidInputError, match="private_stays"):
        shop.series.book(shop.admin, replace(private, resource_ids=elsewhere), TWICE)
    outcome = shop.series.book(shop.admin, private, TWICE)
    first, second = _live(shop, outcome)
    assert (first.is_private, second.is_private, second.is_transparent) == (True, False, False)
    with pytest.raises(InvalidInputError, match="private_stays"):
        shop.series.change(shop.admin, replace(second, resource_ids=elsewhere), SeriesScope.ALL)


def test_taking_the_period_back_takes_back_its_end(shop: Shop) -> None:
    outcome = shop.series.book(shop.admin, shop.appointment(), ENDLESS)
    count, until_on = len(_live(shop, outcome)), shop.settings.load().calendar_period_until_on
    assert until_on is not None
    further = until_on + timedelta(weeks=4)
    shop.calendar_period.extend(shop.admin, further)
    shop.undo.undo(shop.admin)
    assert (len(_live(shop, outcome)), shop.settings.load().calendar_period_until_on) == (count, until_on)
    shop.undo.redo(shop.admin)
    assert shop.settings.load().calendar_period_until_on == further
    shop.undo.undo(shop.admin)
    assert shop.calendar_period.extend(shop.admin, further).booked == 4


def test_an_imported_change_of_an_occurrence_detaches_it(shop: Shop, tmp_path: Path) -> None:
    outcome = shop.series.book(shop.admin, shop.appointment(text="Kurs"), TWICE)
    exported = shop.exchange.export(shop.queries.appointments(AppointmentQuery()))
    file = tmp_path / "kurs.ics"
    file.write_bytes(exported.replace(b"SUMMARY:Kurs", b"SUMMARY:Anders", 1))
    assert shop.exchange.import_file(shop.admin, file, outcome.appointment.resource_ids[0]).updated == 1
    assert sorted((item.text, item.is_detached) for item in _live(shop, outcome)) == [
        ("Anders", True),
        ("Kurs", False),
    ]


def test_a_series_fulfils_a_wish_as_a_single_appointment_does(shop: Shop) -> None:
    wish = shop.waiting_list.add(
        shop.admin, WaitingListEntry(uuid4(), shop.branch.id, shop.clock.now(), "", note="Kurs")
    )
    outcome = shop.series.book(shop.admin, shop.appointment(), TWICE, waiting_entry_id=wish.id)
    (settled,) = shop.waiting_list.rows(shop.branch.id, settled=True)
    assert settled.entry.appointment_id == outcome.appointment.id
    shop.undo.undo(shop.admin)
    assert [row.entry.id for row in shop.waiting_list.rows(shop.branch.id)] == [wish.id]


def test_who_booked_a_series_may_cancel_what_others_carried_on(shop: Shop) -> None:
    shop.settings.save(shop.admin, replace(shop.settings.load(), only_creator_cancels=True))
    outcome = shop.series.book(shop.planner, shop.appointment(), ENDLESS)
    shop.calendar_period.extend(shop.admin, date(2027, 6, 1))
    last = _live(shop, outcome)[-1]
    assert (last.created_by, last.modified_by) == ("petra", "admin")
    shop.planning.cancel(shop.planner, last.id)
    shop.series.cancel(shop.planner, outcome.appointment.id, SeriesScope.ALL)
    assert _live(shop, outcome) == ()


def test_a_number_that_takes_more_than_ten_years_is_refused(shop: Shop) -> None:
    rule = Recurrence(Frequency.YEARLY, count=12)
    for ask in (shop.series.preview, partial(shop.series.book, shop.admin)):
        with pytest.raises(InvalidInputError, match="series_too_long"):
            ask(shop.appointment(), rule)
    whole = replace(rule, count=11)
    assert len(shop.series.book(shop.admin, shop.appointment(), whole, includes_holidays=True).appointments) == 11
