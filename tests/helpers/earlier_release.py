"""Databases as earlier releases of the program made them, each known by its migration."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, MetaData, Table, insert, inspect, select, text

from helpers.databases import Database
from terminplaner.storage import schema
from terminplaner.storage.engine import open_engine, parse_url

Rows = dict[str, list[dict[str, Any]]]

FIRST, SECOND, THIRD = "0001", "0002", "0003"
_NOT_YET = {
    SECOND: {"recurrence": ("week_of_month",), "pattern": ("former_status_id", "template_id")},
}
"""Fields of structures that came after a release; the first had no structures."""


def take_back(database: Database, release: str) -> Rows:
    """Make a database, of which no store may be open, one of an earlier release; all it can hold of the rows."""
    engine = open_engine(parse_url(database.url), "test", has_foreign_keys=False)
    with engine.begin() as connection:
        newest = _tables(connection)
        held = {table.name: connection.execute(select(table)).mappings().all() for table in newest}
        if connection.dialect.name == "postgresql":
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        else:
            for name in inspect(connection).get_table_names():
                connection.execute(text(f"DROP TABLE {name}"))
        schema.upgrade(connection, release)
        for table in _tables(connection):
            names = table.columns.keys()
            rows = [
                {name: _known_then(release, name, row[name]) for name in names if name in row}
                for row in held[table.name]
            ]
            if rows:
                connection.execute(insert(table), rows)
    engine.dispose()
    return rows_of_release(database, release)


def rows_of_release(database: Database, release: str) -> Rows:
    """What a database holds of the tables and columns that an earlier release had, in order of their keys."""
    folder = database.folder / release
    folder.mkdir(exist_ok=True)
    pattern = open_engine(parse_url(f"sqlite:///{folder / 'pattern.db'}"), "test")
    with pattern.begin() as connection:
        if not inspect(connection).get_table_names():
            schema.upgrade(connection, release)
        names = {table.name: table.columns.keys() for table in _tables(connection)}
    pattern.dispose()
    engine = open_engine(parse_url(database.url), "test")
    with engine.connect() as connection:
        rows = {
            table.name: [
                {name: _known_then(release, name, value) for name, value in row.items()}
                for row in connection.execute(
                    select(*(table.c[name] for name in names[table.name])).order_by(*table.primary_key.columns)
                ).mappings()
            ]
            for table in _tables(connection)
            if table.name in names
        }
    engine.dispose()
    return rows


def _known_then(release: str, name: str, value: Any) -> Any:
    """What a column held before its structure got further fields."""
    unknown = _NOT_YET.get(release, {}).get(name, ())
    return {field: item for field, item in value.items() if field not in unknown} if unknown else value


def _tables(connection: Connection) -> list[Table]:
    """The tables as they are there, in the order in which rows may be inserted."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]
