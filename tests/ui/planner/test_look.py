"""What of an appointment is written into its block, and how texts are cut to their room."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment, AppointmentStatus
from terminplaner.domain.resource import Availability, AvailabilityType, Resource, Weekday
from terminplaner.domain.when import AllDay, Timed
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.plan.geometry import Grid
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.painting import paint_block
from terminplaner.ui.planner.plan.rule_painting import paint_rules
from terminplaner.ui.planner.plan.snapshot import Block, Column, RuleBox
from terminplaner.ui.theme import VISIBLE, contrast, palette_of

BERLIN = ZoneInfo("Europe/Berlin")
ANNA = Resource(UUID(int=1), "Anna Optik")
WHEN = Timed(datetime(2026, 11, 23, 10, tzinfo=UTC), datetime(2026, 11, 23, 11, tzinfo=UTC))


APPOINTMENT = Appointment(UUID(int=2), UUID(int=3), WHEN, (ANNA.id,), text="Sonnenschein")
ROW = AppointmentRow(APPOINTMENT, (ANNA,), None, None, None, BERLIN)


class SpyingLook(Look):
    """Remembers what was written, as it was to be seen, and which signs were drawn."""

    written: list[str]
    signs: list[str]

    def _icon(self, name: str, color: str, size: int) -> QPixmap:
        self.signs.append(name)
        return super()._icon(name, color, size)

    def _badge(self, letter: str, color: str, ground: str) -> QPixmap:
        self.signs.append(letter)
        return super()._badge(letter, color, ground)

    def draw_text(self, painter: QPainter, x: float, y: float, text: str, font: QFont, width: float) -> None:
        self.written.append(self._cut(text, font, width))
        super().draw_text(painter, x, y, text, font, width)


def drawn(width_in_lines: float, height_in_lines: float, row: AppointmentRow) -> SpyingLook:
    """What was drawn of a block of this size."""
    look = SpyingLook(QApplication.palette(), QApplication.font(), 1.0, BERLIN)
    look.written, look.signs = [], []
    line = look.line_height
    block = Block(row, WHEN, 660, 720, 660, 720)
    column = Column(ANNA, date(2026, 11, 23))
    picture = QImage(400, 400, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    area = QRectF(0, 0, width_in_lines * line, height_in_lines * line + 3)
    paint_block(painter, block, column, area, Grid((0, 400), 1.0, 1440), look)
    painter.end()
    return look


def written(width_in_lines: float, height_in_lines: float) -> list[str]:
    """The lines of the block of "Sonnenschein" at eleven o'clock, at this size."""
    return drawn(width_in_lines, height_in_lines, ROW).written


@pytest.mark.usefixtures("qapp")
def test_a_time_is_written_whole_or_not_at_all() -> None:
    """Ever narrower: hours, then the begin above the name, then the name alone; never "11:"."""
    assert written(9, 2) == ["Sonnenschein", "11:00–12:00"]
    for width in range(60, 0, -1):
        for height in (1, 2, 4):
            for line in written(width / 10, height):
                is_name = "Sonnenschein".startswith(line.removesuffix("…"))
                is_cut_hard = len(line) > 2 and line != "Sonnenschein" and not line.endswith("…")
                assert line.startswith("11:00") or (is_name and not is_cut_hard), (width, line)
    assert written(3.9, 1) == ["11:00"]
    assert written(3.9, 2)[0] == "11:00"
    assert written(3.9, 2)[1].startswith("Son")
    assert written(2.6, 2)[0].startswith("S")
    assert written(1.8, 2) == []  # no more than its color: of a crowded plan these are thousands


@pytest.mark.usefixtures("qapp")
def test_what_lies_in_an_absence_warns_however_narrow_it_is() -> None:
    absence = Absence(
        UUID(int=4), AbsenceKind.VACATION, AllDay(date(2026, 11, 23), date(2026, 11, 24)), (ANNA.id,)
    )
    away = replace(ROW, absences=(absence,))
    for width in (9, 5, 4, 3, 2):
        assert drawn(width, 2, away).signs == ["warning"], width
        assert drawn(width, 2, ROW).signs == []
    assert drawn(2.6, 2, away).written[0].startswith("S")
    for said in (wording.spoken(away, BERLIN), wording.tooltip(away, BERLIN)):
        assert "Achtung, liegt in einer Abwesenheit: Urlaub" in said


