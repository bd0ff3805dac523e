"""What one change costs in requests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from helpers.sync_bench import Bench, at, sync_bench
from terminplaner.domain.appointment import Appointment
from terminplaner.simulator import Fault, FaultKind, PersonCalendar


@dataclass(frozen=True)
class Agreed:
    """One appointment, equal on both sides."""

    bench: Bench
    calendar: PersonCalendar
    appointment: Appointment
    event: dict[str, Any]

    def cost(self) -> tuple[int, int]:
        """The requests of the next pass that read, and those that write."""
        self.bench.google.clear_requests()
        (run,) = self.bench.settled()
        writes = len(self.bench.google.writes())
        return run.requests - writes, writes


@pytest.fixture
def agreed(tmp_path: Path) -> Iterator[Agreed]:
    with sync_bench(tmp_path) as bench:
        calendar = bench.link()
        appointment = bench.book()
        bench.assert_silent()
        (event,) = calendar.events()
        yield Agreed(bench, calendar, appointment, event)


def test_an_unchanged_poll_is_one_request_for_each_link(agreed: Agreed) -> None:
    assert agreed.cost() == (1, 0)


def test_a_booking_here_is_one_request(agreed: Agreed) -> None:
    agreed.bench.book("Neu", at(17))
    assert agreed.cost() == (1, 1)


def test_an_edit_here_is_one_request(agreed: Agreed) -> None:
    agreed.bench.edit(agreed.appointment.id, text="Anders", when=at(17))
    assert agreed.cost() == (1, 1)


def test_a_cancellation_here_is_one_request(agreed: Agreed) -> None:
    agreed.bench.cancel(agreed.appointment.id)
    assert agreed.cost() == (1, 1)


def test_an_edit_in_google_costs_nothing_beside_the_poll(agreed: Agreed) -> None:
    agreed.calendar.edit_event(agreed.event["id"], summary="In Google")
    assert agreed.cost() == (1, 0)


def test_a_deletion_in_google_costs_nothing_beside_the_poll(agreed: Agreed) -> None:
    agreed.calendar.delete_event(agreed.event["id"])
    assert agreed.cost() == (1, 0)


def test_a_conflict_seen_by_the_poll_is_one_request(agreed: Agreed) -> None:
    agreed.bench.edit(agreed.appointment.id, text="Hier")
    agreed.calendar.edit_event(agreed.event["id"], summary="In Google")
    assert agreed.cost() == (1, 1)


def test_a_conflict_that_comes_after_the_poll_is_three_requests(agreed: Agreed) -> None:
    """Refused, asked, sent again."""
    agreed.bench.edit(agreed.appointment.id, text="Hier")
    late = Fault(
        "events.patch",
        FaultKind.CALL,
        action=lambda: agreed.calendar.edit_event(agreed.event["id"], summary="In Google"),
    )
    agreed.bench.google.faults.add(late)
    reads, writes = agreed.cost()
    assert (reads - 1) + writes == 3
