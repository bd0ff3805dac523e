"""Waking up when another connection committed something."""

from __future__ import annotations

import sqlite3
from threading import Event, Lock
from time import monotonic
from typing import Any, Protocol

import psycopg
from sqlalchemy import Connection, Engine, text

from terminplaner.storage.errors import translated

_CHANNEL = "terminplaner"
_POLL_SECONDS = 0.2
_RECONNECT_SECONDS = 2.0


def announce(connection: Connection) -> None:
    """Tell the listeners of PostgreSQL, once the transaction commits; SQLite's see it by themselves."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_notify(:channel, '')"), {"channel": _CHANNEL})


class ChangeFeed(Protocol):
    def wait(self, timeout_seconds: float) -> bool:
        """Block until something was committed since the last call (the first: since the feed was opened)."""
        ...

    def close(self) -> None:
        """End a running ``wait`` within a fraction of a second."""
        ...


class SqliteChangeFeed:
    """Asks ``PRAGMA data_version``, which differs once any other connection, of any process, has committed."""

    def __init__(self, path: str) -> None:
        self._closing = Event()
        self._lock = Lock()
        with translated():
            self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            self._seen = self._version()

    def wait(self, timeout_seconds: float) -> bool:
        deadline = monotonic() + timeout_seconds
        while not self._closing.is_set():
            with self._lock, translated():
                version = self._version()
                if version != self._seen:
                    self._seen = version
                    return True
            remaining = deadline - monotonic()
            if remaining <= 0:
                return False
            self._closing.wait(min(_POLL_SECONDS, remaining))
        return False

    def close(self) -> None:
        self._closing.set()
        with self._lock:
            self._connection.close()

    def _version(self) -> int:
        version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return version


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
                try:
                    if self._connection.closed:
                        self._connection = self._listen()
                        return True
                    if self._notified(min(_POLL_SECONDS, remaining)):
                        return True
                except psycopg.OperationalError:
                    self._connection.close()
            if remaining == 0:
                return False
            if self._connection.closed:
                self._closing.wait(min(_RECONNECT_SECONDS, remaining))
        return False

    def close(self) -> None:
        self._closing.set()
        with self._lock:
            self._connection.close()

    def _listen(self) -> psycopg.Connection[Any]:
        connection = psycopg.connect(**self._arguments, autocommit=True)
        connection.execute(f"LISTEN {_CHANNEL}")
        return connection

    def _notified(self, seconds: float) -> bool:
        """Whether word came within this time; all that came by then is one."""
        came = list(self._connection.notifies(timeout=seconds, stop_after=1))
        list(self._connection.notifies(timeout=0))
        return bool(came)
