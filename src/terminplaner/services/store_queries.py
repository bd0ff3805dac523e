"""What is asked of the store, and what it answers where that is more than what it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import Direction
from terminplaner.domain.changes import ChangeSet, Entity, Origin


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
    series_ids: tuple[UUID, ...] | None = None
    customer_id: UUID | None = None
    unavailable: bool = False


@dataclass(frozen=True, slots=True)
class AppointmentSearch:
    """Which appointments somebody looks for; None and empty mean any.

    ``text``: each of its words is a whole word of the text, the comment, or the customer's names, title, number,
    Kürzel, phone, mobile or e-mail address, in whatever case; a ``*`` stands for anything within a word, where
    there is no star nothing may be missing (AMPAREX, release notes 2022).  A day such as ``3.5.1961`` or
    ``3.5.61`` is the birthdate of whoever was born then; where nobody was, its parts are words as well.
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

    ``text``: each of its words begins a word of the names, the title, the number, the Kürzel, the phone, the
    mobile or the e-mail address, in whatever case and with or without accents; a ``*`` stands for anything within
    a word, and where one stands before it, it is the end of a word.  A day such as ``3.5.``, ``3.5.61`` or
    ``3.5.1961`` is the birthdate, as far as it was typed.  With ``has_whole_words`` each is a word, and neither a
    ``*`` nor a day is anything else.
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
