"""Taking back what the sync moved here, and what Google hears of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.sync_bench import Bench, at, sync_bench
from terminplaner.domain.calendar_link import Direction, JournalEntry
from terminplaner.domain.errors import NotFoundError
from terminplaner.services.store_queries import JournalQuery
from terminplaner.services.sync_journal import SyncJournal


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with sync_bench(tmp_path) as opened:
        yield opened


def latest(bench: Bench, action: str) -> JournalEntry:
    with bench.store.read() as reader:
        entries = reader.list_journal(JournalQuery(direction=Direction.FROM_GOOGLE), 20)
    return next(entry for entry in entries if entry.action == action)


def revert(bench: Bench, action: str) -> None:
    SyncJournal(bench.planning).revert(bench.actor, latest(bench, action).id)
    bench.settled()


def test_a_change_made_in_google_goes_back_there_too(bench: Bench) -> None:
    calendar = bench.link()
    booked = bench.book("Beratung", at(16, 10))
    bench.settled()
    (event,) = calendar.events()
    calendar.edit_event(event["id"], summary="Verwechselt", start=at(17).start_at, end=at(17).end_at)
    bench.settled()
    assert bench.appointment(booked.id).text == "Verwechselt"
    revert(bench, "updated")
    (event,) = calendar.events()
    assert event["summary"] == "Beratung"
    assert event["start"]["dateTime"].startswith("2026-09-16T10:00")
    assert (bench.appointment(booked.id).text, bench.appointment(booked.id).when) == ("Beratung", at(16, 10))
    bench.assert_silent()


def test_an_event_that_came_from_google_is_deleted_there(bench: Bench) -> None:
    calendar = bench.link()
    calendar.add_event("Zahnarzt", at(16).start_at, at(16).end_at)
    bench.settled()
    revert(bench, "created")
    assert calendar.events() == []
    assert bench.appointments() == []
    assert [gone.text for gone in bench.appointments(cancelled=True)] == ["Zahnarzt"]
    bench.assert_silent()


def test_what_was_deleted_in_google_is_there_again(bench: Bench) -> None:
    calendar = bench.link()
    bench.book("Beratung")
    bench.settled()
    calendar.delete_event(calendar.events()[0]["id"])
    bench.settled()
    assert bench.appointments() == []
    revert(bench, "cancelled")
    assert [event["summary"] for event in calendar.events()] == ["Beratung"]
    assert [appointment.text for appointment in bench.appointments()] == ["Beratung"]
    bench.assert_silent()


def test_a_move_to_another_calendar_is_taken_back(bench: Bench) -> None:
    thor, cabin = bench.link(), bench.link(bench.cabin, "Kabine 1")
    booked = bench.book("Beratung")
    bench.settled()
    thor.move_event(thor.events()[0]["id"], cabin)
    bench.settled()
    assert bench.appointment(booked.id).resource_ids == (bench.cabin.id,)
    revert(bench, "updated")
    assert bench.appointment(booked.id).resource_ids == (bench.thor.id,)
    assert [len(calendar.events()) for calendar in (thor, cabin)] == [1, 0]
    bench.assert_silent()


def test_a_block_is_googles_own(bench: Bench) -> None:
    calendar = bench.link()
    calendar.add_event("Urlaub", at(16).start_at, at(16).end_at, eventType="outOfOffice")
    bench.settled()
    with pytest.raises(NotFoundError, match="not_revertible"):
        revert(bench, "created")
