"""Consent and tokens through Google's own libraries, over our transport and with our errors.

The libraries are imported where they are used, because no window should wait for them.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import Any
from urllib.parse import urlencode, urlsplit

import requests

from terminplaner.domain.errors import ComeBackLaterError, GoogleError
from terminplaner.services.oauth_client import OAuthClient
from terminplaner.services.ports import Clock
from terminplaner.sync.endpoints import GoogleEndpoints, is_loopback
from terminplaner.sync.errors import (
    ApiError,
    ClientRefusedError,
    ClockWrongError,
    InvalidGrantError,
    OfflineError,
    TokenRefusedError,
)
from terminplaner.sync.transport import Transport, offline_error

SCOPE_CREATED = "https://www.googleapis.com/auth/calendar.app.created"
SCOPE_LIST = "https://www.googleapis.com/auth/calendar.calendarlist.readonly"
SCOPE_OWNED = "https://www.googleapis.com/auth/calendar.events.owned"

_CLOCK_TOLERANCE = timedelta(minutes=5)
_INVALID_GRANT = frozenset({"invalid_grant", "invalid_rapt", "access_denied", "admin_policy_enforced"})
_INVALID_CLIENT = frozenset({"invalid_client", "unauthorized_client", "deleted_client", "disabled_client"})

# Below WARNING they write codes, tokens and the client's secret.
for _name in ("google.auth", "oauthlib", "requests_oauthlib"):
    logging.getLogger(_name).setLevel(logging.WARNING)

_INSECURE_TRANSPORT = "OAUTHLIB_INSECURE_TRANSPORT"
_insecure_transport_lock = Lock()  # the environment belongs to the whole process


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a consent gave; ``refresh_token`` is empty where it gave none."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    scopes: frozenset[str]


@dataclass(frozen=True, slots=True)
class AccessToken:
    text: str = field(repr=False)
    expires_in_seconds: float


class AuthorizationRequest:
    """One request for consent; ``flow`` holds the secrets that tie the exchange to it."""

    def __init__(self, client: OAuthClient, redirect_uri: str, scopes: Sequence[str]) -> None:
        from google_auth_oauthlib.flow import Flow

        self.scopes = tuple(scopes)
        self.flow = Flow.from_client_config(
            {
                "installed": {
                    "client_id": client.client_id,
                    "client_secret": client.client_secret,
                    "auth_uri": client.auth_uri,
                    "token_uri": client.token_uri,
                }
            },
            scopes=self.scopes,
            redirect_uri=redirect_uri,
            autogenerate_code_verifier=True,
        )

    def url(self, state: str) -> str:
        """The address of Google's consent page; it always asks, and always offers the choice of the account."""
        with insecure_loopback(self.flow.client_config["auth_uri"]):
            address, _state = self.flow.authorization_url(
                state=state, access_type="offline", prompt="consent select_account"
            )
        return str(address)


