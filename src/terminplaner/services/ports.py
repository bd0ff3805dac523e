"""What the services need from the world: storage, secrets, the clock.  What they need from Google
stands in ``google_ports``.

``storage``, ``system`` and ``sync`` implement these; ``bootstrap`` puts them together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Protocol, TypeVar
from uuid import UUID

from terminplaner.domain.appointment import Appointment, OccupyingRule
from terminplaner.domain.calendar_link import (
    CalendarLink,
    Direction,
    EventMapping,
    JournalEntry,
    Problem,
    Record,
    SyncRun,
)
from terminplaner.domain.changes import Author, ChangeSet, Entity, Origin
from terminplaner.domain.people import Customer
from terminplaner.domain.waiting_list import WaitingListEntry

E = TypeVar("E", bound=Entity)
R = TypeVar("R", bound=Record)


class Clock(Protocol):
    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class AppointmentQuery:
    """Which appointments to list; None means any.  Instants are UTC, ``until_at`` exclusive.

    An appointment is listed when its span (all-day ones in their branch's zone) meets ``[from_at, until_at)``.
    Cancelled ones are listed only with ``cancelled=True``, and then only they; so are those that are shown as not
    available with ``unavailable=True``.
    """

    resource_ids: tuple[UUID, ...] | None = None
    from_at: datetime | None = None
    until_at: datetime | None = None
    cancelled: bool = False
    ical_uids: tuple[str, ...] | None = None
    series_id: UUID | None = None
    customer_id: UUID | None = None
    unavailable: bool = False


@dataclass(frozen=True, slots=True)
class AppointmentSearch:
    """Which appointments somebody looks for; None and empty mean any.

    ``text``: each of its words is a whole word of the text, the comment, or the customer's names, number, Kürzel,
    phone or e-mail address, in whatever case; a ``*`` stands for anything within a word, where there is no star
    nothing may be missing (AMPAREX, release notes 2022).
    They begin at or after ``from_at`` and before ``until_at``, and on the clock of their branch between
    ``begins_from`` and ``begins_until``, both included, which no whole day does.  They take all of
    ``resource_ids``.  ``modified_until_at`` is exclusive.  Instants are UTC.
    """

    text: str = ""
    from_at: datetime | None = None
    until_at: datetime | None = None
    begins_from: time | None = None
    begins_until: time | None = None
    resource_ids: tuple[UUID, ...] = ()
    type_id: UUID | None = None
    status_id: UUID | None = None
    branch_id: UUID | None = None
    customer_id: UUID | None = None
    modified_from_at: datetime | None = None
    modified_until_at: datetime | None = None
    includes_cancelled: bool = False
    is_newest_first: bool = True


@dataclass(frozen=True, slots=True)
class CustomerSearch:
    """Which customers somebody looks for; an empty ``text`` means all, a ``limit`` of None is none.

    ``text``: each of its words begins a word of the names, the number, the Kürzel, the phone or the e-mail
    address, in whatever case and with or without accents; a ``*`` stands for anything within a word, and where
    one stands before it, it is the end of a word.  With ``has_whole_words`` each is a word, and a ``*`` only parts
    them.
    """

    text: str = ""
    has_whole_words: bool = False
    limit: int | None = 100


@dataclass(frozen=True, slots=True)
class SearchMark:
    """How far a search got: the begin and the id of the last one found."""

    start_at: datetime
    appointment_id: UUID


@dataclass(frozen=True, slots=True)
class FoundAppointments:
    """A page of a search; ``following`` is where the next one begins, None at the end."""

    appointments: tuple[Appointment, ...]
    following: SearchMark | None


@dataclass(frozen=True, slots=True)
class JournalQuery:
    """Which entries of the sync's journal to list; None and empty mean any.

    ``text``: each of its words is part of a title or a description, before or after, in whatever case.
    Instants are UTC, ``until_at`` exclusive.
    """

    text: str = ""
    link_ids: tuple[UUID, ...] | None = None
    run_id: UUID | None = None
    direction: Direction | None = None
    from_at: datetime | None = None
    until_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ChangeLogQuery:
    """Which change sets to look up; None and empty mean any.

    ``entity_id`` is what they have to have changed, ``kinds`` are kinds of which they have changed one at least.
    Instants are UTC, ``until_at`` exclusive.
    """

    author_name: str = ""
    origin: Origin | None = None
    kinds: tuple[type[Entity], ...] = ()
    entity_id: UUID | None = None
    from_at: datetime | None = None
    until_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LoggedChanges:
    """A change set with the first of its changes, or with the one that was asked for; ``count`` is of them all."""

    change_set: ChangeSet
    count: int


@dataclass(frozen=True, slots=True)
class StoreEpoch:
    """Which store this is and how far it came; ``number`` grows with every sync pass that moved something.

    A copy lives in the profile: a store behind its copy was restored from a backup.
    """

    store_id: UUID
    number: int


@dataclass(frozen=True, slots=True)
class ForeignChanges:
    """What others committed: another workstation, or another process.

    ``change_sets`` in the order of their commits.  ``has_bookkeeping``: the sync's records moved as well, of which
    no change set tells.  ``is_incomplete``: much more may be another than the rest says, after a restore, a lost
    connection, or a very large change.
    """

    change_sets: tuple[ChangeSet, ...] = ()
    has_bookkeeping: bool = False
    is_incomplete: bool = False


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
        self, query: JournalQuery, limit: int = 200, older_than: UUID | None = None
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

    def restore(self, source: Path, complete: Callable[[UnitOfWork], None] | None = None) -> None:
        """Replace the whole content by that of a backup file, and ``complete`` it in the same transaction.

        Of what is completed only records count.  Raise ``InvalidInputError`` if it is no backup.
        """
        ...

    def wait_for_foreign_changes(self, timeout_seconds: float) -> ForeignChanges | None:
        """Block until others committed something, or the time is up (None).  Own commits wake nobody.

        Raise ``StorageError`` while the database is out of reach; what was missed then is told as incomplete.
        """
        ...

    def close(self) -> None: ...


class SecretStore(Protocol):
    """Where the chain key lives: the operating system's keyring, or a key file by explicit choice."""

    def load(self, name: str) -> bytes | None:
        """Raise ``SecretStoreError`` where there is no usable store."""
        ...

    def save(self, name: str, secret: bytes) -> None:
        """Store and read back; raise ``SecretStoreError`` if that fails for any reason."""
        ...

    def remove(self, name: str) -> None:
        """Forget a secret; nothing happens where there is none."""
        ...


class KeyVault(Protocol):
    """The chain key of this workstation.  Every method raises ``SecretStoreError``: there is no usable secret
    store, ``chain_key_missing``, or ``chain_key_wrong`` where the key does not open every token of the chain."""

    def key_name(self) -> str:
        """The entry of this chain's key in any secret store."""
        ...

    def rotate(self) -> None:
        """Put every token under a new key.  Interrupted at any point it loses nothing and can be begun again."""
        ...

    def export_key(self) -> bytes:
        """What another workstation needs to read every token."""
        ...

    def import_key(self, key: bytes) -> None:
        """Take the key of another workstation in place of the present one, if it opens every token."""
        ...


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
