"""What the tests of the sync stand on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.google_chain import GoogleChain, google_chain
from helpers.google_requests import assert_harmless
from helpers.sync_bench import Bench, sync_bench


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[GoogleChain]:
    """A chain beside a simulated Google, nothing linked yet."""
    with google_chain(tmp_path) as made:
        yield made


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """Two resources that can be linked, and the engine; whatever a test does, no request may do harm."""
    with sync_bench(tmp_path) as made:
        yield made
        assert_harmless(made.google.requests)
