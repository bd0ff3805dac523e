"""Taking an iCalendar file (RFC 5545) apart, so that a broken component costs only itself."""

from __future__ import annotations

import codecs
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from icalendar import Event, Timezone
from icalendar.error import GloballyUniqueTZIDGuessed
from icalendar.timezone import tzp

from terminplaner.domain.errors import InvalidInputError

MALFORMED = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, OSError)
"""What the iCalendar libraries raise on what they cannot read; they look zones up as files, hence ``OSError``."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A component that was not taken: what it is (for people), and why (a code of the catalogue)."""

    component: str
    reason: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EventComponent:
    """A VEVENT without its alarms; ``label`` names it for people."""

    properties: Any
    label: str


@dataclass(frozen=True, slots=True)
class _Block:
    kind: str
    lines: tuple[str, ...]
    is_closed: bool

    @property
    def label(self) -> str:
        """Title and start, as far as they are there."""
        found = (_first_value(self.lines, name) for name in ("SUMMARY", "DTSTART", "UID"))
        return " ".join((self.kind, *[value for value in found if value][:2]))

    @property
    def text(self) -> str:
        return "\n".join((*self.lines, ""))


def event_components(content: bytes, skipped: list[Skipped]) -> Iterator[EventComponent]:
    """Every readable VEVENT of a file; the others are added to ``skipped``.

    Raise ``InvalidInputError`` (code ``not_icalendar``) where it is no iCalendar at all.
    """
    lines = _logical_lines(content)
    if not any(line.strip().upper() == "BEGIN:VCALENDAR" for line in lines):
        raise InvalidInputError("not_icalendar")
    blocks = tuple(_blocks(lines))
    _learn_zones(block for block in blocks if block.kind == "VTIMEZONE" and block.is_closed)
    for block in blocks:
        if not block.is_closed:
            skipped.append(Skipped(block.label, "component_not_closed"))
        elif block.kind == "VEVENT":
            try:
                event = _parsed_event(block)
            except MALFORMED:
                skipped.append(Skipped(block.label, "component_unreadable"))
            else:
                yield EventComponent(event, block.label)
        elif block.kind != "VTIMEZONE":
            skipped.append(Skipped(block.label, "not_an_event"))


_LINE_END = re.compile(rb"\r*\n|\r")
_FOLD = re.compile(rb"\n[ \t]")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""The characters that RFC 5545 3.1 forbids in a value, but for the line break."""


def _logical_lines(content: bytes) -> list[str]:
    """The unfolded lines.  Folds come off before decoding: they may stand in the middle of a character."""
    unified = _LINE_END.sub(b"\n", content.removeprefix(codecs.BOM_UTF8))
    return [CONTROL.sub("", _decode(line)) for line in _FOLD.sub(b"", unified).split(b"\n")]


def _decode(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")  # what Windows programs write where they forget UTF-8


_KINDS = frozenset({"VEVENT", "VTIMEZONE", "VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY"})


def _blocks(lines: Iterable[str]) -> Iterator[_Block]:
    """The components right below VCALENDAR, without alarms."""
    kind, taken, is_alarm = "", list[str](), False
    for line in lines:
        word = line.strip().upper()
        begun = word.removeprefix("BEGIN:") if word.startswith("BEGIN:") else ""
        if begun in _KINDS or word == "END:VCALENDAR":
            if kind:
                yield _Block(kind, tuple(taken), is_closed=False)
            kind, taken, is_alarm = begun, [word], False
        elif kind and word == f"END:{kind}":
            yield _Block(kind, (*taken, word), is_closed=True)
            kind = ""
        elif begun == "VALARM" or word == "END:VALARM":
            is_alarm = bool(begun)
        elif kind and not is_alarm:
            taken.append(line)
    if kind:
        yield _Block(kind, tuple(taken), is_closed=False)


def _first_value(lines: Iterable[str], name: str) -> str:
    for line in lines:
        if re.match(rf"{name}[;:]", line, re.IGNORECASE):
            return line.partition(":")[2].strip()
    return ""


YEARS = range(1900, 2200)
"""Outside of them a time is a mistake (and the calendar of most programs ends somewhere)."""
_LAST_MOMENT = datetime(YEARS[-1], 12, 31, 23, 59)  # noqa: DTZ001  (a zone is asked about wall time)


def _learn_zones(blocks: Iterable[_Block]) -> None:
    """Let icalendar know the zones this file defines.

    It keeps them for the whole process and never replaces one, but Outlook calls every zone "Customized Time
    Zone": those of an earlier file are forgotten first.
    """
    usable = [block for block in blocks if _is_usable_zone(block)]  # the others are missed one by one
    tzp.use_default()
    with _guessing_zones():
        for block in usable:
            Timezone.from_ical(block.text)


def _is_usable_zone(block: _Block) -> bool:
    """Whether the library gets through every change of a zone: asked a second time after it failed within one, it
    would wait for a lock for ever."""
    if not _changes_yearly(block):
        return False
    try:
        with _guessing_zones():
            component: Any = Timezone.from_ical(block.text)
        zone = component.to_tz(lookup_tzid=False)
        zone.utcoffset(_LAST_MOMENT)
    except MALFORMED:
        return False
    return True


def _changes_yearly(block: _Block) -> bool:
    """Whether every rule of a zone is one that clocks follow; others could keep the library busy for ever."""
    rules = [line.upper() for line in block.lines if line.upper().startswith("RRULE")]
    return all("FREQ=YEARLY" in rule and "INTERVAL=" not in rule for rule in rules)


def _parsed_event(block: _Block) -> Any:
    with _guessing_zones():
        return Event.from_ical(block.text)


@contextmanager
def _guessing_zones() -> Iterator[None]:
    """Be content that "/freeassociation.sourceforge.net/Europe/Berlin" is taken for Europe/Berlin."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GloballyUniqueTZIDGuessed)
        yield
