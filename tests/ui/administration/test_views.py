"""The tab "Ansichten" of the administration."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSpinBox, QTableWidget
from pytestqt.qtbot import QtBot

from helpers.named import named
from helpers.workplace import Workplace
from terminplaner.domain.view import PlannerView, ViewKind
from terminplaner.ui.administration.views_tab import ViewsTab
from terminplaner.ui.forms import Banner
from terminplaner.ui.tasks import TaskRunner


class Office:
    """The tab, and the views behind it."""

    def __init__(self, workplace: Workplace, tasks: TaskRunner, qtbot: QtBot) -> None:
        self.workplace, self.tasks, self.qtbot = workplace, tasks, qtbot
        self.tab = ViewsTab(workplace.services, workplace.session(), tasks)
        qtbot.addWidget(self.tab)
        self.tab.resize(1200, 800)
        self.tab.show()
        self.tab.refresh(None)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.tasks.is_busy)

    def choose(self, row: int) -> None:
        named(self.tab, QTableWidget, "Ansichten").setCurrentCell(row, 0)

    def press(self, name: str) -> None:
        named(self.tab, QPushButton, name).click()
        self.settle()

    def fill(self, name: str, text: str) -> None:
        named(self.tab, QLineEdit, name).setText(text)

    @property
    def columns(self) -> QTableWidget:
        return named(self.tab, QTableWidget, "Ressourcen")

    @property
    def views(self) -> tuple[PlannerView, ...]:
        return self.workplace.services.queries.views()

    def view(self, title: str) -> PlannerView:
        return next(view for view in self.views if view.title == title)


@pytest.fixture
def office(workplace: Workplace, tasks: TaskRunner, qtbot: QtBot) -> Office:
    return Office(workplace, tasks, qtbot)


def test_a_view_is_changed_and_kept(office: Office) -> None:
    office.choose(0)
    office.fill("Titel", "Mannschaft")
    named(office.tab, QSpinBox, "Tage").setValue(3)
    kinds = named(office.tab, QComboBox, "Ressourcen nebeneinander")
    kinds.setCurrentIndex(kinds.findText("Tage nebeneinander"))
    assert office.tab.is_dirty
    office.press("Speichern")
    view = office.view("Mannschaft")
    assert (view.days, view.kind, office.tab.is_dirty) == (3, ViewKind.DAYS, False)


def test_columns_move_get_titles_and_leave(office: Office) -> None:
    office.choose(1)
    office.columns.setCurrentCell(1, 0)
    office.press("Nach oben")
    model = office.columns.model()
    model.setData(model.index(0, 1), "Hinten")
    office.press("Speichern")
    assert [column.title for column in office.view("Kabinen").columns] == ["Hinten", "Kabine 1"]
    office.columns.setCurrentCell(1, 0)
    office.press("Entfernen")
    office.press("Speichern")
    assert [column.title for column in office.view("Kabinen").columns] == ["Hinten"]


def test_a_copy_gets_a_name_of_its_own_and_a_place_at_the_end(office: Office) -> None:
    office.choose(0)
    office.press("Kopieren")
    office.press("Speichern")
    names = [view.name for view in office.views]
    assert names == ["Team", "Kabinen", "Sehtest-Woche", "Team (Kopie)"]


def test_a_view_without_resources_is_refused_in_words(office: Office) -> None:
    office.press("Neu")
    office.fill("Name", "Leer")
    office.fill("Titel", "Leer")
    office.press("Speichern")
    banners = [banner.text for banner in office.tab.findChildren(Banner)]
    assert banners == ["Bitte füllen Sie das Feld „Ressourcen“ aus."]
    assert len(office.views) == 3


def test_who_may_not_administer_may_look(workplace: Workplace, tasks: TaskRunner, qtbot: QtBot) -> None:
    tab = ViewsTab(workplace.services, workplace.session("klara.himmel"), tasks)
    qtbot.addWidget(tab)
    tab.show()
    tab.refresh(None)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    table = named(tab, QTableWidget, "Ansichten")
    assert table.rowCount() == 3
    assert not named(tab, QPushButton, "Neu").isEnabled()
    assert table.model().flags(table.model().index(0, 0)) & Qt.ItemFlag.ItemIsEnabled
