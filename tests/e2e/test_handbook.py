"""The handbook's pictures: all there, all shown, small, and taken by the program itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from terminplaner.bootstrap.handbook_content import Content
from terminplaner.bootstrap.handbook_scenes import SCENES
from terminplaner.bootstrap.pictures import save_small
from terminplaner.ui.theme import tokens

ROOT = Path(__file__).parents[2]
HANDBOOK = ROOT / "docs" / "handbuch"
_LARGEST = 6_000_000

_TAKE_ONE = """
import sys
from pathlib import Path
from terminplaner.bootstrap import handbook
handbook.SCENES = tuple(scene for scene in handbook.SCENES if scene.name in {"plan-tag", "gehe-zu"})
sys.exit(handbook.take_pictures(Path(sys.argv[1])))
"""


def expected() -> set[str]:
    return {
        f"{scene.name}-{content}-{scheme}.png"
        for scene in SCENES
        for content in scene.contents
        for scheme in ("hell", "dunkel")
    }


def test_every_scene_has_its_pictures_and_they_are_small() -> None:
    pictures = list(HANDBOOK.glob("*.png"))
    assert {picture.name for picture in pictures} == expected(), "make handbook"
    assert sum(picture.stat().st_size for picture in pictures) < _LARGEST


def test_the_handbook_shows_every_picture() -> None:
    text = (HANDBOOK / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\(([\w-]+\.png)\)", text)) == expected()


def test_every_link_within_the_handbook_leads_to_a_heading() -> None:
    text = (HANDBOOK / "README.md").read_text(encoding="utf-8")
    headings = {line.lstrip("# ").lower().replace(" ", "-") for line in text.splitlines() if line.startswith("#")}
    assert set(re.findall(r"\(#([^)]+)\)", text)) - headings == set()


@pytest.mark.timeout(240)
def test_the_program_takes_them_without_a_display(tmp_path: Path) -> None:
    variables = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    subprocess.run([sys.executable, "-c", _TAKE_ONE, str(tmp_path)], env=variables, check=True, timeout=200)
    taken = {picture.name: picture.read_bytes() for picture in tmp_path.iterdir()}
    assert set(taken) == {name for name in expected() if name.startswith(("plan-tag-", "gehe-zu-"))}
    assert all(content.startswith(b"\x89PNG") for content in taken.values())
    days = {taken[f"plan-tag-{content}-{scheme}.png"] for content in Content for scheme in ("hell", "dunkel")}
    assert len(days) == 6  # no two of them look alike


class _Motley(QWidget):
    """More colors than a picture keeps, and a few dots of each that means something."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for x in range(self.width()):
            for y in range(self.height() - 1):
                painter.fillRect(x, y, 1, 1, QColor.fromHsv(x, y, 255))
        for x, color in enumerate(_meant(self)):
            painter.fillRect(2 * x, self.height() - 1, 2, 1, color)
        painter.end()


def _meant(widget: QWidget) -> tuple[QColor, ...]:
    scheme = tokens(widget.palette())
    return scheme.warning, scheme.danger, scheme.success, scheme.info


def test_what_a_color_means_is_the_same_in_every_picture(qtbot: QtBot, tmp_path: Path) -> None:
    widget = _Motley()
    qtbot.addWidget(widget)
    widget.resize(80, 60)
    save_small(widget, tmp_path / "motley.png")
    saved = QImage(str(tmp_path / "motley.png"))
    row = [saved.pixelColor(2 * x, saved.height() - 1).name() for x in range(4)]
    assert row == [color.name() for color in _meant(widget)]
    assert saved.colorCount() <= 256
