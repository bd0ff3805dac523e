"""Transactions: revisions, the change log, room that two bookings want at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier
from typing import TypeVar
from uuid import uuid4

import pytest

from helpers.databases import Database, SetClock
from helpers.stored_values import (
    ACCOUNT,
    AUTHOR,
    BRANCH,
    ENTITIES,
    LINK,
    MORNING,
    PERSON,
    ROOM,
    TYPE,
    WHOLE_DAYS,
    uid,
)
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink, LinkStatus
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.changes import Author, Entity, Origin
from terminplaner.domain.errors import CapacityExceededError, NotFoundError, StaleRevisionError, TerminplanerError
from terminplaner.domain.people import Customer, Role, User
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Timed
from terminplaner.services.customers import add_customer
from terminplaner.services.gate import Gate
from terminplaner.services.permissions import Actor
from terminplaner.services.planning import Planning
from terminplaner.services.ports import Store
from terminplaner.services.store_queries import AppointmentQuery

_AT_ONCE = 4
SLOT = Timed(MORNING, MORNING + timedelta(minutes=30))


E = TypeVar("E", bound=Entity)


def put(store: Store, entity: E) -> E:
    with store.write(AUTHOR, "put") as work:
        stored = work.put(entity)
        work.commit()
    return stored


@pytest.fixture
def planned(store: Store) -> Store:
    """A branch and two resources."""
    for entity in (BRANCH, replace(ROOM, employee_id=None), PERSON):
        put(store, entity)
    return store


def appointment(text: str = "") -> Appointment:
    return Appointment(uuid4(), BRANCH.id, SLOT, (PERSON.id,), text=text)


def test_a_revision_counts_every_write(store: Store) -> None:
    first = put(store, TYPE)
    second = put(store, replace(first, name="Anpassung"))
    assert (first.revision, second.revision) == (1, 2)


def test_what_is_equal_is_not_written(store: Store, clock: SetClock) -> None:
    put(store, BRANCH)
    put(store, PERSON)
    stored = put(store, appointment())
    clock.instant += timedelta(hours=1)
    unstamped = replace(stored, created_at=None, created_by="", modified_at=None, modified_by="")
    with store.write(Author("klara", Origin.USER), "change") as work:
        assert work.put(unstamped) == stored
        assert work.commit() is None
    with store.read() as reader:
        assert len(reader.list_change_sets(stored.id)) == 1


@pytest.mark.parametrize("revision", [0, 1, 3])
def test_another_revision_is_stale(store: Store, revision: int) -> None:
    put(store, replace(put(store, TYPE), name="Anpassung"))
    with store.write(AUTHOR, "change") as work, pytest.raises(StaleRevisionError):
        work.put(replace(TYPE, revision=revision))


def test_a_change_of_what_never_was_is_stale(store: Store) -> None:
    with store.write(AUTHOR, "change") as work, pytest.raises(StaleRevisionError):
        work.put(replace(TYPE, revision=1))


def test_of_two_workstations_the_second_learns_that_it_is_late(database: Database) -> None:
    here, there = database.open(), database.open()
    seen = put(here, TYPE)
    put(there, replace(seen, name="von dort"))
    with here.write(AUTHOR, "change") as work, pytest.raises(StaleRevisionError):
        work.put(replace(seen, name="von hier"))
    with here.read() as reader:
        assert reader.get(type(TYPE), TYPE.id).name == "von dort"


def test_of_simultaneous_changes_exactly_one_is_kept(database: Database) -> None:
    stores = [database.open() for _ in range(4)]
    seen = put(stores[0], TYPE)

    def change(store: Store) -> None:
        with store.write(AUTHOR, "change") as work:
            work.put(replace(seen, name=str(uuid4())))
            work.commit()

    assert _outcomes(change, stores) == [None, StaleRevisionError, StaleRevisionError, StaleRevisionError]


def test_the_last_place_is_given_once(database: Database) -> None:
    stores = [database.open() for _ in range(4)]
    put(stores[0], BRANCH)
    put(stores[0], PERSON)

    def book(store: Store) -> None:
        with store.write(AUTHOR, "book") as work:
            work.lock_resources((PERSON.id,))
            if work.list_appointments(AppointmentQuery((PERSON.id,), SLOT.start_at, SLOT.end_at)):
                raise CapacityExceededError
            work.put(appointment())
            work.commit()

    refused = [CapacityExceededError] * 3
    assert _outcomes(book, stores) == [None, *refused]
    with stores[0].read() as reader:
        assert len(reader.list_appointments(AppointmentQuery())) == 1


def test_two_bookings_of_the_same_resources_in_other_orders_do_not_block_each_other(database: Database) -> None:
    stores = [database.open() for _ in range(4)]
    for entity in (BRANCH, PERSON, replace(ROOM, employee_id=None)):
        put(stores[0], entity)
    orders = [(PERSON.id, ROOM.id), (ROOM.id, PERSON.id)]

    def book(store: Store) -> None:
        for number in range(5):
            order = orders[(stores.index(store) + number) % 2]
            with store.write(AUTHOR, "book") as work:
                work.lock_resources(order)
                work.put(replace(appointment(), resource_ids=order))
                work.commit()

    assert _outcomes(book, stores) == [None] * 4


def test_leaving_without_commit_leaves_nothing(planned: Store) -> None:
    def fail() -> None:
        with planned.write(AUTHOR, "book") as work:
            work.put(appointment())
            work.advance_epoch()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with planned.write(AUTHOR, "book") as work:
        work.put(appointment())
    with planned.read() as reader:
        assert reader.list_appointments(AppointmentQuery()) == ()
        assert reader.epoch().number == 0


def test_a_reader_sees_one_state_of_the_store(planned: Store) -> None:
    with planned.read() as reader:
        assert reader.list_appointments(AppointmentQuery()) == ()
        put(planned, appointment())
        assert reader.list_appointments(AppointmentQuery()) == ()
    with planned.read() as reader:
        assert len(reader.list_appointments(AppointmentQuery())) == 1


def test_an_appointment_is_stamped(planned: Store, clock: SetClock) -> None:
    born = clock.now()
    stored = put(planned, appointment())
    assert (stored.created_at, stored.created_by) == (stored.modified_at, stored.modified_by) == (born, "rosa")
    clock.instant += timedelta(hours=1)
    with planned.write(Author("klara", Origin.GOOGLE), "sync") as work:
        changed = work.put(replace(stored, text="neu", created_by="mallory"))
        work.commit()
    assert (changed.created_at, changed.created_by) == (born, "rosa")
    assert (changed.modified_at, changed.modified_by) == (born + timedelta(hours=1), "klara")


def test_several_are_put_as_each_of_them_would_be(planned: Store, clock: SetClock) -> None:
    first, second = put(planned, appointment("a")), put(planned, appointment("b"))
    clock.instant += timedelta(hours=1)
    new, moved = appointment("neu"), replace(second, resource_ids=(ROOM.id, PERSON.id), text="verschoben")
    with planned.write(Author("klara", Origin.USER), "change_many") as work:
        stored = work.put_all((moved, new, first))
        change_set = work.commit()
    assert [row.text for row in stored] == ["verschoben", "neu", "a"]
    assert [row.revision for row in stored] == [2, 1, 1]
    assert change_set is not None
    assert [(change.before, change.after) for change in change_set.changes] == [
        (second, stored[0]),
        (None, stored[1]),
    ]
    with planned.read() as reader:
        assert reader.get_all(Appointment, [row.id for row in stored]) == stored
        assert set(reader.list_appointments(AppointmentQuery((ROOM.id,)))) == {stored[0]}


def test_of_several_one_that_is_stale_refuses_all(planned: Store) -> None:
    first, second = put(planned, appointment("a")), put(planned, appointment("b"))
    put(planned, replace(second, text="neu"))
    with planned.write(AUTHOR, "change_many") as work, pytest.raises(StaleRevisionError):
        work.put_all((replace(first, text="x"), replace(second, text="y")))
    with planned.read() as reader:
        assert [row.text for row in reader.get_all(Appointment, (first.id, second.id))] == ["a", "neu"]


def test_an_amended_record_keeps_what_was_not_named(planned: Store) -> None:
    with planned.write(AUTHOR, "link") as work:
        work.keep(ACCOUNT)
        work.keep(linked := replace(LINK, resource_id=PERSON.id))
        amended = work.amend(CalendarLink, LINK.id, status=LinkStatus.OK, status_params={"count": 1})
        work.commit()
    assert amended == replace(linked, status=LinkStatus.OK, status_params={"count": 1})
    with planned.write(AUTHOR, "link") as work, pytest.raises(NotFoundError):
        work.amend(CalendarLink, uuid4(), status=LinkStatus.OK)


def test_a_change_set_says_who_did_what(planned: Store, clock: SetClock) -> None:
    stored = put(planned, appointment("alt"))
    author = Author("klara", Origin.UNDO, uid("klara"))
    with planned.write(author, "move") as work:
        moved = work.put(replace(stored, text="neu"))
        made = work.put(WHOLE_DAYS)
        change_set = work.commit()
    assert change_set is not None
    assert (change_set.command, change_set.author, change_set.at) == ("move", author, clock.now())
    assert [(change.before, change.after) for change in change_set.changes] == [(stored, moved), (None, made)]
    with planned.read() as reader:
        assert reader.list_change_sets(limit=1) == (change_set,)


def test_several_writes_of_one_entity_are_one_change(planned: Store) -> None:
    stored = put(planned, appointment("alt"))
    with planned.write(AUTHOR, "change") as work:
        between = work.put(replace(stored, text="dazwischen"))
        last = work.put(replace(between, text="neu"))
        change_set = work.commit()
    assert change_set is not None
    (change,) = change_set.changes
    assert (change.before, change.after) == (stored, last)


def test_the_log_is_newest_first_even_when_the_clock_stands(store: Store) -> None:
    seen = put(store, TYPE)
    for number in range(5):
        seen = put(store, replace(seen, name=str(number)))
    with store.read() as reader:
        entries = reader.list_change_sets(TYPE.id, limit=3)
        assert [entry.changes[0].after.revision for entry in entries] == [6, 5, 4]


def test_the_log_can_be_asked_for_one_entity(store: Store) -> None:
    with store.write(AUTHOR, "found") as work:
        for entity in ENTITIES:
            work.put(entity)
        whole = work.commit()
    put(store, Resource(uuid4(), "Andere"))
    with store.read() as reader:
        (found,) = reader.list_change_sets(PERSON.id)
        assert whole is not None
        assert (found.id, len(found.changes)) == (whole.id, len(ENTITIES))
        assert len(reader.list_change_sets()) == 2


def test_the_epoch_counts_passes(store: Store) -> None:
    with store.read() as reader:
        first = reader.epoch()
    with store.write(AUTHOR, "sync") as work:
        assert work.advance_epoch().number == 1
        assert work.advance_epoch(at_least=40).number == 40
        assert work.advance_epoch(at_least=40).number == 41
        work.commit()
    with store.read() as reader:
        assert (reader.epoch().store_id, reader.epoch().number) == (first.store_id, 41)


def _outcomes(action: Callable[[Store], None], stores: list[Store]) -> list[type[BaseException] | None]:
    """What became of ``action`` on every store, begun at once; successes first."""
    barrier = Barrier(len(stores))

    def run(store: Store) -> type[BaseException] | None:
        barrier.wait(10)
        try:
            action(store)
        except TerminplanerError as error:
            return type(error)
        return None

    with ThreadPoolExecutor(len(stores)) as pool:
        return sorted(pool.map(run, stores), key=lambda kind: kind is not None)


def test_two_bookings_at_once_take_up_the_same_new_customer_once(planned: Store, database: Database) -> None:
    put(planned, ChainSettings(uuid4(), allow_overbooking=True))
    actor = Actor(put(planned, User(uuid4(), "rosa", Role.PLANNER)))
    at_once = Barrier(_AT_ONCE)

    def book(store: Store) -> None:
        at_once.wait()
        planning = Planning(Gate(store), database.clock)
        planning.book(actor, appointment(), customer="Neumann, Nora")

    stores = [database.open() for _ in range(_AT_ONCE)]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(book, stores))
    with planned.read() as reader:
        (customer,) = reader.list(Customer)
        booked = reader.list_appointments(AppointmentQuery())
    assert [found.customer_id for found in booked] == [customer.id] * _AT_ONCE


def test_new_customers_taken_up_at_once_have_numbers_of_their_own(planned: Store, database: Database) -> None:
    actor = Actor(User(uuid4(), "rosa", Role.PLANNER))
    at_once = Barrier(_AT_ONCE)

    def add(store: Store) -> None:
        at_once.wait()
        with store.write(AUTHOR, "customer") as work:
            add_customer(work, actor, Customer(uuid4(), "", f"Neumann {uuid4()}"))
            work.commit()

    stores = [database.open() for _ in range(_AT_ONCE)]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(add, stores))
    with planned.read() as reader:
        numbers = sorted(customer.number for customer in reader.list(Customer))
    assert numbers == [str(1001 + number) for number in range(_AT_ONCE)]
