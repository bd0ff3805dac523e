"""Every cell of the decision table, carried out between a real store and the simulated Google."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from helpers.sync_bench import Bench, at, sync_bench
from terminplaner.domain.resource import SyncDirection
from terminplaner.simulator import PersonCalendar
from terminplaner.sync.decide import EVENT_TABLE, EVENT_TABLES, Action, Here, There


@dataclass(frozen=True, slots=True)
class Outcome:
    """The appointment's text here (None: cancelled), the titles there, and whether a person is told."""

    here: str | None
    there: tuple[str, ...]
    is_told: bool = False


HERE: dict[Here, Callable[[Bench], object]] = {
    Here.SAME: lambda bench: None,
    Here.CHANGED: lambda bench: bench.edit(subject(bench), when=at(16, 11)),
    Here.CANCELLED: lambda bench: bench.cancel(subject(bench)),
    Here.AWAY: lambda bench: bench.edit(subject(bench), resource_ids=(bench.cabin.id,)),
}


def delete_and_purge(calendar: PersonCalendar) -> None:
    calendar.delete_event(event_id(calendar))
    calendar.purge_deleted()


THERE: dict[There, Callable[[PersonCalendar], object]] = {
    There.SAME: lambda calendar: None,
    There.CHANGED: lambda calendar: calendar.edit_event(event_id(calendar), summary="Dort"),
    There.CANCELLED: lambda calendar: calendar.delete_event(event_id(calendar)),
    There.UNSEEN: delete_and_purge,
}

EXPECTED: dict[tuple[Here, There], Outcome] = {
    (Here.SAME, There.SAME): Outcome("Alt", ("Alt",)),
    (Here.SAME, There.CHANGED): Outcome("Dort", ("Dort",)),
    (Here.SAME, There.CANCELLED): Outcome(None, ()),
    (Here.SAME, There.UNSEEN): Outcome(None, ()),
    (Here.CHANGED, There.SAME): Outcome("Alt", ("Alt",)),
    (Here.CHANGED, There.CHANGED): Outcome("Dort", ("Dort",)),
    (Here.CHANGED, There.CANCELLED): Outcome("Alt", ("Alt",), is_told=True),
    (Here.CHANGED, There.UNSEEN): Outcome("Alt", ("Alt",), is_told=True),
    (Here.CANCELLED, There.SAME): Outcome(None, ()),
    (Here.CANCELLED, There.CHANGED): Outcome("Dort", ("Dort",), is_told=True),
    (Here.CANCELLED, There.CANCELLED): Outcome(None, ()),
    (Here.CANCELLED, There.UNSEEN): Outcome(None, ()),
    (Here.AWAY, There.SAME): Outcome("Alt", ()),
    (Here.AWAY, There.CHANGED): Outcome("Dort", ()),
    (Here.AWAY, There.CANCELLED): Outcome("Alt", ()),
    (Here.AWAY, There.UNSEEN): Outcome("Alt", ()),
}

TO_GOOGLE: dict[tuple[Here, There], Outcome] = {
    **{(here, there): Outcome("Alt", ("Alt",)) for here in (Here.SAME, Here.CHANGED) for there in There},
    **{(Here.CANCELLED, there): Outcome(None, ()) for there in There},
    **{(Here.AWAY, there): Outcome("Alt", ()) for there in There},
}
FROM_GOOGLE: dict[tuple[Here, There], Outcome] = {
    **EXPECTED,
    (Here.CHANGED, There.CANCELLED): Outcome("Alt", (), is_told=True),
    (Here.CHANGED, There.UNSEEN): Outcome("Alt", (), is_told=True),
    (Here.CANCELLED, There.SAME): Outcome(None, ("Alt",)),
    (Here.AWAY, There.SAME): Outcome("Alt", ("Alt",)),
    (Here.AWAY, There.CHANGED): Outcome("Dort", ("Dort",)),
}
ONE_WAY = {SyncDirection.TO_GOOGLE: TO_GOOGLE, SyncDirection.FROM_GOOGLE: FROM_GOOGLE}


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with sync_bench(tmp_path) as made:
        yield made


def subject(bench: Bench) -> UUID:
    (found,) = (item.id for item in bench.appointments() if not item.text.startswith("Anderer"))
    return found


def titles(calendar: PersonCalendar) -> list[str]:
    return [event["summary"] for event in calendar.events() if not event["summary"].startswith("Anderer")]


def event_id(calendar: PersonCalendar) -> str:
    (found,) = (event["id"] for event in calendar.events() if not event["summary"].startswith("Anderer"))
    return str(found)


@pytest.mark.parametrize(("here", "there"), EVENT_TABLE)
def test_a_cell(bench: Bench, here: Here, there: There) -> None:
    calendar = bench.link()
    appointment = bench.book("Alt", at(16, 10))
    bench.book("Anderer eins", at(17, 10))
    bench.book("Anderer zwei", at(17, 11))
    bench.settled()
    THERE[there](calendar)
    HERE[here](bench)
    bench.google.clear_requests()
    bench.settled(full=there is There.UNSEEN)
    asked = bench.google.count("events.get")
    assert asked == (EVENT_TABLE[here, there] is Action.ASK_GOOGLE)
    expected = EXPECTED[here, there]
    found = bench.appointment(appointment.id)
    assert (None if found.is_cancelled else found.text) == expected.here
    assert titles(calendar) == list(expected.there)
    assert bool(bench.problems()) is expected.is_told
    bench.assert_silent()


@pytest.mark.parametrize(
    ("direction", "here", "there"), [(one, *cell) for one in ONE_WAY for cell in EVENT_TABLES[one]]
)
def test_a_cell_of_one_direction(bench: Bench, direction: SyncDirection, here: Here, there: There) -> None:
    calendar = bench.link()
    appointment = bench.book("Alt", at(16, 10))
    bench.book("Anderer eins", at(17, 10))
    bench.book("Anderer zwei", at(17, 11))
    bench.settled()
    THERE[there](calendar)
    HERE[here](bench)
    bench.turn(direction)
    bench.google.clear_requests()
    bench.settled()
    assert bench.google.count("events.get") == (EVENT_TABLES[direction][here, there] is Action.ASK_GOOGLE)
    expected = ONE_WAY[direction][here, there]
    found = bench.appointment(appointment.id)
    assert (None if found.is_cancelled else found.text) == expected.here
    assert titles(calendar) == list(expected.there)
    assert bool(bench.problems()) is expected.is_told
    if direction is SyncDirection.FROM_GOOGLE:
        assert bench.google.writes() == ()
    bench.assert_silent()


@pytest.mark.parametrize("here", Here)
def test_an_event_that_a_list_forgot_is_untouched(bench: Bench, here: Here) -> None:
    """Google answers for the event after all: what is here decides alone."""
    calendar = bench.link()
    appointment = bench.book("Alt", at(16, 10))
    bench.book("Anderer eins", at(17, 10))
    bench.settled()
    HERE[here](bench)
    with bench.forgetful_list(bench.mappings_of(appointment.id)[0].event_id):
        bench.settled(full=True)
    expected = EXPECTED[here, There.SAME]
    found = bench.appointment(appointment.id)
    assert (None if found.is_cancelled else found.text) == expected.here
    assert titles(calendar) == list(expected.there)
    bench.assert_silent()
