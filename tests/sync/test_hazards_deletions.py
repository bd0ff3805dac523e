"""Hazards H9 to H19 (google-calendar.md 2.2): how other products deleted what nobody wanted deleted."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from helpers.stores import sqlite_store
from helpers.sync_bench import BERLIN, Bench, MemoryEpochs, at
from terminplaner.domain.calendar_link import LinkStatus, MappingState, ProblemKind
from terminplaner.domain.chain import DeletionPolicy
from terminplaner.domain.when import AllDay, Timed
from terminplaner.services.gate import Gate
from terminplaner.services.linking import Linking
from terminplaner.simulator import Fault, FaultKind
from terminplaner.sync import transport
from terminplaner.sync.engine import Engine

Trouble = Callable[[Bench], None]


def answer_500(bench: Bench) -> None:
    bench.fail("events.get", 500, times=None)


def answer_403(bench: Bench) -> None:
    bench.fail("events.get", 403, "forbidden", times=None)


def answer_too_late(bench: Bench) -> None:
    bench.google.faults.add(Fault("events.get", FaultKind.DELAY, times=None, seconds=20))


def withdraw_the_consent(bench: Bench) -> None:
    def withdraw() -> None:
        bench.google.expire_access_tokens()
        bench.google.withdraw_grants()

    bench.interfere("events.get", withdraw)


@pytest.mark.parametrize("trouble", [answer_500, answer_403, answer_too_late, withdraw_the_consent])
def test_h09_no_failure_of_reading_an_event_deletes_its_appointment(
    bench: Bench, trouble: Trouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    calendar = bench.link()
    appointment = bench.book("Eins", at(16, 10))
    bench.book("Zwei", at(16, 11))
    bench.settled()
    calendar.delete_event(bench.mappings_of(appointment.id)[0].event_id)
    calendar.purge_deleted()
    asked: list[str] = []
    bench.interfere("events.get", lambda: asked.append("events.get"))
    trouble(bench)
    monkeypatch.setattr(transport, "_TIMEOUT_SECONDS", (0.3, 0.3))
    bench.sync(full=True)
    assert asked
    assert bench.appointment(appointment.id) == appointment
    assert bench.google.count("events.delete") == 0


@pytest.mark.parametrize(
    ("status", "reason"), [(500, "backendError"), (429, "rateLimitExceeded"), (403, "forbidden")]
)
def test_h09_what_could_not_be_asked_for_is_asked_for_again(bench: Bench, status: int, reason: str) -> None:
    calendar = bench.link()
    gone = bench.book("Eins", at(16, 10))
    bench.book("Zwei", at(16, 11))
    bench.settled()
    calendar.delete_event(bench.mappings_of(gone.id)[0].event_id)
    calendar.purge_deleted()
    before = bench.link_of()
    bench.advance(minutes=1)
    bench.fail("events.get", status, reason, times=None)
    assert bench.sync(full=True).status is not LinkStatus.OK
    after = bench.link_of()
    assert (after.sync_token, after.last_full_at) == (before.sync_token, before.last_full_at)
    bench.google.faults.clear()
    bench.advance(minutes=20)
    bench.settled(full=True)
    assert bench.appointment(gone.id).is_cancelled


def test_h09_an_event_that_google_refuses_to_show_keeps_no_other_from_the_pass(bench: Bench) -> None:
    calendar = bench.link()
    lacking = bench.book("Eins", at(16, 10))
    bench.settled()
    calendar.delete_event(bench.mappings_of(lacking.id)[0].event_id)
    calendar.purge_deleted()
    brought = at(17)
    calendar.add_event("Aus Google", brought.start_at, brought.end_at)
    bench.fail("events.get", 400, "invalid", times=None)
    assert bench.sync(full=True).status is LinkStatus.OK
    assert sorted(appointment.text for appointment in bench.appointments()) == ["Aus Google", "Eins"]


def test_h09_of_a_calendar_that_is_empty_now_the_last_event_and_blocks_are_asked_for(bench: Bench) -> None:
    calendar = bench.link()
    last = bench.book("Einziger", at(16, 10))
    foreign = at(17)
    calendar.add_event("Fremd", foreign.start_at, foreign.end_at, organizer={"email": "a@example.org"})
    bench.settled()
    assert len(bench.appointments()) == 2
    for event in calendar.events():
        calendar.delete_event(event["id"])
    calendar.purge_deleted()
    bench.settled(full=True)
    assert bench.appointments() == []
    assert bench.appointment(last.id).is_cancelled
    bench.assert_silent()


def test_h09_every_event_that_a_list_lacks_is_asked_for(bench: Bench) -> None:
    """The sync token that comes with the list would never tell of them again."""
    calendar = bench.link()
    booked = bench.fill(211)
    bench.settled()
    for appointment in booked[10:]:
        calendar.delete_event(bench.mappings_of(appointment.id)[0].event_id)
    calendar.purge_deleted()
    bench.sync(full=True)
    problem = bench.only_problem()
    assert problem.kind is ProblemKind.BRAKE
    assert len((problem.local or {})["events"]) == 201


@pytest.mark.parametrize(
    ("status", "reason", "expected"),
    [
        (500, "backendError", LinkStatus.OFFLINE),
        (403, "forbidden", LinkStatus.CALENDAR_MISSING),
        (404, "notFound", LinkStatus.CALENDAR_MISSING),
    ],
)
@pytest.mark.parametrize("full", [True, False])
def test_h10_half_a_list_has_no_effect(
    bench: Bench, status: int, reason: str, expected: LinkStatus, full: bool
) -> None:
    calendar = bench.link()
    booked = bench.fill(4)
    bench.settled()
    token = bench.link_of().sync_token
    for event in calendar.events():
        calendar.delete_event(event["id"])
    bench.google.faults.add(Fault("events.list", FaultKind.PAGE_SIZE, times=None, page_size=2))
    bench.fail("events.list", status, reason, skip=1, times=None)
    bench.google.clear_requests()
    assert bench.sync(full=full).status is expected
    assert [bench.appointment(found.id) for found in booked] == booked
    assert bench.link_of().sync_token == token
    assert bench.google.writes() == ()


@pytest.mark.parametrize("is_synced_before", [True, False])
def test_h11_an_emptier_store_deletes_nothing_in_google(bench: Bench, is_synced_before: bool) -> None:
    calendar = bench.link()
    if is_synced_before:
        bench.settled()
    bench.store.backup(bench.folder / "empty")
    bench.fill(25)
    bench.settled()
    bench.store.restore(bench.folder / "empty")
    assert bench.appointments() == []
    bench.google.clear_requests()
    run = bench.sync()
    if is_synced_before:
        assert (run.status, run.reason) == (LinkStatus.BRAKE, "store_restored")
        bench.resolve(bench.only_problem(), "local")
    bench.settled()
    assert bench.google.writes() == ()
    assert (len(bench.appointments()), len(calendar.events())) == (25, 25)
    bench.assert_silent()


@contextmanager
def second_workstation(bench: Bench) -> Iterator[Engine]:
    """Another program on the same database, with a profile and a memory of its own."""
    store = sqlite_store(bench.folder, bench.clock)
    try:
        vault = replace(bench.clients.vault, store=store)
        clients = replace(bench.clients, store=store, vault=vault)
        yield Engine(Gate(store), bench.clock, clients, MemoryEpochs(), bench.make_throttle)
    finally:
        store.close()


def test_h12_two_workstations_at_once_delete_nothing(bench: Bench) -> None:
    calendar = bench.link()
    booked = bench.fill(10)
    bench.settled()
    failures: list[BaseException] = []

    def work(engine: Engine) -> None:
        try:
            for _ in range(12):
                engine.sync(at_once=True)
        except BaseException as error:  # noqa: BLE001  (a thread must not swallow it)
            failures.append(error)

    with second_workstation(bench) as second:
        threads = [threading.Thread(target=work, args=(engine,)) for engine in (bench.engine, second)]
        for thread in threads:
            thread.start()
        for number, appointment in enumerate(booked[:5]):
            bench.edit(appointment.id, text=f"Hier {number}")
            event_id = bench.mappings_of(booked[5 + number].id)[0].event_id
            calendar.edit_event(event_id, summary=f"Dort {number}")
        for thread in threads:
            thread.join()
    assert failures == []
    bench.settled()
    expected = sorted([f"Hier {number}" for number in range(5)] + [f"Dort {number}" for number in range(5)])
    assert sorted(found.text for found in bench.appointments()) == expected
    assert sorted(event["summary"] for event in calendar.events()) == expected
    assert bench.google.count("events.delete") == 0
    assert bench.problems() == ()
    bench.assert_silent()


@pytest.mark.parametrize(
    ("live", "deleted", "is_held"), [(30, 6, False), (30, 7, True), (7, 5, False), (7, 6, True)]
)
def test_h13_the_brake_holds_by_share_and_count_also_where_nobody_is_to_be_asked(
    bench: Bench, live: int, deleted: int, is_held: bool
) -> None:
    bench.settings(google_deletions=DeletionPolicy.APPLY)
    calendar = bench.link()
    bench.fill(live)
    bench.settled()
    for event in calendar.events()[:deleted]:
        calendar.delete_event(event["id"])
    run = bench.sync()
    assert run.status is (LinkStatus.BRAKE if is_held else LinkStatus.OK)
    assert len(bench.appointments()) == (live if is_held else live - deleted)
    if is_held:
        assert len((bench.only_problem().local or {})["events"]) == deleted


def test_h14_a_declined_deletion_is_asked_about_once(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("", at(16, 10), customer_id=bench.customer().id)
    bench.settled()
    (event,) = calendar.events()
    calendar.delete_event(event["id"])
    bench.settled()
    question = bench.only_problem()
    for full in (False, True):
        bench.settled(full=full)
        assert bench.only_problem() == question, "one question, however often the sync runs"
    bench.resolve(question, "restore")
    for full in (False, True, True):
        bench.settled(full=full)
        assert bench.problems() == ()
    assert not bench.appointment(appointment.id).is_cancelled
    (again,) = calendar.events()
    assert again["id"] != event["id"]
    bench.assert_silent()


def test_h14_a_declined_mass_deletion_is_asked_about_once(bench: Bench) -> None:
    calendar = bench.link()
    bench.fill(8)
    bench.settled()
    for event in calendar.events()[:7]:
        calendar.delete_event(event["id"])
    assert bench.sync().status is LinkStatus.BRAKE
    bench.resolve(bench.only_problem(), "ignore")
    for full in (False, True, True):
        bench.settled(full=full)
    assert bench.problems() == ()
    assert len(bench.appointments()) == 8


@pytest.mark.parametrize("minutes", [-1, 1])
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Europe/Berlin", "Pacific/Auckland"])
def test_h15_leaving_the_window_is_no_deletion(bench: Bench, zone: str, minutes: int) -> None:
    bench.arrange(replace(bench.branch, zone=zone))
    bench.settings(allow_overbooking=True)
    calendar = bench.link(zone=zone)
    now = bench.clock.now()
    bench.book("Kurz", Timed(now + timedelta(hours=1), now + timedelta(hours=2)))
    today = now.astimezone(BERLIN).date()
    bench.book("Ganztägig", AllDay(today, today + timedelta(days=1)))
    bench.book("Künftig", at(30, 10))
    bench.settled()
    bench.advance(hours=26, minutes=minutes)
    bench.google.clear_requests()
    for days in (0, 1, 1):
        bench.advance(days=days)
        bench.settled(full=True)
    assert (len(bench.appointments()), len(calendar.events())) == (3, 3)
    assert bench.google.writes() == ()
    assert bench.problems() == ()


def test_h16_what_was_deleted_here_does_not_come_back_while_the_deletion_waits(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Weg", at(16, 10))
    bench.book("Bleibt", at(16, 11))
    bench.settled()
    event_id = bench.mappings_of(appointment.id)[0].event_id
    bench.cancel(appointment.id)
    bench.fail("events.delete", 403, "quotaExceeded")
    for _ in range(3):
        assert bench.sync(full=True).status is LinkStatus.QUOTA_PAUSE
        calendar.edit_event(event_id, colorId="5")  # seen again as changed, though in nothing that is ours
        assert [found.text for found in bench.appointments()] == ["Bleibt"]
    bench.advance(minutes=61)
    bench.settled(full=True)
    assert [event["summary"] for event in calendar.events()] == ["Bleibt"]
    assert bench.appointment(appointment.id).is_cancelled
    bench.settled(full=True)
    assert [found.text for found in bench.appointments()] == ["Bleibt"]
    bench.assert_silent()


def test_h17_an_edit_that_google_never_sees_still_beats_a_deletion_there(bench: Bench) -> None:
    bench.settings(google_deletions=DeletionPolicy.APPLY)
    calendar = bench.link()
    appointment = bench.book("", at(16, 10), customer_id=bench.customer().id)
    bench.book("Anderer", at(16, 12))
    bench.settled()
    bench.edit(appointment.id, comment="Hörtest mitbringen")
    calendar.delete_event(bench.mappings_of(appointment.id)[0].event_id)
    bench.settled()
    assert not bench.appointment(appointment.id).is_cancelled
    assert len(calendar.events()) == 2
    assert bench.only_problem().kind is ProblemKind.CONFLICT
    assert max(mapping.generation for mapping in bench.mappings_of(appointment.id)) == 1
    bench.assert_silent()


def test_h18_a_deletion_whose_answer_was_lost_is_done_and_never_mentioned(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Weg", at(16, 10))
    bench.book("Bleibt", at(16, 11))
    bench.settled()
    bench.cancel(appointment.id)
    bench.google.faults.add(Fault("events.delete", FaultKind.DROP_AFTER))
    assert bench.sync().status is LinkStatus.OFFLINE
    bench.settled()
    assert bench.google.count("events.delete") == 1
    assert len(calendar.events()) == 1
    assert bench.problems() == ()
    assert bench.mappings_of(appointment.id)[0].state is MappingState.TOMBSTONE
    bench.assert_silent()


def test_h19_ending_a_link_deletes_nothing_anywhere(bench: Bench) -> None:
    calendar = bench.link()
    bench.fill(5)
    bench.settled()
    bench.google.clear_requests()
    google: Any = None  # ending a link asks Google nothing
    linking = Linking(bench.gate, bench.clock, google)
    linking.disconnect(bench.actor, bench.thor.id)
    bench.cancel(bench.appointments()[0].id)
    assert bench.sync_all() == ()
    assert bench.google.requests == ()
    assert (len(bench.appointments()), len(calendar.events())) == (4, 5)
