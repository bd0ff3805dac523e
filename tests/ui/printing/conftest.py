"""Paper speaks German unless told otherwise."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _german_dates(german_locale: None) -> None: ...
