"""Absences by the menu of the plan, and days chosen in the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu

from helpers.find import press
from helpers.named import open_dialog
from helpers.planner_desk import ANNA, BEN, MONDAY, Desk, only
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.resource import Availability, Weekday
from terminplaner.domain.series import first_day
from terminplaner.domain.when import AllDay
from terminplaner.ui.banner import Banner
from terminplaner.ui.planner.appointment.appointment_form import AppointmentForm
from terminplaner.ui.planner.availability.absence_dialog import AbsenceDialog
from terminplaner.ui.planner.availability.availability_dialog import AvailabilityDialog
from terminplaner.ui.planner.overviews import year
from terminplaner.ui.planner.overviews.away_list import AwayList
from terminplaner.ui.planner.overviews.year_grid import YearGrid
from terminplaner.ui.planner.overviews.year_view import YearView
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.window import Mode

_SEA = "„Urlaub (Ostsee)“ bearbeiten …"
_NO_SEA = "„Urlaub (Ostsee)“ löschen"


def _away(desk: Desk, name: str = ANNA) -> Absence:
    days = AllDay(MONDAY, MONDAY + timedelta(days=2))
    absence = Absence(uuid4(), AbsenceKind.VACATION, days, (desk.resource(name).id,), text="Ostsee")
    stored = desk.workplace.services.absences.save(desk.session.actor, absence).absence
    desk.reload()
    return stored


def _said(desk: Desk) -> str:
    return "\n".join(banner.text for banner in desk.page.findChildren(Banner) if banner.isVisible())


def _entries(menu: QMenu) -> dict[str, object]:
    return {action.text().replace("&", ""): action for action in menu.actions() if action.text()}


def _trigger(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text().replace("&", "") == text).trigger()


@pytest.mark.parametrize("hours", [("14:00", "16:00"), ("07:00", "08:00")])
def test_the_list_has_the_menu_of_an_absence_of_some_hours(desk: Desk, hours: tuple[str, str]) -> None:
    absence = Absence(uuid4(), AbsenceKind.TRAINING, desk.span(*hours), (desk.resource(ANNA).id,), text="Kurs")
    desk.workplace.services.absences.save(desk.session.actor, absence)
    desk.reload()
    desk.page.browsing.show_list(True)
    desk.settle()
    asked: list[NewAppointment] = []
    desk.page._stage.menuRequested.connect(lambda _row, place, _corner: asked.append(place))
    table = desk.page._stage.list
    table.menuRequested.emit(table._table.entry_at(table.model().index(0, 0)), QPoint())
    assert desk.page.availability.absences_at(asked[0]) != ()


def test_the_menu_on_an_absence_edits_and_deletes_it(desk: Desk) -> None:
    away = _away(desk)
    place = NewAppointment(desk.resource(ANNA), desk.span("10:00", "10:30"))
    menu = desk.page.wishes.menu_for(None, place)
    _trigger(menu, _SEA)
    dialog = open_dialog()
    assert isinstance(dialog, AbsenceDialog)
    press(dialog, "Abbrechen")
    desk.settle()
    elsewhere = desk.page.wishes.menu_for(None, NewAppointment(desk.resource(BEN), place.when))
    assert _SEA not in _entries(elsewhere)
    _trigger(menu, _NO_SEA)
    desk.settle()
    assert away.id not in [row.id for row in desk.workplace.services.absences.list()]
    assert desk.workplace.services.undo.undo_command == "delete_absence"
    assert _said(desk) == "„Urlaub (Ostsee)“ ist gelöscht."
    desk.press_button("Rückgängig", within_banner=True)
    desk.settle()
    assert away.id in [row.id for row in desk.workplace.services.absences.list()]
    assert _said(desk) == "Rückgängig gemacht: Abwesenheit löschen"


def test_what_deletes_an_absence_in_its_dialog_can_be_taken_back_until_it_is_changed(desk: Desk) -> None:
    away = _away(desk)
    place = NewAppointment(desk.resource(ANNA), desk.span("10:00", "10:30"))
    _trigger(desk.page.wishes.menu_for(None, place), _SEA)
    dialog = open_dialog()
    assert isinstance(dialog, AbsenceDialog)
    press(dialog, "Löschen")
    desk.settle()
    assert _said(desk) == "„Urlaub (Ostsee)“ ist gelöscht."
    absences, actor = desk.workplace.services.absences, desk.workplace.session("klara.himmel").actor
    with desk.workplace.store.read() as reader:
        gone = reader.get(Absence, away.id)
    absences.save(actor, replace(gone, deleted_at=None))
    desk.settle()
    assert _said(desk) == ""


def test_an_absence_that_was_changed_meanwhile_is_not_deleted_and_that_is_said(desk: Desk) -> None:
    away = _away(desk)
    desk.workplace.services.absences.save(desk.session.actor, replace(away, text="Nordsee"))
    desk.page.availability.delete_absence(away)
    desk.settle()
    assert "inzwischen" in _said(desk)
    assert [row.text for row in desk.workplace.services.absences.list() if row.id == away.id] == ["Nordsee"]


def _year(desk: Desk) -> YearGrid:
    desk.page.browsing.show_mode(Mode.YEAR)
    desk.settle()
    grid = only(desk.page, YearGrid)
    grid.setFocus()
    return grid


def test_days_chosen_over_the_end_of_a_month_become_an_absence(desk: Desk) -> None:
    grid = _year(desk)
    view = only(desk.page, YearView)
    people = only(view, QComboBox)
    people.setCurrentIndex(people.findText(BEN))
    grid.setCurrentIndex(grid.model().index(7, 28))
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert grid.chosen == AllDay(date(2026, 8, 30), date(2026, 10, 1))
    assert len(grid.selectedIndexes()) == 32
    for _ in range(27):
        QTest.keyClick(grid, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert grid.chosen == AllDay(date(2026, 8, 30), date(2026, 9, 4))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    dialog = open_dialog()
    assert isinstance(dialog, AbsenceDialog)
    press(dialog, "Speichern")
    desk.settle()
    (stored,) = desk.workplace.services.absences.list()
    assert stored.when == AllDay(date(2026, 8, 30), date(2026, 9, 4))
    assert stored.resource_ids == (desk.resource(BEN).id,)


def test_the_right_button_keeps_the_chosen_days_it_is_pressed_on(desk: Desk) -> None:
    grid = _year(desk)
    spot = {number: grid.visualRect(grid.model().index(11, number - 1)).center() for number in (7, 8, 9, 20)}
    viewport, left, right = grid.viewport(), Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
    QTest.mousePress(viewport, left, pos=spot[7])
    QTest.mouseMove(viewport, spot[9])
    QTest.mouseRelease(viewport, left, pos=spot[9])
    three, (first, eighth) = grid.chosen, (date(2026, 12, 7), date(2026, 12, 8))
    assert three == AllDay(first, date(2026, 12, 10))
    QTest.mouseClick(viewport, right, pos=spot[8])
    assert grid.chosen == three
    QApplication.sendEvent(viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot[8], QPoint()))
    menu = only(grid, QMenu)
    days: list[date] = []
    grid.dayRequested.connect(days.append)
    next(action for action in menu.actions() if "zeigen" in action.text()).trigger()
    menu.close()
    assert days == [eighth]
    QTest.mouseClick(viewport, right, pos=spot[20])
    assert grid.chosen == AllDay(date(2026, 12, 20), date(2026, 12, 21))


def test_a_new_appointment_of_the_year_lays_no_year_out_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    _year(desk)
    view = only(desk.page, YearView)
    people = only(view, QComboBox)
    people.setCurrentIndex(people.findText(BEN))
    laid_out: list[object] = []
    monkeypatch.setattr(year, "lay_out_year", lambda *given: laid_out.append(given))
    place = view.new_here()
    assert place is not None
    assert (place.resource.name, laid_out) == (BEN, [])


def test_the_menu_of_an_appointment_pastes_nothing(desk: Desk) -> None:
    desk.show(desk.span("10:00", "10:30"))
    (row,) = desk.page._stage.canvas.board.snapshot.rows()
    menu = desk.page.wishes.menu_for(row, NewAppointment(desk.resource(ANNA), desk.span("10:00", "10:30")))
    assert not [entry for entry in menu.findChildren(QAction) if entry.text().replace("&", "") == "Einfügen"]


def test_a_new_appointment_comes_on_the_chosen_day_of_the_year(desk: Desk) -> None:
    grid = _year(desk)
    people = only(only(desk.page, YearView), QComboBox)
    people.setCurrentIndex(people.findText(BEN))
    grid.setCurrentIndex(grid.model().index(7, 28))
    press(desk.page, "Neuer Termin")
    desk.settle()
    appointment = only(desk.dialog, AppointmentForm).appointment()
    assert first_day(appointment.when, desk.session.branch.tz) == date(2026, 8, 29)
    assert appointment.resource_ids == (desk.resource(BEN).id,)
    press(desk.dialog, "Abbrechen")


def test_a_single_day_of_the_year_leads_there_and_its_menu_to_its_absences(desk: Desk) -> None:
    _away(desk)
    grid = _year(desk)
    QTest.keyClick(grid, Qt.Key.Key_Home)
    grid.setCurrentIndex(grid.model().index(10, 21))
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.chosen == AllDay(MONDAY, MONDAY + timedelta(days=1))
    menu = grid.menu()
    assert menu is not None
    _trigger(menu, _SEA)
    dialog = open_dialog()
    assert isinstance(dialog, AbsenceDialog)
    press(dialog, "Abbrechen")
    desk.settle()
    QTest.keyClick(grid, Qt.Key.Key_Return)
    desk.settle()
    assert not grid.isVisible()


def test_the_year_says_how_an_absence_is_entered(desk: Desk) -> None:
    desk.page.browsing.show_mode(Mode.YEAR)
    desk.settle()
    said = " ".join(label.text() for label in only(desk.page, YearView).findChildren(QLabel) if label.isVisible())
    assert "die Eingabetaste trägt dort eine Abwesenheit ein" in said


def _school(desk: Desk) -> Availability:
    """Anna, every Monday, all day."""
    weekly = Availability(
        uuid4(), desk.resource(ANNA).id, Weekday.MONDAY, time(8), time(19), is_available=False, text="Schule"
    )
    with desk.workplace.store.write(Author("jemand", Origin.USER), "test") as work:
        stored = work.put(weekly)
        work.commit()
    desk.reload()
    return stored


def test_the_year_opens_whatever_keeps_somebody_away(desk: Desk) -> None:
    fair = AllDay(date(2026, 8, 18), date(2026, 8, 19))
    desk.put(fair, ANNA, text="Messe", shows_as_unavailable=True)
    _school(desk)
    grid = _year(desk)
    grid.setCurrentIndex(grid.model().index(7, 16))
    menu = grid.menu()
    assert menu is not None
    _trigger(menu, "„Schule“ bearbeiten …")
    dialog = open_dialog()
    assert isinstance(dialog, AvailabilityDialog)
    press(dialog, "Abbrechen")
    grid.setCurrentIndex(grid.model().index(7, 17))
    menu = grid.menu()
    assert menu is not None
    _trigger(menu, "„Messe“ bearbeiten …")
    assert only(desk.dialog, AppointmentForm).appointment().when == fair


@pytest.mark.usefixtures("german_locale")
def test_the_year_as_a_list_says_how_often_and_opens_with_enter(desk: Desk) -> None:
    _away(desk)
    _school(desk)
    desk.page.browsing.show_mode(Mode.YEAR)
    desk.page.browsing.show_list(True)
    desk.settle()
    table = only(desk.page, AwayList)
    model = table.model()
    lines = {model.index(row, 4).data(): row for row in range(model.rowCount())}
    assert model.index(lines["Schule, Mo wöchentlich"], 2).data() == "52"
    table.setCurrentCell(lines["Urlaub (Ostsee)"], 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    dialog = open_dialog()
    assert isinstance(dialog, AbsenceDialog)
    press(dialog, "Abbrechen")
