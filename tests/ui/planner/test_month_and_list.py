"""Month and list take part in everything: choosing several, the clipboard, picking up, dragging, the hint."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QDate, QItemSelectionModel, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QImage, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from helpers.find import press as press_button
from helpers.named import open_dialog
from helpers.planner_desk import ANNA, BEN, MONDAY, Desk, only
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.resource import Availability, Weekday
from terminplaner.domain.when import AllDay, When
from terminplaner.ui.banner import Banner
from terminplaner.ui.planner.appointment.appointment_form import AppointmentForm
from terminplaner.ui.planner.availability.absence_dialog import AbsenceDialog
from terminplaner.ui.planner.carry_hint import CarryHint
from terminplaner.ui.planner.navigation.mini_calendar import MiniCalendar
from terminplaner.ui.planner.overviews.list_view import AppointmentListView
from terminplaner.ui.planner.overviews.month import DayCell
from terminplaner.ui.planner.overviews.month_carrying import MonthHeld
from terminplaner.ui.planner.overviews.month_painting import lay_out_cell, paint_cell
from terminplaner.ui.planner.overviews.month_view import MonthView
from terminplaner.ui.planner.plan.carrying import Carried, CarriedMimeData, Purpose
from terminplaner.ui.planner.plan.feedback import Objection
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.selection import Selection
from terminplaner.ui.planner.stage import PlanStage
from terminplaner.ui.planner.window import Mode
from terminplaner.ui.theme import tokens

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
NONE, CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


pytestmark = pytest.mark.usefixtures("german_locale")


def month_of(desk: Desk) -> MonthView:
    desk.page.browsing.show_mode(Mode.MONTH)
    desk.settle()
    view = only(desk.page, MonthView)
    view.setFocus()
    return view


def list_of(desk: Desk) -> AppointmentListView:
    desk.page.browsing.show_list(True)
    desk.settle()
    return only(desk.page, AppointmentListView)


def hint(desk: Desk) -> str:
    return only(desk.page, CarryHint).text


def line(view: MonthView, day: date, number: int = 0) -> QPoint:
    """Where an appointment of a day stands."""
    area = view.visualRect(view.table.index_of(day))
    height = view.fontMetrics().height()
    return area.topLeft() + QPoint(30, height + 18 + number * (height + 3))


def ground(view: MonthView, day: date) -> QPoint:
    """The empty end of a day."""
    return view.visualRect(view.table.index_of(day)).bottomRight() - QPoint(12, 6)


def click(view: MonthView, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, pos=point)


def drag(view: MonthView, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, pos=start)
    for point in (start + QPoint(15, 0), end):
        position = QPointF(point)
        QApplication.sendEvent(
            view.viewport(),
            QMouseEvent(
                QMouseEvent.Type.MouseMove,
                position,
                QPointF(view.viewport().mapToGlobal(point)),
                Qt.MouseButton.NoButton,
                left,
                modifiers,
            ),
        )
    QTest.mouseRelease(view.viewport(), left, modifiers, pos=end)


def press(desk: Desk, view: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(view, key, modifiers)
    desk.settle()


def days(desk: Desk) -> list[tuple[date, str]]:
    zone = desk.session.branch.tz
    starts = (
        row.when.interval(zone).start_at.astimezone(zone) for row in desk.everything() if not row.is_cancelled
    )
    return sorted((start.date(), f"{start:%H:%M}") for start in starts)


def two(desk: Desk) -> tuple[Appointment, Appointment]:
    """The first was chosen in the day view before."""
    first, second = (
        desk.show(desk.span("09:00", "09:30"), text="A"),
        desk.show(desk.span("10:00", "10:30"), text="B"),
    )
    desk.click(desk.spot(ANNA, "09:10"))
    return first, second


# -- the clipboard


def test_the_month_copies_what_is_chosen_in_the_month(desk: Desk) -> None:
    two(desk)
    view = month_of(desk)
    click(view, line(view, MONDAY, 1))
    press(desk, view, Qt.Key.Key_C, CONTROL)
    click(view, ground(view, WEDNESDAY))
    press(desk, view, Qt.Key.Key_V, CONTROL)
    assert days(desk) == [(MONDAY, "09:00"), (MONDAY, "10:00"), (WEDNESDAY, "10:00")]
    assert [row.text for row in desk.everything()].count("B") == 2


def test_the_list_copies_what_is_chosen_in_the_list_and_leads_to_the_plan_to_paste(desk: Desk) -> None:
    first, second = two(desk)
    view = list_of(desk)
    view.select(second.id)
    press(desk, view, Qt.Key.Key_C, CONTROL)
    press(desk, view, Qt.Key.Key_V, CONTROL)
    assert desk.canvas.isVisible()
    assert desk.canvas.carried is not None
    assert desk.canvas.carried.lead.appointment.id == second.id
    desk.click(desk.spot(BEN, "14:05"))
    desk.settle()
    assert (MONDAY, "14:00") in days(desk)
    assert desk.stored(first) == first


# -- picking up


def test_what_is_picked_up_in_the_month_lands_on_the_day_that_is_clicked(desk: Desk) -> None:
    _first, second = two(desk)
    view = month_of(desk)
    click(view, line(view, MONDAY, 1))
    press(desk, view, Qt.Key.Key_V)
    assert hint(desk).startswith("Verschieben: B, 30 min")
    click(view, ground(view, WEDNESDAY))
    desk.settle()
    assert desk.stored(second).when == desk.span("10:00", "10:30", WEDNESDAY)
    assert hint(desk) == ""


def test_enter_places_on_the_current_day_and_escape_lets_go(desk: Desk) -> None:
    _first, second = two(desk)
    view = month_of(desk)
    click(view, line(view, MONDAY, 1))
    press(desk, view, Qt.Key.Key_V)
    press(desk, view, Qt.Key.Key_Escape)
    assert hint(desk) == ""
    press(desk, view, Qt.Key.Key_V)
    press(desk, view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == "Dienstag, 24. November 2026"
    press(desk, view, Qt.Key.Key_Return)
    assert desk.stored(second).when == desk.span("10:00", "10:30", TUESDAY)


def test_what_is_in_the_hand_goes_along_from_view_to_view(desk: Desk) -> None:
    first, _second = two(desk)
    desk.key(Qt.Key.Key_V)
    view = month_of(desk)
    assert not desk.canvas.is_carrying
    assert view.carried is not None
    list_of(desk)
    assert "Kalender zeigen" in hint(desk)
    desk.page.browsing.show_list(False)
    assert hint(desk).startswith("Verschieben: A, 30 min.  Zum Ablegen klicken")
    click(view, ground(view, TUESDAY))
    desk.settle()
    assert desk.stored(first).when == desk.span("09:00", "09:30", TUESDAY)


def test_what_is_carried_is_never_put_on_a_day_out_of_sight(desk: Desk) -> None:
    first, _second = two(desk)
    view = month_of(desk)
    click(view, line(view, MONDAY))
    press(desk, view, Qt.Key.Key_V)
    desk.page.browsing.turn(2)
    desk.settle()
    assert view.held.target == date(2027, 1, 23)
    press(desk, view, Qt.Key.Key_Return)
    assert desk.stored(first).when == desk.span("09:00", "09:30", date(2027, 1, 23))


def test_the_button_of_the_hint_lets_go_in_every_view(desk: Desk) -> None:
    two(desk)
    for show in (lambda: None, lambda: month_of(desk), lambda: list_of(desk)):
        desk.page.browsing.show_list(False)
        desk.page.browsing.show_mode(Mode.DAY)
        desk.settle()
        desk.page.editing.take_chosen(Purpose.MOVE)
        show()
        desk.press_button("Loslassen (Esc)")
        assert hint(desk) == ""
        assert not desk.canvas.is_carrying
        assert only(desk.page, MonthView).carried is None


def test_from_the_year_a_wish_leads_to_a_day(desk: Desk) -> None:
    two(desk)
    (row,) = desk.canvas.chosen.rows
    desk.page.browsing.show_mode(Mode.YEAR)
    desk.settle()
    assert desk.page.editing.can_paste is False
    desk.page.editing.take(Purpose.COPY, (row,))
    desk.settle()
    assert (desk.page.shown_window.mode, desk.canvas.is_carrying) == (Mode.DAY, True)


def test_the_hidden_plan_takes_no_part_in_the_year(desk: Desk) -> None:
    two(desk)
    desk.page.browsing.show_mode(Mode.YEAR)
    desk.settle()
    desk.page.editing.copy_chosen()
    desk.page.editing.take_chosen(Purpose.MOVE)
    assert not desk.page.editing.can_paste
    assert hint(desk) == ""


# -- dragging in the month


def test_a_drag_with_control_copies(desk: Desk) -> None:
    two(desk)
    view = month_of(desk)
    drag(view, line(view, MONDAY), view.visualRect(view.table.index_of(WEDNESDAY)).center(), CONTROL)
    desk.settle()
    assert days(desk) == [(MONDAY, "09:00"), (MONDAY, "10:00"), (WEDNESDAY, "09:00")]


def test_a_drag_says_what_speaks_against_the_day(desk: Desk) -> None:
    desk.put(desk.span("09:15", "10:00", TUESDAY))
    two(desk)
    view = month_of(desk)
    start = line(view, MONDAY)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(15, 0))
    QTest.mouseMove(view.viewport(), view.visualRect(view.table.index_of(TUESDAY)).center())
    assert Objection.FULL in view.held.objections
    press(desk, view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    desk.settle()
    assert (MONDAY, "09:00") in days(desk)


def test_a_drag_from_beside_is_booked_on_the_day(desk: Desk) -> None:
    two(desk)
    (row,) = desk.canvas.chosen.rows
    view = month_of(desk)
    data = CarriedMimeData(Carried(Purpose.MOVE, (row,)))
    point, actions = ground(view, WEDNESDAY), Qt.DropAction.CopyAction
    for event in (
        QDragEnterEvent(point, actions, data, Qt.MouseButton.LeftButton, NONE),
        QDropEvent(QPointF(point), actions, data, Qt.MouseButton.LeftButton, NONE),
    ):
        QApplication.sendEvent(view.viewport(), event)
        assert event.isAccepted()
    desk.settle()
    assert days(desk) == [(MONDAY, "10:00"), (WEDNESDAY, "09:00")]


# -- several


def test_several_of_the_month_are_moved_as_one_step(desk: Desk) -> None:
    two(desk)
    view = month_of(desk)
    click(view, line(view, MONDAY))
    click(view, line(view, MONDAY, 1), CONTROL)
    assert len(view.chosen.rows) == 2
    drag(view, line(view, MONDAY), view.visualRect(view.table.index_of(WEDNESDAY)).center())
    desk.settle()
    assert days(desk) == [(WEDNESDAY, "09:00"), (WEDNESDAY, "10:00")]
    desk.page.commands.undo()
    desk.settle()
    assert days(desk) == [(MONDAY, "09:00"), (MONDAY, "10:00")]


def test_shift_and_a_click_choose_over_days(desk: Desk) -> None:
    two(desk)
    desk.show(desk.span("08:00", "08:30", TUESDAY))
    desk.show(desk.span("08:00", "08:30", WEDNESDAY))
    view = month_of(desk)
    click(view, line(view, MONDAY, 1))
    click(view, line(view, WEDNESDAY), SHIFT)
    assert [row.appointment.text for row in view.chosen.rows] == ["B", "", ""]


def test_control_a_chooses_the_day_and_then_everything_and_delete_cancels_it(desk: Desk) -> None:
    two(desk)
    desk.show(desk.span("08:00", "08:30", TUESDAY))
    view = month_of(desk)
    click(view, ground(view, MONDAY))
    press(desk, view, Qt.Key.Key_A, CONTROL)
    assert len(view.chosen.rows) == 2
    press(desk, view, Qt.Key.Key_A, CONTROL)
    assert view.accessibleDescription() == "3 Termine ausgewählt"
    press(desk, view, Qt.Key.Key_Delete)
    assert days(desk) == []


def test_keys_choose_several_and_move_them(desk: Desk) -> None:
    two(desk)
    view = month_of(desk)
    click(view, ground(view, MONDAY))
    press(desk, view, Qt.Key.Key_Down, CONTROL)
    press(desk, view, Qt.Key.Key_Down, CONTROL | SHIFT)
    press(desk, view, Qt.Key.Key_Right, ALT)
    assert days(desk) == [(TUESDAY, "09:00"), (TUESDAY, "10:00")]


@pytest.mark.parametrize("mode", [Mode.DAY, Mode.MONTH])
def test_several_lines_of_the_list_are_cancelled_as_one_step(desk: Desk, mode: Mode) -> None:
    two(desk)
    desk.show(desk.span("11:00", "11:30"))
    desk.page.browsing.show_mode(mode)
    desk.settle()
    view = list_of(desk)
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().clearSelection()
    for number in (0, 2):
        view.selectionModel().select(view.model().index(number, 0), flags.Select | flags.Rows)
    press(desk, view, Qt.Key.Key_Delete)
    assert days(desk) == [(MONDAY, "10:00")]
    desk.page.commands.undo()
    desk.settle()
    assert len(days(desk)) == 3
    press(desk, view, Qt.Key.Key_A, CONTROL)
    assert len(view.selection.ids) == 3


def test_the_list_shows_what_is_chosen_in_the_plan(desk: Desk) -> None:
    first, second = two(desk)
    only(desk.page, PlanStage).choose_all()
    assert list_of(desk).selection.ids == {first.id, second.id}


def test_the_menu_offers_what_goes_for_several(desk: Desk) -> None:
    two(desk)
    view = month_of(desk)
    click(view, ground(view, MONDAY))
    press(desk, view, Qt.Key.Key_A, CONTROL)
    texts = [
        entry.text().replace("&", "") for entry in desk.page.wishes.menu_for(view.chosen.rows[0], None).actions()
    ]
    assert {"Status", "Verschieben", "Kopieren", "2 Termine stornieren"} <= set(texts)


# -- days by the keys


def test_arrows_lead_out_of_the_month(desk: Desk) -> None:
    view = month_of(desk)
    for _ in range(8):
        press(desk, view, Qt.Key.Key_Down)
    assert view.current_cell is not None
    assert view.current_cell.day == MONDAY + timedelta(weeks=8)
    assert desk.page.shown_window.day.month == 1


# -- the menu


def test_the_menu_names_the_keys_of_its_entries(desk: Desk) -> None:
    two(desk)
    (row,) = desk.canvas.chosen.rows
    keys = {
        entry.text().replace("&", ""): entry.shortcut().toString()
        for entry in desk.page.wishes.menu_for(row, None).actions()
    }
    expected = {
        "Bearbeiten …": "F2",
        "Verschieben": "V",
        "Kopieren": "K",
        "Ausschneiden": "Ctrl+X",
        "In die Zwischenablage kopieren": "Ctrl+C",
        "Stornieren": "Del",
    }
    assert {name: keys.get(name) for name in expected} == expected
    desk.key(Qt.Key.Key_K)
    assert desk.canvas.is_carrying  # the key is not ambiguous


def test_what_the_month_picked_up_by_the_menu_changes_its_own_resource_in_the_plan(desk: Desk) -> None:
    bens = desk.show(desk.span("09:00", "09:30"), BEN)
    view = month_of(desk)
    click(view, line(view, MONDAY))
    (row,) = view.chosen.rows
    menu = desk.page.wishes.menu_for(row, view.new_when_free())
    next(entry for entry in menu.actions() if entry.text() == "&Verschieben").trigger()
    desk.page.browsing.show_mode(Mode.DAY)
    desk.settle()
    desk.click(desk.spot(ANNA, "14:05"))
    desk.settle()
    assert desk.stored(bens).resource_ids == (desk.resource(ANNA).id,)


# -- one selection and one hand for all


def _stage(desk: Desk) -> PlanStage:
    return only(desk.page, PlanStage)


def _show_mode(desk: Desk, mode: Mode) -> None:
    desk.page.browsing.show_mode(mode)
    desk.settle()


def test_what_is_chosen_goes_along_from_view_to_view(desk: Desk) -> None:
    first, second = two(desk)
    desk.click(desk.spot(ANNA, "09:10"))
    assert _stage(desk).chosen_rows[0].appointment.id == first.id
    view = month_of(desk)
    assert [row.appointment.id for row in _stage(desk).chosen_rows] == [first.id]
    click(view, line(view, MONDAY, 1))
    _show_mode(desk, Mode.YEAR)
    assert _stage(desk).chosen_rows == ()
    _show_mode(desk, Mode.DAY)
    assert [row.appointment.id for row in desk.canvas.chosen.rows] == [second.id]
    assert _stage(desk).chosen_rows == desk.canvas.chosen.rows
    desk.key(Qt.Key.Key_Escape)
    _show_mode(desk, Mode.MONTH)
    assert _stage(desk).chosen_rows == ()


def test_only_what_is_shown_stays_chosen(desk: Desk) -> None:
    view = month_of(desk)
    desk.show(desk.span("10:00", "10:30", WEDNESDAY), text="C")
    click(view, line(view, WEDNESDAY))
    assert len(_stage(desk).chosen_rows) == 1
    desk.page.browsing.go_to(MONDAY)
    _show_mode(desk, Mode.DAY)
    assert desk.canvas.chosen.selection.ids == frozenset()


def test_another_button_means_nothing_while_something_is_dragged(desk: Desk) -> None:
    first, _second = two(desk)
    view = month_of(desk)
    start, end = line(view, MONDAY), ground(view, WEDNESDAY)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(0, 12))
    QTest.mouseMove(view.viewport(), end)
    QTest.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=end)
    assert view.chosen.current_id == first.id
    assert view.current_cell is not None
    assert view.current_cell.day == MONDAY
    press(desk, view, Qt.Key.Key_Escape)


@pytest.mark.parametrize("mode", [Mode.DAY, Mode.MONTH])
def test_what_is_dragged_leaves_the_hand_when_it_is_cancelled_elsewhere(desk: Desk, mode: Mode) -> None:
    first, _second = two(desk)
    view: QAbstractScrollArea = desk.canvas
    start, end = desk.spot(ANNA, "09:10"), desk.spot(BEN, "13:00")
    if mode is Mode.MONTH:
        view = month_of(desk)
        start, end = line(view, MONDAY), ground(view, WEDNESDAY)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(0, 12))
    QTest.mouseMove(view.viewport(), end)
    assert _is_dragging(desk, mode)
    desk.workplace.services.planning.cancel(desk.session.actor, first.id)
    desk.reload()
    assert not _is_dragging(desk, mode)
    said = "\n".join(banner.text for banner in desk.page.findChildren(Banner))
    assert "gerade anderswo geändert" in said
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    desk.settle()
    assert desk.stored(first).when == first.when


def test_that_the_hand_lost_something_is_said_until_it_was_read(desk: Desk) -> None:
    _first, second = two(desk)
    desk.canvas.chosen.choose_one(second.id)
    desk.page.wishes.cancel_selected()
    desk.settle()
    _stage(desk).dragLost.emit()
    other = desk.put(desk.span("16:00", "16:30"))
    desk.workplace.services.planning.change(desk.session.actor, replace(other, text="Sehtest"))
    desk.settle()
    said = "\n".join(banner.text for banner in desk.page.findChildren(Banner))
    assert "gerade anderswo geändert" in said


def _is_dragging(desk: Desk, mode: Mode) -> bool:
    surface = _stage(desk).month if mode is Mode.MONTH else desk.canvas
    return surface.held.carried is not None


# -- who is away


def put_away(desk: Desk, kind: AbsenceKind, when: When, *names: str, text: str = "") -> Absence:
    absence = Absence(uuid4(), kind, when, tuple(desk.resource(name).id for name in names), text=text)
    stored = desk.workplace.services.absences.save(desk.session.actor, absence).absence
    desk.reload()
    return stored


def test_the_month_says_who_is_away_in_words_and_to_screen_readers(desk: Desk) -> None:
    put_away(desk, AbsenceKind.VACATION, AllDay(TUESDAY, WEDNESDAY), ANNA, text="Ostsee")
    put_away(desk, AbsenceKind.TRAINING, desk.span("09:00", "11:00", TUESDAY), BEN)
    put_away(desk, AbsenceKind.CLOSURE, AllDay(WEDNESDAY, WEDNESDAY + timedelta(days=1)), text="Inventur")
    view = month_of(desk)
    index = view.table.index_of(TUESDAY)
    spoken = view.table.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken is not None
    assert spoken.endswith(f"Urlaub (Ostsee): {ANNA}, Schulung, 09:00–11:00: {BEN}, keine Termine")
    closed = view.table.data(view.table.index_of(WEDNESDAY), Qt.ItemDataRole.AccessibleTextRole)
    assert closed is not None
    assert "Betriebsschließung (Inventur), keine" in closed
    sunday = view.table.data(view.table.index_of(MONDAY - timedelta(days=1)), Qt.ItemDataRole.AccessibleTextRole)
    assert sunday is not None
    assert "geschlossen" in sunday


def test_the_line_that_says_who_is_away_takes_no_line_from_the_last_appointment(desk: Desk) -> None:
    put_away(desk, AbsenceKind.VACATION, AllDay(MONDAY, TUESDAY), ANNA)
    for hour in range(9, 14):
        desk.put(desk.span(f"{hour:02}:00", f"{hour:02}:30"), BEN)
    desk.reload()
    view = month_of(desk)
    cell = view.table.cell_at(view.table.index_of(MONDAY))
    assert cell is not None
    line = view.look.line_height
    found = {}
    for lines in (1, 2, 4):
        layout = lay_out_cell(cell, QRectF(0, 0, 160, (lines + 1.2) * (line + 5) + 10), view.look)
        found[lines] = (layout.note is not None, len(layout.lines), layout.hidden)
    assert found == {1: (False, 0, 5), 2: (False, 1, 4), 4: (True, 2, 3)}
    assert lay_out_cell(replace(cell, rows=()), QRectF(0, 0, 160, 2 * line + 20), view.look).note is not None


def test_the_menu_of_a_day_in_the_month_edits_whatever_absence_lies_there(desk: Desk) -> None:
    put_away(desk, AbsenceKind.VACATION, AllDay(MONDAY, TUESDAY), BEN, text="Ostsee")
    put_away(desk, AbsenceKind.TRAINING, AllDay(MONDAY, TUESDAY), ANNA)
    view = month_of(desk)
    view.go_to(MONDAY)
    texts = [a.text().replace("&", "") for a in desk.page.wishes.menu_for(None, view.new_when_free()).actions()]
    assert f"„Urlaub (Ostsee): {BEN}“ bearbeiten …" in texts
    assert f"„Schulung: {ANNA}“ löschen" in texts


def test_the_line_somebody_is_at_stays_as_the_list_changes(desk: Desk) -> None:
    two(desk)
    absence = Absence(uuid4(), AbsenceKind.TRAINING, desk.span("08:00", "08:30"), (desk.resource(ANNA).id,))
    with desk.workplace.store.write(Author("jemand", Origin.USER), "test") as work:
        work.put(absence)
        work.commit()
    desk.reload()
    view = list_of(desk)
    model = view.model()
    for number, is_chosen in ((0, True), (2, False)):
        view.setCurrentIndex(model.index(number, 0))
        if not is_chosen:
            view.clearSelection()
        said = model.index(number, 1).data()
        desk.show(desk.span("07:00", "07:30") if is_chosen else desk.span("06:00", "06:30"))
        assert model.index(view.currentIndex().row(), 1).data() == said
        assert view.selectionModel().hasSelection() == is_chosen


def cells(view: AppointmentListView) -> list[list[str]]:
    model = view.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def list_menu(desk: Desk, view: AppointmentListView, corner: QPoint | None = None) -> QMenu:
    """The menu at a point of the list, or by the key at its current line."""
    reason = QContextMenuEvent.Reason.Keyboard if corner is None else QContextMenuEvent.Reason.Mouse
    point = corner or QPoint(0, 0)
    event = QContextMenuEvent(reason, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def texts_of(menu: QMenu) -> list[str]:
    """Those of the menu and of "Neu", each submenu's behind its name."""
    found = []
    for action in menu.actions():
        found.append(action.text().replace("&", ""))
        below = action.menu()
        if isinstance(below, QMenu) and found[-1] == "Neu":
            found += [f"Neu/{entry.text().replace('&', '')}" for entry in below.actions()]
    menu.close()
    return found


