"""Taking an appointment out of the plan and bringing it back: where cancelling and the status are one matter.

A status that means it cancels the appointment which gets it; an appointment cancelled otherwise gets the first
such status of the list.  To mark an entry of the list changes nothing about the appointments that have it already.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from terminplaner.domain.appointment import Appointment, AppointmentStatus
from terminplaner.services.ports import Reader


def cancelling_states(reader: Reader) -> tuple[UUID, ...]:
    """The states with which an appointment does not take place, in the order of the list."""
    return tuple(entry.id for entry in reader.list(AppointmentStatus) if entry.means_cancelled)


def cancelled(
    appointment: Appointment, states: tuple[UUID, ...], at: datetime, by: str, status_id: UUID | None = None
) -> Appointment:
    """``appointment`` cancelled at ``at`` (UTC), with this status or else the first of ``states``.

    One that was live with such a status keeps it, now and when it is restored: it tells what happened.
    """
    present_id = appointment.status_id
    former_id = appointment.former_status_id if appointment.is_cancelled else present_id
    chosen_id = status_id or (present_id if present_id in states else next(iter(states), present_id))
    return replace(appointment, cancelled_at=at, cancelled_by=by, status_id=chosen_id, former_status_id=former_id)


def planned(appointment: Appointment, states: tuple[UUID, ...]) -> Appointment:
    """A copy that is to take place: without a status of ``states``, which nobody chose for it."""
    return replace(appointment, status_id=None) if appointment.status_id in states else appointment


def brought_back(appointment: Appointment) -> Appointment:
    """``appointment`` as live as any, with the status it had before."""
    if not appointment.is_cancelled:
        return appointment
    former_id = appointment.former_status_id
    return replace(appointment, cancelled_at=None, cancelled_by="", status_id=former_id, former_status_id=None)


def is_called_off(before: Appointment | None, after: Appointment, states: tuple[UUID, ...]) -> bool:
    """Whether ``after`` is cancelled by the status it gets."""
    is_new = before is None or after.status_id != before.status_id
    return is_new and not after.is_cancelled and after.status_id in states


def as_status_says(
    before: Appointment | None, after: Appointment, states: tuple[UUID, ...], at: datetime, by: str
) -> Appointment:
    """``after``, cancelled where ``is_called_off``."""
    if not is_called_off(before, after, states):
        return after
    live = replace(after, status_id=before.status_id if before else None)
    return cancelled(live, states, at, by, after.status_id)
