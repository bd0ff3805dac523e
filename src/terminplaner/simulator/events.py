"""One calendar and the rules by which its events change, without asking who may."""

import itertools
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from terminplaner.simulator import recurrence
from terminplaner.simulator.clock import Clock
from terminplaner.simulator.errors import ApiError, Json, deleted, invalid, not_found
from terminplaner.simulator.event_body import Normalization, accept, merge
from terminplaner.simulator.times import instant_of, stamp

_ETAG_BASE = 3_500_000_000_000_000
_SILENT = {"reminders"}  # Google does not move `updated` for these


def etag_of(change: int) -> str:
    """The quoted entity tag of a change number."""
    return f'"{_ETAG_BASE + change}"'


@dataclass
class Shared:
    """What all calendars have in common: the clock, the running number of changes, how Google rewrites input."""

    clock: Clock
    normalization: Normalization = field(default_factory=Normalization)
    changes: Iterator[int] = field(default_factory=lambda: itertools.count(1))


@dataclass
class Event:
    """An event as kept: its resource without what depends on the reader, and the number of its last change."""

    body: Json
    changed: int

    @property
    def cancelled(self) -> bool:
        return bool(self.body["status"] == "cancelled")

    @property
    def etag(self) -> str:
        return etag_of(self.changed)


class Calendar:
    """A calendar with its events; cancelled ones stay as shells that hold their ids."""

    def __init__(
        self,
        shared: Shared,
        calendar_id: str,
        summary: str,
        time_zone: str,
        data_owner: str,
        created_by: str | None,
    ) -> None:
        self.id = calendar_id
        self.summary = summary
        self.description = ""
        self.location = ""
        self.time_zone = time_zone
        self.data_owner = data_owner
        self.created_by = created_by
        self.roles = {data_owner: "owner"}
        self.events: dict[str, Event] = {}
        self.changed = 0
        self.purged: set[str] = set()
        self._shared = shared
        self.touch()

    @property
    def primary(self) -> bool:
        return self.id == self.data_owner

    def touch(self) -> None:
        """Gives the calendar's own fields a new entity tag."""
        self.revision = next(self._shared.changes)

    def find(self, event_id: str) -> Event:
        """The event, its cancelled shell, or the occurrence of a series under this id. ApiError 404 otherwise."""
        stored = self.events.get(event_id)
        if stored is not None:
            return stored
        parts = recurrence.split_instance_id(event_id)
        master = self.events.get(parts[0]) if parts else None
        if master is None or master.cancelled or "recurrence" not in master.body:
            raise not_found()
        for occurrence in self.occurrences(master, None):
            if recurrence.instance_id(master.body["id"], occurrence["originalStartTime"]) == event_id:
                return Event(occurrence, master.changed)
            if event_id < recurrence.instance_id(master.body["id"], occurrence["originalStartTime"]):
                break
        raise not_found()

    def occurrences(self, master: Event, until: datetime | None) -> Iterator[Json]:
        """The occurrences of a series as the series alone makes them, starting before `until` (aware UTC)."""
        for original in recurrence.occurrences(master.body, self.time_zone):
            if until is not None and instant_of(original, self.time_zone) >= until:
                return
            yield recurrence.instance_of(master.body, original, self.time_zone)

    def exceptions(self, master_id: str) -> dict[str, Event]:
        """The changed and cancelled occurrences of a series by their id."""
        return {
            key: event for key, event in self.events.items() if event.body.get("recurringEventId") == master_id
        }

    def insert(self, body: Json, creator: str) -> Event:
        """A new event. ApiError 409 where the id was ever used, 400 where the body is refused."""
        chosen = body.get("id")
        if chosen is not None and body.get("iCalUID") is not None:
            raise invalid("Only one of id and iCalUID may be given.")
        event_id = chosen or uuid.uuid4().hex[:26]
        if event_id in self.events or event_id in self.purged:
            raise ApiError(409, "duplicate", "The requested identifier already exists.")
        fields = accept(body, self.time_zone, self._shared.normalization)
        now = stamp(self._shared.clock.now())
        own = {
            "id": event_id,
            "iCalUID": body.get("iCalUID") or f"{event_id}@google.com",
            "created": now,
            "updated": now,
            "sequence": 0,
            "creator": {"email": creator},
            "organizer": {"email": self.id, "displayName": self.summary},
        }
        return self.put(fields | own)

    def put(self, body: Json) -> Event:
        """Keeps a resource as it is, unchecked, as the calendar's latest change."""
        self.changed = next(self._shared.changes)
        event = Event(body, self.changed)
        self.events[body["id"]] = event
        return event

    def patch(self, event_id: str, changes: Json, if_match: str | None = None) -> Event:
        """Merges `changes` into an event. ApiError 404, 410, 412 and 400."""
        event = self._writable(event_id, if_match)
        return self._rewrite(event, merge(event.body, changes), changes)

    def update(self, event_id: str, body: Json, if_match: str | None = None) -> Event:
        """Replaces an event: what `body` leaves out is erased. ApiError 404, 410, 412 and 400."""
        event = self._writable(event_id, if_match)
        return self._rewrite(event, body, body)

    def delete(self, event_id: str, if_match: str | None = None) -> Event:
        """Cancels an event, a series with its exceptions, or one occurrence. ApiError 404, 410, 412."""
        event = self._writable(event_id, if_match)
        now = stamp(self._shared.clock.now())
        for key, exception in self.exceptions(event_id).items():
            if not exception.cancelled:
                self.put(self.events[key].body | {"status": "cancelled", "updated": now})
        return self.put(event.body | {"status": "cancelled", "updated": now})

    def purge(self, event_id: str) -> None:
        """Lets a cancelled shell disappear as it does after some weeks; its id stays taken."""
        if not self.events[event_id].cancelled:
            raise ValueError(event_id)
        del self.events[event_id]
        self.purged.add(event_id)

    def _writable(self, event_id: str, if_match: str | None) -> Event:
        event = self.find(event_id)
        if event.cancelled:
            raise deleted()
        if if_match not in (None, "*", event.etag):
            raise ApiError(412, "conditionNotMet", "Precondition Failed", location="If-Match")
        return event

    def _rewrite(self, event: Event, wanted: Json, named: Json) -> Event:
        if wanted.get("status") == "cancelled":
            return self.delete(event.body["id"])
        if wanted.get("eventType", "default") != event.body.get("eventType", "default"):
            raise ApiError(400, "eventTypeRestriction", "The event type cannot be changed.", domain="calendar")
        fields = accept(wanted, self.time_zone, self._shared.normalization)
        own = {
            key: event.body[key]
            for key in [
                "id",
                "iCalUID",
                "created",
                "updated",
                "sequence",
                "creator",
                "organizer",
                "recurringEventId",
                "originalStartTime",
                "locked",
            ]
            if key in event.body
        }
        if not named.keys() <= _SILENT:
            own["updated"] = stamp(self._shared.clock.now())
        moved = any(fields.get(key) != event.body.get(key) for key in ("start", "end", "recurrence"))
        own["sequence"] = event.body.get("sequence", 0) + moved
        return self.put(fields | own)
