"""events.list and events.instances: filters, pages and sync tokens."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from terminplaner.simulator.clock import Clock
from terminplaner.simulator.errors import ApiError, Json, full_sync_required, invalid
from terminplaner.simulator.event_body import zone_exists
from terminplaner.simulator.events import Calendar, Event
from terminplaner.simulator.faults import Fault, FaultKind
from terminplaner.simulator.http import Query, first, flag, page_size
from terminplaner.simulator.render import event_resource
from terminplaner.simulator.times import instant_of, parse_instant, stamp

_NOT_WITH_SYNC_TOKEN = (
    "iCalUID", "orderBy", "privateExtendedProperty", "q",
    "sharedExtendedProperty", "timeMin", "timeMax", "updatedMin",
)  # fmt: skip
_NO_TOKEN_AFTER = frozenset(_NOT_WITH_SYNC_TOKEN) - {"timeMin", "timeMax"}
_SYSTEM = frozenset({"alt", "fields", "key", "oauth_token", "prettyPrint", "quotaUser", "userIp"})
_DEFAULT_PAGE = 250
_LARGEST_PAGE = 2500
# Google ends the expansion of endless series somewhere without saying where; this is ours.
_EXPANSION = timedelta(days=730)


@dataclass(frozen=True)
class _Page:
    """Where a following page goes on: a snapshot, so that changes between pages come with the next sync."""

    calendar_id: str
    query: Json
    items: Sequence[Event]
    offset: int
    sync: "_Sync | None"


@dataclass(frozen=True)
class _Sync:
    """What a sync token stands for: the calendar's state and the query it belongs to."""

    calendar_id: str
    query: Json
    changed: int


