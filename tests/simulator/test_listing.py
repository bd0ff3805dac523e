"""events.list: pages, sync tokens, windows, filters; and the list of calendars."""

from typing import Any

import pytest

from simulator.conftest import KLARA, THOR, Connect, berlin, refused, timed
from terminplaner.simulator import Fault, FaultKind, PersonCalendar, SimulatedGoogle


def _all(events: Any, **query: Any) -> tuple[list[dict[str, Any]], str | None, int]:
    """All items, the sync token and the number of pages."""
    request, items, pages, token = events.list(**query), [], 0, None
    while request is not None:
        answer = request.execute()
        items += answer["items"]
        pages += 1
        token = answer.get("nextSyncToken")
        assert ("nextPageToken" in answer) != ("nextSyncToken" in answer)
        request = events.list_next(request, answer)
    return items, token, pages


def _add(room: PersonCalendar, *days: int) -> list[str]:
    return [room.add_event(f"Termin {day}", berlin(day), berlin(day, 11))["id"] for day in days]


def test_a_sync_token_comes_with_the_last_page_only(events: Any, room: PersonCalendar) -> None:
    ids = _add(room, 1, 2, 3, 4, 5)

    items, token, pages = _all(events, calendarId=room.id, maxResults=2)

    assert [item["id"] for item in items] == ids
    assert pages == 3
    assert token


def test_nothing_new_is_one_request(google: SimulatedGoogle, events: Any, room: PersonCalendar) -> None:
    _add(room, 1)
    _, token, _ = _all(events, calendarId=room.id)
    google.clear_requests()

    items, later, _ = _all(events, calendarId=room.id, syncToken=token)

    assert items == []
    assert later
    assert google.count("events.list") == len(google.requests) == 1


def test_incremental_brings_changes_and_deletions(events: Any, room: PersonCalendar) -> None:
    first, second, _ = _add(room, 1, 2, 3)
    _, token, _ = _all(events, calendarId=room.id)
    room.edit_event(first, summary="neu")
    room.delete_event(second)
    (added,) = _add(room, 4)

    items, later, _ = _all(events, calendarId=room.id, syncToken=token)

    assert {item["id"]: item["status"] for item in items} == {
        first: "confirmed",
        second: "cancelled",
        added: "confirmed",
    }
    shell = next(item for item in items if item["id"] == second)
    assert shell.keys() == {"kind", "etag", "id", "status"}
    assert _all(events, calendarId=room.id, syncToken=later)[0] == []


def test_changes_between_pages_come_with_the_next_sync(events: Any, room: PersonCalendar) -> None:
    _add(room, 1, 2, 3)
    request = events.list(calendarId=room.id, maxResults=2)
    first = request.execute()
    (late,) = _add(room, 4)
    last = events.list_next(request, first).execute()

    assert late not in {item["id"] for item in first["items"] + last["items"]}
    token = last["nextSyncToken"]
    items, _, _ = _all(events, calendarId=room.id, maxResults=2, syncToken=token)
    assert [item["id"] for item in items] == [late]


def test_time_min_with_a_token_does_not_filter_later(events: Any, room: PersonCalendar) -> None:
    _, token, _ = _all(events, calendarId=room.id, timeMin="2026-12-10T00:00:00Z")
    (early,) = _add(room, 1)

    items, _, _ = _all(events, calendarId=room.id, syncToken=token)

    assert [item["id"] for item in items] == [early]


@pytest.mark.parametrize(
    "forbidden",
    [
        {"timeMin": "2026-12-01T00:00:00Z"},
        {"timeMax": "2026-12-01T00:00:00Z"},
        {"updatedMin": "2026-12-01T00:00:00Z"},
        {"q": "x"},
        {"iCalUID": "x"},
        {"orderBy": "updated"},
        {"privateExtendedProperty": "a=b"},
        {"sharedExtendedProperty": "a=b"},
        {"showDeleted": False},
        {"singleEvents": True},
        {"maxResults": 7},
    ],
)
def test_a_sync_token_refuses_other_queries(events: Any, room: PersonCalendar, forbidden: dict[str, Any]) -> None:
    _, token, _ = _all(events, calendarId=room.id)

    assert refused(events.list(calendarId=room.id, syncToken=token, **forbidden)) == (400, "invalid")


