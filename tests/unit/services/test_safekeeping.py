"""Backup and restore, and what the sync learns of it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from helpers.shop import Shop
from terminplaner.domain.calendar_link import CalendarLink, GoogleAccount, ProblemKind
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import InvalidInputError, PermissionDeniedError
from terminplaner.services.safekeeping import Safekeeping
from terminplaner.services.store_queries import AppointmentQuery, StoreEpoch

_SYNC = Author("sync", Origin.SYSTEM)


@pytest.fixture
def safekeeping(shop: Shop, tmp_path: Path) -> Safekeeping:
    backups = tmp_path / "backups"
    backups.mkdir(exist_ok=True)
    return Safekeeping(shop.store, shop.clock, backups)


def _epoch(shop: Shop) -> StoreEpoch:
    with shop.store.read() as reader:
        return reader.epoch()


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
def test_a_restore_holds_the_links_that_synced_and_leaves_no_profile_ahead(
    shop: Shop, safekeeping: Safekeeping, tmp_path: Path, passes_since: int
) -> None:
    file, now = tmp_path / "sicherung.sqlite", shop.clock.now()
    account = GoogleAccount(uuid4(), "a@example.org", frozenset())
    resources = shop.queries.resources()
    links = [
        CalendarLink(
            uuid4(),
            resource.id,
            account.id,
            f"{number}",
            "",
            "Europe/Berlin",
            is_created_by_program=True,
            last_success_at=None if number == 1 else now,
            ended_at=now if number == 2 else None,
        )
        for number, resource in enumerate(resources[:3])
    ]
    with shop.gate.open(_SYNC, "sync") as passage:
        passage.work.keep(account)
        for link in links:
            passage.work.keep(link)
    safekeeping.backup(shop.admin, file)
    for _ in range(passes_since):
        with shop.gate.open(_SYNC, "sync") as passage:
            passage.work.advance_epoch()
    before = _epoch(shop)
    safekeeping.restore(shop.admin, file)
    assert _epoch(shop).store_id == before.store_id
    assert _epoch(shop).number >= before.number
    with shop.store.read() as reader:
        (problem,) = reader.list_problems()
    assert (problem.kind, problem.link_id, problem.choices) == (ProblemKind.RESTORE_PREVIEW, links[0].id, ())


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


def test_only_administrators_back_up_and_restore(shop: Shop, safekeeping: Safekeeping, tmp_path: Path) -> None:
    with pytest.raises(PermissionDeniedError):
        safekeeping.backup(shop.planner, tmp_path / "a")
    with pytest.raises(PermissionDeniedError):
        safekeeping.restore(shop.planner, tmp_path / "a")
