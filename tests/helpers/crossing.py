"""Two transactions that meet half-way on PostgreSQL: each has written something when the other goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import get_ident
from time import monotonic, sleep
from typing import Any
from unittest.mock import patch

import psycopg
from sqlalchemy import Engine, ExceptionContext, event

from helpers.databases import Database
from terminplaner.domain.errors import TerminplanerError
from terminplaner.storage.unit_of_work import SqlUnitOfWork

_LONGEST_SECONDS = 20
_WAITING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND state = 'active'
"""


def wait_until_locked_out(database: Database, is_over: Callable[[], bool] = lambda: False) -> None:
    """Return once somebody waits for what another holds, or ``is_over``."""
    deadline = monotonic() + _LONGEST_SECONDS
    with psycopg.connect(database.url, autocommit=True) as connection:
        while not is_over() and connection.execute(_WAITING).fetchone() == (0,):
            assert monotonic() < deadline, "nobody waits for anybody"
            sleep(0.01)


@dataclass(frozen=True, slots=True)
class Met:
    """What became of each action, and how many transactions the database had to end for the sake of others."""

    outcomes: list[type[BaseException] | None]
    deadlocks: int


def meet(database: Database, actions: Sequence[Callable[[], object]]) -> Met:
    """Run the actions at once.

    After the first thing it writes each waits until every other has written as well, waits for a lock or is over:
    so two that ask for the same locks in different orders surely come to wait for each other.
    """
    arrived: set[int] = set()
    ended: list[BaseException] = []
    write = SqlUnitOfWork._execute

    def everybody_is_there() -> bool:
        return len(arrived) == len(actions)

    def watched(work: SqlUnitOfWork, *arguments: Any) -> int:
        count = write(work, *arguments)
        if get_ident() not in arrived:
            arrived.add(get_ident())
            wait_until_locked_out(database, everybody_is_there)
        return count

    def note(context: ExceptionContext) -> None:
        if isinstance(context.original_exception, psycopg.errors.DeadlockDetected):
            ended.append(context.original_exception)

    def run(action: Callable[[], object]) -> type[BaseException] | None:
        try:
            action()
        except TerminplanerError as error:
            return type(error)
        finally:
            arrived.add(get_ident())
        return None

    event.listen(Engine, "handle_error", note)
    try:
        with patch.object(SqlUnitOfWork, "_execute", watched), ThreadPoolExecutor(len(actions)) as pool:
            outcomes = list(pool.map(run, actions))
    finally:
        event.remove(Engine, "handle_error", note)
    return Met(outcomes, len(ended))
