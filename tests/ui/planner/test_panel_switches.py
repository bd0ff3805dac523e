"""The entries of the menu that show and hide what stands beside the plan."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from helpers.planner_desk import BEN, MONDAY, Desk, only
from terminplaner.ui.planner.panels.free_slot_panel import FreeSlotPanel
from terminplaner.ui.planner.panels.side_panel import PanelArea


@pytest.mark.parametrize("title", ["Termine suchen", "Warteliste", "Freien Termin suchen"])
def test_a_panel_comes_and_goes_with_its_entry(desk: Desk, title: str) -> None:
    entry = next(action for action in desk.page.actions() if action.text().replace("&", "") == title)
    area = only(desk.page, PanelArea)
    entry.trigger()
    desk.settle()
    shown = area.offer
    assert shown is not None
    assert shown.title == title
    entry.trigger()
    desk.settle()
    hidden = area.offer
    assert hidden is None
    assert not entry.isChecked()


def test_letters_and_delete_in_a_panel_do_nothing_in_the_plan(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    desk.canvas.chosen.choose_one(ten.id)
    next(action for action in desk.page.actions() if "Freien Termin" in action.text()).trigger()
    desk.settle()
    panel = only(desk.page, PanelArea).panel
    assert panel is not None
    entries = panel.findChildren(QListWidget)[0]
    entries.setFocus()
    for key in (Qt.Key.Key_K, Qt.Key.Key_V, Qt.Key.Key_Delete):
        QTest.keyClick(entries, key)
    desk.settle()
    assert desk.canvas.held.carried is None
    assert not desk.stored(ten).is_cancelled


def test_a_free_time_is_shown_by_its_hour(desk: Desk) -> None:
    next(action for action in desk.page.actions() if "Freien Termin" in action.text()).trigger()
    desk.page.browsing.show_list(True)
    desk.page.resize(1200, 420)
    desk.settle()
    tuesday = MONDAY + timedelta(days=1)
    wanted = desk.span("19:00", "19:30", tuesday)
    only(desk.page, FreeSlotPanel).timeRequested.emit(wanted, (desk.resource(BEN).id,))
    desk.settle()
    here = desk.canvas.new_when_free()
    assert here is not None
    assert (here.resource.name, here.when) == (BEN, wanted)
    assert desk.canvas.hasFocus()
    assert desk.canvas.viewport().rect().contains(desk.spot(BEN, "19:00", tuesday))
