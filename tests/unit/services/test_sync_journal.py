"""Looking up, exporting and taking back what the sync moved."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from helpers.shop import Shop
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import (
    CalendarLink,
    Direction,
    GoogleAccount,
    JournalEntry,
    LinkStatus,
    SyncRun,
)
from terminplaner.domain.changes import Author, ChangeSet, Origin
from terminplaner.domain.errors import (
    CapacityExceededError,
    InvalidInputError,
    NotFoundError,
    PermissionDeniedError,
    StaleRevisionError,
)
from terminplaner.services.store_queries import JournalQuery
from terminplaner.services.sync_journal import PAGE, JournalRow, SyncJournal

GOOGLE = Author("Google", Origin.GOOGLE)


@pytest.fixture
def journal(shop: Shop) -> SyncJournal:
    return SyncJournal(shop.planning)


@pytest.fixture
def link(shop: Shop) -> CalendarLink:
    account = GoogleAccount(uuid4(), "klara@example.org", frozenset())
    resource_id = shop.appointment().resource_ids[0]
    link = CalendarLink(uuid4(), resource_id, account.id, "c@g", "Klara", "Europe/Berlin", False)
    with shop.gate.open(GOOGLE, "sync") as passage:
        passage.work.keep(account)
        passage.work.keep(link)
    return link


def move(shop: Shop, link: CalendarLink, action: str, appointment: Appointment) -> tuple[Appointment, UUID]:
    """What the engine does: an appointment and its entry, in one transaction."""
    with shop.gate.open(GOOGLE, "sync") as passage:
        stored = passage.work.put(appointment)
        entry = JournalEntry(
            uuid4(),
            uuid4(),
            link.id,
            shop.clock.now(),
            Direction.FROM_GOOGLE,
            action,
            stored.id,
            "event",
            revision=stored.revision,
        )
        passage.work.keep(entry)
    return stored, entry.id


def write_down(shop: Shop, link: CalendarLink, *entries: JournalEntry) -> None:
    with shop.gate.open(GOOGLE, "sync") as passage:
        for entry in entries:
            passage.work.keep(replace(entry, link_id=link.id))


def entry(shop: Shop, title: str = "Sehtest", **fields: Any) -> JournalEntry:
    made = JournalEntry(
        uuid4(),
        uuid4(),
        uuid4(),
        shop.clock.now(),
        Direction.TO_GOOGLE,
        "created",
        None,
        "e",
        after={"title": title},
    )
    return replace(made, **fields)


def test_an_update_is_taken_back_with_everything_that_was_there(
    shop: Shop, journal: SyncJournal, link: CalendarLink
) -> None:
    before = shop.planning.book(shop.admin, replace(shop.appointment(text="Alt"), comment="geheim")).appointment
    moved, entry_id = move(shop, link, "updated", replace(before, text="Neu", comment=""))
    change_set = journal.revert(shop.admin, entry_id)
    stored = shop.stored(before.id)
    assert (stored.text, stored.comment, stored.revision) == ("Alt", "geheim", moved.revision + 1)
    assert (change_set.command, change_set.author.origin, change_set.author.name) == (
        "revert",
        Origin.UNDO,
        "admin",
    )


def test_what_the_sync_created_is_cancelled_softly(shop: Shop, journal: SyncJournal, link: CalendarLink) -> None:
    created, entry_id = move(shop, link, "created", shop.appointment(text="Zahnarzt"))
    journal.revert(shop.admin, entry_id)
    stored = shop.stored(created.id)
    assert (stored.cancelled_at, stored.cancelled_by) == (shop.clock.now(), "admin")


def test_what_the_sync_cancelled_comes_back_if_there_is_room(
    shop: Shop, journal: SyncJournal, link: CalendarLink
) -> None:
    booked = shop.planning.book(shop.admin, shop.appointment()).appointment
    gone = replace(booked, cancelled_at=shop.clock.now(), cancelled_by="Google")
    _, entry_id = move(shop, link, "cancelled", gone)
    other = shop.planning.book(shop.admin, shop.appointment()).appointment
    with pytest.raises(CapacityExceededError):
        journal.revert(shop.admin, entry_id)
    shop.planning.cancel(shop.admin, other.id)
    journal.revert(shop.admin, entry_id)
    assert not shop.stored(booked.id).is_cancelled


def test_it_tells_the_gate_and_is_no_step_of_undo(shop: Shop, journal: SyncJournal, link: CalendarLink) -> None:
    _, entry_id = move(shop, link, "created", shop.appointment())
    heard: list[ChangeSet] = []
    shop.gate.subscribe(heard.append)
    assert journal.revert(shop.admin, entry_id) in heard
    assert shop.undo.undo_command is None


def test_what_was_changed_since_stays(shop: Shop, journal: SyncJournal, link: CalendarLink) -> None:
    created, entry_id = move(shop, link, "created", shop.appointment())
    shop.planning.change(shop.planner, replace(created, text="Anders"))
    with pytest.raises(StaleRevisionError, match="changed_since") as refusal:
        journal.revert(shop.admin, entry_id)
    assert refusal.value.params["by"] == "petra"
    assert not shop.stored(created.id).is_cancelled


def test_it_is_taken_back_once(shop: Shop, journal: SyncJournal, link: CalendarLink) -> None:
    _, entry_id = move(shop, link, "created", shop.appointment())
    journal.revert(shop.admin, entry_id)
    with pytest.raises(StaleRevisionError):
        journal.revert(shop.admin, entry_id)


def test_what_went_to_google_changed_nothing_here(shop: Shop, journal: SyncJournal, link: CalendarLink) -> None:
    sent = entry(shop)
    write_down(shop, link, sent)
    for entry_id in (sent.id, uuid4()):
        with pytest.raises(NotFoundError, match="not_revertible"):
            journal.revert(shop.admin, entry_id)


def test_staff_look_but_do_not_touch(shop: Shop, journal: SyncJournal, link: CalendarLink) -> None:
    _, entry_id = move(shop, link, "created", shop.appointment())
    assert [row.entry.id for row in journal.page(JournalQuery())] == [entry_id]
    with pytest.raises(PermissionDeniedError):
        journal.revert(shop.employee, entry_id)


def test_pages_follow_each_other_with_run_and_resource(
    shop: Shop, journal: SyncJournal, link: CalendarLink
) -> None:
    now = shop.clock.now()
    run = SyncRun(uuid4(), link.id, now, now + timedelta(seconds=3), LinkStatus.OK, created_google=PAGE + 1)
    with shop.gate.open(GOOGLE, "sync") as passage:
        passage.work.keep(run)
    write_down(shop, link, *(entry(shop, str(number), run_id=run.id) for number in range(PAGE + 1)))
    first = journal.page(JournalQuery())
    (last,) = journal.page(JournalQuery(), first[-1].entry.id)
    assert len(first) == PAGE
    assert last.entry.after == {"title": "0"}
    ((name, link_ids),) = journal.resources()
    assert (last.run, last.resource_name, link_ids) == (run, name, (link.id,))


def describe(row: JournalRow) -> tuple[str, ...]:
    return row.resource_name, str((row.entry.after or {})["title"])


def test_the_file_is_what_every_spreadsheet_reads(
    shop: Shop, journal: SyncJournal, link: CalendarLink, tmp_path: Path
) -> None:
    write_down(
        shop, link, entry(shop, 'Müller, "Ä"\nzweite Zeile'), entry(shop, "=HYPERLINK(1)"), entry(shop, "x")
    )
    target = tmp_path / "journal.csv"
    assert journal.export_journal(JournalQuery(text="l"), target, ("Ressource", "Termin"), describe) == 2
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfRessource,Termin\r\n")
    assert '"Müller, ""Ä""\nzweite Zeile"\r\n'.encode() in content
    with target.open(encoding="utf-8-sig", newline="") as file:
        _, formula, text = csv.reader(file)
    assert formula[1] == "'=HYPERLINK(1)"
    assert text[1] == 'Müller, "Ä"\nzweite Zeile'


def test_a_file_that_cannot_be_written_is_said(shop: Shop, journal: SyncJournal, tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="unwritable_target"):
        journal.export_journal(JournalQuery(), tmp_path / "no" / "folder.csv", (), describe)
