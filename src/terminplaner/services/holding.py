"""Holding what is about to be written (docs/architecture.md, The order of locks)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.errors import StaleRevisionError
from terminplaner.services.ports import UnitOfWork


def hold(
    work: UnitOfWork, find: Callable[[], Iterable[Appointment]], resource_ids: Iterable[UUID] = ()
) -> tuple[Appointment, ...]:
    """Hold all resources of the appointments that ``find`` answers, and these; what it answers once they are held.

    Raise ``StaleRevisionError`` where one was put onto another resource while this transaction waited.
    """
    held = {key for row in find() for key in row.resource_ids}.union(resource_ids)
    work.lock_resources(held)
    found = tuple(find())
    for row in found:
        if not held.issuperset(row.resource_ids):
            raise StaleRevisionError(by=row.modified_by)
    return found
