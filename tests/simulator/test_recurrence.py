"""Series, their occurrences across DST switches, exceptions and splits."""

from datetime import date, datetime
from typing import Any

import pytest
from googleapiclient.errors import HttpError

from simulator.conftest import BERLIN, berlin
from terminplaner.simulator import ApiError, PersonCalendar


def _weekly(room: PersonCalendar, rule: str = "RRULE:FREQ=WEEKLY;COUNT=4") -> str:
    """Tuesdays from 20 October 2026, 09:00 to 10:00 in Berlin; the clocks go back on the 25th."""
    start = datetime(2026, 10, 20, 9, tzinfo=BERLIN)
    return str(room.add_recurring("Team", start, start.replace(hour=10), [rule])["id"])


def _starts(items: list[dict[str, Any]]) -> list[str]:
    return [item["start"].get("dateTime") or item["start"]["date"] for item in items]


def _instances(events: Any, room: PersonCalendar, master: str, **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = events.instances(calendarId=room.id, eventId=master, **query).execute()["items"]
    return found


def test_wall_time_stays_across_the_switch(events: Any, room: PersonCalendar) -> None:
    master = _weekly(room)

    items = _instances(events, room, master)

    assert _starts(items) == [
        "2026-10-20T09:00:00+02:00",
        "2026-10-27T09:00:00+01:00",
        "2026-11-03T09:00:00+01:00",
        "2026-11-10T09:00:00+01:00",
    ]
    assert [item["id"] for item in items][:2] == [f"{master}_20261020T070000Z", f"{master}_20261027T080000Z"]
    assert items[1]["recurringEventId"] == master
    assert items[1]["originalStartTime"]["dateTime"] == "2026-10-27T09:00:00+01:00"
    assert "recurrence" not in items[1]


def test_instances_in_a_window(events: Any, room: PersonCalendar) -> None:
    master = _weekly(room, "RRULE:FREQ=DAILY")

    items = _instances(
        events, room, master, timeMin="2027-03-27T00:00:00+01:00", timeMax="2027-03-30T00:00:00+02:00"
    )

    assert _starts(items) == [
        "2027-03-27T09:00:00+01:00",
        "2027-03-28T09:00:00+02:00",
        "2027-03-29T09:00:00+02:00",
    ]


def test_one_cancelled_and_one_moved(events: Any, room: PersonCalendar) -> None:
    master = _weekly(room)
    token = events.list(calendarId=room.id).execute()["nextSyncToken"]
    third = datetime(2026, 11, 3, 9, tzinfo=BERLIN)
    room.cancel_instance(master, third)
    room.edit_instance(
        master, datetime(2026, 11, 10, 9, tzinfo=BERLIN), start=berlin(11, 14, 11), end=berlin(11, 15, 11)
    )

    changed = events.list(calendarId=room.id, syncToken=token).execute()["items"]
    cancelled, moved = changed

    assert cancelled.keys() == {"kind", "etag", "id", "status", "recurringEventId", "originalStartTime"}
    assert cancelled["originalStartTime"]["dateTime"] == "2026-11-03T09:00:00+01:00"
    assert moved["id"] == f"{master}_20261110T080000Z"
    assert _starts(_instances(events, room, master)) == [
        "2026-10-20T09:00:00+02:00",
        "2026-10-27T09:00:00+01:00",
        "2026-11-11T14:00:00+01:00",
    ]
    assert len(_instances(events, room, master, showDeleted=True)) == 4
    # In a list without expansion the cancelled exception has to be there, else its slot looks taken.
    full = events.list(calendarId=room.id).execute()["items"]
    assert [item["status"] for item in full] == ["confirmed", "cancelled", "confirmed"]


def test_the_api_changes_one_occurrence_only(events: Any, room: PersonCalendar) -> None:
    master = _weekly(room)
    second = f"{master}_20261027T080000Z"

    events.patch(calendarId=room.id, eventId=second, body={"summary": "Nur heute"}).execute()
    events.delete(calendarId=room.id, eventId=f"{master}_20261020T070000Z").execute()

    titles = [item["summary"] for item in _instances(events, room, master)]
    assert titles == ["Nur heute", "Team", "Team"]
    with pytest.raises(HttpError):
        events.get(calendarId=room.id, eventId=f"{master}_20261028T080000Z").execute()


def test_exdate_rdate_and_until(events: Any, room: PersonCalendar) -> None:
    start = datetime(2026, 10, 20, 9, tzinfo=BERLIN)
    rules = [
        "RRULE:FREQ=WEEKLY;UNTIL=20261110T080000Z",
        "EXDATE;TZID=Europe/Berlin:20261027T090000",
        "RDATE;TZID=Europe/London:20261105T120000",
    ]
    master = room.add_recurring("Team", start, start.replace(hour=10), rules)["id"]

    assert _starts(_instances(events, room, master)) == [
        "2026-10-20T09:00:00+02:00",
        "2026-11-03T09:00:00+01:00",
        "2026-11-05T13:00:00+01:00",
        "2026-11-10T09:00:00+01:00",
    ]


def test_days(events: Any, room: PersonCalendar) -> None:
    rules = ["RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20261025"]
    master = room.add_recurring("Messe", date(2026, 10, 24), date(2026, 10, 25), rules)["id"]

    items = _instances(events, room, master)

    assert [(item["id"], item["end"]["date"]) for item in items] == [
        (f"{master}_20261024", "2026-10-25"),
        (f"{master}_20261026", "2026-10-27"),
    ]


def test_single_events_expand_and_bring_the_series_end(events: Any, room: PersonCalendar) -> None:
    master = _weekly(room)
    query = {"calendarId": room.id, "singleEvents": True}
    first = events.list(orderBy="startTime", **query).execute()
    assert len(first["items"]) == 4
    token = events.list(**query).execute()["nextSyncToken"]
    room.delete_event(master)

    gone = events.list(syncToken=token, **query).execute()["items"]

    assert [item["status"] for item in gone] == ["cancelled"] * 4
    assert {item["recurringEventId"] for item in gone} == {master}


def test_a_deleted_series_takes_its_exceptions_along(events: Any, room: PersonCalendar) -> None:
    master = _weekly(room)
    room.edit_instance(master, datetime(2026, 10, 27, 9, tzinfo=BERLIN), summary="anders")
    room.delete_event(master)

    assert room.events() == []


def test_this_and_following(events: Any, room: PersonCalendar) -> None:
    master = _weekly(room)

    new = room.split_series(master, datetime(2026, 11, 3, 9, tzinfo=BERLIN), summary="Neu")

    assert new["id"] == f"{master}_R20261103T080000"
    assert _starts(_instances(events, room, master)) == ["2026-10-20T09:00:00+02:00", "2026-10-27T09:00:00+01:00"]
    following = _instances(events, room, new["id"])
    assert _starts(following) == ["2026-11-03T09:00:00+01:00", "2026-11-10T09:00:00+01:00"]
    assert {item["summary"] for item in following} == {"Neu"}


def test_an_endless_series_overlaps_every_later_window(events: Any, room: PersonCalendar) -> None:
    master = _weekly(room, "RRULE:FREQ=WEEKLY")
    ended = _weekly(room)

    listed = events.list(calendarId=room.id, timeMin="2030-01-01T00:00:00Z").execute()["items"]

    assert [item["id"] for item in listed] == [master]
    assert ended != master


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY", "RRULE:FREQ=SOMETIMES", "EXDATE:morgen"])
def test_bad_rules_are_refused(room: PersonCalendar, rule: str) -> None:
    with pytest.raises(ApiError) as refused:
        _weekly(room, rule)

    assert (refused.value.status, refused.value.reason) == (400, "invalid")
