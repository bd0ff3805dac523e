"""``connect``, ``sync``, ``status``, ``problems``, ``disconnect`` against the simulated Google over real HTTP."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import webbrowser
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import open_program
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.resource import Resource, SyncDirection
from terminplaner.simulator import Fault, FaultKind, SimulatedGoogle

BERLIN = ZoneInfo("Europe/Berlin")
RUN_KEYS = {
    "resource", "calendar_id", "status", "pulled", "created_local", "updated_local", "cancelled_local",
    "created_google", "updated_google", "deleted_google", "conflicts", "quarantined", "requests", "message",
}  # fmt: skip
START = datetime(2027, 1, 12, 10, tzinfo=BERLIN)


@pytest.fixture
def chain(run: Any, google: SimulatedGoogle, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The sample chain with the sync on, and a browser in which somebody ticks both boxes."""

    def browse(address: str) -> bool:
        threading.Thread(target=google.consent, args=(address,), daemon=True).start()
        return True

    monkeypatch.setattr(webbrowser, "open", browse)
    run.good("settings", "set", "google_sync", "on")
    return run


def book(run: Any, text: str, hour: int = 10) -> Any:
    return run.good(
        "appointment", "add", "--resource", "Thor Schuss", "--start", f"2027-01-12T{hour:02}:00", "--minutes",
        "30",
        "--text", text, "--json",
    ).json  # fmt: skip


def connect(run: Any, *more: str) -> Any:
    return run("connect", "Thor Schuss", *(more or ("--new-calendar", "Thor")), "--yes", "--json")


def calendar(google: SimulatedGoogle, name: str = "Thor") -> Any:
    return google.accounts[0].calendar(name)


def test_a_new_calendar_is_connected_and_both_ways_work(chain: Any, google: SimulatedGoogle) -> None:
    made = book(chain, "Anprobe")
    connected = connect(chain)
    assert connected.code == 0, connected
    document = connected.json
    assert set(document) == {
        "resource", "calendar_id", "calendar_name", "account", "scopes", "backup", "adopted", "imported",
        "to_push",
    }  # fmt: skip
    assert (document["calendar_name"], document["account"]) == ("Thor", google.accounts[0].email)
    assert (document["adopted"], document["imported"], document["to_push"]) == (0, 0, 1)
    assert document["backup"] is None
    ended = chain.good("sync", "--json")
    (run,) = ended.json["links"]
    assert set(run) == RUN_KEYS
    assert (run["status"], run["created_google"]) == ("ok", 1)
    (event,) = calendar(google).events()
    assert event["summary"] == "Anprobe"
    calendar(google).edit_event(event["id"], summary="Anprobe 2")
    calendar(google).add_event("Zahnarzt", START + timedelta(days=1), START + timedelta(days=1, hours=1))
    (run,) = chain.good("sync", "--json").json["links"]
    assert (run["created_local"], run["updated_local"]) == (1, 1)
    rows = {row["text"]: row for row in chain.good("appointment", "list", "--json").json}
    assert rows["Anprobe 2"]["id"] == made["id"]
    assert rows["Zahnarzt"]["origin"] == "google"
    (row,) = [row for row in chain.good("resource", "list", "--json").json if row["name"] == "Thor Schuss"]
    assert (row["google_calendar_id"], row["link_status"]) == (document["calendar_id"], "ok")


def test_an_unchanged_pass_costs_one_request(chain: Any) -> None:
    connect(chain)
    chain.good("sync")
    (run,) = chain.good("sync", "--json").json["links"]
    assert run["requests"] == 1


def test_without_yes_and_without_a_terminal_nothing_changes(chain: Any, google: SimulatedGoogle) -> None:
    google.clear_requests()
    refused = chain("connect", "Thor Schuss", "--new-calendar", "Thor", "--json")
    assert refused.code == 2
    assert not google.requests


def test_an_unknown_resource_is_refused_before_a_confirmation_is_asked_for(chain: Any) -> None:
    ended = chain("connect", "Niemand", "--new-calendar", "Thor")
    assert ended.code == 2
    assert "Niemand" in ended.err
    assert "--yes" not in ended.err


@pytest.mark.parametrize("command", [("status",), ("sync",)])
def test_nothing_linked_is_said_to_a_person_alone(chain: Any, command: tuple[str, ...]) -> None:
    ended = chain.good(*command)
    assert ended.out == ""
    assert "noch keine Ressource mit einem Google-Kalender verknüpft" in ended.err
    assert chain.good(*command, "--json").err == ""


def test_the_primary_calendar_is_refused(chain: Any, google: SimulatedGoogle) -> None:
    refused = connect(chain, "--calendar", google.accounts[0].primary.id)
    assert refused.code == 2
    assert chain.good("status", "--json").json == {"links": [], "problems": 0}


