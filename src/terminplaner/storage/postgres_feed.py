"""Waking up on PostgreSQL; a module of its own, since whoever works on SQLite need not load the driver."""

from __future__ import annotations

from threading import Event, Lock
from time import monotonic
from typing import Any

import psycopg
from sqlalchemy import Engine

from terminplaner.storage.change_feed import CHANNEL
from terminplaner.storage.errors import translated

_SLICE_SECONDS = 0.2
_RECONNECT_SECONDS = 2.0


class PostgresChangeFeed:
    """Listens on a connection of its own.  What it may have missed while that was lost counts as a change."""

    def __init__(self, engine: Engine) -> None:
        self._arguments = engine.dialect.create_connect_args(engine.url)[1]
        self._closing = Event()
        self._lock = Lock()
        with translated():
            self._connection = self._listen()

    def wait(self, timeout_seconds: float) -> bool:
        deadline = monotonic() + timeout_seconds
        while not self._closing.is_set():
            remaining = max(0.0, deadline - monotonic())
            with self._lock:
                if self._closing.is_set():
                    return False
                was_lost = self._connection.closed
                try:
                    if was_lost:
                        self._connection = self._listen()
                        return True
                    if self._notified(min(_SLICE_SECONDS, remaining)):
                        return True
                except psycopg.OperationalError:
                    self._connection.close()
            if remaining == 0:
                return False
            if was_lost:
                self._closing.wait(min(_RECONNECT_SECONDS, remaining))
        return False

    def close(self) -> None:
        self._closing.set()
        with self._lock:
            self._connection.close()

    def _listen(self) -> psycopg.Connection[Any]:
        connection = psycopg.connect(**self._arguments, autocommit=True)
        connection.execute(f"LISTEN {CHANNEL}")
        return connection

    def _notified(self, seconds: float) -> bool:
        return bool(list(self._connection.notifies(timeout=seconds, stop_after=1)))
