"""Hearing of other workstations for as long as the windows are open."""

from __future__ import annotations

import logging
from threading import Event, Thread

from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.ports import Store
from terminplaner.ui.change_feed import ChangeFeed

_WAIT_SECONDS = 0.4
"""At a time, so that the end of the program need not wait longer."""
_REST_SECONDS = 1.0
"""After news, so that what a busy workstation commits one by one is shown together."""
_RETRY_SECONDS = 2.0

_logger = logging.getLogger(__name__)


class ChangeWatch:
    """Publishes what others commit through ``feed``, from a thread of its own."""

    def __init__(self, store: Store, feed: ChangeFeed) -> None:
        self._store = store
        self._feed = feed
        self._is_stopping = Event()
        self._thread = Thread(target=self._watch, name="change-watch", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, seconds: float) -> bool:
        """Publish nothing more, and wait so long for the thread; whether it has ended."""
        self._is_stopping.set()
        if self._thread.ident is not None:
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _watch(self) -> None:
        is_out_of_reach = False
        while not self._is_stopping.is_set():
            try:
                found = self._store.wait_for_foreign_changes(_WAIT_SECONDS)
            except TerminplanerError as error:
                if not is_out_of_reach:
                    _logger.warning("what others change cannot be heard: %s", error.error_code)
                is_out_of_reach = True
                self._is_stopping.wait(_RETRY_SECONDS)
                continue
            if is_out_of_reach:
                _logger.info("what others change can be heard again")
                is_out_of_reach = False
            if found is not None and not self._is_stopping.is_set():
                self._feed.publish_foreign(found)
                self._is_stopping.wait(_REST_SECONDS)
