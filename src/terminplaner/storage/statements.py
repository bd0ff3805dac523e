"""Statements that are sent so often that building them anew would cost more than the database does."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Insert, Select, Update, bindparam, insert, select, update

from terminplaner.storage.sync_tables import EventMappingRow, ProblemRow
from terminplaner.storage.tables import Base


@cache
def row_of_id(row_class: type[Base]) -> Select[Any]:
    """Needs ``id``."""
    return select(row_class).where(row_class.id == bindparam("id"))


@cache
def update_of_id(row_class: type[Base]) -> Update:
    """Needs ``stored_id`` beside the columns' values."""
    return update(row_class).where(row_class.id == bindparam("stored_id"))


@cache
def insert_into(row_class: type[Base]) -> Insert:
    return insert(row_class)


@cache
def mappings_of_link() -> Select[Any]:
    """Needs ``link_id``."""
    row = EventMappingRow
    return select(row).where(row.link_id == bindparam("link_id")).order_by(row.event_id)


@cache
def mapping_of_event() -> Select[Any]:
    """Needs ``link_id`` and ``event_id``."""
    row = EventMappingRow
    return select(row).where(row.link_id == bindparam("link_id"), row.event_id == bindparam("event_id"))


@cache
def problems(*, open_only: bool, of_link: bool) -> Select[Any]:
    """In the order they were opened in; needs ``link_id`` where ``of_link``."""
    query = select(ProblemRow).order_by(ProblemRow.opened_at, ProblemRow.id)
    if open_only:
        query = query.where(ProblemRow.resolved_at.is_(None))
    if of_link:
        query = query.where(ProblemRow.link_id == bindparam("link_id"))
    return query
