"""A small chain beside a simulated Google, and a person at the browser, for tests of consent and linking."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal
from uuid import uuid4

from helpers.stores import sqlite_store
from terminplaner.domain.calendar_link import CalendarLink, GoogleAccount
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import CancelledError, SecretStoreError
from terminplaner.domain.people import Employee, Role, User
from terminplaner.domain.resource import Resource
from terminplaner.services.founding import found_chain
from terminplaner.services.gate import Gate
from terminplaner.services.google_ports import Grant
from terminplaner.services.linking import Linking
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import Store
from terminplaner.simulator import SimulatedGoogle
from terminplaner.simulator.consent import ConsentResult
from terminplaner.sync.calendars import GoogleAccountCalendars
from terminplaner.sync.clients import ClientFactory
from terminplaner.sync.consent import Consent
from terminplaner.sync.endpoints import EndpointSource
from terminplaner.sync.throttle import Throttle
from terminplaner.sync.tokens import TokenVault

THOR = "thor.schuss@example.com"
KLARA = "klara.himmel@example.com"


@dataclass(slots=True)
class MovableClock:
    """Real time, shifted by what a test sets."""

    shift_minutes: int = 0

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(minutes=self.shift_minutes)


@dataclass(slots=True)
class MemorySecrets:
    """A keyring in memory; ``is_missing`` makes it one that is not there."""

    content: dict[str, bytes] = field(default_factory=dict)
    is_missing: bool = False

    def load(self, name: str) -> bytes | None:
        self._require()
        return self.content.get(name)

    def save(self, name: str, secret: bytes) -> None:
        self._require()
        self.content[name] = secret

    def remove(self, name: str) -> None:
        self._require()
        self.content.pop(name, None)

    def _require(self) -> None:
        if self.is_missing:
            raise SecretStoreError("keyring_missing")


@dataclass(slots=True)
class Cancel:
    """Cancels once ``is_set``."""

    is_set: bool = False

    def raise_if_cancelled(self) -> None:
        if self.is_set:
            raise CancelledError


class Person:
    """Answers the consent page on a thread of its own, as somebody at a browser would."""

    def __init__(
        self,
        google: SimulatedGoogle,
        account: str = THOR,
        tick: Literal["all"] | Sequence[str] = "all",
        *,
        deny: bool = False,
        before: Callable[[str], None] = lambda _address: None,
    ) -> None:
        self.address = ""
        self.page: ConsentResult | None = None
        self._google, self._account, self._tick, self._deny = google, account, tick, deny
        self._before = before
        self._thread = threading.Thread(target=self._act)

    def __call__(self, address: str) -> None:
        self.address = address
        self._thread.start()

    def leave(self) -> ConsentResult:
        """Wait for the last page."""
        self._thread.join()
        if self.page is None:
            raise AssertionError("the browser never got an answer")
        return self.page

    def _act(self) -> None:
        self._before(self.address)
        self.page = self._google.consent(self.address, account=self._account, tick=self._tick, deny=self._deny)


@dataclass(frozen=True, slots=True)
class GoogleChain:
    google: SimulatedGoogle
    store: Store
    clock: MovableClock
    secrets: MemorySecrets
    consent: Consent
    calendars: GoogleAccountCalendars
    linking: Linking
    backups: Path
    admin: Actor
    thor: Resource
    cabin: Resource

    def grant(
        self,
        account: str = THOR,
        tick: Literal["all"] | Sequence[str] = "all",
        *,
        for_existing: bool = False,
    ) -> Grant:
        """A consent that goes well."""
        person = Person(self.google, account, tick)
        grant = self.linking.begin(self.admin, self.thor.id, person, Cancel(), for_existing=for_existing)
        person.leave()
        return grant

    def accounts(self) -> tuple[GoogleAccount, ...]:
        with self.store.read() as reader:
            return reader.list_records(GoogleAccount)

    def links(self) -> tuple[CalendarLink, ...]:
        with self.store.read() as reader:
            return reader.list_records(CalendarLink)

    def employee(self, resource: Resource) -> Actor:
        """A new user with the role Mitarbeiter whose person resource this is."""
        user = User(uuid4(), f"mitarbeiter {uuid4()}", Role.EMPLOYEE, resource.employee_id)
        with self.store.write(self.admin.author, "user") as work:
            user = work.put(user)
            work.commit()
        return Actor(user, Origin.USER)


@contextmanager
def google_chain(tmp_path: Path) -> Iterator[GoogleChain]:
    """The resources "Thor Schuss" (a person) and "Kabine 1" (a room), nothing linked yet."""
    clock, secrets = MovableClock(), MemorySecrets()
    with SimulatedGoogle() as google:
        store = sqlite_store(tmp_path, clock)
        try:
            gate = Gate(store)
            found_chain(gate)
            with gate.open(Author("test", Origin.SYSTEM), "arrange") as passage:
                employee = passage.work.put(Employee(uuid4(), "Schuss", "Thor"))
                thor = passage.work.put(Resource(uuid4(), "Thor Schuss", employee_id=employee.id))
                cabin = passage.work.put(Resource(uuid4(), "Kabine 1"))
                admin = passage.work.list(User)[0]
            client_file = google.write_client_file(tmp_path / "client.json")
            endpoints = EndpointSource(store, client_file, google.api_root, google.revoke_uri)
            vault = TokenVault(secrets, store)
            consent = Consent(store, vault, endpoints, clock, say=lambda code: f"<{code}>")
            calendars = GoogleAccountCalendars(
                store,
                clock,
                consent,
                ClientFactory(store, vault, endpoints, clock),
                tmp_path / "backups",
                lambda _account_id: Throttle(lambda _seconds, _spare: 0, sleep=lambda _seconds: None),
            )
            yield GoogleChain(
                google,
                store,
                clock,
                secrets,
                consent,
                calendars,
                Linking(gate, clock, calendars),
                tmp_path / "backups",
                Actor(admin, Origin.USER),
                thor,
                cabin,
            )
        finally:
            store.close()
