"""A person is told once of each question."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from terminplaner.ui.sync_notifier import SyncNotifier


class Listener:
    def __init__(self, settings: QSettings, window: QWidget) -> None:
        self.heard: list[str] = []
        self.notifier = SyncNotifier(settings, window)
        self.notifier.told.connect(self.heard.append)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def listener(qtbot: QtBot, settings: QSettings) -> Listener:
    window = QWidget()
    qtbot.addWidget(window)
    return Listener(settings, window)


def test_each_question_is_told_once_and_several_together(listener: Listener) -> None:
    first, second, third = uuid4(), uuid4(), uuid4()
    for open_now in ((), (first,), (first,), (first, second, third), (third, second), ()):
        listener.notifier.notice(open_now)
    assert listener.heard == [
        "Eine Frage zur Synchronisation wartet auf Ihre Entscheidung.",
        "2 Fragen zur Synchronisation warten auf Ihre Entscheidung.",
    ]


def test_a_restart_tells_nothing_again(qtbot: QtBot, listener: Listener, settings: QSettings) -> None:
    known, new = uuid4(), uuid4()
    listener.notifier.notice((known,))
    settings.sync()
    window = QWidget()
    qtbot.addWidget(window)
    again = Listener(QSettings(settings.fileName(), QSettings.Format.IniFormat), window)
    again.notifier.notice((known,))
    assert again.heard == []
    again.notifier.notice((known, new))
    assert again.heard == ["Eine Frage zur Synchronisation wartet auf Ihre Entscheidung."]


def test_what_is_settled_is_forgotten(listener: Listener, settings: QSettings) -> None:
    listener.notifier.notice((uuid4(), uuid4()))
    listener.notifier.notice(())
    assert settings.value("sync/told") == ""
