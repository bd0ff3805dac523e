"""Real stores for the tests of everything that stands on storage."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from terminplaner.services.ports import Clock, Store
from terminplaner.storage import open_store
from terminplaner.system.clock import SystemClock


def sqlite_store(tmp_path: Path, clock: Clock, name: str = "terminplaner.db") -> Store:
    """Open the store ``name`` in ``tmp_path``, an empty one if it is not there yet; the caller closes it."""
    file = tmp_path / name
    if not file.exists():
        write_empty_store(file)
    return open_store(f"sqlite:///{file}", backups=tmp_path / "backups", clock=clock, workstation="test")


def write_empty_store(file: Path) -> None:
    """Make a store at ``file`` with an identity of its own."""
    file.write_bytes(empty_store())
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE store_meta SET id = ?", (uuid4().hex,))


@cache
def empty_store() -> bytes:
    """The file of a new store, made once in this process: migrating takes far longer than copying."""
    with TemporaryDirectory(prefix="store-") as folder:
        file = Path(folder) / "empty.db"
        address = f"sqlite:///{file}"
        open_store(address, backups=Path(folder), clock=SystemClock(), workstation="test").close()
        return file.read_bytes()
