"""Text as both sides can agree on it, whatever an editor or a server made of it on the way.

Google's web editor turns plain descriptions into HTML, phones send decomposed letters, Windows its own line ends.
Only canonical text is compared and kept (google-calendar.md B10, B11).
"""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

TITLE_LIMIT = 1000
DESCRIPTION_LIMIT = 8000
"""In characters; Google's own caps lie a little higher."""

_CUT = " […]"

_HTML = re.compile(
    r"</?(?:a|b|blockquote|br|code|div|em|font|h[1-6]|hr|html-blob|i|img|li|ol|p|pre|s|span|strong|sub|sup|table"
    r"|tbody|td|th|tr|u|ul)(?:\s[^<>]*)?/?>|&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]+\d*);",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    ("blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "table", "tr", "ul")
)
_ZERO_WIDTH_JOINER = "\u200d"
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters but for tab and line ends, and halves of characters: JSON carries them, no database does."""


def canonical_title(text: str) -> str:
    """One line without surrounding or doubled white space, in NFC."""
    return " ".join(unicodedata.normalize("NFC", _storable(text)).split())


def canonical_text(text: str) -> str:
    """Plain text in NFC, lines ended by ``\\n`` and free of trailing white space."""
    plain = unicodedata.normalize("NFC", _storable(text)).replace("\u00a0", " ")
    lines = plain.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def canonical_description(description: str) -> str:
    """What a description from Google says, whether it is plain text or HTML."""
    if _HTML.search(description):
        reader = _HtmlText()
        reader.feed(description)
        reader.close()
        description = re.sub(r"\n{3,}", "\n\n", reader.text())
    return canonical_text(description)


def capped(text: str, limit: int) -> str:
    """``text``, or its beginning with a mark where it is longer than ``limit`` characters."""
    return text if len(text) <= limit else text[: _cut_position(text, limit)] + _CUT


def with_tail(answer: str, full: str, limit: int) -> str:
    """A text edited in Google, with the tail of ``full`` that Google never saw put back behind the mark."""
    if len(full) > limit and answer.endswith(_CUT):
        return answer.removesuffix(_CUT) + full[_cut_position(full, limit) :]
    return answer


def _storable(text: str) -> str:
    return _UNSTORABLE.sub("", text)


def _cut_position(text: str, limit: int) -> int:
    position = limit - len(_CUT)
    while position > 0 and _continues(text, position):
        position -= 1
    return position


def _continues(text: str, position: int) -> bool:
    """Whether a cut at ``position`` would split what a reader sees as one character."""
    before, after = text[position - 1], text[position]
    return (
        unicodedata.combining(after) != 0
        or unicodedata.category(after) in ("Mn", "Me")
        or _ZERO_WIDTH_JOINER in (before, after)
        or "\U0001f3fb" <= after <= "\U0001f3ff"
        or (_is_flag_letter(before) and _is_flag_letter(after))
    )


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


class _HtmlText(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._parts.append("\n")
        elif tag in _BLOCKS:
            self._start_line()

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._start_line()

    def handle_data(self, data: str) -> None:
        self._parts.append(data)

    def text(self) -> str:
        return "".join(self._parts)

    def _start_line(self) -> None:
        if self._parts and not self._parts[-1].endswith("\n"):
            self._parts.append("\n")
