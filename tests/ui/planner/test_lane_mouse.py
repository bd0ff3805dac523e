"""The mouse among the whole days: what the hours can, and the way from one to the other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from helpers.planner_desk import ANNA, BEN, MONDAY, Desk
from terminplaner.domain.when import AllDay
from terminplaner.ui.planner.plan.carrying import Carried, CarriedMimeData, Purpose
from terminplaner.ui.planner.plan.feedback import Objection
from terminplaner.ui.planner.window import Mode

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=days) for days in range(1, 5))
_LEFT, _RIGHT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


def whole(day: date, days: int = 1) -> AllDay:
    return AllDay(day, day + timedelta(days=days))


@pytest.fixture
def week(desk: Desk) -> Desk:
    """The columns of a work week, two for each day."""
    desk.page.browsing.show_mode(Mode.WORK_WEEK)
    desk.settle()
    return desk


def in_lane(desk: Desk, day: date, name: str = ANNA, line: int = 0) -> QPoint:
    """A point of the lane, in the middle of a column."""
    board = desk.canvas.board
    column = board.snapshot.column_index((desk.resource(name).id, day))
    assert column is not None
    x = board.grid.edges[column] + board.grid.column_width(column) / 2 - desk.canvas.offset.x()
    return QPoint(round(x), round(10 + line * (desk.canvas.look.line_height + 5)))


def send(desk: Desk, kind: QMouseEvent.Type, point: QPoint, keys: Qt.KeyboardModifier = _NONE) -> None:
    """A mouse event in the lane, with keys held down."""
    lane = desk.canvas.lane
    button = Qt.MouseButton.NoButton if kind is QMouseEvent.Type.MouseMove else _LEFT
    QApplication.sendEvent(
        lane, QMouseEvent(kind, QPointF(point), QPointF(lane.mapToGlobal(point)), button, _LEFT, keys)
    )


def take(desk: Desk, start: QPoint, keys: Qt.KeyboardModifier = _NONE) -> None:
    send(desk, QMouseEvent.Type.MouseButtonPress, start, keys)
    send(desk, QMouseEvent.Type.MouseMove, start + QPoint(12, 0), keys)


def drag(desk: Desk, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = _NONE) -> None:
    take(desk, start, keys)
    send(desk, QMouseEvent.Type.MouseMove, end, keys)
    send(desk, QMouseEvent.Type.MouseButtonRelease, end, keys)
    desk.settle()


def as_in_lane(desk: Desk, point: QPoint) -> QPoint:
    """A point of the viewport, in the lane's coordinates."""
    return desk.canvas.lane.mapFromGlobal(desk.canvas.viewport().mapToGlobal(point))


def test_a_drag_over_empty_days_draws_a_new_appointment(week: Desk) -> None:
    drag(week, in_lane(week, THURSDAY), in_lane(week, TUESDAY, BEN))
    assert week.dialog.is_new
    week.dialog.save()
    week.settle()
    (stored,) = week.everything()
    assert stored.when == whole(TUESDAY, 3)
    assert stored.resource_ids == (week.resource(ANNA).id,)


def test_with_control_a_drag_copies_a_bar(week: Desk) -> None:
    trip = week.show(whole(MONDAY, 2), text="Messe")
    drag(week, in_lane(week, TUESDAY), in_lane(week, FRIDAY), _CONTROL)
    assert week.stored(trip) == trip
    assert sorted(row.when.first_on for row in week.everything() if isinstance(row.when, AllDay)) == [
        MONDAY,
        THURSDAY,
    ]


