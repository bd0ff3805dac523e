"""Hazards H28 to H33 (google-calendar.md 2.4): clocks that change, zones, days and spans without length."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from helpers.sync_bench import BERLIN, Bench, at, days
from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.when import Timed, at_local
from terminplaner.simulator import Normalization, PersonCalendar
from terminplaner.ui.messages import describe

SetZone = Callable[[str], None]


@pytest.fixture
def set_computers_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[SetZone]:
    """As after a journey, or on a terminal server: the operating system's own time zone."""

    def set_zone(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield set_zone
    monkeypatch.undo()
    time.tzset()


def starts(calendar: PersonCalendar) -> list[datetime]:
    return [datetime.fromisoformat(event["start"]["dateTime"]) for event in calendar.events()]


def berlin(year: int, month: int, day: int, hour: int, minute: int = 0, fold: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=BERLIN, fold=fold)


@pytest.mark.parametrize("switch", [date(2026, 10, 25), date(2027, 3, 28)])
def test_h28_ten_oclock_stays_ten_oclock_when_moved_across_the_switch(bench: Bench, switch: date) -> None:
    calendar = bench.link()
    day = switch - timedelta(days=2)
    start = berlin(day.year, day.month, day.day, 10)
    appointment = bench.book("Beratung", Timed(start, start + timedelta(minutes=30)))
    bench.settled()
    offsets = set()
    for _ in range(4):
        (there,) = starts(calendar)
        assert there.astimezone(BERLIN).hour == there.hour == 10
        offsets.add(there.utcoffset())
        start += timedelta(days=1)  # wall time
        bench.edit(appointment.id, when=Timed(start, start + timedelta(minutes=30)))
        bench.settled()
    assert offsets == {timedelta(hours=1), timedelta(hours=2)}
    bench.assert_silent()


def test_h28_a_weekly_series_of_googles_keeps_its_wall_time_over_both_switches(bench: Bench) -> None:
    calendar = bench.link()
    calendar.add_recurring(
        "Teamrunde", berlin(2026, 9, 15, 10), berlin(2026, 9, 15, 11), ["RRULE:FREQ=WEEKLY;COUNT=40"]
    )
    bench.settled()
    blocks = [found.when for found in bench.appointments()]
    assert len(blocks) == 40
    walls = {when.start_at.astimezone(BERLIN).strftime("%a %H:%M") for when in blocks if isinstance(when, Timed)}
    assert walls == {"Tue 10:00"}
    bench.assert_silent(passes=1)


def test_h29_an_hour_that_does_not_exist_is_refused_with_a_sentence() -> None:
    with pytest.raises(InvalidInputError) as refused:
        at_local(datetime(2027, 3, 28, 2, 30), BERLIN)  # noqa: DTZ001  (wall time, as a person types it)
    assert "Sommerzeit" in describe(refused.value)


@pytest.mark.parametrize("fold", [0, 1])
def test_h29_of_the_hour_that_comes_twice_google_may_name_either(bench: Bench, fold: int) -> None:
    calendar = bench.link()
    appointment = bench.book("Nachtdienst", at(16, 10))
    bench.settled()
    start_at = berlin(2026, 10, 25, 2, 30, fold).astimezone(UTC)
    # As Google writes it: the offset tells the two apart.
    start = {"dateTime": berlin(2026, 10, 25, 2, 30, fold).isoformat(), "timeZone": "Europe/Berlin"}
    end = {"dateTime": berlin(2026, 10, 25, 2, 45, fold).isoformat(), "timeZone": "Europe/Berlin"}
    calendar.edit_event(calendar.events()[0]["id"], start=start, end=end)
    bench.settled()
    assert bench.appointment(appointment.id).when == Timed(start_at, start_at + timedelta(minutes=15))
    bench.edit(appointment.id, when=Timed(start_at, start_at + timedelta(minutes=20)))
    bench.settled()
    assert starts(calendar) == [start_at]
    bench.assert_silent()


@pytest.mark.parametrize("zone", ["Pacific/Honolulu", "Europe/Berlin", "Pacific/Auckland"])
@pytest.mark.parametrize("calendars_zone", ["Pacific/Honolulu", "Pacific/Auckland"])
def test_h30_whole_days_stay_where_branch_and_calendar_are_a_day_apart(
    bench: Bench, zone: str, calendars_zone: str
) -> None:
    bench.arrange(replace(bench.branch, zone=zone))
    calendar = bench.link(zone=calendars_zone)
    bench.book("Messe", days(21, 22))
    calendar.add_event("Urlaub", date(2026, 9, 23), date(2026, 9, 24))
    bench.settled()
    assert [(found.text, found.when) for found in bench.appointments()] == [
        ("Messe", days(21, 22)),
        ("Urlaub", days(23, 23)),
    ]
    (event,) = (event for event in calendar.events() if event["summary"] == "Messe")
    assert (event["start"], event["end"]) == ({"date": "2026-09-21"}, {"date": "2026-09-23"})
    calendar.change_time_zone("Asia/Tokyo")
    bench.settled(full=True)
    assert bench.link_of().zone == "Asia/Tokyo"
    bench.assert_silent()


def test_h31_a_computer_in_new_york_writes_ten_oclock_in_berlin(bench: Bench, set_computers_zone: SetZone) -> None:
    set_computers_zone("America/New_York")
    calendar = bench.link()
    bench.book("Beratung", at(16, 10))
    bench.settled()
    (event,) = calendar.events()
    assert event["start"] == {"dateTime": "2026-09-16T10:00:00+02:00", "timeZone": "Europe/Berlin"}
    with pytest.raises(InvalidInputError, match="naive_instant"):
        Timed(datetime(2026, 9, 16, 10), datetime(2026, 9, 16, 11))  # noqa: DTZ001  (what is refused)


def test_h32_a_travelling_computer_writes_nothing(bench: Bench, set_computers_zone: SetZone) -> None:
    bench.link()
    bench.book("Termin", at(16, 10))
    bench.book("Nacht der Umstellung", Timed(berlin(2026, 10, 25, 2, 30), berlin(2026, 10, 25, 2, 45)))
    bench.book("Messe", days(17, 18))
    bench.settled()
    bench.google.clear_requests()
    for zone in ("America/New_York", "Pacific/Kiritimati", "Asia/Kolkata", "UTC"):
        set_computers_zone(zone)
        bench.restart()
        bench.settled()
        bench.settled(full=True)
    assert bench.google.writes() == ()
    assert bench.problems() == ()


def test_h31_a_zone_newer_than_googles_list_is_left_out(bench: Bench) -> None:
    """As with Kyiv: the offset says the same, and the calendar has a zone of its own."""
    bench.google.normalize(Normalization(unknown_zones=frozenset(("Europe/Berlin",))))
    calendar = bench.link(zone="Europe/Paris")
    appointment = bench.book("Beratung", at(16, 10))
    bench.settled()
    assert starts(calendar) == [at(16, 10).start_at]
    for when in (at(17, 11), days(21, 22), at(23, 9)):
        bench.edit(appointment.id, when=when)
        bench.settled()
    assert starts(calendar) == [at(23, 9).start_at]
    assert bench.problems() == ()
    bench.assert_silent()


@pytest.mark.parametrize("minutes", [0, -30])
def test_h33_an_event_without_length_is_taken_and_never_corrected(bench: Bench, minutes: int) -> None:
    calendar = bench.link()
    start = at(16, 10).start_at
    end = start + timedelta(minutes=minutes)
    calendar.add_raw_event(
        {
            "id": "ohnelaenge",
            "summary": "Anruf",
            "start": {"dateTime": start.isoformat()},
            "end": {"dateTime": end.isoformat()},
        }
    )
    bench.settled()
    found = bench.only()
    assert (found.text, found.when) == ("Anruf", Timed(start, start))
    bench.assert_silent()
    bench.edit(found.id, text="Rückruf")
    bench.google.clear_requests()
    bench.sync()
    assert all("start" not in request.body for request in bench.google.writes())
