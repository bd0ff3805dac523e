"""What of the day is in sight when the planner opens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from helpers.planner_desk import MONDAY, Desk, open_page
from helpers.workplace import Workplace
from terminplaner.domain.when import at_local
from terminplaner.ui.planner.plan.picture import now_position
from terminplaner.ui.tasks import TaskRunner

Open = Callable[[str], Desk]


@pytest.fixture
def open_at(workplace: Workplace, tasks: TaskRunner, qtbot: QtBot, tmp_path: Path) -> Open:
    """The planner, opened on Monday at that time on the branch's clocks."""

    def opener(clock: str) -> Desk:
        session = workplace.session()
        workplace.clock.at = at_local(datetime.combine(MONDAY, time.fromisoformat(clock)), session.branch.tz)
        page = open_page(workplace, session, tasks, qtbot, tmp_path / "window.ini", height=500)
        desk = Desk(workplace, session, tasks, page, qtbot)
        desk.reload()
        return desk

    return opener


def _share_of_view(desk: Desk, position: float) -> float:
    """Where a position on the axis stands in the view: 0 at its top, 1 at its bottom."""
    return (desk.canvas.board.grid.y_of(position) - desk.canvas.offset.y()) / desk.canvas.viewport().height()


@pytest.mark.parametrize("clock", ["09:30", "12:45", "14:00", "16:30", "17:55"])
def test_the_present_is_in_sight_at_any_hour_of_work(open_at: Open, clock: str) -> None:
    desk = open_at(clock)
    now = now_position(desk.canvas.board, desk.at(clock))
    assert now is not None
    assert 0 < _share_of_view(desk, now) < 0.9


@pytest.mark.parametrize("clock", ["07:00", "09:30"])
def test_in_the_morning_the_day_is_shown_from_its_beginning(open_at: Open, clock: str) -> None:
    assert 0 < _share_of_view(open_at(clock), 9 * 60) < 0.3


def test_in_the_evening_the_last_hours_of_work_are_in_sight(open_at: Open) -> None:
    assert 0.4 < _share_of_view(open_at("22:00"), 18 * 60) < 0.9
