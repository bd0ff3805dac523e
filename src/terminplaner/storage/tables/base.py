"""What all tables are made of, and their metadata."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Text, TypedColumns, Uuid
from sqlalchemy.types import TypeEngine

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


T = TypeVar("T")


def column(
    kind: TypeEngine[T] | type[TypeEngine[T]], *constraints: ForeignKey, optional: bool = False, **options: Any
) -> Column[T]:
    """A column that has a value in every row, unless it is ``optional``."""
    return Column(kind, *constraints, nullable=optional, **options)


def only_where(condition: str) -> dict[str, Any]:
    """What an index holds only part of its table by; the migrations carry it out.

    Said in the engines' own arguments it would load the dialect of PostgreSQL into every start on SQLite.
    """
    return {"info": {"where": condition}}


IN_ORDER = Text().with_variant(Text(collation="C"), "postgresql")
"""Text whose order is that of its code points, so that an index finds what begins alike; SQLite's always is."""


class IdColumns(TypedColumns):
    id = column(Uuid, primary_key=True)


class EntityColumns(IdColumns):
    revision = column(Integer)
