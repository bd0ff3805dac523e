"""Google's JSON to values and back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from terminplaner.domain.calendar_link import SharedFields
from terminplaner.domain.when import AllDay, Timed
from terminplaner.sync.wire import UnreadableEventError, insert_body, patch_body, read_event

BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2026, 9, 16, 8, 0, tzinfo=UTC)
WHEN = Timed(START, START + timedelta(minutes=30))
DAYS = AllDay(date(2026, 5, 5), date(2026, 5, 7))
STORE, APPOINTMENT = UUID(int=1), UUID(int=2)


def item(**fields: Any) -> dict[str, Any]:
    return {
        "id": "abc",
        "etag": '"1"',
        "summary": "Sehtest",
        "start": {"dateTime": "2026-09-16T10:00:00+02:00"},
        "end": {"dateTime": "2026-09-16T08:30:00Z"},
        "organizer": {"email": "c@group.calendar.google.com", "self": True},
    } | fields


def read(**fields: Any) -> SharedFields:
    return read_event(item(**fields), hides_private=True).fields


def test_an_event_is_read() -> None:
    event = read_event(item(description="<p>a</p>"), hides_private=True)
    assert event.fields == SharedFields("Sehtest", WHEN, "a")
    assert {event.is_read_only, event.is_private, event.is_transparent} == {False}


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ({"dateTime": "2026-09-16T10:00:00", "timeZone": "Europe/Berlin"}, {"dateTime": "2026-09-16T08:30:00Z"}),
        ({"dateTime": "2026-09-16T04:00:00-04:00"}, {"dateTime": "2026-09-16T20:30:00+12:00"}),
    ],
)
def test_an_instant_is_read_in_whatever_zone(start: dict[str, str], end: dict[str, str]) -> None:
    assert read(start=start, end=end).when == WHEN


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ({"date": "2026-05-05"}, {"date": "2026-05-07"}, DAYS),
        ({"date": "2026-05-05"}, {"date": "2026-05-05"}, AllDay(date(2026, 5, 5), date(2026, 5, 6))),
        ({"dateTime": "2026-09-16T08:00:00Z"}, {"dateTime": "2026-09-16T08:00:00Z"}, Timed(START, START)),
        ({"dateTime": "2026-09-16T08:00:00Z"}, {"dateTime": "2026-09-16T07:00:00Z"}, Timed(START, START)),
    ],
)
def test_days_and_crooked_ends(start: dict[str, str], end: dict[str, str], expected: object) -> None:
    assert read(start=start, end=end).when == expected


@pytest.mark.parametrize(
    "fields",
    [
        {"start": None},
        {"end": None},
        {"start": {"date": "2026-05-05"}},
        {"start": {"dateTime": "2026-13-45T99:00:00"}},
        {"start": {"dateTime": "2026-09-16T10:00:00"}},
        {"start": {"dateTime": "2026-09-16T10:00:00", "timeZone": "Mond/Krater"}},
        {"start": "morgen"},
        {"summary": 7},
        {"extendedProperties": "kaputt"},
    ],
)
def test_what_cannot_be_understood_is_named(fields: dict[str, Any]) -> None:
    with pytest.raises(UnreadableEventError):
        read(**fields)


def test_the_hint_names_title_and_start_but_no_private_title() -> None:
    with pytest.raises(UnreadableEventError) as caught:
        read(start={"dateTime": "2026-13-45"})
    assert caught.value.hint == {"title": "Sehtest", "start": "2026-13-45"}
    with pytest.raises(UnreadableEventError) as caught:
        read(start=None, visibility="private")
    assert caught.value.hint == {"title": "Privat", "start": ""}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, False),
        ({"organizer": {"email": "anderer@example.org"}}, True),
        ({"organizer": None}, False),
        ({"locked": True}, True),
        ({"eventType": "default"}, False),
        ({"eventType": "outOfOffice"}, True),
        ({"eventType": "holographic"}, True),
    ],
)
def test_what_is_read_only(fields: dict[str, Any], expected: bool) -> None:
    assert read_event(item(**fields), hides_private=True).is_read_only is expected


@pytest.mark.parametrize("visibility", ["private", "confidential"])
def test_a_private_title_is_not_kept_unless_it_is_ours(visibility: str) -> None:
    private = item(visibility=visibility, description="geheim")
    hidden = read_event(private, hides_private=True)
    assert (hidden.is_private, hidden.fields) == (True, SharedFields("Privat", WHEN))
    ours = read_event(private, hides_private=False)
    assert (ours.is_private, ours.fields) == (True, SharedFields("Sehtest", WHEN, "geheim"))


def test_a_new_event_carries_its_mark_and_reads_back() -> None:
    fields = SharedFields("Sehtest", WHEN, "Zeile\nzwei")
    body = insert_body("abc", fields, BERLIN, STORE, APPOINTMENT)
    assert body["start"] == {"dateTime": "2026-09-16T10:00:00+02:00", "timeZone": "Europe/Berlin"}
    assert body["reminders"] == {"useDefault": True}
    assert not {"attendees", "recurrence", "iCalUID", "colorId", "visibility"} & body.keys()
    event = read_event(body, hides_private=False)
    assert event.fields == fields
    assert (event.store_id, event.appointment_id, event.named_event_id) == (STORE, APPOINTMENT, "abc")


def test_days_are_written_without_a_zone() -> None:
    body = insert_body("abc", SharedFields("Messe", DAYS), ZoneInfo("Pacific/Honolulu"), STORE, APPOINTMENT)
    assert (body["start"], body["end"]) == ({"date": "2026-05-05"}, {"date": "2026-05-07"})
    assert "description" not in body


def test_a_patch_names_only_what_differs() -> None:
    before = SharedFields("a", WHEN, "b")
    assert patch_body(before, before, BERLIN) == {}
    assert patch_body(before, SharedFields("c", WHEN, "b"), BERLIN) == {"summary": "c"}
    assert patch_body(before, SharedFields("a", WHEN, ""), BERLIN) == {"description": ""}


def test_a_patch_nulls_the_other_form_of_time() -> None:
    body = patch_body(SharedFields("a", WHEN), SharedFields("a", DAYS), BERLIN)
    assert body["start"] == {"date": "2026-05-05", "dateTime": None, "timeZone": None}
    body = patch_body(SharedFields("a", DAYS), SharedFields("a", WHEN), BERLIN)
    assert body["end"] == {"dateTime": "2026-09-16T10:30:00+02:00", "timeZone": "Europe/Berlin", "date": None}
