"""The demo as a visitor meets it: without a display, and as a window."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import environment
import tasks
from helpers.application import PROGRAM
from helpers.atspi import BUTTONS
from helpers.desktop import Desktop

STEPS = (
    "Freigabe und neuer Kalender",
    "Termine gehen zu Google",
    "Änderungen beider Seiten vereinen sich",
    "Ein Widerspruch wartet auf eine Entscheidung",
    "Nach dem Neustart ist Ruhe",
    "Die Entscheidung wird ausgeführt",
    "Löschen und Stornieren wandern weiter",
)
WINDOWS = (
    *("1-Terminplaner", "2-Kunden", "3-Administration", "4-Mein AMPAREX", "5-Filialverwaltung"),
    "6-Abgleich-Zentrale",
)

pytestmark = pytest.mark.timeout(240)


def test_without_a_display(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "demo", "--headless"],
        env=environment_without_display(tmp_path),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    assert [line.partition(":")[0] for line in done.stdout.splitlines() if ":" in line][:7] == list(STEPS)
    told = re.search(r"Bilder der Fenster: (.+)", done.stdout)
    assert told is not None
    pictures = sorted(Path(told[1]).iterdir())
    assert [path.name for path in pictures] == sorted(
        f"{name}-{scheme}.png" for name in WINDOWS for scheme in ("hell", "dunkel")
    )
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in pictures)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
@pytest.mark.parametrize(("display", "arguments"), [("", ["--headless"]), (":7", [])])
def test_make_run_is_the_demo(monkeypatch: pytest.MonkeyPatch, display: str, arguments: list[str]) -> None:
    asked: list[list[str]] = []
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setattr(tasks, "_require_qt", lambda: None)
    monkeypatch.setattr(environment, "provide", lambda _lock: None)
    monkeypatch.setattr(tasks, "_python", lambda *words: asked.append(list(words)))
    tasks.run()
    assert asked == [["-m", "terminplaner", "demo", *arguments]]


def test_as_a_window(desktop: Desktop) -> None:
    process = desktop.launch([*PROGRAM, "demo"])
    root = desktop.application(process)
    window = root.find("frame", name="Terminplaner", seconds=60)
    window.find(*BUTTONS, name="Synchronisation: Noch kein Google-Kalender verknüpft")
    window.check_box("Arbeitswoche").press()
    window.check_box("Als Liste").check()
    rows = window.table("Terminliste").rows()
    assert ("Teamsitzung", "Thor Schuss") in {(row[2], row[6]) for row in rows}
    desktop.hands.key("ctrl+q")
    assert process.wait(timeout=10) == 0


def environment_without_display(folder: Path) -> dict[str, str]:
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in gone}
    return kept | {"TMPDIR": str(folder), "PYTHONUTF8": "1"}
