"""Mutated iCalendar files against the reading of imports."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from helpers.mutation import mutated_lines
from terminplaner.domain.errors import InvalidInputError
from terminplaner.services.ical_reading import ReadEvent, read_icalendar
from terminplaner.ui.sentences import SENTENCES

PARTS = 10
BERLIN = ZoneInfo("Europe/Berlin")
HORIZON = datetime(2026, 6, 2, tzinfo=UTC)
CORPUS = [file.read_bytes() for file in sorted((Path(__file__).parents[2] / "data" / "ics").glob("*.ics"))]
SMALL = [content for content in CORPUS if 0 < len(content) < 6_000]


@pytest.mark.prove(60, 10_000)
@pytest.mark.parametrize("part", range(PARTS))
def test_a_mutated_file_is_read_or_refused_with_reasons(
    part: int, examples: int, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(part)
    ended: Counter[str] = Counter()
    for _ in range(examples):
        content = mutated_lines(chance.choice(SMALL), CORPUS, chance)
        try:
            file = read_icalendar(content, BERLIN, HORIZON)
        except InvalidInputError as error:
            ended["files refused"] += 1
            reasons = [error.error_code]
            events: tuple[ReadEvent, ...] = ()
        else:
            ended["files read"] += 1
            ended["events"] += len(file.events)
            ended["components skipped"] += len(file.skipped)
            reasons, events = [skipped.reason for skipped in file.skipped], file.events
            assert_storable(*(skipped.component for skipped in file.skipped))
        assert set(reasons) <= set(SENTENCES)
        for event in events:
            assert_usable(event)
    assert ended["events"]
    assert ended["components skipped"]
    for name, count in ended.items():
        record_property(name, count)


@pytest.mark.timeout(30)
def test_a_zone_that_fails_late_does_not_hold_the_reading_up_for_ever() -> None:
    """Found by the mutations: dateutil keeps a lock where a rule fails, and waits for it the next time."""
    lines = (
        *("BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "TZID:Eigene"),
        *("BEGIN:DAYLIGHT", "DTSTART:19700329T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200"),
        *("RRULE:FREQ=YEARLY;BYEASTER=0", "RRULE:FREQ=YEARLY;BYDAY=99MO", "END:DAYLIGHT"),
        *("BEGIN:STANDARD", "DTSTART:19701025T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100"),
        *("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE"),
        *("BEGIN:VEVENT", "UID:a", "DTSTART;TZID=Eigene:20260310T100000", "END:VEVENT"),
        *("BEGIN:VEVENT", "UID:b", "DTSTART;TZID=Eigene:20260310T100000", "END:VEVENT", "END:VCALENDAR"),
    )
    file = read_icalendar("\r\n".join(lines).encode(), BERLIN, HORIZON)
    assert [skipped.reason for skipped in file.skipped] == ["unknown_time_zone"] * 2


@pytest.mark.parametrize("zone", ["Europe", "x" * 300, "../../../etc/passwd", "/etc/passwd", "."])
def test_a_zone_whose_name_is_no_file_of_a_zone_is_unknown(zone: str) -> None:
    """Found by the mutations: zones are looked up as files."""
    event = f"BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID={zone}:20260310T100000\r\nEND:VEVENT\r\n"
    file = read_icalendar(f"BEGIN:VCALENDAR\r\n{event}END:VCALENDAR\r\n".encode(), BERLIN, HORIZON)
    assert not file.events
    assert len(file.skipped) == 1


def assert_usable(event: ReadEvent) -> None:
    """What the import puts into the plan."""
    interval = event.when.interval(BERLIN)
    assert interval.start_at <= interval.end_at
    assert event.uid
    assert_storable(event.uid, event.text, event.comment, event.status_name, event.customer_number)
    assert_storable(*event.type_names)


def assert_storable(*texts: str) -> None:
    """Text that either database keeps."""
    for text in texts:
        assert "\0" not in text
        text.encode()
