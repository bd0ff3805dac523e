"""Holidays from a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from helpers.shop import Shop
from terminplaner.domain.errors import InvalidInputError, PermissionDeniedError
from terminplaner.domain.holiday import Holiday
from terminplaner.services.holiday_csv import load_holidays, read_holidays, save_holidays


def test_a_file_of_fixed_and_of_easter_days_is_read() -> None:
    head = "\ufeffName;Beschreibung;Tag;Monat;Ostern\n"
    text = head + 'Heiligabend;"ab 14 Uhr; früher zu";24;12;\n\nRosenmontag;;;;-48\n'
    found = read_holidays(text)
    assert found.errors == ()
    assert [(row.name, row.description, row.month, row.day, row.easter_offset_days) for row in found.holidays] == [
        ("Heiligabend", "ab 14 Uhr; früher zu", 12, 24, None),
        ("Rosenmontag", "", 1, 1, -48),
    ]


def test_commas_separate_too_and_columns_come_in_any_order() -> None:
    (holiday,) = read_holidays("MONAT,tag,name\n12,31,Silvester").holidays
    assert (holiday.name, holiday.month, holiday.day) == ("Silvester", 12, 31)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (";24;12;", "field_missing"),
        ("Fest;30;2;", "holiday_without_day"),
        ("Fest;x;2;", "holiday_number"),
        ("Fest", "holiday_number"),
        ("Fest;;;999", "number_out_of_range"),
    ],
)
def test_each_line_says_what_is_wrong_with_it(line: str, code: str) -> None:
    found = read_holidays(f"Name;Tag;Monat;Ostern\nSilvester;31;12;\n{line}\n")
    assert [(error.line, error.error.error_code) for error in found.errors] == [(3, code)]
    assert len(found.holidays) == 1


@pytest.mark.parametrize("text", ["", "\n", "Heiligabend;24;12"])
def test_a_file_without_names_of_columns_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError) as error:
        read_holidays(text)
    assert error.value.error_code == "holiday_columns"


def test_a_leap_day_is_a_day() -> None:
    assert read_holidays("Name;Tag;Monat\nSchalttag;29;2").errors == ()


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    written = (
        Holiday(uuid4(), "Schützenfest; Umzug", 'ab "14 Uhr"', month=7, day=1),
        Holiday(uuid4(), "Rosenmontag", easter_offset_days=-48),
        Holiday(uuid4(), "Ostersonntag", easter_offset_days=0),
    )
    save_holidays(tmp_path / "feiertage.csv", written)
    found = load_holidays(tmp_path / "feiertage.csv")
    assert found.errors == ()
    assert [replace(row, id=holiday.id) for row, holiday in zip(found.holidays, written, strict=True)] == [
        *written
    ]
    with pytest.raises(InvalidInputError) as error:
        save_holidays(tmp_path, written)
    assert error.value.error_code == "unwritable_target"


def test_importing_is_for_an_empty_list_only(shop: Shop) -> None:
    holidays = read_holidays("Name;Tag;Monat\nSilvester;31;12\nHeiligabend;24;12").holidays
    with pytest.raises(PermissionDeniedError):
        shop.master_data.import_holidays(shop.planner, holidays)
    shop.master_data.import_holidays(shop.admin, holidays)
    assert {row.name for row in shop.queries.holidays()} == {"Silvester", "Heiligabend"}
    with pytest.raises(InvalidInputError) as error:
        shop.master_data.import_holidays(shop.admin, holidays)
    assert error.value.error_code == "holidays_exist"


def test_an_own_holiday_is_checked_and_then_warned_of(shop: Shop) -> None:
    day = shop.tomorrow_at(12).date()
    with pytest.raises(InvalidInputError):
        shop.master_data.save(shop.admin, Holiday(uuid4(), "", month=day.month, day=day.day))
    shop.master_data.save(shop.admin, Holiday(uuid4(), "Inventur", month=day.month, day=day.day))
    (warning,) = shop.planning_questions.check(shop.appointment()).warnings
    assert warning.params["name"] == "Inventur"
