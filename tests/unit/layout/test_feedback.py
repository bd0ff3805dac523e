"""What a pointer is told of a place, from the snapshot alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.resource import Availability, Resource, Weekday
from terminplaner.domain.when import AllDay, Timed, When, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan
from terminplaner.ui.planner.plan.columns import take_snapshot
from terminplaner.ui.planner.plan.feedback import Objection, Surroundings
from terminplaner.ui.planner.plan.gestures import NewAppointment, Rebooking
from terminplaner.ui.planner.window import Mode, Window

BERLIN, MONDAY = ZoneInfo("Europe/Berlin"), date(2026, 11, 23)
ROOM = Resource(UUID(int=1), "Kabine 1")
RULE = Availability(UUID(int=5), ROOM.id, Weekday.MONDAY, time(8), time(18))
SETTINGS = ChainSettings(UUID(int=7))


def span(start: str, end: str, day: date = MONDAY) -> Timed:
    first, last = (at_local(datetime.combine(day, time.fromisoformat(clock)), BERLIN) for clock in (start, end))
    return Timed(first, last)


def row(when: When, **fields: Any) -> AppointmentRow:
    appointment = replace(Appointment(uuid4(), UUID(int=9), when, (ROOM.id,)), **fields)
    return AppointmentRow(appointment, (ROOM,), None, None, None, BERLIN)


def surroundings(
    *rows: AppointmentRow, settings: ChainSettings = SETTINGS, resource: Resource = ROOM
) -> Surroundings:
    window = Window(Mode.DAY, MONDAY, BERLIN, (ROOM.id,))
    shown = window.interval
    plan = Plan(shown.start_at, shown.end_at, (resource,), rows, {ROOM.id: (RULE,)}, {}, {})
    return Surroundings(take_snapshot(window, plan), datetime(2026, 11, 23, 7, 30, tzinfo=UTC), settings)


TEN = row(span("10:00", "10:30"))


def landing(start: str, end: str, of: AppointmentRow = TEN) -> list[Rebooking]:
    return [Rebooking(of, span(start, end), (ROOM.id,))]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("11:00", "11:30", ()),
        ("12:30", "13:00", (Objection.FULL,)),
        ("13:00", "13:30", ()),
        ("08:00", "08:30", (Objection.PAST,)),
        ("17:45", "18:15", (Objection.UNAVAILABLE,)),
    ],
)
def test_a_place_is_judged(start: str, end: str, expected: tuple[Objection, ...]) -> None:
    assert surroundings(TEN, row(span("12:00", "13:00"))).objections(landing(start, end)) == expected


def test_a_move_leaves_its_own_place_and_a_copy_does_not() -> None:
    near = surroundings(TEN)
    assert near.objections(landing("10:15", "10:45")) == ()
    assert near.objections(landing("10:15", "10:45"), are_new=True) == (Objection.FULL,)


def test_preparation_takes_room_unless_the_chain_has_none() -> None:
    early = row(span("10:00", "10:30"), prepare_minutes=20)
    other = row(span("12:00", "13:00"))
    assert surroundings(early, other).objections(landing("13:10", "13:40", early)) == (Objection.FULL,)
    without = replace(SETTINGS, use_preparation_times=False)
    assert surroundings(early, other, settings=without).objections(landing("13:10", "13:40", early)) == ()


def test_where_overbooking_is_allowed_it_is_only_said() -> None:
    allowed = replace(SETTINGS, allow_overbooking=True)
    other = row(span("12:00", "13:00"))
    assert surroundings(TEN, other, settings=allowed).objections(landing("12:00", "12:30")) == (Objection.OVERLAP,)


def test_a_second_place_is_room() -> None:
    wide = replace(ROOM, capacity=2)
    assert (
        surroundings(TEN, row(span("12:00", "13:00")), resource=wide).objections(landing("12:00", "12:30")) == ()
    )


def test_whole_days_and_what_takes_no_room() -> None:
    closed = row(AllDay(MONDAY, MONDAY + timedelta(days=1)))
    assert surroundings(TEN, closed).objections(landing("11:00", "11:30")) == (Objection.FULL,)
    free = row(span("12:00", "13:00"), is_transparent=True)
    assert surroundings(TEN, free).objections(landing("12:00", "12:30")) == ()


def test_what_is_drawn_is_judged_too() -> None:
    near = surroundings(TEN)
    assert near.objections_to_new(NewAppointment(ROOM, span("10:00", "11:00"))) == (Objection.FULL,)
    assert near.objections_to_new(NewAppointment(ROOM, span("11:00", "12:00"))) == ()


def test_out_of_sight_nothing_is_known() -> None:
    tuesday = span("10:00", "10:30", MONDAY + timedelta(days=1))
    assert surroundings(TEN).objections([Rebooking(TEN, tuesday, (ROOM.id,))]) == ()
