"""What chaos found, each as the shortest story that shows it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from helpers.sync_bench import Bench, at, sync_bench
from terminplaner.domain.calendar_link import Choice, LinkStatus, ProblemKind
from terminplaner.domain.chain import DeletionPolicy
from terminplaner.domain.errors import DeadlockError
from terminplaner.simulator import Fault, FaultKind
from terminplaner.storage.unit_of_work import SqlUnitOfWork
from terminplaner.sync import closing as closing_of_pass


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with sync_bench(tmp_path) as made:
        made.settings(google_deletions=DeletionPolicy.APPLY, allow_overbooking=True)
        yield made


def test_a_masked_title_edited_in_google_does_not_replace_a_text_that_was_never_there(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Brille reklamiert", type_id=bench.type().id, customer_id=bench.customer().id)
    bench.settled()
    calendar.edit_event(calendar.events()[0]["id"], summary="Sehtest MM, Parkplatz")
    bench.settled()
    assert bench.appointment(appointment.id).text == "Brille reklamiert"
    assert calendar.events()[0]["summary"] == "Sehtest MM, Parkplatz"
    problem = bench.only_problem()
    assert (problem.kind, problem.local, problem.google) == (
        ProblemKind.CONFLICT,
        {"title": "Brille reklamiert"},
        {"title": "Sehtest MM, Parkplatz"},
    )
    bench.assert_silent(passes=1)


def test_a_copy_into_another_calendar_stays_private_and_transparent(bench: Bench) -> None:
    thor, cabin = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    when = at(16)
    event = thor.add_event(
        "Scheidungsanwalt", when.start_at, when.end_at, visibility="private", transparency="transparent"
    )
    bench.settled()
    thor.move_event(event["id"], cabin)
    copy = cabin.copy_event(event["id"], thor)
    bench.settled()
    for found in bench.appointments():
        assert (found.text, found.is_private, found.is_transparent) == ("Privat", True, True)
        bench.edit(found.id, text="Etwas anderes")
    bench.settled()
    assert thor.event(copy["id"])["summary"] == "Scheidungsanwalt"


def test_an_appointment_of_ours_made_private_in_google_keeps_its_text_when_dragged(bench: Bench) -> None:
    thor, cabin = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    appointment = bench.book("Kontrolle")
    bench.settled()
    event = thor.edit_event(thor.events()[0]["id"], visibility="private")
    thor.move_event(event["id"], cabin)
    bench.settled()
    moved = bench.appointment(appointment.id)
    assert (moved.text, moved.resource_ids) == ("Kontrolle", (bench.cabin.id,))
    bench.assert_silent(passes=1)


def test_a_private_event_edited_while_its_arrival_waits_stays_private(bench: Bench) -> None:
    thor, cabin = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    when = at(16)
    event = thor.add_event("Scheidungsanwalt", when.start_at, when.end_at, visibility="private")
    bench.settled()
    thor.move_event(event["id"], cabin)
    bench.fail("events.list", 503, path_contains=thor.id.partition("@")[0], times=None)
    bench.sync_all()
    cabin.edit_event(event["id"], summary="Scheidungsanwalt Dr. Streit")
    bench.sync_all()
    bench.google.faults.clear()
    bench.settled()
    assert bench.only(bench.cabin).text == "Privat"
    assert [mapping.answered.title for mapping in bench.mappings(bench.cabin) if mapping.answered] == ["Privat"]


def test_an_appointment_that_occupies_nothing_stays_so_on_another_resource(bench: Bench) -> None:
    thor, cabin = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    appointment = bench.book()
    bench.settled()
    thor.edit_event(thor.events()[0]["id"], transparency="transparent")
    bench.settled()
    bench.edit(appointment.id, resource_ids=(bench.cabin.id,))
    bench.settled()
    assert bench.appointment(appointment.id).is_transparent
    assert cabin.events()[0]["transparency"] == "transparent"


def test_an_event_about_to_go_does_not_say_whether_the_one_in_its_place_occupies(bench: Bench) -> None:
    thor, cabin = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    appointment = bench.book()
    bench.settled()
    bench.edit(appointment.id, resource_ids=(bench.cabin.id,))
    bench.fail("events.delete", 503, times=None)
    bench.sync_all()
    bench.google.faults.clear()
    thor.edit_event(thor.events()[0]["id"], summary="Spätberatung", transparency="transparent")
    bench.settled()
    assert thor.events() == []
    (event,) = cabin.events()
    assert (event["summary"], event.get("transparency", "opaque")) == ("Spätberatung", "opaque")
    assert not bench.appointment(appointment.id).is_transparent


def test_one_event_of_two_dragged_onto_the_other_resource_after_its_deletion_was_believed(bench: Bench) -> None:
    thor, cabin = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    for hour in range(8, 12):
        bench.book(f"Bleibt {hour}", at(17, hour), resources=(bench.thor, bench.cabin))
    appointment = bench.book("Zu zweit", resources=(bench.thor, bench.cabin))
    bench.settled()
    event = next(event for event in thor.events() if event["summary"] == "Zu zweit")
    thor.move_event(event["id"], cabin)
    bench.google.faults.add(
        Fault("events.list", FaultKind.EMPTY_LIST, times=None, path_contains=cabin.id.partition("@")[0])
    )
    bench.settled()
    assert bench.appointment(appointment.id).is_cancelled
    bench.google.faults.clear()
    bench.settled(full=True)
    bench.settled()
    assert bench.appointment(appointment.id).resource_ids == (bench.cabin.id,)
    assert [event["summary"] for event in cabin.events()].count("Zu zweit") == 2
    bench.assert_silent(passes=1)


def test_one_event_of_two_dragged_onto_the_resource_that_the_appointment_was_taken_off(bench: Bench) -> None:
    thor, cabin = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    appointment = bench.book("Zu zweit", resources=(bench.thor, bench.cabin))
    bench.settled()
    (event,) = thor.events()
    thor.move_event(event["id"], cabin)
    bench.edit(appointment.id, resource_ids=(bench.thor.id,))
    bench.settled()
    assert thor.events() == []
    here = {found.id for found in bench.appointments(bench.cabin)}
    living = {event["id"] for event in cabin.events()}
    mapped = [item.appointment_id for item in bench.mappings(bench.cabin) if item.event_id in living]
    assert len(mapped) == len(living) == 2
    assert set(mapped) == here
    bench.assert_silent(passes=1)


def test_the_last_word_about_an_appointment_in_two_calendars_counts(bench: Bench) -> None:
    bench.settings(google_deletions=DeletionPolicy.ASK)
    thor, cabin = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    appointment = bench.book("Zu zweit", resources=(bench.thor, bench.cabin))
    bench.settled()
    thor.delete_event(thor.events()[0]["id"])
    cabin.delete_event(cabin.events()[0]["id"])
    bench.settled()
    first, second = bench.problems()
    bench.resolve(first, Choice.APPLY)
    assert bench.appointment(appointment.id).is_cancelled
    bench.resolve(second, Choice.RESTORE)
    bench.settled()
    assert [len(calendar.events()) for calendar in (thor, cabin)] == [1, 1]
    bench.assert_silent(passes=1)


def test_a_lease_lost_after_the_last_step_ends_only_the_pass_over_its_own_link(bench: Bench) -> None:
    thor = bench.link(bench.thor, "Thor")
    bench.link(bench.cabin, "Kabine")
    bench.settled()
    bench.interfere("events.list", partial(_take_over, bench), path_contains=thor.id.partition("@")[0])
    ended = {run.link_id: run.status for run in bench.sync_all()}
    assert ended == {
        bench.link_of(bench.thor).id: LinkStatus.BUSY,
        bench.link_of(bench.cabin).id: LinkStatus.OK,
    }


def test_a_lease_lost_together_with_the_quota_ends_the_pass_over_its_link(bench: Bench) -> None:
    bench.link()
    bench.book()
    bench.interfere("events.insert", partial(_take_over, bench))
    bench.fail("events.insert", 403, "quotaExceeded")
    assert bench.sync().status is LinkStatus.BUSY


def _take_over(bench: Bench) -> None:
    """This workstation sleeps for longer than its lease lasts, and another one begins a pass."""
    link = bench.link_of(bench.thor)
    with closing(sqlite3.connect(bench.folder / "terminplaner.db", timeout=10)) as connection, connection:
        connection.execute("UPDATE lease SET expires_at = '2026-01-01 00:00:00.000000'")
    assert bench.store.acquire_lease(link.id, "another workstation", 90) is not None


def test_an_event_that_stays_after_all_says_whether_its_appointment_is_transparent(bench: Bench) -> None:
    thor, cabin = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    appointment = bench.book("Zu zweit", resources=(bench.thor, bench.cabin))
    bench.settled()
    cabin.edit_event(cabin.events()[0]["id"], transparency="transparent")
    thor.move_event(thor.events()[0]["id"], cabin)
    bench.edit(appointment.id, resource_ids=(bench.thor.id,))
    bench.settled()
    stays = bench.appointment(appointment.id)
    assert (stays.resource_ids, stays.is_transparent) == ((bench.cabin.id,), True)
    bench.assert_silent(passes=1)


def test_an_appointment_is_as_transparent_as_the_only_event_that_is_left_of_it(bench: Bench) -> None:
    thor, _ = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    appointment = bench.book("Zu zweit", resources=(bench.thor, bench.cabin))
    bench.settled()
    thor.edit_event(thor.events()[0]["id"], transparency="transparent")
    bench.settled()
    assert bench.appointment(appointment.id).is_transparent
    bench.edit(appointment.id, resource_ids=(bench.cabin.id,))
    bench.settled()
    assert not bench.appointment(appointment.id).is_transparent
    bench.assert_silent(passes=1)


@pytest.mark.parametrize("ended", [1, 5])
def test_a_pass_that_the_database_ended_at_its_end_is_told(bench: Bench, ended: int) -> None:
    """Once, and as often as it is tried."""
    bench.link(bench.thor, "Thor")
    bench.link(bench.cabin, "Kabine")
    bench.settled()
    with ending_for_others(closing_of_pass, "_note_account", ended):
        runs = bench.sync_all()
    is_lasting = ended > 3
    assert [run.status for run in runs] == [LinkStatus.BUSY if is_lasting else LinkStatus.OK, LinkStatus.OK]


@pytest.mark.parametrize("ended", [1, 3])
def test_a_quota_is_told_where_the_database_ends_the_transaction_that_notes_it(bench: Bench, ended: int) -> None:
    bench.link()
    bench.book()
    bench.fail("events.insert", 403, "quotaExceeded")
    with ending_for_others(closing_of_pass, "write_pause", ended):
        assert bench.sync().status is (LinkStatus.BUSY if ended == 3 else LinkStatus.QUOTA_PAUSE)


@pytest.mark.parametrize("ended", [1, 3])
def test_a_pass_goes_on_where_the_database_ends_the_pruning_of_the_journal(bench: Bench, ended: int) -> None:
    bench.link()
    with ending_for_others(SqlUnitOfWork, "prune_journal", ended):
        bench.settled()


@contextmanager
def ending_for_others(owner: object, name: str, times: int) -> Iterator[None]:
    """The database ends this many transactions in which ``name`` is called."""
    real, ended = getattr(owner, name), count(1)

    def called(*arguments: Any) -> Any:
        if next(ended) <= times:
            raise DeadlockError
        return real(*arguments)

    with patch.object(owner, name, called):
        yield
