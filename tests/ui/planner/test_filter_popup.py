"""The lists of the filter are whole on the screen, wherever their button stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from helpers.find import child
from terminplaner.ui.planner.navigation.filter_button import FilterButton


@pytest.mark.usefixtures("qapp")
def test_the_popup_stays_within_the_screen(qtbot: QtBot) -> None:
    button = FilterButton()
    qtbot.addWidget(button)
    room = QApplication.primaryScreen().availableGeometry()
    button.move(room.bottomRight() - QPoint(90, 40))
    button.show()
    button.open_popup()
    popup = child(button, QListWidget, "Status").window()
    shown = popup.geometry()
    popup.close()
    assert shown.left() == max(room.left(), room.right() + 1 - shown.width())
    assert shown.bottom() <= room.bottom()
