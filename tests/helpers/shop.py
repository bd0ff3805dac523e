"""The sample chain on a real store, with the services that stand on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from helpers.databases import SetClock
from helpers.stores import sqlite_store
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import Branch
from terminplaner.domain.people import Role, User
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Timed, When
from terminplaner.services.absences import Absences
from terminplaner.services.availabilities import Availabilities
from terminplaner.services.calendar_period import CalendarPeriod
from terminplaner.services.customers import Customers
from terminplaner.services.founding import add_sample, found_chain
from terminplaner.services.free_slots import FreeSlots
from terminplaner.services.gate import Gate
from terminplaner.services.ical_exchange import ICalendarExchange
from terminplaner.services.master_data import MasterData
from terminplaner.services.permissions import Actor
from terminplaner.services.planning import Planning
from terminplaner.services.planning_questions import PlanningQuestions
from terminplaner.services.ports import Store
from terminplaner.services.queries import Queries
from terminplaner.services.reminders import Reminders
from terminplaner.services.search import AppointmentFinder
from terminplaner.services.series import SeriesPlanning
from terminplaner.services.series_moves import SeriesMoves
from terminplaner.services.settings import Settings
from terminplaner.services.undo import UndoStack
from terminplaner.services.users import Users
from terminplaner.services.waiting_list import WaitingList

_FILE = "terminplaner.db"


@dataclass(frozen=True, slots=True)
class Shop:
    """``admin``, ``planner`` ("petra") and ``employee`` ("klara.himmel") act in it."""

    store: Store
    clock: SetClock
    gate: Gate = field(init=False)
    undo: UndoStack = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "gate", Gate(self.store))
        object.__setattr__(self, "undo", UndoStack(self.gate, self.planning))
        self.gate.subscribe(self.undo.learn)
        self.undo.begin_session(self.admin.user.id)

    @property
    def planning(self) -> Planning:
        return Planning(self.gate, self.clock)

    @property
    def planning_questions(self) -> PlanningQuestions:
        return PlanningQuestions(self.store, self.clock)

    @property
    def series(self) -> SeriesPlanning:
        return SeriesPlanning(self.planning)

    @property
    def series_moves(self) -> SeriesMoves:
        return SeriesMoves(self.planning)

    @property
    def calendar_period(self) -> CalendarPeriod:
        return CalendarPeriod(self.planning)

    @property
    def master_data(self) -> MasterData:
        return MasterData(self.gate, self.clock)

    @property
    def settings(self) -> Settings:
        return Settings(self.gate)

    @property
    def waiting_list(self) -> WaitingList:
        return WaitingList(self.gate, self.clock)

    @property
    def finder(self) -> AppointmentFinder:
        return AppointmentFinder(self.store)

    @property
    def reminders(self) -> Reminders:
        return Reminders(self.store, self.clock)

    @property
    def users(self) -> Users:
        return Users(self.gate)

    @property
    def queries(self) -> Queries:
        return Queries(self.store)

    @property
    def customers(self) -> Customers:
        return Customers(self.gate, self.clock)

    @property
    def absences(self) -> Absences:
        return Absences(self.gate, self.clock)

    @property
    def availabilities(self) -> Availabilities:
        return Availabilities(self.gate, self.clock)

    @property
    def free_slots(self) -> FreeSlots:
        return FreeSlots(self.store, self.clock)

    @property
    def exchange(self) -> ICalendarExchange:
        return ICalendarExchange(self.gate, self.clock)

    @property
    def admin(self) -> Actor:
        return self.actor("admin")

    @property
    def planner(self) -> Actor:
        return self.actor("petra")

    @property
    def employee(self) -> Actor:
        return self.actor("klara.himmel")

    @property
    def branch(self) -> Branch:
        return self.queries.branches()[0]

    def actor(self, name: str) -> Actor:
        return Actor(next(user for user in self.users.list() if user.name == name))

    def resource(self, name: str) -> Resource:
        return next(row for row in self.queries.resources() if row.name == name)

    def appointment(self, resource: str = "Klara Himmel", when: When | None = None, text: str = "") -> Appointment:
        """One that is not booked yet; without ``when`` tomorrow at ten in Stuttgart, for half an hour."""
        return Appointment(
            id=uuid4(),
            branch_id=self.branch.id,
            when=when or span(self.tomorrow_at(10)),
            resource_ids=(self.resource(resource).id,),
            text=text,
        )

    def tomorrow_at(self, hour: int, minute: int = 0) -> datetime:
        day = self.clock.now().astimezone(self.branch.tz).date() + timedelta(days=1)
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=self.branch.tz).astimezone(UTC)

    def stored(self, appointment_id: UUID) -> Appointment:
        return self.queries.appointment(appointment_id).appointment


def span(start_at: datetime, minutes: int = 30) -> Timed:
    return Timed(start_at, start_at + timedelta(minutes=minutes))


def open_shop(folder: Path) -> Shop:
    """A shop of its own in ``folder``; the caller closes ``store``."""
    (folder / _FILE).write_bytes(_sample_store())
    clock = SetClock()
    return Shop(sqlite_store(folder, clock, _FILE), clock)


@cache
def _sample_store() -> bytes:
    """Made once in this process: founding takes longer than copying."""
    with TemporaryDirectory(prefix="shop-") as name:
        folder = Path(name)
        clock = SetClock()
        store = sqlite_store(folder, clock, _FILE)
        gate = Gate(store)
        found_chain(gate)
        add_sample(gate)
        _add_planner(gate, clock)
        whole = folder / "whole.db"
        store.backup(whole)
        store.close()
        return whole.read_bytes()


def _add_planner(gate: Gate, clock: SetClock) -> None:
    with gate.store.read() as reader:
        admin = next(user for user in reader.list(User) if user.role is Role.ADMINISTRATOR)
    MasterData(gate, clock).save(Actor(admin), User(id=uuid4(), name="petra", role=Role.PLANNER))
