"""New appointments, empty or with the data of others.  Qt-free."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.chain import Branch
from terminplaner.domain.when import When
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.planner.plan.gestures import NewAppointment


def copied(source: Appointment, when: When, resource_ids: tuple[UUID, ...]) -> Appointment:
    """A new appointment with the same data elsewhere; it belongs to no series and was born here."""
    return Appointment(
        uuid4(),
        source.branch_id,
        when,
        resource_ids,
        text=source.text,
        comment=source.comment,
        type_id=source.type_id,
        status_id=source.status_id,
        customer_id=source.customer_id,
        prepare_minutes=source.prepare_minutes,
        follow_up_minutes=source.follow_up_minutes,
        is_home_visit=source.is_home_visit,
        is_parallel=source.is_parallel,
        shows_as_unavailable=source.shows_as_unavailable,
        origin=AppointmentOrigin.LOCAL,
    )


def copied_row(row: AppointmentRow) -> AppointmentRow:
    """A draft with the same data at the same place."""
    source = row.appointment
    return replace(row, appointment=copied(source, source.when, source.resource_ids))


def blank_row(place: NewAppointment, branch: Branch) -> AppointmentRow:
    """An empty draft at a place."""
    appointment = Appointment(uuid4(), branch.id, place.when, (place.resource.id,))
    return AppointmentRow(appointment, (place.resource,), None, None, None, branch.tz)
