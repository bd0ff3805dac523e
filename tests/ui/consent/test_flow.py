"""The walk from "Bestätigung" to a linked calendar, with the real consent against a simulated Google."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListWidget, QRadioButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from helpers.google_chain import KLARA, THOR, GoogleChain, Person, google_chain
from helpers.named import dialog_title, named, open_dialog, press
from helpers.workplace import StandInEngine
from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Resource, SyncDirection
from terminplaner.services.absences import Absences
from terminplaner.services.availabilities import Availabilities
from terminplaner.services.calendar_period import CalendarPeriod
from terminplaner.services.change_log import ChangeLog
from terminplaner.services.customers import Customers
from terminplaner.services.free_slots import FreeSlots
from terminplaner.services.master_data import MasterData
from terminplaner.services.off_hours import OffHours
from terminplaner.services.planning import Planning
from terminplaner.services.planning_questions import PlanningQuestions
from terminplaner.services.presets import Presets
from terminplaner.services.queries import Queries
from terminplaner.services.reminders import Reminders
from terminplaner.services.search import AppointmentFinder
from terminplaner.services.series import SeriesPlanning
from terminplaner.services.series_moves import SeriesMoves
from terminplaner.services.settings import Settings
from terminplaner.services.sync_control import SyncControl
from terminplaner.services.sync_journal import SyncJournal
from terminplaner.services.undo import UndoStack
from terminplaner.services.users import Users
from terminplaner.services.waiting_list import WaitingList
from terminplaner.ui.administration.page import AdministrationPage
from terminplaner.ui.banner import Banner
from terminplaner.ui.consent.flow import ConsentFlow
from terminplaner.ui.context import Services, Session
from terminplaner.ui.tasks import TaskRunner

NOW = datetime.now(UTC).replace(microsecond=0)


class Browser(QObject):
    """Takes the place of the system's browser; a person with a Google account sits at it."""

    def __init__(self, chain: GoogleChain) -> None:
        super().__init__()
        self.account = THOR
        self.tick: Literal["all"] | tuple[str, ...] = "all"
        self.denies = False
        self.is_idle = False
        self._chain = chain
        self.people: list[Person] = []
        QDesktopServices.setUrlHandler("http", self, "visit")  # type: ignore[arg-type]  # the stub asks for bytes, which are refused

    @Slot(QUrl)
    def visit(self, address: QUrl) -> None:
        if self.is_idle:
            return
        person = Person(self._chain.google, self.account, self.tick, deny=self.denies)
        person(address.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        self.people.append(person)

    def leave(self) -> None:
        for person in self.people:
            person.leave()
        QDesktopServices.unsetUrlHandler("http")


class Walk:
    """One person before the dialogs."""

    def __init__(self, qtbot: QtBot, chain: GoogleChain, tasks: TaskRunner, browser: Browser) -> None:
        self._qtbot, self.tasks = qtbot, tasks
        self.chain, self.browser = chain, browser
        self.endings: list[tuple[str, str, bool]] = []
        self._window = QWidget()
        self._window.resize(800, 500)
        qtbot.addWidget(self._window)
        self._window.show()
        with chain.store.read() as reader:
            self.session = Session(chain.admin, reader.list(Branch)[0])
        self.services = services_of(chain)

    def begin(
        self, resource: Resource | None = None, start: Callable[[ConsentFlow], None] = ConsentFlow.start
    ) -> None:
        self.endings.clear()
        flow = ConsentFlow(self.services, self.session, self.tasks, resource or self.chain.thor, self._window)
        flow.ended.connect(lambda *ending: self.endings.append(ending))
        start(flow)

    def see(self, title: str) -> QWidget:
        """Wait for the dialog of that title, and until nothing runs in it."""
        self._qtbot.waitUntil(lambda: dialog_title() == title and not self.tasks.is_busy, timeout=10_000)
        dialog = open_dialog()
        assert dialog is not None
        return dialog

    def press(self, name: str) -> None:
        dialog = open_dialog()
        assert dialog is not None
        press(dialog, name)

    def end(self) -> tuple[str, str, bool]:
        self._qtbot.waitUntil(lambda: bool(self.endings) and not self.tasks.is_busy, timeout=10_000)
        assert dialog_title() == ""
        assert len(self.endings) == 1
        return self.endings[0]

    def to_the_calendars(self, resource: Resource | None = None) -> QWidget:
        self.begin(resource)
        self.see("Bestätigung")
        self.press("Freigabe starten")
        return self.see("Google-Kalender auswählen")

    def link_new(self) -> None:
        self.to_the_calendars()
        self.press("Weiter")
        self.see("Verknüpfung prüfen")
        self.press("Verknüpfen")
        self.end()


def services_of(chain: GoogleChain) -> Services:
    gate, clock, store = chain.linking.gate, chain.clock, chain.store
    planning = Planning(gate, clock)
    return Services(
        planning=planning,
        planning_questions=PlanningQuestions(store, clock),
        series=SeriesPlanning(planning),
        series_moves=SeriesMoves(planning),
        calendar_period=CalendarPeriod(planning),
        presets=Presets(store),
        master_data=MasterData(gate, clock),
        settings=Settings(gate),
        queries=Queries(store),
        customers=Customers(gate, clock),
        change_log=ChangeLog(store),
        finder=AppointmentFinder(store),
        waiting_list=WaitingList(gate, clock),
        reminders=Reminders(store, clock),
        absences=Absences(gate, clock),
        availabilities=Availabilities(gate, clock),
        free_slots=FreeSlots(store, clock),
        undo=UndoStack(gate, planning),
        users=Users(gate),
        sync_control=SyncControl(store, clock, StandInEngine(store, clock)),
        sync_journal=SyncJournal(planning),
        off_hours=OffHours(gate, clock),
        linking=chain.linking,
        clock=clock,
    )


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[GoogleChain]:
    with google_chain(tmp_path) as chain:
        yield chain


@pytest.fixture
def walk(qtbot: QtBot, chain: GoogleChain) -> Iterator[Walk]:
    tasks = TaskRunner()
    browser = Browser(chain)
    yield Walk(qtbot, chain, tasks, browser)
    tasks.shutdown()
    browser.leave()


def said(dialog: QWidget) -> str:
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    return " ".join([*labels, *(banner.text for banner in dialog.findChildren(Banner))])


def live_calendar_ids(chain: GoogleChain) -> list[str]:
    return [link.calendar_id for link in chain.links() if link.ended_at is None]


def test_before_the_browser_opens_and_before_the_link_people_can_look_what_would_leave(walk: Walk) -> None:
    walk.begin()
    for title in ("Bestätigung", "Verknüpfung prüfen"):
        dialog = walk.see(title)
        press(dialog, "Was wird übertragen?")
        names = {label.accessibleName() for label in dialog.findChildren(QLabel) if label.isVisible()}
        assert "Kommentar, ohne Kunde: in der Beschreibung" in names
        if title == "Bestätigung":
            walk.press("Freigabe starten")
            walk.see("Google-Kalender auswählen")
            walk.press("Weiter")


def test_a_link_that_only_reads_says_so_before_the_consent(walk: Walk) -> None:
    reading = replace(walk.chain.thor, sync_direction=SyncDirection.FROM_GOOGLE)
    walk.begin(reading)
    dialog = walk.see("Bestätigung")
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "in beide Richtungen" not in said
    press(dialog, "Was wird übertragen?")
    shown = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert "von hier geht nichts dorthin" in shown


def test_with_only_a_primary_calendar_a_new_one_is_created_and_linked(walk: Walk) -> None:
    dialog = walk.to_the_calendars()
    assert "nur den Hauptkalender" in said(dialog)
    named(dialog, QLineEdit, "Name des neuen Kalenders").setText("Termine Thor")
    walk.press("Weiter")
    walk.see("Verknüpfung prüfen")
    assert live_calendar_ids(walk.chain) == []
    walk.press("Verknüpfen")
    text, tone, has_changed_links = walk.end()
    assert text == "„Thor Schuss“ ist jetzt mit dem Google-Kalender „Termine Thor“ verknüpft."
    assert (tone, has_changed_links) == ("success", True)
    calendar = walk.chain.google.account(THOR).calendar("Termine Thor")
    assert live_calendar_ids(walk.chain) == [calendar.id]


def test_leaving_the_confirmation_says_that_nothing_happened(walk: Walk) -> None:
    walk.begin()
    walk.see("Bestätigung")
    walk.press("Abbrechen")
    assert walk.end() == ("Es wurde nichts verknüpft.", "info", False)


def test_nothing_can_be_withdrawn_before_there_is_a_consent(walk: Walk) -> None:
    walk.begin()
    dialog = walk.see("Bestätigung")
    assert not named(dialog, QAbstractButton, "Bestehende Zustimmung zurückziehen").isEnabled()
    walk.press("Abbrechen")
    walk.end()


def test_a_refusal_in_the_browser_is_told_where_one_can_try_again(walk: Walk) -> None:
    walk.browser.denies = True
    walk.begin()
    walk.see("Bestätigung")
    walk.press("Freigabe starten")
    dialog = walk.see("Bestätigung")
    assert "im Browser abgelehnt" in said(dialog)
    walk.browser.denies = False
    walk.press("Freigabe starten")
    walk.see("Google-Kalender auswählen")
    walk.press("Abbrechen")
    walk.end()


def test_a_missing_keyring_is_said_before_any_browser_opens(walk: Walk) -> None:
    walk.chain.secrets.is_missing = True
    walk.begin()
    walk.see("Bestätigung")
    walk.press("Freigabe starten")
    dialog = walk.see("Bestätigung")
    assert "kein Schlüsselbund eingerichtet" in said(dialog)
    assert walk.browser.people == []
    walk.press("Abbrechen")
    walk.end()


def test_waiting_for_the_browser_can_be_cancelled(qtbot: QtBot, walk: Walk) -> None:
    walk.browser.is_idle = True
    walk.begin()
    walk.see("Bestätigung")
    walk.press("Freigabe starten")
    dialog = open_dialog()
    assert dialog is not None
    address = named(dialog, QLineEdit, "Adresse")
    qtbot.waitUntil(lambda: bool(address.text()))
    walk.press("Adresse kopieren")
    assert QGuiApplication.clipboard().text() == address.text()
    walk.press("Abbrechen")
    assert walk.end() == ("Die Freigabe wurde abgebrochen. Es wurde nichts gespeichert.", "info", False)


def test_without_a_browser_the_address_is_there_to_copy(
    qtbot: QtBot, walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _address: False)
    walk.begin()
    walk.see("Bestätigung")
    walk.press("Freigabe starten")
    dialog = open_dialog()
    assert dialog is not None
    qtbot.waitUntil(lambda: "ließ sich kein Browser öffnen" in said(dialog))
    walk.press("Abbrechen")
    walk.end()


def test_a_calendar_of_another_resource_is_listed_but_cannot_be_chosen(walk: Walk) -> None:
    walk.link_new()
    walk.chain.google.account(THOR).add_calendar("Alt")
    walk.begin(walk.chain.cabin)
    walk.see("Bestätigung")
    walk.press("Freigabe starten")
    dialog = walk.see("Google-Kalender auswählen")
    shown = named(dialog, QListWidget, "Vorhandene Kalender")
    texts = {shown.item(row).text(): shown.item(row).flags() for row in range(shown.count())}
    taken = next(text for text in texts if "Thor Schuss" in text)
    assert "schon verknüpft mit „Thor Schuss“" in taken
    assert not texts[taken]
    assert texts[next(text for text in texts if text.startswith("Alt"))]
    walk.press("Abbrechen")
    walk.end()


def test_the_calendar_linked_before_is_chosen_from_the_start(walk: Walk) -> None:
    walk.link_new()
    dialog = walk.to_the_calendars()
    assert named(dialog, QRadioButton, "Vorhandenen Kalender verwenden").isChecked()
    assert "derzeit verknüpft" in named(dialog, QListWidget, "Vorhandene Kalender").currentItem().text()
    walk.press("Abbrechen")
    walk.end()


def choose_foreign(walk: Walk, resource: Resource | None = None) -> None:
    """Pick the calendar "Alt", which the program did not create, and give the wider consent."""
    dialog = walk.to_the_calendars(resource)
    named(dialog, QRadioButton, "Vorhandenen Kalender verwenden").click()
    walk.press("Weiter")
    walk.see("Weitere Freigabe nötig")
    walk.press("Freigabe starten")


def add_foreign(chain: GoogleChain, count: int) -> None:
    calendar = chain.google.account(THOR).add_calendar("Alt")
    for number in range(count):
        start = NOW + timedelta(days=1 + number)
        calendar.add_event(f"Termin {number}", start, start + timedelta(hours=1))


def test_an_existing_calendar_needs_a_second_consent_and_keeps_its_events(walk: Walk) -> None:
    add_foreign(walk.chain, 2)
    choose_foreign(walk)
    dialog = walk.see("Termine im Kalender löschen?")
    assert "stehen 2 Termine" in said(dialog)
    assert named(dialog, QAbstractButton, "Nein, Termine behalten").hasFocus()
    walk.press("Nein, Termine behalten")
    dialog = walk.see("Verknüpfung prüfen")
    assert named(dialog, QLabel, "Aus Google in den Terminplaner importiert: 2").text() == "2"
    walk.press("Verknüpfen")
    assert walk.end()[1] == "success"
    assert len(walk.chain.google.account(THOR).calendar("Alt").events()) == 2


def test_emptying_backs_up_asks_again_and_deletes(walk: Walk) -> None:
    add_foreign(walk.chain, 3)
    choose_foreign(walk)
    walk.see("Termine im Kalender löschen?")
    walk.press("Ja, alle löschen …")
    dialog = walk.see("Löschen bestätigen")
    (backup,) = walk.chain.backups.glob("*.ics")
    assert "alle 3 Termine im Google-Kalender „Alt“" in said(dialog)
    assert str(backup) in said(dialog)
    assert len(walk.chain.google.account(THOR).calendar("Alt").events()) == 3
    walk.press("Endgültig löschen")
    walk.see("Verknüpfung prüfen")
    assert walk.chain.google.account(THOR).calendar("Alt").events() == []
    walk.press("Abbrechen")
    text, tone, has_changed_links = walk.end()
    assert text.startswith("Der Kalender „Alt“ wurde geleert, aber nicht verknüpft.")
    assert (tone, has_changed_links) == ("warning", False)


def test_emptying_the_linked_calendar_says_that_its_link_ends(walk: Walk) -> None:
    add_foreign(walk.chain, 2)
    choose_foreign(walk)
    walk.see("Termine im Kalender löschen?")
    walk.press("Nein, Termine behalten")
    walk.see("Verknüpfung prüfen")
    walk.press("Verknüpfen")
    walk.end()
    walk.to_the_calendars()
    walk.press("Weiter")
    walk.see("Termine im Kalender löschen?")
    walk.press("Ja, alle löschen …")
    assert "Die Verknüpfung endet mit dem Löschen" in said(walk.see("Löschen bestätigen"))
    walk.press("Endgültig löschen")
    walk.see("Verknüpfung prüfen")
    walk.press("Abbrechen")
    _text, tone, has_changed_links = walk.end()
    assert (tone, has_changed_links) == ("warning", True)
    assert all(link.ended_at for link in walk.chain.links())


def test_nobody_is_asked_to_empty_a_calendar_that_is_only_read(walk: Walk) -> None:
    reading = replace(walk.chain.thor, sync_direction=SyncDirection.FROM_GOOGLE)
    add_foreign(walk.chain, 3)
    choose_foreign(walk, reading)
    walk.see("Verknüpfung prüfen")
    assert len(walk.chain.google.account(THOR).calendar("Alt").events()) == 3


def test_the_second_question_can_still_be_declined(walk: Walk) -> None:
    add_foreign(walk.chain, 1)
    choose_foreign(walk)
    walk.see("Termine im Kalender löschen?")
    walk.press("Ja, alle löschen …")
    dialog = walk.see("Löschen bestätigen")
    assert named(dialog, QAbstractButton, "Abbrechen").hasFocus()
    walk.press("Abbrechen")
    assert walk.end() == ("Es wurde nichts verknüpft.", "info", False)
    assert len(walk.chain.google.account(THOR).calendar("Alt").events()) == 1


def test_withdrawing_names_the_others_that_end_with_it(walk: Walk) -> None:
    walk.link_new()
    walk.begin(walk.chain.cabin)
    walk.see("Bestätigung")
    walk.press("Freigabe starten")
    dialog = walk.see("Google-Kalender auswählen")
    named(dialog, QLineEdit, "Name des neuen Kalenders").setText("Kabine")
    walk.press("Weiter")
    walk.see("Verknüpfung prüfen")
    walk.press("Verknüpfen")
    walk.end()
    walk.begin()
    dialog = walk.see("Bestätigung")
    walk.press("Bestehende Zustimmung zurückziehen")
    dialog = walk.see("Zustimmung zurückziehen")
    assert "Kabine 1" in said(dialog)
    walk.press("Zustimmung zurückziehen")
    # What is under way cannot be taken back: leaving now would say that nothing happened.
    assert not named(dialog, QAbstractButton, "Abbrechen").isEnabled()
    dialog.close()
    text, tone, has_changed_links = walk.end()
    assert "Kabine 1, Thor Schuss" in text
    assert (tone, has_changed_links) == ("success", True)
    assert live_calendar_ids(walk.chain) == []


def test_keeping_the_consent_changes_nothing(walk: Walk) -> None:
    walk.link_new()
    walk.begin(start=ConsentFlow.start_revoking)
    walk.see("Zustimmung zurückziehen")
    walk.press("Abbrechen")
    assert walk.end() == ("Die Zustimmung besteht weiter.", "info", False)
    assert len(live_calendar_ids(walk.chain)) == 1


def test_another_account_than_before_is_named(walk: Walk) -> None:
    walk.browser.account = KLARA
    dialog = walk.to_the_calendars()
    assert KLARA in said(dialog)
    walk.press("Abbrechen")
    walk.end()


def test_h53_another_account_than_before_is_said_until_the_last_yes(walk: Walk) -> None:
    walk.link_new()
    (before,) = live_calendar_ids(walk.chain)
    assert "bisher" not in said(walk.to_the_calendars())
    walk.press("Abbrechen")
    walk.end()
    walk.browser.account = KLARA
    dialog = walk.to_the_calendars()
    assert f"bisher mit dem Google-Konto {THOR} verknüpft, angemeldet sind Sie jetzt mit {KLARA}" in said(dialog)
    walk.press("Weiter")
    dialog = walk.see("Verknüpfung prüfen")
    assert f"bisher mit dem Google-Konto {THOR}" in said(dialog)
    walk.press("Abbrechen")
    walk.end()
    assert live_calendar_ids(walk.chain) == [before]


def test_the_lupe_leads_to_the_calendar_s_id_in_the_field(qtbot: QtBot, walk: Walk) -> None:
    services, session, tasks = walk.services, walk.session, walk.tasks
    services.settings.set(walk.chain.admin, "google_sync", "on")
    page = AdministrationPage(services, session, tasks)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    table = named(page, QTableView, "Ressourcen")
    names = [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
    table.setCurrentIndex(table.model().index(names.index("Thor Schuss"), 0))
    qtbot.waitUntil(lambda: not tasks.is_busy)
    press(page, "Lupe")
    walk.see("Bestätigung")
    walk.press("Freigabe starten")
    walk.see("Google-Kalender auswählen")
    walk.press("Weiter")
    walk.see("Verknüpfung prüfen")
    with qtbot.waitSignal(page.linked):
        walk.press("Verknüpfen")
    qtbot.waitUntil(lambda: not tasks.is_busy)
    (calendar_id,) = live_calendar_ids(walk.chain)
    assert named(page, QLineEdit, "ID").text() == calendar_id
    assert not page.is_dirty
