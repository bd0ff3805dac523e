"""How far back the first pass over a link looks: what is over comes here, and is never sent nor changed there."""

from __future__ import annotations

from datetime import datetime

from helpers.sync_bench import BERLIN, Bench, at
from terminplaner.domain.calendar_link import MappingState
from terminplaner.simulator import PersonCalendar


def add(calendar: PersonCalendar, title: str, month: int, day: int) -> str:
    start = datetime(2026, month, day, 10, tzinfo=BERLIN)
    return str(calendar.add_event(title, start, start.replace(hour=11))["id"])


def full_calendar(bench: Bench) -> PersonCalendar:
    calendar = bench.link()
    for title, month, day in (("Lange her", 8, 1), ("Vor zwei Wochen", 8, 31), ("Bald", 9, 17)):
        add(calendar, title, month, day)
    return calendar


def texts(bench: Bench) -> list[str]:
    return [appointment.text for appointment in bench.appointments(bench.thor)]


def test_nobody_looks_back_unless_the_chain_wants_it(bench: Bench) -> None:
    calendar = full_calendar(bench)
    assert bench.preview(calendar).imported == 1
    bench.settled()
    assert texts(bench) == ["Bald"]


def test_the_first_pass_takes_in_as_many_days_as_the_chain_wants(bench: Bench) -> None:
    bench.settings(google_look_back_days=28)
    calendar = full_calendar(bench)
    assert bench.preview(calendar).imported == 2
    bench.settled()
    assert texts(bench) == ["Vor zwei Wochen", "Bald"]
    assert bench.google.writes() == ()
    states = {mapping.state for mapping in bench.mappings()}
    assert states == {MappingState.ARCHIVED, MappingState.SYNCED}
    bench.assert_silent()


def test_only_the_first_pass_does(bench: Bench) -> None:
    calendar = bench.link()
    bench.settled()
    bench.settings(google_look_back_days=28)
    add(calendar, "Nachgetragen", 9, 1)
    bench.settled()
    bench.settled(full=True)
    assert texts(bench) == []


def test_what_is_over_is_never_sent_nor_changed_there(bench: Bench) -> None:
    bench.settings(google_look_back_days=28)
    calendar = full_calendar(bench)
    bench.book("War nur hier", at(1))
    bench.settled()
    past = next(found for found in bench.appointments() if found.text == "Vor zwei Wochen")
    bench.edit(past.id, text="Hier anders")
    bench.cancel(past.id)
    bench.settled()
    bench.settled(full=True)
    assert bench.google.writes() == ()
    assert sorted(event["summary"] for event in calendar.events()) == ["Bald", "Lange her", "Vor zwei Wochen"]
    assert bench.problems() == ()


def test_nothing_of_the_past_stands_twice_when_a_calendar_is_linked_again(bench: Bench) -> None:
    bench.settings(google_look_back_days=28)
    calendar = full_calendar(bench)
    bench.settled()
    bench.unlink()
    bench.relink(calendar)
    assert bench.preview(calendar).imported == 0
    bench.settled()
    assert texts(bench) == ["Vor zwei Wochen", "Bald"]
    assert bench.problems() == ()