def test_the_list_has_a_line_for_each_absence_that_opens_with_enter(desk: Desk) -> None:
    desk.put(desk.span("09:00", "09:30"), ANNA, text="A")
    put_away(desk, AbsenceKind.VACATION, AllDay(MONDAY - timedelta(days=3), TUESDAY), BEN, text="Ostsee")
    put_away(desk, AbsenceKind.CLOSURE, desk.span("12:00", "13:00"), text="Inventur")
    view = list_of(desk)
    assert [row[:3] + row[4:7] for row in cells(view)] == [
        ["Fr 20.11.", "bis Mo 23.11.", "Urlaub (Ostsee)", "Abwesenheit", "", BEN],
        ["Mo 23.11.", "09:00–09:30", "A", "", "", ANNA],
        ["Mo 23.11.", "12:00–13:00", "Betriebsschließung (Inventur)", "Abwesenheit", "", "alle"],
    ]
    view.setCurrentIndex(view.model().index(0, 0))
    assert view.selection == Selection()
    press(desk, view, Qt.Key.Key_Return)
    dialog = open_dialog()
    assert isinstance(dialog, AbsenceDialog)
    press_button(dialog, "Abbrechen")
    texts = texts_of(list_menu(desk, view))
    assert {"„Urlaub (Ostsee)“ bearbeiten …", "„Urlaub (Ostsee)“ löschen", "Neu/Termin …"} <= set(texts)
    view.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert [row[2] for row in cells(view)] == ["Urlaub (Ostsee)", "Betriebsschließung (Inventur)", "A"]


