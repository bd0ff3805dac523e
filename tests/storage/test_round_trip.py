"""What is stored comes back as it was."""

from __future__ import annotations

from dataclasses import MISSING, fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.databases import SetClock
from helpers.stored_values import (
    APPOINTMENT,
    AUTHOR,
    BRANCH,
    ENTITIES,
    LINK,
    PERSON,
    RECORDS,
    ROOM,
    TYPE,
    WHOLE_DAYS,
    uid,
)
from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.calendar_link import CalendarLink, EventMapping, JournalEntry, MappingState, SyncRun
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import Entity
from terminplaner.domain.errors import InvalidInputError, NotFoundError, StaleRevisionError
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, Timed
from terminplaner.services.ports import Store
from terminplaner.services.store_queries import AppointmentQuery, JournalQuery

SET_BY_THE_STORE = {"created_at", "created_by", "modified_at", "modified_by", "revision"}


def put(store: Store, *entities: Entity) -> dict[Any, Any]:
    with store.write(AUTHOR, "put") as work:
        stored = {entity.id: work.put(entity) for entity in entities}
        work.commit()
    return stored


@pytest.fixture
def full(store: Store) -> Store:
    """A store with every entity and record in it."""
    put(store, *ENTITIES)
    with store.write(AUTHOR, "keep") as work:
        for record in RECORDS:
            work.keep(record)
        work.commit()
    return store


@pytest.mark.parametrize("value", [*ENTITIES, *RECORDS], ids=lambda value: type(value).__name__)
def test_the_samples_leave_nothing_at_its_default(value: Any) -> None:
    if value in (PERSON, WHOLE_DAYS):  # second ones of their kinds
        return
    for field in fields(value):
        default = field.default if field.default_factory is MISSING else field.default_factory()
        assert field.name in SET_BY_THE_STORE or getattr(value, field.name) != default, field.name


def test_every_entity_comes_back_with_its_first_revision(full: Store, clock: SetClock) -> None:
    now = clock.now()
    stamps: dict[str, Any] = {
        "created_at": now,
        "created_by": AUTHOR.name,
        "modified_at": now,
        "modified_by": AUTHOR.name,
    }
    with full.read() as reader:
        for entity in ENTITIES:
            given = replace(entity, **stamps) if isinstance(entity, Appointment) else entity
            assert reader.get(type(entity), entity.id) == replace(given, revision=1)


def test_every_record_comes_back(full: Store) -> None:
    with full.read() as reader:
        for record in RECORDS:
            assert reader.find_record(type(record), record.id) == record
            assert reader.list_records(type(record)) == (record,)


def test_a_record_is_replaced(full: Store) -> None:
    with full.write(AUTHOR, "sync") as work:
        work.keep(replace(LINK, failures=9, sync_token=""))
        assert work.commit() is None
    with full.read() as reader:
        assert reader.list_records(CalendarLink) == (replace(LINK, failures=9, sync_token=""),)


def test_dropped_records_are_gone(full: Store) -> None:
    with full.write(AUTHOR, "sync") as work:
        work.drop_mapping(uid("mapping"))
        work.drop_intent(uid("intent"))
        work.commit()
    with full.read() as reader:
        assert reader.list_mappings(LINK.id) == ()
        assert reader.find_record(EventMapping, uid("mapping")) is None


def test_the_journal_is_pruned_by_age(full: Store) -> None:
    entry, run = RECORDS[-1], RECORDS[-2]
    assert isinstance(entry, JournalEntry)
    assert isinstance(run, SyncRun)
    later = entry.at + timedelta(days=1)
    with full.write(AUTHOR, "sync") as work:
        work.keep(replace(entry, id=uuid4(), at=later))
        work.keep(replace(run, id=uuid4(), finished_at=later))
        work.prune_journal(later)
        work.commit()
    with full.read() as reader:
        assert [found.at for found in reader.list_journal(JournalQuery(), 20)] == [later]
        assert [found.finished_at for found in reader.list_runs(LINK.id)] == [later]


def test_the_journal_keeps_its_order_within_one_instant(full: Store) -> None:
    entry = RECORDS[-1]
    assert isinstance(entry, JournalEntry)
    with full.write(AUTHOR, "sync") as work:
        for number in range(20):
            work.keep(replace(entry, id=uuid4(), event_id=str(number)))
        work.commit()
    with full.read() as reader:
        assert [found.event_id for found in reader.list_journal(JournalQuery(), 20)] == [
            str(n) for n in range(19, -1, -1)
        ]


def test_mappings_are_found_by_link_event_and_appointment(full: Store) -> None:
    with full.read() as reader:
        (mapping,) = reader.list_mappings(LINK.id)
        assert reader.find_mapping(LINK.id, "event") == mapping
        assert reader.find_mapping(LINK.id, "another") is None
        assert reader.list_mappings_of(APPOINTMENT.id) == (mapping,)


def test_an_event_has_one_mapping_in_a_link(full: Store) -> None:
    with full.write(AUTHOR, "sync") as work, pytest.raises(StaleRevisionError):
        work.keep(EventMapping(uuid4(), LINK.id, "event", state=MappingState.RESERVED))


