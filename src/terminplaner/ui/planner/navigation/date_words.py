"""Dates as people type them: ``24.12.``, ``+14``, ``KW 5``, ``morgen``, ``Freitag``.  Qt-free."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

_NUMERIC = re.compile(r"(\d{1,2})\.(?:\s*(\d{1,2})\.?)?(?:\s*(\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_OFFSET = re.compile(r"([+-])\s*(\d{1,4})\s*(\S*)")
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class DateWords:
    """What the words of a language mean, in lower case.

    ``days`` are named days counted from today, ``weekdays`` from Monday (0) on, ``week`` stands before the number
    of a week, ``units`` are lengths in days.
    """

    days: Mapping[str, int]
    weekdays: Mapping[str, int]
    week: tuple[str, ...]
    units: Mapping[str, int]


def read_date(text: str, today: date, words: DateWords) -> date | None:
    """The day that ``text`` means; None where it means none.

    A day without a month or a year, and a weekday, is the next one from ``today`` on; a week is this year's
    (ISO 8601), and its Monday is meant.
    """
    entered = " ".join(text.casefold().split())
    if entered in words.days:
        return today + timedelta(days=words.days[entered])
    if entered in words.weekdays:
        return today + timedelta(days=(words.weekdays[entered] - today.weekday()) % 7)
    try:
        return (
            _offset(entered, today, words)
            or _week(entered, today, words)
            or _iso(entered)
            or _numeric(entered, today)
        )
    except (ValueError, OverflowError):
        return None


def _offset(entered: str, today: date, words: DateWords) -> date | None:
    match = _OFFSET.fullmatch(entered)
    if match is None:
        return None
    sign, count, unit = match.groups()
    days = words.units.get(unit, 0 if unit else 1)
    if not days:
        return None
    return today + timedelta(days=int(count) * days * (1 if sign == "+" else -1))


def _week(entered: str, today: date, words: DateWords) -> date | None:
    match = re.fullmatch(
        rf"(?:{'|'.join(map(re.escape, words.week))})\s*(\d{{1,2}})(?:\s*/?\s*(\d{{4}}))?", entered
    )
    if match is None:
        return None
    return date.fromisocalendar(int(match[2] or today.isocalendar().year), int(match[1]), 1)


def _iso(entered: str) -> date | None:
    match = _ISO.fullmatch(entered)
    return date(*(int(part) for part in match.groups())) if match else None


def _numeric(entered: str, today: date) -> date | None:
    match = _NUMERIC.fullmatch(entered)
    if match is None:
        return None
    day = int(match[1])
    if match[2] is None:
        return None if match[3] else _next_day(day, today)
    month = int(match[2])
    if match[3] is None:
        return _next_date(day, month, today)
    year = int(match[3])
    return date(year + _CENTURY if year < 100 else year, month, day)


def _next_day(day: int, today: date) -> date | None:
    """The next day of that number, this month's or a later one's."""
    for offset in range(12):
        number = today.year * 12 + today.month - 1 + offset
        found = _date_or_none(number // 12, number % 12 + 1, day)
        if found is not None and found >= today:
            return found
    return None


def _next_date(day: int, month: int, today: date) -> date | None:
    # 29 February comes every four years, and not in 2100.
    for year in range(today.year, today.year + 9):
        found = _date_or_none(year, month, day)
        if found is not None and found >= today:
            return found
    return None


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if MINYEAR <= year <= MAXYEAR else None
    except ValueError:
        return None
