"""Opening a store: a new one, an older one, a newer one."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from helpers.databases import Database, PostgresServer, SetClock
from helpers.stored_values import AUTHOR, ENTITIES, TYPE
from terminplaner.domain.appointment import AppointmentType
from terminplaner.domain.errors import InvalidInputError, StorageError
from terminplaner.services.store_queries import StoreEpoch
from terminplaner.storage import open_store, schema
from terminplaner.storage.engine import open_engine, parse_url, writing
from terminplaner.storage.mapping import ENTITY_TABLES, RECORD_TABLES
from terminplaner.storage.tables import METADATA


@pytest.fixture
def postgres_database(postgres: PostgresServer, tmp_path: Path, clock: SetClock) -> Iterator[Database]:
    """One that no other test gets to see: here the schema is changed."""
    name = postgres.create()
    found = Database(postgres.url(name), tmp_path, clock)
    yield found
    found.close()
    postgres.drop(name)


@pytest.fixture
def sqlite_database(tmp_path: Path, clock: SetClock) -> Iterator[Database]:
    """One that is not there yet."""
    found = Database(f"sqlite:///{tmp_path / 'profile' / 'new.db'}", tmp_path, clock)
    yield found
    found.close()


def run(database: Database, statement: str) -> None:
    engine = open_engine(parse_url(database.url), "test", has_foreign_keys=False)
    with writing(engine).begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_a_new_store_has_an_identity_of_its_own(database: Database) -> None:
    first = database.open()
    with first.read() as reader:
        identity = reader.epoch()
    assert identity.number == 0
    with database.open().read() as reader:
        assert reader.epoch() == identity
    assert not (database.folder / "backups").exists()


def test_of_several_that_open_a_new_store_at_once_one_makes_it(database: Database) -> None:
    barrier = Barrier(3)

    def open_together(_: int) -> StoreEpoch:
        barrier.wait(10)
        with database.open().read() as reader:
            return reader.epoch()

    with ThreadPoolExecutor(3) as pool:
        assert len(set(pool.map(open_together, range(3)))) == 1


def test_the_migrations_make_the_tables_of_the_program(database: Database) -> None:
    database.open()
    engine = open_engine(parse_url(database.url), "test")
    with engine.connect() as connection:
        # A default only fills the rows that an older program wrote.
        context = MigrationContext.configure(connection, opts={"compare_server_default": False})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_head_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.HEAD]


@pytest.mark.parametrize("kind", [*ENTITY_TABLES, *RECORD_TABLES], ids=lambda kind: str(kind.__name__))
def test_every_field_has_its_column(kind: Any) -> None:
    columns = {column.name for column in {**ENTITY_TABLES, **RECORD_TABLES}[kind].columns}
    for_the_store_only = {"start_at", "end_at", "is_long", "first_on", "end_on", "number", "sort_key", "words"}
    in_tables_of_their_own = {"when", "resource_ids"}
    names = {field.name for field in fields(kind)}
    assert names - columns <= in_tables_of_their_own
    assert columns - names <= for_the_store_only


def test_opening_leaves_the_log_as_it_was(database: Database) -> None:
    root, alembic = logging.getLogger(), logging.getLogger("alembic")
    before = (root.level, list(root.handlers), alembic.level, list(alembic.handlers))
    database.open()
    assert (root.level, list(root.handlers), alembic.level, list(alembic.handlers)) == before
    assert not logging.getLogger("terminplaner.storage").disabled


def test_a_current_store_opens_without_alembic(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from terminplaner.storage import open_store\n"
        "from terminplaner.system.clock import SystemClock\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "open_store(f'sqlite:///{folder}/a.db', backups=folder, clock=SystemClock(), workstation='w').close()\n"
        "print(sorted({'alembic', 'psycopg'} & set(sys.modules)))"
    )
    loaded = [
        subprocess.run(
            [sys.executable, "-c", program, tmp_path], check=True, capture_output=True, text=True
        ).stdout
        for _ in range(2)
    ]
    assert loaded == ["['alembic']\n", "[]\n"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError) as refusal:
        open_store(f"sqlite:///{tmp_path / 'file' / 'x.db'}", backups=tmp_path, clock=clock, workstation="Empfang")
    assert refusal.value.error_code == "unreachable"


def test_a_newer_store_is_refused_and_left_alone(database: Database) -> None:
    database.open()
    run(database, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StorageError, match="newer_database"):
        database.open()
    assert not (database.folder / "backups").exists()


def test_an_older_store_is_backed_up_before_it_is_migrated(
    database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store = database.open()
    with store.write(AUTHOR, "found") as work:
        for entity in ENTITIES:
            work.put(entity)
        work.commit()
    next_migration = tmp_path / "migrations"
    _copy_migrations(next_migration)
    (next_migration / "versions" / "0005_next.py").write_text(
        "from alembic import op\n"
        "import sqlalchemy as sa\n"
        "revision, down_revision, branch_labels, depends_on = '0005', '0004', None, None\n"
        "def upgrade():\n"
        "    with op.batch_alter_table('appointment_type', recreate='auto') as table:\n"
        "        table.drop_column('position')\n"
        "        table.add_column(sa.Column('position', sa.Integer(), nullable=False, server_default='7'))\n"
    )
    monkeypatch.setattr(schema, "MIGRATIONS", next_migration)
    monkeypatch.setattr(schema, "HEAD", "0005")

    with database.open().read() as reader:
        assert reader.get(AppointmentType, TYPE.id).position == 7

    (backup,) = (database.folder / "backups").iterdir()
    assert backup.name == "before-migration-20260302T083000Z.db"
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0004",)
        assert connection.execute("SELECT position FROM appointment_type").fetchone() == (TYPE.position,)
    restored = database.open(f"sqlite:///{tmp_path / 'restored.db'}")
    restored.restore(backup)  # an older program's backup is migrated on its way in
    with restored.read() as reader:
        assert reader.get(AppointmentType, TYPE.id).position == 7


def test_a_migration_that_fails_leaves_the_store_as_it_was(
    database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    database.open()
    broken = tmp_path / "migrations"
    _copy_migrations(broken)
    (broken / "versions" / "0005_broken.py").write_text(
        "from alembic import op\n"
        "revision, down_revision, branch_labels, depends_on = '0005', '0004', None, None\n"
        "def upgrade():\n"
        "    op.drop_table('lease')\n"
        "    raise ZeroDivisionError\n"
    )
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", broken)
        patch.setattr(schema, "HEAD", "0005")
        with pytest.raises(ZeroDivisionError):
            database.open()
    run(database, "SELECT fence FROM lease")
    database.open()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:a.db?uri=true",
        "mysql://host/db",
        "postgresql+asyncpg://host/db",
    ],
)
def test_only_sqlite_files_and_postgresql_servers_are_opened(database: Database, url: str) -> None:
    with pytest.raises(InvalidInputError, match="unsupported_database"):
        parse_url(url)


def _copy_migrations(target: Path) -> None:
    for source in schema.MIGRATIONS.rglob("*.py"):
        copy = target / source.relative_to(schema.MIGRATIONS)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(source.read_bytes())
