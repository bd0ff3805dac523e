"""What of an appointment is Google's alone to decide, so that nobody does it from here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.calendar_link import CalendarLink, EventMapping, MappingState
from terminplaner.domain.errors import ReadOnlyAppointmentError
from terminplaner.domain.resource import Resource, SyncDirection
from terminplaner.services.ports import Reader
from terminplaner.services.settings import chain_settings

_OVER = (MappingState.TOMBSTONE, MappingState.ARCHIVED)


@dataclass(frozen=True, slots=True)
class GoogleClaim:
    """Why an appointment may not be changed from here, and why not be taken away: codes, empty where it may.

    ``resource`` is the one whose calendar has the claim.
    """

    resource: Resource
    against_change: str
    against_deletion: str


class Claims:
    """Looked up for several appointments in one view of the store, at once for those that are named beforehand."""

    def __init__(self, reader: Reader, appointments: Iterable[Appointment] = ()) -> None:
        self._reader = reader
        self._settings = chain_settings(reader)
        self._resources: dict[UUID, Resource] = {}
        self._links: dict[UUID, CalendarLink | None] = {}
        self._mappings = self._listed([row.id for row in appointments if self._may_be_limited(row)])

    def on(self, appointment: Appointment) -> GoogleClaim | None:
        """None for nearly all: those that nobody but this program has a say in.

        Past ones are free: nothing is carried to Google for them any more.
        """
        if not self._may_be_limited(appointment):
            return None
        if appointment.id not in self._mappings:
            self._mappings |= self._listed([appointment.id])
        settings = self._settings
        resources = {key: self._resource(key) for key in appointment.resource_ids}
        for mapping in self._mappings[appointment.id]:
            link = self._link(mapping.link_id)
            resource = resources.get(link.resource_id) if link is not None and link.ended_at is None else None
            if resource is None or mapping.state in _OVER or mapping.answered is None:
                continue
            if resource.sync_direction is SyncDirection.FROM_GOOGLE:
                return GoogleClaim(resource, "google_is_only_read", "google_is_only_read")
            is_both = resource.sync_direction is SyncDirection.BOTH
            if is_both and mapping.is_born_in_google and self._is_googles(appointment):
                return GoogleClaim(
                    resource,
                    "" if settings.google_allow_change else "google_change_not_allowed",
                    "" if settings.google_allow_deletion else "google_deletion_not_allowed",
                )
        return None

    def refusal(self, before: Appointment, after: Appointment) -> ReadOnlyAppointmentError | None:
        """What Google's claim says against what makes ``after`` of ``before``.

        Taking it off the resource whose calendar it stands in deletes it there, as cancelling does.
        """
        claim = self.on(before)
        if claim is None:
            return None
        is_cancelled = after.is_cancelled > before.is_cancelled
        is_deleted = is_cancelled or claim.resource.id not in after.resource_ids
        is_turned = after.is_cancelled != before.is_cancelled
        alike = _but_for_cancelling(after, before) if is_turned else after
        code = (is_deleted and claim.against_deletion) or (alike != before and claim.against_change)
        return ReadOnlyAppointmentError(code, text=before.text, resource=claim.resource.name) if code else None

    def require_none(self, before: Appointment, after: Appointment) -> None:
        """Raise the ``refusal``, where there is one."""
        if (refused := self.refusal(before, after)) is not None:
            raise refused

    def _may_be_limited(self, appointment: Appointment) -> bool:
        resources = (self._resource(key) for key in appointment.resource_ids)
        return self._is_googles(appointment) or any(
            resource.sync_direction is SyncDirection.FROM_GOOGLE for resource in resources
        )

    def _is_googles(self, appointment: Appointment) -> bool:
        """Whether it came from Google and the chain leaves that something of it there."""
        is_free = self._settings.google_allow_change and self._settings.google_allow_deletion
        return appointment.origin is AppointmentOrigin.GOOGLE and not is_free

    def _listed(self, appointment_ids: Sequence[UUID]) -> dict[UUID, list[EventMapping]]:
        found: dict[UUID, list[EventMapping]] = {key: [] for key in appointment_ids}
        for mapping in self._reader.list_mappings_of(*appointment_ids):
            if mapping.appointment_id is not None:
                found[mapping.appointment_id].append(mapping)
        return found

    def _link(self, link_id: UUID) -> CalendarLink | None:
        if link_id not in self._links:
            self._links[link_id] = self._reader.find_record(CalendarLink, link_id)
        return self._links[link_id]

    def _resource(self, resource_id: UUID) -> Resource:
        if resource_id not in self._resources:
            self._resources[resource_id] = self._reader.get(Resource, resource_id)
        return self._resources[resource_id]


def _but_for_cancelling(after: Appointment, before: Appointment) -> Appointment:
    """``after`` as though it were neither cancelled nor brought back: its status may go with that, and undo brings
    an older stamp."""
    return replace(
        after,
        cancelled_at=before.cancelled_at,
        cancelled_by=before.cancelled_by,
        status_id=before.status_id,
        former_status_id=before.former_status_id,
        modified_at=before.modified_at,
        modified_by=before.modified_by,
    )
