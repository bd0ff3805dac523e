"""New appointments, empty or with the data of others.  Qt-free."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from terminplaner.domain.appointment import Appointment, copied
from terminplaner.domain.chain import Branch
from terminplaner.services.choices import Choices
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.planner.plan.gestures import NewAppointment


def copied_row(row: AppointmentRow) -> AppointmentRow:
    """A draft with the same data at the same place."""
    source = row.appointment
    return replace(row, appointment=copied(source, source.when, source.resource_ids))


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
