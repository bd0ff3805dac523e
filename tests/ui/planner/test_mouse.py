"""Creating, moving and resizing with the mouse, and what happens when it is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.planner_desk import ANNA, BEN, MONDAY, Desk
from terminplaner.domain.changes import Origin
from terminplaner.domain.when import AllDay, Timed
from terminplaner.services.permissions import Actor
from terminplaner.ui.banner import Banner
from terminplaner.ui.planner.window import Mode


def banner_text(desk: Desk) -> str:
    return " ".join(banner.text for banner in desk.page.findChildren(Banner) if banner.text)


def test_a_drag_moves_and_snaps_to_the_step_of_the_resource(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    desk.drag(desk.spot(ANNA, "10:20"), desk.spot(ANNA, "12:34"))
    assert desk.stored(ten).when == desk.span("12:00", "12:45")
    assert desk.canvas.board.snapshot.blocks[0][0].start == 12 * 60


def test_with_shift_it_moves_by_five_minutes(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    desk.press(desk.spot(ANNA, "10:20"))
    desk.move(desk.spot(ANNA, "10:50"))
    QTest.mouseMove(desk.canvas.viewport(), desk.spot(ANNA, "11:00"))
    desk.canvas.mouseMoveEvent(desk.move_event(desk.spot(ANNA, "12:31"), Qt.KeyboardModifier.ShiftModifier))
    desk.release(desk.spot(ANNA, "12:31"))
    desk.settle()
    assert desk.stored(ten).when == desk.span("12:10", "12:55")


def test_a_drag_into_another_column_changes_the_resource(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    desk.drag(desk.spot(ANNA, "10:20"), desk.spot(BEN, "10:22"))
    assert desk.stored(ten).when == ten.when
    assert desk.stored(ten).resource_ids == (desk.resource(BEN).id,)


def test_a_drag_across_the_days_of_a_week(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    desk.page.browsing.show_mode(Mode.WORK_WEEK)
    desk.settle()
    wednesday = MONDAY + timedelta(days=2)
    desk.drag(desk.spot(ANNA, "10:20"), desk.spot(ANNA, "09:20", wednesday))
    assert desk.stored(ten).when == desk.span("09:00", "09:45", wednesday)


def test_escape_lets_go_without_a_change(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    desk.press(desk.spot(ANNA, "10:20"))
    desk.move(desk.spot(ANNA, "12:00"))
    seen = [desk.canvas.held.gesture is not None]
    desk.key(Qt.Key.Key_Escape)
    desk.release(desk.spot(ANNA, "12:00"))
    desk.settle()
    seen.append(desk.canvas.held.gesture is not None)
    assert seen == [True, False]
    assert desk.stored(ten) == ten


def test_the_flag_of_a_drag_leaves_nothing_behind_when_the_hours_scroll(desk: Desk) -> None:
    desk.show(desk.span("10:00", "10:45"))
    desk.press(desk.spot(ANNA, "10:20"))
    desk.move(desk.spot(ANNA, "12:00"))
    desk.settle()
    QApplication.processEvents()
    viewport, painted = desk.canvas.viewport(), QRegion()

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            nonlocal painted
            if isinstance(event, QPaintEvent):
                painted = painted.united(event.region())
            return False

    watch = Watch(viewport)
    viewport.installEventFilter(watch)
    bar = desk.canvas.verticalScrollBar()
    bar.setValue(bar.value() + 7)
    QApplication.processEvents()
    assert painted.boundingRect() == viewport.rect()
    desk.key(Qt.Key.Key_Escape)


def test_a_trembling_click_only_selects(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    desk.press(desk.spot(ANNA, "10:20"))
    desk.move(desk.spot(ANNA, "10:20") + QPoint(2, 3))
    desk.release(desk.spot(ANNA, "10:20") + QPoint(2, 3))
    desk.settle()
    assert desk.stored(ten) == ten
    assert desk.canvas.chosen.current_id == ten.id


@pytest.mark.parametrize(
    ("edge", "to", "expected"), [("10:58", "11:40", ("10:00", "11:30")), ("10:01", "09:28", ("09:30", "11:00"))]
)
def test_an_edge_resizes(desk: Desk, edge: str, to: str, expected: tuple[str, str]) -> None:
    ten = desk.show(desk.span("10:00", "11:00"))
    desk.drag(desk.spot(ANNA, edge), desk.spot(ANNA, to))
    assert desk.stored(ten).when == desk.span(*expected)


def test_read_only_blocks_stay_where_they_are(desk: Desk) -> None:
    busy = desk.show(desk.span("10:00", "11:00"), is_read_only=True)
    desk.drag(desk.spot(ANNA, "10:30"), desk.spot(ANNA, "13:00"))
    assert desk.stored(busy) == busy


def test_a_refused_move_returns_and_says_why(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    desk.show(desk.span("12:00", "13:00"))
    desk.drag(desk.spot(ANNA, "10:20"), desk.spot(ANNA, "12:22"))
    assert desk.stored(ten) == ten
    assert [block.start for block in desk.canvas.board.snapshot.blocks[0]] == [600, 720]
    assert ANNA in banner_text(desk)


def test_the_new_place_is_shown_before_the_database_has_agreed(desk: Desk) -> None:
    desk.show(desk.span("10:00", "10:45"))
    start, end = desk.spot(ANNA, "10:20"), desk.spot(ANNA, "12:20")
    desk.press(start)
    desk.move(start + QPoint(0, 12))
    desk.move(end)
    desk.release(end)
    assert desk.tasks.is_busy
    assert [block.start for block in desk.canvas.board.snapshot.blocks[0]] == [720]
    desk.settle()
    assert [block.start for block in desk.canvas.board.snapshot.blocks[0]] == [720]


def test_two_moves_in_a_row_do_not_disturb_each_other(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    for start, end in (("10:20", "12:20"), ("12:20", "15:20")):
        point, goal = desk.spot(ANNA, start), desk.spot(ANNA, end)
        desk.press(point)
        desk.move(point + QPoint(0, 12))
        desk.move(goal)
        desk.release(goal)
    desk.settle()
    assert desk.stored(ten).when == desk.span("15:00", "15:45")
    assert banner_text(desk) == ""


def test_a_drag_on_empty_ground_asks_for_a_new_appointment_of_that_length(desk: Desk) -> None:
    point, goal = desk.spot(BEN, "14:05"), desk.spot(BEN, "15:20")
    desk.press(point)
    desk.move(point + QPoint(0, 12))
    desk.move(goal)
    desk.release(goal)
    desk.dialog.save()
    desk.settle()
    (booked,) = desk.everything()
    assert booked.when == desk.span("14:00", "15:30")
    assert booked.resource_ids == (desk.resource(BEN).id,)
    assert desk.canvas.chosen.current_id == booked.id


def test_a_double_click_on_empty_ground_takes_one_slot(desk: Desk) -> None:
    desk.double_click(desk.spot(BEN, "14:12"))
    desk.dialog.save()
    desk.settle()
    assert [row.when for row in desk.everything()] == [desk.span("14:00", "14:30")]


def test_a_double_click_on_a_block_opens_it(desk: Desk) -> None:
    desk.show(desk.span("10:00", "11:00"), text="Inventur")
    desk.double_click(desk.spot(ANNA, "10:30"))
    assert not desk.dialog.is_new


def test_an_appointment_of_two_resources_is_selected_in_both_columns(desk: Desk) -> None:
    both = desk.show(desk.span("10:00", "11:00"), ANNA, BEN)
    desk.click(desk.spot(BEN, "10:30"))
    assert desk.canvas.chosen.current_id == both.id
    assert len(list(desk.canvas.board.places_of(both.id))) == 2


def test_a_change_elsewhere_does_not_disturb_a_drag(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    desk.press(desk.spot(ANNA, "10:20"))
    desk.move(desk.spot(ANNA, "11:00"))
    desk.show(desk.span("16:00", "17:00"), BEN)
    assert desk.canvas.held.gesture is not None
    assert len(desk.canvas.board.snapshot.blocks[1]) == 1
    desk.move(desk.spot(ANNA, "13:20"))
    desk.release(desk.spot(ANNA, "13:20"))
    desk.settle()
    assert desk.stored(ten).when == desk.span("13:00", "13:45")


def test_what_changed_in_the_hand_is_let_go(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:45"))
    desk.press(desk.spot(ANNA, "10:20"))
    desk.move(desk.spot(ANNA, "11:00"))
    other = Actor(desk.session.actor.user, Origin.GOOGLE)
    desk.workplace.services.planning.move(
        other, ten.id, ten.revision, desk.span("15:00", "15:45"), ten.resource_ids
    )
    desk.reload()
    assert desk.canvas.held.gesture is None
    desk.release(desk.spot(ANNA, "12:00"))
    desk.settle()
    assert desk.stored(ten).when == desk.span("15:00", "15:45")
    assert "geändert" in banner_text(desk)


def test_the_second_of_two_equal_hours_can_be_booked(desk: Desk) -> None:
    autumn = date(2026, 10, 25)
    desk.page.browsing.go_to(autumn)
    desk.settle()
    axis = desk.canvas.board.snapshot.axis
    assert axis.length == 25 * 60
    desk.canvas.verticalScrollBar().setValue(0)
    second = desk.spot(ANNA, "02:10", autumn) + QPoint(0, round(desk.canvas.board.grid.y_of(60)))
    desk.double_click(second)
    desk.dialog.save()
    desk.settle()
    (booked,) = desk.everything()
    assert isinstance(booked.when, Timed)
    assert booked.when.start_at.isoformat() == "2026-10-25T01:00:00+00:00"


def test_whole_days_lie_in_their_lane_and_not_among_the_hours(desk: Desk) -> None:
    desk.show(AllDay(MONDAY, MONDAY + timedelta(days=1)), BEN, text="Urlaub")
    snapshot = desk.canvas.board.snapshot
    assert [bar.first for bar in snapshot.bars] == [1]
    assert snapshot.blocks == ((), ())
