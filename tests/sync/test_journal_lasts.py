"""The journal is kept for 90 days, whether anything moves or not."""

from __future__ import annotations

from helpers.sync_bench import Bench, at
from terminplaner.services.ports import JournalQuery


def _entries(bench: Bench) -> int:
    with bench.store.read() as reader:
        return len(reader.list_journal(JournalQuery()))


def _runs(bench: Bench) -> int:
    with bench.store.read() as reader:
        return len(reader.list_runs(bench.link_of().id))


def test_a_pass_that_moves_nothing_forgets_what_is_too_old(bench: Bench) -> None:
    bench.link()
    bench.book("Beratung", at(1, 10, month=12))
    bench.settled()
    bench.advance(days=89)
    bench.settled()
    assert (_entries(bench), _runs(bench)) == (1, 2)
    bench.advance(days=2)
    bench.settled()
    assert (_entries(bench), _runs(bench)) == (0, 2)


def test_what_is_too_old_goes_while_the_sync_is_off(bench: Bench) -> None:
    bench.link()
    bench.book("Beratung", at(1, 10, month=12))
    bench.settled()
    bench.settings(google_sync=False)
    bench.advance(days=91)
    assert bench.sync_all() == ()
    assert (_entries(bench), _runs(bench)) == (0, 0)
