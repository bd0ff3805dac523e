"""The sync's line in the status bar, and its offer to synchronize now."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from helpers.find import child
from helpers.sync_records import link_resources
from helpers.workplace import Workplace
from terminplaner.domain.calendar_link import LinkStatus
from terminplaner.services.sync_control import SyncOverview
from terminplaner.system.clock import SystemClock
from terminplaner.ui.sync_status import SyncStatus


@pytest.mark.parametrize(
    ("done", "total", "line"),
    [
        (1250, 20000, "Synchronisation läuft: 1.250 von 20.000 Terminen"),
        (1250, 0, "Synchronisation läuft: 1.250 Termine gelesen"),
    ],
)
@pytest.mark.usefixtures("german_locale")
def test_a_long_pass_says_how_far_it_is(qtbot: QtBot, done: int, total: int, line: str) -> None:
    status = SyncStatus(SystemClock(), ZoneInfo("Europe/Berlin"), may_sync=True)
    qtbot.addWidget(status)
    status.show_progress(done, total)
    assert status.text == line


@pytest.mark.parametrize(
    ("is_on", "reason"),
    [(False, "Die Synchronisation ist ausgeschaltet"), (True, "Es ist noch keine Ressource verknüpft")],
)
def test_a_pass_that_could_do_nothing_is_not_offered_and_says_why(qtbot: QtBot, is_on: bool, reason: str) -> None:
    status = SyncStatus(SystemClock(), ZoneInfo("Europe/Berlin"), may_sync=True)
    qtbot.addWidget(status)
    status.show_overview(SyncOverview(is_on=is_on, links=(), open_problems=0), 5)
    offer = child(status, QPushButton, "Jetzt synchronisieren")
    assert not offer.isEnabled()
    assert offer.toolTip().startswith(reason)


def test_a_pass_that_is_offered_needs_no_reason(qtbot: QtBot, workplace: Workplace) -> None:
    link_resources(workplace, thor_schuss=LinkStatus.OK)
    status = SyncStatus(workplace.clock, ZoneInfo("Europe/Berlin"), may_sync=True)
    qtbot.addWidget(status)
    status.show_overview(workplace.services.sync_control.overview(), 5)
    offer = child(status, QPushButton, "Jetzt synchronisieren")
    assert offer.isEnabled()
    assert offer.toolTip() == ""
