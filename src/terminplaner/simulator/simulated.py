"""The simulated Google as its users start it."""

import json
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from terminplaner.simulator.api import CalendarApi
from terminplaner.simulator.clock import Clock
from terminplaner.simulator.consent import ConsentResult, consent
from terminplaner.simulator.control import CONTROL_PATH, Control
from terminplaner.simulator.dispatch import Dispatcher, shaped
from terminplaner.simulator.errors import Json
from terminplaner.simulator.google import DEFAULT_ACCOUNTS, Google
from terminplaner.simulator.http import HttpRequest, HttpResponse
from terminplaner.simulator.oauth_http import AUTH_PATH, REVOKE_PATH, TOKEN_PATH, OAuthPages
from terminplaner.simulator.server import HOST, LoopbackServer


class SimulatedGoogle(Google):
    """Google's consent pages, token endpoint and Calendar API v3 on `http://127.0.0.1:port`.

    `port` 0 takes a free one. Each account begins with its primary calendar. A stopped server can be started
    again: it keeps its port and everything stored.
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
        super().__init__(accounts, clock or Clock(), app_name, time_zone)
        self._port = port
        self._server: LoopbackServer | None = None
        self._control = Control(self)
        self._dispatcher = Dispatcher(
            self._store,
            self._oauth,
            OAuthPages(self._store, self._oauth),
            CalendarApi(self._store, self._listings),
            self.faults,
            self._journal,
            self.quota,
        )

    def start(self) -> None:
        """Begins to listen. OSError where the port is taken."""
        self._server = LoopbackServer(self._port, self._answer, self.clock.now)
        self._port = self._server.server_address[1]
        self._server.start()

    def stop(self) -> None:
        """Closes every connection and waits until all threads are gone."""
        if self._server is not None:
            self._server.stop()
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

    def _answer(self, request: HttpRequest, stopping: threading.Event) -> HttpResponse | None:
        if request.path.startswith(CONTROL_PATH):
            return shaped(lambda: self._control.answer(request))
        return self._dispatcher.answer(request, stopping)
