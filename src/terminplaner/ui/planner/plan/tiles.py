"""Ground and blocks as retained pixels: tiles of a column's width and 512 pixels' height.

A frame copies the tiles that are there.  For those that are not, it has a budget: within it they are made in full,
or at least in their colors; what is left shows scaled pixels of before a zoom, or bare ground.  The rest is made
between the frames, what is in sight first, then what lies just around it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap

from terminplaner.ui.planner.plan.board import Board
from terminplaner.ui.planner.plan.geometry import Box
from terminplaner.ui.planner.plan.ground_painting import paint_ground
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.painting import paint_block, paint_plain
from terminplaner.ui.planner.plan.snapshot import Block

HEIGHT = 512
"""Logical pixels of a tile's height."""
_FRAME_S = 0.004
"""What a frame may spend on tiles that are missing; in full for the first half of it."""
_TICK_S = 0.006
"""What is made at a stretch between two frames."""
_SCREENS_KEPT = 3
_BLEED = 2
"""Pixels by which smooth edges reach out of a block."""
_BYTES_PER_PIXEL = 4

Key = tuple[int, int]
"""Column, and number of the tile from the top."""


@dataclass(frozen=True, slots=True)
class _Tile:
    pixmap: QPixmap
    is_detailed: bool

    @property
    def bytes(self) -> int:
        return self.pixmap.width() * self.pixmap.height() * _BYTES_PER_PIXEL


@dataclass(frozen=True, slots=True)
class _Former:
    """The pixels of before a zoom, until those of after it are made."""

    board: Board
    tiles: dict[Key, _Tile]


