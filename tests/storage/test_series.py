"""Series that several workstations book, change and carry on at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier
from uuid import uuid4

import pytest

from helpers.databases import Database
from helpers.stored_values import AUTHOR, BRANCH, ENTITIES, MORNING, PERSON
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.errors import CapacityExceededError, InvalidInputError, TerminplanerError
from terminplaner.domain.people import Role, User
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.series import Series, SeriesScope
from terminplaner.domain.when import Timed
from terminplaner.services.calendar_period import CalendarPeriod
from terminplaner.services.gate import Gate
from terminplaner.services.permissions import Actor
from terminplaner.services.planning import Planning
from terminplaner.services.ports import Store
from terminplaner.services.series import SeriesPlanning
from terminplaner.services.store_queries import AppointmentQuery

_AT_ONCE = 3
ACTOR = Actor(User(uuid4(), "rosa", Role.ADMINISTRATOR))
SLOT = Timed(MORNING, MORNING + timedelta(minutes=30))


@pytest.fixture
def planned(store: Store) -> Store:
    settings = next(entity for entity in ENTITIES if isinstance(entity, ChainSettings))
    with store.write(AUTHOR, "found") as work:
        for entity in (BRANCH, PERSON, ACTOR.user):
            work.put(entity)
        work.put(replace(settings, allow_overbooking=False, calendar_period_until_on=None, require_type=False))
        work.commit()
    return store


def _period(store: Store, database: Database) -> CalendarPeriod:
    return CalendarPeriod(Planning(Gate(store), database.clock))


def _series(store: Store, database: Database) -> SeriesPlanning:
    return SeriesPlanning(Planning(Gate(store), database.clock))


def _wish() -> Appointment:
    return Appointment(uuid4(), BRANCH.id, SLOT, (PERSON.id,))


def _at_once(database: Database, action: Callable[[Store], object]) -> list[str]:
    """The code of what became of ``action`` on several workstations; empty for success."""
    stores = [database.open() for _ in range(_AT_ONCE)]
    barrier = Barrier(_AT_ONCE)

    def run(store: Store) -> str:
        barrier.wait(10)
        try:
            action(store)
        except TerminplanerError as error:
            return error.error_code
        return ""

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return sorted(pool.map(run, stores))


def _live(store: Store) -> tuple[Appointment, ...]:
    with store.read() as reader:
        return reader.list_appointments(AppointmentQuery())


def test_of_series_booked_at_once_exactly_one_has_all_its_days(planned: Store, database: Database) -> None:
    rule = Recurrence(Frequency.WEEKLY)
    codes = _at_once(database, lambda store: _series(store, database).book(ACTOR, _wish(), rule))
    assert codes == ["", "series_collides", "series_collides"]
    booked = _live(planned)
    assert len({item.series_id for item in booked}) == 1
    assert len({item.when for item in booked}) == len(booked) == 50
    with planned.read() as reader:
        assert len(reader.list(Series)) == 1
        assert reader.list(ChainSettings)[0].calendar_period_until_on is not None


def test_the_period_is_carried_on_once(planned: Store, database: Database) -> None:
    _series(planned, database).book(ACTOR, _wish(), Recurrence(Frequency.WEEKLY))
    count = len(_live(planned))
    until = date(2027, 6, 30)
    codes = _at_once(database, lambda store: _period(store, database).extend(ACTOR, until))
    assert codes == ["", "calendar_period_shorter", "calendar_period_shorter"]
    after = _live(planned)
    assert len(after) > count
    assert len({item.when for item in after}) == len(after)


def test_of_workstations_that_notice_the_end_at_once_one_carries_the_period_on(
    planned: Store, database: Database
) -> None:
    _series(planned, database).book(ACTOR, _wish(), Recurrence(Frequency.WEEKLY))
    count = len(_live(planned))
    database.clock.instant += timedelta(days=200)
    codes = _at_once(database, lambda store: _period(store, database).keep_ahead())
    assert codes == ["", "", ""]
    after = _live(planned)
    assert len(after) > count
    assert len({item.when for item in after}) == len(after)
    with planned.read() as reader:
        assert sum(change.command == "extend" for change in reader.list_change_sets()) == 1


def test_a_refused_series_leaves_nothing_behind(planned: Store, database: Database) -> None:
    series = _series(planned, database)
    series.book(ACTOR, _wish(), Recurrence(Frequency.WEEKLY, count=2))
    with pytest.raises(CapacityExceededError):
        series.book(ACTOR, _wish(), Recurrence(Frequency.DAILY, count=8))
    with pytest.raises(InvalidInputError):
        series.book(ACTOR, _wish(), Recurrence(Frequency.DAILY, interval=0))
    assert len(_live(planned)) == 2
    with planned.read() as reader:
        assert len(reader.list(Series)) == 1


def test_a_series_comes_back_as_it_was_stored(planned: Store, database: Database) -> None:
    series = _series(planned, database)
    outcome = series.book(ACTOR, _wish(), Recurrence(Frequency.WEEKLY, count=3))
    assert series.find(outcome.series.id) == outcome.series
    changed = series.change(ACTOR, replace(outcome.appointment, text="neu"), SeriesScope.ALL)
    assert series.find(outcome.series.id) == changed.series
    assert [item.text for item in _live(planned)] == ["neu"] * 3
