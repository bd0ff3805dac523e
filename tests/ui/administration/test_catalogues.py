"""The lists "Typen" and "Status"."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from helpers.named import dialog_title, named, open_dialog, press
from helpers.workplace import Workplace
from terminplaner.ui.administration.catalogue_dialog import CatalogueButton
from terminplaner.ui.administration.catalogue_tab import CatalogueTab, statuses, types
from terminplaner.ui.banner import Banner
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.tasks import TaskRunner


class Shelf:
    def __init__(self, qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, user: str = "admin") -> None:
        self._qtbot, self._tasks = qtbot, tasks
        self.workplace = workplace
        self.tab = CatalogueTab(types(), workplace.services, workplace.session(user), tasks)
        qtbot.addWidget(self.tab)
        with qtbot.waitActive(self.tab):
            self.tab.show()
        self.tab.refresh(None)
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self._tasks.is_busy)

    def press(self, name: str) -> None:
        press(open_dialog() or self.tab, name)
        self.settle()

    @property
    def entries(self) -> QListWidget:
        return named(self.tab, QListWidget, "Typen")

    @property
    def name(self) -> QLineEdit:
        return named(self.tab, QLineEdit, "Bezeichnung")

    def choose(self, name: str) -> None:
        row = next(row for row in range(self.entries.count()) if self.entries.item(row).text() == name)
        self.entries.setCurrentRow(row)
        self.settle()

    def stored(self) -> list[str]:
        return [entry.name for entry in self.workplace.services.queries.types()]


@pytest.fixture
def shelf(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> Shelf:
    return Shelf(qtbot, workplace, tasks)


def test_a_new_entry_comes_last(shelf: Shelf) -> None:
    shelf.press("Neu")
    shelf.name.setText("Abschlusskontrolle")
    shelf.press("Speichern")
    assert shelf.stored()[-1] == "Abschlusskontrolle"
    assert shelf.entries.currentItem().text() == "Abschlusskontrolle"


def test_renaming_keeps_the_place(shelf: Shelf) -> None:
    shelf.choose("Sehtest")
    shelf.name.setText("Sehstärkenprüfung")
    shelf.press("Speichern")
    assert shelf.stored()[:2] == ["Beratung", "Sehstärkenprüfung"]


@pytest.mark.parametrize("keys", ["Alt+S", "Ctrl+S", "Ctrl+Return", "Ctrl+Enter"])
def test_it_is_saved_from_the_field_that_keeps_the_focus(shelf: Shelf, qtbot: QtBot, keys: str) -> None:
    shelf.choose("Sehtest")
    shelf.name.setFocus()
    shelf.name.setText("Sehstärkenprüfung")
    QTest.keySequence(shelf.name, QKeySequence(keys))
    qtbot.waitUntil(lambda: "Sehstärkenprüfung" in shelf.stored())
    shelf.settle()
    assert shelf.name.hasFocus()


@pytest.mark.parametrize("name", ["Speichern", "Verwerfen"])
def test_the_focus_goes_back_into_the_form_from_the_buttons_under_it(shelf: Shelf, name: str) -> None:
    shelf.choose("Sehtest")
    shelf.name.setFocus()
    shelf.name.setText("Sehstärkenprüfung")
    button = named(shelf.tab, QPushButton, name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    shelf.settle()
    assert shelf.name.hasFocus()


def test_a_name_that_is_taken_is_refused(shelf: Shelf) -> None:
    shelf.choose("Sehtest")
    shelf.name.setText("Beratung")
    shelf.press("Speichern")
    (banner,) = [banner for banner in shelf.tab.findChildren(Banner) if banner.text]
    assert "schon vergeben" in banner.text
    assert shelf.tab.is_dirty


def test_leaving_a_changed_entry_asks(shelf: Shelf) -> None:
    shelf.choose("Sehtest")
    shelf.name.setText("Sehstärkenprüfung")
    shelf.choose("Hörtest")
    assert dialog_title() == "Änderungen speichern?"
    shelf.press("Verwerfen")
    assert shelf.name.text() == "Hörtest"
    assert "Sehtest" in shelf.stored()


def test_deleting_asks_and_deletes(shelf: Shelf) -> None:
    shelf.choose("Privat")
    shelf.press("Löschen")
    shelf.press("Löschen")
    assert "Privat" not in shelf.stored()
    assert not shelf.tab.is_dirty


def test_others_may_look_only(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    shelf = Shelf(qtbot, workplace, tasks, "thor.schuss")
    shelf.choose("Sehtest")
    assert not shelf.name.isEnabled()


def test_both_lists_are_there() -> None:
    assert (types().title, statuses().title) == ("Typen", "Status")


def test_the_order_is_the_administrators(shelf: Shelf) -> None:
    names = shelf.stored()
    shelf.choose(names[1])
    shelf.press("Nach oben")
    assert shelf.stored()[:2] == [names[1], names[0]]
    assert shelf.entries.currentItem().text() == names[1]
    shelf.press("Nach unten")
    shelf.press("Nach unten")
    assert shelf.stored()[:3] == [names[0], names[2], names[1]]


def test_a_status_says_whether_appointments_with_it_take_place(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    tab = CatalogueTab(statuses(), workplace.services, workplace.session(), tasks)
    qtbot.addWidget(tab)
    tab.show()
    tab.refresh(None)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    rows, box = named(tab, QListWidget, "Status"), named(tab, QCheckBox, "Termin findet nicht statt")
    names = [rows.item(row).text() for row in range(rows.count())]
    rows.setCurrentRow(names.index("Geplatzt"))
    assert box.isChecked()
    rows.setCurrentRow(names.index("Vorgeschlagen"))
    assert not box.isChecked()
    box.setChecked(True)
    press(tab, "Speichern")
    qtbot.waitUntil(lambda: not tasks.is_busy)
    off = [entry.name for entry in workplace.services.queries.statuses() if entry.means_cancelled]
    assert off == ["Vorgeschlagen", "Storniert", "Geplatzt"]


@pytest.mark.parametrize("chosen", ["Hörtest", None])
def test_beside_a_field_the_list_begins_with_what_is_chosen_there(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, chosen: str | None
) -> None:
    entries = workplace.services.queries.types()
    field = ChoiceField([Choice(None, "Kein Typ"), *choices_of(entries)])
    pencil = CatalogueButton(types(), workplace.services, workplace.session(), tasks)
    for part in (field, pencil):
        qtbot.addWidget(part)
    pencil.serve(field)
    field.show_key(next((entry.id for entry in entries if entry.name == chosen), None))
    pencil.edit()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    dialog = open_dialog()
    assert dialog is not None
    name = named(dialog, QLineEdit, "Bezeichnung")
    assert name.text() == named(dialog, QListWidget, "Typen").currentItem().text() == (chosen or entries[0].name)
    assert dialog.focusWidget() is name
    press(dialog, "Schließen")
    qtbot.waitUntil(lambda: not tasks.is_busy)
