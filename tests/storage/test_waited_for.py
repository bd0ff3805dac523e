"""Whoever waited for somebody else sees what that one did, and decides by it (PostgreSQL)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import partial
from typing import Any
from unittest.mock import Mock, patch
from uuid import uuid4

import pytest

from helpers.crossing import wait_until_locked_out
from helpers.databases import Database
from helpers.stored_values import ACCOUNT, AUTHOR, BRANCH, MORNING, uid
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink, GoogleAccount
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import (
    InvalidInputError,
    NotFoundError,
    PermissionDeniedError,
    StaleRevisionError,
    TerminplanerError,
)
from terminplaner.domain.people import Customer, Role, User
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.resource import Resource
from terminplaner.domain.series import Series, SeriesScope
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.domain.when import Timed
from terminplaner.services.appointment_rows import appointment_rows
from terminplaner.services.calendar_period import CalendarPeriod
from terminplaner.services.gate import Gate
from terminplaner.services.google_ports import Grant, RemoteCalendar
from terminplaner.services.ical_exchange import ICalendarExchange
from terminplaner.services.linking import Linking
from terminplaner.services.master_data import MasterData
from terminplaner.services.permissions import Actor
from terminplaner.services.planning import Planning
from terminplaner.services.ports import UnitOfWork
from terminplaner.services.series import SeriesPlanning
from terminplaner.services.series_moves import SeriesMoves
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.services.waiting_list import WaitingList
from terminplaner.storage.unit_of_work import SqlUnitOfWork

LATER = Timed(MORNING + timedelta(hours=3), MORNING + timedelta(hours=4))
THOR = Resource(uid("thor"), "Thor")
TOOL = Resource(uid("tool"), "Tool")
MAX = Customer(uid("max"), "10001", "Muster", "Max")
ROSA, OLGA = (User(uid(name), name, Role.ADMINISTRATOR) for name in ("rosa", "olga"))
WEEKLY = Recurrence(Frequency.WEEKLY)

Command = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Shop:
    database: Database
    gate: Gate
    thor: Resource
    max: Customer
    rosa: User
    olga: User

    @property
    def actor(self) -> Actor:
        return Actor(self.rosa)

    @property
    def planning(self) -> Planning:
        return Planning(self.gate, self.database.clock)

    @property
    def series(self) -> SeriesPlanning:
        return SeriesPlanning(self.planning)

    @property
    def master_data(self) -> MasterData:
        return MasterData(self.gate, self.database.clock)

    @property
    def linking(self) -> Linking:
        return Linking(self.gate, self.database.clock, Mock())

    def appointment(self, **fields: Any) -> Appointment:
        return replace(Appointment(uuid4(), BRANCH.id, LATER, (self.thor.id,), text="Sehtest"), **fields)

    def appointments(self) -> tuple[Appointment, ...]:
        with self.gate.store.read() as reader:
            return reader.list_appointments(AppointmentQuery((self.thor.id,)))

    def live_links(self) -> list[str]:
        with self.gate.store.read() as reader:
            return [link.calendar_id for link in reader.list_records(CalendarLink) if link.ended_at is None]

    def while_another(self, does: Callable[[UnitOfWork], object], command: Command) -> TerminplanerError | None:
        """Begin a command while another's transaction has done something already; how the command was refused."""
        other = Gate(self.database.open())
        with ThreadPoolExecutor(1) as pool:
            with other.open(AUTHOR, "meanwhile") as passage:
                does(passage.work)
                running = pool.submit(command)
                wait_until_locked_out(self.database, running.done)
            return _refusal(running)


def _refusal(running: Future[object]) -> TerminplanerError | None:
    try:
        running.result(20)
    except TerminplanerError as error:
        return error
    return None


@pytest.fixture
def shop(postgres_database: Database) -> Shop:
    gate = Gate(postgres_database.open())
    with gate.open(AUTHOR, "arrange") as passage:
        for entity in (ChainSettings(uid("settings")), BRANCH, TOOL):
            passage.work.put(entity)
        thor, customer = passage.work.put(THOR), passage.work.put(MAX)
        rosa, olga = passage.work.put(ROSA), passage.work.put(OLGA)
        passage.work.keep(ACCOUNT)
    return Shop(postgres_database, gate, thor, customer, rosa, olga)


