"""What a pull is about: the events that it names, and the appointments that those concern."""

from __future__ import annotations

from collections.abc import Set
from uuid import UUID

from terminplaner.domain.calendar_link import MappingState
from terminplaner.domain.resource import SyncDirection
from terminplaner.services.ports import Reader
from terminplaner.sync.pull import Pulled
from terminplaner.sync.session import LinkSession
from terminplaner.sync.wire import id_of


def touched_by(session: LinkSession, reader: Reader, event_ids: Set[str]) -> set[UUID]:
    """The appointments that these events, and the occurrences of those that recur, are about."""
    is_deaf = session.direction is SyncDirection.TO_GOOGLE
    return {
        mapping.appointment_id
        for mapping in reader.list_mappings(session.link.id)
        if mapping.appointment_id is not None
        and (
            mapping.event_id in event_ids
            or mapping.recurring_event_id in event_ids
            or (is_deaf and mapping.state is MappingState.BUSY)
        )
    }


def named_in(pulled: Pulled) -> frozenset[str]:
    """The ids of the events that a pull says anything of."""
    occurrences = (id_of(item) for instances in pulled.instances.values() for item in instances)
    return frozenset(pulled.gone).union((id_of(item) for item in pulled.items), pulled.instances, occurrences) - {
        ""
    }
