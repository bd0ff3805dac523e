"""Garbage collection in the GUI thread only.

Python's cyclic collector runs in whichever thread happens to allocate.  In a worker thread it would destroy
windows and timers there, which Qt forbids and answers with a crash.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 100
"""Often, because each look takes as long as there is new to look through."""
_THRESHOLDS = (700, 10, 1000)
"""Seldom through everything, which stops the window for a tenth of a second."""


class GuiThreadCollector(QObject):
    """Takes over from the automatic collector as long as it lives; create it in the GUI thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what was loaded by now stays for ever
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(_INTERVAL_MS)

    def collect(self) -> None:
        """Collect the oldest generation that is due."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > _THRESHOLDS[generation]:
                gc.collect(generation)
                return
