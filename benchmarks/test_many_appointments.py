"""Many appointments that Google does not have yet, and workstations that share an account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from benchmarks.shop import ACCOUNT, figures_of, open_shop

_QUOTA = 600
_RATE_PER_SECOND = 8
_MARGIN = 70
"""What was booked before a stretch of time and is sent in it, and the last booking."""


def _busiest(moments: Sequence[datetime], seconds: int) -> int:
    """The most requests within so many seconds."""
    ends, most = 0, 0
    for first, moment in enumerate(moments):
        while ends < len(moments) and moments[ends] < moment + timedelta(seconds=seconds):
            ends += 1
        most = max(most, ends - first)
    return most


@pytest.mark.prove(200, 2_000)
@pytest.mark.parametrize("workstations", [1, 2])
def test_scenario_32_all_arrive_once_within_the_quota(tmp_path: Path, examples: int, workstations: int) -> None:
    with open_shop(tmp_path, links=4) as shop:
        shop.google.quota.limit = _QUOTA
        shop.book(examples)
        running = [shop.start_workstation(1, part, workstations) for part in range(workstations)]
        for figures in map(figures_of, running):
            assert set(figures.statuses) == {"ok"}
        moments = [request.time for request in shop.google.requests if request.operation.startswith("events.")]
        seconds = (moments[-1] - moments[0]).total_seconds()
        peak = shop.google.quota.peak(ACCOUNT)
        print(
            f"\n{examples} appointments, {workstations} workstations: {len(moments)} requests in {seconds:.0f} s, "
            f"at most {peak} in a minute, {_busiest(moments, 10)} in ten seconds"
        )
        assert shop.titles_in_google() == shop.titles()
        assert len(shop.titles()) == examples
        assert peak <= _QUOTA
        assert _busiest(moments, 10) <= 10 * _RATE_PER_SECOND + _MARGIN
        assert shop.google.count("events.insert") == examples
