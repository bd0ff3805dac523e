"""Which appointments of a plan are shown.  Qt-free."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan


@dataclass(frozen=True, slots=True)
class Filter:
    """Empty sets let everything pass; a None among the ids stands for having no type or no status.

    ``branch_ids`` shows the resources of these branches instead of those of the user's, and of a view only those
    that they see; ``shows_cancelled`` adds appointments, where the first two take some away.
    """

    type_ids: frozenset[UUID | None] = frozenset()
    status_ids: frozenset[UUID | None] = frozenset()
    branch_ids: frozenset[UUID] = frozenset()
    shows_cancelled: bool = False

    @property
    def hides(self) -> bool:
        """Whether there can be appointments that it does not show."""
        return bool(self.type_ids or self.status_ids)

    @property
    def is_active(self) -> bool:
        """Whether the plan differs from what somebody sees who never chose a filter."""
        return self != NO_FILTER

    def passes(self, row: AppointmentRow) -> bool:
        appointment = row.appointment
        return (not self.type_ids or appointment.type_id in self.type_ids) and (
            not self.status_ids or appointment.status_id in self.status_ids
        )

    def applied_to(self, plan: Plan) -> Plan:
        return replace(plan, rows=tuple(row for row in plan.rows if self.passes(row))) if self.hides else plan


NO_FILTER = Filter()