def test_following_pages_repeat_the_query(events: Any, room: PersonCalendar) -> None:
    _add(room, 1, 2, 3)
    page = events.list(calendarId=room.id, maxResults=2).execute()["nextPageToken"]

    assert refused(events.list(calendarId=room.id, maxResults=3, pageToken=page)) == (400, "invalid")


def test_an_expired_or_foreign_token_is_410(google: SimulatedGoogle, events: Any, room: PersonCalendar) -> None:
    _, token, _ = _all(events, calendarId=room.id)
    other = google.account(THOR).add_calendar("Raum 2", created_by=google.client.client_id)

    assert refused(events.list(calendarId=other.id, syncToken=token)) == (410, "fullSyncRequired")
    google.expire_sync_tokens(room.id)
    assert refused(events.list(calendarId=room.id, syncToken=token)) == (410, "fullSyncRequired")


def test_a_token_can_expire_on_a_later_page(google: SimulatedGoogle, events: Any, room: PersonCalendar) -> None:
    _, token, _ = _all(events, calendarId=room.id, maxResults=1)
    _add(room, 1, 2, 3)
    google.faults.add(Fault("events.list", FaultKind.EXPIRE_SYNC_TOKEN, skip=2))
    request = events.list(calendarId=room.id, maxResults=1, syncToken=token)
    for _ in range(2):
        request = events.list_next(request, request.execute())

    assert refused(request) == (410, "fullSyncRequired")


def test_window_by_end_and_by_start(events: Any, room: PersonCalendar) -> None:
    room.add_event("bis 11 Uhr", berlin(1, 10), berlin(1, 11))
    room.add_event("ab 11 Uhr", berlin(1, 11), berlin(1, 12))

    def titles(**query: str) -> list[str]:
        return [item["summary"] for item in events.list(calendarId=room.id, **query).execute()["items"]]

    assert titles(timeMin="2026-12-01T11:00:00+01:00") == ["ab 11 Uhr"]
    assert titles(timeMin="2026-12-01T10:59:59+01:00") == ["bis 11 Uhr", "ab 11 Uhr"]
    assert titles(timeMax="2026-12-01T11:00:00+01:00") == ["bis 11 Uhr"]
    assert titles(timeMax="2026-12-01T11:00:01+01:00") == ["bis 11 Uhr", "ab 11 Uhr"]
    assert refused(events.list(calendarId=room.id, timeMin="2026-12-01T11:00:00")) == (400, "badRequest")


def test_all_day_events_lie_in_the_calendars_zone(events: Any, room: PersonCalendar) -> None:
    room.change_time_zone("Pacific/Honolulu")
    room.add_event("Tag", {"date": "2026-12-01"}, {"date": "2026-12-02"})

    listed = events.list(calendarId=room.id, timeMin="2026-12-02T09:59:00Z").execute()["items"]

    assert len(listed) == 1


def test_deleted_ones_are_shown_on_request_in_a_full_list(events: Any, room: PersonCalendar) -> None:
    (event_id,) = _add(room, 1)
    room.delete_event(event_id)

    assert events.list(calendarId=room.id).execute()["items"] == []
    shown = events.list(calendarId=room.id, showDeleted=True).execute()["items"]
    assert [item["id"] for item in shown] == [event_id]


def test_private_property_filter_is_or_within_a_kind(events: Any, room: PersonCalendar) -> None:
    for value in "abc":
        room.add_event(value, berlin(1), berlin(1, 11), extendedProperties={"private": {"tp.appt": value}})

    listed = events.list(calendarId=room.id, privateExtendedProperty=["tp.appt=a", "tp.appt=c"]).execute()

    assert [item["summary"] for item in listed["items"]] == ["a", "c"]
    assert "nextSyncToken" not in listed


def test_empty_pages_and_small_pages(google: SimulatedGoogle, events: Any, room: PersonCalendar) -> None:
    ids = _add(room, 1, 2, 3)
    google.faults.add(Fault("events.list", FaultKind.EMPTY_PAGE))
    google.faults.add(Fault("events.list", FaultKind.PAGE_SIZE, times=None, page_size=2))

    items, token, pages = _all(events, calendarId=room.id)

    assert [item["id"] for item in items] == ids
    assert pages == 3
    assert token


def test_an_unexpectedly_empty_list(google: SimulatedGoogle, events: Any, room: PersonCalendar) -> None:
    _add(room, 1, 2)
    google.faults.add(Fault("events.list", FaultKind.EMPTY_LIST))

    assert _all(events, calendarId=room.id)[0] == []
    assert len(_all(events, calendarId=room.id)[0]) == 2


