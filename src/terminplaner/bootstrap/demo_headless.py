"""The main job without a display: every step is checked, and the windows are photographed on the way.

What it proves: a resource is connected with a new calendar, appointments travel both ways, edits of both sides
merge, a conflict waits for a person, and a restart in between neither loses nor doubles anything.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from terminplaner.bootstrap.demo_chain import administrator_of, demo_environment, prepare
from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import Program, open_program
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import Choice, LinkStatus, ProblemKind, SyncRun
from terminplaner.domain.when import Timed, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.cancel_tokens import NeverCancelled
from terminplaner.services.permissions import Actor
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.simulator import SimulatedGoogle
from terminplaner.simulator.person import PersonCalendar

_RESOURCE = "Thor Schuss"
_CALENDAR = "Terminplaner Thor Schuss"
_OWN = (("Nachkontrolle", 9), ("Werkstatt", 11), ("Lieferung", 13), ("Telefonat", 15))
"""Texts and hours of appointments in a month's time."""


class StepFailedError(Exception):
    """A step of the demo did not hold; its argument says what was expected."""


@dataclass(frozen=True, slots=True)
class _Stage:
    """One life of the program on the demo's profile."""

    program: Program
    google: SimulatedGoogle
    actor: Actor

    @property
    def resource_id(self) -> UUID:
        return next(row.id for row in self.program.queries.resources() if row.name == _RESOURCE)

    @property
    def calendar(self) -> PersonCalendar:
        return self.google.accounts[0].calendar(_CALENDAR)

    def sync(self) -> SyncRun:
        runs = self.program.sync_control.sync(self.actor)
        _require(len(runs) == 1 and runs[0].status is LinkStatus.OK, f"sync: {[run.status for run in runs]}")
        return runs[0]

    def appointment(self, text: str) -> AppointmentRow:
        rows = self.program.queries.appointments(AppointmentQuery(resource_ids=(self.resource_id,)))
        found = [row for row in rows if row.appointment.text == text]
        _require(len(found) == 1, f"one appointment {text!r}, found {len(found)}")
        return found[0]

    def event(self, title: str) -> Mapping[str, Any]:
        found = [event for event in self.calendar.events() if event.get("summary") == title]
        _require(len(found) == 1, f"one event {title!r}, found {len(found)}")
        return found[0]


