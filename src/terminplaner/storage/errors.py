"""What goes wrong in an engine, in the words of the domain.

Nothing of a statement, its parameters or the database's address is passed on: they hold names and passwords.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, ExceptionContext, event

from terminplaner.domain.errors import (
    DeadlockError,
    NotFoundError,
    StaleRevisionError,
    StorageError,
    TerminplanerError,
)

# https://www.sqlite.org/rescode.html; an extended code has its primary one in the low byte.
_SQLITE_CODES = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_CANTOPEN: "unreachable",
    sqlite3.SQLITE_IOERR: "unreachable",
    sqlite3.SQLITE_CORRUPT: "corrupt",
    sqlite3.SQLITE_NOTADB: "corrupt",
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRES_CODES = {
    "55P03": "locked",
    "57014": "locked",
    "53100": "disk_full",
    "25006": "read_only",
    "42501": "read_only",
    "XX001": "corrupt",
    "XX002": "corrupt",
}
_DEADLOCKS = ("40P01", "40001")
_FOREIGN_KEY_VIOLATION = "23503"
_UNIQUE_VIOLATION = "23505"


def translate_errors(engine: Engine) -> None:
    """Let ``engine`` raise errors of the domain in place of its driver's."""

    @event.listens_for(engine, "handle_error", retval=True)
    def _translate(context: ExceptionContext) -> BaseException | None:
        _forget_values(context)
        if context.is_pre_ping:
            return None  # the pool replaces the connection that was lost
        return expected_error(context.original_exception)


@contextmanager
def translated() -> Iterator[None]:
    """Raise errors of the domain in place of a driver's, for calls beside an engine."""
    try:
        yield
    except Exception as error:
        if (expected := expected_error(error)) is not None:
            raise expected from error
        raise


def expected_error(error: BaseException) -> TerminplanerError | None:
    """What the user can be told, or None for a defect."""
    if isinstance(error, TerminplanerError):
        return error
    if isinstance(error, sqlite3.Error):
        return _from_sqlite(error)
    return _from_postgres(error)


def _forget_values(context: ExceptionContext) -> None:
    """Keep only the first line of what PostgreSQL says: its details quote the row, with the customer's name."""
    details = getattr(context.original_exception, "diag", None)
    if details is not None and details.message_primary is not None:
        for error in (context.original_exception, context.sqlalchemy_exception):
            if error is not None:
                error.args = (details.message_primary,)


def _from_sqlite(error: sqlite3.Error) -> TerminplanerError | None:
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:
        return None
    if number == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return NotFoundError("unknown_reference")
    if number in (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY):
        return StaleRevisionError()
    code = _SQLITE_CODES.get(number & 0xFF)
    return None if code is None else StorageError(code)


def _from_postgres(error: BaseException) -> TerminplanerError | None:
    import psycopg  # loaded long since where it raised; whoever works on SQLite never pays for it

    if not isinstance(error, psycopg.Error):
        return None
    state = error.sqlstate
    if state is None:  # the server did not answer
        return StorageError("unreachable") if isinstance(error, psycopg.OperationalError) else None
    if state == _FOREIGN_KEY_VIOLATION:
        return NotFoundError("unknown_reference")
    if state == _UNIQUE_VIOLATION:
        return StaleRevisionError()
    if state in _DEADLOCKS:
        return DeadlockError()
    if state in _POSTGRES_CODES:
        return StorageError(_POSTGRES_CODES[state])
    if isinstance(error, psycopg.OperationalError):  # connections lost or refused, servers going down
        return StorageError("unreachable")
    return None
