"""The small print of an appointment: who made it, who changed it last, and where it was born."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.appointment import AppointmentOrigin
from terminplaner.domain.changes import Origin
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.messages import describe_origin, show_instant


def history_of(row: AppointmentRow) -> str:
    """Who made it, who changed it last, and where it was born."""
    appointment, zone = row.appointment, row.zone
    parts: list[str] = []
    for template, at, by in (
        (
            QCoreApplication.translate("planner", "Angelegt {at} von {by}"),
            appointment.created_at,
            appointment.created_by,
        ),
        (
            QCoreApplication.translate("planner", "geändert {at} von {by}"),
            appointment.modified_at,
            appointment.modified_by,
        ),
    ):
        if at is not None and (at != appointment.created_at or not parts):
            parts.append(template.format(at=show_instant(at, zone), by=by))
    if parts and appointment.origin is not AppointmentOrigin.LOCAL:
        origin = Origin.GOOGLE if appointment.origin is AppointmentOrigin.GOOGLE else Origin.IMPORT
        parts.append(
            QCoreApplication.translate("planner", "Herkunft: {origin}").format(origin=describe_origin(origin))
        )
    return " · ".join(parts)
