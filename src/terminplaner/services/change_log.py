"""The change log (Änderungsprotokoll): who changed what, when and by which road."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from uuid import UUID

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import ChangeSet, Entity
from terminplaner.domain.people import Customer, Employee
from terminplaner.domain.resource import Availability, AvailabilityType, Resource
from terminplaner.domain.series import Series
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import Reader, Store
from terminplaner.services.settings import chain_settings
from terminplaner.services.store_queries import ChangeLogQuery, LoggedChanges

PAGE = 100
"""Change sets that are read at once."""

_NAMED: Mapping[str, type[Entity]] = {
    "branch_id": Branch,
    "branch_ids": Branch,
    "customer_id": Customer,
    "employee_id": Employee,
    "former_status_id": AppointmentStatus,
    "resource_id": Resource,
    "resource_ids": Resource,
    "second_resource_id": Resource,
    "status_id": AppointmentStatus,
    "template_id": AppointmentTemplate,
    "type_id": AppointmentType,
    "visible_branch_ids": Branch,
}
"""What the fields of entities refer to."""


@dataclass(frozen=True, slots=True)
class LogRow:
    """One change set, with the names of what its changes refer to.

    ``count`` is of all its changes; of many, ``change_set`` has only the first.  ``hides_customers`` asks for the
    customers' numbers in place of their names (Kundenname ausblenden), as in ``names`` already.
    """

    change_set: ChangeSet
    count: int
    names: Mapping[UUID, str]
    hides_customers: bool


@dataclass(frozen=True, slots=True)
class ChangeLog:
    store: Store

    def page(self, actor: Actor, query: ChangeLogQuery, older_than: UUID | None = None) -> tuple[LogRow, ...]:
        """The newest change sets, or those after ``older_than``; fewer than ``PAGE`` at the end.

        Everybody may look up a single entity, the log as a whole only who has the right to; raise
        ``PermissionDeniedError``.
        """
        if query.entity_id is None:
            actor.require(Right.READ_CHANGE_LOG)
        with self.store.read() as reader:
            actor.require_valid(reader)
            found = reader.search_change_log(query, PAGE, older_than)
            hides_customers = chain_settings(reader).hide_customer_names
            names = _names(reader, found, hides_customers=hides_customers)
        return tuple(LogRow(logged.change_set, logged.count, names, hides_customers) for logged in found)

    def authors(self, actor: Actor) -> tuple[str, ...]:
        """Everybody who ever changed anything; raise ``PermissionDeniedError``."""
        actor.require(Right.READ_CHANGE_LOG)
        with self.store.read() as reader:
            actor.require_valid(reader)
            return reader.list_authors()


def _names(reader: Reader, found: Iterable[LoggedChanges], *, hides_customers: bool) -> Mapping[UUID, str]:
    wanted: dict[type[Entity], set[UUID]] = defaultdict(set)
    for logged in found:
        for change in logged.change_set.changes:
            for state in (change.before, change.after):
                for kind, key in _references(state):
                    wanted[kind].add(key)
    return {
        entity.id: _label(entity, hides_customers=hides_customers)
        for kind, keys in wanted.items()
        for entity in reader.list_by_id(kind, keys)
    }


def _references(entity: Entity | None) -> Iterator[tuple[type[Entity], UUID]]:
    if entity is None:
        return
    if isinstance(entity, Series):
        yield from _references(entity.pattern)
    for field in fields(entity):
        kind = _NAMED.get(field.name)
        if kind is AppointmentType and isinstance(entity, Availability):
            kind = AvailabilityType
        if kind is None:
            continue
        value = getattr(entity, field.name)
        for key in value if isinstance(value, tuple) else (value,):
            if key is not None:
                yield kind, key


def _label(entity: Entity, *, hides_customers: bool) -> str:
    match entity:
        case Customer():
            return entity.number if hides_customers else entity.label
        case Branch() | Employee():
            return entity.label
        case AppointmentTemplate() | AppointmentStatus() | AppointmentType() | AvailabilityType() | Resource():
            return entity.name
    return ""
