"""Notices where a transaction leaves the order of locks, on SQLite, too, which would never tell."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch
from uuid import UUID
from weakref import WeakKeyDictionary

from terminplaner.domain.appointment import Appointment
from terminplaner.storage.unit_of_work import SqlUnitOfWork

_MODULE = SqlUnitOfWork.__module__
_WATCHED = ("terminplaner.services.", "terminplaner.sync.")
"""Who keeps the order (docs/architecture.md); tests and samples may write what nobody else is at."""


@contextmanager
def watching_locks() -> Iterator[list[str]]:
    """What went wrong in the transactions that are begun meanwhile."""
    complaints: list[str] = []
    unit: Any = SqlUnitOfWork
    held: WeakKeyDictionary[Any, set[UUID]] = WeakKeyDictionary()
    have_written: WeakKeyDictionary[Any, bool] = WeakKeyDictionary()
    hold_customers: WeakKeyDictionary[Any, bool] = WeakKeyDictionary()
    lock_resources, lock_table, put_all = unit.lock_resources, unit.lock_table, unit.put_all
    lock_customers, lock_customer_alone = unit.lock_customers, unit.lock_customer_alone

    def locking_resources(work: Any, resource_ids: Iterable[UUID]) -> None:
        wanted = set(resource_ids)
        own = held.setdefault(work, set())
        if own and not wanted <= own:
            complaints.append(f"resources locked one after the other in {_caller()}")
        if work in have_written and not wanted <= own:
            complaints.append(f"resources locked after an appointment was written in {_caller()}")
        own |= wanted
        lock_resources(work, wanted)

    def locking_table(work: Any, kind: type) -> None:
        if held.get(work) or work in have_written:
            complaints.append(f"{kind.__name__} locked after resources or appointments in {_caller()}")
        if work in hold_customers and _caller().startswith(_WATCHED):
            complaints.append(f"{kind.__name__} locked after customers in {_caller()}")
        lock_table(work, kind)

    def locking_customers(work: Any, customer_ids: Iterable[UUID]) -> None:
        if held.get(work) or work in have_written:
            complaints.append(f"customers locked after resources or appointments in {_caller()}")
        hold_customers[work] = True
        lock_customers(work, customer_ids)

    def locking_customer_alone(work: Any, customer_id: UUID) -> None:
        if held.get(work) or work in have_written:
            complaints.append(f"a customer locked after resources or appointments in {_caller()}")
        hold_customers[work] = True
        lock_customer_alone(work, customer_id)

    def putting(work: Any, entities: Sequence[Any]) -> Any:
        written = [entity for entity in entities if isinstance(entity, Appointment)]
        if not written or not _caller().startswith(_WATCHED):
            return put_all(work, entities)
        before = work.list_by_id(Appointment, [appointment.id for appointment in written])
        stored = put_all(work, entities)  # refuses what somebody moved away before its resources were held
        concerned = {key for appointment in (*before, *written) for key in appointment.resource_ids}
        if not concerned <= held.get(work, set()):
            complaints.append(f"an appointment written whose resources are not held in {_caller()}")
        have_written[work] = True
        return stored

    with (
        patch.object(unit, "lock_resources", locking_resources),
        patch.object(unit, "lock_table", locking_table),
        patch.object(unit, "lock_customers", locking_customers),
        patch.object(unit, "lock_customer_alone", locking_customer_alone),
        patch.object(unit, "put_all", putting),
    ):
        yield complaints


def _caller() -> str:
    """The module and the function that asked the unit of work."""
    frame = sys._getframe(2)
    while frame.f_globals["__name__"] == _MODULE and frame.f_back is not None:
        frame = frame.f_back
    return f"{frame.f_globals['__name__']}.{frame.f_code.co_name}"
