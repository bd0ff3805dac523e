"""A database of the first release, brought to the schema of this program."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import text

from helpers.databases import Database
from helpers.first_release import Rows, make_first_release, rows_of_first_release
from helpers.stored_values import (
    APPOINTMENT,
    AUTHOR,
    BRANCH,
    EMPLOYEE,
    ENTITIES,
    MAPPING,
    MORNING,
    PERSON,
    RECORDS,
    ROOM,
    WHOLE_DAYS,
)
from terminplaner.domain.appointment import Appointment, AppointmentStatus
from terminplaner.domain.chain import Branch, ChainSettings, ColorBy
from terminplaner.domain.resource import Availability, AvailabilityType
from terminplaner.storage.engine import open_engine, parse_url


@pytest.fixture
def first(database: Database) -> Rows:
    """What a database of the first release holds: some of every kind it knew."""
    store = database.open()
    with store.write(AUTHOR, "found") as work:
        for entity in ENTITIES:
            work.put(entity)
        for record in RECORDS:
            work.keep(record)
        work.advance_epoch()
        work.commit()
    store.close()
    return make_first_release(database)


def test_nothing_of_it_is_lost(database: Database, first: Rows) -> None:
    assert not [name for name, rows in first.items() if not rows and name not in ("lease", "request_queue")]
    with database.open().read() as reader:
        appointment = reader.get(Appointment, APPOINTMENT.id)
        assert (appointment.resource_ids, appointment.series_id) == (APPOINTMENT.resource_ids, None)
        settings = reader.list(ChainSettings)[0]
        assert (settings.use_waiting_lists, settings.require_type, settings.color_by) == (
            True,
            False,
            ColorBy.TYPE,
        )
        rule = next(entity for entity in ENTITIES if isinstance(entity, Availability))
        stored = reader.get(Availability, rule.id)
        assert (stored.interval_weeks, stored.step_minutes) == (1, None)
        assert len(reader.list_change_sets()) == 1
    assert rows_of_first_release(database) == first


def test_its_backup_is_restored_whole(database: Database, first: Rows) -> None:
    store = database.open()
    (backup,) = (database.folder / "backups").iterdir()
    with store.write(AUTHOR, "text") as work:
        work.put(replace(work.list(ChainSettings)[0], chain_name="Seither umbenannt"))
        work.commit()
    store.restore(backup)
    assert rows_of_first_release(database) == first


@pytest.mark.usefixtures("first")
def test_its_events_are_as_transparent_as_their_appointments(database: Database) -> None:
    engine = open_engine(parse_url(database.url), "test")
    with engine.begin() as connection:
        connection.execute(text("UPDATE event_mapping SET is_transparent = false"))
    engine.dispose()
    with database.open().read() as reader:
        mapping = reader.find_mapping(MAPPING.link_id, MAPPING.event_id)
    assert mapping is not None
    assert mapping.is_transparent == APPOINTMENT.is_transparent is True


def test_states_known_by_their_names_cancel_and_the_cancelled_keep_theirs(database: Database) -> None:
    store = database.open()
    confirmed, off = AppointmentStatus(uuid4(), "Bestätigt"), AppointmentStatus(uuid4(), "Geplatzt")
    live = replace(WHOLE_DAYS, status_id=off.id)
    gone = replace(WHOLE_DAYS, id=uuid4(), status_id=confirmed.id, cancelled_at=MORNING)
    with store.write(AUTHOR, "found") as work:
        for entity in (BRANCH, EMPLOYEE, ROOM, PERSON, confirmed, off, live, gone):
            work.put(entity)
        work.commit()
    store.close()
    make_first_release(database)
    with database.open().read() as reader:
        assert [entry.means_cancelled for entry in (reader.get(AppointmentStatus, confirmed.id),)] == [False]
        assert reader.get(AppointmentStatus, off.id).means_cancelled
        kept = reader.get(Appointment, live.id)
        assert (kept.is_cancelled, kept.status_id, kept.former_status_id) == (False, off.id, None)
        assert reader.get(Appointment, gone.id).former_status_id == confirmed.id


@pytest.mark.usefixtures("first")
def test_a_founded_chain_gets_its_first_type_of_availability(database: Database) -> None:
    with database.open().read() as reader:
        assert [entry.name for entry in reader.list(AvailabilityType)] == ["Arbeitszeit"]
        assert all(branch.opening_times == () for branch in reader.list(Branch))
