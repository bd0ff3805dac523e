"""Two workstations on one database, two linked resources, people on both sides, and whatever goes wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from helpers.chaos_ledger import Event, Ledger, moment_of, plain, seen_here, seen_there, texts_in
from helpers.chaos_witness import WitnessedStore
from helpers.fuse import DiedError, Fuse, FusedClients
from helpers.stores import sqlite_store
from helpers.sync_bench import BERLIN, Bench, MemoryEpochs, sync_bench
from terminplaner.domain.appointment import Appointment, AppointmentType
from terminplaner.domain.calendar_link import Choice, EventMapping, Problem, ProblemKind, SyncRun
from terminplaner.domain.chain import DeletionPolicy
from terminplaner.domain.errors import CapacityExceededError, InvalidInputError, ReadOnlyAppointmentError
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, Timed, When
from terminplaner.services.gate import Gate
from terminplaner.services.planning import Planning
from terminplaner.simulator import Fault, FaultKind, Normalization, PersonCalendar
from terminplaner.sync.engine import Engine

T = TypeVar("T")

LAST_NAME = "Geheimnisträger"
"""Never in a request, at level ``initials``."""
INTERNAL = "Intern"
"""Begins every text that was written while a customer was attached; it never leaves either."""
FIRST_ALL_DAY = date(2026, 11, 2)


@dataclass(slots=True)
class Workstation:
    """One running program.  ``planning`` is what its staff does with it."""

    bench: Bench
    epochs: MemoryEpochs = field(default_factory=MemoryEpochs)
    fuse: Fuse = field(init=False)
    store: WitnessedStore = field(init=False)
    clients: FusedClients = field(init=False)
    planning: Planning = field(init=False)
    engine: Engine = field(init=False)
    testimony: list[str] = field(default_factory=list)
    """What no pass of this workstation may do."""

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        bench = self.bench
        self.fuse = Fuse()
        store = sqlite_store(bench.folder, bench.clock)
        self.store = WitnessedStore(store, self.fuse, self.testimony)
        vault = replace(bench.clients.vault, store=self.store)
        self.clients = FusedClients(replace(bench.clients, store=self.store, vault=vault), self.fuse)
        gate = Gate(self.store)
        self.planning = Planning(gate, bench.clock)
        self.engine = Engine(gate, bench.clock, self.clients, self.epochs, bench.make_throttle)

    def close(self) -> None:
        self.clients.close()
        self.store.close()

    def sync(self, **options: Any) -> tuple[SyncRun, ...]:
        """One pass; none where the workstation died of it and was started again."""
        try:
            return self.engine.sync(at_once=True, **options)
        except DiedError:
            self.close()
            self.open()
            return ()
        finally:
            self.clients.close()


@dataclass(slots=True)
class World:
    bench: Bench
    stations: tuple[Workstation, Workstation]
    calendars: dict[UUID, PersonCalendar]
    customers: tuple[Customer, Customer]
    type: AppointmentType
    ledger: Ledger = field(default_factory=Ledger)
    series: list[tuple[PersonCalendar, str]] = field(default_factory=list)
    has_lied: bool = False
    """Whether a list may have hidden changes behind a valid sync token: only a complete read finds them."""

    @property
    def resources(self) -> tuple[Resource, Resource]:
        return self.bench.thor, self.bench.cabin

    @property
    def edge(self) -> datetime:
        """What ended before is past."""
        return self.bench.clock.now() - timedelta(hours=24)

    # -- values, each used once

    def title(self, *, internal: bool = False) -> str:
        return f"{INTERNAL if internal else 'Prüfung'} {self.ledger.next_number()}"

    def when(self, days: int, *, whole_days: bool = False) -> When:
        number = self.ledger.next_number()
        if whole_days:
            first_on = FIRST_ALL_DAY + timedelta(days=number)
            return AllDay(first_on, first_on + timedelta(days=1 + days % 3))
        today = self.bench.clock.now().astimezone(BERLIN).date()
        start = datetime(today.year, today.month, today.day, 8, tzinfo=BERLIN) + timedelta(
            days=days, minutes=number
        )
        return Timed(start, start + timedelta(minutes=30 + days))

    # -- who there is

    def appointments(self) -> list[Appointment]:
        return [found for found in self.bench.appointments() if not found.is_read_only]

    def cancelled(self) -> list[Appointment]:
        return [found for found in self.bench.appointments(cancelled=True) if not found.is_read_only]

    def events(self, calendar: PersonCalendar) -> list[Event]:
        """Its living single events."""
        return [
            plain(event) for event in calendar.events() if not {"recurrence", "recurringEventId"} & event.keys()
        ]

    def somebody(self, pick: int) -> Appointment | None:
        return _pick(self.appointments(), pick)

    def some_event(self, pick: int) -> tuple[PersonCalendar, Event] | None:
        found = [(calendar, event) for calendar in self.calendars.values() for event in self.events(calendar)]
        return _pick(found, pick)

    def quarrel(self, pick: int, here: str, there: str) -> None:
        """Two people do something to the same appointment, and neither knows of the other."""
        if pair := self._pair(pick):
            number, event_id = pair
            getattr(self, here)(number)
            self._there(there, event_id)

    def quarrel_late(self, pick: int, here: str, there: str) -> None:
        """As ``quarrel``, but in Google only while our version is on its way there."""
        if pair := self._pair(pick):
            number, event_id = pair
            getattr(self, here)(number)
            self.meanwhile("events.patch", 0, partial(self._there, there, event_id))

    def _pair(self, pick: int) -> tuple[int, str] | None:
        """The number of an appointment, and its event."""
        pairs = [
            (number, event["id"])
            for number, appointment in enumerate(self.appointments())
            for calendar in self.calendars.values()
            for event in self.events(calendar)
            if (calendar.id, event["id"]) in self.events_of(appointment.id)
        ]
        return _pick(pairs, pick)

    def _there(self, act: str, event_id: str) -> None:
        """Do it to this event, if it is still there."""
        all_events = [event for calendar in self.calendars.values() for event in self.events(calendar)]
        for position, event in enumerate(all_events):
            if event["id"] == event_id:
                getattr(self, act)(position)
                return

    def mappings_of(self, appointment_id: UUID) -> tuple[EventMapping, ...]:
        return self.bench.mappings_of(appointment_id)

    def calendar_of(self, mapping: EventMapping) -> str:
        links = {self.bench.link_of(resource).id: self.bench.link_of(resource) for resource in self.resources}
        return links[mapping.link_id].calendar_id

    def events_of(self, appointment_id: UUID) -> set[tuple[str, str]]:
        return {(self.calendar_of(item), item.event_id) for item in self.mappings_of(appointment_id)}

    # -- people here; a full resource may refuse

    def book(self, pick: int, days: int, where: Sequence[Resource], *, customer: bool, whole_days: bool) -> None:
        appointment = self.bench.new(
            self.title(internal=customer),
            self.when(days, whole_days=whole_days),
            resources=where,
            customer_id=self.customers[pick % 2].id if customer else None,
            type_id=self.type.id if pick % 3 else None,
        )
        with _refusable():
            self._planning(pick).book(self.bench.actor, appointment)
            self.ledger.write(appointment.text)
            self.ledger.write(moment_of(appointment.when))

    def retitle(self, pick: int) -> None:
        if found := self.somebody(pick):
            title = self.title(internal=found.customer_id is not None)
            with _refusable():
                self._change(pick, found, text=title)
                self.ledger.write(title, over=[found.text])

    def comment(self, pick: int) -> None:
        if found := self.somebody(pick):
            comment = self.title(internal=found.customer_id is not None)
            with _refusable():
                self._change(pick, found, comment=comment)
                self.ledger.write(comment, over=found.comment.split("\n"))

    def reschedule(self, pick: int, days: int = 3, *, whole_days: bool = False) -> None:
        if found := self.somebody(pick):
            when = self.when(days, whole_days=whole_days)
            with _refusable():
                self._change(pick, found, when=when)
                self.ledger.write(moment_of(when), over=[moment_of(found.when)])

    def reassign(self, pick: int, where: Sequence[Resource]) -> None:
        if found := self.somebody(pick):
            ids = tuple(resource.id for resource in where)
            with _refusable():
                self._change(pick, found, resource_ids=ids)
                self.ledger.taken_off |= {(found.id, key) for key in found.resource_ids if key not in ids}

    def swap(self, pick: int) -> None:
        """Onto the other resource, or the first one of both."""
        if found := self.somebody(pick):
            free = [resource for resource in self.resources if resource.id not in found.resource_ids]
            self.reassign(pick, free or self.resources[:1])

    def attach_customer(self, pick: int) -> None:
        """What was written before may have left already; from now on nothing does."""
        if (found := self.somebody(pick)) and not found.is_private:
            text = self.title(internal=True)
            with _refusable():
                self._change(pick, found, customer_id=self.customers[pick % 2].id, text=text)
                self.ledger.write(text, over=[found.text])

    def cancel(self, pick: int) -> None:
        if found := self.somebody(pick):
            with _refusable():
                self._planning(pick).cancel(self.bench.actor, found.id)
                self.ledger.cancel_here(found)
                if found.is_private:  # whoever cancels what is only called private never saw what it says there
                    self.ledger.written -= {
                        text for event in self._living_events_of(found) for text in texts_in(event)
                    }

    def restore(self, pick: int) -> None:
        if found := _pick(self.cancelled(), pick):
            with _refusable():
                self._planning(pick).restore(self.bench.actor, found.id)
                self.ledger.restore_here(found.id, self.events_of(found.id))

    def _change(self, pick: int, found: Appointment, **fields: Any) -> None:
        self._planning(pick).change(self.bench.actor, replace(found, **fields))

    def _planning(self, pick: int) -> Planning:
        return self.stations[pick % 2].planning

    # -- people in Google

    def add_there(self, pick: int, days: int, **fields: Any) -> None:
        calendar, when = self._calendar(pick), self.when(days)
        event = calendar.add_event(self.title(), *_google_times(when), **fields)
        self.ledger.write(plain(event)["summary"])
        self.ledger.write(moment_of(when))

    def retitle_there(self, pick: int) -> None:
        if found := self.some_event(pick):
            calendar, event = found
            title = self.title()
            calendar.edit_event(event["id"], summary=title)
            self.ledger.write(title, over=[event["summary"]])

    def describe_there(self, pick: int) -> None:
        if found := self.some_event(pick):
            calendar, event = found
            text = self.title()
            calendar.edit_event(event["id"], description=text)
            self.ledger.write(text, over=event["description"].split("\n"))

    def reschedule_there(self, pick: int, days: int = 3, *, whole_days: bool = False) -> None:
        if found := self.some_event(pick):
            calendar, event = found
            when = self.when(days, whole_days=whole_days)
            start, end = _google_times(when)
            calendar.edit_event(event["id"], start=start, end=end)
            self.ledger.write(moment_of(when), over=seen_there(event) - {event["summary"]})

    def flag_there(self, pick: int, **fields: Any) -> None:
        if found := self.some_event(pick):
            calendar, event = found
            calendar.edit_event(event["id"], **fields)

    def delete_there(self, pick: int, count: int = 1) -> None:
        for _ in range(count):
            if found := self.some_event(pick):
                calendar, event = found
                self._note_deleted(calendar, event)
                calendar.delete_event(event["id"])

    def copy_there(self, pick: int, *, plain: bool) -> None:
        if found := self.some_event(pick):
            calendar, event = found
            target = self._calendar(pick // 2)
            copy = calendar.copy_event(event["id"], target)
            if plain:
                self.ledger.copied.add(event["summary"])
                return
            when, title = self.when(pick % 9 + 1), self.title()
            start, end = _google_times(when)
            target.edit_event(copy["id"], summary=title, start=start, end=end)
            self.ledger.write(title)
            self.ledger.write(moment_of(when))

    def drag_there(self, pick: int) -> None:
        if found := self.some_event(pick):
            calendar, event = found
            (target,) = (other for other in self.calendars.values() if other.id != calendar.id)
            if all(kept["id"] != event["id"] for kept in target.events(include_deleted=True)):
                calendar.move_event(event["id"], target)
                key = (calendar.id, event["id"])
                self.ledger.deleted_there.add(key)
                self.ledger.ever_deleted_there.add(key)
                self.ledger.copied.add(event["summary"])

    def add_series(self, pick: int, days: int) -> None:
        calendar = self._calendar(pick)
        rules = [f"RRULE:FREQ=DAILY;COUNT={2 + pick % 4}"]
        event = calendar.add_recurring(self.title(), *_google_times(self.when(days)), rules)
        self.series.append((calendar, event["id"]))

    def change_series(self, pick: int, how: str) -> None:
        found = _pick(self.series, pick)
        if found is None:
            return
        calendar, master_id = found
        until = self.bench.clock.now() + timedelta(days=400)
        instance = _pick(calendar.instances(master_id, until), pick // 2)
        if instance is None:
            return
        original = instance["originalStartTime"]
        if how == "cancel":
            calendar.cancel_instance(master_id, original)
        elif how == "retitle":
            calendar.edit_instance(master_id, original, summary=self.title())
        elif how == "split":
            after = calendar.split_series(master_id, original, summary=self.title())
            self.series.append((calendar, after["id"]))
        else:
            calendar.delete_event(master_id)
            self.ledger.ever_deleted_there.add((calendar.id, master_id))
            self.series.remove(found)

    def _calendar(self, pick: int) -> PersonCalendar:
        return tuple(self.calendars.values())[pick % 2]

    def _note_deleted(self, calendar: PersonCalendar, event: Event) -> None:
        """Whoever deletes an event means the whole appointment as it was when both sides last agreed."""
        self.ledger.delete_there(calendar.id, event)
        for resource in self.resources:
            for mapping in self.bench.mappings(resource):
                if mapping.event_id == event["id"] and mapping.appointment_id is not None:
                    appointment = self.bench.appointment(mapping.appointment_id)
                    if appointment.revision == mapping.base_revision:
                        self.ledger.written -= seen_here(appointment)

    # -- what goes wrong

    def strike(self, fault: Fault) -> None:
        self.has_lied |= fault.kind is FaultKind.EMPTY_LIST
        self.bench.google.faults.add(fault)

    def meanwhile(self, operation: str, skip: int, action: Callable[[], object]) -> None:
        """``action`` happens while a request is on its way."""
        self.strike(Fault(operation, FaultKind.CALL, skip=skip, action=action))

    def expire_leases(self) -> None:
        """Ninety seconds pass on the database's clock."""
        with closing(sqlite3.connect(self.bench.folder / "terminplaner.db", timeout=10)) as connection, connection:
            connection.execute("UPDATE lease SET expires_at = '2026-01-01 00:00:00.000000'")

    def oversleep(self, station: int) -> None:
        """The holder of the leases sleeps in the middle of its pass; the other takes over."""
        self.expire_leases()
        self.stations[station].sync()

    # -- decisions

    def resolve(self, problem: Problem, dice: int) -> None:
        choice = problem.choices[dice % len(problem.choices)]
        local, google = problem.local or {}, problem.google or {}
        appointment = self.bench.appointment(problem.appointment_id) if problem.appointment_id else None
        self.stations[dice % 2].engine.resolve(problem.id, choice, self.bench.actor)
        if problem.kind is ProblemKind.BRAKE and choice is Choice.APPLY:
            for event in local["events"]:
                self._give_up(self.bench.appointment(UUID(event["appointment_id"])))
        elif problem.kind is ProblemKind.BRAKE and choice is Choice.RESTORE:
            for event in local["events"]:
                key = UUID(event["appointment_id"])
                self.ledger.restore_here(key, self.events_of(key))
        elif appointment is None:
            return
        elif problem.kind is ProblemKind.DELETED_IN_GOOGLE and choice is Choice.APPLY:
            self._give_up(appointment)
        elif problem.kind is ProblemKind.DELETED_IN_GOOGLE:
            self.ledger.restore_here(appointment.id, self.events_of(appointment.id))
        elif problem.kind is ProblemKind.OVERLAP and choice is Choice.LOCAL:
            self.ledger.written.discard(moment_of(appointment.when))
        elif problem.kind is ProblemKind.CONFLICT and (
            google.get("deleted") if choice is Choice.GOOGLE else local.get("cancelled")
        ):
            self._give_up(appointment)
        elif problem.kind is ProblemKind.CONFLICT and choice is Choice.GOOGLE:
            # Whoever takes Google's version sees what it replaces.
            self.ledger.written -= seen_here(appointment)

    def _give_up(self, appointment: Appointment) -> None:
        self.ledger.cancel_here(appointment)
        for event in self._living_events_of(appointment):
            self.ledger.written -= seen_there(event)

    def _living_events_of(self, appointment: Appointment) -> list[Event]:
        keys = self.events_of(appointment.id)
        return [
            event
            for calendar in self.calendars.values()
            for event in calendar.events()
            if (calendar.id, event["id"]) in keys
        ]


