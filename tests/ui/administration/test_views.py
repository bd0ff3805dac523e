"""The tab "Ansichten" of the administration."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSpinBox, QTableWidget
from pytestqt.qtbot import QtBot

from helpers.named import named
from helpers.workplace import Workplace
from terminplaner.domain.view import PlannerView, ViewKind
from terminplaner.ui.administration.views_tab import ViewsTab
from terminplaner.ui.banner import Banner
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


@pytest.mark.parametrize(
    ("row", "at", "share", "expected"),
    [(0, 1, 0.8, [1, 0, 2]), (0, 1, 0.2, [0, 1, 2]), (2, 0, 0.2, [2, 0, 1]), (1, 2, 0.8, [0, 2, 1])],
)
def test_a_column_is_dragged_to_its_place(
    office: Office, row: int, at: int, share: float, expected: list[int]
) -> None:
    office.choose(0)
    table = office.columns
    names = _first_column(table)
    table.setCurrentCell(row, 0)
    target = table.visualRect(table.model().index(at, 0))
    spot = QPointF(target.left() + 5, target.top() + share * target.height())
    drop = _OwnDrop(table, spot)
    table.dropEvent(drop)
    moved = [names[number] for number in expected] + names[3:]
    assert _first_column(table) == moved
    assert office.tab.is_dirty is (expected != [0, 1, 2])


def _first_column(table: QTableWidget) -> list[str]:
    model = table.model()
    return [str(model.index(number, 0).data()) for number in range(table.rowCount())]


class _OwnDrop(QDropEvent):
    """A drop of what was dragged out of the table itself."""

    def __init__(self, table: QTableWidget, spot: QPointF) -> None:
        self._data = QMimeData()
        super().__init__(
            spot,
            Qt.DropAction.MoveAction,
            self._data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        self._table = table

    def source(self) -> QTableWidget:
        return self._table


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
