"""HTTP on loopback: sockets and threads."""

import socket
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from terminplaner.simulator.http import HttpRequest, HttpResponse

HOST = "127.0.0.1"
Answer = Callable[[HttpRequest, threading.Event], HttpResponse | None]


class LoopbackServer(ThreadingHTTPServer):
    """Serves in threads of its own; `answer` returns None to close the connection without a word."""

    daemon_threads = False  # server_close joins them, so that no socket outlives stop()

    def __init__(self, port: int, answer: Answer, now: Callable[[], datetime]) -> None:
        super().__init__((HOST, port), _Handler)
        self.answer = answer
        self.now = now
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._connections: set[socket.socket] = set()
        self._thread = threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.05}, name="simulated-google"
        )

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Closes every connection and waits until all threads are gone."""
        self.stopping.set()
        self.shutdown()
        with self._lock:
            for connection in self._connections:
                _shut(connection)
        self.server_close()
        self._thread.join()

    def opened(self, connection: socket.socket) -> None:
        with self._lock:
            self._connections.add(connection)
            if self.stopping.is_set():  # accepted just before, and missed by stop()
                _shut(connection)

    def closed(self, connection: socket.socket) -> None:
        with self._lock:
            self._connections.discard(connection)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away in the middle is its own affair; everything else is a defect worth seeing."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "SimulatedGoogle"
    disable_nagle_algorithm = True
    server: LoopbackServer

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
        return format_datetime(self.server.now(), usegmt=True)

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        request = HttpRequest.of(self.command, self.path, dict(self.headers.items()), body)
        response = self.server.answer(request, self.server.stopping)
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
