"""Waking up when somebody else changed something."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic
from uuid import uuid4

import psycopg
import pytest

from helpers.databases import Database
from helpers.stored_values import AUTHOR, TYPE
from terminplaner.services.ports import Store

LONG = 20.0


def change(store: Store) -> None:
    with store.write(AUTHOR, "sync") as work:
        work.advance_epoch()
        work.commit()


def test_a_quiet_store_lets_the_time_run_out(store: Store) -> None:
    assert store.wait_for_change(0) is False
    begun = monotonic()
    assert store.wait_for_change(0.3) is False
    assert 0.25 < monotonic() - begun < LONG


def test_a_change_elsewhere_wakes_the_one_who_waits(database: Database) -> None:
    here, there = database.open(), database.open()
    with ThreadPoolExecutor(1) as pool:
        waiting: Future[bool] = pool.submit(here.wait_for_change, LONG)
        change(there)
        assert waiting.result(LONG) is True


def test_a_change_between_two_waits_is_not_missed(database: Database) -> None:
    here, there = database.open(), database.open()
    change(there)
    assert here.wait_for_change(LONG) is True
    assert here.wait_for_change(0) is False
    change(there)
    assert here.wait_for_change(LONG) is True


def test_reading_and_rolling_back_wake_nobody(database: Database) -> None:
    here, there = database.open(), database.open()
    with there.read() as reader:
        reader.epoch()
    with there.write(AUTHOR, "change") as work:
        work.put(TYPE)
    with there.write(AUTHOR, "change") as work:
        work.prune_journal(database.clock.now())  # of which nothing is that old
        assert work.commit() is None
    assert here.wait_for_change(0.3) is False


def test_a_restore_wakes_the_others(database: Database, store: Store) -> None:
    here = database.open()
    store.backup(database.folder / "backup.db")
    assert here.wait_for_change(0) is False
    store.restore(database.folder / "backup.db")
    assert here.wait_for_change(LONG) is True


def test_closing_ends_the_wait(store: Store) -> None:
    with ThreadPoolExecutor(1) as pool:
        waiting: Future[bool] = pool.submit(store.wait_for_change, LONG)
        begun = monotonic()
        store.close()
        assert waiting.result(LONG) is False
        assert monotonic() - begun < 5
    assert store.wait_for_change(LONG) is False


def test_a_lost_connection_counts_as_a_change(postgres_database: Database) -> None:
    here = postgres_database.open()
    with psycopg.connect(postgres_database.url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert here.wait_for_change(LONG) is True
    assert here.wait_for_change(0) is False
    change(postgres_database.open())
    assert here.wait_for_change(LONG) is True


@pytest.mark.parametrize("seconds", [0, 0.1])
def test_an_own_change_counts_as_well(store: Store, seconds: float) -> None:
    assert store.acquire_lease(uuid4(), "a", 60) == 1
    store.wait_for_change(0.5)
    change(store)
    assert store.wait_for_change(LONG) is True
    assert store.wait_for_change(seconds) is False
