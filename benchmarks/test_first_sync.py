"""The first sync of a calendar that is full already."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from benchmarks.shop import open_shop

_PAGE = 250


@pytest.mark.prove(1_000, 20_000)
def test_a_full_calendar_is_taken_over_in_little_memory_and_survives_a_kill(tmp_path: Path, examples: int) -> None:
    with open_shop(tmp_path, links=1) as shop:
        shop.fill_calendar(examples)
        killed = shop.start_workstation()
        while len(shop.titles()) < examples // 3:
            assert killed.poll() is None
            time.sleep(2)
        killed.kill()
        killed.communicate()
        kept = len(shop.titles())
        shop.google.clear_requests()
        figures = shop.sync()
        while set(figures.statuses) == {"busy"}:  # until the lease of the killed one is over
            time.sleep(5)
            figures = shop.sync()
        print(
            f"\n{examples} events: {kept} kept when killed; after that {figures.requests} requests, "
            f"{figures.cpu_seconds:.0f} s CPU, at most {figures.peak_megabytes:.0f} MB"
        )
        assert examples // 3 <= kept < examples
        assert shop.titles() == shop.titles_in_google()
        assert shop.google.writes() == ()
        assert figures.requests <= examples // _PAGE + 2
        assert figures.peak_megabytes < 300
