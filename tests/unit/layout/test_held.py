"""What is in the hand over a place, and which appointments are chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, Timed, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan
from terminplaner.ui.planner.plan.bar_gestures import MoveBar, StretchBar
from terminplaner.ui.planner.plan.carrying import Carried, Purpose
from terminplaner.ui.planner.plan.chosen import Chosen
from terminplaner.ui.planner.plan.columns import take_snapshot
from terminplaner.ui.planner.plan.feedback import Objection, Surroundings
from terminplaner.ui.planner.plan.gestures import (
    CreateGesture,
    Edge,
    MoveGesture,
    NewAppointment,
    Raster,
    ResizeGesture,
)
from terminplaner.ui.planner.plan.held import Held
from terminplaner.ui.planner.plan.selection import Selection
from terminplaner.ui.planner.window import Mode, Window

BERLIN, MONDAY = ZoneInfo("Europe/Berlin"), date(2026, 11, 23)
ROOM, OTHER = Resource(UUID(int=1), "Kabine 1"), Resource(UUID(int=2), "Kabine 2")
RASTER = Raster(30)


def span(start: str, end: str) -> Timed:
    first, last = (at_local(datetime.combine(MONDAY, time.fromisoformat(clock)), BERLIN) for clock in (start, end))
    return Timed(first, last)


def row(start: str, end: str, resource: Resource = ROOM) -> AppointmentRow:
    appointment = Appointment(uuid4(), UUID(int=9), span(start, end), (resource.id,))
    return AppointmentRow(appointment, (resource,), None, None, None, BERLIN)


def around(*rows: AppointmentRow) -> Surroundings:
    window = Window(Mode.DAY, MONDAY, BERLIN, (ROOM.id, OTHER.id))
    plan = Plan(window.interval.start_at, window.interval.end_at, (ROOM, OTHER), rows, {}, {}, {})
    return Surroundings(take_snapshot(window, plan), datetime(2026, 11, 23, 7, tzinfo=UTC))


TEN, ELEVEN = row("10:00", "10:30"), row("11:00", "12:00")


def test_what_was_picked_up_lands_where_putting_it_down_there_would_land_it() -> None:
    near, carried = around(TEN, ELEVEN), Carried(Purpose.MOVE, (TEN, ELEVEN), source=ROOM)
    held = Held.of(carried).over(near.snapshot.columns[1], 14 * 60, RASTER, near)
    assert held.landings == carried.landings(NewAppointment(OTHER, span("14:00", "14:30")))
    assert [landing.when for landing in held.landings] == [span("14:00", "14:30"), span("15:00", "16:00")]
    assert not held.objections
    assert held.leaving == {TEN.appointment.id, ELEVEN.appointment.id}


def test_what_became_of_an_appointment_is_taken_into_the_hand() -> None:
    near = around(TEN, ELEVEN)
    newer = replace(TEN, appointment=replace(TEN.appointment, revision=7))
    column, block = near.snapshot.columns[0], near.snapshot.blocks[0][0]
    days = AllDay(MONDAY, MONDAY + timedelta(days=1))
    carried = Carried(Purpose.MOVE, (TEN, ELEVEN), source=ROOM)
    pulled = Held(ResizeGesture(block, column, Edge.BOTTOM)).over(column, 14 * 60, RASTER, near)
    for held in (
        Held.of(carried).over(column, 14 * 60, RASTER, near),
        Held(MoveGesture(block, column, 0), None, carried).over(column, 14 * 60, RASTER, near),
        Held(MoveBar(TEN, days, column), None, carried).over_days(column, near),
        pulled,
        Held(StretchBar(TEN, days, column, is_end=True)).over_days(column, near),
    ):
        renewed = held.renewed({newer.appointment.id: newer})
        assert renewed.landings[0].row == newer
        assert [landing.when for landing in renewed.landings] == [landing.when for landing in held.landings]
        assert renewed.rows[0] == newer
        assert renewed.rows[1:] == held.rows[1:]
    assert pulled.renewed({newer.appointment.id: newer}).over(column, 15 * 60, RASTER, near).rows == (newer,)


def test_a_copy_meets_what_it_was_made_of_and_a_move_does_not() -> None:
    near = around(TEN)
    found = [
        Held.of(Carried(purpose, (TEN,), source=ROOM)).over(near.snapshot.columns[0], 600, RASTER, near).objections
        for purpose in (Purpose.MOVE, Purpose.COPY)
    ]
    assert found == [(), (Objection.FULL,)]


def test_pulling_an_edge_and_drawing_a_new_one_are_judged_alike() -> None:
    near = around(TEN, ELEVEN)
    column, block = near.snapshot.columns[0], near.snapshot.blocks[0][0]
    pulled = Held(ResizeGesture(block, column, Edge.BOTTOM)).over(column, 11 * 60 + 30, RASTER, near)
    drawn = Held(CreateGesture(column, 10 * 60 + 30, RASTER)).over(column, 11 * 60 + 15, RASTER, near)
    assert [landing.when for landing in pulled.landings] == [span("10:00", "11:30")]
    assert (pulled.objections, drawn.objections) == ((Objection.FULL,), (Objection.FULL,))
    assert (pulled.rows, drawn.rows, drawn.landings) == ((TEN,), (), ())


def test_nothing_in_the_hand_is_nowhere() -> None:
    near = around()
    assert Held().over(near.snapshot.columns[0], 600, RASTER, near) == Held()


def test_what_is_chosen_is_read_from_what_is_shown_now() -> None:
    shown = [around(TEN, ELEVEN).snapshot]
    parent, changes = QObject(), list[tuple[Selection, Selection]]()
    chosen = Chosen(lambda: shown[-1], parent)
    chosen.changed.connect(lambda before, now: changes.append((before, now)))
    chosen.choose(Selection().with_all((ELEVEN.appointment.id, TEN.appointment.id)))
    assert (chosen.current, chosen.rows) == (ELEVEN, (TEN, ELEVEN)), "by time, and the first chosen is current"
    chosen.choose_one(ELEVEN.appointment.id)
    assert len(chosen.rows) == 2, "the current one of several leaves them chosen"
    renamed = replace(TEN, appointment=replace(TEN.appointment, text="neu"))
    shown.append(around(renamed).snapshot)
    assert list(chosen.rows) == [renamed]
    assert len(changes) == 1
    stranger = row("08:00", "09:00", OTHER)
    assert [chosen.together_with(one) for one in (renamed, stranger)] == [(renamed,), (stranger,)]
    chosen.point_at(None)
    assert list(chosen.rows) == []
