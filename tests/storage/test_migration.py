"""A database of an earlier release, brought to the schema of this program."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import text

from helpers.databases import Database
from helpers.earlier_release import FIRST, SECOND, THIRD, Rows, rows_of_release, take_back
from helpers.stored_values import (
    APPOINTMENT,
    AUTHOR,
    BRANCH,
    CUSTOMER,
    EMPLOYEE,
    ENTITIES,
    MAPPING,
    MORNING,
    PERSON,
    RECORDS,
    ROOM,
    SERIES,
    WHOLE_DAYS,
)
from terminplaner.domain.appointment import Appointment, AppointmentStatus
from terminplaner.domain.chain import Branch, ChainSettings, ColorBy
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Availability, AvailabilityType
from terminplaner.domain.series import Series
from terminplaner.services.store_queries import CustomerSearch
from terminplaner.storage.engine import open_engine, parse_url

SETTINGS = next(entity for entity in ENTITIES if isinstance(entity, ChainSettings))
AVAILABILITY = next(entity for entity in ENTITIES if isinstance(entity, Availability))


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a database of an earlier release holds: some of every kind it knew."""

    release: str
    rows: Rows


@pytest.fixture
def filled(database: Database) -> Database:
    store = database.open()
    with store.write(AUTHOR, "found") as work:
        for entity in (*ENTITIES, replace(WHOLE_DAYS, id=uuid4(), text="Umbau")):
            work.put(entity)
        for record in RECORDS:
            work.keep(record)
        work.advance_epoch()
        work.commit()
    store.close()
    return database


@pytest.fixture(params=[FIRST, SECOND, THIRD])
def earlier(filled: Database, request: pytest.FixtureRequest) -> Earlier:
    return Earlier(request.param, take_back(filled, request.param))


def test_nothing_of_it_is_lost(database: Database, earlier: Earlier) -> None:
    empty = {name for name, rows in earlier.rows.items() if not rows}
    assert empty == {"lease", "request_queue"}
    with database.open().read() as reader:
        assert len(reader.list_change_sets()) == 1
    assert rows_of_release(database, earlier.release) == earlier.rows


def test_what_the_first_release_did_not_know_takes_its_defaults(filled: Database) -> None:
    take_back(filled, FIRST)
    with filled.open().read() as reader:
        appointment = reader.get(Appointment, APPOINTMENT.id)
        assert (appointment.resource_ids, appointment.series_id) == (APPOINTMENT.resource_ids, None)
        settings = reader.list(ChainSettings)[0]
        assert (settings.use_waiting_lists, settings.require_type, settings.color_by) == (
            True,
            False,
            ColorBy.TYPE,
        )
        stored = reader.get(Availability, AVAILABILITY.id)
        assert (stored.interval_weeks, stored.step_minutes) == (1, None)


def test_series_and_availabilities_of_the_second_release_stay_as_they_are(filled: Database) -> None:
    take_back(filled, SECOND)
    with filled.open().read() as reader:
        series = reader.get(Series, SERIES.id)
        rule = replace(SERIES.recurrence, week_of_month=None)
        pattern = replace(SERIES.pattern, former_status_id=None, template_id=None)
        assert series == replace(SERIES, recurrence=rule, pattern=pattern, revision=1)
        assert reader.get(Appointment, APPOINTMENT.id).series_id == SERIES.id
        assert reader.get(Availability, AVAILABILITY.id) == replace(
            AVAILABILITY, type_id=None, comment="", week_of_month=None, revision=1
        )
        settings = reader.list(ChainSettings)[0]
        assert (settings.color_by, settings.calendar_period_until_on) == (
            SETTINGS.color_by,
            SETTINGS.calendar_period_until_on,
        )


def test_its_backup_is_restored_whole(database: Database, earlier: Earlier) -> None:
    store = database.open()
    (backup,) = (database.folder / "backups").iterdir()
    with store.write(AUTHOR, "text") as work:
        work.put(replace(work.list(ChainSettings)[0], chain_name="Seither umbenannt"))
        work.commit()
    store.restore(backup)
    assert rows_of_release(database, earlier.release) == earlier.rows


def test_events_of_the_first_release_are_as_transparent_as_their_appointments(filled: Database) -> None:
    take_back(filled, FIRST)
    engine = open_engine(parse_url(filled.url), "test")
    with engine.begin() as connection:
        connection.execute(text("UPDATE event_mapping SET is_transparent = false"))
    engine.dispose()
    with filled.open().read() as reader:
        mapping = reader.find_mapping(MAPPING.link_id, MAPPING.event_id)
    assert mapping is not None
    assert mapping.is_transparent == APPOINTMENT.is_transparent is True


@pytest.mark.parametrize("release", [FIRST, SECOND])
def test_states_known_by_their_names_cancel_and_the_cancelled_keep_theirs(
    database: Database, release: str
) -> None:
    store = database.open()
    confirmed, off = AppointmentStatus(uuid4(), "Bestätigt"), AppointmentStatus(uuid4(), "Geplatzt")
    live = replace(WHOLE_DAYS, status_id=off.id)
    gone = replace(WHOLE_DAYS, id=uuid4(), status_id=confirmed.id, cancelled_at=MORNING)
    with store.write(AUTHOR, "found") as work:
        for entity in (BRANCH, EMPLOYEE, ROOM, PERSON, confirmed, off, live, gone):
            work.put(entity)
        work.commit()
    store.close()
    take_back(database, release)
    with database.open().read() as reader:
        assert [entry.means_cancelled for entry in (reader.get(AppointmentStatus, confirmed.id),)] == [False]
        assert reader.get(AppointmentStatus, off.id).means_cancelled
        kept = reader.get(Appointment, live.id)
        assert (kept.is_cancelled, kept.status_id, kept.former_status_id) == (False, off.id, None)
        assert reader.get(Appointment, gone.id).former_status_id == confirmed.id


def test_customers_of_the_third_release_stay_and_get_what_they_lacked(filled: Database) -> None:
    take_back(filled, THIRD)
    store = filled.open()
    with store.read() as reader:
        stored = reader.get(Customer, CUSTOMER.id)
    assert stored == replace(CUSTOMER, title="", birth_on=None, mobile="", address="", revision=1)
    with store.write(AUTHOR, "save") as work:
        work.put(replace(stored, birth_on=date(1962, 6, 4), deleted_at=None))
        work.commit()
    with store.read() as reader:
        (found,) = reader.search_customers(CustomerSearch("4.6.1962"))
    assert found.id == CUSTOMER.id


@pytest.mark.parametrize("release", [FIRST, SECOND])
def test_a_founded_chain_gets_its_first_type_of_availability(filled: Database, release: str) -> None:
    take_back(filled, release)
    with filled.open().read() as reader:
        assert [entry.name for entry in reader.list(AvailabilityType)] == ["Arbeitszeit"]
        assert all(branch.opening_times == () for branch in reader.list(Branch))
