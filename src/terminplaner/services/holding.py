"""Holding what is about to be written (docs/architecture.md, The order of locks)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink, MappingState
from terminplaner.domain.errors import StaleRevisionError
from terminplaner.services.ports import Reader, UnitOfWork


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


def hold_links(
    work: UnitOfWork, find: Callable[[], Iterable[CalendarLink]], resource_ids: Iterable[UUID] = ()
) -> tuple[CalendarLink, ...]:
    """Hold these resources, and all of the links that ``find`` answers and of what only mirrors their calendars;
    what it answers once they are held.

    Raise ``StaleRevisionError`` where one took another resource while this transaction waited.
    """
    held = _resources_of(work, find()).union(resource_ids)
    work.lock_resources(held)
    found = tuple(find())
    if not held.issuperset(_resources_of(work, found)):
        raise StaleRevisionError
    return found


def _resources_of(reader: Reader, links: Iterable[CalendarLink]) -> set[UUID]:
    taken: set[UUID] = set()
    for link in links:
        mirrored = [row.appointment_id for row in reader.list_mappings(link.id) if row.state is MappingState.BUSY]
        blocks = reader.list_by_id(Appointment, (key for key in mirrored if key is not None))
        taken |= {link.resource_id}.union(key for block in blocks for key in block.resource_ids)
    return taken
