"""A calendar with many events is taken over in parts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from helpers.sync_bench import NOW, Bench, at, sync_bench
from terminplaner.domain.errors import CancelledError
from terminplaner.sync import pulling

EVENTS = 12


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setattr(pulling, "_ITEMS_AT_ONCE", 5)
    with sync_bench(tmp_path) as bench:
        calendar = bench.link()
        for hour in range(EVENTS):
            start = NOW + timedelta(hours=hour)
            calendar.add_event(f"Termin {hour}", start, start + timedelta(hours=1))
        yield bench


def test_a_first_sync_that_is_killed_keeps_what_it_had(bench: Bench) -> None:
    class KilledError(BaseException):
        """As sudden as a process's end."""

    def die_after_ten(done: int, _total: int) -> None:
        if done == 10:
            raise KilledError

    with pytest.raises(KilledError):
        bench.sync(progress=die_after_ten)
    assert len(bench.appointments()) == 10
    assert bench.link_of().sync_token == ""
    (run,) = bench.settled()
    assert run.created_local == EVENTS - 10
    assert len({appointment.text for appointment in bench.appointments()}) == len(bench.appointments()) == EVENTS
    bench.assert_silent()


def test_a_cancelled_first_sync_ends_between_two_parts(bench: Bench) -> None:
    class Cancel:
        is_set = False

        def raise_if_cancelled(self) -> None:
            if self.is_set:
                raise CancelledError

    cancel = Cancel()

    def ask_to_stop(_done: int, _total: int) -> None:
        cancel.is_set = True

    with pytest.raises(CancelledError):
        bench.sync(progress=ask_to_stop, cancel=cancel)
    assert len(bench.appointments()) == 5
    bench.settled()
    assert len(bench.appointments()) == EVENTS


def test_a_pass_over_many_events_says_how_far_it_is(bench: Bench) -> None:
    said: list[tuple[int, int]] = []
    bench.sync(progress=lambda done, total: said.append((done, total)))
    assert said == [(5, EVENTS), (10, EVENTS)]
    for hour in range(3):
        bench.book(f"hier {hour}", at(16, 10 + hour), resources=(bench.cabin,))
    bench.link(bench.cabin, "Kabine")
    said.clear()
    bench.settled(progress=lambda done, total: said.append((done, total)))
    assert said == [(1, 3), (2, 3), (3, 3)]