# -- resources


def _restore(shop: Shop) -> Command:
    stored = shop.planning.book(shop.actor, shop.appointment()).appointment
    shop.planning.cancel(shop.actor, stored.id)
    return lambda: shop.planning.restore(shop.actor, stored.id)


def _move_there(shop: Shop) -> Command:
    row = shop.planning.book(shop.actor, shop.appointment(resource_ids=(TOOL.id,))).appointment
    return lambda: shop.planning.move(shop.actor, row.id, row.revision, LATER, (shop.thor.id,))


def _move_series_there(shop: Shop) -> Command:
    row, *_ = shop.series.book(
        shop.actor, shop.appointment(resource_ids=(TOOL.id,)), replace(WEEKLY, count=2)
    ).appointments
    wanted = replace(row, resource_ids=(shop.thor.id,))
    return lambda: shop.series.change(shop.actor, wanted, SeriesScope.ALL)


def _import(shop: Shop) -> Command:
    exchange = ICalendarExchange(shop.gate, shop.database.clock)
    file = shop.database.folder / "one.ics"
    with shop.gate.store.read() as reader:
        file.write_bytes(exchange.export(appointment_rows(reader, (shop.appointment(),))))
    return lambda: exchange.import_file(shop.actor, file, shop.thor.id)


BOOKINGS: dict[str, Callable[[Shop], Command]] = {
    "book": lambda shop: lambda: shop.planning.book(shop.actor, shop.appointment()),
    "book_many": lambda shop: lambda: shop.planning.book_many(shop.actor, [shop.appointment()]),
    "book_series": lambda shop: lambda: shop.series.book(shop.actor, shop.appointment(), replace(WEEKLY, count=2)),
    "move": _move_there,
    "change_series": _move_series_there,
    "restore": _restore,
    "import": _import,
}


@pytest.mark.parametrize("name", BOOKINGS)
def test_nothing_is_booked_onto_a_resource_that_was_deleted_meanwhile(shop: Shop, name: str) -> None:
    command = BOOKINGS[name](shop)

    def delete(work: UnitOfWork) -> None:
        work.put(replace(shop.thor, deleted_at=shop.database.clock.now()))

    assert isinstance(shop.while_another(delete, command), NotFoundError)
    assert shop.appointments() == ()


def test_a_resource_onto_which_somebody_books_meanwhile_is_not_deleted(shop: Shop) -> None:
    def book(work: UnitOfWork) -> None:
        work.lock_resources((shop.thor.id,))
        work.put(shop.appointment())

    refused = shop.while_another(book, lambda: shop.master_data.delete(shop.actor, shop.thor))
    assert isinstance(refused, InvalidInputError)
    assert refused.error_code == "resource_has_future_appointments"


# -- customers


def _delete_customer(work: UnitOfWork) -> None:
    """As ``MasterData.delete`` does."""
    customer = work.get(Customer, MAX.id)
    work.lock_customer_alone(customer.id)
    work.put(replace(customer, deleted_at=MORNING))


def _wish(shop: Shop) -> WaitingListEntry:
    return WaitingListEntry(uuid4(), BRANCH.id, MORNING, "", customer_id=shop.max.id)


FOR_CUSTOMER: dict[str, Callable[[Shop], object]] = {
    "book": lambda shop: shop.planning.book(shop.actor, shop.appointment(customer_id=shop.max.id)),
    "book_series": lambda shop: shop.series.book(shop.actor, shop.appointment(customer_id=shop.max.id), WEEKLY),
    "wish": lambda shop: WaitingList(shop.gate, shop.database.clock).add(shop.actor, _wish(shop)),
}