@dataclass(frozen=True, slots=True)
class TokenEndpoint:
    """Google's token endpoint.

    Its methods raise ``InvalidGrantError``, ``ClockWrongError``, ``ClientRefusedError``, ``OfflineError`` and, for
    everything else Google may answer, ``ComeBackLaterError`` or ``TokenRefusedError``: an ``ApiError`` would be
    taken for the answer to the request that needed the token.
    """

    transport: Transport
    endpoints: GoogleEndpoints
    clock: Clock

    def exchange(self, request: AuthorizationRequest, code: str) -> Tokens:
        flow = request.flow
        # Compared with what was asked for, a tick box left empty would cost the whole token.
        flow.oauth2session.scope = None
        with self._judged(flow.oauth2session), insecure_loopback(self.endpoints.client.token_uri):
            # In the body, as Google documents it for installed programs, not as HTTP Basic.
            token = flow.fetch_token(code=code, include_client_id=True)
        return Tokens(
            access_token=token["access_token"],
            refresh_token=token.get("refresh_token", ""),
            # Without the field everything requested was granted (RFC 6749, 5.1).
            scopes=frozenset(token.get("scope", request.scopes)),
        )

    def refresh(self, refresh_token: str) -> AccessToken:
        """A new access token.  No scope is sent: asking for more than was granted is refused."""
        from google.auth.transport.requests import Request
        from google.oauth2.credentials import Credentials

        client = self.endpoints.client
        credentials = Credentials(
            token=None,
            refresh_token=refresh_token,
            token_uri=client.token_uri,
            client_id=client.client_id,
            client_secret=client.client_secret,
            scopes=None,
        )
        session = requests.Session()
        with self._judged(session):
            credentials.refresh(Request(session))
        now = datetime.now(UTC).replace(tzinfo=None)  # as the library writes the expiry
        lifetime = (credentials.expiry or now) - now
        return AccessToken(str(credentials.token), lifetime.total_seconds())

    def revoke(self, token: str) -> None:
        """Withdraw the whole grant; ``ApiError`` where Google does not know the token any more."""
        headers = {"content-type": "application/x-www-form-urlencoded"}
        answer = self.transport.send("POST", self.endpoints.revoke_uri, headers, urlencode({"token": token}))
        if answer.status != 200:
            raise ApiError(answer.status, _error_of(_document_of(answer.body)))

    @contextmanager
    def _judged(self, session: requests.Session) -> Iterator[None]:
        """Requests of a library's ``session`` go over our transport, and its errors become ours."""
        from google.auth.exceptions import GoogleAuthError

        self.transport.equip(session)
        session.hooks["response"] = [self._judge]
        try:
            yield
        except (requests.RequestException, GoogleAuthError, ValueError) as error:
            # Not chained: the libraries' texts hold tokens.
            raise offline_error(error) from None

    def _judge(self, answer: requests.Response, **_options: Any) -> None:
        """Runs before a library could repeat the request or follow a redirect with its secrets."""
        document = _document_of(answer.content)
        if answer.status_code != 200:
            raise self._refusal(answer.status_code, _error_of(document), answer.headers.get("date", ""))
        if not isinstance(document.get("access_token"), str):
            raise OfflineError("dropped")

    def _refusal(self, status: int, error: str, date: str) -> GoogleError:
        if error in _INVALID_CLIENT:
            return ClientRefusedError(error=error)
        if status == 429 or status >= 500:
            return ComeBackLaterError("google_unavailable", status=status)
        if error not in _INVALID_GRANT:
            return TokenRefusedError(status=status, reason=error)
        minutes_off = self._clock_error(date)
        return ClockWrongError(minutes=minutes_off) if minutes_off else InvalidGrantError(reason=error)

    def _clock_error(self, date: str) -> int:
        """By how many minutes this computer's clock is off; 0 within the tolerance or without Google's date."""
        try:
            off = abs(self.clock.now() - parsedate_to_datetime(date))
        except ValueError:
            return 0
        return round(off / timedelta(minutes=1)) if off > _CLOCK_TOLERANCE else 0


@contextmanager
def insecure_loopback(address: str) -> Iterator[None]:
    """Let oauthlib use ``address`` where it is plain http on loopback (the simulator), and only meanwhile."""
    if urlsplit(address).scheme != "http" or not is_loopback(address):
        yield
        return
    with _insecure_transport_lock:
        before = os.environ.get(_INSECURE_TRANSPORT)
        os.environ[_INSECURE_TRANSPORT] = "1"
        try:
            yield
        finally:
            if before is None:
                del os.environ[_INSECURE_TRANSPORT]
            else:
                os.environ[_INSECURE_TRANSPORT] = before


def _document_of(body: bytes) -> dict[str, Any]:
    try:
        document = json.loads(body)
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}


def _error_of(document: dict[str, Any]) -> str:
    error = document.get("error", "")
    return error if isinstance(error, str) else ""
