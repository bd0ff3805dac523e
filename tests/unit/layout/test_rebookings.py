"""Moves on their way: what is sent at once, what waits for which, and what becomes void."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Timed
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan
from terminplaner.ui.planner.plan.gestures import Rebooking
from terminplaner.ui.planner.rebookings import Rebookings

ROOM = Resource(UUID(int=1), "Kabine 1")
TEN = datetime(2026, 11, 23, 10, tzinfo=UTC)


def row() -> AppointmentRow:
    when = Timed(TEN, TEN + timedelta(minutes=30))
    appointment = Appointment(uuid4(), UUID(int=9), when, (ROOM.id,), revision=1)
    return AppointmentRow(appointment, (ROOM,), None, None, None, ZoneInfo("Europe/Berlin"))


ANNA, BEN, ZOE = row(), row(), row()


def later(of: AppointmentRow, hours: int = 1) -> Rebooking:
    begin = TEN + timedelta(hours=hours)
    return Rebooking(of, Timed(begin, begin + timedelta(minutes=30)), (ROOM.id,))


def stored(*rebookings: Rebooking, revision: int = 2) -> list[Appointment]:
    return [replace(one.row.appointment, when=one.when, revision=revision) for one in rebookings]


def test_what_nothing_waits_for_is_sent_at_once() -> None:
    rebookings = Rebookings()
    first, second = (later(ANNA),), (later(BEN), later(ZOE))
    assert rebookings.add(first) == (first,)
    assert rebookings.add(second) == (second,)


def test_a_second_move_waits_for_the_revision_that_the_first_one_makes() -> None:
    rebookings = Rebookings()
    first, second = later(ANNA), later(ANNA, 2)
    rebookings.add((first,))
    assert rebookings.add((second,)) == ()
    ((sent,),) = rebookings.succeed(stored(first))
    assert (sent.when, sent.row.appointment.revision) == (second.when, 2)


def test_of_those_that_wait_only_the_last_one_is_sent() -> None:
    rebookings = Rebookings()
    first, last = later(ANNA), later(ANNA, 3)
    for one in (first, later(ANNA, 2), last):
        rebookings.add((one,))
    ((sent,),) = rebookings.succeed(stored(first))
    assert sent.when == last.when
    assert rebookings.succeed(stored(sent, revision=3)) == ()


def test_several_wait_as_one_while_one_of_them_is_on_its_way() -> None:
    rebookings = Rebookings()
    first, both = later(ANNA), (later(ANNA, 2), later(BEN, 2))
    rebookings.add((first,))
    assert rebookings.add(both) == ()
    ((anna, ben),) = rebookings.succeed(stored(first))
    assert (anna.row.appointment.revision, ben.row.appointment.revision) == (2, 1)


def test_who_comes_after_several_waits_for_them() -> None:
    rebookings = Rebookings()
    first, both, last = later(ANNA), (later(ANNA, 2), later(BEN, 2)), (later(BEN, 3),)
    rebookings.add((first,))
    rebookings.add(both)
    assert rebookings.add(last) == ()
    (sent,) = rebookings.succeed(stored(first))
    (after,) = rebookings.succeed(stored(*sent, revision=3))
    assert [one.row.appointment.id for one in after] == [BEN.appointment.id]


def test_what_waited_behind_a_refused_move_is_void_and_lets_others_go() -> None:
    rebookings = Rebookings()
    first, both, last = later(ANNA), (later(ANNA, 2), later(BEN, 2)), (later(BEN, 3),)
    for group in ((first,), both, last):
        rebookings.add(group)
    assert rebookings.fail((first,)) == (last,)


def test_the_plan_shows_where_each_will_stand() -> None:
    rebookings = Rebookings()
    rebookings.add((later(ANNA),))
    rebookings.add((later(ANNA, 2), later(BEN, 2)))
    day = date(2026, 11, 23)
    begin = datetime.combine(day, datetime.min.time(), UTC)
    plan = Plan(begin, begin + timedelta(days=1), (ROOM,), (ANNA, BEN, ZOE), {}, {}, {})
    shown = [one.appointment.when for one in rebookings.applied_to(plan).rows]
    assert shown == [later(ANNA, 2).when, later(BEN, 2).when, ZOE.appointment.when]
