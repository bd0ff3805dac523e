"""Transactions that want the same things at once wait for one another, never each for the other (PostgreSQL)."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from itertools import combinations
from threading import Thread
from unittest.mock import Mock, patch
from uuid import uuid4

import pytest

from helpers.crossing import Met, meet, wait_until_locked_out
from helpers.databases import Database
from helpers.stored_values import ACCOUNT, AUTHOR, BRANCH, MORNING, uid
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink, EventMapping, LinkStatus, MappingState, SharedFields
from terminplaner.domain.chain import ChainSettings, DeletionPolicy
from terminplaner.domain.errors import StaleRevisionError
from terminplaner.domain.people import Role, User
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.resource import Resource
from terminplaner.domain.series import SeriesScope
from terminplaner.domain.when import Timed
from terminplaner.services.appointment_rows import appointment_rows
from terminplaner.services.gate import Gate, repeatable
from terminplaner.services.ical_exchange import ICalendarExchange
from terminplaner.services.linking import Linking
from terminplaner.services.permissions import Actor
from terminplaner.services.planning import Move, Planning
from terminplaner.services.ports import Store, UnitOfWork
from terminplaner.services.series import SeriesPlanning
from terminplaner.sync.apply import apply_pull
from terminplaner.sync.pull import Pulled
from terminplaner.sync.push import refresh
from terminplaner.sync.session import GOOGLE, Lease, LinkSession
from terminplaner.sync.settle import settle_arrivals, settle_deletions
from terminplaner.sync.wire import RemoteEvent

Action = Callable[[], object]

USER = User(uid("user"), "rosa", Role.ADMINISTRATOR)
ACTOR = Actor(USER)
SETTINGS = ChainSettings(uid("settings"), google_deletions=DeletionPolicy.APPLY)
THOR, TOOL, CABIN = (Resource(uid(name), name) for name in ("thor", "tool", "cabin"))
LATER = Timed(MORNING + timedelta(hours=3), MORNING + timedelta(hours=4))
EVENING = Timed(MORNING + timedelta(hours=9), MORNING + timedelta(hours=10))


def link(resource: Resource) -> CalendarLink:
    return CalendarLink(
        uid(f"link of {resource.name}"),
        resource.id,
        ACCOUNT.id,
        f"{resource.name}@group.calendar.google.com",
        resource.name,
        "Europe/Berlin",
        is_created_by_program=True,
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """Two appointments of a series that take ``THOR`` and ``TOOL``, and a block of Google's that takes ``THOR``.

    The first was dragged from the calendar of ``THOR`` to that of ``CABIN``, and nobody has settled that yet.
    """

    database: Database
    first: Appointment
    second: Appointment
    block: Appointment
    moved_away: EventMapping

    def planning(self) -> Planning:
        return Planning(Gate(self.database.open()), self.database.clock)

    def session(self, resource: Resource) -> LinkSession:
        gate, clock = Gate(self.database.open()), self.database.clock
        lease = Lease.acquire(gate, clock, link(resource).id, "here")
        assert lease is not None
        return LinkSession(
            link(resource),
            resource,
            BRANCH,
            SETTINGS,
            gate,
            clock,
            lease,
            GOOGLE,
            clock.now(),
            uuid4(),
            client=Mock(),
            throttle=Mock(),
            cancel=None,
        )


@pytest.fixture
def desk(postgres_database: Database) -> Desk:
    store = postgres_database.open()
    gate = Gate(store)
    with gate.open(AUTHOR, "arrange") as passage:
        work = passage.work
        for entity in (SETTINGS, BRANCH, THOR, TOOL, CABIN, USER):
            work.put(entity)
        work.keep(ACCOUNT)
        for linked in (link(THOR), link(CABIN)):
            work.keep(linked)
    pattern = Appointment(uuid4(), BRANCH.id, LATER, (THOR.id, TOOL.id), text="Sehtest")
    weekly = Recurrence(Frequency.WEEKLY, count=2)
    series = SeriesPlanning(Planning(gate, postgres_database.clock))
    first, second = series.book(ACTOR, pattern, weekly).appointments
    shared = SharedFields("Sehtest", LATER)
    gone = EventMapping(
        uuid4(),
        link(THOR).id,
        "dragged",
        first.id,
        state=MappingState.HELD,
        projected=shared,
        answered=shared,
        base_revision=first.revision,
    )
    with gate.open(AUTHOR, "arrange") as passage:
        work = passage.work
        block = work.put(Appointment(uuid4(), BRANCH.id, EVENING, (THOR.id,), text="Privat", is_read_only=True))
        work.keep(gone)
        work.keep(EventMapping(uuid4(), link(CABIN).id, "dragged", state=MappingState.HELD, answered=shared))
        busy = EventMapping(uuid4(), link(THOR).id, "block", block.id, state=MappingState.BUSY)
        work.keep(replace(busy, answered=SharedFields("Privat", EVENING)))
    return Desk(postgres_database, first, second, block, gone)


def _settle_arrivals(desk: Desk) -> Action:
    session = desk.session(CABIN)

    def settle() -> None:
        with session.transaction() as work:
            settle_arrivals(session, work, (link(THOR),))

    return settle


def _settle_deletions(desk: Desk) -> Action:
    session = desk.session(THOR)

    def settle() -> None:
        with session.transaction() as work:
            settle_deletions(session, work)

    return settle


def _pull(desk: Desk) -> Action:
    """The block is gone, and the link gets its next token."""
    session = desk.session(THOR)
    pulled = Pulled(
        (), "token", is_full=False, zone="Europe/Berlin", access_role="owner", gone=frozenset(("block",))
    )

    def apply() -> None:
        with session.transaction() as work:
            apply_pull(session, work, pulled, ())

    return apply


def _merge_while_pushing(desk: Desk) -> Action:
    """Somebody moved the event while it was about to be written."""
    session = desk.session(THOR)
    elsewhere = SharedFields("Sehtest", replace(LATER, end_at=LATER.end_at + timedelta(hours=1)))
    remote = RemoteEvent("dragged", "etag", elsewhere)

    def merge() -> None:
        with patch("terminplaner.sync.push.fetch", return_value=remote):
            refresh(session, desk.moved_away)

    return merge


def _move_first(desk: Desk) -> Action:
    moves = [Move(row.id, row.revision, EVENING, row.resource_ids) for row in (desk.first,)]
    return partial(desk.planning().move_many, ACTOR, moves)


def _change_both(desk: Desk) -> Action:
    copies = [replace(row, text="Anpassung") for row in (desk.first, desk.second)]
    return partial(desk.planning().change_many, ACTOR, copies)


def _cancel_both_backwards(desk: Desk) -> Action:
    return partial(desk.planning().cancel_many, ACTOR, (desk.second.id, desk.first.id))


def _cancel_series(desk: Desk) -> Action:
    return partial(SeriesPlanning(desk.planning()).cancel, ACTOR, desk.first.id, SeriesScope.ALL)


def _change_series(desk: Desk) -> Action:
    wanted = replace(desk.second, text="Anpassung")
    return partial(SeriesPlanning(desk.planning()).change, ACTOR, wanted, SeriesScope.ALL)


def _disconnect(desk: Desk) -> Action:
    planning = desk.planning()
    return partial(Linking(planning.gate, planning.clock, Mock()).disconnect, ACTOR, THOR.id)


def _import(desk: Desk) -> Action:
    """A file that names both, the later one first."""
    planning = desk.planning()
    file = desk.database.folder / "both.ics"
    with planning.gate.store.read() as reader:
        rows = appointment_rows(reader, (replace(desk.second, text="Datei"), replace(desk.first, text="Datei")))
    exchange = ICalendarExchange(planning.gate, planning.clock)
    file.write_bytes(exchange.export(rows))
    return partial(exchange.import_file, ACTOR, file, TOOL.id)


ACTIONS: dict[str, Callable[[Desk], Action]] = {
    make.__name__: make
    for make in (
        _settle_arrivals,
        _settle_deletions,
        _pull,
        _merge_while_pushing,
        _move_first,
        _change_both,
        _cancel_both_backwards,
        _cancel_series,
        _change_series,
        _disconnect,
        _import,
    )
}
OF_ONE_LINK = {"_settle_deletions", "_pull", "_merge_while_pushing"}
"""Whoever holds the lease does these one after the other."""


@pytest.mark.parametrize(
    "names", [pair for pair in combinations(ACTIONS, 2) if not OF_ONE_LINK.issuperset(pair)], ids="-".join
)
def test_two_at_the_same_appointments_never_wait_for_each_other(desk: Desk, names: tuple[str, str]) -> None:
    met = meet(desk.database, [ACTIONS[name](desk) for name in names])
    assert met.deadlocks == 0
    assert None in met.outcomes


def test_a_command_that_the_database_ended_for_another_is_done_again(desk: Desk) -> None:
    def write(store: Store, *resources: Resource) -> None:
        """In an order of its own, as no command should."""
        with store.write(AUTHOR, "change") as work:
            for resource in resources:
                work.amend(CalendarLink, link(resource).id, sync_token="")
            work.commit()

    here, there = (partial(repeatable(write), desk.database.open()) for _ in range(2))
    met = meet(desk.database, [partial(here, THOR, CABIN), partial(there, CABIN, THOR)])
    assert met == Met([None, None], deadlocks=1)


def test_what_people_decide_about_a_link_outlasts_a_pass_that_ends_meanwhile(desk: Desk) -> None:
    """The pass waits for the row, and has read it as it was before."""
    session = desk.session(THOR)

    def end_pass() -> None:
        with session.transaction() as work:
            session.keep_link(work, status=LinkStatus.OFFLINE, status_reason="offline", sync_token="newer")

    people = desk.database.open()
    ending = Thread(target=end_pass)
    with people.write(AUTHOR, "disconnect") as work:
        work.amend(CalendarLink, link(THOR).id, ended_at=MORNING)
        ending.start()
        wait_until_locked_out(desk.database)
        work.commit()
    ending.join()
    with people.read() as reader:
        kept = reader.find_record(CalendarLink, link(THOR).id)
    assert kept is not None
    assert (kept.ended_at, kept.status, kept.sync_token) == (MORNING, LinkStatus.OFFLINE, "newer")


def _meanwhile(desk: Desk, does: Callable[[UnitOfWork], object], step: Action) -> None:
    """Let another's transaction, in which something is done already, end when the step waits for it."""
    with ThreadPoolExecutor(1) as pool:
        with desk.database.open().write(AUTHOR, "meanwhile") as work:
            does(work)
            running = pool.submit(step)
            wait_until_locked_out(desk.database, running.done)
            work.commit()
        running.result(20)


