"""The planner's line of buttons: whatever the width, the date is whole, nothing is cut off and nothing jumps."""

from __future__ import annotations

from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from helpers.planner_desk import only
from terminplaner.domain.view import PlannerView
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.navigation.day_button import DayButton
from terminplaner.ui.planner.navigation.toolbar import PlannerToolbar
from terminplaner.ui.planner.window import Mode, Window

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 23)


def _settle(toolbar: PlannerToolbar) -> None:
    layout = toolbar.layout()
    assert layout is not None
    layout.activate()


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
    for width in range(toolbar.minimumSizeHint().width(), 1600, 40):
        toolbar.resize(width, toolbar.minimumSizeHint().height())
        _settle(toolbar)
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


def _tool(toolbar: PlannerToolbar, name: str) -> QToolButton:
    tools = toolbar.findChildren(QToolButton)
    return next(part for part in tools if part.accessibleName() == name and part.isCheckable())


def _placed(toolbar: PlannerToolbar) -> list[int]:
    """Where the modes stand."""
    names = ("Tag", "Arbeitswoche", "Woche", "Monat", "Jahr")
    return [_tool(toolbar, name).x() for name in names]


@pytest.mark.usefixtures("german_locale")
def test_the_modes_keep_their_place_and_the_date_its_form_whatever_is_shown(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    toolbar = PlannerToolbar(host)
    host.show()
    for width in range(700, 1700, 100):
        places, long, short = set(), set(), set()
        for mode in (Mode.DAY, Mode.WORK_WEEK, Mode.WEEK, Mode.MONTH, Mode.YEAR):
            for day in (date(2026, 5, 1), date(2026, 9, 30), date(2026, 12, 30), MONDAY):
                window = Window(mode, day, BERLIN)
                toolbar.show_window(window, MONDAY)
                toolbar.resize(width, toolbar.minimumSizeHint().height())
                _settle(toolbar)
                places.add(tuple(_placed(toolbar)))
                title = only(toolbar, DayButton).text()
                long.add(title == wording.window_title(window))
                short.add(title == wording.short_title(window))
        assert len(places) == 1
        assert {True} in (long, short)


@pytest.mark.usefixtures("german_locale")
def test_the_date_becomes_short_first_then_the_resources_then_the_filter(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    toolbar = PlannerToolbar(host)
    host.show()
    window = Window(Mode.DAY, MONDAY, BERLIN)
    toolbar.show_window(window, MONDAY)
    seen = []
    for width in range(1500, toolbar.minimumSizeHint().width(), -5):
        toolbar.resize(width, toolbar.minimumSizeHint().height())
        seen.append(
            (
                only(toolbar, DayButton).text() == wording.window_title(window),
                toolbar.resources.text() == "Ressourcen (0)",
                toolbar.filter.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
                _tool(toolbar, "Monat").isVisibleTo(toolbar),
            )
        )
    assert list(dict.fromkeys(seen)) == [(False,) * count + (True,) * (4 - count) for count in range(5)]


@pytest.mark.parametrize(("days", "name"), [(1, "Tag"), (5, "Arbeitswoche"), (7, "Woche"), (3, None)])
def test_a_view_marks_the_mode_that_shows_as_many_days(qtbot: QtBot, days: int, name: str | None) -> None:
    toolbar = PlannerToolbar()
    qtbot.addWidget(toolbar)
    view = PlannerView(UUID(int=1), "Team", "Team", days=days)
    toolbar.show_window(Window(Mode.VIEW, MONDAY, BERLIN, view=view), MONDAY)
    names = ("Tag", "Arbeitswoche", "Woche", "Monat", "Jahr")
    pressed = [one for one in names if _tool(toolbar, one).isChecked()]
    assert pressed == ([name] if name else [])


@pytest.mark.parametrize(("days", "name"), [(1, "Tag"), (5, "Arbeitswoche"), (7, "Woche")])
def test_a_click_on_what_a_view_marks_leads_out_of_the_view(qtbot: QtBot, days: int, name: str) -> None:
    toolbar = PlannerToolbar()
    qtbot.addWidget(toolbar)
    view = PlannerView(UUID(int=1), "Team", "Team", days=days)
    toolbar.show_window(Window(Mode.VIEW, MONDAY, BERLIN, view=view), MONDAY)
    chosen: list[Mode] = []
    toolbar.modeChosen.connect(chosen.append)
    _tool(toolbar, name).click()
    _tool(toolbar, "Monat").click()
    assert chosen == [{"Tag": Mode.DAY, "Arbeitswoche": Mode.WORK_WEEK, "Woche": Mode.WEEK}[name], Mode.MONTH]
    toolbar.show_window(Window(Mode.MONTH, MONDAY, BERLIN), MONDAY)
    _tool(toolbar, "Monat").click()
    assert len(chosen) == 2
