"""Recognizing appointments and events that are the same though no mapping says so (google-calendar.md 3.6)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink, EventMapping, MappingState
from terminplaner.services.ports import Reader
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.sync.merging import Projection
from terminplaner.sync.wire import RemoteEvent

_NOT_ITS_OWN = (MappingState.TOMBSTONE, MappingState.BUSY)


class Twins:
    """The appointments of a resource after ``after_at`` that have no event yet; each is found once.

    ``taken`` are those that have one, and then those found.
    """

    def __init__(
        self,
        reader: Reader,
        projection: Projection,
        resource_id: UUID,
        after_at: datetime,
        taken: Iterable[UUID] = (),
    ) -> None:
        self._reader = reader
        self._resource_id = resource_id
        self._projection = projection
        self.taken = set(taken)
        query = AppointmentQuery(resource_ids=(resource_id,), from_at=after_at)
        self._unmapped = [
            appointment
            for appointment in reader.list_appointments(query)
            if not appointment.is_read_only and appointment.id not in self.taken
        ]

    def take(self, remote: RemoteEvent) -> Appointment | None:
        """The appointment that ``remote`` is.

        By our mark (not on a copy), by what a link of the resource knew, else by time and title.
        """
        found = self._marked(remote) or self._linked_before(remote) or self._equal(remote)
        if found is not None:
            self.taken.add(found.id)
        return found

    def _marked(self, remote: RemoteEvent) -> Appointment | None:
        if (
            remote.appointment_id is None
            or remote.appointment_id in self.taken
            or remote.store_id != self._reader.epoch().store_id
            or remote.named_event_id != remote.event_id
        ):
            return None
        appointment = self._reader.find(Appointment, remote.appointment_id)
        if appointment is None:
            return None
        is_here = not appointment.is_cancelled and self._resource_id in appointment.resource_ids
        # One cancelled or moved away while unlinked is adopted, and then deleted, only where it is unchanged.
        return appointment if is_here or self._projection(appointment, None) == remote.fields else None

    def _linked_before(self, remote: RemoteEvent) -> Appointment | None:
        """What was born in Google bears no mark, and with a customer it is called otherwise here."""
        known = self._former.get(remote.event_id, ())
        ids = {mapping.appointment_id for mapping in known} - self.taken
        here = next((appointment for appointment in self._unmapped if appointment.id in ids), None)
        if here is not None:
            return here
        # One cancelled or moved away while unlinked is adopted, and then deleted, only where it is as it was.
        unchanged = (
            mapping.appointment_id
            for mapping in known
            if mapping.appointment_id in ids
            and mapping.state not in _NOT_ITS_OWN
            and mapping.answered == remote.hidden().fields
        )
        given_up = next(unchanged, None)
        return self._reader.get(Appointment, given_up) if given_up is not None else None

    @cached_property
    def _former(self) -> dict[str, list[EventMapping]]:
        """All that the links of the resource knew, by their events; read once something asks for it."""
        former: dict[str, list[EventMapping]] = {}
        for link in self._reader.list_records(CalendarLink):
            if link.resource_id == self._resource_id:
                for mapping in self._reader.list_mappings(link.id):
                    former.setdefault(mapping.event_id, []).append(mapping)
        return former

    def _equal(self, remote: RemoteEvent) -> Appointment | None:
        return next(
            (
                appointment
                for appointment in self._unmapped
                if appointment.id not in self.taken
                and appointment.when == remote.fields.when
                and self._projection(appointment, None).title == remote.fields.title
            ),
            None,
        )
