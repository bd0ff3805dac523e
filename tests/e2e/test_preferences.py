"""The program as a whole takes over what somebody chose: at once, at the next start, and after ``--language``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_PLAY = """
import json, sys
from datetime import date
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid
from terminplaner.bootstrap import desktop
from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.photographs import wait_until
from terminplaner.ui.preferences import Preferences

folder, language, chosen = sys.argv[1:]
environment = Environment.read({}, profile=Path(folder), language=language or None)
told = []

def tell(window):
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    told.append([titles[0], QApplication.font().pointSizeF(), window.shown_day.isoformat()])

def play(opened):
    wait_until(lambda: opened.window is not None and opened.is_idle)
    first = opened.window
    first.show_day(date(2030, 5, 6))
    tell(first)
    if chosen:
        first._on_preferences_chosen(Preferences(Qt.ColorScheme.Dark, 125, chosen))
        wait_until(lambda: opened.window is not first and opened.is_idle)
        tell(opened.window)
        assert opened.window.isVisible() and not isValid(first)
    opened.window.close()
    print(json.dumps(told))
    return 0

class Played(desktop.Desktop):
    def start(self):
        super().start()
        QApplication.instance().exec = lambda: play(self)

desktop.Desktop = Played
sys.exit(desktop.run_desktop(environment, user="admin"))
"""


@pytest.mark.timeout(240)
def test_the_window_opens_anew_as_chosen_and_the_next_start_knows_it(tmp_path: Path) -> None:
    (before, after) = _play(tmp_path, "", "en")
    assert (before[0], after[0]) == ("Datei", "File")
    assert after[1] == pytest.approx(before[1] * 1.25)
    assert after[2] == before[2] == "2030-05-06"
    (next_start,) = _play(tmp_path, "", "")
    assert next_start[:2] == after[:2]
    (asked_for,) = _play(tmp_path, "de", "")
    assert asked_for[0] == "Datei"


def _play(folder: Path, language: str, chosen: str) -> list[Any]:
    variables = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _PLAY, str(folder), language, chosen]
    ended = subprocess.run(command, env=variables, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stderr
    return list(json.loads(ended.stdout))
