"""A session at a workstation while its user is changed at another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from helpers.find import child, press
from terminplaner.bootstrap import desktop as desktop_module
from terminplaner.bootstrap.desktop import Desktop
from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import Program, open_program
from terminplaner.domain.chain import Branch
from terminplaner.domain.people import Role, User
from terminplaner.services.founding import add_sample, found_chain
from terminplaner.services.gate import Gate
from terminplaner.services.master_data import MasterData
from terminplaner.services.permissions import Actor
from terminplaner.services.settings import Settings
from terminplaner.services.users import Users
from terminplaner.storage import open_store
from terminplaner.ui import change_watch
from terminplaner.ui.banner import Banner
from terminplaner.ui.login import LoginDialog
from terminplaner.ui.main_window import MainWindow
from terminplaner.ui.planner.appointment.appointment_dialog import AppointmentDialog
from terminplaner.ui.planner.copies import blank_row
from terminplaner.ui.planner.page import PlannerPage
from terminplaner.ui.planner.plan.carrying import Carried, Purpose
from terminplaner.ui.planner.stage import PlanStage
from terminplaner.ui.questions import Question
from terminplaner.ui.sync_center.window import SyncCenter

W = TypeVar("W", bound=QWidget)


@dataclass
class Elsewhere:
    """An administrator at another workstation, and the user ``rosa`` who works at this one."""

    users: Users
    master_data: MasterData

    @property
    def admin(self) -> Actor:
        return Actor(self.users.authenticate("admin"))

    @property
    def rosa(self) -> User:
        return next(user for user in self.users.list() if user.name.startswith("rosa"))

    def make(self, role: Role, name: str = "rosa") -> None:
        self.master_data.save(self.admin, replace(self.rosa, role=role, name=name))

    def delete(self) -> None:
        self.master_data.delete(self.admin, self.rosa)

    def give_password(self, by: Actor) -> None:
        self.users.set_password(by, self.rosa.id, "geheim")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(change_watch, "_REST_SECONDS", 0.01)
    monkeypatch.setattr(desktop_module, "_SYNC_AFTER_SECONDS", 1000)
    monkeypatch.setattr(desktop_module, "install_crash_handler", lambda _folder, _show: None)
    with open_program(Environment.read({}, profile=tmp_path / "profile")) as program:
        found_chain(program.gate)
        add_sample(program.gate)
        program.master_data.save(
            Actor(program.users.authenticate("admin")), User(uuid4(), "rosa", Role.ADMINISTRATOR)
        )
        yield program


@pytest.fixture
def elsewhere(program: Program, tmp_path: Path) -> Iterator[Elsewhere]:
    environment = program.environment
    store = open_store(environment.database_url, backups=tmp_path, clock=program.clock, workstation="elsewhere")
    gate = Gate(store)
    yield Elsewhere(Users(gate), MasterData(gate, program.clock))
    store.close()


@pytest.fixture
def desktop(qtbot: QtBot, program: Program, elsewhere: Elsewhere) -> Iterator[Desktop]:
    desktop = Desktop(program)
    desktop.remember_user("rosa")
    desktop.start()
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.is_idle)
    yield desktop
    for dialog in _shown(Question) + _shown(LoginDialog):
        dialog.close()
    if desktop.window is not None:
        desktop.window.leave()
    assert desktop.stop()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _shown(kind: type[W]) -> list[W]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]


def _window(desktop: Desktop) -> MainWindow:
    assert desktop.window is not None
    return desktop.window


def _log(window: MainWindow) -> QAction:
    return next(
        action for action in window.findChildren(QAction) if action.text().startswith("Änderungs&protokoll")
    )


def _who(window: MainWindow) -> str:
    return next(label.text() for label in window.statusBar().findChildren(QLabel) if "Angemeldet" in label.text())


def _settle(qtbot: QtBot, desktop: Desktop) -> None:
    qtbot.waitUntil(lambda: desktop.is_idle)


def _type_something(window: MainWindow, desktop: Desktop, qtbot: QtBot) -> QCheckBox:
    """In Filialverwaltung, without saving it."""
    tabs = window.findChildren(QTabWidget)[0]
    tabs.setCurrentIndex(next(index for index in range(tabs.count()) if tabs.tabText(index) == "Filialverwaltung"))
    _settle(qtbot, desktop)
    box = child(window, QCheckBox, "Mit Google Kalender synchronisieren")
    box.setChecked(not box.isChecked())
    return box


def _notice(window: MainWindow) -> str:
    return window.session_notice.text


def _says(window: MainWindow, sentence: str) -> bool:
    """Whether a page says so; the window's own notice does not count."""
    shown = (banner.text for banner in window.findChildren(Banner) if banner is not window.session_notice)
    return any(sentence in text for text in shown)


