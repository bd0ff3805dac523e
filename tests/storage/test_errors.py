"""What goes wrong in an engine is said in the domain's words, and nothing secret with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy.exc import IntegrityError

from helpers.databases import Database
from helpers.stored_values import AUTHOR, BRANCH, CUSTOMER, TYPE
from terminplaner.domain.errors import StorageError
from terminplaner.services.ports import Store, UnitOfWork
from terminplaner.storage.unit_of_work import SqlUnitOfWork


def said(error: BaseException | None) -> str:
    """Everything an error and those behind it say."""
    return "" if error is None else f"{error}\n{said(error.__cause__ or error.__context__)}"


def execute(work: UnitOfWork, sql: str) -> None:
    """Say something to the engine that the program never says."""
    assert isinstance(work, SqlUnitOfWork)
    work._connection.exec_driver_sql(sql)


def put(store: Store) -> None:
    with store.write(AUTHOR, "put") as work:
        work.put(TYPE)
        work.commit()


def test_a_locked_file_is_said_to_be_locked(sqlite_database: Database) -> None:
    store = sqlite_database.open(f"{sqlite_database.url}?timeout=0.05")
    with store.write(AUTHOR, "long"), pytest.raises(StorageError, match="locked"):
        put(store)


def test_a_full_disk_is_said_to_be_full(sqlite_database: Database) -> None:
    with sqlite_database.open().write(AUTHOR, "put") as work:
        # SQLite answers for a file that may not grow as it does for a full disk.
        execute(work, "PRAGMA max_page_count = 1")
        with pytest.raises(StorageError, match="disk_full"):
            work.put(replace(CUSTOMER, note="x" * 1_000_000))


def test_a_read_only_file_is_said_to_be_so(sqlite_database: Database) -> None:
    with sqlite_database.open().write(AUTHOR, "put") as work:
        execute(work, "PRAGMA query_only = ON")
        with pytest.raises(StorageError, match="read_only"):
            work.put(TYPE)


def test_a_damaged_file_is_said_to_be_corrupt(sqlite_database: Database, tmp_path: Path) -> None:
    (tmp_path / "terminplaner.db").write_text("no database, but long enough to look at" * 100)
    with pytest.raises(StorageError, match="corrupt"):
        sqlite_database.open()


def test_a_folder_that_is_none_is_unreachable(sqlite_database: Database, tmp_path: Path) -> None:
    (tmp_path / "folder.db").mkdir()
    with pytest.raises(StorageError, match="unreachable"):
        sqlite_database.open(f"sqlite:///{tmp_path / 'folder.db'}")


def test_a_silent_server_is_unreachable_and_its_password_stays_here(postgres_database: Database) -> None:
    with pytest.raises(StorageError, match="unreachable") as caught:
        postgres_database.open("postgresql://rosa:geheim@127.0.0.1:1/chain")
    assert caught.value.params == {}
    assert "127.0.0.1" in said(caught.value)
    assert "geheim" not in said(caught.value)


def test_a_server_that_goes_away_is_unreachable(postgres_database: Database) -> None:
    store = postgres_database.open()
    with store.write(AUTHOR, "put") as work:
        with psycopg.connect(postgres_database.url, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        with pytest.raises(StorageError, match="unreachable"):
            work.put(TYPE)
    put(store)  # a new connection is made where the old one was lost


def test_a_read_only_server_is_said_to_be_so(postgres_database: Database) -> None:
    postgres_database.open()
    store = postgres_database.open(f"{postgres_database.url}&options=-c%20default_transaction_read_only%3Don")
    with pytest.raises(StorageError, match="read_only"):
        put(store)


def test_two_who_wait_for_each_other_are_said_to_be_locked(postgres_database: Database) -> None:
    one, other = postgres_database.open(), postgres_database.open()
    put(one)
    with other.write(AUTHOR, "put") as work:
        execute(work, "SET lock_timeout = '50ms'")
        with one.write(AUTHOR, "put") as rival:
            execute(rival, "LOCK TABLE branch")
            with pytest.raises(StorageError, match="locked"):
                work.put(BRANCH)


def test_what_a_customer_is_called_stands_in_no_error(store: Store) -> None:
    broken: Any = None
    with store.write(AUTHOR, "put") as work, pytest.raises(IntegrityError) as caught:
        work.put(replace(CUSTOMER, pop_up=broken))
    assert "INSERT INTO customer" in said(caught.value)
    assert CUSTOMER.last_name not in said(caught.value)
