"""The watch over the order of locks sees what it should."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import FunctionType
from uuid import UUID

import pytest

from helpers.lock_watch import watching_locks
from helpers.stored_values import AUTHOR, BRANCH, CUSTOMER, EMPLOYEE, PERSON, ROOM, WHOLE_DAYS
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import ChainSettings
from terminplaner.services.ports import Store, UnitOfWork

ON_PERSON = replace(WHOLE_DAYS, resource_ids=(PERSON.id,))


@pytest.mark.parametrize(
    ("held", "is_seen"),
    [((PERSON.id, ROOM.id), False), ((ROOM.id,), True), ((PERSON.id,), True), ((), True)],
    ids=["both", "where it goes", "where it was", "none"],
)
def test_whoever_moves_an_appointment_holds_where_it_was_and_where_it_goes(
    store: Store, held: Iterable[UUID], is_seen: bool
) -> None:
    with store.write(AUTHOR, "found") as work:
        for entity in (BRANCH, EMPLOYEE, ROOM, PERSON, ON_PERSON):
            work.put(entity)
        work.commit()
    with watching_locks() as complaints, store.write(AUTHOR, "move") as work:
        work.lock_resources(held)
        _put_as_a_service(work, replace(work.get(Appointment, ON_PERSON.id), resource_ids=(ROOM.id,)))
        work.commit()
    assert bool(complaints) == is_seen


def test_whole_tables_are_locked_before_customers(store: Store) -> None:
    with watching_locks() as complaints:
        with store.write(AUTHOR, "book") as work:
            _lock_table_as_a_service(work)
            work.lock_customers((CUSTOMER.id,))
        assert not complaints
        with store.write(AUTHOR, "book") as work:
            work.lock_customers((CUSTOMER.id,))
            _lock_table_as_a_service(work)
        with store.write(AUTHOR, "delete") as work:
            work.lock_customer_alone(CUSTOMER.id)
            _lock_table_as_a_service(work)
    assert complaints == ["ChainSettings locked after customers in terminplaner.services.sample._lock_table"] * 2


def _put(work: UnitOfWork, appointment: Appointment) -> None:
    work.put(appointment)


_put_as_a_service = FunctionType(_put.__code__, {"__name__": "terminplaner.services.sample"})


def _lock_table(work: UnitOfWork) -> None:
    work.lock_table(ChainSettings)


_lock_table_as_a_service = FunctionType(
    _lock_table.__code__, {"__name__": "terminplaner.services.sample", "ChainSettings": ChainSettings}
)
