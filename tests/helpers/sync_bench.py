"""Two resources, two calendars, one simulated Google on real HTTP, and the engine between them."""

from __future__ import annotations

import random
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from helpers.databases import SetClock
from helpers.stores import sqlite_store
from terminplaner.domain.appointment import Appointment, AppointmentType
from terminplaner.domain.calendar_link import (
    CalendarLink,
    EventMapping,
    GoogleAccount,
    LinkStatus,
    Problem,
    Record,
    SyncRun,
)
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.changes import Author, Entity, Origin
from terminplaner.domain.people import Customer, User
from terminplaner.domain.resource import Resource, SyncDirection
from terminplaner.domain.when import AllDay, Timed, When
from terminplaner.services.founding import found_chain
from terminplaner.services.gate import Gate
from terminplaner.services.google_ports import LinkPreview
from terminplaner.services.master_data import MasterData
from terminplaner.services.permissions import Actor
from terminplaner.services.planning import Planning
from terminplaner.services.ports import Store
from terminplaner.services.store_queries import AppointmentQuery, StoreEpoch
from terminplaner.simulator import Clock, Fault, FaultKind, PersonCalendar, SimulatedGoogle
from terminplaner.sync.client import CalendarClient, EventPage
from terminplaner.sync.clients import ClientFactory
from terminplaner.sync.endpoints import EndpointSource
from terminplaner.sync.engine import Engine
from terminplaner.sync.oauth import SCOPE_CREATED, SCOPE_LIST
from terminplaner.sync.preview import preview
from terminplaner.sync.throttle import Throttle
from terminplaner.sync.tokens import TokenVault

BERLIN = ZoneInfo("Europe/Berlin")
ACCOUNT = "thor.schuss@example.com"
NOW = datetime(2026, 9, 14, 8, 0, tzinfo=BERLIN)
"""A Monday."""

ARRANGER = Author("test", Origin.SYSTEM)


@dataclass(slots=True)
class MemorySecrets:
    content: dict[str, bytes] = field(default_factory=dict)

    def load(self, name: str) -> bytes | None:
        return self.content.get(name)

    def save(self, name: str, secret: bytes) -> None:
        self.content[name] = secret

    def remove(self, name: str) -> None:
        self.content.pop(name, None)


@dataclass(slots=True)
class MemoryEpochs:
    """The profile's copy of the epoch."""

    epoch: StoreEpoch | None = None

    def load(self) -> StoreEpoch | None:
        return self.epoch

    def save(self, epoch: StoreEpoch) -> None:
        self.epoch = epoch


@dataclass(slots=True)
class Stopwatch:
    """A monotonic clock that only sleeping moves."""

    seconds: float = 0.0
    on_sleep: Any = None

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds
        if self.on_sleep is not None:
            self.on_sleep(seconds)

    def monotonic(self) -> float:
        return self.seconds


def at(day: int, hour: int = 10, minute: int = 0, *, minutes: int = 30, month: int = 9) -> Timed:
    """Berlin's wall time in 2026."""
    start = datetime(2026, month, day, hour, minute, tzinfo=BERLIN)
    return Timed(start, start + timedelta(minutes=minutes))


def days(first: int, last: int, month: int = 9) -> AllDay:
    """Whole days, both included."""
    return AllDay(date(2026, month, first), date(2026, month, last) + timedelta(days=1))


