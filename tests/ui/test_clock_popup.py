"""The clock of a time field, by mouse, by keyboard and by what a screen reader says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt, QTime
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from helpers.find import child, press
from terminplaner.domain.chain import OpeningSpan
from terminplaner.domain.resource import Weekday
from terminplaner.ui.clock_popup import ClockPopup, hours_of
from terminplaner.ui.time_field import TimeField

_FRAME = 2
"""The offscreen platform frames windows of every kind."""


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[TimeField]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 60)
    field = TimeField(QTime(9, 30), window)
    field.move(10, 10)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.setFocus()
    yield field
    if (left := _popup()) is not None:
        left.close()


def _popup() -> ClockPopup | None:
    found = QApplication.activePopupWidget()
    return found if isinstance(found, ClockPopup) else None


def _opened(field: TimeField) -> ClockPopup:
    press(field, "Uhrzeit auswählen")
    popup = _popup()
    assert popup is not None
    return popup


def _cell(popup: ClockPopup, name: str) -> QToolButton:
    return child(popup, QToolButton, name)


def _click(cell: QToolButton) -> None:
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton)


def _key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    receiver = QApplication.activePopupWidget()
    assert receiver is not None
    QTest.keyClick(receiver.focusWidget() or receiver, key, modifier)


def _focused(popup: ClockPopup) -> str:
    return popup.focusWidget().accessibleName()


def test_an_hour_waits_for_its_minutes_and_a_minute_closes(field: TimeField) -> None:
    popup = _opened(field)
    _click(_cell(popup, "14 Uhr"))
    assert field.time() == QTime(14, 30)
    assert _popup() is popup
    assert _cell(popup, "14 Uhr").isChecked()
    assert not _cell(popup, "9 Uhr").isChecked()
    _click(_cell(popup, "45 Minuten"))
    assert field.time() == QTime(14, 45)
    assert field.lineEdit().text() == "14:45"
    assert _popup() is None


def test_the_present_value_is_marked(field: TimeField) -> None:
    popup = _opened(field)
    marked = [cell.accessibleName() for cell in popup.findChildren(QToolButton) if cell.isChecked()]
    assert marked == ["9 Uhr", "30 Minuten"]
    assert _focused(popup) == "9 Uhr"


def test_minutes_between_the_steps_are_kept_until_others_are_chosen(field: TimeField) -> None:
    field.setTime(QTime(9, 37))
    popup = _opened(field)
    assert not any(cell.isChecked() for cell in popup.findChildren(QToolButton) if "Min" in cell.accessibleName())
    _click(_cell(popup, "8 Uhr"))
    assert field.time() == QTime(8, 37)
    assert _focused(popup) == "35 Minuten"


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_it_is_opened_walked_and_closed_by_keyboard(
    field: TimeField, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    QTest.keyClick(field, key, modifier)
    assert _popup() is not None
    for step in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up):
        _key(step)
    assert field.time() == QTime(9, 30)
    _key(Qt.Key.Key_Return)
    assert field.time() == QTime(15, 30)
    _key(Qt.Key.Key_Left)
    _key(Qt.Key.Key_Space)
    assert field.time() == QTime(15, 25)
    assert _popup() is None


def test_tab_goes_between_hours_and_minutes(field: TimeField) -> None:
    popup = _opened(field)
    _key(Qt.Key.Key_Tab)
    assert _focused(popup) == "30 Minuten"
    _key(Qt.Key.Key_Tab)
    assert _focused(popup) == "9 Uhr"


def test_the_edges_hold_the_arrows(field: TimeField) -> None:
    field.setTime(QTime(0, 0))
    popup = _opened(field)
    _key(Qt.Key.Key_Left)
    _key(Qt.Key.Key_Up)
    assert _focused(popup) == "0 Uhr"


def test_escape_takes_back_what_was_chosen(field: TimeField) -> None:
    popup = _opened(field)
    _click(_cell(popup, "14 Uhr"))
    _key(Qt.Key.Key_Escape)
    assert field.time() == QTime(9, 30)
    assert _popup() is None


@pytest.mark.parametrize("key", [Qt.Key.Key_F4, Qt.Key.Key_Up])
def test_the_keys_that_close_a_list_leave_what_was_chosen(field: TimeField, key: Qt.Key) -> None:
    popup = _opened(field)
    _click(_cell(popup, "14 Uhr"))
    is_up = key == Qt.Key.Key_Up
    _key(key, Qt.KeyboardModifier.AltModifier if is_up else Qt.KeyboardModifier.NoModifier)
    assert _popup() is None
    assert field.time() == QTime(14, 30)


def test_what_is_typed_counts_before_it_is_pointed_at(field: TimeField) -> None:
    field.lineEdit().selectAll()
    QTest.keyClicks(field, "16")
    popup = _opened(field)
    assert _cell(popup, "16 Uhr").isChecked()


def test_a_time_that_is_pointed_at_puts_right_what_could_not_be_read(field: TimeField) -> None:
    field.lineEdit().selectAll()
    QTest.keyClicks(field, "99")
    popup = _opened(field)
    _click(_cell(popup, "8 Uhr"))
    assert field.lineEdit().text() == "08:30"
    assert field.accessibleDescription() == ""


def test_a_field_that_is_disabled_has_no_clock_to_press(field: TimeField) -> None:
    field.setEnabled(False)
    assert not child(field, QToolButton, "Uhrzeit auswählen").isEnabled()


def test_every_cell_says_what_it_means(field: TimeField) -> None:
    popup = _opened(field)
    for cell in popup.findChildren(QToolButton):
        said = QAccessible.queryAccessibleInterface(cell)
        assert cell.text().removeprefix("0") in said.text(QAccessible.Text.Name)
        assert said.state().checkable


@pytest.mark.parametrize("corner", ["left", "right"])
def test_it_opens_within_the_screen(field: TimeField, corner: str) -> None:
    screen = field.screen().availableGeometry()
    window = field.window()
    left = screen.left() - 20 if corner == "left" else screen.right() - window.width() + 20
    window.move(left, screen.bottom() - window.height())
    popup = _opened(field)
    assert screen.contains(popup.geometry())
    assert popup.geometry().bottom() - _FRAME < field.mapToGlobal(QPoint(0, 0)).y()


def test_it_opens_right_below_the_field_where_there_is_room(field: TimeField) -> None:
    field.window().move(40, 40)
    popup = _opened(field)
    assert popup.pos() - QPoint(_FRAME, _FRAME) == field.mapToGlobal(QPoint(0, field.height()))


def test_a_second_click_on_the_clock_closes_it_for_good(field: TimeField) -> None:
    popup = _opened(field)
    clock = child(field, QToolButton, "Uhrzeit auswählen")
    QTest.mousePress(popup, Qt.MouseButton.LeftButton, pos=popup.mapFromGlobal(clock.mapToGlobal(QPoint(5, 5))))
    assert popup.testAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
    assert _popup() is None


def test_hours_outside_the_opening_times_stand_back_and_say_so(field: TimeField) -> None:
    field.favor(
        (
            OpeningSpan(Weekday.MONDAY, time(9), time(12, 30)),
            OpeningSpan(Weekday.MONDAY, time(14), time(18)),
            OpeningSpan(Weekday.SATURDAY, time(8, 30), time(13)),
        )
    )
    popup = _opened(field)
    outside = [cell.text() for cell in popup.findChildren(QToolButton) if cell.accessibleDescription()]
    assert outside == [str(hour) for hour in range(24) if not (8 <= hour < 13 or 14 <= hour < 18)]
    quiet, usual = (_cell(popup, name) for name in ("13 Uhr", "14 Uhr"))
    assert quiet.toolTip() == quiet.accessibleDescription() == "außerhalb der Öffnungszeiten"
    _click(quiet)
    assert field.time() == QTime(13, 30)
    assert usual.toolTip() == ""


def test_a_shop_that_is_open_until_midnight_has_its_last_hour() -> None:
    assert hours_of((OpeningSpan(Weekday.FRIDAY, time(22), time(0)),)) == {22, 23}


def test_where_no_opening_times_are_known_all_hours_are_equal(field: TimeField) -> None:
    popup = _opened(field)
    assert not [cell for cell in popup.findChildren(QToolButton) if cell.accessibleDescription()]


def test_escape_leaves_what_was_typed_where_nothing_was_chosen(field: TimeField) -> None:
    field.lineEdit().setText("2530")
    QTest.keyClick(field, Qt.Key.Key_F4)
    popup = _popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert field.lineEdit().text() == "2530"
    assert not field.settle()


def test_a_clock_that_closes_takes_no_field_along() -> None:
    """In another process: what this is about ends one."""
    ended = subprocess.run(
        [sys.executable, "-c", _LAST_HOLDER],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        timeout=60,
    )
    assert ended.returncode == 0


_LAST_HOLDER = """
from PySide6.QtCore import QCoreApplication, QEvent, QTime
from PySide6.QtWidgets import QApplication
from terminplaner.ui.clock_popup import ClockPopup
from terminplaner.ui.time_field import TimeField

app = QApplication([])

def close_the_clock():
    field = TimeField(QTime(9, 0))
    field.show()
    field.open_clock()
    field.findChild(ClockPopup).close()

close_the_clock()
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
"""
