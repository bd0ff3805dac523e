"""The consent in a real browser, without the application: from Google's address to a loopback page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from helpers.browser import consent_in_browser
from terminplaner.simulator import SimulatedGoogle

ACCOUNT = "thor.schuss@example.org"
SCOPES = ("calendar.app.created", "calendar.calendarlist.readonly")
FIRST_BOX = "Sekundäre Google-Kalender erstellen"


class Receiver(HTTPServer):
    """A program that waits on loopback for what Google tells it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Page)
        self.answers: list[dict[str, list[str]]] = []


class _Page(BaseHTTPRequestHandler):
    server: Receiver

    def do_GET(self) -> None:
        self.server.answers.append(parse_qs(urlsplit(self.path).query))
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write('<link rel="icon" href="data:,"><p>Sie können diese Seite schließen.</p>'.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        pass


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def google() -> Iterator[SimulatedGoogle]:
    with SimulatedGoogle(accounts=("andere@example.org", ACCOUNT)) as simulated:
        yield simulated


def address(google: SimulatedGoogle, receiver: Receiver, **more: str) -> str:
    question = {
        "client_id": google.client.client_id,
        "redirect_uri": f"http://127.0.0.1:{receiver.server_address[1]}",
        "response_type": "code",
        "scope": " ".join(f"https://www.googleapis.com/auth/{scope}" for scope in SCOPES),
        "state": "s",
    }
    return f"{google.auth_uri}?{urlencode(question | more)}"


def test_consent_with_both_boxes(
    browser_possible: None, google: SimulatedGoogle, receiver: Receiver, tmp_path: Path
) -> None:
    page = consent_in_browser(address(google, receiver), ACCOUNT, pictures=tmp_path)
    assert page == "Sie können diese Seite schließen."
    [answer] = receiver.answers
    assert answer["state"] == ["s"]
    assert len(answer["scope"][0].split()) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "1-konto.png",
        "2-zustimmung.png",
        "3-ergebnis.png",
    ]


def test_consent_with_one_box_of_a_known_account(
    browser_possible: None, google: SimulatedGoogle, receiver: Receiver
) -> None:
    consent_in_browser(address(google, receiver, login_hint=ACCOUNT), ACCOUNT, ticks=[FIRST_BOX])
    assert receiver.answers[0]["scope"] == ["https://www.googleapis.com/auth/calendar.app.created"]


def test_refusal(browser_possible: None, google: SimulatedGoogle, receiver: Receiver) -> None:
    consent_in_browser(address(google, receiver), ACCOUNT, ticks=[], press="Abbrechen")
    assert receiver.answers[0]["error"] == ["access_denied"]


def test_a_page_that_is_not_the_consent_is_shown(
    browser_possible: None, google: SimulatedGoogle, receiver: Receiver
) -> None:
    with pytest.raises(TimeoutError, match="the consent page") as failure:
        consent_in_browser(address(google, receiver, scope="unbekannt"), ACCOUNT, seconds=0.2)
    assert "Zugriff blockiert" in failure.value.__notes__[0]
