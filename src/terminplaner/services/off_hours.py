"""What Google put outside the working hours: worth a look, never a problem, and gone once somebody took note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.calendar_link import OffHoursNote
from terminplaner.services.appointment_rows import AppointmentRow, appointment_rows
from terminplaner.services.checks import OFF_HOURS, PlanningWarning, warnings_about
from terminplaner.services.gate import Gate, repeatable
from terminplaner.services.live_links import live_links
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import Clock, Reader
from terminplaner.services.store_queries import AppointmentQuery


@dataclass(frozen=True, slots=True)
class OffHoursRow:
    """An appointment and what speaks against its time."""

    row: AppointmentRow
    reasons: tuple[PlanningWarning, ...]


@dataclass(frozen=True, slots=True)
class OffHours:
    gate: Gate
    clock: Clock

    def list(self) -> tuple[OffHoursRow, ...]:
        """Coming appointments that were born in Google, of linked resources, in order of start.

        Blocks that stay Google's are not among them: nobody here could do anything about them.
        """
        now = self.clock.now()
        with self.gate.store.read() as reader:
            noted = {note.id: note.when for note in reader.list_records(OffHoursNote)}
            found = {
                appointment.id: reasons
                for appointment in self._candidates(reader)
                if noted.get(appointment.id) != appointment.when
                and (reasons := _reasons(warnings_about(reader, (appointment,), now, is_strict=True)))
            }
            rows = appointment_rows(reader, tuple(reader.list_by_id(Appointment, found)))
        in_order = sorted(
            rows, key=lambda row: (row.appointment.when.interval(row.zone).start_at, row.appointment.id)
        )
        return tuple(OffHoursRow(row, found[row.appointment.id]) for row in in_order)

    @repeatable
    def take_note(self, actor: Actor, appointment_ids: Iterable[UUID]) -> None:
        """Mention them no more, unless they move; raise ``PermissionDeniedError``."""
        actor.require(Right.MANAGE_SYNC)
        with self.gate.open(actor, "take_note") as passage:
            work = passage.work
            for row in appointment_rows(work, work.list_by_id(Appointment, appointment_ids)):
                when = row.appointment.when
                work.keep(OffHoursNote(row.appointment.id, when, when.interval(row.zone).end_at))

    def _candidates(self, reader: Reader) -> Iterator[Appointment]:
        links = live_links(reader)
        linked = tuple(link.resource_id for link in links)
        coming = AppointmentQuery(resource_ids=linked, from_at=self.clock.now())
        for appointment in reader.list_appointments(coming) if linked else ():
            if appointment.origin is AppointmentOrigin.GOOGLE and not appointment.is_read_only:
                yield appointment


def _reasons(warnings: Iterable[PlanningWarning]) -> tuple[PlanningWarning, ...]:
    return tuple(warning for warning in warnings if warning.code in OFF_HOURS)
