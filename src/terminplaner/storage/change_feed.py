"""Waking up when another connection committed something."""

from __future__ import annotations

import sqlite3
from threading import Event, Lock
from time import monotonic
from typing import Protocol

from sqlalchemy import Connection, text

from terminplaner.storage.errors import translated

CHANNEL = "terminplaner"
_POLL_SECONDS = 0.2


def announce(connection: Connection) -> None:
    """Tell the listeners of PostgreSQL, once the transaction commits; SQLite's see it by themselves."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_notify(:channel, '')"), {"channel": CHANNEL})


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
