"""Google may put appointments where nobody works: that is said once, and is no problem."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from uuid import uuid4

import pytest

from helpers.sync_bench import BERLIN, Bench, at
from terminplaner.domain.calendar_link import LinkStatus
from terminplaner.domain.errors import PermissionDeniedError
from terminplaner.domain.people import Role
from terminplaner.domain.resource import Availability, Weekday
from terminplaner.services.checks import WarningCode
from terminplaner.services.off_hours import OffHours
from terminplaner.simulator import PersonCalendar


@pytest.fixture
def calendar(bench: Bench) -> PersonCalendar:
    """Thor works on weekdays from nine to five."""
    for day in tuple(Weekday)[:5]:
        bench.arrange(Availability(uuid4(), bench.thor.id, day, time(9), time(17)))
    return bench.link()


def add(calendar: PersonCalendar, title: str, day: int, hour: int, **fields: object) -> str:
    start = datetime(2026, 9, day, hour, tzinfo=BERLIN)
    return str(calendar.add_event(title, start, start.replace(hour=hour + 1), **fields)["id"])


def listed(bench: Bench) -> list[tuple[str, tuple[WarningCode, ...]]]:
    found = OffHours(bench.gate, bench.clock).list()
    return [(row.row.appointment.text, tuple(reason.code for reason in row.reasons)) for row in found]


def test_what_lies_outside_is_listed_and_is_no_problem(bench: Bench, calendar: PersonCalendar) -> None:
    add(calendar, "Abends", 17, 20)
    add(calendar, "Mittags", 17, 12)
    add(calendar, "Fremdes", 18, 21, organizer={"email": "someone@example.com", "self": False})
    calendar.add_recurring(
        "Yoga",
        datetime(2026, 9, 18, 6, tzinfo=BERLIN),
        datetime(2026, 9, 18, 7, tzinfo=BERLIN),
        ["RRULE:FREQ=DAILY"],
    )
    bench.book("Eigener Abendtermin", at(16, 20))
    (run,) = bench.settled()
    assert run.status is LinkStatus.OK
    assert listed(bench) == [("Abends", (WarningCode.OUTSIDE_AVAILABILITY,))]
    assert bench.problems(open_only=False) == ()


def test_who_took_note_hears_of_it_again_only_once_it_moved(bench: Bench, calendar: PersonCalendar) -> None:
    event_id = add(calendar, "Abends", 17, 20)
    bench.settled()
    off_hours = OffHours(bench.gate, bench.clock)
    revision = bench.only().revision
    off_hours.take_note(bench.actor, [bench.only().id])
    assert listed(bench) == []
    assert bench.only().revision == revision  # nothing of it goes to Google
    bench.assert_silent()
    calendar.edit_event(event_id, summary="Abends, neu")
    bench.settled()
    assert listed(bench) == []
    start = datetime(2026, 9, 17, 21, tzinfo=BERLIN)
    calendar.edit_event(
        event_id,
        start={"dateTime": start.isoformat(), "timeZone": "Europe/Berlin"},
        end={"dateTime": start.replace(hour=22).isoformat(), "timeZone": "Europe/Berlin"},
    )
    bench.settled()
    assert [text for text, _ in listed(bench)] == ["Abends, neu"]


def test_what_is_over_or_no_longer_linked_is_not_mentioned(bench: Bench, calendar: PersonCalendar) -> None:
    add(calendar, "Abends", 17, 20)
    bench.settled()
    bench.unlink()
    assert listed(bench) == []
    bench.relink(calendar)
    assert len(listed(bench)) == 1
    bench.advance(days=4)
    assert listed(bench) == []


def test_only_who_manages_the_sync_takes_note(bench: Bench, calendar: PersonCalendar) -> None:
    add(calendar, "Abends", 17, 20)
    bench.settled()
    reader = replace(bench.actor, user=replace(bench.actor.user, role=Role.EMPLOYEE))
    with pytest.raises(PermissionDeniedError):
        OffHours(bench.gate, bench.clock).take_note(reader, [bench.only().id])
    assert len(listed(bench)) == 1