@pytest.mark.parametrize("name", FOR_CUSTOMER)
def test_nothing_is_planned_for_a_customer_who_was_deleted_meanwhile(shop: Shop, name: str) -> None:
    refused = shop.while_another(_delete_customer, lambda: FOR_CUSTOMER[name](shop))
    assert isinstance(refused, NotFoundError)
    assert shop.appointments() == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("book", "customer_has_future_appointments"),
        ("book_series", "customer_has_future_appointments"),
        ("wish", "customer_is_waiting"),
    ],
)
def test_a_customer_for_whom_somebody_plans_meanwhile_is_not_deleted(shop: Shop, name: str, code: str) -> None:
    """The deletion begins when all is written and nothing committed."""
    commit, begun = SqlUnitOfWork.commit, list[Future[object]]()
    with ThreadPoolExecutor(1) as pool:

        def commit_late(work: SqlUnitOfWork) -> ChangeSet | None:
            if not begun:
                begun.append(pool.submit(lambda: shop.master_data.delete(shop.actor, shop.max)))
                wait_until_locked_out(shop.database, begun[0].done)
            return commit(work)

        with patch.object(SqlUnitOfWork, "commit", commit_late):
            FOR_CUSTOMER[name](shop)
            refused = _refusal(begun[0])
    assert refused is not None
    assert refused.error_code == code


# -- users


def test_two_administrators_who_delete_each_other_do_not_both_succeed(shop: Shop) -> None:
    def delete_me(work: UnitOfWork) -> None:
        work.lock_table(User)
        work.put(replace(shop.rosa, deleted_at=shop.database.clock.now()))

    refused = shop.while_another(delete_me, lambda: shop.master_data.delete(shop.actor, shop.olga))
    assert isinstance(refused, PermissionDeniedError)
    assert refused.error_code == "user_deleted"


def test_two_administrators_who_demote_each_other_do_not_both_succeed(shop: Shop) -> None:
    def demote_me(work: UnitOfWork) -> None:
        work.lock_table(User)
        work.put(replace(shop.rosa, role=Role.PLANNER))

    demotion = replace(shop.olga, role=Role.PLANNER)
    refused = shop.while_another(demote_me, lambda: shop.master_data.save(shop.actor, demotion))
    assert isinstance(refused, PermissionDeniedError)
    assert refused.error_code == "rights_changed"


# -- links


def _calendar(name: str) -> RemoteCalendar:
    return RemoteCalendar(name, name, "Europe/Berlin", "", is_created_by_program=True)


def _link(shop: Shop, name: str) -> CalendarLink:
    return CalendarLink(
        uid(name), shop.thor.id, ACCOUNT.id, name, name, "Europe/Berlin", is_created_by_program=True
    )


def test_of_two_who_link_a_resource_the_second_ends_the_link_of_the_first(shop: Shop) -> None:
    def connect(work: UnitOfWork) -> None:
        work.lock_resources((shop.thor.id,))
        work.keep(_link(shop, "first"))

    second = partial(shop.linking.connect, shop.actor, shop.thor.id, ACCOUNT.id, _calendar("second"))
    assert shop.while_another(connect, second) is None
    assert shop.live_links() == ["second"]


def test_a_resource_deleted_meanwhile_is_not_linked(shop: Shop) -> None:
    def delete(work: UnitOfWork) -> None:
        work.put(replace(shop.thor, deleted_at=shop.database.clock.now()))

    connect = partial(shop.linking.connect, shop.actor, shop.thor.id, ACCOUNT.id, _calendar("late"))
    assert isinstance(shop.while_another(delete, connect), NotFoundError)
    assert shop.live_links() == []


def test_who_disconnects_what_was_linked_anew_meanwhile_ends_the_link_of_now(shop: Shop) -> None:
    with shop.gate.open(AUTHOR, "arrange") as passage:
        passage.work.keep(_link(shop, "former"))

    def connect_anew(work: UnitOfWork) -> None:
        work.lock_resources((shop.thor.id,))
        work.amend(CalendarLink, uid("former"), ended_at=MORNING)
        work.keep(_link(shop, "present"))

    assert shop.while_another(connect_anew, partial(shop.linking.disconnect, shop.actor, shop.thor.id)) is None
    assert shop.live_links() == []


