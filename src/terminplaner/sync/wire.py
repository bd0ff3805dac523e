"""Google's event JSON to values and back.

Reading is tolerant: only an event without a usable time is unreadable, and it stays that one event's problem.
Writing sends our fields and nothing else: never attendees, never a recurrence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.calendar_link import SharedFields
from terminplaner.domain.outgoing import PRIVATE_TITLE
from terminplaner.domain.when import AllDay, Timed, When
from terminplaner.sync.canonical import canonical_description, canonical_title

Json = dict[str, Any]

_STORE, _APPOINTMENT, _EVENT, _VERSION = "tp.store", "tp.appt", "tp.eid", "tp.v"
"""Keys of private properties.  They mark what we made; copies carry them along, so they identify nothing alone."""

_YEARS = range(1900, 2200)
D = TypeVar("D", bound=date)


class UnreadableEventError(Exception):
    """An event that cannot be understood; ``hint`` is what could be made out of it, for a person."""

    def __init__(self, hint: Mapping[str, str]) -> None:
        super().__init__("unreadable event")
        self.hint = hint


@dataclass(frozen=True, slots=True)
class RemoteEvent:
    """A living event as Google holds it.

    ``appointment_id``, ``store_id`` and ``named_event_id`` come from our private properties, where it has them;
    ``original_start`` names the slot of an instance.  ``is_read_only``: another organizer's, locked, or of a
    special type, also of types that do not exist yet.
    """

    event_id: str
    etag: str
    fields: SharedFields
    is_read_only: bool = False
    is_private: bool = False
    is_transparent: bool = False
    recurring_event_id: str = ""
    original_start: str = ""
    store_id: UUID | None = None
    appointment_id: UUID | None = None
    named_event_id: str = ""

    def hidden(self) -> RemoteEvent:
        """As it may be kept where it was born in Google: a private one without its texts."""
        return replace(self, fields=SharedFields(PRIVATE_TITLE, self.fields.when)) if self.is_private else self


def is_cancelled(item: Json) -> bool:
    return item.get("status") == "cancelled"


def is_series(item: Json) -> bool:
    return bool(item.get("recurrence"))


def id_of(item: Json) -> str:
    """Empty where it has none, or something that cannot be one."""
    return _word(item.get("id"))


def etag_of(item: Json) -> str:
    return _word(item.get("etag"))


def texts_of(item: Json) -> dict[str, str]:
    """Title and description as they stand there, also where the rest cannot be read."""
    return {
        "title": canonical_title(str(item.get("summary") or "")),
        "description": canonical_description(str(item.get("description") or "")),
    }


def named_event_id(item: Json) -> str:
    """The id of the event that a copy was made of, as our private properties say; empty for everything else."""
    try:
        return _word(((item.get("extendedProperties") or {}).get("private") or {}).get(_EVENT))
    except AttributeError:
        return ""


def series_id(item: Json) -> str:
    """The id of the recurrence an instance belongs to, empty for everything else."""
    return _word(item.get("recurringEventId"))


def read_event(item: Json, *, hides_private: bool) -> RemoteEvent:
    """A living item of a list.  ``hides_private``: the texts of a private event are not ours to keep.

    Raise ``UnreadableEventError``.
    """
    try:
        when = _when(item["start"], item["end"])
        fields = SharedFields(
            canonical_title(item.get("summary") or ""),
            when,
            canonical_description(item.get("description") or ""),
        )
        properties = (item.get("extendedProperties") or {}).get("private") or {}
        if not id_of(item):
            raise UnreadableEventError(_hint(item))
        event = RemoteEvent(
            event_id=id_of(item),
            etag=etag_of(item),
            fields=fields,
            is_read_only=_is_read_only(item),
            is_private=item.get("visibility") in ("private", "confidential"),
            is_transparent=item.get("transparency") == "transparent",
            recurring_event_id=series_id(item),
            original_start=_slot(item.get("originalStartTime") or {}),
            store_id=_uuid(properties.get(_STORE)),
            appointment_id=_uuid(properties.get(_APPOINTMENT)),
            named_event_id=_word(properties.get(_EVENT)),
        )
        return event.hidden() if hides_private else event
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, OSError):
        # OSError: names of zones are looked up as files.
        raise UnreadableEventError(_hint(item)) from None


def insert_body(
    event_id: str,
    fields: SharedFields,
    zone: ZoneInfo,
    store_id: UUID,
    appointment_id: UUID,
    *,
    is_transparent: bool = False,
) -> Json:
    """A new event under an id of ours, its times as wall time in the branch's ``zone``."""
    body: Json = {
        "id": event_id,
        "summary": fields.title,
        "start": _start(fields.when, zone),
        "end": _end(fields.when, zone),
        "reminders": {"useDefault": True},
        "extendedProperties": {
            "private": {
                _STORE: str(store_id),
                _APPOINTMENT: str(appointment_id),
                _EVENT: event_id,
                _VERSION: "1",
            }
        },
    }
    if fields.description:
        body["description"] = fields.description
    if is_transparent:
        body["transparency"] = "transparent"
    return body


