"""The Calendar API as the sync uses it.

Writes never notify anybody (``sendUpdates=none``), never carry attendees or a recurrence, and calendars are never
cleared or deleted.  Nothing is retried: an answer that got lost is the caller's matter.

Google's library is imported where it is used, because no window should wait for it.
"""

from __future__ import annotations

import functools
import importlib.resources
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from terminplaner.sync.errors import UNKNOWN_ZONE, ApiError, InvalidGrantError, OfflineError
from terminplaner.sync.transport import HttpAnswer, Transport

if TYPE_CHECKING:
    import httplib2
    from googleapiclient.errors import HttpError

Json = dict[str, Any]

PAGE_SIZE = 250

# It logs addresses with their queries, and as warnings what the engine handles.
logging.getLogger("googleapiclient").setLevel(logging.CRITICAL)


class AccessTokenSource(Protocol):
    """Hands out access tokens of one account.

    Both raise ``InvalidGrantError``, ``OfflineError``, ``ClockWrongError``, ``ClientRefusedError`` and
    ``SecretStoreError``.
    """

    def current(self) -> str: ...

    def renewed(self) -> str:
        """A token newer than the one refused."""
        ...


@dataclass(frozen=True, slots=True)
class EventPage:
    """One page of events; tokens are empty where Google sent none.  ``time_zone`` is the calendar's IANA zone.

    ``access_role`` is Google's word for what the account may do with the calendar.
    """

    items: tuple[Json, ...]
    next_page_token: str
    next_sync_token: str
    time_zone: str
    access_role: str


class CalendarClient:
    """The Calendar API for one account; not shared between threads.

    Every method blocks and raises ``ApiError``, ``OfflineError`` or ``InvalidGrantError``.
    """

    def __init__(self, transport: Transport, api_root: str, tokens: AccessTokenSource) -> None:
        self._http = _AuthorizedHttp(transport, tokens)
        self._service = _service(api_root)
        self._events = self._service.events()  # each call would build it anew

    @property
    def requests(self) -> int:
        """How many Calendar API requests were sent."""
        return self._http.sent

    def close(self) -> None:
        self._http.transport.close()

    # -- events

    def list_events(
        self, calendar_id: str, *, sync_token: str = "", page_token: str = "", time_min: datetime | None = None
    ) -> EventPage:
        """One page of the calendar's events, cancelled ones included, recurrences as their masters.

        ``time_min`` (aware; by the event's end) goes only without ``sync_token``.  The following pages of a pass
        repeat the same arguments with the ``page_token``.
        """
        return _page(
            self._execute(
                self._events.list(
                    calendarId=calendar_id,
                    singleEvents=False,
                    showDeleted=True,
                    maxResults=PAGE_SIZE,
                    **_given(
                        syncToken=sync_token,
                        pageToken=page_token,
                        timeMin=time_min.isoformat() if time_min else None,
                    ),
                )
            )
        )

    def list_instances(
        self, calendar_id: str, event_id: str, time_min: datetime, time_max: datetime, page_token: str = ""
    ) -> EventPage:
        """One page of a recurrence's instances between two aware instants, cancelled ones left out."""
        return _page(
            self._execute(
                self._events.instances(
                    calendarId=calendar_id,
                    eventId=event_id,
                    timeMin=time_min.isoformat(),
                    timeMax=time_max.isoformat(),
                    maxResults=PAGE_SIZE,
                    **_given(pageToken=page_token),
                )
            )
        )

    def get_event(self, calendar_id: str, event_id: str) -> Json:
        """A cancelled event is answered too, with status ``cancelled``."""
        return self._execute(self._events.get(calendarId=calendar_id, eventId=event_id))

    def insert_event(self, calendar_id: str, body: Mapping[str, Any]) -> Json:
        """``body`` carries the id we reserved, so that a request sent again cannot make a second event."""
        return self._execute(self._events.insert(calendarId=calendar_id, body=dict(body), sendUpdates="none"))

    def patch_event(self, calendar_id: str, event_id: str, body: Mapping[str, Any], etag: str) -> Json:
        """Change the fields of ``body`` only; ``ApiError`` 412 unless the event still has ``etag``."""
        return self._execute(
            self._events.patch(calendarId=calendar_id, eventId=event_id, body=dict(body), sendUpdates="none"),
            etag,
        )

    def delete_event(self, calendar_id: str, event_id: str, etag: str = "") -> None:
        """``ApiError`` 412 where ``etag`` is given and the event has another; 404 or 410 where it is gone."""
        self._send(self._events.delete(calendarId=calendar_id, eventId=event_id, sendUpdates="none"), etag)

    # -- calendars

    def list_calendars(self) -> tuple[Json, ...]:
        """The whole calendar list, hidden entries included.  Needs ``calendar.calendarlist.readonly``."""
        entries: list[Json] = []
        page_token = ""
        while True:
            answer = self._execute(
                self._service.calendarList().list(
                    showHidden=True, maxResults=PAGE_SIZE, **_given(pageToken=page_token)
                )
            )
            entries += answer.get("items", ())
            page_token = answer.get("nextPageToken", "")
            if not page_token:
                return tuple(entries)

    def get_calendar_entry(self, calendar_id: str) -> Json:
        """The calendar as this account sees it: access role, primary, data owner (``calendarList.get``)."""
        return self._execute(self._service.calendarList().get(calendarId=calendar_id))

    def get_calendar(self, calendar_id: str) -> Json:
        """The calendar itself (``calendars.get``); with our scopes only one that the program created."""
        return self._execute(self._service.calendars().get(calendarId=calendar_id))

    def insert_calendar(self, body: Mapping[str, Any]) -> Json:
        """Create a secondary calendar.  There is no id to reserve: see ``calendars.py`` for the way around it."""
        return self._execute(self._service.calendars().insert(body=dict(body)))

    def _execute(self, request: Any, etag: str = "") -> Json:
        answer = self._send(request, etag)
        if not isinstance(answer, dict):
            # The library hands on as text what is no JSON: an answer cut off, or a captive portal's page.
            raise OfflineError("dropped")
        return answer

    def _send(self, request: Any, etag: str) -> Any:
        from googleapiclient.errors import HttpError

        if etag:
            request.headers["If-Match"] = etag
        try:
            return request.execute(http=self._http, num_retries=0)
        except HttpError as error:
            # Not chained: the library's text holds the whole address.
            raise _api_error(error) from None
        except UnicodeDecodeError:
            # A page in another encoding than JSON's, as some proxies put in the place of an answer.
            raise OfflineError("dropped") from None