def test_an_existing_calendar_needs_a_second_consent_and_can_be_emptied(
    chain: Any, google: SimulatedGoogle
) -> None:
    old = google.accounts[0].add_calendar("Alt")
    for day in range(3):
        old.add_event(
            f"Alt {day}", START + timedelta(days=day - 2000), START + timedelta(days=day - 2000, hours=1)
        )
    ended = connect(chain, "--calendar", old.id, "--empty-calendar")
    assert ended.code == 0, ended
    assert old.events() == []
    backup = Path(ended.json["backup"])
    assert backup.read_bytes().count(b"BEGIN:VEVENT") == 3
    assert "https://www.googleapis.com/auth/calendar.events.owned" in ended.json["scopes"]


def test_a_calendar_that_is_only_read_is_not_emptied(chain: Any, google: SimulatedGoogle) -> None:
    old = google.accounts[0].add_calendar("Alt")
    old.add_event("Alt", START, START + timedelta(hours=1))
    with open_program(Environment.read(os.environ)) as program:
        with program.gate.store.read() as reader:
            thor = next(row for row in reader.list(Resource) if row.name == "Thor Schuss")
        with program.gate.open(Author("test", Origin.SYSTEM), "arrange") as passage:
            passage.work.put(replace(thor, sync_direction=SyncDirection.FROM_GOOGLE))
    google.clear_requests()
    refused = connect(chain, "--calendar", old.id, "--empty-calendar")
    assert refused.code == 2
    assert "nichts gelöscht" in refused.err
    assert google.requests == ()
    assert len(old.events()) == 1


def test_a_conflict_waits_with_exit_3_and_is_decided(chain: Any, google: SimulatedGoogle) -> None:
    made = book(chain, "Anprobe")
    connect(chain)
    chain.good("sync")
    (event,) = calendar(google).events()
    calendar(google).edit_event(event["id"], summary="Google")
    chain.good("appointment", "edit", made["id"], "--text", "Hier")
    ended = chain("sync", "--json")
    assert ended.code == 3
    assert ended.json["links"][0]["conflicts"] == 1
    (problem,) = chain.good("problems", "list", "--json").json
    assert set(problem) == {"id", "kind", "resource", "appointment_id", "local", "google", "choices"}
    assert (problem["kind"], problem["resource"]) == ("conflict", "Thor Schuss")
    assert problem["appointment_id"] == made["id"]
    assert chain("problems", "resolve", problem["id"], "unsinn").code == 2
    chain.good("problems", "resolve", problem["id"], "google")
    chain.good("sync")
    assert [row["text"] for row in chain.good("appointment", "list", "--json").json] == ["Google"]
    assert chain.good("problems", "list", "--json").json == []


def test_offline_is_exit_4_and_heals_by_itself(chain: Any, google: SimulatedGoogle) -> None:
    connect(chain)
    google.faults.add(Fault("events.list", FaultKind.DROP_BEFORE, times=None))
    ended = chain("sync", "--json")
    assert ended.code == 4
    assert ended.json["links"][0]["status"] == "offline"
    google.faults.clear()
    assert chain.good("sync", "--json").json["links"][0]["status"] == "ok"


def test_a_quota_pause_is_exit_4_and_says_until_when_by_the_branch_clock(
    chain: Any, google: SimulatedGoogle
) -> None:
    connect(chain)
    book(chain, "Anprobe")
    google.faults.add(Fault("events.insert", FaultKind.ERROR, status=403, reason="quotaExceeded"))
    begin = datetime.now(BERLIN)
    ended = chain("sync", "--json")
    (link,) = ended.json["links"]
    assert (ended.code, link["status"]) == (4, "quota_pause")
    hours = [f"{begin + timedelta(hours=1, minutes=late):%d.%m.%Y, %H:%M}" for late in (0, 1)]
    assert any(f"Bis {hour} wird nichts" in link["message"] for hour in hours)
    assert "Bis " in chain("status").out


def test_a_withdrawn_consent_is_exit_3_until_connected_again(chain: Any, google: SimulatedGoogle) -> None:
    book(chain, "Anprobe")
    connected = connect(chain).json
    google.withdraw_grants()
    ended = chain("sync", "--json")
    assert (ended.code, ended.json["links"][0]["status"]) == (3, "needs_consent")
    again = connect(chain, "--calendar", connected["calendar_id"])
    assert again.code == 0, again
    assert chain.good("sync", "--json").json["links"][0]["status"] == "ok"
    assert len(calendar(google).events()) == 1


def test_a_deleted_calendar_is_exit_3_from_the_first_404_on(chain: Any, google: SimulatedGoogle) -> None:
    made = book(chain, "Anprobe")
    connect(chain)
    chain.good("sync")
    calendar(google).delete()
    ended = chain("sync", "--json")
    assert (ended.code, ended.json["links"][0]["status"]) == (3, "calendar_missing")
    assert [row["id"] for row in chain.good("appointment", "list", "--json").json] == [made["id"]]


