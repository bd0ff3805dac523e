"""Opening times as people write them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import QLocale

from terminplaner.domain.chain import OpeningSpan
from terminplaner.domain.resource import Weekday
from terminplaner.ui.opening_wording import Hours, hours, parse_hours, week

_MORNING: Hours = (time(9), time(13))
_AFTERNOON: Hours = (time(14, 30), time(18))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("  ", ()),
        ("9-13", (_MORNING,)),
        ("9–13, 14:30–18", (_MORNING, _AFTERNOON)),
        ("09:00 bis 13.00 Uhr und 14:30 - 18", (_MORNING, _AFTERNOON)),
        ("20-24", ((time(20), time(0)),)),
        ("9", None),
        ("9-25", None),
        ("9-13 14-18", None),
        ("9-13, vielleicht", None),
        ("9:75-13", None),
    ],
)
def test_what_is_typed_is_read_or_refused(text: str, expected: tuple[Hours, ...] | None) -> None:
    assert parse_hours(text) == expected


def test_what_is_shown_can_be_typed() -> None:
    spans = (_MORNING, (time(14, 30), time(0)))
    assert hours(spans) == "9–13, 14:30–24"
    assert parse_hours(hours(spans)) == spans


@pytest.fixture
def _german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("_german")
def test_a_week_is_said_in_one_line() -> None:
    weekdays = tuple(Weekday)[:5]
    times = [OpeningSpan(day, *_MORNING) for day in weekdays] + [OpeningSpan(day, *_AFTERNOON) for day in weekdays]
    times.append(OpeningSpan(Weekday.SATURDAY, time(9), time(14)))
    assert week(times) == "Mo–Fr 9–13 / 14:30–18 Uhr, Sa 9–14 Uhr"
    del times[2]
    assert week(times).startswith("Mo–Di 9–13 / 14:30–18 Uhr, Mi 14:30–18 Uhr, Do–Fr")
    assert week(()) == ""
