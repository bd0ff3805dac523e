"""Backup and restore, and what the sync learns of it."""

from __future__ import annotations

import itertools
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from helpers.shop import Shop
from terminplaner.domain.calendar_link import CalendarLink, EventMapping, GoogleAccount, ProblemKind
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
def test_a_restore_holds_the_links_that_began_to_sync_and_leaves_no_profile_ahead(
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
            last_success_at=now if number in (0, 2) else None,
            last_full_at=now if number == 3 else None,
            ended_at=now if number == 2 else None,
        )
        for number, resource in enumerate(itertools.islice(itertools.cycle(resources), 5))
    ]
    with shop.gate.open(_SYNC, "sync") as passage:
        passage.work.keep(account)
        for link in links:
            passage.work.keep(link)
        passage.work.keep(EventMapping(uuid4(), links[4].id, "begun"))
    safekeeping.backup(shop.admin, file)
    for _ in range(passes_since):
        with shop.gate.open(_SYNC, "sync") as passage:
            passage.work.advance_epoch()
    before = _epoch(shop)
    safekeeping.restore(shop.admin, file)
    assert _epoch(shop).store_id == before.store_id
    assert _epoch(shop).number >= before.number
    with shop.store.read() as reader:
        problems = reader.list_problems()
    assert {(problem.kind, problem.choices) for problem in problems} == {(ProblemKind.RESTORE_PREVIEW, ())}
    assert {problem.link_id for problem in problems} == {links[number].id for number in (0, 3, 4)}


def test_a_pass_that_moved_something_just_before_a_restore_leaves_no_profile_ahead(
    shop: Shop, safekeeping: Safekeeping, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "sicherung.sqlite"
    safekeeping.backup(shop.admin, file)
    restore = shop.store.restore

    def restore_late(*arguments: Any) -> None:
        for _ in range(3):
            with shop.gate.open(_SYNC, "sync") as passage:
                passage.work.advance_epoch()
        restore(*arguments)

    monkeypatch.setattr(shop.store, "restore", restore_late)
    before = _epoch(shop).number
    safekeeping.restore(shop.admin, file)
    assert _epoch(shop).number >= before + 3


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