@contextmanager
def chaos_world(folder: Path, *, policy: DeletionPolicy, overbooking: bool, rewrites: bool) -> Iterator[World]:
    with sync_bench(folder) as bench:
        if rewrites:
            bench.google.normalize(Normalization(html_descriptions=True, decomposed=True))
        bench.settings(google_deletions=policy, allow_overbooking=overbooking)
        calendars = {
            bench.thor.id: bench.link(bench.thor, "Thor"),
            bench.cabin.id: bench.link(bench.cabin, "Kabine"),
        }
        customers = (bench.customer(LAST_NAME, "Erika"), bench.customer(LAST_NAME, "Kurt"))
        stations = (Workstation(bench), Workstation(bench))
        try:
            yield World(bench, stations, calendars, customers, bench.type())
        finally:
            for station in stations:
                station.close()


def _google_times(when: When) -> tuple[datetime | date, datetime | date]:
    if isinstance(when, AllDay):
        return when.first_on, when.end_on
    return when.start_at.astimezone(BERLIN), when.end_at.astimezone(BERLIN)


def _pick(candidates: Sequence[T], pick: int) -> T | None:
    return candidates[pick % len(candidates)] if candidates else None


@contextmanager
def _refusable() -> Iterator[None]:
    try:
        yield
    except (CapacityExceededError, ReadOnlyAppointmentError):
        return
    except InvalidInputError as error:
        if error.error_code != "private_stays":
            raise
