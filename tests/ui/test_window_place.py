"""The main window is within reach on any screen at its first start."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from terminplaner.ui.window_place import place_first

_TITLE_BAR = 24

Screen = Callable[..., QRect]


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Let every screen offer this much room."""

    def offer(left: int, top: int, width: int, height: int) -> QRect:
        room = QRect(left, top, width, height)
        monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: room)
        return room

    return offer


@pytest.mark.parametrize("height", [680, 800, 840])
def test_on_a_small_screen_it_starts_maximized_and_its_normal_size_fits(
    screen: Screen, qtbot: QtBot, height: int
) -> None:
    room = screen(0, 40, 1280, height)
    window = QMainWindow()
    qtbot.addWidget(window)
    place_first(window)
    assert window.isMaximized()
    assert room.contains(window.geometry().adjusted(0, -_TITLE_BAR, 0, 0))


def test_on_an_ordinary_screen_it_stands_in_the_middle(screen: Screen, qtbot: QtBot) -> None:
    room = screen(0, 0, 1600, 1000)
    window = QMainWindow()
    qtbot.addWidget(window)
    place_first(window)
    assert not window.isMaximized()
    assert window.size() == QSize(1280, 820)
    assert (window.geometry().center() - room.center()).manhattanLength() < _TITLE_BAR


def test_on_a_large_screen_it_takes_three_quarters(screen: Screen, qtbot: QtBot) -> None:
    screen(0, 0, 3840, 2160)
    window = QMainWindow()
    qtbot.addWidget(window)
    place_first(window)
    assert 2800 < window.width() < 2880
    assert 1500 < window.height() < 1620
