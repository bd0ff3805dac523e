"""Terminals as scripts and scheduled tasks have them: other encodings, closed descriptors, full disks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

COMMAND = (sys.executable, "-m", "terminplaner")


def start(*arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    environment = dict(os.environ, **more.pop("environment", {}))
    return subprocess.run([*COMMAND, *arguments], env=environment, check=False, stderr=subprocess.PIPE, **more)


@pytest.mark.skipif(sys.platform == "win32", reason="closes descriptors with a POSIX shell")
@pytest.mark.parametrize(
    ("redirection", "code"),
    [
        ("| true", 0),
        (">&-", 0),
        ("2>&-", 0),
        (">/dev/full", 1),
    ],
)
def test_a_terminal_that_takes_nothing_is_no_defect(run: Any, redirection: str, code: int) -> None:
    if "/dev/full" in redirection and not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    line = f'set -o pipefail; "$0" -m terminplaner resource list --json {redirection}'
    ended = subprocess.run(["bash", "-c", line, sys.executable], check=False, capture_output=True, text=True)
    assert ended.returncode == code
    assert "unerwartet" not in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "Exception ignored" not in ended.stderr
    assert bool(ended.stderr) is bool(code)


def test_json_is_read_by_every_parser_whatever_the_terminal_s_encoding(run: Any) -> None:
    run.good("appointment", "add", "--resource", "Thor Schuss", "--start", "2027-01-12T10:00", "--minutes", "30",
             "--text", "Brille 😀")  # fmt: skip
    ended = start(
        "appointment", "list", "--json", stdout=subprocess.PIPE, environment={"PYTHONIOENCODING": "cp1252"}
    )
    assert ended.returncode == 0
    assert json.loads(ended.stdout.decode("utf-8"))[0]["text"] == "Brille 😀"


def test_a_line_shows_what_the_terminal_can_show(run: Any) -> None:
    run.good("appointment", "add", "--resource", "Thor Schuss", "--start", "2027-01-12T10:00", "--minutes", "30",
             "--text", "Prüfung 😀")  # fmt: skip
    ended = start("appointment", "list", stdout=subprocess.PIPE, environment={"PYTHONIOENCODING": "cp1252"})
    assert ended.returncode == 0
    assert "Prüfung" in ended.stdout.decode("cp1252")
