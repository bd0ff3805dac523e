"""Rows of cells, flowing over as many pages as they need.  Qt-free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from terminplaner.ui.printing.sheet import Box, Face, Mark, Measure, Page, Rule, Sheet, Words
from terminplaner.ui.printing.wrapping import elide, wrap

_PADDING = 3.0
_BAR_WIDTH = 2.5
_FOOTER_GAP = 10.0


@dataclass(frozen=True, slots=True)
class Run:
    """A paragraph of one face."""

    text: str
    face: Face = Face.NORMAL
    is_muted: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs in a column that begins ``x`` points right of the margin and is ``width`` points wide."""

    x: float
    width: float
    runs: tuple[Run, ...]

    def wrapped(self, measure: Measure) -> Cell:
        """The same with a paragraph for each line."""
        lines = (
            replace(run, text=line) for run in self.runs for line in wrap(run.text, run.face, self.width, measure)
        )
        return replace(self, runs=tuple(lines))


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side.  ``rule`` is the weight of the line below it, ``color`` that of a bar at its left.

    ``space`` is left free above it.
    """

    cells: tuple[Cell, ...]
    rule: float = 0.0
    color: str = ""
    space: float = 0.0

    def wrapped(self, measure: Measure) -> Row:
        return replace(self, cells=tuple(cell.wrapped(measure) for cell in self.cells))

    def height(self, measure: Measure) -> float:
        """With the space above; the row is wrapped."""
        return self.space + 2 * _PADDING + max((_height(cell.runs, measure) for cell in self.cells), default=0.0)

    def split(self, height: float, measure: Measure) -> tuple[Row, Row]:
        """The lines that fit into ``height``, and the rest; the row is wrapped."""
        room = height - self.space - 2 * _PADDING
        counts = [_count_fitting(cell.runs, room, measure) for cell in self.cells]
        above = tuple(
            replace(cell, runs=cell.runs[:count]) for cell, count in zip(self.cells, counts, strict=True)
        )
        below = tuple(
            replace(cell, runs=cell.runs[count:]) for cell, count in zip(self.cells, counts, strict=True)
        )
        return replace(self, cells=above, rule=0.0), replace(self, cells=below, space=0.0)

    def marks(self, top: float, sheet: Sheet, measure: Measure) -> Iterator[Mark]:
        bottom = top + self.height(measure)
        top += self.space
        if self.color:
            yield Box(sheet.margin, top + _PADDING, _BAR_WIDTH, bottom - top - 2 * _PADDING, self.color)
        for cell in self.cells:
            y = top + _PADDING
            for run in cell.runs:
                base = y + measure.ascent(run.face)
                yield Words(sheet.margin + cell.x, base, run.text, run.face, run.is_muted)
                y += measure.height(run.face)
        if self.rule:
            yield Rule(sheet.margin, bottom, sheet.width - sheet.margin, bottom, self.rule)


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading.  Where they go on on another page, ``continued`` stands above them.

    ``below`` points stay free under the last row.
    """

    heading: tuple[Row, ...]
    continued: tuple[Row, ...]
    rows: tuple[Row, ...]
    starts_page: bool = False
    below: float = 0.0


def flow(
    header: Sequence[Row], sections: Iterable[Section], sheet: Sheet, measure: Measure, bottom: float = 0.0
) -> tuple[Page, ...]:
    """At least one page; ``header`` stands on each, ``bottom`` points above the margin stay free for a footer."""
    pages = _Pages([row.wrapped(measure) for row in header], sheet, measure, sheet.bottom - bottom)
    for section in sections:
        pages.add(section)
    return pages.finished()


def with_footers(
    pages: Sequence[Page], left: str, numbering: str, sheet: Sheet, measure: Measure
) -> tuple[Page, ...]:
    """Each page with ``left`` and ``numbering`` (of ``{number}`` and ``{count}``) within ``footer_height``."""
    numbered = []
    for number, page in enumerate(pages, start=1):
        right = numbering.format(number=number, count=len(pages))
        width = measure.width(right, Face.SMALL)
        base = sheet.bottom
        cut = elide(left, Face.SMALL, sheet.inner_width - width - _FOOTER_GAP, measure)
        numbered.append(
            (
                *page,
                Words(sheet.margin, base, cut, Face.SMALL, is_muted=True),
                Words(sheet.width - sheet.margin - width, base, right, Face.SMALL, is_muted=True),
            )
        )
    return tuple(numbered)


def footer_height(measure: Measure) -> float:
    return measure.height(Face.SMALL) + _FOOTER_GAP


class _Pages:
    """The page being filled, and those that are full."""

    def __init__(self, header: list[Row], sheet: Sheet, measure: Measure, bottom: float) -> None:
        self._header = header
        self._sheet = sheet
        self._measure = measure
        self._bottom = bottom
        self._full: list[Page] = []
        self._marks: list[Mark] = []
        self._y = 0.0
        self._first_y = 0.0
        self._begin()

    def add(self, section: Section) -> None:
        heading = [row.wrapped(self._measure) for row in section.heading]
        rows = [row.wrapped(self._measure) for row in section.rows]
        bottoms = [*(self._bottom for _ in rows[1:]), self._bottom - section.below]
        first = sum(row.height(self._measure) for row in (*heading, *rows[:1]))
        does_not_fit = self._y + first > bottoms[0]
        if self._y > self._first_y and (section.starts_page or does_not_fit):
            self._turn(())
        for row in heading:
            self._put(row)
        continued = tuple(row.wrapped(self._measure) for row in section.continued)
        for number, (row, bottom) in enumerate(zip(rows, bottoms, strict=False)):
            # The heading is never left alone: what does not fit below it would not fit on a whole page either.
            if number and self._y + row.height(self._measure) > bottom:
                self._turn(continued)
            self._put_in_parts(row, continued, bottom)

    def finished(self) -> tuple[Page, ...]:
        return (*self._full, tuple(self._marks))

    def _put_in_parts(self, row: Row, continued: tuple[Row, ...], bottom: float) -> None:
        while self._y + row.height(self._measure) > bottom:
            above, below = row.split(bottom - self._y, self._measure)
            if not any(cell.runs for cell in above.cells):
                break  # not even one line fits on a whole page: better over its edge than never
            self._put(above)
            self._turn(continued)
            row = below
        self._put(row)

    def _put(self, row: Row) -> None:
        self._marks.extend(row.marks(self._y, self._sheet, self._measure))
        self._y += row.height(self._measure)

    def _turn(self, continued: tuple[Row, ...]) -> None:
        self._full.append(tuple(self._marks))
        self._begin()
        for row in continued:
            self._put(row)

    def _begin(self) -> None:
        self._marks = []
        self._y = self._sheet.margin
        for row in self._header:
            self._put(row)
        self._first_y = self._y


def _height(runs: tuple[Run, ...], measure: Measure) -> float:
    return sum(measure.height(run.face) for run in runs)


def _count_fitting(runs: tuple[Run, ...], room: float, measure: Measure) -> int:
    for count, run in enumerate(runs):
        room -= measure.height(run.face)
        if room < 0:
            return count
    return len(runs)
