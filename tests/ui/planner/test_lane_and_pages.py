"""The keys beyond the hours that are shown: whole days above them, days and weeks beside them."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from helpers.find import child
from helpers.planner_desk import ANNA, BEN, MONDAY, Desk, only
from terminplaner.domain.when import AllDay
from terminplaner.ui.planner.plan.all_day_lane import AllDayLane
from terminplaner.ui.planner.plan.carrying import Purpose
from terminplaner.ui.planner.window import Mode

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
NONE, CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def whole(day: date, days: int = 1) -> AllDay:
    return AllDay(day, day + timedelta(days=days))


def said(desk: Desk) -> str:
    return desk.canvas.accessibleDescription()


def into_the_lane(desk: Desk) -> None:
    desk.click(desk.spot(ANNA, "00:10"))
    desk.key(Qt.Key.Key_Up)


def press(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        desk.key(key, modifiers)
        desk.settle()


# -- whole days


def test_up_from_the_first_row_leads_to_the_whole_days_and_down_back(desk: Desk) -> None:
    desk.show(whole(MONDAY), text="Inventur")
    into_the_lane(desk)
    assert said(desk).startswith("ganztägig, Inventur")
    desk.key(Qt.Key.Key_Right)
    assert said(desk).startswith(f"ganztägig, {BEN}")
    desk.key(Qt.Key.Key_Down)
    assert said(desk).startswith(f"00:00, {BEN}")


def test_ctrl_up_leads_from_the_first_appointment_to_the_whole_days(desk: Desk) -> None:
    day = desk.show(whole(MONDAY), text="Inventur")
    desk.show(desk.span("09:00", "09:30"))
    desk.click(desk.spot(ANNA, "09:10"))
    desk.key(Qt.Key.Key_Up, CONTROL)
    assert desk.canvas.chosen.current_id == day.id
    desk.key(Qt.Key.Key_Return)
    assert not desk.dialog.is_new


def test_every_bar_can_be_reached_also_behind_the_last_line(desk: Desk) -> None:
    names = [str(number) for number in range(6)]
    for name in names:
        desk.put(whole(MONDAY), text=name)
    desk.reload()
    into_the_lane(desk)
    seen = [said(desk).split(", ")[1]]
    for _ in names[1:]:
        desk.key(Qt.Key.Key_Up)
        seen.append(said(desk).split(", ")[1])
    assert sorted(seen) == names


def test_enter_on_the_empty_lane_begins_a_whole_day(desk: Desk) -> None:
    into_the_lane(desk)
    desk.key(Qt.Key.Key_Return)
    assert desk.dialog.is_new
    assert child(desk.dialog, QCheckBox, "Ganztägig").isChecked()


def test_alt_and_the_arrows_move_and_stretch_a_bar(desk: Desk) -> None:
    day = desk.show(whole(MONDAY), text="Inventur")
    desk.page.browsing.show_mode(Mode.WORK_WEEK)
    desk.settle()
    into_the_lane(desk)
    press(desk, Qt.Key.Key_Right, ALT)
    assert desk.stored(day).when == whole(TUESDAY)
    press(desk, Qt.Key.Key_Right, ALT | SHIFT, times=2)
    assert desk.stored(day).when == whole(TUESDAY, 3)
    press(desk, Qt.Key.Key_Left, ALT | SHIFT, times=5)
    assert desk.stored(day).when == whole(TUESDAY)


def test_alt_and_the_arrows_move_what_is_chosen_and_nothing_else(desk: Desk) -> None:
    others = [desk.put(whole(TUESDAY), text=str(number), is_parallel=True) for number in range(3)]
    day = desk.put(whole(MONDAY), text="Inventur", is_parallel=True)
    desk.reload()
    desk.page.browsing.show_mode(Mode.WORK_WEEK)
    desk.settle()
    into_the_lane(desk)
    press(desk, Qt.Key.Key_Right, ALT, times=2)
    desk.canvas.chosen.choose_one(None)
    press(desk, Qt.Key.Key_Right, ALT)
    assert desk.stored(day).when == whole(WEDNESDAY)
    assert {desk.stored(other).when for other in others} == {whole(TUESDAY)}


def test_control_a_takes_the_whole_days_where_the_keys_stand_on_them(desk: Desk) -> None:
    days = {desk.put(whole(MONDAY), text=str(number), is_parallel=True).id for number in range(2)}
    ten = desk.show(desk.span("10:00", "10:30"))
    into_the_lane(desk)
    desk.key(Qt.Key.Key_A, CONTROL)
    assert desk.canvas.chosen.selection.ids == days
    desk.key(Qt.Key.Key_A, CONTROL)
    assert desk.canvas.chosen.selection.ids == days | {ten.id}


def test_what_is_carried_can_be_put_among_the_whole_days(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    desk.click(desk.spot(ANNA, "10:10"))
    desk.page.editing.take_chosen(Purpose.MOVE)
    press(desk, Qt.Key.Key_PageUp, times=7)
    press(desk, Qt.Key.Key_Return)
    assert desk.stored(ten).when == whole(MONDAY)
    assert not desk.canvas.is_carrying


def test_pasting_goes_where_the_keys_stand(desk: Desk) -> None:
    desk.show(whole(MONDAY), text="Inventur")
    into_the_lane(desk)
    desk.key(Qt.Key.Key_C, CONTROL)
    desk.key(Qt.Key.Key_Right)
    press(desk, Qt.Key.Key_V, CONTROL)
    assert {row.resource_ids for row in desk.everything()} == {(desk.resource(name).id,) for name in (ANNA, BEN)}
    assert {row.when for row in desk.everything()} == {whole(MONDAY)}


def test_a_click_on_a_bar_brings_the_keys_there(desk: Desk) -> None:
    desk.show(whole(MONDAY), text="Inventur")
    lane = only(desk.page, AllDayLane)
    QTest.mouseClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    desk.key(Qt.Key.Key_Right)
    assert said(desk).startswith(f"ganztägig, {BEN}")


# -- days and weeks


def test_past_the_edge_stands_the_day_beside(desk: Desk) -> None:
    desk.click(desk.spot(BEN, "10:05"))
    press(desk, Qt.Key.Key_Right)
    assert desk.page.shown_window.day == TUESDAY
    assert said(desk).startswith(f"10:00, {ANNA}")
    press(desk, Qt.Key.Key_Left)
    assert desk.page.shown_window.day == MONDAY
    assert said(desk).startswith(f"10:00, {BEN}")


def test_past_the_edge_of_a_work_week_stands_the_next_monday(desk: Desk) -> None:
    desk.page.browsing.show_mode(Mode.WORK_WEEK)
    desk.settle()
    friday = MONDAY + timedelta(days=4)
    desk.click(desk.spot(BEN, "10:05", friday))
    press(desk, Qt.Key.Key_Right)
    wanted = desk.canvas.new_when_free()
    assert wanted is not None
    assert (wanted.resource.name, wanted.when) == (BEN, desk.span("10:00", "10:30", MONDAY + timedelta(days=7)))


def test_ctrl_and_the_arrows_turn_by_a_week_and_the_cursor_stays(desk: Desk) -> None:
    desk.click(desk.spot(BEN, "10:05"))
    press(desk, Qt.Key.Key_Right, CONTROL)
    assert desk.page.shown_window.day == MONDAY + timedelta(days=7)
    assert said(desk).startswith(f"10:00, {BEN}")
    press(desk, Qt.Key.Key_Left, CONTROL, times=2)
    assert desk.page.shown_window.day == MONDAY - timedelta(days=7)


def test_plus_and_minus_turn_pages(desk: Desk) -> None:
    press(desk, Qt.Key.Key_Plus)
    assert desk.page.shown_window.day == TUESDAY
    press(desk, Qt.Key.Key_Minus, times=2)
    assert desk.page.shown_window.day == MONDAY - timedelta(days=1)


def test_what_is_carried_goes_along_past_the_edge(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    desk.click(desk.spot(ANNA, "10:10"))
    desk.page.editing.take_chosen(Purpose.MOVE)
    press(desk, Qt.Key.Key_Right, times=2)
    press(desk, Qt.Key.Key_Return)
    assert desk.stored(ten).when == desk.span("10:00", "10:30", TUESDAY)
