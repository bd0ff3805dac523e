"""How a process loads what it stands on; imports nothing of ours."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """Load modules without looking through them for garbage again and again, which takes a tenth of a start.

    Of the 130,000 objects that the windows' modules consist of some 600 are garbage: they stay, and the collector
    never looks at any of them later either.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()
