"""Availabilities and absences, entered from the plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QToolTip,
)
from pytestqt.qtbot import QtBot

from helpers.named import dialog_title, named, open_dialog, press
from helpers.planner_desk import ANNA, BEN, MONDAY, Desk, open_page
from helpers.workplace import Workplace
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.resource import Availability, Weekday, WeekOfMonth
from terminplaner.domain.when import AllDay, Timed, When
from terminplaner.services.working_time import applies_on
from terminplaner.ui.banner import Banner
from terminplaner.ui.planner.appointment.appointment_dialog import AppointmentDialog
from terminplaner.ui.planner.appointment.free_times_offer import FreeTimesOffer
from terminplaner.ui.planner.availability.absence_dialog import AbsenceDialog, CollidingDialog
from terminplaner.ui.planner.availability.availability_dialog import AvailabilityDialog
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.window import Mode
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.time_field import TimeField
from terminplaner.ui.weekday_boxes import WeekdayBoxes


def _front() -> QDialog:
    dialog = open_dialog()
    assert dialog is not None
    return dialog


def _press(desk: Desk, name: str) -> None:
    press(_front(), name)
    desk.settle()


def _trigger(desk: Desk, text: str) -> None:
    (action,) = [action for action in desk.page.actions() if action.text().replace("&", "") == text]
    assert action.isEnabled()
    action.trigger()


def _choice(dialog: QDialog, name: str) -> QComboBox:
    return next(box for box in dialog.findChildren(QComboBox) if box.accessibleDescription() == name)


def _entries(box: QComboBox) -> list[str]:
    return [box.itemText(index) for index in range(box.count())]


def _tick(dialog: QDialog, names: Iterable[str]) -> None:
    entries = named(dialog, QListWidget, "Ressourcen")
    for row in range(entries.count()):
        is_chosen = entries.item(row).text() in names
        entries.item(row).setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)


def _absences(desk: Desk) -> tuple[Absence, ...]:
    return desk.workplace.services.absences.list()


def _rules(desk: Desk, name: str = ANNA) -> tuple[Availability, ...]:
    return desk.workplace.services.queries.availabilities(desk.resource(name).id)


def _clear_rules(desk: Desk) -> None:
    for rule in _rules(desk):
        desk.workplace.services.availabilities.delete(desk.session.actor, rule)
    desk.reload()


# -- absences


def test_an_absence_is_entered_shown_and_names_what_is_booked(desk: Desk) -> None:
    desk.show(desk.span("10:00", "10:30"), text="Sehtest")
    desk.page.availability.new_absence(NewAppointment(desk.resource(ANNA), desk.span("10:00", "10:30")))
    dialog = _front()
    assert isinstance(dialog, AbsenceDialog)
    named(dialog, QLineEdit, "Text").setText("Ostsee")
    kinds = _choice(dialog, "Art")
    kinds.setCurrentIndex(kinds.findText("Schulung"))
    _press(desk, "Speichern")
    (absence,) = _absences(desk)
    assert (absence.kind, absence.text, absence.resource_ids) == (
        AbsenceKind.TRAINING,
        "Ostsee",
        (desk.resource(ANNA).id,),
    )
    assert absence.when == AllDay(MONDAY, MONDAY + timedelta(days=1))
    told = _front()
    assert isinstance(told, CollidingDialog)
    assert "Sehtest" in named(told, QListWidget, "Termine in dieser Zeit").item(0).text()
    (column, _) = desk.canvas.board.snapshot.columns
    assert [closure.absence for closure in column.closures] == [absence]
    assert column.free == ()
    _press(desk, "Öffnen …")
    assert desk.dialog.windowTitle() == "Termin"


def test_an_absence_without_a_resource_is_refused_and_keeps_the_input(desk: Desk) -> None:
    _trigger(desk, "Abwesenheit eintragen …")
    dialog = _front()
    _tick(dialog, ())
    _press(desk, "Speichern")
    assert dialog.isVisible()
    assert _absences(desk) == ()
    _tick(dialog, (ANNA, BEN))
    _press(desk, "Speichern")
    (absence,) = _absences(desk)
    assert set(absence.resource_ids) == {desk.resource(ANNA).id, desk.resource(BEN).id}


@pytest.mark.parametrize("name", [ANNA, BEN])
def test_an_absence_begins_with_the_column_of_the_cursor(desk: Desk, name: str) -> None:
    desk.canvas.setFocus()
    QTest.keyClick(desk.canvas, Qt.Key.Key_Home)
    if name == BEN:
        QTest.keyClick(desk.canvas, Qt.Key.Key_Right)
    _trigger(desk, "Abwesenheit eintragen …")
    entries = named(_front(), QListWidget, "Ressourcen")
    ticked = [
        entries.item(row).text()
        for row in range(entries.count())
        if entries.item(row).checkState() == Qt.CheckState.Checked
    ]
    assert ticked == [name]
    _press(desk, "Abbrechen")


def test_a_closure_closes_every_column(desk: Desk) -> None:
    _trigger(desk, "Betriebsschließung …")
    assert dialog_title() == "Betriebsschließung"
    _press(desk, "Speichern")
    assert {column.free for column in desk.canvas.board.snapshot.columns} == {()}
    (closure,) = _absences(desk)
    assert (closure.kind, closure.branch_id) == (AbsenceKind.CLOSURE, desk.session.branch.id)


def test_leaving_with_input_asks(desk: Desk) -> None:
    _trigger(desk, "Betriebsschließung …")
    dialog = _front()
    named(dialog, QLineEdit, "Text").setText("Inventur")
    assert desk.page.is_dirty
    dialog.reject()
    assert dialog_title() == "Änderungen verwerfen?"
    _press(desk, "Verwerfen")
    assert not dialog.isVisible()
    assert _absences(desk) == ()


# -- availability


def _editing(desk: Desk) -> None:
    _trigger(desk, "Verfügbarkeiten bearbeiten")
    assert desk.page.availability.is_editing


def test_what_was_changed_elsewhere_meanwhile_is_an_error_and_is_read_again(desk: Desk) -> None:
    absence = Absence(uuid4(), AbsenceKind.TRAINING, desk.span("14:00", "16:00"), (desk.resource(ANNA).id,))
    stored = desk.workplace.services.absences.save(desk.session.actor, absence).absence
    desk.reload()
    with desk.workplace.store.write(Author("jemand", Origin.USER), "test") as work:
        work.put(replace(stored, text="Kurs"))
        work.commit()
    desk.page.availability.delete_absence(stored)
    desk.settle()
    (shown,) = [banner for banner in desk.page.findChildren(Banner) if banner.isVisible()]
    assert shown.property("tone") == "danger"
    place = NewAppointment(desk.resource(ANNA), desk.span("14:00", "14:30"))
    assert [row.text for row in desk.page.availability.absences_at(place)] == ["Kurs"]


@pytest.mark.parametrize("mode", [Mode.MONTH, Mode.YEAR])
def test_without_hours_there_are_no_availabilities_to_edit(desk: Desk, mode: Mode) -> None:
    _editing(desk)
    desk.page.browsing.show_mode(mode)
    desk.settle()
    assert not desk.page.availability.is_editing
    assert not next(a for a in desk.page.availability.actions if "bearbeiten" in a.text()).isEnabled()
    desk.page.browsing.show_mode(Mode.WORK_WEEK)
    desk.settle()
    _editing(desk)


def test_a_double_click_makes_an_availability_for_one_day_or_for_many(desk: Desk) -> None:
    _clear_rules(desk)
    _editing(desk)
    desk.double_click(desk.spot(ANNA, "10:05"))
    dialog = _front()
    assert isinstance(dialog, AvailabilityDialog)
    named(dialog, TimeField, "Ende").setTime(QTime(12, 0))
    assert named(dialog, QSpinBox, "Dauer").value() == 120
    named(dialog, QSpinBox, "Dauer").setValue(90)
    assert named(dialog, TimeField, "Ende").time() == QTime(11, 30)
    named(dialog, QSpinBox, "Schrittweite").setValue(45)
    named(dialog, QSpinBox, "Min. Schrittweite").setValue(15)
    second = _choice(dialog, "Ressource 2")
    second.setCurrentIndex(second.findText(BEN))
    _press(desk, "Speichern")
    (rule,) = _rules(desk)
    assert (rule.weekday, rule.starts_at, rule.ends_at) == (Weekday.MONDAY, time(10), time(11, 30))
    assert (rule.valid_from_on, rule.valid_until_on, rule.interval_weeks) == (MONDAY, MONDAY, 1)
    assert (rule.step_minutes, rule.min_step_minutes) == (45, 15)
    assert rule.second_resource_id == desk.resource(BEN).id

    desk.double_click(desk.spot(ANNA, "10:50"))
    dialog = _front()
    named(dialog, QCheckBox, "Wiederholt sich").setChecked(True)
    named(dialog, QSpinBox, "Abstand").setValue(2)
    _press(desk, "Speichern")
    (rule,) = _rules(desk)
    assert (rule.valid_from_on, rule.valid_until_on, rule.interval_weeks) == (MONDAY, None, 2)


@pytest.mark.usefixtures("german_locale")
def test_one_of_a_month_is_chosen_from_what_its_day_is(desk: Desk) -> None:
    _clear_rules(desk)
    _editing(desk)
    desk.double_click(desk.spot(ANNA, "10:05"))
    dialog = _front()
    named(dialog, QCheckBox, "Wiederholt sich").setChecked(True)
    rhythm = _choice(dialog, "Wiederholung")
    assert _entries(rhythm) == ["wöchentlich", "monatlich am vierten Montag"]
    named(dialog, QDateEdit, "Datum").setDate(QDate(2026, 11, 30))
    assert _entries(rhythm) == ["wöchentlich", "monatlich am letzten Montag"]
    rhythm.setCurrentIndex(1)
    assert "Abstand" not in [
        field.accessibleName() for field in dialog.findChildren(QSpinBox) if field.isVisible()
    ]
    _press(desk, "Speichern")
    (rule,) = _rules(desk)
    assert (rule.week_of_month, rule.weekday, rule.interval_weeks) == (WeekOfMonth.LAST, Weekday.MONDAY, 1)
    assert rule.valid_from_on == date(2026, 11, 30)


@pytest.mark.usefixtures("german_locale")
def test_a_week_that_was_chosen_comes_back_with_its_day(desk: Desk) -> None:
    _clear_rules(desk)
    _editing(desk)
    desk.double_click(desk.spot(ANNA, "10:05"))
    dialog = _front()
    named(dialog, QCheckBox, "Wiederholt sich").setChecked(True)
    rhythm, day = _choice(dialog, "Wiederholung"), named(dialog, QDateEdit, "Datum")
    day.setDate(QDate(2026, 11, 24))
    rhythm.setCurrentText("monatlich am letzten Dienstag")
    day.setDate(QDate(2026, 11, 17))
    assert rhythm.currentText() == "monatlich am dritten Dienstag"
    day.setDate(QDate(2026, 11, 24))
    assert rhythm.currentText() == "monatlich am letzten Dienstag"


@pytest.mark.usefixtures("german_locale")
def test_one_day_of_a_monthly_one_is_changed_and_the_others_stay(desk: Desk) -> None:
    _clear_rules(desk)
    monthly = Availability(
        uuid4(), desk.resource(ANNA).id, Weekday.MONDAY, time(9), time(12), week_of_month=WeekOfMonth.FOURTH
    )
    desk.workplace.services.availabilities.save(desk.session.actor, monthly)
    desk.reload()
    _editing(desk)
    desk.double_click(desk.spot(ANNA, "10:00"))
    dialog = _front()
    assert _choice(dialog, "Wiederholung").currentText() == "monatlich am vierten Montag"
    named(dialog, TimeField, "Ende").setTime(QTime(11, 0))
    _press(desk, "Speichern")
    _press(desk, "Nur dieser Tag")
    ends = {(MONDAY.replace(month=month, day=day)): set[time]() for month, day in ((10, 26), (11, 23), (12, 28))}
    for day, found in ends.items():
        found |= {rule.ends_at for rule in _rules(desk) if applies_on(rule, day)}
    assert list(ends.values()) == [{time(12)}, {time(11)}, {time(12)}]


# -- by the mouse


def _weekly(desk: Desk, **fields: Any) -> Availability:
    """A morning of Klara's, shown and edited."""
    _clear_rules(desk)
    wanted = {"starts_at": time(9), "ends_at": time(12), **fields}
    rule = Availability(uuid4(), desk.resource(ANNA).id, Weekday.MONDAY, **wanted)
    stored = desk.workplace.services.availabilities.save(desk.session.actor, rule)
    desk.reload()
    _editing(desk)
    return stored