@pytest.mark.parametrize(
    "taken", [{"resource_id": PERSON.id}, {"calendar_id": "another"}], ids=["calendar", "resource"]
)
def test_live_links_share_neither_calendar_nor_resource(full: Store, taken: dict[str, Any]) -> None:
    live = replace(LINK, id=uuid4(), ended_at=None)
    with full.write(AUTHOR, "connect") as work:
        work.keep(live)  # the ended one beside it does not count
        work.commit()
    with full.write(AUTHOR, "connect") as work, pytest.raises(StaleRevisionError):
        work.keep(replace(live, id=uuid4(), **taken))


def test_deleted_ones_are_not_listed_but_found(full: Store) -> None:
    with full.read() as reader:
        assert [resource.name for resource in reader.list(Resource)] == ["Thor Schuss"]
        assert reader.get(Resource, ROOM.id).name == "Kabine 1"


def test_what_is_not_there_is_not_found(store: Store) -> None:
    with store.read() as reader:
        assert reader.find(Resource, ROOM.id) is None
        with pytest.raises(NotFoundError):
            reader.get(Resource, ROOM.id)


def test_lists_are_in_the_order_of_a_german_reader(store: Store) -> None:
    names = ["Adler", "Öztürk", "ohm", "Öhler", "Zorn", "Oz", "Straße", "Strasser", "Strand"]
    put(store, *(Customer(uuid4(), str(number), name) for number, name in enumerate(names)))
    with store.read() as reader:
        found = [customer.last_name for customer in reader.list(Customer)]
    assert found == ["Adler", "Öhler", "ohm", "Oz", "Öztürk", "Strand", "Straße", "Strasser", "Zorn"]


def test_a_reference_to_nothing_is_refused(store: Store) -> None:
    with store.write(AUTHOR, "put") as work, pytest.raises(NotFoundError):
        work.put(replace(PERSON, branch_id=uuid4()))


@pytest.mark.parametrize("text", ["nul\0", "half \ud83d"])
def test_text_that_one_engine_could_not_keep_is_refused_by_both(store: Store, text: str) -> None:
    with store.write(AUTHOR, "put") as work, pytest.raises(InvalidInputError, match="unstorable_text"):
        work.put(replace(BRANCH, name=text))


def test_a_naive_instant_is_refused(store: Store) -> None:
    naive = datetime(2026, 3, 9, 8, 0)  # noqa: DTZ001  (what is refused)
    with store.write(AUTHOR, "put") as work, pytest.raises(InvalidInputError, match="naive_instant"):
        work.put(replace(TYPE, deleted_at=naive))


def test_an_instant_of_any_zone_comes_back_in_utc(store: Store) -> None:
    there = datetime(2026, 3, 9, 20, 0, tzinfo=timezone(timedelta(hours=12)))
    put(store, replace(TYPE, deleted_at=there))
    with store.read() as reader:
        found = reader.get(type(TYPE), TYPE.id).deleted_at
    assert found == there
    assert found is not None
    assert found.tzinfo is UTC


def test_whole_days_follow_their_branch_into_another_zone(store: Store) -> None:
    stored = put(store, BRANCH, PERSON, WHOLE_DAYS)
    first_hour_there = datetime(2026, 3, 27, 12, 30, tzinfo=UTC)  # 28 March has begun in Auckland, UTC+13
    asked = AppointmentQuery((PERSON.id,), first_hour_there, first_hour_there + timedelta(minutes=1))
    with store.read() as reader:
        assert reader.list_appointments(asked) == ()
    put(store, replace(stored[BRANCH.id], zone="Pacific/Auckland"))
    with store.read() as reader:
        assert [found.when for found in reader.list_appointments(asked)] == [WHOLE_DAYS.when]
        assert reader.get(Branch, BRANCH.id).revision == 2
        assert reader.get(Appointment, WHOLE_DAYS.id).revision == 1


_INSTANTS = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  (bounds take no zone)
_TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
_DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
_WHENS = st.one_of(
    st.builds(lambda a, b: Timed(min(a, b), max(a, b)), _INSTANTS, _INSTANTS),
    st.builds(lambda day, count: AllDay(day, day + timedelta(days=count)), _DAYS, st.integers(1, 400)),
)
_APPOINTMENTS = st.builds(
    Appointment,
    id=st.just(UUID(int=0)),
    branch_id=st.just(BRANCH.id),
    when=_WHENS,
    resource_ids=st.lists(st.sampled_from([ROOM.id, PERSON.id]), unique=True).map(tuple),
    text=_TEXTS,
    comment=_TEXTS,
    type_id=st.none() | st.just(TYPE.id),
    prepare_minutes=st.integers(0, 10_000),
    follow_up_minutes=st.integers(0, 10_000),
    is_home_visit=st.booleans(),
    is_parallel=st.booleans(),
    shows_as_unavailable=st.booleans(),
    origin=st.sampled_from(AppointmentOrigin),
    is_read_only=st.booleans(),
    is_transparent=st.booleans(),
    is_private=st.booleans(),
    ical_uid=_TEXTS,
    cancelled_at=st.none() | _INSTANTS,
    cancelled_by=_TEXTS,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(appointment=_APPOINTMENTS)
def test_any_appointment_comes_back(full: Store, appointment: Appointment) -> None:
    appointment = replace(appointment, id=uuid4())  # hypothesis likes to repeat itself
    stored = put(full, appointment)[appointment.id]
    with full.read() as reader:
        found = reader.get(Appointment, appointment.id)
        (change_set,) = reader.list_change_sets(appointment.id)
    assert found == stored
    unstamped = replace(stored, created_at=None, created_by="", modified_at=None, modified_by="", revision=0)
    assert unstamped == appointment
    assert change_set.changes[0].after == stored
