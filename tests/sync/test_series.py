"""Series as the sync sees them: single appointments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.sync_bench import Bench, at, sync_bench
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.resource import WeekOfMonth
from terminplaner.domain.series import SeriesScope
from terminplaner.services.series import SeriesOutcome, SeriesPlanning
from terminplaner.services.store_queries import AppointmentQuery


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with sync_bench(tmp_path) as made:
        yield made


def _book(bench: Bench) -> SeriesOutcome:
    wanted = bench.new("Anpassung", at(16, 10))
    rule = Recurrence(Frequency.WEEKLY, count=4)
    return SeriesPlanning(bench.planning).book(bench.actor, wanted, rule, includes_holidays=True)


def test_a_series_becomes_events_without_a_recurrence(bench: Bench) -> None:
    calendar = bench.link()
    _book(bench)
    bench.settled()
    events = calendar.events()
    assert len(events) == 4
    assert not any("recurrence" in event or "recurringEventId" in event for event in events)
    assert len({event["id"] for event in events}) == 4
    bench.assert_silent()


def test_one_of_a_weekday_in_every_month_goes_out_as_single_events_at_the_same_wall_time(bench: Bench) -> None:
    calendar = bench.link()
    rule = Recurrence(Frequency.MONTHLY, week_of_month=WeekOfMonth.LAST, count=3)
    wanted = bench.new("Abrechnung", at(30, 10))
    SeriesPlanning(bench.planning).book(bench.actor, wanted, rule)
    bench.settled()
    starts = [event["start"]["dateTime"] for event in calendar.events()]
    assert sorted(starts) == [
        "2026-09-30T10:00:00+02:00",
        "2026-10-28T10:00:00+01:00",
        "2026-11-25T10:00:00+01:00",
    ]
    assert not any("recurrence" in event for event in calendar.events())
    bench.assert_silent()


def test_a_change_of_all_reaches_every_event_and_a_cancellation_deletes_them(bench: Bench) -> None:
    calendar = bench.link()
    outcome = _book(bench)
    bench.settled()
    series = SeriesPlanning(bench.planning)
    changed = series.change(bench.actor, replace(outcome.appointment, comment="Pass mitbringen"), SeriesScope.ALL)
    bench.settled()
    assert [event["description"] for event in calendar.events()] == ["Pass mitbringen"] * 4
    series.cancel(bench.actor, changed.appointments[2].id, SeriesScope.FOLLOWING)
    bench.settled()
    assert len(calendar.events()) == 2


def test_an_occurrence_that_is_moved_in_google_is_one_of_its_own(bench: Bench) -> None:
    calendar = bench.link()
    outcome = _book(bench)
    bench.settled()
    with bench.store.read() as reader:
        (mapping,) = reader.list_mappings_of(outcome.appointments[1].id)
    event = next(found for found in calendar.events() if found["id"] == mapping.event_id)
    calendar.edit_event(event["id"], summary="Anderswo")
    bench.settled()
    with bench.store.read() as reader:
        live = reader.list_appointments(AppointmentQuery(series_ids=(outcome.series.id,)))
    assert [item.is_detached for item in live] == [False, True, False, False]


def test_an_occurrence_that_is_dragged_to_another_calendar_is_one_of_its_own(bench: Bench) -> None:
    thor, cabin = bench.link(), bench.link(bench.cabin, "Kabine")
    outcome = _book(bench)
    bench.settled()
    thor.move_event(thor.events()[1]["id"], cabin)
    bench.settled()
    with bench.store.read() as reader:
        live = reader.list_appointments(AppointmentQuery(series_ids=(outcome.series.id,)))
    assert [(item.resource_ids, item.is_detached) for item in live] == [
        ((bench.cabin.id,) if number == 1 else (bench.thor.id,), number == 1) for number in range(4)
    ]
