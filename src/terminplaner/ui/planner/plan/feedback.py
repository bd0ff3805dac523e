"""What would be said about a place before anything is put there, from the snapshot alone.  Qt-free.

The service decides again, with what it knows besides; this is what a pointer can be told in a frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.capacity import exceeds_capacity
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, Interval, Timed, When
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.permissions import Actor, Right
from terminplaner.ui.planner.plan.gestures import NewAppointment, Rebooking
from terminplaner.ui.planner.plan.snapshot import Column, Snapshot

_JUDGED = 50
"""Of more than this many at once only the first are looked at: a frame is short."""


class Objection(Enum):
    """What speaks against a place."""

    FORBIDDEN = "forbidden"
    FULL = "full"
    OVERLAP = "overlap"
    HOLIDAY = "holiday"
    UNAVAILABLE = "unavailable"
    CLOSED = "closed"
    PAST = "past"

    @property
    def refuses(self) -> bool:
        return self in {Objection.FORBIDDEN, Objection.FULL}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a place is judged by; ``settings`` None until they were read, ``actor`` None where nothing is asked."""

    snapshot: Snapshot
    now: datetime
    settings: ChainSettings | None = None
    actor: Actor | None = None

    def objections(self, landings: Iterable[Rebooking], *, are_new: bool = False) -> tuple[Objection, ...]:
        """What speaks against these places, the gravest first; ``are_new`` where the originals stay."""
        wanted = tuple(landings)[:_JUDGED]
        moving = frozenset() if are_new else frozenset(landing.row.appointment.id for landing in wanted)
        found = {objection for landing in wanted for objection in self._about(landing, moving)}
        return tuple(objection for objection in Objection if objection in found)

    def objections_to_new(self, wanted: NewAppointment) -> tuple[Objection, ...]:
        """What speaks against a new appointment that is being drawn."""
        found: set[Objection] = set()
        for column in self._columns(wanted.resource.id, wanted.when):
            found.update(self._about_column(column, wanted.when))
            if self.actor is not None and not self.actor.may_plan(wanted.resource):
                found.add(Objection.FORBIDDEN)
            if self._is_full(column, wanted.resource, self._span(wanted.when), frozenset()):
                found.add(self._crowded)
        return tuple(objection for objection in Objection if objection in found)

    def _about(self, landing: Rebooking, moving: frozenset[UUID]) -> Iterator[Objection]:
        appointment = landing.row.appointment
        if isinstance(landing.when, Timed):
            lead, trail = self._preparation(appointment)
            taken = Interval(landing.when.start_at - lead, landing.when.end_at + trail)
        else:
            taken = self._span(landing.when)
        places = ((key, column) for key in landing.resource_ids for column in self._columns(key, landing.when))
        for resource_id, column in places:
            yield from self._about_column(column, landing.when)
            resource = self._resource(resource_id, column, landing.row)
            if resource is not None and self.actor is not None and not self.actor.may_plan(resource):
                yield Objection.FORBIDDEN
            if landing.row.occupies and resource is not None and self._is_full(column, resource, taken, moving):
                yield Objection.OVERLAP if appointment.is_parallel else self._crowded

    def _about_column(self, column: Column, when: When) -> Iterator[Objection]:
        axis = self.snapshot.axis
        span = self._span(when)
        if span.end_at <= self.now:
            yield Objection.PAST
        if column.holiday:
            yield from self._off_hours(Objection.HOLIDAY)
        if isinstance(when, AllDay):
            if column.free == ():
                is_shut = any(start <= 0 and end >= axis.length for start, end in column.closed)
                yield from self._off_hours(Objection.CLOSED if is_shut else Objection.UNAVAILABLE)
            return
        shown = axis.span_on(span, column.day)
        if shown is not None and not column.is_open(*shown):
            reason = Objection.CLOSED if column.is_closed(*shown) else Objection.UNAVAILABLE
            yield from self._off_hours(reason)

    def _off_hours(self, reason: Objection) -> Iterator[Objection]:
        """Most are only told, who may not plan outside the working hours is kept away."""
        yield reason
        if self.actor is not None and not self.actor.has(Right.PLAN_OUTSIDE_HOURS):
            yield Objection.FORBIDDEN

    @staticmethod
    def _resource(resource_id: UUID, column: Column, row: AppointmentRow) -> Resource | None:
        known = {resource.id: resource for resource in (*row.resources, column.resource)}
        return known.get(resource_id)

    def _is_full(self, column: Column, resource: Resource, wanted: Interval, moving: frozenset[UUID]) -> bool:
        others = [
            taken
            for row in self._rows_of(column)
            if row.appointment.id not in moving
            and resource.id in row.appointment.resource_ids
            and row.occupies
            and (taken := self._taken(row.appointment)).overlaps(wanted)
        ]
        return exceeds_capacity(others, wanted, resource.capacity)

    def _rows_of(self, column: Column) -> Iterator[AppointmentRow]:
        index = self.snapshot.column_index(column.key)
        if index is not None:
            yield from (block.row for block in self.snapshot.blocks[index])
            yield from (bar.row for bar in self.snapshot.bars if bar.first <= index <= bar.last)

    def _columns(self, resource_id: UUID, when: When) -> Iterator[Column]:
        """Those that are shown of the day on which it begins, or of all the days that it fills."""
        indices: Iterable[int | None] = self.snapshot.columns_of(resource_id, when)
        if isinstance(when, Timed):
            day = when.start_at.astimezone(self.snapshot.axis.zone).date()
            indices = (self.snapshot.column_of(resource_id, day),)
        yield from (self.snapshot.columns[index] for index in indices if index is not None)

    def _taken(self, appointment: Appointment) -> Interval:
        span = self._span(appointment.when)
        lead, trail = self._preparation(appointment)
        return Interval(span.start_at - lead, span.end_at + trail)

    def _preparation(self, appointment: Appointment) -> tuple[timedelta, timedelta]:
        settings = self.settings
        if settings is not None and (not settings.use_preparation_times or settings.preparation_is_for_customer):
            return timedelta(), timedelta()
        return timedelta(minutes=appointment.prepare_minutes), timedelta(minutes=appointment.follow_up_minutes)

    def _span(self, when: When) -> Interval:
        return when.interval(self.snapshot.axis.zone)

    @property
    def _crowded(self) -> Objection:
        is_allowed = self.settings is not None and self.settings.allow_overbooking
        if self.actor is not None and not self.actor.has(Right.OVERBOOK):
            is_allowed = False
        return Objection.OVERLAP if is_allowed else Objection.FULL
