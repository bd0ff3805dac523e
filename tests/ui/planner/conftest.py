"""A planner page with two columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from helpers.planner_desk import SHOWN, Desk, remember_shown
from helpers.workplace import Workplace
from terminplaner.ui.planner.page import PlannerPage
from terminplaner.ui.tasks import TaskRunner


@pytest.fixture
def desk(workplace: Workplace, tasks: TaskRunner, qtbot: QtBot, tmp_path: Path) -> Desk:
    """Two columns on Monday, ten o'clock in the morning."""
    session = workplace.session()
    page = PlannerPage(workplace.services, session, tasks)
    qtbot.addWidget(page)
    workplace.feed.changed.connect(page.refresh)
    page.resize(1200, 700)
    remembered = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    remember_shown(workplace, session, remembered, SHOWN)
    page.restore_state(remembered)
    with qtbot.waitExposed(page):
        page.show()
    desk = Desk(workplace, session, tasks, page, qtbot)
    desk.reload()
    desk.canvas.setFocus()
    return desk
