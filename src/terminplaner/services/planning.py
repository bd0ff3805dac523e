"""Booking, changing, moving, cancelling and restoring appointments.

Capacity refuses (unless the chain allows overbooking or the appointment is parallel); everything else only
warns.  Capacity is held by the transaction: the resources are locked before the room is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.capacity import exceeds_capacity
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import (
    CapacityExceededError,
    InvalidInputError,
    ReadOnlyAppointmentError,
    StaleRevisionError,
)
from terminplaner.domain.resource import Availability, Resource
from terminplaner.domain.when import Timed, When
from terminplaner.services.gate import Gate
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import AppointmentQuery, Clock, Reader, UnitOfWork
from terminplaner.services.working_time import available_intervals, holiday_name, local_days


class WarningCode(StrEnum):
    OUTSIDE_AVAILABILITY = "outside_availability"
    HOLIDAY = "holiday"
    OFF_STEP = "off_step"
    IN_THE_PAST = "in_the_past"


@dataclass(frozen=True, slots=True)
class PlanningWarning:
    """Something worth a look that does not refuse."""

    code: WarningCode
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished command; ``change_set`` is None where nothing differed from what was stored."""

    appointment: Appointment
    change_set: ChangeSet | None
    warnings: tuple[PlanningWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Planning:
    gate: Gate
    clock: Clock

    def book(self, actor: Actor, appointment: Appointment) -> Outcome:
        """Store a new appointment (revision 0).

        Raise ``CapacityExceededError``, ``PermissionDeniedError`` or ``InvalidInputError``.
        """
        with self.gate.open(actor.author, "book") as passage:
            self._require_allowed(passage.work, actor, appointment.resource_ids)
            self.hold_room(passage.work, appointment)
            stored = passage.work.put(appointment)
            warnings = self._warnings(passage.work, stored)
        return Outcome(stored, passage.change_set, warnings)

    def change(self, actor: Actor, appointment: Appointment) -> Outcome:
        """Store a modified copy that carries the revision it was read at.

        Raise as ``book`` does, and ``StaleRevisionError`` or ``ReadOnlyAppointmentError``.
        """
        return self._change(actor, appointment, "change")

    def move(
        self, actor: Actor, appointment_id: UUID, revision: int, when: When, resource_ids: tuple[UUID, ...]
    ) -> Outcome:
        """Put an appointment to another time or onto other resources."""
        with self.gate.store.read() as reader:
            current = reader.get(Appointment, appointment_id)
        moved = replace(current, when=when, resource_ids=resource_ids, revision=revision)
        return self._change(actor, moved, "move")

    def cancel(self, actor: Actor, appointment_id: UUID, revision: int | None = None) -> Outcome:
        """Cancel softly; restorable for 90 days.  ``revision`` None takes whatever is stored."""
        with self.gate.open(actor.author, "cancel") as passage:
            current = passage.work.get(Appointment, appointment_id)
            self._require_allowed(passage.work, actor, current.resource_ids)
            _require_writable(current, revision)
            if not current.is_cancelled:
                current = passage.work.put(
                    replace(current, cancelled_at=self.clock.now(), cancelled_by=actor.name)
                )
        return Outcome(current, passage.change_set)

    def restore(self, actor: Actor, appointment_id: UUID) -> Outcome:
        """Bring a cancelled appointment back; capacity is held as for a new one."""
        with self.gate.open(actor.author, "restore") as passage:
            current = passage.work.get(Appointment, appointment_id)
            self._require_allowed(passage.work, actor, current.resource_ids)
            _require_writable(current, None)
            if current.is_cancelled:
                restored = replace(current, cancelled_at=None, cancelled_by="")
                self.hold_room(passage.work, restored)
                current = passage.work.put(restored)
            warnings = self._warnings(passage.work, current)
        return Outcome(current, passage.change_set, warnings)

    def check(self, appointment: Appointment) -> tuple[PlanningWarning, ...]:
        """What would be warned of, without storing anything."""
        with self.gate.store.read() as reader:
            return self._warnings(reader, appointment)

    def _change(self, actor: Actor, appointment: Appointment, command: str) -> Outcome:
        with self.gate.open(actor.author, command) as passage:
            work = passage.work
            current = work.get(Appointment, appointment.id)
            self._require_allowed(work, actor, {*current.resource_ids, *appointment.resource_ids})
            _require_writable(current, appointment.revision)
            if _needs_more_room(current, appointment):
                self.hold_room(work, appointment)
            stored = work.put(appointment)
            warnings = self._warnings(work, stored)
        return Outcome(stored, passage.change_set, warnings)

    def _require_allowed(self, reader: Reader, actor: Actor, resource_ids: Iterable[UUID]) -> None:
        ids = tuple(resource_ids)
        if not ids:
            raise InvalidInputError("resource_missing")
        for resource_id in ids:
            actor.require_plan(reader.get(Resource, resource_id))

    def hold_room(self, work: UnitOfWork, appointment: Appointment) -> None:
        """Lock the resources; raise ``CapacityExceededError`` where one is full (undo holds room as well)."""
        work.lock_resources(appointment.resource_ids)
        if not appointment.occupies or _settings(work).allow_overbooking:
            return
        zones = {branch.id: branch.tz for branch in work.list(Branch)}
        wanted = appointment.occupied(zones[appointment.branch_id])
        for resource_id in appointment.resource_ids:
            resource = work.get(Resource, resource_id)
            others = [
                other
                for other in work.list_appointments(
                    AppointmentQuery(
                        resource_ids=(resource_id,),
                        from_at=wanted.start_at - _LONGEST_PREPARATION,
                        until_at=wanted.end_at + _LONGEST_PREPARATION,
                    )
                )
                if other.id != appointment.id
                and other.occupies
                and other.occupied(zones[other.branch_id]).overlaps(wanted)
            ]
            intervals = [other.occupied(zones[other.branch_id]) for other in others]
            if exceeds_capacity(intervals, wanted, resource.capacity):
                raise CapacityExceededError(resource=resource.name, colliding=tuple(others))

    def _warnings(self, reader: Reader, appointment: Appointment) -> tuple[PlanningWarning, ...]:
        branch = reader.get(Branch, appointment.branch_id)
        found: list[PlanningWarning] = []
        if appointment.when.interval(branch.tz).end_at <= self.clock.now():
            found.append(PlanningWarning(WarningCode.IN_THE_PAST))
        found += _holidays(appointment.when, branch)
        if isinstance(appointment.when, Timed):
            rules = reader.list(Availability)
            for resource_id in appointment.resource_ids:
                resource = reader.get(Resource, resource_id)
                own = tuple(rule for rule in rules if rule.resource_id == resource_id)
                found += _resource_warnings(appointment.when, resource, own, branch.tz)
        return tuple(found)


_LONGEST_PREPARATION = timedelta(hours=24)
_DAYS_CHECKED = 31
"""Holidays of longer absences are not worth a sentence each."""


def _settings(reader: Reader) -> ChainSettings:
    return reader.list(ChainSettings)[0]


def _require_writable(current: Appointment, revision: int | None) -> None:
    if current.is_read_only:
        raise ReadOnlyAppointmentError(text=current.text)
    if revision is not None and revision != current.revision:
        raise StaleRevisionError(by=current.modified_by)


def _needs_more_room(before: Appointment, after: Appointment) -> bool:
    """Whether a change can collide: editing the text of an overbooked appointment must stay possible."""
    return after.occupies and (
        not before.occupies
        or before.when != after.when
        or not set(after.resource_ids) <= set(before.resource_ids)
        or after.prepare_minutes > before.prepare_minutes
        or after.follow_up_minutes > before.follow_up_minutes
    )


def _holidays(when: When, branch: Branch) -> Iterator[PlanningWarning]:
    for day in local_days(when, branch.tz)[:_DAYS_CHECKED]:
        if name := holiday_name(day, branch.federal_state):
            yield PlanningWarning(WarningCode.HOLIDAY, {"day": day, "name": name})


def _resource_warnings(
    when: Timed, resource: Resource, rules: tuple[Availability, ...], zone: ZoneInfo
) -> Iterator[PlanningWarning]:
    wall = when.start_at.astimezone(zone)
    if resource.warns_when_unavailable:
        spans = available_intervals(rules, wall.date(), zone)
        if spans is not None and not any(
            span.start_at <= when.start_at and when.end_at <= span.end_at for span in spans
        ):
            yield PlanningWarning(WarningCode.OUTSIDE_AVAILABILITY, {"resource": resource.name})
    if (wall.hour * 60 + wall.minute) % resource.step_minutes:
        yield PlanningWarning(WarningCode.OFF_STEP, {"resource": resource.name, "minutes": resource.step_minutes})