def test_several_bars_move_together(week: Desk) -> None:
    first, second = week.show(whole(MONDAY), text="a"), week.show(whole(TUESDAY), BEN, text="b")
    QTest.mouseClick(week.canvas.lane, _LEFT, _NONE, in_lane(week, MONDAY))
    QTest.mouseClick(week.canvas.lane, _LEFT, _CONTROL, in_lane(week, TUESDAY, BEN))
    assert week.canvas.chosen.selection.ids == {first.id, second.id}
    drag(week, in_lane(week, MONDAY), in_lane(week, WEDNESDAY))
    assert (week.stored(first).when, week.stored(second).when) == (whole(WEDNESDAY), whole(THURSDAY))
    assert week.workplace.services.undo.undo_command == "move_many"


def test_a_drag_among_the_days_says_what_speaks_against_them(week: Desk) -> None:
    trip = week.show(whole(MONDAY, 2), text="Messe")
    week.show(week.span("10:00", "11:00", FRIDAY))
    take(week, in_lane(week, MONDAY))
    seen = []
    for day in (TUESDAY, THURSDAY):  # its second day is the Friday with an appointment
        send(week, QMouseEvent.Type.MouseMove, in_lane(week, day))
        seen.append(week.canvas.held.objections)
    assert seen == [(), (Objection.FULL,)]
    send(week, QMouseEvent.Type.MouseButtonRelease, in_lane(week, THURSDAY))
    week.settle()
    assert week.stored(trip) == trip


def test_an_appointment_is_dragged_among_the_whole_days(week: Desk) -> None:
    ten = week.show(week.span("10:00", "10:45"))
    lane, viewport = week.canvas.lane, week.canvas.viewport()
    end = viewport.mapFromGlobal(lane.mapToGlobal(in_lane(week, WEDNESDAY, BEN)))
    week.drag(week.spot(ANNA, "10:20"), end)
    assert week.stored(ten).when == whole(WEDNESDAY)
    assert week.stored(ten).resource_ids == (week.resource(BEN).id,)


def test_a_bar_is_dragged_down_to_its_hour(week: Desk) -> None:
    trip = week.show(whole(MONDAY, 2), text="Messe")
    drag(week, in_lane(week, MONDAY), as_in_lane(week, week.spot(ANNA, "13:10", THURSDAY)))
    assert week.stored(trip).when == week.span("13:00", "13:30", THURSDAY)


def test_what_is_drawn_or_pulled_stays_among_the_whole_days(week: Desk) -> None:
    drag(week, in_lane(week, MONDAY), as_in_lane(week, week.spot(ANNA, "13:10", TUESDAY)))
    week.dialog.save()
    week.settle()
    assert [row.when for row in week.everything()] == [whole(MONDAY, 2)]


def test_escape_lets_go_of_a_bar(week: Desk) -> None:
    trip = week.show(whole(MONDAY), text="Messe")
    take(week, in_lane(week, MONDAY))
    send(week, QMouseEvent.Type.MouseMove, in_lane(week, WEDNESDAY))
    held = week.canvas.held.days
    assert held is not None
    assert held.when == whole(WEDNESDAY)
    week.key(Qt.Key.Key_Escape)
    send(week, QMouseEvent.Type.MouseButtonRelease, in_lane(week, WEDNESDAY))
    week.settle()
    assert week.stored(trip) == trip
    assert week.canvas.held.days is None


def test_a_drag_from_beside_is_judged_and_dropped_there(week: Desk) -> None:
    ten = week.show(week.span("10:00", "10:45"))
    week.show(week.span("12:00", "12:30", TUESDAY))
    data = CarriedMimeData(Carried(Purpose.MOVE, (week.canvas.board.snapshot.rows()[0],)))
    lane, copying = week.canvas.lane, Qt.DropAction.CopyAction
    entering = QDragEnterEvent(in_lane(week, TUESDAY), copying, data, _LEFT, _NONE)
    QApplication.sendEvent(lane, entering)
    assert entering.isAccepted()
    assert week.canvas.held.objections == (Objection.FULL,)
    QApplication.sendEvent(lane, QDropEvent(QPointF(in_lane(week, WEDNESDAY)), copying, data, _LEFT, _NONE))
    week.settle()
    assert week.stored(ten).when == whole(WEDNESDAY)


