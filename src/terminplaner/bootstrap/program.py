"""Everything behind the windows and the command line, put together once per process."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from terminplaner.bootstrap.environment import Environment
from terminplaner.services.gate import Gate
from terminplaner.services.ical_exchange import ICalendarExchange
from terminplaner.services.linking import Linking
from terminplaner.services.master_data import MasterData
from terminplaner.services.planning import Planning
from terminplaner.services.ports import Clock, GoogleCalendars, SecretStore, Store, SyncEngine
from terminplaner.services.queries import Queries
from terminplaner.services.safekeeping import Safekeeping
from terminplaner.services.settings import Settings
from terminplaner.services.sync_control import SyncControl
from terminplaner.services.users import Users
from terminplaner.storage import open_store
from terminplaner.sync.calendars import GoogleAccountCalendars
from terminplaner.sync.clients import ClientFactory
from terminplaner.sync.consent import Consent
from terminplaner.sync.endpoints import EndpointSource
from terminplaner.sync.engine import Engine
from terminplaner.sync.tokens import TokenVault
from terminplaner.system.clock import SystemClock
from terminplaner.system.epoch_file import EpochFile
from terminplaner.system.logs import log_into
from terminplaner.system.secrets import KeyFileSecretStore, KeyringSecretStore
from terminplaner.ui.messages import describe_code


@dataclass(frozen=True, slots=True)
class Program:
    """The services with what they stand on.  Every call may block."""

    environment: Environment
    clock: Clock
    store: Store
    gate: Gate
    planning: Planning
    master_data: MasterData
    settings: Settings
    queries: Queries
    users: Users
    exchange: ICalendarExchange
    safekeeping: Safekeeping
    linking: Linking
    sync_control: SyncControl
    google: GoogleCalendars
    engine: SyncEngine
    endpoints: EndpointSource


@contextmanager
def open_program(environment: Environment) -> Iterator[Program]:
    """Open the profile and its database; both are released at the end.

    Raise ``InvalidInputError`` or ``StorageError`` where one of them cannot be used.
    """
    environment.profile.create()
    clock = SystemClock()
    with log_into(environment.profile.logs, debug=environment.is_debug):
        store = open_store(
            environment.database_url,
            backups=environment.profile.backups,
            clock=clock,
            workstation=socket.gethostname(),
        )
        try:
            yield _assemble(environment, clock, store)
        finally:
            store.close()


def _assemble(environment: Environment, clock: Clock, store: Store) -> Program:
    gate = Gate(store)
    epochs = EpochFile(environment.profile.epoch)
    endpoints = EndpointSource(store, environment.client_file, environment.api_root, environment.revoke_uri)
    vault = TokenVault(_secret_store(environment), store)
    clients = ClientFactory(store, vault, endpoints, clock)
    consent = Consent(store, vault, endpoints, clock, say=lambda code: describe_code(code, {}))
    google = GoogleAccountCalendars(store, clock, consent, clients, environment.profile.backups)
    engine = Engine(gate, clock, clients, epochs)
    return Program(
        environment=environment,
        clock=clock,
        store=store,
        gate=gate,
        planning=Planning(gate, clock),
        master_data=MasterData(gate, clock),
        settings=Settings(gate),
        queries=Queries(store, clock),
        users=Users(gate),
        exchange=ICalendarExchange(gate, clock),
        safekeeping=Safekeeping(store, clock, epochs, environment.profile.backups),
        linking=Linking(gate, clock, google),
        sync_control=SyncControl(store, clock, engine),
        google=google,
        engine=engine,
        endpoints=endpoints,
    )


def _secret_store(environment: Environment) -> SecretStore:
    return KeyFileSecretStore(environment.key_file) if environment.key_file else KeyringSecretStore()
