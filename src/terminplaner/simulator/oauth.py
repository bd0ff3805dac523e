"""Google's OAuth 2 for installed applications: consent, codes, tokens, revocation."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode, urlsplit

from terminplaner.simulator.clock import Clock
from terminplaner.simulator.errors import ApiError, Json, OAuthError
from terminplaner.simulator.http import Query, first
from terminplaner.simulator.scopes import DESCRIPTIONS

_CODE_LIFE = timedelta(minutes=10)
_ACCESS_LIFE = timedelta(seconds=3599)
_TOKENS_PER_GRANT = 100


class AuthorizationRefused(Exception):  # noqa: N818 - a page for a person, not a failure of the program
    """An authorization request that ends on Google's own error page."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


@dataclass(frozen=True)
class Client:
    """A registered OAuth client of the type "installed"."""

    client_id: str
    secret: str
    app_name: str


@dataclass(frozen=True)
class Authorization:
    """A checked authorization request."""

    client: Client
    redirect_uri: str
    scopes: tuple[str, ...]
    state: str | None
    challenge: str
    challenge_method: str
    offline: bool
    prompts: frozenset[str]
    include_granted: bool
    login_hint: str

    def answer(self, parameters: Mapping[str, str]) -> str:
        """The redirect to the application."""
        state = {"state": self.state} if self.state is not None else {}
        return f"{self.redirect_uri}?{urlencode(state | dict(parameters))}"


@dataclass(frozen=True)
class _Code:
    request: Authorization
    account: str
    scopes: tuple[str, ...]
    expires: datetime


@dataclass(frozen=True)
class Grant:
    """What a token stands for."""

    account: str
    client_id: str
    scopes: tuple[str, ...]
    expires: datetime | None = None


