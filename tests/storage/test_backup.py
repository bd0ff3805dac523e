"""Backups: one file, into any engine and out of it."""

from __future__ import annotations

import sqlite3
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import pytest

from helpers.databases import Database
from helpers.stored_values import AUTHOR, BRANCH, ENTITIES, MORNING, RECORDS, TYPE, WHOLE_DAYS
from terminplaner.domain.appointment import AppointmentType
from terminplaner.domain.calendar_link import CalendarLink, ProblemKind
from terminplaner.domain.errors import InvalidInputError, StaleRevisionError, StorageError
from terminplaner.services.ports import Store, UnitOfWork
from terminplaner.services.restored_links import hold_for_restore
from terminplaner.services.store_queries import AppointmentQuery, StoreEpoch


@pytest.fixture
def full(store: Store) -> Store:
    with store.write(AUTHOR, "found") as work:
        for entity in ENTITIES:
            work.put(entity)
        for record in RECORDS:
            work.keep(record)
        work.advance_epoch()
        work.commit()
    return store


def content(store: Store) -> list[object]:
    with store.read() as reader:
        entities = [reader.find(type(entity), entity.id) for entity in ENTITIES]
        records = [reader.find_record(type(record), record.id) for record in RECORDS]
        return [reader.epoch(), *entities, *records, *reader.list_change_sets()]


def test_a_backup_is_one_file_that_restores_into_either_engine(
    full: Store, database: Database, postgres_spare: Database, tmp_path: Path
) -> None:
    file = tmp_path / "copies" / "backup.db"
    file.parent.mkdir()
    full.backup(file)
    assert [path.name for path in file.parent.iterdir()] == ["backup.db"]
    for target in (database.open(f"sqlite:///{tmp_path / 'other.db'}"), postgres_spare.open()):
        target.restore(file)
        assert content(target) == content(full)
    assert [path.name for path in file.parent.iterdir()] == ["backup.db"]


