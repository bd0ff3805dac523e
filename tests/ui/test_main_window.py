"""The shell: tabs, menus, messages, the status bar, closing and coming back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QMenu,
    QPushButton,
    QTableWidget,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from helpers.find import child, name_of, press
from helpers.stores import sqlite_store
from helpers.sync_records import link_resources, problem
from helpers.workplace import Workplace
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import Choice, LinkStatus, ProblemKind
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import StaleRevisionError
from terminplaner.domain.when import Timed
from terminplaner.services.outcome import Outcome
from terminplaner.services.queries import Plan, Queries
from terminplaner.ui.banner import Banner
from terminplaner.ui.branch_settings import BranchSettingsPage
from terminplaner.ui.change_watch import ChangeWatch
from terminplaner.ui.customers.page import CustomersPage
from terminplaner.ui.key_sheet import KeySheet
from terminplaner.ui.main_window import MainWindow
from terminplaner.ui.planner.booking_notice import BookingNotice
from terminplaner.ui.planner.page import PlannerPage
from terminplaner.ui.planner.stage import PlanStage
from terminplaner.ui.questions import Question
from terminplaner.ui.reminder_notifier import ReminderNotifier
from terminplaner.ui.sync_center.window import SyncCenter
from terminplaner.ui.sync_notifier import SyncNotifier
from terminplaner.ui.tasks import TaskRunner

Opener = Callable[..., MainWindow]


@pytest.fixture
def window_settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def open_window(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, window_settings: QSettings) -> Opener:
    def opener(user: str = "admin") -> MainWindow:
        window = MainWindow(workplace.services, workplace.session(user), tasks, window_settings)
        workplace.feed.changed.connect(window.onChanged)
        qtbot.addWidget(window, before_close_func=lambda _window: _release(window))
        window.show()
        qtbot.waitUntil(lambda: not tasks.is_busy)
        return window

    return opener


def _release(window: MainWindow) -> None:
    """Let the test's window close whatever was typed into it."""
    window.leave()


def _tabs(window: MainWindow) -> QTabWidget:
    center = window.centralWidget()
    assert center is not None
    return center.findChildren(QTabWidget)[0]


def _status(window: MainWindow) -> QPushButton:
    return next(
        button for button in window.findChildren(QPushButton) if name_of(button).startswith("Synchronisation: ")
    )


def _action(window: MainWindow, text: str) -> QAction:
    return next(
        action for action in window.findChildren(QAction) if action.text().replace("&", "").startswith(text)
    )


def _open_tab(window: MainWindow, title: str, qtbot: QtBot, tasks: TaskRunner) -> None:
    """A page is built, and reads what it shows, when somebody first looks at it."""
    _action(window, title).trigger()
    qtbot.waitUntil(lambda: not tasks.is_busy)


def _book(workplace: Workplace, text: str = "Sehtest", *, on_day: int = 1) -> Outcome:
    resource = workplace.services.queries.resources()[0]
    start = workplace.clock.now() + timedelta(days=on_day)
    session = workplace.session()
    return workplace.services.planning.book(
        session.actor,
        Appointment(
            id=uuid4(),
            branch_id=session.branch.id,
            when=Timed(start, start + timedelta(minutes=30)),
            resource_ids=(resource.id,),
            text=text,
        ),
    )


def test_a_page_is_built_when_somebody_looks_at_it(open_window: Opener, qtbot: QtBot, tasks: TaskRunner) -> None:
    window = open_window()
    assert not window.findChildren(BranchSettingsPage)
    for _ in range(2):
        _open_tab(window, "Filialverwaltung", qtbot, tasks)
        _open_tab(window, "Terminplaner", qtbot, tasks)
    assert len(window.findChildren(BranchSettingsPage)) == 1


def test_the_window_says_who_works_in_it_and_as_what(open_window: Opener) -> None:
    window = open_window("klara.himmel")
    said = [label.text() for label in window.statusBar().findChildren(QLabel) if label.isVisible()]
    assert "Angemeldet: klara.himmel (Mitarbeiter)" in said


def test_the_tabs_and_the_title(open_window: Opener) -> None:
    window = open_window()
    tabs = _tabs(window)
    assert window.windowTitle() == "Terminplaner"
    assert [tabs.tabText(index) for index in range(tabs.count())] == [
        "Terminplaner",
        "Kunden",
        "Administration",
        "Mein AMPAREX",
        "Filialverwaltung",
    ]


