"""How the name above a column is broken into two lines where one has no room for it.  Qt-free."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from unicodedata import normalize

_SHORTEST = 4
"""Letters that stay together on either side of a word's break."""
_VOWELS = "aeiouy"
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
    """One line where that is enough, else two; what the second still has no room for is cut when it is drawn."""
    if width(name) <= room:
        return (name,)
    parts = re.findall(r"[^\s-]+-*|-+", name)
    first = ""
    for number, part in enumerate(parts):
        longer = _joined(first, part)
        if width(longer) > room:
            rest = parts[number:]
            break
        first = longer
    else:
        return (name,)
    if first:
        return first, _sentence(rest)
    head, tail = _split(rest[0], room, width)
    return (head, _sentence([tail, *rest[1:]])) if tail else (name,)


def _split(word: str, room: float, width: Width) -> tuple[str, str]:
    """A word in two with a hyphen, before a consonant that begins a syllable where there is one."""
    fitting = [cut for cut in range(_SHORTEST, len(word) - _SHORTEST + 1) if width(word[:cut] + _HYPHEN) <= room]
    syllables = [cut for cut in fitting if not _is_vowel(word[cut]) and _is_vowel(word[cut + 1])]
    cut = max(syllables or fitting, default=0)
    return (word[:cut] + _HYPHEN, word[cut:]) if cut else (word, "")


def _is_vowel(letter: str) -> bool:
    """Whatever stands above it."""
    return normalize("NFD", letter)[0].lower() in _VOWELS


def _sentence(parts: list[str]) -> str:
    sentence = ""
    for part in parts:
        sentence = _joined(sentence, part)
    return sentence


def _joined(before: str, part: str) -> str:
    return f"{before}{part}" if not before or before.endswith(_HYPHEN) else f"{before} {part}"
