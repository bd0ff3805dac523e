"""The list of all keys says what the keys do: it is read from what the parts act by, or tried out here."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTabWidget, QWidget

from helpers.find import child
from helpers.planner_desk import ANNA, BEN, MONDAY, Desk, only
from terminplaner.domain.when import AllDay
from terminplaner.ui.chords import ALT, CONTROL, NONE, SHIFT, Chord, chords, spelled
from terminplaner.ui.clock_popup import CLOCK_KEYS, ClockPopup
from terminplaner.ui.employee_dialog import EmployeeDialog
from terminplaner.ui.field_dialog import SAVE_KEYS
from terminplaner.ui.key_sheet import KeySheet
from terminplaner.ui.planner.overviews.month_keyboard import MONTH_KEYS, MonthKeyboard
from terminplaner.ui.planner.overviews.month_view import MonthView
from terminplaner.ui.planner.overviews.year_grid import YearGrid
from terminplaner.ui.planner.overviews.year_view import YearView
from terminplaner.ui.planner.panels.menu_keys import MENU_KEYS
from terminplaner.ui.planner.plan.keyboard import PLAN_KEYS, Keyboard, PlanKey
from terminplaner.ui.planner.window import Mode
from terminplaner.ui.time_field import TimeField

V = TypeVar("V", bound=QWidget)

_KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return),
)
_MODIFIERS = (NONE, SHIFT, CONTROL, ALT, CONTROL | SHIFT, ALT | SHIFT, CONTROL | ALT)


@pytest.fixture
def sheet(qapp: QApplication) -> dict[str, dict[str, str]]:
    return {section.title: dict(section.lines) for section in KeySheet().sections(())}


def test_keys_are_spelled_as_they_are_labelled() -> None:
    assert spelled(chords((Qt.Key.Key_Up, Qt.Key.Key_Down), CONTROL | SHIFT)) == "Strg+Umschalt+Pfeil auf/ab"
    assert spelled(CLOCK_KEYS) == "F4 / Alt+Pfeil ab"
    with pytest.raises(LookupError):
        spelled([(Qt.Key.Key_F24, NONE)])


def test_every_place_has_its_section(sheet: dict[str, dict[str, str]]) -> None:
    assert list(sheet) == [
        "Bei den Kunden",
        "Im Terminplan",
        "Im Monat",
        "Im Jahr",
        "In der Liste",
        "Neben dem Plan",
        "In Administration und Filialverwaltung",
        "In Dialogen",
    ]
    plan, month = sheet["Im Terminplan"], sheet["Im Monat"]
    assert (plan["Von Termin zu Termin"], plan["Eine Woche vor oder zurück"]) == (
        "Strg+Pfeil auf/ab",
        "Strg+Pfeil links/rechts",
    )
    assert plan["Erste oder letzte Spalte"] == "Pos1/Ende"
    assert plan["Zwei Stunden weiter oder zurück"] == "Bild auf/ab"
    assert month["Termine dazu auswählen"] == "Strg+Umschalt+Pfeil auf/ab"
    assert sheet["Neben dem Plan"] == {
        "Von der Suche in die Ergebnisse": "Pfeil ab",
        "Aufnehmen oder im Plan zeigen": "Eingabe",
        "Öffnen": "Strg+Eingabe",
        "Von der Warteliste nehmen": "Entf",
        "Gefundene Termine bearbeiten wie im Plan": ", ".join(
            key.toString(QKeySequence.SequenceFormat.NativeText) for key in MENU_KEYS
        ),
    }
    assert sheet["In Dialogen"]["Neuen Kunden anlegen"] == "Alt+L"
    assert all(words and keys for lines in sheet.values() for words, keys in lines.items())


def _is_acted_on(keyboard: Keyboard | MonthKeyboard, chord: Chord) -> bool:
    """Whether the key means something there; what it asks of others is not done."""
    with QSignalBlocker(keyboard):
        return keyboard.press(QKeyEvent(QEvent.Type.KeyPress, *chord))


def test_the_plan_acts_by_the_keys_it_lists_and_by_no_others(desk: Desk) -> None:
    desk.click(desk.spot(ANNA, "10:05"))
    (keyboard,) = desk.page.findChildren(Keyboard)
    acted = {chord for chord in product(_KEYS, _MODIFIERS) if _is_acted_on(keyboard, chord)}
    assert acted == {chord for chord, act in PLAN_KEYS.items() if act is not PlanKey.STRETCH_DAYS}


def test_the_month_acts_by_the_keys_it_lists_and_by_no_others(desk: Desk) -> None:
    view = _shown(desk, Mode.MONTH, MonthView)
    (keyboard,) = view.findChildren(MonthKeyboard)
    assert {chord for chord in product(_KEYS, _MODIFIERS) if _is_acted_on(keyboard, chord)} == set(MONTH_KEYS)


def _shown(desk: Desk, mode: Mode, kind: type[V]) -> V:
    desk.page.browsing.show_mode(mode)
    desk.settle()
    view = only(desk.page, kind)
    view.setFocus()
    return view


def test_what_the_list_promises_of_the_plan_happens(desk: Desk) -> None:
    desk.click(desk.spot(ANNA, "10:05"))
    desk.key(Qt.Key.Key_PageDown)
    assert desk.canvas.accessibleDescription().startswith("12:")
    desk.key(Qt.Key.Key_End)
    assert BEN in desk.canvas.accessibleDescription()
    desk.key(Qt.Key.Key_Home)
    assert ANNA in desk.canvas.accessibleDescription()
    desk.key(Qt.Key.Key_Right, CONTROL)
    desk.settle()
    assert desk.page.shown_window.day == MONDAY + timedelta(days=7)


def test_what_the_list_promises_of_month_and_year_happens(desk: Desk) -> None:
    month = _shown(desk, Mode.MONTH, MonthView)
    for key, column in ((Qt.Key.Key_End, 6), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(month, key)
        assert month.currentIndex().column() == column
    year = _shown(desk, Mode.YEAR, YearGrid)
    year.setCurrentIndex(year.model().index(MONDAY.month - 1, MONDAY.day - 1))
    QTest.keyClick(year, Qt.Key.Key_Right)
    assert year.chosen == AllDay(MONDAY + timedelta(days=1), MONDAY + timedelta(days=2))
    QTest.keyClick(year, Qt.Key.Key_Right, SHIFT)
    assert year.chosen == AllDay(MONDAY + timedelta(days=1), MONDAY + timedelta(days=3))
    with desk.qtbot.waitSignal(year.absenceRequested), QSignalBlocker(only(desk.page, YearView)):
        QTest.keyClick(year, Qt.Key.Key_Return)


def test_what_the_list_promises_of_dialogs_happens(desk: Desk) -> None:
    desk.page.wishes.new_appointment()
    tabs, begin = only(desk.dialog, QTabWidget), child(desk.dialog, TimeField, "Beginn")
    QTest.keyClick(begin, Qt.Key.Key_Tab, CONTROL)
    assert tabs.currentIndex() == 1
    QTest.keyClick(tabs, Qt.Key.Key_Tab, CONTROL)
    assert tabs.currentIndex() == 0
    for key, modifiers in CLOCK_KEYS:
        QTest.keyClick(begin, key, modifiers)
        only(begin, ClockPopup).close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QTest.keyClick(begin, Qt.Key.Key_Return, CONTROL)
    desk.settle()
    assert not desk.has_dialog
    assert len(desk.everything()) == 1


def test_every_dialog_of_an_entry_saves_by_the_same_keys(desk: Desk) -> None:
    dialog = EmployeeDialog(desk.workplace.services, desk.session, desk.tasks, desk.page)
    dialog.open()
    name = child(dialog, QLineEdit, "Nachname")
    name.setText("Tastenfreund")
    ((key, modifiers),) = SAVE_KEYS
    with desk.qtbot.waitSignal(dialog.saved):
        QTest.keyClick(name, key, modifiers)
    desk.settle()
