"""Opening links for a pass: their lease, their account's connection to Google, and what they are about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

from terminplaner.domain.calendar_link import CalendarLink, GoogleAccount, LinkStatus
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.errors import GoogleError, SecretStoreError
from terminplaner.domain.resource import Resource
from terminplaner.services.branches import branch_of
from terminplaner.services.gate import Gate
from terminplaner.services.ports import CancelToken, Clock, Progress
from terminplaner.sync.client import CalendarClient
from terminplaner.sync.failures import CONSENT_GONE, LEASE_LOST, Failure, LinkError, classify_failure
from terminplaner.sync.session import GOOGLE, Lease, LinkSession
from terminplaner.sync.throttle import MakeThrottle, Throttle


class Opening:
    """For one pass.  All links of an account share its connection to Google; unless ``passes_without_consent``,
    those of an account that waits for a new consent are not tried."""

    def __init__(
        self,
        gate: Gate,
        clock: Clock,
        clients: Callable[[UUID], CalendarClient],
        make_throttle: MakeThrottle,
        settings: ChainSettings,
        now: datetime,
        *,
        passes_without_consent: bool,
        cancel: CancelToken | None,
        progress: Progress,
    ) -> None:
        self._gate = gate
        self._clock = clock
        self._clients = clients
        self._make_throttle = make_throttle
        self._settings = settings
        self._now = now
        self._passes_without_consent = passes_without_consent
        self._cancel = cancel
        self._progress = progress
        self._holder = str(uuid4())
        self._open_clients: dict[UUID, CalendarClient] = {}
        self._throttles: dict[UUID, Throttle] = {}

    def open(self, link: CalendarLink) -> LinkSession:
        """The link with its lease, which the caller gives back.  Raise ``LinkError`` where it cannot be opened."""
        lease = Lease.acquire(self._gate, self._clock, link.id, self._holder)
        if lease is None:
            raise LinkError(LEASE_LOST)
        try:
            return self._session(link, lease)
        except BaseException:
            lease.release()
            raise

    def close(self) -> None:
        for client in self._open_clients.values():
            client.close()

    def _session(self, link: CalendarLink, lease: Lease) -> LinkSession:
        try:
            client = self._client(link.account_id)
        except (GoogleError, SecretStoreError) as error:
            raise LinkError(classify_failure(error)) from error
        with self._gate.store.read() as reader:
            stored = reader.find_record(CalendarLink, link.id) or link
            account = reader.find_record(GoogleAccount, link.account_id)
            resource = reader.get(Resource, link.resource_id)
            branch = branch_of(reader, resource)
        if stored.ended_at is not None:  # since the pass began
            raise LinkError(Failure(LinkStatus.BUSY, "link_ended", {"resource": resource.name}))
        has_consent = account is None or account.needs_consent_since_at is None
        return LinkSession(
            stored,
            resource,
            branch,
            self._settings,
            self._gate,
            self._clock,
            lease,
            GOOGLE,
            self._now,
            uuid4(),
            client=client,
            throttle=self._throttle(link.account_id),
            cancel=self._cancel,
            progress=self._progress,
            failure=None if has_consent or self._passes_without_consent else CONSENT_GONE,
        )

    def _client(self, account_id: UUID) -> CalendarClient:
        if account_id not in self._open_clients:
            self._open_clients[account_id] = self._clients(account_id)
        return self._open_clients[account_id]

    def _throttle(self, account_id: UUID) -> Throttle:
        if account_id not in self._throttles:
            self._throttles[account_id] = self._make_throttle(account_id)
        return self._throttles[account_id]
