"""The ways through the window: from an empty planner to the first appointment, and from one tab to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from helpers.find import child
from helpers.named import dialog_title, named, open_dialog, press
from helpers.workplace import Workplace
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import StorageError
from terminplaner.domain.people import Employee, Role, User
from terminplaner.domain.resource import Resource
from terminplaner.domain.view import PlannerView
from terminplaner.domain.when import Timed
from terminplaner.services.queries import Queries
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.ui.administration.resource_form import ResourceForm
from terminplaner.ui.change_feed import ChangeFeed
from terminplaner.ui.change_log.window import ChangeLogWindow
from terminplaner.ui.customers.page import CustomersPage
from terminplaner.ui.main_window import MainWindow
from terminplaner.ui.planner.appointment.appointment_form import AppointmentForm
from terminplaner.ui.planner.navigation.resource_picker import ResourcePicker
from terminplaner.ui.planner.plan.canvas import PlannerCanvas
from terminplaner.ui.sync_center.window import SyncCenter
from terminplaner.ui.tasks import TaskRunner


class Desk:
    def __init__(
        self, qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, folder: Path, user: str, *, waits: bool = True
    ) -> None:
        """``waits``: until the window has read what it shows."""
        self._qtbot = qtbot
        self._tasks = tasks
        self._feed = ChangeFeed()
        workplace.gate.subscribe(self._feed.publish)
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(workplace.services, workplace.session(user), tasks, settings)
        self._feed.changed.connect(self.window.onChanged)
        qtbot.addWidget(self.window)
        self.window.show()
        if waits:
            self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self._tasks.is_busy)

    def press(self, name: str) -> None:
        press(self.window, name)
        self.settle()

    def answer(self, name: str, **fields: str) -> None:
        dialog = open_dialog()
        assert dialog is not None
        for label, text in fields.items():
            named(dialog, QLineEdit, label).setText(text)
        press(dialog, name)
        self.settle()

    def menu(self, text: str) -> None:
        named_action(self, text).trigger()
        self.settle()

    @property
    def tab(self) -> str:
        center = self.window.centralWidget()
        assert center is not None
        tabs = center.findChildren(QTabWidget)[0]
        return tabs.tabText(tabs.currentIndex())

    def says(self, text: str) -> bool:
        return any(text in label.text() for label in self.window.findChildren(QLabel) if label.isVisible())


def named_action(desk: Desk, text: str) -> QAction:
    actions = desk.window.findChildren(QAction)
    return next(action for action in actions if action.text().replace("&", "") == text)


@pytest.fixture
def empty(workplace: Workplace) -> Workplace:
    """As ``found_chain`` leaves it, but for the lists and customers of the sample and klara, who may not plan."""
    now = workplace.clock.now()
    with workplace.store.write(Author("test", Origin.SYSTEM), "empty") as work:
        for view in work.list(PlannerView):
            work.put(replace(view, deleted_at=now))
        for resource in work.list(Resource):
            work.put(replace(resource, deleted_at=now))
        for user in work.list(User):
            work.put(replace(user, employee_id=None))
        for employee in work.list(Employee):
            work.put(replace(employee, deleted_at=now))
        work.commit()
    return workplace


@pytest.fixture
def desk(qtbot: QtBot, empty: Workplace, tasks: TaskRunner, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, empty, tasks, tmp_path, "admin")
    yield desk
    desk.window.leave()


@pytest.fixture
def full_desk(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, tmp_path: Path) -> Iterator[Desk]:
    """With the sample's resources and customers."""
    desk = Desk(qtbot, workplace, tasks, tmp_path, "admin")
    yield desk
    desk.window.leave()


