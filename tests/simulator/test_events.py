"""Single events: ids, etags, patch and put, tombstones, limits."""

from datetime import date
from typing import Any

import pytest

from simulator.conftest import FULL, THOR, Connect, berlin, refused, timed
from terminplaner.simulator import Normalization, PersonCalendar, SimulatedGoogle


def test_an_inserted_event_comes_back_in_full(events: Any, room: PersonCalendar) -> None:
    body = timed(1, id="abc12", location="Kabine 1", extendedProperties={"private": {"tp.appt": "7"}})

    made = events.insert(calendarId=room.id, body=body).execute()

    assert made == events.get(calendarId=room.id, eventId="abc12").execute()
    assert made["kind"] == "calendar#event"
    assert made["etag"].startswith('"')
    assert made["status"] == "confirmed"
    assert made["iCalUID"] == "abc12@google.com"
    assert made["organizer"] == {"email": room.id, "displayName": "Raum 1", "self": True}
    assert made["creator"] == {"email": THOR}
    assert made["start"] == {"dateTime": "2026-12-01T10:00:00+01:00", "timeZone": "Europe/Berlin"}
    assert made["extendedProperties"] == {"private": {"tp.appt": "7"}}


@pytest.mark.parametrize("event_id", ["abcd", "ABCDE", "abcwx", "abc-de", "a" * 1025])
def test_ids_are_base32hex_of_5_to_1024(events: Any, room: PersonCalendar, event_id: str) -> None:
    assert refused(events.insert(calendarId=room.id, body=timed(1, id=event_id))) == (400, "invalid")


def test_an_id_is_taken_for_ever(events: Any, room: PersonCalendar) -> None:
    events.insert(calendarId=room.id, body=timed(1, id="abcde")).execute()
    again = events.insert(calendarId=room.id, body=timed(2, id="abcde"))

    assert refused(again) == (409, "duplicate")
    events.delete(calendarId=room.id, eventId="abcde").execute()
    assert refused(again) == (409, "duplicate")
    room.purge_deleted()
    assert refused(again) == (409, "duplicate")


def test_id_and_icaluid_exclude_each_other(events: Any, room: PersonCalendar) -> None:
    body = timed(1, id="abcde", iCalUID="x@example.com")

    assert refused(events.insert(calendarId=room.id, body=body)) == (400, "invalid")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"end": {"date": "2026-12-02"}}, "invalid"),
        ({"end": None}, "required"),
        ({"start": {"dateTime": "2026-12-01T10:00:00"}}, "required"),
        ({"start": {"dateTime": "2026-12-01T10:00:00", "timeZone": "Berlin"}}, "invalid"),
        ({"end": {"dateTime": "2026-12-01T09:00:00+01:00"}}, "timeRangeEmpty"),
        ({"summary": "x" * 1025}, "invalid"),
        ({"description": "x" * 8193}, "invalid"),
        ({"start": {"date": "2026-12-02"}, "end": {"date": "2026-12-02"}}, "timeRangeEmpty"),
    ],
)
def test_bad_bodies_arerefused(events: Any, room: PersonCalendar, change: dict[str, Any], expected: str) -> None:
    assert refused(events.insert(calendarId=room.id, body=timed(1) | change)) == (400, expected)


def test_a_stale_etag_is_412(events: Any, room: PersonCalendar) -> None:
    made = events.insert(calendarId=room.id, body=timed(1, id="abcde")).execute()
    room.edit_event("abcde", summary="am Telefon verlegt")

    for request in (
        events.patch(calendarId=room.id, eventId="abcde", body={"summary": "x"}),
        events.update(calendarId=room.id, eventId="abcde", body=timed(2)),
        events.delete(calendarId=room.id, eventId="abcde"),
    ):
        request.headers["If-Match"] = made["etag"]
        assert refused(request) == (412, "conditionNotMet")
    assert room.event("abcde")["summary"] == "am Telefon verlegt"


def test_a_fresh_etag_passes_and_changes(events: Any, room: PersonCalendar) -> None:
    made = events.insert(calendarId=room.id, body=timed(1, id="abcde")).execute()
    request = events.patch(calendarId=room.id, eventId="abcde", body={"summary": "neu"})
    request.headers["If-Match"] = made["etag"]

    assert request.execute()["etag"] != made["etag"]


