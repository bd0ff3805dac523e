"""One consent from the first check to the kept token."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from uuid import UUID, uuid4

from terminplaner.domain.calendar_link import CalendarIntent, CalendarLink, GoogleAccount, LinkStatus
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import ComeBackLaterError, ConsentError, GoogleError
from terminplaner.services.google_ports import Grant
from terminplaner.services.live_links import GOING_ON
from terminplaner.services.ports import CancelToken, Clock, Store, UnitOfWork
from terminplaner.sync.client import CalendarClient
from terminplaner.sync.endpoints import EndpointSource
from terminplaner.sync.errors import (
    ApiError,
    ClientRefusedError,
    InvalidGrantError,
    OfflineError,
    TokenRefusedError,
)
from terminplaner.sync.oauth import (
    SCOPE_CREATED,
    SCOPE_LIST,
    SCOPE_OWNED,
    AuthorizationRequest,
    TokenEndpoint,
    Tokens,
)
from terminplaner.sync.receiver import ConsentReceiver, Redirect
from terminplaner.sync.tokens import TokenVault
from terminplaner.sync.transport import Transport

BOOKKEEPER = Author("system", Origin.SYSTEM)
"""Keeps accounts and intents; these are no changes of anybody's."""

_TIMEOUT_SECONDS = 300
_SCOPE_BOXES = {SCOPE_CREATED: "created", SCOPE_LIST: "list", SCOPE_OWNED: "owned"}


