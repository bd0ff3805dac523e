"""The entries of the menu that show and hide what stands beside the plan."""

from __future__ import annotations

import pytest

from helpers.planner_desk import Desk, only
from terminplaner.ui.planner.panels.side_panel import PanelArea


@pytest.mark.parametrize("title", ["Termine suchen", "Warteliste", "Freien Termin suchen"])
def test_a_panel_comes_and_goes_with_its_entry(desk: Desk, title: str) -> None:
    entry = next(action for action in desk.page.actions() if action.text().replace("&", "") == title)
    area = only(desk.page, PanelArea)
    entry.trigger()
    desk.settle()
    shown = area.panel
    assert shown is not None
    assert shown.title == title
    entry.trigger()
    desk.settle()
    hidden = area.panel
    assert hidden is None
    assert not entry.isChecked()
