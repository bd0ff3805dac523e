"""Searching a free time for 50 resources over 12 weeks: under 200 ms of computing, however late the first is."""

from __future__ import annotations

import statistics
import time as clock
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from helpers.databases import SetClock
from helpers.stores import sqlite_store
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.resource import Availability, Resource, Weekday
from terminplaner.domain.when import Timed
from terminplaner.services.founding import found_chain
from terminplaner.services.free_slots import FreeSlotQuery, FreeSlots
from terminplaner.services.gate import Gate
from terminplaner.services.ports import Store

_RESOURCES = 50
_WEEKS = 12
_HOURS = range(9, 18)
_MONDAY = date(2026, 3, 2)
_LIMIT_SECONDS = 0.2
_AUTHOR = Author("benchmark", Origin.SYSTEM)


def _crowded(store: Store) -> tuple[Branch, tuple[UUID, ...]]:
    """Every hour of every resource is taken on all working days, but for the very last one."""
    found_chain(Gate(store))
    with store.write(_AUTHOR, "fill") as work:
        branch = work.list(Branch)[0]
        resources = [
            work.put(Resource(uuid4(), f"Ressource {number}", is_in_all_branches=True))
            for number in range(_RESOURCES)
        ]
        for resource in resources:
            for weekday in list(Weekday)[:5]:
                work.put(Availability(uuid4(), resource.id, weekday, time(_HOURS.start), time(_HOURS.stop)))
            for week in range(_WEEKS):
                for offset in range(5):
                    day = _MONDAY + timedelta(weeks=week, days=offset)
                    for hour in _HOURS:
                        if (week, offset, hour) != (_WEEKS - 1, 4, _HOURS[-1]):
                            work.put(_hour_of(resource, branch, day, hour))
        work.commit()
    return branch, tuple(resource.id for resource in resources)


def _hour_of(resource: Resource, branch: Branch, day: date, hour: int) -> Appointment:
    start_at = datetime.combine(day, time(hour), ZoneInfo(branch.zone)).astimezone(UTC)
    return Appointment(uuid4(), branch.id, Timed(start_at, start_at + timedelta(hours=1)), (resource.id,))


@pytest.mark.timeout(300)
def test_the_search_answers_at_once(tmp_path: Path) -> None:
    store = sqlite_store(tmp_path, SetClock(datetime(2026, 3, 2, 6, tzinfo=UTC)))
    branch, ids = _crowded(store)
    service = FreeSlots(store, SetClock(datetime(2026, 3, 2, 6, tzinfo=UTC)))
    last_on = _MONDAY + timedelta(weeks=_WEEKS, days=-1)
    anybody = FreeSlotQuery(branch.id, (ids,), 30, _MONDAY, last_on)
    together = replace(anybody, groups=tuple((key,) for key in ids))
    pairs = replace(anybody, groups=(ids[:25], ids[25:]))
    for name, query in (
        ("one of 50", anybody),
        ("all 50 together", together),
        ("one of 25 with one of 25", pairs),
    ):
        taken = []
        for _ in range(5):
            begin = clock.process_time()
            found = service.find(query)
            taken.append(clock.process_time() - begin)
        seconds, first = statistics.median(taken), found[0].when.start_at.astimezone(branch.tz)
        print(f"\n{name}: {seconds * 1000:.0f} ms, {len(found)} times, the first on {first:%d.%m.%Y %H:%M}")
        assert len(found) == 2
        assert seconds < _LIMIT_SECONDS
    store.close()
