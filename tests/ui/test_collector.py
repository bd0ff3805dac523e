"""Garbage collection that the window does not notice, and that still finds everything in the end."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from terminplaner.ui.collector import GuiThreadCollector

_LARGE = 10_000


class Knot:
    """Refers to itself, so that only the collector frees it."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[GuiThreadCollector]:
    """One whose ticks the test makes."""
    was_enabled = gc.isenabled()
    owner = QObject()
    found = GuiThreadCollector(owner)
    found.findChildren(QObject)[0].deleteLater()
    yield found
    owner.deleteLater()
    gc.unfreeze()
    if was_enabled:
        gc.enable()


def read_much(collector: GuiThreadCollector) -> list[list[list[int]]]:
    """As many objects as a year of appointments, with a look after each part."""
    held = []
    for _ in range(12):
        held.append([[number] for number in range(_LARGE)])
        collector.collect()
    return held


def test_a_knot_goes_soon(collector: GuiThreadCollector) -> None:
    knot = weakref.ref(Knot())
    held = [[number] for number in range(_LARGE)]
    collector.collect()
    assert knot() is None
    assert held


def test_what_was_read_in_large_numbers_is_not_looked_through_again(collector: GuiThreadCollector) -> None:
    frozen = gc.get_freeze_count()
    held = read_much(collector)
    assert gc.get_freeze_count() > frozen + 10 * _LARGE
    held.clear()
    assert gc.get_freeze_count() < frozen + _LARGE


@pytest.mark.parametrize(("state", "is_found"), [("ApplicationInactive", True), ("ApplicationActive", False)])
def test_a_knot_that_was_set_aside_goes_while_somebody_works_elsewhere(
    collector: GuiThreadCollector, monkeypatch: pytest.MonkeyPatch, state: str, is_found: bool
) -> None:
    knot = Knot()
    gone = weakref.ref(knot)
    held = read_much(collector)
    del knot
    gc.collect()
    collector.collect()
    assert gone() is not None
    monkeypatch.setattr("terminplaner.ui.collector._WHOLE_AFTER_SECONDS", 0)
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: Qt.ApplicationState[state])
    collector.collect()
    assert (gone() is None) == is_found
    assert held