class OAuth:
    """The authorization server's state."""

    def __init__(self, clock: Clock, client: Client) -> None:
        self._clock = clock
        self.client = client
        self._codes: dict[str, _Code] = {}
        self._refresh: dict[str, Grant] = {}
        self._access: dict[str, Grant] = {}
        self._granted: dict[tuple[str, str], set[str]] = {}
        self.issued: set[str] = set()
        """Every code and token ever given out, the dead ones included."""

    def check(self, query: Query) -> Authorization:
        """The authorization request in `query`. AuthorizationRefused where Google shows an error instead."""
        if first(query, "client_id") != self.client.client_id:
            raise AuthorizationRefused(401, "invalid_client")
        redirect = first(query, "redirect_uri")
        target = urlsplit(redirect)
        if target.scheme != "http" or target.hostname not in {"127.0.0.1", "localhost", "::1"}:
            raise AuthorizationRefused(400, "redirect_uri_mismatch")
        scopes = tuple(dict.fromkeys(first(query, "scope").split()))
        if first(query, "response_type") != "code" or not scopes:
            raise AuthorizationRefused(400, "invalid_request")
        if any(scope not in DESCRIPTIONS for scope in scopes):
            raise AuthorizationRefused(400, "invalid_scope")
        method = first(query, "code_challenge_method", "plain")
        if method not in {"S256", "plain"}:
            raise AuthorizationRefused(400, "invalid_request")
        return Authorization(
            client=self.client,
            redirect_uri=redirect,
            scopes=scopes,
            state=first(query, "state") if "state" in query else None,
            challenge=first(query, "code_challenge"),
            challenge_method=method,
            offline=first(query, "access_type") == "offline",
            prompts=frozenset(first(query, "prompt").split()),
            include_granted=first(query, "include_granted_scopes") == "true",
            login_hint=first(query, "login_hint"),
        )

    def allow(self, request: Authorization, account: str, ticked: tuple[str, ...]) -> str:
        """The redirect after consent to `ticked`, a part of what was asked for; without any, access is denied."""
        granted = tuple(scope for scope in request.scopes if scope in ticked)
        if not granted:
            return self.deny(request)
        known = self._granted.setdefault((account, request.client.client_id), set())
        if request.include_granted:
            granted += tuple(sorted(known - set(granted)))
        code = self._issue("4/0A", 32)
        self._codes[code] = _Code(request, account, granted, self._clock.now() + _CODE_LIFE)
        return request.answer({"code": code, "scope": " ".join(granted)})

    @staticmethod
    def deny(request: Authorization) -> str:
        """The redirect after "Abbrechen"."""
        return request.answer({"error": "access_denied"})

    def token(self, form: Query, basic: tuple[str, str] | None) -> Json:
        """The answer of the token endpoint. OAuthError where it refuses."""
        client_id, secret = basic or (first(form, "client_id"), first(form, "client_secret"))
        if client_id != self.client.client_id:
            raise OAuthError(401, "invalid_client", "The OAuth client was not found.")
        if not hmac.compare_digest(secret, self.client.secret):
            raise OAuthError(401, "invalid_client", "Unauthorized")
        kind = first(form, "grant_type")
        if kind == "authorization_code":
            return self._exchange(form)
        if kind == "refresh_token":
            return self._renew(form)
        raise OAuthError(400, "unsupported_grant_type", f"Invalid grant_type: {kind}")

    def issue(self, account: str, scopes: tuple[str, ...], *, offline: bool = True) -> Json:
        """Tokens for the client as after a consent. The oldest refresh token gives way beyond 100 (O8)."""
        client_id = self.client.client_id
        known = self._granted.setdefault((account, client_id), set())
        known |= set(scopes)
        answer = self._access_token(Grant(account, client_id, scopes))
        if offline:
            refresh = self._issue("1//0", 40)
            self._refresh[refresh] = Grant(account, client_id, scopes)
            answer["refresh_token"] = refresh
            live = [key for key, grant in self._refresh.items() if grant.account == account]
            for oldest in live[:-_TOKENS_PER_GRANT]:
                del self._refresh[oldest]
        return answer

    def revoke(self, token: str) -> None:
        """Ends the whole grant of the token's account and client. OAuthError where the token is unknown."""
        grant = self._refresh.get(token) or self._access.get(token)
        if grant is None:
            raise OAuthError(400, "invalid_token", "Token expired or revoked")
        self.withdraw(grant.account)

    def withdraw(self, account: str) -> None:
        """Ends the account's grant: every refresh and access token dies."""
        for tokens in (self._refresh, self._access):
            for key in [key for key, grant in tokens.items() if grant.account == account]:
                del tokens[key]
        self._granted.pop((account, self.client.client_id), None)

    def expire_access_tokens(self) -> None:
        """Makes every access token in use answer 401; refresh tokens stay good."""
        self._access.clear()

    def identify(self, authorization: str) -> Grant:
        """Whose token an Authorization header carries. ApiError 401."""
        kind, _, token = authorization.partition(" ")
        grant = self._access.get(token) if kind.lower() == "bearer" else None
        if grant is None or (grant.expires is not None and grant.expires <= self._clock.now()):
            raise ApiError(
                401,
                "authError",
                "Request had invalid authentication credentials. Expected OAuth 2 access token.",
                headers={"WWW-Authenticate": 'Bearer realm="https://accounts.google.com/", error="invalid_token"'},
            )
        return grant

    def _issue(self, prefix: str, random_bytes: int) -> str:
        secret = prefix + secrets.token_urlsafe(random_bytes)
        self.issued.add(secret)
        return secret

    def _exchange(self, form: Query) -> Json:
        # Taken out before anything is checked: a code is good for one attempt.
        code = self._codes.pop(first(form, "code"), None)
        if code is None:
            raise OAuthError(400, "invalid_grant", "Malformed auth code.")
        if code.expires <= self._clock.now():
            raise OAuthError(400, "invalid_grant", "Bad Request")
        if first(form, "redirect_uri") != code.request.redirect_uri:
            raise OAuthError(400, "redirect_uri_mismatch", "Bad Request")
        _check_verifier(code.request, first(form, "code_verifier"))
        known = self._granted.get((code.account, self.client.client_id), set())
        offline = code.request.offline and ("consent" in code.request.prompts or not known)
        return self.issue(code.account, code.scopes, offline=offline)

    def _renew(self, form: Query) -> Json:
        grant = self._refresh.get(first(form, "refresh_token"))
        if grant is None:
            raise OAuthError(400, "invalid_grant", "Token has been expired or revoked.")
        scopes = tuple(first(form, "scope").split()) or grant.scopes
        if not set(scopes) <= set(grant.scopes):
            raise OAuthError(400, "invalid_scope", "Bad Request")
        return self._access_token(Grant(grant.account, grant.client_id, scopes))

    def _access_token(self, grant: Grant) -> Json:
        token = self._issue("ya29.", 48)
        expires = self._clock.now() + _ACCESS_LIFE
        self._access[token] = Grant(grant.account, grant.client_id, grant.scopes, expires)
        return {
            "access_token": token,
            "expires_in": int(_ACCESS_LIFE.total_seconds()),
            "scope": " ".join(grant.scopes),
            "token_type": "Bearer",
        }


def _check_verifier(request: Authorization, verifier: str) -> None:
    if not request.challenge:
        return
    if not verifier:
        raise OAuthError(400, "invalid_grant", "Missing code verifier.")
    proof = verifier
    if request.challenge_method == "S256":
        digest = hashlib.sha256(verifier.encode()).digest()
        proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    if not hmac.compare_digest(proof, request.challenge):
        raise OAuthError(400, "invalid_grant", "Invalid code verifier.")