def closed_port() -> int:
    """A port on loopback where nobody listens."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        return int(closed.getsockname()[1])


@dataclass(slots=True)
class Bench:
    google: SimulatedGoogle
    store: Store
    gate: Gate
    clock: SetClock
    epochs: MemoryEpochs
    stopwatch: Stopwatch
    engine: Engine = field(init=False)
    clients: ClientFactory
    planning: Planning
    actor: Actor
    account_id: UUID
    branch: Branch
    thor: Resource
    cabin: Resource
    folder: Path

    # -- here

    def book(self, text: str = "Beratung", when: When | None = None, **fields: Any) -> Appointment:
        return self.planning.book(self.actor, self.new(text, when, **fields)).appointment

    def new(self, text: str, when: When | None = None, **fields: Any) -> Appointment:
        resources = tuple(resource.id for resource in fields.pop("resources", (self.thor,)))
        return Appointment(uuid4(), self.branch.id, when or at(16), resources, text=text, **fields)

    def fill(self, count: int, resource: Resource | None = None) -> list[Appointment]:
        """Many at once, from the 16th on, sixteen a day: "Termin 0", "Termin 1", ..."""
        with self.gate.open(ARRANGER, "arrange") as passage:
            return [
                passage.work.put(
                    self.new(
                        f"Termin {number}",
                        at(16 + number // 16, 8 + number % 16 // 2, 30 * (number % 2)),
                        resources=(resource or self.thor,),
                    )
                )
                for number in range(count)
            ]

    def edit(self, appointment_id: UUID, **fields: Any) -> Appointment:
        return self.planning.change(self.actor, replace(self.appointment(appointment_id), **fields)).appointment

    def cancel(self, appointment_id: UUID) -> None:
        self.planning.cancel(self.actor, appointment_id)

    def appointment(self, appointment_id: UUID) -> Appointment:
        with self.store.read() as reader:
            return reader.get(Appointment, appointment_id)

    def appointments(self, resource: Resource | None = None, *, cancelled: bool = False) -> list[Appointment]:
        ids = (resource.id,) if resource else None
        with self.store.read() as reader:
            return list(reader.list_appointments(AppointmentQuery(resource_ids=ids, cancelled=cancelled)))

    def only(self, resource: Resource | None = None) -> Appointment:
        (appointment,) = self.appointments(resource)
        return appointment

    def customer(self, last_name: str = "Mustermann", first_name: str = "Max") -> Customer:
        customer = Customer(uuid4(), "1001", last_name, first_name, "MM")
        self.arrange(customer)
        return customer

    def type(self, name: str = "Sehtest") -> AppointmentType:
        kind = AppointmentType(uuid4(), name)
        self.arrange(kind)
        return kind

    def epoch_number(self) -> int:
        with self.store.read() as reader:
            return reader.epoch().number

    def settings(self, **fields: Any) -> None:
        with self.store.read() as reader:
            current = reader.list(ChainSettings)[0]
        self.arrange(replace(current, **fields))

    def turn(self, direction: SyncDirection, resource: Resource | None = None) -> None:
        """As somebody does it in the form of the resource."""
        with self.store.read() as reader:
            stored = reader.get(Resource, (resource or self.thor).id)
        MasterData(self.gate, self.clock).save(self.actor, replace(stored, sync_direction=direction))

    def arrange(self, entity: Entity) -> None:
        with self.gate.open(ARRANGER, "arrange") as passage:
            passage.work.put(entity)

    def keep(self, record: Record) -> None:
        with self.gate.open(ARRANGER, "arrange") as passage:
            passage.work.keep(record)

    # -- there

    def link(
        self, resource: Resource | None = None, name: str = "Thor", zone: str = "Europe/Berlin"
    ) -> PersonCalendar:
        resource = resource or self.thor
        person = self.google.account(ACCOUNT)
        client_id = self.google.client.client_id
        calendar = person.add_calendar(name, time_zone=zone, created_by=client_id)
        return self.relink(calendar, resource)

    def relink(self, calendar: PersonCalendar, resource: Resource | None = None) -> PersonCalendar:
        self.keep(
            CalendarLink(
                uuid4(),
                (resource or self.thor).id,
                self.account_id,
                calendar.id,
                calendar.summary,
                calendar.time_zone,
                is_created_by_program=True,
            )
        )
        return calendar

    def unlink(self, resource: Resource | None = None) -> None:
        self.keep(replace(self.link_of(resource), ended_at=self.clock.now()))

    def link_of(self, resource: Resource | None = None) -> CalendarLink:
        wanted = (resource or self.thor).id
        with self.store.read() as reader:
            (link,) = (
                link
                for link in reader.list_records(CalendarLink)
                if link.resource_id == wanted and link.ended_at is None
            )
        return link

    def mappings(self, resource: Resource | None = None) -> tuple[EventMapping, ...]:
        with self.store.read() as reader:
            return reader.list_mappings(self.link_of(resource).id)

    def mappings_of(self, appointment_id: UUID) -> tuple[EventMapping, ...]:
        with self.store.read() as reader:
            return reader.list_mappings_of(appointment_id)

    def preview(self, calendar: PersonCalendar, resource: Resource | None = None) -> LinkPreview:
        with closing(self.clients(self.account_id)) as client:
            items = client.list_events(calendar.id, time_min=self.clock.now() - timedelta(days=30)).items
        with self.store.read() as reader:
            return preview(reader, (resource or self.thor).id, items, self.clock.now())

    def reach_google_at(self, api_root: str) -> None:
        """From now on the Calendar API is looked for elsewhere."""
        self.clients = replace(self.clients, endpoints=replace(self.clients.endpoints, api_root=api_root))
        self.engine = self.make_engine()

    def fail(self, operation: str, status: int, reason: str = "backendError", **fields: Any) -> None:
        """Let Google refuse the next request of this kind."""
        self.google.faults.add(Fault(operation, FaultKind.ERROR, status=status, reason=reason, **fields))

    def interfere(self, operation: str, action: Callable[[], object], **fields: Any) -> None:
        """Let something happen between a request's departure and its arrival."""
        self.google.faults.add(Fault(operation, FaultKind.CALL, action=action, **fields))

    def consent_again(self) -> None:
        tokens = self.google.grant(ACCOUNT, (SCOPE_CREATED, SCOPE_LIST))
        with self.store.read() as reader:
            account = reader.find_record(GoogleAccount, self.account_id)
        assert account is not None
        token = self.clients.vault.encrypt(tokens["refresh_token"])
        self.keep(replace(account, encrypted_token=token, needs_consent_since_at=None))

    @contextmanager
    def forgetful_list(self, event_id: str) -> Iterator[None]:
        """Lists leave an event out that Google has."""
        complete = CalendarClient.list_events

        def incomplete(client: CalendarClient, *arguments: Any, **named: Any) -> EventPage:
            page = complete(client, *arguments, **named)
            return replace(page, items=tuple(item for item in page.items if item["id"] != event_id))

        with patch.object(CalendarClient, "list_events", incomplete):
            yield

    # -- between

    def sync(self, **options: Any) -> SyncRun:
        """One pass, at once, over the only link."""
        (run,) = self.sync_all(**options)
        return run

    def sync_all(self, **options: Any) -> tuple[SyncRun, ...]:
        return self.engine.sync(**{"at_once": True} | options)

    def settled(self, **options: Any) -> tuple[SyncRun, ...]:
        """A pass that must go well."""
        runs = self.sync_all(**options)
        assert [run.status for run in runs] == [LinkStatus.OK] * len(runs), runs
        return runs

    def problems(self, *, open_only: bool = True) -> tuple[Problem, ...]:
        with self.store.read() as reader:
            return reader.list_problems(open_only=open_only)

    def only_problem(self) -> Problem:
        (problem,) = self.problems()
        return problem

    def resolve(self, problem: Problem, choice: str) -> Problem:
        return self.engine.resolve(problem.id, choice, self.actor)

    def assert_silent(self, passes: int = 3) -> None:
        """Nothing more is written, and an unchanged poll costs one request per link."""
        self.settled()
        for _ in range(passes):
            self.google.clear_requests()
            runs = self.settled()
            assert self.google.writes() == ()
            assert [run.requests for run in runs] == [1] * len(runs)
            assert self.google.count("events.list") == len(runs)

    def advance(self, **duration: float) -> None:
        """Let time pass on both sides."""
        self.clock.instant += timedelta(**duration)
        self.google.clock.advance(timedelta(**duration))

    def restart(self) -> None:
        """The program begins anew on the same database."""
        self.store.close()
        self.open()

    def open(self) -> None:
        self.store = sqlite_store(self.folder, self.clock)
        self.gate = Gate(self.store)
        self.planning = Planning(self.gate, self.clock)
        self.clients = replace(self.clients, store=self.store, vault=replace(self.clients.vault, store=self.store))
        self.engine = self.make_engine()

    def make_engine(self) -> Engine:
        return Engine(self.gate, self.clock, self.clients, self.epochs, self.make_throttle)

    def make_throttle(self, account_id: UUID) -> Throttle:
        return Throttle(lambda _seconds, _spare: 0, self.stopwatch.sleep, self.stopwatch.monotonic)


