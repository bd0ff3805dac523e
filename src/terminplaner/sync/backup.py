"""A calendar's events as a plain iCalendar file (RFC 5545)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Event, vCalAddress, vText

from terminplaner.domain.errors import StorageError

_TEXTS = ("summary", "description", "location")
_STAMPS = {"created": "created", "updated": "last-modified"}
_CLASSES = {"private": "PRIVATE", "confidential": "CONFIDENTIAL"}
_RESPONSES = {
    "needsAction": "NEEDS-ACTION",
    "declined": "DECLINED",
    "tentative": "TENTATIVE",
    "accepted": "ACCEPTED",
}


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """``written_ids`` are the events in ``content``; what cannot be read as an event is not among them."""

    content: bytes
    written_ids: frozenset[str]


def render_calendar(name: str, events: Iterable[Mapping[str, Any]], now: datetime) -> CalendarFile:
    """Google's event resources as one VCALENDAR; of cancelled ones only the instances of a recurrence."""
    calendar = Calendar()
    calendar.add("prodid", "-//Terminplaner//Backup//DE")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    resources = tuple(events)
    uids = {resource.get("id"): resource["iCalUID"] for resource in resources if resource.get("iCalUID")}
    written = set()
    for resource in resources:
        try:
            calendar.add_component(_component(resource, _uid(resource, uids), now))
        except (KeyError, ValueError, TypeError, AttributeError):
            continue
        written.add(resource["id"])
    calendar.add_missing_timezones()
    return CalendarFile(calendar.to_ical(), frozenset(written))


def write_backup(folder: Path, name: str, content: bytes, now: datetime) -> Path:
    """Write a new file named after the instant (UTC) and the calendar; never over another, for its owner alone.

    Raise ``StorageError`` (code ``backup_not_written``).
    """
    safe_name = re.sub(r"[^\w]+", "-", name).strip("-")[:60] or "Kalender"
    path = folder / f"{now.astimezone(UTC):%Y-%m-%dT%H%M%S.%fZ}_{safe_name}.ics"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(path, "xb", opener=_private) as file:
            file.write(content)
            file.flush()
            # What it holds is deleted next, so it must be on the disk.
            os.fsync(file.fileno())
    except OSError as error:
        raise StorageError("backup_not_written", path=str(path)) from error
    return path


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _uid(resource: Mapping[str, Any], uids: Mapping[Any, str]) -> str:
    """The event's UID; a cancelled instance does not carry its own, but it is the recurrence's."""
    event_id = resource.get("recurringEventId", resource["id"])
    return resource.get("iCalUID") or uids.get(event_id) or f"{event_id}@google.com"


def _component(resource: Mapping[str, Any], uid: str, now: datetime) -> Event:
    rules = [line for line in resource.get("recurrence", ()) if not re.search(r"[\r\n]", line)]
    event = Event()
    for name, value in Event.from_ical("\r\n".join(["BEGIN:VEVENT", *rules, "END:VEVENT", ""])).items():
        event[name] = value
    event.add("uid", uid)
    event.add("dtstamp", now)
    if "originalStartTime" in resource:
        event.add("recurrence-id", _time(resource["originalStartTime"]))
    if resource["status"] == "cancelled":
        event.add("dtstart", _time(resource["originalStartTime"]))
    else:
        event.add("dtstart", _time(resource["start"]))
        event.add("dtend", _time(resource["end"]))
    event.add("status", resource["status"].upper())
    event.add("transp", resource.get("transparency", "opaque").upper())
    event.add("class", _CLASSES.get(resource.get("visibility", ""), "PUBLIC"))
    for name in _TEXTS:
        if resource.get(name):
            event.add(name, resource[name])
    for key, name in _STAMPS.items():
        if resource.get(key):
            event.add(name, datetime.fromisoformat(resource[key]).astimezone(UTC))
    if "email" in resource.get("organizer", {}):
        event.add("organizer", _address(resource["organizer"]))
    for attendee in resource.get("attendees", ()):
        if "email" in attendee:
            address = _address(attendee)
            address.params["PARTSTAT"] = _RESPONSES.get(attendee.get("responseStatus", ""), "NEEDS-ACTION")
            event.add("attendee", address)
    return event


def _address(person: Mapping[str, Any]) -> vCalAddress:
    address = vCalAddress(f"mailto:{person['email']}")
    if person.get("displayName"):
        address.params["CN"] = vText(person["displayName"])
    return address


def _time(when: Mapping[str, Any]) -> datetime | date:
    if "date" in when:
        return date.fromisoformat(when["date"])
    instant = datetime.fromisoformat(when["dateTime"])
    try:
        local = instant.astimezone(ZoneInfo(when["timeZone"]))
    except (KeyError, ValueError, ZoneInfoNotFoundError):
        return instant.astimezone(UTC)
    # iCalendar's local times mean the first of two equal hours.
    return instant.astimezone(UTC) if local.fold else local
