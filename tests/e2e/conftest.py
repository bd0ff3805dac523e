"""Fixtures of the tests that drive real programs on a private desktop."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from helpers.desktop import BROWSER_PROGRAMS, DESKTOP_PROGRAMS, Desktop, install_command


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
    with Desktop(tmp_path) as running:
        yield running


def _require(packages: Mapping[str, str]) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("end-to-end tests need Linux, for its private screens and session buses")
    if command := install_command(packages):
        pytest.skip(f"programs are missing; run: {command}")
