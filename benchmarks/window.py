"""The real window while its sync takes a calendar over; measures how long its thread is kept from answering.

Started by ``shop.py``, whose variables say where it works.  Prints the gaps of the GUI thread in milliseconds.
"""

from __future__ import annotations

import json
import os
import sys
import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from terminplaner.bootstrap.desktop import Desktop
from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import open_program
from terminplaner.services.users import ADMINISTRATOR_NAME
from terminplaner.ui.app import create_application

_TICK_MS = 10
_IDLE_SECONDS = 10


class Recorder(QObject):
    """Ticks in the GUI thread; a late tick is a gap.  Ends ten seconds after the first sync."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self.syncing: list[float] = []
        self.idle: list[float] = []
        self._desktop = desktop
        self._ticked_at = 0.0
        self._was_syncing = False
        self._idle_since = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)

    def _tick(self) -> None:
        now = time.monotonic()
        gap = (now - self._ticked_at) * 1000 - _TICK_MS
        self._ticked_at = now
        is_syncing = self._is_syncing()
        if is_syncing and self._was_syncing:
            self.syncing.append(gap)
        elif self._was_syncing:
            self._idle_since = now + 1  # the window shows what came
        elif self._idle_since and now > self._idle_since:
            self.idle.append(gap)
            if now > self._idle_since + _IDLE_SECONDS:
                self._timer.stop()
                QApplication.quit()
        self._was_syncing = is_syncing

    def _is_syncing(self) -> bool:
        window = self._desktop.window
        line = window.findChild(QPushButton, "syncStatus") if window is not None else None
        return line is not None and line.text().startswith("Synchronisation läuft")


def main() -> None:
    application = create_application(["terminplaner"])
    with open_program(Environment.read(os.environ)) as program:
        desktop = Desktop(program)
        desktop.remember_user(ADMINISTRATOR_NAME)
        recorder = Recorder(desktop)
        desktop.start()
        code = application.exec()
        desktop.stop()
    print(json.dumps({"syncing": recorder.syncing, "idle": recorder.idle}))
    sys.exit(code)


if __name__ == "__main__":
    main()
