"""What dragging, resizing and drawing leave behind, on ordinary days and when the clocks change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.resource import Availability, Resource, Weekday
from terminplaner.domain.when import Timed, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner.plan.board import Board
from terminplaner.ui.planner.plan.geometry import Grid
from terminplaner.ui.planner.plan.gestures import (
    CreateGesture,
    Edge,
    MoveGesture,
    Raster,
    ResizeGesture,
    drawn,
)
from terminplaner.ui.planner.plan.rule_gestures import RuleGesture, rule_at
from terminplaner.ui.planner.plan.snapshot import Block, Column, RuleBox, SlotBox, Snapshot
from terminplaner.ui.planner.plan.time_axis import TimeAxis
from terminplaner.ui.planner.window import Mode, Window

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 23)
ANNA = Resource(UUID(int=1), "Anna Optik", step_minutes=30)
CABIN = Resource(UUID(int=2), "Kabine 1", step_minutes=20)


def local(day: date, hour: int, minute: int = 0) -> datetime:
    return at_local(datetime.combine(day, time(hour, minute)), BERLIN)


def row(start: datetime, end: datetime, *resources: Resource) -> AppointmentRow:
    chosen = resources or (ANNA,)
    appointment = Appointment(UUID(int=9), UUID(int=8), Timed(start, end), tuple(item.id for item in chosen))
    return AppointmentRow(appointment, chosen, None, None, None, BERLIN)


def block(start: float, end: float, of: AppointmentRow) -> Block:
    assert isinstance(of.appointment.when, Timed)
    return Block(of, of.appointment.when, start, end, start, end)


AXIS = TimeAxis.for_days([MONDAY, MONDAY + timedelta(days=1)], BERLIN)
HERE, TOMORROW = Column(ANNA, MONDAY), Column(ANNA, MONDAY + timedelta(days=1))
TEN = row(local(MONDAY, 10), local(MONDAY, 10, 45))


def test_a_carried_block_snaps_and_keeps_its_length() -> None:
    gesture = MoveGesture(block(600, 645, TEN), HERE, grab=20)
    target = gesture.target(TOMORROW, 20 + 843, Raster(15), AXIS)
    assert (target.column, target.start, target.end) == (TOMORROW.key, 840, 885)
    moved = gesture.rebooking(TOMORROW, target, AXIS)
    assert moved.when == Timed(local(TOMORROW.day, 14), local(TOMORROW.day, 14, 45))
    assert moved.resource_ids == (ANNA.id,)


def test_dropping_it_where_it_was_is_no_change() -> None:
    gesture = MoveGesture(block(600, 645, TEN), HERE, grab=0)
    assert not gesture.rebooking(HERE, gesture.target(HERE, 604, Raster(15), AXIS), AXIS).is_change


def test_a_block_cannot_be_carried_off_the_day() -> None:
    gesture = MoveGesture(block(600, 645, TEN), HERE, grab=0)
    assert gesture.target(HERE, 5_000, Raster(15), AXIS).start == 1425
    assert gesture.target(HERE, -5_000, Raster(15), AXIS).start == 0


def test_another_column_exchanges_only_the_resource_in_the_hand() -> None:
    both = row(local(MONDAY, 10), local(MONDAY, 11), ANNA, CABIN)
    third = Resource(UUID(int=3), "Kabine 2")
    gesture = MoveGesture(block(600, 660, both), Column(CABIN, MONDAY), grab=0)
    onto_third = gesture.rebooking(Column(third, MONDAY), gesture.target(HERE, 600, Raster(15), AXIS), AXIS)
    assert onto_third.resource_ids == (ANNA.id, third.id)
    onto_partner = gesture.rebooking(HERE, gesture.target(HERE, 600, Raster(15), AXIS), AXIS)
    assert onto_partner.resource_ids == (ANNA.id, CABIN.id)


def test_the_part_after_midnight_shifts_the_whole() -> None:
    night = row(local(MONDAY, 23), local(TOMORROW.day, 1))
    tail = replace(block(0, 60, night), begins_here=False)
    gesture = MoveGesture.taken(tail, TOMORROW, 0, AXIS)
    moved = gesture.rebooking(TOMORROW, gesture.target(TOMORROW, 30, Raster(15), AXIS), AXIS)
    assert moved.when == Timed(local(MONDAY, 23, 30), local(TOMORROW.day, 1, 30))


@pytest.mark.parametrize(("held_on", "shown_on"), [(-1, 0), (0, 1)])
def test_a_part_that_is_held_over_another_page_knows_when_the_whole_begins(held_on: int, shown_on: int) -> None:
    """The preparation of an appointment after midnight ends the day, whatever hours the day has."""
    autumn = date(2026, 10, 25)
    taken_from, put_on = (Column(ANNA, autumn + timedelta(days=days)) for days in (held_on, shown_on))
    before, after = (TimeAxis.for_days([column.day], BERLIN) for column in (taken_from, put_on))
    next_day = taken_from.day + timedelta(days=1)
    night = row(local(next_day, 0, 10), local(next_day, 0, 40))
    part = replace(block(before.length, before.length, night), begins_here=False)
    gesture = MoveGesture.taken(part, taken_from, 0, before)
    moved = gesture.rebooking(
        put_on, gesture.target(put_on, after.position_of_wall(600), Raster(30), after), after
    )
    assert moved.when == Timed(local(put_on.day, 10, 10), local(put_on.day, 10, 40))


def test_a_moved_appointment_keeps_its_duration_over_the_change_of_clocks() -> None:
    spring = date(2026, 3, 29)
    axis = TimeAxis.for_days([spring], BERLIN)
    column = Column(ANNA, spring)
    two_hours = row(local(spring, 10), local(spring, 12))
    gesture = MoveGesture(block(540, 660, two_hours), column, grab=0)
    moved = gesture.rebooking(column, gesture.target(column, 60, Raster(15), axis), axis)
    assert moved.when == Timed(datetime(2026, 3, 29, 0, tzinfo=UTC), datetime(2026, 3, 29, 2, tzinfo=UTC))


@pytest.mark.parametrize(
    ("edge", "position", "expected"),
    [(Edge.BOTTOM, 663, (600, 660)), (Edge.TOP, 587, (585, 645)), (Edge.BOTTOM, 10, (600, 605))],
)
def test_resizing_moves_one_edge_and_leaves_five_minutes(
    edge: Edge, position: float, expected: tuple[float, float]
) -> None:
    gesture = ResizeGesture(block(600, 645, TEN), HERE, edge)
    target = gesture.target(HERE, position, Raster(15), AXIS)
    assert (target.start, target.end) == expected
    start, end = (AXIS.instant_at(value, MONDAY) for value in expected)
    assert gesture.rebooking(HERE, target, AXIS).when == Timed(start, end)


def test_drawing_covers_whole_slots_in_both_directions() -> None:
    cabin = Column(CABIN, MONDAY)
    gesture = CreateGesture(cabin, anchor=612, raster=Raster(20))
    assert gesture.target(cabin, 612, Raster(5), AXIS).end == 620
    upwards = gesture.target(HERE, 575, Raster(5), AXIS)
    assert (upwards.column, upwards.start, upwards.end) == (cabin.key, 560, 620)
    wanted = drawn(cabin, upwards, AXIS)
    assert wanted.resource == CABIN
    assert wanted.when == Timed(local(MONDAY, 9, 20), local(MONDAY, 10, 20))


@pytest.mark.parametrize(
    ("position", "expected"),
    [(493, 480), (500, 495), (512, 525), (700, 690), (646, 645)],
)
def test_edges_are_those_of_free_slots_then_of_the_step_and_where_it_stood(
    position: float, expected: float
) -> None:
    raster = Raster(30, (SlotBox(495, 525), SlotBox(525, 555)))
    assert raster.nearest(position, 645, AXIS) == expected


def test_drawing_goes_by_free_slots() -> None:
    gesture = CreateGesture(HERE, 500, Raster(30, (SlotBox(495, 525), SlotBox(525, 535))))
    target = gesture.target(HERE, 530, Raster(30), AXIS)
    assert (target.start, target.end) == (495, 535)


@pytest.mark.parametrize(
    ("position", "steps", "expected"), [(615, 1, 630), (615, -1, 600), (600, 1, 630), (0, -1, 0)]
)
def test_the_keys_go_to_the_next_edge(position: float, steps: int, expected: float) -> None:
    assert Raster(30).beyond(position, steps, AXIS) == expected


# -- availabilities

MORNING = Availability(UUID(int=5), ANNA.id, Weekday.MONDAY, time(9, 10), time(12))


def test_a_carried_availability_keeps_its_length_within_its_day() -> None:
    gesture = RuleGesture(RuleBox(550, 720, MORNING), HERE, grab=30)
    target = gesture.target(TOMORROW, 30 + 843, Raster(15), AXIS)
    assert (target.column, target.start, target.end) == (TOMORROW.key, 840, 1010)
    moved = gesture.moved(TOMORROW, target, AXIS)
    assert (moved.day, moved.to_on, moved.resource) == (MONDAY, TOMORROW.day, ANNA)
    assert (moved.starts_at, moved.ends_at) == (time(14), time(16, 50))
    late = gesture.target(HERE, 5_000, Raster(15), AXIS)
    assert (late.start, late.end) == (1270, 1440)
    assert gesture.moved(HERE, late, AXIS).ends_at == time(0), "midnight"
    assert gesture.target(HERE, -5_000, Raster(15), AXIS).start == 0


def test_an_availability_that_is_put_back_is_as_it_was() -> None:
    gesture = RuleGesture(RuleBox(550, 720, MORNING), HERE, grab=30)
    back = gesture.moved(HERE, gesture.target(HERE, 582, Raster(15), AXIS), AXIS)
    assert (back.starts_at, back.ends_at, back.to_on) == (time(9, 10), time(12), MONDAY)


def test_an_edge_of_an_availability_is_pulled_in_its_own_column_and_leaves_some_of_it() -> None:
    box = RuleBox(550, 720, MORNING)
    top, bottom = RuleGesture(box, HERE, edge=Edge.TOP), RuleGesture(box, HERE, edge=Edge.BOTTOM)
    pulled = top.moved(TOMORROW, top.target(TOMORROW, 601, Raster(15), AXIS), AXIS)
    assert (pulled.to_on, pulled.starts_at, pulled.ends_at) == (MONDAY, time(10), time(12))
    longer = bottom.target(HERE, 5_000, Raster(15), AXIS)
    assert bottom.moved(HERE, longer, AXIS).ends_at == time(0)
    assert top.target(HERE, 900, Raster(15), AXIS).start == 715


def test_on_the_day_the_clocks_change_an_availability_is_put_by_the_wall() -> None:
    sunday = date(2026, 10, 25)
    axis = TimeAxis.for_days([sunday], BERLIN)
    column = Column(ANNA, sunday)
    rule = Availability(UUID(int=5), ANNA.id, Weekday.SUNDAY, time(9), time(12))
    gesture = RuleGesture(RuleBox(axis.position_of_wall(540), axis.position_of_wall(720), rule), column)
    moved = gesture.moved(column, gesture.target(column, axis.position_of_wall(600), Raster(30), axis), axis)
    assert (moved.starts_at, moved.ends_at) == (time(10), time(13))


def _board(*boxes: RuleBox, blocks: tuple[Block, ...] = ()) -> Board:
    window = Window(Mode.DAY, MONDAY, BERLIN, (ANNA.id,))
    axis = TimeAxis.for_days([MONDAY], BERLIN)
    snapshot = Snapshot(window, axis, (HERE,), (blocks,), slots=((),), rules=(boxes,))
    return Board(snapshot, Grid.fitting(1, 200, 100, 1.0, 1440))


def test_a_press_takes_an_availability_by_its_edge_or_whole_and_what_takes_it_away_first() -> None:
    lunch = replace(MORNING, id=UUID(int=6), starts_at=time(10), is_available=False)
    whole, away = RuleBox(550, 720, MORNING), RuleBox(600, 660, lunch)
    board = _board(whole, away, blocks=(block(680, 700, TEN),))
    taken = rule_at(board, 100, 640)
    assert taken is not None
    assert (taken.box, taken.edge, taken.grab) == (away, None, 40)
    edges = [found and (found.box, found.edge) for found in (rule_at(board, 100, y) for y in (552, 602, 658, 718))]
    assert edges == [(whole, Edge.TOP), (away, Edge.TOP), (away, Edge.BOTTOM), (whole, Edge.BOTTOM)]
    assert rule_at(board, 100, 690) is None, "an appointment lies above it"
    assert rule_at(board, 198, 690) is not None, "beside it"
    assert rule_at(board, 100, 500) is None
