"""Bringing a database to the schema of this program.

Alembic is imported only where there is something to migrate: a start must be quick.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Engine, insert, inspect, text

from terminplaner.domain.errors import StorageError
from terminplaner.storage.engine import writing
from terminplaner.storage.tables.chain import STORE_META

HEAD = "0004"
"""The newest revision under ``migrations/versions``."""

MIGRATIONS = Path(__file__).parent / "migrations"

_logger = logging.getLogger(__name__)
_ADVISORY_LOCK = 7_316_518_202_611_220_001  # any number of our own: PostgreSQL's advisory locks have no names


def stored_revision(connection: Connection) -> str | None:
    """The schema's revision, None for a database without our tables."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def is_current(engine: Engine) -> bool:
    """Whether nothing needs migrating.  Raise ``StorageError`` (``newer_database``) for a newer program's."""
    with engine.connect() as connection:
        revision = stored_revision(connection)
    if revision is not None and revision > HEAD:  # they are numbered in their order
        raise StorageError("newer_database")
    return revision == HEAD


def migrate(engine: Engine, back_up: Callable[[], None]) -> None:
    """Create the schema, or bring an older one to ``HEAD`` after ``back_up``, in one transaction.

    Several programs may start on one database at once: one migrates, the others wait and find it done.
    ``engine`` must have been opened without foreign keys, since a migration may rebuild a table.
    """
    with writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        found = stored_revision(connection)
        if found == HEAD:
            return
        if found is not None:
            back_up()
        upgrade(connection, HEAD)
        if found is None:
            connection.execute(insert(STORE_META).values(id=uuid4(), epoch=0))
        _logger.info("database schema %s -> %s", found, HEAD)


def upgrade(connection: Connection, revision: str) -> None:
    """Bring the connection's database up to ``revision``, within its transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
