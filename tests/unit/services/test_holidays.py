"""Public holidays and a branch's own."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import public_holidays
from terminplaner.domain.chain import Branch
from terminplaner.domain.holiday import Holiday
from terminplaner.services.holidays import PUBLIC_HOLIDAYS, HolidayCalendar, branch_holidays


def test_the_public_holidays_are_those_of_the_library() -> None:
    assert PUBLIC_HOLIDAYS.read_text(encoding="utf-8") == public_holidays.public_holidays(), (
        "python tools/public_holidays.py"
    )


def test_a_holiday_that_only_some_states_have_is_none_in_the_others() -> None:
    epiphany = date(2026, 1, 6)
    assert {state: HolidayCalendar(state).name_on(epiphany) for state in ("BW", "BY", "NW")} == {
        "BW": "Heilige Drei Könige",
        "BY": "Heilige Drei Könige",
        "NW": None,
    }
    assert HolidayCalendar("NW").name_on(date(2026, 1, 1)) == "Neujahr"
    assert HolidayCalendar("NW").name_on(date(2101, 1, 1)) is None


def test_own_holidays_stand_beside_the_public_ones_and_name_them_anew() -> None:
    eve = Holiday(uuid4(), "Heiligabend", month=12, day=24)
    carnival = Holiday(uuid4(), "Rosenmontag", easter_offset_days=-48)
    renamed = Holiday(uuid4(), "Weihnachten", month=12, day=25)
    calendar = HolidayCalendar("NW", (eve, carnival, renamed))
    assert calendar.name_on(date(2026, 12, 24)) == "Heiligabend"
    assert calendar.name_on(date(2026, 2, 16)) == "Rosenmontag"
    assert calendar.name_on(date(2026, 12, 25)) == "Weihnachten"
    assert calendar.name_on(date(2026, 11, 1)) == "Allerheiligen"
    assert calendar.name_on(date(2026, 11, 2)) is None
    year = calendar.in_year(2026)
    assert list(year) == sorted(year)
    assert all(calendar.name_on(day) == name for day, name in year.items())
    assert len(year) == len(HolidayCalendar("NW").in_year(2026)) + 2


def test_a_holiday_of_other_branches_is_none_here() -> None:
    here, there = Branch(uuid4(), "01", "Stuttgart"), Branch(uuid4(), "02", "Berlin", federal_state="BE")
    fair = Holiday(uuid4(), "Wasen", month=9, day=28, branch_ids=(here.id,))
    assert branch_holidays(here, (fair,)).name_on(date(2026, 9, 28)) == "Wasen"
    assert branch_holidays(there, (fair,)).name_on(date(2026, 9, 28)) is None
    assert branch_holidays(there, ()).name_on(date(2026, 3, 8)) == "Frauentag"
