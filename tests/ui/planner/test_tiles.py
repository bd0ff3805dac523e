"""The retained pixels of the plan: the same as painted afresh, made anew only where something changed, bounded."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from helpers.planner_desk import ANNA, BEN, Desk
from terminplaner.ui.planner.plan.ground_painting import paint_ground
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.painting import paint_block
from terminplaner.ui.planner.plan.picture import rect
from terminplaner.ui.planner.plan.tiles import Tiles

_VIEW = QRectF(0, 0, 900, 1400)
_A_SHADE = 0.0005


def crowd(desk: Desk) -> None:
    for minute in range(0, 9 * 60, 20):
        start, end = (f"{8 + at // 60:02}:{at % 60:02}" for at in (minute, minute + 45))
        desk.put(desk.span(start, end), ANNA if minute % 40 else BEN, text=f"Termin {minute}")
    desk.reload()


def look_of(desk: Desk) -> Look:
    return Look(desk.canvas.palette(), desk.canvas.font(), 1.0, desk.session.branch.tz)


def painted(desk: Desk, tiles: Tiles) -> QImage:
    picture = QImage(_VIEW.size().toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    tiles.paint(painter, _VIEW, _VIEW)
    painter.end()
    return picture


def finished(desk: Desk, tiles: Tiles) -> QImage:
    painted(desk, tiles)
    desk.qtbot.waitUntil(lambda: tiles.is_complete)
    return painted(desk, tiles)


def different(one: QImage, other: QImage) -> int:
    """How many pixels are not the same."""
    points = ((x, y) for y in range(one.height()) for x in range(one.width()))
    return sum(one.pixel(*point) != other.pixel(*point) for point in points)


def test_tiles_show_what_painting_at_once_would(desk: Desk) -> None:
    crowd(desk)
    board, look = desk.canvas.board, look_of(desk)
    tiles = Tiles(desk.page)
    tiles.show(board, look)
    whole = QImage(_VIEW.size().toSize(), QImage.Format.Format_RGB32)
    whole.fill(look.tokens.surface)
    painter = QPainter(whole)
    columns = range(board.grid.columns)
    paint_ground(painter, board.snapshot, board.grid, columns, _VIEW, look)
    for column in columns:
        for box, block in board.boxes(column):
            paint_block(painter, block, board.column(column), rect(box), board.grid, look)
    painter.end()
    # Smooth curves that a tile's edge cuts differ by a shade.
    assert different(finished(desk, tiles), whole) < _A_SHADE * _VIEW.width() * _VIEW.height()


def test_only_the_column_that_changed_is_made_anew(desk: Desk) -> None:
    crowd(desk)
    look, tiles = look_of(desk), Tiles(desk.page)
    tiles.show(desk.canvas.board, look)
    before, bytes_before = finished(desk, tiles), tiles.bytes
    desk.show(desk.span("12:05", "12:10"), BEN, text="neu")
    tiles.show(desk.canvas.board, look)
    assert 0 < tiles.bytes < bytes_before
    assert finished(desk, tiles) != before


def test_the_first_frame_of_a_zoom_shows_the_old_pixels(desk: Desk) -> None:
    crowd(desk)
    look, tiles = look_of(desk), Tiles(desk.page)
    tiles.show(desk.canvas.board, look)
    finished(desk, tiles)
    desk.canvas.set_zoom(2.0)
    tiles.show(desk.canvas.board, look)
    stretched = painted(desk, tiles)
    assert len({stretched.pixel(60, y) for y in range(0, 1400, 7)}) > 2
    finished(desk, tiles)


def test_the_memory_of_tiles_is_bounded(desk: Desk) -> None:
    crowd(desk)
    desk.canvas.set_zoom(4.0)
    look, tiles = look_of(desk), Tiles(desk.page)
    tiles.show(desk.canvas.board, look)
    view = QRectF(0, 0, 400, 300)
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    for top in range(0, 6_000, 250):
        painter = QPainter(picture)
        painter.translate(0, -top)
        tiles.paint(painter, view.translated(0, top), view.translated(0, top))
        painter.end()
    desk.qtbot.waitUntil(lambda: tiles.is_complete)
    shown = 2 * 2 * 512 * desk.canvas.board.grid.column_width(0) * 4
    assert tiles.bytes <= max(3 * 400 * 300 * 4, shown)


def test_the_plan_comes_to_rest_where_little_is_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ring around a low window takes more than what is kept for it."""
    monkeypatch.setattr("terminplaner.ui.planner.plan.tiles._TICK_S", 0)  # a single tile at a stretch
    crowd(desk)
    desk.canvas.set_zoom(4.0)
    look, tiles = look_of(desk), Tiles(desk.page)
    tiles.show(desk.canvas.board, look)
    picture, view = QImage(400, 120, QImage.Format.Format_RGB32), QRectF(0, 500, 400, 120)
    painter = QPainter(picture)
    tiles.paint(painter, view, view)
    painter.end()
    desk.qtbot.waitUntil(lambda: tiles.is_resting)
    assert tiles.is_complete


def test_the_present_strikes_no_words_through(desk: Desk) -> None:
    """Also after something else changed: columns that stay the same are not laid out anew."""
    desk.show(desk.span("09:30", "10:30"), BEN, text="läuft gerade")
    desk.qtbot.waitUntil(lambda: desk.canvas.tiles.is_complete)
    line = look_of(desk).tokens.now_line.name()

    def is_line(name: str, share: float) -> bool:
        point = desk.spot(name, "10:00", share=share)
        picture = desk.canvas.viewport().grab().toImage()
        return line in {picture.pixelColor(point.x(), point.y() + shift).name() for shift in (-1, 0, 1)}

    def shown() -> list[bool]:
        return [is_line(*place) for place in ((BEN, 0.3), (BEN, 0.97), (ANNA, 0.3), (ANNA, 0.97))]

    assert shown() == [False, True, True, True]
    desk.show(desk.span("09:45", "10:15"), ANNA)
    desk.qtbot.waitUntil(lambda: desk.canvas.tiles.is_complete)
    assert shown() == [False, True, False, True]