def test_of_two_who_give_their_consent_at_once_neither_is_forgotten(shop: Shop) -> None:
    grant = Grant(ACCOUNT.id, ACCOUNT.email, (), can_list_calendars=True, can_use_existing=False)
    google = Mock(**{"request_consent.return_value": grant})
    linking = Linking(shop.gate, shop.database.clock, google)

    def note_the_other(work: UnitOfWork) -> None:
        work.amend(GoogleAccount, ACCOUNT.id, granted_by=frozenset((shop.olga.id,)))

    assert (
        shop.while_another(note_the_other, lambda: linking.begin(shop.actor, shop.thor.id, Mock(), Mock())) is None
    )
    with shop.gate.store.read() as reader:
        account = reader.find_record(GoogleAccount, ACCOUNT.id)
    assert account is not None
    assert account.granted_by == {shop.rosa.id, shop.olga.id}


# -- series


def test_a_series_changed_meanwhile_is_carried_on_as_it_is_now(shop: Shop) -> None:
    shop.series.book(shop.actor, shop.appointment(), WEEKLY, includes_holidays=True)
    with shop.gate.store.read() as reader:
        (series,) = reader.list(Series)

    def change(work: UnitOfWork) -> None:
        work.lock_resources((shop.thor.id,))
        work.put(replace(series, pattern=replace(series.pattern, text="Anpassung")))

    extend = partial(CalendarPeriod(shop.planning).extend, shop.actor, date(2028, 1, 1))
    assert shop.while_another(change, extend) is None
    assert shop.appointments()[-1].text == "Anpassung"


def test_an_occurrence_changed_meanwhile_is_cancelled_with_its_series(shop: Shop) -> None:
    booked = shop.series.book(shop.actor, shop.appointment(), replace(WEEKLY, count=3)).appointments

    def change(work: UnitOfWork) -> None:
        work.lock_resources((shop.thor.id,))
        work.put(replace(booked[1], text="Anpassung"))

    cancel = partial(shop.series.cancel, shop.actor, booked[0].id, SeriesScope.ALL)
    assert shop.while_another(change, cancel) is None
    assert shop.appointments() == ()


def _change_all(shop: Shop, booked: Sequence[Appointment]) -> Command:
    return partial(shop.series.change, shop.actor, replace(booked[0], comment="alle"), SeriesScope.ALL)


def _carry_over(shop: Shop, booked: Sequence[Appointment]) -> Command:
    before = booked[0]
    there = Timed(LATER.start_at + timedelta(hours=2), LATER.end_at + timedelta(hours=2))
    after = shop.planning.move(shop.actor, before.id, before.revision, there, before.resource_ids).appointment
    return partial(SeriesMoves(shop.planning).carry_over, shop.actor, before, after)


@pytest.mark.parametrize("make", [_change_all, _carry_over])
@pytest.mark.parametrize("is_detached", [True, False])
def test_an_occurrence_changed_meanwhile_is_in_nobody_s_way(
    shop: Shop, make: Callable[[Shop, Sequence[Appointment]], Command], is_detached: bool
) -> None:
    booked = shop.series.book(shop.actor, shop.appointment(), replace(WEEKLY, count=3)).appointments
    command = make(shop, booked)

    def change(work: UnitOfWork) -> None:
        work.lock_resources((shop.thor.id,))
        work.put(replace(booked[1], text="Anpassung", is_detached=is_detached))

    assert shop.while_another(change, command) is None
    first, second, third = shop.appointments()
    assert (second.text, second.is_detached) == ("Anpassung", is_detached)
    assert [_shared(row) == _shared(first) for row in (second, third)] == [not is_detached, True]


def _shared(row: Appointment) -> tuple[str, time]:
    return row.comment, row.when.interval(BRANCH.tz).start_at.time()


def test_the_occurrence_itself_changed_meanwhile_refuses_a_change_of_all(shop: Shop) -> None:
    booked = shop.series.book(shop.actor, shop.appointment(), replace(WEEKLY, count=3)).appointments

    def change(work: UnitOfWork) -> None:
        work.lock_resources((shop.thor.id,))
        work.put(replace(booked[0], text="Anpassung"))

    assert isinstance(shop.while_another(change, _change_all(shop, booked)), StaleRevisionError)
    assert {row.comment for row in shop.appointments()} == {""}
