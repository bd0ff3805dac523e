"""What every test of the windows stands on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from helpers.workplace import Workplace, open_workplace
from terminplaner.ui.tasks import TaskRunner


@pytest.fixture
def german_locale() -> Iterator[None]:
    """As ``create_application`` sets it; names of days and months and the shape of numbers are the locale's."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    place = open_workplace(tmp_path)
    yield place
    place.store.close()


@pytest.fixture
def tasks(qtbot: QtBot, workplace: Workplace) -> Iterator[TaskRunner]:
    """Comes after the store, so that nothing runs any more when that is closed."""
    runner = TaskRunner()
    yield runner
    runner.shutdown()
