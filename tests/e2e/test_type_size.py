"""The windows in the largest type and on the smallest screens: nothing is cut off, every label is on its line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_SCENES = (
    *("plan-tag", "plan-filter", "gehe-zu", "termin-neu", "termin-bearbeiten", "termin-wiederholung"),
    *("kunde-bearbeiten", "freie-zeiten", "warteliste", "warteliste-eintrag", "abwesenheit", "verfuegbarkeit"),
    *("drucken-tagesliste", "administration-ressourcen", "administration-typen", "administration-ansichten"),
    *("feiertag", "google-bestaetigung", "mein-amparex", "filialverwaltung-termine", "filialverwaltung-filiale"),
    *("benutzerkonto", "abgleich-fragen", "abgleich-journal", "einstellungen", "tastenkuerzel", "ueber"),
)

_LOOK = """
import json, os, sys
from pathlib import Path
from types import SimpleNamespace
from PySide6.QtCore import Qt
from helpers.cut_text import crooked_labels, cut_texts
from terminplaner.bootstrap import handbook
from terminplaner.bootstrap.handbook_content import Content
from terminplaner.ui import preferences

percent, width, height, *scenes = json.loads(sys.argv[1])
found = {}
seen = []

def look(widget, path):
    seen.append(path.stem.partition("-normal")[0])
    if wrong := [*cut_texts(widget), *crooked_labels(widget)]:
        found[path.stem] = wrong

preferences.USUAL = preferences.Preferences(font_percent=percent)
handbook.save_small = look
handbook.os = SimpleNamespace(environ={})  # the screen is chosen here
handbook._SCHEMES = {"hell": Qt.ColorScheme.Light}
handbook._SIZE = (width, height)
handbook.Content = (Content.NORMAL,)
handbook.SCENES = tuple(scene for scene in handbook.SCENES if scene.name in scenes)
handbook.take_pictures(Path(sys.argv[2]))
print(json.dumps([sorted(seen), found]), file=sys.stderr)
"""


@pytest.mark.timeout(240)
@pytest.mark.parametrize(
    ("percent", "width", "height", "scale"),
    [
        pytest.param(150, 1366, 728, 1, id="150 % type on a small screen"),
        pytest.param(100, 960, 540, 2, id="Full HD at 200 %"),
    ],
)
def test_nothing_is_cut_off(tmp_path: Path, percent: int, width: int, height: int, scale: int) -> None:
    screen = {"name": "one", "x": 0, "y": 0, "width": width, "height": height, "dpr": scale}
    screens = tmp_path / "screens.json"
    screens.write_text(
        json.dumps({"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96}]}), encoding="utf-8"
    )
    variables = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")]),
    }
    wish = json.dumps([percent, width - 2, height - 40, *_SCENES])
    command = [sys.executable, "-c", _LOOK, wish, str(tmp_path)]
    ended = subprocess.run(command, env=variables, capture_output=True, text=True, timeout=220, check=False)
    assert ended.returncode == 0, ended.stderr
    seen, found = json.loads(ended.stderr.splitlines()[-1])
    assert seen == sorted(_SCENES)
    assert found == {}
