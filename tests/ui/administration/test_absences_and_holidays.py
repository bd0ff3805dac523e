"""The tabs "Abwesenheiten" and "Feiertage"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QSpinBox,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from helpers.named import dialog_title, named, open_dialog, press
from helpers.workplace import Workplace
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.chain import Branch
from terminplaner.domain.holiday import Holiday
from terminplaner.domain.when import AllDay
from terminplaner.ui.administration.absences_tab import AbsencesTab
from terminplaner.ui.administration.holidays_tab import HolidaysTab
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.tasks import TaskRunner

TODAY = date(2026, 11, 23)
OWN, PUBLIC, AWAY = "Eigene Feiertage", "Gesetzliche Feiertage", "Abwesenheiten"


class Office:
    """One of the tabs, as somebody sees it."""

    def __init__(
        self,
        make: Callable[[Services, Session, TaskRunner], AbsencesTab | HolidaysTab],
        qtbot: QtBot,
        workplace: Workplace,
        tasks: TaskRunner,
        user: str = "admin",
    ) -> None:
        self._qtbot, self._tasks = qtbot, tasks
        self.services, self.session = workplace.services, workplace.session(user)
        self.tab = make(self.services, self.session, tasks)
        workplace.feed.changed.connect(self.tab.refresh)
        qtbot.addWidget(self.tab)
        self.tab.resize(900, 700)
        self.tab.show()
        self.reload()

    def reload(self) -> None:
        self.tab.refresh(None)
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self._tasks.is_busy)

    @property
    def front(self) -> QWidget:
        return open_dialog() or self.tab

    def press(self, name: str) -> None:
        press(self.front, name)
        self.settle()

    def is_enabled(self, name: str) -> bool:
        return named(self.tab, QAbstractButton, name).isEnabled()

    def rows(self, table: str) -> list[list[str]]:
        found = named(self.tab, QTableWidget, table)
        return [
            [_text(found, row, column) for column in range(found.columnCount())] for row in range(found.rowCount())
        ]

    def choose(self, table: str, row: int) -> None:
        named(self.tab, QTableWidget, table).setCurrentCell(row, 0)

    def says(self) -> str:
        return self.tab.findChildren(Banner)[0].text


def _text(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    return item.text() if item else ""


def _choice(dialog: QWidget, name: str) -> QComboBox:
    return next(box for box in dialog.findChildren(QComboBox) if box.accessibleDescription() == name)


@pytest.fixture
def absences(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> Office:
    return Office(AbsencesTab, qtbot, workplace, tasks)


@pytest.fixture
def holidays(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> Office:
    return Office(HolidaysTab, qtbot, workplace, tasks)


def _add_absence(office: Office, first_on: date, text: str) -> Absence:
    resource = next(row for row in office.services.queries.resources() if row.name == "Klara Himmel")
    when = AllDay(first_on, first_on + timedelta(days=3))
    absence = Absence(uuid4(), AbsenceKind.VACATION, when, (resource.id,), text=text)
    return office.services.absences.save(office.session.actor, absence).absence


# -- absences


def test_absences_are_listed_with_what_is_over_on_request(absences: Office) -> None:
    _add_absence(absences, TODAY + timedelta(days=7), "Ostsee")
    _add_absence(absences, TODAY - timedelta(days=30), "Berge")
    absences.reload()
    assert [row[2:] for row in absences.rows(AWAY)] == [["Klara Himmel", "Ostsee"]]
    named(absences.tab, QAbstractButton, "Vergangene zeigen").click()
    assert [row[3] for row in absences.rows(AWAY)] == ["Ostsee", "Berge"]


def test_an_absence_is_edited_and_deleted(absences: Office) -> None:
    _add_absence(absences, TODAY, "Ostsee")
    absences.reload()
    assert not absences.is_enabled("Bearbeiten …")
    absences.choose(AWAY, 0)
    absences.press("Bearbeiten …")
    named(absences.front, QLineEdit, "Text").setText("Nordsee")
    assert absences.tab.is_dirty
    absences.press("Speichern")
    assert absences.rows(AWAY)[0][3] == "Nordsee"
    absences.press("Löschen")
    assert dialog_title() == "Abwesenheit löschen?"
    absences.press("Löschen")
    assert absences.rows(AWAY) == []


def test_a_closure_of_all_branches_says_so(absences: Office) -> None:
    absences.press("Betriebsschließung …")
    branches = _choice(absences.front, "Filiale")
    branches.setCurrentIndex(branches.findText("Alle Filialen"))
    absences.press("Speichern")
    assert absences.rows(AWAY)[0][2] == "Alle Filialen"


# -- holidays


def test_the_public_holidays_of_five_years_are_those_of_the_branchs_state(holidays: Office) -> None:
    master_data, actor = holidays.services.master_data, holidays.session.actor
    master_data.save(actor, Branch(uuid4(), "09", "Berlin", federal_state="BE"))
    holidays.reload()
    names = [row[0] for row in holidays.rows(PUBLIC)]
    assert "Heilige Drei Könige" in names
    assert len(holidays.rows(PUBLIC)[0]) == 6
    assert all(row[1].endswith("2026") and row[5].endswith("2030") for row in holidays.rows(PUBLIC))
    box = _choice(holidays.tab, "Filiale")
    box.setCurrentIndex(box.findText("09 Berlin"))
    names = [row[0] for row in holidays.rows(PUBLIC)]
    assert "Frauentag" in names
    assert "Heilige Drei Könige" not in names


def test_an_own_holiday_is_made_with_a_preview_copied_and_deleted(holidays: Office) -> None:
    holidays.press("Neu …")
    dialog = holidays.front
    assert isinstance(dialog, QDialog)
    named(dialog, QLineEdit, "Name").setText("Heiligabend")
    named(dialog, QSpinBox, "Tag").setValue(24)
    _choice(dialog, "Monat").setCurrentIndex(11)
    holidays.press("Speichern")
    ((name, where, _, years),) = holidays.rows(OWN)
    assert (name, where) == ("Heiligabend", "Alle Filialen")
    assert "24.12.2026" in years
    assert "24.12.2030" in years

    holidays.choose(OWN, 0)
    holidays.press("Kopieren …")
    dialog = holidays.front
    named(dialog, QLineEdit, "Name").setText("Rosenmontag")
    kinds = _choice(dialog, "Typ")
    kinds.setCurrentIndex(kinds.findText("Abstand zu Ostersonntag"))
    named(dialog, QSpinBox, "Abstand").setValue(-48)
    holidays.press("Speichern")
    assert {row.name for row in holidays.services.queries.holidays()} == {"Heiligabend", "Rosenmontag"}
    assert any("08.02.2027" in row[3] for row in holidays.rows(OWN))

    holidays.choose(OWN, 0)
    holidays.press("Löschen")
    holidays.press("Löschen")
    assert len(holidays.rows(OWN)) == 1


def test_a_day_that_does_not_exist_is_refused_in_the_dialog(holidays: Office) -> None:
    holidays.press("Neu …")
    dialog = holidays.front
    named(dialog, QLineEdit, "Name").setText("Nie")
    named(dialog, QSpinBox, "Tag").setValue(31)
    _choice(dialog, "Monat").setCurrentIndex(1)
    holidays.press("Speichern")
    assert dialog.isVisible()
    assert holidays.services.queries.holidays() == ()


def test_a_file_is_imported_while_the_list_is_empty(holidays: Office, tmp_path: Path) -> None:
    file = tmp_path / "feiertage.csv"
    file.write_bytes("Name;Tag;Monat\nSchützenfest;1;7\nNeujahrsempfang;2;1\n".encode("cp1252"))
    assert isinstance(holidays.tab, HolidaysTab)
    holidays.tab.import_file(file)
    holidays.settle()
    assert {row[0] for row in holidays.rows(OWN)} == {"Schützenfest", "Neujahrsempfang"}
    assert holidays.says() == "2 Feiertage importiert."
    assert not holidays.is_enabled("Importieren …")


def test_an_example_is_saved_that_the_import_takes(holidays: Office, tmp_path: Path) -> None:
    file = tmp_path / "beispiel.csv"
    holidays.press("Beispieldatei speichern …")
    dialog = holidays.front
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    holidays.settle()
    assert "beispiel.csv" in holidays.says()
    assert isinstance(holidays.tab, HolidaysTab)
    holidays.tab.import_file(file)
    holidays.settle()
    assert {row[0] for row in holidays.rows(OWN)} == {"Heiligabend", "Silvester", "Rosenmontag"}
    holidays.tab.save_example(tmp_path)
    holidays.settle()
    assert str(tmp_path) in holidays.says()


def test_a_file_with_a_wrong_line_leaves_the_list_empty_and_names_the_line(
    holidays: Office, tmp_path: Path
) -> None:
    file = tmp_path / "feiertage.csv"
    file.write_text("Name;Tag;Monat\nSilvester;31;12\nNie;31;2\n", encoding="utf-8")
    assert isinstance(holidays.tab, HolidaysTab)
    holidays.tab.import_file(file)
    holidays.settle()
    assert "Zeile 3: Einen 31.2. gibt es nicht." in holidays.says()
    assert holidays.rows(OWN) == []
    holidays.tab.import_file(tmp_path / "fehlt.csv")
    holidays.settle()
    assert "fehlt.csv" in holidays.says()


def test_only_administrators_change_holidays(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    actor = workplace.session().actor
    workplace.services.master_data.save(actor, Holiday(uuid4(), "Silvester", month=12, day=31))
    office = Office(HolidaysTab, qtbot, workplace, tasks, "klara.himmel")
    office.choose(OWN, 0)
    for name in ("Neu …", "Kopieren …", "Bearbeiten …", "Löschen", "Importieren …"):
        assert not office.is_enabled(name)
