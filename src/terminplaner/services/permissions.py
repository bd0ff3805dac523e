"""Who may do what: the three roles and their rights."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import PermissionDeniedError
from terminplaner.domain.people import Role, User
from terminplaner.domain.resource import Resource


class Right(StrEnum):
    PLAN = "plan"
    """Book, move and cancel on every resource."""
    PLAN_OWN = "plan_own"
    """The same on the person resource of one's own employee."""
    MANAGE_CUSTOMERS = "manage_customers"
    MANAGE_MASTER_DATA = "manage_master_data"
    MANAGE_SETTINGS = "manage_settings"
    MANAGE_SYNC = "manage_sync"
    """Run the sync, decide its problems, link any resource."""
    LINK_OWN_CALENDAR = "link_own_calendar"


_RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ADMINISTRATOR: frozenset(Right),
    Role.PLANNER: frozenset(
        {Right.PLAN, Right.PLAN_OWN, Right.MANAGE_CUSTOMERS, Right.MANAGE_SYNC, Right.LINK_OWN_CALENDAR}
    ),
    Role.EMPLOYEE: frozenset({Right.PLAN_OWN, Right.MANAGE_CUSTOMERS, Right.LINK_OWN_CALENDAR}),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """The user who acts, and by which road."""

    user: User
    origin: Origin = Origin.USER

    @property
    def name(self) -> str:
        return self.user.name

    @property
    def author(self) -> Author:
        return Author(self.user.name, self.origin, self.user.id)

    def has(self, right: Right) -> bool:
        return right in _RIGHTS[self.user.role]

    def owns(self, resource: Resource) -> bool:
        """Whether ``resource`` is the person resource of this user's employee."""
        return resource.employee_id is not None and resource.employee_id == self.user.employee_id

    def may_plan(self, resource: Resource) -> bool:
        return self.has(Right.PLAN) or (self.has(Right.PLAN_OWN) and self.owns(resource))

    @property
    def may_link_any(self) -> bool:
        """An administrator links every resource, and with any account of the chain."""
        return self.has(Right.MANAGE_MASTER_DATA)

    def may_link(self, resource: Resource) -> bool:
        """Who is no administrator links the own person resource."""
        return self.may_link_any or (self.has(Right.LINK_OWN_CALENDAR) and self.owns(resource))

    def require(self, right: Right) -> None:
        """Raise ``PermissionDeniedError`` unless the role has ``right``."""
        if not self.has(right):
            raise PermissionDeniedError(right=right.value, user=self.name)

    def require_plan(self, resource: Resource) -> None:
        """Raise ``PermissionDeniedError`` (code ``may_not_plan``) unless the actor may plan on ``resource``."""
        if not self.may_plan(resource):
            raise PermissionDeniedError("may_not_plan", resource=resource.name, user=self.name)

    def require_link(self, resource: Resource) -> None:
        """Raise ``PermissionDeniedError`` (code ``may_not_link``) unless the actor may link ``resource``."""
        if not self.may_link(resource):
            raise PermissionDeniedError("may_not_link", resource=resource.name, user=self.name)
