"""What "Neu abgleichen" shows before it does anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pytest

from helpers.sync_bench import Bench, at, sync_bench
from terminplaner.domain.calendar_link import Direction, JournalEntry, ProblemKind
from terminplaner.domain.errors import ComeBackLaterError, DeadlockError, NotFoundError, PersonNeededError
from terminplaner.services.google_ports import FullPreview
from terminplaner.simulator import Fault, FaultKind
from terminplaner.storage.unit_of_work import SqlUnitOfWork
from terminplaner.sync import comparison
from terminplaner.sync.settle import settle_deletions


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with sync_bench(tmp_path) as opened:
        yield opened


def preview(bench: Bench) -> FullPreview:
    return bench.engine.preview_full(bench.link_of().id)


def named(moves: tuple[JournalEntry, ...]) -> set[tuple[Direction, str, str]]:
    return {(m.direction, m.action, (m.after or m.before or {})["title"]) for m in moves}


def test_it_names_what_would_move_and_moves_nothing(bench: Bench) -> None:
    calendar = bench.link()
    for hour, text in enumerate(("Bleibt", "Wird geändert", "Wird gelöscht", "Storniert", "Umbenannt"), 9):
        bench.book(text, at(16, hour))
    bench.settled()
    events = {event["summary"]: event["id"] for event in calendar.events()}
    calendar.edit_event(events["Wird geändert"], summary="Geändert")
    calendar.delete_event(events["Wird gelöscht"])
    calendar.add_event("Zahnarzt", at(17).start_at, at(17).end_at)
    here = {appointment.text: appointment.id for appointment in bench.appointments()}
    bench.cancel(here["Storniert"])
    bench.edit(here["Umbenannt"], text="Neuer Name")
    bench.book("Noch nie gesendet", at(18))
    mappings, epoch = bench.mappings(), bench.epoch_number()
    bench.google.clear_requests()

    found = preview(bench)

    assert named(found.moves) == {
        (Direction.FROM_GOOGLE, "updated", "Geändert"),
        (Direction.FROM_GOOGLE, "cancelled", "Wird gelöscht"),
        (Direction.FROM_GOOGLE, "created", "Zahnarzt"),
        (Direction.TO_GOOGLE, "deleted", "Storniert"),
        (Direction.TO_GOOGLE, "updated", "Neuer Name"),
        (Direction.TO_GOOGLE, "created", "Noch nie gesendet"),
    }
    assert found.questions == ()
    assert bench.google.writes() == ()
    assert (bench.mappings(), bench.epoch_number()) == (mappings, epoch)
    assert bench.problems() == ()
    assert {appointment.text for appointment in bench.appointments()} == {
        "Bleibt",
        "Wird geändert",
        "Wird gelöscht",
        "Neuer Name",
        "Noch nie gesendet",
    }


def test_what_it_announced_is_what_a_full_pass_does(bench: Bench) -> None:
    calendar = bench.link()
    for day in (16, 17, 18):
        bench.book(f"Am {day}.", at(day))
    bench.settled()
    first, second, _ = (event["id"] for event in calendar.events())
    calendar.edit_event(first, summary="Anders")
    calendar.delete_event(second)
    bench.book("Neu", at(21))
    announced = preview(bench)
    (run,) = bench.settled(full=True)
    counted = (run.updated_local, run.cancelled_local, run.created_google)
    actions = [(move.direction, move.action) for move in announced.moves]
    assert counted == (
        actions.count((Direction.FROM_GOOGLE, "updated")),
        actions.count((Direction.FROM_GOOGLE, "cancelled")),
        actions.count((Direction.TO_GOOGLE, "created")),
    )
    assert preview(bench) == FullPreview((), ())


def test_a_brake_is_announced_with_all_it_would_hold(bench: Bench) -> None:
    calendar = bench.link()
    for hour in range(8, 18):
        bench.book(f"Um {hour}", at(16, hour))
    bench.settled()
    for event in calendar.events()[:9]:
        calendar.delete_event(event["id"])
    found = preview(bench)
    assert found.moves == ()
    assert [(question.kind, len((question.local or {})["events"])) for question in found.questions] == [
        (ProblemKind.BRAKE, 9)
    ]
    assert bench.problems() == ()


def test_the_line_may_be_down_and_the_calendar_gone(bench: Bench) -> None:
    calendar = bench.link()
    bench.settled()
    bench.google.faults.add(Fault("events.list", FaultKind.ERROR, times=None, status=503))
    with pytest.raises(ComeBackLaterError, match="google_unavailable"):
        preview(bench)
    bench.google.faults.clear()
    calendar.delete()
    with pytest.raises(PersonNeededError, match="calendar_missing"):
        preview(bench)


def test_an_ended_link_cannot_be_compared(bench: Bench) -> None:
    bench.link()
    link = bench.link_of()
    bench.unlink()
    with pytest.raises(NotFoundError):
        bench.engine.preview_full(link.id)


def test_it_waits_for_nobody_who_is_at_it(bench: Bench) -> None:
    bench.link()
    assert bench.store.acquire_lease(bench.link_of().id, "another", 60) is not None
    with pytest.raises(ComeBackLaterError, match="held_elsewhere"):
        preview(bench)


def test_it_holds_up_nobody_whom_it_does_not_concern(bench: Bench) -> None:
    bench.link()
    bench.book("Bleibt", at(16))
    bench.settled()
    held: set[UUID] = set()
    lock = SqlUnitOfWork.lock_resources

    def note(work: SqlUnitOfWork, resource_ids: Iterable[UUID]) -> None:
        held.update(wanted := tuple(resource_ids))
        lock(work, wanted)

    with patch.object(SqlUnitOfWork, "lock_resources", note):
        preview(bench)
    assert held == {bench.thor.id}


def test_it_announces_what_was_dragged_here_from_another_calendar(bench: Bench) -> None:
    thor, cabin = bench.link(), bench.link(bench.cabin, "Kabine")
    for hour in (9, 10, 11):
        bench.book(f"In der Kabine {hour}", at(22, hour), resources=(bench.cabin,))
    bench.book("Anpassung", at(16), resources=(bench.cabin,))
    bench.settled()
    event = next(event for event in cabin.events() if event["summary"] == "Anpassung")
    cabin.move_event(event["id"], thor)
    bench.fail("events.list", 500, path_contains=thor.id.partition("@")[0], times=9)
    bench.sync_all()  # gone there, and nobody knows yet where to
    bench.google.faults.clear()
    assert named(preview(bench).moves) == {(Direction.FROM_GOOGLE, "updated", "Anpassung")}


def test_it_is_done_again_where_the_database_ended_it_for_somebody_else(bench: Bench) -> None:
    calendar = bench.link()
    bench.settled()
    calendar.add_event("Zahnarzt", at(17).start_at, at(17).end_at)
    ended: list[int] = []

    def settled(*arguments: Any) -> None:
        settle_deletions(*arguments)
        if not ended:
            ended.append(1)
            raise DeadlockError

    with patch.object(comparison, "settle_deletions", settled):
        assert named(preview(bench).moves) == {(Direction.FROM_GOOGLE, "created", "Zahnarzt")}