def test_the_list_gives_its_room_to_what_is_said(desk: Desk) -> None:
    row = desk.show(desk.span("10:00", "10:30"), ANNA, text="Werkstatt")
    view = list_of(desk)
    assert [(cell[2], cell[3]) for cell in cells(view)] == [("Werkstatt", "")], "nothing is said twice"
    header = view.horizontalHeader()
    title, text, resources = 2, 3, 6
    assert header.sectionSize(text) == header.sectionSizeHint(text)
    assert abs(header.length() - view.viewport().width()) <= 1
    assert abs(header.sectionSize(title) - header.sectionSize(resources)) <= 1
    kept = view.save_columns()
    beratung = desk.workplace.services.queries.types()[0]
    desk.show(desk.span("11:00", "11:30"), ANNA, text="Zweitbrille", type_id=beratung.id)
    desk.settle()
    assert row.text in {cell[2] for cell in cells(view)}
    view.restore_columns(kept)
    assert header.sectionSize(title) >= view.fontMetrics().averageCharWidth() * 30


def test_the_list_says_how_often_a_day_is_taken_away_every_week(desk: Desk) -> None:
    school = Availability(
        uuid4(), desk.resource(ANNA).id, Weekday.MONDAY, time(0), time(0), is_available=False, text="Schule"
    )
    with desk.workplace.store.write(Author("jemand", Origin.USER), "test") as work:
        work.put(school)
        work.commit()
    desk.reload()
    (line,) = cells(list_of(desk))
    assert line == ["Mo 23.11.", "ganztägig", "Schule", "", "Nichtverfügbarkeit", "", ANNA, "Mo wöchentlich"]


