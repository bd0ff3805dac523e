"""Texts that are cut to their room."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from terminplaner.ui.planner.plan.look import Look


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [-20.0, 0.0, 3.0, 12.0])
def test_a_name_is_drawn_in_any_room_also_in_none(width: float) -> None:
    """As of a column that is scrolled out of sight but for its last pixels."""
    look = Look(QApplication.palette(), QApplication.font(), 1.0, ZoneInfo("Europe/Berlin"))
    picture = QImage(200, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    look.draw_text(painter, 30, 5, "Administrator", look.strong, width)
    painter.end()
    beyond = picture.copy(30 + max(round(width), 0) + 2, 0, 150, 40)
    assert {beyond.pixelColor(x, y).name() for x in range(0, 120) for y in range(40)} == {"#ffffff"}