def test_a_pull_that_waited_knows_what_the_pass_of_another_link_made_of_an_event(desk: Desk) -> None:
    """It was dragged to another calendar, and settled there."""
    shared = SharedFields("Sehtest", desk.second.when)
    synced = EventMapping(uuid4(), link(THOR).id, "second", desk.second.id, state=MappingState.SYNCED)
    synced = replace(synced, projected=shared, answered=shared, base_revision=desk.second.revision)
    with desk.database.open().write(AUTHOR, "arrange") as work:
        work.keep(synced)
        work.commit()

    def settle_elsewhere(work: UnitOfWork) -> None:
        work.lock_resources((THOR.id, TOOL.id, CABIN.id))
        work.keep(replace(synced, state=MappingState.TOMBSTONE))

    session = desk.session(THOR)
    gone = Pulled(
        (), "token", is_full=False, zone="Europe/Berlin", access_role="owner", gone=frozenset(("second",))
    )

    def apply() -> None:
        with session.transaction() as work:
            apply_pull(session, work, gone, ())

    _meanwhile(desk, settle_elsewhere, apply)
    with desk.database.open().read() as reader:
        kept = reader.find_mapping(link(THOR).id, "second")
    assert kept is not None
    assert kept.state is MappingState.TOMBSTONE


def test_where_an_arrival_came_from_is_held_before_it_moves(desk: Desk) -> None:
    """That it is gone there was found out while the pass waited."""
    with desk.database.open().write(AUTHOR, "arrange") as work:
        work.keep(replace(desk.moved_away, state=MappingState.SYNCED))
        work.commit()

    def find_it_gone(work: UnitOfWork) -> None:
        work.lock_resources((CABIN.id,))
        work.keep(desk.moved_away)

    settle = _settle_arrivals(desk)
    with pytest.raises(StaleRevisionError):
        _meanwhile(desk, find_it_gone, settle)
    settle()
    with desk.database.open().read() as reader:
        assert reader.get(Appointment, desk.first.id).resource_ids == (CABIN.id, TOOL.id)
