"""What the Calendar API accepts in an event, and what it makes of it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from terminplaner.simulator.errors import ApiError, Json, invalid, required
from terminplaner.simulator.recurrence import check_rules
from terminplaner.simulator.times import instant_of, is_day, wire

WRITABLE = frozenset({
    "anyoneCanAddSelf", "attachments", "attendees", "colorId", "conferenceData", "description", "end",
    "endTimeUnspecified", "eventType", "extendedProperties", "gadget", "guestsCanInviteOthers", "guestsCanModify",
    "guestsCanSeeOtherGuests", "location", "recurrence", "reminders", "source", "start", "status", "summary",
    "transparency", "visibility",
})  # fmt: skip
_ID = re.compile(r"^[0-9a-v]{5,1024}$")
_KINDS: dict[str, type[str] | type[dict[str, Any]] | type[list[Any]]] = {
    "summary": str,
    "description": str,
    "location": str,
    "start": dict,
    "end": dict,
    "recurrence": list,
    "reminders": dict,
    "extendedProperties": dict,
}
_MAX_CHARACTERS = {"summary": 1024, "location": 1024, "description": 8192}
_MAX_PROPERTY_KEY = 44
_MAX_PROPERTY_VALUE = 1024
_MAX_PROPERTIES = 300
_MAX_PROPERTY_BYTES = 32 * 1024
_MAX_REMINDERS = 5
_MAX_REMINDER_MINUTES = 40320


@dataclass(frozen=True)
class Normalization:
    """How Google's answers differ from what was sent: HTML descriptions, other zone names, decomposed letters.

    ``unknown_zones`` are refused, as names are that are newer than Google's list.
    """

    html_descriptions: bool = False
    zone_aliases: Mapping[str, str] = field(default_factory=dict)
    decomposed: bool = False
    unknown_zones: frozenset[str] = frozenset()


def check_id(event_id: Any) -> None:
    """An event id chosen by a client: base32hex in lower case, 5 to 1024 characters. ApiError 400 otherwise."""
    if not isinstance(event_id, str) or not _ID.match(event_id):
        raise invalid("Invalid resource id value.")


def merge(stored: Json, changes: Json) -> Json:
    """PATCH: objects are merged, null removes, arrays and values are replaced."""
    merged = dict(stored)
    for key, value in changes.items():
        if value is None:
            merged.pop(key, None)
        elif isinstance(value, dict):
            before = merged.get(key)
            merged[key] = merge(before if isinstance(before, dict) else {}, value)
        else:
            merged[key] = value
    return merged


def accept(body: Json, calendar_zone: str, normalization: Normalization) -> Json:
    """The writable fields of a complete event as Google keeps them. ApiError 400 where it refuses them."""
    kept = {key: value for key, value in body.items() if key in WRITABLE and value is not None}
    for name, kind in _KINDS.items():
        if not isinstance(kept.get(name, kind()), kind):
            raise invalid(f"Invalid value for: {name}")
    _check_sizes(kept)
    kept["start"], kept["end"] = _times(kept, calendar_zone, normalization)
    if kept.get("recurrence"):
        _check_recurrence(kept, body, calendar_zone)
    else:
        kept.pop("recurrence", None)
    if "extendedProperties" in kept:
        kept["extendedProperties"] = _properties(kept["extendedProperties"])
    _check_reminders(kept.get("reminders", {}))
    if normalization.html_descriptions and kept.get("description") and "<" not in kept["description"]:
        kept["description"] = "<p>" + escape(kept["description"]).replace("\n", "<br>") + "</p>"
    if normalization.decomposed:
        for name in _MAX_CHARACTERS:
            if name in kept:
                kept[name] = unicodedata.normalize("NFD", kept[name])
    kept.setdefault("status", "confirmed")
    kept.setdefault("eventType", "default")
    kept.setdefault("reminders", {"useDefault": True})
    return kept


def _check_sizes(body: Json) -> None:
    for name, limit in _MAX_CHARACTERS.items():
        if len(body.get(name, "")) > limit:
            raise invalid("A provided value exceeds the allowed size limit.")


def _times(body: Json, calendar_zone: str, normalization: Normalization) -> tuple[Json, Json]:
    both = []
    for name in ("start", "end"):
        when = {key: value for key, value in (body.get(name) or {}).items() if value is not None}
        if not when.keys() & {"date", "dateTime"}:
            raise required(f"Missing {name} time.")
        both.append(when)
    start, end = both
    if any({"date", "dateTime"} <= when.keys() for when in both) or is_day(start) != is_day(end):
        raise invalid("Start and end times must either both be date or both be dateTime.")
    start = _time("start", start, calendar_zone, normalization)
    end = _time("end", end, calendar_zone, normalization)
    first, last = instant_of(start, calendar_zone), instant_of(end, calendar_zone)
    if last < first or (is_day(start) and last == first):
        raise ApiError(400, "timeRangeEmpty", "The specified time range is empty.", domain="calendar")
    return start, end


def _time(name: str, when: Json, calendar_zone: str, normalization: Normalization) -> Json:
    if is_day(when):
        try:
            return {"date": date.fromisoformat(when["date"]).isoformat()}
        except (TypeError, ValueError) as error:
            raise invalid(f"Invalid value for: {name}") from error
    zone = when.get("timeZone")
    if zone is not None and (zone in normalization.unknown_zones or not zone_exists(zone)):
        raise invalid(f"Invalid time zone definition for {name} time.")
    try:
        instant = datetime.fromisoformat(when["dateTime"])
    except (TypeError, ValueError) as error:
        raise invalid(f"Invalid value for: {name}") from error
    if instant.tzinfo is None:
        if zone is None:
            raise required(f"Missing time zone definition for {name} time.")
        instant = instant.replace(tzinfo=ZoneInfo(zone))
    kept = zone or calendar_zone
    return {
        "dateTime": wire(instant, calendar_zone),
        "timeZone": normalization.zone_aliases.get(kept, kept),
    }


def zone_exists(zone: Any) -> bool:
    """Whether `zone` is an IANA name."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        return False
    return True


def _check_recurrence(kept: Json, body: Json, calendar_zone: str) -> None:
    for name in ("start", "end"):
        if not is_day(kept[name]) and not body[name].get("timeZone"):
            raise required(f"Missing time zone definition for {name} time.")
    check_rules(kept, calendar_zone)


def _properties(properties: Json) -> Json:
    kept: Json = {}
    for kind in ("private", "shared"):
        values = {
            key: str(value)[:_MAX_PROPERTY_VALUE]
            for key, value in properties.get(kind, {}).items()
            if len(key) <= _MAX_PROPERTY_KEY and value is not None
        }
        if values:
            kept[kind] = values
    pairs = [pair for values in kept.values() for pair in values.items()]
    size = sum(len(key.encode()) + len(value.encode()) for key, value in pairs)
    if len(pairs) > _MAX_PROPERTIES or size > _MAX_PROPERTY_BYTES:
        raise invalid("A provided value exceeds the allowed size limit.")
    return kept


def _check_reminders(reminders: Json) -> None:
    overrides = reminders.get("overrides", [])
    if overrides and reminders.get("useDefault"):
        raise ApiError(
            400, "cannotUseDefaultRemindersAndSpecifyOverride", "Cannot specify both.", domain="calendar"
        )
    if len(overrides) > _MAX_REMINDERS or any(
        item.get("method") not in {"email", "popup"} or not 0 <= item.get("minutes", -1) <= _MAX_REMINDER_MINUTES
        for item in overrides
    ):
        raise invalid("Invalid value for: reminders")
