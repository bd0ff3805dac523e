"""Starts a window and says how long that took until it was painted, and how much memory it took.

Arguments: ``empty`` or ``planner``, and the time of the start in seconds since the epoch.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

_POLL_MS = 5


def _report(started_at: float) -> None:
    seconds = time.time() - started_at
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": megabytes}), flush=True)
    os._exit(0)  # how it ends is measured nowhere


def _start_empty(started_at: float) -> None:
    application = QApplication([])
    window = QMainWindow()
    window.show()
    window.repaint()
    QTimer.singleShot(0, lambda: _report(started_at))
    application.exec()


def _start_planner(started_at: float) -> None:
    from terminplaner.bootstrap.desktop import Desktop
    from terminplaner.bootstrap.environment import Environment
    from terminplaner.bootstrap.program import open_program
    from terminplaner.services.users import ADMINISTRATOR_NAME
    from terminplaner.ui.app import create_application
    from terminplaner.ui.planner.plan.canvas import PlannerCanvas

    application = create_application(["terminplaner"])
    with open_program(Environment.read(os.environ)) as program:
        desktop = Desktop(program)
        desktop.remember_user(ADMINISTRATOR_NAME)

        def look() -> None:
            window = desktop.window
            canvas = window.findChild(PlannerCanvas) if window is not None else None
            if window is None or canvas is None:
                return
            if canvas.isVisible() and any(canvas.board.snapshot.rows()):
                window.repaint()
                _report(started_at)

        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(_POLL_MS)
        desktop.start()
        application.exec()


if __name__ == "__main__":
    what, at = sys.argv[1:]
    (_start_empty if what == "empty" else _start_planner)(float(at))
