"""The window while the sync takes a full calendar over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.shop import open_shop, printed_by

_LONG_MS = 50


def _percentile(gaps: Sequence[float], percent: int) -> float:
    return sorted(gaps)[len(gaps) * percent // 100]


def _described(gaps: Sequence[float]) -> str:
    return (
        f"{len(gaps)} ticks, median {_percentile(gaps, 50):.1f} ms, 99 % within {_percentile(gaps, 99):.0f} ms, "
        f"longest {max(gaps):.0f} ms, {sum(gap > _LONG_MS for gap in gaps)} above {_LONG_MS} ms"
    )


@pytest.mark.prove(1_000, 5_000)
def test_the_window_answers_while_a_calendar_is_taken_over(tmp_path: Path, examples: int) -> None:
    with open_shop(tmp_path, links=1) as shop:
        shop.fill_calendar(examples)
        gaps = printed_by(shop.start("window.py"))
        print(f"\nsyncing: {_described(gaps['syncing'])}\nidle:    {_described(gaps['idle'])}")
        assert shop.titles() == shop.titles_in_google()
        # Of single gaps a shared machine has its own: they are printed beside those of an idle window.
        assert _percentile(gaps["syncing"], 99) < _LONG_MS
