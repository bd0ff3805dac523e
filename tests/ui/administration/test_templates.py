"""Terminvorlagen: the table, its buttons, and the fields below."""

from __future__ import annotations

from uuid import uuid4

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QSpinBox,
    QTableWidget,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from helpers.find import child
from helpers.named import named, open_dialog, press
from helpers.workplace import Workplace
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.ui.administration.templates_tab import TemplatesTab
from terminplaner.ui.banner import Banner
from terminplaner.ui.planner.template_menu import add_templates
from terminplaner.ui.tasks import TaskRunner


def test_groups_in_groups_are_menus_in_menus(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    names = ("Hören/Erst/Beratung", "Sehtest", "Hören / Erst / R&D", "Hören/Abholung", "Hören/Erst")
    add_templates(menu, [AppointmentTemplate(uuid4(), name) for name in names], lambda _template: None)
    assert _tree(menu) == {
        "Hören": {"Erst": {"Beratung": None, "R&&D": None}, "Abholung": None, "Erst ": None},
        "Sehtest": None,
    }


def _tree(menu: QMenu) -> dict[str, object]:
    """The entries by name; one that has the name of another ends with a space."""
    found: dict[str, object] = {}
    for action in menu.actions():
        inner = action.menu()
        name = f"{action.text()} " if action.text() in found else action.text()
        found[name] = _tree(inner) if isinstance(inner, QMenu) else None
    return found


class Shelf:
    def __init__(self, qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, user: str = "admin") -> None:
        self._qtbot, self._tasks = qtbot, tasks
        self.workplace = workplace
        self.tab = TemplatesTab(workplace.services, workplace.session(user), tasks)
        workplace.feed.changed.connect(self.tab.refresh)
        qtbot.addWidget(self.tab)
        self.tab.show()
        self.tab.refresh(None)
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self._tasks.is_busy)

    def press(self, name: str) -> None:
        press(open_dialog() or self.tab, name)
        self.settle()

    def line(self, name: str) -> QLineEdit:
        return named(self.tab, QLineEdit, name)

    @property
    def table(self) -> QTableWidget:
        return named(self.tab, QTableWidget, "Terminvorlagen")

    def rows(self) -> list[list[str]]:
        table = self.table
        return [
            [str(table.model().index(row, column).data()) for column in range(table.columnCount())]
            for row in range(table.rowCount())
        ]

    def stored(self) -> tuple[AppointmentTemplate, ...]:
        return self.workplace.services.queries.templates()

    def make(self, name: str) -> None:
        self.press("Neu")
        self.line("Gruppe/Name").setText(name)
        self.press("Speichern")