def test_patch_merges_objects_and_null_removes(events: Any, room: PersonCalendar) -> None:
    body = timed(
        1,
        id="abcde",
        location="Kabine",
        description="Text",
        extendedProperties={"private": {"a": "1", "b": "2"}},
        reminders={"useDefault": False, "overrides": [{"method": "popup", "minutes": 5}]},
    )
    events.insert(calendarId=room.id, body=body).execute()

    patched = events.patch(
        calendarId=room.id,
        eventId="abcde",
        body={
            "location": None,
            "extendedProperties": {"private": {"b": None, "c": "3"}},
            "reminders": {"overrides": [{"method": "popup", "minutes": 9}]},
        },
    ).execute()

    assert "location" not in patched
    assert patched["description"] == "Text"
    assert patched["extendedProperties"]["private"] == {"a": "1", "c": "3"}
    assert patched["reminders"]["overrides"] == [{"method": "popup", "minutes": 9}]


def test_patch_turns_a_timed_event_into_days_and_back(events: Any, room: PersonCalendar) -> None:
    events.insert(calendarId=room.id, body=timed(1, id="abcde")).execute()

    def patch(start: dict[str, Any], end: dict[str, Any]) -> Any:
        return events.patch(calendarId=room.id, eventId="abcde", body={"start": start, "end": end})

    assert refused(patch({"date": "2026-12-01"}, {"date": "2026-12-02"})) == (400, "invalid")
    clear = {"dateTime": None, "timeZone": None}
    days = patch({"date": "2026-12-01"} | clear, {"date": "2026-12-03"} | clear).execute()
    assert days["start"] == {"date": "2026-12-01"}
    assert days["end"] == {"date": "2026-12-03"}
    back = timed(1)
    timed_again = patch(back["start"] | {"date": None}, back["end"] | {"date": None}).execute()
    assert timed_again["start"]["dateTime"] == "2026-12-01T10:00:00+01:00"


def test_put_erases_what_it_leaves_out(events: Any, room: PersonCalendar) -> None:
    made = events.insert(calendarId=room.id, body=timed(1, id="abcde", location="Kabine")).execute()

    put = events.update(calendarId=room.id, eventId="abcde", body=timed(2)).execute()

    assert "location" not in put
    assert (put["id"], put["iCalUID"], put["created"]) == (made["id"], made["iCalUID"], made["created"])


def test_a_deleted_event_leaves_a_bare_shell(events: Any, room: PersonCalendar) -> None:
    events.insert(calendarId=room.id, body=timed(1, id="abcde")).execute()
    answer = events.delete(calendarId=room.id, eventId="abcde").execute()

    assert answer == ""
    shell = events.get(calendarId=room.id, eventId="abcde").execute()
    assert shell.keys() == {"kind", "etag", "id", "status"}
    assert shell["status"] == "cancelled"
    assert refused(events.delete(calendarId=room.id, eventId="abcde")) == (410, "deleted")
    assert refused(events.patch(calendarId=room.id, eventId="abcde", body={})) == (410, "deleted")
    assert refused(events.get(calendarId=room.id, eventId="never")) == (404, "notFound")
    room.purge_deleted()
    assert refused(events.get(calendarId=room.id, eventId="abcde")) == (404, "notFound")


def test_property_limits(events: Any, room: PersonCalendar) -> None:
    values = {"k" * 44: "v" * 1025, "k" * 45: "lost"}
    made = events.insert(calendarId=room.id, body=timed(1, extendedProperties={"private": values})).execute()
    many = {f"k{number}": "v" for number in range(301)}

    assert made["extendedProperties"]["private"] == {"k" * 44: "v" * 1024}
    body = timed(2, extendedProperties={"private": many})
    assert refused(events.insert(calendarId=room.id, body=body)) == (400, "invalid")


def test_reminders_do_not_touch_updated(events: Any, room: PersonCalendar) -> None:
    made = events.insert(calendarId=room.id, body=timed(1, id="abcde")).execute()
    patched = events.patch(
        calendarId=room.id, eventId="abcde", body={"reminders": {"useDefault": False}}
    ).execute()

    assert patched["updated"] == made["updated"]
    assert patched["etag"] != made["etag"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"eventType": "birthday"}, (400, "eventTypeRestriction")),
        ({"locked": True}, (403, "forbiddenForNonOrganizer")),
        ({"organizer": {"email": "fremd@example.com"}}, (403, "forbiddenForNonOrganizer")),
    ],
)
def test_what_is_not_ours_cannot_be_written(
    events: Any, room: PersonCalendar, fields: dict[str, Any], expected: tuple[int, str]
) -> None:
    event = room.add_event("Fremd", berlin(1), berlin(1, 11), **fields)

    assert refused(events.patch(calendarId=room.id, eventId=event["id"], body={"summary": "x"})) == expected
    assert refused(events.delete(calendarId=room.id, eventId=event["id"])) == expected


