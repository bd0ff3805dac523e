"""A database of the first release, brought to the schema of this program."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from helpers.databases import Database
from helpers.first_release import Rows, make_first_release, rows_of_first_release
from helpers.stored_values import APPOINTMENT, AUTHOR, ENTITIES, MAPPING, RECORDS
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import ChainSettings, ColorBy
from terminplaner.domain.resource import Availability
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
