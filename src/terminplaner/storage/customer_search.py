"""Finding customers among very many while somebody types.

As with appointments there are two roads that both check every condition on each row: few are taken and sorted,
many are walked in their order until the list is full.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Connection, Select, cast, func, select

from terminplaner.services.store_queries import CustomerSearch
from terminplaner.storage.tables.people import CUSTOMERS
from terminplaner.storage.tables.words import CUSTOMER_WORDS
from terminplaner.storage.word_index import Wanted, count_of, ids_having, is_among, look_up
from terminplaner.storage.words import WordPattern, patterns_of, whole_words_of, with_days_as_words

_FEW = 2_000
"""So many customers are sooner sorted than walked past."""
_MANY = 10_000
"""So many that have the rarest of several words are sooner looked at than all are walked past."""
_NEAR = 1_000
"""So many are walked past first: frequent words mostly come to a full page among them."""
_DIGITS = 15
"""Numbers up to this length can be compared on both engines."""


def customers_asked_for(connection: Connection, asked: CustomerSearch) -> Select[Any]:
    """In their order; the connection is asked for the road to take."""
    table = CUSTOMERS
    text = asked.text
    patterns = (
        whole_words_of(text)
        if asked.has_whole_words
        else patterns_of(with_days_as_words(text), are_beginnings=True)
    )
    found = select(table).where(table.c.deleted_at.is_(None), *(is_among(table.c.words, one) for one in patterns))
    walk = found.order_by(table.c.sort_key, table.c.id).limit(asked.limit)
    if not patterns:
        return walk
    count, ids = _rarest(connection, [look_up(connection, one) for one in patterns])
    if asked.limit is not None and count > _FEW:
        near = _near(connection, patterns, asked.limit)
        if len(near) == asked.limit:
            return select(table).where(table.c.id.in_(near)).order_by(table.c.sort_key, table.c.id)
        if count > _MANY:
            return walk
    # Not the column itself, or SQLite would walk along its index after all.
    in_order = (func.coalesce(table.c.sort_key, ""), table.c.id)
    return (found if ids is None else found.where(table.c.id.in_(ids))).order_by(*in_order).limit(asked.limit)


def _rarest(connection: Connection, wanted: list[Wanted]) -> tuple[int, Select[Any] | None]:
    """The ids of the customers with the rarest word, and how many they are at least; more than are ever looked at
    where no index leads to any."""
    ids = [ids_having(CUSTOMER_WORDS, one) for one in wanted if one.is_indexed]
    if not ids:
        return _MANY + 1, None
    counts = [count_of(connection, one, _MANY) for one in ids]
    return min(counts), ids[counts.index(min(counts))]


def _near(connection: Connection, patterns: Sequence[WordPattern], limit: int) -> Sequence[UUID]:
    """Those of the first customers that have all the words."""
    table = CUSTOMERS
    first = (
        select(table.c.id, table.c.sort_key, table.c.words)
        .where(table.c.deleted_at.is_(None))
        .order_by(table.c.sort_key, table.c.id)
        .limit(_NEAR)
        .subquery()
    )
    found = select(first.c.id).where(*(is_among(first.c.words, one) for one in patterns))
    return connection.scalars(found.order_by(first.c.sort_key, first.c.id).limit(limit)).all()


def highest_number() -> Select[Any]:
    """Deleted ones count: letters and slips still name them by their number."""
    number = CUSTOMERS.c.number
    is_number = (number != "", func.ltrim(number, "0123456789") == "", func.length(number) <= _DIGITS)
    return select(func.max(cast(number, BigInteger))).where(*is_number)