class Listings:
    """Lists events; keeps what page and sync tokens stand for."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._pages: dict[str, _Page] = {}
        self._syncs: dict[str, _Sync] = {}

    def expire_sync_tokens(self, calendar_id: str | None = None) -> None:
        """Makes every sync token of a calendar (None: of all) answer 410 `fullSyncRequired`."""
        for token in [key for key, sync in self._syncs.items() if calendar_id in (None, sync.calendar_id)]:
            del self._syncs[token]

    def events(self, calendar: Calendar, role: str, query: Query, faults: Sequence[Fault]) -> Json:
        """The answer to events.list. ApiError 400 and 410."""
        if any(fault.kind is FaultKind.EXPIRE_SYNC_TOKEN for fault in faults):
            self.expire_sync_tokens(calendar.id)
            raise full_sync_required()
        if "pageToken" in query:
            page = self._page(calendar, query)
        elif "syncToken" in query:
            page = self._incremental(calendar, query)
        else:
            page = self._full(calendar, query)
        return self._answer(calendar, role, query, page, faults)

    def instances(
        self, calendar: Calendar, role: str, master: Event, query: Query, faults: Sequence[Fault]
    ) -> Json:
        """The answer to events.instances. ApiError 400."""
        if "recurrence" not in master.body:
            raise ApiError(400, "invalid", "Event is not a recurring event.")
        if "pageToken" in query:
            page = self._page(calendar, query)
        else:
            series = self._expanded(calendar, master, self._until(query))
            wanted = [event for event in series if flag(query, "showDeleted") or not event.cancelled]
            page = _Page(calendar.id, _frozen(query), _within(calendar, wanted, query), 0, None)
        return self._answer(calendar, role, query, page, faults)

    def _page(self, calendar: Calendar, query: Query) -> _Page:
        page = self._pages.get(first(query, "pageToken"))
        if page is None or page.calendar_id != calendar.id or page.query != _frozen(query, "syncToken"):
            raise invalid("Invalid page token value.", "pageToken")
        return page

    def _incremental(self, calendar: Calendar, query: Query) -> _Page:
        forbidden = [name for name in _NOT_WITH_SYNC_TOKEN if name in query]
        if forbidden or first(query, "showDeleted") == "false":
            raise invalid(
                "Sync token cannot be used with these request restrictions.", (forbidden or ["showDeleted"])[0]
            )
        sync = self._syncs.get(first(query, "syncToken"))
        if sync is None or sync.calendar_id != calendar.id:
            raise full_sync_required()
        # Google calls other parameters than the first request's "undefined behavior"; refusing shows the mistake.
        if _frozen(query) != _without(sync.query, _NOT_WITH_SYNC_TOKEN):
            raise invalid("Sync token does not belong to this query.", "syncToken")
        changed = [event for event in calendar.events.values() if event.changed > sync.changed]
        if flag(query, "singleEvents"):
            changed = list(self._singles(calendar, changed, query))
        wanted = _of_types(changed, query)
        query_with_token = _frozen(query, "syncToken")
        return _Page(
            calendar.id,
            query_with_token,
            sorted(wanted, key=lambda event: event.changed),
            0,
            _Sync(calendar.id, sync.query, calendar.changed),
        )

    def _full(self, calendar: Calendar, query: Query) -> _Page:
        single = flag(query, "singleEvents")
        order = first(query, "orderBy")
        if order == "startTime" and not single:
            raise ApiError(
                400,
                "invalid",
                "The requested ordering is not available for the particular query.",
                location="orderBy",
            )
        events: Iterable[Event] = calendar.events.values()
        if single:
            events = self._singles(calendar, events, query)
        if not flag(query, "showDeleted"):
            events = [
                event for event in events if not event.cancelled or self._keeps_slot(calendar, event, single)
            ]
        events = _matching(_of_types(events, query), query)
        events = _within(calendar, events, query)
        if order == "startTime":
            events.sort(key=lambda event: instant_of(event.body["start"], calendar.time_zone))
        elif order == "updated":
            events.sort(key=lambda event: event.body.get("updated", ""))
        sync = None
        if not _NO_TOKEN_AFTER & query.keys():
            sync = _Sync(calendar.id, _frozen(query), calendar.changed)
        return _Page(calendar.id, _frozen(query), events, 0, sync)

    @staticmethod
    def _keeps_slot(calendar: Calendar, event: Event, single: bool) -> bool:
        """A cancelled exception of a living series is listed without expansion: else its slot would look taken."""
        master = calendar.events.get(event.body.get("recurringEventId", ""))
        return not single and master is not None and not master.cancelled

    def _singles(self, calendar: Calendar, events: Iterable[Event], query: Query) -> Iterator[Event]:
        until = self._until(query)
        seen: set[str] = set()
        for event in events:
            series = self._expanded(calendar, event, until) if "recurrence" in event.body else [event]
            for single in series:
                if single.body["id"] not in seen:
                    seen.add(single.body["id"])
                    yield single

    def _expanded(self, calendar: Calendar, master: Event, until: datetime) -> list[Event]:
        exceptions = calendar.exceptions(master.body["id"])
        series = []
        for occurrence in calendar.occurrences(master, until):
            exception = exceptions.pop(occurrence["id"], None)
            series.append(exception or Event(occurrence, master.changed))
        # An exception whose slot the rule no longer has, or that lies beyond the expansion, is still an event.
        return series + list(exceptions.values())

    def _until(self, query: Query) -> datetime:
        bound = _bound(query, "timeMax")
        return bound if bound is not None else self._clock.now() + _EXPANSION

    def _answer(self, calendar: Calendar, role: str, query: Query, page: _Page, faults: Sequence[Fault]) -> Json:
        kinds = {fault.kind for fault in faults}
        items = () if FaultKind.EMPTY_LIST in kinds else page.items
        size = min(
            [
                page_size(query, _DEFAULT_PAGE, _LARGEST_PAGE),
                *(fault.page_size for fault in faults if fault.kind is FaultKind.PAGE_SIZE),
            ]
        )
        end = page.offset if FaultKind.EMPTY_PAGE in kinds else page.offset + size
        zone = shown_zone(query) or calendar.time_zone
        answer: Json = {
            "kind": "calendar#events",
            "etag": f'"p{calendar.changed}"',
            "summary": calendar.summary,
            "description": calendar.description,
            "updated": stamp(self._clock.now()),
            "timeZone": zone,
            "accessRole": role,
            "defaultReminders": [],
            "items": [event_resource(calendar, event, role, zone) for event in items[page.offset : end]],
        }
        if end < len(items) or FaultKind.EMPTY_PAGE in kinds:
            token = secrets.token_urlsafe(24)
            self._pages[token] = _Page(page.calendar_id, page.query, page.items, end, page.sync)
            answer["nextPageToken"] = token
        elif page.sync is not None:
            token = secrets.token_urlsafe(24)
            self._syncs[token] = page.sync
            answer["nextSyncToken"] = token
        return answer


def shown_zone(query: Query) -> str | None:
    """The zone asked for by `timeZone`, None where none is. ApiError 400 where there is no such zone."""
    zone = first(query, "timeZone")
    if zone and not zone_exists(zone):
        raise invalid("Invalid time zone.", "timeZone")
    return zone or None


def _frozen(query: Query, *keep: str) -> Json:
    """The parameters that every page and every incremental request must repeat."""
    return {
        name: sorted(values)
        for name, values in query.items()
        if name not in _SYSTEM and (name in keep or name not in {"pageToken", "syncToken"})
    }


def _without(query: Json, names: Iterable[str]) -> Json:
    return {name: values for name, values in query.items() if name not in set(names)}


def _bound(query: Query, name: str) -> datetime | None:
    if name not in query:
        return None
    try:
        return parse_instant(first(query, name))
    except ValueError as error:
        raise ApiError(400, "badRequest", "Bad Request", location=name) from error


def _within(calendar: Calendar, events: Iterable[Event], query: Query) -> list[Event]:
    """Those that end after timeMin and start before timeMax; a series where one of its occurrences does."""
    lower, upper = _bound(query, "timeMin"), _bound(query, "timeMax")
    if lower is None and upper is None:
        return list(events)
    return [event for event in events if _overlaps(calendar, event, lower, upper)]


def _overlaps(calendar: Calendar, event: Event, lower: datetime | None, upper: datetime | None) -> bool:
    bodies: Iterable[Json] = [event.body]
    if "recurrence" in event.body:
        bodies = calendar.occurrences(event, upper)
    for body in bodies:
        try:
            starts, ends = (instant_of(body[name], calendar.time_zone) for name in ("start", "end"))
        except (KeyError, ValueError, TypeError):
            return True  # unreadable: nobody can say that it lies outside
        if (lower is None or ends > lower) and (upper is None or starts < upper):
            return True
    return False


def _of_types(events: Iterable[Event], query: Query) -> list[Event]:
    types = query.get("eventTypes")
    return [event for event in events if not types or event.body.get("eventType", "default") in types]


def _matching(events: Iterable[Event], query: Query) -> list[Event]:
    found = list(events)
    for kind in ("private", "shared"):
        for constraint in query.get(f"{kind}ExtendedProperty", []):
            if "=" not in constraint:
                raise invalid("Invalid value for: extended property constraint", f"{kind}ExtendedProperty")
        wanted = {constraint.partition("=")[::2] for constraint in query.get(f"{kind}ExtendedProperty", [])}
        if wanted:
            # Several constraints of one kind are alternatives, says Google's guide.
            found = [
                event for event in found if wanted & event.body.get("extendedProperties", {}).get(kind, {}).items()
            ]
    if "iCalUID" in query:
        found = [event for event in found if event.body.get("iCalUID") == first(query, "iCalUID")]
    if "q" in query:
        text = first(query, "q").casefold()
        names = ("summary", "description", "location")
        found = [event for event in found if any(text in event.body.get(name, "").casefold() for name in names)]
    updated = _bound(query, "updatedMin")
    if updated is not None:
        found = [event for event in found if event.body.get("updated", "") >= stamp(updated)]
    return found
