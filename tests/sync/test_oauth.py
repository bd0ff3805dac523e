"""How Google's libraries are used: on our transport, each request once, and never open to plain http for long."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter

from terminplaner.domain.errors import ComeBackLaterError, GoogleError
from terminplaner.services.oauth_client import OAuthClient
from terminplaner.sync.endpoints import GoogleEndpoints
from terminplaner.sync.errors import (
    ApiError,
    ClientRefusedError,
    ClockWrongError,
    InvalidGrantError,
    OfflineError,
    TokenRefusedError,
)
from terminplaner.sync.oauth import (
    SCOPE_CREATED,
    SCOPE_LIST,
    AuthorizationRequest,
    TokenEndpoint,
    insecure_loopback,
)
from terminplaner.sync.transport import Transport

LOOPBACK = "http://127.0.0.1:9"
GOOGLE = "https://google.example"
NOW = datetime(2027, 1, 12, 9, tzinfo=UTC)
INSECURE = "OAUTHLIB_INSECURE_TRANSPORT"
TOKEN = {"access_token": "ya29.secret", "token_type": "Bearer", "expires_in": 3599}


@dataclass(slots=True)
class Wire:
    """Answers in the network's place; keeps what was sent, with which time limits, and what oauthlib might do."""

    status: int = 200
    body: Any = field(default_factory=lambda: TOKEN)
    headers: dict[str, str] = field(default_factory=lambda: {"date": format_datetime(NOW)})
    failure: Exception | None = None
    sent: list[requests.PreparedRequest] = field(default_factory=list)
    limits: list[object] = field(default_factory=list)
    allowed: list[str | None] = field(default_factory=list)

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        self.sent.append(request)
        self.limits.append(options["timeout"])
        self.allowed.append(os.environ.get(INSECURE))
        if self.failure is not None:
            raise self.failure
        answer = requests.Response()
        answer.status_code, answer.request, answer.url = self.status, request, request.url or ""
        answer.headers.update(self.headers)
        content = self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()
        answer.raw = io.BytesIO(content)
        return answer


class StoppedClock:
    def now(self) -> datetime:
        return NOW


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Wire:
    made = Wire()
    monkeypatch.setattr(HTTPAdapter, "send", lambda _adapter, request, **options: made.send(request, **options))
    monkeypatch.delenv(INSECURE, raising=False)
    return made


def client_at(root: str) -> OAuthClient:
    return OAuthClient("id", "GOCSPX-secret", f"{root}/auth", f"{root}/token")


def exchange(root: str = GOOGLE) -> Any:
    endpoints = GoogleEndpoints(client_at(root))
    request = AuthorizationRequest(endpoints.client, "http://127.0.0.1:1/x", (SCOPE_CREATED, SCOPE_LIST))
    request.url("state")
    with closing(Transport()) as transport:
        return TokenEndpoint(transport, endpoints, StoppedClock()).exchange(request, "code-secret")


def refresh(root: str = GOOGLE) -> Any:
    with closing(Transport()) as transport:
        return TokenEndpoint(transport, GoogleEndpoints(client_at(root)), StoppedClock()).refresh("1//secret")


either = pytest.mark.parametrize("ask", [exchange, refresh])


@pytest.mark.parametrize("before", [None, "0"])
@pytest.mark.parametrize("failure", [None, requests.ConnectionError()])
def test_plain_http_is_allowed_only_while_the_simulator_is_asked(
    wire: Wire, monkeypatch: pytest.MonkeyPatch, before: str | None, failure: Exception | None
) -> None:
    if before is not None:
        monkeypatch.setenv(INSECURE, before)
    wire.failure = failure
    if failure is None:
        exchange(LOOPBACK)
    else:
        with pytest.raises(OfflineError):
            exchange(LOOPBACK)
    assert wire.allowed == ["1"]
    assert os.environ.get(INSECURE) == before


@either
def test_nothing_is_opened_for_google(wire: Wire, ask: Callable[[], Any]) -> None:
    ask()
    assert wire.allowed == [None]
    assert INSECURE not in os.environ


