"""Freien Termin suchen: the form, the list, and what becomes of a result."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLabel, QListWidget, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from helpers.named import named, press
from helpers.workplace import Workplace
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.resource import Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.when import Timed
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner.panels.free_slot_panel import FreeSlotPanel
from terminplaner.ui.planner.plan.carrying import CarriedMimeData, Purpose
from terminplaner.ui.tasks import TaskRunner

KLARA, ROOM = "Klara Himmel", "Kabine 1 Filiale Stgt."


class Search:
    def __init__(self, qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
        self._qtbot, self._tasks = qtbot, tasks
        self.workplace = workplace
        self.panel = FreeSlotPanel(workplace.services, workplace.session(), tasks)
        qtbot.addWidget(self.panel)
        self.panel.resize(320, 900)
        self.panel.show()
        self.panel.refresh(None)
        self.settle()
        for fold in self.panel.findChildren(QToolButton):
            fold.setChecked(fold.isCheckable())

    def settle(self) -> None:
        """Let the wait after the last input pass, and every answer come."""
        self._qtbot.waitUntil(lambda: not self._tasks.is_busy and not self.panel.is_waiting)

    def resource(self, name: str) -> Resource:
        return next(row for row in self.workplace.services.queries.resources() if row.name == name)

    def choose(self, *names: str) -> None:
        entries = named(self.panel, QListWidget, "Ressourcen")
        for row in range(entries.count()):
            is_chosen = entries.item(row).text() in names
            entries.item(row).setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        self.settle()

    def combine(self, text: str) -> None:
        self.pick("Gesucht", text)

    def pick(self, name: str, text: str) -> None:
        box = next(box for box in self.panel.findChildren(QComboBox) if box.accessibleDescription() == name)
        box.setCurrentIndex(box.findText(text))
        self.settle()

    @property
    def results(self) -> QListWidget:
        return named(self.panel, QListWidget, "Freie Zeiten")

    @property
    def found(self) -> list[str]:
        return [self.results.item(row).text() for row in range(self.results.count())]

    def says(self, text: str) -> bool:
        return any(label.text() == text for label in self.panel.findChildren(QLabel) if label.isVisible())

    def book(self, name: str, when: Timed) -> None:
        services, session = self.workplace.services, self.workplace.session()
        wanted = Appointment(uuid4(), session.branch.id, when, (self.resource(name).id,))
        self.panel.refresh(services.planning.book(session.actor, wanted).change_set)
        self.settle()


@pytest.fixture
def search(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> Search:
    return Search(qtbot, workplace, tasks)


def test_the_next_times_are_listed_and_follow_every_input_and_every_booking(search: Search) -> None:
    search.choose(KLARA)
    assert search.found[0].endswith(" 23.11., 10:00–10:30\nKlara Himmel")
    first = Timed(search.workplace.clock.now(), search.workplace.clock.now() + timedelta(minutes=30))
    search.book(KLARA, first)
    assert " 23.11., 10:30–11:00" in search.found[0]
    named(search.panel, QSpinBox, "Dauer").setValue(60)
    named(search.panel, QCheckBox, QLocale().standaloneDayName(1)).setChecked(False)
    search.settle()
    assert " 24.11., 09:00–10:00" in search.found[0]


def test_the_search_ends_on_the_day_that_is_entered(search: Search) -> None:
    search.choose(KLARA)
    weeks, last = named(search.panel, QSpinBox, "Wochen"), named(search.panel, QDateEdit, "Bis")
    assert last.date() == QDate(2026, 12, 20)
    last.setDate(QDate(2026, 11, 24))
    search.settle()
    assert weeks.value() == 1
    assert {line[line.index(" ") + 1 :][:6] for line in search.found} == {"23.11.", "24.11."}
    weeks.setValue(2)
    assert last.date() == QDate(2026, 12, 6)
    named(search.panel, QDateEdit, "Ab").setDate(QDate(2026, 11, 30))
    assert (weeks.value(), last.date()) == (2, QDate(2026, 12, 13))
    last.setDate(QDate(2026, 11, 1))
    assert last.date() == QDate(2026, 11, 30)


def test_persons_and_rooms_are_combined(search: Search) -> None:
    search.choose(KLARA, ROOM)
    search.combine("alle zusammen")
    assert search.found[0].endswith("Klara Himmel + Kabine 1 Filiale Stgt.")
    search.combine("eine Person und ein Raum")
    assert search.found[0].endswith("Klara Himmel + Kabine 1 Filiale Stgt.")
    search.combine("eine davon")
    assert search.found[0].endswith("Klara Himmel oder Kabine 1 Filiale Stgt.")
    search.choose()
    assert search.says("Wählen Sie, welche Ressourcen frei sein sollen.")


def test_a_person_and_a_room_are_any_where_none_is_ticked(search: Search) -> None:
    search.combine("eine Person und ein Raum")
    search.choose(KLARA)
    assert search.found[0].partition("\n")[2].startswith("Klara Himmel + ")
    search.choose(ROOM)
    assert "+ Kabine 1 Filiale Stgt." in search.found[0]
    search.choose()
    assert " + " in search.found[0]


def test_a_result_is_booked_shown_or_dragged(search: Search, qtbot: QtBot) -> None:
    search.choose(KLARA)
    search.results.setCurrentRow(1)
    with qtbot.waitSignal(search.panel.openRequested) as booked:
        QTest.keyClick(search.results, Qt.Key.Key_Return)
    row = booked.args[0]
    assert isinstance(row, AppointmentRow)
    assert [resource.name for resource in row.resources] == [KLARA]
    assert row.appointment.revision == 0
    assert search.workplace.services.planning_questions.check(row.appointment).warnings == ()
    with qtbot.waitSignal(search.panel.timeRequested) as shown:
        press(search.panel, "Im Plan zeigen")
    assert shown.args == [row.appointment.when, (search.resource(KLARA).id,)]
    data = search.results.mimeData([search.results.item(1)])
    assert isinstance(data, CarriedMimeData)
    assert data.carried.purpose is Purpose.BOOK
    assert data.carried.lead.appointment.when == row.appointment.when


def test_a_template_brings_its_duration_its_resources_and_all_it_presets(search: Search, qtbot: QtBot) -> None:
    services, actor = search.workplace.services, search.workplace.session().actor
    ids = (search.resource(KLARA).id, search.resource(ROOM).id)
    template = AppointmentTemplate(uuid4(), "Sehtest", 90, text="Sehtest", prepare_minutes=10, resource_ids=ids)
    services.master_data.save(actor, template)
    search.panel.refresh(None)
    search.settle()
    search.pick("Vorlage", "Sehtest")
    assert search.found[0].endswith("Klara Himmel + Kabine 1 Filiale Stgt.")
    search.results.setCurrentRow(0)
    with qtbot.waitSignal(search.panel.openRequested) as booked:
        press(search.panel, "Buchen …")
    draft = booked.args[0].appointment
    assert (draft.text, draft.prepare_minutes, draft.resource_ids) == ("Sehtest", 10, ids)
    assert draft.when.end_at - draft.when.start_at == timedelta(minutes=90)


def test_nothing_free_is_said(search: Search) -> None:
    search.choose(ROOM)
    room = replace(search.resource(ROOM), capacity=1)
    span = Timed(search.workplace.clock.now(), search.workplace.clock.now() + timedelta(days=40))
    search.book(room.name, span)
    assert search.says("Keine freie Zeit in diesem Zeitraum.")


def test_the_first_hit_is_ready_to_be_booked_and_what_is_seldom_touched_is_folded_away(
    search: Search, qtbot: QtBot
) -> None:
    folds = [fold for fold in search.panel.findChildren(QToolButton) if fold.isCheckable()]
    search.choose(KLARA)
    assert [fold.text().replace("&", "") for fold in folds] == [f"Ressourcen: {KLARA}", "Zeitraum und Uhrzeit"]
    for fold in folds:
        fold.setChecked(False)
    assert not [box for box in search.panel.findChildren(QCheckBox) if box.isVisible()]
    assert search.results.currentRow() == 0
    with qtbot.waitSignal(search.panel.openRequested) as booked:
        press(search.panel, "Buchen …")
    assert f"{booked.args[0].appointment.when.start_at.astimezone(booked.args[0].zone):%H:%M}–" in search.found[0]
