"""The loopback receiver against everything a browser, or another program, may send it."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

import pytest

from helpers.google_chain import Cancel
from terminplaner.domain.errors import CancelledError, ConsentError
from terminplaner.sync.receiver import ConsentReceiver, Redirect

CODE = "4/0A-secret-code"


@pytest.fixture
def receiver() -> Iterator[ConsentReceiver]:
    with ConsentReceiver(lambda code: f"{code} & more") as listening:
        yield listening


def connect(receiver: ConsentReceiver) -> socket.socket:
    parts = urlsplit(receiver.redirect_uri)
    return socket.create_connection((parts.hostname or "", parts.port or 0), timeout=10)


def exchange(receiver: ConsentReceiver, raw: bytes) -> str:
    """Everything the receiver answers to these bytes; it may hang up before it has read them all."""
    answer = b""
    with connect(receiver) as connection, contextlib.suppress(ConnectionError):
        connection.sendall(raw)
        while part := connection.recv(65536):
            answer += part
    return answer.decode()


def target(receiver: ConsentReceiver, **query: str) -> str:
    return f"{urlsplit(receiver.redirect_uri).path}?{urlencode(query)}"


def get(receiver: ConsentReceiver, path: str, host: str | None = None, method: str = "GET") -> str:
    lines = (f"{method} {path} HTTP/1.1", f"Host: {host or receiver.host}", "", "")
    return exchange(receiver, "\r\n".join(lines).encode())


class Browser:
    """Asks on a thread of its own, because the page waits for the outcome."""

    def __init__(self, receiver: ConsentReceiver, path: str) -> None:
        self.page = ""
        self._thread = threading.Thread(target=self._ask, args=(receiver, path))
        self._thread.start()

    def leave(self) -> str:
        self._thread.join()
        return self.page

    def _ask(self, receiver: ConsentReceiver, path: str) -> None:
        self.page = get(receiver, path)


def take(receiver: ConsentReceiver) -> Redirect:
    return receiver.wait(10, Cancel())


@pytest.mark.parametrize(
    ("granted", "sentence"), [(True, "consent_page_granted"), (False, "consent_page_refused")]
)
def test_the_page_says_how_it_ended(receiver: ConsentReceiver, granted: bool, sentence: str) -> None:
    browser = Browser(receiver, target(receiver, state=receiver.state, code=CODE))
    assert take(receiver).code == CODE
    receiver.finish(granted=granted)
    page = browser.leave()
    assert page.startswith("HTTP/1.0 200")
    assert f"{sentence} &amp; more" in page
    assert "Cache-Control: no-store" in page
    assert CODE not in page


def test_leaving_early_shows_the_refusal() -> None:
    with ConsentReceiver(str) as receiver:
        browser = Browser(receiver, target(receiver, state=receiver.state, code=CODE))
        take(receiver)
    assert "consent_page_refused" in browser.leave()


def test_an_error_of_google_arrives(receiver: ConsentReceiver) -> None:
    Browser(receiver, target(receiver, state=receiver.state, error="access_denied"))
    assert take(receiver) == Redirect(error="access_denied")


def strays(receiver: ConsentReceiver) -> dict[str, bytes]:
    good = target(receiver, state=receiver.state, code="forged")

    def request(line: str, host: str = receiver.host) -> bytes:
        return f"{line} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()

    return {
        "favicon": request("GET /favicon.ico"),
        "root": request("GET /"),
        "forged state": request(f"GET {target(receiver, state='x' * 43, code='forged')}"),
        "no state": request(f"GET {target(receiver, code='forged')}"),
        "state that is no ASCII": request(f"GET {target(receiver, state='ä', code='forged')}"),
        "other path": request(f"GET /x?{good.partition('?')[2]}"),
        "neither code nor error": request(f"GET {target(receiver, state=receiver.state)}"),
        "foreign host": request(f"GET {good}", "evil.example"),
        "localhost": request(f"GET {good}", f"localhost:{receiver.host.partition(':')[2]}"),
        "no host": f"GET {good} HTTP/1.0\r\n\r\n".encode(),
        "POST": request(f"POST {good}"),
        "HEAD": request(f"HEAD {good}"),
        "oversized": request(f"GET {good}&x={'y' * 9000}"),
        "far oversized": b"GET /" + b"y" * 70000 + b" HTTP/1.1\r\n\r\n",
        "too many headers": request(f"GET {good}").rstrip() + b"\r\nX: y" * 200 + b"\r\n\r\n",
        "no HTTP": b"\x16\x03\x01 hello\r\n\r\n",
    }


def test_strays_are_not_found_and_disturb_nothing(receiver: ConsentReceiver) -> None:
    for name, raw in strays(receiver).items():
        answer = exchange(receiver, raw)
        assert not answer or answer.startswith("HTTP/1.0 404"), name
        assert "forged" not in answer, name
    browser = Browser(receiver, target(receiver, state=receiver.state, code=CODE))
    assert take(receiver).code == CODE
    receiver.finish(granted=True)
    assert "200" in browser.leave()


def test_silent_and_half_connections_do_not_hold_it_up(receiver: ConsentReceiver) -> None:
    with connect(receiver), connect(receiver) as half:
        half.sendall(b"GET /half HT")
        Browser(receiver, target(receiver, state=receiver.state, code=CODE))
        assert take(receiver).code == CODE


def test_only_the_first_redirect_counts_and_a_reload_sees_the_same_page(receiver: ConsentReceiver) -> None:
    first = Browser(receiver, target(receiver, state=receiver.state, code=CODE))
    assert take(receiver).code == CODE
    again = Browser(receiver, target(receiver, state=receiver.state, code="another"))
    receiver.finish(granted=True)
    assert first.leave() == again.leave()
    with pytest.raises(ConsentError, match="consent_timeout"):
        receiver.wait(0, Cancel())


def test_nobody_comes(receiver: ConsentReceiver) -> None:
    with pytest.raises(ConsentError) as caught:
        receiver.wait(0, Cancel())
    assert caught.value.error_code == "consent_timeout"


def test_cancelled(receiver: ConsentReceiver) -> None:
    with pytest.raises(CancelledError) as caught:
        receiver.wait(10, Cancel(is_set=True))
    assert caught.value.error_code == "consent_cancelled"


def test_nothing_outlives_it_and_a_silent_connection_does_not_delay_its_end() -> None:
    before = threading.active_count()
    with contextlib.ExitStack() as opened:
        with ConsentReceiver(str) as receiver:
            silent = opened.enter_context(connect(receiver))
            leaving = time.monotonic()
        assert time.monotonic() - leaving < 4, "it must not wait for the connection's own time limit"
        with contextlib.suppress(ConnectionResetError):  # not accepted before the end
            assert silent.recv(1) == b""
    assert threading.active_count() == before
    with pytest.raises(ConnectionRefusedError):
        connect(receiver)


def test_a_connection_that_stays_silent_is_closed(
    receiver: ConsentReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("terminplaner.sync.receiver._Handler.timeout", 0.05)
    with connect(receiver) as silent:
        assert silent.recv(1) == b""


def test_it_listens_on_loopback_only_and_no_two_share_an_address(receiver: ConsentReceiver) -> None:
    with ConsentReceiver(str) as other:
        assert receiver.redirect_uri.startswith("http://127.0.0.1:")
        assert other.host != receiver.host
        assert other.state != receiver.state
        assert urlsplit(other.redirect_uri).path != urlsplit(receiver.redirect_uri).path


def test_a_redirect_keeps_its_code_to_itself() -> None:
    assert CODE not in repr(Redirect(code=CODE))