@pytest.mark.parametrize("address", ["https://127.0.0.1/token", "http://google.example/token"])
def test_only_plain_http_on_loopback_is_let_through(wire: Wire, address: str) -> None:
    with insecure_loopback(address):
        assert INSECURE not in os.environ


@pytest.mark.parametrize(
    ("answered", "granted"),
    [
        ({"scope": SCOPE_CREATED}, {SCOPE_CREATED}),
        ({"scope": f"{SCOPE_LIST} {SCOPE_CREATED}"}, {SCOPE_CREATED, SCOPE_LIST}),
        ({}, {SCOPE_CREATED, SCOPE_LIST}),
    ],
)
def test_the_scopes_are_those_that_were_ticked(wire: Wire, answered: dict[str, str], granted: set[str]) -> None:
    wire.body = {**TOKEN, **answered}
    assert exchange().scopes == granted


def test_a_refresh_asks_for_no_scope_and_tells_how_long_the_token_lasts(wire: Wire) -> None:
    assert refresh().expires_in_seconds == pytest.approx(3599, abs=60)
    assert b"scope" not in (wire.sent[0].body or b"")


@either
def test_every_request_has_our_time_limits(wire: Wire, ask: Callable[[], Any]) -> None:
    ask()
    assert wire.limits == [(10, 30)]


@either
@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (400, {"error": "invalid_grant", "error_description": "1//secret"}, InvalidGrantError),
        (400, {"error": "invalid_grant", "error_subtype": "invalid_rapt"}, InvalidGrantError),
        (400, {"error": "invalid_rapt"}, InvalidGrantError),
        (401, {"error": "invalid_client"}, ClientRefusedError),
        (401, {"error": "unauthorized_client"}, ClientRefusedError),
        (400, {"error": "invalid_scope"}, TokenRefusedError),
        (400, {"error": {"code": 400}}, TokenRefusedError),
        (404, b"<html>secret", TokenRefusedError),
        (429, b"<html>secret", ComeBackLaterError),
        (503, {"error": "temporarily_unavailable"}, ComeBackLaterError),
        (500, b"<html>secret", ComeBackLaterError),
        (307, b"", TokenRefusedError),
        (200, b"<html>secret", OfflineError),
        (200, ["secret"], OfflineError),
        (200, {"refresh_token": "1//secret"}, OfflineError),
        (200, {**TOKEN, "expires_in": "soon"}, OfflineError),
    ],
)
def test_a_refusal_is_ours_final_and_discreet(
    wire: Wire, ask: Callable[[], Any], status: int, body: Any, error: type[GoogleError]
) -> None:
    wire.status, wire.body = status, body
    wire.headers["location"] = f"{GOOGLE}/elsewhere"
    with pytest.raises(error) as caught:
        ask()
    assert len(wire.sent) == 1
    assert "secret" not in f"{caught.value!s} {caught.value!r}"
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None or caught.value.__suppress_context__
    assert not isinstance(caught.value, ApiError)


@either
def test_a_wrong_clock_is_told_from_googles_date(wire: Wire, ask: Callable[[], Any]) -> None:
    wire.status, wire.body = 400, {"error": "invalid_grant"}
    wire.headers["date"] = format_datetime(NOW.replace(hour=10))
    with pytest.raises(ClockWrongError) as caught:
        ask()
    assert caught.value.params["minutes"] == 60


@either
@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (requests.exceptions.ProxyError("secret"), "proxy"),
        (requests.exceptions.ReadTimeout("secret"), "timeout"),
        (requests.exceptions.ConnectionError("secret"), "dropped"),
    ],
)
def test_a_library_does_not_hide_why_google_was_not_reached(
    wire: Wire, ask: Callable[[], Any], failure: Exception, kind: str
) -> None:
    wire.failure = failure
    with pytest.raises(OfflineError) as caught:
        ask()
    assert caught.value.kind == kind
    assert len(wire.sent) == 1