def test_from_an_empty_planner_to_the_first_appointment(desk: Desk, empty: Workplace, qtbot: QtBot) -> None:
    steps = named(desk.window, QWidget, "Erste Schritte")
    press(steps, "Mitarbeiter anlegen …")
    desk.settle()
    assert (desk.tab, dialog_title()) == ("Filialverwaltung", "Neuer Mitarbeiter")
    desk.answer("Speichern", Nachname="Sommer", Vorname="Sonja")
    desk.press("Ressource anlegen …")
    (form,) = desk.window.findChildren(ResourceForm)
    assert desk.tab == "Administration"
    assert child(form, QComboBox, "Personenressource").currentText() == "Sommer, Sonja"
    assert named(form, QLineEdit, "Bezeichnung").text() == "Sonja Sommer"
    branches = named(form, QListWidget, "Filialen")
    assert branches.item(0).checkState() == Qt.CheckState.Checked, "or it would not be seen in this branch"
    desk.press("Speichern")
    desk.menu("Terminplaner")
    assert not steps.isVisible()
    desk.menu("Neuer Termin …")
    desk.answer("Speichern", Text="Erster Termin")
    (resource,) = empty.services.queries.resources()
    (row,) = empty.services.queries.appointments(AppointmentQuery())
    assert (row.appointment.text, row.appointment.resource_ids) == ("Erster Termin", (resource.id,))


def test_each_step_leads_to_its_place(desk: Desk) -> None:
    desk.press("Filiale bearbeiten …")
    assert desk.tab == "Filialverwaltung"
    assert named(desk.window, QListWidget, "Filialen").isVisible()
    desk.menu("Terminplaner")
    desk.press("Ressource anlegen …")
    (form,) = desk.window.findChildren(ResourceForm)
    assert desk.tab == "Administration"
    assert named(form, QCheckBox, "Sichtbar").isChecked()


def test_the_sync_center_leads_to_what_is_missing(desk: Desk, empty: Workplace) -> None:
    for way, tab in (
        ("Zum Einschalten in die Filialverwaltung", "Filialverwaltung"),
        ("Zu den Ressourcen in der Administration", "Administration"),
    ):
        desk.window.show_sync_center()
        desk.settle()
        (center,) = desk.window.findChildren(SyncCenter)
        press(center, way)
        desk.settle()
        assert desk.tab == tab
        empty.services.settings.set(empty.session().actor, "google_sync", "on")


def test_a_step_that_was_taken_is_marked_in_words_and_the_next_stands_out(desk: Desk, empty: Workplace) -> None:
    def marks() -> list[str]:
        desk.menu("Mein AMPAREX")
        desk.menu("Terminplaner")
        steps = named(desk.window, QWidget, "Erste Schritte")
        return [label.accessibleName() for label in steps.findChildren(QLabel) if label.accessibleName()]

    def standing_out() -> list[str]:
        buttons = named(desk.window, QWidget, "Erste Schritte").findChildren(QPushButton)
        return [button.text().replace("&", "") for button in buttons if button.property("role") == "primary"]

    session = empty.session()
    empty.services.master_data.save(session.actor, replace(session.branch, address=""))
    assert marks() == []
    assert standing_out() == ["Filiale bearbeiten …"]
    (branch,) = empty.services.queries.branches()
    empty.services.master_data.save(session.actor, replace(branch, address=session.branch.address))
    assert marks() == ["erledigt"]
    assert standing_out() == ["Mitarbeiter anlegen …"]
    empty.services.master_data.save(session.actor, Employee(session.branch.id, "Sommer"))
    assert marks() == ["erledigt", "erledigt"]
    assert standing_out() == ["Ressource anlegen …"]


def test_who_keeps_no_master_data_is_told_who_does(
    qtbot: QtBot, empty: Workplace, tasks: TaskRunner, tmp_path: Path
) -> None:
    desk = Desk(qtbot, empty, tasks, tmp_path, "klara.himmel")
    assert desk.says("Ein Administrator legt sie an")
    assert not named(desk.window, QWidget, "Erste Schritte").findChildren(QPushButton)


def test_a_click_on_the_entry_of_the_plan_gives_it_the_keyboard(desk: Desk, empty: Workplace) -> None:
    empty.services.master_data.save(empty.session().actor, Resource(empty.session().branch.id, "Kabine"))
    desk.menu("Mein AMPAREX")
    desk.menu("Terminplaner")
    QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert dialog_title() == "Neuer Termin"
    desk.answer("Abbrechen")


def _form(desk: Desk) -> AppointmentForm:
    return next(form for form in desk.window.findChildren(AppointmentForm) if form.isVisible())


def _new_by_key(desk: Desk) -> AppointmentForm:
    QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert (desk.tab, dialog_title()) == ("Terminplaner", "Neuer Termin")
    return _form(desk)


