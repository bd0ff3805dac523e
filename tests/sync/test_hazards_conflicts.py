"""Hazards H20 to H27 (google-calendar.md 2.3): lost updates, loops, and conflicts that nobody heard of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from helpers.sync_bench import Bench, MemoryEpochs, at
from terminplaner.domain.calendar_link import Choice, LinkStatus, MappingState, Problem, ProblemKind
from terminplaner.domain.chain import DeletionPolicy
from terminplaner.services.safekeeping import Safekeeping
from terminplaner.simulator import Normalization
from terminplaner.storage.unit_of_work import SqlUnitOfWork
from terminplaner.sync.event_questions import PING_PONG
from terminplaner.sync.restored import notice_restore


@pytest.mark.parametrize(
    ("status", "reason"),
    [(503, "backendError"), (429, "rateLimitExceeded"), (403, "quotaExceeded"), (401, "authError")],
)
def test_h20_an_edit_waits_until_google_has_taken_it(bench: Bench, status: int, reason: str) -> None:
    calendar = bench.link()
    appointment = bench.book("Eins", at(16, 10))
    bench.settled()
    bench.edit(appointment.id, text="Eins, geändert")
    bench.fail("events.patch", status, reason, times=None)
    for _ in range(3):
        assert bench.sync().status is not LinkStatus.OK
        with bench.store.read() as reader:
            waiting = reader.list_unpushed(bench.link_of(), bench.clock.now())
        assert [found.id for found in waiting] == [appointment.id]
        bench.advance(hours=7)
    bench.google.faults.clear()
    bench.settled()
    assert calendar.events()[0]["summary"] == "Eins, geändert"
    bench.assert_silent()


@pytest.mark.parametrize("google_ahead", [timedelta(hours=-3), timedelta(hours=3)])
@pytest.mark.parametrize("here_ahead", [timedelta(hours=-3), timedelta(hours=3)])
def test_h21_no_clock_decides_who_wins(bench: Bench, google_ahead: timedelta, here_ahead: timedelta) -> None:
    """Ours stays in a conflict, whoever's stamp is the younger; different fields meet."""
    calendar = bench.link()
    both = bench.book("Alt", at(16, 14))
    apart = bench.book("Getrennt", at(16, 16))
    bench.settled()
    there = {event["summary"]: event["id"] for event in calendar.events()}
    bench.google.clock.advance(google_ahead)
    bench.clock.instant += here_ahead
    calendar.edit_event(there["Alt"], summary="Dort")
    calendar.edit_event(there["Getrennt"], summary="Getrennt, dort")
    bench.edit(both.id, text="Hier")
    bench.edit(apart.id, when=at(17, 9))
    bench.settled()
    assert bench.appointment(both.id).text == "Hier"
    assert (bench.appointment(apart.id).text, bench.appointment(apart.id).when) == ("Getrennt, dort", at(17, 9))
    assert sorted(event["summary"] for event in calendar.events()) == ["Getrennt, dort", "Hier"]
    assert (bench.only_problem().google or {})["title"] == "Dort"
    bench.assert_silent()


def test_h22_somebody_who_edits_again_and_again_is_never_overrun(bench: Bench) -> None:
    """Each time our patch arrives the event has changed again: twice in one pass, then the next pass looks."""
    calendar = bench.link()
    appointment = bench.book("Beratung", at(16, 10))
    bench.settled()
    event_id = calendar.events()[0]["id"]
    bench.edit(appointment.id, when=at(16, 11))
    words = iter(("zum Ersten", "zum Zweiten"))
    bench.interfere("events.patch", lambda: calendar.edit_event(event_id, description=next(words)), times=2)
    bench.google.clear_requests()
    bench.settled()
    assert [request.status for request in bench.google.writes()] == [412, 412]
    bench.settled()
    found = bench.appointment(appointment.id)
    assert (found.when, found.comment) == (at(16, 11), "zum Zweiten")
    event = calendar.event(event_id)
    assert (event["start"]["dateTime"][11:16], event["description"]) == ("11:00", "zum Zweiten")
    assert bench.problems() == ()
    bench.assert_silent()


def test_h23_what_comes_back_of_our_own_is_not_sent_again(bench: Bench) -> None:
    """Also where it comes back with another etag because somebody touched what is not ours."""
    thor, cabin = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    appointment = bench.book("Anpassung", at(16, 10), resources=(bench.thor, bench.cabin))
    bench.settled()
    bench.edit(appointment.id, text="Anpassung links")
    bench.settled()
    bench.google.clear_requests()
    for number in range(5):
        for calendar in (thor, cabin):
            event_id = calendar.events()[0]["id"]
            calendar.edit_event(event_id, colorId=str(number + 1), reminders={"useDefault": False})
        bench.settled()
    assert bench.google.writes() == ()
    assert bench.appointment(appointment.id).text == "Anpassung links"
    bench.assert_silent()


