"""The journal is kept for 90 days, whether anything moves or not."""

from __future__ import annotations

from helpers.sync_bench import Bench, at
from terminplaner.services.store_queries import JournalQuery
from terminplaner.simulator import Fault, FaultKind


def _entries(bench: Bench) -> int:
    with bench.store.read() as reader:
        return len(reader.list_journal(JournalQuery(), 1000))


def _runs(bench: Bench) -> int:
    with bench.store.read() as reader:
        return len(reader.list_runs(bench.link_of().id))


def test_a_pass_that_moves_nothing_forgets_what_is_too_old(bench: Bench) -> None:
    bench.link()
    bench.book("Beratung", at(1, 10, month=12))
    bench.settled()
    bench.advance(days=89)
    bench.settled()
    assert (_entries(bench), _runs(bench)) == (1, 1)
    bench.advance(days=2)
    bench.settled()
    assert (_entries(bench), _runs(bench)) == (0, 0)


def test_only_passes_in_which_something_happened_are_kept(bench: Bench) -> None:
    bench.link()
    bench.settled()
    assert _runs(bench) == 0
    bench.google.faults.add(Fault("events.list", FaultKind.ERROR, status=503, reason="backendError", times=9))
    bench.sync_all()
    assert _runs(bench) == 1
    bench.google.faults.clear()
    bench.settled()
    assert _runs(bench) == 2
    bench.settled()
    assert _runs(bench) == 2


def test_what_is_too_old_goes_while_the_sync_is_off(bench: Bench) -> None:
    bench.link()
    bench.book("Beratung", at(1, 10, month=12))
    bench.settled()
    bench.settings(google_sync=False)
    bench.advance(days=91)
    assert bench.sync_all() == ()
    assert (_entries(bench), _runs(bench)) == (0, 0)
