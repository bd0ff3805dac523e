"""The acceptance scenarios of the sync, against a simulated Google over real HTTP and a real database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from helpers.sync_bench import ACCOUNT, BERLIN, Bench, at, days, sync_bench
from terminplaner.domain.calendar_link import LinkStatus, MappingState, Problem, ProblemKind
from terminplaner.domain.when import AllDay, Timed
from terminplaner.simulator import Fault, FaultKind, Normalization


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with sync_bench(tmp_path) as made:
        yield made


def start_of(event: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(event["start"]["dateTime"])


def fail(bench: Bench, operation: str, status: int, reason: str = "backendError", **fields: Any) -> None:
    bench.google.faults.add(Fault(operation, FaultKind.ERROR, status=status, reason=reason, **fields))


def test_scenario_01_a_new_appointment_becomes_one_event_with_our_id(bench: Bench) -> None:
    calendar = bench.link()
    bench.book("Beratung", at(16, 10))
    bench.settled()
    (event,) = calendar.events()
    (mapping,) = bench.mappings()
    assert event["id"] == mapping.event_id
    assert len(event["id"]) == 33
    assert event["id"].startswith("a")
    assert event["start"]["timeZone"] == "Europe/Berlin"
    (insert,) = bench.google.writes()
    assert insert.query["sendUpdates"] == ["none"]


def test_scenario_02_a_lost_answer_makes_no_second_event(bench: Bench) -> None:
    calendar = bench.link()
    bench.book()
    bench.google.faults.add(Fault("events.insert", FaultKind.DROP_AFTER))
    assert bench.sync().status is LinkStatus.OFFLINE
    bench.restart()
    bench.settled()
    (event,) = calendar.events()
    (mapping,) = bench.mappings()
    assert (mapping.event_id, mapping.etag, mapping.state) == (event["id"], event["etag"], MappingState.SYNCED)
    bench.assert_silent()


def test_scenario_03_two_workstations_without_a_lease_make_one_event(bench: Bench) -> None:
    calendar = bench.link()
    bench.book()
    second = bench.make_engine()

    def lose_the_lease_and_let_the_other_push() -> None:
        link = bench.link_of()
        fence = bench.store.acquire_lease(link.id, "somebody", 0)
        assert fence is None
        bench.store.release_lease(link.id, 1)
        (run,) = second.sync(at_once=True)
        assert run.status is LinkStatus.OK

    action = Fault("events.insert", FaultKind.CALL, action=lose_the_lease_and_let_the_other_push)
    bench.google.faults.add(action)
    bench.sync()
    assert len(calendar.events()) == 1
    bench.assert_silent()


def test_scenario_04_our_own_push_comes_back_in_silence(bench: Bench) -> None:
    bench.link()
    bench.book()
    bench.settled()
    bench.assert_silent()


@pytest.mark.parametrize("clock_error", [timedelta(0), timedelta(hours=2), timedelta(hours=-2)])
def test_scenario_05_and_08_different_fields_changed_on_both_sides_meet(
    bench: Bench, clock_error: timedelta
) -> None:
    calendar = bench.link()
    appointment = bench.book("Beratung", at(16, 10))
    bench.settled()
    (event,) = calendar.events()
    bench.clock.instant += clock_error
    calendar.edit_event(event["id"], summary="Beratung Gleitsicht")
    bench.edit(appointment.id, when=at(16, 11))
    bench.settled()
    merged = bench.appointment(appointment.id)
    assert (merged.text, merged.when) == ("Beratung Gleitsicht", at(16, 11))
    (event,) = calendar.events()
    assert (event["summary"], start_of(event)) == ("Beratung Gleitsicht", at(16, 11).start_at)
    assert bench.problems() == ()
    bench.assert_silent()


@pytest.mark.parametrize("clock_error", [timedelta(0), timedelta(hours=2), timedelta(hours=-2)])
def test_scenario_06_and_08_of_two_titles_ours_stays_and_googles_is_one_click_away(
    bench: Bench, clock_error: timedelta
) -> None:
    calendar = bench.link()
    appointment = bench.book("Alt")
    bench.settled()
    (event,) = calendar.events()
    bench.clock.instant += clock_error
    calendar.edit_event(event["id"], summary="Dort")
    bench.edit(appointment.id, text="Hier")
    (run,) = bench.settled()
    assert run.conflicts == 1
    (event,) = calendar.events()
    assert (bench.appointment(appointment.id).text, event["summary"]) == ("Hier", "Hier")
    problem = bench.only_problem()
    assert problem.kind is ProblemKind.CONFLICT
    assert (problem.local, problem.google) == ({"title": "Hier"}, {"title": "Dort"})
    bench.resolve(problem, "google")
    bench.settled()
    (event,) = calendar.events()
    assert (bench.appointment(appointment.id).text, event["summary"]) == ("Dort", "Dort")
    assert bench.problems() == ()
    bench.assert_silent()


def test_scenario_07_an_edit_between_pull_and_push_is_merged_and_never_forced(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Beratung", at(16, 10))
    bench.settled()
    (event,) = calendar.events()
    bench.edit(appointment.id, when=at(16, 11))
    edit = Fault(
        "events.patch", FaultKind.CALL, action=lambda: calendar.edit_event(event["id"], summary="Dazwischen")
    )
    bench.google.faults.add(edit)
    bench.google.clear_requests()
    bench.settled()
    assert bench.google.count("events.patch") == 2
    (event,) = calendar.events()
    assert (event["summary"], start_of(event)) == ("Dazwischen", at(16, 11).start_at)
    assert bench.appointment(appointment.id).text == "Dazwischen"
    bench.assert_silent()


def test_scenario_09_a_deletion_of_an_unchanged_appointment_cancels_it_restorably(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book()
    bench.book("Anderer", at(16, 12))
    bench.settled()
    calendar.delete_event(bench.mappings_of(appointment.id)[0].event_id)
    (run,) = bench.settled()
    assert run.cancelled_local == 1
    cancelled = bench.appointment(appointment.id)
    assert cancelled.is_cancelled
    assert cancelled.cancelled_by == "Google"
    bench.planning.restore(bench.actor, appointment.id)
    bench.settled()
    assert len(calendar.events()) == 2
    bench.assert_silent()


def test_scenario_10_an_edit_survives_a_deletion_as_a_new_event(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Beratung")
    bench.settled()
    (event,) = calendar.events()
    calendar.delete_event(event["id"])
    bench.edit(appointment.id, text="Beratung, bitte nicht löschen")
    bench.settled()
    (again,) = calendar.events()
    assert again["id"] != event["id"]
    assert again["summary"] == "Beratung, bitte nicht löschen"
    problem = bench.only_problem()
    assert (problem.kind, problem.google) == (ProblemKind.CONFLICT, {"deleted": True})
    bench.assert_silent()


def test_scenario_11_a_deletion_while_offline_is_made_up_for_and_not_reimported(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book()
    bench.book("Anderer", at(16, 12))
    bench.settled()
    event_id = bench.mappings_of(appointment.id)[0].event_id
    bench.cancel(appointment.id)
    bench.google.stop()
    assert bench.sync().status is LinkStatus.OFFLINE
    bench.google.start()
    bench.sync(full=True)
    assert [event["summary"] for event in calendar.events()] == ["Anderer"]
    assert calendar.event(event_id)["status"] == "cancelled"
    assert [found.text for found in bench.appointments()] == ["Anderer"]
    bench.assert_silent()


@pytest.mark.parametrize(("status", "reason"), [(410, "deleted"), (403, "forbidden"), (404, "notFound")])
def test_scenario_12_deleting_what_is_deleted_counts_as_done(bench: Bench, status: int, reason: str) -> None:
    calendar = bench.link()
    appointment = bench.book()
    bench.book("Anderer", at(16, 12))
    bench.settled()
    event_id = bench.mappings_of(appointment.id)[0].event_id
    bench.cancel(appointment.id)
    # Deleted by a person after our pull: the request is refused, and asking shows why.
    bench.google.faults.add(Fault("events.delete", FaultKind.CALL, action=lambda: calendar.delete_event(event_id)))
    fail(bench, "events.delete", status, reason)
    (run,) = bench.settled()
    assert run.deleted_google == 1
    assert bench.problems() == ()
    bench.assert_silent()


def test_scenario_13_nine_of_ten_cancelled_events_are_held_by_the_brake(bench: Bench) -> None:
    calendar = bench.link()
    booked = [bench.book(f"Termin {hour}", at(16, hour)) for hour in range(8, 18)]
    bench.settled()
    for event in calendar.events()[:9]:
        calendar.delete_event(event["id"])
    run = bench.sync()
    assert run.status is LinkStatus.BRAKE
    assert len(bench.appointments()) == len(booked)
    problem = bench.only_problem()
    assert problem.kind is ProblemKind.BRAKE
    assert len((problem.local or {})["events"]) == 9
    bench.google.clear_requests()
    assert bench.sync().status is LinkStatus.BRAKE
    assert bench.google.writes() == ()


@pytest.mark.parametrize(("choice", "here", "there"), [("apply", 1, 1), ("restore", 10, 10), ("ignore", 10, 1)])
def test_scenario_13_a_person_releases_the_brake(bench: Bench, choice: str, here: int, there: int) -> None:
    calendar = bench.link()
    for hour in range(8, 18):
        bench.book(f"Termin {hour}", at(16, hour))
    bench.settled()
    for event in calendar.events()[:9]:
        calendar.delete_event(event["id"])
    bench.sync()
    bench.resolve(bench.only_problem(), choice)
    bench.settled()
    assert (len(bench.appointments()), len(calendar.events())) == (here, there)
    bench.assert_silent()


def test_scenario_14_the_last_single_event_may_be_deleted_by_hand(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book()
    bench.settled()
    calendar.delete_event(calendar.events()[0]["id"])
    bench.settled()
    assert bench.appointment(appointment.id).is_cancelled
    assert bench.problems() == ()


def test_scenario_15_an_unexpectedly_empty_list_moves_nothing(bench: Bench) -> None:
    bench.link()
    bench.book("Eins", at(16, 10))
    bench.book("Zwei", at(16, 11))
    bench.settled()
    bench.book("Drei", at(16, 12))
    bench.google.faults.add(Fault("events.list", FaultKind.EMPTY_LIST))
    bench.google.clear_requests()
    assert bench.sync(full=True).status is LinkStatus.BRAKE
    assert bench.google.writes() == ()
    assert len(bench.appointments()) == 3
    bench.settled()  # the list is whole again, and so is the link
    assert bench.problems() == ()
    bench.assert_silent()


def test_scenario_16_an_incomplete_read_has_no_effect(bench: Bench) -> None:
    calendar = bench.link()
    bench.book("Eins", at(16, 10))
    bench.settled()
    token = bench.link_of().sync_token
    for hour in (12, 13, 14):
        when = at(17, hour)
        calendar.add_event(f"Um {hour}", when.start_at, when.end_at)
    bench.google.faults.add(Fault("events.list", FaultKind.PAGE_SIZE, times=None, page_size=1))
    fail(bench, "events.list", 503, skip=1, times=None)
    assert bench.sync().status is LinkStatus.OFFLINE
    assert len(bench.appointments()) == 1
    assert bench.link_of().sync_token == token
    bench.google.faults.clear()
    bench.settled()
    assert len(bench.appointments()) == 4


def test_scenario_17_an_empty_page_is_not_the_end(bench: Bench) -> None:
    calendar = bench.link()
    when = at(17, 12)
    calendar.add_event("Auf Seite zwei", when.start_at, when.end_at)
    bench.google.faults.add(Fault("events.list", FaultKind.EMPTY_PAGE))
    bench.settled()
    assert [found.text for found in bench.appointments()] == ["Auf Seite zwei"]


@pytest.mark.parametrize("page", [0, 2])
def test_scenario_18_an_expired_sync_token_leads_to_a_reconcile_without_loss(bench: Bench, page: int) -> None:
    calendar = bench.link()
    edited = bench.book("Eins", at(16, 10))
    bench.book("Zwei", at(16, 11))
    deleted = bench.book("Drei", at(16, 12))
    for hour in (13, 14, 15, 16):
        bench.book(f"Um {hour}", at(16, hour))
    bench.settled()
    calendar.edit_event(bench.mappings_of(edited.id)[0].event_id, summary="Eins, dort geändert")
    calendar.delete_event(bench.mappings_of(deleted.id)[0].event_id)
    when = at(17, 9)
    calendar.add_event("Neu dort", when.start_at, when.end_at)
    calendar.purge_deleted()
    bench.google.faults.add(Fault("events.list", FaultKind.PAGE_SIZE, times=None, page_size=1))
    if page:
        bench.google.faults.add(Fault("events.list", FaultKind.EXPIRE_SYNC_TOKEN, skip=page - 1))
    else:
        bench.google.expire_sync_tokens()
    bench.settled()
    bench.google.faults.clear()
    texts = sorted(found.text for found in bench.appointments())
    assert texts == ["Eins, dort geändert", "Neu dort", "Um 13", "Um 14", "Um 15", "Um 16", "Zwei"]
    assert bench.appointment(deleted.id).is_cancelled
    assert len(calendar.events()) == 7
    bench.assert_silent()


@pytest.mark.parametrize("status", [500, 403, 429])
def test_scenario_19_an_error_on_reading_one_event_leaves_the_appointment(bench: Bench, status: int) -> None:
    calendar = bench.link()
    appointment = bench.book("Eins", at(16, 10))
    for hour in (11, 12, 13):
        bench.book(f"Um {hour}", at(16, hour))
    bench.settled()
    event_id = bench.mappings_of(appointment.id)[0].event_id
    calendar.delete_event(event_id)
    calendar.purge_deleted()
    fail(bench, "events.get", status, "forbidden" if status == 403 else "backendError", times=None)
    bench.sync(full=True)
    assert not bench.appointment(appointment.id).is_cancelled


def test_scenario_19_a_dropped_connection_on_reading_one_event_leaves_the_appointment(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Eins", at(16, 10))
    bench.book("Zwei", at(16, 11))
    bench.settled()
    calendar.delete_event(bench.mappings_of(appointment.id)[0].event_id)
    calendar.purge_deleted()
    bench.google.faults.add(Fault("events.get", FaultKind.DROP_BEFORE, times=None))
    assert bench.sync(full=True).status is LinkStatus.OFFLINE
    assert not bench.appointment(appointment.id).is_cancelled


def test_scenario_20_one_malformed_event_of_fifty_is_listed_and_the_rest_syncs(bench: Bench) -> None:
    calendar = bench.link()
    for number in range(49):
        when = at(17 + number // 20, 8 + number % 10, 30 * (number // 10 % 2))
        calendar.add_event(f"Termin {number}", when.start_at, when.end_at)
    broken = calendar.add_raw_event(
        {"id": "kaputt0000", "summary": "Kaputt", "start": {"dateTime": "2026-13-45T99:00:00"}, "end": None}
    )
    bench.settled()
    assert len(bench.appointments()) == 49
    problem = bench.only_problem()
    assert problem.kind is ProblemKind.QUARANTINE
    assert problem.google == {
        "title": "Kaputt",
        "start": "2026-13-45T99:00:00",
        "reason": "unreadable",
    }
    bench.assert_silent()
    when = at(18, 18)
    calendar.add_raw_event(
        {
            "id": broken["id"],
            "summary": "Wieder heil",
            "start": {"dateTime": when.start_at.isoformat()},
            "end": {"dateTime": when.end_at.isoformat()},
        }
    )
    bench.settled()
    assert "Wieder heil" in {found.text for found in bench.appointments()}
    assert bench.problems() == ()


@pytest.mark.parametrize("event_type", ["outOfOffice", "birthday", "fromGmail", "focusTime", "holographic"])
def test_scenario_21_special_and_unknown_types_are_read_only(bench: Bench, event_type: str) -> None:
    calendar = bench.link()
    when = at(17, 12)
    event = calendar.add_event("Abwesend", when.start_at, when.end_at)
    del event["etag"]
    calendar.add_raw_event(event | {"eventType": event_type})
    bench.settled()
    block = bench.only()
    assert (block.text, block.is_read_only, block.when) == ("Abwesend", True, when)
    calendar.add_raw_event(event | {"eventType": event_type, "summary": "Doch abwesend"})
    bench.settled()
    assert bench.only().text == "Doch abwesend"
    calendar.add_raw_event({"id": event["id"], "status": "cancelled"})
    bench.settled()
    assert bench.appointments() == []
    assert bench.google.writes() == ()


def test_scenario_22_a_copy_made_in_google_is_a_new_appointment(bench: Bench) -> None:
    calendar = bench.link()
    original = bench.book("Beratung", at(16, 10))
    bench.settled()
    when = at(18, 10)
    (event,) = calendar.events()
    copy = calendar.copy_event(event["id"], start=when.start_at, end=when.end_at)
    (run,) = bench.settled()
    assert run.created_local == 1
    assert bench.appointment(original.id) == original
    (found,) = (item for item in bench.appointments() if item.id != original.id)
    assert (found.text, found.when) == ("Beratung", when)
    calendar.delete_event(copy["id"])
    bench.settled()
    assert not bench.appointment(original.id).is_cancelled
    assert bench.appointment(found.id).is_cancelled
    bench.assert_silent()


def test_scenario_23_a_reactivated_appointment_takes_the_next_generation(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book()
    bench.settled()
    bench.cancel(appointment.id)
    bench.settled()
    assert calendar.events() == []
    bench.planning.restore(bench.actor, appointment.id)
    bench.settled()
    (event,) = calendar.events()
    first, second = sorted(bench.mappings(), key=lambda mapping: mapping.generation)
    assert (first.state, second.event_id) == (MappingState.TOMBSTONE, event["id"])
    bench.assert_silent()


@pytest.mark.parametrize("day", [date(2026, 10, 24), date(2026, 10, 25), date(2026, 10, 26)])
@pytest.mark.parametrize("is_spring", [False, True])
def test_scenario_24_ten_oclock_stays_ten_oclock(bench: Bench, day: date, is_spring: bool) -> None:
    day = day if not is_spring else date(2027, 3, day.day + 3)
    start = datetime(day.year, day.month, day.day, 10, tzinfo=BERLIN)
    calendar = bench.link()
    bench.book("Beratung", Timed(start, start + timedelta(minutes=30)))
    bench.settled()
    (event,) = calendar.events()
    assert start_of(event).astimezone(BERLIN).hour == 10
    later = datetime(day.year, day.month, day.day, 15, tzinfo=BERLIN)
    calendar.edit_event(event["id"], start=later, end=later + timedelta(minutes=30))
    bench.settled()
    when = bench.only().when
    assert isinstance(when, Timed)
    assert when.start_at.astimezone(BERLIN).hour == 15
    bench.assert_silent()


def test_scenario_24_the_hour_that_comes_twice_is_told_apart(bench: Bench) -> None:
    calendar = bench.link()
    for fold in (0, 1):
        start = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold)
        start_at = start.astimezone(ZoneInfo("UTC"))
        bench.book(f"Fold {fold}", Timed(start_at, start_at + timedelta(minutes=15)))
    bench.settled()
    starts = {event["summary"]: start_of(event) for event in calendar.events()}
    assert starts["Fold 1"] - starts["Fold 0"] == timedelta(hours=1)
    bench.assert_silent()


@pytest.mark.parametrize("zone", ["Pacific/Honolulu", "Europe/Berlin", "Pacific/Auckland"])
def test_scenario_25_whole_days_stay_whole_days(bench: Bench, zone: str) -> None:
    calendar = bench.link(zone=zone)
    appointment = bench.book("Messe", AllDay(date(2027, 5, 5), date(2027, 5, 7)))
    bench.settled()
    (event,) = calendar.events()
    assert (event["start"], event["end"]) == ({"date": "2027-05-05"}, {"date": "2027-05-07"})
    calendar.edit_event(event["id"], start=date(2027, 5, 6), end=date(2027, 5, 8))
    bench.settled()
    assert bench.appointment(appointment.id).when == AllDay(date(2027, 5, 6), date(2027, 5, 8))
    bench.edit(appointment.id, when=at(20, 9))
    bench.settled()
    (event,) = calendar.events()
    assert start_of(event) == at(20, 9).start_at
    bench.edit(appointment.id, when=days(21, 22))
    bench.settled()
    (event,) = calendar.events()
    assert (event["start"], event["end"]) == ({"date": "2026-09-21"}, {"date": "2026-09-23"})
    bench.assert_silent()


def test_scenario_26_a_travelling_computer_writes_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.link()
    bench.book("Termin", at(16, 10))
    bench.book("Messe", days(17, 18))
    bench.settled()
    monkeypatch.setenv("TZ", "America/New_York")
    bench.assert_silent()


def test_scenario_27_what_passes_the_windows_edge_is_archived_not_deleted(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Heute", at(14, 10))
    bench.book("Nächste Woche", at(23, 10))
    bench.settled()
    bench.advance(days=3)
    bench.google.clear_requests()
    bench.settled(full=True)
    states = {mapping.appointment_id: mapping.state for mapping in bench.mappings()}
    assert states[appointment.id] is MappingState.ARCHIVED
    calendar.delete_event(bench.mappings_of(appointment.id)[0].event_id)
    bench.settled()
    assert not bench.appointment(appointment.id).is_cancelled
    bench.edit(appointment.id, text="Nachträglich")
    bench.settled()
    assert bench.google.writes() == ()


def test_scenario_27_back_from_the_past_it_is_sent_again(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Heute", at(14, 10))
    bench.settled()
    bench.advance(days=3)
    bench.settled()
    bench.edit(appointment.id, when=at(24, 10))
    bench.settled()
    (event,) = calendar.events()
    assert start_of(event) == at(24, 10).start_at
    bench.assert_silent()


def test_scenario_28_a_series_with_exceptions_occupies_exactly_its_slots(bench: Bench) -> None:
    calendar = bench.link()
    first = at(15, 9)
    master = calendar.add_recurring(
        "Teamrunde",
        at(15, 9).start_at.astimezone(BERLIN),
        first.end_at.astimezone(BERLIN),
        ["RRULE:FREQ=WEEKLY;COUNT=5"],
    )
    calendar.cancel_instance(master["id"], at(29, 9).start_at.astimezone(BERLIN))
    moved = at(7, 11, month=10)
    calendar.edit_instance(
        master["id"], at(6, 9, month=10).start_at.astimezone(BERLIN), start=moved.start_at, end=moved.end_at
    )
    bench.settled()
    blocks = bench.appointments()
    assert [block.when for block in blocks] == [at(15, 9), at(22, 9), moved, at(13, 9, month=10)]
    assert all(block.is_read_only for block in blocks)
    assert bench.google.writes() == ()
    bench.assert_silent()
    calendar.delete_event(master["id"])
    bench.settled()
    assert bench.appointments() == []


def test_scenario_29_googles_rewriting_is_met_with_silence(bench: Bench) -> None:
    bench.google.normalize(
        Normalization(
            html_descriptions=True, zone_aliases={"Europe/Berlin": "Arctic/Longyearbyen"}, decomposed=True
        )
    )
    calendar = bench.link()
    bench.book("Müller & Söhne  GmbH", at(16, 10), comment="Größe <5 & ruhig\r\nzweite Zeile \u00a0")
    bench.settled()
    (event,) = calendar.events()
    assert event["start"]["timeZone"] == "Arctic/Longyearbyen"
    assert event["description"].startswith("<p>") or "<" in event["description"]
    bench.assert_silent(passes=5)


def test_scenario_30_only_the_future_is_pushed_and_nobody_is_mailed(bench: Bench) -> None:
    with bench.gate.open(bench.actor.author, "import") as passage:
        for number in range(500):
            passage.work.put(bench.new("Früher", at(1, 8, month=3 + number % 5)))
        for number in range(20):
            passage.work.put(bench.new(f"Künftig {number}", at(16, 8 + number % 10, 30 * (number // 10))))
    calendar = bench.link()
    (run,) = bench.settled()
    assert run.created_google == 20
    assert len(calendar.events()) == 20
    assert {request.query["sendUpdates"][0] for request in bench.google.writes()} == {"none"}
    bench.assert_silent()


def test_scenario_31_the_preview_counts_and_writes_nothing(bench: Bench) -> None:
    calendar = bench.link()
    bench.unlink()
    for hour in range(8, 18):
        when = at(16, hour)
        bench.book(f"Beide {hour}", when)
        calendar.add_event(f"Beide {hour}", when.start_at, when.end_at)
    for hour in (9, 10, 11):
        when = at(17, hour)
        calendar.add_event(f"Nur dort {hour}", when.start_at, when.end_at)
    bench.book("Nur hier", at(18, 9))
    bench.book("Auch nur hier", at(18, 10))
    bench.google.clear_requests()
    preview = bench.preview(calendar)
    assert (preview.adopted, preview.imported, preview.to_push) == (10, 3, 2)
    assert bench.google.writes() == ()
    assert len(bench.appointments()) == 12
    bench.relink(calendar)
    (run,) = bench.settled()
    assert (run.created_local, run.created_google, run.updated_google) == (3, 2, 0)
    assert (len(bench.appointments()), len(calendar.events())) == (15, 15)
    bench.assert_silent()


def test_scenario_33_an_exceeded_quota_pauses_writing_only(bench: Bench) -> None:
    calendar = bench.link()
    bench.book("Eins", at(16, 10))
    fail(bench, "events.insert", 403, "quotaExceeded")
    run = bench.sync()
    assert run.status is LinkStatus.QUOTA_PAUSE
    until = bench.clock.now() + timedelta(hours=1)
    assert run.params == {"until": until.isoformat()}
    when = at(17, 9)
    calendar.add_event("Von dort", when.start_at, when.end_at)
    assert bench.sync().status is LinkStatus.QUOTA_PAUSE
    assert sorted(found.text for found in bench.appointments()) == ["Eins", "Von dort"]
    assert bench.google.count("events.insert") == 1
    bench.advance(minutes=61)
    bench.settled()
    assert len(calendar.events()) == 2


def test_scenario_34_a_withdrawn_consent_is_said_within_one_pass_and_edits_wait(bench: Bench) -> None:
    calendar = bench.link()
    bench.settled()
    bench.book("Wartet", at(16, 10))
    bench.google.withdraw_grants()
    assert bench.sync().status is LinkStatus.NEEDS_CONSENT
    assert bench.link_of().status is LinkStatus.NEEDS_CONSENT
    bench.consent_again()
    bench.settled()
    assert [event["summary"] for event in calendar.events()] == ["Wartet"]


def test_scenario_34_merely_no_network_asks_nobody_to_sign_in(bench: Bench) -> None:
    bench.link()
    bench.settled()
    bench.book("Wartet", at(16, 10))
    bench.google.stop()
    run = bench.sync()
    assert (run.status, run.reason) == (LinkStatus.OFFLINE, "offline_refused")
    bench.google.start()
    bench.settled()


@pytest.mark.parametrize("how", ["deleted", "unshared"])
def test_scenario_39_a_missing_calendar_takes_no_appointment_along(bench: Bench, how: str) -> None:
    calendar = bench.link()
    bench.book("Eins", at(16, 10))
    bench.book("Zwei", at(16, 11))
    bench.settled()
    if how == "deleted":
        calendar.delete()
    else:
        calendar.unshare(ACCOUNT)
    bench.google.clear_requests()
    run = bench.sync()
    assert (run.status, run.reason) == (LinkStatus.CALENDAR_MISSING, "calendar_missing")
    bench.advance(minutes=11)
    run = bench.sync()
    assert (run.status, run.reason) == (LinkStatus.CALENDAR_MISSING, "calendar_gone")
    assert len(bench.appointments()) == 2
    bench.unlink()
    again = bench.link(name="Neu")
    bench.settled()
    assert len(again.events()) == 2
    assert bench.google.count("events.delete") == 0


@pytest.mark.parametrize(("choice", "title"), [("google", "Heute geändert"), ("local", "Gestern")])
def test_scenario_40_yesterdays_database_asks_before_it_writes(bench: Bench, choice: str, title: str) -> None:
    calendar = bench.link()
    appointment = bench.book("Gestern", at(16, 10))
    gone = bench.book("Später storniert", at(16, 11))
    bench.book("Unverändert", at(16, 12))
    bench.settled()
    bench.store.backup(bench.folder / "yesterday")
    bench.edit(appointment.id, text="Heute geändert")
    bench.book("Heute gebucht", at(17, 10))
    bench.cancel(gone.id)
    bench.settled()
    bench.store.restore(bench.folder / "yesterday")
    bench.google.clear_requests()
    run = bench.sync()
    assert (run.status, run.reason) == (LinkStatus.BRAKE, "store_restored")
    problem: Problem = bench.only_problem()
    assert problem.kind is ProblemKind.RESTORE_PREVIEW
    google, local = problem.google or {}, problem.local or {}
    assert [item["title"] for item in google["only_there"]] == ["Heute gebucht"]
    assert [item["title"] for item in google["different"]] == ["Heute geändert"]
    assert [item["title"] for item in local["only_here"]] == ["Später storniert"]
    assert bench.sync().status is LinkStatus.BRAKE
    assert bench.google.writes() == ()
    bench.resolve(problem, choice)
    bench.settled()
    texts = sorted(found.text for found in bench.appointments())
    expected = {"google": [], "local": ["Später storniert"]}[choice]
    assert texts == sorted([title, "Heute gebucht", "Unverändert", *expected])
    assert sorted(event["summary"] for event in calendar.events()) == texts
    for waiting in bench.problems():
        assert waiting.kind is ProblemKind.CONFLICT
    bench.assert_silent()


def test_nothing_is_done_while_the_chain_has_the_sync_switched_off(bench: Bench) -> None:
    bench.link()
    bench.book()
    bench.settings(google_sync=False)
    bench.google.clear_requests()
    assert bench.sync_all() == ()
    assert bench.google.count() == 0