def test_a_name_alone_changes_where_it_stands(desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot) -> None:
    window = _window(desktop)
    tabs = window.findChildren(QTabWidget)[0]
    tabs.setCurrentIndex(next(index for index in range(tabs.count()) if tabs.tabText(index) == "Mein AMPAREX"))
    elsewhere.make(Role.ADMINISTRATOR, "rosa.meier")
    qtbot.waitUntil(lambda: _who(window) == "Angemeldet: rosa.meier (Administrator)")
    _settle(qtbot, desktop)
    assert (desktop.window, _notice(window)) == (window, "")
    assert "Guten Tag, rosa.meier" in [label.text() for label in window.findChildren(QLabel)]


def test_a_window_beside_is_left_alone(desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot) -> None:
    window = _window(desktop)
    window.show_sync_center()
    _settle(qtbot, desktop)
    elsewhere.make(Role.PLANNER)
    qtbot.waitUntil(lambda: bool(_notice(window)))
    assert desktop.window is window
    assert _shown(SyncCenter)
    press(window, "Neu öffnen")
    assert _who(_window(desktop)) == "Angemeldet: rosa (Planer)"
    _settle(qtbot, desktop)


def test_what_is_in_the_hand_stays_there(desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot) -> None:
    window = _window(desktop)
    qtbot.waitUntil(lambda: window.findChildren(PlanStage)[0].new_when_free() is not None)
    stage = window.findChildren(PlanStage)[0]
    new = stage.new_when_free()
    assert new is not None
    with elsewhere.users.gate.store.read() as reader:
        branch = reader.list(Branch)[0]
    stage.hand.carry(Carried(Purpose.BOOK, (blank_row(new, branch),)))
    elsewhere.make(Role.PLANNER)
    qtbot.waitUntil(lambda: bool(_notice(window)))
    assert desktop.window is window
    assert stage.hand.carried is not None


