"""Starts a window and says how long that took until it was painted, how much memory, and which modules it loaded.

Arguments: ``empty``, ``planner``, ``used``, ``resting``, or ``prepare``, which lets this workstation start without
a question; and the time in seconds since the epoch at which the start began.  ``used`` says it after somebody has
looked through a year in every view.  ``resting`` says instead how many seconds of processor time a low window
takes in ten seconds in which nobody touches it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from terminplaner.ui.main_window import MainWindow

_POLL_MS = 5
_LOW = (1280, 660)
_SETTLING_MS = 5_000
"""Afterwards everything has come that comes by itself after the plan: the sync, reminders, what lies around."""
_RESTING_MS = 10_000
_PAGES = 52
_LOOK_MS = 100


def _report(started_at: float) -> None:
    seconds = time.time() - started_at
    # ``ru_maxrss`` would be that of the process which started this one, where that was larger.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    megabytes = int(peak.split()[1]) / 1024
    print(json.dumps({"seconds": seconds, "megabytes": megabytes, "modules": list(sys.modules)}), flush=True)
    os._exit(0)  # how it ends is measured nowhere


def _start_empty(started_at: float) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.show()
    window.repaint()
    QTimer.singleShot(0, lambda: _report(started_at))
    application.exec()


def _rest(window: MainWindow) -> None:
    from PySide6.QtCore import QTimer

    def begin() -> None:
        spent = time.process_time()
        QTimer.singleShot(_RESTING_MS, lambda: end(spent))

    def end(spent: float) -> None:
        print(json.dumps({"seconds": time.process_time() - spent}), flush=True)
        os._exit(0)

    window.resize(*_LOW)
    QTimer.singleShot(_SETTLING_MS, begin)


def _use(window: MainWindow, started_at: float) -> None:
    from PySide6.QtCore import QTimer

    from terminplaner.ui.planner.page import PlannerPage
    from terminplaner.ui.planner.window import Mode

    page = window.findChild(PlannerPage)
    assert page is not None
    forward, back = partial(page.browsing.turn, 1), partial(page.browsing.turn, -1)
    steps: list[Callable[[], object]] = [forward] * _PAGES
    for mode in Mode:
        steps += [
            partial(page.browsing.show_mode, mode),
            *[back] * _PAGES,
            page.browsing.toggle_list,
            page.browsing.toggle_list,
        ]

    def go_on() -> None:
        if steps:
            steps.pop(0)()
        else:
            _report(started_at)

    timer = QTimer(window)
    timer.timeout.connect(go_on)
    timer.start(_LOOK_MS)


def _start_planner(shown: Callable[[MainWindow], None]) -> None:
    """The way of ``terminplaner.__main__``, but for the look at what is painted."""
    from terminplaner.bootstrap.loading import loading

    with loading():
        from terminplaner.cli.main import main
    with loading():
        from terminplaner.bootstrap.desktop import Desktop

    from PySide6.QtCore import QTimer

    from terminplaner.ui.planner.plan.canvas import PlannerCanvas

    class WatchedDesktop(Desktop):
        def start(self) -> None:
            super().start()
            self._canvas: PlannerCanvas | None = None
            self._timer = QTimer(self)
            self._timer.timeout.connect(self._look)
            self._timer.start(_POLL_MS)

        def _look(self) -> None:
            if self.window is None:
                return
            if self._canvas is None:
                self._canvas = self.window.findChild(PlannerCanvas)
            if self._canvas is not None and self._canvas.isVisible() and any(self._canvas.board.snapshot.rows()):
                self._timer.stop()
                self.window.repaint()
                shown(self.window)

    sys.modules[Desktop.__module__].__dict__["Desktop"] = WatchedDesktop
    sys.exit(main([]))


def _prepare() -> None:
    from PySide6.QtCore import QSettings

    from terminplaner.bootstrap.environment import Environment
    from terminplaner.bootstrap.program import open_program
    from terminplaner.services.founding import add_sample, found_chain
    from terminplaner.services.users import ADMINISTRATOR_NAME
    from terminplaner.ui.login import remember_user

    environment = Environment.read(os.environ)
    with open_program(environment) as program:
        found_chain(program.gate)
        add_sample(program.gate)
    settings = QSettings(str(environment.profile.window_settings), QSettings.Format.IniFormat)
    remember_user(settings, ADMINISTRATOR_NAME)
    settings.sync()


if __name__ == "__main__":
    what, at = sys.argv[1:]
    match what:
        case "empty":
            _start_empty(float(at))
        case "planner":
            _start_planner(lambda _window: _report(float(at)))
        case "used":
            _start_planner(partial(_use, started_at=float(at)))
        case "resting":
            _start_planner(_rest)
        case _:
            _prepare()
