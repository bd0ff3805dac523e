"""What people are told before the first sync, and what an ended link leaves behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from helpers.google_chain import GoogleChain
from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.calendar_link import EventMapping, MappingState
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import Author, ChangeSet, Origin
from terminplaner.domain.when import AllDay, Timed, When
from terminplaner.services.google_ports import Grant, LinkPreview, RemoteCalendar
from terminplaner.simulator import PersonCalendar

TEST = Author("test", Origin.SYSTEM)
BERLIN = ZoneInfo("Europe/Berlin")
HOUR = timedelta(hours=1)


@pytest.fixture
def tomorrow(chain: GoogleChain) -> datetime:
    return (chain.clock.now().astimezone(BERLIN) + timedelta(days=1)).replace(
        hour=10, minute=0, second=0, microsecond=0
    )


@pytest.fixture
def grant(chain: GoogleChain) -> Grant:
    return chain.grant()


@pytest.fixture
def calendar(chain: GoogleChain, grant: Grant) -> RemoteCalendar:
    return chain.linking.create(chain.admin, chain.thor.id, grant.account_id, "Thor")


@pytest.fixture
def there(chain: GoogleChain, calendar: RemoteCalendar) -> PersonCalendar:
    return chain.google.calendar(calendar.calendar_id)


def put(chain: GoogleChain, when: When, text: str, **fields: Any) -> Appointment:
    with chain.store.write(TEST, "arrange") as work:
        branch = work.list(Branch)[0]
        made = Appointment(uuid4(), branch.id, when, (chain.thor.id,), text=text)
        stored = work.put(replace(made, **fields))
        work.commit()
        return stored


def preview(chain: GoogleChain, grant: Grant, calendar: RemoteCalendar) -> LinkPreview:
    return chain.linking.preview(chain.admin, chain.thor.id, grant.account_id, calendar.calendar_id)


def test_content_on_both_sides_is_told_apart_and_nothing_is_written(
    chain: GoogleChain, grant: Grant, calendar: RemoteCalendar, there: PersonCalendar, tomorrow: datetime
) -> None:
    for number in range(3):
        start = tomorrow + timedelta(days=number)
        put(chain, Timed(start, start + HOUR), f"Termin {number}")
        there.add_event(f"Termin {number}", start, start + HOUR)
    there.add_event("nur dort", tomorrow, tomorrow + HOUR)
    put(chain, Timed(tomorrow + HOUR, tomorrow + 2 * HOUR), "nur hier")
    put(chain, AllDay(date(2099, 5, 5), date(2099, 5, 7)), "nur hier, ganztägig")
    chain.google.clear_requests()
    assert preview(chain, grant, calendar) == LinkPreview(adopted=3, imported=1, to_push=2)
    assert not chain.google.writes()
    assert chain.links() == ()


def test_one_appointment_is_adopted_once(
    chain: GoogleChain, grant: Grant, calendar: RemoteCalendar, there: PersonCalendar, tomorrow: datetime
) -> None:
    put(chain, Timed(tomorrow, tomorrow + HOUR), "Sehtest")
    for _ in range(2):
        there.add_event("Sehtest", tomorrow, tomorrow + HOUR)
    assert preview(chain, grant, calendar) == LinkPreview(adopted=1, imported=1, to_push=0)


def test_what_the_sync_leaves_alone_does_not_count(
    chain: GoogleChain, grant: Grant, calendar: RemoteCalendar, there: PersonCalendar, tomorrow: datetime
) -> None:
    ago = tomorrow - timedelta(days=30)
    put(chain, Timed(ago, ago + HOUR), "vergangen")
    put(chain, Timed(tomorrow, tomorrow + HOUR), "storniert", cancelled_at=chain.clock.now())
    put(chain, Timed(tomorrow, tomorrow + HOUR), "Block", is_read_only=True, origin=AppointmentOrigin.GOOGLE)
    there.add_event("vergangen", ago, ago + HOUR)
    there.delete_event(there.add_event("gelöscht", tomorrow, tomorrow + HOUR)["id"])
    there.add_event("fremd", tomorrow, tomorrow + HOUR, organizer={"email": "somebody@example.com"})
    there.add_recurring("Serie", tomorrow, tomorrow + HOUR, ["RRULE:FREQ=DAILY;COUNT=3"])
    there.add_raw_event({"id": "unreadable", "summary": "ohne Zeiten"})
    assert preview(chain, grant, calendar) == LinkPreview(adopted=0, imported=0, to_push=0)


def test_blocks_leave_with_the_link_and_appointments_stay(
    chain: GoogleChain, grant: Grant, calendar: RemoteCalendar, tomorrow: datetime
) -> None:
    ago = tomorrow - timedelta(days=30)
    mine = put(chain, Timed(tomorrow, tomorrow + HOUR), "bleibt")
    blocks = [
        put(chain, Timed(start, start + HOUR), "Block", is_read_only=True, origin=AppointmentOrigin.GOOGLE)
        for start in (tomorrow, ago)
    ]
    link = chain.linking.connect(chain.admin, chain.thor.id, grant.account_id, calendar)
    with chain.store.write(TEST, "arrange") as work:
        work.keep(EventMapping(uuid4(), link.id, "mine", mine.id, state=MappingState.SYNCED))
        for number, block in enumerate(blocks):
            work.keep(EventMapping(uuid4(), link.id, f"block{number}", block.id, state=MappingState.BUSY))
        work.commit()
    learned: list[ChangeSet] = []
    chain.linking.gate.subscribe(learned.append)
    chain.linking.disconnect(chain.admin, chain.thor.id)
    with chain.store.read() as reader:
        assert not reader.get(Appointment, mine.id).is_cancelled
        assert reader.get(Appointment, blocks[0].id).is_cancelled
        assert not reader.get(Appointment, blocks[1].id).is_cancelled
    (change_set,) = learned
    assert change_set.author == replace(chain.admin.author, origin=Origin.SYSTEM)
