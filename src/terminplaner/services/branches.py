"""Which branch a resource belongs to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from terminplaner.domain.chain import Branch
from terminplaner.domain.people import Employee
from terminplaner.domain.resource import Resource
from terminplaner.services.ports import Reader


def branch_of(reader: Reader, resource: Resource) -> Branch:
    """The place of a room or of an employee, else the first branch it is visible in, else the chain's first."""
    return branches_of(reader, (resource,))[resource.id]


def branches_of(reader: Reader, resources: Collection[Resource]) -> Mapping[UUID, Branch]:
    """``branch_of`` for several, by resource."""
    branches = {branch.id: branch for branch in reader.list(Branch)}
    employee_ids = {resource.employee_id for resource in resources if resource.employee_id}
    places = {employee.id: employee.branch_id for employee in reader.list_by_id(Employee, employee_ids)}

    def found(resource: Resource) -> Branch:
        employee_branch_id = places.get(resource.employee_id) if resource.employee_id else None
        wanted = (resource.branch_id, employee_branch_id, *resource.visible_branch_ids)
        return next((branches[key] for key in wanted if key in branches), next(iter(branches.values())))

    return {resource.id: found(resource) for resource in resources}