@pytest.mark.parametrize(
    ("answer", "hours"),
    [
        ("Nur dieser Tag", [time(9), time(10), time(9)]),
        ("Dieser und alle folgenden", [time(9), time(10), time(10)]),
        ("Alle", [time(10), time(10), time(10)]),
        ("Abbrechen", [time(9), time(9), time(9)]),
    ],
)
def test_a_dragged_availability_asks_which_days_are_meant(desk: Desk, answer: str, hours: list[time]) -> None:
    _weekly(desk)
    desk.drag(desk.spot(ANNA, "10:10"), desk.spot(ANNA, "11:10"))
    assert dialog_title() == "Verfügbarkeit ändern?"
    _press(desk, answer)
    weeks = [MONDAY + timedelta(weeks=number) for number in (-1, 0, 1)]
    assert [rule.starts_at for day in weeks for rule in _rules(desk) if applies_on(rule, day)] == hours
    assert {box.start for box in desk.canvas.board.snapshot.rules[0]} == {hours[1].hour * 60}
    if answer != "Abbrechen":
        desk.workplace.services.undo.undo(desk.session.actor)
        assert [rule.starts_at for rule in _rules(desk)] == [time(9)]


def _hover(desk: Desk, spot: QPoint) -> None:
    """Not by ``QTest.mouseMove``, which says nothing where the pointer was before."""
    viewport, none = desk.canvas.viewport(), Qt.MouseButton.NoButton
    place, corner = QPointF(spot), QPointF(viewport.mapToGlobal(spot))
    move = QMouseEvent(QEvent.Type.MouseMove, place, corner, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, move)