def test_what_waits_behind_plus_two_has_the_menu_of_the_others(week: Desk) -> None:
    for number in range(5):
        week.put(whole(MONDAY), text=f"Messe {number}", is_parallel=True)
    week.reload()
    QTest.mouseClick(week.canvas.lane, _LEFT, _NONE, in_lane(week, MONDAY, line=3))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    titles = [action.text() for action in menu.actions()]
    assert len(titles) == 2
    below = menu.actions()[1].menu()
    assert isinstance(below, QMenu)
    next(action for action in below.actions() if action.text().replace("&", "") == "Verschieben").trigger()
    menu.close()
    carried = week.canvas.carried
    assert carried is not None
    assert carried.lead.appointment.text == titles[1]


def test_the_right_button_chooses_what_its_menu_is_about_unless_something_is_dragged(week: Desk) -> None:
    first, second = week.show(whole(MONDAY), text="a"), week.show(whole(TUESDAY), BEN, text="b")
    QTest.mouseClick(week.canvas.lane, _LEFT, _NONE, in_lane(week, MONDAY))
    QTest.mousePress(week.canvas.lane, _RIGHT, _NONE, in_lane(week, TUESDAY, BEN))
    assert week.canvas.chosen.selection.ids == {second.id}
    take(week, in_lane(week, MONDAY))
    QTest.mousePress(week.canvas.lane, _RIGHT, _NONE, in_lane(week, TUESDAY, BEN))
    assert week.canvas.chosen.selection.ids == {first.id}
    week.key(Qt.Key.Key_Escape)


def test_with_shift_a_click_chooses_all_bars_up_to_there(week: Desk) -> None:
    days = [week.put(whole(day), text=f"{day}").id for day in (MONDAY, TUESDAY, WEDNESDAY, FRIDAY)]
    week.reload()
    QTest.mouseClick(week.canvas.lane, _LEFT, _NONE, in_lane(week, MONDAY))
    QTest.mouseClick(week.canvas.lane, _LEFT, Qt.KeyboardModifier.ShiftModifier, in_lane(week, WEDNESDAY))
    assert week.canvas.chosen.selection.ids == set(days[:3])


# -- what is carried there


def test_a_double_click_opens_nothing_while_copies_are_put_down(desk: Desk) -> None:
    desk.show(desk.span("10:00", "10:30"))
    carry_over_the_lane(desk, Carried(Purpose.COPY, desk.canvas.board.snapshot.rows(), repeats=True))
    QTest.mouseDClick(desk.canvas.lane, _LEFT, _NONE, in_lane(desk, MONDAY))
    desk.settle()
    assert not desk.has_dialog
    assert desk.canvas.is_carrying


def carry_over_the_lane(desk: Desk, carried: Carried) -> None:
    desk.canvas.carry(carried)
    send(desk, QMouseEvent.Type.MouseMove, in_lane(desk, MONDAY))
    assert desk.canvas.held.days is not None


def test_return_puts_nothing_on_a_page_that_was_left(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    desk.click(desk.spot(ANNA, "10:10"))
    carry_over_the_lane(desk, Carried(Purpose.MOVE, desk.canvas.chosen.rows))
    desk.page.browsing.turn(1)
    desk.settle()
    desk.key(Qt.Key.Key_Return)
    desk.settle()
    assert desk.stored(ten).when == desk.span("10:00", "10:30", TUESDAY)


def test_what_is_held_over_whole_days_stays_there_when_the_plan_is_read_again(desk: Desk) -> None:
    desk.show(desk.span("10:00", "10:30"))
    carry_over_the_lane(desk, Carried(Purpose.COPY, desk.canvas.board.snapshot.rows(), is_aimed=True))
    desk.show(desk.span("14:00", "14:30"))
    assert desk.canvas.held.target is None
    assert desk.canvas.held.days is not None
