"""A workplace for tests of the windows: the real services on a real store, with Google played by a stand-in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast
from uuid import UUID

from helpers.stores import sqlite_store
from terminplaner.domain.calendar_link import Choice, Problem, Record, SyncRun
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.people import User
from terminplaner.domain.resource import SyncDirection
from terminplaner.services.absences import Absences
from terminplaner.services.availabilities import Availabilities
from terminplaner.services.calendar_period import CalendarPeriod
from terminplaner.services.change_log import ChangeLog
from terminplaner.services.customers import Customers
from terminplaner.services.founding import add_sample, found_chain
from terminplaner.services.free_slots import FreeSlots
from terminplaner.services.gate import Gate
from terminplaner.services.google_ports import FullPreview, GoogleCalendars
from terminplaner.services.linking import Linking
from terminplaner.services.master_data import MasterData
from terminplaner.services.off_hours import OffHours
from terminplaner.services.permissions import Actor
from terminplaner.services.planning import Planning
from terminplaner.services.planning_questions import PlanningQuestions
from terminplaner.services.ports import CancelToken, Clock, Progress, Store
from terminplaner.services.presets import Presets
from terminplaner.services.queries import Queries
from terminplaner.services.reminders import Reminders
from terminplaner.services.search import AppointmentFinder
from terminplaner.services.series import SeriesPlanning
from terminplaner.services.series_moves import SeriesMoves
from terminplaner.services.settings import Settings
from terminplaner.services.sync_control import SyncControl
from terminplaner.services.sync_journal import SyncJournal
from terminplaner.services.undo import UndoStack
from terminplaner.services.users import ADMINISTRATOR_NAME, Users
from terminplaner.services.waiting_list import WaitingList
from terminplaner.ui.change_feed import ChangeFeed
from terminplaner.ui.context import Services, Session

MONDAY_MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""Ten o'clock in Stuttgart."""


@dataclass
class SettableClock:
    at: datetime = MONDAY_MORNING

    def now(self) -> datetime:
        return self.at


@dataclass
class StandInEngine:
    """Closes the problems it is told to, and notes which passes were asked for."""

    store: Store
    clock: Clock
    passes: list[tuple[Sequence[UUID] | None, bool]] = field(default_factory=list)
    preview: FullPreview = field(default_factory=lambda: FullPreview((), ()))
    previewed: list[tuple[UUID, SyncDirection | None]] = field(default_factory=list)

    def sync(
        self,
        link_ids: Sequence[UUID] | None = None,
        *,
        full: bool = False,
        at_once: bool = False,
        cancel: CancelToken | None = None,
        progress: Progress | None = None,
    ) -> tuple[SyncRun, ...]:
        self.passes.append((link_ids, full))
        return ()

    def preview_full(
        self, link_id: UUID, cancel: CancelToken | None = None, *, direction: SyncDirection | None = None
    ) -> FullPreview:
        self.previewed.append((link_id, direction))
        return self.preview

    def resolve(self, problem_id: UUID, choice: str, actor: Actor) -> Problem:
        with self.store.write(actor.author, "resolve") as work:
            problem = work.find_record(Problem, problem_id)
            assert problem is not None
            resolved = replace(
                problem, resolved_at=self.clock.now(), resolved_by=actor.name, resolution=Choice(choice)
            )
            work.keep(resolved)
            work.commit()
        return resolved


@dataclass(frozen=True)
class Workplace:
    store: Store
    gate: Gate
    feed: ChangeFeed
    clock: SettableClock
    engine: StandInEngine
    services: Services

    def session(self, name: str = ADMINISTRATOR_NAME) -> Session:
        """A session of the user of that name in the sample's branch."""
        with self.store.read() as reader:
            user = next(user for user in reader.list(User) if user.name == name)
            return Session(Actor(user), reader.list(Branch)[0])

    def keep(self, *records: Record) -> None:
        """Put down what a sync would have remembered."""
        with self.store.write(Author("test", Origin.SYSTEM), "test") as work:
            for record in records:
                work.keep(record)
            work.commit()


def open_workplace(folder: Path, google: GoogleCalendars | None = None) -> Workplace:
    """The sample chain in ``folder``; the caller closes ``store``.  ``google`` is needed only for linking."""
    clock = SettableClock()
    store = sqlite_store(folder, clock)
    gate = Gate(store)
    found_chain(gate)
    add_sample(gate)
    planning = Planning(gate, clock)
    undo = UndoStack(gate, planning)
    gate.subscribe(undo.learn)
    engine = StandInEngine(store, clock)
    services = Services(
        planning=planning,
        planning_questions=PlanningQuestions(store, clock),
        series=SeriesPlanning(planning),
        series_moves=SeriesMoves(planning),
        calendar_period=CalendarPeriod(planning),
        presets=Presets(store),
        master_data=MasterData(gate, clock),
        settings=Settings(gate),
        queries=Queries(store),
        customers=Customers(gate, clock),
        finder=AppointmentFinder(store),
        waiting_list=WaitingList(gate, clock),
        reminders=Reminders(store, clock),
        absences=Absences(gate, clock),
        availabilities=Availabilities(gate, clock),
        change_log=ChangeLog(store),
        free_slots=FreeSlots(store, clock),
        undo=undo,
        users=Users(gate),
        sync_control=SyncControl(store, clock, engine),
        sync_journal=SyncJournal(planning),
        off_hours=OffHours(gate, clock),
        linking=Linking(gate, clock, cast(GoogleCalendars, google)),
        clock=clock,
    )
    feed = ChangeFeed()
    gate.subscribe(feed.publish)
    place = Workplace(store, gate, feed, clock, engine, services)
    undo.begin_session(place.session().actor.user.id)
    return place
