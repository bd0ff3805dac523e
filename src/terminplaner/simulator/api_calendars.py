"""calendarList and calendars of the Calendar API."""

import secrets
from typing import Any

from terminplaner.simulator.call import Call
from terminplaner.simulator.errors import ApiError, Json, invalid, required
from terminplaner.simulator.event_body import zone_exists
from terminplaner.simulator.events import Calendar, etag_of
from terminplaner.simulator.faults import FaultKind
from terminplaner.simulator.http import HttpResponse, first, flag, page_size
from terminplaner.simulator.render import calendar_resource, list_entry, removed_entry
from terminplaner.simulator.store import ROLES, Store

_DEFAULT_PAGE = 100
_LARGEST_PAGE = 250


class CalendarOperations:
    """Operations on calendars and the list of them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._pages: dict[str, tuple[list[Json], int]] = {}

    def list_entries(self, call: Call) -> HttpResponse:
        query = call.request.query
        if "syncToken" in query:
            raise invalid("Sync tokens of calendar lists are not simulated.", "syncToken")
        entries, offset = self._entries(call), 0
        if "pageToken" in query:
            page = self._pages.get(first(query, "pageToken"))
            if page is None:
                raise invalid("Invalid page token value.", "pageToken")
            entries, offset = page
        kinds = {fault.kind for fault in call.faults}
        sizes = [fault.page_size for fault in call.faults if fault.kind is FaultKind.PAGE_SIZE]
        size = min([page_size(query, _DEFAULT_PAGE, _LARGEST_PAGE), *sizes])
        if FaultKind.EMPTY_LIST in kinds:
            entries = []
        if FaultKind.EMPTY_PAGE in kinds:
            size = 0
        answer: Json = {
            "kind": "calendar#calendarList",
            "etag": etag_of(len(entries)),
            "items": entries[offset : offset + size],
        }
        if offset + size < len(entries) or FaultKind.EMPTY_PAGE in kinds:
            token = secrets.token_urlsafe(24)
            self._pages[token] = (entries, offset + size)
            answer["nextPageToken"] = token
        return HttpResponse.of_json(200, answer)

    def _entries(self, call: Call) -> list[Json]:
        query, account = call.request.query, call.account
        least = first(query, "minAccessRole", ROLES[0])
        if least not in ROLES:
            raise invalid("Invalid access role.", "minAccessRole")
        entries = [
            list_entry(calendar, account)
            for calendar in self._store.calendars_of(account.email)
            if _rank(call.role(calendar)) >= _rank(least)
            and (calendar.id not in account.hidden or flag(query, "showHidden"))
        ]
        if flag(query, "showDeleted"):
            entries += [removed_entry(calendar_id) for calendar_id in sorted(account.removed)]
        return entries

    def get_entry(self, call: Call) -> HttpResponse:
        return HttpResponse.of_json(200, list_entry(call.calendar(), call.account))

    def get(self, call: Call) -> HttpResponse:
        return HttpResponse.of_json(200, calendar_resource(call.calendar()))

    def insert(self, call: Call) -> HttpResponse:
        body = call.request.json()
        if not body.get("summary"):
            raise required("Missing title.")
        zone = _zone(body.get("timeZone") or call.account.primary.time_zone)
        calendar = self._store.add_calendar(call.grant.account, body["summary"], zone, call.grant.client_id)
        self._describe(calendar, body)
        return HttpResponse.of_json(200, calendar_resource(calendar))

    def patch(self, call: Call) -> HttpResponse:
        calendar = self._changeable(call)
        self._describe(calendar, call.request.json())
        return HttpResponse.of_json(200, calendar_resource(calendar))

    def update(self, call: Call) -> HttpResponse:
        calendar = self._changeable(call)
        body: Json = {"description": "", "location": ""} | call.request.json()
        if not body.get("summary"):
            raise required("Missing title.")
        self._describe(calendar, body)
        return HttpResponse.of_json(200, calendar_resource(calendar))

    def delete(self, call: Call) -> HttpResponse:
        calendar = call.calendar()
        if calendar.primary:
            raise ApiError(
                400, "cannotDeletePrimaryCalendar", "Cannot delete a primary calendar.", domain="calendar"
            )
        if calendar.data_owner != call.grant.account:
            raise ApiError(403, "forbidden", "Only the data owner may delete this calendar.")
        self._store.remove_calendar(calendar)
        return HttpResponse(204)

    def clear(self, call: Call) -> HttpResponse:
        calendar = call.calendar()
        if not calendar.primary:
            raise invalid("Only a primary calendar can be cleared.")
        for event_id in [key for key, event in calendar.events.items() if not event.cancelled]:
            if not calendar.events[event_id].cancelled:
                calendar.delete(event_id)
        return HttpResponse(204)

    @staticmethod
    def _changeable(call: Call) -> Calendar:
        calendar = call.calendar()
        if call.role(calendar) != "owner":
            raise ApiError(403, "forbidden", "Forbidden")
        if call.if_match not in (None, "*", etag_of(calendar.revision)):
            raise ApiError(412, "conditionNotMet", "Precondition Failed", location="If-Match")
        return calendar

    @staticmethod
    def _describe(calendar: Calendar, body: Json) -> None:
        if "timeZone" in body:
            calendar.time_zone = _zone(body["timeZone"])
        for name in ("summary", "description", "location"):
            if name in body:
                setattr(calendar, name, body[name] or "")
        calendar.touch()


def _rank(role: str) -> int:
    """Higher may more; a role that Google has not invented yet ranks above all."""
    return ROLES.index(role) if role in ROLES else len(ROLES)


def _zone(name: Any) -> str:
    if not zone_exists(name):
        raise invalid("Invalid time zone.", "timeZone")
    return str(name)
