"""The authorization server's addresses: consent pages, token and revocation endpoint."""

import base64
import binascii
import secrets
from dataclasses import dataclass

from terminplaner.simulator.errors import OAuthError
from terminplaner.simulator.http import HttpRequest, HttpResponse, first
from terminplaner.simulator.oauth import Authorization, AuthorizationRefused, OAuth
from terminplaner.simulator.pages import account_page, consent_page, refusal_page
from terminplaner.simulator.store import Store

AUTH_PATH = "/o/oauth2/auth"
ACCOUNT_PATH = AUTH_PATH + "/account"
CONSENT_PATH = AUTH_PATH + "/consent"
TOKEN_PATH = "/token"  # noqa: S105 - an address
REVOKE_PATH = "/revoke"

_OPERATIONS = {
    ("GET", AUTH_PATH): "oauth.auth",
    ("POST", ACCOUNT_PATH): "oauth.account",
    ("GET", CONSENT_PATH): "oauth.consent",
    ("POST", CONSENT_PATH): "oauth.decide",
    ("POST", TOKEN_PATH): "oauth.token",
    ("POST", REVOKE_PATH): "oauth.revoke",
}


@dataclass(frozen=True)
class _Session:
    request: Authorization
    account: str | None


class OAuthPages:
    """Answers requests to the authorization server."""

    def __init__(self, store: Store, oauth: OAuth) -> None:
        self._store = store
        self._oauth = oauth
        self._sessions: dict[str, _Session] = {}

    @staticmethod
    def operation(request: HttpRequest) -> str | None:
        """The operation's name, None where the address is not the authorization server's."""
        name = _OPERATIONS.get((request.method, request.path))
        if name == "oauth.token" and first(request.form(), "grant_type") == "refresh_token":
            return "oauth.refresh"
        return name

    def answer(self, operation: str, request: HttpRequest) -> HttpResponse:
        """Performs one operation. OAuthError where the token or revocation endpoint refuses."""
        try:
            if operation == "oauth.auth":
                return self._begin(request)
            if operation == "oauth.account":
                return self._choose(request)
            if operation == "oauth.consent":
                return self._ask(request)
            if operation == "oauth.decide":
                return self._decide(request)
        except AuthorizationRefused as refusal:
            return HttpResponse.of_html(refusal.status, refusal_page(refusal.status, refusal.code))
        if operation == "oauth.revoke":
            self._oauth.revoke(first(request.form(), "token") or first(request.query, "token"))
            return HttpResponse.of_json(200, {})
        no_store = {"Cache-Control": "no-cache, no-store, max-age=0, must-revalidate"}
        return HttpResponse.of_json(200, self._oauth.token(request.form(), _basic(request)), no_store)

    def _begin(self, request: HttpRequest) -> HttpResponse:
        authorization = self._oauth.check(request.query)
        session = secrets.token_urlsafe(24)
        hinted = authorization.login_hint in self._store.accounts
        if hinted and "select_account" not in authorization.prompts:
            self._sessions[session] = _Session(authorization, authorization.login_hint)
            return HttpResponse.redirect(f"{CONSENT_PATH}?session={session}")
        self._sessions[session] = _Session(authorization, None)
        return HttpResponse.of_html(200, account_page(authorization, session, self._store.accounts, ACCOUNT_PATH))

    def _choose(self, request: HttpRequest) -> HttpResponse:
        form = request.form()
        session, account = first(form, "session"), first(form, "account")
        begun = self._sessions.get(session)
        if begun is None or account not in self._store.accounts:
            raise AuthorizationRefused(400, "session_expired")
        self._sessions[session] = _Session(begun.request, account)
        return HttpResponse.redirect(f"{CONSENT_PATH}?session={session}")

    def _ask(self, request: HttpRequest) -> HttpResponse:
        session = first(request.query, "session")
        begun = self._sessions.get(session)
        if begun is None or begun.account is None:
            raise AuthorizationRefused(400, "session_expired")
        return HttpResponse.of_html(200, consent_page(begun.request, session, begun.account, CONSENT_PATH))

    def _decide(self, request: HttpRequest) -> HttpResponse:
        form = request.form()
        begun = self._sessions.pop(first(form, "session"), None)
        if begun is None or begun.account is None:
            raise AuthorizationRefused(400, "session_expired")
        if first(form, "decision") != "allow":
            return HttpResponse.redirect(self._oauth.deny(begun.request))
        ticked = tuple(form.get("scope", []))
        return HttpResponse.redirect(self._oauth.allow(begun.request, begun.account, ticked))


def _basic(request: HttpRequest) -> tuple[str, str] | None:
    kind, _, encoded = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "basic":
        return None
    try:
        name, _, secret = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError) as error:
        raise OAuthError(401, "invalid_client", "Unauthorized") from error
    return name, secret
