"""Which appointments a question finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.stored_values import ACCOUNT, AUTHOR, BRANCH, LINK, MORNING, PERSON
from terminplaner.domain.appointment import Appointment, AppointmentType
from terminplaner.domain.calendar_link import EventMapping, MappingState
from terminplaner.domain.people import Customer
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.resource import Resource
from terminplaner.domain.series import Series
from terminplaner.domain.waiting_list import Priority, WaitingListEntry
from terminplaner.domain.when import AllDay, Interval, Timed, When
from terminplaner.services.ports import Store, UnitOfWork
from terminplaner.services.store_queries import AppointmentQuery

OTHER = Resource(uuid4(), "Kabine 2")
HOUR = timedelta(hours=1)


@pytest.fixture
def planned(store: Store) -> Store:
    """A branch, two resources and a live link of the first."""
    with store.write(AUTHOR, "found") as work:
        work.put(BRANCH)
        work.put(PERSON)
        work.put(OTHER)
        work.keep(ACCOUNT)
        work.keep(LIVE_LINK)
        work.commit()
    return store


LIVE_LINK = replace(LINK, resource_id=PERSON.id, ended_at=None)


def timed(start: timedelta, length: timedelta) -> Timed:
    return Timed(MORNING + start, MORNING + start + length)


def appointment(when: When, resource_ids: Iterable[UUID] = (PERSON.id,), **fields: Any) -> Appointment:
    return Appointment(uuid4(), BRANCH.id, when, tuple(resource_ids), **fields)


def put(store: Store, *appointments: Appointment) -> list[Appointment]:
    with store.write(AUTHOR, "book") as work:
        stored = [work.put(entity) for entity in appointments]
        work.commit()
    return stored


@pytest.mark.parametrize(
    ("when", "is_met"),
    [
        (timed(-HOUR, HOUR), False),
        (timed(-HOUR, HOUR * 1.5), True),
        (timed(HOUR * 0.2, HOUR * 0.2), True),
        (timed(HOUR * 0.5, HOUR * 3), True),
        (timed(HOUR, HOUR), False),
        (timed(-HOUR, HOUR * 3), True),
        (timed(HOUR * 0, HOUR * 0), True),
        (timed(HOUR, HOUR * 0), False),
        (timed(-HOUR * 48, HOUR * 48), False),
        (timed(-HOUR * 47, HOUR * 48), True),
        (timed(-HOUR * 50, HOUR * 49), False),
        (timed(-HOUR * 1000, HOUR * 1001), True),
        (timed(-HOUR * 1000, HOUR * 1000), False),
        (timed(HOUR, HOUR * 1000), False),
        (AllDay(date(2026, 3, 9), date(2026, 3, 10)), True),
        (AllDay(date(2026, 3, 10), date(2026, 3, 11)), False),
        (AllDay(date(2026, 1, 1), date(2026, 12, 31)), True),
    ],
)
def test_a_range_meets_what_runs_within_it(planned: Store, when: When, is_met: bool) -> None:
    put(planned, appointment(when))
    for resource_ids in (None, (PERSON.id,)):
        query = AppointmentQuery(resource_ids, MORNING, MORNING + HOUR)
        with planned.read() as reader:
            assert bool(reader.list_appointments(query)) is is_met


_HOURS = st.integers(-200, 200)
_SPANS = st.builds(
    lambda start, length: timed(start * HOUR, length * HOUR), _HOURS, st.sampled_from([0, 1, 47, 48, 49, 150])
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spans=st.lists(_SPANS, max_size=8), start=_HOURS, length=st.integers(1, 100))
def test_the_index_finds_what_the_domain_says(planned: Store, spans: list[Timed], start: int, length: int) -> None:
    window = Interval(MORNING + start * HOUR, MORNING + (start + length) * HOUR)
    resource = Resource(uuid4(), "frisch")
    with planned.write(AUTHOR, "found") as work:
        work.put(resource)
        stored = [work.put(appointment(span, (resource.id,))) for span in spans]
        work.commit()
    expected = {
        entity.id
        for entity, span in zip(stored, spans, strict=True)
        if Interval(span.start_at, max(span.end_at, span.start_at + timedelta(microseconds=1))).overlaps(window)
    }
    with planned.read() as reader:
        found = reader.list_appointments(AppointmentQuery((resource.id,), window.start_at, window.end_at))
    assert {entity.id for entity in found} == expected


def test_whole_days_are_those_of_their_branch(planned: Store) -> None:
    put(planned, appointment(AllDay(date(2026, 3, 29), date(2026, 3, 30))))  # 23 hours in Vienna: CET to CEST

    def is_met(at: datetime) -> bool:
        with planned.read() as reader:
            query = AppointmentQuery((PERSON.id,), at, at + timedelta(seconds=1))
            return bool(reader.list_appointments(query))

    starts_at, ends_at = datetime(2026, 3, 28, 23, tzinfo=UTC), datetime(2026, 3, 29, 22, tzinfo=UTC)
    second = timedelta(seconds=1)
    assert [is_met(at) for at in (starts_at - second, starts_at, ends_at - second, ends_at)] == [
        False,
        True,
        True,
        False,
    ]


def test_appointments_are_listed_once_in_order_of_start(planned: Store) -> None:
    both = (PERSON.id, OTHER.id)
    put(planned, *(appointment(timed(HOUR * hours, HOUR), both) for hours in (3, 1, 2, 1)))
    with planned.read() as reader:
        found = reader.list_appointments(AppointmentQuery(both))
    assert [entity.when for entity in found] == [timed(HOUR * hours, HOUR) for hours in (1, 1, 2, 3)]
    assert found[0].id.hex < found[1].id.hex
    assert found[0].resource_ids == both


def test_resources_keep_their_order(planned: Store) -> None:
    (stored,) = put(planned, appointment(timed(HOUR, HOUR), (OTHER.id, PERSON.id)))
    (turned,) = put(planned, replace(stored, resource_ids=(PERSON.id, OTHER.id)))
    with planned.read() as reader:
        assert reader.get(Appointment, stored.id) == turned


def test_only_the_resources_asked_for(planned: Store) -> None:
    (here,) = put(planned, appointment(timed(HOUR, HOUR)))
    put(planned, appointment(timed(HOUR, HOUR), (OTHER.id,)), appointment(timed(HOUR, HOUR), ()))
    with planned.read() as reader:
        assert reader.list_appointments(AppointmentQuery((PERSON.id,))) == (here,)
        assert reader.list_appointments(AppointmentQuery(())) == ()
        assert len(reader.list_appointments(AppointmentQuery())) == 3


def test_cancelled_ones_are_listed_apart(planned: Store) -> None:
    live, cancelled = put(
        planned,
        appointment(timed(HOUR, HOUR)),
        appointment(timed(HOUR, HOUR), cancelled_at=MORNING, cancelled_by="rosa"),
    )
    with planned.read() as reader:
        assert reader.list_appointments(AppointmentQuery()) == (live,)
        assert reader.list_appointments(AppointmentQuery(cancelled=True)) == (cancelled,)


def test_an_imported_one_is_found_by_its_uid(planned: Store) -> None:
    wanted, _ = put(
        planned, appointment(timed(HOUR, HOUR), ical_uid="a@b"), appointment(timed(HOUR, HOUR), ical_uid="")
    )
    with planned.read() as reader:
        assert reader.list_appointments(AppointmentQuery(ical_uids=("a@b", "c@d"))) == (wanted,)
        assert reader.list_appointments(AppointmentQuery((OTHER.id,), ical_uids=("a@b",))) == ()


def test_those_of_a_series_and_of_a_customer_are_found(planned: Store) -> None:
    customer = Customer(uuid4(), "1001", "Nowak")
    first, second, own = (appointment(timed(HOUR * hour, HOUR)) for hour in range(3))
    series = Series(uuid4(), Recurrence(Frequency.DAILY, count=2), first, date(2026, 3, 3))
    with planned.write(AUTHOR, "book") as work:
        work.put(series)
        work.put(customer)
        work.commit()
    occurrences = put(planned, *(replace(row, series_id=series.id) for row in (first, second)))
    (theirs,) = put(planned, replace(own, customer_id=customer.id))
    with planned.read() as reader:
        assert reader.list_appointments(AppointmentQuery(series_ids=(series.id,))) == tuple(occurrences)
        assert reader.list_appointments(AppointmentQuery(customer_id=customer.id)) == (theirs,)
        assert reader.list_appointments(AppointmentQuery(series_ids=(series.id,), customer_id=customer.id)) == ()


def test_the_open_wishes_of_a_customer_are_found_in_all_branches(planned: Store) -> None:
    theirs, other = Customer(uuid4(), "1001", "Nowak"), Customer(uuid4(), "1002", "Nowak")
    ulm = replace(BRANCH, id=uuid4(), number="02", name="Ulm")

    def wish(hours: int, customer_id: UUID | None = theirs.id, **fields: Any) -> WaitingListEntry:
        asked = WaitingListEntry(uuid4(), BRANCH.id, MORNING + HOUR * hours, "", customer_id=customer_id)
        return replace(asked, **fields)

    late, early, urgent = wish(2), wish(1, branch_id=ulm.id), wish(3, priority=Priority.HIGH)
    others = wish(0, other.id), wish(0, None, note="?"), wish(0, settled_at=MORNING), wish(0, deleted_at=MORNING)
    with planned.write(AUTHOR, "wish") as work:
        for entity in (ulm, theirs, other, late, early, urgent, *others):
            work.put(entity)
        work.commit()
    with planned.read() as reader:
        assert [row.id for row in reader.list_wishes_of(theirs.id)] == [urgent.id, early.id, late.id]


# -- what sync must push


FUTURE, PAST = timed(HOUR, HOUR), timed(-HOUR * 2, HOUR)
_MOVED, _CANCELLED = {"resource_ids": (OTHER.id,)}, {"cancelled_at": MORNING}
_OVER = (MappingState.TOMBSTONE, MappingState.ARCHIVED)
_STANDING = tuple(state for state in MappingState if state not in _OVER)


def is_unpushed(
    store: Store, when: When, *mappings: tuple[MappingState, int], link_id: UUID = LIVE_LINK.id, **fields: Any
) -> bool:
    """Whether an appointment of revision 2 is listed that has these mappings (state, base revision)."""
    with store.write(AUTHOR, "book") as work:
        entity = work.put(appointment(when))
        entity = work.put(replace(entity, text="zweite", **fields))
        for number, (state, base_revision) in enumerate(mappings):
            _keep_mapping(work, entity, link_id, state, base_revision, f"{entity.id}{number}")
        work.commit()
    with store.read() as reader:
        return entity in reader.list_unpushed(LIVE_LINK, MORNING)


def _keep_mapping(
    work: UnitOfWork, entity: Appointment, link_id: UUID, state: MappingState, base_revision: int, event_id: str
) -> None:
    mapping = EventMapping(uuid4(), link_id, event_id, entity.id, state=state, base_revision=base_revision)
    work.keep(mapping)


def test_what_google_does_not_know_is_unpushed(planned: Store) -> None:
    assert is_unpushed(planned, FUTURE)
    assert is_unpushed(planned, timed(-HOUR, HOUR * 2))
    assert is_unpushed(planned, FUTURE, (MappingState.TOMBSTONE, 1))
    assert is_unpushed(planned, FUTURE, (MappingState.TOMBSTONE, 2))
    assert is_unpushed(planned, FUTURE, (MappingState.TOMBSTONE, 2), (MappingState.TOMBSTONE, 2))


def test_what_was_over_before_google_knew_of_it_is_left_alone(planned: Store) -> None:
    assert not is_unpushed(planned, PAST)
    assert not is_unpushed(planned, PAST, (MappingState.TOMBSTONE, 1))
    assert not is_unpushed(planned, timed(-HOUR, HOUR))


@pytest.mark.parametrize("state", _STANDING)
def test_what_is_ahead_of_its_mapping_is_unpushed(planned: Store, state: MappingState) -> None:
    assert is_unpushed(planned, FUTURE, (state, 1))
    assert is_unpushed(planned, PAST, (state, 1))
    assert not is_unpushed(planned, FUTURE, (state, 2))
    assert not is_unpushed(planned, PAST, (state, 2))
    assert not is_unpushed(planned, FUTURE, (MappingState.TOMBSTONE, 0), (state, 2))


@pytest.mark.parametrize("left", [_MOVED, _CANCELLED], ids=["moved", "cancelled"])
@pytest.mark.parametrize("state", _STANDING)
def test_what_left_the_calendar_is_unpushed_while_a_mapping_stands(
    planned: Store, left: dict[str, Any], state: MappingState
) -> None:
    assert is_unpushed(planned, FUTURE, (state, 2), **left)
    assert is_unpushed(planned, PAST, (state, 2), **left)


@pytest.mark.parametrize("left", [_MOVED, _CANCELLED], ids=["moved", "cancelled"])
def test_what_left_the_calendar_is_at_rest_when_no_mapping_stands(planned: Store, left: dict[str, Any]) -> None:
    assert not is_unpushed(planned, FUTURE, **left)
    for state in _OVER:
        assert not is_unpushed(planned, FUTURE, (state, 1), **left)


def test_an_archived_one_is_unpushed_only_when_it_came_back(planned: Store) -> None:
    assert not is_unpushed(planned, PAST, (MappingState.ARCHIVED, 1))
    assert not is_unpushed(planned, FUTURE, (MappingState.ARCHIVED, 2))
    assert is_unpushed(planned, FUTURE, (MappingState.ARCHIVED, 1))


@pytest.mark.parametrize("fields", [{}, _MOVED, _CANCELLED], ids=["changed", "moved", "cancelled"])
def test_what_google_owns_is_never_pushed(planned: Store, fields: dict[str, Any]) -> None:
    assert not is_unpushed(planned, FUTURE, is_read_only=True, **fields)
    assert not is_unpushed(planned, FUTURE, (MappingState.BUSY, 1), is_read_only=True, **fields)


def test_another_links_mapping_does_not_count(planned: Store) -> None:
    another = replace(LINK, id=uuid4(), resource_id=OTHER.id, calendar_id="another", ended_at=None)
    with planned.write(AUTHOR, "connect") as work:
        work.keep(another)
        work.commit()
    assert is_unpushed(planned, FUTURE, (MappingState.SYNCED, 2), link_id=another.id)
    assert not is_unpushed(planned, FUTURE, (MappingState.SYNCED, 1), link_id=another.id, **_MOVED)


def test_the_unpushed_are_in_order_of_start(planned: Store) -> None:
    put(planned, *(appointment(timed(HOUR * hours, HOUR)) for hours in (3, 1, 2)))
    with planned.read() as reader:
        found = reader.list_unpushed(LIVE_LINK, MORNING)
    assert [entity.when for entity in found] == [timed(HOUR * hours, HOUR) for hours in (1, 2, 3)]


def test_a_renamed_customer_or_type_makes_unpushed(planned: Store) -> None:
    customer, kind = Customer(uuid4(), "1", "Mustermann"), AppointmentType(uuid4(), "Sehtest")
    with planned.write(AUTHOR, "book") as work:
        customer, kind = work.put(customer), work.put(kind)
        named = work.put(appointment(FUTURE, customer_id=customer.id, type_id=kind.id))
        mapping = EventMapping(uuid4(), LIVE_LINK.id, "event", named.id, base_revision=1, names_revision=2)
        work.keep(mapping)
        assert work.list_unpushed(LIVE_LINK, MORNING) == ()
        customer = work.put(replace(customer, last_name="Musterfrau"))
        assert work.list_unpushed(LIVE_LINK, MORNING) == (named,)
        work.keep(replace(mapping, names_revision=3))
        assert work.list_unpushed(LIVE_LINK, MORNING) == ()
        work.put(replace(kind, name="Refraktion"))
        assert work.list_unpushed(LIVE_LINK, MORNING) == (named,)
        work.keep(replace(mapping, names_revision=3, state=MappingState.ARCHIVED))
        assert work.list_unpushed(LIVE_LINK, MORNING) == ()


@pytest.mark.parametrize("with_preparation", [True, False])
def test_a_search_for_free_times_reads_when_what_occupies_does(planned: Store, with_preparation: bool) -> None:
    day = AllDay(MORNING.date(), MORNING.date() + timedelta(days=1))
    prepared = appointment(timed(HOUR, HOUR), prepare_minutes=10, follow_up_minutes=5)
    whole = appointment(day, (OTHER.id,))
    put(
        planned,
        prepared,
        whole,
        appointment(timed(3 * HOUR, HOUR), is_parallel=True),
        appointment(timed(timedelta(), HOUR), is_transparent=True),
        appointment(timed(timedelta(), HOUR), cancelled_at=MORNING),
        appointment(timed(timedelta(days=3), HOUR)),
    )
    with planned.read() as reader:
        found = reader.list_occupied(
            (PERSON.id, OTHER.id), MORNING, MORNING + timedelta(days=1), with_preparation=with_preparation
        )
    taken = prepared.occupied(BRANCH.tz) if with_preparation else prepared.when.interval(BRANCH.tz)
    parallel = timed(3 * HOUR, HOUR).interval(BRANCH.tz)
    assert found == {
        PERSON.id: [_seconds(taken), _seconds(parallel)],
        OTHER.id: [_seconds(day.interval(BRANCH.tz))],
    }


def _seconds(interval: Interval) -> tuple[int, int]:
    return int(interval.start_at.timestamp()), int(interval.end_at.timestamp())
