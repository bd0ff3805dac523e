"""Looking things up in the change log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from terminplaner.domain.changes import Author, ChangeSet, Entity, EntityChange
from terminplaner.services.store_queries import ChangeLogQuery, LoggedChanges
from terminplaner.storage.codec import from_json
from terminplaner.storage.mapping import KIND_NAMES
from terminplaner.storage.tables.log import CHANGE_SETS, ENTITY_CHANGES

_MOST_CHANGES = 100
"""Of one set: a series or an import changes thousands at once, which nobody reads."""
_RARE = 50_000
_SKEW = timedelta(days=1)
"""By more no two workstations' clocks differ; so the log is in the order of time but for that."""


def search(
    connection: Connection, query: ChangeLogQuery, limit: int, older_than: UUID | None
) -> tuple[LoggedChanges, ...]:
    """See ``Reader.search_change_log``."""
    has_rare_kind = bool(query.kinds) and _is_rare(connection, query.kinds)
    rows = connection.execute(_asked_for(query, older_than, has_rare_kind=has_rare_kind).limit(limit)).all()
    ids = [row.id for row in rows]
    part = ENTITY_CHANGES.c
    belongs = part.change_set_id.in_(ids)
    counts = select(part.change_set_id, func.count().label("total")).where(belongs).group_by(part.change_set_id)
    count_of = {row.change_set_id: row.total for row in connection.execute(counts)}
    wanted = part.entity_id == query.entity_id if query.entity_id else part.position < _MOST_CHANGES
    changes: dict[UUID, list[EntityChange]] = {key: [] for key in ids}
    parts = select(ENTITY_CHANGES).where(belongs, wanted).order_by(part.position)
    for row in connection.execute(parts):
        changes[row.change_set_id].append(entity_change(row))
    return tuple(LoggedChanges(change_set(row, changes[row.id]), count_of[row.id]) for row in rows)


def authors(connection: Connection) -> tuple[str, ...]:
    """See ``Reader.list_authors``."""
    return tuple(sorted(connection.scalars(select(CHANGE_SETS.c.author_name).distinct()), key=str.casefold))


def entity_change(row: Row[Any]) -> EntityChange:
    """One row of ``ENTITY_CHANGES``."""
    kind = KIND_NAMES[row.kind]
    return EntityChange(from_json(kind, row.before), from_json(kind, row.after))


def change_set(row: Row[Any], changes: Sequence[EntityChange]) -> ChangeSet:
    """One row of ``CHANGE_SETS`` with its changes."""
    return ChangeSet(row.id, row.command, Author(row.author_name, row.origin, row.user_id), row.at, tuple(changes))


def _is_rare(connection: Connection, kinds: Iterable[type[Entity]]) -> bool:
    """Whether it is quicker to take all changes of these kinds than to walk along the log until a page is full."""
    some = select(ENTITY_CHANGES.c.kind).where(_is_of(kinds)).limit(_RARE).subquery()
    return (connection.scalar(select(func.count()).select_from(some)) or 0) < _RARE


def _is_of(kinds: Iterable[type[Entity]]) -> ColumnElement[bool]:
    return ENTITY_CHANGES.c.kind.in_([kind.__name__ for kind in kinds])


def _asked_for(query: ChangeLogQuery, older_than: UUID | None, *, has_rare_kind: bool) -> Select[Any]:
    row, part = CHANGE_SETS.c, ENTITY_CHANGES.c
    conditions: list[ColumnElement[bool]] = []
    if query.author_name:
        conditions.append(row.author_name == query.author_name)
    if query.origin is not None:
        conditions.append(row.origin == query.origin)
    if query.entity_id is not None:
        conditions.append(row.id.in_(select(part.change_set_id).where(part.entity_id == query.entity_id)))
    if query.kinds:
        if has_rare_kind:
            conditions.append(row.id.in_(select(part.change_set_id).where(_is_of(query.kinds))))
        else:
            has_one = select(part.id).where(part.change_set_id == row.id, _is_of(query.kinds))
            conditions.append(has_one.exists())
    if query.from_at is not None:
        near = select(row.number).where(row.at >= query.from_at - _SKEW).order_by(row.at, row.number)
        conditions += [row.at >= query.from_at, row.number >= near.limit(1).scalar_subquery()]
    if query.until_at is not None:
        near = select(row.number).where(row.at < query.until_at + _SKEW).order_by(row.at.desc(), row.number.desc())
        conditions += [row.at < query.until_at, row.number <= near.limit(1).scalar_subquery()]
    if older_than is not None:
        conditions.append(row.number < select(row.number).where(row.id == older_than).scalar_subquery())
    return select(CHANGE_SETS).where(*conditions).order_by(row.number.desc(), row.id)
