"""Which mapping of a link the writing steps look at, and what they measure against."""

from __future__ import annotations

from uuid import UUID

from terminplaner.domain.calendar_link import EventMapping, MappingState, SharedFields
from terminplaner.domain.resource import SyncDirection
from terminplaner.services.ports import Reader
from terminplaner.sync.session import LinkScope


def mappings_by_appointment(reader: Reader, link_id: UUID) -> dict[UUID, EventMapping]:
    """The one mapping that counts for each appointment of a link."""
    return {
        mapping.appointment_id: mapping
        for mapping in reader.list_mappings(link_id)
        if mapping.appointment_id is not None and mapping.state is not MappingState.TOMBSTONE
    }


def sent_before(scope: LinkScope, mapping: EventMapping) -> SharedFields | None:
    """What an update is measured against: what we sent last, or what Google has where ours is put over it."""
    if scope.direction is SyncDirection.TO_GOOGLE:
        return mapping.answered or mapping.projected
    return mapping.projected or mapping.answered