def test_an_edge_of_an_availability_is_pulled_and_one_day_alone_asks_nothing(desk: Desk) -> None:
    stored = _weekly(desk, valid_from_on=MONDAY, valid_until_on=MONDAY)
    _hover(desk, desk.spot(ANNA, "12:00") - QPoint(0, 3))
    assert desk.canvas.viewport().cursor().shape() is Qt.CursorShape.SizeVerCursor
    desk.drag(desk.spot(ANNA, "12:00") - QPoint(0, 3), desk.spot(ANNA, "13:30"))
    assert open_dialog() is None
    (rule,) = _rules(desk)
    assert (rule.id, rule.starts_at, rule.ends_at) == (stored.id, time(9), time(13, 30))
    desk.drag(desk.spot(ANNA, "09:00") + QPoint(0, 3), desk.spot(BEN, "10:00"))
    assert (_rules(desk)[0].starts_at, _rules(desk, BEN)) != (time(9), ())
    assert _rules(desk)[0].starts_at == time(10)


def test_an_availability_is_dragged_to_another_resource(desk: Desk) -> None:
    _weekly(desk, valid_from_on=MONDAY, valid_until_on=MONDAY)
    before = len(_rules(desk, BEN))
    desk.drag(desk.spot(ANNA, "09:10"), desk.spot(BEN, "13:10"))
    assert _rules(desk) == ()
    assert len(_rules(desk, BEN)) == before + 1
    assert (time(13), time(16)) in {(rule.starts_at, rule.ends_at) for rule in _rules(desk, BEN)}


