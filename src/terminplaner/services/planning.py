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
    NotFoundError,
    ReadOnlyAppointmentError,
    StaleRevisionError,
)
from terminplaner.domain.resource import Availability, Resource
from terminplaner.domain.when import Interval, Timed, When
from terminplaner.services.customers import find_or_add_customer
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

    def book(self, actor: Actor, appointment: Appointment, customer: str | None = None) -> Outcome:
        """Store a new appointment (revision 0).

        ``customer``, where given, is said by number or name (see ``find_or_add_customer``); where the appointment
        is refused, nobody new is taken up either.  Raise ``CapacityExceededError``, ``PermissionDeniedError``,
        ``InvalidInputError``, or ``NotFoundError`` for a deleted resource.
        """
        appointment = _with_line_feeds(appointment)
        with self.gate.open(actor.author, "book") as passage:
            _require_sound(appointment)
            _require_live(passage.work, appointment.resource_ids)
            _require_allowed(passage.work, actor, appointment.resource_ids)
            # As in a change customers are locked before resources, or two bookings could wait for each other.
            wanted = _with_customer(passage.work, actor, appointment, customer)
            self.hold_room(passage.work, wanted)
            stored = passage.work.put(wanted)
            warnings = self._warnings(passage.work, stored)
        return Outcome(stored, passage.change_set, warnings)

    def change(self, actor: Actor, appointment: Appointment, customer: str | None = None) -> Outcome:
        """Store a modified copy that carries the revision it was read at; ``customer`` as in ``book``.

        Raise as ``book`` does, and ``StaleRevisionError`` or ``ReadOnlyAppointmentError``.
        """
        return self._change(actor, appointment, "change", customer)

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
            _require_allowed(passage.work, actor, current.resource_ids)
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
            _require_allowed(passage.work, actor, current.resource_ids)
            _require_writable(current, None)
            if current.is_cancelled:
                _require_live(passage.work, current.resource_ids)
                restored = replace(current, cancelled_at=None, cancelled_by="")
                self.hold_room(passage.work, restored)
                current = passage.work.put(restored)
            warnings = self._warnings(passage.work, current)
        return Outcome(current, passage.change_set, warnings)

    def check(self, appointment: Appointment) -> tuple[PlanningWarning, ...]:
        """What would be warned of, without storing anything."""
        with self.gate.store.read() as reader:
            return self._warnings(reader, appointment)

    def _change(
        self, actor: Actor, appointment: Appointment, command: str, customer: str | None = None
    ) -> Outcome:
        with self.gate.open(actor.author, command) as passage:
            wanted = _with_customer(passage.work, actor, appointment, customer)
            stored = self.store(passage.work, actor, wanted)
            warnings = self._warnings(passage.work, stored)
        return Outcome(stored, passage.change_set, warnings)

    def store(self, work: UnitOfWork, actor: Actor, appointment: Appointment) -> Appointment:
        """Store a modified copy within an open transaction, by the rules of ``change``; undo does so too."""
        current = work.get(Appointment, appointment.id)
        appointment = _with_line_feeds(appointment)
        _require_sound(appointment)
        _require_live(work, set(appointment.resource_ids) - set(current.resource_ids))
        _require_allowed(work, actor, {*current.resource_ids, *appointment.resource_ids})
        _require_writable(current, appointment.revision)
        if _needs_more_room(work, current, appointment):
            self.hold_room(work, appointment)
        return work.put(appointment)

    def hold_room(self, work: UnitOfWork, appointment: Appointment) -> None:
        """Lock the resources; raise ``CapacityExceededError`` where one is full."""
        work.lock_resources(appointment.resource_ids)
        occupation = _Occupation.of(work)
        if not appointment.occupies or occupation.settings.allow_overbooking:
            return
        wanted = occupation.interval(appointment)
        margin = timedelta(minutes=LONGEST_PREPARATION)
        for resource_id in appointment.resource_ids:
            resource = work.get(Resource, resource_id)
            near = AppointmentQuery((resource_id,), wanted.start_at - margin, wanted.end_at + margin)
            colliding = tuple(
                other
                for other in work.list_appointments(near)
                if other.id != appointment.id and other.occupies and occupation.interval(other).overlaps(wanted)
            )
            if exceeds_capacity(map(occupation.interval, colliding), wanted, resource.capacity):
                raise CapacityExceededError(resource=resource.name, colliding=colliding)

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


LONGEST_PREPARATION = 24 * 60
"""Minutes before and after an appointment."""
_TEXTS = ("text", "comment")
_DAYS_CHECKED = 31
"""Holidays of longer absences are not worth a sentence each."""


def _with_line_feeds(appointment: Appointment) -> Appointment:
    """Neither Google nor iCalendar keeps another end of a line, so it would look edited there."""
    texts = {name: getattr(appointment, name).replace("\r\n", "\n").replace("\r", "\n") for name in _TEXTS}
    return replace(appointment, **texts)


def _with_customer(work: UnitOfWork, actor: Actor, appointment: Appointment, customer: str | None) -> Appointment:
    if customer is None:
        return appointment
    found = find_or_add_customer(work, actor, customer)
    return replace(appointment, customer_id=found.id if found else None)


def _require_sound(appointment: Appointment) -> None:
    if not appointment.resource_ids:
        raise InvalidInputError("resource_missing")
    if len(set(appointment.resource_ids)) < len(appointment.resource_ids):
        raise InvalidInputError("resource_twice")
    for field_name in ("prepare_minutes", "follow_up_minutes"):
        if not 0 <= getattr(appointment, field_name) <= LONGEST_PREPARATION:
            raise InvalidInputError("number_out_of_range", field=field_name, low=0, high=LONGEST_PREPARATION)


def _require_live(reader: Reader, resource_ids: Iterable[UUID]) -> None:
    for resource_id in resource_ids:
        if reader.get(Resource, resource_id).deleted_at is not None:
            raise NotFoundError(kind=Resource.__name__, id=str(resource_id))


def _require_allowed(reader: Reader, actor: Actor, resource_ids: Iterable[UUID]) -> None:
    for resource_id in resource_ids:
        actor.require_plan(reader.get(Resource, resource_id))


def _require_writable(current: Appointment, revision: int | None) -> None:
    if current.is_read_only:
        raise ReadOnlyAppointmentError(text=current.text)
    if revision is not None and revision != current.revision:
        raise StaleRevisionError(by=current.modified_by)


def _needs_more_room(reader: Reader, before: Appointment, after: Appointment) -> bool:
    """Whether a change can collide: editing the text of an overbooked appointment must stay possible."""
    if not after.occupies:
        return False
    if not before.occupies or not set(after.resource_ids) <= set(before.resource_ids):
        return True
    occupation = _Occupation.of(reader)
    return not occupation.interval(before).contains(occupation.interval(after))


@dataclass(frozen=True, slots=True)
class _Occupation:
    """How long an appointment takes its resources, by the settings of the chain."""

    settings: ChainSettings
    zones: Mapping[UUID, ZoneInfo]

    @classmethod
    def of(cls, reader: Reader) -> _Occupation:
        return cls(reader.list(ChainSettings)[0], {branch.id: branch.tz for branch in reader.list(Branch)})

    def interval(self, appointment: Appointment) -> Interval:
        zone = self.zones[appointment.branch_id]
        if self.settings.use_preparation_times:
            return appointment.occupied(zone)
        return appointment.when.interval(zone)


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
