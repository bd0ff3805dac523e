"""Consent, codes, tokens and revocation, with Google's own flow class."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from google_auth_oauthlib.flow import Flow

from simulator.conftest import APP_CREATED, BOTH, KLARA, LIST_READ, THOR
from terminplaner.simulator import Fault, FaultKind, SimulatedGoogle


class _Receiver(HTTPServer):
    """The application's loopback receiver."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Page)
        self.queries: list[dict[str, str]] = []
        self.uri = f"http://127.0.0.1:{self.server_address[1]}/"


class _Page(BaseHTTPRequestHandler):
    server: _Receiver

    def do_GET(self) -> None:
        query = parse_qs(urlsplit(self.path).query)
        self.server.queries.append({name: values[0] for name, values in query.items()})
        self.send_response(200)
        self.send_header("Content-Length", "6")
        self.end_headers()
        self.wfile.write(b"Fertig")

    def log_message(self, *args: object) -> None:
        """Silent."""


@pytest.fixture
def receiver() -> Iterator[_Receiver]:
    server = _Receiver()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def flow(google: SimulatedGoogle, receiver: _Receiver, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flow]:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    monkeypatch.setenv("OAUTHLIB_RELAX_TOKEN_SCOPE", "1")
    made = Flow.from_client_config(
        google.client_config(), BOTH, redirect_uri=receiver.uri, autogenerate_code_verifier=True
    )
    yield made
    made.oauth2session.close()


def _url(flow: Flow, **changes: str) -> str:
    parameters = {"access_type": "offline", "prompt": "consent select_account"} | changes
    return str(flow.authorization_url(**parameters)[0])


def _post(address: str, **form: str) -> tuple[int, dict[str, Any]]:
    answer = requests.post(address, data=form, timeout=10)
    return answer.status_code, answer.json()


def _exchange(google: SimulatedGoogle, flow: Flow, code: str, **changes: str) -> tuple[int, dict[str, Any]]:
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": str(flow.redirect_uri),
        "client_id": google.client.client_id,
        "client_secret": google.client.secret,
        "code_verifier": str(flow.code_verifier),
    }
    return _post(google.token_uri, **form | changes)


def _refresh(google: SimulatedGoogle, token: str, **changes: str) -> tuple[int, dict[str, Any]]:
    form = {
        "grant_type": "refresh_token",
        "refresh_token": token,
        "client_id": google.client.client_id,
        "client_secret": google.client.secret,
    }
    return _post(google.token_uri, **form | changes)


def _code(google: SimulatedGoogle, flow: Flow, receiver: _Receiver, **changes: str) -> str:
    google.consent(_url(flow, **changes))
    return receiver.queries[-1]["code"]


def test_both_boxes(google: SimulatedGoogle, flow: Flow, receiver: _Receiver) -> None:
    end = google.consent(_url(flow, state="geheim"), account=KLARA)

    assert (end.status, end.text) == (200, "Fertig")
    (answer,) = receiver.queries
    assert answer["state"] == "geheim"
    assert answer["scope"] == " ".join(BOTH)
    flow.fetch_token(code=answer["code"])
    credentials = flow.credentials
    assert credentials.refresh_token
    assert set(credentials.granted_scopes) == set(BOTH)
    listed = requests.get(
        f"{google.api_root}/calendar/v3/users/me/calendarList",
        headers={"Authorization": f"Bearer {credentials.token}"},
        timeout=10,
    ).json()
    assert listed["items"][0]["id"] == KLARA


def test_the_boxes_are_not_ticked_beforehand(google: SimulatedGoogle, flow: Flow) -> None:
    with requests.Session() as browser:
        page = browser.get(_url(flow, prompt="consent", login_hint=THOR), timeout=10).text

    assert page.count('type="checkbox"') == 2
    assert "checked" not in page
    assert 'lang="de"' in page


def test_one_box(google: SimulatedGoogle, flow: Flow, receiver: _Receiver) -> None:
    google.consent(_url(flow), tick=[APP_CREATED])

    status, token = _exchange(google, flow, receiver.queries[0]["code"])

    assert status == 200
    assert token["scope"] == APP_CREATED


@pytest.mark.parametrize("choice", [{"deny": True}, {"tick": ()}])
def test_nothing_allowed(google: SimulatedGoogle, flow: Flow, receiver: _Receiver, choice: dict[str, Any]) -> None:
    google.consent(_url(flow, state="geheim"), **choice)

    assert receiver.queries == [{"state": "geheim", "error": "access_denied"}]


def test_a_single_scope_has_no_box(google: SimulatedGoogle, receiver: _Receiver) -> None:
    url = (
        f"{google.auth_uri}?response_type=code&client_id={google.client.client_id}"
        f"&redirect_uri={receiver.uri}&scope={LIST_READ}"
    )

    google.consent(url, tick=())

    assert receiver.queries[0]["scope"] == LIST_READ
    assert "state" not in receiver.queries[0]


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"client_id": "fremd"}, 401, "invalid_client"),
        ({"redirect_uri": "https://example.com/"}, 400, "redirect_uri_mismatch"),
        ({"redirect_uri": "http://192.0.2.1/"}, 400, "redirect_uri_mismatch"),
        ({"scope": "https://www.googleapis.com/auth/drive"}, 400, "invalid_scope"),
        ({"response_type": "token"}, 400, "invalid_request"),
    ],
)
def test_google_shows_its_own_error_page(
    google: SimulatedGoogle, receiver: _Receiver, change: dict[str, str], status: int, code: str
) -> None:
    parameters = {
        "response_type": "code",
        "client_id": google.client.client_id,
        "redirect_uri": receiver.uri,
        "scope": " ".join(BOTH),
    }
    answer = requests.get(google.auth_uri, params=parameters | change, timeout=10)

    assert answer.status_code == status
    assert code in answer.text
    assert receiver.queries == []


