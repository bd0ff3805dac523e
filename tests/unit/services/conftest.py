"""The sample shop, a new one for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.shop import Shop, open_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_path)
    yield opened
    opened.store.close()
