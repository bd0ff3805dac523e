"""How the name above a column is broken into two lines where one has no room for it.  Qt-free."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_HYPHEN = "-"

Width = Callable[[str], float]
"""How wide a text is drawn."""


@dataclass(frozen=True, slots=True)
class Heading:
    """``lines`` of the name; ``closed`` says why the day is none to book, ``is_beside`` the name or below it."""

    lines: tuple[str, ...]
    closed: str = ""
    is_beside: bool = True

    @property
    def height(self) -> int:
        """In lines."""
        return len(self.lines) if self.is_beside or not self.closed else 2


def arrange(name: str, closed: str, room: float, strong: Width, normal: Width, gap: float) -> Heading:
    """``strong`` measures the name, ``normal`` the reason, ``gap`` is between them."""
    if not closed:
        return Heading(broken(name, room, strong))
    is_beside = strong(name) + gap + normal(closed) <= room
    return Heading((name,), closed, is_beside)


def broken(name: str, room: float, width: Width) -> tuple[str, ...]:
    """One line where that is enough, else two, broken at a space or a hyphen.

    A word is never broken: where a German compound has its joints only a dictionary knows, and a wrong break reads
    worse than "Kontaktlinsenanp…".  What a line has no room for is cut when it is drawn.
    """
    if width(name) <= room:
        return (name,)
    first, *others = re.findall(r"[^\s-]+-*|-+", name) or [name]
    while others and width(longer := _joined(first, others[0])) <= room:
        first = longer
        others.pop(0)
    return (first, _sentence(others)) if others else (name,)


def _sentence(parts: list[str]) -> str:
    sentence = ""
    for part in parts:
        sentence = _joined(sentence, part)
    return sentence


def _joined(before: str, part: str) -> str:
    return f"{before}{part}" if not before or before.endswith(_HYPHEN) else f"{before} {part}"
