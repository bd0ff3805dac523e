"""What every test of the windows stands on."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _collect_in_the_gui_thread() -> Iterator[None]:
    """As in the program: no window of one test is ever destroyed by a worker thread of the next."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()
