"""Hazards H34 to H41 (google-calendar.md 2.5): recurrences and special events."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from helpers.google_requests import assert_harmless
from helpers.sync_bench import ACCOUNT, BERLIN, Bench, at, days
from terminplaner.domain.appointment import OccupyingRule
from terminplaner.domain.calendar_link import LinkStatus, ProblemKind
from terminplaner.domain.errors import ReadOnlyAppointmentError
from terminplaner.domain.when import When
from terminplaner.simulator import PersonCalendar


def weekly(calendar: PersonCalendar, rule: str = "RRULE:FREQ=WEEKLY;COUNT=5") -> str:
    """Tuesdays at nine, from the 15th of September on; the master's id."""
    return str(calendar.add_recurring("Teamrunde", slot(15), slot(15) + timedelta(minutes=30), [rule])["id"])


def slot(day: int, month: int = 9, hour: int = 9) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=BERLIN)


def occupied(bench: Bench) -> list[When]:
    return [found.when for found in bench.appointments()]


TUESDAYS = [at(15, 9), at(22, 9), at(29, 9), at(6, 9, month=10), at(13, 9, month=10)]


def test_h34_exceptions_made_later_free_and_fill_exactly_their_slots(bench: Bench) -> None:
    calendar = bench.link()
    master = weekly(calendar)
    bench.settled()
    assert occupied(bench) == TUESDAYS
    moved = at(7, 11, month=10)
    calendar.cancel_instance(master, slot(29))
    calendar.edit_instance(master, slot(6, 10), start=moved.start_at, end=moved.end_at)
    expected = [TUESDAYS[0], TUESDAYS[1], moved, TUESDAYS[4]]
    for full in (False, True):
        bench.settled(full=full)
        assert occupied(bench) == expected
    bench.google.expire_sync_tokens()
    bench.settled()
    assert occupied(bench) == expected
    assert bench.google.writes() == ()
    bench.assert_silent(passes=1)


def test_h35_without_its_first_occurrence_a_series_goes_on(bench: Bench) -> None:
    calendar = bench.link()
    master = weekly(calendar)
    bench.settled()
    calendar.cancel_instance(master, slot(15))
    bench.settled()
    assert occupied(bench) == TUESDAYS[1:]
    calendar.edit_instance(master, slot(22), summary="Teamrunde mit Gast")
    bench.settled()
    assert occupied(bench) == TUESDAYS[1:]
    assert bench.appointments()[0].text == "Teamrunde mit Gast"
    bench.assert_silent(passes=1)


def test_h36_this_and_following_leaves_neither_gap_nor_overlap(bench: Bench) -> None:
    calendar = bench.link()
    master = weekly(calendar)
    bench.settled()
    calendar.split_series(master, slot(29), start=slot(29, hour=14), end=slot(29, hour=15))
    bench.settled()
    assert occupied(bench) == [
        *TUESDAYS[:2],
        at(29, 14, minutes=60),
        at(6, 14, minutes=60, month=10),
        at(13, 14, minutes=60, month=10),
    ]
    assert bench.google.writes() == ()
    bench.assert_silent(passes=1)


def test_h36_invitations_to_single_occurrences_outlive_a_change_of_another(bench: Bench) -> None:
    """The recurrence itself stands in somebody else's calendar, so Google expands nothing."""
    calendar = bench.link()
    for day in (15, 22, 29):
        when = at(day, 9)
        host = {"email": "kollegin@example.org"}
        invitation = calendar.add_event("Schulung", when.start_at, when.end_at, organizer=host)
        of_series = {"recurringEventId": "elsewhere", "originalStartTime": invitation["start"]}
        calendar.add_raw_event(invitation | of_series)
    bench.settled()
    assert occupied(bench) == TUESDAYS[:3]
    second = calendar.events()[1]["id"]
    calendar.edit_event(second, summary="Schulung, Raum 2")
    bench.settled()
    assert occupied(bench) == TUESDAYS[:3]
    assert bench.appointments()[1].text == "Schulung, Raum 2"
    calendar.delete_event(second)
    bench.settled()
    assert occupied(bench) == [TUESDAYS[0], TUESDAYS[2]]
    bench.assert_silent(passes=1)