def test_moving_leaves_a_shell_and_keeps_the_id(
    connect: Connect, google: SimulatedGoogle, room: PersonCalendar
) -> None:
    target = google.account(THOR).add_calendar("Raum 2")
    event = room.add_event("Umzug", berlin(1), berlin(1, 11))

    moved = (
        connect(scopes=FULL)
        .events()
        .move(calendarId=room.id, eventId=event["id"], destination=target.id)
        .execute()
    )

    assert moved["id"] == event["id"]
    assert moved["organizer"]["email"] == target.id
    assert room.events() == []
    assert room.event(event["id"])["status"] == "cancelled"


def test_moving_needs_more_than_app_created(events: Any, google: SimulatedGoogle, room: PersonCalendar) -> None:
    event = room.add_event("Umzug", berlin(1), berlin(1, 11))

    request = events.move(calendarId=room.id, eventId=event["id"], destination=room.id)
    assert refused(request) == (403, "insufficientPermissions")


def test_normalization(events: Any, google: SimulatedGoogle, room: PersonCalendar) -> None:
    aliases = {"Europe/Kyiv": "Europe/Kiev"}
    google.normalize(Normalization(html_descriptions=True, zone_aliases=aliases, decomposed=True))
    zone = {"timeZone": "Europe/Kyiv"}
    body = timed(1, description="a & b\nc", summary="Müller")
    made = events.insert(
        calendarId=room.id, body=body | {"start": body["start"] | zone, "end": body["end"] | zone}
    ).execute()

    assert made["description"] == "<p>a &amp; b<br>c</p>"
    assert made["start"] == {"dateTime": "2026-12-01T09:00:00+01:00", "timeZone": "Europe/Kiev"}
    assert made["summary"] == "Mu\u0308ller"


def test_a_copy_has_another_id_and_carries_the_private_properties(room: PersonCalendar) -> None:
    event = room.add_event(
        "Original", date(2026, 12, 1), date(2026, 12, 2), extendedProperties={"private": {"tp.eid": "x"}}
    )

    copy = room.copy_event(event["id"])

    assert copy["id"] != event["id"]
    assert copy["iCalUID"] != event["iCalUID"]
    assert copy["extendedProperties"] == event["extendedProperties"]


def test_times_are_shown_in_the_asked_zone(events: Any, room: PersonCalendar) -> None:
    event = room.add_event("Zone", berlin(1), berlin(1, 11))

    shown = events.get(calendarId=room.id, eventId=event["id"], timeZone="America/New_York").execute()

    assert shown["start"] == {"dateTime": "2026-12-01T04:00:00-05:00", "timeZone": "Europe/Berlin"}


@pytest.mark.parametrize(
    "change", [{"summary": 7}, {"start": "heute"}, {"recurrence": "RRULE:FREQ=DAILY"}, {"extendedProperties": []}]
)
def test_values_of_another_kind_arerefused(events: Any, room: PersonCalendar, change: dict[str, Any]) -> None:
    assert refused(events.insert(calendarId=room.id, body=timed(1) | change)) == (400, "invalid")


def test_a_role_and_a_type_that_google_has_not_invented_yet(
    connect: Connect, room: PersonCalendar, google: SimulatedGoogle
) -> None:
    room.share(THOR, "choreographer")
    room.add_event("Probe", berlin(1), berlin(1, 11), eventType="holographic")

    service = connect()

    roles = [entry["accessRole"] for entry in service.calendarList().list().execute()["items"]]
    types = [event["eventType"] for event in service.events().list(calendarId=room.id).execute()["items"]]
    assert (roles, types) == (["owner", "choreographer"], ["holographic"])


def test_a_very_long_query_comes_as_a_post(events: Any, google: SimulatedGoogle, room: PersonCalendar) -> None:
    constraints = [f"tp.appt={number:040}" for number in range(60)]

    assert events.list(calendarId=room.id, privateExtendedProperty=constraints).execute()["items"] == []
    assert google.requests[-1].method == "GET"


def test_an_unknown_zone_isrefused(events: Any, room: PersonCalendar) -> None:
    assert refused(events.list(calendarId=room.id, timeZone="Berlin")) == (400, "invalid")
