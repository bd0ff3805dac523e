"""Backup and restore, and what the sync learns of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from helpers.shop import Shop
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import InvalidInputError, PermissionDeniedError
from terminplaner.services.ports import AppointmentQuery, StoreEpoch
from terminplaner.services.safekeeping import Safekeeping


@dataclass
class _Epochs:
    kept: StoreEpoch | None = None

    def load(self) -> StoreEpoch | None:
        return self.kept

    def save(self, epoch: StoreEpoch) -> None:
        self.kept = epoch


@pytest.fixture
def safekeeping(shop: Shop, tmp_path: Path) -> Safekeeping:
    backups = tmp_path / "backups"
    backups.mkdir(exist_ok=True)
    return Safekeeping(shop.store, shop.clock, _Epochs(), backups)


def _epoch(shop: Shop) -> StoreEpoch:
    with shop.store.read() as reader:
        return reader.epoch()


def _advance(shop: Shop) -> None:
    with shop.gate.open(Author("sync", Origin.SYSTEM), "sync") as passage:
        passage.work.advance_epoch()


def test_everything_comes_back_and_the_present_is_saved_first(
    shop: Shop, safekeeping: Safekeeping, tmp_path: Path
) -> None:
    file = tmp_path / "sicherung.sqlite"
    kept = shop.planning.book(shop.admin, shop.appointment(text="bleibt")).appointment
    safekeeping.backup(shop.admin, file)
    later = shop.planning.book(shop.admin, shop.appointment("Rosa Wolke", text="später")).appointment

    saved = safekeeping.restore(shop.admin, file)
    assert [row.appointment for row in shop.queries.appointments(AppointmentQuery())] == [kept]

    shop.clock.instant += timedelta(minutes=1)
    safekeeping.restore(shop.admin, saved)
    assert {row.appointment for row in shop.queries.appointments(AppointmentQuery())} == {kept, later}


@pytest.mark.parametrize("passes_since", [0, 3])
def test_after_a_restore_the_store_is_behind_the_profile(
    shop: Shop, safekeeping: Safekeeping, tmp_path: Path, passes_since: int
) -> None:
    file = tmp_path / "sicherung.sqlite"
    _advance(shop)
    safekeeping.backup(shop.admin, file)
    for _ in range(passes_since):
        _advance(shop)
    safekeeping.epochs.save(_epoch(shop))
    safekeeping.restore(shop.admin, file)
    known = safekeeping.epochs.load()
    assert known is not None
    assert known.store_id == _epoch(shop).store_id
    assert known.number == _epoch(shop).number + passes_since + 1


def test_the_epoch_of_another_store_does_not_count(shop: Shop, safekeeping: Safekeeping, tmp_path: Path) -> None:
    file = tmp_path / "sicherung.sqlite"
    safekeeping.backup(shop.admin, file)
    safekeeping.epochs.save(StoreEpoch(uuid4(), 999))
    safekeeping.restore(shop.admin, file)
    assert safekeeping.epochs.load() == replace(_epoch(shop), number=_epoch(shop).number + 1)


def test_a_backup_replaces_no_file(shop: Shop, safekeeping: Safekeeping, tmp_path: Path) -> None:
    file = tmp_path / "sicherung.sqlite"
    file.write_text("wichtig")
    with pytest.raises(InvalidInputError) as refusal:
        safekeeping.backup(shop.admin, file)
    assert (refusal.value.error_code, file.read_text()) == ("file_exists", "wichtig")


def test_a_backup_needs_a_folder(shop: Shop, safekeeping: Safekeeping, tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        safekeeping.backup(shop.admin, tmp_path / "fehlt" / "sicherung.sqlite")
    assert refusal.value.error_code == "unwritable_target"


def test_what_is_no_backup_changes_nothing(shop: Shop, safekeeping: Safekeeping, tmp_path: Path) -> None:
    booked = shop.planning.book(shop.admin, shop.appointment()).appointment
    nonsense = tmp_path / "nonsense.sqlite"
    nonsense.write_bytes(b"\0\1\2" * 1000)
    for file, code in ((nonsense, "not_a_backup"), (tmp_path / "fehlt", "file_unreadable")):
        with pytest.raises(InvalidInputError) as refusal:
            safekeeping.restore(shop.admin, file)
        assert refusal.value.error_code == code
    assert shop.stored(booked.id) == booked
    assert safekeeping.epochs.load() is None


def test_only_administrators_back_up_and_restore(shop: Shop, safekeeping: Safekeeping, tmp_path: Path) -> None:
    with pytest.raises(PermissionDeniedError):
        safekeeping.backup(shop.planner, tmp_path / "a")
    with pytest.raises(PermissionDeniedError):
        safekeeping.restore(shop.planner, tmp_path / "a")
