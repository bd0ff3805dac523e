"""Holidays that administrators keep."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from terminplaner.domain.holiday import Holiday


def test_a_fixed_day() -> None:
    assert Holiday(UUID(int=1), "Inventur", month=12, day=30).on(2026) == date(2026, 12, 30)


def test_relative_to_easter() -> None:
    assert Holiday(UUID(int=1), "Rosenmontag", easter_offset_days=-48).on(2026) == date(2026, 2, 16)


def test_a_year_may_lack_the_day() -> None:
    leap_day = Holiday(UUID(int=1), "Schalttag", month=2, day=29)
    assert leap_day.on(2026) is None
    assert leap_day.on(2028) == date(2028, 2, 29)
