"""Projections as the store has the names for them."""

from __future__ import annotations

from uuid import UUID

from terminplaner.domain.appointment import Appointment, AppointmentType
from terminplaner.domain.calendar_link import EventMapping, SharedFields
from terminplaner.domain.chain import PrivacyLevel
from terminplaner.domain.outgoing import Wording
from terminplaner.domain.people import Customer
from terminplaner.services.ports import Reader
from terminplaner.sync.projection import project


class Projector:
    """Projects appointments at one privacy level; lives as long as the ``reader`` it asks."""

    def __init__(self, reader: Reader, level: PrivacyLevel) -> None:
        self._reader = reader
        self._level = level
        self._type_names: dict[UUID, str] = {}

    def __call__(self, appointment: Appointment, mapping: EventMapping | None) -> SharedFields:
        """Wording is left as it is only in the event that was born in Google; its copies elsewhere are ours."""
        kept = None
        if mapping is not None and mapping.is_born_in_google:
            kept = mapping.projected or mapping.answered
        return project(appointment, self._wording(appointment), self._level, kept)

    def names_revision(self, appointment: Appointment) -> int:
        """``EventMapping.names_revision`` as it is now."""
        customer = self._reader.find(Customer, appointment.customer_id) if appointment.customer_id else None
        kind = self._reader.find(AppointmentType, appointment.type_id) if appointment.type_id else None
        return (customer.revision if customer else 0) + (kind.revision if kind else 0)

    def _wording(self, appointment: Appointment) -> Wording:
        customer = self._reader.find(Customer, appointment.customer_id) if appointment.customer_id else None
        return Wording(self._type_name(appointment.type_id) if appointment.type_id else "", customer)

    def _type_name(self, type_id: UUID) -> str:
        if type_id not in self._type_names:
            found = self._reader.find(AppointmentType, type_id)
            self._type_names[type_id] = found.name if found else ""
        return self._type_names[type_id]