@pytest.mark.usefixtures("qapp")
def test_a_status_is_said_by_a_letter_that_is_seen_on_its_plate() -> None:
    for color in ("#4a5568", "#000000", "#ffffff", "#2f855a"):
        row = replace(ROW, status=AppointmentStatus(UUID(int=5), "Erledigt", color), status_sign="R")
        look = drawn(9, 1, row)
        assert look.signs == ["R"]
        shades = look.badge("R", color, look.block_colors(look.tokens.muted.name()).ground.name()).toImage()
        middle = range(shades.width() // 4, shades.width() * 3 // 4)
        found = [shades.pixelColor(x, y) for x in middle for y in middle]
        assert max(contrast(one, other) for one in found for other in found) >= VISIBLE, color


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


def _rule_painted(
    box: RuleBox, *blocks: QRectF, is_dark: bool = False, width: int = 600
) -> tuple[SpyingLook, QImage]:
    """A rule of three hours in a column, on an empty ground but for appointments at ``blocks``."""
    look = SpyingLook(palette_of(is_dark), QApplication.font(), 1.0, BERLIN)
    look.written, look.signs = [], []
    image = QImage(width, 300, QImage.Format.Format_ARGB32)
    image.fill(look.tokens.available)
    painter = QPainter(image)
    paint_rules(painter, [box], blocks, Grid.fitting(1, width, 100, 1.0, 300), 0, QRectF(image.rect()), look)
    painter.end()
    return look, image


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize("color", ["#fff200", "#10101a", "#1e90ff"])
def test_an_availability_is_painted_in_the_color_of_its_type_and_named_by_it(color: str, is_dark: bool) -> None:
    rule = Availability(UUID(int=5), ANNA.id, Weekday.MONDAY, time(9), time(12), text="Kasse")
    course = AvailabilityType(UUID(int=6), "Schulung", color)
    look, image = _rule_painted(RuleBox(60, 240, rule, course), is_dark=is_dark)
    assert look.written == ["09:00–12:00 · Schulung · Kasse"]
    frame, inside = image.pixelColor(3, 150), image.pixelColor(300, 200)
    assert frame.name() == look.block_colors(color).edge.name()
    assert contrast(frame, look.tokens.available) >= VISIBLE
    assert inside != look.tokens.available
    plain, without = _rule_painted(RuleBox(60, 240, rule), is_dark=is_dark)
    assert plain.written == ["09:00–12:00 · Kasse"]
    assert without.pixelColor(3, 150).name() == look.tokens.accent.name()


@pytest.mark.usefixtures("qapp")
def test_the_hours_of_an_availability_cover_no_appointment() -> None:
    rule = Availability(UUID(int=5), ANNA.id, Weekday.MONDAY, time(9), time(12))
    blocks = [QRectF(0, top, 500, 30) for top in (60, 92, 130)]
    look, image = _rule_painted(RuleBox(60, 240, rule), *blocks)
    assert look.written == ["09:00–12:00"]

    def has_words(top: int, height: int) -> bool:
        return look.tokens.text.name() in {
            image.pixelColor(x, y).name() for y in range(top, top + height) for x in range(8, 90)
        }

    assert [has_words(int(block.top()), int(block.height())) for block in blocks] == [False] * 3
    assert has_words(161, 25)
    full, over = _rule_painted(RuleBox(60, 240, rule), QRectF(0, 60, 500, 180))
    assert full.written == ["09:00–12:00"]
    assert over.pixelColor(8, 63) == full.tokens.surface


@pytest.mark.usefixtures("qapp")
def test_what_is_no_availability_says_so_in_words_and_by_its_dashes() -> None:
    rule = Availability(UUID(int=5), ANNA.id, Weekday.MONDAY, time(9), time(0), is_available=False)
    course = AvailabilityType(UUID(int=6), "Schulung", "#1e90ff")
    look, image = _rule_painted(RuleBox(60, 240, rule, course))
    assert look.written == ["09:00–00:00 · nicht verfügbar · Schulung"]
    narrow, _ = _rule_painted(RuleBox(60, 240, rule, course), width=180)
    assert narrow.written[0] == "09:00–00:00"
    assert narrow.written[1].startswith("nicht verfügbar")
    edge = look.block_colors(course.color).edge.name()
    assert len({image.pixelColor(3, y).name() == edge for y in range(70, 230)}) == 2