def test_a_small_availability_says_by_its_tooltip_what_has_no_room_in_it(desk: Desk) -> None:
    (work,) = desk.workplace.services.queries.choices().availability_types
    _weekly(desk, ends_at=time(9, 10), text="Kasse", type_id=work.id)
    spot = desk.spot(ANNA, "09:05")
    viewport = desk.canvas.viewport()
    help_event = QHelpEvent(QEvent.Type.ToolTip, spot, viewport.mapToGlobal(spot))
    QApplication.sendEvent(viewport, help_event)
    assert "09:00–09:10 · Arbeitszeit · Kasse" in QToolTip.text()
    QToolTip.hideText()


def test_escape_puts_a_dragged_availability_back_and_a_click_opens_nothing(desk: Desk) -> None:
    _weekly(desk)
    start, end = desk.spot(ANNA, "10:10"), desk.spot(ANNA, "13:10")
    desk.press(start)
    desk.move(start + QPoint(0, 12))
    desk.move(end)
    held = desk.canvas.overlay().rule
    assert held is not None
    assert (held.target.start, held.target.end) == (12 * 60, 15 * 60)
    desk.canvas.grab()
    desk.key(Qt.Key.Key_Escape)
    assert desk.canvas.overlay().rule is None
    desk.release(end)
    desk.click(start)
    desk.settle()
    assert open_dialog() is None
    assert [rule.starts_at for rule in _rules(desk)] == [time(9)]


@pytest.mark.parametrize("is_moved", [True, False])
def test_what_somebody_else_changed_meanwhile_is_let_go(desk: Desk, is_moved: bool) -> None:
    stored = _weekly(desk)
    start = desk.spot(ANNA, "10:10")
    desk.press(start)
    if is_moved:
        desk.move(start + QPoint(0, 12))
    assert (desk.canvas.overlay().rule is not None) == is_moved
    desk.workplace.services.availabilities.save(desk.session.actor, replace(stored, ends_at=time(13)))
    desk.settle()
    desk.move(start + QPoint(0, 40))
    assert desk.canvas.overlay().rule is None
    desk.key(Qt.Key.Key_Escape)
    desk.release(start)
    assert open_dialog() is None