@contextmanager
def sync_bench(folder: Path) -> Iterator[Bench]:
    random.seed(1)
    clock = SetClock(NOW.astimezone(UTC))
    store = sqlite_store(folder, clock)
    gate = Gate(store)
    found_chain(gate)
    with gate.open(ARRANGER, "arrange") as passage:
        work = passage.work
        branch = work.list(Branch)[0]
        work.put(replace(work.list(ChainSettings)[0], google_sync=True))
        thor = work.put(Resource(uuid4(), "Thor Schuss", capacity=1))
        cabin = work.put(Resource(uuid4(), "Kabine 1", branch_id=branch.id))
        actor = Actor(work.list(User)[0])
    with SimulatedGoogle(clock=Clock(NOW), accounts=(ACCOUNT,)) as google:
        endpoints = EndpointSource(
            store, google.write_client_file(folder / "client.json"), google.api_root, google.revoke_uri
        )
        vault = TokenVault(MemorySecrets(), store)
        vault.prepare()
        tokens = google.grant(ACCOUNT, (SCOPE_CREATED, SCOPE_LIST))
        account = GoogleAccount(
            uuid4(),
            ACCOUNT,
            frozenset((SCOPE_CREATED, SCOPE_LIST)),
            vault.encrypt(tokens["refresh_token"]),
            google.client.client_id,
        )
        with gate.open(ARRANGER, "arrange") as passage:
            passage.work.keep(account)
        bench = Bench(
            google=google,
            store=store,
            gate=gate,
            clock=clock,
            epochs=MemoryEpochs(),
            stopwatch=Stopwatch(),
            clients=ClientFactory(store, vault, endpoints, clock),
            planning=Planning(gate, clock),
            actor=actor,
            account_id=account.id,
            branch=branch,
            thor=thor,
            cabin=cabin,
            folder=folder,
        )
        bench.engine = bench.make_engine()
        try:
            yield bench
        finally:
            bench.store.close()
