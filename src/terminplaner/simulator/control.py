"""The control addresses under `/_control/`: the person's hands for scripts in another process. JSON in and out.

    GET    accounts                                 POST {"email", "timeZone"?}
    GET    calendars?account=                       POST {"account", "summary", "timeZone"?}
    DELETE calendars?calendar=
    GET    events?calendar=[&deleted=true]          POST {"calendar", "event": {...}}
    PATCH  events {"calendar", "id", "event": {...}}    DELETE events?calendar=&id=
    POST   copy {"calendar", "id"}                  POST move {"calendar", "id", "to"}
    GET    requests                                 DELETE requests
    GET    faults    POST {"match", "kind", ...}    DELETE faults
    POST   expire {"what": "sync_tokens" | "access_tokens" | "grants"}
    POST   clock {"advanceSeconds": n}

A calendar is named by its id or by its title.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import fields
from datetime import timedelta
from typing import Any

from terminplaner.simulator.errors import Json, invalid, not_found
from terminplaner.simulator.faults import Fault, FaultKind
from terminplaner.simulator.google import Google
from terminplaner.simulator.http import HttpRequest, HttpResponse, first, flag
from terminplaner.simulator.person import PersonCalendar

CONTROL_PATH = "/_control/"
_FAULT_FIELDS = {field.name for field in fields(Fault)} - {"action"}


class Control:
    """Answers the control addresses."""

    def __init__(self, google: Google) -> None:
        self._google = google
        self._actions: dict[tuple[str, str], Callable[[HttpRequest], Any]] = {
            ("GET", "accounts"): lambda _: [person.email for person in google.accounts],
            ("POST", "accounts"): self._add_account,
            ("GET", "calendars"): self._calendars,
            ("POST", "calendars"): self._add_calendar,
            ("DELETE", "calendars"): self._delete_calendar,
            ("GET", "events"): self._events,
            ("POST", "events"): self._add_event,
            ("PATCH", "events"): self._edit_event,
            ("DELETE", "events"): self._delete_event,
            ("POST", "copy"): self._copy,
            ("POST", "move"): self._move,
            ("GET", "requests"): lambda _: dict(Counter(request.operation for request in google.requests)),
            ("DELETE", "requests"): lambda _: google.clear_requests(),
            ("GET", "faults"): lambda _: [_fault_json(fault) for fault in google.faults.pending()],
            ("POST", "faults"): self._add_fault,
            ("DELETE", "faults"): lambda _: google.faults.clear(),
            ("POST", "expire"): self._expire,
            ("POST", "clock"): self._clock,
        }

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Performs one control request. ApiError where it cannot be done."""
        action = self._actions.get((request.method, request.path.removeprefix(CONTROL_PATH)))
        if action is None:
            raise not_found()
        try:
            return HttpResponse.of_json(200, action(request))
        except (KeyError, TypeError, ValueError) as error:
            raise invalid(f"{type(error).__name__}: {error}") from error

    def _calendar(self, name: str) -> PersonCalendar:
        for person in self._google.accounts:
            for calendar in person.calendars:
                if name in (calendar.id, calendar.summary):
                    return calendar
        raise not_found()

    def _add_account(self, request: HttpRequest) -> Json:
        body = request.json()
        return {"email": self._google.add_account(body["email"], body.get("timeZone", "Europe/Berlin")).email}

    def _calendars(self, request: HttpRequest) -> list[Json]:
        return [_calendar_json(item) for item in self._google.account(first(request.query, "account")).calendars]

    def _add_calendar(self, request: HttpRequest) -> Json:
        body = request.json()
        owner = self._google.account(body["account"])
        return _calendar_json(owner.add_calendar(body["summary"], time_zone=body.get("timeZone")))

    def _delete_calendar(self, request: HttpRequest) -> None:
        self._calendar(first(request.query, "calendar")).delete()

    def _events(self, request: HttpRequest) -> list[Json]:
        calendar = self._calendar(first(request.query, "calendar"))
        return calendar.events(include_deleted=flag(request.query, "deleted"))

    def _add_event(self, request: HttpRequest) -> Json:
        body = request.json()
        event = dict(body["event"])
        summary, start, end = event.pop("summary", ""), event.pop("start"), event.pop("end")
        return self._calendar(body["calendar"]).add_event(summary, start, end, **event)

    def _edit_event(self, request: HttpRequest) -> Json:
        body = request.json()
        return self._calendar(body["calendar"]).edit_event(body["id"], **body["event"])

    def _delete_event(self, request: HttpRequest) -> None:
        self._calendar(first(request.query, "calendar")).delete_event(first(request.query, "id"))

    def _copy(self, request: HttpRequest) -> Json:
        body = request.json()
        return self._calendar(body["calendar"]).copy_event(body["id"])

    def _move(self, request: HttpRequest) -> Json:
        body = request.json()
        return self._calendar(body["calendar"]).move_event(body["id"], self._calendar(body["to"]))

    def _add_fault(self, request: HttpRequest) -> Json:
        body = request.json()
        unknown = body.keys() - _FAULT_FIELDS
        if unknown:
            raise ValueError(", ".join(sorted(unknown)))
        fault = Fault(**body | {"kind": FaultKind(body["kind"])})
        self._google.faults.add(fault)
        return _fault_json(fault)

    def _expire(self, request: HttpRequest) -> None:
        what = request.json()["what"]
        {
            "sync_tokens": self._google.expire_sync_tokens,
            "access_tokens": self._google.expire_access_tokens,
            "grants": self._google.withdraw_grants,
        }[what]()

    def _clock(self, request: HttpRequest) -> str:
        self._google.clock.advance(timedelta(seconds=request.json()["advanceSeconds"]))
        return self._google.clock.now().isoformat()


def _calendar_json(calendar: PersonCalendar) -> Json:
    return {
        "id": calendar.id,
        "summary": calendar.summary,
        "primary": calendar.primary,
        "timeZone": calendar.time_zone,
        "dataOwner": calendar.data_owner,
        "roles": calendar.roles,
    }


def _fault_json(fault: Fault) -> Json:
    return {name: getattr(fault, name) for name in sorted(_FAULT_FIELDS)}