def test_availabilities_lie_fast_while_they_are_not_edited_and_below_appointments(desk: Desk) -> None:
    _weekly(desk)
    desk.show(desk.span("10:00", "10:30"), text="Sehtest")
    desk.drag(desk.spot(ANNA, "10:10"), desk.spot(ANNA, "11:10"))
    assert open_dialog() is None
    assert [row.when for row in desk.everything()] == [desk.span("11:00", "11:30")]
    desk.page.availability.end_editing()
    desk.drag(desk.spot(ANNA, "09:10"), desk.spot(ANNA, "09:50"))
    assert isinstance(_front(), AppointmentDialog), "a new appointment was drawn"
    assert [rule.starts_at for rule in _rules(desk)] == [time(9)]


def test_nobody_drags_an_availability_to_whom_they_do_not_plan(
    workplace: Workplace, tasks: TaskRunner, qtbot: QtBot, tmp_path: Path
) -> None:
    session = workplace.session("klara.himmel")
    page = open_page(workplace, session, tasks, qtbot, tmp_path / "window.ini")
    workplace.feed.changed.connect(page.refresh)
    desk = Desk(workplace, session, tasks, page, qtbot)
    desk.reload()
    _editing(desk)
    before = _rules(desk), _rules(desk, BEN)
    start, end = desk.spot(ANNA, "10:10"), desk.spot(BEN, "11:10")
    desk.press(start)
    desk.move(start + QPoint(0, 12))
    desk.move(end)
    held = desk.canvas.overlay().rule
    assert held is not None
    assert not held.is_allowed
    desk.canvas.grab()
    desk.release(end)
    desk.settle()
    assert open_dialog() is None
    assert any(BEN in banner.text for banner in page.findChildren(Banner))
    assert (_rules(desk), _rules(desk, BEN)) == before


def _weekday_boxes(dialog: QDialog) -> dict[str, QCheckBox]:
    return {
        box.accessibleName(): box
        for boxes in dialog.findChildren(WeekdayBoxes)
        if boxes.isVisible()
        for box in boxes.findChildren(QCheckBox)
    }


@pytest.mark.usefixtures("german_locale")
def test_a_working_week_is_entered_at_once_and_taken_back_at_once(desk: Desk) -> None:
    _clear_rules(desk)
    _editing(desk)
    desk.double_click(desk.spot(ANNA, "09:05"))
    dialog = _front()
    named(dialog, TimeField, "Ende").setTime(QTime(18, 0))
    assert _weekday_boxes(dialog) == {}, "one day alone has no others"
    named(dialog, QCheckBox, "Wiederholt sich").setChecked(True)
    boxes = _weekday_boxes(dialog)
    assert [name for name, box in boxes.items() if box.isChecked()] == ["Montag"]
    boxes["Montag"].setChecked(False)
    _press(desk, "Speichern")
    assert "mindestens einen Wochentag" in "".join(banner.text for banner in dialog.findChildren(Banner))
    for name in ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag"):
        boxes[name].setChecked(True)
    named(dialog, QCheckBox, "endet nie").setChecked(False)
    named(dialog, QDateEdit, "Gültig bis").setDate(QDate(2026, 11, 26))
    _press(desk, "Speichern")
    assert "nicht jeder angekreuzte Wochentag" in "".join(banner.text for banner in dialog.findChildren(Banner))
    named(dialog, QDateEdit, "Gültig bis").setDate(QDate(2026, 11, 27))
    _press(desk, "Speichern")
    assert not desk.page.is_dirty
    rules = _rules(desk)
    assert [rule.weekday for rule in rules] == list(Weekday)[:5]
    assert {(rule.starts_at, rule.ends_at, rule.valid_from_on) for rule in rules} == {(time(9), time(18), MONDAY)}
    desk.workplace.services.undo.undo(desk.session.actor)
    assert _rules(desk) == ()


@pytest.mark.usefixtures("german_locale")
def test_a_weekday_is_ticked_as_the_date_says_until_somebody_ticks_others(desk: Desk) -> None:
    _clear_rules(desk)
    _editing(desk)
    desk.double_click(desk.spot(ANNA, "10:05"))
    dialog = _front()
    named(dialog, QCheckBox, "Wiederholt sich").setChecked(True)
    day = named(dialog, QDateEdit, "Datum")
    day.setDate(QDate(2026, 11, 25))
    boxes = _weekday_boxes(dialog)
    assert [name for name, box in boxes.items() if box.isChecked()] == ["Mittwoch"]
    boxes["Montag"].setChecked(True)
    day.setDate(QDate(2026, 11, 24))
    assert [name for name, box in boxes.items() if box.isChecked()] == ["Montag", "Mittwoch"]
    named(dialog, QSpinBox, "Abstand").setValue(2)
    _press(desk, "Speichern")
    monday, wednesday = _rules(desk)
    days = [MONDAY + timedelta(days=number) for number in range(20)]
    assert [on for on in days if applies_on(monday, on)] == [date(2026, 12, 7)]
    assert [on for on in days if applies_on(wednesday, on)] == [date(2026, 11, 25), date(2026, 12, 9)]


