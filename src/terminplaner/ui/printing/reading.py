"""Reading what a document shows.  Everything here blocks on the database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import day_start
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.ui.context import Services
from terminplaner.ui.printing.day_list import DayList
from terminplaner.ui.printing.entries import PaperRules
from terminplaner.ui.printing.slip import Slip
from terminplaner.ui.printing.week_plan import WeekPlan


def read_day_list(
    services: Services, branch: Branch, day: date, resource_ids: tuple[UUID, ...], *, has_page_per_resource: bool
) -> DayList:
    plan = _read_plan(services, branch, (day,), resource_ids)
    now = services.clock.now()
    return DayList(branch, day, _concerned(plan), plan, _rules(services), now, has_page_per_resource)


def read_week_plan(
    services: Services, branch: Branch, days: tuple[date, ...], resource_ids: tuple[UUID, ...]
) -> WeekPlan:
    plan = _read_plan(services, branch, days, resource_ids)
    return WeekPlan(branch, days, _concerned(plan), plan, _rules(services), services.clock.now())


def read_slip(services: Services, appointment_id: UUID, *, with_further: bool) -> Slip:
    """The slip of one appointment, ``with_further`` ones that its customer has from now on.

    Raise ``NotFoundError`` where there is no such appointment.
    """
    chosen = services.queries.appointment(appointment_id)
    further: tuple[AppointmentRow, ...] = ()
    if chosen.customer is not None:
        query = AppointmentQuery(customer_id=chosen.customer.id, from_at=services.clock.now())
        found = services.queries.appointments(query)
        further = tuple(row for row in found if row.appointment.id != appointment_id)
    rows = _by_start((chosen, *(further if with_further else ())))
    branches = {branch.id: branch for branch in services.queries.branches()}
    comes_early = _rules(services).comes_early
    branch = branches[chosen.appointment.branch_id]
    return Slip(branch, chosen.customer, rows, comes_early, len(further))


def _by_start(rows: Iterable[AppointmentRow]) -> tuple[AppointmentRow, ...]:
    return tuple(sorted(rows, key=lambda row: row.appointment.when.interval(row.zone).start_at))


def _read_plan(services: Services, branch: Branch, days: tuple[date, ...], resource_ids: tuple[UUID, ...]) -> Plan:
    from_at = day_start(days[0], branch.tz)
    return services.queries.plan(resource_ids, from_at, day_start(days[-1] + timedelta(days=1), branch.tz))


def _concerned(plan: Plan) -> tuple[Resource, ...]:
    """Those that have an appointment or are away themselves; where none does or is, all are meant.

    Nobody wants a page for each resource that has nothing, and a closure of the shop says the same of all.
    """
    taken = {key for row in plan.rows for key in row.appointment.resource_ids}
    away = {key for absences in plan.absences.values() for absence in absences for key in absence.resource_ids}
    return tuple(resource for resource in plan.resources if resource.id in taken | away) or plan.resources


def _rules(services: Services) -> PaperRules:
    settings = services.settings.load()
    return PaperRules(
        settings.hide_customer_names, settings.use_preparation_times and settings.preparation_is_for_customer
    )
