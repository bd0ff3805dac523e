"""Availability by rhythm and to midnight, absences, and the slots of a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.chain import OpeningSpan
from terminplaner.domain.resource import Availability, Resource, Weekday, WeekOfMonth
from terminplaner.domain.when import AllDay, Interval, Timed
from terminplaner.services.slots import is_on_raster, slots
from terminplaner.services.working_time import available_intervals, concerns, open_intervals

BERLIN = ZoneInfo("Europe/Berlin")
ANNA = Resource(UUID(int=1), "Anna", step_minutes=60)
MONDAY = date(2026, 3, 2)


def _rule(starts_at: time = time(9), ends_at: time = time(12), **fields: Any) -> Availability:
    return Availability(uuid4(), ANNA.id, Weekday.MONDAY, starts_at, ends_at, **fields)


def _at(hour: int, minute: int = 0, day: date = MONDAY) -> datetime:
    return datetime.combine(day, time(hour, minute), BERLIN).astimezone(UTC)


def _spans(intervals: tuple[Interval, ...] | None) -> list[str]:
    return [
        f"{span.start_at.astimezone(BERLIN):%H:%M}-{span.end_at.astimezone(BERLIN):%H:%M}"
        for span in intervals or ()
    ]


def test_every_other_week_counts_from_the_week_of_its_first_day() -> None:
    rule = _rule(valid_from_on=MONDAY + timedelta(days=3), interval_weeks=2)
    weeks = [bool(available_intervals((rule,), MONDAY + timedelta(weeks=number), BERLIN)) for number in range(6)]
    assert weeks == [False, False, True, False, True, False]


@pytest.mark.parametrize(
    ("week", "days"),
    [
        (WeekOfMonth.FIRST, [2, 6, 4, 1]),
        (WeekOfMonth.FOURTH, [23, 27, 25, 22]),
        (WeekOfMonth.LAST, [30, 27, 25, 29]),
    ],
)
def test_one_of_its_weekday_in_a_month(week: WeekOfMonth, days: list[int]) -> None:
    rule = _rule(week_of_month=week)
    found = [MONDAY + timedelta(days=number) for number in range(-1, 121)]
    assert [day for day in found if available_intervals((rule,), day, BERLIN)] == [
        date(2026, month, day) for month, day in zip((3, 4, 5, 6), days, strict=True)
    ]


def test_the_end_at_midnight_is_the_end_of_the_day() -> None:
    assert _spans(available_intervals((_rule(time(22), time(0)),), MONDAY, BERLIN)) == ["22:00-00:00"]
    sunday = date(2026, 3, 29)
    night = Availability(uuid4(), ANNA.id, Weekday.SUNDAY, time(0), time(0))
    (whole,) = available_intervals((night,), sunday, BERLIN) or ()
    assert whole.end_at - whole.start_at == timedelta(hours=23)


def test_what_the_clocks_leave_out_is_no_time() -> None:
    night = Availability(uuid4(), ANNA.id, Weekday.SUNDAY, time(2, 45), time(3, 15))
    assert available_intervals((night,), date(2026, 3, 29), BERLIN) == ()


def test_absences_are_taken_out_also_where_no_availability_is_kept() -> None:
    training = Absence(uuid4(), AbsenceKind.TRAINING, Timed(_at(10), _at(11)))
    assert _spans(available_intervals((_rule(),), MONDAY, BERLIN, (training,))) == ["09:00-10:00", "11:00-12:00"]
    assert _spans(available_intervals((), MONDAY, BERLIN, (training,))) == ["00:00-10:00", "11:00-00:00"]
    vacation = Absence(uuid4(), AbsenceKind.VACATION, AllDay(MONDAY, MONDAY + timedelta(days=1)))
    assert available_intervals((_rule(),), MONDAY, BERLIN, (vacation,)) == ()
    assert available_intervals((), MONDAY + timedelta(days=1), BERLIN, (vacation,)) is None


def test_unavailability_counts_also_where_no_availability_is_kept() -> None:
    meeting = _rule(time(10), time(11), is_available=False)
    assert _spans(available_intervals((meeting,), MONDAY, BERLIN)) == ["00:00-10:00", "11:00-00:00"]
    assert available_intervals((meeting,), MONDAY + timedelta(days=1), BERLIN) is None
    assert available_intervals((_rule(time(0), time(0), is_available=False),), MONDAY, BERLIN) == ()


_OPENING = (
    OpeningSpan(Weekday.MONDAY, time(9), time(13)),
    OpeningSpan(Weekday.MONDAY, time(14), time(18)),
    OpeningSpan(Weekday.SATURDAY, time(20), time(0)),
)


def test_where_no_availability_is_kept_the_opening_times_count() -> None:
    course = _rule(time(15), time(16), is_available=False)
    assert _spans(available_intervals((), MONDAY, BERLIN, (), _OPENING)) == ["09:00-13:00", "14:00-18:00"]
    assert _spans(available_intervals((course,), MONDAY, BERLIN, (), _OPENING)) == [
        "09:00-13:00",
        "14:00-15:00",
        "16:00-18:00",
    ]
    early = _rule(time(7), time(8))
    assert _spans(available_intervals((early,), MONDAY, BERLIN, (), _OPENING)) == ["07:00-08:00"]
    assert available_intervals((), MONDAY + timedelta(days=1), BERLIN, (), _OPENING) == ()


def test_opening_times_reach_to_midnight_and_are_unknown_where_none_were_given() -> None:
    saturday = MONDAY + timedelta(days=5)
    assert _spans(open_intervals(_OPENING, saturday, BERLIN)) == ["20:00-00:00"]
    assert open_intervals((), saturday, BERLIN) is None


def test_an_absence_concerns_its_resources_its_branch_or_everybody() -> None:
    own, branch = uuid4(), uuid4()
    day = AllDay(MONDAY, MONDAY + timedelta(days=1))
    assert concerns(Absence(uuid4(), AbsenceKind.SICKNESS, day, (own,)), own, branch)
    assert not concerns(Absence(uuid4(), AbsenceKind.SICKNESS, day, (uuid4(),), branch), own, branch)
    assert concerns(Absence(uuid4(), AbsenceKind.CLOSURE, day, branch_id=branch), own, branch)
    assert not concerns(Absence(uuid4(), AbsenceKind.CLOSURE, day, branch_id=uuid4()), own, branch)
    assert concerns(Absence(uuid4(), AbsenceKind.CLOSURE, day), own, branch)


def _slots(rule: Availability, *taken: Interval, absences: tuple[Absence, ...] = ()) -> list[str]:
    found = slots(ANNA, (rule,), taken, MONDAY, BERLIN, absences)
    return _spans(tuple(slot.interval for slot in found))


def test_slots_stand_at_the_step_of_the_availability_or_of_the_resource() -> None:
    assert _slots(_rule()) == ["09:00-10:00", "10:00-11:00", "11:00-12:00"]
    assert _slots(_rule(step_minutes=90)) == ["09:00-10:30", "10:30-12:00"]
    assert _slots(_rule(time(9, 15), time(11))) == ["09:15-10:15"]


def test_an_odd_appointment_takes_a_whole_slot_unless_a_finer_step_fills_the_gap() -> None:
    odd = Interval(_at(9), _at(9, 45))
    assert _slots(_rule(), odd) == ["10:00-11:00", "11:00-12:00"]
    assert _slots(_rule(min_step_minutes=15), odd) == ["09:45-10:00", "10:00-11:00", "11:00-12:00"]
    assert _slots(_rule(min_step_minutes=30), odd) == ["10:00-11:00", "11:00-12:00"]


def test_no_slot_reaches_into_an_absence() -> None:
    doctor = Absence(uuid4(), AbsenceKind.OTHER, Timed(_at(10, 30), _at(11)))
    assert _slots(_rule(min_step_minutes=30), absences=(doctor,)) == ["09:00-10:00", "10:00-10:30", "11:00-12:00"]


def test_a_resource_without_availability_has_no_slots() -> None:
    assert slots(ANNA, (), (), MONDAY, BERLIN) == ()


@pytest.mark.parametrize(
    ("starts_at", "is_on"),
    [((9, 0), True), ((9, 15), True), ((10, 15), True), ((9, 30), False), ((12, 15), False)],
)
def test_the_raster_is_that_of_the_clock_or_of_an_availability(starts_at: tuple[int, int], is_on: bool) -> None:
    rule = _rule(time(8, 15), time(11, 30))
    assert is_on_raster(ANNA, (rule,), _at(*starts_at), BERLIN) is is_on