@pytest.mark.skipif(sys.platform == "win32", reason="files there inherit the rights of their folder")
def test_a_backup_is_for_its_owner_alone(full: Store, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    file.touch(0o644)
    full.backup(file)
    assert stat.filemode(file.stat().st_mode) == "-rw-------"


def test_a_restore_brings_back_what_was(full: Store, tmp_path: Path) -> None:
    before = content(full)
    full.backup(tmp_path / "backup.db")
    with full.write(AUTHOR, "change") as work:
        work.put(replace(work.get(AppointmentType, TYPE.id), name="später"))
        work.advance_epoch()
        work.commit()
    assert content(full) != before
    full.restore(tmp_path / "backup.db")
    assert content(full) == before


def test_a_restore_is_completed_in_its_own_transaction_or_not_done(full: Store, tmp_path: Path) -> None:
    """So that nobody ever finds a restored store whose links are not held."""

    def refuse(work: UnitOfWork, _before: StoreEpoch) -> None:
        work.advance_epoch(1000)
        raise StaleRevisionError

    with full.write(AUTHOR, "link") as work:
        for link in work.list_records(CalendarLink):
            work.amend(CalendarLink, link.id, ended_at=None)
        work.commit()
    full.backup(tmp_path / "backup.db")
    with full.write(AUTHOR, "change") as work:
        work.put(replace(work.get(AppointmentType, TYPE.id), name="später"))
        work.commit()
    before = content(full)
    with pytest.raises(StaleRevisionError):
        full.restore(tmp_path / "backup.db", refuse)
    assert content(full) == before

    def hold(work: UnitOfWork, _before: StoreEpoch) -> None:
        hold_for_restore(work, MORNING)

    full.restore(tmp_path / "backup.db", hold)
    with full.read() as reader:
        held = {link.id for link in reader.list_records(CalendarLink)}
        asked = {row.link_id for row in reader.list_problems() if row.kind is ProblemKind.RESTORE_PREVIEW}
    assert held
    assert asked == held


def test_a_restored_store_can_be_worked_in(full: Store, tmp_path: Path) -> None:
    full.backup(tmp_path / "backup.db")
    full.restore(tmp_path / "backup.db")
    with full.write(AUTHOR, "change") as work:
        work.put(replace(work.get(AppointmentType, TYPE.id), name="später"))
        newest = work.commit()
    with full.read() as reader:
        assert reader.list_change_sets(limit=1) == (newest,)


def test_a_restore_keeps_the_fences(full: Store, tmp_path: Path) -> None:
    link_id = ENTITIES[0].id
    full.acquire_lease(link_id, "a", 0)
    full.backup(tmp_path / "backup.db")
    assert full.acquire_lease(link_id, "b", 0) == 2
    full.restore(tmp_path / "backup.db")
    assert (full.acquire_lease(link_id, "c", 0) or 0) > 2


def test_a_restore_fences_off_who_is_syncing(full: Store, tmp_path: Path) -> None:
    link_id = next(iter(RECORDS)).id
    full.backup(tmp_path / "backup.db")
    fence = full.acquire_lease(link_id, "a", 600)
    assert fence is not None
    full.restore(tmp_path / "backup.db")
    with pytest.raises(StaleRevisionError), full.write(AUTHOR, "sync") as work:
        work.verify_fence(link_id, fence)
    assert full.acquire_lease(link_id, "b", 600) is not None


def test_a_backup_replaces_an_older_one(full: Store, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    file.write_bytes(b"older")
    full.backup(file)
    full.restore(file)


def test_a_backup_is_whole_while_others_write(database: Database, full: Store, tmp_path: Path) -> None:
    writer, stop = database.open(), Event()

    def write() -> None:
        while not stop.is_set():
            with writer.write(AUTHOR, "sync") as work:
                number = work.advance_epoch().number
                work.put(replace(work.get(AppointmentType, TYPE.id), position=number))
                work.commit()

    thread = Thread(target=write)
    thread.start()
    try:
        full.backup(tmp_path / "backup.db")
    finally:
        stop.set()
        thread.join()
    full.restore(tmp_path / "backup.db")
    with full.read() as reader:
        position = reader.get(AppointmentType, TYPE.id).position
        assert position == reader.epoch().number or reader.epoch().number == 1


def test_a_restore_waits_for_a_change_that_is_under_way(database: Database, tmp_path: Path) -> None:
    here, there = database.open(), database.open()
    here.backup(tmp_path / "empty.db")
    with ThreadPoolExecutor(1) as pool:
        with there.write(AUTHOR, "put") as work:
            work.put(TYPE)
            restoring = pool.submit(here.restore, tmp_path / "empty.db")
            with pytest.raises(TimeoutError):
                restoring.result(timeout=0.5)
            work.commit()
        restoring.result(timeout=10)
    with here.read() as reader:
        assert reader.find(AppointmentType, TYPE.id) is None


def test_what_is_no_backup_is_refused_and_changes_nothing(full: Store, tmp_path: Path) -> None:
    before = content(full)
    (tmp_path / "text.db").write_text("no database, but long enough to look at" * 100)
    with closing(sqlite3.connect(tmp_path / "foreign.db")) as connection:
        connection.execute("CREATE TABLE store_meta (id, epoch)")
    full.backup(tmp_path / "damaged.db")
    content_of_file = bytearray((tmp_path / "damaged.db").read_bytes())
    content_of_file[8192:12288] = b"\xff" * 4096
    (tmp_path / "damaged.db").write_bytes(content_of_file)
    for name in ("text.db", "foreign.db", "damaged.db", "absent.db", "."):
        with pytest.raises(InvalidInputError, match="not_a_backup"):
            full.restore(tmp_path / name)
    assert content(full) == before


def test_a_newer_programs_backup_is_refused(full: Store, tmp_path: Path) -> None:
    full.backup(tmp_path / "backup.db")
    with closing(sqlite3.connect(tmp_path / "backup.db", isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StorageError, match="newer_database"):
        full.restore(tmp_path / "backup.db")


def test_a_backup_needs_a_folder(full: Store, tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="unwritable_target"):
        full.backup(tmp_path / "absent" / "backup.db")
    (tmp_path / "folder").mkdir()
    with pytest.raises(InvalidInputError, match="unwritable_target"):
        full.backup(tmp_path / "folder")


def test_appointments_are_found_by_time_after_a_restore(full: Store, tmp_path: Path) -> None:
    query = AppointmentQuery(from_at=WHOLE_DAYS.when.interval(BRANCH.tz).start_at)
    with full.read() as reader:
        (before,) = reader.list_appointments(query)
    full.backup(tmp_path / "backup.db")
    full.restore(tmp_path / "backup.db")
    with full.read() as reader:
        assert reader.list_appointments(query) == (before,)