def test_a_code_is_good_once(google: SimulatedGoogle, flow: Flow, receiver: _Receiver) -> None:
    code = _code(google, flow, receiver)

    assert _exchange(google, flow, code)[0] == 200
    status, body = _exchange(google, flow, code)
    assert (status, body["error"]) == (400, "invalid_grant")


def test_a_code_is_good_for_ten_minutes(google: SimulatedGoogle, flow: Flow, receiver: _Receiver) -> None:
    code = _code(google, flow, receiver)
    google.clock.advance(timedelta(minutes=10))

    assert _exchange(google, flow, code)[1]["error"] == "invalid_grant"


@pytest.mark.parametrize(
    ("change", "status", "error"),
    [
        ({"code_verifier": "x" * 43}, 400, "invalid_grant"),
        ({"code_verifier": ""}, 400, "invalid_grant"),
        ({"redirect_uri": "http://127.0.0.1:1/"}, 400, "redirect_uri_mismatch"),
        ({"client_secret": "falsch"}, 401, "invalid_client"),
        ({"client_id": "fremd"}, 401, "invalid_client"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
    ],
)
def test_a_bad_exchange_is_refused(
    google: SimulatedGoogle, flow: Flow, receiver: _Receiver, change: dict[str, str], status: int, error: str
) -> None:
    code = _code(google, flow, receiver)

    refused, body = _exchange(google, flow, code, **change)

    assert (refused, body["error"]) == (status, error)


def test_refreshing_keeps_to_what_was_granted(google: SimulatedGoogle, flow: Flow, receiver: _Receiver) -> None:
    google.consent(_url(flow), tick=[APP_CREATED])
    token = _exchange(google, flow, receiver.queries[0]["code"])[1]["refresh_token"]

    status, body = _refresh(google, token)
    assert (status, body["scope"]) == (200, APP_CREATED)
    assert "refresh_token" not in body
    status, body = _refresh(google, token, scope=" ".join(BOTH))
    assert (status, body["error"]) == (400, "invalid_scope")
    assert google.count("oauth.refresh") == 2


def test_a_refresh_token_comes_with_consent_only(google: SimulatedGoogle, flow: Flow, receiver: _Receiver) -> None:
    first = _exchange(google, flow, _code(google, flow, receiver, prompt="select_account"))[1]
    again = _exchange(google, flow, _code(google, flow, receiver, prompt="select_account"))[1]
    asked = _exchange(google, flow, _code(google, flow, receiver, prompt="consent"))[1]

    assert ["refresh_token" in token for token in (first, again, asked)] == [True, False, True]


def test_access_tokens_expire(google: SimulatedGoogle) -> None:
    token = google.grant(THOR, BOTH)["access_token"]
    address = f"{google.api_root}/calendar/v3/users/me/calendarList"
    headers = {"Authorization": f"Bearer {token}"}

    assert requests.get(address, headers=headers, timeout=10).status_code == 200
    google.clock.advance(timedelta(hours=1))
    refused = requests.get(address, headers=headers, timeout=10)
    assert refused.status_code == 401
    assert refused.json()["error"]["errors"][0]["reason"] == "authError"


def test_revoking_ends_every_token_of_the_account(google: SimulatedGoogle) -> None:
    here, there, other = google.grant(THOR, BOTH), google.grant(THOR, BOTH), google.grant(KLARA, BOTH)

    assert _post(google.revoke_uri, token=here["refresh_token"]) == (200, {})
    assert _refresh(google, there["refresh_token"])[1]["error"] == "invalid_grant"
    assert _refresh(google, other["refresh_token"])[0] == 200
    status, body = _post(google.revoke_uri, token=here["refresh_token"])
    assert (status, body["error"]) == (400, "invalid_token")


def test_the_oldest_of_more_than_100_refresh_tokens_dies(google: SimulatedGoogle) -> None:
    tokens = [google.grant(THOR, BOTH)["refresh_token"] for _ in range(101)]

    assert _refresh(google, tokens[0])[1]["error"] == "invalid_grant"
    assert _refresh(google, tokens[1])[0] == 200


def test_a_scripted_invalid_grant(google: SimulatedGoogle) -> None:
    token = google.grant(THOR, BOTH)["refresh_token"]
    google.faults.add(Fault("oauth.refresh", FaultKind.ERROR, status=400, reason="invalid_grant"))

    assert _refresh(google, token)[1]["error"] == "invalid_grant"
    assert _refresh(google, token)[0] == 200


def test_the_date_header_follows_the_simulators_clock(google: SimulatedGoogle) -> None:
    google.clock.advance(timedelta(days=-400))
    year = google.clock.now().year

    assert f" {year} " in requests.get(google.url, timeout=10).headers["Date"]
