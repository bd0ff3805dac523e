"""The two ``CancelToken``s there are: one that somebody may set, and one that nobody can."""

from __future__ import annotations

import threading

from terminplaner.domain.errors import CancelledError


class Cancellation:
    """Any thread may set it."""

    def __init__(self) -> None:
        self._event = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        return self._event.is_set()

    def cancel(self) -> None:
        self._event.set()

    def raise_if_cancelled(self) -> None:
        """Raise ``CancelledError`` once the user cancelled."""
        if self._event.is_set():
            raise CancelledError


class NeverCancelled:
    """Where the process can only be ended; every step commits on its own, so nothing is half-done then."""

    def raise_if_cancelled(self) -> None:
        return
