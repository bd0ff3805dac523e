"""Hearing of others on PostgreSQL; a module of its own, since whoever works on SQLite need not load the driver."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock
from time import monotonic
from typing import Any
from uuid import UUID, uuid4

import psycopg
from sqlalchemy import Connection, Engine, text

from terminplaner.storage.change_feed import CHANNEL, Heard
from terminplaner.storage.errors import translated

_SLICE_SECONDS = 0.2
_NOTIFY = text("SELECT pg_notify(:channel, :notice)")


class PostgresChangeFeed:
    """Listens on a connection of its own.  A notice names the store it comes from and its change set, if any."""

    def __init__(self, engine: Engine) -> None:
        self._arguments = engine.dialect.create_connect_args(engine.url)[1]
        self._name = uuid4().hex
        self._closing = Event()
        self._lock = Lock()
        with translated():
            self._connection = self._listen()

    @contextmanager
    def announcing(self, connection: Connection, change_set_id: UUID | None) -> Iterator[None]:
        notice = f"{self._name}:{change_set_id or ''}"
        connection.execute(_NOTIFY, {"channel": CHANNEL, "notice": notice})  # sent by the commit
        yield

    def wait(self, timeout_seconds: float) -> Heard | None:
        deadline = monotonic() + timeout_seconds
        while not self._closing.is_set():
            remaining = max(0.0, deadline - monotonic())
            with self._lock, translated():
                if self._closing.is_set():
                    return None
                if self._connection.closed:
                    self._connection = self._listen()
                    return Heard(is_incomplete=True)  # nobody heard what was announced meanwhile
                try:
                    heard = self._heard(self._notices(min(_SLICE_SECONDS, remaining)))
                except psycopg.OperationalError:
                    self._connection.close()
                    continue
            if heard is not None:
                return heard
            if remaining == 0:
                return None
        return None

    def close(self) -> None:
        self._closing.set()
        with self._lock:
            self._connection.close()

    def _listen(self) -> psycopg.Connection[Any]:
        connection = psycopg.connect(**self._arguments, autocommit=True)
        connection.execute(f"LISTEN {CHANNEL}")
        return connection

    def _notices(self, seconds: float) -> list[str]:
        """Those that came, and at least one where it comes in time."""
        return [notice.payload for notice in self._connection.notifies(timeout=seconds, stop_after=1)]

    def _heard(self, notices: list[str]) -> Heard | None:
        foreign = [notice for notice in notices if not notice.startswith(self._name)]
        if not foreign:
            return None
        keys = [key for _, _, key in (notice.partition(":") for notice in foreign)]
        return Heard(
            tuple(UUID(key) for key in keys if key),
            has_bookkeeping=not all(keys),
            is_incomplete="" in foreign,
        )
