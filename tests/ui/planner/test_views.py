"""The tabs, the month, the year, the filter and the ways to a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton

from helpers.find import child
from helpers.planner_desk import ANNA, BEN, MONDAY, Desk, only
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.changes import Author, ChangeSet, Origin
from terminplaner.domain.view import ViewKind
from terminplaner.domain.when import AllDay
from terminplaner.ui.planner.navigation.arranged_list import ArrangedList
from terminplaner.ui.planner.navigation.filter_button import FilterNotice
from terminplaner.ui.planner.navigation.filtering import Filter
from terminplaner.ui.planner.navigation.go_to_dialog import GoToDialog
from terminplaner.ui.planner.navigation.mini_calendar import CalendarPopup
from terminplaner.ui.planner.navigation.resource_picker import ResourcePicker
from terminplaner.ui.planner.navigation.view_tabs import ViewTabs
from terminplaner.ui.planner.overviews.away_list import AwayList
from terminplaner.ui.planner.overviews.list_view import AppointmentListView
from terminplaner.ui.planner.overviews.month_view import MonthView
from terminplaner.ui.planner.overviews.year_grid import YearGrid
from terminplaner.ui.planner.page import PlannerPage
from terminplaner.ui.planner.panels.side_area import CalendarPane, SideArea
from terminplaner.ui.planner.panels.side_panel import PanelOffer, SidePanel
from terminplaner.ui.planner.window import Mode

TUESDAY = MONDAY + timedelta(days=1)


pytestmark = pytest.mark.usefixtures("german_locale")


def open_tab(desk: Desk, title: str) -> ViewTabs:
    tabs = only(desk.page, ViewTabs)
    tabs.setCurrentIndex([tabs.tabText(number) for number in range(tabs.count())].index(title))
    desk.settle()
    return tabs


def open_mode(desk: Desk, mode: Mode) -> None:
    desk.page.browsing.show_mode(mode)
    desk.settle()


def month_of(desk: Desk) -> MonthView:
    open_mode(desk, Mode.MONTH)
    return only(desk.page, MonthView)


def line_of(view: MonthView, day: date) -> QPoint:
    """Where the first appointment of a day stands."""
    area = view.visualRect(view.table.index_of(day))
    return area.topLeft() + QPoint(30, view.fontMetrics().height() + 18)


# -- tabs


def test_a_tab_shows_its_resources_under_their_titles(desk: Desk) -> None:
    open_tab(desk, "Team")
    columns = desk.canvas.board.snapshot.columns
    assert [column.title for column in columns] == ["Klara", "Phil", "Roman", "Rosa", "Sham", "Theo", "Thor"]


def test_a_mode_leads_back_to_the_free_tab_with_its_own_resources(desk: Desk) -> None:
    tabs = open_tab(desk, "Kabinen")
    assert len(desk.page.shown_window.days) == 5
    open_mode(desk, Mode.DAY)
    assert tabs.tabText(tabs.currentIndex()) == "Frei"
    assert {column.resource.name for column in desk.canvas.board.snapshot.columns} == {ANNA, BEN}


def test_a_view_of_days_has_a_column_for_each(desk: Desk) -> None:
    desk.put(desk.span("10:00", "10:30"), "Refraction und Kontaktlinse")
    desk.put(desk.span("10:00", "10:30"), "Beratung Filiale Stgt.")
    desk.page.refresh(None)
    open_tab(desk, "Sehtest-Woche")
    assert [len(blocks) for blocks in desk.canvas.board.snapshot.blocks] == [2, 0, 0, 0, 0]


def test_turning_in_a_view_goes_by_its_days(desk: Desk) -> None:
    open_tab(desk, "Kabinen")
    desk.page.browsing.turn(1)
    desk.settle()
    assert desk.page.shown_window.days[0] == MONDAY + timedelta(days=7)


def test_a_deleted_view_gives_way_to_the_free_tab(desk: Desk) -> None:
    tabs = open_tab(desk, "Team")
    services = desk.workplace.services
    view = next(view for view in services.queries.views() if view.title == "Team")
    services.master_data.delete(desk.session.actor, view)
    desk.reload()
    assert [tabs.tabText(number) for number in range(tabs.count())] == ["Kabinen", "Sehtest-Woche", "Frei"]
    assert desk.page.shown_window.view is None


def test_what_a_view_cuts_off_is_told_and_one_click_away(desk: Desk) -> None:
    desk.put(desk.span("06:00", "06:30"))
    desk.put(desk.span("20:00", "21:00"), BEN)
    desk.page.refresh(None)
    open_tab(desk, "Team")
    top = desk.canvas.verticalScrollBar().minimum()
    assert top == round(desk.canvas.board.grid.y_of(8 * 60))
    desk.press_button("Ein Termin vor 08:00")
    assert desk.canvas.is_whole_day
    assert desk.canvas.verticalScrollBar().minimum() == 0
    desk.press_button("Nur 08:00–19:00")
    assert desk.canvas.verticalScrollBar().minimum() == round(desk.canvas.board.grid.y_of(8 * 60))


def test_the_cursor_opens_the_hours_it_goes_to(desk: Desk) -> None:
    open_tab(desk, "Team")
    for _ in range(4):
        desk.key(Qt.Key.Key_Up)
    assert desk.canvas.is_whole_day


def test_ctrl_page_down_goes_round_the_tabs(desk: Desk) -> None:
    tabs = only(desk.page, ViewTabs)
    for expected in ("Team", "Kabinen"):
        desk.key(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        desk.settle()
        assert tabs.tabText(tabs.currentIndex()) == expected


def test_tab_filter_and_list_come_back_for_this_user_alone(desk: Desk, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "again.ini"), QSettings.Format.IniFormat)
    open_tab(desk, "Kabinen")
    desk.page.browsing.toggle_cancelled()
    desk.page.browsing.show_list(True)
    desk.settle()
    desk.page.save_state(settings)
    services = desk.workplace.services
    pages = []
    for session in (desk.session, desk.workplace.session("klara.himmel")):
        page = PlannerPage(services, session, desk.tasks)
        desk.qtbot.addWidget(page)
        page.restore_state(settings)
        pages.append(page)
    desk.settle()
    own, other = pages
    assert own.shown_window.view is not None
    assert own.shown_window.view.title == "Kabinen"
    assert "mit stornierten Terminen" in only(own, FilterNotice).text
    assert (other.shown_window.mode, only(other, FilterNotice).text) == (Mode.DAY, "")


# -- the month


def test_a_month_names_what_stands_in_each_day(desk: Desk) -> None:
    desk.show(desk.span("10:00", "10:30"), text="Inventur")
    view = month_of(desk)
    spoken = view.table.data(view.table.index_of(MONDAY), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Montag, 23. November 2026, 10:00–10:30 Inventur"
    empty = view.table.data(view.table.index_of(date(2026, 11, 1)), Qt.ItemDataRole.AccessibleTextRole)
    assert empty == "Sonntag, 1. November 2026, Allerheiligen, keine Termine"


def test_dragging_to_another_day_keeps_the_time_of_day(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    view = month_of(desk)
    start, end = line_of(view, MONDAY), view.visualRect(view.table.index_of(TUESDAY)).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(15, 0))
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    desk.settle()
    assert desk.stored(ten).when == desk.span("10:00", "10:30", TUESDAY)


def test_the_keyboard_chooses_moves_and_opens_in_the_month(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    view = month_of(desk)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert view.chosen.current_id == ten.id
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    assert desk.stored(ten).when == desk.span("10:00", "10:30", TUESDAY)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert desk.has_dialog


def test_enter_on_a_day_shows_its_hours(desk: Desk) -> None:
    view = month_of(desk)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    desk.settle()
    assert (desk.page.shown_window.mode, desk.page.shown_window.day) == (Mode.DAY, TUESDAY)
    assert desk.canvas.isVisible()


def test_a_crowded_day_opens_behind_its_last_line(desk: Desk) -> None:
    for hour in range(8, 20):
        desk.put(desk.span(f"{hour:02d}:00", f"{hour:02d}:30"))
    view = month_of(desk)
    area = view.visualRect(view.table.index_of(MONDAY))
    for y in range(area.bottom(), area.top(), -4):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(area.left() + 20, y))
        if desk.page.shown_window.mode is Mode.DAY:
            break
    desk.settle()
    assert (desk.page.shown_window.mode, desk.page.shown_window.day) == (Mode.DAY, MONDAY)


# -- the year


def away(desk: Desk, kind: AbsenceKind, first_on: date, days: int, *names: str) -> None:
    ids = tuple(desk.resource(name).id for name in names)
    with desk.workplace.store.write(Author("test", Origin.SYSTEM), "test") as work:
        work.put(Absence(uuid4(), kind, AllDay(first_on, first_on + timedelta(days=days)), ids))
        work.commit()


def test_the_year_says_absences_by_letter_and_by_name(desk: Desk) -> None:
    away(desk, AbsenceKind.VACATION, date(2026, 7, 6), 3, ANNA)
    away(desk, AbsenceKind.VACATION, date(2026, 7, 8), 1, BEN)
    away(desk, AbsenceKind.SICKNESS, date(2026, 7, 20), 1, BEN)
    desk.reload()
    open_mode(desk, Mode.YEAR)
    model = only(desk.page, YearGrid).model()
    july = [model.index(6, day - 1).data() for day in (6, 7, 8, 9, 20)]
    assert july == ["U", "U", "U2", "", "K"]
    spoken = model.index(6, 19).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Montag, 20. Juli 2026, {BEN}: Krank"
    assert model.index(0, 0).data() == "F"
    assert model.index(1, 29).flags() == Qt.ItemFlag.NoItemFlags


def test_the_year_as_a_list_has_a_line_for_each_absence_and_holiday(desk: Desk) -> None:
    away(desk, AbsenceKind.TRAINING, date(2026, 7, 6), 3, ANNA)
    desk.reload()
    open_mode(desk, Mode.YEAR)
    desk.page.browsing.show_list(True)
    table = only(desk.page, AwayList)
    model = table.model()
    lines = [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]
    assert ["Mo 06.07.", "Mi 08.07.", "3", ANNA, "Schulung"] in lines
    assert ["Do 01.01.", "Do 01.01.", "1", "alle", "Neujahr"] in lines


# -- the filter


def test_a_filter_hides_and_says_so_until_it_is_taken_back(desk: Desk) -> None:
    sight = next(kind for kind in desk.workplace.services.queries.types() if kind.name == "Sehtest")
    desk.put(desk.span("09:00", "09:30"), type_id=sight.id)
    desk.put(desk.span("10:00", "10:30"))
    desk.reload()
    desk.page._navigator.filter(Filter(type_ids=frozenset({sight.id})))
    desk.settle()
    notice = only(desk.page, FilterNotice)
    assert [block.start for block in desk.canvas.board.snapshot.blocks[0]] == [540]
    assert notice.text == "Typ: Sehtest · ein Termin ausgeblendet"
    desk.press_button("Filter aufheben", within_banner=False)
    desk.settle()
    assert (len(desk.canvas.board.snapshot.blocks[0]), notice.text) == (2, "")


def test_cancelled_ones_are_shown_struck_through_and_can_be_restored(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    desk.workplace.services.planning.cancel(desk.session.actor, ten.id)
    desk.reload()
    assert desk.canvas.board.snapshot.find(ten.id) is None
    desk.page.browsing.toggle_cancelled()
    desk.settle()
    block = desk.canvas.board.snapshot.blocks[0][0]
    assert block.appointment.is_cancelled
    desk.canvas.chosen.choose_one(ten.id)
    entries = {
        action.text().replace("&", ""): action for action in desk.page.wishes.menu_for(block.row, None).actions()
    }
    entries["Wiederherstellen"].trigger()
    desk.settle()
    assert not desk.stored(ten).is_cancelled


def tick_branches(desk: Desk, *names: str) -> None:
    """Open the filter and tick these branches, as a screen reader finds them."""
    desk.page.browsing.open_filter()
    ticks = child(desk.page, QListWidget, "Filiale")
    for number in range(ticks.count()):
        item = ticks.item(number)
        state = Qt.CheckState.Checked if item.text() in names else Qt.CheckState.Unchecked
        item.setCheckState(state)
    desk.settle()


def test_several_branches_can_be_chosen_and_a_view_obeys(desk: Desk) -> None:
    services, actor = desk.workplace.services, desk.session.actor
    own = desk.session.branch
    others = [replace(own, id=uuid4(), name=f"Zweig {number}", revision=0) for number in (1, 2)]
    for branch in others:
        services.master_data.save(actor, branch)
    thor, klara = desk.resource(BEN), desk.resource(ANNA)
    services.master_data.save(actor, replace(thor, is_in_all_branches=False, visible_branch_ids=(others[0].id,)))
    services.master_data.save(actor, replace(klara, is_in_all_branches=False, visible_branch_ids=(others[1].id,)))
    desk.reload()
    open_tab(desk, "Team")
    tick_branches(desk, others[0].label)
    assert [
        column.title for column in desk.canvas.board.snapshot.columns if column.title in {"Klara", "Thor"}
    ] == ["Thor"]
    assert only(desk.page, FilterNotice).text == f"Filiale: {others[0].label}"
    tick_branches(desk, others[0].label, others[1].label)
    assert {"Klara", "Thor"} <= {column.title for column in desk.canvas.board.snapshot.columns}
    assert only(desk.page, FilterNotice).text.startswith("Filialen: ")
    open_mode(desk, Mode.DAY)
    assert {ANNA, BEN} <= {column.resource.name for column in desk.canvas.board.snapshot.columns}


# -- ways to a day


def test_a_date_is_typed_as_people_say_it(desk: Desk) -> None:
    desk.page.browsing.ask_for_day()
    dialog = only(desk.page, GoToDialog)
    field = only(dialog, QLineEdit)
    accept = child(dialog, QPushButton, "Anzeigen")
    field.setText("nie")
    assert not accept.isEnabled()
    field.setText("Freitag")
    assert field.accessibleDescription() == "Freitag, 27. November 2026"
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.page.shown_window.day == date(2026, 11, 27)


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_the_small_calendar_stays_beside_the_plan_for_this_user(desk: Desk, tmp_path: Path) -> None:
    desk.show(desk.span("10:00", "10:30"))
    desk.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    pane = only(desk.page, CalendarPane)
    assert pane.isVisible()
    assert MONDAY in pane.calendar.marked
    pane.calendar.clicked.emit(QDate(2026, 12, 8))
    desk.settle()
    assert (desk.page.shown_window.day, pane.isVisible()) == (date(2026, 12, 8), True)
    desk.page.browsing.turn(1)
    desk.settle()
    assert pane.calendar.selectedDate() == QDate(2026, 12, 9)
    settings = QSettings(str(tmp_path / "calendar.ini"), QSettings.Format.IniFormat)
    desk.page.save_state(settings)
    again = PlannerPage(desk.workplace.services, desk.session, desk.tasks)
    desk.qtbot.addWidget(again)
    again.restore_state(settings)
    assert not only(again, CalendarPane).isHidden()
    desk.press_button("Kalender einklappen")
    assert not pane.isVisible()
    assert not only(desk.page, SideArea).isVisible()
    desk.settle()


def test_the_small_calendar_stays_above_a_panel(desk: Desk) -> None:
    desk.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    desk.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert only(desk.page, CalendarPane).isVisible()
    desk.press_button("Bereich schließen")
    assert only(desk.page, SideArea).isVisible()
    desk.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not only(desk.page, SideArea).isVisible()


def test_the_small_calendar_marks_days_and_leads_to_them(desk: Desk) -> None:
    desk.put(desk.span("10:00", "10:30", TUESDAY))
    calendar = only(desk.page, CalendarPopup)
    calendar.open_at(desk.page.mapToGlobal(QPoint(0, 0)))
    desk.settle()
    assert calendar.marked == {TUESDAY}
    calendar.clicked.emit(QDate(2026, 11, 24))
    desk.settle()
    assert (desk.page.shown_window.day, calendar.isVisible()) == (TUESDAY, False)


def test_the_list_sorts_by_any_column_and_keeps_time_in_order(desk: Desk) -> None:
    for clock, text in (("10:00", "Anna"), ("09:00", "Zoe"), ("11:00", "Mia")):
        desk.put(desk.span(clock, f"{clock[:2]}:30"), text=text)
    desk.reload()
    desk.page.browsing.show_list(True)
    view = only(desk.page, AppointmentListView)

    def titles() -> list[str]:
        return [view.model().index(row, 2).data() for row in range(view.model().rowCount())]

    assert titles() == ["Zoe", "Anna", "Mia"]
    view.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert titles() == ["Anna", "Mia", "Zoe"]
    view.setCurrentIndex(view.model().index(2, 2))
    row = desk.canvas.chosen.current
    assert row is not None
    assert row.appointment.text == "Zoe"


# -- beside the plan


class Notes(SidePanel):
    """A panel that counts how often it was refreshed."""

    refreshes = 0

    def refresh(self, _change_set: ChangeSet | None) -> None:
        self.refreshes += 1


def with_notes(desk: Desk, page: PlannerPage) -> tuple[PanelOffer, Notes]:
    notes = Notes(desk.workplace.services, desk.session, desk.tasks)
    offer = PanelOffer("Notizen & mehr", "Ctrl+Alt+Shift+N", lambda: notes)
    page.beside.add(offer)
    return offer, notes


def test_a_panel_opens_and_closes_by_its_keys_and_is_read_only_while_it_is_shown(desk: Desk) -> None:
    _, notes = with_notes(desk, desk.page)
    desk.reload()
    seen = [(notes.isVisible(), notes.refreshes)]
    keys = (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    )
    desk.key(Qt.Key.Key_N, keys)
    desk.reload()
    seen.append((notes.isVisible(), notes.refreshes))
    desk.press_button("Bereich schließen")
    desk.reload()
    seen.append((notes.isVisible(), notes.refreshes))
    assert seen == [(False, 0), (True, 2), (False, 2)]


def test_an_open_panel_comes_back(desk: Desk, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "again.ini"), QSettings.Format.IniFormat)
    desk.page.beside.show(with_notes(desk, desk.page)[0])
    desk.page.save_state(settings)
    again = PlannerPage(desk.workplace.services, desk.session, desk.tasks)
    desk.qtbot.addWidget(again)
    _, notes = with_notes(desk, again)
    again.restore_state(settings)
    desk.settle()
    assert not notes.isHidden()
    assert notes.refreshes > 0


def test_a_panel_leads_to_a_day_and_to_a_resource_that_was_taken_out(desk: Desk) -> None:
    offer, notes = with_notes(desk, desk.page)
    desk.page.beside.show(offer)
    rosa = desk.resource("Rosa Wolke").id
    open_mode(desk, Mode.MONTH)
    notes.goToRequested.emit(TUESDAY, (rosa,))
    desk.settle()
    window = desk.page.shown_window
    assert (window.mode, window.day, rosa in window.resource_ids) == (Mode.DAY, TUESDAY, True)


# -- what is read ahead


def test_the_next_page_is_there_before_anybody_asks(desk: Desk) -> None:
    desk.put(desk.span("10:00", "10:30", TUESDAY))
    desk.reload()
    desk.page.browsing.turn(1)
    assert len(desk.canvas.board.snapshot.blocks[0]) == 1
    assert desk.canvas.board.snapshot.window.day == TUESDAY
    desk.settle()


def test_a_page_read_ahead_is_read_again_after_a_change_in_it(desk: Desk) -> None:
    ten = desk.put(desk.span("10:00", "10:30", TUESDAY))
    desk.reload()
    desk.workplace.services.planning.cancel(desk.session.actor, ten.id)
    desk.page.browsing.turn(1)
    desk.settle()
    assert desk.canvas.board.snapshot.blocks[0] == ()


@pytest.mark.parametrize("kind", list(ViewKind))
def test_a_changed_view_is_shown_at_once(desk: Desk, kind: ViewKind) -> None:
    open_tab(desk, "Kabinen")
    services = desk.workplace.services
    view = next(view for view in services.queries.views() if view.title == "Kabinen")
    services.master_data.save(desk.session.actor, replace(view, title="Räume", kind=kind, days=2))
    desk.reload()
    tabs = only(desk.page, ViewTabs)
    assert tabs.tabText(tabs.currentIndex()) == "Räume"
    assert len(desk.canvas.board.snapshot.columns) == (4 if kind is ViewKind.RESOURCES else 2)


# -- the order of the resources


def ordered(desk: Desk) -> list[str]:
    return [column.resource.name for column in desk.canvas.board.snapshot.columns]


def open_picker(desk: Desk) -> ArrangedList:
    picker = only(desk.page, ResourcePicker)
    picker.click()
    return only(picker, ArrangedList)


def row_of(view: ArrangedList, name: str) -> int:
    model = view.model()
    return next(row for row in range(model.rowCount()) if model.index(row, 0).data() == name)


def test_alt_and_the_arrows_put_a_resource_elsewhere_and_this_user_finds_it_there(
    desk: Desk, tmp_path: Path
) -> None:
    assert ordered(desk) == [ANNA, BEN]
    view = open_picker(desk)
    view.setCurrentIndex(view.model().index(row_of(view, BEN), 0))
    for _ in range(row_of(view, BEN) - row_of(view, ANNA)):
        QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        desk.settle()
        assert view.currentIndex().row() == row_of(view, BEN)  # while it is read anew
    assert ordered(desk) == [BEN, ANNA]
    settings = QSettings(str(tmp_path / "again.ini"), QSettings.Format.IniFormat)
    desk.page.save_state(settings)
    again = PlannerPage(desk.workplace.services, desk.session, desk.tasks)
    desk.qtbot.addWidget(again)
    again.restore_state(settings)
    desk.settle()
    assert again.shown_window.resource_ids == (desk.resource(BEN).id, desk.resource(ANNA).id)


def _move_over(view: ArrangedList, point: QPoint, held: Qt.MouseButton) -> None:
    shown = QPointF(view.viewport().mapToGlobal(point))
    none = Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(QMouseEvent.Type.MouseMove, QPointF(point), shown, Qt.MouseButton.NoButton, held, none)
    QApplication.sendEvent(view.viewport(), move)


def test_a_line_is_dragged_to_where_it_belongs_and_keeps_its_tick(desk: Desk) -> None:
    view = open_picker(desk)
    first, below = (view.visualRect(view.model().index(row_of(view, name), 0)).center() for name in (ANNA, BEN))
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, pos=first)
    for point in (first + QPoint(0, 14), below):
        _move_over(view, point, left)
    assert ordered(desk) == [ANNA, BEN]  # until it is let go of
    QTest.mouseRelease(view.viewport(), left, pos=below)
    desk.settle()
    assert ordered(desk) == [BEN, ANNA]
    ticked = view.model().index(row_of(view, ANNA), 0).data(Qt.ItemDataRole.CheckStateRole)
    assert Qt.CheckState(ticked) == Qt.CheckState.Checked


def test_a_line_is_let_go_of_with_the_list_that_is_closed_under_it(desk: Desk) -> None:
    view = open_picker(desk)
    first, below = (view.visualRect(view.model().index(row_of(view, name), 0)).center() for name in (ANNA, BEN))
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, pos=first)
    for point in (first + QPoint(0, 14), below):
        _move_over(view, point, left)
    QTest.keyClick(view.window(), Qt.Key.Key_Escape)
    desk.settle()
    assert not view.isVisible()
    assert ordered(desk) == [BEN, ANNA]
    only(desk.page, ResourcePicker).click()
    _move_over(view, first + QPoint(0, 20), Qt.MouseButton.NoButton)
    _move_over(view, first, Qt.MouseButton.NoButton)
    names = [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    assert names.index(BEN) < names.index(ANNA)


def test_what_is_filtered_is_not_arranged_and_neither_is_a_view(desk: Desk) -> None:
    view = open_picker(desk)
    picker = only(desk.page, ResourcePicker)
    only(picker, QLineEdit).setText("Th")
    view.setCurrentIndex(view.model().index(0, 0))
    before = [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [view.model().index(row, 0).data() for row in range(view.model().rowCount())] == before
    only(picker, QLineEdit).clear()
    assert view.can_arrange
    desk.page.browsing.turn_tab(1)
    desk.settle()
    assert not view.can_arrange
