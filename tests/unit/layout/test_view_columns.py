"""What a view makes of a plan: titles, hours, rasters, and days with several resources."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.resource import Availability, Resource, Weekday
from terminplaner.domain.view import PlannerView, ViewColumn, ViewKind
from terminplaner.domain.when import AllDay, Timed, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan
from terminplaner.ui.planner.plan.columns import take_snapshot
from terminplaner.ui.planner.plan.snapshot import Snapshot
from terminplaner.ui.planner.window import Mode, Window

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 23)
ANNA, BEN = Resource(UUID(int=1), "Anna"), Resource(UUID(int=2), "Ben")


def row(number: int, hour: int, *resources: Resource) -> AppointmentRow:
    start_at, end_at = (at_local(datetime.combine(MONDAY, time(value)), BERLIN) for value in (hour, hour + 1))
    ids = tuple(resource.id for resource in resources)
    appointment = Appointment(UUID(int=number), UUID(int=99), Timed(start_at, end_at), ids)
    return AppointmentRow(appointment, resources, None, None, None, BERLIN)


def snapshot_of(kind: ViewKind, *rows: AppointmentRow, absences: tuple[Absence, ...] = ()) -> Snapshot:
    view = PlannerView(
        UUID(int=7),
        "Team",
        "Team",
        kind=kind,
        days=2,
        starts_at=time(8, 30),
        ends_at=time(0),
        raster_minutes=20,
        columns=(ViewColumn(ANNA.id, "Annas Kabine"), ViewColumn(BEN.id)),
    )
    window = Window(Mode.VIEW, MONDAY, BERLIN, (ANNA.id, BEN.id), view)
    rules = {
        ANNA.id: (Availability(UUID(int=21), ANNA.id, Weekday.MONDAY, time(9), time(12)),),
        BEN.id: (Availability(UUID(int=22), BEN.id, Weekday.MONDAY, time(11), time(15)),),
    }
    span = window.interval
    return take_snapshot(
        window, Plan(span.start_at, span.end_at, (ANNA, BEN), rows, rules, {ANNA.id: absences, BEN.id: ()})
    )


def test_resources_stand_side_by_side_under_their_own_titles() -> None:
    shown = snapshot_of(ViewKind.RESOURCES, row(1, 9, BEN))
    assert [column.title for column in shown.columns] == ["Annas Kabine"] * 2 + ["Ben"] * 2
    assert {column.raster for column in shown.columns} == {20}
    assert [len(blocks) for blocks in shown.blocks] == [0, 0, 1, 0]


def test_days_stand_side_by_side_with_each_appointment_once() -> None:
    shown = snapshot_of(ViewKind.DAYS, row(1, 9, ANNA, BEN), row(2, 10, BEN))
    assert [column.day.day for column in shown.columns] == [23, 24]
    assert [[block.appointment.id.int for block in blocks] for blocks in shown.blocks] == [[1, 2], []]


def test_a_day_is_free_while_anybody_is() -> None:
    monday, tuesday = snapshot_of(ViewKind.DAYS).columns
    assert (monday.free, tuesday.free) == (((540, 900),), ())


def test_an_absence_is_named_with_its_resource_where_there_are_several() -> None:
    away = Absence(UUID(int=31), AbsenceKind.SICKNESS, AllDay(MONDAY, date(2026, 11, 24)), (ANNA.id,))
    by_day = snapshot_of(ViewKind.DAYS, absences=(away,)).columns[0]
    by_resource = snapshot_of(ViewKind.RESOURCES, absences=(away,)).columns[0]
    assert [closure.whose for closure in (*by_day.closures, *by_resource.closures)] == ["Anna", ""]
    assert by_day.free == ((660, 900),)


def test_the_hours_of_a_view_end_at_midnight_where_it_says_so() -> None:
    assert snapshot_of(ViewKind.DAYS).hours == (510, 1440)
