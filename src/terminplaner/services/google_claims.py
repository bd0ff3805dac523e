"""What of an appointment is Google's alone to decide, so that nobody does it from here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.calendar_link import CalendarLink, MappingState
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
    """Looked up for several appointments in one view of the store."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._settings = chain_settings(reader)
        self._resources: dict[UUID, Resource] = {}

    def on(self, appointment: Appointment) -> GoogleClaim | None:
        """None for nearly all: those that nobody but this program has a say in.

        Past ones are free: nothing is carried to Google for them any more.
        """
        settings = self._settings
        resources = {key: self._resource(key) for key in appointment.resource_ids}
        is_limited = appointment.origin is AppointmentOrigin.GOOGLE and not (
            settings.google_allow_change and settings.google_allow_deletion
        )
        directions = {resource.sync_direction for resource in resources.values()}
        if not is_limited and SyncDirection.FROM_GOOGLE not in directions:
            return None
        for mapping in self._reader.list_mappings_of(appointment.id):
            link = self._reader.find_record(CalendarLink, mapping.link_id)
            resource = resources.get(link.resource_id) if link is not None and link.ended_at is None else None
            if resource is None or mapping.state in _OVER or mapping.answered is None:
                continue
            if resource.sync_direction is SyncDirection.FROM_GOOGLE:
                return GoogleClaim(resource, "google_is_only_read", "google_is_only_read")
            if mapping.is_born_in_google and is_limited and resource.sync_direction is SyncDirection.BOTH:
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
