"""When an account's next requests may go: a queue that all workstations book in, by the database's clock."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import Connection, Uuid, bindparam, select, text, update

from terminplaner.storage.leases import present
from terminplaner.storage.tables.sync import REQUEST_QUEUE

_LONGEST = timedelta(minutes=2)
"""Nobody books so far ahead: a longer queue comes from a clock that was set back."""


def book(connection: Connection, account_id: UUID, seconds: float, spare_seconds: float) -> float:
    """See ``Store.book_requests``.  ``connection`` must be in a writing transaction."""
    # So that there is a row to lock; both engines read this the same way.
    empty = text("INSERT INTO request_queue (id) VALUES (:id) ON CONFLICT (id) DO NOTHING")
    connection.execute(empty.bindparams(bindparam("id", account_id, Uuid())))
    mine = REQUEST_QUEUE.c.id == account_id
    query = select(REQUEST_QUEUE.c.booked_until_at).where(mine).with_for_update()
    booked_until_at = connection.execute(query).scalar_one()
    now = present(connection)
    begin_at = now - timedelta(seconds=spare_seconds)
    if booked_until_at is not None and begin_at < booked_until_at <= now + _LONGEST:
        begin_at = booked_until_at
    end_at = begin_at + timedelta(seconds=seconds)
    connection.execute(update(REQUEST_QUEUE).where(mine).values(booked_until_at=end_at))
    return max(0.0, (begin_at - now).total_seconds())
