"""Databases of both engines, and a clock that a test sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import psycopg

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
    """A server inside the test process's folder, and its databases."""

    admin_url: str
    _idle: list[str] = field(default_factory=list)

    def url(self, database: str) -> str:
        return self.admin_url.replace("/postgres?", f"/{database}?")

    def create(self) -> str:
        """The name of a new database without any tables."""
        name = f"t{uuid4().hex}"
        self._run(f"CREATE DATABASE {name}")
        return name

    def drop(self, name: str) -> None:
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def borrow(self) -> str:
        """The name of a database without content; with the tables of the program or without any."""
        return self._idle.pop() if self._idle else self.create()

    def give_back(self, name: str) -> None:
        """Empty a database for the next one, which costs a tenth of making another."""
        with psycopg.connect(self.url(name)) as connection:
            connection.execute("SET session_replication_role = replica")  # no foreign keys meanwhile
            tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
            for (table,) in tables:
                if table not in ("alembic_version", "store_meta"):
                    connection.execute(f"DELETE FROM {table}")
            if tables:
                connection.execute("UPDATE store_meta SET id = gen_random_uuid(), epoch = 0")
        self._idle.append(name)

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.admin_url, autocommit=True) as connection:
            connection.execute(statement)
