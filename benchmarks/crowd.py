"""A shop with very many appointments, written past the services, which would take hours."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

A_DAY = 72
"""Appointments: six for each of the sample's twelve resources."""

_CUSTOMERS = """
WITH RECURSIVE seq(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM seq WHERE n + 1 < :customers)
INSERT INTO customer ({columns})
SELECT {values} FROM seq, (SELECT * FROM customer LIMIT 1) AS sample
"""
_APPOINTMENTS = """
WITH RECURSIVE seq(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM seq WHERE n + 1 < :count)
INSERT INTO appointment ({columns})
SELECT {values} FROM seq, (SELECT * FROM appointment WHERE id = :sample) AS sample
"""
_RESOURCES = """
INSERT INTO appointment_resource (id, appointment_id, resource_id, position, start_at, end_at, is_long)
SELECT lower(hex(randomblob(16))), id,
       (SELECT id FROM crowd_resource WHERE number = CAST(text AS INTEGER) % 12), 0, start_at, end_at, 0
FROM appointment WHERE text <> '' AND id <> :sample
"""


def crowd(file: Path, sample_id: str, count: int, around: date) -> None:
    """Copy one stored appointment ``count`` times, six a day for each resource, evenly before and after a day.

    ``sample_id`` is its id as 32 hexadecimal digits.  Every row has a customer of two thousand.
    """
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "CREATE TEMP TABLE crowd_resource AS SELECT row_number() OVER () - 1 AS number, id FROM resource"
        )
        customers = _copied(connection, "customer", {"id": "lower(hex(randomblob(16)))", "number": "'K' || n"})
        connection.execute(_CUSTOMERS.format(**customers), {"customers": 2_000})
        connection.execute(
            "CREATE TEMP TABLE crowd_customer AS SELECT row_number() OVER () - 1 AS number, id FROM customer"
        )
        connection.execute("CREATE INDEX temp.crowd_number ON crowd_customer (number)")
        begin = f"'{around.isoformat()} 08:00:00', (n / {A_DAY} - {count // A_DAY // 2}) || ' days'"
        slot = f"((n / 12) % {A_DAY // 12} * 80)"
        instant = "strftime('%Y-%m-%d %H:%M:%S.000000', {begin}, {slot} || ' minutes')"
        appointments = _copied(
            connection,
            "appointment",
            {
                "id": "lower(hex(randomblob(16)))",
                "text": "CAST(n AS TEXT)",
                "customer_id": "(SELECT id FROM crowd_customer WHERE number = n % 2000)",
                "start_at": instant.format(begin=begin, slot=slot),
                "end_at": instant.format(begin=begin, slot=f"({slot} + 40)"),
            },
        )
        connection.execute(_APPOINTMENTS.format(**appointments), {"count": count, "sample": sample_id})
        connection.execute(_RESOURCES, {"sample": sample_id})
        connection.commit()


def _copied(connection: sqlite3.Connection, table: str, changed: dict[str, str]) -> dict[str, str]:
    """All columns of a table, and what a copied row has in them."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    return {
        "columns": ", ".join(columns),
        "values": ", ".join(changed.get(column, f"sample.{column}") for column in columns),
    }