@pytest.fixture
def shelf(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> Shelf:
    return Shelf(qtbot, workplace, tasks)


def test_a_template_is_made_with_its_fields(shelf: Shelf) -> None:
    services = shelf.workplace.services
    kind, resource = services.queries.types()[1], services.queries.resources()[0]
    shelf.press("Neu")
    shelf.line("Gruppe/Name").setText("Linsen/Erstanpassung")
    named(shelf.tab, QSpinBox, "Dauer").setValue(75)
    named(shelf.tab, QSpinBox, "Vorbereitung").setValue(10)
    for name, key in (("Typ", kind.name), ("Ressource 1", resource.name)):
        field = child(shelf.tab, QComboBox, name)
        field.setCurrentIndex(field.findText(key))
    shelf.line("Text").setText("Erstanpassung")
    named(shelf.tab, QCheckBox, "Als nicht verfügbar anzeigen").setChecked(True)
    shelf.press("Speichern")
    stored = next(row for row in shelf.stored() if row.name == "Linsen/Erstanpassung")
    assert (stored.duration_minutes, stored.prepare_minutes, stored.text) == (75, 10, "Erstanpassung")
    assert (stored.type_id, stored.resource_ids, stored.shows_as_unavailable) == (kind.id, (resource.id,), True)
    assert ["Linsen", "Erstanpassung", "75 min", kind.name, resource.name] in shelf.rows()
    assert not shelf.tab.is_dirty


def test_preparation_is_asked_for_where_the_chain_uses_it_and_kept_where_not(shelf: Shelf) -> None:
    shelf.press("Neu")
    shelf.line("Gruppe/Name").setText("Sehprobe")
    named(shelf.tab, QSpinBox, "Nachbereitung").setValue(15)
    shelf.press("Speichern")
    settings, actor = shelf.workplace.services.settings, shelf.workplace.session().actor
    settings.set(actor, "use_preparation_times", "false")
    shelf.settle()
    shown = {field.accessibleName() for field in shelf.tab.findChildren(QSpinBox) if field.isVisible()}
    assert shown == {"Dauer"}
    assert "Vorbereitung:" not in [label.text() for label in shelf.tab.findChildren(QLabel) if label.isVisible()]
    assert not shelf.tab.is_dirty
    named(shelf.tab, QSpinBox, "Dauer").setValue(45)
    shelf.press("Speichern")
    stored = next(row for row in shelf.stored() if row.name == "Sehprobe")
    assert (stored.duration_minutes, stored.follow_up_minutes) == (45, 15)
    settings.set(actor, "use_preparation_times", "true")
    shelf.settle()
    assert named(shelf.tab, QSpinBox, "Nachbereitung").value() == 15


def test_a_template_is_copied_and_deleted(shelf: Shelf) -> None:
    shelf.make("Sehprobe")
    shelf.press("Kopieren")
    shelf.press("Speichern")
    names = {row.name for row in shelf.stored()}
    assert {"Sehprobe", "Sehprobe (Kopie)"} <= names
    shelf.press("Löschen")
    shelf.press("Löschen")
    assert {row.name for row in shelf.stored()} == names - {"Sehprobe (Kopie)"}


def test_the_order_is_the_administrators(shelf: Shelf) -> None:
    shelf.make("Eins")
    shelf.make("Zwei")
    shelf.press("Nach oben")
    names = [row.name for row in shelf.stored()]
    assert names[-2:] == ["Zwei", "Eins"]
    assert [row[1] for row in shelf.rows()] == [row.label for row in shelf.stored()]
    assert shelf.table.currentRow() == len(names) - 2
    shelf.press("Nach unten")
    assert not named(shelf.tab, QToolButton, "Nach unten").isEnabled()
    shelf.make("Drei")
    assert [row.name for row in shelf.stored()][-3:] == ["Eins", "Zwei", "Drei"]


@pytest.mark.parametrize("name", ["", "Linsen/", "Sehprobe"])
def test_a_name_is_needed_and_stands_for_one_template_only(shelf: Shelf, name: str) -> None:
    shelf.make("Sehprobe")
    count = len(shelf.stored())
    shelf.make(name)
    assert len(shelf.stored()) == count
    assert any(banner.text for banner in shelf.tab.findChildren(Banner))
    assert shelf.tab.is_dirty


def test_another_row_is_shown_only_after_the_question(shelf: Shelf) -> None:
    shelf.make("Eins")
    shelf.make("Zwei")
    shelf.line("Text").setText("geändert")
    rows = [row[1] for row in shelf.rows()]
    shelf.table.setCurrentCell(rows.index("Eins"), 0)
    shelf.press("Verwerfen")
    assert shelf.line("Gruppe/Name").text() == "Eins"
    assert next(row for row in shelf.stored() if row.name == "Zwei").text == ""


def test_who_stays_finds_the_row_marked_that_is_edited(shelf: Shelf) -> None:
    shelf.make("Eins")
    shelf.make("Zwei")
    shelf.line("Text").setText("geändert")
    rows = [row[1] for row in shelf.rows()]
    shelf.table.setCurrentCell(rows.index("Eins"), 0)
    shelf.press("Weiter bearbeiten")
    assert shelf.table.currentRow() == rows.index("Zwei")
    assert [index.row() for index in shelf.table.selectionModel().selectedRows()] == [rows.index("Zwei")]
    assert (shelf.line("Text").text(), shelf.tab.is_dirty) == ("geändert", True)


def test_without_the_right_templates_can_only_be_looked_at(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    shelf = Shelf(qtbot, workplace, tasks, "klara.himmel")
    assert not shelf.line("Gruppe/Name").isEnabled()
