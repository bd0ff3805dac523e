"""The tables of the change log."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, Table, UniqueConstraint, Uuid

from terminplaner.domain.changes import Origin
from terminplaner.storage.columns import Instant, PlainText, Structure, Word
from terminplaner.storage.tables.base import METADATA, IdColumns, column


class ChangeSetColumns(IdColumns):
    """One committed transaction.  ``number`` is the order of the log: a clock can stand still."""

    number = column(BigInteger, index=True)
    command = column(PlainText)
    at = column(Instant)
    author_name = column(PlainText)
    origin = column(Word(Origin))
    user_id = column(Uuid, optional=True)
    workstation = column(PlainText)


CHANGE_SETS = Table(
    "change_set",
    METADATA,
    ChangeSetColumns,
    # For whoever looks something up in the log; each in the order in which it is read.
    Index("ix_change_set_at", "at", "number"),
    Index("ix_change_set_author", "author_name", "number"),
    Index("ix_change_set_origin", "origin", "number"),
)


class EntityChangeColumns(IdColumns):
    """``kind`` is the name of the entity's class."""

    change_set_id = column(Uuid, ForeignKey("change_set.id"))
    position = column(Integer)
    kind = column(PlainText)
    entity_id = column(Uuid, index=True)
    before = column(Structure(Any), optional=True)
    after = column(Structure(Any))


ENTITY_CHANGES = Table(
    "entity_change",
    METADATA,
    EntityChangeColumns,
    UniqueConstraint("change_set_id", "position"),
    Index("ix_entity_change_kind", "kind", "change_set_id"),
)
