"""What can go wrong, and that it stays as small as it is."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from helpers.sync_bench import ACCOUNT, Bench, at, sync_bench
from terminplaner.domain.calendar_link import LinkStatus, MappingState, ProblemKind
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import (
    CancelledError,
    ComeBackLaterError,
    DeadlockError,
    InvalidInputError,
    NotFoundError,
    PermissionDeniedError,
    StorageError,
)
from terminplaner.domain.people import Role, User
from terminplaner.services.gate import Gate
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import Clock
from terminplaner.services.store_queries import JournalQuery
from terminplaner.simulator import Fault, FaultKind
from terminplaner.sync import apply, inserting, outcomes, pulling, push, sync_pass
from terminplaner.sync.canonical import TITLE_LIMIT
from terminplaner.sync.failures import failure_of
from terminplaner.sync.session import Lease, LinkSession
from terminplaner.sync.wire import Json, RemoteEvent, UnreadableEventError


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with sync_bench(tmp_path) as made:
        yield made


def fail(bench: Bench, operation: str, status: int, reason: str = "backendError", **fields: Any) -> None:
    fault = Fault(operation, FaultKind.ERROR, status=status, reason=reason)
    bench.google.faults.add(replace(fault, **fields))


# -- the brake towards Google


def cancel_most(bench: Bench) -> None:
    for hour in range(8, 18):
        bench.book(f"Termin {hour}", at(16, hour))
    bench.settled()
    for appointment in bench.appointments()[:9]:
        bench.cancel(appointment.id)


def test_many_deletions_here_wait_for_a_person(bench: Bench) -> None:
    calendar = bench.link()
    cancel_most(bench)
    run = bench.sync()
    assert (run.status, run.deleted_google) == (LinkStatus.BRAKE, 0)
    assert len(calendar.events()) == 10
    assert len((bench.only_problem().local or {})["events"]) == 9


@pytest.mark.parametrize(("choice", "here", "there"), [("apply", 1, 1), ("restore", 10, 10), ("ignore", 1, 10)])
def test_a_person_decides_about_many_deletions_here(bench: Bench, choice: str, here: int, there: int) -> None:
    calendar = bench.link()
    cancel_most(bench)
    bench.sync()
    bench.resolve(bench.only_problem(), choice)
    bench.settled()
    assert (len(bench.appointments()), len(calendar.events())) == (here, there)
    bench.assert_silent()
    bench.settled(full=True)
    assert (len(bench.appointments()), len(calendar.events())) == (here, there)


def test_an_event_left_alone_is_its_appointments_again_once_that_is_restored(bench: Bench) -> None:
    calendar = bench.link()
    cancel_most(bench)
    bench.sync()
    bench.resolve(bench.only_problem(), "ignore")
    bench.settled()
    back, gone_there = bench.appointments(cancelled=True)[:2]
    calendar.delete_event(bench.mappings_of(gone_there.id)[0].event_id)
    bench.settled()
    for restored in (back, gone_there):
        bench.planning.restore(bench.actor, restored.id)
    bench.edit(back.id, text="Doch")
    bench.settled()
    assert bench.problems() == ()
    assert len(calendar.events()) == 10
    assert [event["id"] for event in calendar.events() if event["summary"] == "Doch"] == [
        mapping.event_id for mapping in bench.mappings_of(back.id)
    ]
    bench.cancel(back.id)
    bench.settled()
    assert len(calendar.events()) == 9
    bench.assert_silent()


def test_a_brake_lets_go_when_the_appointments_are_back(bench: Bench) -> None:
    bench.link()
    cancel_most(bench)
    bench.sync()
    for appointment in bench.appointments(cancelled=True):
        bench.planning.restore(bench.actor, appointment.id)
    bench.settled()
    assert bench.problems() == ()
    bench.assert_silent()


# -- one event's trouble


def test_an_event_that_google_refuses_is_set_aside_until_it_changes(bench: Bench) -> None:
    calendar = bench.link()
    refused = bench.book("Eins", at(16, 10))
    bench.book("Zwei", at(16, 11))
    fail(bench, "events.insert", 400, "invalid")
    (run,) = bench.settled()
    assert (run.created_google, run.quarantined) == (1, 1)
    problem = bench.only_problem()
    assert (problem.kind, (problem.google or {})["reason"]) == (ProblemKind.QUARANTINE, "refused")
    bench.assert_silent(passes=1)
    bench.edit(refused.id, text="Eins, verbessert")
    bench.settled()
    assert len(calendar.events()) == 2
    assert bench.problems() == ()
    bench.assert_silent()


def test_a_refused_change_that_is_taken_back_is_no_question_any_more(bench: Bench) -> None:
    bench.link()
    appointment = bench.book("Eins", at(16, 10))
    bench.settled()
    bench.edit(appointment.id, text="Zwei")
    fail(bench, "events.patch", 400, "invalid")
    bench.settled()
    assert bench.only_problem().kind is ProblemKind.QUARANTINE
    bench.edit(appointment.id, text="Eins")
    bench.settled()
    assert bench.problems() == ()
    (mapping,) = bench.mappings_of(appointment.id)
    assert (mapping.state, mapping.error_code) == (MappingState.SYNCED, "")
    bench.assert_silent()


def test_an_event_locked_since_is_set_aside(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Eins", at(16, 10))
    bench.settled()
    (event,) = calendar.events()
    bench.edit(appointment.id, text="Zwei")
    bench.google.faults.add(
        Fault(
            "events.patch",
            FaultKind.CALL,
            action=lambda: calendar.edit_event(event["id"], locked=True),
        )
    )
    (run,) = bench.settled()
    assert run.quarantined == 1
    assert calendar.events()[0]["summary"] == "Eins"


def test_two_automatons_at_odds_are_stopped(bench: Bench) -> None:
    """A bot in one calendar and a bot in the other, each restoring its own title."""
    thor, cabin = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    bench.book("Anpassung", at(16, 10), resources=(bench.thor, bench.cabin))
    bench.book("Anderer", at(16, 12))
    bench.settled()
    rounds = 0
    while not bench.problems():
        rounds += 1
        assert rounds < 20
        for calendar, title in ((thor, "Thors Titel"), (cabin, "Kabinentitel")):
            (event,) = (item for item in calendar.events() if item["summary"] != "Anderer")
            if event["summary"] != title:
                calendar.edit_event(event["id"], summary=title)
            bench.sync_all()
            bench.advance(minutes=1)
    assert rounds > 3
    problem = bench.problems()[0]
    assert (problem.google or {})["reason"] == "ping_pong"
    assert LinkStatus.OK in {run.status for run in bench.sync_all()}


def test_an_event_that_becomes_a_series_is_left_alone(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Visite", at(16, 10))
    bench.settled()
    (event,) = calendar.events()
    calendar.edit_event(event["id"], recurrence=["RRULE:FREQ=DAILY;COUNT=3"])
    bench.settled()
    assert [found.when for found in bench.appointments()] == [at(16, 10), at(17, 10), at(18, 10)]
    assert bench.only_problem().kind is ProblemKind.QUARANTINE
    bench.edit(appointment.id, text="Geändert")
    bench.google.clear_requests()
    bench.settled()
    assert bench.google.writes() == ()


@pytest.mark.parametrize("ending", ["single again", "deleted"])
def test_a_series_that_ends_leaves_no_blocks_behind(bench: Bench, ending: str) -> None:
    calendar = bench.link()
    appointment = bench.book("Visite", at(16, 10))
    bench.book("Anderer", at(23, 10))
    bench.settled()
    event_id = bench.mappings_of(appointment.id)[0].event_id
    calendar.edit_event(event_id, recurrence=["RRULE:FREQ=DAILY;COUNT=3"])
    bench.settled()
    assert len(bench.appointments()) == 4
    if ending == "deleted":
        calendar.delete_event(event_id)
    else:
        calendar.edit_event(event_id, recurrence=None, summary="Visite, einmalig")
    bench.settled()
    texts = [found.text for found in bench.appointments()]
    assert texts == (["Anderer"] if ending == "deleted" else ["Visite, einmalig", "Anderer"])
    assert bench.problems() == ()
    bench.assert_silent()


def test_a_long_title_is_cut_on_its_way_out_and_whole_at_home(bench: Bench) -> None:
    calendar = bench.link()
    text = "Brille " * 400
    appointment = bench.book(text, at(16, 10), comment="Zeile\n" * 3000)
    bench.settled()
    (event,) = calendar.events()
    assert len(event["summary"]) <= TITLE_LIMIT
    bench.assert_silent()
    assert bench.appointment(appointment.id).text == text
    calendar.edit_event(event["id"], summary=event["summary"].replace("Brille", "Linse", 1))
    bench.settled()
    changed = bench.appointment(appointment.id).text
    assert changed.startswith("Linse Brille")
    assert len(changed) > TITLE_LIMIT
    bench.assert_silent()


def test_a_person_takes_an_event_out_of_googles_bin(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Eins", at(16, 10))
    bench.settled()
    (event,) = calendar.events()
    bench.cancel(appointment.id)
    bench.settled()
    del event["etag"]
    calendar.add_raw_event(event)
    bench.settled()
    assert not bench.appointment(appointment.id).is_cancelled
    assert bench.only_problem().kind is ProblemKind.CONFLICT
    bench.resolve(bench.only_problem(), "local")
    bench.settled()
    assert bench.appointment(appointment.id).is_cancelled
    assert calendar.events() == []


def test_an_event_taken_out_of_the_bin_beside_its_successor_is_an_appointment_of_its_own(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Eins", at(16, 10))
    bench.settled()
    (first,) = calendar.events()
    calendar.delete_event(first["id"])
    bench.edit(appointment.id, text="Eins, geändert")
    bench.settled()
    del first["etag"]
    calendar.add_raw_event(first)
    bench.settled()
    (other,) = (found for found in bench.appointments() if found.id != appointment.id)
    assert other.text == "Eins"
    bench.cancel(appointment.id)
    bench.settled()
    assert [event["id"] for event in calendar.events()] == [first["id"]]
    calendar.delete_event(first["id"])
    bench.settled()
    assert bench.appointments() == []
    bench.assert_silent()


def test_an_edit_in_google_beats_a_deletion_here(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Eins", at(16, 10))
    bench.settled()
    (event,) = calendar.events()
    bench.cancel(appointment.id)
    bench.google.faults.add(
        Fault(
            "events.delete",
            FaultKind.CALL,
            action=lambda: calendar.edit_event(event["id"], summary="Eins, doch"),
        )
    )
    bench.settled()
    found = bench.appointment(appointment.id)
    assert (found.is_cancelled, found.text) == (False, "Eins, doch")
    assert (bench.only_problem().local or {}) == {"cancelled": True}
    assert len(calendar.events()) == 1
    bench.assert_silent()


def test_an_event_changed_only_in_its_reminders_is_still_deleted(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Eins", at(16, 10))
    bench.settled()
    (event,) = calendar.events()
    bench.cancel(appointment.id)
    bench.google.faults.add(
        Fault("events.delete", FaultKind.CALL, action=lambda: calendar.edit_event(event["id"], colorId="5"))
    )
    (run,) = bench.settled()
    assert run.deleted_google == 1
    assert calendar.events() == []


def test_an_appointment_moved_into_the_past_takes_its_event_along(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Eins", at(16, 10))
    bench.settled()
    bench.edit(appointment.id, when=at(7, 10))
    bench.settled()
    assert calendar.events()[0]["start"]["dateTime"].startswith("2026-09-07T10:00")
    bench.assert_silent()


def test_a_relinked_calendar_is_adopted_and_differences_are_a_persons(bench: Bench) -> None:
    calendar = bench.link()
    booked = [bench.book(f"Termin {hour}", at(16, hour)) for hour in range(8, 18)]
    bench.settled()
    bench.unlink()
    bench.edit(booked[0].id, text="Hier geändert")
    bench.cancel(booked[1].id)
    bench.relink(calendar)
    bench.google.clear_requests()
    bench.settled()
    assert bench.google.count("events.insert") == 0
    assert len(calendar.events()) == 9
    problem = bench.only_problem()
    assert (problem.local, problem.google) == ({"title": "Hier geändert"}, {"title": "Termin 8"})
    bench.assert_silent(passes=1)
    bench.resolve(problem, "local")
    bench.settled()
    assert "Hier geändert" in {event["summary"] for event in calendar.events()}
    bench.assert_silent()


def test_an_answer_that_cannot_be_read_is_one_events_trouble(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Eins", at(16, 10))
    bench.book("Zwei", at(16, 11))
    bench.settled()
    event_id = bench.mappings_of(appointment.id)[0].event_id
    bench.edit(appointment.id, text="Eins, geändert")
    broken = {"id": event_id, "start": {"dateTime": "gestern"}, "end": None, "summary": "?"}
    bench.google.faults.add(Fault("events.patch", FaultKind.CALL, action=lambda: calendar.add_raw_event(broken)))
    (run,) = bench.settled()
    assert run.quarantined == 1
    assert bench.only_problem().kind is ProblemKind.QUARANTINE
    assert not bench.appointment(appointment.id).is_cancelled


def test_an_answer_to_a_new_event_that_cannot_be_read_is_not_asked_for_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    calendar = bench.link()
    appointment = bench.book()

    def unreadable(_item: Json, **_named: object) -> RemoteEvent:
        raise UnreadableEventError({"title": "?", "start": ""})

    for module in (inserting, outcomes, apply):
        monkeypatch.setattr(module, "read_event", unreadable)
    bench.settled()
    bench.assert_silent()
    assert bench.only_problem().kind is ProblemKind.QUARANTINE
    monkeypatch.undo()
    (event,) = calendar.events()
    calendar.edit_event(event["id"], summary="Doch lesbar")
    bench.settled()
    assert bench.only().id == appointment.id
    assert bench.only().text == "Doch lesbar"
    assert bench.problems() == ()


# -- one link's trouble


def test_a_calendar_that_may_only_be_read_is_said_and_read_on(bench: Bench) -> None:
    calendar = bench.link()
    bench.book("Eins", at(16, 10))
    other = bench.google.add_account("chefin@example.com")
    calendar.transfer_to(other.email)
    calendar.share(ACCOUNT, "reader")
    when = at(17, 10)
    calendar.add_event("Von dort", when.start_at, when.end_at)
    run = bench.sync()
    assert (run.status, run.created_local) == (LinkStatus.READ_ONLY, 1)
    calendar.share(ACCOUNT, "writer")
    bench.settled()
    assert len(calendar.events()) == 2


@pytest.mark.parametrize("role", ["freeBusyReader", "writerWithoutPrivateAccess"])
def test_texts_that_are_hidden_from_us_are_not_taken_for_emptied(bench: Bench, role: str) -> None:
    calendar = bench.link()
    appointment = bench.book("Eins", at(16, 10))
    bench.settled()
    calendar.transfer_to(bench.google.add_account("chefin@example.com").email)
    calendar.share(ACCOUNT, role)
    run = bench.sync(full=True)
    assert (run.status, run.reason) == (LinkStatus.READ_ONLY, "calendar_texts_hidden")
    assert bench.link_of().access_role == role
    assert bench.appointment(appointment.id).text == "Eins"
    calendar.share(ACCOUNT, "writer")
    bench.settled()
    assert bench.link_of().access_role == "writer"
    bench.settled(full=True)
    assert bench.appointment(appointment.id).text == "Eins"


def test_a_calendar_whose_texts_are_hidden_holds_no_other(bench: Bench) -> None:
    calendar, other = bench.link(), bench.link(bench.cabin, "Kabine")
    bench.fill(3)
    bench.settled()
    other.transfer_to(bench.google.add_account("chefin@example.com").email)
    other.share(ACCOUNT, "freeBusyReader")
    calendar.delete_event(calendar.events()[0]["id"])
    assert {run.status for run in bench.sync_all()} == {LinkStatus.OK, LinkStatus.READ_ONLY}
    assert len(bench.appointments()) == 2


def test_failures_come_back_later_and_later(bench: Bench) -> None:
    bench.link()
    bench.google.stop()
    for failures, minutes in enumerate((1, 2, 5, 15, 30, 60, 60), start=1):
        (run,) = bench.sync_all(at_once=False)
        assert run.status is LinkStatus.OFFLINE
        link = bench.link_of()
        due_at = bench.clock.now() + timedelta(minutes=minutes)
        assert (link.failures, link.next_attempt_at) == (failures, due_at)
        bench.advance(seconds=minutes * 60 - 1)
        assert bench.sync_all(at_once=False) == ()
        bench.advance(seconds=1)
    bench.google.start()
    bench.settled()
    assert (bench.link_of().failures, bench.link_of().next_attempt_at) == (0, None)


def test_a_long_retry_after_is_waited_out_between_passes(bench: Bench) -> None:
    bench.link()
    fail(bench, "events.list", 429, "rateLimitExceeded", retry_after=600)
    run = bench.sync()
    assert (run.status, run.reason) == (LinkStatus.OFFLINE, "rate_limited")
    assert bench.link_of().next_attempt_at == bench.clock.now() + timedelta(minutes=10)
    bench.settled()


def test_a_hiccup_is_repeated_within_the_pass(bench: Bench) -> None:
    bench.link()
    bench.book()
    fail(bench, "events.insert", 503)
    fail(bench, "events.insert", 403, "userRateLimitExceeded", skip=1)
    bench.settled()
    assert bench.stopwatch.seconds > 0


def test_a_list_that_was_cut_off_is_asked_for_again_within_the_pass(bench: Bench) -> None:
    bench.link()
    bench.settled()
    bench.google.faults.add(Fault("events.list", FaultKind.DROP_BEFORE))
    bench.settled()
    assert bench.stopwatch.seconds > 0


def test_a_defect_in_one_calendar_leaves_the_others_equal(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bench.link()
    other = bench.link(bench.cabin, "Kabine")
    whole = push.push_upserts

    def defective(session: LinkSession) -> None:
        if session.link.calendar_id != other.id:
            raise ZeroDivisionError
        whole(session)

    monkeypatch.setattr(sync_pass, "push_upserts", defective)
    bench.book()
    bench.book("Zwei", at(17, 10), resources=(bench.cabin,))
    with caplog.at_level(logging.CRITICAL, logger=failure_of.__module__):
        runs = bench.sync_all()
    assert {(run.status, run.reason) for run in runs} == {(LinkStatus.ERROR, "defect"), (LinkStatus.OK, "")}
    assert len(other.events()) == 1


def test_a_database_that_is_away_for_a_moment_is_no_defect_of_a_calendar(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.link()
    bench.book()

    def unreachable(*_arguments: object, **_named: object) -> None:
        raise StorageError("unreachable")

    monkeypatch.setattr(pulling, "apply_pull", unreachable)
    with pytest.raises(StorageError):
        bench.sync()
    monkeypatch.undo()
    assert bench.link_of().status is LinkStatus.OK
    bench.settled()


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (DeadlockError("deadlock"), (LinkStatus.BUSY, "deadlock")),
        (ZeroDivisionError(), (LinkStatus.ERROR, "defect")),
    ],
)
def test_a_link_that_cannot_be_opened_leaves_the_others_equal(
    bench: Bench,
    error: Exception,
    expected: tuple[LinkStatus, str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    bench.link()
    other = bench.link(bench.cabin, "Kabine")
    broken, whole = bench.link_of().id, Lease.acquire

    def acquire(gate: Gate, clock: Clock, link_id: UUID, holder: str) -> Lease | None:
        if link_id == broken:
            raise error
        return whole(gate, clock, link_id, holder)

    monkeypatch.setattr(Lease, "acquire", acquire)
    bench.book("Zwei", at(17, 10), resources=(bench.cabin,))
    with caplog.at_level(logging.CRITICAL, logger=failure_of.__module__):
        runs = bench.sync_all()
    assert {(run.status, run.reason) for run in runs} == {expected, (LinkStatus.OK, "")}
    assert len(other.events()) == 1


def test_a_lease_that_cannot_be_given_back_keeps_none_of_the_others(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = {bench.link_of(resource).id for resource in (bench.thor, bench.cabin) if bench.link(resource)}
    tried: set[UUID] = set()

    def refuse(link_id: UUID, _fence: int) -> None:
        tried.add(link_id)
        raise StorageError("unreachable")

    monkeypatch.setattr(bench.store, "release_lease", refuse)
    with pytest.raises(StorageError):
        bench.sync_all()
    assert tried == links


def test_an_event_that_seems_gone_is_deleted_once_the_calendar_answers(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book()
    bench.settled()
    bench.cancel(appointment.id)
    fail(bench, "events.delete", 404, "notFound")
    fail(bench, "calendars.get", 404, "notFound")
    assert bench.sync().status is LinkStatus.CALENDAR_MISSING
    assert len(calendar.events()) == 1


def test_pauses_grow_while_the_quota_stays_exceeded(bench: Bench) -> None:
    bench.link()
    bench.book()
    for hours in (1, 2, 4, 6, 6):
        fail(bench, "events.insert", 403, "quotaExceeded")
        run = bench.sync()
        until = bench.clock.now() + timedelta(hours=hours)
        assert run.params == {"until": until.isoformat()}
        bench.advance(hours=hours, seconds=1)
    bench.settled()


def test_a_sleeper_that_lost_its_lease_writes_nothing_more(bench: Bench) -> None:
    bench.link()
    bench.book()

    def fall_asleep() -> None:
        link = bench.link_of()
        bench.store.release_lease(link.id, 1)
        assert bench.store.acquire_lease(link.id, "another workstation", 90) == 2

    bench.google.faults.add(Fault("events.list", FaultKind.CALL, action=fall_asleep))
    assert bench.sync().status is LinkStatus.BUSY
    assert bench.google.writes() == ()
    assert bench.mappings() == ()


def test_a_cancelled_pass_leaves_nothing_half_done(bench: Bench) -> None:
    calendar = bench.link()

    class Cancel:
        asked = 0

        def raise_if_cancelled(self) -> None:
            self.asked += 1
            if self.asked == 4:
                raise CancelledError

    for hour in (10, 11, 12):
        bench.book(f"Termin {hour}", at(16, hour))
    with pytest.raises(CancelledError):
        bench.sync_all(cancel=Cancel())
    assert len(calendar.events()) == 1
    bench.settled()
    assert len(calendar.events()) == 3
    bench.assert_silent()


def test_a_decision_waits_for_a_running_pass(bench: Bench) -> None:
    calendar = bench.link()
    bench.book("", at(16, 10), customer_id=bench.customer().id)
    bench.settled()
    calendar.delete_event(calendar.events()[0]["id"])
    bench.settled()
    problem = bench.only_problem()
    with pytest.raises(InvalidInputError):
        bench.resolve(problem, "local")
    fence = bench.store.acquire_lease(bench.link_of().id, "a pass", 90)
    assert fence is not None
    with pytest.raises(ComeBackLaterError):
        bench.resolve(problem, "apply")
    bench.store.release_lease(bench.link_of().id, fence)
    assert bench.resolve(problem, "apply").resolved_by == bench.actor.name
    with pytest.raises(NotFoundError):
        bench.resolve(problem, "apply")


def test_whoever_lost_the_right_meanwhile_decides_nothing(bench: Bench) -> None:
    calendar = bench.link()
    row = bench.book("", at(16, 10), customer_id=bench.customer().id)
    bench.settled()
    calendar.delete_event(calendar.events()[0]["id"])
    bench.settled()
    gone = User(uuid4(), "rosa", Role.ADMINISTRATOR, deleted_at=bench.clock.now())
    bench.arrange(gone)
    with pytest.raises(PermissionDeniedError):
        bench.engine.resolve(bench.only_problem().id, "apply", Actor(gone))
    assert not bench.appointment(row.id).is_cancelled
    assert bench.only_problem().resolved_at is None


def test_a_missing_scope_asks_for_a_new_consent(bench: Bench) -> None:
    bench.link()
    fail(bench, "events.list", 403, "insufficientPermissions")
    run = bench.sync()
    assert (run.status, run.reason) == (LinkStatus.NEEDS_CONSENT, "scope_missing")


def test_the_journal_says_what_moved_and_the_epoch_counts(bench: Bench) -> None:
    calendar = bench.link()
    bench.book("Eins", at(16, 10))
    before = bench.epoch_number()
    (run,) = bench.settled()
    assert bench.epoch_number() == before + 1
    calendar.edit_event(calendar.events()[0]["id"], summary="Zwei")
    bench.settled()
    assert bench.epoch_number() == before + 2
    bench.settled()
    assert bench.epoch_number() == before + 2
    assert bench.epochs.epoch is not None
    assert bench.epochs.epoch.number == before + 2
    with bench.store.read() as reader:
        updated, created = reader.list_journal(JournalQuery(link_ids=(bench.link_of().id,)), 20)
        assert run.id in {found.id for found in reader.list_runs(bench.link_of().id)}
    assert (created.action, created.direction, created.run_id) == ("created", "to_google", run.id)
    assert (updated.action, updated.direction) == ("updated", "from_google")
    assert ((updated.before or {})["title"], (updated.after or {})["title"]) == ("Eins", "Zwei")


def test_changes_from_google_stand_in_the_change_log(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Eins", at(16, 10))
    bench.settled()
    calendar.edit_event(calendar.events()[0]["id"], summary="Zwei")
    heard: list[ChangeSet] = []
    bench.gate.subscribe(heard.append)
    bench.settled()
    (change_set,) = heard
    assert change_set.author.origin == "google"
    assert [change.entity_id for change in change_set.changes] == [appointment.id]


def test_a_tombstone_is_kept(bench: Bench) -> None:
    calendar = bench.link()
    bench.book("Eins", at(16, 10))
    bench.settled()
    calendar.delete_event(calendar.events()[0]["id"])
    bench.settled()
    (mapping,) = bench.mappings()
    assert mapping.state is MappingState.TOMBSTONE
