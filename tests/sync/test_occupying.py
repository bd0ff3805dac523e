"""What comes from Google takes its resource as the chain wants it, at once and for what is here already."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from unittest.mock import patch
from uuid import UUID

import pytest

from helpers.sync_bench import BERLIN, Bench, at, days
from terminplaner.domain.calendar_link import ProblemKind
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.errors import CapacityExceededError
from terminplaner.services.occupation import Occupation
from terminplaner.services.planning import Move
from terminplaner.storage.unit_of_work import SqlUnitOfWork


def can_be_booked(bench: Bench) -> bool:
    appointment = bench.new("Probe", at(17))
    with bench.store.read() as reader:
        occupation = Occupation.of(reader)
        span = appointment.when.interval(BERLIN)
        # The quick look and the closer one agree.
        is_busy = occupation.busy_times(reader, [bench.thor.id], span.start_at, span.end_at).meets(span)
        try:
            occupation.require_room(reader, appointment)
        except CapacityExceededError:
            assert is_busy
            return False
        assert not is_busy
        return True


@pytest.mark.parametrize("is_all_day", [False, True])
def test_events_shown_as_free(bench: Bench, is_all_day: bool) -> None:
    calendar = bench.link()
    start = datetime(2026, 9, 17, 10, tzinfo=BERLIN)
    times = (date(2026, 9, 17), date(2026, 9, 18)) if is_all_day else (start, start.replace(hour=11))
    calendar.add_event("Frei", *times, transparency="transparent")
    bench.settled()
    revisions = [found.revision for found in bench.appointments()]
    assert can_be_booked(bench)
    bench.settings(google_free_events_busy=True)
    assert not can_be_booked(bench)
    bench.settings(google_free_events_busy=False)
    assert can_be_booked(bench)
    assert [found.revision for found in bench.appointments()] == revisions  # derived, nothing is rewritten
    assert bench.google.writes() == ()


def test_all_day_events(bench: Bench) -> None:
    calendar = bench.link()
    calendar.add_event("Messe", date(2026, 9, 17), date(2026, 9, 18))
    bench.settled()
    assert not can_be_booked(bench)
    bench.settings(google_all_day_busy=False)
    assert can_be_booked(bench)
    bench.book("Beratung", at(17))
    assert bench.problems() == ()
    with bench.store.read() as reader:
        assert reader.list(ChainSettings)[0].google_all_day_busy is False


def test_a_whole_day_of_ours_takes_its_resource_all_the_same(bench: Bench) -> None:
    bench.settings(google_all_day_busy=False)
    bench.book("Inventur", days(17, 17))
    assert not can_be_booked(bench)


def test_many_that_move_find_no_room_beside_an_event_shown_as_free(bench: Bench) -> None:
    """For many there is a quick look before the closer one."""
    bench.settings(google_free_events_busy=True)
    calendar = bench.link()
    calendar.add_event(
        "Frei",
        datetime(2026, 9, 18, 8, tzinfo=BERLIN),
        datetime(2026, 9, 18, 18, tzinfo=BERLIN),
        transparency="transparent",
    )
    bench.settled()
    booked = [bench.book(f"Beratung {hour}", at(17, hour)) for hour in range(8, 17)]
    moves = [
        Move(row.id, row.revision, at(18, hour), row.resource_ids) for hour, row in enumerate(booked, start=8)
    ]
    with pytest.raises(CapacityExceededError):
        bench.planning.move_many(bench.actor, moves)


def test_a_pull_locks_all_resources_at_once(bench: Bench) -> None:
    """One after the other, PostgreSQL could let it and a booking of the same resources wait for each other."""
    calendar = bench.link()
    customer = bench.customer()
    for day in (16, 17):
        bench.book("Beratung", at(day), resources=(bench.thor, bench.cabin), customer_id=customer.id)
        bench.book("Daneben", at(day, 12), resources=(bench.cabin,))
    bench.settled()
    locked: dict[SqlUnitOfWork, list[set[UUID]]] = {}
    lock = SqlUnitOfWork.lock_resources

    def watched(work: SqlUnitOfWork, resource_ids: Iterable[UUID]) -> None:
        wanted = set(resource_ids)
        locked.setdefault(work, []).append(wanted)
        lock(work, wanted)

    def move_there(hour: int) -> None:
        for event in calendar.events():
            start = datetime.fromisoformat(event["start"]["dateTime"]).replace(hour=hour)
            calendar.edit_event(event["id"], start=start, end=start + timedelta(minutes=30))

    with patch.object(SqlUnitOfWork, "lock_resources", watched):
        for hour in (12, 14):
            move_there(hour)
            bench.settled()
            assert {problem.kind for problem in bench.problems()} == (
                {ProblemKind.OVERLAP} if hour == 12 else set()
            )
    both = {bench.thor.id, bench.cabin.id}
    assert any(first == both for first, *_ in locked.values())
    assert all(later <= first for first, *more in locked.values() for later in more)
