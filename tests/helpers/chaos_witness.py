"""Watches what the sync commits: more deletions at once than design.md allows must have waited for a person.

People may well have wanted each of them, so nothing that both sides hold in the end would show a failed brake.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from helpers.fuse import FusedStore
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import MappingState
from terminplaner.domain.changes import Author, ChangeSet
from terminplaner.services.ports import UnitOfWork
from terminplaner.sync.session import GOOGLE

_MOST_AT_ONCE = 5
"""A fifth of what lives in this world is never more."""
_LIVING = (MappingState.SYNCED, MappingState.QUARANTINED, MappingState.DELETING)


@dataclass(slots=True)
class WitnessedStore(FusedStore):
    """``testimony`` tells what must not have been committed."""

    testimony: list[str] = field(default_factory=list)

    @contextmanager
    def write(self, author: Author, command: str) -> Iterator[UnitOfWork]:
        with FusedStore.write(self, author, command) as work:
            yield _WitnessedWork(work, self.testimony) if author == GOOGLE else work


class _WitnessedWork:
    def __init__(self, work: UnitOfWork, testimony: list[str]) -> None:
        self._work = work
        self._testimony = testimony
        self._link_id: UUID | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._work, name)

    def verify_fence(self, link_id: UUID, fence: int) -> None:
        self._link_id = link_id
        self._work.verify_fence(link_id, fence)

    def commit(self) -> ChangeSet | None:
        is_emptied = self._link_id is not None and not any(
            mapping.state in _LIVING and mapping.appointment_id is not None
            for mapping in self._work.list_mappings(self._link_id)
        )
        change_set = self._work.commit()
        changes = change_set.changes if change_set else ()
        cancelled = [change.after for change in changes if _cancels(change.before, change.after)]
        if len(cancelled) > _MOST_AT_ONCE or (is_emptied and len(cancelled) > 1):
            self._testimony.append(f"cancelled at once, without a person: {cancelled}")
        return change_set


def _cancels(before: object, after: object) -> bool:
    """Whether an appointment was given up; what mirrors a recurrence follows Google without a brake."""
    return (
        isinstance(before, Appointment)
        and isinstance(after, Appointment)
        and not after.is_read_only
        and after.is_cancelled
        and not before.is_cancelled
    )