def test_a_malformed_item_and_malformed_json(google: SimulatedGoogle, events: Any, room: PersonCalendar) -> None:
    _add(room, 1)
    google.faults.add(Fault("events.list", FaultKind.MALFORMED_ITEM))
    items = events.list(calendarId=room.id).execute()["items"]
    assert [item["start"]["dateTime"] for item in items][1] == "2026-13-45T99:00:00"

    google.faults.add(Fault("events.list", FaultKind.MALFORMED_JSON))
    # The library hands out the text where it cannot be read as JSON.
    assert isinstance(events.list(calendarId=room.id).execute(), str)


def test_an_event_that_no_client_should_read(events: Any, room: PersonCalendar) -> None:
    room.add_raw_event({"id": "kaputt", "summary": "ohne Zeiten"})
    room.add_raw_event({"id": "verkehrt", "start": {"dateTime": "gestern"}, "end": {"date": 7}})

    items, _, _ = _all(events, calendarId=room.id, timeMin="2026-12-01T00:00:00Z")

    assert {item["id"] for item in items} == {"kaputt", "verkehrt"}


def test_the_list_of_calendars(google: SimulatedGoogle, connect: Connect) -> None:
    thor = google.account(THOR)
    for number in range(3):
        thor.add_calendar(f"Raum {number}")
    thor.calendar("Raum 1").hide_for(THOR)
    shared = google.account(KLARA).add_calendar("Klaras", time_zone="Europe/Vienna")
    shared.share(THOR, "reader")
    lists = connect().calendarList()
    request, entries = lists.list(maxResults=2), []
    while request is not None:
        answer = request.execute()
        entries += answer["items"]
        request = lists.list_next(request, answer)

    assert [entry["summary"] for entry in entries] == [THOR, "Raum 0", "Raum 2", "Klaras"]
    assert [entry.get("primary", False) for entry in entries] == [True, False, False, False]
    last = entries[-1]
    assert (last["accessRole"], last["dataOwner"], last["timeZone"]) == ("reader", KLARA, "Europe/Vienna")
    assert lists.list(showHidden=True).execute()["items"][2]["hidden"]
    writable = lists.list(minAccessRole="writer").execute()["items"]
    assert "Klaras" not in {entry["summary"] for entry in writable}
    shared.delete()
    gone = lists.list(showDeleted=True).execute()["items"][-1]
    assert gone == {"kind": "calendar#calendarListEntry", "id": shared.id, "deleted": True}


def test_calendars_are_made_read_changed_and_deleted(google: SimulatedGoogle, connect: Connect) -> None:
    service = connect()
    body = {"summary": "Raum", "timeZone": "Europe/Vienna", "description": "Absicht 42"}
    made = service.calendars().insert(body=body).execute()

    assert made["id"].endswith("@group.calendar.google.com")
    assert made["dataOwner"] == THOR
    assert service.calendars().get(calendarId=made["id"]).execute() == made
    patched = service.calendars().patch(calendarId=made["id"], body={"summary": "Raum 9"}).execute()
    assert (patched["summary"], patched["description"]) == ("Raum 9", "Absicht 42")
    service.events().insert(calendarId=made["id"], body=timed(1)).execute()
    service.calendars().delete(calendarId=made["id"]).execute()
    assert refused(service.calendars().get(calendarId=made["id"])) == (404, "notFound")
    assert refused(service.events().list(calendarId=made["id"])) == (404, "notFound")
    assert google.count("calendars.clear") == 0


def test_only_the_data_owner_deletes(google: SimulatedGoogle, connect: Connect, room: PersonCalendar) -> None:
    room.share(KLARA, "owner")
    room.transfer_to(KLARA)

    assert refused(connect().calendars().delete(calendarId=room.id)) == (403, "forbidden")
    assert connect().calendarList().get(calendarId=room.id).execute()["dataOwner"] == KLARA


def test_an_unshared_calendar_is_404(google: SimulatedGoogle, connect: Connect) -> None:
    shared = google.account(KLARA).add_calendar("Klaras", created_by=google.client.client_id)
    shared.share(THOR, "writer")
    events = connect().events()
    events.list(calendarId=shared.id).execute()
    shared.unshare(THOR)

    assert refused(events.list(calendarId=shared.id)) == (404, "notFound")
