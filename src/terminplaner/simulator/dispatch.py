"""From a request to its answer: routing, faults, quota, log."""

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from terminplaner.simulator.api import CalendarApi, Route, route
from terminplaner.simulator.errors import ApiError, OAuthError, full_sync_required
from terminplaner.simulator.faults import Fault, FaultKind, Faults
from terminplaner.simulator.http import HttpRequest, HttpResponse
from terminplaner.simulator.journal import Journal, LoggedRequest, QuotaMeter
from terminplaner.simulator.oauth import OAuth
from terminplaner.simulator.oauth_http import OAuthPages
from terminplaner.simulator.store import Store

_MALFORMED = {
    "kind": "calendar#event",
    "id": "malformed0item",
    "status": "confirmed",
    "summary": "Unlesbarer Termin",
    "start": {"dateTime": "2026-13-45T99:00:00"},
    "end": None,
}
_USAGE = {"rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded"}


class Dispatcher:
    """Answers requests; None as the answer means: close the connection without one."""

    def __init__(
        self,
        store: Store,
        oauth: OAuth,
        pages: OAuthPages,
        api: CalendarApi,
        faults: Faults,
        journal: Journal,
        quota: QuotaMeter,
    ) -> None:
        self._store = store
        self._oauth = oauth
        self._pages = pages
        self._api = api
        self._faults = faults
        self._journal = journal
        self._quota = quota

    def answer(self, request: HttpRequest, stopping: threading.Event) -> HttpResponse | None:
        """The answer; a delay ends early once `stopping` is set."""
        at = route(request)
        operation = at.operation if at else self._pages.operation(request) or "unknown"
        faults = self._faults.take(operation, request.path)
        kinds = {fault.kind for fault in faults}
        for fault in faults:
            if fault.kind is FaultKind.DELAY:
                stopping.wait(fault.seconds)
            elif fault.kind is FaultKind.CALL and fault.action is not None:
                fault.action()
        response: HttpResponse | None = None
        if FaultKind.DROP_BEFORE not in kinds:
            response = self._perform(request, at, operation, faults)
        if FaultKind.DROP_AFTER in kinds:
            response = None
        self._log(request, operation, response)
        return response

    def _perform(
        self, request: HttpRequest, at: Route | None, operation: str, faults: Sequence[Fault]
    ) -> HttpResponse:
        def perform() -> HttpResponse:
            for fault in faults:
                if fault.kind is FaultKind.ERROR:
                    raise _refusal(operation, fault)
                if fault.kind is FaultKind.EXPIRE_SYNC_TOKEN and operation != "events.list":
                    raise full_sync_required()
            if at is None:
                if operation == "unknown":
                    return HttpResponse(404, b"Not Found", "text/plain; charset=UTF-8")
                return self._pages.answer(operation, request)
            grant = self._oauth.identify(request.headers.get("authorization", ""))
            self._quota.charge(grant.account, self._store.clock.now())
            return self._api.answer(at, grant, request, faults)

        with self._store.lock:
            response = shaped(perform)
        for fault in faults:
            if fault.kind is FaultKind.MALFORMED_JSON:
                response = replace(response, body=response.body[: len(response.body) // 2])
            elif fault.kind is FaultKind.MALFORMED_ITEM and response.status == 200:
                document = json.loads(response.body)
                document["items"] = [*document.get("items", []), _MALFORMED]
                response = replace(response, body=json.dumps(document, ensure_ascii=False).encode())
        return response

    def _log(self, request: HttpRequest, operation: str, response: HttpResponse | None) -> None:
        account: str | None = None
        with self._store.lock:
            try:
                account = self._oauth.identify(request.headers.get("authorization", "")).account
            except ApiError:
                account = None  # a consent page, a token request, or a bad token: nobody is known
        self._journal.add(
            LoggedRequest(
                time=self._store.clock.now(),
                method=request.method,
                path=request.path,
                query=request.query,
                body=request.body.decode("utf-8", "replace"),
                operation=operation,
                account=account,
                status=response.status if response else None,
            )
        )


def shaped(perform: Callable[[], HttpResponse]) -> HttpResponse:
    """Performs, and puts a refusal into the shape in which Google sends it."""
    try:
        return perform()
    except ApiError as refusal:
        return HttpResponse.of_json(refusal.status, refusal.body(), refusal.headers)
    except OAuthError as refusal:
        return HttpResponse.of_json(refusal.status, refusal.body())


def _refusal(operation: str, fault: Fault) -> ApiError | OAuthError:
    if operation.startswith("oauth."):
        return OAuthError(fault.status, fault.reason, "Scripted fault")
    headers = {"Retry-After": str(fault.retry_after)} if fault.retry_after is not None else {}
    domain = "usageLimits" if fault.reason in _USAGE else "global"
    return ApiError(fault.status, fault.reason, f"Scripted fault: {fault.reason}", domain=domain, headers=headers)
