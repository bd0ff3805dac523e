"""What stands in the chain that the handbook's pictures show."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import uuid4

from terminplaner.bootstrap.demo_chain import administrator_of, prepare
from terminplaner.bootstrap.demo_headless import link_and_disagree
from terminplaner.bootstrap.program import Program
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.waiting_list import Priority, WaitingListEntry
from terminplaner.domain.when import AllDay, Timed, at_local
from terminplaner.services.founding import add_sample, found_chain
from terminplaner.services.permissions import Actor
from terminplaner.services.users import ADMINISTRATOR_NAME
from terminplaner.simulator import SimulatedGoogle

_OWN_RESOURCE = "Thor Schuss"
_SEED = 4
_FULL_DAYS = 5
_PER_DAY = 13
_LENGTHS = (15, 30, 30, 45, 60)


class Content(StrEnum):
    """How much there is to see; the value is part of a picture's name."""

    EMPTY = "leer"
    NORMAL = "normal"
    CROWDED = "voll"


def fill(content: Content, program: Program, google: SimulatedGoogle, today: date) -> None:
    """Found the chain and put into it what ``content`` says."""
    if content is Content.EMPTY:
        found_chain(program.gate)
        add_sample(program.gate)
        return
    administrator = _give_resource(program, prepare(program))
    _add_templates(program, administrator)
    _add_absences(program, administrator, today)
    _add_waiting(program, administrator)
    if content is Content.NORMAL:
        link_and_disagree(program, google, administrator)
    else:
        program.settings.set(administrator, "allow_overbooking", "on")
        _crowd(program, administrator, today)


def _give_resource(program: Program, actor: Actor) -> Actor:
    """Let the one who is logged in have appointments of their own to look at; that one from now on."""
    person = next(row.employee_id for row in program.queries.resources() if row.name == _OWN_RESOURCE)
    user = next(row for row in program.users.list() if row.name == ADMINISTRATOR_NAME)
    program.master_data.save(actor, replace(user, employee_id=person))
    return administrator_of(program)


def _add_templates(program: Program, actor: Actor) -> None:
    types = {row.name: row.id for row in program.queries.types()}
    for name, minutes, kind in (
        ("Optik/Sehtest kurz", 20, "Sehtest"),
        ("Optik/Gleitsichtberatung", 60, "Beratung"),
        ("Akustik/Hörtest", 45, "Hörtest"),
        ("Abholung", 15, "Abholung"),
    ):
        template = AppointmentTemplate(uuid4(), name, minutes, type_id=types[kind])
        program.master_data.save(actor, template)


def _add_absences(program: Program, actor: Actor, today: date) -> None:
    resources = {resource.name: resource.id for resource in program.queries.resources()}
    monday = today - timedelta(days=today.weekday())
    for name, kind, first, days in (
        ("Theo Dor", AbsenceKind.VACATION, 0, 5),
        ("Rosa Wolke", AbsenceKind.TRAINING, 9, 2),
        ("Klara Himmel", AbsenceKind.VACATION, 28, 12),
        ("Phil Fraß", AbsenceKind.SICKNESS, -7, 3),
    ):
        begins = monday + timedelta(days=first)
        when = AllDay(begins, begins + timedelta(days=days))
        program.absences.save(actor, Absence(uuid4(), kind, when, (resources[name],)))


def _add_waiting(program: Program, actor: Actor) -> None:
    branch = program.queries.branches()[0]
    customers = program.queries.customers()
    types = {row.name: row.id for row in program.queries.types()}
    for number, (kind, priority, note) in enumerate(
        (
            ("Sehtest", Priority.HIGH, "Ruft auch kurzfristig zurück"),
            ("Kontaktlinse", Priority.NORMAL, "Nur vormittags"),
            ("Hörtest", Priority.LOW, ""),
        )
    ):
        entry = WaitingListEntry(
            uuid4(),
            branch.id,
            program.clock.now(),
            ADMINISTRATOR_NAME,
            customer_id=customers[number].id,
            type_id=types[kind],
            priority=priority,
            note=note,
        )
        program.waiting_list.add(actor, entry)


def _crowd(program: Program, actor: Actor, today: date) -> None:
    """Two appointments at once here and there, and hardly a gap."""
    chance = random.Random(_SEED)  # noqa: S311  (pictures, not secrets)
    branch = program.queries.branches()[0]
    types, customers = program.queries.types(), program.queries.customers()
    monday = today - timedelta(days=today.weekday())
    for resource in program.queries.resources():
        for number in range(_FULL_DAYS * _PER_DAY):
            day = monday + timedelta(days=number % _FULL_DAYS)
            begins = datetime.combine(day, time(8)) + timedelta(minutes=45 * (number // _FULL_DAYS))
            start_at = at_local(begins + timedelta(minutes=chance.choice((0, 0, 15))), branch.tz)
            program.planning.book(
                actor,
                Appointment(
                    id=uuid4(),
                    branch_id=branch.id,
                    when=Timed(start_at, start_at + timedelta(minutes=chance.choice(_LENGTHS))),
                    resource_ids=(resource.id,),
                    type_id=chance.choice(types).id,
                    customer_id=chance.choice(customers).id,
                    text=chance.choice(("", "", "Gleitsicht", "Nachkontrolle", "Sportbrille")),
                ),
            )
