"""What may be done with an appointment by whoever looks at it, and the reasons against it in words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.choices import Choices
from terminplaner.services.google_claims import GoogleClaim
from terminplaner.services.permissions import Actor
from terminplaner.ui.allowance import Reason
from terminplaner.ui.messages import describe_code


@dataclass(frozen=True, slots=True)
class Limits:
    """``claim`` is what Google forbids, None while that is unknown or nothing."""

    actor: Actor
    row: AppointmentRow
    claim: GoogleClaim | None = None

    @property
    def refusal(self) -> str:
        """Why this appointment can only be looked at; empty where it can be changed."""
        appointment = self.row.appointment
        if appointment.is_read_only:
            return QCoreApplication.translate(
                "AppointmentDialog",
                "Dieser Eintrag gehört einem anderen Google-Kalender oder einer Serie in Google. Er belegt die "
                "Ressource, lässt sich aber nur dort ändern.",
            )
        for resource in self.row.resources:
            if not self.actor.may_plan(resource):
                return describe_code("may_not_plan", {"resource": resource.name})
        if appointment.is_cancelled:
            return QCoreApplication.translate("AppointmentDialog", "Dieser Termin ist storniert.")
        return self._words_of(self.claim.against_change) if self.claim is not None else ""

    @property
    def may_cancel(self) -> bool:
        if self.row.appointment.revision == 0:
            return False
        return not self.claim.against_deletion if self.claim is not None else not self.refusal

    @property
    def may_restore(self) -> bool:
        return self.row.appointment.is_cancelled and self.row.is_changeable

    @property
    def warning(self) -> str:
        """What Google forbids of an appointment that may be changed."""
        return self._words_of(self.claim.against_deletion) if self.claim is not None else ""

    def _words_of(self, code: str) -> str:
        if self.claim is None or not code:
            return ""
        return describe_code(code, {"resource": self.claim.resource.name})


def why_not_move(actor: Actor, row: AppointmentRow) -> Reason:
    """Why an appointment that cannot be taken elsewhere cannot."""
    if row.appointment.is_read_only:
        brief = QCoreApplication.translate("AppointmentDialog", "gehört Google")
    elif row.appointment.is_cancelled:
        brief = QCoreApplication.translate("AppointmentDialog", "ist storniert")
    else:
        brief = QCoreApplication.translate("AppointmentDialog", "für diese Ressource dürfen Sie nicht planen")
    return Reason(brief, Limits(actor, row).refusal)


def within_reach(choices: Choices, actor: Actor, row: AppointmentRow) -> Choices:
    """Only resources that ``actor`` may plan, besides those that the appointment has."""
    has = row.appointment.resource_ids
    reachable = (resource for resource in choices.resources if actor.may_plan(resource) or resource.id in has)
    return replace(choices, resources=tuple(reachable))