def test_another_account_than_before_is_said(
    chain: Any, google: SimulatedGoogle, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect(chain)
    first, second = google.accounts[:2]

    def browse(address: str) -> bool:
        threading.Thread(
            target=google.consent, args=(address,), kwargs={"account": second.email}, daemon=True
        ).start()
        return True

    monkeypatch.setattr(webbrowser, "open", browse)
    ended = connect(chain)
    assert ended.code == 0
    assert f"bisher mit dem Google-Konto {first.email} verknüpft" in ended.err
    assert f"jetzt mit {second.email}" in ended.err


def test_disconnecting_keeps_both_sides_and_empties_the_id(chain: Any, google: SimulatedGoogle) -> None:
    book(chain, "Anprobe")
    connect(chain)
    chain.good("sync")
    google.clear_requests()
    chain.good("disconnect", "Thor Schuss")
    assert not google.writes()
    assert len(calendar(google).events()) == 1
    assert chain.good("status", "--json").json["links"] == []
    assert len(chain.good("appointment", "list", "--json").json) == 1


def test_connecting_again_adopts_and_doubles_nothing(chain: Any, google: SimulatedGoogle) -> None:
    for hour in range(9, 14):
        book(chain, f"Termin {hour}", hour)
    connected = connect(chain).json
    chain.good("sync")
    chain.good("disconnect", "Thor Schuss")
    again = connect(chain, "--calendar", connected["calendar_id"]).json
    assert (again["adopted"], again["imported"], again["to_push"]) == (5, 0, 0)
    chain.good("sync")
    assert len(calendar(google).events()) == 5
    assert len(chain.good("appointment", "list", "--json").json) == 5


def test_revoking_names_every_link_of_the_account(chain: Any) -> None:
    connect(chain)
    chain.good("connect", "Theo Dor", "--new-calendar", "Theo", "--yes")
    ended = chain.good("disconnect", "Thor Schuss", "--revoke")
    assert "Thor Schuss" in ended.err
    assert "Theo Dor" in ended.err
    assert chain.good("status", "--json").json["links"] == []


def test_a_restored_backup_is_shown_before_anything_is_written(
    chain: Any, google: SimulatedGoogle, tmp_path: Path
) -> None:
    book(chain, "Anprobe")
    connect(chain)
    chain.good("sync")
    chain.good("backup", str(tmp_path / "gestern.sqlite"))
    book(chain, "Später", 14)
    chain.good("sync")
    chain.good("restore", str(tmp_path / "gestern.sqlite"))
    google.clear_requests()
    ended = chain("sync", "--json")
    assert ended.code == 3
    assert not google.writes()
    (problem,) = chain.good("problems", "list", "--json").json
    assert problem["kind"] == "restore_preview"
    assert problem["google"]["only_there"][0]["start"].endswith(":00+01:00")
    assert len(calendar(google).events()) == 2


def test_an_event_that_nobody_can_read_is_listed_as_google_wrote_it(chain: Any, google: SimulatedGoogle) -> None:
    connect(chain)
    raw = {"id": "giftig", "summary": "Giftig", "status": "confirmed", "etag": '"1"'}
    broken = {"start": {"dateTime": "2026-13-45T99:00:00"}, "end": {"dateTime": ""}}
    calendar(google).add_raw_event(raw | broken)
    chain("sync")
    (problem,) = chain.good("problems", "list", "--json").json
    assert problem["kind"] == "quarantine"
    assert problem["google"]["title"] == "Giftig"


def test_syncing_while_it_is_switched_off_says_so(chain: Any) -> None:
    chain.good("settings", "set", "google_sync", "off")
    assert chain("sync").code == 2


def test_syncing_an_unlinked_resource_is_bad_input(chain: Any) -> None:
    assert chain("sync", "Theo Dor").code == 2


def test_doctor_finds_what_is_wrong(chain: Any, google: SimulatedGoogle) -> None:
    healthy = chain.good("doctor", "--json").json
    assert healthy["ok"] is True
    google.stop()
    ended = chain("doctor", "--json")
    assert ended.code == 1
    assert {check["name"] for check in ended.json["checks"] if not check["ok"]} == {"network"}


def test_no_browser_prints_the_address_first_and_waits(
    chain: Any, google: SimulatedGoogle, tmp_path: Path
) -> None:
    del chain
    process = subprocess.Popen(
        [
            sys.executable, "-m", "terminplaner", "connect", "Thor Schuss", "--new-calendar", "Thor", "--yes",
            "--no-browser", "--json",
        ],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    assert address.startswith(google.auth_uri)
    assert google.consent(address).status == 200
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert "öffnen Sie diese Adresse im Browser" in err
    assert json.loads(out)["calendar_name"] == "Thor"


def test_no_token_code_or_name_reaches_the_log(chain: Any, google: SimulatedGoogle, tmp_path: Path) -> None:
    chain.good(
        "appointment", "add", "--resource", "Thor Schuss", "--start", "2027-01-12T10:00", "--minutes", "30",
        "--customer", "Geheimnis, Gerda", "--text", "Vertraulich",
    )  # fmt: skip
    connect(chain)
    chain("--debug", "sync")
    google.withdraw_grants()
    chain("--debug", "sync")
    logged = "".join(
        file.read_text() for file in (tmp_path / "profile" / "logs").iterdir() if file.suffix == ".log"
    )
    for secret in ("Geheimnis", "Gerda", "Vertraulich", "ya29", "code=", "refresh_token", "Bearer"):
        assert secret not in logged
    database = (tmp_path / "profile" / "terminplaner.sqlite").read_bytes()
    assert b"1//" not in database
