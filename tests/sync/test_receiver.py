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


def test_scenario_36_strays_are_not_found_and_disturb_nothing(receiver: ConsentReceiver) -> None:
    for name, raw in strays(receiver).items():
        answer = exchange(receiver, raw)
        assert not answer or answer.startswith("HTTP/1.0 404"), name
        assert "forged" not in answer, name
    browser = Browser(receiver, target(receiver, state=receiver.state, code=CODE))
    assert take(receiver).code == CODE
    receiver.finish(granted=True)
    assert "200" in browser.leave()


def test_scenario_36_silent_and_half_connections_do_not_hold_it_up(receiver: ConsentReceiver) -> None:
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


def test_an_early_request_is_answered_once_somebody_listens(receiver: ConsentReceiver) -> None:
    """The browser may be back before the program begins to wait."""
    browser = Browser(receiver, target(receiver, state=receiver.state, code=CODE))
    receiver.finish(granted=True)
    assert "consent_page_granted" in browser.leave()
    assert take(receiver).code == CODE


def test_a_forged_request_before_the_real_one_does_not_use_it_up(receiver: ConsentReceiver) -> None:
    forged = get(receiver, target(receiver, state="x" * len(receiver.state), code="forged"))
    assert forged.startswith("HTTP/1.0 404")
    Browser(receiver, target(receiver, state=receiver.state, code=CODE))
    assert take(receiver).code == CODE


def test_a_late_request_finds_nobody() -> None:
    with ConsentReceiver(str) as receiver:
        late = target(receiver, state=receiver.state, code=CODE)
    with pytest.raises(ConnectionRefusedError):
        get(receiver, late)


def test_a_late_request_after_the_end_was_told_changes_nothing(receiver: ConsentReceiver) -> None:
    first = Browser(receiver, target(receiver, state=receiver.state, error="access_denied"))
    assert take(receiver) == Redirect(error="access_denied")
    receiver.finish(granted=False)
    first.leave()
    late = get(receiver, target(receiver, state=receiver.state, code=CODE))
    assert "consent_page_refused" in late
    with pytest.raises(ConsentError, match="consent_timeout"):
        receiver.wait(0, Cancel())


def test_a_repeated_request_is_taken_once(receiver: ConsentReceiver) -> None:
    tabs = [Browser(receiver, target(receiver, state=receiver.state, code=CODE)) for _ in range(8)]
    assert take(receiver).code == CODE
    receiver.finish(granted=True)
    assert len({tab.leave() for tab in tabs}) == 1
    with pytest.raises(ConsentError, match="consent_timeout"):
        receiver.wait(0, Cancel())


def test_a_second_tab_with_the_consent_of_another_account_is_not_taken(receiver: ConsentReceiver) -> None:
    """Whoever answered first is whose calendars are shown; the other code stays unused and dies at Google."""
    first = Browser(receiver, target(receiver, state=receiver.state, code=CODE))
    assert take(receiver).code == CODE
    second = Browser(receiver, target(receiver, state=receiver.state, code="4/0A-of-klara"))
    receiver.finish(granted=True)
    assert first.leave() == second.leave()
    with pytest.raises(ConsentError, match="consent_timeout"):
        receiver.wait(0, Cancel())


def test_a_second_tab_of_an_earlier_consent_is_not_taken(receiver: ConsentReceiver) -> None:
    """It knows the port, if the system gave it again, but neither the path nor the state of this consent."""
    with ConsentReceiver(str) as earlier:
        old = target(earlier, state=earlier.state, code="old")
    assert get(receiver, old).startswith("HTTP/1.0 404")


@pytest.mark.parametrize(
    "query",
    ["state={state}&state=x&code=forged", "state=x&state={state}&code=forged", "state={state}&code=a&code=forged"],
)
def test_a_forged_parameter_beside_the_real_one_makes_the_request_nobody_s(
    receiver: ConsentReceiver, query: str
) -> None:
    path = urlsplit(receiver.redirect_uri).path
    assert get(receiver, f"{path}?{query.format(state=receiver.state)}").startswith("HTTP/1.0 404")
    with pytest.raises(ConsentError, match="consent_timeout"):
        receiver.wait(0, Cancel())


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1.evil.example:{port}",
        "127.0.0.1:{port}@evil.example",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.1:{port}",
        "2130706433:{port}",
        "[::1]:{port}",
        "localhost:{port}",
        "127.0.0.1:{port}, evil.example",
        "127.0.0.1:{port}\r\nHost: evil.example",
    ],
)
def test_dns_rebinding_under_a_foreign_name_reaches_nothing(receiver: ConsentReceiver, host: str) -> None:
    """A page of another site whose name was bent to 127.0.0.1 still says its own name as Host."""
    port = receiver.host.partition(":")[2]
    answer = get(receiver, target(receiver, state=receiver.state, code="forged"), host.format(port=port))
    assert answer.startswith("HTTP/1.0 404")
    with pytest.raises(ConsentError, match="consent_timeout"):
        receiver.wait(0, Cancel())


def test_a_page_of_another_site_is_told_nothing(receiver: ConsentReceiver) -> None:
    browser = Browser(receiver, target(receiver, state=receiver.state, code=CODE))
    take(receiver)
    receiver.finish(granted=True)
    page = browser.leave()
    assert "Access-Control" not in page
    for header in ("X-Frame-Options: DENY", "Content-Security-Policy: default-src 'none'", "nosniff"):
        assert header in page
    assert "Server:" not in page


def test_an_oversized_request_is_refused_without_being_kept(receiver: ConsentReceiver) -> None:
    for raw in (
        f"GET {target(receiver, state=receiver.state, code='c' * 9000)} HTTP/1.1\r\nHost: {receiver.host}\r\n\r\n",
        f"GET / HTTP/1.1\r\nHost: {receiver.host}\r\nX: {'y' * 70_000}\r\n\r\n",
        f"POST / HTTP/1.1\r\nHost: {receiver.host}\r\nContent-Length: 999999999999\r\n\r\n" + "z" * 70_000,
    ):
        answer = exchange(receiver, raw.encode())
        assert not answer or answer.startswith("HTTP/1.0 404")
    Browser(receiver, target(receiver, state=receiver.state, code=CODE))
    assert take(receiver).code == CODE


def test_a_slow_request_is_cut_off_however_often_it_sends_a_byte(
    receiver: ConsentReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A limit on each read alone would let one byte now and then hold a thread for ever."""
    monkeypatch.setattr("terminplaner.sync.receiver._CONNECTION_SECONDS", 0.3)
    with connect(receiver) as slow:
        slow.settimeout(0.02)
        deadline = time.monotonic() + 10
        is_open = True
        while is_open and time.monotonic() < deadline:
            try:
                slow.sendall(b"G")
                is_open = bool(slow.recv(1))
            except TimeoutError:
                continue
            except ConnectionError:
                is_open = False
    assert not is_open


def test_many_slow_requests_leave_room_for_the_real_one(
    receiver: ConsentReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("terminplaner.sync.receiver._CONNECTION_SECONDS", 3600)
    with contextlib.ExitStack() as opened:
        slow = [opened.enter_context(connect(receiver)) for _ in range(100)]
        with contextlib.suppress(ConnectionError):
            for connection in slow:
                connection.sendall(b"GET /slow")
        with contextlib.suppress(ConnectionError):  # each of them costs a thread: the oldest give way
            while slow[0].recv(1024):
                continue
        Browser(receiver, target(receiver, state=receiver.state, code=CODE))
        assert take(receiver).code == CODE
