"""Who syncs a link: a lease by the database's clock, with a fence that grows with each new holder."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, Uuid, bindparam, literal_column, select, text, update

from terminplaner.storage.columns import Instant
from terminplaner.storage.statements import update_of_id
from terminplaner.storage.tables.sync import LEASES

# The present, not the transaction's beginning: a lock may have been waited for in between.
_NOW = {
    "postgresql": "clock_timestamp()",
    "sqlite": "strftime('%Y-%m-%d %H:%M:%f000', 'now')",
}
_PRESENT = {engine: select(literal_column(now, Instant)) for engine, now in _NOW.items()}
_ID = LEASES.c.id == bindparam("id")
_NOBODY = text("INSERT INTO lease (id, holder, fence) VALUES (:id, '', 0) ON CONFLICT (id) DO NOTHING").bindparams(
    bindparam("id", type_=Uuid())
)
_HOLDER = select(LEASES.c.holder, LEASES.c.fence, LEASES.c.expires_at).where(_ID).with_for_update()
_FENCE = select(LEASES.c.fence).where(_ID).with_for_update(read=True)
_GIVE_BACK = update_of_id(LEASES).where(LEASES.c.fence == bindparam("own_fence"))


def take_lease(connection: Connection, link_id: UUID, holder: str, seconds: int) -> int | None:
    """The fence, or None while another holds the lease.  ``connection`` must be in a writing transaction."""
    # So that there is a row to lock; both engines read this the same way.
    connection.execute(_NOBODY, {"id": link_id})
    lease = connection.execute(_HOLDER, {"id": link_id}).one()
    now = present(connection)
    if lease.holder != holder and _is_held(lease.expires_at, now):
        return None
    fence: int = lease.fence if lease.holder == holder else lease.fence + 1
    values = {"holder": holder, "fence": fence, "expires_at": now + timedelta(seconds=seconds)}
    connection.execute(update_of_id(LEASES), values | {"stored_id": link_id})
    return fence


def give_back_lease(connection: Connection, link_id: UUID, fence: int) -> None:
    """End the lease, unless another has taken it since."""
    mine = {"stored_id": link_id, "own_fence": fence}
    connection.execute(_GIVE_BACK, mine | {"holder": "", "expires_at": None})


def end_leases(connection: Connection) -> None:
    """End every lease and fence its holder off."""
    connection.execute(update(LEASES).values(holder="", fence=LEASES.c.fence + 1, expires_at=None))


def holds_fence(connection: Connection, link_id: UUID, fence: int) -> bool:
    """Whether the lease still has this fence; if so, it keeps it until the transaction ends."""
    return connection.scalar(_FENCE, {"id": link_id}) == fence


def present(connection: Connection) -> datetime:
    """The present instant by the database's clock, which is the same for all workstations."""
    return connection.execute(_PRESENT[connection.dialect.name]).scalar_one()


def _is_held(expires_at: datetime | None, now: datetime) -> bool:
    return expires_at is not None and expires_at > now
