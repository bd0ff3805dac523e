"""New appointments, empty or with the data of others.  Qt-free."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from terminplaner.domain.appointment import Appointment, copied
from terminplaner.domain.chain import Branch
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.cancellation import planned
from terminplaner.services.choices import Choices
from terminplaner.ui.planner.plan.gestures import NewAppointment


def copied_row(row: AppointmentRow, choices: Choices) -> AppointmentRow:
    """A draft with the same data at the same place; nobody chose for it that it should not take place."""
    source = row.appointment
    states = tuple(entry.id for entry in choices.statuses if entry.means_cancelled)
    copy = planned(copied(source, source.when, source.resource_ids), states)
    return replace(row, appointment=copy, status=row.status if copy.status_id == source.status_id else None)


def with_preset_type(row: AppointmentRow, choices: Choices) -> AppointmentRow:
    """A draft with the first type of the list, unless the chain wants it chosen (Keine Vorauswahl des Typs)."""
    first = next(iter(choices.types), None)
    if first is None or choices.settings.require_type:
        return row
    return replace(row, appointment=replace(row.appointment, type_id=first.id), type=first)


def blank_row(place: NewAppointment, branch: Branch) -> AppointmentRow:
    """An empty draft at a place."""
    appointment = Appointment(uuid4(), branch.id, place.when, (place.resource.id,))
    return AppointmentRow(appointment, (place.resource,), None, None, None, branch.tz)
