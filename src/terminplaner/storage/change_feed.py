"""Hearing of what others committed: another workstation, or another process on this one.

Every commit that concerns anybody is announced within its transaction, so that each store can tell its own from
those of others.  Leases and the queue of requests concern nobody's screen.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from threading import Event, Lock
from time import monotonic
from typing import Protocol
from uuid import UUID

from sqlalchemy import Connection, Engine, func, select, text

from terminplaner.storage.engine import reading
from terminplaner.storage.errors import translated
from terminplaner.storage.tables.log import CHANGE_SETS

CHANNEL = "terminplaner"
_POLL_SECONDS = 0.2
_MOST_OWN = 10_000
"""How many own commits are remembered until somebody waits for those of others, which not every process does."""
_TOO_MANY = 1_000_000
"""How many commits at once no log tells of; a restore counts as so many."""
_MOST_COMMITS = 2**31
"""Where the count begins again: SQLite has 31 bits for it."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What others committed, as ``services.store_queries.ForeignChanges``, the change sets by their ids."""

    change_set_ids: tuple[UUID, ...] = ()
    has_bookkeeping: bool = False
    is_incomplete: bool = False


class ChangeFeed(Protocol):
    def announcing(self, connection: Connection, change_set_id: UUID | None) -> AbstractContextManager[None]:
        """Announce the connection's transaction, which is to be committed inside; None where no entity changed."""
        ...

    def wait(self, timeout_seconds: float) -> Heard | None:
        """Block until others committed something since the last call (the first: since the feed was opened).

        None when the time is up.  Raise ``StorageError`` while the database is out of reach.
        """
        ...

    def close(self) -> None:
        """End a running ``wait`` within a fraction of a second."""
        ...


def announce_restore(connection: Connection) -> None:
    """Tell everybody, this store's own listener too, that everything is another once the transaction commits."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_notify(:channel, '')"), {"channel": CHANNEL})
    else:
        _count(connection, _TOO_MANY)


def _counted(connection: Connection) -> int:
    count: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return count


def _count(connection: Connection, commits: int = 1) -> int:
    """Count the transaction, which holds the whole database; the number it has."""
    count = (_counted(connection) + commits) % _MOST_COMMITS
    connection.exec_driver_sql(f"PRAGMA user_version = {count}")
    return count


def _newest(connection: Connection) -> int:
    """The newest number of the change log."""
    return connection.scalar(select(func.max(CHANGE_SETS.c.number))) or 0


class SqliteChangeFeed:
    """Commits are counted in the file's ``user_version``: whichever this store did not count, others made."""

    def __init__(self, engine: Engine) -> None:
        self._readers = reading(engine)
        self._closing = Event()
        self._polling = Lock()
        self._own_lock = Lock()
        self._own: dict[int, UUID | None] = {}
        """The change sets of the own commits that nobody has looked at yet, by their numbers."""
        with translated():
            self._connection = sqlite3.connect(
                str(engine.url.database), check_same_thread=False, isolation_level=None
            )
        with self._readers.connect() as connection:
            self._seen, self._read_up_to = _counted(connection), _newest(connection)

    @contextmanager
    def announcing(self, connection: Connection, change_set_id: UUID | None) -> Iterator[None]:
        count = _count(connection)
        with self._own_lock:
            self._own[count] = change_set_id
            if len(self._own) > _MOST_OWN:
                del self._own[next(iter(self._own))]
        try:
            yield
        except BaseException:
            with self._own_lock:
                self._own.pop(count, None)
            raise

    def wait(self, timeout_seconds: float) -> Heard | None:
        deadline = monotonic() + timeout_seconds
        while not self._closing.is_set():
            with self._polling, translated():
                has_moved = not self._closing.is_set() and self._moved()
            if has_moved and (heard := self._look()) is not None:
                return heard
            remaining = deadline - monotonic()
            if remaining <= 0:
                return None
            self._closing.wait(min(_POLL_SECONDS, remaining))
        return None

    def close(self) -> None:
        self._closing.set()
        with self._polling:
            self._connection.close()

    def _moved(self) -> bool:
        return bool(self._connection.execute("PRAGMA user_version").fetchone()[0] != self._seen)

    def _look(self) -> Heard | None:
        """What others committed up to now; None where all was this store's own."""
        log = CHANGE_SETS.c
        logged = select(log.number, log.id).where(log.number > self._read_up_to).order_by(log.number)
        with self._readers.connect() as connection:
            count, rows, newest = _counted(connection), connection.execute(logged).all(), _newest(connection)
        own = self._take_own(count)
        commits = (count - self._seen) % _MOST_COMMITS - len(own)
        self._seen, self._read_up_to = count, newest
        if commits >= _TOO_MANY:
            return Heard(is_incomplete=True)
        ids = tuple(row.id for row in rows if row.id not in own)
        return Heard(ids, has_bookkeeping=len(ids) < commits) if commits else None

    def _take_own(self, count: int) -> list[UUID | None]:
        """Forget the own commits up to ``count``; the change set of each."""
        with self._own_lock:
            taken = {number: key for number, key in self._own.items() if self._seen < number <= count}
            self._own = {number: key for number, key in self._own.items() if number > count}
        return list(taken.values())