@pytest.mark.parametrize("page", ["Terminplaner", "Administration", "Mein AMPAREX", "Filialverwaltung", "Kunden"])
def test_the_key_of_a_new_appointment_works_on_every_page(full_desk: Desk, page: str) -> None:
    full_desk.menu(page)
    assert _new_by_key(full_desk).appointment().customer_id is None
    full_desk.answer("Abbrechen")


def test_among_the_customers_a_new_appointment_is_for_the_chosen_one(
    full_desk: Desk, workplace: Workplace, qtbot: QtBot
) -> None:
    full_desk.menu("Kunden")
    (page,) = full_desk.window.findChildren(CustomersPage)
    named(page, QLineEdit, "Kunden suchen").setText("1003")
    qtbot.waitUntil(lambda: page.customer is not None)
    assert named(page, QPushButton, "Neuer Termin …").toolTip() == "Neuer Termin für diesen Kunden (Strg+N)"
    menu = next(entry.menu() for entry in full_desk.window.menuBar().actions() if entry.text() == "&Termin")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "&Neuer Termin für Özdemir, Aylin …"
    (aylin,) = workplace.services.queries.customers("1003")
    assert _new_by_key(full_desk).appointment().customer_id == aylin.id
    full_desk.answer("Abbrechen")
    menu.aboutToHide.emit()
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "&Neuer Termin …", "the plan is in sight"