def test_the_window_follows_a_role_that_is_changed_elsewhere(
    desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    first = _window(desktop)
    assert _log(first).isEnabled()
    elsewhere.make(Role.READER)
    qtbot.waitUntil(lambda: desktop.window is not first)
    _settle(qtbot, desktop)
    second = _window(desktop)
    assert not _log(second).isEnabled()
    assert _who(second) == "Angemeldet: rosa (Nur lesen)"
    assert _notice(second).startswith("Ihr Benutzerkonto wurde geändert: rosa (Nur lesen).")
    elsewhere.make(Role.ADMINISTRATOR)
    qtbot.waitUntil(lambda: desktop.window is not second)
    assert _log(_window(desktop)).isEnabled()


def test_input_stays_until_its_user_has_agreed_and_the_new_rights_hold_already(
    desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    window = _window(desktop)
    box = _type_something(window, desktop, qtbot)
    elsewhere.make(Role.READER)
    qtbot.waitUntil(lambda: bool(_notice(window)))
    assert desktop.window is window
    press(window, "Speichern")
    _settle(qtbot, desktop)
    assert _says(window, "Dafür fehlt Ihnen die Berechtigung.")
    press(window, "Neu öffnen")
    (question,) = _shown(Question)
    press(question, "Weiter bearbeiten")
    assert desktop.window is window
    assert box.isChecked()
    press(window, "Neu öffnen")
    press(_shown(Question)[0], "Verwerfen und neu öffnen")
    assert desktop.window is not window
    _settle(qtbot, desktop)


def test_an_open_dialog_is_finished_first(desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot) -> None:
    window = _window(desktop)
    about = next(action for action in window.findChildren(QAction) if action.text() == "&Über Terminplaner")
    about.trigger()
    elsewhere.make(Role.PLANNER)
    qtbot.waitUntil(lambda: bool(_notice(window)))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
    press(window, "Neu öffnen")
    assert _who(_window(desktop)) == "Angemeldet: rosa (Planer)"
    _settle(qtbot, desktop)


def test_who_was_deleted_is_led_to_the_login_which_says_why(
    desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with qtbot.assertNotEmitted(application.lastWindowClosed):  # the program would end with it
        elsewhere.delete()
        qtbot.waitUntil(lambda: desktop.window is None)
    (dialog,) = _shown(LoginDialog)
    assert dialog.banner_text.startswith("Das Benutzerkonto „rosa“ wurde gelöscht.")
    assert not _shown(MainWindow)
    press(dialog, "Anmelden")
    qtbot.waitUntil(lambda: desktop.window is not None)
    assert _who(_window(desktop)).startswith("Angemeldet: admin")
    _settle(qtbot, desktop)


def test_who_was_deleted_can_still_copy_what_was_typed(
    desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    window = _window(desktop)
    box = _type_something(window, desktop, qtbot)
    elsewhere.delete()
    qtbot.waitUntil(lambda: bool(_shown(Question)))
    press(_shown(Question)[0], "Zurück")
    assert (desktop.window, box.isVisible(), _shown(LoginDialog)) == (window, True, [])
    press(window, "Speichern")
    _settle(qtbot, desktop)
    assert _says(window, "Das Benutzerkonto „rosa“ wurde gelöscht.")
    press(window.session_notice, "Anmelden")
    press(_shown(Question)[0], "Weiter bearbeiten")
    assert (desktop.window, box.isVisible(), _shown(LoginDialog)) == (window, True, [])
    press(window.session_notice, "Anmelden")
    press(_shown(Question)[0], "Verwerfen und anmelden")
    qtbot.waitUntil(lambda: bool(_shown(LoginDialog)))
    assert desktop.window is None


def test_once_nothing_is_unsaved_there_is_only_the_login(
    desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    window = _window(desktop)
    box = _type_something(window, desktop, qtbot)
    window.show_sync_center()
    elsewhere.delete()
    qtbot.waitUntil(lambda: bool(_shown(Question)))
    press(_shown(Question)[0], "Zurück")
    assert not child(window.session_notice, QAbstractButton, "Meldung schließen").isVisible()
    qtbot.wait(700)
    assert _notice(window).startswith("Das Benutzerkonto „rosa“ wurde gelöscht."), "input is left"
    box.setChecked(not box.isChecked())
    qtbot.waitUntil(lambda: bool(_shown(LoginDialog)))
    assert desktop.window is None
    qtbot.waitUntil(lambda: not _shown(SyncCenter))


def test_nothing_is_saved_after_another_password_was_given(
    desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    window = _window(desktop)
    _type_something(window, desktop, qtbot)
    settings = Settings(elsewhere.users.gate)
    stored = settings.load()
    elsewhere.give_password(elsewhere.admin)
    qtbot.waitUntil(lambda: bool(_shown(Question)))
    press(_shown(Question)[0], "Zurück")
    press(window, "Speichern")
    _settle(qtbot, desktop)
    assert settings.load() == stored
    assert _says(window, "Für „rosa“ wurde ein neues Passwort vergeben.")


def test_a_password_that_somebody_else_gave_is_asked_for(
    desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    elsewhere.give_password(elsewhere.admin)
    qtbot.waitUntil(lambda: bool(_shown(LoginDialog)))
    assert _shown(LoginDialog)[0].banner_text.startswith("Für „rosa“ wurde ein neues Passwort vergeben.")


def test_an_own_password_given_at_another_workstation_is_asked_for_in_plain_words(
    desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    elsewhere.give_password(Actor(elsewhere.rosa))
    qtbot.waitUntil(lambda: bool(_shown(LoginDialog)))
    assert desktop.window is None
    said = _shown(LoginDialog)[0].banner_text
    assert said.startswith("Sie haben an einem anderen Arbeitsplatz ein neues Passwort für „rosa“ vergeben.")


def test_an_own_password_given_here_needs_no_proof(desktop: Desktop, program: Program, qtbot: QtBot) -> None:
    window, rosa = _window(desktop), next(user for user in program.users.list() if user.name == "rosa")
    program.users.set_password(Actor(rosa), rosa.id, "geheim")
    qtbot.wait(300)
    _settle(qtbot, desktop)
    assert (desktop.window, _notice(window), _shown(LoginDialog)) == (window, "", [])
    box = _type_something(window, desktop, qtbot)
    press(window, "Speichern")
    _settle(qtbot, desktop)
    assert Settings(program.users.gate).load().google_sync == box.isChecked(), "with the new password"


def test_nothing_but_the_input_is_to_be_seen_once_the_session_has_ended(
    desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    window = _window(desktop)
    box = _type_something(window, desktop, qtbot)
    window.show_sync_center()
    elsewhere.delete()
    qtbot.waitUntil(lambda: bool(_shown(Question)))
    press(_shown(Question)[0], "Zurück")
    tabs = window.findChildren(QTabWidget)[0]
    assert [tabs.tabText(index) for index in range(tabs.count())] == ["Filialverwaltung", "Abgemeldet"]
    assert box.isVisible()
    assert not _shown(SyncCenter)
    assert not [button for button in window.statusBar().findChildren(QAbstractButton) if button.isVisible()]
    window.show_day(date(2026, 3, 2))
    assert not window.findChildren(PlanStage)[0].isVisible()
    assert [entry.text() for entry in window.menuBar().actions() if entry.isVisible()] == ["&Datei"]
    (menu,) = (entry.menu() for entry in window.menuBar().actions() if entry.isVisible())
    assert isinstance(menu, QMenu)
    offered = {action.text() for action in menu.actions() if action.isEnabled() and not action.isSeparator()}
    assert offered == {"&Benutzer wechseln …", "B&eenden"}
    tabs.setCurrentIndex(1)
    said = " ".join(label.text() for label in tabs.findChildren(QLabel) if label.isVisible())
    assert "Sie sind abgemeldet." in said
    assert "Das Benutzerkonto „rosa“ wurde gelöscht." in said


def test_behind_a_dialog_with_input_the_plan_is_gone_once_the_session_has_ended(
    desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    window = _window(desktop)
    stage = window.findChildren(PlanStage)[0]
    qtbot.waitUntil(lambda: stage.new_when_free() is not None)
    next(action for action in window.findChildren(QAction) if action.text() == "&Neuer Termin …").trigger()
    (dialog,) = _shown(AppointmentDialog)
    text = child(dialog, QLineEdit, "Text")
    text.setText("Abzuschreiben")
    elsewhere.delete()
    qtbot.waitUntil(lambda: bool(_shown(Question)))
    press(_shown(Question)[0], "Zurück")
    assert text.isVisible()
    assert not stage.isVisible()
    tabs = window.findChildren(QTabWidget)[0]
    assert [tabs.tabText(index) for index in range(tabs.count())] == ["Abgemeldet"]
    dialog.reject()
    press(_shown(Question)[0], "Verwerfen")
    qtbot.waitUntil(lambda: bool(_shown(LoginDialog)))
    assert desktop.window is None


def test_the_window_follows_its_branch_into_another_time_zone(
    desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    first = _window(desktop)
    with elsewhere.users.gate.store.read() as reader:
        branch = reader.list(Branch)[0]
    renamed = elsewhere.master_data.save(elsewhere.admin, replace(branch, name="Umbenannt"))
    qtbot.wait(700)
    _settle(qtbot, desktop)
    assert desktop.window is first, "a name is nothing to open a window anew for"
    elsewhere.master_data.save(elsewhere.admin, replace(renamed, zone="Europe/Lisbon"))
    qtbot.waitUntil(lambda: desktop.window is not first)
    _settle(qtbot, desktop)
    said = _notice(_window(desktop))
    assert said == (
        f"Die Zeitzone von „{renamed.label}“ wurde geändert: Europe/Lisbon. Alle Uhrzeiten gelten nun dort."
    )
    assert _window(desktop).findChildren(PlannerPage)[0].shown_window.zone == ZoneInfo("Europe/Lisbon")


def test_a_restored_store_without_the_user_ends_the_session(
    desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot, tmp_path: Path
) -> None:
    store = elsewhere.users.gate.store
    elsewhere.delete()
    store.backup(tmp_path / "without.db")
    qtbot.waitUntil(lambda: bool(_shown(LoginDialog)))
    press(_shown(LoginDialog)[0], "Anmelden")
    qtbot.waitUntil(lambda: desktop.window is not None)
    window = _window(desktop)
    elsewhere.master_data.save(elsewhere.admin, User(uuid4(), "petra", Role.ADMINISTRATOR))
    store.restore(tmp_path / "without.db")
    qtbot.wait(700)
    _settle(qtbot, desktop)
    assert desktop.window is window, "who is still there goes on"


def test_what_concerns_others_changes_nothing_here(desktop: Desktop, elsewhere: Elsewhere, qtbot: QtBot) -> None:
    window = _window(desktop)
    petra = elsewhere.master_data.save(elsewhere.admin, User(uuid4(), "petra", Role.READER))
    elsewhere.master_data.delete(elsewhere.admin, petra)
    qtbot.wait(700)
    _settle(qtbot, desktop)
    assert (desktop.window, _notice(window)) == (window, "")