class Tiles(QObject):
    """Give it a board and a look, then let it paint; ``ready`` asks for a repaint of a part of the content."""

    ready = Signal(QRectF)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self._look: Look | None = None
        self._former: _Former | None = None
        self._tiles: OrderedDict[Key, _Tile] = OrderedDict()
        self._bytes = 0
        self._exposed = QRectF()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)

    @property
    def bytes(self) -> int:
        """What the tiles take in memory."""
        return self._bytes

    @property
    def is_complete(self) -> bool:
        """Whether everything that was last in sight is there in full."""
        return self._board is not None and not any(self._unfinished(self._exposed))

    @property
    def is_resting(self) -> bool:
        """Whether nothing is left to make, neither in sight nor around it."""
        return not self._timer.isActive()

    def show(self, board: Board, look: Look) -> None:
        """Take over another state; only the columns that differ are made anew."""
        before, self._board = self._board, board
        if before is None or look is not self._look:
            self._look = look
            self._clear()
        elif before.grid != board.grid:
            self._become_former(before)
        else:
            self._drop_changed(before, board)

    def paint(self, painter: QPainter, exposed: QRectF, view: QRectF) -> None:
        """Paint what lies in ``exposed``; ``view`` is all that is in sight.  Both in content coordinates."""
        board, look = self._board, self._look
        if board is None or look is None:
            return
        self._exposed = view
        begin = perf_counter()
        for key in self._keys_in(exposed):
            spent = perf_counter() - begin
            tile = self._tiles.get(key)
            if tile is None and (spent < _FRAME_S / 2 or (self._former is None and spent < _FRAME_S)):
                tile = self._make(key, board, look, is_detailed=spent < _FRAME_S / 2)
            if tile is not None:
                self._tiles.move_to_end(key)
                painter.drawPixmap(self._area(key, look).topLeft(), tile.pixmap)
            elif self._former is not None:
                self._paint_former(painter, key, board, look)
            else:
                painter.fillRect(self._area(key, look), look.tokens.available)
        if any(self._unfinished(view)) or any(self._missing_around(view)):
            self._timer.start()

    # -- making

    def _work(self) -> None:
        """Make what is missing for a short while, then let the window breathe."""
        board, look = self._board, self._look
        if board is None or look is None:
            self._timer.stop()
            return
        begin, made = perf_counter(), QRectF()
        for key in self._wanted():
            self._make(key, board, look, is_detailed=True)
            made |= self._area(key, look)
            if perf_counter() - begin > _TICK_S:
                break
        else:
            self._timer.stop()
            self._former = None
        if made.intersects(self._exposed):
            self.ready.emit(made & self._exposed)

    def _wanted(self) -> Iterator[Key]:
        yield from tuple(self._unfinished(self._exposed))
        yield from tuple(self._missing_around(self._exposed))

    def _make(self, key: Key, board: Board, look: Look, *, is_detailed: bool) -> _Tile:
        area = self._area(key, look)
        pixmap = QPixmap(round(area.width() * look.ratio), round(area.height() * look.ratio))
        pixmap.setDevicePixelRatio(look.ratio)
        painter = QPainter(pixmap)
        painter.translate(-area.topLeft())
        column, _ = key
        painter.fillRect(area, look.tokens.surface)
        paint_ground(painter, board.snapshot, board.grid, (column,), area, look)
        parts = list(_blocks_in(board, column, area))
        if is_detailed:
            for box, block in parts:
                place = QRectF(box.x, box.y, box.width, box.height)
                paint_block(painter, block, board.column(column), place, board.grid, look)
        else:
            paint_plain(painter, parts, look)
        painter.end()
        tile = _Tile(pixmap, is_detailed)
        self._keep(key, tile, look)
        return tile

    def _keep(self, key: Key, tile: _Tile, look: Look) -> None:
        self._forget(key)
        self._tiles[key] = tile
        self._bytes += tile.bytes
        shown, around = set(self._keys_in(self._exposed)), set(self._keys_around(self._exposed))
        for other in sorted(self._tiles, key=around.__contains__):
            if self._bytes <= self._most_bytes(look):
                return
            if other not in shown:
                self._forget(other)

    def _most_bytes(self, look: Look) -> float:
        return _SCREENS_KEPT * _bytes_of(self._exposed, look)

    def _forget(self, key: Key) -> None:
        tile = self._tiles.pop(key, None)
        if tile is not None:
            self._bytes -= tile.bytes

    def _clear(self) -> None:
        self._former = None
        self._tiles.clear()
        self._bytes = 0

    def _become_former(self, before: Board) -> None:
        """Keep the oldest pixels there are while zooming on, so that each frame scales something whole."""
        board = self._board
        if board is None or before.snapshot.columns != board.snapshot.columns:
            self._clear()
            return
        if self._former is None or self._has_all_of(self._exposed, before):
            self._former = _Former(before, dict(self._tiles))
        self._tiles.clear()
        self._bytes = 0

    def _has_all_of(self, view: QRectF, board: Board) -> bool:
        return all(key in self._tiles for key in _keys(board, view))

    def _drop_changed(self, before: Board, board: Board) -> None:
        changed = board.snapshot.changed_columns(before.snapshot)
        if changed is None:
            self._clear()
            return
        for key in tuple(self._tiles):
            if key[0] in changed:
                self._forget(key)

    # -- places

    def _keys_in(self, area: QRectF) -> Iterator[Key]:
        return _keys(self._board, area) if self._board is not None else iter(())

    def _unfinished(self, view: QRectF) -> Iterator[Key]:
        for key in self._keys_in(view):
            tile = self._tiles.get(key)
            if tile is None or not tile.is_detailed:
                yield key

    def _missing_around(self, view: QRectF) -> Iterator[Key]:
        """Of the ring around what is in sight, as many as find room: one more would push out another of them,
        which would be missing again, and so on for ever.
        """
        look = self._look
        if look is None:
            return
        around = tuple(self._keys_around(view))
        room = self._most_bytes(look) - sum(self._tiles[key].bytes for key in around if key in self._tiles)
        for key in around:
            if key not in self._tiles:
                room -= _bytes_of(self._area(key, look), look)
                if room < 0:
                    return
                yield key

    def _keys_around(self, view: QRectF) -> Iterator[Key]:
        """What is in sight, and a ring around it."""
        board = self._board
        if board is None or not board.grid.columns or view.isEmpty():
            return iter(())
        widest = max(board.grid.column_width(0), 1)
        return self._keys_in(view.adjusted(-widest, -HEIGHT / 2, widest, HEIGHT / 2))

    def _area(self, key: Key, look: Look) -> QRectF:
        """Where a tile lies, on whole pixels of the screen."""
        board = self._board
        if board is None:
            return QRectF()
        return _on_pixels(_tile_area(board, key), look.ratio)

    def _paint_former(self, painter: QPainter, key: Key, board: Board, look: Look) -> None:
        """Show what stood there before, stretched to where it is now."""
        former, area = self._former, _tile_area(board, key)
        painter.fillRect(area, look.tokens.available)
        if former is None:
            return
        old = former.board.grid
        share = old.minute_height / board.grid.minute_height
        top, bottom = area.top() * share, area.bottom() * share
        for number in range(int(top // HEIGHT), int(bottom // HEIGHT) + 1):
            tile = former.tiles.get((key[0], number))
            first, last = max(top, number * HEIGHT), min(bottom, (number + 1) * HEIGHT, old.height)
            if tile is None or last <= first:
                continue
            source = QRectF(
                0, (first - number * HEIGHT) * look.ratio, tile.pixmap.width(), (last - first) * look.ratio
            )
            painter.drawPixmap(
                QRectF(area.left(), first / share, area.width(), (last - first) / share), tile.pixmap, source
            )


def _keys(board: Board, area: QRectF) -> Iterator[Key]:
    if area.isEmpty() or not board.grid.height:
        return
    first, last = max(area.top(), 0), min(area.bottom(), board.grid.height - 1)
    for number in range(int(first // HEIGHT), int(last // HEIGHT) + 1):
        for column in board.grid.columns_between(area.left(), area.right()):
            yield column, number


def _tile_area(board: Board, key: Key) -> QRectF:
    column, number = key
    top = number * HEIGHT
    height = min(HEIGHT, board.grid.height - top)
    return QRectF(board.grid.edges[column], top, board.grid.column_width(column), height)


def _bytes_of(area: QRectF, look: Look) -> int:
    return round(area.width() * look.ratio) * round(area.height() * look.ratio) * _BYTES_PER_PIXEL


def _on_pixels(area: QRectF, ratio: float) -> QRectF:
    left, top, right, bottom = (
        round(edge * ratio) / ratio for edge in (area.left(), area.top(), area.right(), area.bottom())
    )
    return QRectF(left, top, right - left, bottom - top)


def _blocks_in(board: Board, column: int, area: QRectF) -> Iterator[tuple[Box, Block]]:
    top, bottom = area.top(), area.bottom()
    for box, block in board.boxes(column):
        if box.y < bottom + _BLEED and box.y + box.height > top - _BLEED:
            yield box, block
