"""A large chain where nothing happened."""

from __future__ import annotations

from pathlib import Path

from benchmarks.shop import open_shop

LINKS = 200


def test_an_idle_round_is_one_request_for_each_link_and_little_work(tmp_path: Path) -> None:
    with open_shop(tmp_path, LINKS) as shop:
        shop.book(LINKS)
        shop.sync(passes=2)
        shop.google.clear_requests()
        figures = shop.sync(passes=3)
        print(f"\nidle round of {LINKS} links: {figures.requests} requests, {figures.cpu_seconds:.2f} s CPU")
        assert set(figures.statuses) == {"ok"}
        assert figures.requests == LINKS
        assert shop.google.count("events.*") == 3 * LINKS
        assert shop.google.writes() == ()
        assert figures.cpu_seconds < 2
