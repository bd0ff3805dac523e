"""Hazards H1 to H8 (google-calendar.md 2.1): how other products doubled appointments."""

from __future__ import annotations

from collections import Counter
from typing import Any
from unittest.mock import patch

import pytest

from helpers.sync_bench import Bench, at
from terminplaner.domain.calendar_link import LinkStatus, MappingState
from terminplaner.domain.chain import DeletionPolicy
from terminplaner.simulator import Fault, FaultKind, PersonCalendar
from terminplaner.sync.client import CalendarClient
from terminplaner.sync.session import Lease
from terminplaner.sync.transport import HttpAnswer, Transport


class Killed(BaseException):
    """The process ends here; nothing of it runs any more."""


def titles(calendar: PersonCalendar) -> list[str]:
    return sorted(event["summary"] for event in calendar.events())


@pytest.mark.parametrize("moment", ["before the request", "after the answer"])
def test_h01_a_crash_around_an_insert_makes_no_second_event(bench: Bench, moment: str) -> None:
    calendar = bench.link()
    bench.book("Eins", at(16, 10))
    insert = CalendarClient.insert_event

    def die(client: CalendarClient, *arguments: Any) -> None:
        if moment == "after the answer":
            insert(client, *arguments)
        raise Killed

    with (
        patch.object(CalendarClient, "insert_event", die),
        patch.object(Lease, "release", lambda _lease: None),
        pytest.raises(Killed),
    ):
        bench.sync()
    bench.restart()
    assert bench.sync().status is LinkStatus.BUSY, "the dead one still holds the lease"
    bench.store.release_lease(bench.link_of().id, 1)  # as after its 90 seconds
    bench.settled()
    (event,) = calendar.events()
    (mapping,) = bench.mappings()
    assert (mapping.event_id, mapping.etag, mapping.state) == (event["id"], event["etag"], MappingState.SYNCED)
    bench.assert_silent()


def test_h02_a_post_that_something_on_the_way_sends_twice_is_one_event(bench: Bench) -> None:
    """As httplib2 does by itself, or a proxy: the program only ever sees the second answer."""
    calendar = bench.link()
    bench.book("Eins", at(16, 10))
    send = Transport.send

    def send_twice(transport: Transport, method: str, url: str, *arguments: Any) -> HttpAnswer:
        if method == "POST" and "/events" in url:
            send(transport, method, url, *arguments)
        return send(transport, method, url, *arguments)

    with patch.object(Transport, "send", send_twice):
        (run,) = bench.settled()
    assert bench.google.count("events.insert") == 2
    assert (run.created_google, len(calendar.events())) == (1, 1)
    assert bench.problems() == ()
    bench.assert_silent()


def test_h02_our_own_transport_never_repeats_a_post(bench: Bench) -> None:
    bench.link()
    bench.book()
    bench.google.faults.add(Fault("events.insert", FaultKind.DROP_AFTER, times=None))
    assert bench.sync().reason == "offline_dropped"
    assert bench.google.count("events.insert") == 1


def test_h03_a_full_calendar_read_as_empty_changes_nothing_run_after_run(bench: Bench) -> None:
    calendar = bench.link()
    bench.fill(20)
    bench.settled()
    bench.google.faults.add(Fault("events.list", FaultKind.EMPTY_LIST, times=None))
    bench.google.clear_requests()
    bench.google.expire_sync_tokens()
    for _ in range(3):
        run = bench.sync()
        assert (run.status, run.reason) == (LinkStatus.BRAKE, "list_unexpectedly_empty")
        bench.advance(minutes=5)
    assert bench.google.writes() == ()
    assert (len(bench.appointments()), len(calendar.events())) == (20, 20)
    assert len(bench.problems()) == 1
    bench.google.faults.clear()
    bench.settled()
    assert bench.problems() == ()
    assert bench.google.writes() == ()


