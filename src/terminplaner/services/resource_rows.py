"""Resources as "Ressourcen suchen" lists them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from terminplaner.domain.calendar_link import CalendarLink
from terminplaner.domain.chain import Branch
from terminplaner.domain.people import Employee
from terminplaner.domain.resource import Resource
from terminplaner.services.live_links import live_links
from terminplaner.services.ports import Reader


@dataclass(frozen=True, slots=True)
class ResourceFilter:
    """The filter of "Ressourcen suchen"; None and empty mean any."""

    name: str = ""
    branch_id: UUID | None = None
    include_hidden: bool = False
    place_branch_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """One line of "Ressourcen suchen"; ``visibility`` None stands for all branches, an employee may be deleted."""

    resource: Resource
    visibility: str | None
    place: str
    employee: Employee | None
    link: CalendarLink | None


def resource_rows(reader: Reader, wanted: ResourceFilter) -> tuple[ResourceRow, ...]:
    """In their natural order."""
    return tuple(row for row in _rows(reader) if _matches(row, wanted))


def _rows(reader: Reader) -> Iterable[ResourceRow]:
    branches = {branch.id: branch for branch in reader.list(Branch)}
    employees = {employee.id: employee for employee in reader.list(Employee, with_deleted=True)}
    links = {link.resource_id: link for link in live_links(reader)}
    for resource in reader.list(Resource):
        visible_in = ", ".join(branches[key].label for key in resource.visible_branch_ids if key in branches)
        place = branches.get(resource.branch_id) if resource.branch_id else None
        employee = employees[resource.employee_id] if resource.employee_id else None
        yield ResourceRow(
            resource,
            None if resource.is_in_all_branches else visible_in,
            place.label if place else "",
            employee,
            links.get(resource.id),
        )


def _matches(row: ResourceRow, wanted: ResourceFilter) -> bool:
    resource = row.resource
    return (
        wanted.name.casefold() in resource.name.casefold()
        and (wanted.include_hidden or resource.is_visible)
        and (
            wanted.branch_id is None
            or resource.is_in_all_branches
            or wanted.branch_id in resource.visible_branch_ids
        )
        and (wanted.place_branch_id is None or resource.branch_id == wanted.place_branch_id)
    )