def test_h37_a_series_of_dates_alone_is_expanded_by_google(bench: Bench) -> None:
    calendar = bench.link()
    weekly(calendar, "RDATE;TZID=Europe/Berlin:20260917T090000,20261105T090000")
    bench.settled()
    assert occupied(bench) == [at(15, 9), at(17, 9), at(5, 9, month=11)]
    bench.assert_silent(passes=1)


@pytest.mark.parametrize(
    ("rule", "first", "expected"),
    [
        ("FREQ=MONTHLY;BYDAY=3TU;COUNT=3", 15, [(15, 9), (20, 10), (17, 11)]),
        ("FREQ=MONTHLY;BYDAY=-1TU;COUNT=3", 29, [(29, 9), (27, 10), (24, 11)]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=11;COUNT=3", 15, [(15, 9), (15, 10), (16, 11)]),
    ],
)
def test_h37_google_expands_rules_that_the_program_knows_and_rules_that_it_does_not(
    bench: Bench, rule: str, first: int, expected: list[tuple[int, int]]
) -> None:
    calendar = bench.link()
    start = slot(first)
    calendar.add_recurring("Abrechnung", start, start + timedelta(minutes=30), [f"RRULE:{rule}"])
    bench.settled()
    assert occupied(bench) == [at(day, 9, month=month) for day, month in expected]
    bench.assert_silent(passes=1)


def test_h37_a_series_that_cannot_be_expanded_is_told_and_the_rest_syncs(bench: Bench) -> None:
    calendar = bench.link()
    when = at(16, 12)
    calendar.add_event("Anderer", when.start_at, when.end_at)
    master = weekly(calendar)
    bench.fail("events.instances", 400, "invalid", path_contains=master)
    bench.settled()
    assert [found.text for found in bench.appointments()] == ["Anderer"]
    problem = bench.only_problem()
    assert (problem.kind, (problem.google or {})["title"]) == (ProblemKind.QUARANTINE, "Teamrunde")
    bench.advance(days=1)
    bench.settled()
    assert len(bench.appointments()) == 6
    assert bench.problems() == ()


def test_h37_a_series_shown_already_stays_while_it_cannot_be_expanded(bench: Bench) -> None:
    calendar = bench.link()
    master = weekly(calendar)
    bench.settled()
    bench.fail("events.instances", 400, "invalid", path_contains=master)
    bench.settled(full=True)
    assert occupied(bench) == TUESDAYS
    assert bench.only_problem().kind is ProblemKind.QUARANTINE


def test_h37_what_a_person_took_note_of_is_not_asked_again_until_the_series_changes(bench: Bench) -> None:
    calendar = bench.link()
    master = weekly(calendar)
    bench.fail("events.instances", 400, "invalid", path_contains=master, times=None)
    bench.settled()
    told = bench.only_problem()
    bench.restart()
    bench.settled(full=True)
    assert bench.problems() == (told,), "neither lost nor told twice"
    bench.resolve(told, "ignore")
    bench.restart()
    bench.advance(days=1)
    bench.settled(full=True)
    assert bench.problems() == ()
    calendar.edit_event(master, summary="Teamrunde, neu")
    bench.settled()
    assert (bench.only_problem().google or {})["title"] == "Teamrunde, neu"


def test_h37_a_series_that_cannot_be_refreshed_is_told_by_the_name_of_its_occurrences(bench: Bench) -> None:
    calendar = bench.link()
    master = weekly(calendar)
    bench.settled()
    bench.fail("events.instances", 400, "invalid", path_contains=master)
    bench.advance(days=1)
    bench.settled()
    assert occupied(bench) == TUESDAYS
    assert (bench.only_problem().google or {})["title"] == "Teamrunde"
    bench.advance(days=1)
    bench.settled()
    assert bench.problems() == ()


def test_h37_a_series_that_became_a_single_event_is_no_question_any_more(bench: Bench) -> None:
    calendar = bench.link()
    master = weekly(calendar)
    bench.fail("events.instances", 400, "invalid", path_contains=master)
    bench.settled()
    calendar.edit_event(master, recurrence=[])
    bench.settled()
    assert bench.problems() == ()
    assert occupied(bench) == [at(15, 9)]


def test_h38_an_endless_series_is_read_as_far_as_the_horizon(bench: Bench) -> None:
    calendar = bench.link()
    weekly(calendar, "RRULE:FREQ=DAILY")
    (run,) = bench.settled()
    assert 365 <= run.created_local <= 367
    assert run.requests <= 4
    bench.advance(days=1, minutes=1)
    (run,) = bench.settled()
    assert run.created_local == 1


def test_h39_and_h54_whatever_happens_no_request_touches_what_is_not_ours(bench: Bench) -> None:
    """A varied day: no recurrence, no attendees, nothing cleared, nobody mailed (see ``assert_harmless``)."""
    calendar, cabin = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    guests = [{"email": "gast@example.org", "responseStatus": "accepted"}]
    when = at(17, 10)
    invited = calendar.add_event(
        "Mit Gästen", when.start_at, when.end_at, attendees=guests, visibility="public", colorId="7"
    )
    master = weekly(calendar)
    booked = bench.fill(6, bench.cabin)
    bench.book("Beide", at(18, 15), resources=(bench.thor, bench.cabin), comment="mit Text")
    bench.book("Messe", days(21, 22))
    bench.settled()
    (here,) = (found for found in bench.appointments() if found.text == "Mit Gästen")
    bench.edit(here.id, text="Mit Gästen, später", when=at(17, 11))
    bench.edit(booked[0].id, resource_ids=(bench.thor.id,), when=at(23, 9))
    bench.edit(booked[1].id, when=days(24, 25))
    bench.cancel(booked[2].id)
    cabin.move_event(bench.mappings_of(booked[3].id)[0].event_id, calendar)
    calendar.cancel_instance(master, slot(22))
    bench.interfere("events.patch", lambda: calendar.edit_event(invited["id"], description="dort"))
    bench.fail("events.insert", 503)
    for full in (False, True, False):
        bench.settled(full=full)
    assert_harmless(bench.google.requests)
    assert {"events.insert", "events.patch", "events.delete"} <= {r.operation for r in bench.google.writes()}
    event = calendar.event(invited["id"])
    assert (event["summary"], event["attendees"]) == ("Mit Gästen, später", guests)
    assert (event["visibility"], event["colorId"]) == ("public", "7")


@pytest.mark.parametrize(
    "unknown",
    [
        {"eventType": "holographic"},
        {"status": "entangled"},
        {"visibility": "holographic"},
        {"transparency": "frosted"},
        {"holograms": [{"deep": {"deeper": [1, None, "x"]}}]},
    ],
)
def test_h40_a_value_that_does_not_exist_yet_is_no_error(bench: Bench, unknown: dict[str, Any]) -> None:
    calendar = bench.link()
    when = at(16, 10)
    event = calendar.add_event("Zukunft", when.start_at, when.end_at)
    calendar.add_raw_event(event | unknown)
    bench.settled()
    found = bench.only()
    assert (found.text, found.when, OccupyingRule().lets(found)) == ("Zukunft", when, True)
    assert found.is_read_only is ("eventType" in unknown)
    assert bench.problems() == ()
    bench.assert_silent()


def test_h40_a_role_that_does_not_exist_yet_is_read_on_and_not_written(bench: Bench) -> None:
    calendar = bench.link()
    bench.settled()
    when = at(16, 10)
    calendar.add_event("Von dort", when.start_at, when.end_at)
    bench.book("Von hier", at(16, 12))
    calendar.transfer_to(bench.google.add_account("chefin@example.com").email)
    calendar.share(ACCOUNT, "holographicReader")
    bench.fail("events.insert", 403, "forbidden")
    run = bench.sync()
    assert (run.status, run.created_local) == (LinkStatus.READ_ONLY, 1)


@pytest.mark.parametrize("event_type", ["birthday", "fromGmail"])
def test_h41_special_events_cannot_even_be_edited_here(bench: Bench, event_type: str) -> None:
    calendar = bench.link()
    when = at(16, 10)
    event = calendar.add_event("Geburtstag", when.start_at, when.end_at)
    calendar.add_raw_event(event | {"eventType": event_type})
    bench.settled()
    block = bench.only()
    with pytest.raises(ReadOnlyAppointmentError):
        bench.edit(block.id, text="Anders")
    with pytest.raises(ReadOnlyAppointmentError):
        bench.cancel(block.id)
    for full in (False, True):
        bench.settled(full=full)
    assert bench.google.writes() == ()
