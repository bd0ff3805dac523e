"""One calendar, asked no faster than Google likes and only while the right to sync it lasts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from terminplaner.sync.client import CalendarClient, EventPage
from terminplaner.sync.errors import UNKNOWN_ZONE, ApiError
from terminplaner.sync.failures import CALENDAR_MISSING, LinkError, is_forbidden, is_gone
from terminplaner.sync.throttle import PATCH_COST, Throttle
from terminplaner.sync.wire import Json, is_cancelled, without_zone

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PacedCalendar:
    """The requests of one pass.  ``before_each`` and ``before_write`` may end the pass by raising.

    Every method raises ``ApiError``, ``OfflineError`` or ``InvalidGrantError``.
    """

    client: CalendarClient
    throttle: Throttle
    calendar_id: str
    is_created_by_program: bool
    before_each: Callable[[], None]
    before_write: Callable[[], None]
    count: Callable[[int], None]
    """Hears how many requests each call took."""

    def changes(self, sync_token: str, page_token: str) -> EventPage:
        return self._read(
            partial(self.client.list_events, self.calendar_id, sync_token=sync_token, page_token=page_token)
        )

    def everything(self, time_min: datetime, page_token: str) -> EventPage:
        return self._read(
            partial(self.client.list_events, self.calendar_id, time_min=time_min, page_token=page_token)
        )

    def instances(self, event_id: str, time_min: datetime, time_max: datetime, page_token: str) -> EventPage:
        return self._read(
            partial(self.client.list_instances, self.calendar_id, event_id, time_min, time_max, page_token)
        )

    def event(self, event_id: str) -> Json:
        return self._read(partial(self.client.get_event, self.calendar_id, event_id))

    def living_event(self, event_id: str) -> Json | None:
        """The event; None with evidence that it is gone while the calendar is not."""
        try:
            item = self.event(event_id)
        except ApiError as error:
            if not is_gone(error):
                raise
            self.require_calendar()
            return None
        return None if is_cancelled(item) else item

    def require_calendar(self) -> None:
        """Raise ``LinkError`` unless the calendar itself answers: else no event's absence means anything."""
        asked = self.client.get_calendar if self.is_created_by_program else self.client.get_calendar_entry
        try:
            entry = self._read(partial(asked, self.calendar_id))
        except ApiError as error:
            if is_gone(error) or is_forbidden(error):
                raise LinkError(CALENDAR_MISSING) from None
            raise
        if entry.get("deleted"):
            raise LinkError(CALENDAR_MISSING)

    def entry(self) -> Json:
        """The calendar as the account sees it, with its access role and its data owner."""
        return self._read(partial(self.client.get_calendar_entry, self.calendar_id))

    def insert(self, body: Json) -> Json:
        return self._write_times(partial(self.client.insert_event, self.calendar_id), body)

    def patch(self, event_id: str, body: Json, etag: str) -> Json:
        return self._write_times(
            lambda sent: self.client.patch_event(self.calendar_id, event_id, sent, etag), body, PATCH_COST
        )

    def delete(self, event_id: str, etag: str) -> None:
        self._write(partial(self.client.delete_event, self.calendar_id, event_id, etag))

    def _read(self, request: Callable[[], T]) -> T:
        self.before_each()
        return self.throttle.read(partial(self._counted, request))

    def _write_times(self, request: Callable[[Json], Json], body: Json, cost: int = 1) -> Json:
        """Zones are renamed (Kiev, Kyiv), and Google may not know the newest name yet (google-calendar.md B8)."""
        try:
            return self._write(partial(request, body), cost)
        except ApiError as error:
            if error.reason != UNKNOWN_ZONE:
                raise
        return self._write(partial(request, without_zone(body)), cost)

    def _write(self, request: Callable[[], T], cost: int = 1) -> T:
        self.before_each()
        self.before_write()
        return self.throttle.write(partial(self._counted, request), cost)

    def _counted(self, request: Callable[[], T]) -> T:
        before = self.client.requests
        try:
            return request()
        finally:
            self.count(self.client.requests - before)
