"""Which branch a resource belongs to."""

from __future__ import annotations

from terminplaner.domain.chain import Branch
from terminplaner.domain.people import Employee
from terminplaner.domain.resource import Resource
from terminplaner.services.ports import Reader


def branch_of(reader: Reader, resource: Resource) -> Branch:
    """The place of a room or of an employee, else the first branch it is visible in, else the chain's first."""
    branches = {branch.id: branch for branch in reader.list(Branch)}
    employee = reader.find(Employee, resource.employee_id) if resource.employee_id else None
    wanted = (resource.branch_id, employee.branch_id if employee else None, *resource.visible_branch_ids)
    return next((branches[key] for key in wanted if key in branches), next(iter(branches.values())))