class _AuthorizedHttp:
    """What ``googleapiclient`` expects of an http object, on our transport, with the account's token."""

    def __init__(self, transport: Transport, tokens: AccessTokenSource) -> None:
        self.transport = transport
        self.sent = 0
        self._tokens = tokens

    def request(
        self,
        uri: str,
        method: str = "GET",
        body: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
        redirections: int = 0,  # noqa: ARG002 - the library's signature
        connection_type: object = None,  # noqa: ARG002 - likewise
    ) -> tuple[httplib2.Response, bytes]:
        import httplib2

        send = functools.partial(self._send, uri, method, body, headers or {})
        answer = send(self._tokens.current)
        if answer.status == 401:
            answer = send(self._tokens.renewed)
            if answer.status == 401:
                raise InvalidGrantError
        response = httplib2.Response(dict(answer.headers))
        response.status = answer.status
        return response, answer.body

    def _send(
        self,
        uri: str,
        method: str,
        body: bytes | str | None,
        headers: Mapping[str, str],
        token: Callable[[], str],
    ) -> HttpAnswer:
        authorized = {**headers, "authorization": f"Bearer {token()}"}
        self.sent += 1
        return self.transport.send(method, uri, authorized, body)


@functools.lru_cache(maxsize=1)
def _service(api_root: str) -> Any:
    """The description of all requests, kept because most passes cost less than building it.  It sends nothing."""
    import httplib2
    from googleapiclient.discovery import build_from_document

    documents = importlib.resources.files("googleapiclient.discovery_cache.documents")
    document = documents.joinpath("calendar.v3.json").read_text(encoding="utf-8")
    options = {"api_endpoint": f"{api_root}calendar/v3/"}
    return build_from_document(document, http=httplib2.Http(), client_options=options)


def _given(**parameters: str | None) -> dict[str, str]:
    return {name: value for name, value in parameters.items() if value}


def _page(answer: Json) -> EventPage:
    return EventPage(
        tuple(answer.get("items", ())),
        answer.get("nextPageToken", ""),
        answer.get("nextSyncToken", ""),
        answer.get("timeZone", ""),
        answer.get("accessRole", ""),
    )


def _api_error(error: HttpError) -> ApiError:
    try:
        detail = json.loads(error.content)["error"]["errors"][0]
        reason = detail["reason"]
        if reason == "invalid" and "time zone definition" in str(detail.get("message")):
            reason = UNKNOWN_ZONE
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        reason = ""
    wait = error.resp.get("retry-after", "")
    return ApiError(error.resp.status, str(reason), float(wait) if wait.isdecimal() else None)