def patch_body(before: SharedFields, after: SharedFields, zone: ZoneInfo) -> Json:
    """Only what differs.  A time always nulls its other form, because PATCH merges objects."""
    body: Json = {}
    if after.title != before.title:
        body["summary"] = after.title
    if after.description != before.description:
        body["description"] = after.description
    if after.when != before.when:
        absent = {"dateTime": None, "timeZone": None} if isinstance(after.when, AllDay) else {"date": None}
        body["start"] = _start(after.when, zone) | absent
        body["end"] = _end(after.when, zone) | absent
    return body


def without_zone(body: Json) -> Json:
    """The same instants by their offsets alone; Google then shows them in the calendar's zone."""
    times = ("start", "end")
    return {
        name: {key: part for key, part in value.items() if key != "timeZone"} if name in times else value
        for name, value in body.items()
    }


def _is_read_only(item: Json) -> bool:
    organizer = item.get("organizer")
    return (
        item.get("eventType", "default") != "default"
        or bool(item.get("locked"))
        or (organizer is not None and not organizer.get("self"))
    )


def _when(start: Json, end: Json) -> When:
    if "date" in start:
        first_on = _plausible(date.fromisoformat(start["date"]))
        end_on = _plausible(date.fromisoformat(end["date"]))
        return AllDay(first_on, max(end_on, first_on + timedelta(days=1)))
    start_at, end_at = _plausible(_instant(start)), _plausible(_instant(end))
    return Timed(start_at, max(start_at, end_at))


def _plausible(day: D) -> D:
    """Raise ``ValueError`` for a mistake: the calendars of most programs, and Python's, end somewhere."""
    if day.year not in _YEARS:
        raise ValueError
    return day


def _instant(time: Json) -> datetime:
    instant = datetime.fromisoformat(time["dateTime"])
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=ZoneInfo(time["timeZone"]))
    return instant.astimezone(UTC)


def _slot(original: Json) -> str:
    if "dateTime" in original:
        return _instant(original).isoformat()
    return _word(original.get("date"))


def _start(when: When, zone: ZoneInfo) -> Json:
    return _day(when.first_on) if isinstance(when, AllDay) else _wall(when.start_at, zone)


def _end(when: When, zone: ZoneInfo) -> Json:
    return _day(when.end_on) if isinstance(when, AllDay) else _wall(when.end_at, zone)


def _day(day: date) -> Json:
    return {"date": day.isoformat()}


def _wall(instant: datetime, zone: ZoneInfo) -> Json:
    # The offset beside the zone tells the two 02:30 apart on the night the clocks go back.
    return {"dateTime": instant.astimezone(zone).isoformat(), "timeZone": zone.key}


def _uuid(text: object) -> UUID | None:
    try:
        return UUID(str(text)) if text else None
    except ValueError:
        return None


def _hint(item: Json) -> dict[str, str]:
    start = item.get("start")
    moment = start.get("dateTime") or start.get("date") if isinstance(start, dict) else start
    is_private = item.get("visibility") in ("private", "confidential")
    title = PRIVATE_TITLE if is_private else canonical_title(str(item.get("summary") or ""))
    return {"title": title, "start": _word(moment)}


def _word(value: object) -> str:
    """An identifier as the store keeps it; empty for anything else."""
    return value if isinstance(value, str) and value.isprintable() else ""
