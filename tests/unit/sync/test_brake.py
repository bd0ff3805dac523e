"""How many deletions are believed."""

from __future__ import annotations

import pytest

from terminplaner.sync.brake import holds, is_unexpectedly_empty


@pytest.mark.parametrize(
    ("deletions", "live", "expected"),
    [
        (0, 0, False),
        (1, 1, False),
        (2, 2, True),
        (1, 2, False),
        (5, 5, True),
        (5, 6, False),
        (6, 29, True),
        (6, 30, False),
        (7, 30, True),
        (9, 10, True),
        (20, 100, False),
        (21, 100, True),
    ],
)
def test_holds(deletions: int, live: int, expected: bool) -> None:
    assert holds(deletions, live) is expected


@pytest.mark.parametrize(
    ("items", "live", "expected"), [(0, 0, False), (0, 1, False), (0, 2, True), (1, 40, False)]
)
def test_an_empty_list(items: int, live: int, expected: bool) -> None:
    assert is_unexpectedly_empty(items, live) is expected
