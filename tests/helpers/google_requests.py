"""What the program may ever ask of Google, whatever happens."""

from __future__ import annotations

import json
from collections.abc import Iterable

from terminplaner.simulator import LoggedRequest

_OPERATIONS = frozenset(
    (
        "events.list",
        "events.get",
        "events.instances",
        "events.insert",
        "events.patch",
        "events.delete",
        "calendars.get",
        "calendarList.get",
        "oauth.refresh",
    )
)
_FIELDS = {
    "events.insert": frozenset(
        ("id", "summary", "description", "start", "end", "reminders", "extendedProperties")
    ),
    "events.patch": frozenset(("summary", "description", "start", "end")),
    "events.delete": frozenset[str](),
}


def assert_harmless(requests: Iterable[LoggedRequest]) -> None:
    """A sync never clears, deletes or creates a calendar, never moves or replaces an event, never tells guests
    anything, and writes only our own fields: no recurrence, no attendees, no color, no visibility."""
    for request in requests:
        assert request.operation in _OPERATIONS, request
        if request.operation in _FIELDS:
            assert request.query["sendUpdates"] == ["none"], request
            body = json.loads(request.body) if request.body else {}
            assert body.keys() <= _FIELDS[request.operation], request
