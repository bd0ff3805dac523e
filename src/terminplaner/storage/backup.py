"""One file that holds a whole store: an SQLite database of the same schema, whichever engine it came from."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, Column, Connection, Engine, MetaData, Table, delete, insert, select, text

from terminplaner.domain.errors import InvalidInputError
from terminplaner.services.store_queries import StoreEpoch
from terminplaner.storage import schema
from terminplaner.storage.change_feed import announce_restore
from terminplaner.storage.engine import open_engine, reading, writing
from terminplaner.storage.leases import end_leases
from terminplaner.storage.reader import SqlReader
from terminplaner.storage.tables import METADATA
from terminplaner.storage.tables.sync import LEASES, REQUEST_QUEUE

_BATCH = 1_000


def back_up(engine: Engine, target: Path) -> None:
    """Write the content of ``engine``, as of one instant, to ``target``; an older file there is replaced.

    Only its owner can read it: it holds everything that is known of the customers.

    Raise ``InvalidInputError`` (``unwritable_target``) where the file cannot be written.
    """
    try:
        with TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
            draft = Path(folder) / "backup.db"
            if engine.dialect.name == "sqlite":
                _copy_file(str(engine.url.database), draft)
            else:
                _copy_to_file(engine, draft)
            draft.chmod(0o600)
            draft.replace(target)
    except OSError as error:
        raise InvalidInputError("unwritable_target", path=str(target)) from error


def restore(engine: Engine, source: Path, complete: Callable[[Connection, StoreEpoch], None]) -> None:
    """Replace all rows of ``engine`` by those of a backup, of an older program's too, and ``complete`` them in the
    same transaction, told what was replaced.

    Whoever is syncing meanwhile loses the lease: the differences to Google are shown before any are written.
    Raise ``InvalidInputError`` (``not_a_backup``), or ``StorageError`` (``newer_database``) for one that a newer
    program made.
    """
    with TemporaryDirectory(prefix="terminplaner-") as folder:
        draft = Path(folder) / "restore.db"
        try:
            _copy_file(f"{source.resolve().as_uri()}?mode=ro", draft)
            _check(draft)
        except (sqlite3.DatabaseError, OSError) as error:
            raise InvalidInputError("not_a_backup", path=str(source)) from error
        with _opened(draft) as copy:
            if not schema.is_current(copy):
                schema.migrate(copy, lambda: None)
            with writing(engine).begin() as connection, copy.connect() as origin:
                end_leases(connection)  # first, as a pass does: it holds its lease before it writes anything else
                before = _replace_rows(origin, connection)
                complete(connection, before)
                announce_restore(connection)


def _copy_file(source: str, target: Path) -> None:
    """Copy an SQLite database while others may be writing to it."""
    with (
        closing(sqlite3.connect(source, uri=source.startswith("file:"))) as origin,
        closing(sqlite3.connect(target)) as copy,
    ):
        origin.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it


def _copy_to_file(engine: Engine, target: Path) -> None:
    """Copy the rows of a server, whose schema may be older than this program's, into a new file."""
    with reading(engine).connect() as origin, _opened(target) as copy, writing(copy).begin() as connection:
        schema.upgrade(connection, schema.stored_revision(origin) or schema.HEAD)
        _copy_rows(origin, connection, _tables_of(origin))
    with closing(sqlite3.connect(target)) as copied:
        copied.execute("PRAGMA journal_mode = DELETE")


def _check(file: Path) -> None:
    """Raise ``sqlite3.DatabaseError`` unless ``file`` is sound and has our tables."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("SELECT id, epoch FROM store_meta")
        connection.execute("SELECT version_num FROM alembic_version")
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError


def _replace_rows(origin: Connection, target: Connection) -> StoreEpoch:
    """How far the store was that is replaced, once nobody can bring it further."""
    of_the_running_store = (LEASES, REQUEST_QUEUE)
    tables = [table for table in METADATA.sorted_tables if table not in of_the_running_store]
    if target.dialect.name == "postgresql":  # SQLite has only one writer anyway
        names = ", ".join(target.dialect.identifier_preparer.format_table(table) for table in tables)
        target.execute(text(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE"))
    before = SqlReader(target).epoch()
    for table in reversed(tables):
        target.execute(delete(table))
    _copy_rows(origin, target, tables)
    return before


def _copy_rows(origin: Connection, target: Connection, tables: Sequence[Table]) -> None:
    for table in tables:
        for rows in origin.execute(select(table)).mappings().partitions(_BATCH):
            target.execute(insert(table), [dict(row) for row in rows])


def _tables_of(connection: Connection) -> list[Table]:
    """The tables as they are there, with types that both engines have."""
    found = MetaData()
    found.reflect(connection)
    found.remove(found.tables["alembic_version"])
    return [
        Table(table.name, MetaData(), *(Column(column.name, column.type.as_generic()) for column in table.columns))
        for table in found.sorted_tables
    ]


@contextmanager
def _opened(file: Path) -> Iterator[Engine]:
    """A database file without checks of foreign keys, so that its schema may be changed."""
    engine = open_engine(URL.create("sqlite", database=str(file)), "terminplaner", has_foreign_keys=False)
    try:
        yield engine
    finally:
        engine.dispose()
