"""One transaction that changes something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Table, bindparam, case, delete, func, insert, select, text, update

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import Record
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import Author, ChangeSet, Entity, EntityChange
from terminplaner.domain.errors import NotFoundError, StaleRevisionError
from terminplaner.domain.people import Customer
from terminplaner.services.ports import Clock
from terminplaner.services.store_queries import StoreEpoch
from terminplaner.storage.change_feed import ChangeFeed
from terminplaner.storage.codec import to_log
from terminplaner.storage.leases import holds_fence
from terminplaner.storage.mapping import (
    ENTITY_TABLES,
    RECORD_TABLES,
    appointment_values,
    customer_order,
    span_values,
    to_values,
)
from terminplaner.storage.reader import SqlReader
from terminplaner.storage.statements import (
    delete_resources_of_appointment,
    insert_into,
    update_of_id,
    update_of_unchanged,
)
from terminplaner.storage.tables.appointments import APPOINTMENT_RESOURCES, APPOINTMENTS
from terminplaner.storage.tables.chain import STORE_META
from terminplaner.storage.tables.log import CHANGE_SETS, ENTITY_CHANGES
from terminplaner.storage.tables.people import CUSTOMERS
from terminplaner.storage.tables.plan import RESOURCES
from terminplaner.storage.tables.sync import (
    CALENDAR_INTENTS,
    EVENT_MAPPINGS,
    JOURNAL_ENTRIES,
    OFF_HOURS_NOTES,
    SYNC_RUNS,
)
from terminplaner.storage.tables.words import APPOINTMENT_WORDS, CUSTOMER_WORDS
from terminplaner.storage.words import backwards, joined, words_of

_Values = Mapping[str, Any] | Sequence[Mapping[str, Any]]
E = TypeVar("E", bound=Entity)
R = TypeVar("R", bound=Record)

_WORDS: Mapping[type, Table] = {Appointment: APPOINTMENT_WORDS, Customer: CUSTOMER_WORDS}
_KEEP_WORD = text("INSERT INTO search_word (word, backwards) VALUES (:word, :backwards) ON CONFLICT DO NOTHING")


class SqlUnitOfWork(SqlReader):
    """``services.ports.UnitOfWork`` on a connection whose transaction has begun."""

    def __init__(
        self,
        connection: Connection,
        author: Author,
        command: str,
        clock: Clock,
        workstation: str,
        feed: ChangeFeed,
    ) -> None:
        super().__init__(connection)
        self._author = author
        self._command = command
        self._clock = clock
        self._workstation = workstation
        self._feed = feed
        self._changes: dict[UUID, EntityChange] = {}
        self._has_written = False
        self._zones: dict[UUID, ZoneInfo] = {}

    def lock_resources(self, resource_ids: Iterable[UUID]) -> None:
        ordered = select(RESOURCES.c.id).where(RESOURCES.c.id.in_(tuple(resource_ids))).order_by(RESOURCES.c.id)
        # NO KEY UPDATE excludes its like, but not the foreign keys of those who write without asking for room.
        self._connection.execute(ordered.with_for_update(key_share=True)).all()

    def lock_table(self, kind: type[Entity] | type[Record]) -> None:
        if self._connection.dialect.name == "postgresql":
            table = ENTITY_TABLES[kind] if kind in ENTITY_TABLES else RECORD_TABLES[kind]
            name = self._connection.dialect.identifier_preparer.format_table(table)
            self._connection.execute(text(f"LOCK TABLE {name} IN SHARE ROW EXCLUSIVE MODE"))

    def lock_customers(self, customer_ids: Iterable[UUID]) -> None:
        wanted = select(CUSTOMERS.c.id).where(CUSTOMERS.c.id.in_(tuple(customer_ids))).order_by(CUSTOMERS.c.id)
        self._connection.execute(wanted.with_for_update(read=True, key_share=True)).all()

    def lock_customer_alone(self, customer_id: UUID) -> None:
        # The foreign keys of those who write something for the customer wait for it as well.
        wanted = select(CUSTOMERS.c.id).where(CUSTOMERS.c.id == customer_id)
        self._connection.execute(wanted.with_for_update()).all()

    def put(self, entity: E) -> E:
        return self.put_all((entity,))[0]

    def put_all(self, entities: Sequence[E]) -> tuple[E, ...]:
        if not entities:
            return ()
        kind = type(entities[0])
        known: dict[UUID, E] = {row.id: row for row in self.list_by_id(kind, [row.id for row in entities])}
        written: list[tuple[E | None, E]] = []
        for entity in entities:
            stored = known.get(entity.id)
            if (stored.revision if stored else 0) != entity.revision:
                raise StaleRevisionError(kind=kind.__name__, id=str(entity.id))
            if stored is None or _stamped_like(entity, stored) != stored:
                known[entity.id] = self._stamped(entity, stored)
                written.append((stored, known[entity.id]))
        self._write(kind, written)
        for stored, after in written:
            first = self._changes.get(after.id)
            self._changes[after.id] = EntityChange(first.before if first else stored, after)
        return tuple(known[entity.id] for entity in entities)

    def keep(self, record: Record) -> None:
        table, values = RECORD_TABLES[type(record)], to_values(record)
        if not self._execute(update_of_id(table), values | {"stored_id": record.id}):
            self._execute(insert_into(table), values)

    def amend(self, kind: type[R], record_id: UUID, **fields: object) -> R:
        self._execute(update_of_id(RECORD_TABLES[kind]), {**fields, "stored_id": record_id})
        amended = self.find_record(kind, record_id)
        if amended is None:
            raise NotFoundError(kind=kind.__name__, id=str(record_id))
        return amended

    def drop_mapping(self, mapping_id: UUID) -> None:
        self._execute(delete(EVENT_MAPPINGS).where(EVENT_MAPPINGS.c.id == mapping_id))

    def drop_intent(self, intent_id: UUID) -> None:
        self._execute(delete(CALENDAR_INTENTS).where(CALENDAR_INTENTS.c.id == intent_id))

    def prune_journal(self, before_at: datetime) -> None:
        self._execute(delete(JOURNAL_ENTRIES).where(JOURNAL_ENTRIES.c.at < before_at))
        self._execute(delete(SYNC_RUNS).where(SYNC_RUNS.c.finished_at < before_at))
        self._execute(delete(OFF_HOURS_NOTES).where(OFF_HOURS_NOTES.c.ends_at < before_at))

    def advance_epoch(self, at_least: int = 0) -> StoreEpoch:
        further = STORE_META.c.epoch + 1
        self._execute(update(STORE_META).values(epoch=case((further > at_least, further), else_=at_least)))
        return self.epoch()

    def verify_fence(self, link_id: UUID, fence: int) -> None:
        if not holds_fence(self._connection, link_id, fence):
            raise StaleRevisionError("lease_lost")

    def commit(self) -> ChangeSet | None:
        self._index_words()
        change_set = self._log_changes() if self._changes else None
        if self._has_written:
            with self._feed.announcing(self._connection, change_set.id if change_set else None):
                self._connection.commit()
        else:
            self._connection.commit()
        return change_set

    def _stamped(self, entity: E, stored: E | None) -> E:
        """The entity as it is written: with its new revision, an appointment with who and when."""
        stamps: dict[str, Any] = {"revision": entity.revision + 1}
        if isinstance(entity, Appointment):
            now, name = self._clock.now(), self._author.name
            born = (stored.created_at, stored.created_by) if isinstance(stored, Appointment) else None
            created_at, created_by = born or (now, entity.created_by or name)
            stamps |= {"created_at": created_at, "created_by": created_by}
            stamps |= {"modified_at": now, "modified_by": name}
        return replace(entity, **stamps)

    def _write(self, kind: type[E], changes: Sequence[tuple[E | None, E]]) -> None:
        table = ENTITY_TABLES[kind]
        born = [self._columns(after) for before, after in changes if before is None]
        if born:
            self._execute(insert_into(table), born)
        changed = [
            self._columns(after) | {"stored_id": before.id, "stored_revision": before.revision}
            for before, after in changes
            if before is not None
        ]
        if changed and self._execute(update_of_unchanged(table), changed) != len(changed):
            raise StaleRevisionError(kind=kind.__name__, id=str(changed[0]["stored_id"]))
        self._write_resources(changes)
        for before, after in changes:
            if isinstance(after, Branch) and isinstance(before, Branch) and after.zone != before.zone:
                self._move_whole_days(after)

    def _columns(self, entity: Entity) -> dict[str, Any]:
        if isinstance(entity, Appointment):
            span = span_values(entity.when, self._zone_of(entity))
            return appointment_values(entity) | span | {"words": joined(words_of(entity))}
        if isinstance(entity, Customer):
            return to_values(entity) | {"sort_key": customer_order(entity), "words": joined(words_of(entity))}
        return to_values(entity)

    def _write_resources(self, changes: Iterable[tuple[Entity | None, Entity]]) -> None:
        placed = {
            after.id: after
            for before, after in changes
            if isinstance(after, Appointment)
            and (not isinstance(before, Appointment) or _place(after) != _place(before))
        }
        moved = [{"moved": before.id} for before, after in changes if before is not None and after.id in placed]
        if moved:
            self._execute(delete_resources_of_appointment(), moved)
        taken = [
            {
                "id": uuid4(),
                "appointment_id": appointment.id,
                "resource_id": resource_id,
                "position": position,
                **span_values(appointment.when, self._zone_of(appointment)),
            }
            for appointment in placed.values()
            for position, resource_id in enumerate(appointment.resource_ids)
        ]
        if taken:
            self._execute(insert_into(APPOINTMENT_RESOURCES), taken)

    def _zone_of(self, appointment: Appointment) -> ZoneInfo:
        if appointment.branch_id not in self._zones:
            self._zones[appointment.branch_id] = self.get(Branch, appointment.branch_id).tz
        return self._zones[appointment.branch_id]

    def _move_whole_days(self, branch: Branch) -> None:
        """Let whole days cover the instants they have in the branch's new zone."""
        self._zones.pop(branch.id, None)
        is_whole_day = (APPOINTMENTS.c.branch_id == branch.id, APPOINTMENTS.c.first_on.is_not(None))
        for appointment in self._values(Appointment, select(APPOINTMENTS).where(*is_whole_day)):
            span = span_values(appointment.when, branch.tz)
            self._execute(update(APPOINTMENTS).where(APPOINTMENTS.c.id == appointment.id).values(span))
            taken = APPOINTMENT_RESOURCES.c.appointment_id == appointment.id
            self._execute(update(APPOINTMENT_RESOURCES).where(taken).values(span))

    def _index_words(self) -> None:
        """Let appointments and customers be found by their words.

        Only at the end and in the order of the words: on PostgreSQL whoever adds a word waits for another that is
        just adding it, and must not wait crosswise.
        """
        gone: dict[Table, list[dict[str, Any]]] = {table: [] for table in _WORDS.values()}
        new: dict[Table, list[dict[str, Any]]] = {table: [] for table in _WORDS.values()}
        for change in self._changes.values():
            if (table := _WORDS.get(type(change.after))) is not None:
                before, after = set(words_of(change.before)), set(words_of(change.after))
                gone[table] += [{"gone": word, "key": change.entity_id} for word in before - after]
                new[table] += [{"word": word, "key": change.entity_id} for word in after - before]
        words = sorted({row["word"] for rows in new.values() for row in rows})
        if words:
            self._connection.execute(_KEEP_WORD, [{"word": word, "backwards": backwards(word)} for word in words])
        for table in _WORDS.values():
            word, key = table.c
            if gone[table]:
                is_gone = (word == bindparam("gone"), key == bindparam("key"))
                self._connection.execute(delete(table).where(*is_gone), gone[table])
            if new[table]:
                self._connection.execute(insert(table).values({key: bindparam("key")}), new[table])

    def _log_changes(self) -> ChangeSet:
        changes = tuple(self._changes.values())
        change_set = ChangeSet(uuid4(), self._command, self._author, self._clock.now(), changes)
        newest = select(func.coalesce(func.max(CHANGE_SETS.c.number), 0) + 1).scalar_subquery()
        self._execute(
            insert(CHANGE_SETS).values(
                id=change_set.id,
                number=newest,
                command=change_set.command,
                at=change_set.at,
                author_name=self._author.name,
                origin=self._author.origin,
                user_id=self._author.user_id,
                workstation=self._workstation,
            )
        )
        rows = [
            {
                "id": uuid4(),
                "change_set_id": change_set.id,
                "position": position,
                "kind": type(change.after).__name__,
                "entity_id": change.entity_id,
                "before": to_log(change.before),
                "after": to_log(change.after),
            }
            for position, change in enumerate(changes)
        ]
        self._connection.execute(insert(ENTITY_CHANGES), rows)
        return change_set

    def _execute(self, statement: Any, values: _Values | None = None) -> int:
        """Run a writing statement, with several values for each of them; how many rows it met.

        ``values`` beside a statement cost a fraction of those inside it, which SQLAlchemy examines each time.
        """
        count = self._connection.execute(statement, values).rowcount
        self._has_written |= count != 0
        return count


def _place(appointment: Appointment) -> tuple[Any, ...]:
    """What the rows of its resources are made of."""
    return appointment.when, appointment.branch_id, appointment.resource_ids


def _stamped_like(entity: Entity, stored: Entity) -> Entity:
    """``entity`` with the stamps of ``stored``, which are not the caller's to set."""
    if isinstance(entity, Appointment) and isinstance(stored, Appointment):
        return replace(
            entity,
            created_at=stored.created_at,
            created_by=stored.created_by,
            modified_at=stored.modified_at,
            modified_by=stored.modified_by,
        )
    return entity
