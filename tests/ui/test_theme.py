"""Colors that can be read, in both schemes, whatever a person chose."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QTableView
from pytestqt.qtbot import QtBot

from terminplaner.ui.assets import asset
from terminplaner.ui.date_field import DateField
from terminplaner.ui.icons import icon, icon_pixmap
from terminplaner.ui.stylesheet import stylesheet
from terminplaner.ui.theme import (
    READABLE,
    VISIBLE,
    Appearance,
    block_colors,
    contrast,
    palette_of,
    tokens,
)

SCHEMES = pytest.mark.parametrize("is_dark", [False, True])


@SCHEMES
def test_text_is_readable_on_every_ground(is_dark: bool) -> None:
    scheme = tokens(palette_of(is_dark))
    for text in (scheme.text, scheme.muted, scheme.accent, scheme.danger, scheme.warning, scheme.success):
        for ground in (scheme.window, scheme.surface, scheme.raised):
            assert contrast(text, ground) >= READABLE
    for name in ("danger", "warning", "success", "info"):
        assert contrast(getattr(scheme, name), getattr(scheme, f"{name}_ground")) >= READABLE
        assert contrast(scheme.text, getattr(scheme, f"{name}_ground")) >= READABLE
    for ground in (scheme.accent, scheme.accent_hover):
        assert contrast(scheme.on_accent, ground) >= READABLE
    assert contrast(scheme.text, scheme.selection) >= READABLE


@SCHEMES
def test_borders_of_fields_are_visible(is_dark: bool) -> None:
    scheme = tokens(palette_of(is_dark))
    assert contrast(scheme.border_strong, scheme.surface) >= VISIBLE
    assert contrast(scheme.now_line, scheme.surface) >= VISIBLE


@SCHEMES
@given(color=st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_a_block_is_readable_in_any_color(is_dark: bool, color: str) -> None:
    colors = block_colors(color, palette_of(is_dark))
    assert contrast(colors.text, colors.ground) >= READABLE
    assert contrast(colors.edge, colors.ground) >= VISIBLE


def test_the_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@SCHEMES
def test_the_style_sheet_leaves_no_name_unfilled(is_dark: bool) -> None:
    sheet = _sheet(is_dark=is_dark)
    assert not re.search(r"@\w+", sheet)
    for path in re.findall(r"url\((.*?)\)", sheet):
        assert asset("icons", path.rsplit("/", 1)[-1]).is_file()


def test_appearance_changes_the_running_program(qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = application.palette(), application.styleSheet()
    appearance = Appearance(application, Qt.ColorScheme.Light)
    label = QLabel()
    qtbot.addWidget(label)
    try:
        assert not tokens(label.palette()).is_dark
        appearance.override(Qt.ColorScheme.Dark)
        assert tokens(label.palette()).is_dark
    finally:
        application.setStyleSheet(before[1])
        application.setPalette(before[0])
        appearance.deleteLater()


def test_icons_take_the_color_of_the_palette(qtbot: QtBot) -> None:
    for file in asset("icons").glob("*.svg"):
        if not file.stem.startswith(("field-", "terminplaner")):
            assert b"currentColor" in file.read_bytes(), file
    image = icon_pixmap("plus", QColor("#ff0000"), 24, ratio=2).toImage()
    assert image.width() == 48
    assert image.pixelColor(24, 24) == QColor("#ff0000")
    assert not icon("plus", palette_of(is_dark=True)).isNull()


def test_the_calendar_of_a_date_has_room_for_its_days(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    calendar = field.calendarWidget()
    calendar.setStyleSheet(_sheet(is_dark=False))
    calendar.resize(calendar.sizeHint())
    calendar.ensurePolished()
    table = calendar.findChild(QTableView, "qt_calendar_calendarview")
    assert table is not None
    weekdays = [calendar.weekdayTextFormat(day).foreground().color() for day in Qt.DayOfWeek]
    assert len({color.name() for color in weekdays}) == 1
    widest = max(table.sizeHintForColumn(column) for column in range(1, 8))
    assert widest <= calendar.sizeHint().width() // 7


def _sheet(*, is_dark: bool) -> str:
    scheme = tokens(palette_of(is_dark))
    colors = {name: getattr(scheme, name) for name in scheme.__slots__ if name != "is_dark"}
    return stylesheet(colors, is_dark=is_dark)
