"""Opening times as people write them: ``9–13, 14:30–18``, and a week of them in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.chain import OpeningSpan
from terminplaner.domain.resource import Weekday
from terminplaner.ui.planner.wording import day_name

Hours = tuple[time, time]
_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?"
_SPAN = re.compile(rf"\s*{_CLOCK}\s*(?:-|–|bis|to)\s*{_CLOCK}\s*(?:Uhr)?\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;]|\bund\b|\band\b", re.IGNORECASE)
_MONDAY = date(2024, 1, 1)


def parse_hours(text: str) -> tuple[Hours, ...] | None:
    """The spans of one day; empty for none, None for what cannot be read."""
    if not text.strip():
        return ()
    found = [_parse_span(part) for part in _BETWEEN.split(text)]
    return tuple(span for span in found if span is not None) if None not in found else None


def _parse_span(text: str) -> Hours | None:
    match = _SPAN.fullmatch(text)
    if match is None:
        return None
    clocks = [_clock(hour, minute) for hour, minute in (match.group(1, 2), match.group(3, 4))]
    return (clocks[0], clocks[1]) if clocks[0] is not None and clocks[1] is not None else None


def _clock(hour: str, minute: str | None) -> time | None:
    hours, minutes = int(hour), int(minute or 0)
    if (hours, minutes) == (24, 0):
        return time.min
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def hours(spans: Iterable[Hours]) -> str:
    """What ``parse_hours`` reads: ``9–13, 14:30–18``."""
    return ", ".join(f"{_short(opens)}–{_short(closes, is_end=True)}" for opens, closes in spans)


def week(times: Sequence[OpeningSpan]) -> str:
    """``Mo–Fr 9–18 Uhr, Sa 9–14 Uhr``; empty where nothing is known."""
    by_day = {day: hours(spans_on(times, day)) for day in Weekday}
    parts: list[str] = []
    for text, days in groupby(Weekday, key=lambda day: by_day[day]):
        if text:
            run = list(days)
            named = _name(run[0]) if len(run) == 1 else f"{_name(run[0])}–{_name(run[-1])}"
            clock = QCoreApplication.translate("planner", "{hours} Uhr").format(hours=text.replace(", ", " / "))
            parts.append(f"{named} {clock}")
    return ", ".join(parts)


def spans_on(times: Iterable[OpeningSpan], day: Weekday) -> tuple[Hours, ...]:
    """The hours of one weekday, in order."""
    return tuple(sorted((span.opens_at, span.closes_at) for span in times if span.weekday is day))


def _short(at: time, *, is_end: bool = False) -> str:
    if is_end and at == time.min:
        return "24"
    return f"{at.hour}:{at.minute:02d}" if at.minute else str(at.hour)


def _name(day: Weekday) -> str:
    return day_name(_MONDAY + timedelta(days=day))
