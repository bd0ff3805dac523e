"""The demo is lively on whatever day and at whatever hour of work somebody opens it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from helpers.workplace import SettableClock
from terminplaner.bootstrap.demo_chain import prepare
from terminplaner.bootstrap.demo_content import first_shown
from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import Program, open_program
from terminplaner.domain.absence import AbsenceKind
from terminplaner.domain.when import AllDay, Timed, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.system.profile import Profile

_MONDAY = date(2026, 11, 23)
_SATURDAY, _SUNDAY = _MONDAY + timedelta(days=5), _MONDAY + timedelta(days=6)
_OPENING = time(9)


@pytest.mark.parametrize("opened_on", [_MONDAY, _SATURDAY, _SUNDAY], ids=lambda day: f"{day:%A}")
def test_every_hour_of_work_has_appointments(tmp_path: Path, opened_on: date) -> None:
    rows = _rows(tmp_path, opened_on, time(16))
    zone = rows[0].zone
    spans = [row.appointment.when for row in rows if isinstance(row.appointment.when, Timed)]
    last_on = first_shown(opened_on) + timedelta(days=6 - first_shown(opened_on).weekday())
    shown = first_shown(opened_on)
    while shown < last_on:
        closing = time(14) if shown == last_on - timedelta(days=1) else time(18)
        today = [when for when in spans if when.start_at.astimezone(zone).date() == shown]
        assert len(today) >= 12
        for hour in range(_OPENING.hour, closing.hour):
            begins = at_local(datetime.combine(shown, time(hour)), zone)
            ends = begins + timedelta(hours=1)
            assert any(when.start_at < ends and when.end_at > begins for when in today), f"{shown} {hour}"
        for when in today:
            assert when.start_at.astimezone(zone).time() >= _OPENING
            assert when.end_at.astimezone(zone).time() <= closing
        shown += timedelta(days=1)


def test_on_a_sunday_it_opens_on_the_monday_that_follows() -> None:
    assert [first_shown(_MONDAY + timedelta(days=number)).weekday() for number in range(7)] == [
        0,
        1,
        2,
        3,
        4,
        5,
        0,
    ]
    assert first_shown(_SUNDAY) > _SUNDAY


def test_nobody_is_in_two_places_at_once(tmp_path: Path) -> None:
    seen: Counter[tuple[object, datetime]] = Counter()
    rows = _rows(tmp_path, _MONDAY, time(10))
    for row in rows:
        when = row.appointment.when
        if row.appointment.customer_id is None or not isinstance(when, Timed):
            continue
        begins = when.start_at
        while begins < when.end_at:
            seen[row.appointment.customer_id, begins] += 1
            begins += timedelta(minutes=15)
    assert seen
    assert max(seen.values()) == 1


def test_who_has_a_day_off_is_absent_for_every_view(tmp_path: Path) -> None:
    with _demo(tmp_path, _MONDAY, time(10)) as program:
        names = {resource.id: resource.name for resource in program.queries.resources()}
        away = [(row.kind, [names[key] for key in row.resource_ids], row.when) for row in program.absences.list()]
        rows = program.queries.appointments(AppointmentQuery())
    fridays = (_MONDAY + timedelta(days=4), _MONDAY + timedelta(days=11))
    assert away == [
        (AbsenceKind.VACATION, ["Roman Ticker"], AllDay(day, day + timedelta(days=1))) for day in fridays
    ]
    assert not [row for row in rows if row.appointment.shows_as_unavailable]
    days = {
        row.appointment.when.start_at.date()
        for row in rows
        if isinstance(row.appointment.when, Timed) and "Roman Ticker" in [one.name for one in row.resources]
    }
    assert days
    assert not days & set(fridays)


def _rows(folder: Path, today: date, clock_time: time) -> tuple[AppointmentRow, ...]:
    """What the demo has booked when it was opened at that moment in the sample's branch."""
    with _demo(folder, today, clock_time) as program:
        return program.queries.appointments(AppointmentQuery())


@contextmanager
def _demo(folder: Path, today: date, clock_time: time) -> Iterator[Program]:
    clock = SettableClock()
    profile = Profile(folder)
    with open_program(Environment(profile, f"sqlite:///{profile.database}"), clock) as program:
        clock.at = datetime.combine(today, clock_time, UTC)
        prepare(program)
        yield program
