"""The queue of an account's requests: one for all workstations, by the database's clock."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest

from helpers.databases import Database
from terminplaner.services.ports import Store

ACCOUNT_ID = uuid4()


def test_who_comes_first_does_not_wait(store: Store) -> None:
    assert store.book_requests(ACCOUNT_ID, 60, 0) == 0


def test_who_comes_next_waits_for_the_end_of_the_booking(store: Store) -> None:
    store.book_requests(ACCOUNT_ID, 60, 0)
    assert store.book_requests(ACCOUNT_ID, 5, 0) == pytest.approx(60, abs=10)
    assert store.book_requests(ACCOUNT_ID, 5, 0) == pytest.approx(65, abs=10)


def test_accounts_do_not_wait_for_each_other(store: Store) -> None:
    store.book_requests(ACCOUNT_ID, 60, 0)
    assert store.book_requests(uuid4(), 60, 0) == 0


def test_time_that_nobody_booked_is_there_for_a_burst(store: Store) -> None:
    assert store.book_requests(ACCOUNT_ID, 60, 60) == 0
    assert store.book_requests(ACCOUNT_ID, 60, 60) == 0
    assert store.book_requests(ACCOUNT_ID, 60, 60) == pytest.approx(60, abs=10)


def test_nobody_waits_for_a_clock_that_was_set_back(store: Store) -> None:
    store.book_requests(ACCOUNT_ID, 3600, 0)
    assert store.book_requests(ACCOUNT_ID, 5, 0) == 0


def test_workstations_that_book_at_once_queue_up(database: Database) -> None:
    stores = [database.open() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        waits = sorted(pool.map(lambda store: store.book_requests(ACCOUNT_ID, 20, 0), stores))
    assert waits == pytest.approx([0, 20, 40, 60], abs=10)


def test_a_restore_keeps_the_bookings(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "backup.db")
    store.book_requests(ACCOUNT_ID, 60, 0)
    store.restore(tmp_path / "backup.db")
    assert store.book_requests(ACCOUNT_ID, 5, 0) > 30
