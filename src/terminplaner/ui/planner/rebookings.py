"""Moves that are shown before the database has agreed.  Qt-free.

While a move is on its way, another one of the same appointment waits its turn, because it needs the revision the
first one makes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from uuid import UUID

from terminplaner.services.queries import Plan
from terminplaner.ui.planner.plan.gestures import Rebooking


@dataclass(slots=True)
class Rebookings:
    _sent: dict[UUID, Rebooking] = field(default_factory=dict)
    _waiting: dict[UUID, Rebooking] = field(default_factory=dict)

    def add(self, rebooking: Rebooking) -> bool:
        """Whether to send it now; otherwise it follows the one that is on its way."""
        key = rebooking.row.appointment.id
        if key in self._sent:
            self._waiting[key] = rebooking
            return False
        self._sent[key] = rebooking
        return True

    def succeed(self, appointment_id: UUID, revision: int) -> Rebooking | None:
        """The one on its way arrived, as ``revision``; the next to send, if one waited."""
        self._sent.pop(appointment_id, None)
        following = self._waiting.pop(appointment_id, None)
        if following is None:
            return None
        appointment = replace(following.row.appointment, revision=revision)
        self._sent[appointment_id] = replace(following, row=replace(following.row, appointment=appointment))
        return self._sent[appointment_id]

    def fail(self, appointment_id: UUID) -> None:
        """It was refused: what waited behind it is void as well."""
        self._sent.pop(appointment_id, None)
        self._waiting.pop(appointment_id, None)

    def applied_to(self, plan: Plan) -> Plan:
        """The plan as it will be when everything on its way has arrived."""
        wanted = self._sent | self._waiting
        if not wanted:
            return plan
        resources = {resource.id: resource for resource in plan.resources}
        rows = []
        for row in plan.rows:
            rebooking = wanted.get(row.appointment.id)
            if rebooking is None:
                rows.append(row)
                continue
            known = resources | {resource.id: resource for resource in row.resources}
            rows.append(
                replace(
                    row,
                    appointment=replace(row.appointment, when=rebooking.when, resource_ids=rebooking.resource_ids),
                    resources=tuple(known[key] for key in rebooking.resource_ids if key in known),
                )
            )
        return replace(plan, rows=tuple(rows))