def run_headless_demo() -> int:
    """Print what moved and where the pictures are; 0 only if every step held."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from terminplaner.bootstrap.photographs import photograph

    pictures = Path(tempfile.mkdtemp(prefix="terminplaner-bilder-"))
    try:
        with demo_environment() as (environment, google):
            _first_life(environment, google)
            _second_life(environment, google)
            photograph(environment, pictures)
    except StepFailedError as error:
        _say(f"NICHT GEHALTEN: {error}")
        return 1
    _say(f"Bilder der Fenster: {pictures}")
    return 0


def link_and_disagree(program: Program, google: SimulatedGoogle, actor: Actor) -> None:
    """Link a resource, let both sides change something, and leave a question behind.

    Raise ``StepFailedError`` where a step did not hold.
    """
    stage = _Stage(program, google, actor)
    for text, hour in _OWN:
        _book(stage, text, hour)
    for step in (_connect, _push, _merge, _conflict):
        step(stage)


def _first_life(environment: Environment, google: SimulatedGoogle) -> None:
    with open_program(environment) as program:
        stage = _Stage(program, google, prepare(program))
        for text, hour in _OWN:
            _book(stage, text, hour)
        for title, step in (
            ("Freigabe und neuer Kalender", _connect),
            ("Termine gehen zu Google", _push),
            ("Änderungen beider Seiten vereinen sich", _merge),
            ("Ein Widerspruch wartet auf eine Entscheidung", _conflict),
        ):
            _play(title, step, stage)


def _second_life(environment: Environment, google: SimulatedGoogle) -> None:
    with open_program(environment) as program:
        administrator = administrator_of(program)
        stage = _Stage(program, google, administrator)
        _play("Nach dem Neustart ist Ruhe", _silence, stage)
        _play("Die Entscheidung wird ausgeführt", _decide, stage)
        _play("Löschen und Stornieren wandern weiter", _remove, stage)


def _play(title: str, step: Callable[[_Stage], str], stage: _Stage) -> None:
    _say(f"{title}: {step(stage)}")


def _book(stage: _Stage, text: str, hour: int) -> None:
    branch = stage.program.queries.branches()[0]
    day = stage.program.clock.now().astimezone(branch.tz).date() + timedelta(days=30)
    start_at = at_local(datetime(day.year, day.month, day.day, hour), branch.tz)  # noqa: DTZ001  (wall time)
    stage.program.planning.book(
        stage.actor,
        Appointment(
            id=uuid4(),
            branch_id=branch.id,
            when=Timed(start_at, start_at + timedelta(minutes=30)),
            resource_ids=(stage.resource_id,),
            text=text,
        ),
    )


def _connect(stage: _Stage) -> str:
    linking, place = stage.program.linking, (stage.actor, stage.resource_id)

    def open_browser(address: str) -> None:
        threading.Thread(target=stage.google.consent, args=(address,), daemon=True).start()

    grant = linking.begin(*place, open_browser, NeverCancelled())
    calendar = linking.create(*place, grant.account_id, _CALENDAR)
    preview = linking.preview(*place, grant.account_id, calendar.calendar_id)
    linking.connect(*place, grant.account_id, calendar)
    return f"{grant.email}, {preview.to_push} Termine zu übertragen"


def _push(stage: _Stage) -> str:
    run = stage.sync()
    _require(run.created_google == len(stage.calendar.events()) > 0, "every pushed appointment is one event")
    _require(stage.sync().created_google == 0, "a second pass pushes nothing")
    return f"{run.created_google} angelegt"


def _merge(stage: _Stage) -> str:
    event = stage.event("Nachkontrolle")
    later = datetime.fromisoformat(event["end"]["dateTime"])
    stage.calendar.edit_event(event["id"], start=later, end=later + timedelta(minutes=30))
    stage.calendar.add_event("Zahnarzt", later + timedelta(days=1), later + timedelta(days=1, hours=1))
    row = stage.appointment("Nachkontrolle")
    stage.program.planning.change(stage.actor, replace(row.appointment, text="Nachkontrolle Brille"))
    run = stage.sync()
    merged = stage.appointment("Nachkontrolle Brille").appointment
    _require(isinstance(merged.when, Timed) and merged.when.start_at == later, "Google's time, our text")
    _require(stage.event("Nachkontrolle Brille")["start"]["dateTime"] is not None, "the text arrived in Google")
    stage.appointment("Zahnarzt")
    return f"{run.updated_local} hier und {run.updated_google} bei Google geändert, {run.created_local} übernommen"


def _conflict(stage: _Stage) -> str:
    stage.calendar.edit_event(stage.event("Werkstatt")["id"], summary="Werkstatt (Google)")
    row = stage.appointment("Werkstatt")
    stage.program.planning.change(stage.actor, replace(row.appointment, text="Werkstatt (hier)"))
    run = stage.sync()
    problems = stage.program.sync_control.problems()
    _require([row.problem.kind for row in problems] == [ProblemKind.CONFLICT], "one conflict waits")
    _require(run.conflicts == 1, "the run counts it")
    return "unsere Fassung gilt, die von Google ist aufgehoben"


def _silence(stage: _Stage) -> str:
    stage.google.clear_requests()
    run = stage.sync()
    _require(not stage.google.writes(), "an unchanged store writes nothing")
    _require(run.requests == 1, f"one request, not {run.requests}")
    return "eine Anfrage, nichts geschrieben"


def _decide(stage: _Stage) -> str:
    problem = stage.program.sync_control.problems()[0].problem
    stage.program.sync_control.resolve(stage.actor, problem.id, Choice.GOOGLE)
    stage.sync()
    stage.appointment("Werkstatt (Google)")
    stage.event("Werkstatt (Google)")
    _require(not stage.program.sync_control.problems(), "nothing waits any more")
    return "Googles Fassung übernommen"


def _remove(stage: _Stage) -> str:
    stage.calendar.delete_event(stage.event("Lieferung")["id"])
    row = stage.appointment("Telefonat")
    stage.program.planning.cancel(stage.actor, row.appointment.id)
    run = stage.sync()
    _require(run.cancelled_local == 1 and run.deleted_google == 1, "one each way")
    return f"{run.cancelled_local} hier storniert, {run.deleted_google} bei Google gelöscht"


def _require(holds: bool, expectation: str) -> None:
    if not holds:
        raise StepFailedError(expectation)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
