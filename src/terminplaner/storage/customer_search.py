"""Finding customers among very many while somebody types.

As with appointments there are two roads that both check every condition on each row: few are taken and sorted,
many are walked in their order until the list is full.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Connection, Select, cast, func, select

from terminplaner.services.ports import CustomerSearch
from terminplaner.storage.tables import CUSTOMER_WORDS, CUSTOMERS
from terminplaner.storage.word_index import Wanted, count_of, ids_having, is_among, look_up
from terminplaner.storage.words import patterns_of

_FEW = 2_000
"""So many customers are sooner sorted than walked past."""
_MANY = 10_000
"""So many that have the rarest of several words are sooner looked at than walked to: the words may seldom meet."""
_DIGITS = 15
"""Numbers up to this length can be compared on both engines."""


def customers_asked_for(connection: Connection, asked: CustomerSearch) -> Select[Any]:
    table = CUSTOMERS
    patterns = patterns_of(asked.text, are_beginnings=not asked.has_whole_words)
    found = select(table).where(table.c.deleted_at.is_(None), *(is_among(table.c.words, one) for one in patterns))
    few = _few(connection, [look_up(connection, one) for one in patterns], asked.limit)
    if few is None:
        return found.order_by(table.c.sort_key, table.c.id).limit(asked.limit)
    # Not the column itself, or SQLite would walk along its index after all.
    return (
        found.where(table.c.id.in_(few))
        .order_by(func.coalesce(table.c.sort_key, ""), table.c.id)
        .limit(asked.limit)
    )


def _few(connection: Connection, wanted: list[Wanted], limit: int | None) -> Select[Any] | None:
    """The ids of the customers with the rarest word; None where walking past all comes to a full page sooner."""
    ids = [ids_having(CUSTOMER_WORDS, one) for one in wanted if one.is_indexed]
    counts = [count_of(connection, one, _MANY) for one in ids]
    most = _FEW if len(wanted) == 1 else _MANY
    if not ids or (limit is not None and min(counts) > most):
        return None
    return ids[counts.index(min(counts))]


def highest_number() -> Select[Any]:
    number = CUSTOMERS.c.number
    is_number = (number != "", func.ltrim(number, "0123456789") == "", func.length(number) <= _DIGITS)
    return select(func.max(cast(number, BigInteger))).where(CUSTOMERS.c.deleted_at.is_(None), *is_number)
