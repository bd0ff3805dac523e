"""Events as Google's Calendar API answers them, one of each kind the sync meets."""

from __future__ import annotations

from typing import Any

_TIMES = {
    "start": {"dateTime": "2026-09-16T10:00:00+02:00", "timeZone": "Europe/Berlin"},
    "end": {"dateTime": "2026-09-16T10:30:00+02:00", "timeZone": "Europe/Berlin"},
}


def _event(event_id: str, **fields: Any) -> dict[str, Any]:
    return {
        "kind": "calendar#event",
        "etag": f'"3517{len(event_id)}"',
        "id": event_id,
        "status": "confirmed",
        "htmlLink": f"https://www.google.com/calendar/event?eid={event_id}",
        "created": "2026-09-01T08:00:00.000Z",
        "updated": "2026-09-01T08:00:00.000Z",
        "summary": "Sehtest",
        "creator": {"email": "thor.schuss@example.com"},
        "organizer": {"email": "c@group.calendar.google.com", "displayName": "Thor", "self": True},
        **_TIMES,
        "iCalUID": f"{event_id}@google.com",
        "sequence": 0,
        "reminders": {"useDefault": True},
        "eventType": "default",
        **fields,
    }


EVENTS: tuple[dict[str, Any], ...] = (
    _event("plain", description="Zeile 1\nZeile 2"),
    _event("html", description="<p>Rückruf <b>heute</b><br>unter 0711&nbsp;4711</p><ul><li>a</li></ul>"),
    _event("days", start={"date": "2026-09-16"}, end={"date": "2026-09-18"}, transparency="transparent"),
    _event(
        "floating",
        start={"dateTime": "2026-10-25T02:30:00", "timeZone": "Europe/Berlin"},
        end={"dateTime": "2026-10-25T03:00:00", "timeZone": "America/New_York"},
    ),
    _event(
        "ours",
        extendedProperties={
            "private": {
                "tp.store": "00000000-0000-0000-0000-000000000001",
                "tp.appt": "00000000-0000-0000-0000-000000000002",
                "tp.eid": "ours",
                "tp.v": "1",
            },
            "shared": {"x": "y"},
        },
    ),
    _event("private", visibility="private", description="geheim"),
    _event("series", recurrence=["RRULE:FREQ=WEEKLY;BYDAY=WE", "EXDATE;TZID=Europe/Berlin:20260923T100000"]),
    _event(
        "series_20260923T080000Z",
        recurringEventId="series",
        originalStartTime={"dateTime": "2026-09-23T10:00:00+02:00", "timeZone": "Europe/Berlin"},
    ),
    {"kind": "calendar#event", "etag": '"35179"', "id": "gone", "status": "cancelled"},
    {
        "kind": "calendar#event",
        "etag": '"35178"',
        "id": "series_20260930T080000Z",
        "status": "cancelled",
        "recurringEventId": "series",
        "originalStartTime": {"date": "2026-09-30"},
    },
    _event(
        "invited",
        organizer={"email": "rosa.wolke@example.com"},
        attendees=[
            {"email": "rosa.wolke@example.com", "organizer": True, "responseStatus": "accepted"},
            {"email": "thor.schuss@example.com", "self": True, "responseStatus": "needsAction"},
        ],
        hangoutLink="https://meet.google.com/abc-defg-hij",
        conferenceData={"entryPoints": [{"entryPointType": "video", "uri": "https://meet.google.com/x"}]},
    ),
    _event("away", eventType="outOfOffice", outOfOfficeProperties={"autoDeclineMode": "declineNone"}),
    _event("locked", locked=True, privateCopy=True),
    _event("untitled") | {"summary": None, "description": None, "location": "Stuttgart", "attachments": []},
)
