"""Hearing of other workstations: exactly what they did, never what was done here, and no end that waits."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from time import monotonic
from typing import cast
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from helpers.log_watch import LogWatch
from helpers.stores import sqlite_store
from helpers.workplace import Workplace
from terminplaner.domain.appointment import AppointmentType
from terminplaner.domain.changes import Author, ChangeSet, Origin
from terminplaner.domain.errors import StorageError
from terminplaner.services.gate import Gate
from terminplaner.services.ports import Store
from terminplaner.services.store_queries import ForeignChanges
from terminplaner.ui import change_watch
from terminplaner.ui.change_feed import ChangeFeed
from terminplaner.ui.change_watch import ChangeWatch

ROSA = Author("rosa", Origin.USER)


@dataclass
class Heard:
    changed: list[ChangeSet] = field(default_factory=list)
    here: list[ChangeSet] = field(default_factory=list)
    elsewhere: list[ChangeSet] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    def listen_to(self, feed: ChangeFeed) -> None:
        feed.changed.connect(self.changed.append)
        feed.changedHere.connect(self.here.append)
        feed.changedElsewhere.connect(self.elsewhere.append)
        feed.syncMoved.connect(lambda: self.others.append("sync"))
        feed.outdated.connect(lambda: self.others.append("everything"))


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_REST_SECONDS", "_RETRY_SECONDS"):
        monkeypatch.setattr(change_watch, name, 0.01)


@pytest.fixture
def heard(workplace: Workplace, qtbot: QtBot) -> Iterator[Heard]:
    heard = Heard()
    heard.listen_to(workplace.feed)
    watch = ChangeWatch(workplace.store, workplace.feed)
    watch.start()
    yield heard
    assert watch.stop(5)


@pytest.fixture
def elsewhere(tmp_path: Path, workplace: Workplace) -> Iterator[Store]:
    store = sqlite_store(tmp_path, workplace.clock)
    yield store
    store.close()


def add_type(store: Store) -> ChangeSet:
    with Gate(store).open(ROSA, "save") as passage:
        passage.work.put(AppointmentType(uuid4(), f"Typ {uuid4()}"))
    assert passage.change_set is not None
    return passage.change_set


def test_what_is_done_here_is_told_once(heard: Heard, workplace: Workplace, qtbot: QtBot) -> None:
    services, actor = workplace.services, workplace.session().actor
    services.master_data.save(actor, AppointmentType(uuid4(), "Nachtermin"))
    with workplace.store.write(ROSA, "sync") as work:
        work.advance_epoch()
        work.commit()
    qtbot.wait(700)
    assert len(heard.changed) == 1
    assert (heard.here, heard.elsewhere, heard.others) == (heard.changed, [], [])


def test_what_is_done_elsewhere_is_told_as_it_was(
    heard: Heard, elsewhere: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    made = add_type(elsewhere)
    qtbot.waitUntil(lambda: heard.changed == [made])
    assert (heard.here, heard.elsewhere, heard.others) == ([], heard.changed, [])
    with elsewhere.write(ROSA, "sync") as work:
        work.advance_epoch()
        work.commit()
    qtbot.waitUntil(lambda: heard.others == ["sync"])
    elsewhere.backup(tmp_path / "backup.db")
    elsewhere.restore(tmp_path / "backup.db")
    qtbot.waitUntil(lambda: heard.others == ["sync", "everything"])
    assert heard.changed == [made]


@dataclass
class HangingStore:
    """Its server is away: a question takes as long as a connection may."""

    answered: Event = field(default_factory=Event)

    def wait_for_foreign_changes(self, timeout_seconds: float) -> ForeignChanges | None:
        self.answered.wait(10)
        return ForeignChanges(is_incomplete=True)


def test_the_end_does_not_wait_for_a_server_that_is_away(qtbot: QtBot) -> None:
    store, heard, feed = HangingStore(), Heard(), ChangeFeed()
    heard.listen_to(feed)
    watch = ChangeWatch(cast(Store, store), feed)
    assert watch.stop(0.1), "one that never began has ended"
    watch = ChangeWatch(cast(Store, store), feed)
    watch.start()
    begun = monotonic()
    assert not watch.stop(0.1)
    assert monotonic() - begun < 2
    store.answered.set()
    assert watch.stop(5)
    qtbot.wait(50)
    assert heard.others == []


@dataclass
class FlickeringStore:
    """Out of reach three times, then there, then out of reach again, then quiet."""

    answers: list[object] = field(
        default_factory=lambda: [*[StorageError("unreachable")] * 3, None, StorageError("locked")]
    )

    def wait_for_foreign_changes(self, timeout_seconds: float) -> ForeignChanges | None:
        if not self.answers:
            Event().wait(0.01)
            return None
        answer = self.answers.pop(0)
        if isinstance(answer, StorageError):
            raise answer
        return None


def test_an_outage_is_logged_once(qtbot: QtBot, caplog: pytest.LogCaptureFixture, expected_logs: LogWatch) -> None:
    expected_logs.expect("what others change cannot be heard")
    store = FlickeringStore()
    watch = ChangeWatch(cast(Store, store), ChangeFeed())
    with caplog.at_level(logging.INFO, change_watch.__name__):
        watch.start()
        qtbot.waitUntil(lambda: len(caplog.records) == 4)
        qtbot.wait(50)
    assert watch.stop(5)
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO", "WARNING", "INFO"]
    assert "unreachable" in caplog.records[0].getMessage()
