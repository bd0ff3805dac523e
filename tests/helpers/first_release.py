"""Databases as the first release of the program made them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, MetaData, Table, insert, inspect, select, text

from helpers.databases import Database
from terminplaner.storage import schema
from terminplaner.storage.engine import open_engine, parse_url

Rows = dict[str, list[dict[str, Any]]]


def make_first_release(database: Database) -> Rows:
    """Take a database, of which no store may be open, back to the first release; all it can hold of the rows."""
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
        schema.upgrade(connection, "0001")
        for table in _tables(connection):
            names = table.columns.keys()
            rows = [{name: row[name] for name in names if name in row} for row in held[table.name]]
            if rows:
                connection.execute(insert(table), rows)
    engine.dispose()
    return rows_of_first_release(database)


def rows_of_first_release(database: Database) -> Rows:
    """What a database holds of the tables and columns that the first release had, in order of their ids."""
    folder = database.folder / "first"
    folder.mkdir(exist_ok=True)
    pattern = open_engine(parse_url(f"sqlite:///{folder / 'pattern.db'}"), "test")
    with pattern.begin() as connection:
        if not inspect(connection).get_table_names():
            schema.upgrade(connection, "0001")
        names = {table.name: table.columns.keys() for table in _tables(connection)}
    pattern.dispose()
    engine = open_engine(parse_url(database.url), "test")
    with engine.connect() as connection:
        rows = {
            table.name: [
                dict(row)
                for row in connection.execute(
                    select(*(table.c[name] for name in names[table.name])).order_by(table.c.id)
                ).mappings()
            ]
            for table in _tables(connection)
            if table.name in names
        }
    engine.dispose()
    return rows


def _tables(connection: Connection) -> list[Table]:
    """The tables as they are there, in the order in which rows may be inserted."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]
