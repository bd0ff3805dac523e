"""Garbage collection in the GUI thread only, in pieces that nobody notices.

Python's cyclic collector runs in whichever thread happens to allocate.  In a worker thread it would destroy
windows and timers there, which Qt forbids and answers with a crash.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_INTERVAL_MS = 50
"""Often, because each look takes as long as there is new to look through."""
_NEW = 700
_LOOKS = 10
"""What survived so many looks at what was new is looked at once more, if it is not too much."""
_TOO_MUCH = 30_000
"""To look through so many objects takes some 10 ms."""
_WHOLE_AFTER_SECONDS = 10 * 60
_WHOLE_AT_LATEST_SECONDS = 60 * 60


class GuiThreadCollector(QObject):
    """Takes over from the automatic collector as long as it lives; create it in the GUI thread.

    What was read in large numbers is set aside: it hardly ever is part of a cycle, and goes like everything else
    as soon as nobody refers to it.  Only a look at everything finds the cycles in it; that stops the window for a
    tenth of a second, and happens while somebody works elsewhere.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._survivors = 0
        """At most so many survived their first look since the last second one."""
        self._looked_at_all = time.monotonic()
        gc.disable()
        gc.freeze()  # what was loaded by now stays
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(_INTERVAL_MS)

    def collect(self) -> None:
        """Look through what is due."""
        new, looks, _ = gc.get_count()
        if self._is_time_for_all():
            self._look_at_all()
        elif looks > _LOOKS:
            if self._survivors > _TOO_MUCH:
                gc.freeze()
            else:
                gc.collect(1)
            self._survivors = 0
        elif new > _NEW:
            gc.collect(0)
            self._survivors += new

    def _is_time_for_all(self) -> bool:
        seconds = time.monotonic() - self._looked_at_all
        is_at_work = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        return seconds > (_WHOLE_AT_LATEST_SECONDS if is_at_work else _WHOLE_AFTER_SECONDS)

    def _look_at_all(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._survivors = 0
        self._looked_at_all = time.monotonic()
