"""The simulator as a process of its own, steered by its control addresses."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import requests

from simulator.conftest import THOR, timed
from terminplaner.simulator import SimulatedGoogle


class _Control:
    def __init__(self, address: str) -> None:
        self._address = address

    def __call__(self, method: str, what: str, body: Any = None, **query: str) -> Any:
        answer = requests.request(method, self._address + what, json=body, params=query, timeout=10)
        if answer.status_code != 200:
            return answer.status_code
        return answer.json()


@pytest.fixture
def control(google: SimulatedGoogle) -> _Control:
    return _Control(google.addresses()["control"])


def test_it_runs_until_it_is_interrupted(tmp_path: Path) -> None:
    file = tmp_path / "client.json"
    command = [sys.executable, "-m", "terminplaner.simulator", "--client-file", str(file), "--account", THOR]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        addresses = json.loads(process.stdout.readline())
        control = _Control(addresses["control"])
        accounts = control("GET", "accounts")
        process.terminate()
        _, errors = process.communicate(timeout=20)

    assert accounts == [THOR]
    assert json.loads(file.read_text(encoding="utf-8"))["installed"]["token_uri"] == addresses["token_uri"]
    assert (process.returncode, errors) == (0, "")


def test_events_by_control(control: _Control) -> None:
    room = control("POST", "calendars", {"account": THOR, "summary": "Raum 1"})["id"]
    control("POST", "calendars", {"account": THOR, "summary": "Raum 2"})

    made = control("POST", "events", {"calendar": "Raum 1", "event": timed(1, id="abcde")})
    edited = control("PATCH", "events", {"calendar": room, "id": "abcde", "event": {"summary": "neu"}})
    copy = control("POST", "copy", {"calendar": room, "id": "abcde"})
    control("POST", "move", {"calendar": room, "id": copy["id"], "to": "Raum 2"})
    control("DELETE", "events", calendar=room, id="abcde")

    assert (made["id"], edited["summary"]) == ("abcde", "neu")
    assert control("GET", "events", calendar=room) == []
    assert len(control("GET", "events", calendar=room, deleted="true")) == 2
    assert [event["summary"] for event in control("GET", "events", calendar="Raum 2")] == ["neu"]
    control("DELETE", "calendars", calendar="Raum 2")
    assert [entry["summary"] for entry in control("GET", "calendars", account=THOR)] == [THOR, "Raum 1"]


def test_faults_clock_and_counts_by_control(control: _Control, google: SimulatedGoogle) -> None:
    control("POST", "faults", {"match": "events.list", "kind": "error", "status": 503})
    before = google.clock.now()
    control("POST", "clock", {"advanceSeconds": 3600})
    token = google.grant(THOR, ["https://www.googleapis.com/auth/calendar"])
    requests.get(
        f"{google.api_root}/calendar/v3/calendars/primary/events",
        headers={"Authorization": f"Bearer {token['access_token']}"},
        timeout=10,
    )

    assert (google.clock.now() - before).total_seconds() >= 3600
    assert google.requests[0].status == 503
    assert control("GET", "faults") == []
    assert control("GET", "requests") == {"events.list": 1}
    control("DELETE", "requests")
    assert control("GET", "requests") == {}


@pytest.mark.parametrize("what", ["sync_tokens", "access_tokens", "grants"])
def test_expiry_by_control(control: _Control, what: str) -> None:
    assert control("POST", "expire", {"what": what}) is None


def test_bad_control_requests_are_said(control: _Control) -> None:
    assert control("GET", "nothing") == 404
    assert control("POST", "faults", {"match": "*", "kind": "earthquake"}) == 400
    assert control("POST", "faults", {"match": "*", "kind": "error", "action": "x"}) == 400
    assert control("POST", "expire", {"what": "milk"}) == 400
    assert control("GET", "events", calendar="Raum 9") == 404
