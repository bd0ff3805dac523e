"""A month's cells, and taking an appointment from one to another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import Branch, OpeningSpan
from terminplaner.domain.resource import Availability, Resource, Weekday
from terminplaner.domain.when import AllDay, Timed, When, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.holidays import HolidayCalendar
from terminplaner.services.queries import Plan
from terminplaner.ui.planner.overviews.month import DayCell, MonthSheet, lay_out_month
from terminplaner.ui.planner.overviews.month_carrying import MonthHeld, MonthSurroundings
from terminplaner.ui.planner.plan.carrying import Carried, Purpose
from terminplaner.ui.planner.plan.feedback import Objection
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.window import Mode, Window

BERLIN = ZoneInfo("Europe/Berlin")
ANNA, BEN = Resource(UUID(int=1), "Anna"), Resource(UUID(int=2), "Ben")
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


def plan_with(**known: Any) -> Plan:
    span = WINDOW.interval
    return Plan(span.start_at, span.end_at, (ANNA, BEN), (), **{"availabilities": {}, **known})


def cell_of(plan: Plan, day: date) -> DayCell:
    sheet = lay_out_month(WINDOW, plan)
    index = sheet.index_of(day)
    assert index is not None
    return sheet.cells[index]


def test_a_day_knows_who_is_away_and_is_closed_once_nobody_is_left() -> None:
    trip = Absence(UUID(int=7), AbsenceKind.VACATION, AllDay(MONDAY, date(2026, 11, 25)), (ANNA.id,))
    inventory = Absence(UUID(int=8), AbsenceKind.CLOSURE, AllDay(date(2026, 11, 24), date(2026, 11, 25)))
    plan = plan_with(absences={ANNA.id: (trip, inventory), BEN.id: (inventory,)})
    days = [cell_of(plan, MONDAY + timedelta(days=offset)) for offset in range(3)]
    assert [[away.cause for away in cell.away] for cell in days] == [[trip], [trip, inventory, inventory], []]
    assert [cell.is_closed for cell in days] == [False, True, False]


def test_a_day_without_working_hours_is_closed_and_one_with_a_break_is_not() -> None:
    hours = (time(9), time(18))
    work = [Availability(uuid4(), key, Weekday.MONDAY, *hours) for key in (ANNA.id, BEN.id)]
    pause = Availability(uuid4(), ANNA.id, Weekday.MONDAY, time(12), time(13), is_available=False)
    plan = plan_with(availabilities={ANNA.id: (work[0], pause), BEN.id: (work[1],)})
    days = [cell_of(plan, MONDAY + timedelta(days=offset)) for offset in range(2)]
    assert [(cell.is_closed, cell.away) for cell in days] == [(False, ()), (True, ())]


def test_a_holiday_of_one_branch_closes_no_day_of_several() -> None:
    saxon = date(2026, 11, 18)
    places = {ANNA.id: Branch(uuid4(), "01", "Leipzig"), BEN.id: Branch(uuid4(), "02", "Ulm")}
    calendars = {ANNA.id: HolidayCalendar("SN"), BEN.id: HolidayCalendar("BW")}
    cell = cell_of(plan_with(holidays=calendars, branches=places), saxon)
    assert (cell.holiday, cell.is_closed) == ("Buß- und Bettag (01 Leipzig)", False)
    both = {key: HolidayCalendar("SN") for key in places}
    cell = cell_of(plan_with(holidays=both, branches=places), saxon)
    assert (cell.holiday, cell.is_closed) == ("Buß- und Bettag", True)


def begun(rows: tuple[AppointmentRow, ...], day: date, **known: Any) -> tuple[str, str] | None:
    """Who and when something new begins on ``day``, asked on that Monday at eight."""
    sheet = lay_out_month(WINDOW, replace(plan_with(**known), rows=rows))
    now = at_local(datetime.combine(MONDAY, time(8)), BERLIN)
    wanted = MonthSurroundings(sheet, now, ANNA).first_free_on(day)
    if wanted is None or not isinstance(wanted.when, Timed):
        return None
    return wanted.resource.name, f"{wanted.when.start_at.astimezone(BERLIN):%H:%M}"


def working(begin: int, end: int, *keys: UUID) -> dict[UUID, tuple[Availability, ...]]:
    hours = time(begin), time(end)
    return {key: tuple(Availability(uuid4(), key, day, *hours) for day in Weekday) for key in keys}


def test_something_new_begins_at_the_first_free_time_of_its_day() -> None:
    tuesday = MONDAY + timedelta(days=1)
    full = (row(1, hours(tuesday, 10, 11)),)
    work = working(10, 18, ANNA.id)
    assert begun((), tuesday) == ("Anna", "09:00")
    assert begun((row(1, hours(tuesday, 9, 10)),), tuesday) == ("Anna", "10:00")
    assert begun((), tuesday, availabilities=work) == ("Anna", "10:00")
    assert begun(full, tuesday, availabilities=work) == ("Anna", "11:00")
    opening = {ANNA.id: (OpeningSpan(Weekday.TUESDAY, time(8, 30), time(18)),)}
    assert begun((), tuesday, openings=opening) == ("Anna", "08:30")


def test_on_the_day_of_the_present_none_that_has_begun() -> None:
    assert begun((), MONDAY, availabilities=working(7, 18, ANNA.id)) == ("Anna", "08:00")
    yesterday = MONDAY - timedelta(days=3)
    assert begun((), yesterday, availabilities=working(7, 18, ANNA.id)) == ("Anna", "07:00")


def test_where_the_first_has_no_time_left_the_next_one_gets_it() -> None:
    tuesday = MONDAY + timedelta(days=1)
    trip = Absence(UUID(int=7), AbsenceKind.VACATION, AllDay(tuesday, tuesday + timedelta(days=1)), (ANNA.id,))
    work = working(9, 18, ANNA.id, BEN.id)
    assert begun((), tuesday, availabilities=work, absences={ANNA.id: (trip,)}) == ("Ben", "09:00")
    away = dict.fromkeys((ANNA.id, BEN.id), (trip,))
    assert begun((), tuesday, availabilities=work, absences=away) == ("Anna", "09:00")


def test_several_days_are_drawn_in_either_direction_and_judged_each() -> None:
    tuesday, friday = MONDAY + timedelta(days=1), MONDAY + timedelta(days=4)
    now = at_local(datetime.combine(MONDAY, time(8)), BERLIN)
    full = row(1, AllDay(friday, friday + timedelta(days=1)))
    surroundings = MonthSurroundings(sheet_of(full), now, ANNA)
    begin = MonthHeld(source=friday - timedelta(days=1), drawn_for=ANNA)
    assert surroundings.drawn_to(begin, begin.source or friday).drawn is None
    back = surroundings.drawn_to(begin, tuesday)
    assert back.drawn == NewAppointment(ANNA, AllDay(tuesday, friday))
    assert back.objections == ()
    on = surroundings.drawn_to(begin, friday)
    assert on.drawn == NewAppointment(ANNA, AllDay(friday - timedelta(days=1), friday + timedelta(days=1)))
    assert on.objections == (Objection.FULL,)


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
