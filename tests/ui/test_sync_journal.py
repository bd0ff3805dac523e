"""The journal in the Abgleich-Zentrale: found, read on, exported, taken back."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QTableView, QTabWidget
from pytestqt.qtbot import QtBot

from helpers.find import child, press
from helpers.sync_records import event, history, link_resources
from helpers.workplace import Workplace
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink, Direction, JournalEntry, LinkStatus
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.when import Timed
from terminplaner.services.sync_journal import PAGE
from terminplaner.ui.sync_center.journal_page import JournalPage
from terminplaner.ui.sync_center.window import SyncCenter
from terminplaner.ui.tasks import TaskRunner

GOOGLE = Author("Google", Origin.GOOGLE)
TITLE, CHANGE = 4, 5


@pytest.fixture
def link(workplace: Workplace) -> CalendarLink:
    return link_resources(workplace, thor_schuss=LinkStatus.OK, klara_himmel=LinkStatus.OK)["Thor Schuss"]


class Reader:
    """Somebody who looks at the journal."""

    def __init__(self, qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, user: str = "admin") -> None:
        self.qtbot = qtbot
        self.tasks = tasks
        self.window = SyncCenter(workplace.services, workplace.session(user), tasks)
        qtbot.addWidget(self.window)
        self.window.reload()
        self.window.show()
        self.settle()
        self.window.findChildren(QTabWidget)[0].setCurrentIndex(2)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.tasks.is_busy)

    @property
    def page(self) -> JournalPage:
        return self.window.findChildren(JournalPage)[0]

    @property
    def table(self) -> QTableView:
        return child(self.window, QTableView, "Was bewegt wurde")

    def column(self, column: int) -> list[str]:
        model = self.table.model()
        return [model.index(row, column).data() for row in range(model.rowCount())]

    def choose(self, row: int) -> None:
        self.table.setCurrentIndex(self.table.model().index(row, 0))

    def set(self, name: str, text: str) -> None:
        combo = child(self.window, QComboBox, name)
        combo.setCurrentIndex(combo.findText(text))
        self.settle()

    def search(self, text: str) -> None:
        field = child(self.window, QLineEdit, "Suchen")
        field.setText(text)
        field.returnPressed.emit()
        self.settle()

    def says(self, text: str) -> bool:
        return any(text in label.text() for label in self.window.findChildren(QLabel) if label.isVisible())


def entry(link: CalendarLink, place: Workplace, title: str, **fields: Any) -> JournalEntry:
    made = JournalEntry(
        uuid4(), uuid4(), link.id, place.clock.now(), Direction.TO_GOOGLE, "created", None, "e", None, event(title)
    )
    return replace(made, **fields)


def keep(place: Workplace, entries: Iterable[JournalEntry]) -> None:
    place.keep(*entries)


def came_from_google(place: Workplace, link: CalendarLink) -> Appointment:
    """An appointment that the sync brought, with its entry."""
    start = place.clock.now() + timedelta(days=1)
    branch = place.services.queries.branches()[0]
    new = Appointment(
        uuid4(), branch.id, Timed(start, start + timedelta(minutes=30)), (link.resource_id,), "Zahnarzt"
    )
    with place.gate.open(GOOGLE, "sync") as passage:
        stored = passage.work.put(new)
        moved = entry(link, place, "Zahnarzt", direction=Direction.FROM_GOOGLE, revision=stored.revision)
        passage.work.keep(replace(moved, appointment_id=stored.id))
    return stored


def test_it_says_when_whose_whither_what_and_how(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, link: CalendarLink
) -> None:
    history(workplace, link)
    changed = {"action": "updated", "before": event("Alt"), "direction": Direction.FROM_GOOGLE}
    keep(workplace, [entry(link, workplace, "Neu", **changed)])
    reader = Reader(qtbot, workplace, tasks)
    assert [reader.column(column)[0] for column in range(6)] == [
        "23.11.2026, 10:00",
        "Thor Schuss",
        "Von Google",
        "Geändert",
        "Neu",
        "Titel: Alt → Neu",
    ]
    assert [reader.column(column)[1] for column in (TITLE, CHANGE)] == ["Zahnarzt", "24.11.2026, 10:00–10:30"]
    reader.choose(0)
    assert reader.says("Vorher")
    assert reader.says("Alt")


def test_it_is_searched_and_narrowed(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, link: CalendarLink
) -> None:
    yesterday = workplace.clock.now() - timedelta(days=1)
    keep(
        workplace,
        (
            entry(link, workplace, "Gestern", at=yesterday),
            entry(link, workplace, "Überweisung", direction=Direction.FROM_GOOGLE),
            entry(link, workplace, "Sehtest"),
        ),
    )
    reader = Reader(qtbot, workplace, tasks)
    reader.search("überweisung")
    assert reader.column(TITLE) == ["Überweisung"]
    reader.search("gibt es nicht")
    assert reader.says("Keine Einträge gefunden.")
    assert not child(reader.window, QPushButton, "Als CSV speichern …").isEnabled()
    reader.search("")
    reader.set("Richtung", "Von Google")
    assert reader.column(TITLE) == ["Überweisung"]
    press(reader.window, "Felder vorbelegen")
    reader.settle()
    assert reader.column(TITLE) == ["Sehtest", "Überweisung", "Gestern"]
    reader.set("Zeitraum", "Heute")
    assert reader.column(TITLE) == ["Sehtest", "Überweisung"]
    reader.set("Zeitraum", "Alles (90 Tage)")
    reader.set("Ressource", "Klara Himmel")
    assert reader.column(TITLE) == []


def test_older_entries_come_as_somebody_scrolls(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, link: CalendarLink
) -> None:
    keep(workplace, (entry(link, workplace, str(number)) for number in range(PAGE + 5)))
    reader = Reader(qtbot, workplace, tasks)
    model = reader.table.model()
    assert model.rowCount() == PAGE
    assert reader.says(f"Die neuesten {PAGE} Einträge")
    keep(workplace, [entry(link, workplace, "währenddessen")])
    reader.table.scrollToBottom()
    qtbot.waitUntil(lambda: model.rowCount() == PAGE + 5)
    assert reader.column(TITLE) == [str(number) for number in range(PAGE + 4, -1, -1)]
    assert not model.canFetchMore(QModelIndex())


def test_a_run_shows_what_it_moved(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, link: CalendarLink
) -> None:
    history(workplace, link)
    keep(workplace, [entry(link, workplace, "Aus einem anderen")])
    reader = Reader(qtbot, workplace, tasks)
    assert len(reader.column(TITLE)) == 2
    reader.choose(1)
    press(reader.window, "Durchgang vom 23.11.2026, 09:56: von Google 1 neu, nach Google 2 geändert")
    reader.settle()
    assert reader.column(TITLE) == ["Zahnarzt"]
    press(reader.window, "Alle Durchgänge zeigen")
    reader.settle()
    assert len(reader.column(TITLE)) == 2


def test_what_the_sync_did_is_taken_back(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, link: CalendarLink
) -> None:
    appointment = came_from_google(workplace, link)
    reader = Reader(qtbot, workplace, tasks)
    reader.choose(0)
    assert reader.says("löscht ihn danach auch in Google")
    with qtbot.waitSignal(reader.window.decided):
        press(reader.window, "Zurücknehmen")
    reader.settle()
    assert workplace.services.queries.appointment(appointment.id).appointment.is_cancelled
    assert reader.says("Zurückgenommen.")
    press(reader.window, "Zurücknehmen")
    reader.settle()
    assert reader.says("Der Termin wurde seither noch einmal geändert, zuletzt von admin.")


def test_only_what_changed_something_here_can_be_taken_back(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, link: CalendarLink
) -> None:
    keep(
        workplace,
        (entry(link, workplace, "Hin"), entry(link, workplace, "Block", direction=Direction.FROM_GOOGLE)),
    )
    reader = Reader(qtbot, workplace, tasks)
    for row, reason in ((0, "gehört Google"), (1, "jemand hier geändert")):
        reader.choose(row)
        assert reader.says(reason)
        assert not child(reader.window, QPushButton, "Zurücknehmen").isEnabled()


def test_staff_read_but_take_nothing_back(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, link: CalendarLink
) -> None:
    came_from_google(workplace, link)
    reader = Reader(qtbot, workplace, tasks, "thor.schuss")
    reader.choose(0)
    assert reader.says("Zurücknehmen kann, wer die Synchronisation verwalten darf.")
    assert not child(reader.window, QPushButton, "Zurücknehmen").isEnabled()


def test_what_is_found_is_saved_in_words(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, link: CalendarLink, tmp_path: Path
) -> None:
    keep(workplace, (entry(link, workplace, "Sehtest"), entry(link, workplace, "Anderes")))
    reader = Reader(qtbot, workplace, tasks)
    reader.search("sehtest")
    press(reader.window, "Als CSV speichern …")
    (dialog,) = reader.page.findChildren(QFileDialog)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    target = tmp_path / "Journal.csv"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    reader.settle()
    with target.open(encoding="utf-8-sig", newline="") as file:
        titles, row = csv.reader(file)
    assert dict(zip(titles, row, strict=True)) == {
        "Zeit": "23.11.2026, 10:00",
        "Ressource": "Thor Schuss",
        "Richtung": "Nach Google",
        "Vorgang": "Angelegt",
        "Titel vorher": "",
        "Zeit vorher": "",
        "Kommentar vorher": "",
        "Titel nachher": "Sehtest",
        "Zeit nachher": "24.11.2026, 10:00–10:30",
        "Kommentar nachher": "",
        "Durchgang": "",
    }
    assert reader.says("Einträge: 1")
