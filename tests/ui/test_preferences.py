"""Light or dark, the size of type and the language: chosen by a user, kept at a workstation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QMenu
from pytestqt.qtbot import QtBot

from helpers.find import child, press
from helpers.workplace import Workplace
from terminplaner.ui.about import AboutDialog
from terminplaner.ui.app import adopt
from terminplaner.ui.forms import page_title
from terminplaner.ui.language import ENGLISH, GERMAN, speak
from terminplaner.ui.main_window import MainWindow
from terminplaner.ui.preferences import FONT_PERCENTS, USUAL, Preferences, PreferencesMemory
from terminplaner.ui.preferences_dialog import PreferencesDialog
from terminplaner.ui.questions import Question
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Appearance, tokens

_CHOSEN = Preferences(Qt.ColorScheme.Dark, 125, ENGLISH)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def dressed(qtbot: QtBot) -> Iterator[QApplication]:
    """The application as the program dresses it, and afterwards as it was."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = application.font(), application.palette(), application.styleSheet()
    appearance = Appearance(application, Qt.ColorScheme.Light)
    yield application
    speak(application, GERMAN)
    appearance.deleteLater()
    application.setFont(before[0])
    application.setPalette(before[1])
    application.setStyleSheet(before[2])


@pytest.fixture
def window(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, settings: QSettings) -> MainWindow:
    window = MainWindow(workplace.services, workplace.session(), tasks, settings)
    qtbot.addWidget(window, before_close_func=lambda _window: setattr(window, "_is_leaving", True))
    window.show()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    return window


def _trigger(window: MainWindow, entry: str) -> None:
    menus = (QMenu.menuInAction(bar) for bar in window.menuBar().actions())
    actions = (action for menu in menus if menu is not None for action in menu.actions())
    next(action for action in actions if action.text().replace("&", "") == entry).trigger()


def _dialog(window: MainWindow) -> PreferencesDialog:
    _trigger(window, "Einstellungen …")
    return next(dialog for dialog in window.findChildren(PreferencesDialog) if dialog.isVisible())


def test_every_user_keeps_his_own_and_the_last_ones_hold_at_the_next_start(settings: QSettings) -> None:
    memory, one, other = PreferencesMemory(settings), uuid4(), uuid4()
    assert memory.last() == USUAL
    assert memory.take_up(one) == USUAL
    memory.keep(one, _CHOSEN)
    assert memory.last() == _CHOSEN
    assert memory.take_up(other) == USUAL
    assert memory.last() == USUAL
    assert memory.take_up(one) == _CHOSEN


def test_what_cannot_be_read_is_the_usual(settings: QSettings) -> None:
    memory, user = PreferencesMemory(settings), uuid4()
    for name, value in (("scheme", "Sepia"), ("font", "100000"), ("language", "../en")):
        settings.setValue(f"preferences/{user}/{name}", value)
    assert memory.take_up(user) == USUAL


@pytest.mark.parametrize("percent", FONT_PERCENTS)
def test_type_takes_the_size_and_comes_back(dressed: QApplication, qtbot: QtBot, percent: int) -> None:
    usual = dressed.font().pointSizeF()
    adopt(Preferences(font_percent=percent))
    title = page_title("Termine")
    qtbot.addWidget(title)
    assert dressed.font().pointSizeF() == pytest.approx(usual * percent / 100)
    assert title.font().pointSizeF() == pytest.approx(usual * 1.5 * percent / 100)
    adopt(USUAL)
    assert dressed.font().pointSizeF() == pytest.approx(usual)


def test_windows_made_afterwards_look_and_speak_as_chosen(dressed: QApplication, window: MainWindow) -> None:
    adopt(_CHOSEN)
    english = AboutDialog(window)
    assert english.windowTitle() == "About Terminplaner"
    assert tokens(english.palette()).is_dark
    adopt(Preferences(Qt.ColorScheme.Light, 100, GERMAN))
    german = AboutDialog(window)
    assert german.windowTitle() == "Über Terminplaner"
    assert not tokens(german.palette()).is_dark


def test_the_dialog_offers_what_holds_now_and_tells_what_was_chosen(qtbot: QtBot) -> None:
    dialog = PreferencesDialog(_CHOSEN)
    qtbot.addWidget(dialog)
    dialog.open()
    shown = [child(dialog, QComboBox, name).currentText() for name in ("Darstellung", "Schriftgröße", "Sprache")]
    assert shown == ["Dunkel", "125 %", "English"]
    child(dialog, QComboBox, "Darstellung").setCurrentText("Wie das System")
    child(dialog, QComboBox, "Schriftgröße").setCurrentText("90 %")
    child(dialog, QComboBox, "Sprache").setCurrentText("Deutsch")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        press(dialog, "Speichern")
    assert chosen.args == [Preferences(Qt.ColorScheme.Unknown, 90, GERMAN)]


def test_a_language_from_the_command_line_is_said_where_another_is_chosen(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, settings: QSettings
) -> None:
    window = MainWindow(workplace.services, workplace.session(), tasks, settings, ENGLISH)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    dialog = _dialog(window)
    field = child(dialog, QComboBox, "Sprache")
    reason = field.accessibleDescription()
    assert reason.startswith("Zurzeit gilt „English“, denn das Programm wurde mit „--language en“ gestartet.")
    assert reason in [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    field.setCurrentText("Deutsch")
    press(dialog, "Speichern")
    assert child(_dialog(window), QComboBox, "Sprache").currentText() == "Deutsch", "kept for the next start"


def test_nothing_is_said_of_the_command_line_where_it_named_no_language(window: MainWindow) -> None:
    assert not child(_dialog(window), QComboBox, "Sprache").accessibleDescription()


def test_nothing_happens_where_nothing_else_was_chosen(qtbot: QtBot) -> None:
    dialog = PreferencesDialog(_CHOSEN)
    qtbot.addWidget(dialog)
    dialog.open()
    with qtbot.assertNotEmitted(dialog.chosen):
        press(dialog, "Speichern")


def test_the_window_keeps_what_was_chosen_and_asks_to_be_made_anew(
    window: MainWindow, workplace: Workplace, settings: QSettings, qtbot: QtBot
) -> None:
    dialog = _dialog(window)
    child(dialog, QComboBox, "Schriftgröße").setCurrentText("150 %")
    with qtbot.waitSignal(window.reopenRequested):
        press(dialog, "Speichern")
    user_id = workplace.session().actor.user.id
    assert PreferencesMemory(settings).take_up(user_id) == Preferences(font_percent=150)
    assert child(_dialog(window), QComboBox, "Schriftgröße").currentText() == "150 %"


def test_input_that_is_not_saved_is_not_lost_on_the_way(
    window: MainWindow, tasks: TaskRunner, qtbot: QtBot
) -> None:
    _trigger(window, "Filialverwaltung")
    qtbot.waitUntil(lambda: not tasks.is_busy)
    child(window, QCheckBox, "Mit Google Kalender synchronisieren").setChecked(True)
    dialog = _dialog(window)
    child(dialog, QComboBox, "Darstellung").setCurrentText("Dunkel")
    with qtbot.assertNotEmitted(window.reopenRequested):
        press(dialog, "Speichern")
    question = next(box for box in window.findChildren(Question) if box.isVisible())
    assert any("noch nicht gespeichert" in label.text() for label in question.findChildren(QLabel))
    with qtbot.waitSignal(window.reopenRequested):
        press(question, "Verwerfen und neu öffnen")
