"""What people type where a date is asked for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminplaner.ui.planner.navigation.date_words import DateWords, read_date

MONDAY = date(2026, 11, 23)
WORDS = DateWords(
    {"heute": 0, "morgen": 1, "gestern": -1},
    {"montag": 0, "mo": 0, "freitag": 4, "fr": 4, "sonntag": 6},
    ("kw", "woche"),
    {"tage": 1, "wochen": 7, "w": 7},
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("heute", MONDAY),
        (" Morgen ", date(2026, 11, 24)),
        ("gestern", date(2026, 11, 22)),
        ("Freitag", date(2026, 11, 27)),
        ("fr", date(2026, 11, 27)),
        ("montag", MONDAY),
        ("24.12.", date(2026, 12, 24)),
        ("24.12", date(2026, 12, 24)),
        ("1.3.", date(2027, 3, 1)),
        ("24.12.2031", date(2031, 12, 24)),
        ("24. 12. 27", date(2027, 12, 24)),
        ("29.2.", date(2028, 2, 29)),
        ("24.", date(2026, 11, 24)),
        ("22.", date(2026, 12, 22)),
        ("31.", date(2026, 12, 31)),
        ("+14", date(2026, 12, 7)),
        ("-1", date(2026, 11, 22)),
        ("+2 Wochen", date(2026, 12, 7)),
        ("- 3 w", date(2026, 11, 2)),
        ("KW 5", date(2026, 1, 26)),
        ("kw5/2027", date(2027, 2, 1)),
        ("Woche 53", date(2026, 12, 28)),
        ("2027-02-03", date(2027, 2, 3)),
    ],
)
def test_a_date_is_understood_as_people_say_it(text: str, expected: date) -> None:
    assert read_date(text, MONDAY, WORDS) == expected


@pytest.mark.parametrize(
    "text",
    ["", "24", "30.2.", "32.", "1.13.", "KW 54", "kw", "+", "+1 Jahr", "2027-02-30", "irgendwann", "24.2027"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text, MONDAY, WORDS) is None


@given(st.text(alphabet="0123456789.+-/ KWw", max_size=12))
def test_whatever_is_typed_is_a_date_or_none(text: str) -> None:
    found = read_date(text, MONDAY, WORDS)
    assert found is None or isinstance(found, date)


def test_an_offset_beyond_all_calendars_is_none() -> None:
    assert read_date("+9999 w", date(9999, 12, 1), WORDS) is None
