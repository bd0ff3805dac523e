"""Everything the simulated Google is, apart from the network."""

from collections.abc import Sequence

from terminplaner.simulator.clock import Clock
from terminplaner.simulator.errors import Json, not_found
from terminplaner.simulator.event_body import Normalization
from terminplaner.simulator.faults import Faults
from terminplaner.simulator.journal import Journal, LoggedRequest, QuotaMeter
from terminplaner.simulator.listing import Listings
from terminplaner.simulator.oauth import Client, OAuth
from terminplaner.simulator.person import Person, PersonCalendar
from terminplaner.simulator.store import Store

DEFAULT_ACCOUNTS = ("thor.schuss@example.com", "klara.himmel@example.com")


class Google:
    """Accounts with their calendars, what goes wrong, and what was asked. Safe to use from any thread."""

    def __init__(self, accounts: Sequence[str], clock: Clock, app_name: str, time_zone: str) -> None:
        self.clock = clock
        self.faults = Faults()
        self.quota = QuotaMeter()
        self.client = Client("413275.apps.googleusercontent.example", "GOCSPX-simulated", app_name)
        self._store = Store(clock)
        self._journal = Journal()
        self._listings = Listings(clock)
        self._oauth = OAuth(clock, self.client)
        for email in accounts:
            self.add_account(email, time_zone)

    def grant(self, email: str, scopes: Sequence[str]) -> Json:
        """Tokens as after a consent, without one: the token endpoint's answer."""
        with self._store.lock:
            return self._oauth.issue(self.account(email).email, tuple(scopes))

    @property
    def issued_secrets(self) -> frozenset[str]:
        """Every authorization code and token ever given out, the dead ones included."""
        with self._store.lock:
            return frozenset(self._oauth.issued)

    @property
    def accounts(self) -> tuple[Person, ...]:
        with self._store.lock:
            return tuple(Person(self._store, account) for account in self._store.accounts.values())

    def account(self, email: str) -> Person:
        """The account with this address. ApiError 404 where there is none."""
        with self._store.lock:
            if email not in self._store.accounts:
                raise not_found()
            return Person(self._store, self._store.accounts[email])

    def add_account(self, email: str, time_zone: str = "Europe/Berlin") -> Person:
        with self._store.lock:
            return Person(self._store, self._store.add_account(email, time_zone))

    def calendar(self, calendar_id: str) -> PersonCalendar:
        """The calendar with this id. ApiError 404 where there is none."""
        with self._store.lock:
            if calendar_id not in self._store.calendars:
                raise not_found()
            return PersonCalendar(self._store, self._store.calendars[calendar_id])

    @property
    def requests(self) -> tuple[LoggedRequest, ...]:
        """Every request since the start or `clear_requests`, oldest first; control requests are left out."""
        return self._journal.all()

    def clear_requests(self) -> None:
        self._journal.clear()

    def count(self, pattern: str = "*") -> int:
        """How many requests were operations like `pattern`, e.g. `events.insert` or `events.*`."""
        return len(self._journal.matching(pattern))

    def writes(self) -> tuple[LoggedRequest, ...]:
        """The requests to the Calendar API that would change something."""
        operations = ("events.", "calendars.", "calendarList.")
        return tuple(
            request
            for request in self.requests
            if request.method != "GET" and request.operation.startswith(operations)
        )

    def normalize(self, normalization: Normalization) -> None:
        """From now on Google rewrites what is sent to it."""
        with self._store.lock:
            self._store.shared.normalization = normalization

    def expire_sync_tokens(self, calendar_id: str | None = None) -> None:
        """Every sync token of a calendar (None: of all) answers 410 from now on."""
        with self._store.lock:
            self._listings.expire_sync_tokens(calendar_id)

    def expire_access_tokens(self) -> None:
        """Every access token answers 401 from now on; refreshing helps."""
        with self._store.lock:
            self._oauth.expire_access_tokens()

    def withdraw_grants(self, email: str | None = None) -> None:
        """The person (None: everybody) withdraws the consent at Google: refreshing is `invalid_grant` then."""
        with self._store.lock:
            for account in [email] if email is not None else list(self._store.accounts):
                self._oauth.withdraw(account)
