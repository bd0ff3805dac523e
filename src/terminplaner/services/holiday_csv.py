"""Holidays from and to a file of comma-separated values (RFC 4180); a semicolon separates as well.

The first line names the columns ``Name``, ``Beschreibung``, ``Tag``, ``Monat`` and ``Ostern`` in any order and
case.  A holiday has either a day and a month, or in ``Ostern`` the days from Easter Sunday (negative before it).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.holiday import Holiday
from terminplaner.services.validation import validate_holiday

_LARGEST_FILE = 1_000_000
"""Bytes; a list of holidays has a few thousand."""

COLUMNS = ("Name", "Beschreibung", "Tag", "Monat", "Ostern")


@dataclass(frozen=True, slots=True)
class LineError:
    """What is wrong with one line, counted from 1."""

    line: int
    error: InvalidInputError


@dataclass(frozen=True, slots=True)
class HolidayFile:
    """What a file holds; nothing of it should be stored while there are ``errors``."""

    holidays: tuple[Holiday, ...]
    errors: tuple[LineError, ...]


def load_holidays(path: Path) -> HolidayFile:
    """Read a file in UTF-8, or in the code page that Excel writes in Germany.

    Raise ``InvalidInputError`` (``file_unreadable``), and what ``read_holidays`` raises.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise InvalidInputError("file_unreadable", path=str(path))
        data = path.read_bytes()
    except OSError as error:
        raise InvalidInputError("file_unreadable", path=str(path)) from error
    try:
        return read_holidays(data.decode("utf-8"))
    except UnicodeDecodeError:
        return read_holidays(data.decode("cp1252", errors="replace"))


def read_holidays(text: str) -> HolidayFile:
    """Raise ``InvalidInputError`` (``holiday_columns``) where the columns are not named."""
    lines = text.lstrip("\ufeff").splitlines()
    head = lines[0] if lines else ""
    reader = csv.reader(lines, delimiter=";" if head.count(";") >= head.count(",") else ",")
    names = [name.strip().casefold() for name in next(reader, [])]
    if "name" not in names:
        raise InvalidInputError("holiday_columns", columns=", ".join(COLUMNS))
    holidays: list[Holiday] = []
    errors: list[LineError] = []
    for values in reader:
        if not any(value.strip() for value in values):
            continue
        try:
            holidays.append(_holiday(dict(zip(names, (value.strip() for value in values), strict=False))))
        except InvalidInputError as error:
            errors.append(LineError(reader.line_num, error))
    return HolidayFile(tuple(holidays), tuple(errors))


def save_holidays(target: Path, holidays: Iterable[Holiday]) -> None:
    """Write a file that ``load_holidays`` reads, and that a German spreadsheet opens with its columns.

    Raise ``InvalidInputError`` (``unwritable_target``).
    """
    try:
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(COLUMNS)
            writer.writerows(_cells(holiday) for holiday in holidays)
    except OSError as error:
        raise InvalidInputError("unwritable_target", path=str(target)) from error


def _cells(holiday: Holiday) -> tuple[str | int, ...]:
    if holiday.easter_offset_days is None:
        return holiday.name, holiday.description, holiday.day, holiday.month, ""
    return holiday.name, holiday.description, "", "", holiday.easter_offset_days


def _holiday(fields: Mapping[str, str]) -> Holiday:
    name, description = fields.get("name", ""), fields.get("beschreibung", "")
    if offset := fields.get("ostern", ""):
        holiday = Holiday(uuid4(), name, description, easter_offset_days=_number(offset, "Ostern"))
    else:
        month, day = _number(fields.get("monat", ""), "Monat"), _number(fields.get("tag", ""), "Tag")
        holiday = Holiday(uuid4(), name, description, month, day)
    validate_holiday(holiday)
    return holiday


def _number(text: str, column: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise InvalidInputError("holiday_number", column=column, value=text) from None
