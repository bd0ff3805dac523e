"""A year of absences and holidays."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, Timed
from terminplaner.services.holidays import HolidayCalendar
from terminplaner.services.queries import Plan
from terminplaner.ui.planner.overviews.year import YearSheet, lay_out_year, length_of
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


def sheet() -> YearSheet:
    span = WINDOW.interval
    absences = {ANNA.id: (HOLIDAY_TRIP, CLOSED), BEN.id: (COURSE, CLOSED)}
    holidays = {ANNA.id: HolidayCalendar("BW")}
    return lay_out_year(WINDOW, Plan(span.start_at, span.end_at, (ANNA, BEN), (), {}, absences, holidays))


def away(shown: YearSheet, month: int, day: int) -> list[tuple[str, AbsenceKind]]:
    found = shown.at(month, day)
    assert found is not None
    return [(part.resource.name, part.absence.kind) for part in found.away]


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
    assert [(stay.first_on, stay.last_on, length_of(stay)) for stay in stays] == [
        (date(2026, 1, 1), date(2026, 1, 3), 3),
        (date(2026, 3, 3), date(2026, 3, 4), 2),
        (date(2026, 12, 24), date(2026, 12, 26), 3),
    ]
    assert [len(stay.resources) for stay in stays] == [1, 1, 2]


def test_one_resource_can_be_seen_alone() -> None:
    alone = sheet().only(BEN.id)
    assert away(alone, 1, 3) == []
    assert away(alone, 12, 25) == [("Ben", AbsenceKind.CLOSURE)]
    assert [stay.absence for stay in alone.stays] == [COURSE, CLOSED]
