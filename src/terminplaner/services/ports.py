"""What the services need from the world: storage and the clock.  Secrets stand in ``secret_ports``, Google in
``google_ports``.

``storage``, ``system`` and ``sync`` implement these; ``bootstrap`` puts them together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar
from uuid import UUID

from terminplaner.domain.appointment import Appointment, OccupyingRule
from terminplaner.domain.calendar_link import CalendarLink, EventMapping, JournalEntry, Problem, Record, SyncRun
from terminplaner.domain.changes import Author, ChangeSet, Entity
from terminplaner.domain.people import Customer
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.store_queries import (
    AppointmentQuery,
    AppointmentSearch,
    ChangeLogQuery,
    CustomerSearch,
    ForeignChanges,
    FoundAppointments,
    JournalQuery,
    LoggedChanges,
    SearchMark,
    StoreEpoch,
)

E = TypeVar("E", bound=Entity)
R = TypeVar("R", bound=Record)


class Clock(Protocol):
    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class Reader(Protocol):
    """A consistent view of the store."""

    def find(self, kind: type[E], entity_id: UUID) -> E | None: ...

    def get(self, kind: type[E], entity_id: UUID) -> E:
        """Raise ``NotFoundError`` where there is none."""
        ...

    def get_all(self, kind: type[E], ids: Sequence[UUID]) -> tuple[E, ...]:
        """In the order of ``ids``; raise ``NotFoundError`` where one is not there."""
        ...

    def list(self, kind: type[E], *, with_deleted: bool = False) -> tuple[E, ...]:
        """All of a kind, the soft-deleted only where they are asked for, in its natural order (name, position).

        Not for appointments: they are asked for by ``list_appointments``.
        """
        ...

    def list_by_id(self, kind: type[E], ids: Iterable[UUID]) -> tuple[E, ...]:
        """Those of ``ids`` that are there, deleted ones too, in no certain order."""
        ...

    def list_appointments(self, query: AppointmentQuery) -> tuple[Appointment, ...]:
        """In order of start, then id."""
        ...

    def list_occupied(
        self,
        resource_ids: Iterable[UUID],
        from_at: datetime,
        until_at: datetime,
        *,
        with_preparation: bool,
        occupying: OccupyingRule = ...,
    ) -> Mapping[UUID, Sequence[tuple[int, int]]]:
        """When appointments that occupy by this rule take these resources: spans in seconds since 1970, by start.

        Nothing else of them is read: a search for free times goes over tens of thousands.
        """
        ...

    def list_waiting_list(
        self, branch_id: UUID, *, settled: bool = False, limit: int | None = None
    ) -> tuple[WaitingListEntry, ...]:
        """The open wishes of a branch by priority, then age; or the settled ones, newest first."""
        ...

    def list_wishes_of(self, customer_id: UUID) -> tuple[WaitingListEntry, ...]:
        """The open wishes of a customer in all branches by priority, then age."""
        ...

    def search_appointments(
        self, search: AppointmentSearch, limit: int, after: SearchMark | None = None
    ) -> FoundAppointments:
        """In order of their begin, then id; after ``after`` where given."""
        ...

    def search_customers(self, search: CustomerSearch) -> tuple[Customer, ...]:
        """Live ones in order of last name, first name and number."""
        ...

    def highest_customer_number(self) -> int | None:
        """The highest number of a customer, live or deleted, that is nothing but digits, at most 15 of them."""
        ...

    def list_change_sets(self, entity_id: UUID | None = None, limit: int = 100) -> tuple[ChangeSet, ...]:
        """The change log, newest first.  Of secrets (password hashes, the OAuth client) it only knows that they
        changed."""
        ...

    def search_change_log(
        self, query: ChangeLogQuery, limit: int, older_than: UUID | None = None
    ) -> tuple[LoggedChanges, ...]:
        """Newest first; ``older_than`` is the change set after which to go on.  Secrets as above."""
        ...

    def list_authors(self) -> tuple[str, ...]:
        """Every name in the change log, by name."""
        ...

    # -- what the sync remembers

    def find_record(self, kind: type[R], record_id: UUID) -> R | None: ...

    def list_records(self, kind: type[R]) -> tuple[R, ...]:
        """All of a small kind: accounts, intents, links (ended ones included), notes about off hours."""
        ...

    def list_mappings(self, link_id: UUID) -> tuple[EventMapping, ...]: ...

    def list_mappings_of(self, *appointment_ids: UUID) -> tuple[EventMapping, ...]: ...

    def find_mapping(self, link_id: UUID, event_id: str) -> EventMapping | None: ...

    def list_unpushed(self, link: CalendarLink, live_after_at: datetime) -> tuple[Appointment, ...]:
        """What sync must push, derived; read-only ones never, and nothing to a calendar that is only read.

        Appointments of the link's resource that end after ``live_after_at``, or whose mapping is not archived yet,
        and whose revision is ahead of their mapping's base, whose customer or type was changed since, or that have
        no mapping but tombstones; and those cancelled, or moved away from the resource, while a mapping remains
        that is neither a tombstone nor archived.
        """
        ...

    def list_problems(self, *, open_only: bool = True, link_id: UUID | None = None) -> tuple[Problem, ...]: ...

    def list_answered_problems(self, limit: int) -> tuple[Problem, ...]:
        """Those that a person decided, the latest decision first."""
        ...

    def list_runs(self, link_id: UUID, limit: int = 50) -> tuple[SyncRun, ...]: ...

    def list_journal(
        self, query: JournalQuery, limit: int, older_than: UUID | None = None
    ) -> tuple[JournalEntry, ...]:
        """Newest first; ``older_than`` is the entry after which to go on."""
        ...

    def epoch(self) -> StoreEpoch: ...


class UnitOfWork(Reader, Protocol):
    """One transaction.  Leaving the context without ``commit`` rolls everything back."""

    def lock_resources(self, resource_ids: Iterable[UUID]) -> None:
        """Hold these resources until the end of the transaction, so that two bookings cannot both see room.

        Whoever is about to write appointments holds all their resources, at once and before writing anything
        (docs/architecture.md, The order of locks).  PostgreSQL locks the rows in id order; SQLite's immediate
        transaction already holds the database.
        """
        ...

    def lock_table(self, kind: type[Entity] | type[Record]) -> None:
        """Let nobody else add or change rows of this kind until the end of the transaction; before any resource.

        PostgreSQL locks the table against writers; SQLite's immediate transaction already holds the database.
        """
        ...

    def lock_customers(self, customer_ids: Iterable[UUID]) -> None:
        """Let nobody delete these customers until the end of the transaction; before any resource."""
        ...

    def lock_customer_alone(self, customer_id: UUID) -> None:
        """Wait for all who plan something for this customer, and let nobody else do so until the end of the
        transaction."""
        ...

    def put(self, entity: E) -> E:
        """Insert (``revision`` 0) or update; return it with its new revision.

        Raise ``StaleRevisionError`` unless ``entity.revision`` is the stored one.  An appointment gets its
        created/modified stamps here, a new one its creator only where it names none.  An entity equal to the
        stored one is not written and keeps its revision.
        """
        ...

    def put_all(self, entities: Sequence[E]) -> tuple[E, ...]:
        """``put`` each of several of one kind, in their order, with a few statements for all of them."""
        ...

    def keep(self, record: Record) -> None:
        """Insert or replace a record of the sync; no revision, no change log."""
        ...

    def amend(self, kind: type[R], record_id: UUID, **fields: object) -> R:
        """Write these fields of a record and leave the others to whoever writes them at the same time.

        Return the record as it is then; raise ``NotFoundError`` where there is none.
        """
        ...

    def drop_mapping(self, mapping_id: UUID) -> None:
        """Forget a mapping whose reservation never reached Google."""
        ...

    def drop_intent(self, intent_id: UUID) -> None:
        """Forget a calendar's intent that Google refused."""
        ...

    def prune_journal(self, before_at: datetime) -> None:
        """Forget runs and journal entries older than ``before_at``, and notes about what ended before."""
        ...

    def advance_epoch(self, at_least: int = 0) -> StoreEpoch:
        """Count one further; after a restore at least to ``at_least``."""
        ...

    def verify_fence(self, link_id: UUID, fence: int) -> None:
        """Raise ``StaleRevisionError`` (code ``lease_lost``) unless the lease on the link still has this fence."""
        ...

    def commit(self) -> ChangeSet | None:
        """Write the change log and commit; None where no entity changed.

        Raise ``StorageError`` where the database cannot.
        """
        ...


