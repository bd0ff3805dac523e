"""A week of appointments for the demo, so that the planner does not open empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import uuid4

from terminplaner.bootstrap.program import Program
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.when import AllDay, Timed, When, at_local
from terminplaner.services.permissions import Actor

# day of the week, start, minutes, resources, type, text, index of the customer
_WEEK: tuple[tuple[int, str, int, tuple[str, ...], str, str, int | None], ...] = (
    (0, "09:00", 30, ("Thor Schuss",), "Sehtest", "", 0),
    (0, "10:00", 60, ("Thor Schuss", "Kabine 1 Filiale Stgt."), "Anpassung", "", 3),
    (0, "09:30", 45, ("Klara Himmel",), "Beratung", "", 1),
    (0, "11:00", 90, ("Klara Himmel",), "Kontaktlinse", "Erstanpassung", 2),
    (0, "14:00", 30, ("Rosa Wolke",), "Abholung", "", 4),
    (0, "13:00", 45, ("Thor Schuss",), "Beratung", "Gleitsicht", 6),
    (0, "15:00", 30, ("Klara Himmel",), "Abholung", "", 7),
    (0, "09:00", 60, ("Phil Fraß", "Beratung Filiale Stgt."), "Beratung", "", 6),
    (0, "11:00", 45, ("Phil Fraß",), "Reparatur", "Bügel", 5),
    (0, "14:00", 45, ("Phil Fraß", "Beratung Filiale Stgt."), "Anpassung", "", 4),
    (0, "09:00", 30, ("Refraction und Kontaktlinse",), "Sehtest", "", 1),
    (0, "10:00", 30, ("Refraction und Kontaktlinse",), "Sehtest", "", 4),
    (0, "14:00", 60, ("Refraction und Kontaktlinse",), "Kontaktlinse", "", 3),
    (0, "09:30", 60, ("Roman Ticker",), "Anpassung", "", 5),
    (0, "13:30", 60, ("Roman Ticker",), "Besprechung", "Wareneingang", None),
    (0, "10:30", 60, ("Rosa Wolke", "Kabine 2 Filiale Stgt."), "Hörtest", "", 2),
    (0, "10:00", 45, ("Sham Painé",), "Batteriewechsel", "", 7),
    (0, "15:00", 60, ("Sham Painé", "Kabine 2 Filiale Stgt."), "Hörtest", "", 0),
    (0, "13:00", 60, ("Theo Dor",), "Kontaktlinse", "", 4),
    (1, "09:00", 45, ("Rosa Wolke", "Beratung Filiale Stgt."), "Beratung", "Gleitsicht", 5),
    (1, "10:30", 30, ("Thor Schuss",), "Reparatur", "Bügel", 6),
    (1, "13:00", 60, ("Theo Dor", "Kabine 2 Filiale Stgt."), "Hörtest", "", 7),
    (1, "15:00", 60, ("Phil Fraß",), "Besprechung", "Wareneingang", None),
    (2, "09:00", 30, ("Klara Himmel",), "Sehtest", "", 0),
    (2, "10:00", 120, ("Thor Schuss",), "Besprechung", "Teamsitzung", None),
    (2, "10:00", 30, ("Sham Painé",), "Batteriewechsel", "", 3),
    (2, "14:30", 45, ("Roman Ticker",), "Anpassung", "", 1),
    (3, "09:30", 60, ("Rosa Wolke", "Kabine 1 Filiale Stgt."), "Hörtest", "", 2),
    (3, "11:00", 30, ("Thor Schuss",), "Abholung", "", 5),
    (3, "13:30", 90, ("Theo Dor",), "Kontaktlinse", "Nachkontrolle", 6),
    (4, "09:00", 30, ("Thor Schuss",), "Sehtest", "", 7),
    (4, "10:15", 45, ("Klara Himmel",), "Beratung", "Sportbrille", 4),
    (4, "15:00", 60, ("Phil Fraß", "Beratung Filiale Stgt."), "Beratung", "", 0),
)


def let_persons_take_wishes(program: Program, actor: Actor) -> None:
    """Let every person take part in the waiting list, so that its wishes can go into the plan."""
    for resource in program.queries.resources():
        program.master_data.save(actor, replace(resource, has_waiting_list=resource.employee_id is not None))


def fill_weeks(program: Program, actor: Actor, today: date, weeks: int = 2) -> None:
    """Book the sample week in the current week and the following ones, and one all-day absence."""
    branch = program.queries.branches()[0]
    resources = {resource.name: resource.id for resource in program.queries.resources()}
    types = {row.name: row.id for row in program.queries.types()}
    statuses = {row.name: row.id for row in program.queries.statuses()}
    customers = program.queries.customers()
    monday = today - timedelta(days=today.weekday())

    def book(when: When, names: tuple[str, ...], type_name: str, text: str, customer: int | None) -> None:
        program.planning.book(
            actor,
            Appointment(
                id=uuid4(),
                branch_id=branch.id,
                when=when,
                resource_ids=tuple(resources[name] for name in names),
                text=text,
                type_id=types[type_name],
                status_id=statuses["Bestätigt"] if customer is not None else None,
                customer_id=None if customer is None else customers[customer].id,
                shows_as_unavailable=type_name == "Privat",
            ),
        )

    for week in range(weeks):
        for weekday, start, minutes, names, type_name, text, customer in _WEEK:
            day = monday + timedelta(days=weekday, weeks=week)
            start_at = at_local(datetime.combine(day, time.fromisoformat(start)), branch.tz)
            book(Timed(start_at, start_at + timedelta(minutes=minutes)), names, type_name, text, customer)
        friday = monday + timedelta(days=4, weeks=week)
        book(AllDay(friday, friday + timedelta(days=1)), ("Roman Ticker",), "Privat", "Urlaub", None)
