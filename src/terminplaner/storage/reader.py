"""Questions to the store, in one consistent view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from terminplaner.domain.appointment import Appointment, OccupyingRule
from terminplaner.domain.calendar_link import (
    CalendarLink,
    EventMapping,
    JournalEntry,
    Problem,
    Record,
    SyncRun,
)
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import ChangeSet, Entity, EntityChange
from terminplaner.domain.errors import NotFoundError
from terminplaner.domain.people import Customer
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.store_queries import (
    AppointmentQuery,
    AppointmentSearch,
    ChangeLogQuery,
    CustomerSearch,
    FoundAppointments,
    JournalQuery,
    LoggedChanges,
    SearchMark,
    StoreEpoch,
)
from terminplaner.storage import change_log
from terminplaner.storage.customer_search import customers_asked_for, highest_number
from terminplaner.storage.mapping import (
    ENTITY_TABLES,
    RECORD_TABLES,
    appointment_from,
    from_row,
    natural_order,
)
from terminplaner.storage.search import Search, is_at_hour
from terminplaner.storage.selection import (
    appointments_asked_for,
    journal_asked_for,
    occupied_spans,
    unpushed_appointments,
    unpushed_parameters,
)
from terminplaner.storage.statements import (
    mapping_of_event,
    mappings_of_link,
    problems,
    resources_of_appointment,
    row_of_id,
)
from terminplaner.storage.tables.appointments import APPOINTMENT_RESOURCES, APPOINTMENTS, WAITING_LIST
from terminplaner.storage.tables.chain import STORE_META
from terminplaner.storage.tables.log import CHANGE_SETS, ENTITY_CHANGES
from terminplaner.storage.tables.sync import EVENT_MAPPINGS, PROBLEMS, SYNC_RUNS

E = TypeVar("E", bound=Entity)
R = TypeVar("R", bound=Record)
V = TypeVar("V", bound=Entity | Record)

_BATCH = 5_000
"""How many ids one statement carries: below what the engines allow as parameters (SQLite: 32766)."""


class SqlReader:
    """``services.ports.Reader`` on a connection inside a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, kind: type[E], entity_id: UUID) -> E | None:
        found = self._values(kind, row_of_id(ENTITY_TABLES[kind]), {"id": entity_id})
        return found[0] if found else None

    def get(self, kind: type[E], entity_id: UUID) -> E:
        entity = self.find(kind, entity_id)
        if entity is None:
            raise NotFoundError(kind=kind.__name__, id=str(entity_id))
        return entity

    def get_all(self, kind: type[E], ids: Sequence[UUID]) -> tuple[E, ...]:
        found = {entity.id: entity for entity in self.list_by_id(kind, ids)}
        for key in ids:
            if key not in found:
                raise NotFoundError(kind=kind.__name__, id=str(key))
        return tuple(found[key] for key in ids)

    def list(self, kind: type[E], *, with_deleted: bool = False) -> tuple[E, ...]:
        query = select(ENTITY_TABLES[kind])
        if not with_deleted and "deleted_at" in query.selected_columns:
            query = query.where(query.selected_columns["deleted_at"].is_(None))
        return tuple(sorted(self._values(kind, query), key=natural_order))

    def list_by_id(self, kind: type[E], ids: Iterable[UUID]) -> tuple[E, ...]:
        table, wanted = ENTITY_TABLES[kind], tuple(set(ids))
        if len(wanted) == 1:
            return self._values(kind, row_of_id(table), {"id": wanted[0]})
        return tuple(
            entity
            for batch in _batches(wanted)
            for entity in self._values(kind, select(table).where(table.c.id.in_(batch)))
        )

    def list_appointments(self, query: AppointmentQuery) -> tuple[Appointment, ...]:
        return self._values(Appointment, appointments_asked_for(query))

    def list_occupied(
        self,
        resource_ids: Iterable[UUID],
        from_at: datetime,
        until_at: datetime,
        *,
        with_preparation: bool,
        occupying: OccupyingRule = OccupyingRule(),
    ) -> Mapping[UUID, Sequence[tuple[int, int]]]:
        found: dict[UUID, list[tuple[int, int]]] = {resource_id: [] for resource_id in resource_ids}
        query = occupied_spans(tuple(found), from_at, until_at, occupying, with_preparation=with_preparation)
        # The identifiers come as the engine keeps them: one object for each row would cost more than the rest.
        spans: dict[Any, list[tuple[int, int]]] = {}
        for key, start, end in self._connection.execute(query):
            spans.setdefault(key, []).append((start, end))
        for key, own in spans.items():
            found[UUID(str(key))] = sorted(own)
        return found

    def list_waiting_list(
        self, branch_id: UUID, *, settled: bool = False, limit: int | None = None
    ) -> tuple[WaitingListEntry, ...]:
        row = WAITING_LIST.c
        listed = select(WAITING_LIST).where(row.branch_id == branch_id, row.deleted_at.is_(None))
        if settled:
            listed = listed.where(row.settled_at.is_not(None)).order_by(row.settled_at.desc(), row.id)
        else:
            listed = listed.where(row.settled_at.is_(None)).order_by(row.priority, row.created_at, row.id)
        return self._values(WaitingListEntry, listed.limit(limit))

    def list_wishes_of(self, customer_id: UUID) -> tuple[WaitingListEntry, ...]:
        row = WAITING_LIST.c
        is_open = row.deleted_at.is_(None), row.settled_at.is_(None)
        listed = select(WAITING_LIST).where(row.customer_id == customer_id, *is_open)
        return self._values(WaitingListEntry, listed.order_by(row.priority, row.created_at, row.id))

    def search_appointments(
        self, search: AppointmentSearch, limit: int, after: SearchMark | None = None
    ) -> FoundAppointments:
        zones = {branch.id: branch.tz for branch in self.list(Branch)}
        question = Search.of(self._connection, search, tuple(zones.values()))
        found: list[Appointment] = []
        mark = after
        while True:
            marks = question.marks(limit, mark)
            for mark, appointment in zip(marks, self._marked(marks), strict=True):
                if is_at_hour(search, mark.start_at.astimezone(zones[appointment.branch_id])):
                    found.append(appointment)
                    if len(found) == limit:
                        return FoundAppointments(tuple(found), mark)
            if len(marks) < limit:
                return FoundAppointments(tuple(found), None)

    def _marked(self, marks: Sequence[SearchMark]) -> Iterator[Appointment]:
        """The appointments of these marks, in their order."""
        ids = [mark.appointment_id for mark in marks]
        values = self._values(Appointment, select(APPOINTMENTS).where(APPOINTMENTS.c.id.in_(ids)))
        by_id = {appointment.id: appointment for appointment in values}
        return (by_id[key] for key in ids)

    def search_customers(self, search: CustomerSearch) -> tuple[Customer, ...]:
        return self._values(Customer, customers_asked_for(self._connection, search))

    def highest_customer_number(self) -> int | None:
        highest: int | None = self._connection.scalar(highest_number())
        return highest

    def list_change_sets(self, entity_id: UUID | None = None, limit: int = 100) -> tuple[ChangeSet, ...]:
        query = select(CHANGE_SETS).order_by(CHANGE_SETS.c.number.desc(), CHANGE_SETS.c.id).limit(limit)
        if entity_id is not None:
            touching = select(ENTITY_CHANGES.c.change_set_id).where(ENTITY_CHANGES.c.entity_id == entity_id)
            query = query.where(CHANGE_SETS.c.id.in_(touching))
        return self._change_sets(query)

    def change_sets_of(self, ids: Sequence[UUID], at_most: int) -> tuple[ChangeSet, ...] | None:
        """These, in their order; None where one is gone, or where they changed more than ``at_most`` entities."""
        changed = select(func.count()).select_from(ENTITY_CHANGES).where(ENTITY_CHANGES.c.change_set_id.in_(ids))
        if len(ids) > at_most or (self._connection.scalar(changed) or 0) > at_most:
            return None
        found = {row.id: row for row in self._change_sets(select(CHANGE_SETS).where(CHANGE_SETS.c.id.in_(ids)))}
        return tuple(found[key] for key in ids) if len(found) == len(ids) else None

    def _change_sets(self, query: Select[Any]) -> tuple[ChangeSet, ...]:
        rows = self._connection.execute(query).all()
        changes: dict[UUID, list[EntityChange]] = {row.id: [] for row in rows}
        for batch in _batches([row.id for row in rows]):
            parts = select(ENTITY_CHANGES).where(ENTITY_CHANGES.c.change_set_id.in_(batch))
            for part in self._connection.execute(parts.order_by(ENTITY_CHANGES.c.position)):
                changes[part.change_set_id].append(change_log.entity_change(part))
        return tuple(change_log.change_set(row, changes[row.id]) for row in rows)

    def search_change_log(
        self, query: ChangeLogQuery, limit: int, older_than: UUID | None = None
    ) -> tuple[LoggedChanges, ...]:
        return change_log.search(self._connection, query, limit, older_than)

    def list_authors(self) -> tuple[str, ...]:
        return change_log.authors(self._connection)

    def find_record(self, kind: type[R], record_id: UUID) -> R | None:
        found = self._values(kind, row_of_id(RECORD_TABLES[kind]), {"id": record_id})
        return found[0] if found else None

    def list_records(self, kind: type[R]) -> tuple[R, ...]:
        return tuple(sorted(self._values(kind, select(RECORD_TABLES[kind])), key=natural_order))

    def list_mappings(self, link_id: UUID) -> tuple[EventMapping, ...]:
        return self._values(EventMapping, mappings_of_link(), {"link_id": link_id})

    def list_mappings_of(self, *appointment_ids: UUID) -> tuple[EventMapping, ...]:
        row = EVENT_MAPPINGS.c
        ordered = select(EVENT_MAPPINGS).order_by(row.link_id, row.event_id)
        return tuple(
            mapping
            for batch in _batches(appointment_ids)
            for mapping in self._values(EventMapping, ordered.where(row.appointment_id.in_(batch)))
        )

    def find_mapping(self, link_id: UUID, event_id: str) -> EventMapping | None:
        found = self._values(EventMapping, mapping_of_event(), {"link_id": link_id, "event_id": event_id})
        return found[0] if found else None

    def list_unpushed(self, link: CalendarLink, live_after_at: datetime) -> tuple[Appointment, ...]:
        parameters = unpushed_parameters(link, live_after_at)
        return self._values(Appointment, unpushed_appointments(), parameters)

    def list_problems(self, *, open_only: bool = True, link_id: UUID | None = None) -> tuple[Problem, ...]:
        if link_id is None:
            return self._values(Problem, problems(open_only=open_only, of_link=False))
        return self._values(Problem, problems(open_only=open_only, of_link=True), {"link_id": link_id})

    def list_answered_problems(self, limit: int) -> tuple[Problem, ...]:
        query = select(PROBLEMS).where(PROBLEMS.c.resolution.is_not(None))
        return self._values(Problem, query.order_by(PROBLEMS.c.resolved_at.desc(), PROBLEMS.c.id).limit(limit))

    def list_runs(self, link_id: UUID, limit: int = 50) -> tuple[SyncRun, ...]:
        query = select(SYNC_RUNS).where(SYNC_RUNS.c.link_id == link_id)
        return self._values(SyncRun, query.order_by(SYNC_RUNS.c.started_at.desc(), SYNC_RUNS.c.id).limit(limit))

    def list_journal(
        self, query: JournalQuery, limit: int, older_than: UUID | None = None
    ) -> tuple[JournalEntry, ...]:
        return self._values(JournalEntry, journal_asked_for(query, older_than).limit(limit))

    def epoch(self) -> StoreEpoch:
        row = self._connection.execute(select(STORE_META)).one()
        return StoreEpoch(row.id, row.epoch)

    def _values(
        self, kind: type[V], query: Select[Any], parameters: Mapping[str, Any] | None = None
    ) -> tuple[V, ...]:
        rows = self._connection.execute(query, parameters).mappings().all()
        if kind is not Appointment:
            return tuple(from_row(kind, row) for row in rows)
        taken = self._resources_of([row["id"] for row in rows])
        return cast(tuple[V, ...], tuple(appointment_from(row, taken.get(row["id"], ())) for row in rows))

    def _resources_of(self, appointment_ids: Sequence[UUID]) -> dict[UUID, tuple[UUID, ...]]:
        """The resources of each appointment, in their order."""
        if len(appointment_ids) == 1:
            rows = self._connection.execute(resources_of_appointment(), {"appointment_id": appointment_ids[0]})
            return {appointment_ids[0]: tuple(row[1] for row in rows)}
        columns = (APPOINTMENT_RESOURCES.c.appointment_id, APPOINTMENT_RESOURCES.c.resource_id)
        taken: dict[UUID, tuple[UUID, ...]] = {}
        for batch in _batches(appointment_ids):
            query = select(*columns).where(APPOINTMENT_RESOURCES.c.appointment_id.in_(batch))
            rows = self._connection.execute(query.order_by(columns[0], APPOINTMENT_RESOURCES.c.position))
            taken |= {key: tuple(row[1] for row in group) for key, group in groupby(rows, lambda row: row[0])}
        return taken


def _batches(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    return (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))
