"""Random days: people on both sides, lost answers, crashes, two workstations, and what must hold afterwards."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from helpers.sync_bench import Bench, at, sync_bench
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import DeletionPolicy
from terminplaner.domain.errors import CancelledError
from terminplaner.domain.when import Timed, When
from terminplaner.simulator import Fault, FaultKind, PersonCalendar

SEEDS = range(int(os.environ.get("SYNC_RANDOM_SEEDS", "3")))
ROUNDS, STEPS, BYSTANDERS = 6, 6, 60


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with sync_bench(tmp_path) as made:
        made.settings(google_deletions=DeletionPolicy.APPLY, allow_overbooking=True)
        yield made


class CrashAfter:
    """Ends a pass at its n-th request, as pulling the plug would."""

    def __init__(self, requests: int) -> None:
        self.left = requests

    def raise_if_cancelled(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise CancelledError


class Day:
    """Two linked resources, and what happens to them."""

    def __init__(self, bench: Bench, seed: int) -> None:
        self.bench = bench
        self.dice = random.Random(seed)
        self.calendars = {
            bench.thor.id: bench.link(bench.thor, "Thor"),
            bench.cabin.id: bench.link(bench.cabin, "Kabine"),
        }
        self.deleted: set[UUID] = set()
        self.doubled: set[str] = set()
        self.number = 0
        for _ in range(BYSTANDERS):
            self.book()
        bench.settled()

    def name(self) -> str:
        self.number += 1
        return f"Termin {self.number}"

    def when(self) -> When:
        return at(self.dice.randint(16, 29), self.dice.randint(8, 17), self.dice.choice((0, 30)))

    def resources(self) -> tuple[UUID, ...]:
        both = tuple(self.calendars)
        return self.dice.choice((both, both[:1], both[1:]))

    def somebody(self) -> Appointment:
        return self.dice.choice(self.bench.appointments())

    def some_event(self) -> tuple[PersonCalendar, str]:
        calendar = self.dice.choice(list(self.calendars.values()))
        return calendar, str(self.dice.choice(calendar.events())["id"])

    # -- people here

    def book(self) -> None:
        chosen = self.resources()
        both = (self.bench.thor, self.bench.cabin)
        resources = tuple(resource for resource in both if resource.id in chosen)
        self.bench.book(self.name(), self.when(), resources=resources)

    def retitle(self) -> None:
        self.bench.edit(self.somebody().id, text=self.name())

    def reschedule(self) -> None:
        self.bench.edit(self.somebody().id, when=self.when())

    def reassign(self) -> None:
        self.bench.edit(self.somebody().id, resource_ids=self.resources())

    def cancel(self) -> None:
        appointment = self.somebody()
        self.deleted.add(appointment.id)
        self.bench.cancel(appointment.id)

    def restore(self) -> None:
        if cancelled := self.bench.appointments(cancelled=True):
            self.bench.planning.restore(self.bench.actor, self.dice.choice(cancelled).id)

    # -- people in Google

    def add_there(self) -> None:
        calendar, when = self.dice.choice(list(self.calendars.values())), at(self.dice.randint(16, 29), 9)
        calendar.add_event(self.name(), when.start_at, when.end_at)

    def retitle_there(self) -> None:
        calendar, event_id = self.some_event()
        calendar.edit_event(event_id, summary=self.name())

    def reschedule_there(self) -> None:
        calendar, event_id = self.some_event()
        when = at(self.dice.randint(16, 29), 13)
        calendar.edit_event(event_id, start=when.start_at, end=when.end_at)

    def delete_there(self) -> None:
        calendar, event_id = self.some_event()
        self.note_deleted(event_id)
        calendar.delete_event(event_id)

    def copy_there(self) -> None:
        calendar, event_id = self.some_event()
        calendar.copy_event(event_id, self.dice.choice(list(self.calendars.values())), summary=self.name())

    def drag_there(self) -> None:
        source, target = self.dice.sample(list(self.calendars.values()), 2)
        event = self.dice.choice(source.events())
        self.note_deleted(str(event["id"]))  # of an appointment on both resources it may stand for a deletion
        self.doubled.add(event["summary"])  # and then the other calendar shows it twice
        source.move_event(event["id"], target)

    def note_deleted(self, event_id: str) -> None:
        for resource in (self.bench.thor, self.bench.cabin):
            for mapping in self.bench.mappings(resource):
                if mapping.event_id == event_id and mapping.appointment_id is not None:
                    self.deleted.add(mapping.appointment_id)

    # -- misfortune

    def lose_an_answer(self) -> None:
        operation = self.dice.choice(("events.insert", "events.patch", "events.delete", "events.list"))
        kind = self.dice.choice((FaultKind.DROP_AFTER, FaultKind.DROP_BEFORE))
        self.bench.google.faults.add(Fault(operation, kind, skip=self.dice.randint(0, 2)))

    def stumble(self) -> None:
        operation = self.dice.choice(("events.*", "events.insert", "events.list"))
        self.bench.google.faults.add(Fault(operation, FaultKind.ERROR, status=503, times=4))

    def forget_tokens(self) -> None:
        self.bench.google.expire_sync_tokens()

    def edit_in_between(self) -> None:
        self.bench.google.faults.add(
            Fault(self.dice.choice(("events.patch", "events.list")), FaultKind.CALL, action=self.retitle_there)
        )

    def crash(self) -> None:
        try:
            self.bench.sync_all(cancel=CrashAfter(self.dice.randint(0, 6)))
        except CancelledError:
            self.bench.restart()

    def sync(self) -> None:
        self.bench.sync_all()

    def sync_elsewhere(self) -> None:
        self.bench.make_engine().sync(at_once=True, full=self.dice.random() < 0.3)

    def happenings(self) -> list[Callable[[], None]]:
        often = [self.book, self.retitle, self.reschedule, self.reassign, self.add_there, self.retitle_there]
        often += [self.reschedule_there, self.sync]
        seldom = [self.cancel, self.restore, self.delete_there, self.copy_there, self.drag_there, self.crash]
        seldom += [
            self.lose_an_answer,
            self.stumble,
            self.forget_tokens,
            self.edit_in_between,
            self.sync_elsewhere,
        ]
        return [*often, *often, *seldom]

    # -- what must hold

    def come_to_rest(self) -> None:
        self.bench.google.faults.clear()
        for _ in range(3):
            self.bench.settled()
        self.bench.assert_silent(passes=1)

    def check(self) -> None:
        here = {appointment.id: appointment for appointment in self.bench.appointments()}
        for resource in (self.bench.thor, self.bench.cabin):
            calendar = self.calendars[resource.id]
            living = {event["id"]: event for event in calendar.events()}
            of_appointment: dict[UUID, str] = {}
            for mapping in self.bench.mappings(resource):
                if mapping.event_id in living:
                    assert mapping.appointment_id is not None, mapping
                    assert mapping.appointment_id not in of_appointment, "two events for one appointment"
                    of_appointment[mapping.appointment_id] = mapping.event_id
            expected = {key for key, item in here.items() if resource.id in item.resource_ids}
            assert set(of_appointment) == expected
            assert len(living) == len(expected)
            for key, event_id in of_appointment.items():
                when = here[key].when
                assert living[event_id]["summary"] == here[key].text
                assert when_of(living[event_id]) == when
        for cancelled in self.bench.appointments(cancelled=True):
            assert cancelled.id in self.deleted, "cancelled though nobody deleted it"
        names = Counter(item.text for item in here.values())
        assert {name for name, times in names.items() if times > 1} <= self.doubled


def when_of(event: dict[str, dict[str, str]]) -> When:
    return Timed(
        datetime.fromisoformat(event["start"]["dateTime"]), datetime.fromisoformat(event["end"]["dateTime"])
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_day_ends_equal_on_both_sides(bench: Bench, seed: int) -> None:
    day = Day(bench, seed)
    for _ in range(ROUNDS):
        for _ in range(STEPS):
            day.dice.choice(day.happenings())()
        day.come_to_rest()
        day.check()
