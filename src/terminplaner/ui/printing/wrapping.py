"""Breaking text into lines that fit.  Qt-free."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from terminplaner.ui.printing.sheet import Face, Measure

_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def wrap(text: str, face: Face, width: float, measure: Measure) -> tuple[str, ...]:
    """The lines of ``text``, none wider than ``width``; a word that is too long breaks between two characters.

    Line breaks in ``text`` stay, empty text has no lines.
    """
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for word in _pieces(paragraph, face, width, measure):
            longer = f"{line} {word}" if line else word
            if line and measure.width(longer, face) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return tuple(lines)


def elide(text: str, face: Face, width: float, measure: Measure) -> str:
    """``text``, or as much of its beginning as fits with an ellipsis behind it."""
    if measure.width(text, face) <= width:
        return text
    kept = ""
    for character in characters(text):
        if measure.width(kept + character + "…", face) > width:
            break
        kept += character
    return kept.rstrip() + "…"


def characters(text: str) -> Iterator[str]:
    """What a person takes for one character: with its accents, and an emoji with all its parts."""
    current = ""
    for point in text:
        belongs = current and (
            unicodedata.combining(point)
            or unicodedata.category(point) == "Mn"  # variation selectors
            or point == _JOINER
            or ord(point) in _SKIN_TONES
            or current.endswith(_JOINER)
        )
        if current and not belongs:
            yield current
            current = ""
        current += point
    if current:
        yield current


def _pieces(paragraph: str, face: Face, width: float, measure: Measure) -> Iterator[str]:
    for word in paragraph.split():
        if measure.width(word, face) <= width:
            yield word
            continue
        piece = ""
        for character in characters(word):
            if piece and measure.width(piece + character, face) > width:
                yield piece
                piece = ""
            piece += character
        yield piece
