"""Drags that leave their page: at an edge of the plan, and by the small calendar beside it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from helpers.planner_desk import ANNA, BEN, MONDAY, Desk, only
from terminplaner.ui.planner.navigation import calendar_drops
from terminplaner.ui.planner.navigation.mini_calendar import MiniCalendar
from terminplaner.ui.planner.overviews.month_view import MonthView
from terminplaner.ui.planner.panels.side_area import CalendarPane
from terminplaner.ui.planner.plan import page_turn
from terminplaner.ui.planner.plan.carrying import Carried, CarriedMimeData, Purpose
from terminplaner.ui.planner.window import Mode

TUESDAY, FRIDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=4)
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _one_page_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is held at an edge turns a page at once, and no other until the test says so."""
    turn = page_turn.PageTurn._turn

    def turn_once(self: page_turn.PageTurn) -> None:
        monkeypatch.setattr(page_turn, "HOLD_MS", 60_000)
        turn(self)

    monkeypatch.setattr(page_turn.PageTurn, "_turn", turn_once)
    monkeypatch.setattr(page_turn, "HOLD_MS", 0)
    monkeypatch.setattr(calendar_drops, "DWELL_MS", 0)


def take(desk: Desk, clock: str = "10:20") -> QPoint:
    """Press on an appointment and begin to drag it."""
    start = desk.spot(ANNA, clock)
    desk.press(start)
    desk.move(start + QPoint(0, 12))
    return start


