"""The store: opening it, and its transactions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from sqlalchemy import URL, Connection, Engine

from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import StorageError
from terminplaner.services.ports import Clock, Reader, Store, UnitOfWork
from terminplaner.services.store_queries import ForeignChanges, StoreEpoch
from terminplaner.storage import backup, schema
from terminplaner.storage.change_feed import ChangeFeed, SqliteChangeFeed
from terminplaner.storage.engine import open_engine, parse_url, reading, writing
from terminplaner.storage.leases import give_back_lease, take_lease
from terminplaner.storage.reader import SqlReader
from terminplaner.storage.request_queue import book
from terminplaner.storage.unit_of_work import SqlUnitOfWork

_RESTORER = Author("terminplaner", Origin.SYSTEM)

_MOST_CHANGES = 500
"""How many changed entities of others are read; where there are more, asking for what is shown is quicker."""


def open_store(url: str, *, backups: Path, clock: Clock, workstation: str) -> Store:
    """Open the database at ``url`` (an SQLAlchemy URL of an SQLite file or a PostgreSQL server), creating it or
    bringing it up to date first; before that an existing one is backed up into ``backups``.

    ``workstation`` stands in the change log and in the server's list of connections.  Raise ``InvalidInputError``
    (``unsupported_database``) for another address, ``StorageError`` (``newer_database``) for the database of a
    newer program, and what else ``StorageError`` knows where it cannot be opened.
    """
    address = parse_url(url)
    if address.get_backend_name() == "sqlite":
        try:
            Path(str(address.database)).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError("unreachable") from error
    engine = open_engine(address, workstation)
    try:
        if not schema.is_current(engine):
            _migrate(engine, address, backups, clock)
        return SqlStore(engine, clock, workstation)
    except BaseException:
        engine.dispose()
        raise


def _migrate(engine: Engine, address: URL, backups: Path, clock: Clock) -> None:
    def back_up() -> None:
        backups.mkdir(parents=True, exist_ok=True)
        backup.back_up(engine, backups / f"before-migration-{clock.now():%Y%m%dT%H%M%SZ}.db")

    migrating = open_engine(address, "migration", has_foreign_keys=False)
    try:
        schema.migrate(migrating, back_up)
    finally:
        migrating.dispose()


class SqlStore:
    """``services.ports.Store`` on an engine whose schema is current.  Safe to use from several threads."""

    def __init__(self, engine: Engine, clock: Clock, workstation: str) -> None:
        self._engine = engine
        self._readers = reading(engine)
        self._writers = writing(engine)
        self._clock = clock
        self._workstation = workstation
        self._has_missed = False
        self._feed: ChangeFeed
        if engine.dialect.name == "postgresql":
            from terminplaner.storage.postgres_feed import PostgresChangeFeed

            self._feed = PostgresChangeFeed(engine)
        else:
            self._feed = SqliteChangeFeed(engine)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        with self._readers.connect() as connection:
            yield SqlReader(connection)

    @contextmanager
    def write(self, author: Author, command: str) -> Iterator[UnitOfWork]:
        with self._writers.connect() as connection:
            connection.begin()
            yield self._unit_of_work(connection, author, command)

    def _unit_of_work(self, connection: Connection, author: Author, command: str) -> SqlUnitOfWork:
        return SqlUnitOfWork(connection, author, command, self._clock, self._workstation, self._feed)

    def acquire_lease(self, link_id: UUID, holder: str, seconds: int) -> int | None:
        with self._writers.begin() as connection:
            return take_lease(connection, link_id, holder, seconds)

    def release_lease(self, link_id: UUID, fence: int) -> None:
        with self._writers.begin() as connection:
            give_back_lease(connection, link_id, fence)

    def book_requests(self, account_id: UUID, seconds: float, spare_seconds: float) -> float:
        with self._writers.begin() as connection:
            return book(connection, account_id, seconds, spare_seconds)

    def backup(self, target: Path) -> None:
        backup.back_up(self._engine, target)

    def restore(self, source: Path, complete: Callable[[UnitOfWork, StoreEpoch], None] | None = None) -> None:
        def finish(connection: Connection, before: StoreEpoch) -> None:
            if complete is not None:
                complete(self._unit_of_work(connection, _RESTORER, "restore"), before)

        backup.restore(self._engine, source, finish)

    def wait_for_foreign_changes(self, timeout_seconds: float) -> ForeignChanges | None:
        heard = self._feed.wait(0 if self._has_missed else timeout_seconds)
        if self._has_missed:
            self._has_missed = False
            return ForeignChanges(is_incomplete=True)
        if heard is None:
            return None
        if heard.is_incomplete:
            return ForeignChanges(is_incomplete=True)
        self._has_missed = True  # the notice is not repeated where the reading fails
        with self._readers.connect() as connection:
            found = SqlReader(connection).change_sets_of(heard.change_set_ids, _MOST_CHANGES)
        self._has_missed = False
        if found is None:
            return ForeignChanges(is_incomplete=True)
        return ForeignChanges(found, heard.has_bookkeeping)

    def close(self) -> None:
        self._feed.close()
        self._engine.dispose()