def test_a_customers_appointments_are_all_shown_beside_the_plan_or_opened_in_it(
    full_desk: Desk, workplace: Workplace, qtbot: QtBot
) -> None:
    (aylin,), (max_,) = (workplace.services.queries.customers(number) for number in ("1003", "1001"))
    actor, branch = workplace.session().actor, workplace.session().branch
    resource = workplace.services.queries.resources()[0]
    for days, customer in ((-300, aylin), (-200, max_), (-1, aylin)):
        start_at = workplace.clock.now() + timedelta(days=days)
        when = Timed(start_at, start_at + timedelta(minutes=30))
        wanted = Appointment(uuid4(), branch.id, when, (resource.id,), customer_id=customer.id)
        workplace.services.planning.book(actor, wanted)
    full_desk.menu("Termine suchen")
    child(full_desk.window, QLineEdit, "Termine suchen").setText("niemand")
    child(full_desk.window, QCheckBox, "Zeitraum von").setChecked(True)
    full_desk.menu("Kunden")
    (page,) = full_desk.window.findChildren(CustomersPage)
    named(page, QLineEdit, "Kunden suchen").setText("1003")
    qtbot.waitUntil(lambda: page.customer is not None)
    full_desk.settle()
    full_desk.press("Alle Termine zeigen")
    assert full_desk.tab == "Terminplaner"
    assert full_desk.says("Nur Termine von Özdemir, Aylin")
    found = child(full_desk.window, QListWidget, "Gefundene Termine")
    spoken = [found.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(found.count())]
    assert [line.split()[3] for line in spoken] == ["22.11.", "27.01."]
    full_desk.menu("Kunden")
    past = child(page, QListWidget, "Letzte Termine")
    past.setCurrentRow(0)
    QTest.keyClick(past, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    full_desk.settle()
    assert (full_desk.tab, dialog_title()) == ("Terminplaner", "Termin")
    full_desk.answer("Abbrechen")


def test_whoever_is_typed_last_gets_the_appointment(full_desk: Desk, workplace: Workplace, qtbot: QtBot) -> None:
    full_desk.menu("Kunden")
    (page,) = full_desk.window.findChildren(CustomersPage)
    field = named(page, QLineEdit, "Kunden suchen")
    field.setText("1003")
    qtbot.waitUntil(lambda: page.customer is not None)
    field.setText("1004")
    QTest.keyClick(field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: open_dialog() is not None)
    (found,) = workplace.services.queries.customers("1004")
    assert _form(full_desk).appointment().customer_id == found.id
    full_desk.answer("Abbrechen")


def test_a_new_appointment_for_nobody_found_is_not_for_whom_was_planned_before(
    full_desk: Desk, workplace: Workplace, qtbot: QtBot
) -> None:
    full_desk.menu("Kunden")
    (page,) = full_desk.window.findChildren(CustomersPage)
    field = named(page, QLineEdit, "Kunden suchen")
    field.setText("1003")
    qtbot.waitUntil(lambda: page.customer is not None)
    press(page, "Im Plan aussuchen")
    full_desk.settle()
    assert full_desk.says("Özdemir, Aylin")
    full_desk.menu("Kunden")
    field.setText("Niemandheißtso")
    qtbot.waitUntil(lambda: page.customer is None and not page.is_waiting)
    full_desk.settle()
    assert _new_by_key(full_desk).appointment().customer_id is None
    full_desk.answer("Abbrechen")
    assert not full_desk.says("Özdemir, Aylin")


def test_a_new_appointment_in_the_plan_stays_for_whom_it_is_planned(
    full_desk: Desk, workplace: Workplace, qtbot: QtBot
) -> None:
    full_desk.menu("Kunden")
    (page,) = full_desk.window.findChildren(CustomersPage)
    named(page, QLineEdit, "Kunden suchen").setText("1003")
    qtbot.waitUntil(lambda: page.customer is not None)
    press(page, "Im Plan aussuchen")
    full_desk.settle()
    full_desk.menu("Administration")
    (aylin,) = workplace.services.queries.customers("1003")
    assert _new_by_key(full_desk).appointment().customer_id == aylin.id
    full_desk.answer("Abbrechen")


def test_where_no_resource_is_shown_it_is_said_why_there_is_no_new_appointment(full_desk: Desk) -> None:
    full_desk.menu("Terminplaner")
    (picker,) = full_desk.window.findChildren(ResourcePicker)
    next(button for button in picker.findChildren(QPushButton) if button.text() == "Keine zeigen").click()
    full_desk.settle()
    full_desk.menu("Administration")
    full_desk.menu("Neuer Termin …")
    assert full_desk.tab == "Terminplaner"
    assert full_desk.says("Kein neuer Termin: Im Plan wird keine Ressource gezeigt.")
    assert open_dialog() is None


def test_a_new_appointment_waits_for_what_has_yet_to_be_read(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, tmp_path: Path
) -> None:
    desk = Desk(qtbot, workplace, tasks, tmp_path, "admin", waits=False)
    named_action(desk, "Neuer Termin …").trigger()
    assert open_dialog() is None
    desk.settle()
    assert dialog_title() == "Neuer Termin"
    desk.answer("Abbrechen")
    desk.window.reload()
    desk.settle()
    assert open_dialog() is None, "once"
    desk.window.leave()


@pytest.mark.parametrize("how", ["left", "failed"])
def test_a_new_appointment_that_cannot_be_does_not_come_later(
    qtbot: QtBot,
    workplace: Workplace,
    tasks: TaskRunner,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    how: str,
) -> None:
    def unreachable(*_given: object) -> None:
        raise StorageError("unreachable")

    with monkeypatch.context() as broken:
        if how == "failed":
            broken.setattr(Queries, "choices", unreachable)
        desk = Desk(qtbot, workplace, tasks, tmp_path, "admin", waits=False)
        named_action(desk, "Neuer Termin …").trigger()
        if how == "left":
            named_action(desk, "Kunden").trigger()
        desk.settle()
    desk.menu("Terminplaner")
    desk.window.reload()
    desk.settle()
    assert open_dialog() is None
    desk.window.leave()


def test_a_new_customer_is_begun_from_every_page(full_desk: Desk) -> None:
    QTest.keyClick(
        full_desk.window.focusWidget(),
        Qt.Key.Key_N,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    full_desk.settle()
    assert (full_desk.tab, dialog_title()) == ("Kunden", "Neuer Kunde")
    full_desk.answer("Abbrechen")


def test_what_is_done_in_the_plan_is_done_in_sight_of_it(full_desk: Desk) -> None:
    for entry in ("Als Liste oder Kalender", "Termine suchen", "Verfügbarkeiten bearbeiten"):
        full_desk.menu("Administration")
        full_desk.menu(entry)
        assert full_desk.tab == "Terminplaner", entry


def test_who_only_reads_books_nothing_by_a_key(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, tmp_path: Path
) -> None:
    workplace.services.master_data.save(workplace.session().actor, User(uuid4(), "leser", Role.READER))
    desk = Desk(qtbot, workplace, tasks, tmp_path, "leser")
    for entry in ("Neuer Termin …", "Neuer Kunde …"):
        action = next(row for row in desk.window.findChildren(QAction) if row.text().replace("&", "") == entry)
        assert not action.isEnabled()
        assert "„Nur lesen“" in action.toolTip()
    desk.window.leave()


def test_whose_account_has_no_employee_is_told_that_and_whom_to_ask(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, tmp_path: Path
) -> None:
    workplace.services.master_data.save(workplace.session().actor, User(uuid4(), "ohne", Role.EMPLOYEE))
    desk = Desk(qtbot, workplace, tasks, tmp_path, "ohne")
    missing = "Ihrem Benutzerkonto ist kein Mitarbeiter zugeordnet"
    desk.menu("Terminplaner")
    assert desk.says(missing)
    assert not desk.says("Mit der Rolle")
    new = next(row for row in desk.window.findChildren(QAction) if row.text().replace("&", "") == "Neuer Termin …")
    assert missing in new.toolTip()
    desk.menu("Administration")
    assert not desk.says(missing), "the resources are not theirs in any case"
    named(desk.window, QListWidget, "Bereiche der Administration").setCurrentRow(6)
    assert desk.says(missing)
    assert desk.says("wenden Sie sich an einen Administrator")
    assert missing in named(desk.window, QPushButton, "Neu …").toolTip()
    desk.window.leave()


def test_who_only_reads_is_told_so_where_nothing_can_be_changed(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, tmp_path: Path
) -> None:
    workplace.services.master_data.save(workplace.session().actor, User(uuid4(), "leser", Role.READER))
    desk = Desk(qtbot, workplace, tasks, tmp_path, "leser")
    for page, sentence in (
        ("Terminplaner", "den Plan ansehen, aber nicht ändern"),
        ("Kunden", "Kunden ansehen, aber nicht anlegen"),
        ("Administration", "Ändern darf es nur ein Administrator"),
        ("Filialverwaltung", "Ändern darf sie nur ein Administrator"),
    ):
        desk.menu(page)
        assert desk.says(sentence), page
    desk.menu("Administration")
    named(desk.window, QListWidget, "Bereiche der Administration").setCurrentRow(6)
    assert desk.says("Mit der Rolle „Nur lesen“ können Sie Abwesenheiten ansehen, aber nicht ändern.")
    desk.window.leave()


def test_who_may_change_things_is_told_nothing_of_it(full_desk: Desk) -> None:
    for page in ("Terminplaner", "Kunden", "Administration", "Filialverwaltung"):
        full_desk.menu(page)
        assert not full_desk.says("Mit der Rolle"), page


def test_the_change_log_is_opened_from_the_menu(desk: Desk) -> None:
    desk.menu("Änderungsprotokoll …")
    (log,) = desk.window.findChildren(ChangeLogWindow)
    assert log.isVisible()
    desk.menu("Änderungsprotokoll …")
    assert len(desk.window.findChildren(ChangeLogWindow)) == 1, "the same again"
    log.close()


def test_who_may_not_read_the_change_log_sees_why(
    qtbot: QtBot, empty: Workplace, tasks: TaskRunner, tmp_path: Path
) -> None:
    desk = Desk(qtbot, empty, tasks, tmp_path, "klara.himmel")
    entry = next(action for action in desk.window.findChildren(QAction) if "protokoll" in action.text())
    assert not entry.isEnabled()
    assert "„Mitarbeiter“" in entry.toolTip()


def test_an_own_appointment_is_shown_in_the_plan(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, tmp_path: Path
) -> None:
    services, session = workplace.services, workplace.session()
    thor = next(row for row in services.queries.resources() if row.name == "Thor Schuss")
    start = workplace.clock.now() + timedelta(hours=1)
    when = Timed(start, start + timedelta(minutes=30))
    services.planning.book(session.actor, Appointment(uuid4(), session.branch.id, when, (thor.id,), text="Gleich"))
    desk = Desk(qtbot, workplace, tasks, tmp_path, "thor.schuss")
    desk.menu("Mein AMPAREX")
    own = named(desk.window, QListWidget, "Meine nächsten Termine heute")
    own.setCurrentRow(0)
    QTest.keyClick(own, Qt.Key.Key_Return)
    desk.settle()
    assert desk.tab == "Terminplaner"
    (canvas,) = desk.window.findChildren(PlannerCanvas)
    assert canvas.chosen.current is not None
    assert canvas.chosen.current.appointment.text == "Gleich"
