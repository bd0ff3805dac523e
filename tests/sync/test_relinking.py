"""Linking a resource again with a calendar it was linked with before."""

from __future__ import annotations

from helpers.sync_bench import Bench, at
from terminplaner.domain.appointment import Appointment
from terminplaner.simulator import PersonCalendar


def _born_in_google_with_a_customer(bench: Bench) -> tuple[PersonCalendar, Appointment]:
    calendar = bench.link()
    when = at(17, 10)
    calendar.add_event("Frau Mustermann anrufen", when.start_at, when.end_at, description="wegen der Brille")
    bench.settled()
    appointment = bench.edit(bench.only().id, customer_id=bench.customer().id, type_id=bench.type().id)
    bench.settled()
    bench.unlink()
    return calendar, appointment


def test_an_event_that_got_a_customer_here_is_adopted_with_it(bench: Bench) -> None:
    calendar, appointment = _born_in_google_with_a_customer(bench)
    preview = bench.preview(calendar)
    assert (preview.adopted, preview.imported, preview.to_push) == (1, 0, 0)
    bench.relink(calendar)
    bench.settled()
    assert bench.only() == appointment
    assert bench.problems() == ()
    (event,) = calendar.events()
    assert (event["summary"], event["description"]) == ("Frau Mustermann anrufen", "wegen der Brille")
    bench.assert_silent()


def test_what_differs_after_the_pause_is_asked_and_nothing_is_doubled(bench: Bench) -> None:
    calendar, appointment = _born_in_google_with_a_customer(bench)
    bench.edit(appointment.id, when=at(17, 15))
    bench.relink(calendar)
    bench.settled()
    assert bench.only().customer_id == appointment.customer_id
    problem = bench.only_problem()
    assert set(problem.google or {}) == {"start", "end", "all_day"}
    bench.resolve(problem, "google")
    bench.settled()
    assert bench.only().when == at(17, 10)
    bench.assert_silent()


def test_one_cancelled_during_the_pause_does_not_take_its_event_along(bench: Bench) -> None:
    calendar, appointment = _born_in_google_with_a_customer(bench)
    bench.cancel(appointment.id)
    bench.relink(calendar)
    bench.settled()
    assert bench.only().id != appointment.id, "it comes from Google anew"
    assert len(calendar.events()) == 1
    bench.assert_silent()


def test_a_link_of_another_resource_does_not_count(bench: Bench) -> None:
    calendar, appointment = _born_in_google_with_a_customer(bench)
    bench.relink(calendar, bench.cabin)
    bench.settled()
    assert bench.only(bench.cabin).id != appointment.id
    assert bench.only(bench.thor) == appointment
