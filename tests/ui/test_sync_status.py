"""The sync's line in the status bar while a long pass runs."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from terminplaner.system.clock import SystemClock
from terminplaner.ui.sync_status import SyncStatus


@pytest.fixture
def _german_numbers() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("done", "total", "line"),
    [
        (1250, 20000, "Synchronisation läuft: 1.250 von 20.000 Terminen"),
        (1250, 0, "Synchronisation läuft: 1.250 Termine gelesen"),
    ],
)
@pytest.mark.usefixtures("_german_numbers")
def test_a_long_pass_says_how_far_it_is(qtbot: QtBot, done: int, total: int, line: str) -> None:
    status = SyncStatus(SystemClock(), ZoneInfo("Europe/Berlin"), may_sync=True)
    qtbot.addWidget(status)
    status.show_progress(done, total)
    assert status.text == line