def test_h04_linking_the_same_calendar_again_adopts_everything(bench: Bench) -> None:
    calendar = bench.link()
    booked = bench.fill(30)
    bench.settled()
    bench.unlink()
    counts = bench.preview(calendar)
    assert (counts.adopted, counts.imported, counts.to_push) == (30, 0, 0)
    bench.relink(calendar)
    bench.google.clear_requests()
    (run,) = bench.settled()
    assert (run.created_local, run.created_google, run.conflicts) == (0, 0, 0)
    assert bench.google.writes() == ()
    assert {mapping.appointment_id for mapping in bench.mappings()} == {found.id for found in booked}
    bench.assert_silent()


def test_h05_equal_entries_at_the_same_time_are_paired_one_to_one(bench: Bench) -> None:
    calendar = bench.link(bench.cabin)
    bench.unlink(bench.cabin)
    when = at(16, 10)
    for _ in range(2):
        bench.arrange(bench.new("Abholung", when, resources=(bench.cabin,)))
    for _ in range(3):
        calendar.add_event("Abholung", when.start_at, when.end_at)
    counts = bench.preview(calendar, bench.cabin)
    assert (counts.adopted, counts.imported, counts.to_push) == (2, 1, 0)
    bench.relink(calendar, bench.cabin)
    bench.settled()
    assert (len(bench.appointments()), len(calendar.events())) == (3, 3)
    assert Counter(mapping.appointment_id for mapping in bench.mappings(bench.cabin)).most_common(1)[0][1] == 1
    bench.assert_silent()


def test_h06_a_copy_never_stands_for_its_original(bench: Bench) -> None:
    """Copied and then cut: the copy's private properties still name the original."""
    calendar = bench.link()
    original = bench.book("Anpassung", at(16, 10), customer_id=bench.customer().id)
    bench.settings(google_deletions=DeletionPolicy.APPLY)
    bench.settled()
    later = at(16, 14)
    (event,) = calendar.events()
    copy = calendar.copy_event(event["id"], start=later.start_at, end=later.end_at)
    bench.settled()
    calendar.edit_event(copy["id"], summary="Ganz etwas anderes")
    bench.settled()
    assert bench.appointment(original.id) == original
    calendar.delete_event(event["id"])
    bench.settled()
    assert bench.appointment(original.id).is_cancelled
    assert [(found.text, found.when) for found in bench.appointments()] == [("Ganz etwas anderes", later)]
    bench.assert_silent()


@pytest.mark.parametrize("organizer", [None, {"email": "kollegin@example.org"}])
def test_h07_one_meeting_in_two_calendars_is_one_appointment_for_each(
    bench: Bench, organizer: dict[str, Any] | None
) -> None:
    calendars = [bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")]
    when = at(16, 10)
    for number, calendar in enumerate(calendars):
        event = calendar.add_event("Teamrunde", when.start_at, when.end_at)
        event |= {"iCalUID": "teamrunde@example.org", "id": f"teamrunde{number}"}
        calendar.delete_event(str(calendar.events()[0]["id"]))
        calendar.add_raw_event(event | ({"organizer": organizer} if organizer else {}))
    bench.settled()
    assert len(bench.appointments(bench.thor)) == len(bench.appointments(bench.cabin)) == 1
    assert len(bench.appointments()) == 2
    assert bench.google.writes() == ()
    bench.assert_silent()


def test_h08_the_same_event_id_in_two_calendars_is_two_events(bench: Bench) -> None:
    thor, cabin = bench.link(bench.thor, "Thor"), bench.link(bench.cabin, "Kabine")
    for calendar, hour in ((thor, 10), (cabin, 11)):
        when = at(16, hour)
        calendar.add_event("Lieferung", when.start_at, when.end_at, id="lieferung1")
    bench.settled()
    assert [bench.only(resource).when for resource in (bench.thor, bench.cabin)] == [at(16, 10), at(16, 11)]
    assert bench.mappings(bench.thor)[0].event_id == bench.mappings(bench.cabin)[0].event_id
    thor.delete_event("lieferung1")
    bench.settled()
    assert (bench.appointments(bench.thor), len(bench.appointments(bench.cabin))) == ([], 1)
    assert bench.problems() == ()
    bench.assert_silent()
