"""Weeks of appointments for the demo: whenever it is opened, somebody is at work and somebody is expected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import uuid4

from terminplaner.bootstrap.program import Program
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.people import Customer, initials_of
from terminplaner.domain.when import AllDay, Timed, at_local
from terminplaner.services.permissions import Actor

_Entry = tuple[str, int, tuple[str, ...], str, str, int | None]
"""Start, minutes, resources, type, text, and who of the customers comes, if any."""

_CABIN_1, _CABIN_2 = "Kabine 1 Filiale Stgt.", "Kabine 2 Filiale Stgt."
_DESK = "Beratung Filiale Stgt."
_REFRACTION = "Refraction und Kontaktlinse"

_FIRST: tuple[_Entry, ...] = (
    ("09:00", 30, ("Thor Schuss",), "Sehtest", "", 0),
    ("10:00", 60, ("Thor Schuss", _CABIN_1), "Anpassung", "", 3),
    ("13:00", 45, ("Thor Schuss",), "Beratung", "Gleitsicht", 6),
    ("16:30", 45, ("Thor Schuss",), "Abholung", "Sonnenbrille", 9),
    ("09:30", 45, ("Klara Himmel",), "Beratung", "", 1),
    ("11:00", 90, ("Klara Himmel",), "Kontaktlinse", "Erstanpassung", 2),
    ("15:00", 30, ("Klara Himmel",), "Abholung", "", 7),
    ("16:00", 60, ("Klara Himmel",), "Beratung", "Arbeitsplatzbrille", 12),
    ("09:00", 60, ("Phil Fraß", _DESK), "Beratung", "", 6),
    ("11:00", 45, ("Phil Fraß",), "Reparatur", "Bügel", 5),
    ("14:00", 45, ("Phil Fraß", _DESK), "Anpassung", "", 4),
    ("17:00", 45, ("Phil Fraß", _DESK), "Beratung", "Sportbrille", 15),
    ("09:00", 30, (_REFRACTION,), "Sehtest", "", 13),
    ("10:00", 30, (_REFRACTION,), "Sehtest", "", 8),
    ("14:00", 60, (_REFRACTION,), "Kontaktlinse", "", 14),
    ("17:00", 30, (_REFRACTION,), "Sehtest", "", 10),
    ("09:30", 60, ("Roman Ticker",), "Anpassung", "", 16),
    ("13:30", 60, ("Roman Ticker",), "Besprechung", "Wareneingang", None),
    ("16:00", 30, ("Roman Ticker",), "Reparatur", "Nasenpads", 3),
    ("10:30", 60, ("Rosa Wolke", _CABIN_2), "Hörtest", "", 17),
    ("14:00", 30, ("Rosa Wolke",), "Abholung", "", 11),
    ("16:30", 60, ("Rosa Wolke", _CABIN_1), "Anpassung", "Otoplastik", 18),
    ("10:00", 45, ("Sham Painé",), "Batteriewechsel", "", 19),
    ("15:00", 60, ("Sham Painé", _CABIN_2), "Hörtest", "", 0),
    ("13:00", 60, ("Theo Dor",), "Kontaktlinse", "", 8),
    ("17:00", 30, ("Theo Dor",), "Batteriewechsel", "", 5),
)
_SECOND: tuple[_Entry, ...] = (
    ("09:00", 45, ("Rosa Wolke", _DESK), "Beratung", "Erstversorgung", 5),
    ("13:30", 60, ("Rosa Wolke", _CABIN_1), "Hörtest", "", 8),
    ("16:00", 45, ("Rosa Wolke", _CABIN_1), "Anpassung", "Feinabstimmung", 1),
    ("10:30", 30, ("Thor Schuss",), "Reparatur", "Bügel", 6),
    ("11:30", 45, ("Thor Schuss",), "Beratung", "Gleitsicht", 9),
    ("14:30", 30, ("Thor Schuss",), "Sehtest", "", 10),
    ("17:00", 30, ("Thor Schuss",), "Abholung", "", 2),
    ("09:15", 45, ("Klara Himmel",), "Beratung", "Sportbrille", 4),
    ("11:00", 60, ("Klara Himmel", _DESK), "Anpassung", "", 3),
    ("15:30", 60, ("Klara Himmel",), "Kontaktlinse", "Nachkontrolle", 14),
    ("10:00", 60, ("Phil Fraß",), "Besprechung", "Werkstatt", None),
    ("13:00", 45, ("Phil Fraß",), "Beratung", "", 11),
    ("16:30", 60, ("Phil Fraß", _DESK), "Beratung", "Kinderbrille", 12),
    ("09:30", 30, (_REFRACTION,), "Sehtest", "", 15),
    ("11:00", 30, (_REFRACTION,), "Sehtest", "", 16),
    ("15:00", 60, (_REFRACTION,), "Kontaktlinse", "", 17),
    ("09:00", 30, ("Sham Painé",), "Batteriewechsel", "", 13),
    ("15:30", 60, ("Sham Painé", _CABIN_2), "Hörtest", "", 7),
    ("13:00", 60, ("Theo Dor", _CABIN_2), "Hörtest", "", 0),
    ("17:00", 45, ("Theo Dor", _CABIN_2), "Anpassung", "", 19),
)
_THIRD: tuple[_Entry, ...] = (
    ("09:00", 30, ("Klara Himmel",), "Sehtest", "", 0),
    ("11:00", 60, ("Klara Himmel", _DESK), "Beratung", "Gleitsicht", 9),
    ("16:00", 45, ("Klara Himmel",), "Kontaktlinse", "", 6),
    ("10:00", 120, ("Thor Schuss",), "Besprechung", "Teamsitzung", None),
    ("13:30", 30, ("Thor Schuss",), "Abholung", "", 5),
    ("16:30", 60, ("Thor Schuss", _DESK), "Beratung", "", 11),
    ("09:30", 45, ("Phil Fraß",), "Reparatur", "Rahmen gebrochen", 8),
    ("15:00", 60, ("Phil Fraß",), "Anpassung", "", 15),
    ("10:00", 30, (_REFRACTION,), "Sehtest", "", 12),
    ("13:30", 60, (_REFRACTION,), "Kontaktlinse", "Nachkontrolle", 13),
    ("17:00", 30, (_REFRACTION,), "Sehtest", "", 4),
    ("11:00", 45, ("Roman Ticker",), "Anpassung", "", 16),
    ("14:30", 45, ("Roman Ticker",), "Anpassung", "", 1),
    ("17:00", 45, ("Roman Ticker",), "Beratung", "", 7),
    ("09:30", 60, ("Rosa Wolke", _CABIN_1), "Hörtest", "", 2),
    ("15:00", 60, ("Rosa Wolke", _CABIN_1), "Anpassung", "", 10),
    ("10:00", 30, ("Sham Painé",), "Batteriewechsel", "", 3),
    ("12:15", 30, ("Sham Painé",), "Abholung", "", 19),
    ("14:00", 60, ("Sham Painé", _CABIN_2), "Hörtest", "", 17),
    ("13:30", 90, ("Theo Dor",), "Beratung", "Hörgeräte", 18),
    ("16:30", 45, ("Theo Dor", _CABIN_2), "Anpassung", "", 14),
)
_SATURDAY: tuple[_Entry, ...] = (
    ("09:00", 45, ("Thor Schuss",), "Beratung", "Sonnenbrille", 0),
    ("10:30", 60, ("Thor Schuss", _DESK), "Beratung", "Gleitsicht", 3),
    ("13:00", 30, ("Thor Schuss",), "Abholung", "", 6),
    ("09:30", 30, ("Klara Himmel",), "Abholung", "", 1),
    ("11:00", 60, ("Klara Himmel",), "Kontaktlinse", "Erstanpassung", 2),
    ("13:15", 45, ("Klara Himmel",), "Beratung", "", 9),
    ("09:00", 30, (_REFRACTION,), "Sehtest", "", 13),
    ("10:00", 30, (_REFRACTION,), "Sehtest", "", 8),
    ("12:30", 30, (_REFRACTION,), "Sehtest", "", 10),
    ("09:30", 60, ("Rosa Wolke", _CABIN_1), "Hörtest", "", 17),
    ("12:00", 45, ("Rosa Wolke", _CABIN_1), "Anpassung", "", 18),
    ("11:00", 30, ("Sham Painé",), "Batteriewechsel", "", 19),
)
_DAYS: tuple[tuple[tuple[_Entry, ...], int], ...] = (
    (_FIRST, 0),
    (_SECOND, 0),
    (_THIRD, 0),
    (_FIRST, 7),
    (_SECOND, 11),
    (_SATURDAY, 0),
)
"""From Monday on: what happens, and by how many the customers are moved on, so that others come."""
_SUNDAY = 6
_ON_VACATION, _VACATION_DAY = "Roman Ticker", 4
_NEXT_WEEK = 5
"""The customers are moved on by so many from one week to the next."""

_MORE_CUSTOMERS = (
    ("Bauer", "Hannelore"),
    ("Yılmaz", "Deniz"),
    ("Weber", "Jonas"),
    ("Kowalski", "Anna"),
    ("Fischer", "Theodor"),
    ("Okafor", "Grace"),
    ("Lindner", "Paul"),
    ("Vogel", "Margarete"),
    ("Rossi", "Luca"),
    ("Hartmann", "Ingrid"),
    ("Nguyen", "Minh Anh"),
    ("Braun", "Karl-Heinz"),
)


def first_shown(today: date) -> date:
    """The day the demo opens on: today, and on a Sunday, when nobody works, the Monday that follows."""
    return today + timedelta(days=1) if today.weekday() == _SUNDAY else today


def let_persons_take_wishes(program: Program, actor: Actor) -> None:
    """Let every person take part in the waiting list, so that its wishes can go into the plan."""
    for resource in program.queries.resources():
        program.master_data.save(actor, replace(resource, has_waiting_list=resource.employee_id is not None))


def add_customers(program: Program, actor: Actor) -> None:
    """Add those to the sample's customers whom the weeks need beside them."""
    for number, (last_name, first_name) in enumerate(
        _MORE_CUSTOMERS, start=1001 + len(program.queries.customers())
    ):
        program.master_data.save(
            actor,
            Customer(
                id=uuid4(),
                number=str(number),
                last_name=last_name,
                first_name=first_name,
                initials=initials_of(first_name, last_name),
                phone=f"0711 555{number % 10000:04}",
                birth_on=date(1940 + number * 7 % 65, 1 + number % 12, 1 + number * 5 % 28),
            ),
        )