def test_the_menu_of_the_list_begins_something_new_where_its_line_does(desk: Desk) -> None:
    both = desk.show(desk.span("15:00", "15:30"), BEN, ANNA, text="Zu zweit")
    view = list_of(desk)
    view.select(both.id)
    texts = texts_of(list_menu(desk, view))
    assert {"Neu/Sonstiger Termin …", "Neu/Letzten wiederholen …"} <= set(texts)
    assert {f"Entfernen von Ressource „{name}“" for name in (ANNA, BEN)} <= set(texts)  # no column says which
    menu = list_menu(desk, view)
    new = menu.actions()[0].menu()
    assert isinstance(new, QMenu)
    new.actions()[0].trigger()
    menu.close()
    draft = only(desk.dialog, AppointmentForm).appointment()
    assert (draft.when, draft.resource_ids) == (both.when, (desk.resource(BEN).id,))


def test_beside_the_lines_of_the_list_something_new_begins_where_the_plan_begins_it(desk: Desk) -> None:
    view = list_of(desk)
    menu = list_menu(desk, view, QPoint(50, 200))
    assert "Neu/Termin …" in texts_of(menu)


# -- something new in the month


def test_a_double_click_begins_at_the_first_free_time_of_the_day(desk: Desk) -> None:
    desk.show(desk.span("09:00", "10:00", TUESDAY), ANNA)
    view = month_of(desk)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=ground(view, TUESDAY))
    draft = only(desk.dialog, AppointmentForm).appointment()
    assert draft.resource_ids == (desk.resource(ANNA).id,)
    assert draft.when == desk.span("10:00", "10:30", TUESDAY)


