"""What the tests of the sync stand on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.google_chain import GoogleChain, google_chain


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[GoogleChain]:
    """A chain beside a simulated Google, nothing linked yet."""
    with google_chain(tmp_path) as made:
        yield made
