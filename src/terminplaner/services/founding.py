"""The first content of a new chain, and the sample that shows the program at work.

The sample is the branch "01 Stuttgart" with the twelve resources of the mirrored planner's own screens.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID, uuid4

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch, ChainSettings, OpeningSpan
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.people import Customer, Employee, Role, User, initials_of
from terminplaner.domain.resource import Availability, AvailabilityType, Resource, Weekday
from terminplaner.domain.view import PlannerView, ViewColumn, ViewKind
from terminplaner.services.gate import Gate
from terminplaner.services.ports import UnitOfWork
from terminplaner.services.users import ADMINISTRATOR_NAME

_FOUNDER = Author("terminplaner", Origin.SYSTEM)

_TYPES = (
    ("Beratung", "#326fa3"),
    ("Sehtest", "#4bada2"),
    ("Kontaktlinse", "#7472cb"),
    ("Anpassung", "#c98a2b"),
    ("Abholung", "#77a54e"),
    ("Reparatur", "#a5684b"),
    ("Hörtest", "#ab5183"),
    ("Batteriewechsel", "#787b26"),
    ("Behandlung", "#5092c4"),
    ("Besprechung", "#7386a3"),
    ("Privat", "#8d827c"),
)
"""In colors that stay apart for those who do not see red or green too; a test looks through their eyes."""
_STATUSES = (
    ("Vorgeschlagen", "#c29a34"),
    ("Bestätigt", "#2f855a"),
    ("Erschienen", "#2b6cb0"),
    ("Erledigt", "#4a5568"),
    ("Storniert", "#9b2c2c"),
    ("Geplatzt", "#c05621"),
)
_CANCELLING = frozenset(("Storniert", "Geplatzt"))
_WORKDAYS = tuple(day for day in Weekday if day is not Weekday.SUNDAY)


@dataclass(frozen=True, slots=True)
class _SampleResource:
    name: str
    in_all_branches: bool = False
    description: str = ""
    is_room: bool = False
    last_name: str = ""
    first_name: str = ""
    color: str = "#4a6fa5"


_RESOURCES = (
    _SampleResource("Administrator AMPAREX", True, last_name="Administrator AMPAREX", color="#5a6472"),
    _SampleResource("Beratung Filiale Stgt.", description='Beratung Filiale "S"', is_room=True, color="#8a6d3b"),
    _SampleResource("Kabine 1 Filiale Stgt.", description='Kabine 1 Filiale "S"', is_room=True, color="#2f7f86"),
    _SampleResource("Kabine 2 Filiale Stgt.", description='Kabine 2 Filiale "S"', is_room=True, color="#3a6ea5"),
    _SampleResource("Klara Himmel", last_name="Himmel", first_name="Klara", color="#3d85c6"),
    _SampleResource(
        "Phil Fraß", description='Mayer, Tilo "S"', last_name="Fraß", first_name="Phil", color="#b45f06"
    ),
    _SampleResource("Refraction und Kontaktlinse", color="#674ea7"),
    _SampleResource("Roman Ticker", last_name="Ticker", first_name="Roman", color="#38761d"),
    _SampleResource(
        "Rosa Wolke", True, description="Frei, Siegfried", last_name="Wolke", first_name="Rosa", color="#c2588c"
    ),
    _SampleResource(
        "Sham Painé", description='Höhn, Dieter "S"', last_name="Painé", first_name="Sham", color="#a61c3c"
    ),
    _SampleResource(
        "Theo Dor", True, description="Hefer, Tim", last_name="Dor", first_name="Theo", color="#45818e"
    ),
    _SampleResource("Thor Schuss", True, last_name="Schuss", first_name="Thor", color="#bf9000"),
)

_VIEWS = (
    (
        "Team",
        ViewKind.RESOURCES,
        1,
        30,
        (
            ("Klara Himmel", "Klara"),
            ("Phil Fraß", "Phil"),
            ("Roman Ticker", "Roman"),
            ("Rosa Wolke", "Rosa"),
            ("Sham Painé", "Sham"),
            ("Theo Dor", "Theo"),
            ("Thor Schuss", "Thor"),
        ),
    ),
    (
        "Kabinen",
        ViewKind.RESOURCES,
        5,
        30,
        (("Kabine 1 Filiale Stgt.", "Kabine 1"), ("Kabine 2 Filiale Stgt.", "Kabine 2")),
    ),
    (
        "Sehtest-Woche",
        ViewKind.DAYS,
        5,
        60,
        (("Refraction und Kontaktlinse", ""), ("Beratung Filiale Stgt.", "")),
    ),
)

_CUSTOMERS = (
    ("Mustermann", "Max", "0711 5550101", "max.mustermann@example.org", date(1958, 2, 14)),
    ("Sonnenschein", "Sabine", "0711 5550102", "sabine.sonnenschein@example.org", date(1983, 7, 1)),
    ("Özdemir", "Aylin", "0711 5550103", "aylin.oezdemir@example.org", date(1971, 5, 3)),
    ("Müller-Lüdenscheidt", "Friedrich-Wilhelm", "0711 5550104", "fw.mueller@example.org", date(1949, 11, 30)),
    ("Nowak", "Jan", "0711 5550105", "jan.nowak@example.org", date(1990, 9, 9)),
    ("Bergér", "Zoë", "0711 5550106", "zoe.berger@example.org", date(2001, 4, 17)),
    ("Schmidt", "Erika", "0711 5550107", "erika.schmidt@example.org", date(1966, 12, 24)),
    ("Schmidt", "Hans", "0711 5550108", "hans.schmidt@example.org", date(1938, 1, 6)),
)


def found_chain(gate: Gate) -> bool:
    """Give an empty store its settings, one branch, the lists and the administrator; False where it has them."""
    with gate.open(_FOUNDER, "found") as passage:
        work = passage.work
        if work.list(ChainSettings):
            return False
        work.put(ChainSettings(id=uuid4()))
        work.put(Branch(id=uuid4(), number="01", name="Filiale"))
        work.put(User(id=uuid4(), name=ADMINISTRATOR_NAME, role=Role.ADMINISTRATOR))
        for position, (name, color) in enumerate(_TYPES):
            work.put(AppointmentType(id=uuid4(), name=name, color=color, position=position))
        for position, (name, color) in enumerate(_STATUSES):
            means_cancelled = name in _CANCELLING
            work.put(AppointmentStatus(uuid4(), name, color, position, means_cancelled))
        work.put(AvailabilityType(uuid4(), "Arbeitszeit"))
    return True


def add_sample(gate: Gate) -> bool:
    """Add the sample to a founded chain that has no resources yet; False where it has some."""
    with gate.open(_FOUNDER, "sample") as passage:
        work = passage.work
        if work.list(Resource):
            return False
        branch = work.put(
            replace(
                work.list(Branch)[0],
                name="Stuttgart",
                address="Königstraße 1, 70173 Stuttgart",
                opening_times=tuple(OpeningSpan(day, time(9), _closing(day)) for day in _WORKDAYS),
            )
        )
        (type_of_availability, *_) = work.list(AvailabilityType)
        for sample in _RESOURCES:
            _add_resource(work, sample, branch.id, type_of_availability.id)
        _add_views(work)
        for number, (last_name, first_name, phone, email, birth_on) in enumerate(_CUSTOMERS, start=1001):
            work.put(
                Customer(
                    id=uuid4(),
                    number=str(number),
                    last_name=last_name,
                    first_name=first_name,
                    initials=initials_of(first_name, last_name),
                    phone=phone,
                    email=email,
                    birth_on=birth_on,
                )
            )
    return True


def _add_views(work: UnitOfWork) -> None:
    ids = {resource.name: resource.id for resource in work.list(Resource)}
    for number, (title, kind, days, raster, names) in enumerate(_VIEWS, start=1):
        work.put(
            PlannerView(
                id=uuid4(),
                name=title,
                title=title,
                kind=kind,
                days=days,
                starts_at=time(8),
                ends_at=time(19),
                raster_minutes=raster,
                columns=tuple(ViewColumn(ids[name], column) for name, column in names),
                position=10 * number,
            )
        )


def _add_resource(work: UnitOfWork, sample: _SampleResource, branch_id: UUID, type_id: UUID) -> None:
    employee_id = None
    if sample.last_name:
        employee = Employee(
            id=uuid4(), last_name=sample.last_name, first_name=sample.first_name, branch_id=branch_id
        )
        employee_id = work.put(employee).id
        if sample.first_name:
            login = f"{sample.first_name}.{sample.last_name}".lower()
            work.put(User(id=uuid4(), name=login, role=Role.EMPLOYEE, employee_id=employee_id))
    resource = work.put(
        Resource(
            id=uuid4(),
            name=sample.name,
            description=sample.description,
            color=sample.color,
            employee_id=employee_id,
            branch_id=branch_id if sample.is_room else None,
            warns_when_unavailable=True,
            is_in_all_branches=sample.in_all_branches,
            visible_branch_ids=() if sample.in_all_branches else (branch_id,),
        )
    )
    for weekday in _WORKDAYS:
        work.put(Availability(uuid4(), resource.id, weekday, time(9), _closing(weekday), type_id=type_id))


def _closing(weekday: Weekday) -> time:
    return time(14) if weekday is Weekday.SATURDAY else time(18)
