"""Statements that are sent so often that building them anew would cost more than the database does."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Delete, Insert, Select, Table, Update, bindparam, delete, insert, select, update

from terminplaner.storage.tables.appointments import APPOINTMENT_RESOURCES
from terminplaner.storage.tables.base import EntityColumns, IdColumns
from terminplaner.storage.tables.sync import EVENT_MAPPINGS, PROBLEMS


@cache
def row_of_id(table: Table[IdColumns]) -> Select[Any]:
    """Needs ``id``."""
    return select(table).where(table.c.id == bindparam("id"))


@cache
def update_of_id(table: Table[IdColumns]) -> Update:
    """Needs ``stored_id`` beside the values of those columns that are to be written."""
    return update(table).where(table.c.id == bindparam("stored_id"))


@cache
def update_of_unchanged(table: Table[EntityColumns]) -> Update:
    """Needs ``stored_id`` and ``stored_revision`` beside the columns' values."""
    is_unchanged = (table.c.id == bindparam("stored_id"), table.c.revision == bindparam("stored_revision"))
    return update(table).where(*is_unchanged)


@cache
def resources_of_appointment() -> Select[Any]:
    """The appointment and each of its resources, in their order; needs ``appointment_id``."""
    row = APPOINTMENT_RESOURCES.c
    query = select(row.appointment_id, row.resource_id).where(row.appointment_id == bindparam("appointment_id"))
    return query.order_by(row.position)


@cache
def delete_resources_of_appointment() -> Delete:
    """Needs ``moved``, the appointment's id."""
    return delete(APPOINTMENT_RESOURCES).where(APPOINTMENT_RESOURCES.c.appointment_id == bindparam("moved"))


@cache
def insert_into(table: Table[IdColumns]) -> Insert:
    return insert(table)


@cache
def mappings_of_link() -> Select[Any]:
    """Needs ``link_id``."""
    row = EVENT_MAPPINGS.c
    return select(EVENT_MAPPINGS).where(row.link_id == bindparam("link_id")).order_by(row.event_id)


@cache
def mapping_of_event() -> Select[Any]:
    """Needs ``link_id`` and ``event_id``."""
    row = EVENT_MAPPINGS.c
    is_it = (row.link_id == bindparam("link_id"), row.event_id == bindparam("event_id"))
    return select(EVENT_MAPPINGS).where(*is_it)


@cache
def problems(*, open_only: bool, of_link: bool) -> Select[Any]:
    """In the order they were opened in; needs ``link_id`` where ``of_link``."""
    query = select(PROBLEMS).order_by(PROBLEMS.c.opened_at, PROBLEMS.c.id)
    if open_only:
        query = query.where(PROBLEMS.c.resolved_at.is_(None))
    if of_link:
        query = query.where(PROBLEMS.c.link_id == bindparam("link_id"))
    return query
