"""A year of absences and holidays."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Availability, Resource, Weekday
from terminplaner.domain.when import AllDay, Timed, When, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.holidays import HolidayCalendar
from terminplaner.services.queries import Plan
from terminplaner.ui.planner.overviews.year import YearSheet, lay_out_year
from terminplaner.ui.planner.window import Mode, Window

BERLIN = ZoneInfo("Europe/Berlin")
ANNA, BEN = Resource(UUID(int=1), "Anna"), Resource(UUID(int=2), "Ben")
WINDOW = Window(Mode.YEAR, date(2026, 5, 5), BERLIN, (ANNA.id, BEN.id))

HOLIDAY_TRIP = Absence(
    UUID(int=11), AbsenceKind.VACATION, AllDay(date(2025, 12, 29), date(2026, 1, 4)), (ANNA.id,)
)
COURSE = Absence(
    UUID(int=12),
    AbsenceKind.TRAINING,
    Timed(datetime(2026, 3, 3, 22, 30, tzinfo=UTC), datetime(2026, 3, 4, 12, tzinfo=UTC)),
    (BEN.id,),
)
CLOSED = Absence(UUID(int=13), AbsenceKind.CLOSURE, AllDay(date(2026, 12, 24), date(2026, 12, 27)))


def sheet(*rows: AppointmentRow, **known: Any) -> YearSheet:
    span = WINDOW.interval
    plan: dict[str, Any] = {
        "availabilities": {},
        "absences": {ANNA.id: (HOLIDAY_TRIP, CLOSED), BEN.id: (COURSE, CLOSED)},
        "holidays": {ANNA.id: HolidayCalendar("BW")},
    }
    return lay_out_year(WINDOW, Plan(span.start_at, span.end_at, (ANNA, BEN), rows, **{**plan, **known}))


def weekly(begin: int, end: int, *, is_available: bool = True, **fields: Any) -> Availability:
    """Anna's, on Wednesdays."""
    hours = time(begin), time(end)
    return Availability(uuid4(), ANNA.id, Weekday.WEDNESDAY, *hours, is_available=is_available, **fields)


def booked(when: When, *, is_away: bool = True) -> AppointmentRow:
    appointment = Appointment(uuid4(), uuid4(), when, (ANNA.id,), text="Messe", shows_as_unavailable=is_away)
    return AppointmentRow(appointment, (ANNA,), None, None, None, BERLIN)


def causes(shown: YearSheet, month: int, day: int) -> list[object]:
    found = shown.at(month, day)
    assert found is not None
    return [part.cause for part in found.away]


def away(shown: YearSheet, month: int, day: int) -> list[tuple[str, AbsenceKind]]:
    found = shown.at(month, day)
    assert found is not None
    return [(part.resource.name, part.cause.kind) for part in found.away if isinstance(part.cause, Absence)]


def test_each_day_knows_who_is_away_and_why() -> None:
    shown = sheet()
    assert away(shown, 1, 3) == [("Anna", AbsenceKind.VACATION)]
    assert away(shown, 1, 4) == []
    assert [away(shown, 3, day) for day in (3, 4)] == [
        [("Ben", AbsenceKind.TRAINING)],
        [("Ben", AbsenceKind.TRAINING)],
    ]
    assert {name for name, _ in away(shown, 12, 24)} == {"Anna", "Ben"}


def test_months_are_as_long_as_they_are_and_holidays_have_names() -> None:
    shown = sheet()
    assert shown.at(2, 29) is None
    epiphany = shown.at(1, 6)
    assert epiphany is not None
    assert epiphany.holiday == "Heilige Drei Könige"


def test_the_list_cuts_absences_at_the_year_and_counts_their_days() -> None:
    stays = sheet().stays
    assert [(stay.first_on, stay.last_on, stay.days) for stay in stays] == [
        (date(2026, 1, 1), date(2026, 1, 3), 3),
        (date(2026, 3, 3), date(2026, 3, 4), 2),
        (date(2026, 12, 24), date(2026, 12, 26), 3),
    ]
    assert [len(stay.resources) for stay in stays] == [1, 1, 2]


def test_one_resource_can_be_seen_alone() -> None:
    alone = sheet().only(BEN.id)
    assert away(alone, 1, 3) == []
    assert away(alone, 12, 25) == [("Ben", AbsenceKind.CLOSURE)]
    assert [stay.first.cause for stay in alone.stays] == [COURSE, CLOSED]


def test_what_comes_every_week_counts_where_it_leaves_nothing_of_a_day() -> None:
    school = weekly(8, 18, is_available=False, valid_from_on=date(2026, 5, 1), valid_until_on=date(2026, 5, 20))
    lunch = weekly(12, 13, is_available=False)
    shown = sheet(availabilities={ANNA.id: (weekly(9, 18), school, lunch)})
    assert [causes(shown, 5, day) for day in (6, 7, 13, 20, 27)] == [[school], [], [school], [school], []]
    assert causes(sheet(availabilities={ANNA.id: (weekly(9, 19), school)}), 5, 6) == []
    (stay,) = (stay for stay in shown.stays if stay.first.cause == school)
    assert (stay.first_on, stay.last_on, stay.days) == (date(2026, 5, 6), date(2026, 5, 20), 3)


def test_appointments_that_keep_somebody_away_all_day_count_too() -> None:
    may = [date(2026, 5, day) for day in (4, 5, 6)]
    days, evening = booked(AllDay(may[0], may[2])), booked(Timed(*(_at(may[2], hour) for hour in (18, 20))))
    work = booked(Timed(*(_at(may[2], hour) for hour in (9, 18))))
    plain = booked(AllDay(may[0], may[1]), is_away=False)
    shown = sheet(days, evening, work, plain, availabilities={ANNA.id: (weekly(9, 18),)})
    assert [causes(shown, 5, day.day) for day in may] == [[days], [days], [work]]


def _at(day: date, hour: int) -> datetime:
    return at_local(datetime.combine(day, time(hour)), BERLIN)


def test_a_holiday_that_not_all_branches_have_is_named_with_those_that_do() -> None:
    places = {ANNA.id: Branch(uuid4(), "01", "Leipzig"), BEN.id: Branch(uuid4(), "02", "Ulm")}
    shown = sheet(holidays={ANNA.id: HolidayCalendar("SN"), BEN.id: HolidayCalendar("BW")}, branches=places)
    days = [(1, 6), (11, 18), (12, 25)]
    assert [_holiday(shown, *day) for day in days] == [
        "Heilige Drei Könige (02 Ulm)",
        "Buß- und Bettag (01 Leipzig)",
        "Erster Weihnachtstag",
    ]
    assert [_holiday(shown.only(BEN.id), *day) for day in days] == [
        "Heilige Drei Könige",
        "",
        "Erster Weihnachtstag",
    ]


def _holiday(shown: YearSheet, month: int, day: int) -> str:
    found = shown.at(month, day)
    assert found is not None
    return found.holiday
