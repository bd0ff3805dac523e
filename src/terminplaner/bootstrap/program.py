"""Everything behind the windows and the command line, put together once per process.

What stands on a large library is imported where it is first asked for: most commands need neither Google's
libraries nor those for iCalendar and keyrings, which together take longer to load than such a command to run.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from terminplaner.bootstrap.deferred import deferred
from terminplaner.bootstrap.environment import Environment
from terminplaner.services.absences import Absences
from terminplaner.services.availabilities import Availabilities
from terminplaner.services.chain_key import ChainKey
from terminplaner.services.change_log import ChangeLog
from terminplaner.services.customers import Customers
from terminplaner.services.free_slots import FreeSlots
from terminplaner.services.gate import Gate
from terminplaner.services.google_ports import GoogleCalendars, SyncEngine
from terminplaner.services.linking import Linking
from terminplaner.services.master_data import MasterData
from terminplaner.services.off_hours import OffHours
from terminplaner.services.planning import Planning
from terminplaner.services.planning_questions import PlanningQuestions
from terminplaner.services.ports import Clock, EpochKeeper, Store
from terminplaner.services.presets import Presets
from terminplaner.services.queries import Queries
from terminplaner.services.reminders import Reminders
from terminplaner.services.safekeeping import Safekeeping
from terminplaner.services.search import AppointmentFinder
from terminplaner.services.secret_ports import SecretStore
from terminplaner.services.settings import Settings
from terminplaner.services.sync_control import SyncControl
from terminplaner.services.sync_journal import SyncJournal
from terminplaner.services.users import Users
from terminplaner.services.waiting_list import WaitingList
from terminplaner.storage import open_store
from terminplaner.sync.endpoints import EndpointSource
from terminplaner.system.clock import SystemClock
from terminplaner.system.epoch_file import EpochFile
from terminplaner.system.logs import log_into
from terminplaner.ui.messages import describe_code

if TYPE_CHECKING:
    from terminplaner.services.calendar_period import CalendarPeriod
    from terminplaner.services.ical_exchange import ICalendarExchange
    from terminplaner.services.series import SeriesPlanning
    from terminplaner.services.series_moves import SeriesMoves
    from terminplaner.sync.clients import ClientFactory
    from terminplaner.sync.throttle import MakeThrottle
    from terminplaner.sync.tokens import TokenVault


@dataclass(frozen=True)
class Program:
    """The services with what they stand on, each put together when first asked for.  Every call may block."""

    environment: Environment
    clock: Clock
    store: Store
    gate: Gate

    @cached_property
    def planning(self) -> Planning:
        return Planning(self.gate, self.clock)

    @cached_property
    def planning_questions(self) -> PlanningQuestions:
        return PlanningQuestions(self.store, self.clock)

    @cached_property
    def master_data(self) -> MasterData:
        return MasterData(self.gate, self.clock)

    @cached_property
    def series(self) -> SeriesPlanning:
        from terminplaner.services.series import SeriesPlanning

        return SeriesPlanning(self.planning)

    @cached_property
    def series_moves(self) -> SeriesMoves:
        from terminplaner.services.series_moves import SeriesMoves

        return SeriesMoves(self.planning)

    @cached_property
    def calendar_period(self) -> CalendarPeriod:
        from terminplaner.services.calendar_period import CalendarPeriod

        return CalendarPeriod(self.planning)

    @cached_property
    def presets(self) -> Presets:
        return Presets(self.store)

    @cached_property
    def settings(self) -> Settings:
        return Settings(self.gate)

    @cached_property
    def queries(self) -> Queries:
        return Queries(self.store)

    @cached_property
    def finder(self) -> AppointmentFinder:
        return AppointmentFinder(self.store)

    @cached_property
    def customers(self) -> Customers:
        return Customers(self.gate, self.clock)

    @cached_property
    def waiting_list(self) -> WaitingList:
        return WaitingList(self.gate, self.clock)

    @cached_property
    def absences(self) -> Absences:
        return Absences(self.gate, self.clock)

    @cached_property
    def availabilities(self) -> Availabilities:
        return Availabilities(self.gate, self.clock)

    @cached_property
    def change_log(self) -> ChangeLog:
        return ChangeLog(self.store)

    @cached_property
    def free_slots(self) -> FreeSlots:
        return FreeSlots(self.store, self.clock)

    @cached_property
    def reminders(self) -> Reminders:
        return Reminders(self.store, self.clock)

    @cached_property
    def users(self) -> Users:
        return Users(self.gate)

    @cached_property
    def safekeeping(self) -> Safekeeping:
        return Safekeeping(self.store, self.clock, self.environment.profile.backups)

    @cached_property
    def chain_key(self) -> ChainKey:
        return ChainKey(self.store, self._vault)

    @cached_property
    def exchange(self) -> ICalendarExchange:
        from terminplaner.services.ical_exchange import ICalendarExchange

        return ICalendarExchange(self.gate, self.clock)

    @cached_property
    def linking(self) -> Linking:
        return Linking(self.gate, self.clock, deferred(lambda: self.google))

    @cached_property
    def sync_journal(self) -> SyncJournal:
        return SyncJournal(self.planning)

    @cached_property
    def off_hours(self) -> OffHours:
        return OffHours(self.gate, self.clock)

    @cached_property
    def sync_control(self) -> SyncControl:
        return SyncControl(self.store, self.clock, deferred(lambda: self.engine))

    @cached_property
    def google(self) -> GoogleCalendars:
        from terminplaner.sync.calendars import GoogleAccountCalendars
        from terminplaner.sync.consent import Consent

        consent = Consent(
            self.store, self._vault, self.endpoints, self.clock, say=lambda code: describe_code(code, {})
        )
        return GoogleAccountCalendars(
            self.store,
            self.clock,
            consent,
            self._clients,
            self.environment.profile.backups,
            self._make_throttle,
        )

    @cached_property
    def engine(self) -> SyncEngine:
        from terminplaner.sync.engine import Engine

        return Engine(self.gate, self.clock, self._clients, self._epochs, self._make_throttle)

    @cached_property
    def endpoints(self) -> EndpointSource:
        environment = self.environment
        return EndpointSource(self.store, environment.client_file, environment.api_root, environment.revoke_uri)

    @cached_property
    def _clients(self) -> ClientFactory:
        from terminplaner.sync.clients import ClientFactory

        return ClientFactory(self.store, self._vault, self.endpoints, self.clock)

    @cached_property
    def _make_throttle(self) -> MakeThrottle:
        from terminplaner.sync.throttle import shared_throttle

        return partial(shared_throttle, self.store)

    @cached_property
    def _vault(self) -> TokenVault:
        from terminplaner.sync.tokens import TokenVault

        return TokenVault(self._secrets, self.store)

    @cached_property
    def _secrets(self) -> SecretStore:
        from terminplaner.system.secrets import KeyFileSecretStore, KeyringSecretStore

        key_file = self.environment.key_file
        return KeyFileSecretStore(key_file) if key_file else KeyringSecretStore()

    @cached_property
    def _epochs(self) -> EpochKeeper:
        return EpochFile(self.environment.profile.epoch)


@contextmanager
def open_program(environment: Environment, clock: Clock | None = None) -> Iterator[Program]:
    """Open the profile and its database; both are released at the end.  ``clock`` None is the system's.

    Raise ``InvalidInputError`` or ``StorageError`` where one of them cannot be used.
    """
    environment.profile.create()
    clock = clock or SystemClock()
    with log_into(environment.profile.logs, debug=environment.is_debug):
        store = open_store(
            environment.database_url,
            backups=environment.profile.backups,
            clock=clock,
            workstation=socket.gethostname(),
        )
        try:
            yield Program(environment, clock, store, Gate(store))
        finally:
            store.close()