class Store(Protocol):
    """The database.  Every call may block; never call it from the GUI thread."""

    def read(self) -> AbstractContextManager[Reader]: ...

    def write(self, author: Author, command: str) -> AbstractContextManager[UnitOfWork]:
        """Begin a write transaction (SQLite: immediate)."""
        ...

    def acquire_lease(self, link_id: UUID, holder: str, seconds: int) -> int | None:
        """Take or renew the lease on a link by the database's clock; its fence, or None while another holds it."""
        ...

    def release_lease(self, link_id: UUID, fence: int) -> None: ...

    def book_requests(self, account_id: UUID, seconds: float, spare_seconds: float) -> float:
        """Book the next ``seconds`` of an account's requests, which all workstations queue for by the database's
        clock; how many seconds until they begin.  Of the time that nobody booked, ``spare_seconds`` are kept.
        """
        ...

    def backup(self, target: Path) -> None:
        """Write one consistent file: an SQLite database with all rows, whichever engine this is.

        Raise ``InvalidInputError`` (code ``unwritable_target``) where the file cannot be written.
        """
        ...

    def restore(self, source: Path, complete: Callable[[UnitOfWork, StoreEpoch], None] | None = None) -> None:
        """Replace the whole content by that of a backup file, and ``complete`` it in the same transaction, told
        how far the store was that it replaces.

        Of what is completed only records count.  Raise ``InvalidInputError`` if it is no backup.
        """
        ...

    def wait_for_foreign_changes(self, timeout_seconds: float) -> ForeignChanges | None:
        """Block until others committed something, or the time is up (None).  Own commits wake nobody.

        Raise ``StorageError`` while the database is out of reach; what was missed then is told as incomplete.
        """
        ...

    def close(self) -> None: ...


class EpochKeeper(Protocol):
    """The profile's copy of the store's epoch."""

    def load(self) -> StoreEpoch | None: ...

    def save(self, epoch: StoreEpoch) -> None: ...


class CancelToken(Protocol):
    """Asked between the steps of anything long."""

    def raise_if_cancelled(self) -> None:
        """Raise ``CancelledError`` once the user cancelled."""
        ...


Progress = Callable[[int, int], None]
"""Called with (done, total) in the working thread; total 0 while it is unknown."""