@pytest.mark.parametrize(
    "rewriting",
    [
        Normalization(html_descriptions=True),
        Normalization(decomposed=True),
        Normalization(zone_aliases={"Europe/Berlin": "Europe/Busingen"}),
    ],
)
def test_h24_googles_own_way_of_writing_is_no_edit(bench: Bench, rewriting: Normalization) -> None:
    calendar = bench.link()
    bench.google.normalize(rewriting)
    appointment = bench.book("  Größe   prüfen ", at(16, 10), comment="Maße:\r\n- a < b\t\n\n\n- ä\u00a0ö  \n")
    bench.settled()
    bench.edit(appointment.id, when=at(16, 11))
    bench.settled()
    before = bench.appointment(appointment.id)
    calendar.edit_event(calendar.events()[0]["id"], colorId="3")
    bench.google.clear_requests()
    for full in (False, True, False, True, False):
        bench.settled(full=full)
    assert bench.google.writes() == ()
    assert bench.appointment(appointment.id) == before


def test_h25_a_bot_that_puts_its_title_back_is_stopped_and_the_others_go_on(bench: Bench) -> None:
    calendar = bench.link()
    appointment, other = bench.book("Unser Titel", at(16, 10)), bench.book("Anderer", at(16, 12))
    bench.settled()
    event_id = bench.mappings_of(appointment.id)[0].event_id
    rounds = 0
    while not bench.problems():
        rounds += 1
        assert rounds <= 6
        calendar.edit_event(event_id, summary="Titel des Automaten")
        bench.settled()
        bench.advance(minutes=2)
        bench.edit(appointment.id, text="Unser Titel")
        bench.settled()
        bench.advance(minutes=2)
    assert rounds == 5
    problem = bench.only_problem()
    assert (problem.kind, (problem.google or {})["reason"]) == (ProblemKind.QUARANTINE, "ping_pong")
    bench.edit(other.id, text="Anderer, geändert")
    calendar.edit_event(event_id, summary="Titel des Automaten")
    bench.settled()
    assert sorted(event["summary"] for event in calendar.events()) == ["Anderer, geändert", "Titel des Automaten"]
    bench.google.clear_requests()
    bench.settled()
    assert bench.google.writes() == ()


