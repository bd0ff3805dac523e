"""Who may do what: the roles and their rights."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import PermissionDeniedError
from terminplaner.domain.people import Role, User
from terminplaner.domain.resource import Resource
from terminplaner.services.ports import Reader


class Right(StrEnum):
    PLAN = "plan"
    """Book, move and cancel on every resource."""
    PLAN_OWN = "plan_own"
    """The same on the person resource of one's own employee."""
    PLAN_ABSENCES = "plan_absences"
    """Enter absences and availabilities as well, wherever one may plan."""
    PLAN_OUTSIDE_HOURS = "plan_outside_hours"
    """Book where nobody works: outside the availabilities, into absences, on holidays."""
    OVERBOOK = "overbook"
    """Book beyond the capacity, where the chain allows that."""
    CANCEL_ANY = "cancel_any"
    """Take away what others entered, where the chain leaves that to whoever entered it."""
    MANAGE_CUSTOMERS = "manage_customers"
    MANAGE_MASTER_DATA = "manage_master_data"
    MANAGE_SETTINGS = "manage_settings"
    MANAGE_SYNC = "manage_sync"
    """Run the sync, decide its problems, link any resource."""
    LINK_OWN_CALENDAR = "link_own_calendar"
    READ_CHANGE_LOG = "read_change_log"
    """Look up who changed what, of everything."""


_BOOKING = frozenset({Right.PLAN, Right.PLAN_OWN, Right.MANAGE_CUSTOMERS, Right.LINK_OWN_CALENDAR})
_FREELY = frozenset({Right.PLAN_OUTSIDE_HOURS, Right.OVERBOOK})
_RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ADMINISTRATOR: frozenset(Right),
    Role.PLANNER: _BOOKING | _FREELY | {Right.PLAN_ABSENCES, Right.MANAGE_SYNC, Right.READ_CHANGE_LOG},
    Role.BOOKER: _BOOKING | _FREELY,
    Role.BOOKER_IN_HOURS: _BOOKING,
    Role.EMPLOYEE: (_BOOKING - {Right.PLAN}) | _FREELY | {Right.PLAN_ABSENCES},
    Role.READER: frozenset(),
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
    def may_plan_something(self) -> bool:
        """Whether there can be any resource that this user plans."""
        return self.has(Right.PLAN) or (self.has(Right.PLAN_OWN) and self.user.employee_id is not None)

    @property
    def lacks_employee(self) -> bool:
        """Whether all that is missing for planning is an employee: the role plans for the own one alone."""
        return self.has(Right.PLAN_OWN) and not self.may_plan_something

    @property
    def may_plan_closures(self) -> bool:
        return self.has(Right.PLAN) and self.has(Right.PLAN_ABSENCES)

    def may_plan_absences(self, resource: Resource) -> bool:
        """Whether the actor enters absences and availabilities of ``resource``."""
        return self.has(Right.PLAN_ABSENCES) and self.may_plan(resource)

    @property
    def may_link_any(self) -> bool:
        """An administrator links every resource, and with any account of the chain."""
        return self.has(Right.MANAGE_MASTER_DATA)

    def may_link(self, resource: Resource) -> bool:
        """Who is no administrator links the own person resource."""
        return self.may_link_any or (self.has(Right.LINK_OWN_CALENDAR) and self.owns(resource))

    def require_valid(self, reader: Reader) -> None:
        """Raise ``PermissionDeniedError`` where the user was deleted since (code ``user_deleted``), has another
        password than the one this actor showed (code ``password_changed``), or lost what this actor has (code
        ``rights_changed``): whatever was asked of the actor is outdated.
        """
        stored = reader.find(User, self.user.id)
        if stored is None or stored.deleted_at is not None:
            raise PermissionDeniedError("user_deleted", user=self.name)
        if stored.password_hash != self.user.password_hash:
            raise PermissionDeniedError("password_changed", user=self.name)
        has_lost = _RIGHTS[self.user.role] - _RIGHTS[stored.role]
        if has_lost or self.user.employee_id not in {None, stored.employee_id}:
            raise PermissionDeniedError("rights_changed", user=self.name)

    def require(self, right: Right) -> None:
        """Raise ``PermissionDeniedError`` unless the role has ``right``."""
        if not self.has(right):
            raise PermissionDeniedError(right=right.value, user=self.name)

    def require_plan(self, resource: Resource) -> None:
        """Raise ``PermissionDeniedError`` (code ``may_not_plan``) unless the actor may plan on ``resource``."""
        if not self.may_plan(resource):
            raise PermissionDeniedError("may_not_plan", resource=resource.name, user=self.name)

    def require_absences(self, resource: Resource) -> None:
        """Raise ``PermissionDeniedError`` (code ``may_not_plan_absences``) unless ``may_plan_absences``."""
        if not self.may_plan_absences(resource):
            raise PermissionDeniedError("may_not_plan_absences", resource=resource.name, user=self.name)

    def require_link(self, resource: Resource) -> None:
        """Raise ``PermissionDeniedError`` (code ``may_not_link``) unless the actor may link ``resource``."""
        if not self.may_link(resource):
            raise PermissionDeniedError("may_not_link", resource=resource.name, user=self.name)
