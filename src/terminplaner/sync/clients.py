"""Calendar clients for the accounts of the chain, each with an access token that is still good."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from threading import Lock
from uuid import UUID

from terminplaner.domain.calendar_link import GoogleAccount
from terminplaner.services.ports import Clock, Store
from terminplaner.sync.client import CalendarClient
from terminplaner.sync.endpoints import EndpointSource, GoogleEndpoints
from terminplaner.sync.errors import InvalidGrantError
from terminplaner.sync.oauth import TokenEndpoint
from terminplaner.sync.tokens import TokenVault
from terminplaner.sync.transport import Transport

_EARLY_SECONDS = 300


@dataclass(frozen=True, slots=True)
class _HeldToken:
    access_token: str = field(repr=False)
    of_token: bytes = field(repr=False)
    """The encrypted refresh token it came from; a new consent outdates it."""
    good_until: float
    """On the monotonic clock, in seconds."""


@dataclass(slots=True)
class ClientFactory:
    """Makes clients; the clients of an account share its access token, also across threads.

    The first request of a client raises what ``AccessTokenSource`` lists where the account has no good token.
    """

    store: Store
    vault: TokenVault
    endpoints: EndpointSource
    clock: Clock
    _held: dict[UUID, _HeldToken] = field(default_factory=dict, init=False, repr=False)
    _locks: dict[UUID, Lock] = field(default_factory=dict, init=False, repr=False)
    """One for each account: where the refresh of one hangs, the others go on."""

    def __call__(self, account_id: UUID) -> CalendarClient:
        """Raise ``ClientRefusedError`` where there is no usable OAuth client file."""
        endpoints = self.endpoints.load()
        transport = Transport()
        return CalendarClient(
            transport, endpoints.api_root, _AccountTokens(self, account_id, endpoints, transport)
        )

    def access_token(
        self, account_id: UUID, endpoints: GoogleEndpoints, transport: Transport, refused: str = ""
    ) -> str:
        """The account's token, refreshed five minutes early, or where it is the one Google just ``refused``."""
        with self._locks.setdefault(account_id, Lock()):
            with self.store.read() as reader:
                account = reader.find_record(GoogleAccount, account_id)
            if account is None or not account.encrypted_token or account.client_id != endpoints.client.client_id:
                raise InvalidGrantError
            held = self._held.get(account_id)
            if (
                held is None
                or held.of_token != account.encrypted_token
                or held.good_until <= time.monotonic()
                or held.access_token == refused
            ):
                refresh_token = self.vault.decrypt(account.encrypted_token)
                fresh = TokenEndpoint(transport, endpoints, self.clock).refresh(refresh_token)
                good_until = time.monotonic() + fresh.expires_in_seconds - _EARLY_SECONDS
                held = _HeldToken(fresh.text, account.encrypted_token, good_until)
                self._held[account_id] = held
            return held.access_token


@dataclass(slots=True)
class _AccountTokens:
    factory: ClientFactory
    account_id: UUID
    endpoints: GoogleEndpoints
    transport: Transport
    _last: str = field(default="", init=False, repr=False)

    def current(self) -> str:
        self._last = self.factory.access_token(self.account_id, self.endpoints, self.transport)
        return self._last

    def renewed(self) -> str:
        self._last = self.factory.access_token(self.account_id, self.endpoints, self.transport, refused=self._last)
        return self._last