def test_h25_of_two_descriptions_at_odds_the_chosen_one_stands_alone(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Beratung", at(16, 10), comment="unseres")
    bench.settled()
    (mapping,) = bench.mappings()
    calendar.edit_event(mapping.event_id, description="des Automaten")
    assert mapping.answered is not None
    theirs = replace(mapping.answered, description="des Automaten")
    bench.keep(replace(mapping, state=MappingState.QUARANTINED, error_code=PING_PONG, answered=theirs))
    choices = (Choice.LOCAL, Choice.GOOGLE, Choice.IGNORE)
    asked = Problem(
        uuid4(),
        ProblemKind.QUARANTINE,
        mapping.link_id,
        bench.thor.id,
        appointment.id,
        mapping.event_id,
        choices,
        bench.clock.now(),
    )
    bench.keep(asked)
    bench.resolve(asked, "google")
    bench.settled()
    assert bench.appointment(appointment.id).comment == "des Automaten"
    assert calendar.events()[0]["description"] == "des Automaten"
    bench.assert_silent()


LATER = at(17, 15)


@pytest.mark.parametrize(
    ("here", "there", "googles"),
    [
        ({"when": at(17, 9)}, {"start": LATER.start_at, "end": LATER.end_at}, {"when": LATER}),
        ({"comment": "hier"}, {"description": "dort"}, {"comment": "dort"}),
    ],
)
def test_h26_the_version_that_lost_is_told_and_one_click_away(
    bench: Bench, here: dict[str, Any], there: dict[str, Any], googles: dict[str, Any]
) -> None:
    calendar = bench.link()
    appointment = bench.book("Beratung", at(16, 10), comment="anfangs")
    bench.settled()
    event_id = calendar.events()[0]["id"]
    calendar.edit_event(event_id, **there)
    kept = bench.edit(appointment.id, **here)
    (run,) = bench.settled()
    assert (run.conflicts, bench.appointment(appointment.id)) == (1, kept)
    problem = bench.only_problem()
    assert problem.kind is ProblemKind.CONFLICT
    bench.settled()
    assert bench.only_problem() == problem
    bench.resolve(problem, "google")
    bench.settled()
    found = bench.appointment(appointment.id)
    assert {name: getattr(found, name) for name in googles} == googles
    assert bench.problems() == ()
    bench.assert_silent()


@pytest.mark.parametrize("remembers", [True, False])
def test_h27_yesterdays_database_doubles_and_deletes_nothing(bench: Bench, remembers: bool) -> None:
    """A profile that remembers better shows the differences first; a copy on another computer has none."""
    bench.settings(google_deletions=DeletionPolicy.APPLY)
    calendar = bench.link()
    booked = bench.fill(3)
    bench.settled()
    bench.store.backup(bench.folder / "yesterday")
    bench.edit(booked[0].id, text="Heute geändert")
    for hour in range(9, 14):
        bench.book(f"Heute gebucht {hour}", at(21, hour))
    bench.settled()
    after = sorted(event["summary"] for event in calendar.events())
    bench.store.restore(bench.folder / "yesterday")
    bench.google.clear_requests()
    if remembers:
        assert bench.sync().status is LinkStatus.BRAKE
        problem = bench.only_problem()
        assert len((problem.google or {})["only_there"]) == 5
        bench.resolve(problem, "google")
    else:
        bench.epochs = MemoryEpochs()
        bench.engine = bench.make_engine()
    bench.settled()
    assert bench.google.writes() == ()
    assert sorted(found.text for found in bench.appointments()) == after
    assert sorted(event["summary"] for event in calendar.events()) == after
    bench.assert_silent()


def test_h27_a_restore_is_shown_first_whichever_workstation_syncs(bench: Bench) -> None:
    """Also one that remembers nothing: the store itself knows that it was set back."""
    bench.link()
    bench.fill(3)
    bench.settled()
    keeping = Safekeeping(bench.store, bench.clock, bench.folder)
    keeping.backup(bench.actor, bench.folder / "yesterday")
    bench.cancel(bench.appointments()[0].id)
    bench.settled()
    keeping.restore(bench.actor, bench.folder / "yesterday")
    bench.google.clear_requests()
    mine, bench.epochs = bench.epochs, MemoryEpochs()
    bench.engine = bench.make_engine()
    run = bench.sync()
    assert (run.status, run.reason) == (LinkStatus.BRAKE, "store_restored")
    assert bench.google.writes() == ()
    assert [item["title"] for item in (bench.only_problem().local or {})["only_here"]] == ["Termin 0"]
    bench.resolve(bench.only_problem(), "google")
    bench.settled()
    assert len(bench.appointments()) == 2
    bench.epochs = mine
    bench.engine = bench.make_engine()
    bench.assert_silent()


def test_h27_a_link_that_cannot_be_read_holds_no_other_after_a_restore(bench: Bench) -> None:
    thor, cabin = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    bench.settled()
    bench.store.backup(bench.folder / "yesterday")
    lost = bench.book("Heute gebucht", at(16), resources=(bench.cabin,))
    bench.settled()
    bench.store.restore(bench.folder / "yesterday")
    bench.fail("events.list", 404, "notFound", path_contains=cabin.id.partition("@")[0], times=None)
    order = [bench.link_of(resource).id for resource in (bench.thor, bench.cabin)]

    def statuses() -> list[LinkStatus]:
        return [run.status for run in sorted(bench.sync_all(), key=lambda run: order.index(run.link_id))]

    assert statuses() == [LinkStatus.BRAKE, LinkStatus.CALENDAR_MISSING]
    shown, awaited = sorted(bench.problems(), key=lambda problem: not problem.choices)
    assert (awaited.local, awaited.choices) == ({"reason": "calendar_not_read_yet"}, ())
    bench.resolve(shown, "google")
    bench.book("Neu", at(17))
    for _ in range(2):
        assert statuses() == [LinkStatus.OK, LinkStatus.CALENDAR_MISSING]
    assert [event["summary"] for event in thor.events()] == ["Neu"]
    bench.google.faults.clear()
    assert statuses() == [LinkStatus.OK, LinkStatus.BRAKE]
    question = bench.only_problem()
    assert (question.id, len((question.google or {})["only_there"])) == (awaited.id, 1)
    bench.resolve(question, "google")
    bench.settled()
    assert bench.only(bench.cabin).text == lost.text
    bench.assert_silent()


def test_h27_what_was_dragged_to_a_calendar_not_decided_yet_is_not_taken_for_deleted(bench: Bench) -> None:
    """Its time would be free here, and booked anew, until somebody decides."""
    thor, cabin = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    moved = bench.fill(3)[0]
    bench.settled()
    bench.store.backup(bench.folder / "yesterday")
    thor.move_event(bench.mappings_of(moved.id)[0].event_id, cabin)
    bench.settled()
    bench.store.restore(bench.folder / "yesterday")
    bench.sync_all()
    decided = bench.link_of(bench.thor).id
    bench.resolve(next(problem for problem in bench.problems() if problem.link_id == decided), "google")
    for _ in range(2):
        bench.sync_all()
    assert not bench.appointment(moved.id).is_cancelled
    bench.resolve(bench.only_problem(), "google")
    bench.settled()
    assert bench.only(bench.cabin).id == moved.id
    bench.assert_silent()


def test_h27_a_workstation_that_waited_for_another_asks_nothing_anew(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both saw that the store was set back; the other, which was faster, has a person's decision already."""
    bench.link()
    bench.book()
    bench.settled()
    with bench.store.read() as reader:
        epoch = reader.epoch()
    ahead = replace(epoch, number=epoch.number + 5)

    def wait(work: SqlUnitOfWork, _resource_ids: object) -> None:
        work.advance_epoch(ahead.number)

    monkeypatch.setattr(SqlUnitOfWork, "lock_resources", wait)
    notice_restore(bench.gate, ahead, bench.clock.now())
    assert bench.problems() == ()
