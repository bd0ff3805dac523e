"""``key rotate``, ``key export`` and ``key import``: the chain key on its way to another workstation."""

from __future__ import annotations

import json
import stat
import sys
import threading
import webbrowser
from pathlib import Path
from typing import Any

import pytest

from terminplaner.simulator import SimulatedGoogle


@pytest.fixture
def chain(run: Any, google: SimulatedGoogle, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The sample chain with one resource connected."""

    def browse(address: str) -> bool:
        threading.Thread(target=google.consent, args=(address,), daemon=True).start()
        return True

    monkeypatch.setattr(webbrowser, "open", browse)
    run.good("settings", "set", "google_sync", "on")
    run.good("connect", "Thor Schuss", "--new-calendar", "Thor", "--yes")
    run.good("sync")
    return run


def test_another_workstation_is_given_the_new_key(
    chain: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, exported = tmp_path / "key.json", tmp_path / "for the other.json"
    other = tmp_path / "other.json"
    other.write_bytes(old.read_bytes())
    chain.good("key", "rotate")
    chain.good("sync")
    assert "löschen Sie sie" in chain.good("key", "export", str(exported)).err
    monkeypatch.setenv("TERMINPLANER_KEY_FILE", str(other))
    refused = chain("sync", "--json")
    assert refused.code == 1
    assert "terminplaner key import" in refused.json["links"][0]["message"]
    assert "Bitte löschen Sie die Datei" in chain.good("key", "import", str(exported)).err
    chain.good("sync")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_only_its_owner_can_read_an_exported_key(chain: Any, tmp_path: Path) -> None:
    exported = tmp_path / "exported.json"
    chain.good("key", "export", str(exported))
    assert stat.S_IMODE(exported.stat().st_mode) == 0o600


def test_an_exported_key_serves_as_a_key_file(chain: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exported = tmp_path / "exported.json"
    chain.good("key", "export", str(exported))
    monkeypatch.setenv("TERMINPLANER_KEY_FILE", str(exported))
    chain.good("sync")


def test_an_export_overwrites_nothing(chain: Any, tmp_path: Path) -> None:
    present = tmp_path / "present.json"
    present.write_text("mine")
    assert chain("key", "export", str(present)).code == 2
    assert chain("key", "export", str(tmp_path / "no folder" / "key.json")).code == 2
    assert present.read_text() == "mine"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "lässt sich nicht lesen"),
        (b"", "enthält keinen Schlüssel"),
        (b"\xff\x00", "enthält keinen Schlüssel"),
        (b"[1, 2]", "enthält keinen Schlüssel"),
        (b'{"chain-key-x": 7}', "enthält keinen Schlüssel"),
        (b'{"chain-key-x": "\\u00e4"}', "enthält keinen Schlüssel"),
        (b"[" * 100_000, "enthält keinen Schlüssel"),
        (b"{}", "einer anderen Filialkette"),
        (b'{"chain-key-x": "AAAA"}', "einer anderen Filialkette"),
    ],
)
def test_what_is_no_key_of_this_chain_is_refused(
    chain: Any, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    before, file = (tmp_path / "key.json").read_bytes(), tmp_path / "file.json"
    if content is not None:
        file.write_bytes(content)
    refused = chain("key", "import", str(file))
    assert refused.code == 2, refused
    assert sentence in refused.err
    assert (tmp_path / "key.json").read_bytes() == before


def test_a_key_that_opens_no_token_is_refused(chain: Any, tmp_path: Path) -> None:
    before, file = (tmp_path / "key.json").read_bytes(), tmp_path / "file.json"
    file.write_text(json.dumps(dict.fromkeys(json.loads(before), "A" * 43 + "=")))
    refused = chain("key", "import", str(file))
    assert refused.code == 1
    assert "passt nicht" in refused.err
    assert (tmp_path / "key.json").read_bytes() == before


@pytest.mark.parametrize("command", [("rotate",), ("export", "key2.json"), ("import", "key2.json")])
def test_the_key_is_for_who_may_manage_settings(chain: Any, command: tuple[str, ...]) -> None:
    refused = chain("--user", "thor.schuss", "key", *command)
    assert refused.code == 1
    assert "Berechtigung" in refused.err


def test_a_damaged_key_file_is_said_and_no_defect(chain: Any, tmp_path: Path) -> None:
    file = tmp_path / "key.json"
    file.write_text(json.dumps(dict.fromkeys(json.loads(file.read_bytes()), "A")))
    refused = chain("key", "rotate")
    assert refused.code == 1
    assert "beschädigt" in refused.err
