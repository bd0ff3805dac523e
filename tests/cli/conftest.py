"""The command line as a script sees it: arguments in; exit code, stdout and stderr out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from terminplaner.cli.main import main
from terminplaner.simulator import SimulatedGoogle


@dataclass(frozen=True)
class Ended:
    """A finished command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class CommandLine:
    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str) -> Ended:
        try:
            code = main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        captured = self.capture.readouterr()
        return Ended(int(code), captured.out, captured.err)

    def good(self, *arguments: str) -> Ended:
        """A command that has to succeed."""
        ended = self(*arguments)
        assert ended.code == 0, ended
        return ended


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line on a profile without a chain."""
    monkeypatch.setenv("TERMINPLANER_PROFILE", str(tmp_path / "profile"))
    monkeypatch.setenv("TERMINPLANER_KEY_FILE", str(tmp_path / "key.json"))
    return CommandLine(capsys)


@pytest.fixture
def run(bare: CommandLine) -> CommandLine:
    """The command line on the sample chain."""
    bare.good("init", "--sample")
    return bare


@pytest.fixture
def google(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimulatedGoogle]:
    with SimulatedGoogle() as simulated:
        monkeypatch.setenv(
            "TERMINPLANER_GOOGLE_CLIENT", str(simulated.write_client_file(tmp_path / "client.json"))
        )
        monkeypatch.setenv("TERMINPLANER_GOOGLE_API", simulated.api_root)
        monkeypatch.setenv("TERMINPLANER_GOOGLE_REVOKE", simulated.revoke_uri)
        yield simulated
