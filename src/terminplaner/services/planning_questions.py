"""What may be asked before somebody plans: what speaks against it, and what Google forbids."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.services.booking_rules import has_new_place, occupation_for, refusals_of
from terminplaner.services.checks import Findings, PlanningWarning, collisions_of, warnings_about
from terminplaner.services.google_claims import Claims, GoogleClaim
from terminplaner.services.occupation import Occupation
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import Clock, Store


@dataclass(frozen=True, slots=True)
class PlanningQuestions:
    store: Store
    clock: Clock

    def claim(self, appointment_id: UUID) -> GoogleClaim | None:
        """What Google forbids to do to an appointment from here, for a window to say before anybody tries."""
        with self.store.read() as reader:
            return Claims(reader).on(reader.get(Appointment, appointment_id))

    def check(self, appointment: Appointment, actor: Actor | None = None) -> Findings:
        """What would be warned of, and what it would run beside, without storing anything.

        Of a new appointment, or of one that is put elsewhere, also what ``actor`` alone would be refused.
        """
        with self.store.read() as reader:
            occupation = Occupation.of(reader)
            warnings = warnings_about(reader, (appointment,), self.clock.now())
            refusals: tuple[PlanningWarning, ...] = ()
            stored = reader.find(Appointment, appointment.id)
            if actor is not None and (stored is None or has_new_place(stored, appointment)):
                refusals = refusals_of(reader, actor, (appointment,), self.clock.now())
            if actor is not None and (stored is None or occupation.needs_more_room(stored, appointment)):
                occupation = occupation_for(actor, occupation)
            (collisions,) = collisions_of(reader, occupation, (appointment,))
            return Findings(tuple(row for row in warnings if row not in refusals), collisions, refusals)
