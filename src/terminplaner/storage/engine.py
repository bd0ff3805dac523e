"""Engines for the two databases, with the same promises.

SQLite: the write-ahead log lets readers and a writer work side by side; ``synchronous=FULL`` keeps what was
committed through a power cut; writers begin ``IMMEDIATE``, so what they read stays true until they commit, and a
snapshot never has to be upgraded.  PostgreSQL: ``READ COMMITTED`` with row locks to write, ``REPEATABLE READ`` to
read.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from terminplaner.domain.errors import InvalidInputError
from terminplaner.storage.errors import translate_errors

LOCK_TIMEOUT_SECONDS = 15
"""How long a connection waits for another's transaction; a URL's ``timeout`` goes before it."""
CONNECT_TIMEOUT_SECONDS = 10

_BEGIN = "terminplaner_begin"


def parse_url(text: str) -> URL:
    """The address of a database file or of a PostgreSQL server.

    Raise ``InvalidInputError`` (code ``unsupported_database``) for anything else.
    """
    try:
        url = make_url(text)
    except ArgumentError:
        raise InvalidInputError("unsupported_database") from None
    if url.drivername in ("postgresql", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite" and _is_file(url.database):
        return url.set(drivername="sqlite+pysqlite")
    raise InvalidInputError("unsupported_database")


def _is_file(database: str | None) -> bool:
    return bool(database) and database != ":memory:" and not str(database).startswith("file:")


def open_engine(url: URL, application: str, *, has_foreign_keys: bool = True) -> Engine:
    """An engine, of which ``reading`` and ``writing`` make those that transactions are begun on.

    ``has_foreign_keys`` false lets a migration rebuild SQLite's tables.  ``hide_parameters`` keeps the customers'
    names out of everything SQLAlchemy says.
    """
    if url.get_backend_name() == "postgresql":
        defaults = {
            "application_name": application,
            "connect_timeout": str(CONNECT_TIMEOUT_SECONDS),
            "options": "-c timezone=UTC -c jit=off",  # compiling takes longer than any of our questions
        }
        url = url.set(query=defaults | dict(url.query))
        engine = create_engine(url, hide_parameters=True, pool_pre_ping=True)
        translate_errors(engine)
        return engine
    timeout = {} if "timeout" in url.query else {"timeout": LOCK_TIMEOUT_SECONDS}
    engine = create_engine(url, hide_parameters=True, connect_args=timeout)
    translate_errors(engine)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver would begin on its own, late and deferred
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA foreign_keys = {int(has_foreign_keys)}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get(_BEGIN, 'DEFERRED')}")

    return engine


def reading(engine: Engine) -> Engine:
    """The same engine for transactions that see one state of the database."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine for transactions that write."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="READ COMMITTED")
    return engine.execution_options(**{_BEGIN: "IMMEDIATE"})
