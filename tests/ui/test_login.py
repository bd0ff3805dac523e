"""Who is asked at the start, and who is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from helpers.find import child, press
from helpers.workplace import Workplace
from terminplaner.domain.errors import StorageError
from terminplaner.ui.context import Session
from terminplaner.ui.login import Login, LoginDialog
from terminplaner.ui.tasks import TaskRunner


@pytest.fixture
def window_settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def login(workplace: Workplace, tasks: TaskRunner, window_settings: QSettings) -> Iterator[Login]:
    login = Login(workplace.services, tasks, window_settings)
    yield login
    if login.dialog is not None:
        login.dialog.close()


def _dialog(qtbot: QtBot, login: Login) -> LoginDialog:
    qtbot.waitUntil(lambda: login.dialog is not None)
    assert login.dialog is not None
    return login.dialog


def _choose(dialog: LoginDialog, name: str) -> None:
    users = child(dialog, QComboBox, "Benutzer")
    users.setCurrentIndex(next(i for i in range(users.count()) if users.itemText(i).startswith(name)))


def _only_admin(workplace: Workplace) -> None:
    actor = workplace.session().actor
    for user in workplace.services.users.list():
        if user.name != "admin":
            workplace.services.master_data.delete(actor, user)


def test_the_only_user_without_a_password_is_not_asked(qtbot: QtBot, login: Login, workplace: Workplace) -> None:
    _only_admin(workplace)
    with qtbot.waitSignal(login.opened) as opened:
        login.start()
    session: Session = opened.args[0]
    assert (session.actor.name, session.branch.label) == ("admin", "01 Stuttgart")


def test_a_person_chooses_and_the_workstation_remembers(
    qtbot: QtBot, login: Login, window_settings: QSettings
) -> None:
    login.start()
    dialog = _dialog(qtbot, login)
    _choose(dialog, "thor.schuss")
    child(dialog, QCheckBox, "An diesem Arbeitsplatz merken").setChecked(True)
    with qtbot.waitSignal(login.opened) as opened:
        press(dialog, "Anmelden")
    assert opened.args[0].actor.name == "thor.schuss"
    with qtbot.waitSignal(login.opened) as again:
        login.start()
    assert again.args[0].actor.name == "thor.schuss"
    login.start(must_ask=True)
    assert _dialog(qtbot, login)


def test_a_password_is_asked_for_even_where_the_user_is_remembered(
    qtbot: QtBot, login: Login, workplace: Workplace, window_settings: QSettings
) -> None:
    session = workplace.session()
    workplace.services.users.set_password(session.actor, session.actor.user.id, "geheim")
    window_settings.setValue("login/user", "admin")
    with qtbot.assertNotEmitted(login.opened):
        login.start()
        dialog = _dialog(qtbot, login)
    assert child(dialog, QComboBox, "Benutzer").currentText().startswith("admin")
    password = child(dialog, QLineEdit, "Passwort")
    password.setText("falsch")
    enter = child(dialog, QPushButton, "Anmelden")
    enter.click()
    qtbot.waitUntil(lambda: dialog.banner_text.startswith("Benutzername oder Passwort stimmen nicht"))
    assert enter.isEnabled()
    password.setText("geheim")
    with qtbot.waitSignal(login.opened):
        enter.click()


def test_without_a_password_there_is_nothing_to_type(qtbot: QtBot, login: Login) -> None:
    login.start()
    dialog = _dialog(qtbot, login)
    assert not child(dialog, QLineEdit, "Passwort").isEnabled()


def test_closing_the_dialog_dismisses_the_login(qtbot: QtBot, login: Login) -> None:
    login.start()
    dialog = _dialog(qtbot, login)
    with qtbot.waitSignal(login.dismissed):
        press(dialog, "Abbrechen")


def test_where_users_cannot_be_read_the_reason_is_said(
    qtbot: QtBot, login: Login, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: object) -> None:
        raise StorageError("unreachable")

    monkeypatch.setattr(type(workplace.services.users), "list", fail)
    login.start()

    def shown() -> list[QMessageBox]:
        return [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    assert "Datenbank ist nicht erreichbar" in shown()[0].text()
    with qtbot.waitSignal(login.dismissed):
        shown()[0].accept()
