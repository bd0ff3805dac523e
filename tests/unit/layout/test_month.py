"""A month's cells, and taking an appointment from one to another."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, Timed, When, at_local
from terminplaner.services.holidays import HolidayCalendar
from terminplaner.services.queries import AppointmentRow, Plan
from terminplaner.ui.planner.overviews.month import MonthSheet, lay_out_month
from terminplaner.ui.planner.overviews.month_carrying import MonthHeld, MonthSurroundings
from terminplaner.ui.planner.plan.carrying import Carried, Purpose
from terminplaner.ui.planner.plan.feedback import Objection
from terminplaner.ui.planner.window import Mode, Window

BERLIN = ZoneInfo("Europe/Berlin")
ANNA = Resource(UUID(int=1), "Anna")
MONDAY = date(2026, 11, 23)
WINDOW = Window(Mode.MONTH, MONDAY, BERLIN, (ANNA.id,))


def hours(day: date, begin: int, end: int) -> Timed:
    return Timed(*(at_local(datetime.combine(day, time(hour)), BERLIN) for hour in (begin, end)))


def row(number: int, when: When) -> AppointmentRow:
    appointment = Appointment(UUID(int=number), UUID(int=99), when, (ANNA.id,))
    return AppointmentRow(appointment, (ANNA,), None, None, None, BERLIN)


def sheet_of(*rows: AppointmentRow) -> MonthSheet:
    span = WINDOW.interval
    holidays = {ANNA.id: HolidayCalendar("BW")}
    return lay_out_month(WINDOW, Plan(span.start_at, span.end_at, (ANNA,), rows, {}, holidays=holidays))


def numbers(sheet: MonthSheet, day: date) -> list[int]:
    index = sheet.index_of(day)
    assert index is not None
    return [row.appointment.id.int for row in sheet.cells[index].rows]


def test_a_page_has_six_weeks_from_monday_and_tells_the_month_from_its_neighbours() -> None:
    cells = sheet_of().cells
    assert [cells[0].day, cells[-1].day] == [date(2026, 10, 26), date(2026, 12, 6)]
    assert sum(cell.is_of_month for cell in cells) == 30
    assert [cell.holiday for cell in cells if cell.holiday] == ["Allerheiligen"]


def test_whole_days_stand_first_and_the_others_by_their_start() -> None:
    rows = (row(1, hours(MONDAY, 14, 15)), row(2, hours(MONDAY, 8, 9)), row(3, AllDay(MONDAY, date(2026, 11, 24))))
    assert numbers(sheet_of(*rows), MONDAY) == [3, 2, 1]


def test_what_lasts_several_days_stands_in_each() -> None:
    sheet = sheet_of(row(1, AllDay(MONDAY, date(2026, 11, 26))), row(2, hours(MONDAY, 22, 23)))
    assert [numbers(sheet, MONDAY + timedelta(days=offset)) for offset in range(4)] == [[1, 2], [1], [1], []]


@pytest.mark.parametrize(("lines", "shown", "hidden"), [(5, 4, 0), (4, 4, 0), (3, 2, 2), (1, 0, 4), (0, 0, 4)])
def test_the_last_line_says_how_many_wait(lines: int, shown: int, hidden: int) -> None:
    rows = tuple(row(number, hours(MONDAY, 8 + number, 9 + number)) for number in range(4))
    index = sheet_of(*rows).index_of(MONDAY)
    assert index is not None
    fitting, waiting = sheet_of(*rows).cells[index].shown(lines)
    assert (len(fitting), waiting) == (shown, hidden)


def moved(appointment: AppointmentRow, source: date, target: date, *others: AppointmentRow) -> MonthHeld:
    """``appointment`` held over ``target``, taken from ``source``, at eight in the morning of that Monday."""
    surroundings = MonthSurroundings(
        sheet_of(appointment, *others), at_local(datetime.combine(MONDAY, time(8)), BERLIN), ANNA
    )
    return surroundings.held_on(Carried(Purpose.MOVE, (appointment,)), target, source)


def test_on_another_day_it_keeps_its_time_of_day_and_its_length() -> None:
    summer = date(2026, 10, 24)
    (landing,) = moved(row(1, hours(summer, 10, 11)), summer, summer + timedelta(days=2)).landings
    assert landing.when == hours(summer + timedelta(days=2), 10, 11)
    (days,) = moved(row(2, AllDay(MONDAY, date(2026, 11, 25))), MONDAY, date(2026, 11, 20)).landings
    assert days.when == AllDay(date(2026, 11, 20), date(2026, 11, 22))


def test_taken_by_a_later_day_it_moves_by_as_much_as_that_day() -> None:
    (landing,) = moved(row(1, AllDay(MONDAY, date(2026, 11, 26))), date(2026, 11, 24), date(2026, 11, 27)).landings
    assert landing.when == AllDay(date(2026, 11, 26), date(2026, 11, 29))


def test_a_day_is_judged_as_its_hours_would_be() -> None:
    tuesday = date(2026, 11, 24)
    ten, other = row(1, hours(MONDAY, 10, 11)), row(2, hours(tuesday, 10, 11))
    assert moved(ten, MONDAY, tuesday, other).objections == (Objection.FULL,)
    assert moved(ten, MONDAY, date(2026, 11, 25), other).objections == ()
    assert moved(ten, MONDAY, date(2026, 11, 20), other).objections == (Objection.PAST,)


def test_a_draft_without_a_time_begins_at_nine() -> None:
    surroundings = MonthSurroundings(sheet_of(), at_local(datetime.combine(MONDAY, time(8)), BERLIN), ANNA)
    draft = row(1, Timed(*(at_local(datetime.combine(MONDAY, time(14, 37 + n)), BERLIN) for n in (0, 20))))
    place = surroundings.place_on(Carried(Purpose.BOOK, (draft,), has_time=False), date(2026, 11, 25))
    assert place is not None
    assert isinstance(place.when, Timed)
    assert place.when.start_at == hours(date(2026, 11, 25), 9, 10).start_at
    assert place.when.end_at - place.when.start_at == timedelta(minutes=20)
