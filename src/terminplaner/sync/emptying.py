"""Everything that is in a calendar: counted, written down, deleted."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from terminplaner.services.google_ports import CalendarBackup, Emptied
from terminplaner.services.ports import CancelToken, Progress
from terminplaner.sync.client import CalendarClient, Json
from terminplaner.sync.errors import ApiError
from terminplaner.sync.failures import is_gone
from terminplaner.sync.throttle import Throttle


def count_events(client: CalendarClient, throttle: Throttle, calendar_id: str) -> int:
    """How many events a person would say are in it: a recurrence is one."""
    return len(_to_delete(list(list_events(client, throttle, calendar_id))))


def back_up(
    client: CalendarClient, throttle: Throttle, calendar_id: str, name: str, folder: Path, now: datetime
) -> CalendarBackup:
    """Write what is in the calendar now into a new file of ``folder``.

    An event that cannot be read as one is not in it, and so will not be deleted either.
    """
    # It loads the libraries for iCalendar, for which no window should wait.
    from terminplaner.sync.backup import render_calendar, write_backup

    events = list(list_events(client, throttle, calendar_id))
    heads = _to_delete(events)
    masters = {event.get("id") for event in heads}
    kept = [event for event in events if not _is_cancelled(event) or event.get("recurringEventId") in masters]
    file = render_calendar(name, kept, now)
    path = write_backup(folder, name, file.content, now)
    etags = {event["id"]: event["etag"] for event in heads if event.get("id") in file.written_ids}
    return CalendarBackup(calendar_id, path, etags)


def empty(
    client: CalendarClient,
    throttle: Throttle,
    backup: CalendarBackup,
    progress: Progress,
    cancel: CancelToken,
) -> Emptied:
    """Delete what the backup holds; what was changed since stays."""
    deleted = 0
    for done, (event_id, etag) in enumerate(backup.etags.items()):
        progress(done, len(backup.etags))
        cancel.raise_if_cancelled()
        deleted += _delete(client, throttle, backup.calendar_id, event_id, etag)
    progress(len(backup.etags), len(backup.etags))
    return Emptied(deleted, len(backup.etags) - deleted)


def list_events(
    client: CalendarClient, throttle: Throttle, calendar_id: str, time_min: datetime | None = None
) -> Iterator[Json]:
    """Every event that ends after ``time_min`` (aware), cancelled ones and changed instances included."""
    page_token = ""
    while True:
        page = throttle.read(
            functools.partial(client.list_events, calendar_id, page_token=page_token, time_min=time_min)
        )
        yield from page.items
        page_token = page.next_page_token
        if not page_token:
            return


def _to_delete(events: Sequence[Json]) -> list[Json]:
    """One for each deletion it takes: instances go with their master, unless only they are in this calendar."""
    alive = [event for event in events if not _is_cancelled(event)]
    masters = {event.get("id") for event in alive}
    return [event for event in alive if event.get("recurringEventId") not in masters]


def _delete(client: CalendarClient, throttle: Throttle, calendar_id: str, event_id: str, etag: str) -> bool:
    """Whether the event is gone now."""
    try:
        throttle.write(lambda: client.delete_event(calendar_id, event_id, etag))
    except ApiError as error:
        if is_gone(error):
            return True
        if error.status not in (403, 412):
            raise
        # Google also answers so where somebody else has just deleted it.
        if _is_cancelled(throttle.read(lambda: client.get_event(calendar_id, event_id))):
            return True
        if error.status == 403:
            raise
        return False
    return True


def _is_cancelled(event: Json) -> bool:
    return bool(event.get("status") == "cancelled")
