"""Hearing of what others committed, and of nothing else."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from time import monotonic
from uuid import uuid4

import psycopg
import pytest

from helpers.databases import Database
from helpers.stored_values import AUTHOR, TYPE
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import StorageError
from terminplaner.services.ports import Store
from terminplaner.services.store_queries import ForeignChanges
from terminplaner.storage import change_feed
from terminplaner.storage import store as store_module

LONG = 20.0
BOOKKEEPING = ForeignChanges(has_bookkeeping=True)
EVERYTHING = ForeignChanges(is_incomplete=True)


def keep_books(store: Store) -> None:
    with store.write(AUTHOR, "sync") as work:
        work.advance_epoch()
        work.commit()


def change(store: Store, *names: str) -> ChangeSet:
    with store.write(AUTHOR, "change") as work:
        for name in names or ("Sehtest",):
            work.put(replace(TYPE, id=uuid4(), name=name, revision=0))
        change_set = work.commit()
    assert change_set is not None
    return change_set


def test_a_quiet_store_lets_the_time_run_out(store: Store) -> None:
    assert store.wait_for_foreign_changes(0) is None
    begun = monotonic()
    assert store.wait_for_foreign_changes(0.3) is None
    assert 0.25 < monotonic() - begun < LONG


def test_a_change_elsewhere_wakes_the_one_who_waits_and_says_what_it_was(database: Database) -> None:
    here, there = database.open(), database.open()
    with ThreadPoolExecutor(1) as pool:
        waiting: Future[ForeignChanges | None] = pool.submit(here.wait_for_foreign_changes, LONG)
        made = change(there, "Sehtest", "Anpassung")
        assert waiting.result(LONG) == ForeignChanges((made,))


def test_changes_between_two_waits_are_not_missed_and_stay_in_order(database: Database) -> None:
    here, there, elsewhere = database.open(), database.open(), database.open()
    made = tuple(change(store) for store in (there, elsewhere, there))
    assert _heard(here, 3) == made
    assert here.wait_for_foreign_changes(0) is None
    later = change(there)
    assert here.wait_for_foreign_changes(LONG) == ForeignChanges((later,))


def test_own_changes_wake_nobody_here(database: Database) -> None:
    here, there = database.open(), database.open()
    mine = change(here)
    keep_books(here)
    assert here.acquire_lease(uuid4(), "a", 60) == 1
    assert here.wait_for_foreign_changes(0.3) is None
    assert there.wait_for_foreign_changes(LONG) is not None
    change(here)
    foreign = change(there)
    change(here)
    keep_books(here)
    assert here.wait_for_foreign_changes(LONG) == ForeignChanges((foreign,))
    assert here.wait_for_foreign_changes(0.3) is None
    assert mine != foreign


def test_the_books_of_another_s_sync_are_told_of_beside_the_changes(database: Database) -> None:
    here, there = database.open(), database.open()
    keep_books(there)
    assert here.wait_for_foreign_changes(LONG) == BOOKKEEPING
    keep_books(here)
    made = change(there)
    keep_books(there)
    found = here.wait_for_foreign_changes(LONG)
    assert found is not None
    later = here.wait_for_foreign_changes(0.3)  # PostgreSQL may bring one after the other
    assert found.change_sets == (made,)
    assert found.has_bookkeeping or later == BOOKKEEPING


def test_leases_and_the_queue_of_requests_are_nobody_s_news(database: Database) -> None:
    here, there = database.open(), database.open()
    link_id = uuid4()
    fence = there.acquire_lease(link_id, "a", 60)
    assert fence is not None
    there.book_requests(uuid4(), 1, 0)
    there.release_lease(link_id, fence)
    assert here.wait_for_foreign_changes(0.3) is None


def test_reading_and_rolling_back_wake_nobody(database: Database) -> None:
    here, there = database.open(), database.open()
    with there.read() as reader:
        reader.epoch()
    with there.write(AUTHOR, "change") as work:
        work.put(TYPE)
    with there.write(AUTHOR, "change") as work:
        work.prune_journal(database.clock.now())  # of which nothing is that old
        assert work.commit() is None
    assert here.wait_for_foreign_changes(0.3) is None


def test_a_commit_that_failed_is_not_taken_for_an_own_one(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = sqlite_database.open(), sqlite_database.open()
    with monkeypatch.context() as patch:

        def fail(_connection: object) -> None:
            raise StorageError("disk_full")

        patch.setattr("sqlalchemy.Connection.commit", fail)
        with pytest.raises(StorageError):
            change(here)
    made = change(there)  # has the number that was to be the other's
    assert here.wait_for_foreign_changes(LONG) == ForeignChanges((made,))


def test_so_many_changes_that_asking_is_quicker(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_MOST_CHANGES", 3)
    here, there = database.open(), database.open()
    change(there, *"abcd")
    assert here.wait_for_foreign_changes(LONG) == EVERYTHING
    made = change(there, *"efg")
    assert here.wait_for_foreign_changes(LONG) == ForeignChanges((made,))


def test_a_process_that_never_listens_remembers_little(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(change_feed, "_MOST_OWN", 2)
    here = sqlite_database.open()
    for _ in range(5):
        change(here)
    found = here.wait_for_foreign_changes(0)
    assert found is not None, "what was forgotten counts as another's, which costs a refresh"
    assert len(found.change_sets) == 3


def test_a_restore_tells_everybody(database: Database, store: Store) -> None:
    here = database.open()
    store.backup(database.folder / "empty.db")
    change(store)
    store.backup(database.folder / "full.db")
    change(store)
    assert len(_heard(here, 2)) == 2
    for backup in ("empty.db", "full.db"):
        store.restore(database.folder / backup)
        assert here.wait_for_foreign_changes(LONG) == EVERYTHING
        assert store.wait_for_foreign_changes(LONG) == EVERYTHING
        assert here.wait_for_foreign_changes(0) is None
    made = change(store)
    assert here.wait_for_foreign_changes(LONG) == ForeignChanges((made,))


def test_what_could_not_be_read_is_told_as_incomplete_afterwards(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = database.open(), database.open()
    change(there)

    def fail(*_arguments: object) -> None:
        raise StorageError("unreachable")

    with monkeypatch.context() as patch:
        patch.setattr("terminplaner.storage.reader.SqlReader.change_sets_of", fail)
        with pytest.raises(StorageError):
            here.wait_for_foreign_changes(LONG)
    assert here.wait_for_foreign_changes(LONG) == EVERYTHING
    assert here.wait_for_foreign_changes(0) is None


def test_closing_ends_the_wait(store: Store) -> None:
    with ThreadPoolExecutor(1) as pool:
        waiting: Future[ForeignChanges | None] = pool.submit(store.wait_for_foreign_changes, LONG)
        begun = monotonic()
        store.close()
        assert waiting.result(LONG) is None
        assert monotonic() - begun < 5
    assert store.wait_for_foreign_changes(LONG) is None


def test_a_lost_connection_counts_as_a_change(postgres_database: Database) -> None:
    here = postgres_database.open()
    with psycopg.connect(postgres_database.url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert here.wait_for_foreign_changes(LONG) == EVERYTHING
    assert here.wait_for_foreign_changes(0) is None
    made = change(postgres_database.open())
    assert here.wait_for_foreign_changes(LONG) == ForeignChanges((made,))


def _heard(store: Store, count: int) -> tuple[ChangeSet, ...]:
    """The next ``count`` change sets of others, whether they come together or one after the other."""
    heard: list[ChangeSet] = []
    while len(heard) < count:
        found = store.wait_for_foreign_changes(LONG)
        assert found is not None
        heard += found.change_sets
    return tuple(heard)