@pytest.mark.usefixtures("german_locale")
def test_one_that_is_stored_keeps_its_one_day_and_shows_no_other(desk: Desk) -> None:
    _clear_rules(desk)
    weekly = Availability(uuid4(), desk.resource(ANNA).id, Weekday.MONDAY, time(9), time(12))
    desk.workplace.services.availabilities.save(desk.session.actor, weekly)
    desk.reload()
    _editing(desk)
    desk.double_click(desk.spot(ANNA, "10:00"))
    dialog = _front()
    assert _weekday_boxes(dialog) == {}
    assert "nur Montag" in [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    named(dialog, QCheckBox, "endet nie").setChecked(False)
    _press(desk, "Speichern")
    assert [rule.weekday for rule in _rules(desk)] == [Weekday.MONDAY]


def test_an_absence_of_a_week_leads_to_one_for_each_of_its_days(desk: Desk) -> None:
    _clear_rules(desk)
    _begin_to_repeat(desk, AllDay(MONDAY + timedelta(days=2), MONDAY + timedelta(days=5)), ANNA)
    _press(desk, "Speichern")
    rules = _rules(desk)
    assert [rule.weekday for rule in rules] == [Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY]
    assert {(rule.is_available, rule.starts_at, rule.ends_at) for rule in rules} == {(False, time.min, time.min)}


def test_one_day_of_many_is_deleted(desk: Desk) -> None:
    _clear_rules(desk)
    weekly = Availability(uuid4(), desk.resource(ANNA).id, Weekday.MONDAY, time(9), time(12))
    desk.workplace.services.availabilities.save(desk.session.actor, weekly)
    desk.reload()
    _editing(desk)
    desk.double_click(desk.spot(ANNA, "10:00"))
    _press(desk, "Löschen")
    assert dialog_title() == "Verfügbarkeit löschen?"
    _press(desk, "Nur dieser Tag")
    bounds = sorted((rule.valid_from_on or date.min, rule.valid_until_on or date.max) for rule in _rules(desk))
    assert bounds == [
        (date.min, MONDAY - timedelta(days=1)),
        (MONDAY + timedelta(weeks=1), date.max),
    ]


def test_one_day_of_many_is_changed(desk: Desk) -> None:
    _clear_rules(desk)
    weekly = Availability(uuid4(), desk.resource(ANNA).id, Weekday.MONDAY, time(9), time(12))
    desk.workplace.services.availabilities.save(desk.session.actor, weekly)
    desk.reload()
    _editing(desk)
    desk.double_click(desk.spot(ANNA, "10:00"))
    dialog = _front()
    named(dialog, TimeField, "Ende").setTime(QTime(11, 0))
    named(dialog, QPlainTextEdit, "Kommentar").setPlainText("Arzttermin")
    kind = _choice(dialog, "Typ")
    kind.setCurrentIndex(kind.findText("Arbeitszeit"))
    _press(desk, "Speichern")
    assert dialog_title() == "Verfügbarkeit ändern?"
    _press(desk, "Nur dieser Tag")
    (once,) = [rule for rule in _rules(desk) if rule.valid_from_on == rule.valid_until_on == MONDAY]
    (work,) = desk.workplace.services.queries.choices().availability_types
    assert (once.ends_at, once.comment, once.type_id) == (time(11), "Arzttermin", work.id)
    assert sorted(rule.ends_at for rule in _rules(desk)) == [time(11), time(12), time(12)]
    assert desk.workplace.services.undo.undo_command == "save_availability"


def test_a_repeated_one_keeps_its_beginning_and_gets_an_end(desk: Desk) -> None:
    _clear_rules(desk)
    weekly = Availability(uuid4(), desk.resource(ANNA).id, Weekday.MONDAY, time(9), time(12))
    stored = desk.workplace.services.availabilities.save(desk.session.actor, weekly)
    desk.reload()
    _editing(desk)
    desk.double_click(desk.spot(ANNA, "10:00"))
    dialog = _front()
    named(dialog, QCheckBox, "endet nie").setChecked(False)
    named(dialog, QDateEdit, "Gültig bis").setDate(QDate(2026, 12, 31))
    _press(desk, "Speichern")
    (rule,) = _rules(desk)
    assert rule.id == stored.id
    assert (rule.valid_from_on, rule.valid_until_on) == (None, date(2026, 12, 31))


def test_a_double_click_means_appointments_again_once_the_notice_is_closed(desk: Desk) -> None:
    _editing(desk)
    named(desk.page.availability.notice, QAbstractButton, "Meldung schließen").click()
    assert not desk.page.availability.is_editing
    desk.double_click(desk.spot(ANNA, "10:05"))
    assert desk.page.findChild(AppointmentDialog) is not None


def test_a_new_appointment_is_one_also_while_availabilities_are_edited(desk: Desk) -> None:
    _editing(desk)
    desk.press_button("Neuer Termin")
    desk.settle()
    assert isinstance(_front(), AppointmentDialog)
    _press(desk, "Abbrechen")
    desk.double_click(desk.spot(ANNA, "10:05"))
    assert isinstance(_front(), AppointmentDialog), "what is edited was said to be something else"


@pytest.mark.parametrize(("user", "count"), [("admin", 2), ("klara.himmel", 1)])
def test_everybody_enters_what_they_may_plan(
    desk: Desk, tasks: TaskRunner, qtbot: QtBot, user: str, count: int
) -> None:
    services = desk.workplace.services
    session = desk.workplace.session(user)
    choices = services.queries.choices()
    day = AllDay(MONDAY, MONDAY + timedelta(days=1))
    dialog = AbsenceDialog(services, session, tasks, choices, Absence(uuid4(), AbsenceKind.OTHER, day))
    qtbot.addWidget(dialog)
    dialog.show()
    entries = named(dialog, QListWidget, "Ressourcen")
    offered = {entries.item(row).text() for row in range(entries.count())}
    assert len(offered & {ANNA, BEN}) == count


# -- where there is no room


def test_a_taken_time_offers_the_next_free_ones_and_one_of_them_is_taken_over(desk: Desk) -> None:
    desk.put(desk.span("10:00", "11:00"))
    desk.put(desk.span("11:30", "12:00"))
    desk.reload()
    desk.canvas.newRequested.emit(NewAppointment(desk.resource(ANNA), desk.span("10:00", "10:30")), QPoint())
    offer = desk.dialog.findChild(FreeTimesOffer)
    assert offer is not None
    desk.qtbot.waitUntil(offer.isVisible)
    links = offer.findChildren(QAbstractButton)
    assert [link.text()[-5:] for link in links] == ["11:00", "12:00", "12:30"]
    links[1].click()
    desk.qtbot.waitUntil(lambda: not offer.isVisible())
    press(desk.dialog, "Speichern")
    desk.settle()
    assert any(row.when == desk.span("12:00", "12:30") for row in desk.everything())


def test_begin_end_and_duration_give_each_other(desk: Desk) -> None:
    _clear_rules(desk)
    _editing(desk)
    desk.double_click(desk.spot(ANNA, "10:05"))
    dialog = _front()
    start, end = named(dialog, TimeField, "Beginn"), named(dialog, TimeField, "Ende")
    minutes = named(dialog, QSpinBox, "Dauer")
    end.setTime(QTime(13, 0))
    assert minutes.value() == 180
    start.setTime(QTime(11, 0))
    assert end.time() == QTime(14, 0)
    minutes.setValue(45)
    assert end.time() == QTime(11, 45)
    end.setTime(QTime(9, 0))
    assert minutes.value() == 0
    start.setTime(QTime(7, 30))
    assert (end.time(), minutes.value()) == (QTime(9, 0), 90)
    start.setTime(QTime(23, 30))
    assert (end.time(), minutes.value()) == (QTime(0, 0), 30)


def test_the_step_of_the_resource_is_named_and_its_types_are_edited_by_the_menu_of_their_field(desk: Desk) -> None:
    ben = replace(desk.resource(BEN), step_minutes=55)
    desk.workplace.services.master_data.save(desk.session.actor, ben)
    _clear_rules(desk)
    _editing(desk)
    desk.double_click(desk.spot(ANNA, "10:05"))
    dialog = _front()
    step = named(dialog, QSpinBox, "Schrittweite")
    assert step.text() == f"wie die Ressource ({desk.resource(ANNA).step_minutes} min)"
    first = _choice(dialog, "Ressource 1")
    assert step.value() == 0
    first.setCurrentIndex(first.findText(BEN))
    assert step.text() == "wie die Ressource (55 min)"
    assert [action.text() for action in _choice(dialog, "Typ").actions()] == ["Eigenschaft bearbeiten …"]


def test_an_absence_that_comes_again_leads_to_an_availability_that_repeats(desk: Desk) -> None:
    _clear_rules(desk)
    place = NewAppointment(desk.resource(ANNA), desk.span("13:00", "17:00"))
    desk.page.availability.new_absence(place)
    dialog = _front()
    kinds = _choice(dialog, "Art")
    kinds.setCurrentIndex(kinds.findText("Schulung"))
    named(dialog, QCheckBox, "Ganztägig").setChecked(False)
    named(dialog, TimeField, "Beginn").setTime(QTime(13, 0))
    named(dialog, TimeField, "Ende").setTime(QTime(17, 0))
    named(dialog, QLineEdit, "Text").setText("Optik-Akademie")
    _tick(dialog, ())
    _press(desk, "Wiederholt sie sich? Als Nichtverfügbarkeit eintragen …")
    assert _front() is dialog
    _tick(dialog, (ANNA,))
    _press(desk, "Wiederholt sie sich? Als Nichtverfügbarkeit eintragen …")
    dialog = _front()
    assert isinstance(dialog, AvailabilityDialog)
    assert _choice(dialog, "Art").currentText() == "nicht verfügbar"
    assert named(dialog, QCheckBox, "Wiederholt sich").isChecked()
    _press(desk, "Speichern")
    (rule,) = _rules(desk, ANNA)
    assert (rule.is_available, rule.weekday, rule.starts_at, rule.ends_at) == (
        False,
        Weekday.MONDAY,
        time(13),
        time(17),
    )
    assert (rule.text, rule.valid_from_on, rule.valid_until_on) == ("Schulung: Optik-Akademie", MONDAY, None)
    assert _absences(desk) == ()


def _begin_to_repeat(desk: Desk, when: When, *names: str) -> QDialog:
    ids = tuple(desk.resource(name).id for name in names)
    absence = Absence(uuid4(), AbsenceKind.TRAINING, when, ids, text="Kurs")
    desk.page.availability.edit_absence(absence)
    desk.settle()
    _press(desk, "Wiederholt sie sich? Als Nichtverfügbarkeit eintragen …")
    return _front()


@pytest.mark.parametrize(
    ("names", "days", "said"),
    [((ANNA, BEN), 1, "gilt für eine Ressource"), ((ANNA,), 8, "höchstens eine Woche")],
)
def test_an_absence_of_more_than_repeats_stays_and_says_so(
    desk: Desk, names: tuple[str, ...], days: int, said: str
) -> None:
    dialog = _begin_to_repeat(desk, AllDay(MONDAY, MONDAY + timedelta(days=days)), *names)
    assert isinstance(dialog, AbsenceDialog)
    assert said in "".join(banner.text for banner in dialog.findChildren(Banner))
    assert named(dialog, QLineEdit, "Text").text() == "Kurs"


def test_an_absence_over_midnight_stays_too(desk: Desk) -> None:
    night = Timed(desk.at("22:00"), desk.at("06:00", MONDAY + timedelta(days=1)))
    assert isinstance(_begin_to_repeat(desk, night, ANNA), AbsenceDialog)


def test_what_was_taken_over_from_an_absence_is_not_lost_without_a_question(desk: Desk) -> None:
    _clear_rules(desk)
    dialog = _begin_to_repeat(desk, AllDay(MONDAY, MONDAY + timedelta(days=1)), ANNA)
    assert isinstance(dialog, AvailabilityDialog)
    assert desk.page.is_dirty
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    _press(desk, "Weiter bearbeiten")
    assert _front() is dialog
    _press(desk, "Speichern")
    (rule,) = _rules(desk, ANNA)
    assert (rule.starts_at, rule.ends_at, rule.text) == (time.min, time.min, "Schulung: Kurs"), "the whole day"
    assert not desk.page.is_dirty


def test_only_a_new_absence_leads_there(desk: Desk) -> None:
    desk.page.availability.new_absence(NewAppointment(desk.resource(BEN), desk.span("13:00", "17:00")))
    _press(desk, "Speichern")
    (absence,) = _absences(desk)
    desk.page.availability.edit_absence(absence)
    assert _names_of_buttons(_front()) == {"Löschen", "Abbrechen", "Speichern"}
    _press(desk, "Abbrechen")
    desk.page.availability.new_closure()
    assert _names_of_buttons(_front()) == {"Abbrechen", "Speichern"}


def _names_of_buttons(dialog: QDialog) -> set[str]:
    return {
        part.text().replace("&", "")
        for part in dialog.findChildren(QPushButton)
        if part.isVisible() and part.text()
    }