def hold_at_edge(desk: Desk, *, right: bool, day: date) -> QPoint:
    """Hold what is dragged there until that day's page has come."""
    edge = QPoint(desk.canvas.viewport().width() - 2 if right else 2, desk.canvas.viewport().height() // 2)
    desk.move(edge)
    desk.qtbot.waitUntil(lambda: desk.canvas.board.snapshot.window.day == day)
    desk.settle()
    return edge


def test_a_drag_held_at_the_edge_turns_the_page_and_goes_along(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    take(desk)
    edge = hold_at_edge(desk, right=True, day=TUESDAY)
    desk.move(desk.spot(ANNA, "12:20", TUESDAY))
    desk.settle()
    assert desk.canvas.held.carried is not None
    assert edge.x() > desk.canvas.viewport().width() - 12
    desk.release(desk.spot(ANNA, "12:20", TUESDAY))
    desk.settle()
    assert desk.stored(ten).when == desk.span("12:00", "12:45", TUESDAY)
    assert not desk.canvas.is_carrying


def test_one_page_after_the_other_is_turned_while_it_is_held(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.show(desk.span("10:00", "10:45"))
    take(desk)
    edge = hold_at_edge(desk, right=True, day=TUESDAY)
    desk.move(edge - QPoint(100, 0))
    monkeypatch.setattr(page_turn, "HOLD_MS", 0)
    hold_at_edge(desk, right=True, day=TUESDAY + timedelta(days=1))
    desk.key(Qt.Key.Key_Escape)
    desk.settle()
    assert desk.page.shown_window.day == MONDAY


def test_what_is_held_is_shown_on_the_page_that_came(desk: Desk) -> None:
    desk.show(desk.span("10:00", "10:45"))
    take(desk)
    hold_at_edge(desk, right=False, day=MONDAY - timedelta(days=1))
    target = desk.canvas.held.target
    assert target is not None
    assert target.column == (desk.resource(ANNA).id, desk.canvas.board.snapshot.window.day)
    desk.key(Qt.Key.Key_Escape)


def test_escape_puts_back_and_leads_back(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    take(desk)
    edge = hold_at_edge(desk, right=True, day=TUESDAY)
    desk.key(Qt.Key.Key_Escape)
    desk.release(edge)
    desk.settle()
    assert desk.stored(ten) == ten
    assert desk.page.shown_window.day == MONDAY
    assert desk.canvas.held.carried is None


def test_a_month_turns_at_its_edge_too(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    desk.page.browsing.show_mode(Mode.MONTH)
    desk.settle()
    month = only(desk.page, MonthView)
    grid = month.viewport()
    start = month.area_of(MONDAY).center().toPoint()
    row = next(row for row in month.sheet.rows() if row.appointment.id == ten.id)
    layout = month.layout_at(QPointF(start))
    assert layout is not None
    start = next(area for shown, area in layout.lines if shown == row).center().toPoint()
    QTest.mousePress(grid, _LEFT, pos=start)
    QTest.mouseMove(grid, start + QPoint(0, 14))
    QTest.mouseMove(grid, QPoint(grid.width() - 2, start.y()))
    desk.qtbot.waitUntil(lambda: month.sheet.window.day.month == 12)
    desk.settle()
    end = month.area_of(date(2026, 12, 16)).center().toPoint()
    QTest.mouseMove(grid, end)
    QTest.mouseRelease(grid, _LEFT, pos=end)
    desk.settle()
    assert desk.stored(ten).when == desk.span("10:00", "10:45", date(2026, 12, 16))


def test_pulling_an_edge_turns_no_page(desk: Desk) -> None:
    desk.show(desk.span("10:00", "11:00"))
    take(desk, "10:58")
    desk.move(QPoint(desk.canvas.viewport().width() - 2, desk.spot(ANNA, "10:20").y()))
    QApplication.processEvents()
    desk.settle()
    assert desk.page.shown_window.day == MONDAY
    desk.key(Qt.Key.Key_Escape)


# -- the small calendar


@pytest.fixture
def calendar(desk: Desk) -> MiniCalendar:
    """Beside the plan, at the month of its Monday."""
    next(action for action in desk.page.actions() if "Kalender neben" in action.text()).trigger()
    desk.settle()
    return only(desk.page, CalendarPane).calendar


def spot_of(calendar: MiniCalendar, day: date) -> QPoint:
    """Where a day stands in the calendar."""
    return next(
        QPoint(x, y)
        for y in range(0, calendar.height(), 5)
        for x in range(0, calendar.width(), 5)
        if calendar.day_at(QPoint(x, y)) == day
    )


def in_plan(desk: Desk, beside: QWidget, point: QPoint) -> QPoint:
    return desk.canvas.viewport().mapFromGlobal(beside.mapToGlobal(point))


def hold_over(desk: Desk, calendar: MiniCalendar, day: date) -> QPoint:
    """Drag it there past the edge of the plan, at which it must not turn a page any more."""
    point = in_plan(desk, calendar, spot_of(calendar, day))
    desk.move(QPoint(desk.canvas.viewport().width() - 2, point.y()))
    desk.move(point)
    desk.qtbot.waitUntil(lambda: desk.canvas.board.snapshot.window.day == day)
    desk.settle()
    return point


def test_a_day_shows_itself_below_a_drag_that_goes_on_into_the_plan(desk: Desk, calendar: MiniCalendar) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    take(desk)
    hold_over(desk, calendar, FRIDAY)
    QApplication.processEvents()
    desk.settle()
    end = desk.spot(BEN, "14:20", FRIDAY)
    desk.move(end)
    desk.release(end)
    desk.settle()
    assert desk.stored(ten).when == desk.span("14:00", "14:45", FRIDAY)
    assert desk.stored(ten).resource_ids == (desk.resource(BEN).id,)


def test_what_is_let_go_over_a_day_waits_there_in_the_hand(desk: Desk, calendar: MiniCalendar) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    take(desk)
    point = in_plan(desk, calendar, spot_of(calendar, FRIDAY))
    desk.move(point)
    desk.release(point)
    desk.settle()
    assert desk.stored(ten) == ten
    assert desk.page.shown_window.day == FRIDAY
    assert desk.canvas.is_carrying
    desk.click(desk.spot(ANNA, "16:05", FRIDAY))
    desk.settle()
    assert desk.stored(ten).when == desk.span("16:00", "16:45", FRIDAY)


def test_what_was_held_over_a_day_is_let_go_there_unchanged(desk: Desk, calendar: MiniCalendar) -> None:
    lost: list[bool] = []
    desk.canvas.dragLost.connect(lambda: lost.append(True))
    desk.show(desk.span("10:00", "10:45"))
    take(desk)
    point = hold_over(desk, calendar, FRIDAY)
    desk.reload()
    assert desk.canvas.dragged is not None
    desk.release(point)
    desk.settle()
    assert not lost
    assert desk.canvas.is_carrying
    assert desk.page.shown_window.day == FRIDAY


def test_a_day_of_the_month_after_turns_the_calendar_once(desk: Desk, calendar: MiniCalendar) -> None:
    after = date(2026, 12, 5)
    desk.show(desk.span("10:00", "10:45"))
    take(desk)
    point = hold_over(desk, calendar, after)
    for nearby in (point + QPoint(1, 0), point):
        desk.move(nearby)
        QApplication.processEvents()
        desk.settle()
    assert (calendar.monthShown(), desk.page.shown_window.day) == (12, after)
    desk.release(point)
    desk.settle()
    assert desk.page.shown_window.day == after
    assert desk.canvas.is_carrying


def test_what_is_put_back_over_the_calendar_leaves_the_plan_where_the_drag_began(
    desk: Desk, calendar: MiniCalendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.show(desk.span("10:00", "10:45"))
    take(desk)
    hold_over(desk, calendar, FRIDAY)
    drops = calendar.findChild(calendar_drops.CalendarDrops)
    assert drops is not None
    drops._timer.setInterval(60_000)
    desk.move(in_plan(desk, calendar, spot_of(calendar, TUESDAY)))
    assert drops._timer.isActive()
    desk.key(Qt.Key.Key_Escape)
    desk.settle()
    assert not drops._timer.isActive()
    assert desk.page.shown_window.day == MONDAY


def test_escape_leads_back_also_before_the_other_day_is_read(desk: Desk, calendar: MiniCalendar) -> None:
    desk.show(desk.span("10:00", "10:45"))
    take(desk)
    desk.move(in_plan(desk, calendar, spot_of(calendar, FRIDAY)))
    desk.page._navigator.moved.connect(lambda: desk.key(Qt.Key.Key_Escape), Qt.ConnectionType.SingleShotConnection)
    desk.qtbot.waitUntil(lambda: desk.canvas.dragged is None)
    desk.settle()
    assert desk.page.shown_window.day == MONDAY


def test_an_arrow_of_the_calendar_leads_on_below_a_drag(desk: Desk, calendar: MiniCalendar) -> None:
    desk.show(desk.span("10:00", "10:45"))
    take(desk)
    arrow = calendar.findChild(QWidget, "qt_calendar_nextmonth")
    assert arrow is not None
    desk.move(in_plan(desk, arrow, arrow.rect().center()))
    desk.qtbot.waitUntil(lambda: calendar.monthShown() == 12)
    desk.key(Qt.Key.Key_Escape)
    assert desk.page.shown_window.day == MONDAY


def test_it_takes_what_comes_from_a_list_too(desk: Desk, calendar: MiniCalendar) -> None:
    desk.show(desk.span("10:00", "10:45"))
    data = CarriedMimeData(Carried(Purpose.MOVE, desk.canvas.board.snapshot.rows()))
    point, copying, none = spot_of(calendar, FRIDAY), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(point, copying, data, _LEFT, none),
        QDragMoveEvent(point, copying, data, _LEFT, none),
        QDropEvent(QPointF(point), copying, data, _LEFT, none),
    ):
        QApplication.sendEvent(calendar, event)
    desk.settle()
    assert desk.page.shown_window.day == FRIDAY
    assert desk.canvas.is_carrying


def test_a_change_of_the_view_keeps_what_is_dragged_in_the_hand(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    take(desk)
    desk.page.browsing.show_mode(Mode.MONTH)
    desk.settle()
    carried = only(desk.page, MonthView).carried
    assert carried is not None
    assert [row.appointment.id for row in carried.rows] == [ten.id]


@pytest.mark.parametrize("month", [date(2026, 2, 1), date(2026, 6, 1), date(2026, 11, 1), date(2027, 2, 1)])
def test_every_cell_of_the_calendar_is_its_day(qtbot: QtBot, month: date) -> None:
    calendar = MiniCalendar()
    qtbot.addWidget(calendar)
    calendar.resize(calendar.sizeHint())
    calendar.setSelectedDate(QDate(month.year, month.month, month.day))
    with qtbot.waitExposed(calendar):
        calendar.show()
    table = only(calendar, QTableView)
    model = table.model()
    days = [
        calendar.day_at(table.viewport().mapTo(calendar, table.visualRect(model.index(row, column)).center()))
        for row in range(1, 7)
        for column in range(1, 8)
    ]
    first = days[0]
    assert first is not None
    assert days == [first + timedelta(days=number) for number in range(42)]
    assert month in days
    assert first.weekday() == 0
