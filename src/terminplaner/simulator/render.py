"""Resources as one account sees them."""

from typing import Any

from terminplaner.simulator.errors import Json
from terminplaner.simulator.events import Calendar, Event, etag_of
from terminplaner.simulator.store import Account
from terminplaner.simulator.times import is_day, shown_in

_BLIND_ROLES = {"freeBusyReader"}
_NO_PRIVATE_ROLES = {"reader", "writerWithoutPrivateAccess"}
_BUSY_FIELDS = {
    "id", "status", "start", "end", "visibility", "transparency", "eventType",
    "recurringEventId", "originalStartTime", "recurrence", "iCalUID",
}  # fmt: skip


def event_resource(calendar: Calendar, event: Event, role: str, zone: str | None = None) -> Json:
    """An event with times in `zone`, else in the calendar's; of a cancelled one only what Google guarantees."""
    shown: Json = {"kind": "calendar#event", "etag": event.etag}
    body = event.body
    if event.cancelled:
        names = ("id", "status", "recurringEventId", "originalStartTime")
        return shown | _in_zone({name: body[name] for name in names if name in body}, zone or calendar.time_zone)
    private = body.get("visibility") in {"private", "confidential"}
    if role in _BLIND_ROLES or (private and role in _NO_PRIVATE_ROLES):
        kept = {key: value for key, value in body.items() if key in _BUSY_FIELDS}
        return shown | _in_zone(kept, zone or calendar.time_zone)
    shown |= _in_zone(body, zone or calendar.time_zone)
    shown["htmlLink"] = f"https://www.google.com/calendar/event?eid={body['id']}"
    for who in ("creator", "organizer"):
        if who in body:
            own = body[who].get("email") == calendar.id
            shown[who] = body[who] | ({"self": True} if own else {})
    return shown


def _in_zone(body: Json, zone: str) -> Json:
    shown = dict(body)
    for name in ("start", "end", "originalStartTime"):
        if name in shown and _readable(shown[name]):
            shown[name] = shown_in(shown[name], zone)
    return shown


def _readable(when: Any) -> bool:
    """Whether a time can be shown in another zone; what was put in unchecked may not."""
    try:
        shown_in(when, "UTC")
    except (TypeError, ValueError, KeyError):
        return False
    return is_day(when) or "dateTime" in when


def calendar_resource(calendar: Calendar) -> Json:
    """A `calendar#calendar`."""
    shown: Json = {
        "kind": "calendar#calendar",
        "etag": etag_of(calendar.revision),
        "id": calendar.id,
        "summary": calendar.summary,
        "timeZone": calendar.time_zone,
        "conferenceProperties": {"allowedConferenceSolutionTypes": ["hangoutsMeet"]},
    }
    return shown | _optional(calendar)


def list_entry(calendar: Calendar, account: Account) -> Json:
    """A `calendar#calendarListEntry`."""
    shown: Json = {
        "kind": "calendar#calendarListEntry",
        "etag": etag_of(calendar.revision),
        "id": calendar.id,
        "summary": calendar.summary,
        "timeZone": calendar.time_zone,
        "colorId": "14",
        "backgroundColor": "#9fe1e7",
        "foregroundColor": "#000000",
        "selected": True,
        "accessRole": calendar.roles[account.email],
        "defaultReminders": [],
        "conferenceProperties": {"allowedConferenceSolutionTypes": ["hangoutsMeet"]},
    }
    if calendar.id == account.email:
        shown["primary"] = True
    if calendar.id in account.hidden:
        shown |= {"hidden": True, "selected": False}
    return shown | _optional(calendar)


def removed_entry(calendar_id: str) -> Json:
    """The list entry of a calendar that is gone, shown with `showDeleted`."""
    return {"kind": "calendar#calendarListEntry", "id": calendar_id, "deleted": True}


def _optional(calendar: Calendar) -> Json:
    shown: Json = {}
    if not calendar.primary:
        shown["dataOwner"] = calendar.data_owner
    for name in ("description", "location"):
        value = getattr(calendar, name)
        if value:
            shown[name] = value
    return shown
