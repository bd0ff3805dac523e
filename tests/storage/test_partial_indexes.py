"""The tables say which indexes are partial ones, the migrations make them so."""

from __future__ import annotations

import re

from sqlalchemy import inspect

from helpers.databases import Database
from terminplaner.storage.engine import open_engine, parse_url
from terminplaner.storage.tables import METADATA


def _plain(condition: object) -> str:
    """Without the brackets and casts that PostgreSQL adds."""
    return re.sub(r"::\w+|[()]", "", str(condition))


def test_the_migrations_make_partial_what_the_tables_call_partial(database: Database) -> None:
    database.open()
    engine = open_engine(parse_url(database.url), "test")
    found = {
        index["name"]: _plain(condition)
        for table in METADATA.sorted_tables
        for index in inspect(engine).get_indexes(table.name)
        for key, condition in index.get("dialect_options", {}).items()
        if key.endswith("_where")
    }
    engine.dispose()
    said = {
        index.name: index.info["where"]
        for table in METADATA.sorted_tables
        for index in table.indexes
        if "where" in index.info
    }
    assert found == said
    assert said
