"""The Calendar API v3: which request is which operation, and who may perform it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from terminplaner.simulator.api_calendars import CalendarOperations
from terminplaner.simulator.api_events import EventOperations
from terminplaner.simulator.call import Call, insufficient_scope
from terminplaner.simulator.faults import Fault
from terminplaner.simulator.http import HttpRequest, HttpResponse
from terminplaner.simulator.listing import Listings
from terminplaner.simulator.oauth import Grant
from terminplaner.simulator.scopes import OPENED_BY
from terminplaner.simulator.store import Store

API_PATH = "/calendar/v3"

_LIST = "/users/me/calendarList"
_CALENDAR = "/calendars/(?P<calendar>[^/]+)"
_EVENTS = _CALENDAR + "/events"
_EVENT = _EVENTS + "/(?P<event>[^/]+)"
_ROUTES = tuple(
    (method, re.compile(API_PATH + path), operation)
    for method, path, operation in (
        ("GET", _LIST, "calendarList.list"),
        ("GET", _LIST + "/(?P<calendar>[^/]+)", "calendarList.get"),
        ("POST", "/calendars", "calendars.insert"),
        ("GET", _CALENDAR, "calendars.get"),
        ("PATCH", _CALENDAR, "calendars.patch"),
        ("PUT", _CALENDAR, "calendars.update"),
        ("DELETE", _CALENDAR, "calendars.delete"),
        ("POST", _CALENDAR + "/clear", "calendars.clear"),
        ("GET", _EVENTS, "events.list"),
        ("POST", _EVENTS, "events.insert"),
        ("GET", _EVENT, "events.get"),
        ("PATCH", _EVENT, "events.patch"),
        ("PUT", _EVENT, "events.update"),
        ("DELETE", _EVENT, "events.delete"),
        ("GET", _EVENT + "/instances", "events.instances"),
        ("POST", _EVENT + "/move", "events.move"),
    )
)


@dataclass(frozen=True)
class Route:
    """An operation with the ids from the path."""

    operation: str
    calendar_id: str
    event_id: str


def route(request: HttpRequest) -> Route | None:
    """The operation a request asks for, None where there is none."""
    for method, pattern, operation in _ROUTES:
        match = pattern.fullmatch(request.path)
        if match and method == request.method:
            named = {name: unquote(value) for name, value in match.groupdict().items()}
            return Route(operation, named.get("calendar", ""), named.get("event", ""))
    return None


class CalendarApi:
    """Performs operations of the Calendar API for the holder of a token."""

    def __init__(self, store: Store, listings: Listings) -> None:
        calendars = CalendarOperations(store)
        events = EventOperations(store, listings)
        self._store = store
        self._handlers: dict[str, Callable[[Call], HttpResponse]] = {
            "calendarList.list": calendars.list_entries,
            "calendarList.get": calendars.get_entry,
            "calendars.get": calendars.get,
            "calendars.insert": calendars.insert,
            "calendars.patch": calendars.patch,
            "calendars.update": calendars.update,
            "calendars.delete": calendars.delete,
            "calendars.clear": calendars.clear,
            "events.list": events.list,
            "events.get": events.get,
            "events.instances": events.instances,
            "events.insert": events.insert,
            "events.patch": events.patch,
            "events.update": events.update,
            "events.delete": events.delete,
            "events.move": events.move,
        }

    def answer(self, at: Route, grant: Grant, request: HttpRequest, faults: Sequence[Fault]) -> HttpResponse:
        """Performs one operation. ApiError where Google refuses it."""
        if not OPENED_BY[at.operation] & set(grant.scopes):
            raise insufficient_scope(at.operation)
        call = Call(self._store, grant, at.operation, at.calendar_id, at.event_id, request, tuple(faults))
        return self._handlers[at.operation](call)
