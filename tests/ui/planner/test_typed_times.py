"""Times are typed the way receptionists type them, into whatever the field says before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QPoint, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QLineEdit, QSpinBox, QToolTip
from pytestqt.qtbot import QtBot

from helpers.find import child, press
from helpers.planner_desk import ANNA, Desk, only
from terminplaner.ui.banner import Banner
from terminplaner.ui.date_field import DateField
from terminplaner.ui.planner.appointment.appointment_dialog import AppointmentDialog
from terminplaner.ui.planner.appointment.customer_field import CustomerField
from terminplaner.ui.time_field import TimeField


def begin_of(desk: Desk) -> TimeField:
    desk.double_click(desk.spot(ANNA, "13:00"))
    desk.dialog.activateWindow()
    desk.qtbot.waitUntil(desk.dialog.isActiveWindow)
    field = child(desk.dialog, TimeField, "Beginn")
    field.setTime(QTime(13, 0))
    return field


def end_of(begin: str) -> str:
    """Half an hour later, as long as a new appointment is."""
    return QTime.fromString(begin, "HH:mm").addSecs(30 * 60).toString("HH:mm")


def by_keyboard(field: QAbstractSpinBox) -> None:
    field.setFocus(Qt.FocusReason.TabFocusReason)


def by_select_all(field: QAbstractSpinBox) -> None:
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def by_click(field: QAbstractSpinBox) -> None:
    QTest.mouseClick(field.lineEdit(), Qt.MouseButton.LeftButton, pos=QPoint(3, 8))


def by_double_click(field: QAbstractSpinBox) -> None:
    line = field.lineEdit()
    QTest.mouseDClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())


@pytest.mark.parametrize("come", [by_keyboard, by_select_all, by_click, by_double_click])
@pytest.mark.parametrize(
    ("typed", "meant"),
    [("14", "14:00"), ("14:30", "14:30"), ("1430", "14:30"), ("9", "09:00"), ("930", "09:30"), ("9.30", "09:30")],
)
def test_a_typed_time_is_stored(
    desk: Desk, come: Callable[[QAbstractSpinBox], None], typed: str, meant: str
) -> None:
    field = begin_of(desk)
    come(field)
    QTest.keyClicks(field, typed)
    press(desk.dialog, "Speichern")
    desk.settle()
    (booked,) = desk.everything()
    assert booked.when == desk.span(meant, end_of(meant))


def test_the_end_follows_while_the_begin_is_typed(desk: Desk) -> None:
    field = begin_of(desk)
    by_keyboard(field)
    before = child(desk.dialog, TimeField, "Ende").time()
    QTest.keyClicks(field, "1430")
    assert child(desk.dialog, TimeField, "Ende").time() == before.addSecs(90 * 60)
    assert field.lineEdit().text() == "1430"
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.lineEdit().text() == "14:30"


@pytest.mark.parametrize("typed", ["25:00", "1475", "14:3", "abc"])
def test_what_is_no_time_stays_and_is_not_saved(desk: Desk, typed: str) -> None:
    field = begin_of(desk)
    by_keyboard(field)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.lineEdit().text() == typed
    assert "Uhrzeit" in field.accessibleDescription()
    press(desk.dialog, "Speichern")
    desk.settle()
    assert not desk.everything()
    assert isinstance(desk.dialog, AppointmentDialog)
    assert any("Uhrzeit" in banner.text for banner in desk.dialog.findChildren(Banner))
    assert desk.dialog.focusWidget() is field


def test_arrows_step_the_hour_and_behind_the_colon_the_minute(desk: Desk) -> None:
    field = begin_of(desk)
    by_keyboard(field)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.time() == QTime(14, 0)
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.time() == QTime(14, 2)


def by_mnemonic(field: QAbstractSpinBox) -> None:
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)


@pytest.mark.parametrize("come", [by_keyboard, by_select_all, by_mnemonic, by_click])
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("25.12.", QDate(2026, 12, 25)),
        ("31.12.", QDate(2026, 12, 31)),
        ("25.12.2026", QDate(2026, 12, 25)),
        ("3.5.27", QDate(2027, 5, 3)),
        ("3/5/27", QDate(2027, 5, 3)),
        ("25122026", QDate(2026, 12, 25)),
        ("29.2.28", QDate(2028, 2, 29)),
    ],
)
def test_a_date_is_typed_the_german_way(
    qtbot: QtBot, come: Callable[[QAbstractSpinBox], None], typed: str, meant: QDate
) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.setDate(QDate(2026, 11, 30))
    field.show()
    come(field)
    QTest.keyClicks(field, typed)
    assert field.date() == meant
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.date() == meant


def test_a_typed_day_is_stored_and_tab_leaves_the_field(desk: Desk) -> None:
    begin_of(desk)
    field, last = child(desk.dialog, QDateEdit, "Datum"), child(desk.dialog, QDateEdit, "Enddatum")
    QTest.keyClick(desk.dialog, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert field.hasFocus()
    QTest.keyClicks(field, "1.12.")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert last.hasFocus()
    assert field.date() == last.date() == QDate(field.date().year(), 12, 1)
    press(desk.dialog, "Speichern")
    desk.settle()
    (booked,) = desk.everything()
    assert booked.when.interval(desk.session.branch.tz).start_at.strftime("%m-%d") == "12-01"


def test_a_day_that_does_not_exist_is_told_and_a_key_is_taken_back(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.setDate(QDate(2026, 11, 30))
    field.show()
    by_keyboard(field)
    QTest.keyClicks(field, "31.2.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "25.12." in QToolTip.text()
    QToolTip.hideText()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "13")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "2.4")
    assert field.date() == QDate(2026, 4, 12)


def test_enter_in_the_duration_leaves_an_end_that_was_typed(desk: Desk) -> None:
    begin_of(desk)
    end, minutes = child(desk.dialog, TimeField, "Ende"), child(desk.dialog, QSpinBox, "Dauer")
    by_keyboard(end)
    QTest.keyClicks(end, "0")
    QTest.keyClick(end, Qt.Key.Key_Tab)
    assert minutes.hasFocus()
    QTest.keyClick(minutes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert not desk.everything()
    assert any("Ende liegt vor" in banner.text for banner in desk.dialog.findChildren(Banner))


def test_an_appointment_of_no_length_is_refused_until_it_has_one(desk: Desk) -> None:
    begin_of(desk)
    minutes = child(desk.dialog, QSpinBox, "Dauer")
    minutes.setValue(0)
    press(desk.dialog, "Speichern")
    desk.settle()
    assert not desk.everything()
    said = desk.dialog.error
    assert "Beginn und Ende" in said.text
    minutes.setValue(30)
    assert not said.text


@pytest.mark.parametrize(("typed", "chosen"), [("nowak,  JAN", True), ("Nowa", False), ("Niemand, Nina", False)])
def test_a_customer_typed_in_full_is_taken_on_going_on(desk: Desk, typed: str, chosen: bool) -> None:
    begin_of(desk)
    line = child(desk.dialog, QLineEdit, "Kunde")
    line.setFocus()
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    desk.settle()
    assert only(desk.dialog, CustomerField).is_unresolved is not chosen
    assert ("Kein Kunde gefunden" in desk.dialog.error.text) is typed.startswith("Niemand")
    line.setFocus()
    line.clear()
    assert not desk.dialog.error.text
