"""A planner page with two columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from helpers.planner_desk import Desk, open_page
from helpers.workplace import Workplace
from terminplaner.ui.tasks import TaskRunner


@pytest.fixture
def desk(workplace: Workplace, tasks: TaskRunner, qtbot: QtBot, tmp_path: Path) -> Desk:
    """Two columns on Monday, ten o'clock in the morning."""
    session = workplace.session()
    page = open_page(workplace, session, tasks, qtbot, tmp_path / "window.ini")
    workplace.feed.changed.connect(page.refresh)
    desk = Desk(workplace, session, tasks, page, qtbot)
    desk.reload()
    desk.canvas.setFocus()
    return desk
