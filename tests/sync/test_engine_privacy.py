"""What leaves for Google and what comes back, by privacy level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from helpers.sync_bench import Bench, at, sync_bench
from terminplaner.domain.appointment import OccupyingRule
from terminplaner.domain.calendar_link import LinkStatus, MappingState, ProblemKind
from terminplaner.domain.chain import DeletionPolicy, PrivacyLevel
from terminplaner.domain.errors import InvalidInputError
from terminplaner.sync.event_questions import BECAME_SERIES, LEFT_ALONE, PING_PONG, UNREADABLE


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with sync_bench(tmp_path) as made:
        yield made


def test_a_changed_level_rewrites_all_future_events_at_the_next_pass(bench: Bench) -> None:
    calendar = bench.link()
    kind, customer = bench.type("Sehtest"), bench.customer()
    bench.book("Geheim", at(16, 10), type_id=kind.id, customer_id=customer.id, comment="Diagnose")
    bench.book("Inventur", at(16, 11), comment="im Lager")
    expected = {
        PrivacyLevel.INITIALS: ["Inventur", "Sehtest MM"],
        PrivacyLevel.NAME: ["Inventur", "Sehtest Mustermann, Max"],
        PrivacyLevel.TYPE: ["Sehtest", "Termin"],
        PrivacyLevel.BUSY: ["Belegt", "Belegt"],
    }
    for level, titles in expected.items():
        bench.settings(google_privacy=level)
        bench.settled()
        assert sorted(event["summary"] for event in calendar.events()) == titles
        descriptions = {event.get("description", "") for event in calendar.events()}
        assert descriptions == ({"", "im Lager"} if level in ("initials", "name") else {""})
        bench.assert_silent(passes=1)
    sent = "".join(request.body for request in bench.google.requests)
    assert "Geheim" not in sent
    assert "Diagnose" not in sent


@pytest.mark.parametrize("reason", [PING_PONG, UNREADABLE, BECAME_SERIES, LEFT_ALONE])
def test_a_changed_level_reaches_also_what_is_set_aside(bench: Bench, reason: str) -> None:
    bench.settings(google_privacy=PrivacyLevel.NAME)
    calendar = bench.link()
    appointment = bench.book("", at(16, 10), type_id=bench.type().id, customer_id=bench.customer().id)
    bench.settled()
    (event,) = calendar.events()
    (mapping,) = bench.mappings_of(appointment.id)
    state = MappingState.QUARANTINED
    if reason == LEFT_ALONE:
        bench.cancel(appointment.id)
        state = MappingState.TOMBSTONE
    if reason == BECAME_SERIES:
        calendar.edit_event(event["id"], recurrence=["RRULE:FREQ=WEEKLY;COUNT=3"])
        bench.settled()
    else:
        bench.keep(replace(mapping, state=state, error_code=reason))
    bench.settings(google_privacy=PrivacyLevel.INITIALS)
    bench.settled()
    assert calendar.event(event["id"])["summary"] == "Sehtest MM"
    calendar.edit_event(event["id"], colorId="5")
    bench.settled(full=True)
    assert bench.appointment(appointment.id).text == ""
    assert bench.appointment(appointment.id).is_cancelled is (reason == LEFT_ALONE)
    assert calendar.event(event["id"])["start"] == event["start"]
    bench.assert_silent(passes=1)


@pytest.mark.parametrize("reason", [UNREADABLE, BECAME_SERIES])
def test_what_google_changed_while_the_texts_were_put_over_it_is_taken_after_all(
    bench: Bench, reason: str
) -> None:
    bench.settings(google_privacy=PrivacyLevel.NAME)
    calendar = bench.link()
    appointment = bench.book("", at(16, 10), type_id=bench.type().id, customer_id=bench.customer().id)
    bench.settled()
    (event,) = calendar.events()
    (mapping,) = bench.mappings_of(appointment.id)
    bench.keep(replace(mapping, state=MappingState.QUARANTINED, error_code=reason))
    bench.settings(google_privacy=PrivacyLevel.INITIALS)
    when = at(17, 12)
    times = {
        name: {"dateTime": moment.isoformat()} for name, moment in (("start", when.start_at), ("end", when.end_at))
    }
    bench.interfere("events.get", lambda: calendar.edit_event(event["id"], **times))
    bench.settled()
    assert calendar.event(event["id"])["summary"] == "Sehtest MM"
    bench.settled()
    assert bench.appointment(appointment.id).when == when
    bench.assert_silent()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (PrivacyLevel.INITIALS, PrivacyLevel.NAME, "Teamrunde"),
        (PrivacyLevel.NAME, PrivacyLevel.INITIALS, "Sehtest MM"),
    ],
)
def test_a_level_that_tells_more_leaves_what_somebody_wrote_in_google(
    bench: Bench, before: PrivacyLevel, after: PrivacyLevel, expected: str
) -> None:
    """One that tells less does not: nobody knows whether a name is in it."""
    bench.settings(google_privacy=before)
    calendar = bench.link()
    bench.book("", at(16, 10), type_id=bench.type().id, customer_id=bench.customer().id)
    bench.settled()
    (event,) = calendar.events()
    calendar.edit_event(event["id"], recurrence=["RRULE:FREQ=WEEKLY;COUNT=3"], summary="Teamrunde")
    bench.settled()
    bench.settings(google_privacy=after)
    bench.settled()
    assert calendar.event(event["id"])["summary"] == expected
    bench.assert_silent()


def test_a_changed_level_reaches_also_what_was_set_aside_with_everything_due(bench: Bench) -> None:
    bench.settings(google_privacy=PrivacyLevel.NAME)
    calendar = bench.link()
    appointment = bench.book("", at(16, 10), type_id=bench.type().id, customer_id=bench.customer().id)
    bench.settled()
    (mapping,) = bench.mappings_of(appointment.id)
    bench.keep(replace(mapping, state=MappingState.QUARANTINED, error_code=UNREADABLE, projected=None))
    bench.settings(google_privacy=PrivacyLevel.INITIALS)
    bench.settled()
    assert [event["summary"] for event in calendar.events()] == ["Sehtest MM"]
    bench.assert_silent()


@pytest.mark.parametrize("change", ["level", "name"])
def test_a_deletion_that_was_left_alone_is_not_asked_about_for_its_title(bench: Bench, change: str) -> None:
    bench.settings(google_privacy=PrivacyLevel.NAME)
    calendar = bench.link()
    customer = bench.customer()
    for hour in (10, 11):
        bench.book("", at(16, hour), customer_id=customer.id)
    bench.settled()
    for event in calendar.events():
        calendar.delete_event(event["id"])
    assert bench.sync().status is LinkStatus.BRAKE
    bench.resolve(bench.only_problem(), "ignore")
    if change == "level":
        bench.settings(google_privacy=PrivacyLevel.INITIALS)
    else:
        bench.arrange(replace(customer, last_name="Musterfrau", revision=1))
    for _ in range(2):
        bench.settled()
    assert bench.problems() == ()
    assert len(bench.appointments()) == 2
    assert calendar.events() == []
    bench.assert_silent(passes=1)


@pytest.mark.parametrize("is_past", [False, True])
def test_a_renamed_customer_or_type_reaches_every_title_made_of_it(bench: Bench, is_past: bool) -> None:
    bench.settings(google_privacy=PrivacyLevel.NAME)
    calendar = bench.link()
    kind, customer = bench.type("Sehtest"), bench.customer()
    bench.book("", at(16, 10), type_id=kind.id, customer_id=customer.id)
    bench.book("", at(16, 11), type_id=kind.id)
    bench.book("Inventur", at(16, 12))
    bench.settled()
    bench.advance(days=7 * is_past)
    bench.settled()
    bench.google.clear_requests()
    bench.arrange(replace(customer, last_name="Musterfrau", revision=1))
    bench.arrange(replace(kind, name="Refraktion", revision=1))
    bench.settled()
    titles = sorted(event["summary"] for event in calendar.events())
    if is_past:
        assert titles == ["Inventur", "Sehtest", "Sehtest Mustermann, Max"]
    else:
        assert titles == ["Inventur", "Refraktion", "Refraktion Musterfrau, Max"]
        assert bench.google.count("events.patch") == 2
    bench.assert_silent()


def test_a_customers_other_fields_send_nothing_and_are_no_edit_of_the_appointment(bench: Bench) -> None:
    bench.settings(google_deletions=DeletionPolicy.APPLY)
    calendar = bench.link()
    customer = bench.customer()
    appointment = bench.book("", at(16, 10), customer_id=customer.id)
    bench.settled()
    bench.google.clear_requests()
    reached = replace(customer, phone="0711 123", mobile="0171 2", address="Musterweg 1")
    bench.arrange(replace(reached, title="Dr.", birth_on=date(1961, 5, 3), revision=1))
    calendar.delete_event(calendar.events()[0]["id"])
    bench.settled()
    assert bench.google.writes() == ()
    assert bench.appointment(appointment.id).is_cancelled
    assert bench.problems() == ()
    bench.assert_silent()


def test_a_masked_title_edited_in_google_goes_into_the_text_and_stays_there(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("", at(16, 10), type_id=bench.type().id, customer_id=bench.customer().id)
    bench.settled()
    (event,) = calendar.events()
    calendar.edit_event(event["id"], summary="Sehtest MM, Parkplatz")
    bench.settled()
    assert bench.appointment(appointment.id).text == "Sehtest MM, Parkplatz"
    bench.assert_silent()
    bench.edit(appointment.id, when=at(16, 11))
    bench.settled()
    assert calendar.events()[0]["summary"] == "Sehtest MM, Parkplatz"
    bench.edit(appointment.id, type_id=bench.type("Abholung").id)
    bench.settled()
    assert calendar.events()[0]["summary"] == "Abholung MM"


def test_a_customer_attached_to_googles_event_changes_nothing_there(bench: Bench) -> None:
    calendar = bench.link()
    when = at(16, 10)
    calendar.add_event("Frau M. kommt", when.start_at, when.end_at, description="mit Rezept")
    bench.settled()
    bench.edit(bench.only().id, customer_id=bench.customer().id, comment="mit Rezept und Befund")
    bench.google.clear_requests()
    bench.settled()
    assert bench.google.writes() == ()
    (event,) = calendar.events()
    assert (event["summary"], event["description"]) == ("Frau M. kommt", "mit Rezept")


def test_a_private_event_occupies_without_its_title(bench: Bench) -> None:
    calendar = bench.link()
    when = at(16, 10)
    event = calendar.add_event(
        "Scheidungsanwalt", when.start_at, when.end_at, visibility="private", description="!"
    )
    bench.settled()
    block = bench.only()
    assert (block.text, block.comment, block.is_private) == ("Privat", "", True)
    bench.edit(block.id, when=at(16, 11))
    bench.settled()
    (event,) = calendar.events()
    assert (event["summary"], event["description"]) == ("Scheidungsanwalt", "!")
    for mapping in bench.mappings():
        assert "Scheidung" not in repr(mapping)
    bench.assert_silent()


def test_our_event_made_private_in_google_keeps_its_text_here(bench: Bench) -> None:
    calendar = bench.link()
    appointment = bench.book("Inventur")
    bench.settled()
    calendar.edit_event(calendar.events()[0]["id"], visibility="private")
    bench.settled()
    assert bench.appointment(appointment.id).text == "Inventur"
    bench.assert_silent()


def test_a_transparent_event_does_not_occupy(bench: Bench) -> None:
    calendar = bench.link()
    when = at(16, 10)
    calendar.add_event("Geburtstag Oma", when.start_at, when.end_at, transparency="transparent")
    bench.settled()
    assert not OccupyingRule().lets(bench.only())
    bench.book("Passt trotzdem", when)


def test_another_organizers_event_is_a_block(bench: Bench) -> None:
    calendar = bench.link()
    when = at(16, 10)
    calendar.add_event("Messe", when.start_at, when.end_at, organizer={"email": "messe@example.org"})
    bench.settled()
    assert bench.only().is_read_only
    bench.assert_silent()


@pytest.mark.parametrize("choice", ["apply", "restore"])
def test_a_customers_appointment_deleted_in_google_asks_first(bench: Bench, choice: str) -> None:
    calendar = bench.link()
    appointment = bench.book("", at(16, 10), customer_id=bench.customer().id)
    bench.settled()
    calendar.delete_event(calendar.events()[0]["id"])
    bench.settled()
    problem = bench.only_problem()
    assert (problem.kind, problem.choices) == (ProblemKind.DELETED_IN_GOOGLE, ("apply", "restore"))
    assert not bench.appointment(appointment.id).is_cancelled
    bench.assert_silent(passes=1)
    bench.resolve(problem, choice)
    bench.settled()
    assert bench.appointment(appointment.id).is_cancelled is (choice == "apply")
    assert len(calendar.events()) == (0 if choice == "apply" else 1)
    bench.assert_silent()


@pytest.mark.parametrize(
    ("policy", "has_customer", "asks"),
    [
        (DeletionPolicy.APPLY, True, False),
        (DeletionPolicy.APPLY, False, False),
        (DeletionPolicy.ASK_CUSTOMER, True, True),
        (DeletionPolicy.ASK_CUSTOMER, False, False),
        (DeletionPolicy.ASK, True, True),
        (DeletionPolicy.ASK, False, True),
    ],
)
def test_the_chain_decides_who_is_asked(
    bench: Bench, policy: DeletionPolicy, has_customer: bool, asks: bool
) -> None:
    bench.settings(google_deletions=policy)
    calendar = bench.link()
    customer_id = bench.customer().id if has_customer else None
    appointment = bench.book("Termin", at(16, 10), customer_id=customer_id)
    bench.settled()
    calendar.delete_event(calendar.events()[0]["id"])
    bench.settled()
    assert bench.appointment(appointment.id).is_cancelled is not asks
    assert len(bench.problems()) == asks


def test_a_private_event_stays_in_the_calendar_that_alone_knows_its_texts(bench: Bench) -> None:
    calendar = bench.link()
    bench.link(bench.cabin, "Kabine")
    when = at(16, 10)
    calendar.add_event("Scheidungsanwalt", when.start_at, when.end_at, visibility="private")
    bench.settled()
    (found,) = bench.appointments()
    with pytest.raises(InvalidInputError, match="private_stays"):
        bench.edit(found.id, resource_ids=(bench.cabin.id,))
    bench.edit(found.id, resource_ids=(bench.thor.id, bench.cabin.id), when=at(16, 11))
    bench.settled()
    bench.edit(found.id, resource_ids=(bench.thor.id,))
    bench.settled()
    assert [event["summary"] for event in calendar.events()] == ["Scheidungsanwalt"]


def test_an_event_hidden_in_google_while_it_was_moved_here_keeps_its_calendar_too(bench: Bench) -> None:
    thor, cabin = bench.link(), bench.link(bench.cabin, "Kabine")
    when = at(16, 10)
    event = thor.add_event("Anwalt", when.start_at, when.end_at)
    bench.settled()
    (found,) = bench.appointments()
    thor.edit_event(event["id"], visibility="private", summary="Scheidungsanwalt")
    bench.edit(found.id, resource_ids=(bench.cabin.id,))
    bench.settled()
    assert [event["summary"] for event in thor.events()] == ["Scheidungsanwalt"]
    assert bench.appointment(found.id).resource_ids == (bench.cabin.id, bench.thor.id)
    assert len(cabin.events()) == 1
    bench.assert_silent()


def test_a_time_from_google_that_hits_a_customer_is_taken_and_told(bench: Bench) -> None:
    calendar = bench.link()
    bench.book("", at(16, 10), customer_id=bench.customer().id)
    other = bench.book("Bestellung", at(16, 12))
    bench.settled()
    (event,) = (item for item in calendar.events() if item["summary"] == "Bestellung")
    when = at(16, 10)
    calendar.edit_event(event["id"], start=when.start_at, end=when.end_at)
    (run,) = bench.settled()
    assert (run.status, bench.appointment(other.id).when) == (LinkStatus.OK, when)
    problem = bench.only_problem()
    assert (problem.kind, problem.appointment_id) == (ProblemKind.OVERLAP, other.id)
    bench.resolve(problem, "local")
    bench.settled()
    assert bench.appointment(other.id).when == at(16, 12)
    assert bench.problems() == ()
    bench.assert_silent()


def test_a_customer_is_hit_on_whichever_of_the_resources(bench: Bench) -> None:
    calendar = bench.link()
    bench.book("Ohne Kunden", at(16, 10))
    hit = bench.book("", at(16, 10), resources=(bench.cabin,), customer_id=bench.customer().id)
    both = bench.book("Beide", at(16, 12), resources=(bench.thor, bench.cabin))
    bench.settled()
    (event,) = (item for item in calendar.events() if item["summary"] == "Beide")
    calendar.edit_event(event["id"], start=at(16, 10).start_at, end=at(16, 10).end_at)
    bench.settled()
    problem = bench.only_problem()
    assert (problem.kind, problem.appointment_id) == (ProblemKind.OVERLAP, both.id)
    assert str(hit.id) in (problem.local or {})["colliding"]


def test_an_overlap_among_appointments_without_a_customer_is_no_problem(bench: Bench) -> None:
    calendar = bench.link()
    bench.book("Hier", at(16, 10))
    when = at(16, 10)
    calendar.add_event("Dort", when.start_at, when.end_at)
    bench.settled()
    assert bench.problems() == ()


def test_an_overlap_that_somebody_made_room_for_closes_itself(bench: Bench) -> None:
    calendar = bench.link()
    mine = bench.book("", at(16, 10), customer_id=bench.customer().id)
    when = at(16, 10)
    calendar.add_event("Dort", when.start_at, when.end_at)
    bench.settled()
    assert bench.only_problem().kind is ProblemKind.OVERLAP
    bench.edit(mine.id, when=at(16, 15))
    bench.settled()
    assert bench.problems() == ()
