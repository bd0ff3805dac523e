"""Moves that are shown before the database has agreed.  Qt-free.

While moves are on their way, others of the same appointments wait their turn, because they need the revisions the
first ones make.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.services.queries import Plan
from terminplaner.ui.planner.plan.gestures import Rebooking

Group = tuple[Rebooking, ...]
"""What is moved as one step, all or none."""


@dataclass(slots=True)
class Rebookings:
    _sent: dict[UUID, Rebooking] = field(default_factory=dict)
    _waiting: list[Group] = field(default_factory=list)

    def add(self, group: Group) -> tuple[Group, ...]:
        """What to send now: ``group``, or nothing while one of it is on its way."""
        self._waiting = [earlier for earlier in self._waiting if _ids(earlier) != _ids(group)]
        self._waiting.append(group)
        return self._begin()

    def succeed(self, stored: Iterable[Appointment]) -> tuple[Group, ...]:
        """Those on their way arrived, as ``stored``; what to send next."""
        arrived = {appointment.id: appointment.revision for appointment in stored}
        for key in arrived:
            self._sent.pop(key, None)
        self._waiting = [tuple(_revised(one, arrived) for one in group) for group in self._waiting]
        return self._begin()

    def fail(self, group: Group) -> tuple[Group, ...]:
        """They were refused: what waited behind them is void as well; what to send next."""
        failed = _ids(group)
        for key in failed:
            self._sent.pop(key, None)
        self._waiting = [waiting for waiting in self._waiting if failed.isdisjoint(_ids(waiting))]
        return self._begin()

    def applied_to(self, plan: Plan) -> Plan:
        """The plan as it will be when everything on its way has arrived."""
        waiting = {one.row.appointment.id: one for group in self._waiting for one in group}
        wanted = self._sent | waiting
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

    def _begin(self) -> tuple[Group, ...]:
        """Take up what waits for nothing: neither for what is on its way nor for what waits longer."""
        begun: list[Group] = []
        held: list[Group] = []
        taken = set(self._sent)
        for group in self._waiting:
            (begun if taken.isdisjoint(_ids(group)) else held).append(group)
            taken |= _ids(group)
        self._waiting = held
        self._sent |= {one.row.appointment.id: one for group in begun for one in group}
        return tuple(begun)


def _ids(group: Group) -> frozenset[UUID]:
    return frozenset(one.row.appointment.id for one in group)


def _revised(rebooking: Rebooking, arrived: dict[UUID, int]) -> Rebooking:
    appointment = rebooking.row.appointment
    if appointment.id not in arrived:
        return rebooking
    appointment = replace(appointment, revision=arrived[appointment.id])
    return replace(rebooking, row=replace(rebooking.row, appointment=appointment))