def fill_weeks(program: Program, actor: Actor, today: date, weeks: int = 2) -> None:
    """Book the sample week in the current week and the following ones, and a day of vacation in each.

    On a Sunday the current week is the one that begins the next day.
    """
    monday = first_shown(today) - timedelta(days=first_shown(today).weekday())
    sample = _Sample(program)
    for week in range(weeks):
        for number, (entries, moved_on) in enumerate(_DAYS):
            day = monday + timedelta(days=number, weeks=week)
            booked = [sample.appointment(day, entry, moved_on + week * _NEXT_WEEK) for entry in entries]
            # A day at a time: a transaction for each would keep whoever opens the demo waiting.
            program.planning.book_many(actor, booked)
        program.absences.save(actor, sample.vacation(monday + timedelta(days=_VACATION_DAY, weeks=week)))


class _Sample:
    """Makes appointments of the sample's chain."""

    def __init__(self, program: Program) -> None:
        self._now = program.clock.now()
        self._branch = program.queries.branches()[0]
        self._resources = {resource.name: resource.id for resource in program.queries.resources()}
        self._types = {row.name: row.id for row in program.queries.types()}
        self._statuses = {row.name: row.id for row in program.queries.statuses()}
        self._customers = sorted(program.queries.customers(), key=lambda row: row.number)

    def appointment(self, day: date, entry: _Entry, moved_on: int) -> Appointment:
        start, minutes, names, type_name, text, customer = entry
        start_at = at_local(datetime.combine(day, time.fromisoformat(start)), self._branch.tz)
        when = Timed(start_at, start_at + timedelta(minutes=minutes))
        appointment = Appointment(
            id=uuid4(),
            branch_id=self._branch.id,
            when=when,
            resource_ids=tuple(self._resources[name] for name in names),
            text=text,
            type_id=self._types[type_name],
        )
        if customer is None:
            return appointment
        status = "Erledigt" if when.end_at <= self._now else "Bestätigt"
        comes = self._customers[(customer + moved_on) % len(self._customers)]
        return replace(appointment, customer_id=comes.id, status_id=self._statuses[status])

    def vacation(self, day: date) -> Absence:
        when = AllDay(day, day + timedelta(days=1))
        return Absence(uuid4(), AbsenceKind.VACATION, when, (self._resources[_ON_VACATION],))
