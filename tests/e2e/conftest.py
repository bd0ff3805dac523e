"""Fixtures of the tests that drive real programs on a private desktop."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.desktop import Desktop, install_command


@pytest.fixture
def desktop_possible() -> None:
    """Skip, with what to do about it, where this machine cannot have a desktop of its own."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the end-to-end tests need Linux: they drive windows by AT-SPI under Xvfb")
    if command := install_command():
        pytest.skip(f"end-to-end programs are missing; run: {command}")


@pytest.fixture
def desktop(tmp_path: Path, desktop_possible: None) -> Iterator[Desktop]:
    with Desktop(tmp_path) as running:
        yield running
