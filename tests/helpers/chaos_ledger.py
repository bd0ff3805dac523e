"""What people wrote and deleted on either side, told without any of the engine's own bookkeeping.

Every value is unique.  A person who overwrites or deletes something has seen what stood there, and only that is
given up; whatever else was written must be found again in the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from html import unescape
from typing import Any
from unicodedata import normalize
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.when import AllDay, When

Event = Mapping[str, Any]
EventKey = tuple[str, str]
"""Calendar and event."""


def moment_of(when: When) -> str:
    """The beginning, which is unique."""
    return when.first_on.isoformat() if isinstance(when, AllDay) else when.start_at.isoformat()


def when_in(event: Event) -> tuple[str, str]:
    """Beginning and end of an event, in the form of ``span_of``."""
    return _moment_in(event["start"]), _moment_in(event["end"])


def span_of(when: When) -> tuple[str, str]:
    if isinstance(when, AllDay):
        return when.first_on.isoformat(), when.end_on.isoformat()
    return when.start_at.isoformat(), when.end_at.isoformat()


def end_of(event: Event) -> datetime:
    end = event["end"]
    if "date" in end:
        day = date.fromisoformat(end["date"])
        return datetime(day.year, day.month, day.day, tzinfo=UTC)
    return datetime.fromisoformat(end["dateTime"])


def _moment_in(time: Mapping[str, str]) -> str:
    return time.get("date") or datetime.fromisoformat(time["dateTime"]).astimezone(UTC).isoformat()


def plain(event: Event) -> Event:
    """An event whose texts are as a person reads them, however Google keeps them."""
    summary, description = event.get("summary", ""), event.get("description", "")
    text = unescape(description.removeprefix("<p>").removesuffix("</p>").replace("<br>", "\n"))
    return {**event, "summary": normalize("NFC", summary), "description": normalize("NFC", text)}


def seen_here(appointment: Appointment) -> set[str]:
    return {appointment.text, *appointment.comment.split("\n"), moment_of(appointment.when)}


def texts_in(event: Event) -> set[str]:
    event = plain(event)
    return {event["summary"], *event["description"].split("\n")}


def seen_there(event: Event) -> set[str]:
    return {*texts_in(event), when_in(event)[0]}


@dataclass(slots=True)
class Ledger:
    written: set[str] = field(default_factory=set)
    """Values that nobody who saw them has overwritten."""
    cancelled_here: set[UUID] = field(default_factory=set)
    deleted_there: set[EventKey] = field(default_factory=set)
    ever_cancelled_here: set[UUID] = field(default_factory=set)
    ever_deleted_there: set[EventKey] = field(default_factory=set)
    taken_off: set[tuple[UUID, UUID]] = field(default_factory=set)
    """Appointments that people here took off a resource."""
    copied: set[str] = field(default_factory=set)
    """Titles that may stand twice."""
    number: int = 0

    def next_number(self) -> int:
        self.number += 1
        return self.number

    def write(self, value: str, over: Iterable[str] = ()) -> str:
        self.written -= set(over)
        self.written.add(value)
        return value

    def cancel_here(self, appointment: Appointment) -> None:
        self.written -= seen_here(appointment)
        self.cancelled_here.add(appointment.id)
        self.ever_cancelled_here.add(appointment.id)

    def delete_there(self, calendar_id: str, event: Event) -> None:
        self.written -= seen_there(event)
        self.deleted_there.add((calendar_id, event["id"]))
        self.ever_deleted_there.add((calendar_id, event["id"]))

    def restore_here(self, appointment_id: UUID, events: Iterable[EventKey]) -> None:
        self.cancelled_here.discard(appointment_id)
        self.deleted_there -= set(events)


def strings_in(value: object) -> Iterator[str]:
    """Every text in a problem's JSON, line by line."""
    if isinstance(value, str):
        yield from value.split("\n")
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from strings_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings_in(part)
