"""The database: SQLite by default, PostgreSQL for chains."""

from terminplaner.storage.store import open_store

__all__ = ["open_store"]
