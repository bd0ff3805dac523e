"""The planner's line of buttons: whatever the width, the date is whole and nothing is cut off."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from terminplaner.ui.planner import wording
from terminplaner.ui.planner.navigation.toolbar import PlannerToolbar
from terminplaner.ui.planner.window import Mode, Window

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize("mode", [mode for mode in Mode if mode is not Mode.VIEW])
def test_the_date_is_whole_at_every_width(qtbot: QtBot, mode: Mode) -> None:
    host = QWidget()  # a window of its own would not become smaller than its words
    qtbot.addWidget(host)
    toolbar = PlannerToolbar(host)
    host.show()
    window = Window(mode, MONDAY, BERLIN)
    toolbar.show_window(window, MONDAY)
    long, short = wording.window_title(window), wording.short_title(window)
    buttons = toolbar.findChildren(QPushButton)
    new = next(button for button in buttons if button.text() == "Neuer Termin")
    title = next(button for button in buttons if button.accessibleName() == long)
    layout = toolbar.layout()
    assert layout is not None
    for width in range(toolbar.minimumSizeHint().width(), 1600, 40):
        toolbar.resize(width, toolbar.minimumSizeHint().height())
        layout.activate()
        assert title.text() in {long, short}
        assert title.fontMetrics().horizontalAdvance(title.text()) <= title.width()
        assert new.geometry().right() < width
        assert new.width() >= new.sizeHint().width()
    assert title.text() == long


def test_a_week_across_two_months_says_both(qtbot: QtBot) -> None:
    toolbar = PlannerToolbar()
    qtbot.addWidget(toolbar)
    toolbar.show_window(Window(Mode.WEEK, date(2026, 12, 30), BERLIN), MONDAY)
    names = {button.accessibleName() for button in toolbar.findChildren(QPushButton)}
    assert "KW 53 · 28.12.–03.01.2027" in names
