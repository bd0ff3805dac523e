"""What a start costs until the plan is painted, and what a window costs that nobody touches."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.test_planner_navigation import crowded

_APPOINTMENTS = 100_000
_STARTS = 3
_START_RATIO = 10
"""The aim is 2, but importing SQLAlchemy alone takes longer than an empty window (docs/benchmarks.md).

7 to 8 were measured.
"""
_MEGABYTES = 250
_RESTING_SHARE = 0.02
"""Of one processor."""
_RESTING_SECONDS = 10

Start = Callable[[str], dict[str, float]]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Starts ``benchmarks/start.py`` on a crowded chain, and answers with its figures."""
    profile = tmp_path / "profile"
    with crowded(profile, _APPOINTMENTS, datetime.now(UTC).date()):
        pass
    (profile / "terminplaner.db").rename(profile / "terminplaner.sqlite")
    # An installed program was compiled when it was installed.
    variables = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {
        "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"),
        "TERMINPLANER_PROFILE": str(profile),
        "TERMINPLANER_KEY_FILE": str(tmp_path / "key"),
    }

    def started(what: str) -> dict[str, float]:
        command = [sys.executable, str(Path(__file__).with_name("start.py")), what, str(time.time())]
        answer = subprocess.run(command, env=variables, capture_output=True, text=True, check=True)
        found: dict[str, float] = json.loads(answer.stdout or "{}")
        return found

    started("prepare")
    return started


def test_the_start_takes_little_time_and_memory(start: Start) -> None:
    for what in ("empty", "planner"):
        start(what)
    runs = [(start("empty"), start("planner")) for _ in range(_STARTS)]
    empty, planner = (statistics.median(run["seconds"] for run in those) for those in zip(*runs, strict=True))
    megabytes = max(planner["megabytes"] for _, planner in runs)
    print(
        f"\nempty window {empty:.2f} s, painted plan {planner:.2f} s "
        f"({planner / empty:.1f} times), {megabytes:.0f} MB"
    )
    assert planner < _START_RATIO * empty
    assert megabytes < _MEGABYTES


def test_a_year_in_every_view_takes_little_memory(start: Start) -> None:
    megabytes = start("used")["megabytes"]
    print(f"\nafter a year in every view: {megabytes:.0f} MB")
    assert megabytes < _MEGABYTES


def test_a_window_that_nobody_touches_rests(start: Start) -> None:
    share = start("resting")["seconds"] / _RESTING_SECONDS
    print(f"\nat rest: {share:.1%} of one processor")
    assert share < _RESTING_SHARE