@dataclass(frozen=True, slots=True)
class Consent:
    """Asks in the system's browser and keeps what was granted.

    ``say`` turns a code into the sentence on the browser's last page.
    """

    store: Store
    vault: TokenVault
    endpoints: EndpointSource
    clock: Clock
    say: Callable[[str], str]
    timeout_seconds: float = _TIMEOUT_SECONDS

    def run(
        self,
        show_address: Callable[[str], None],
        cancel: CancelToken,
        *,
        for_existing: bool = False,
    ) -> Grant:
        """See ``GoogleCalendars.request_consent``; nothing is kept unless it returns."""
        self.vault.prepare()
        endpoints = self.endpoints.load()
        scopes = (SCOPE_CREATED, SCOPE_LIST, SCOPE_OWNED) if for_existing else (SCOPE_CREATED, SCOPE_LIST)
        with ConsentReceiver(self.say) as receiver, _transport() as transport:
            request = AuthorizationRequest(endpoints.client, receiver.redirect_uri, scopes)
            show_address(request.url(receiver.state))
            code = _code_of(receiver.wait(self.timeout_seconds, cancel))
            token_endpoint = TokenEndpoint(transport, endpoints, self.clock)
            try:
                tokens = token_endpoint.exchange(request, code)
            except InvalidGrantError:
                raise ConsentError("token_exchange_failed", reason="invalid_grant") from None
            except OfflineError:
                raise
            except (TokenRefusedError, ComeBackLaterError) as error:
                reason = error.params.get("reason") or error.params["status"]
                raise ConsentError("token_exchange_failed", reason=str(reason)) from None
            account = self._keep(tokens, token_endpoint, scopes if for_existing else (SCOPE_CREATED,))
            receiver.finish(granted=True)
        return Grant(
            account_id=account.id,
            email=account.email,
            scopes=tuple(sorted(account.granted_scopes)),
            can_list_calendars=SCOPE_LIST in account.granted_scopes,
            can_use_existing=SCOPE_OWNED in account.granted_scopes,
        )

    def _keep(self, tokens: Tokens, token_endpoint: TokenEndpoint, needed: Collection[str]) -> GoogleAccount:
        email = self._identify(tokens, token_endpoint)
        with self.store.read() as reader:
            accounts = reader.list_records(GoogleAccount)
        known = next((account for account in accounts if email and account.email == email), None)
        missing = [box for scope, box in _SCOPE_BOXES.items() if scope in needed and scope not in tokens.scopes]
        if missing or not tokens.refresh_token:
            if not any(account.encrypted_token for account in accounts if account is known or not email):
                # A withdrawal ends every token of the person, so it must not hit one that is in use.
                with suppress(GoogleError):
                    token_endpoint.revoke(tokens.refresh_token or tokens.access_token)
            raise ConsentError(f"scope_missing_{missing[0]}" if missing else "no_refresh_token")
        if known is not None and self._is_wider(known, tokens, token_endpoint):
            with self.store.write(BOOKKEEPER, "consent") as work:
                _wake_links(work, known.id, known.granted_scopes)
                awake = work.amend(GoogleAccount, known.id, needs_consent_since_at=None)
                work.commit()
            return awake
        self.vault.require_readable(accounts)
        return self._save(known, email, tokens, token_endpoint.endpoints.client.client_id)

    def _is_wider(self, known: GoogleAccount, tokens: Tokens, token_endpoint: TokenEndpoint) -> bool:
        """Whether the token we hold still works and opens more: a link to a picked calendar lives on it."""
        if not (
            known.encrypted_token
            and known.granted_scopes > tokens.scopes
            and known.client_id == token_endpoint.endpoints.client.client_id
        ):
            return False
        try:
            token_endpoint.refresh(self.vault.decrypt(known.encrypted_token))
        except InvalidGrantError:
            return False
        return True

    def _identify(self, tokens: Tokens, token_endpoint: TokenEndpoint) -> str:
        """The account's e-mail address: that of its primary calendar, or of the data owner of a calendar the
        program created earlier; empty where the grant opens neither (``create_calendar`` learns it then).

        Raise ``ConsentError`` (code ``account_unknown``) where Google refuses what the grant should open.
        """
        transport, endpoints = token_endpoint.transport, token_endpoint.endpoints
        client = CalendarClient(transport, endpoints.api_root, _FreshToken(tokens.access_token))
        if SCOPE_LIST in tokens.scopes:
            try:
                return str(client.get_calendar_entry("primary")["id"]).casefold()
            except ApiError as error:
                if error.reason == "accessNotConfigured":
                    raise ClientRefusedError("calendar_api_disabled") from None
                raise ConsentError("account_unknown") from None
        if SCOPE_CREATED in tokens.scopes:
            for calendar_id in self._created_calendar_ids():
                with suppress(ApiError):
                    return str(client.get_calendar(calendar_id).get("dataOwner", "")).casefold()
        return ""

    def _created_calendar_ids(self) -> tuple[str, ...]:
        with self.store.read() as reader:
            links = [link.calendar_id for link in reader.list_records(CalendarLink) if link.is_created_by_program]
            intents = [intent.calendar_id for intent in reader.list_records(CalendarIntent) if intent.calendar_id]
        return tuple(dict.fromkeys((*links, *intents)))

    def _save(self, known: GoogleAccount | None, email: str, tokens: Tokens, client_id: str) -> GoogleAccount:
        with self.store.write(BOOKKEEPER, "consent") as work:
            account_id = known.id if known is not None else uuid4()
            _wake_links(work, account_id, tokens.scopes)
            # After the links, as at the end of a pass.
            if known is None:
                work.keep(GoogleAccount(id=account_id, email=email, granted_scopes=frozenset()))
            account = work.amend(
                GoogleAccount,
                account_id,
                granted_scopes=tokens.scopes,
                client_id=client_id,
                needs_consent_since_at=None,
                # Within the transaction, so that no rotation retires the key in between.
                encrypted_token=self.vault.encrypt(tokens.refresh_token),
            )
            work.commit()
        return account


def _wake_links(work: UnitOfWork, account_id: UUID, scopes: Collection[str]) -> None:
    """Let those of the account that waited for a consent, and that ``scopes`` open, go on."""
    for link in work.list_records(CalendarLink):
        is_opened = link.is_created_by_program or SCOPE_OWNED in scopes
        if link.account_id == account_id and link.status is LinkStatus.NEEDS_CONSENT and is_opened:
            work.amend(CalendarLink, link.id, **GOING_ON)


@dataclass(frozen=True, slots=True)
class _FreshToken:
    access_token: str

    def current(self) -> str:
        return self.access_token

    def renewed(self) -> str:
        raise InvalidGrantError


@contextmanager
def _transport() -> Iterator[Transport]:
    transport = Transport()
    try:
        yield transport
    finally:
        transport.close()


def _code_of(redirect: Redirect) -> str:
    if redirect.code:
        return redirect.code
    if redirect.error == "access_denied":
        raise ConsentError("consent_denied")
    if redirect.error in {"admin_policy_enforced", "org_internal"}:
        raise ConsentError(redirect.error)
    # What came in the address is not shown unless it looks like one of Google's words.
    raise ConsentError(
        "consent_failed", reason=redirect.error if re.fullmatch(r"[a-z_]{1,40}", redirect.error) else "?"
    )