def test_a_drag_over_bare_days_draws_a_new_appointment_that_takes_them(desk: Desk) -> None:
    view = month_of(desk)
    drag(view, ground(view, WEDNESDAY), ground(view, MONDAY) - QPoint(10, 0))
    draft = only(desk.dialog, AppointmentForm).appointment()
    assert draft.when == AllDay(MONDAY, WEDNESDAY + timedelta(days=1))
    assert draft.resource_ids == (desk.resource(ANNA).id,)


def test_what_is_drawn_is_shown_and_escape_lets_go(desk: Desk) -> None:
    view = month_of(desk)
    left, end = Qt.MouseButton.LeftButton, ground(view, WEDNESDAY)
    QTest.mousePress(view.viewport(), left, pos=ground(view, MONDAY))
    before = view.viewport().grab().toImage()
    for point in (ground(view, MONDAY) - QPoint(30, 0), end):
        position = QPointF(point)
        shown = QPointF(view.viewport().mapToGlobal(point))
        event = QMouseEvent(QMouseEvent.Type.MouseMove, position, shown, Qt.MouseButton.NoButton, left, NONE)
        QApplication.sendEvent(view.viewport(), event)
    drawn = view.held.drawn
    assert drawn is not None
    assert drawn.when == AllDay(MONDAY, WEDNESDAY + timedelta(days=1))
    assert view.viewport().grab().toImage() != before
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.held == MonthHeld()
    QTest.mouseRelease(view.viewport(), left, pos=end)
    desk.settle()
    assert not desk.has_dialog


