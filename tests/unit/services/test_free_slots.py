"""Freien Termin suchen: what is found can be booked without a warning, and nothing that can is missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import product
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.databases import SetClock
from helpers.shop import Shop, span
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment, OccupyingRule
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.holiday import Holiday
from terminplaner.domain.resource import Availability, Resource, Weekday
from terminplaner.domain.when import AllDay, Timed, day_interval
from terminplaner.services.checks import collisions_of, warnings_about
from terminplaner.services.free_slots import FreeSlot, FreeSlotQuery, FreeSlots
from terminplaner.services.occupation import Occupation
from terminplaner.services.ports import Reader, Store
from terminplaner.services.store_queries import AppointmentQuery

BRANCH = Branch(UUID(int=1), "01", "Stuttgart")
_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
_STEP = timedelta(minutes=15)
_DAYS = (date(2026, 3, 2), date(2026, 3, 29), date(2026, 10, 25))
"""An ordinary day and the two on which the clocks change."""


@dataclass
class _World:
    """A store that is only read: a few entities in memory."""

    resources: Sequence[Resource]
    rules: Sequence[Availability] = ()
    appointments: Sequence[Appointment] = ()
    absences: Sequence[Absence] = ()
    holidays: Sequence[Holiday] = ()

    @contextmanager
    def read(self) -> Iterator[Reader]:
        yield cast(Reader, self)

    def list(self, kind: type[Any]) -> tuple[Any, ...]:
        rows: Mapping[type[Any], Sequence[Any]] = {
            Branch: (BRANCH,),
            ChainSettings: (ChainSettings(UUID(int=2)),),
            Resource: self.resources,
            Availability: self.rules,
            Absence: self.absences,
            Holiday: self.holidays,
        }
        return tuple(rows.get(kind, ()))

    def get(self, kind: type[Any], key: UUID) -> Any:
        return next(row for row in self.list(kind) if row.id == key)

    def find(self, kind: type[Any], key: UUID) -> Any:
        return next((row for row in self.list(kind) if row.id == key), None)

    def list_by_id(self, kind: type[Any], keys: Iterable[UUID]) -> tuple[Any, ...]:
        return tuple(map(partial(self.get, kind), set(keys)))

    def list_appointments(self, query: AppointmentQuery) -> tuple[Appointment, ...]:
        wanted = set(query.resource_ids or ())
        return tuple(row for row in self.appointments if wanted & set(row.resource_ids))

    def list_occupied(
        self,
        resource_ids: Iterable[UUID],
        _from: datetime,
        _until: datetime,
        *,
        with_preparation: bool,
        occupying: OccupyingRule,
    ) -> Mapping[UUID, Sequence[tuple[int, int]]]:
        assert with_preparation
        spans = [(row, row.occupied(BRANCH.tz)) for row in self.appointments if occupying.lets(row)]
        return {
            key: sorted(
                (int(span.start_at.timestamp()), int(span.end_at.timestamp()))
                for row, span in spans
                if key in row.resource_ids
            )
            for key in resource_ids
        }

    def find_free(self, query: FreeSlotQuery) -> tuple[FreeSlot, ...]:
        return FreeSlots(cast(Store, self), SetClock(_LONG_AGO)).find(query)

    def is_bookable(self, query: FreeSlotQuery, when: Timed, resource_ids: tuple[UUID, ...]) -> bool:
        """Whether planning would neither warn nor find anything beside it that is too much."""
        reader = cast(Reader, self)
        wanted = Appointment(
            uuid4(),
            BRANCH.id,
            when,
            resource_ids,
            prepare_minutes=query.prepare_minutes,
            follow_up_minutes=query.follow_up_minutes,
        )
        (collisions,) = collisions_of(reader, Occupation.of(reader), (wanted,))
        warnings = warnings_about(reader, (wanted,), _LONG_AGO)
        return not warnings and not any(collision.is_refused for collision in collisions)


def _quarters(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high).map(lambda number: number * 15)


@st.composite
def _worlds(draw: st.DrawFn) -> tuple[_World, FreeSlotQuery]:
    day = draw(st.sampled_from(_DAYS))
    resources = [
        Resource(
            UUID(int=10 + number),
            f"R{number}",
            step_minutes=draw(st.sampled_from((15, 30, 45, 60))),
            capacity=draw(st.sampled_from((1, 1, 2))),
            warns_when_unavailable=True,
        )
        for number in range(draw(st.integers(1, 3)))
    ]
    keys = [resource.id for resource in resources]
    rules = [_rule(draw, key, day) for key in keys for _ in range(draw(st.integers(0, 2)))]
    appointments = []
    for _ in range(draw(st.integers(0, 5))):
        start_at = day_interval(day, BRANCH.tz).start_at + timedelta(minutes=draw(st.integers(0, 24 * 12)) * 5)
        appointments.append(
            Appointment(
                uuid4(),
                BRANCH.id,
                Timed(start_at, start_at + timedelta(minutes=draw(st.integers(1, 40)) * 5)),
                tuple(draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))),
                prepare_minutes=draw(st.sampled_from((0, 0, 15))),
            )
        )
    away_from = day_interval(day, BRANCH.tz).start_at + timedelta(minutes=draw(_quarters(0, 80)))
    absence = Absence(
        uuid4(),
        AbsenceKind.OTHER,
        Timed(away_from, away_from + timedelta(hours=1)),
        tuple(draw(st.lists(st.sampled_from(keys), max_size=1))),
    )
    absences = (absence,) if draw(st.booleans()) else ()
    cut = draw(st.integers(1, len(keys)))
    query = FreeSlotQuery(
        BRANCH.id,
        tuple(group for group in (tuple(keys[:cut]), tuple(keys[cut:])) if group),
        draw(st.sampled_from((15, 30, 50, 90))),
        day,
        day,
        prepare_minutes=draw(st.sampled_from((0, 10))),
        follow_up_minutes=draw(st.sampled_from((0, 5))),
        limit=1_000,
    )
    return _World(resources, rules, appointments, absences), query


def _rule(draw: st.DrawFn, resource_id: UUID, day: date) -> Availability:
    start = draw(_quarters(0, 80))
    end = draw(_quarters(start // 15 + 1, 96))
    return Availability(
        uuid4(),
        resource_id,
        Weekday(day.weekday()),
        time(start // 60, start % 60),
        time(end // 60 % 24, end % 60),
        is_available=draw(st.sampled_from((True, True, False))),
        min_step_minutes=draw(st.sampled_from((None, 15))),
    )


@settings(max_examples=120, deadline=None)
@given(_worlds())
def test_what_is_found_can_be_booked_without_a_warning(case: tuple[_World, FreeSlotQuery]) -> None:
    world, query = case
    for slot in world.find_free(query):
        rest = slot.resource_ids[1:]
        for first in (slot.resource_ids[0], *slot.alternatives):
            assert world.is_bookable(query, slot.when, (first, *rest))


@settings(max_examples=60, deadline=None)
@given(_worlds())
def test_nothing_that_is_free_is_missed(case: tuple[_World, FreeSlotQuery]) -> None:
    """Tried at every quarter of an hour that begins a coarse slot of one of the resources."""
    world, query = case
    found = {slot.when.start_at for slot in world.find_free(query)}
    whole_day = day_interval(query.first_on, BRANCH.tz)
    length = timedelta(minutes=query.duration_minutes)
    at = whole_day.start_at
    while at + length <= whole_day.end_at:
        when = Timed(at, at + length)
        expected = any(
            any(_begins_slot(world, key, at, query.first_on) for key in chosen)
            and world.is_bookable(query, when, chosen)
            for chosen in product(*query.groups)
        )
        assert not expected or at in found
        at += _STEP


def _begins_slot(world: _World, resource_id: UUID, at: datetime, day: date) -> bool:
    """Told in wall time, and therefore without what the program computes with."""
    resource: Resource = world.get(Resource, resource_id)
    rules = [rule for rule in world.rules if rule.resource_id == resource_id and rule.is_available]
    if not rules:
        wall = at.astimezone(BRANCH.tz)
        return (wall.hour * 60 + wall.minute) % resource.step_minutes == 0
    for rule in rules:
        opens_at = datetime.combine(day, rule.starts_at, BRANCH.tz).astimezone(UTC)
        last_day = day + timedelta(days=rule.ends_at == time.min)
        closes_at = datetime.combine(last_day, rule.ends_at, BRANCH.tz).astimezone(UTC)
        elapsed = at - opens_at
        if opens_at <= at < closes_at and elapsed % timedelta(minutes=resource.step_minutes) == timedelta(0):
            return True
    return False


def _morning(resource: Resource, **fields: Any) -> Availability:
    return Availability(uuid4(), resource.id, Weekday.MONDAY, time(9), time(12), **fields)


ANNA = Resource(UUID(int=10), "Anna")
BEN = Resource(UUID(int=11), "Ben")
ROOM = Resource(UUID(int=12), "Raum", step_minutes=20)
_MONDAY = _DAYS[0]
_QUERY = FreeSlotQuery(BRANCH.id, ((ANNA.id,),), 60, _MONDAY, _MONDAY)


def _times(found: Iterable[FreeSlot]) -> list[str]:
    return [f"{slot.when.start_at.astimezone(BRANCH.tz):%d.%m. %H:%M}" for slot in found]


def _taken(resource: Resource, hour: int, minute: int, minutes: int) -> Appointment:
    start_at = datetime(2026, 3, 2, hour, minute, tzinfo=BRANCH.tz).astimezone(UTC)
    return Appointment(uuid4(), BRANCH.id, span(start_at, minutes), (resource.id,))


def test_the_slots_of_an_availability_are_offered() -> None:
    world = _World((ANNA,), (_morning(ANNA),))
    assert _times(world.find_free(_QUERY)) == [
        "02.03. 09:00",
        "02.03. 09:30",
        "02.03. 10:00",
        "02.03. 10:30",
        "02.03. 11:00",
    ]


def test_the_finer_step_fills_what_an_odd_appointment_leaves() -> None:
    odd = _taken(ANNA, 9, 0, 40)
    coarse = _World((ANNA,), (_morning(ANNA, step_minutes=60),), (odd,))
    assert _times(coarse.find_free(_QUERY)) == ["02.03. 10:00", "02.03. 11:00"]
    fine = _World((ANNA,), (_morning(ANNA, step_minutes=60, min_step_minutes=15),), (odd,))
    assert _times(fine.find_free(_QUERY)) == ["02.03. 09:45", "02.03. 10:00", "02.03. 11:00"]


def test_a_person_and_a_room_are_found_together_on_the_raster_of_either() -> None:
    world = _World((ANNA, ROOM), (_morning(ANNA, step_minutes=90),), (_taken(ROOM, 9, 0, 30),))
    query = replace(_QUERY, groups=((ANNA.id,), (ROOM.id,)))
    found = world.find_free(query)
    assert _times(found)[:3] == ["02.03. 09:40", "02.03. 10:00", "02.03. 10:20"]
    assert found[0].resource_ids == (ANNA.id, ROOM.id)


def test_one_of_several_is_enough_and_the_others_are_told() -> None:
    world = _World((ANNA, BEN), (_morning(ANNA), _morning(BEN)), (_taken(ANNA, 9, 0, 60),))
    found = world.find_free(replace(_QUERY, groups=((ANNA.id, BEN.id),)))
    assert (found[0].resource_ids, found[0].alternatives) == ((BEN.id,), ())
    assert (found[2].resource_ids, found[2].alternatives) == ((ANNA.id,), (BEN.id,))


def test_a_second_place_is_free_until_both_are_taken() -> None:
    double = replace(ANNA, capacity=2)
    both = (_taken(ANNA, 9, 0, 60), _taken(ANNA, 9, 30, 30))
    world = _World((double,), (_morning(ANNA),), both)
    assert _times(world.find_free(replace(_QUERY, duration_minutes=30)))[:2] == ["02.03. 09:00", "02.03. 10:00"]


def test_weekdays_hours_holidays_and_closures_are_kept() -> None:
    world = _World((ANNA,), holidays=(Holiday(uuid4(), "Inventur", month=3, day=3),))
    closed = Absence(uuid4(), AbsenceKind.CLOSURE, AllDay(date(2026, 3, 4), date(2026, 3, 5)), branch_id=BRANCH.id)
    world.absences = (closed,)
    query = replace(_QUERY, last_on=date(2026, 3, 8), starts_at=time(13), ends_at=time(14))
    assert _times(world.find_free(query)) == [f"{day:02}.03. 13:00" for day in (2, 5, 6, 7, 8)]
    query = replace(query, weekdays=frozenset({Weekday.THURSDAY, Weekday.TUESDAY}))
    assert _times(world.find_free(query)) == ["05.03. 13:00"]
    assert _times(world.find_free(replace(query, includes_holidays=True))) == ["03.03. 13:00", "05.03. 13:00"]


def test_nothing_before_now_and_no_more_than_asked_for() -> None:
    world = _World((ANNA,), (_morning(ANNA),))
    clock = SetClock(datetime(2026, 3, 2, 8, 31, tzinfo=UTC))
    found = FreeSlots(cast(Store, world), clock).find(replace(_QUERY, last_on=date(2026, 3, 9), limit=3))
    assert _times(found) == ["02.03. 10:00", "02.03. 10:30", "02.03. 11:00"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"groups": ()}, "resource_missing"),
        ({"groups": ((),)}, "resource_missing"),
        ({"last_on": date(2026, 3, 1)}, "end_before_start"),
        ({"starts_at": time(10), "ends_at": time(10)}, "end_before_start"),
        ({"duration_minutes": 0}, "number_out_of_range"),
    ],
)
def test_a_question_without_sense_is_refused(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidInputError) as error:
        _World((ANNA,)).find_free(replace(_QUERY, **changes))
    assert error.value.error_code == code


def test_the_next_times_after_a_collision_are_those_of_all_its_resources(shop: Shop) -> None:
    service = FreeSlots(shop.store, shop.clock)
    wanted = shop.appointment()
    shop.planning.book(shop.admin, shop.appointment())
    found = service.next_free(wanted)
    assert len(found) == 3
    assert found[0].when == span(shop.tomorrow_at(10, 30))
    outcome = shop.planning.book(shop.admin, replace(wanted, when=found[0].when))
    assert outcome.warnings == ()
