"""Filialverwaltung > Mitarbeiter, and employees taken up where one is needed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from helpers.find import child
from helpers.named import dialog_title, named, open_dialog, press
from helpers.workplace import Workplace
from terminplaner.domain.people import Role
from terminplaner.ui.administration.page import AdministrationPage
from terminplaner.ui.administration.resource_form import ResourceForm
from terminplaner.ui.banner import Banner
from terminplaner.ui.branch_settings import BranchSettingsPage
from terminplaner.ui.entry_dialog import EntryDialog
from terminplaner.ui.messages import describe_allowance
from terminplaner.ui.page import Page
from terminplaner.ui.tasks import TaskRunner


class Desk:
    """A page, and somebody who works on it; what the gate reports reaches it as in the program."""

    def __init__(self, qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, page: Page) -> None:
        self._qtbot = qtbot
        self._tasks = tasks
        self.page = page
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.refresh(None)
        page.show()
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self._tasks.is_busy)

    def section(self, title: str) -> None:
        sections = named(self.page, QListWidget, "Bereiche der Filialverwaltung")
        titles = [sections.item(row).text() for row in range(sections.count())]
        sections.setCurrentRow(titles.index(title))

    def press(self, name: str) -> None:
        press(self.page, name)
        self.settle()

    def answer(self, name: str, **fields: str) -> None:
        """Fill in the dialog in front and press a button of it."""
        dialog = open_dialog()
        assert dialog is not None
        for label, text in fields.items():
            named(dialog, QLineEdit, label).setText(text)
        press(dialog, name)
        self.settle()

    def rows(self) -> list[tuple[str, ...]]:
        """The table as it is read; changes are taken in first."""
        self.page.refresh(None)
        self.settle()
        table = named(self.page, QTableWidget, "Mitarbeiter")
        return [
            tuple(item.text() if (item := table.item(row, column)) else "" for column in range(5))
            for row in range(table.rowCount())
        ]

    def choose(self, last_name: str) -> None:
        names = [row[0] for row in self.rows()]
        named(self.page, QTableWidget, "Mitarbeiter").selectRow(names.index(last_name))

    def complaints(self) -> str:
        return " ".join(banner.text for banner in self.page.findChildren(Banner) if banner.isVisible())


def _branch_desk(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, user: str = "admin") -> Desk:
    desk = Desk(qtbot, workplace, tasks, BranchSettingsPage(workplace.services, workplace.session(user), tasks))
    desk.section("Mitarbeiter")
    return desk


def test_an_employee_is_taken_up_renamed_and_deleted(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    desk = _branch_desk(qtbot, workplace, tasks)
    desk.press("Neuer Mitarbeiter …")
    assert dialog_title() == "Neuer Mitarbeiter"
    desk.answer("Speichern", Nachname="Neu", Vorname="Nina")
    assert ("Neu", "Nina", "01 Stuttgart", "", "") in desk.rows()
    desk.press("Bearbeiten …")  # the new one is chosen
    desk.answer("Speichern", Vorname="Nina-Marie")
    assert ("Neu", "Nina-Marie", "01 Stuttgart", "", "") in desk.rows()
    desk.choose("Neu")
    desk.press("Löschen")
    desk.answer("Löschen")
    assert "Neu" not in [row[0] for row in desk.rows()]


def test_a_name_is_asked_for_in_the_dialog(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    desk = _branch_desk(qtbot, workplace, tasks)
    desk.press("Neuer Mitarbeiter …")
    desk.answer("Speichern", Vorname="Nina")
    dialog = open_dialog()
    assert dialog is not None
    assert "Bitte füllen Sie das Feld „Nachname“ aus." in [banner.text for banner in dialog.findChildren(Banner)]


def test_who_is_named_by_something_stays_and_the_page_says_by_what(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    desk = _branch_desk(qtbot, workplace, tasks)
    assert ("Schuss", "Thor", "01 Stuttgart", "Thor Schuss", "thor.schuss") in desk.rows()
    desk.choose("Schuss")
    desk.press("Löschen")
    desk.answer("Löschen")
    assert "Thor Schuss; thor.schuss" in desk.complaints()
    assert "Schuss" in [row[0] for row in desk.rows()]


def test_the_first_is_chosen_until_somebody_chooses(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    desk = _branch_desk(qtbot, workplace, tasks)
    shown = named(desk.page, QTableWidget, "Mitarbeiter")
    assert [index.row() for index in shown.selectionModel().selectedRows()] == [0]
    assert named(desk.page, QPushButton, "Bearbeiten …").isEnabled()


def test_who_keeps_no_master_data_looks_on(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    desk = _branch_desk(qtbot, workplace, tasks, "thor.schuss")
    desk.choose("Schuss")
    for name in ("Neuer Mitarbeiter …", "Bearbeiten …", "Ressource anlegen …", "Löschen"):
        assert not named(desk.page, QPushButton, name).isEnabled(), name


def test_an_account_says_what_its_role_may_do(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    desk = _branch_desk(qtbot, workplace, tasks)
    desk.section("Benutzerkonten")
    desk.press("Neu …")
    dialog = open_dialog()
    assert dialog is not None
    roles = child(dialog, QComboBox, "Rolle")
    assert [roles.itemText(index) for index in range(roles.count())] == [
        "Administrator",
        "Planer",
        "Terminvergabe",
        "Terminvergabe in Arbeitszeiten",
        "Mitarbeiter",
        "Nur lesen",
    ]
    for index, role in enumerate(Role):
        roles.setCurrentIndex(index)
        sentence = describe_allowance(role)
        assert roles.accessibleDescription() == sentence
        assert sentence in [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_an_account_is_opened_for_somebody_who_is_new(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    desk = _branch_desk(qtbot, workplace, tasks)
    desk.section("Benutzerkonten")
    desk.press("Neu …")
    account = open_dialog()
    assert account is not None
    named(account, QLineEdit, "Benutzername").setText("nina")
    press(account, "Neuer Mitarbeiter …")
    desk.settle()
    desk.answer("Speichern", Nachname="Neu", Vorname="Nina")
    assert child(account, QComboBox, "Mitarbeiter").currentText() == "Neu, Nina"
    desk.answer("Speichern")
    (user,) = (row for row in workplace.services.users.list() if row.name == "nina")
    (nina,) = (row for row in workplace.services.queries.employees() if row.last_name == "Neu")
    assert user.employee_id == nina.id


def _administration(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> tuple[Desk, AdministrationPage]:
    page = AdministrationPage(workplace.services, workplace.session(), tasks)
    return Desk(qtbot, workplace, tasks, page), page


def test_a_resource_is_made_for_somebody_who_is_new(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    """The name is proposed, and what was entered before survives."""
    desk, page = _administration(qtbot, workplace, tasks)
    page.start_resource()
    desk.settle()
    named(page, QLineEdit, "Beschreibung").setText("ab Januar")
    desk.press("Neuer Mitarbeiter …")
    desk.answer("Speichern", Nachname="Neu", Vorname="Nina")
    page.refresh(None)
    desk.settle()
    assert child(page, QComboBox, "Personenressource").currentText() == "Neu, Nina"
    (form,) = page.findChildren(ResourceForm)
    assert named(form, QLineEdit, "Bezeichnung").text() == "Nina Neu"
    desk.press("Speichern")
    (resource,) = (row for row in workplace.services.queries.resources() if row.name == "Nina Neu")
    (nina,) = (row for row in workplace.services.queries.employees() if row.last_name == "Neu")
    assert (resource.employee_id, resource.description) == (nina.id, "ab Januar")


def test_a_resource_begins_with_an_employee_from_the_list(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    branches = _branch_desk(qtbot, workplace, tasks)
    branches.choose("Schuss")
    assert isinstance(branches.page, BranchSettingsPage)
    with qtbot.waitSignal(branches.page.resourceWanted) as wanted:
        branches.press("Ressource anlegen …")
    assert wanted.args is not None
    desk, page = _administration(qtbot, workplace, tasks)
    page.start_resource(wanted.args[0])
    desk.settle()
    assert child(page, QComboBox, "Personenressource").currentText() == "Schuss, Thor"


@pytest.mark.parametrize(
    ("section", "opener"), [("Mitarbeiter", "Neuer Mitarbeiter …"), ("Benutzerkonten", "Neu …")]
)
def test_a_closed_dialog_is_gone(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, section: str, opener: str
) -> None:
    desk = _branch_desk(qtbot, workplace, tasks)
    desk.section(section)
    for _ in range(5):
        desk.press(opener)
        assert len(desk.page.findChildren(EntryDialog)) == 1
        desk.answer("Abbrechen")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert desk.page.findChildren(EntryDialog) == []
