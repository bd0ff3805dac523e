"""Linking a resource again with a calendar it was linked with before."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from helpers.sync_bench import Bench, at
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import EventMapping, LinkStatus
from terminplaner.services.google_ports import RemoteCalendar
from terminplaner.services.linking import Linking
from terminplaner.simulator import PersonCalendar
from terminplaner.storage.reader import SqlReader
from terminplaner.sync.canonical import DESCRIPTION_LIMIT


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


@pytest.mark.parametrize("tail", ["", " x" * DESCRIPTION_LIMIT])
def test_googles_description_chosen_by_a_person_takes_the_place_of_ours(bench: Bench, tail: str) -> None:
    calendar = bench.link()
    appointment = bench.book("Beratung", at(16, 10), comment="unseres" + tail)
    bench.settled()
    bench.unlink()
    event = calendar.events()[0]
    calendar.edit_event(event["id"], description=event["description"].replace("unseres", "ihres"))
    bench.relink(calendar)
    bench.settled()
    bench.resolve(bench.only_problem(), "google")
    bench.settled()
    assert bench.appointment(appointment.id).comment == "ihres" + tail
    assert calendar.events()[0]["description"].startswith("ihres")
    assert "unseres" not in calendar.events()[0]["description"]
    bench.assert_silent()


def test_one_cancelled_during_the_pause_is_not_brought_back_and_its_event_goes(bench: Bench) -> None:
    calendar, appointment = _born_in_google_with_a_customer(bench)
    bench.edit(appointment.id, when=at(17, 15))
    bench.cancel(appointment.id)
    assert bench.preview(calendar).imported == 0
    bench.relink(calendar)
    bench.settled()
    assert (bench.appointments(), calendar.events()) == ([], [])
    assert bench.problems() == ()
    bench.assert_silent()


def test_one_cancelled_during_the_pause_and_changed_in_google_comes_from_there_anew(bench: Bench) -> None:
    calendar, appointment = _born_in_google_with_a_customer(bench)
    bench.cancel(appointment.id)
    calendar.edit_event(calendar.events()[0]["id"], summary="Frau Mustermann kommt")
    bench.relink(calendar)
    bench.settled()
    assert bench.only().id != appointment.id
    assert len(calendar.events()) == 1
    bench.assert_silent()


def test_a_link_of_another_resource_does_not_count(bench: Bench) -> None:
    calendar, appointment = _born_in_google_with_a_customer(bench)
    bench.relink(calendar, bench.cabin)
    bench.settled()
    assert bench.only(bench.cabin).id != appointment.id
    assert bench.only(bench.thor) == appointment


def test_a_new_consent_for_the_same_calendar_goes_on_where_the_old_one_ended(bench: Bench) -> None:
    calendar = bench.link()
    moved, cancelled = bench.fill(2)
    there = at(17, 10)
    calendar.add_event("Frau Mustermann anrufen", there.start_at, there.end_at)
    bench.settled()
    (born_there,) = (found for found in bench.appointments() if found.when == there)
    link = bench.link_of()
    bench.google.withdraw_grants()
    bench.edit(moved.id, when=at(18, 9))
    bench.cancel(cancelled.id)
    bench.cancel(born_there.id)
    assert bench.sync().status is LinkStatus.NEEDS_CONSENT
    bench.consent_again()
    google: Any = None  # storing a link asks Google nothing
    chosen = RemoteCalendar(calendar.id, calendar.summary, calendar.time_zone, "", True)
    again = Linking(bench.gate, bench.clock, google).connect(bench.actor, bench.thor.id, bench.account_id, chosen)
    assert (again.id, again.status, again.sync_token) == (link.id, LinkStatus.OK, link.sync_token)
    assert bench.link_of() == again
    bench.settled()
    assert bench.problems() == ()
    assert [found.id for found in bench.appointments()] == [moved.id]
    (event,) = calendar.events()
    assert event["start"]["dateTime"].startswith("2026-09-18T09:00")
    bench.assert_silent()


def test_former_links_are_asked_once_and_not_for_each_event(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    calendar, _ = _born_in_google_with_a_customer(bench)
    bench.relink(calendar)
    for hour in range(9, 14):
        calendar.add_event(f"Neu {hour}", at(18, hour).start_at, at(18, hour).end_at)
    asked: list[str] = []
    whole = SqlReader.find_mapping

    def counting(reader: SqlReader, link_id: UUID, event_id: str) -> EventMapping | None:
        asked.append(event_id)
        return whole(reader, link_id, event_id)

    monkeypatch.setattr(SqlReader, "find_mapping", counting)
    bench.settled()
    assert len(bench.appointments()) == 6
    assert asked == []
