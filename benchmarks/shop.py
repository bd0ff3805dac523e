"""A chain with links to a simulated Google, and workstations that sync it as processes of their own.

The simulator stays in the process of the benchmark, so that a workstation's figures are the program's alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import Program, open_program
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink, GoogleAccount
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Timed
from terminplaner.services.founding import found_chain
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.simulator import PersonCalendar, SimulatedGoogle
from terminplaner.sync.oauth import SCOPE_CREATED, SCOPE_LIST
from terminplaner.sync.tokens import TokenVault
from terminplaner.system.secrets import KeyFileSecretStore

ACCOUNT = "thor.schuss@example.com"

_AUTHOR = Author("benchmark", Origin.SYSTEM)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a workstation measured in itself; ``statuses`` and ``requests`` are its last pass's."""

    statuses: Sequence[str]
    requests: int
    cpu_seconds: float
    """Of the pass that took the least: what else a machine does lengthens the others."""
    peak_megabytes: float


@dataclass(frozen=True, slots=True)
class Shop:
    google: SimulatedGoogle
    program: Program
    variables: dict[str, str]
    resources: Sequence[Resource]
    calendars: Sequence[PersonCalendar]

    def start(self, script: str, *arguments: object) -> subprocess.Popen[str]:
        """A process of this folder that works on the chain and prints its figures as JSON."""
        command = [sys.executable, str(Path(__file__).with_name(script)), *map(str, arguments)]
        return subprocess.Popen(command, env=os.environ | self.variables, stdout=subprocess.PIPE, text=True)

    def start_workstation(self, passes: int = 1, part: int = 0, parts: int = 1) -> subprocess.Popen[str]:
        """Begin so many passes over one of ``parts`` equal parts of the links; ``figures_of`` waits for them."""
        return self.start("workstation.py", passes, part, parts)

    def sync(self, passes: int = 1) -> Figures:
        return figures_of(self.start_workstation(passes))

    def book(self, count: int) -> None:
        """Appointments of the coming weeks, spread over the resources."""
        branch = self.program.queries.branches()[0]
        first_at = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=1)
        with self.program.gate.open(_AUTHOR, "arrange") as passage:
            for number in range(count):
                start_at = first_at + timedelta(minutes=30 * (number // len(self.resources)))
                resource = self.resources[number % len(self.resources)]
                when = Timed(start_at, start_at + timedelta(minutes=30))
                passage.work.put(Appointment(uuid4(), branch.id, when, (resource.id,), text=f"Termin {number}"))

    def fill_calendar(self, count: int) -> None:
        """Events of the coming years in the first calendar, as a person would have entered them."""
        first_at = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=1)
        for number in range(count):
            start_at = first_at + timedelta(minutes=30 * number)
            self.calendars[0].add_event(f"Termin {number}", start_at, start_at + timedelta(minutes=30))

    def titles(self) -> list[str]:
        with self.program.store.read() as reader:
            return sorted(appointment.text for appointment in reader.list_appointments(AppointmentQuery()))

    def titles_in_google(self) -> list[str]:
        return sorted(event["summary"] for calendar in self.calendars for event in calendar.events())


def printed_by(process: subprocess.Popen[str]) -> dict[str, Any]:
    """What a process of ``Shop.start`` printed; waits for its end."""
    out, _ = process.communicate()
    if process.returncode:
        raise AssertionError(f"it ended with {process.returncode}")
    document: dict[str, Any] = json.loads(out)
    return document


def figures_of(workstation: subprocess.Popen[str]) -> Figures:
    return Figures(**printed_by(workstation))


@contextmanager
def open_shop(folder: Path, links: int) -> Iterator[Shop]:
    """So many resources, each linked to an empty calendar of the one account."""
    with SimulatedGoogle(accounts=(ACCOUNT,)) as google:
        variables = {
            "TERMINPLANER_PROFILE": str(folder / "profile"),
            "TERMINPLANER_GOOGLE_CLIENT": str(google.write_client_file(folder / "client.json")),
            "TERMINPLANER_GOOGLE_API": google.api_root,
            "TERMINPLANER_GOOGLE_REVOKE": google.revoke_uri,
            "TERMINPLANER_KEY_FILE": str(folder / "key.json"),
        }
        with open_program(Environment.read(variables)) as program:
            found_chain(program.gate)
            account_id = _connect_account(program, google, folder / "key.json")
            resources, calendars = [], []
            with program.gate.open(_AUTHOR, "arrange") as passage:
                work = passage.work
                work.put(replace(work.list(ChainSettings)[0], google_sync=True))
                for number in range(links):
                    name = f"Kabine {number}"
                    resource = work.put(Resource(uuid4(), name, capacity=100))
                    calendar = google.account(ACCOUNT).add_calendar(name, created_by=google.client.client_id)
                    work.keep(_link(resource, account_id, calendar))
                    resources.append(resource)
                    calendars.append(calendar)
            yield Shop(google, program, variables, resources, calendars)


def _connect_account(program: Program, google: SimulatedGoogle, key_file: Path) -> UUID:
    scopes = (SCOPE_CREATED, SCOPE_LIST)
    vault = TokenVault(KeyFileSecretStore(key_file), program.store)
    vault.prepare()
    token = vault.encrypt(google.grant(ACCOUNT, scopes)["refresh_token"])
    account = GoogleAccount(uuid4(), ACCOUNT, frozenset(scopes), token, google.client.client_id)
    with program.gate.open(_AUTHOR, "arrange") as passage:
        passage.work.keep(account)
    return account.id


def _link(resource: Resource, account_id: UUID, calendar: PersonCalendar) -> CalendarLink:
    return CalendarLink(
        uuid4(),
        resource.id,
        account_id,
        calendar.id,
        calendar.summary,
        calendar.time_zone,
        is_created_by_program=True,
    )
