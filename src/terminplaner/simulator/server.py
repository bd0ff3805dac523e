"""The simulated Google as a real HTTP server on loopback."""

import json
import socket
import sys
import threading
from collections.abc import Sequence
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from terminplaner.simulator.api import CalendarApi
from terminplaner.simulator.clock import Clock
from terminplaner.simulator.consent import ConsentResult, consent
from terminplaner.simulator.control import CONTROL_PATH, Control
from terminplaner.simulator.dispatch import Dispatcher, shaped
from terminplaner.simulator.errors import Json, not_found
from terminplaner.simulator.event_body import Normalization
from terminplaner.simulator.faults import Faults
from terminplaner.simulator.http import HttpRequest, HttpResponse
from terminplaner.simulator.journal import Journal, LoggedRequest, QuotaMeter
from terminplaner.simulator.listing import Listings
from terminplaner.simulator.oauth import Client, OAuth
from terminplaner.simulator.oauth_http import AUTH_PATH, REVOKE_PATH, TOKEN_PATH, OAuthPages
from terminplaner.simulator.person import Person, PersonCalendar
from terminplaner.simulator.store import Store

HOST = "127.0.0.1"
DEFAULT_ACCOUNTS = ("thor.schuss@example.com", "klara.himmel@example.com")


class SimulatedGoogle:
    """Google's consent pages, token endpoint and Calendar API v3 on `http://127.0.0.1:port`.

    `port` 0 takes a free one. Each account begins with its primary calendar. A stopped server can be started
    again: it keeps its port and everything stored. All methods are safe to call from any thread.
    """

    def __init__(
        self,
        *,
        accounts: Sequence[str] = DEFAULT_ACCOUNTS,
        port: int = 0,
        clock: Clock | None = None,
        app_name: str = "Terminplaner",
        time_zone: str = "Europe/Berlin",
    ) -> None:
        self.clock = clock or Clock()
        self.faults = Faults()
        self.quota = QuotaMeter()
        self.client = Client("413275.apps.googleusercontent.example", "GOCSPX-simulated", app_name)
        self._port = port
        self._store = Store(self.clock)
        self._journal = Journal()
        self._listings = Listings(self.clock)
        self._oauth = OAuth(self.clock, self.client)
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        for email in accounts:
            self.add_account(email, time_zone)

    def start(self) -> None:
        """Begins to listen. OSError where the port is taken."""
        dispatcher = Dispatcher(
            self._store,
            self._oauth,
            OAuthPages(self._store, self._oauth),
            CalendarApi(self._store, self._listings),
            self.faults,
            self._journal,
            self.quota,
        )
        self._server = _Server(self._port, dispatcher, Control(self), self.clock)
        self._port = self._server.server_address[1]
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, name="simulated-google"
        )
        self._thread.start()

    def stop(self) -> None:
        """Closes every connection and waits until all threads are gone."""
        if self._server is None or self._thread is None:
            return
        self._server.stop()
        self._thread.join()
        self._server = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._port}"

    @property
    def api_root(self) -> str:
        """The root URL of the API, as Google's is `https://www.googleapis.com`."""
        return self.url

    @property
    def auth_uri(self) -> str:
        return self.url + AUTH_PATH

    @property
    def token_uri(self) -> str:
        return self.url + TOKEN_PATH

    @property
    def revoke_uri(self) -> str:
        return self.url + REVOKE_PATH

    def client_config(self) -> Json:
        """The OAuth client file of the type "installed", with this server's addresses."""
        return {
            "installed": {
                "client_id": self.client.client_id,
                "project_id": "simulated-google",
                "auth_uri": self.auth_uri,
                "token_uri": self.token_uri,
                "auth_provider_x509_cert_url": self.url + "/oauth2/v1/certs",
                "client_secret": self.client.secret,
                "redirect_uris": ["http://localhost"],
            }
        }

    def write_client_file(self, path: Path) -> Path:
        """Writes `client_config` as JSON and returns the path."""
        path.write_text(json.dumps(self.client_config(), indent=2), encoding="utf-8")
        return path

    def addresses(self) -> dict[str, str]:
        """All addresses by name, as the command line prints them."""
        return {
            "url": self.url,
            "api_root": self.api_root,
            "auth_uri": self.auth_uri,
            "token_uri": self.token_uri,
            "revoke_uri": self.revoke_uri,
            "control": self.url + CONTROL_PATH,
        }

    def consent(
        self,
        auth_url: str,
        *,
        account: str | None = None,
        tick: Literal["all"] | Sequence[str] = "all",
        deny: bool = False,
    ) -> ConsentResult:
        """A person who gives consent over real HTTP; see `consent.consent`."""
        return consent(auth_url, account=account, tick=tick, deny=deny)

    def grant(self, email: str, scopes: Sequence[str]) -> Json:
        """Tokens as after a consent, without one: the token endpoint's answer."""
        with self._store.lock:
            return self._oauth.issue(self.account(email).email, tuple(scopes))

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


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # server_close joins them, so that no socket outlives stop()

    def __init__(self, port: int, dispatcher: Dispatcher, control: Control, clock: Clock) -> None:
        super().__init__((HOST, port), _Handler)
        self.dispatcher = dispatcher
        self.control = control
        self.clock = clock
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._connections: set[socket.socket] = set()

    def stop(self) -> None:
        self.stopping.set()
        self.shutdown()
        with self._lock:
            for connection in self._connections:
                _shut(connection)
        self.server_close()

    def opened(self, connection: socket.socket) -> None:
        with self._lock:
            self._connections.add(connection)

    def closed(self, connection: socket.socket) -> None:
        with self._lock:
            self._connections.discard(connection)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle is its own affair; everything else is a defect worth seeing."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "SimulatedGoogle"
    disable_nagle_algorithm = True
    server: _Server

    def setup(self) -> None:
        super().setup()
        self.server.opened(self.connection)

    def finish(self) -> None:
        self.server.closed(self.connection)
        super().finish()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Silent: requests are kept in the journal."""

    def date_time_string(self, timestamp: float | None = None) -> str:  # noqa: ARG002 - the base class asks for it
        """The Date header on the simulator's clock, by which clients notice that their own is wrong."""
        return format_datetime(self.server.clock.now(), usegmt=True)

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        request = HttpRequest.of(self.command, self.path, dict(self.headers.items()), body)
        if request.path.startswith(CONTROL_PATH):
            response: HttpResponse | None = shaped(lambda: self.server.control.answer(request))
        else:
            response = self.server.dispatcher.answer(request, self.server.stopping)
        if response is None:
            self.close_connection = True
            _shut(self.connection)
            return
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        if response.status != 204:
            self.send_header("Content-Type", response.content_type)
            self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        self.wfile.write(response.body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer  # noqa: N815 - the base class looks for these names


def _shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # the other side was faster
