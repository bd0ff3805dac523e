"""Fixtures of the tests that drive real programs on a private desktop."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from helpers.application import Application
from helpers.desktop import BROWSER_PROGRAMS, DESKTOP_PROGRAMS, Desktop, install_command
from terminplaner.simulator import SimulatedGoogle


@pytest.fixture
def desktop_possible() -> None:
    """Skip, with what to do about it, where this machine cannot have a desktop of its own."""
    _require(DESKTOP_PROGRAMS)


@pytest.fixture
def browser_possible() -> None:
    """Skip, with what to do about it, where Chromium and its driver are missing."""
    _require(BROWSER_PROGRAMS)


@pytest.fixture
def desktop(tmp_path: Path, desktop_possible: None) -> Iterator[Desktop]:
    """A private desktop on which no program may print a traceback."""
    with Desktop(tmp_path) as running:
        yield running
        assert "Traceback" not in running.output()


@pytest.fixture
def google() -> Iterator[SimulatedGoogle]:
    with SimulatedGoogle() as simulated:
        yield simulated


@pytest.fixture
def pictures(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Where the pictures of a test's steps go: its own folder in ``--pictures``, or a temporary one."""
    wanted: Path | None = request.config.getoption("--pictures")
    return (wanted / request.node.name if wanted else tmp_path / "pictures").absolute()


@pytest.fixture
def bare_application(desktop: Desktop, google: SimulatedGoogle, tmp_path: Path, pictures: Path) -> Application:
    """The application before its first start; it keeps the chain key in a Secret Service."""
    desktop.unlock_secret_service()
    return Application(desktop, google, tmp_path, pictures)


@pytest.fixture
def application(desktop: Desktop, google: SimulatedGoogle, tmp_path: Path, pictures: Path) -> Application:
    """The application on the sample chain with the sync switched on; it keeps the chain key in a file."""
    ready = Application(desktop, google, tmp_path, pictures, key_file=tmp_path / "key.json")
    ready.found_sample()
    return ready


def _require(packages: Mapping[str, str]) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("end-to-end tests need Linux, for its private screens and session buses")
    if command := install_command(packages):
        pytest.skip(f"programs are missing; run: {command}")
