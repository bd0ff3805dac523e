"""OAuth 2 for an installed application (RFC 6749, 7636, 8252), as far as Google needs it.

Written here and not taken from a library: those that fit drop a valid token when a tick box stayed empty, ask on
every refresh for more scopes than were granted, send requests again by themselves, and open up to plain http for
the whole process at once.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlencode

from terminplaner.domain.errors import GoogleError
from terminplaner.services.oauth_client import OAuthClient
from terminplaner.services.ports import Clock
from terminplaner.sync.endpoints import GoogleEndpoints
from terminplaner.sync.errors import ApiError, ClientRefusedError, ClockWrongError, InvalidGrantError, OfflineError
from terminplaner.sync.transport import HttpAnswer, Transport

SCOPE_CREATED = "https://www.googleapis.com/auth/calendar.app.created"
SCOPE_LIST = "https://www.googleapis.com/auth/calendar.calendarlist.readonly"
SCOPE_OWNED = "https://www.googleapis.com/auth/calendar.events.owned"

_CLOCK_TOLERANCE = timedelta(minutes=5)
_INVALID_GRANT = frozenset({"invalid_grant", "invalid_rapt", "access_denied", "admin_policy_enforced"})
_INVALID_CLIENT = frozenset({"invalid_client", "unauthorized_client", "deleted_client", "disabled_client"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """What the token endpoint gave; ``refresh_token`` is empty where it gave none."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_in_seconds: int
    scopes: frozenset[str]


@dataclass(frozen=True, slots=True)
class AuthorizationRequest:
    """One request for consent: the secrets that tie its answer and the exchange to it."""

    client: OAuthClient
    redirect_uri: str
    scopes: tuple[str, ...]
    state: str = field(repr=False)
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(64), repr=False)

    def url(self) -> str:
        """The address of Google's consent page; it always asks, and always offers the choice of the account."""
        parameters = {
            "response_type": "code",
            "client_id": self.client.client_id,
            "redirect_uri": self.redirect_uri,
            "scope": " ".join(self.scopes),
            "state": self.state,
            "code_challenge": challenge_of(self.verifier),
            "code_challenge_method": "S256",
            "access_type": "offline",
            "prompt": "consent select_account",
        }
        separator = "&" if "?" in self.client.auth_uri else "?"
        return f"{self.client.auth_uri}{separator}{urlencode(parameters)}"


def challenge_of(verifier: str) -> str:
    """The S256 code challenge (RFC 7636, 4.2)."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


@dataclass(frozen=True, slots=True)
class TokenEndpoint:
    """Google's token endpoint.

    Its methods raise ``InvalidGrantError``, ``ClockWrongError``, ``ClientRefusedError``, ``OfflineError`` and, for
    everything else Google may answer, ``ApiError``.
    """

    transport: Transport
    endpoints: GoogleEndpoints
    clock: Clock

    def exchange(self, request: AuthorizationRequest, code: str) -> Tokens:
        return self._post(
            {
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": request.redirect_uri,
                "code_verifier": request.verifier,
            },
            request.scopes,
        )

    def refresh(self, refresh_token: str) -> Tokens:
        """A new access token.  No scope is sent: asking for more than was granted is refused."""
        return self._post({"grant_type": "refresh_token", "refresh_token": refresh_token}, ())

    def revoke(self, token: str) -> None:
        """Withdraw the whole grant; ``ApiError`` where Google does not know the token any more."""
        answer = self._send(self.endpoints.revoke_uri, {"token": token})
        if answer.status != 200:
            raise ApiError(answer.status, _error_of(answer))

    def _post(self, form: Mapping[str, str], requested: Iterable[str]) -> Tokens:
        client = self.endpoints.client
        identity = {"client_id": client.client_id, "client_secret": client.client_secret}
        answer = self._send(client.token_uri, {**form, **identity})
        if answer.status != 200:
            raise self._refusal(answer)
        try:
            document = json.loads(answer.body)
            return Tokens(
                access_token=document["access_token"],
                refresh_token=document.get("refresh_token", ""),
                expires_in_seconds=int(document.get("expires_in", 0)),
                # Without the field everything requested was granted (RFC 6749, 5.1).
                scopes=frozenset(document["scope"].split() if "scope" in document else requested),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            raise OfflineError("dropped") from None

    def _send(self, url: str, form: Mapping[str, str]) -> HttpAnswer:
        headers = {"content-type": "application/x-www-form-urlencoded", "accept": "application/json"}
        return self.transport.send("POST", url, headers, urlencode(form))

    def _refusal(self, answer: HttpAnswer) -> GoogleError:
        error = _error_of(answer)
        if error in _INVALID_CLIENT:
            return ClientRefusedError(error=error)
        if error not in _INVALID_GRANT:
            return ApiError(answer.status, error)
        minutes_off = self._clock_error(answer)
        return ClockWrongError(minutes=minutes_off) if minutes_off else InvalidGrantError(reason=error)

    def _clock_error(self, answer: HttpAnswer) -> int:
        """By how many minutes this computer's clock is off; 0 within the tolerance or without Google's date."""
        try:
            theirs = parsedate_to_datetime(answer.headers["date"])
        except (KeyError, ValueError):
            return 0
        off = abs(self.clock.now() - theirs)
        return round(off / timedelta(minutes=1)) if off > _CLOCK_TOLERANCE else 0


def _error_of(answer: HttpAnswer) -> str:
    try:
        error = json.loads(answer.body)["error"]
    except (ValueError, KeyError, TypeError):
        return ""
    return error if isinstance(error, str) else ""
