"""Several appointments in one transaction: all or none, and one step to take back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from helpers.shop import Shop, span
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.errors import CapacityExceededError, ReadOnlyAppointmentError, StaleRevisionError
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.when import Timed
from terminplaner.services.planning import Move
from terminplaner.services.store_queries import AppointmentQuery

_HOUR = timedelta(hours=1)


def _booked(shop: Shop, at: datetime, **fields: Any) -> Appointment:
    wanted = replace(shop.appointment(**fields), when=span(at))
    return shop.planning.book(shop.admin, wanted).appointment


def _move(appointment: Appointment, at: datetime) -> Move:
    return Move(appointment.id, appointment.revision, span(at), appointment.resource_ids)


def test_two_appointments_change_places_and_back(shop: Shop) -> None:
    ten, eleven = shop.tomorrow_at(10), shop.tomorrow_at(11)
    first, second = _booked(shop, ten), _booked(shop, eleven)
    outcome = shop.planning.move_many(shop.admin, (_move(first, eleven), _move(second, ten)))
    assert [row.when for row in outcome.appointments] == [span(eleven), span(ten)]
    assert shop.undo.undo_command == "move_many"
    shop.undo.undo(shop.admin)
    rows = shop.queries.appointments(AppointmentQuery())
    assert {row.appointment.id: row.appointment.when for row in rows} == {
        first.id: span(ten),
        second.id: span(eleven),
    }
    shop.undo.redo(shop.admin)
    assert shop.queries.appointment(first.id).appointment.when == span(eleven)


def test_one_that_finds_no_room_leaves_all_where_they_are(shop: Shop) -> None:
    first, second = _booked(shop, shop.tomorrow_at(8)), _booked(shop, shop.tomorrow_at(9))
    _booked(shop, shop.tomorrow_at(14))
    with pytest.raises(CapacityExceededError):
        shop.planning.move_many(
            shop.admin, (_move(first, shop.tomorrow_at(13)), _move(second, shop.tomorrow_at(14)))
        )
    assert shop.queries.appointment(first.id).appointment == first


def test_one_that_was_changed_meanwhile_refuses_all(shop: Shop) -> None:
    first, second = _booked(shop, shop.tomorrow_at(8)), _booked(shop, shop.tomorrow_at(9))
    shop.planning.change(shop.admin, replace(first, text="neu"))
    moves = (_move(second, shop.tomorrow_at(13)), _move(first, shop.tomorrow_at(14)))
    with pytest.raises(StaleRevisionError):
        shop.planning.move_many(shop.admin, moves)
    assert shop.queries.appointment(second.id).appointment == second


def test_several_are_cancelled_and_come_back_together(shop: Shop) -> None:
    rows = [_booked(shop, shop.tomorrow_at(hour)) for hour in (8, 9, 10)]
    shop.planning.cancel_many(shop.admin, [row.id for row in rows])
    assert shop.queries.appointments(AppointmentQuery()) == ()
    shop.undo.undo(shop.admin)
    assert len(shop.queries.appointments(AppointmentQuery())) == 3


def test_a_protected_one_keeps_the_others(shop: Shop) -> None:
    free, fixed = _booked(shop, shop.tomorrow_at(8)), _booked(shop, shop.tomorrow_at(9))
    with shop.gate.open(shop.admin.author, "pull") as passage:
        passage.work.put(replace(fixed, is_read_only=True))
    with pytest.raises(ReadOnlyAppointmentError):
        shop.planning.cancel_many(shop.admin, (free.id, fixed.id))
    assert not shop.queries.appointment(free.id).appointment.is_cancelled


def test_copies_are_booked_all_or_none(shop: Shop) -> None:
    at = shop.tomorrow_at(8)
    wanted = [replace(shop.appointment(), when=span(at)) for _ in range(2)]
    with pytest.raises(CapacityExceededError):
        shop.planning.book_many(shop.admin, wanted)
    assert shop.queries.appointments(AppointmentQuery()) == ()
    wanted[1] = replace(wanted[1], when=span(shop.tomorrow_at(9)))
    assert len(shop.planning.book_many(shop.admin, wanted).appointments) == 2


def test_of_many_that_move_at_once_only_those_without_room_are_refused(shop: Shop) -> None:
    series = shop.series.book(shop.admin, shop.appointment(), Recurrence(Frequency.DAILY, count=20))
    later = [
        Move(item.id, item.revision, span(item.when.start_at + _HOUR), item.resource_ids)
        for item in series.appointments
        if isinstance(item.when, Timed)
    ]
    target = later[13].when
    assert isinstance(target, Timed)
    in_the_way = replace(shop.appointment(when=Timed(target.start_at, target.end_at)), text="im Weg")
    blocking = shop.planning.book(shop.admin, in_the_way).appointment
    with pytest.raises(CapacityExceededError) as refused:
        shop.planning.move_many(shop.admin, later)
    colliding = refused.value.params["colliding"]
    assert isinstance(colliding, tuple)
    assert [item.text for item in colliding] == ["im Weg"]
    shop.planning.cancel(shop.admin, blocking.id)
    moved = shop.planning.move_many(shop.admin, later).appointments
    assert [item.when for item in moved] == [move.when for move in later]


def test_several_take_one_status_in_one_step(shop: Shop) -> None:
    first, second = _booked(shop, shop.tomorrow_at(8)), _booked(shop, shop.tomorrow_at(9))
    done = next(row for row in shop.queries.statuses() if row.name == "Erledigt")
    outcome = shop.planning.change_many(shop.admin, [replace(row, status_id=done.id) for row in (first, second)])
    assert [row.status_id for row in outcome.appointments] == [done.id, done.id]
    assert shop.undo.undo_command == "change_many"
    shop.undo.undo(shop.admin)
    assert {row.appointment.status_id for row in shop.queries.appointments(AppointmentQuery())} == {None}


def test_a_status_is_given_to_all_or_to_none(shop: Shop) -> None:
    first, second = _booked(shop, shop.tomorrow_at(8)), _booked(shop, shop.tomorrow_at(9))
    done = next(row for row in shop.queries.statuses() if row.name == "Erledigt")
    shop.planning.change(shop.admin, replace(second, text="neu"))
    with pytest.raises(StaleRevisionError):
        shop.planning.change_many(shop.admin, [replace(row, status_id=done.id) for row in (first, second)])
    assert shop.queries.appointment(first.id).appointment.status_id is None
