"""Hazards H56 to H59 (google-calendar.md 2.7): which calendar it is, moves, length, ownership."""

from __future__ import annotations

import pytest

from helpers.sync_bench import ACCOUNT, Bench, at
from terminplaner.domain.calendar_link import LinkStatus, ProblemKind
from terminplaner.simulator import PersonCalendar
from terminplaner.ui.messages import describe_link


def event_id(calendar: PersonCalendar, title: str) -> str:
    (found,) = (event["id"] for event in calendar.events() if event["summary"] == title)
    return str(found)


def test_h56_a_new_calendar_of_the_same_name_is_another_calendar(bench: Bench) -> None:
    calendar = bench.link(name="Raum 1")
    bench.fill(3)
    bench.settled()
    calendar.delete()
    again = bench.google.account(ACCOUNT).add_calendar("Raum 1", created_by=bench.google.client.client_id)
    when = at(18, 9)
    again.add_event("Im neuen Kalender", when.start_at, when.end_at)
    bench.google.clear_requests()
    for _ in range(3):
        assert bench.sync(full=True).status is LinkStatus.CALENDAR_MISSING
        bench.advance(minutes=20)
    assert bench.google.writes() == ()
    assert all(again.id not in request.path for request in bench.google.requests)
    assert bench.link_of().calendar_id == calendar.id
    assert len(bench.appointments()) == 3


def test_h57_an_event_dragged_to_where_there_is_no_room_is_taken_and_told(bench: Bench) -> None:
    room, thor = bench.link(bench.cabin, "Kabine"), bench.link(bench.thor, "Thor")
    moved = bench.book("", at(16, 10), resources=(bench.cabin,), customer_id=bench.customer().id)
    taken = bench.book("Schon da", at(16, 10), resources=(bench.thor,))
    bench.book("Bleibt", at(17, 10), resources=(bench.cabin,))
    bench.settled()
    (title,) = {event["summary"] for event in room.events()} - {"Bleibt"}
    room.move_event(event_id(room, title), thor)
    bench.settled()
    found = bench.appointment(moved.id)
    assert (found.resource_ids, found.customer_id) == ((bench.thor.id,), moved.customer_id)
    with bench.store.read() as reader:
        assert len(reader.list_change_sets(moved.id)) == 2, "its history goes along"
    problem = bench.only_problem()
    assert (problem.kind, problem.appointment_id) == (ProblemKind.OVERLAP, moved.id)
    assert (problem.local or {})["colliding"] == [str(taken.id)]
    assert sorted(event["summary"] for event in thor.events()) == sorted([title, "Schon da"])


def test_h58_what_is_too_long_for_google_is_cut_there_and_nowhere_else(bench: Bench) -> None:
    """3,000 characters of title, 40,000 of text; the cut must not split what a reader sees as one character."""
    calendar = bench.link()
    text, comment = "👨‍👩‍👧 " * 500, "Maß 👍🏽\n" * 5000
    appointment = bench.book(text, at(16, 10), comment=comment)
    bench.settled()
    (event,) = calendar.events()
    assert len(event["summary"]) <= 1024
    assert len(event["description"]) <= 8192
    shown = event["summary"].removesuffix(" […]").split()
    assert set(shown) == {"👨‍👩‍👧"}
    bench.assert_silent()
    bench.edit(appointment.id, when=at(16, 11))
    bench.settled()
    stored = bench.appointment(appointment.id)
    assert (stored.text, stored.comment) == (text, comment)
    calendar.edit_event(event["id"], summary="Kurz")
    bench.settled()
    stored = bench.appointment(appointment.id)
    assert (stored.text, stored.comment) == ("Kurz", comment)
    bench.assert_silent()


def test_h58_a_text_of_googles_longer_than_ours_may_be_is_kept_and_never_cut_there(bench: Bench) -> None:
    calendar = bench.link()
    when = at(16, 10)
    event = calendar.add_event("Protokoll", when.start_at, when.end_at)
    long = "Satz für Satz. " * 2700
    calendar.add_raw_event(event | {"description": long})
    bench.settled()
    assert bench.only().comment == long.rstrip()
    bench.assert_silent()
    assert calendar.event(event["id"])["description"] == long


@pytest.mark.parametrize("role", ["writer", "owner"])
def test_h59_another_owner_is_told_and_the_sync_goes_on_while_it_may(bench: Bench, role: str) -> None:
    calendar = bench.link()
    appointment = bench.book("Eins", at(16, 10))
    bench.settled()
    assert describe_link(bench.link_of()) == ""
    calendar.transfer_to(bench.google.add_account("chefin@example.com").email)
    calendar.share(ACCOUNT, role)
    bench.advance(days=7)
    bench.edit(appointment.id, when=at(28, 10), text="Eins, geändert")
    bench.settled()
    link = bench.link_of()
    assert (link.status, link.data_owner, link.access_role) == (LinkStatus.OK, "chefin@example.com", role)
    assert "chefin@example.com" in describe_link(link)
    assert calendar.events()[0]["summary"] == "Eins, geändert"
    bench.assert_silent()
    assert describe_link(bench.link_of()) == describe_link(link), "it stays said"
    calendar.transfer_to(ACCOUNT)
    bench.settled(full=True)
    assert describe_link(bench.link_of()) == ""