def test_a_drag_within_one_day_of_the_month_is_none(desk: Desk) -> None:
    view = month_of(desk)
    drag(view, ground(view, MONDAY) - QPoint(60, 0), ground(view, MONDAY))
    desk.settle()
    assert not desk.has_dialog


def test_a_weekend_is_gray_another_month_is_not(desk: Desk) -> None:
    look = Look(QApplication.palette(), QApplication.font(), 1.0, desk.session.branch.tz)
    picture = QImage(160, 90, QImage.Format.Format_RGB32)
    area = QRectF(picture.rect())

    def ground(day: date, *, is_of_month: bool) -> str:
        painter = QPainter(picture)
        cell = DayCell(day, is_of_month=is_of_month)
        paint_cell(painter, lay_out_cell(cell, area, look), look, today=MONDAY, selected=frozenset())
        painter.end()
        return picture.pixelColor(80, 70).name()

    normal, gray = look.tokens.available.name(), look.tokens.unavailable.name()
    assert [ground(date(2026, 12, day), is_of_month=False) for day in (4, 5)] == [normal, gray]
    assert [ground(date(2026, 11, day), is_of_month=True) for day in (27, 28)] == [normal, gray]


def test_the_small_calendar_tells_today_from_the_day_that_is_shown(qtbot: QtBot) -> None:
    calendar = MiniCalendar()
    qtbot.addWidget(calendar)
    calendar.resize(320, 260)
    calendar.show_day(date(2026, 11, 25), MONDAY)
    accent = tokens(calendar.palette()).accent.name()
    area = QRect(0, 0, 40, 30)

    def drawn(day: QDate) -> tuple[bool, bool]:
        """Whether it has a ring, and a fill."""
        picture = QImage(40, 30, QImage.Format.Format_RGB32)
        picture.fill(tokens(calendar.palette()).surface)
        painter = QPainter(picture)
        calendar.paintCell(painter, area, day)
        painter.end()
        return picture.pixelColor(20, 1).name() == accent, picture.pixelColor(8, 6).name() == accent

    assert drawn(QDate(2026, 11, 23)) == (True, False)
    assert drawn(QDate(2026, 11, 25)) == (False, True)
    assert drawn(QDate(2026, 11, 26)) == (False, False)
    calendar.show_day(MONDAY, MONDAY)
    assert drawn(QDate(2026, 11, 23)) == (True, True)
