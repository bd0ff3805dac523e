"""Birthdates as they are typed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminplaner.domain.errors import InvalidInputError
from terminplaner.ui.planner.appointment.birth_field import read_birth

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", None),
        ("  ", None),
        ("03.05.1961", date(1961, 5, 3)),
        ("3.5.61", date(1961, 5, 3)),
        ("3. 5. 61", date(1961, 5, 3)),
        ("3/5/1961", date(1961, 5, 3)),
        ("03051961", date(1961, 5, 3)),
        ("030561", date(1961, 5, 3)),
        ("23.11.26", TODAY),
        ("24.11.26", date(1926, 11, 24)),
        ("29.2.2000", date(2000, 2, 29)),
    ],
)
def test_a_birthdate_is_read_as_people_type_it(typed: str, expected: date | None) -> None:
    assert read_birth(typed, TODAY) == expected


@pytest.mark.parametrize(
    "typed", ["gestern", "3.5.", "31.2.1961", "24.11.2026", "1.1.1879", "3.13.61", "3.5.961", "1961"]
)
def test_what_is_no_birthdate_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInputError, match="birth_unreadable"):
        read_birth(typed, TODAY)


@given(st.text())
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    with suppress(InvalidInputError):
        read_birth(typed, TODAY)


@given(st.dates(date(1880, 1, 1), TODAY))
def test_what_the_field_says_it_reads(born_on: date) -> None:
    assert read_birth(f"{born_on:%d.%m.%Y}", TODAY) == born_on
