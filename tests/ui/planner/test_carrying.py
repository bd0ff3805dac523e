"""Picking up and placing, several at once, the clipboard, drags from beside, and what is said on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from helpers.planner_desk import ANNA, BEN, MONDAY, Desk, only
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.when import AllDay
from terminplaner.ui.planner.carry_hint import CarryHint
from terminplaner.ui.planner.overviews.month_view import MonthView
from terminplaner.ui.planner.plan.all_day_lane import AllDayLane
from terminplaner.ui.planner.plan.carrying import Carried, CarriedMimeData, Purpose
from terminplaner.ui.planner.plan.feedback import Objection
from terminplaner.ui.planner.window import Mode

_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def take(desk: Desk, purpose: Purpose, *, repeats: bool = False) -> Carried:
    rows = desk.canvas.chosen.rows
    carried = Carried(purpose, rows, repeats=repeats, source=desk.canvas.source_of_chosen())
    desk.canvas.carry(carried)
    return carried


def click(
    desk: Desk, name: str, clock: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.mouseClick(desk.canvas.viewport(), Qt.MouseButton.LeftButton, modifiers, pos=desk.spot(name, clock))
    desk.settle()


def starts(desk: Desk, name: str) -> list[str]:
    key = desk.resource(name).id
    zone = desk.session.branch.tz
    return sorted(
        f"{row.when.interval(zone).start_at.astimezone(zone):%H:%M}"
        for row in desk.everything()
        if key in row.resource_ids
    )


def two(desk: Desk) -> tuple[Appointment, Appointment]:
    return desk.show(desk.span("09:00", "09:30")), desk.show(desk.span("10:00", "10:30"))


def test_what_was_picked_up_lands_where_the_next_click_is(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    click(desk, ANNA, "10:20")
    desk.key(Qt.Key.Key_V)
    assert desk.canvas.is_carrying
    assert desk.canvas.viewport().cursor().shape() is Qt.CursorShape.CrossCursor
    click(desk, BEN, "13:05")
    assert desk.stored(ten).when == desk.span("13:00", "13:45")
    assert desk.stored(ten).resource_ids == (desk.resource(BEN).id,)
    assert not desk.canvas.is_carrying


def test_the_keyboard_places_at_its_cursor(desk: Desk) -> None:
    desk.show(desk.span("10:00", "10:30"))
    click(desk, ANNA, "10:10")
    desk.key(Qt.Key.Key_K)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        desk.key(key)
    desk.settle()
    assert (starts(desk, ANNA), starts(desk, BEN)) == (["10:00"], ["10:30"])


def test_escape_puts_down_and_nothing_happened(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    click(desk, ANNA, "10:20")
    take(desk, Purpose.MOVE)
    desk.key(Qt.Key.Key_Escape)
    click(desk, ANNA, "13:00")
    assert desk.stored(ten) == ten


def test_a_copy_has_the_same_data_and_the_original_stays(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"), text="Anpassung", comment="Etui", prepare_minutes=5)
    click(desk, ANNA, "10:20")
    take(desk, Purpose.COPY)
    click(desk, BEN, "13:05")
    (copy,) = (row for row in desk.everything() if row.id != ten.id)
    assert (copy.text, copy.comment, copy.prepare_minutes) == ("Anpassung", "Etui", 5)
    assert copy.when == desk.span("13:00", "13:45")
    assert desk.stored(ten) == ten


def test_a_repeated_copy_stays_in_the_hand(desk: Desk) -> None:
    desk.show(desk.span("10:00", "10:30"))
    click(desk, ANNA, "10:20")
    take(desk, Purpose.COPY, repeats=True)
    for clock in ("11:05", "12:05", "13:05"):
        click(desk, ANNA, clock)
    assert starts(desk, ANNA) == ["10:00", "11:00", "12:00", "13:00"]
    desk.key(Qt.Key.Key_Escape)
    assert not desk.canvas.is_carrying


def test_copying_again_ends_a_repeated_copy(desk: Desk) -> None:
    desk.page.editing.repeats_copies = True
    desk.show(desk.span("10:00", "10:30"))
    click(desk, ANNA, "10:20")
    (copy,) = (action for action in desk.page.actions() if action.text() == "&Kopieren")
    desk.key(Qt.Key.Key_K)
    assert copy.isChecked()
    click(desk, ANNA, "12:05")
    desk.canvas.chosen.choose_one(None)  # the way out is open whatever is chosen
    desk.key(Qt.Key.Key_K)
    assert not desk.canvas.is_carrying
    assert not copy.isChecked()
    click(desk, ANNA, "14:05")
    assert starts(desk, ANNA) == ["10:00", "12:00"]


def test_a_draft_is_placed_into_the_dialog(desk: Desk) -> None:
    desk.show(desk.span("10:00", "10:45"), text="Wunsch")
    row = desk.canvas.board.snapshot.blocks[0][0].row
    draft = replace(row, appointment=replace(row.appointment, id=desk.resource(ANNA).id, revision=0))
    desk.canvas.carry(Carried(Purpose.BOOK, (draft,)))
    click(desk, BEN, "14:05")
    assert desk.dialog.is_new
    desk.dialog.save()
    desk.settle()
    assert starts(desk, BEN) == ["14:00"]


def test_several_are_chosen_with_keys_and_moved_as_one_step(desk: Desk) -> None:
    nine, ten = two(desk)
    click(desk, ANNA, "09:10")
    click(desk, ANNA, "10:10", _CONTROL)
    assert desk.canvas.chosen.selection.ids == {nine.id, ten.id}
    desk.drag(desk.spot(ANNA, "09:10"), desk.spot(BEN, "13:10"))
    assert (starts(desk, ANNA), starts(desk, BEN)) == ([], ["13:00", "14:00"])
    assert desk.workplace.services.undo.undo_command == "move_many"
    desk.workplace.services.undo.undo(desk.session.actor)
    assert starts(desk, ANNA) == ["09:00", "10:00"]


def test_one_of_several_that_finds_no_room_keeps_all(desk: Desk) -> None:
    two(desk)
    desk.show(desk.span("14:00", "14:30"), BEN)
    click(desk, ANNA, "09:10")
    click(desk, ANNA, "10:10", _SHIFT)
    desk.drag(desk.spot(ANNA, "09:10"), desk.spot(BEN, "13:10"))
    assert (starts(desk, ANNA), starts(desk, BEN)) == (["09:00", "10:00"], ["14:00"])
    assert [block.start for block in desk.canvas.board.snapshot.blocks[0]] == [540, 600]


def test_a_rubber_band_chooses_what_it_meets(desk: Desk) -> None:
    nine, ten = two(desk)
    desk.show(desk.span("12:00", "12:30"))
    start, end = desk.spot(ANNA, "08:50", share=0.2), desk.spot(ANNA, "10:10", share=0.8)
    QTest.mousePress(desk.canvas.viewport(), Qt.MouseButton.LeftButton, _CONTROL, pos=start)
    desk.move(start + QPoint(4, 14))
    desk.move(end)
    desk.release(end)
    assert desk.canvas.chosen.selection.ids == {nine.id, ten.id}


def test_control_a_takes_the_column_and_then_everything(desk: Desk) -> None:
    nine, ten = two(desk)
    other = desk.show(desk.span("09:00", "09:30"), BEN)
    click(desk, ANNA, "08:10")
    desk.key(Qt.Key.Key_A, _CONTROL)
    assert desk.canvas.chosen.selection.ids == {nine.id, ten.id}
    desk.key(Qt.Key.Key_A, _CONTROL)
    assert desk.canvas.chosen.selection.ids == {nine.id, ten.id, other.id}


def test_delete_cancels_all_that_is_chosen_and_undo_brings_it_back(desk: Desk) -> None:
    two(desk)
    desk.key(Qt.Key.Key_A, _CONTROL)
    desk.key(Qt.Key.Key_Delete)
    desk.settle()
    assert desk.everything() == []
    desk.press_button("Rückgängig", within_banner=True)
    desk.settle()
    assert starts(desk, ANNA) == ["09:00", "10:00"]


@pytest.mark.parametrize(("key", "left"), [(Qt.Key.Key_C, ["09:00", "10:00"]), (Qt.Key.Key_X, [])])
def test_the_clipboard_copies_and_moves(desk: Desk, key: Qt.Key, left: list[str]) -> None:
    two(desk)
    desk.key(Qt.Key.Key_A, _CONTROL)
    desk.key(key, _CONTROL)
    assert "09:00–09:30" in QGuiApplication.clipboard().text()
    click(desk, BEN, "13:10")
    desk.key(Qt.Key.Key_V, _CONTROL)
    desk.settle()
    assert (starts(desk, ANNA), starts(desk, BEN)) == (left, ["13:00", "14:00"])


def test_what_was_cut_and_refused_can_be_pasted_elsewhere(desk: Desk) -> None:
    desk.show(desk.span("09:00", "09:30"))
    desk.show(desk.span("14:00", "14:30"), BEN)
    click(desk, ANNA, "09:10")
    desk.key(Qt.Key.Key_X, _CONTROL)
    for clock, expected in (("14:10", ["14:00"]), ("15:10", ["14:00", "15:00"])):
        click(desk, BEN, clock)
        desk.key(Qt.Key.Key_V, _CONTROL)
        desk.settle()
        assert starts(desk, BEN) == expected
    assert not desk.page.editing.can_paste


def test_with_control_a_drag_copies(desk: Desk) -> None:
    desk.show(desk.span("10:00", "10:45"))
    start, end = desk.spot(ANNA, "10:20"), desk.spot(BEN, "13:20")
    QTest.mousePress(desk.canvas.viewport(), Qt.MouseButton.LeftButton, _CONTROL, pos=start)
    for point in (start + QPoint(0, 14), end):
        desk.canvas.mouseMoveEvent(desk.move_event(point, _CONTROL))
    desk.release(end)
    desk.settle()
    assert (starts(desk, ANNA), starts(desk, BEN)) == (["10:00"], ["13:00"])


def test_a_drag_says_what_speaks_against_the_place(desk: Desk) -> None:
    desk.show(desk.span("14:00", "14:45"))
    desk.show(desk.span("16:00", "17:00"))
    desk.press(desk.spot(ANNA, "14:20"))
    desk.move(desk.spot(ANNA, "15:00"))
    seen = []
    for clock in ("15:10", "16:20", "09:20"):
        desk.move(desk.spot(ANNA, clock))
        seen.append(desk.canvas.held.objections)
    desk.key(Qt.Key.Key_Escape)
    assert Objection.FULL not in seen[0]
    assert Objection.FULL in seen[1]
    assert Objection.PAST in seen[2]


def test_a_drag_from_beside_the_plan_is_dropped_into_it(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    row = desk.canvas.board.snapshot.blocks[0][0].row
    data = CarriedMimeData(Carried(Purpose.MOVE, (row,)))
    spot = desk.spot(BEN, "13:05")
    held, copying = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    entering = QDragEnterEvent(spot, copying, data, held, _NONE)
    QApplication.sendEvent(desk.canvas.viewport(), entering)
    assert entering.isAccepted()
    dropped = QDropEvent(QPointF(spot), copying, data, held, _NONE)
    QApplication.sendEvent(desk.canvas.viewport(), dropped)
    desk.settle()
    assert desk.stored(ten).when == desk.span("13:00", "13:45")
    assert desk.stored(ten).resource_ids == (desk.resource(BEN).id,)


def test_whole_days_are_dragged_and_pulled_longer(desk: Desk) -> None:
    desk.page.browsing.show_mode(Mode.WORK_WEEK)
    desk.settle()
    tuesday = MONDAY + timedelta(days=1)
    trip = desk.show(AllDay(MONDAY, tuesday))
    lane, grid = only(desk.canvas, AllDayLane), desk.canvas.board.grid
    y = 10

    def x_of(column: int, share: float) -> int:
        return round(grid.edges[column] + grid.column_width(column) * share)

    for start, end in ((x_of(0, 0.5), x_of(1, 0.5)), (x_of(2, 0) - 3, x_of(3, 0.5))):
        QTest.mousePress(lane, Qt.MouseButton.LeftButton, pos=QPoint(start, y))
        QTest.mouseMove(lane, QPoint(end - 5, y))
        QTest.mouseMove(lane, QPoint(end, y))
        QTest.mouseRelease(lane, Qt.MouseButton.LeftButton, pos=QPoint(end, y))
        desk.settle()
    assert desk.stored(trip).when == AllDay(tuesday, tuesday + timedelta(days=3))


def test_what_is_carried_becomes_a_whole_day_in_the_lane(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    click(desk, ANNA, "10:20")
    take(desk, Purpose.MOVE)
    lane = only(desk.canvas, AllDayLane)
    QTest.mouseClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(20, lane.height() // 2))
    desk.settle()
    assert desk.stored(ten).when == AllDay(MONDAY, MONDAY + timedelta(days=1))


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
@pytest.mark.parametrize("place", ["hours", "whole days", "month"])
def test_another_button_than_the_left_lets_go(desk: Desk, place: str, button: Qt.MouseButton) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    click(desk, ANNA, "10:20")
    take(desk, Purpose.MOVE)
    surface: QWidget = desk.canvas.viewport()
    if place == "whole days":
        surface = only(desk.canvas, AllDayLane)
    elif place == "month":
        desk.page.browsing.show_mode(Mode.MONTH)
        desk.settle()
        surface = only(desk.page, MonthView).viewport()
    assert _is_carrying(desk)
    QTest.mouseClick(surface, button, pos=QPoint(20, surface.height() // 2))
    desk.settle()
    assert not _is_carrying(desk)
    assert desk.stored(ten).when == ten.when


def _is_carrying(desk: Desk) -> bool:
    return any(hint.isVisible() for hint in desk.page.findChildren(CarryHint))


def test_the_keyboard_chooses_several_and_moves_them_together(desk: Desk) -> None:
    two(desk)
    click(desk, ANNA, "09:10")
    desk.key(Qt.Key.Key_Down, _CONTROL | _SHIFT)
    assert len(desk.canvas.chosen.selection.ids) == 2
    desk.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    assert (starts(desk, ANNA), starts(desk, BEN)) == ([], ["09:00", "10:00"])


def test_what_is_grabbed_again_at_once_stays_in_the_hand(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    first, second, third = (desk.spot(ANNA, clock) for clock in ("10:10", "11:10", "12:10"))
    for start, end in ((first, second), (second, third)):
        desk.press(start)
        desk.move(start + QPoint(0, 12))
        desk.move(end)
        if end is second:
            desk.release(end)
    desk.settle()  # the answer to the first move
    desk.release(third)
    desk.settle()
    assert desk.stored(ten).when == desk.span("12:00", "12:30")


def test_what_was_moved_elsewhere_meanwhile_leaves_the_hand(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    desk.press(desk.spot(ANNA, "10:10"))
    desk.move(desk.spot(ANNA, "12:10"))
    moved = replace(ten, when=desk.span("15:00", "15:30"))
    desk.workplace.services.planning.change(desk.session.actor, moved)
    desk.settle()
    assert desk.canvas.held.carried is None
    desk.release(desk.spot(ANNA, "12:10"))
    desk.settle()
    assert desk.stored(ten).when == moved.when
