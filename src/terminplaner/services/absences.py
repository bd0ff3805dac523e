"""Absences (Urlaub, Krank, Schulung, Betriebsschließung) and what is booked into them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.resource import Resource
from terminplaner.services.appointment_rows import AppointmentRow, appointment_rows
from terminplaner.services.booking_rules import require_live
from terminplaner.services.branches import branches_of
from terminplaner.services.gate import Gate, repeatable
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import Clock, Reader
from terminplaner.services.settings import chain_settings
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.services.working_time import concerns


@dataclass(frozen=True, slots=True)
class SavedAbsence:
    """A stored absence, and the appointments in it that somebody has to rebook."""

    absence: Absence
    colliding: tuple[AppointmentRow, ...]


@dataclass(frozen=True, slots=True)
class Absences:
    gate: Gate
    clock: Clock

    @repeatable
    def save(self, actor: Actor, absence: Absence) -> SavedAbsence:
        """Insert or update.  Appointments stay as they are; those that collide are returned.

        Whoever plans absences may enter any, an employee those of the own resource alone.  Raise
        ``InvalidInputError`` (``resource_missing``), ``NotFoundError`` for a resource that was deleted before,
        ``StaleRevisionError`` (also for an absence deleted since) or ``PermissionDeniedError``.
        """
        with self.gate.open(actor, "save_absence") as passage:
            work = passage.work
            if absence.kind is not AbsenceKind.CLOSURE and not absence.resource_ids:
                raise InvalidInputError("resource_missing")
            require_absence_allowed(work, actor, absence)
            stored = work.find(Absence, absence.id)
            require_live(work, set(absence.resource_ids) - set(stored.resource_ids if stored else ()))
            saved = work.put(absence)
            return SavedAbsence(saved, self._colliding(work, saved))

    @repeatable
    def delete(self, actor: Actor, absence: Absence) -> ChangeSet | None:
        """Delete softly; what was changed, None where it was gone already.  Raise as ``save`` does."""
        with self.gate.open(actor, "delete_absence") as passage:
            require_absence_allowed(passage.work, actor, absence)
            passage.work.put(replace(absence, deleted_at=self.clock.now()))
        return passage.change_set

    def list(self) -> tuple[Absence, ...]:
        """All of them: the present one and the next first, those that are over last, the latest of them first."""
        with self.gate.store.read() as reader:
            zone, now = reader.list(Branch)[0].tz, self.clock.now()
            rows = sorted(reader.list(Absence), key=lambda row: row.when.interval(zone).start_at)
        coming = [row for row in rows if row.when.interval(zone).end_at > now]
        over = [row for row in reversed(rows) if row.when.interval(zone).end_at <= now]
        return *coming, *over

    def colliding(self, absence: Absence) -> tuple[AppointmentRow, ...]:
        """What is booked into an absence, whether it is stored or not; nothing that is over already."""
        with self.gate.store.read() as reader:
            return self._colliding(reader, absence)

    def _colliding(self, reader: Reader, absence: Absence) -> tuple[AppointmentRow, ...]:
        resources = {
            resource_id: branch
            for resource_id, branch in branches_of(reader, reader.list(Resource)).items()
            if concerns(absence, resource_id, branch.id)
        }
        if not resources:
            return ()
        spans = [absence.when.interval(branch.tz) for branch in resources.values()]
        query = AppointmentQuery(
            tuple(resources),
            max(min(span.start_at for span in spans), self.clock.now()),
            max(span.end_at for span in spans),
        )
        occupies = chain_settings(reader).occupying.lets
        listed = reader.list_appointments(query)
        found = (row for row in listed if occupies(row) and not row.shows_as_unavailable)
        return tuple(
            row
            for row in appointment_rows(reader, tuple(found))
            if absence.when.interval(row.zone).overlaps(row.appointment.when.interval(row.zone))
        )


def may_enter(actor: Actor, absence: Absence, resources: Iterable[Resource]) -> bool:
    """Whether ``actor`` may store or delete it; ``resources`` are those it may be of."""
    if not absence.resource_ids:
        return actor.may_plan_closures
    return all(actor.may_plan_absences(row) for row in resources if row.id in absence.resource_ids)


def require_absence_allowed(reader: Reader, actor: Actor, absence: Absence) -> None:
    """Raise ``PermissionDeniedError`` unless the actor may plan absences of all it concerns.

    Of what is stored as well as of what it is to become: nobody takes over another's absence.
    """
    stored = reader.find(Absence, absence.id)
    for state in (absence, stored):
        if state is None:
            continue
        if not state.resource_ids:
            actor.require(Right.PLAN)
            actor.require(Right.PLAN_ABSENCES)
        for resource_id in state.resource_ids:
            actor.require_absences(reader.get(Resource, resource_id))
