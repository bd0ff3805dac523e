"""The loopback end of a consent (RFC 8252, 7.3): waits for the browser's one redirect.

Only a GET of a random path with the right state and Host counts, once.  Everything else (a favicon, a pre-connect
that stays silent, another program's guess) is answered 404 or left alone and disturbs nothing.
"""

from __future__ import annotations

import contextlib
import hmac
import html
import logging
import secrets
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from queue import Empty, SimpleQueue
from socketserver import TCPServer, ThreadingMixIn
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from terminplaner.domain.errors import CancelledError, ConsentError
from terminplaner.services.ports import CancelToken

_log = logging.getLogger(__name__)

_CONNECTION_SECONDS = 5
_LONGEST_TARGET = 8192
_MOST_CONNECTIONS = 32
_POLL_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Redirect:
    """What the browser brought: a code, or Google's word for why there is none."""

    code: str = field(default="", repr=False)
    error: str = ""


class ConsentReceiver:
    """Listens on ``127.0.0.1`` while it is entered; the browser's page tells the truth once ``finish`` was called.

    ``say`` turns the codes ``consent_page_title``, ``consent_page_granted`` and ``consent_page_refused`` into
    sentences.  Leaving without ``finish(granted=True)`` shows the refusal.
    """

    def __init__(self, say: Callable[[str], str]) -> None:
        self.state = secrets.token_urlsafe(32)
        self._path = f"/{secrets.token_urlsafe(16)}"
        self._say = say
        self._lock = threading.Lock()
        self._is_answered = False
        self._redirects: SimpleQueue[Redirect] = SimpleQueue()
        self._finished = threading.Event()
        self._granted = False
        self._server = _Server(self)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_POLL_SECONDS,), name="consent-receiver"
        )

    @property
    def redirect_uri(self) -> str:
        return f"http://{self.host}{self._path}"

    @property
    def host(self) -> str:
        address, port = self._server.server_address[:2]
        return f"{address!s}:{port}"

    def wait(self, timeout_seconds: float, cancel: CancelToken) -> Redirect:
        """Block until the redirect came.

        Raise ``ConsentError`` (code ``consent_timeout``) or ``CancelledError`` (code ``consent_cancelled``).
        """
        deadline = time.monotonic() + timeout_seconds
        while True:
            with contextlib.suppress(Empty):
                return self._redirects.get(timeout=_POLL_SECONDS)
            try:
                cancel.raise_if_cancelled()
            except CancelledError:
                raise CancelledError("consent_cancelled") from None
            if time.monotonic() >= deadline:
                raise ConsentError("consent_timeout", minutes=round(timeout_seconds / 60))

    def finish(self, *, granted: bool) -> None:
        """Let the browser's page say how it ended."""
        self._granted = granted
        self._finished.set()

    def answer(self, method: str, target: str, host: str | None) -> str | None:
        """The page for a request, after its outcome is known; None where the request is none of ours."""
        if method != "GET" or host != self.host or len(target) > _LONGEST_TARGET:
            return None
        parts = urlsplit(target)
        once = {name: values[0] for name, values in parse_qs(parts.query).items() if len(values) == 1}
        state, code, error = (once.get(name, "") for name in ("state", "code", "error"))
        known = hmac.compare_digest(state.encode(), self.state.encode())
        if parts.path != self._path or not known or not (code or error):
            return None
        with self._lock:
            if not self._is_answered:
                self._is_answered = True
                self._redirects.put(Redirect(code=code, error="" if code else error))
        self._finished.wait()
        return self._page("consent_page_granted" if self._granted else "consent_page_refused")

    def _page(self, code: str) -> str:
        title, sentence = (html.escape(self._say(name)) for name in ("consent_page_title", code))
        return (
            f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{title}</title></head>'
            f'<body style="font-family: sans-serif; margin: 3em"><h1>{title}</h1><p>{sentence}</p></body></html>'
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._finished.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Server(ThreadingMixIn, TCPServer):
    """No request has longer than ``_CONNECTION_SECONDS`` to arrive, and the oldest give way to the newest.

    Only their reading is ended: a browser that waits for the outcome still gets its page.
    """

    allow_reuse_address = False
    daemon_threads = False  # server_close waits for them, so that nothing outlives the consent

    def __init__(self, receiver: ConsentReceiver) -> None:
        self.receiver = receiver
        self._lock = threading.Lock()
        self._open: dict[socket.socket, float] = {}
        super().__init__(("127.0.0.1", 0), _Handler)

    def server_bind(self) -> None:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            # On Windows another program could otherwise bind the same port and take the redirect.
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        super().server_bind()

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._open[request] = time.monotonic()
            oldest = tuple(self._open)[:-_MOST_CONNECTIONS]
        _stop_reading(oldest)
        super().process_request(request, client_address)

    def close_request(self, request: Any) -> None:
        with self._lock:
            self._open.pop(request, None)
        super().close_request(request)

    def service_actions(self) -> None:
        """Called between requests and several times a second."""
        expired_at = time.monotonic() - _CONNECTION_SECONDS
        with self._lock:
            slow = tuple(connection for connection, opened_at in self._open.items() if opened_at < expired_at)
        _stop_reading(slow)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002  (the signature is the base's)
        """A browser that hangs up is no matter; anything else is a defect."""
        if not isinstance(sys.exc_info()[1], OSError):
            _log.exception("The consent receiver failed")

    def server_close(self) -> None:
        with self._lock:
            idle = tuple(self._open)
        _stop_reading(idle)
        super().server_close()


def _stop_reading(connections: Iterable[socket.socket]) -> None:
    for connection in connections:
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RD)


class _Handler(BaseHTTPRequestHandler):
    timeout = _CONNECTION_SECONDS
    server: _Server

    def do_GET(self) -> None:
        hosts = self.headers.get_all("Host") or []
        page = self.server.receiver.answer(self.command, self.path, hosts[0] if len(hosts) == 1 else None)
        self._respond(HTTPStatus.OK if page else HTTPStatus.NOT_FOUND, page or "")

    def send_error(self, *_args: object, **_kwargs: object) -> None:
        """Other methods and malformed requests are not worth a word; the base class would quote them."""
        self._respond(HTTPStatus.NOT_FOUND, "")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
        """The request line holds the code."""

    def _respond(self, status: HTTPStatus, page: str) -> None:
        body = page.encode()
        self.close_connection = True
        self.send_response_only(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