def test_every_menu_is_there(open_window: Opener) -> None:
    window = open_window()
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles == ["Datei", "Bearbeiten", "Ansicht", "Termin", "Synchronisation", "Hilfe"]


def test_no_key_does_two_things(open_window: Opener) -> None:
    window = open_window()
    keys = [
        shortcut.toString()
        for action in window.findChildren(QAction)
        for shortcut in action.shortcuts()
        # A menu of the toolbar names the keys of the menu bar's entries without taking them.
        if action.isVisible() and action.shortcutContext() is not Qt.ShortcutContext.WidgetShortcut
    ]
    assert sorted(keys) == sorted(set(keys))


def test_an_error_nobody_shows_appears_above_the_tabs_and_can_be_closed(
    open_window: Opener, tasks: TaskRunner, qtbot: QtBot
) -> None:
    window = open_window()

    def fail() -> None:
        raise StaleRevisionError

    tasks.run(fail, window)
    banner = window.findChild(Banner, "windowBanner")
    assert isinstance(banner, Banner)
    qtbot.waitUntil(lambda: "inzwischen an anderer Stelle geändert" in banner.text)
    press(banner, "Meldung schließen")
    assert banner.text == ""


def test_the_status_bar_follows_what_is_stored(
    open_window: Opener, workplace: Workplace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    window = open_window()
    assert _status(window).text() == "Synchronisation ausgeschaltet"
    sync_now = _action(window, "Jetzt synchronisieren")
    assert not sync_now.isEnabled()
    _menus(window)["Synchronisation"].aboutToShow.emit()
    assert sync_now.text() == "&Jetzt synchronisieren (ausgeschaltet: Filialverwaltung, „Termine“)"
    _menus(window)["Synchronisation"].aboutToHide.emit()
    links = link_resources(workplace, thor_schuss=LinkStatus.OK)
    window.onSyncMoved()
    qtbot.waitUntil(lambda: _status(window).text() == "Synchronisiert  ·  zuletzt 09:56")
    workplace.keep(replace(links["Thor Schuss"], status=LinkStatus.NEEDS_CONSENT))
    window.onSyncStarted()
    assert _status(window).text().startswith("Synchronisation läuft …")
    assert not _action(window, "Jetzt synchronisieren").isEnabled()
    window.onSyncFinished(())
    qtbot.waitUntil(lambda: _status(window).text().startswith("Freigabe nötig: Thor Schuss"))
    assert _action(window, "Jetzt synchronisieren").isEnabled()


def test_an_unreadable_state_is_not_shown_as_the_last_known_one(
    open_window: Opener, workplace: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    link_resources(workplace, thor_schuss=LinkStatus.OK)
    window = open_window()

    def fail(_self: object) -> None:
        raise StaleRevisionError("locked")

    monkeypatch.setattr(type(workplace.services.sync_control), "overview", fail)
    window.onSyncFinished(())
    qtbot.waitUntil(lambda: "Datenbank" in _status(window).text())


def test_one_click_leads_to_the_details(open_window: Opener, qtbot: QtBot, tasks: TaskRunner) -> None:
    window = open_window()
    _status(window).click()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert [details.isVisible() for details in window.findChildren(SyncCenter)] == [True]


def test_of_the_sync_nothing_is_said_or_opened_where_nobody_is_signed_in_any_more(
    open_window: Opener, workplace: Workplace, qtbot: QtBot, tasks: TaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = link_resources(workplace, thor_schuss=LinkStatus.OK)
    window = open_window()
    _open_tab(window, "Filialverwaltung", qtbot, tasks)
    box = child(window, QCheckBox, "Mit Google Kalender synchronisieren")
    box.setChecked(not box.isChecked())
    told: list[str] = []
    (notifier,) = window.findChildren(SyncNotifier)
    notifier.told.connect(told.append)
    window.onSyncFinished(())
    window.session_notice.covered.emit("Das Benutzerkonto wurde gelöscht.")
    problem(workplace, links["Thor Schuss"], ProblemKind.CONFLICT, Choice.LOCAL)
    asked: list[object] = []
    (page,) = window.findChildren(BranchSettingsPage)
    monkeypatch.setattr(page, "refresh", asked.append)
    window.onSyncMoved()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    notifier.opened.emit()
    assert page.isVisible()
    assert (told, asked, window.findChildren(SyncCenter)) == ([], [], [])


def test_sync_now_is_asked_for_from_bar_and_menu(open_window: Opener, workplace: Workplace, qtbot: QtBot) -> None:
    link_resources(workplace, thor_schuss=LinkStatus.OK)
    window = open_window()
    with qtbot.waitSignal(window.syncNowRequested):
        press(window.statusBar(), "Jetzt synchronisieren")
    with qtbot.waitSignal(window.syncNowRequested):
        _action(window, "Jetzt synchronisieren").trigger()


def test_undo_names_its_step_and_takes_it_back(
    open_window: Opener, workplace: Workplace, qtbot: QtBot, tasks: TaskRunner
) -> None:
    window = open_window()
    assert not _action(window, "Rückgängig").isEnabled()
    booked = _book(workplace).appointment
    qtbot.waitUntil(lambda: _action(window, "Rückgängig").text() == "&Rückgängig: Termin anlegen")
    listed = {name for section in KeySheet().sections(window.menuBar().actions()) for name, _ in section.lines}
    assert {"Rückgängig", "Wiederholen", "Neuer Termin"} < listed
    _open_tab(window, "Filialverwaltung", qtbot, tasks)
    _action(window, "Rückgängig").trigger()
    planner = window.findChild(PlannerPage)
    assert isinstance(planner, PlannerPage)
    assert planner.isVisible()
    qtbot.waitUntil(lambda: _action(window, "Wiederholen").text() == "&Wiederholen: Termin anlegen")
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert workplace.services.queries.appointment(booked.id).appointment.is_cancelled


def test_an_own_change_costs_one_reading_of_the_plan_and_another_s_no_more(
    open_window: Opener,
    workplace: Workplace,
    tasks: TaskRunner,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """The pages before and after stay as they were read: nothing of them changed."""
    window = open_window()
    here, elsewhere = workplace.store, sqlite_store(tmp_path, workplace.clock)
    workplace.feed.outdated.connect(window.reload)
    watch = ChangeWatch(here, workplace.feed)
    watch.start()
    read, plan = [], Queries.plan

    def counted(queries: Queries, *arguments: Any, **options: Any) -> Plan:
        read.append(arguments)
        return plan(queries, *arguments, **options)

    monkeypatch.setattr(Queries, "plan", counted)
    booked = _book(workplace, on_day=0).appointment
    qtbot.wait(1500)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert len(read) == 1
    with elsewhere.write(Author("rosa", Origin.USER), "change") as work:
        work.put(replace(booked, text="Von Rosa"))
        work.commit()
    qtbot.waitUntil(lambda: len(read) == 2)
    qtbot.wait(1500)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert len(read) == 2
    assert watch.stop(5)
    elsewhere.close()


def test_a_saved_setting_is_announced(open_window: Opener, qtbot: QtBot, tasks: TaskRunner) -> None:
    window = open_window()
    _open_tab(window, "Filialverwaltung", qtbot, tasks)
    child(window, QCheckBox, "Mit Google Kalender synchronisieren").setChecked(True)
    with qtbot.waitSignal(window.settingsSaved):
        press(window, "Speichern")
    qtbot.waitUntil(lambda: _status(window).text() == "Noch kein Google-Kalender verknüpft")


def test_closing_asks_before_input_is_lost(open_window: Opener, qtbot: QtBot, tasks: TaskRunner) -> None:
    window = open_window()
    _open_tab(window, "Filialverwaltung", qtbot, tasks)
    child(window, QCheckBox, "Mit Google Kalender synchronisieren").setChecked(True)
    window.close()
    assert window.isVisible()
    question = next(box for box in window.findChildren(Question) if box.isVisible())
    press(question, "Verwerfen und schließen")
    assert not window.isVisible()


def test_going_back_leads_to_the_input_that_is_not_saved(
    open_window: Opener, qtbot: QtBot, tasks: TaskRunner
) -> None:
    window = open_window()
    _open_tab(window, "Filialverwaltung", qtbot, tasks)
    child(window, QCheckBox, "Mit Google Kalender synchronisieren").setChecked(True)
    _open_tab(window, "Terminplaner", qtbot, tasks)
    window.close()
    question = next(box for box in window.findChildren(Question) if box.isVisible())
    assert "In „Filialverwaltung“ gibt es Eingaben" in " ".join(
        label.text() for label in question.findChildren(QLabel)
    )
    assert _tabs(window).tabText(_tabs(window).currentIndex()) == "Terminplaner"
    press(question, "Weiter bearbeiten")
    assert window.isVisible()
    assert _tabs(window).tabText(_tabs(window).currentIndex()) == "Filialverwaltung"


def test_changing_the_user_asks_before_input_is_lost(open_window: Opener, qtbot: QtBot, tasks: TaskRunner) -> None:
    window = open_window()
    with qtbot.waitSignal(window.switchUserRequested):
        _action(window, "Benutzer wechseln").trigger()
    _open_tab(window, "Filialverwaltung", qtbot, tasks)
    child(window, QCheckBox, "Mit Google Kalender synchronisieren").setChecked(True)
    with qtbot.assertNotEmitted(window.switchUserRequested):
        _action(window, "Benutzer wechseln").trigger()
    question = next(box for box in window.findChildren(Question) if box.isVisible())
    with qtbot.waitSignal(window.switchUserRequested):
        press(question, "Verwerfen und wechseln")


def test_who_stays_after_all_is_asked_again(open_window: Opener, qtbot: QtBot, tasks: TaskRunner) -> None:
    window = open_window()
    _open_tab(window, "Filialverwaltung", qtbot, tasks)
    child(window, QCheckBox, "Mit Google Kalender synchronisieren").setChecked(True)
    _action(window, "Benutzer wechseln").trigger()
    press(next(box for box in window.findChildren(Question) if box.isVisible()), "Verwerfen und wechseln")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.close()  # the login was dismissed, the input is still there
    assert window.isVisible()
    assert any(box.isVisible() for box in window.findChildren(Question))


def test_the_window_comes_back_as_it_was_left(open_window: Opener, window_settings: QSettings) -> None:
    window = open_window()
    window.resize(window.minimumSizeHint().width(), 650)
    _action(window, "Administration").trigger()
    window.close()
    again = open_window()
    assert (again.height(), _tabs(again).tabText(_tabs(again).currentIndex())) == (650, "Administration")


def test_a_customer_leads_to_the_plan(open_window: Opener, qtbot: QtBot, tasks: TaskRunner) -> None:
    window = open_window()
    _open_tab(window, "Kunden", qtbot, tasks)
    page = window.findChildren(CustomersPage)[0]
    child(page, QTableWidget, "Kunden").setCurrentCell(0, 0)
    press(page, "Im Plan aussuchen")
    assert _tabs(window).tabText(_tabs(window).currentIndex()) == "Terminplaner"
    (notice,) = window.findChildren(BookingNotice)
    assert page.customer is not None
    assert notice.text == f"Der nächste neue Termin ist für {page.customer.label}."


def test_help_lists_the_keys_the_menus_really_have(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    for entry, expected in (("Tastenkürzel", "F9"), ("Über Terminplaner", "Version ")):
        _action(window, entry).trigger()
        dialog = next(box for box in window.findChildren(QDialog) if box.isVisible())
        assert any(label.text().startswith(expected) for label in dialog.findChildren(QLabel))
        press(dialog, "Schließen")
        QApplication.sendPostedEvents(dialog)


def test_an_employee_sees_the_state_but_does_not_run_the_sync(open_window: Opener, workplace: Workplace) -> None:
    link_resources(workplace, thor_schuss=LinkStatus.OK)
    window = open_window("thor.schuss")
    assert _status(window).text().startswith("Synchronisiert")
    assert not _action(window, "Jetzt synchronisieren").isEnabled()


def test_an_own_appointment_is_reminded_of_in_the_window(
    open_window: Opener, workplace: Workplace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    window = open_window("klara.himmel")
    session = workplace.session("klara.himmel")
    resource = next(row for row in workplace.services.queries.resources() if session.actor.owns(row))
    start_at = workplace.clock.now() + timedelta(minutes=7)
    when = Timed(start_at, start_at + timedelta(minutes=30))
    appointment = Appointment(uuid4(), session.branch.id, when, (resource.id,), text="Sehtest")
    workplace.services.planning.book(session.actor, appointment)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert "In 7 Minuten, 10:07: Sehtest" in [banner.text for banner in window.findChildren(Banner)]


def test_a_reminder_leads_to_its_appointment(
    open_window: Opener, workplace: Workplace, qtbot: QtBot, tasks: TaskRunner
) -> None:
    window = open_window("klara.himmel")
    booked = _book(workplace, on_day=3).appointment
    _open_tab(window, "Kunden", qtbot, tasks)
    window.showMinimized()
    (reminders,) = window.findChildren(ReminderNotifier)
    reminders.opened.emit(workplace.services.queries.appointment(booked.id))
    qtbot.waitUntil(lambda: not tasks.is_busy)
    (stage,) = window.findChildren(PlanStage)
    assert not window.isMinimized()
    assert stage.isVisible()
    assert [row.appointment.id for row in stage.chosen_rows] == [booked.id]


def test_who_switched_the_reminders_off_is_asked_no_more(
    open_window: Opener, window_settings: QSettings, tasks: TaskRunner, qtbot: QtBot
) -> None:
    def tick() -> QCheckBox:
        window = open_window("klara.himmel")
        _open_tab(window, "Mein AMPAREX", qtbot, tasks)
        return child(window, QCheckBox, "An diesem Arbeitsplatz an meine Termine erinnern")

    shown = tick()
    assert shown.isChecked()
    shown.click()
    assert not tick().isChecked()


@pytest.mark.parametrize("left_at", [(5000, 4000), (-2500, -1500), (500, 300)])
def test_the_window_is_within_reach_although_it_was_left_on_a_larger_screen(
    open_window: Opener, window_settings: QSettings, left_at: tuple[int, int]
) -> None:
    window = open_window()
    window.showNormal()
    window.setGeometry(*left_at, 3000, 2000)
    window.close()
    again = open_window()
    room = again.screen().availableGeometry()
    assert room.contains(again.frameGeometry().topLeft())
    assert again.height() < room.height()


def _menus(window: MainWindow) -> dict[str, QMenu]:
    """Every menu of the bar and below it, by its title."""
    found: dict[str, QMenu] = {}
    waiting = list(window.menuBar().actions())
    for action in waiting:
        menu = action.menu()
        if isinstance(menu, QMenu):
            found[menu.title().replace("&", "")] = menu
            waiting.extend(menu.actions())
    return found


def _entries(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def test_the_menus_hold_what_their_titles_say_the_daily_things_first(open_window: Opener) -> None:
    menus = _menus(open_window())
    appointment, view = _entries(menus["Termin"]), _entries(menus["Ansicht"])
    assert appointment[:5] == ["Neuer Termin …", "Bearbeiten …", "Stornieren", "Verschieben", "Kopieren"]
    assert {"Termine suchen", "Warteliste", "Abwesenheit eintragen …"} < set(appointment)
    assert {"Tag", "Arbeitswoche", "Woche", "Monat", "Jahr", "Heute", "Blättern", "Filtern", "Größe"} < set(view)
    assert not set(appointment) & set(view)
    assert {"Ausschneiden", "Einfügen", "Alles auswählen"} < set(_entries(menus["Bearbeiten"]))
    assert all(len(_entries(menu)) <= 18 for menu in menus.values())


def test_every_entry_has_a_letter_of_its_own(open_window: Opener) -> None:
    for title, menu in _menus(open_window()).items():
        texts = [action.text() for action in menu.actions()]
        chosen = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(chosen) == len(set(chosen)), (title, texts)


def test_no_button_of_a_page_takes_the_letter_of_a_menu(
    open_window: Opener, qtbot: QtBot, tasks: TaskRunner
) -> None:
    window = open_window()
    for title in ("Kunden", "Administration", "Mein AMPAREX", "Filialverwaltung"):
        _open_tab(window, title, qtbot, tasks)
    letters = {_letter(action.text()) for action in window.menuBar().actions()}
    pages = _tabs(window)
    taking = [part.text() for part in pages.findChildren(QAbstractButton) if _letter(part.text()) in letters]
    assert not taking
    assert len(letters) == len(window.menuBar().actions())


def _letter(text: str) -> str:
    return text.partition("&")[2][:1].lower()


def test_the_keys_of_entries_in_submenus_are_listed(open_window: Opener) -> None:
    window = open_window()
    _action(window, "Tastenkürzel").trigger()
    dialog = next(box for box in window.findChildren(QDialog) if box.isVisible())
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    for entry in ("Weiterblättern", "Filter aufheben", "Vergrößern", "Alles auswählen"):
        assert entry in shown
