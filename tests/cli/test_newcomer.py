"""What somebody meets who has just installed the program: help, empty lists, and sentences that lead on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from terminplaner.bootstrap.environment import Environment, require_display
from terminplaner.domain.errors import InvalidInputError
from terminplaner.ui.messages import describe_code

_CLIENT = """{"installed": {"client_id": "me.apps", "client_secret": "s", "auth_uri": "https://a.example/auth",
"token_uri": "https://a.example/token"}}"""
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

linux = pytest.mark.skipif(sys.platform != "linux", reason="only there a session may be without a display")


# -- the client file


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_client_file_is_set_by_its_path(run: Any, tmp_path: Path, mark: str) -> None:
    file = tmp_path / "client.json"
    file.write_text(mark + _CLIENT, encoding="utf-8")
    run.good("settings", "set", "google_client", str(file))
    assert run.good("settings", "get", "google_client").out == "me.apps\n"


def test_the_client_file_s_content_is_still_accepted(run: Any) -> None:
    run.good("settings", "set", "google_client", f"\n{_CLIENT}")
    assert run.good("settings", "get", "google_client").out == "me.apps\n"
    run.good("settings", "set", "google_client", "")
    assert run.good("settings", "get", "google_client").out == "\n"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "lässt sich nicht lesen"),
        (b"no JSON", "OAuth-Client-Datei ist unbrauchbar"),
        (b"\xff\xfe", "OAuth-Client-Datei ist unbrauchbar"),
    ],
)
def test_what_is_no_client_file_is_refused(run: Any, tmp_path: Path, content: bytes | None, sentence: str) -> None:
    file = tmp_path / "client.json"
    if content is not None:
        file.write_bytes(content)
    ended = run("settings", "set", "google_client", str(file))
    assert ended.code == 2
    assert sentence in ended.err
    assert run.good("settings", "get", "google_client").out == "\n"


# -- the display


@linux
@pytest.mark.parametrize("command", [(), ("demo",)])
def test_without_a_display_one_sentence_says_what_goes_without(bare: Any, command: tuple[str, ...]) -> None:
    variables = {name: value for name, value in os.environ.items() if name not in _DISPLAYS}
    ended = subprocess.run(
        [sys.executable, "-m", "terminplaner", *command],
        env=variables | {"PYTHONUTF8": "1"}, check=False, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr == describe_code("no_display", {}) + "\n"
    assert "--help" in ended.stderr
    assert "demo --headless" in ended.stderr


@linux
@pytest.mark.parametrize("name", _DISPLAYS)
def test_any_of_the_three_is_a_display(name: str) -> None:
    require_display({name: "x"})
    with pytest.raises(InvalidInputError):
        require_display({name: ""})


# -- the profile


def test_a_profile_the_database_url_would_cut_short_is_refused(bare: Any, tmp_path: Path) -> None:
    folder = tmp_path / "was?"
    ended = bare("--profile", str(folder), "init")
    assert ended.code == 2
    assert "Fragezeichen" in ended.err
    assert not list(tmp_path.glob("was*"))


def test_a_database_elsewhere_leaves_the_profile_its_name(tmp_path: Path) -> None:
    environment = Environment.read({}, profile=tmp_path / "was?", database_url="sqlite:///x.sqlite")
    assert environment.database_url == "sqlite:///x.sqlite"


# -- nothing to list


@pytest.mark.parametrize(
    ("founding", "command", "sentence"),
    [
        (("init",), ("resource", "list"), "noch keine Ressourcen"),
        (("init",), ("appointment", "list"), "keine Termine gefunden"),
        (("init",), ("problems", "list"), "wartet nichts auf eine Entscheidung"),
    ],
)
def test_an_empty_list_is_said_on_stderr(
    bare: Any, founding: tuple[str, ...], command: tuple[str, ...], sentence: str
) -> None:
    bare.good(*founding)
    plain = bare.good(*command)
    assert plain.out == ""
    assert sentence in plain.err
    document = bare.good(*command, "--json")
    assert document.json == []
    assert document.err == ""


# -- identifiers


@pytest.mark.parametrize(
    ("command", "listing"),
    [
        (("appointment", "cancel", "1"), "terminplaner appointment list"),
        (("problems", "resolve", "1", "local"), "terminplaner problems list"),
    ],
)
def test_what_is_no_id_is_told_where_they_are(run: Any, command: tuple[str, ...], listing: str) -> None:
    ended = run(*command)
    assert ended.code == 2
    assert listing in ended.err


def test_the_id_is_where_the_sentence_says(run: Any) -> None:
    made = run.good("appointment", "add", "--resource", "Thor Schuss", "--start", "2027-01-12T10:00",
                    "--minutes", "30", "--json").json  # fmt: skip
    assert run.good("appointment", "list").out.startswith(made["id"])


# -- the grammar


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("unsinn",), "COMMAND: „unsinn“ gibt es nicht (möglich: "),
        (("settings", "get"), "es fehlt key"),
        (("status", "--schnell"), "unbekannt ist --schnell"),
        (("--user",), "--user: der Wert fehlt"),
        (("connect", "Thor"), "es fehlt eines von --new-calendar --calendar"),
        (("connect", "Thor", "--calendar", "x", "--new-calendar", "y"), "passt nicht zu"),
        (("appointment", "edit", "1", "--minutes", "viel"), "„viel“ passt nicht (erwartet: int)"),
        (("status", "--json=ja"), "--json: nimmt keinen Wert ('ja')"),
    ],
)
def test_what_is_not_understood_is_said_in_german(bare: Any, arguments: tuple[str, ...], words: str) -> None:
    ended = bare(*arguments)
    assert ended.code == 2
    assert words in ended.err
    assert not [word for word in ("argument", "expected", "choose", "required") if word in ended.err]


def test_the_help_is_german_and_names_the_window(bare: Any) -> None:
    shown = bare.good("--help").out
    assert "ohne Befehl öffnet sich das Fenster" in " ".join(shown.split())
    for word in ("Aufruf: ", "Optionen:", "Argumente:", "diese Hilfe anzeigen"):
        assert word in shown
    for word in ("usage", "options", "arguments", "show this help"):
        assert word not in shown


def test_the_help_of_a_setting_names_the_file(bare: Any) -> None:
    assert "Pfad der OAuth-Client-Datei" in " ".join(bare.good("settings", "set", "--help").out.split())
