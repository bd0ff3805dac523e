"""The tab "Kunden": finding, keeping, and going on to the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from helpers.named import dialog_title, named, open_dialog, press
from helpers.workplace import Workplace
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.errors import StorageError
from terminplaner.domain.people import Customer, Role, User
from terminplaner.domain.when import Timed
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Queries
from terminplaner.services.waiting_list import WaitingRow
from terminplaner.ui.banner import Banner
from terminplaner.ui.customers.details import CustomerDetails
from terminplaner.ui.customers.page import CustomersPage
from terminplaner.ui.customers.wishes import CustomerWishes
from terminplaner.ui.tasks import TaskRunner

_ALL, _WAIT = "Alle Termine zeigen", "Auf die Warteliste …"


class Office:
    def __init__(self, qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, user: str = "admin") -> None:
        self._qtbot, self._tasks = qtbot, tasks
        self.workplace = workplace
        self.page = CustomersPage(workplace.services, workplace.session(user), tasks)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 800)
        self.page.show()
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self._tasks.is_busy and not self.page.is_waiting)

    def look_for(self, text: str) -> None:
        named(self.page, QLineEdit, "Kunden suchen").setText(text)
        self.settle()

    def press(self, name: str) -> None:
        press(open_dialog() or self.page, name)
        self.settle()

    def fill(self, name: str, text: str) -> None:
        named(open_dialog() or self.page, QLineEdit, name).setText(text)

    @property
    def table(self) -> QTableWidget:
        return named(self.page, QTableWidget, "Kunden")

    @property
    def numbers(self) -> list[str]:
        model = self.table.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def listed(self, name: str) -> list[str]:
        rows = named(self.page, QListWidget, name)
        return [rows.item(number).text() for number in range(rows.count())]

    def says(self, text: str) -> bool:
        return any(label.text() == text for label in self.page.findChildren(QLabel) if label.isVisible())

    def menu(self, row: AppointmentRow) -> dict[str, QAction]:
        (details,) = self.page.findChildren(CustomerDetails)
        return {action.text().replace("&", ""): action for action in details.menu_for(row).actions()}

    def wish_menu(self, row: WaitingRow) -> dict[str, QAction]:
        (wishes,) = self.page.findChildren(CustomerWishes)
        return {action.text().replace("&", ""): action for action in wishes.menu_for(row).actions()}

    @property
    def banner(self) -> str:
        return "".join(banner.text for banner in self.page.findChildren(Banner))

    def customers(self, text: str) -> tuple[Customer, ...]:
        return self.workplace.services.queries.customers(text)

    def customer(self, number: str) -> Customer:
        (found,) = self.customers(number)
        return found

    def book(self, number: str, hours: float) -> Appointment:
        services, session = self.workplace.services, self.workplace.session()
        start_at = self.workplace.clock.now() + timedelta(hours=hours)
        resource = services.queries.resources()[0]
        wanted = Appointment(
            *(uuid4(), session.branch.id, Timed(start_at, start_at + timedelta(minutes=30)), (resource.id,)),
            customer_id=self.customer(number).id,
        )
        outcome = services.planning.book(session.actor, wanted)
        self.page.refresh(outcome.change_set)
        self.settle()
        return outcome.appointment


@pytest.fixture
def office(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> Office:
    return Office(qtbot, workplace, tasks)


def test_all_are_listed_and_found_by_what_is_typed(office: Office) -> None:
    assert len(office.numbers) == 8
    assert office.says("8 Kunden")
    assert office.says("Wählen Sie links einen Kunden.")
    office.look_for("ozd")
    assert office.numbers == ["1003"]
    assert office.says("Özdemir, Aylin")
    office.look_for("50103")
    assert office.numbers == []
    office.look_for("07115550103")
    assert office.numbers == ["1003"]
    office.look_for("03.05.1971")
    assert office.numbers == ["1003"]
    assert office.says("03.05.1971")
    office.look_for("niemand")
    assert office.says("Niemand gefunden.")


def test_the_chosen_one_is_shown_with_next_and_last_appointments(office: Office) -> None:
    office.look_for("1003")
    assert office.says("Hatte noch keinen Termin.")
    assert office.says("Kein künftiger Termin.")
    for hours in (-30 * 24, 48, 24):
        office.book("1003", hours)
    days = [[line.split()[1] for line in office.listed(name)] for name in ("Nächste Termine", "Letzte Termine")]
    assert days == [["24.11.2026,", "25.11.2026,"], ["24.10.2026,"]]
    office.book("1003", -0.25)
    assert "läuft gerade" in office.listed("Nächste Termine")[0]
    assert len(office.listed("Letzte Termine")) == 1
    assert not office.says("Hatte noch keinen Termin.")


def test_an_appointment_is_shown_in_the_plan(office: Office, qtbot: QtBot) -> None:
    office.look_for("1003")
    booked = office.book("1003", 24)
    rows = named(office.page, QListWidget, "Nächste Termine")
    rows.setCurrentRow(0)
    with qtbot.waitSignal(office.page.revealRequested) as shown:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert shown.args[0].appointment.id == booked.id


def test_an_appointment_is_opened_and_printed_from_its_line(office: Office, qtbot: QtBot) -> None:
    office.look_for("1003")
    booked = office.book("1003", 24)
    rows = named(office.page, QListWidget, "Nächste Termine")
    rows.setCurrentRow(0)
    with qtbot.waitSignal(office.page.openRequested) as opened:
        QTest.keyClick(rows, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.args[0].appointment.id == booked.id
    menu = office.menu(opened.args[0])
    assert list(menu) == ["Im Plan zeigen", "Bearbeiten …", "Terminzettel drucken …"]
    with qtbot.waitSignal(office.page.revealRequested):
        menu["Im Plan zeigen"].trigger()
    with qtbot.waitSignal(office.page.openRequested):
        menu["Bearbeiten …"].trigger()
    menu["Terminzettel drucken …"].trigger()
    office.settle()
    preview = open_dialog()
    assert preview is not None
    assert "Terminzettel" in preview.windowTitle()
    preview.reject()


def test_whoever_may_not_plan_it_looks_at_it(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    admin = Office(qtbot, workplace, tasks)
    admin.look_for("1003")
    admin.book("1003", 24)
    services, session = workplace.services, workplace.session()
    services.master_data.save(session.actor, User(uuid4(), "leser", Role.READER))
    office = Office(qtbot, workplace, tasks, "leser")
    office.look_for("1003")
    rows = named(office.page, QListWidget, "Nächste Termine")
    rows.setCurrentRow(0)
    with qtbot.waitSignal(office.page.openRequested) as opened:
        QTest.keyClick(rows, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Ansehen …" in office.menu(opened.args[0])


def test_all_appointments_are_asked_for_where_there_are_any(office: Office, qtbot: QtBot) -> None:
    office.look_for("1003")
    assert not any(link.isVisible() for link in office.page.findChildren(QPushButton) if link.text() == _ALL)
    office.book("1003", -24)
    with qtbot.waitSignal(office.page.allRequested) as asked:
        office.press(_ALL)
    assert [asked.args[0].number, asked.args[1]] == ["1003", "Özdemir, Aylin"]


def test_what_the_chosen_one_waits_for_is_kept_here_too(office: Office) -> None:
    services, session = office.workplace.services, office.workplace.session()
    kind = services.queries.types()[0]
    office.look_for("1003")
    assert office.says("Wartet auf keinen Termin.")
    office.press("Auf die Warteliste …")
    assert dialog_title() == "Wartelisteneintrag"
    dialog = open_dialog()
    assert dialog is not None
    assert named(dialog, QLineEdit, "Kunde").text() == "Özdemir, Aylin"
    choice = next(box for box in dialog.findChildren(QComboBox) if box.findText(kind.name) >= 0)
    choice.setCurrentIndex(choice.findText(kind.name))
    assert office.page.is_dirty
    office.press("Speichern")
    assert office.listed("Warteliste") == [kind.name]
    (row,) = services.waiting_list.of_customer(office.customer("1003").id)
    office.wish_menu(row)["Bearbeiten …"].trigger()
    office.settle()
    note = named(open_dialog() or office.page, QPlainTextEdit, "Bemerkung")
    note.setPlainText("vormittags")
    office.press("Speichern")
    (row,) = services.waiting_list.rows(session.branch.id)
    assert row.entry.note == "vormittags"
    office.wish_menu(row)["Als erledigt ablegen"].trigger()
    office.settle()
    assert office.says("Wartet auf keinen Termin.")
    office.press("Rückgängig")
    assert office.listed("Warteliste") == [kind.name]
    rows = named(office.page, QListWidget, "Warteliste")
    rows.setCurrentRow(0)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    office.settle()
    assert services.waiting_list.rows(session.branch.id) == ()
    office.look_for("1004")
    assert "Liste" not in office.banner


def test_nothing_is_said_of_waiting_where_the_chain_keeps_no_lists(office: Office) -> None:
    services, session = office.workplace.services, office.workplace.session()
    services.settings.set(session.actor, "use_waiting_lists", "false")
    office.look_for("1003")
    assert not any(link.isVisible() for link in office.page.findChildren(QPushButton) if link.text() == _WAIT)


def test_a_new_customer_gets_a_number_and_is_chosen(office: Office) -> None:
    office.press("Neuer Kunde …")
    assert dialog_title() == "Neuer Kunde"
    office.fill("Nachname", "Zander")
    office.fill("Vorname", "Zita")
    office.fill("Titel", "Dr.")
    office.fill("Mobil", "0171 2345")
    address = named(open_dialog() or office.page, QPlainTextEdit, "Adresse")
    address.setPlainText("Musterweg 1\n70173 Stuttgart")
    office.fill("Geburtsdatum", "31.2.61")
    office.press("Speichern")
    assert office.customers("Zander") == ()
    office.fill("Geburtsdatum", "3.5.61")
    pop_up = named(open_dialog() or office.page, QPlainTextEdit, "PopUp-Hinweis")
    pop_up.setPlainText("Hört schlecht")
    office.press("Speichern")
    stored = office.customer("Zander")
    assert (stored.number, stored.initials, stored.pop_up) == ("1009", "ZZ", "Hört schlecht")
    assert office.numbers == ["1009"]
    assert office.says("Zander, Zita")
    assert office.says("Hört schlecht")
    assert (stored.title, stored.birth_on, stored.mobile) == ("Dr.", date(1961, 5, 3), "0171 2345")
    for shown in ("Dr.", "03.05.1961", "0171 2345", "Musterweg 1\n70173 Stuttgart"):
        assert office.says(shown)
    office.look_for("01712345")
    assert office.numbers == ["1009"]


def test_somebody_of_the_same_name_is_offered_instead(office: Office, qtbot: QtBot) -> None:
    office.press("Neuer Kunde …")
    dialog = open_dialog()
    assert dialog is not None
    last_name = named(dialog, QLineEdit, "Nachname")
    QTest.keyClicks(last_name, "Ozdemir")
    name = "Diesen nehmen: Özdemir, Aylin · geb. 03.05.1971 · 1003 · 0711 5550103"
    qtbot.waitUntil(lambda: any(link.text() == name for link in dialog.findChildren(QPushButton)))
    office.press(name)
    assert open_dialog() is None
    assert office.numbers == ["1003"]
    assert office.says("Özdemir, Aylin")
    assert len(office.workplace.services.queries.customers()) == 8


def test_a_customer_is_edited(office: Office) -> None:
    office.look_for("1003")
    office.press("Bearbeiten …")
    office.fill("Telefon", "0711 42")
    assert office.page.is_dirty
    office.press("Speichern")
    assert office.customer("1003").phone == "0711 42"
    assert office.says("0711 42")
    assert not office.page.is_dirty


def test_a_customer_is_deleted_and_comes_back(office: Office) -> None:
    office.look_for("1003")
    office.press("Löschen")
    office.press("Löschen")
    assert office.workplace.services.queries.customers("1003") == ()
    office.press("Rückgängig")
    assert office.customer("1003").last_name == "Özdemir"
    assert office.says("Özdemir, Aylin")


def test_a_customer_with_a_future_appointment_is_kept_and_it_is_said_why(office: Office) -> None:
    office.look_for("1003")
    office.book("1003", 24)
    office.press("Löschen")
    office.press("Löschen")
    assert "1 künftige Termine" in office.banner
    assert office.customer("1003")


@pytest.mark.parametrize(("name", "opens_new"), [("Im Plan aussuchen", False), ("Neuer Termin …", True)])
def test_the_plan_is_opened_for_the_customer(office: Office, qtbot: QtBot, name: str, opens_new: bool) -> None:
    office.look_for("1003")
    with qtbot.waitSignal(office.page.planRequested) as asked:
        office.press(name)
    customer, called, opens = asked.args
    assert (customer.number, called, opens) == ("1003", "Özdemir, Aylin", opens_new)


def test_names_are_hidden_where_the_chain_hides_them(office: Office, qtbot: QtBot) -> None:
    settings = office.workplace.services.settings
    settings.save(office.workplace.session().actor, replace(settings.load(), hide_customer_names=True))
    office.page.refresh(None)
    office.look_for("özdemir")
    assert office.table.isColumnHidden(1)
    assert office.says("1003")
    assert not office.says("Özdemir, Aylin")
    with qtbot.waitSignal(office.page.planRequested) as asked:
        office.press("Im Plan aussuchen")
    assert asked.args[1] == "1003"


def test_whoever_only_reads_sees_why_nothing_can_be_changed(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    services, session = workplace.services, workplace.session()
    services.master_data.save(session.actor, User(uuid4(), "leser", Role.READER))
    office = Office(qtbot, workplace, tasks, "leser")
    office.look_for("1003")
    for name in ("Neuer Kunde …", "Bearbeiten …", "Löschen", "Neuer Termin …"):
        button = named(office.page, QPushButton, name)
        assert not button.isEnabled()
        assert button.toolTip().startswith("Ihre Rolle")
    assert named(office.page, QPushButton, "Im Plan aussuchen").isEnabled()


def test_a_mail_address_is_whole_in_a_small_window(office: Office) -> None:
    office.page.resize(1366, 660)
    services, actor = office.workplace.services, office.workplace.session().actor
    address = "zoe.bergermann@example.org"
    services.master_data.save(actor, Customer(uuid4(), "9999", "Bergér", "Zoë", email=address))
    office.look_for("9999")
    (value,) = [label for label in office.page.findChildren(QLabel) if label.text() == address]
    fields = next(area for area in office.page.findChildren(QScrollArea) if area.isAncestorOf(value))
    assert fields.horizontalScrollBar().maximum() == 0
    assert value.width() >= value.minimumSizeHint().width()


def _asked(office: Office) -> list[object]:
    """For whom a new appointment is asked for; None stands for nobody yet."""
    asked: list[object] = []
    office.page.planRequested.connect(lambda customer, _name, _opens_new: asked.append(customer))
    office.page.newRequested.connect(lambda: asked.append(None))
    return asked


def test_a_new_appointment_that_was_refused_does_not_come_later(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(*_given: object) -> None:
        raise StorageError("unreachable")

    asked = _asked(office)
    with monkeypatch.context() as broken:
        broken.setattr(Queries, "customers", unreachable)
        named(office.page, QLineEdit, "Kunden suchen").setText("1003")
        office.page.book()
        office.settle()
    assert office.banner
    office.page.refresh(None)
    office.settle()
    assert asked == []


def test_a_new_appointment_does_not_come_after_the_page_was_left(office: Office) -> None:
    asked = _asked(office)
    named(office.page, QLineEdit, "Kunden suchen").setText("1003")
    office.page.book()
    office.page.hide()
    office.settle()
    assert asked == []


def test_a_new_appointment_does_not_go_to_whom_nobody_asked_for(office: Office) -> None:
    asked = _asked(office)
    search = named(office.page, QLineEdit, "Kunden suchen")
    search.setText("1003")
    office.page.book()
    search.setText("1004")
    office.settle()
    assert asked == []
    search.setText("1003")
    office.settle()
    assert asked == []
