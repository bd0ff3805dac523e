"""A sheet of paper and the marks on it, in points (1/72 inch) from its upper left corner.  Qt-free."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

_POINTS_PER_MM = 72 / 25.4


class Face(Enum):
    """A size and weight of type; the value is the size in points."""

    TITLE = 18.0
    LARGE = 14.0
    HEADING = 11.5
    STRONG = 9.5
    NORMAL = 9.4
    SMALL_STRONG = 8.1
    SMALL = 8.0

    @property
    def is_strong(self) -> bool:
        return self not in {Face.NORMAL, Face.SMALL}


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; ``y`` is its base line."""

    x: float
    y: float
    text: str
    face: Face = Face.NORMAL
    is_muted: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line of ``weight`` points."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float = 0.5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle filled with ``color`` (``#RRGGBB``, empty for none); ``weight`` 0 leaves out its frame."""

    x: float
    y: float
    width: float
    height: float
    color: str = ""
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Hatch:
    """A rectangle filled with thin slanting lines."""

    x: float
    y: float
    width: float
    height: float

    def lines(self, distance: float) -> Iterator[tuple[float, float, float, float]]:
        """The ends of its lines, from lower left to upper right; hatchings side by side go on in one another."""
        number = math.ceil((self.x + self.y) / distance)
        while (reach := number * distance) <= self.x + self.width + self.y + self.height:
            left, right = max(self.x, reach - self.y - self.height), min(self.x + self.width, reach - self.y)
            yield left, reach - left, right, reach - right
            number += 1


Mark = Words | Rule | Box | Hatch
Page = tuple[Mark, ...]


def page_text(page: Page) -> str:
    """What can be read on a page, line by line, for those who cannot see it."""
    return "\n".join(mark.text for mark in page if isinstance(mark, Words))


class Measure(Protocol):
    """What the layout has to know of type, in points."""

    def width(self, text: str, face: Face) -> float:
        """How much room one line of text takes."""

    def height(self, face: Face) -> float:
        """From one base line to the next."""

    def ascent(self, face: Face) -> float:
        """From the top of a line to its base line."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """``width`` and ``height`` are of the whole paper; nothing is printed within ``margin`` of its edge."""

    name: str
    width: float
    height: float
    margin: float

    @property
    def inner_width(self) -> float:
        return self.width - 2 * self.margin

    @property
    def bottom(self) -> float:
        return self.height - self.margin

    @property
    def is_landscape(self) -> bool:
        return self.width > self.height

    def turned(self) -> Sheet:
        """The same paper, lying on its side."""
        return Sheet(self.name, self.height, self.width, self.margin)


def _din(name: str, width_mm: float, height_mm: float, margin_mm: float) -> Sheet:
    return Sheet(name, width_mm * _POINTS_PER_MM, height_mm * _POINTS_PER_MM, margin_mm * _POINTS_PER_MM)


A4 = _din("A4", 210, 297, 12)
A5 = _din("A5", 148, 210, 12)
A6 = _din("A6", 105, 148, 9)
