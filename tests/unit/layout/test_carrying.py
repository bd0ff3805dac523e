"""Where what is carried lands, and what pulling whole days means."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, Timed, When, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner.plan.auto_scroll import ZONE, speed
from terminplaner.ui.planner.plan.bar_gestures import MoveBar, StretchBar
from terminplaner.ui.planner.plan.carrying import Carried, CarryGesture, Purpose, begun_at, shifted, whole_days
from terminplaner.ui.planner.plan.gestures import NewAppointment, Raster
from terminplaner.ui.planner.plan.snapshot import Column
from terminplaner.ui.planner.plan.time_axis import TimeAxis

BERLIN, MONDAY = ZoneInfo("Europe/Berlin"), date(2026, 11, 23)
PERSON, OTHER = (Resource(UUID(int=number), "Person", employee_id=UUID(int=90)) for number in (1, 2))
ROOM = Resource(UUID(int=3), "Kabine 1")
TUESDAY = MONDAY + timedelta(days=1)


def span(start: str, end: str, day: date = MONDAY) -> Timed:
    first, last = (at_local(datetime.combine(day, time.fromisoformat(clock)), BERLIN) for clock in (start, end))
    return Timed(first, last)


def row(when: When, *resources: Resource) -> AppointmentRow:
    chosen = resources or (PERSON,)
    appointment = Appointment(uuid4(), UUID(int=9), when, tuple(item.id for item in chosen))
    return AppointmentRow(appointment, chosen, None, None, None, BERLIN)


def test_the_others_keep_their_distance_to_the_first() -> None:
    rows = (row(span("10:00", "10:30")), row(span("11:15", "12:00")))
    landed = Carried(Purpose.MOVE, rows).landings(NewAppointment(OTHER, span("14:00", "14:30", TUESDAY)))
    assert [item.when for item in landed] == [
        span("14:00", "14:30", TUESDAY),
        span("15:15", "16:00", TUESDAY),
    ]
    assert [item.resource_ids for item in landed] == [(OTHER.id,), (OTHER.id,)]


def test_only_the_resource_it_was_taken_from_is_exchanged() -> None:
    rows = (row(span("10:00", "10:30"), PERSON, ROOM), row(span("11:00", "11:30"), ROOM))
    landed = Carried(Purpose.MOVE, rows, source=PERSON).landings(NewAppointment(OTHER, span("10:00", "10:30")))
    assert [item.resource_ids for item in landed] == [(OTHER.id, ROOM.id), (ROOM.id,)]


@pytest.mark.parametrize(
    ("target", "expected"),
    [(OTHER, (OTHER.id, ROOM.id)), (Resource(UUID(int=4), "K 2"), (PERSON.id, UUID(int=4)))],
)
def test_without_a_source_a_person_replaces_a_person_and_a_room_a_room(
    target: Resource, expected: tuple[UUID, ...]
) -> None:
    (landed,) = Carried(Purpose.BOOK, (row(span("10:00", "10:30"), PERSON, ROOM),)).landings(
        NewAppointment(target, span("10:00", "10:30"))
    )
    assert landed.resource_ids == expected


def test_distances_are_wall_time_when_the_clocks_change() -> None:
    saturday, sunday = date(2026, 3, 28), date(2026, 3, 29)
    moved = shifted(
        span("14:00", "15:00", saturday), span("01:00", "01:30", saturday), span("01:00", "01:30", sunday), BERLIN
    )
    assert moved == Timed(datetime(2026, 3, 29, 12, tzinfo=UTC), datetime(2026, 3, 29, 13, tzinfo=UTC))


def test_whole_days_shift_by_days() -> None:
    trip = AllDay(MONDAY, MONDAY + timedelta(days=2))
    assert shifted(trip, span("10:00", "11:00"), span("08:00", "09:00", TUESDAY), BERLIN) == AllDay(
        TUESDAY, TUESDAY + timedelta(days=2)
    )


def test_a_place_takes_the_length_of_what_begins_there() -> None:
    place = NewAppointment(ROOM, span("14:00", "14:30", TUESDAY))
    assert begun_at(place, row(span("10:00", "10:45"))).when == span("14:00", "14:45", TUESDAY)
    trip = row(AllDay(MONDAY, MONDAY + timedelta(days=2)))
    assert begun_at(place, trip).when == AllDay(TUESDAY, TUESDAY + timedelta(days=2))
    lane = NewAppointment(ROOM, AllDay(TUESDAY, TUESDAY + timedelta(days=1)))
    assert begun_at(lane, row(span("10:00", "10:45"))).when == lane.when


def test_what_is_pointed_with_snaps_and_keeps_its_duration() -> None:
    axis, column = TimeAxis.for_days([MONDAY], BERLIN), Column(ROOM, MONDAY)
    gesture = CarryGesture(Carried(Purpose.MOVE, (row(span("10:00", "10:45")),)))
    target = gesture.target(column, 842, Raster(15), axis)
    assert (target.start, target.end) == (840, 885)
    assert gesture.when(column, target, axis) == span("14:00", "14:45")
    late = gesture.target(column, 1439, Raster(15), axis)
    assert gesture.when(column, late, axis) == Timed(
        span("23:45", "23:50").start_at, span("00:30", "00:35", TUESDAY).start_at
    )


def test_a_bar_is_carried_by_whole_days() -> None:
    bar = MoveBar(
        row(AllDay(MONDAY, MONDAY + timedelta(days=2))),
        AllDay(MONDAY, MONDAY + timedelta(days=2)),
        Column(PERSON, TUESDAY),
    )
    landed = bar.place(Column(OTHER, MONDAY + timedelta(days=3)))
    assert landed.when == AllDay(MONDAY + timedelta(days=2), MONDAY + timedelta(days=4))
    assert landed.resource == OTHER


def test_what_becomes_whole_days_or_hours_leads_the_others() -> None:
    ten, trip = row(span("10:00", "10:30")), row(AllDay(TUESDAY, TUESDAY + timedelta(days=2)))
    eleven = row(span("11:00", "12:00", TUESDAY))
    days = Carried(Purpose.MOVE, (ten, eleven, trip)).landings(
        NewAppointment(PERSON, whole_days(TUESDAY, ten.appointment.when))
    )
    later = TUESDAY + timedelta(days=1)
    assert [landed.when for landed in days] == [
        AllDay(TUESDAY, later),
        AllDay(later, later + timedelta(days=1)),
        AllDay(later, later + timedelta(days=2)),
    ]
    hours = Carried(Purpose.MOVE, (trip, eleven)).landings(NewAppointment(PERSON, span("08:00", "08:30")))
    assert [landed.when for landed in hours] == [span("08:00", "08:30"), span("11:00", "12:00")]
    both = Carried(Purpose.MOVE, (row(AllDay(MONDAY, TUESDAY)), trip)).landings(
        NewAppointment(PERSON, span("08:00", "08:30"))
    )
    assert both[1].when == span("08:00", "08:30", TUESDAY)


@pytest.mark.parametrize(
    ("is_end", "days", "expected"),
    [(True, 3, (0, 4)), (True, -2, (0, 1)), (False, -1, (-1, 2)), (False, 5, (1, 2))],
)
def test_a_pulled_bar_keeps_a_day(is_end: bool, days: int, expected: tuple[int, int]) -> None:
    when = AllDay(MONDAY, MONDAY + timedelta(days=2))
    bar = StretchBar(row(when), when, Column(PERSON, MONDAY), is_end)
    first, end = (MONDAY + timedelta(days=count) for count in expected)
    assert bar.rebooking(Column(PERSON, MONDAY + timedelta(days=days))).when == AllDay(first, end)


def test_it_scrolls_faster_the_nearer_the_edge() -> None:
    assert speed(400, 800) == 0
    assert speed(ZONE, 800) == speed(800 - ZONE, 800) == 0
    speeds = [speed(value, 800) for value in (800 - ZONE + 1, 799, 860, 2_000)]
    assert speeds == sorted(speeds)
    assert speeds[0] >= 1
    assert speed(-60, 800) == -speed(860, 800)
