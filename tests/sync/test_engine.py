"""The straight path: what is booked here is there, what is there is here, and then it is quiet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.sync_bench import Bench, at, sync_bench
from terminplaner.domain.appointment import AppointmentOrigin


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with sync_bench(tmp_path) as made:
        yield made


def test_a_booked_appointment_becomes_an_event(bench: Bench) -> None:
    calendar = bench.link()
    bench.book("Beratung", at(16, 10))
    (run,) = bench.settled()
    (event,) = calendar.events()
    assert event["summary"] == "Beratung"
    assert event["start"]["dateTime"] == "2026-09-16T10:00:00+02:00"
    assert event["start"]["timeZone"] == "Europe/Berlin"
    assert run.created_google == 1
    bench.assert_silent()


def test_an_event_becomes_an_appointment(bench: Bench) -> None:
    calendar = bench.link()
    when = at(17, 14)
    calendar.add_event("Zahnarzt", when.start_at, when.end_at, description="Nicht vergessen")
    (run,) = bench.settled()
    appointment = bench.only()
    assert (appointment.text, appointment.comment, appointment.when) == ("Zahnarzt", "Nicht vergessen", when)
    assert appointment.origin is AppointmentOrigin.GOOGLE
    assert run.created_local == 1
    bench.assert_silent()


def test_changes_travel_both_ways(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Beratung", at(16, 10))
    bench.settled()
    bench.edit(appointment.id, when=at(16, 11))
    (run,) = bench.settled()
    assert run.updated_google == 1
    (event,) = calendar.events()
    assert event["start"]["dateTime"] == "2026-09-16T11:00:00+02:00"
    calendar.edit_event(event["id"], summary="Anprobe")
    (run,) = bench.settled()
    assert run.updated_local == 1
    assert bench.appointment(appointment.id).text == "Anprobe"
    bench.assert_silent()


def test_deletions_travel_both_ways(bench: Bench) -> None:
    calendar = bench.link()
    first, second = bench.book("Eins", at(16, 10)), bench.book("Zwei", at(16, 11))
    bench.settled()
    bench.cancel(first.id)
    (run,) = bench.settled()
    assert run.deleted_google == 1
    (event,) = calendar.events()
    calendar.delete_event(event["id"])
    (run,) = bench.settled()
    assert run.cancelled_local == 1
    assert bench.appointment(second.id).is_cancelled
    bench.assert_silent()
