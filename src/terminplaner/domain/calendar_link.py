"""The link between a resource and a secondary Google calendar, and what the sync remembers.

These are bookkeeping records: they have no revision, and keeping them never makes an appointment look edited.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from terminplaner.domain.when import When


class LinkStatus(StrEnum):
    """The words of ``sync`` and ``status`` on the command line."""

    OK = "ok"
    OFFLINE = "offline"
    NEEDS_CONSENT = "needs_consent"
    BRAKE = "brake"
    CALENDAR_MISSING = "calendar_missing"
    READ_ONLY = "read_only"
    QUOTA_PAUSE = "quota_pause"
    BUSY = "busy"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class GoogleAccount:
    """A Google account that gave its consent.  ``encrypted_token`` is its refresh token under the chain key.

    ``granted_by`` are the users who gave it at their workstation: whoever may only link the own calendar links it
    with no other's account.
    """

    id: UUID
    email: str
    granted_scopes: frozenset[str]
    encrypted_token: bytes = field(default=b"", repr=False)
    client_id: str = ""
    needs_consent_since_at: datetime | None = None
    writes_paused_until_at: datetime | None = None
    pause_count: int = 0
    granted_by: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class CalendarIntent:
    """A calendar about to be created; survives a crash between Google's answer and our commit (3.7).

    ``calendar_id`` is empty until Google's answer is known here.
    """

    id: UUID
    resource_id: UUID
    account_id: UUID
    name: str
    created_at: datetime
    calendar_id: str = ""


@dataclass(frozen=True, slots=True)
class CalendarLink:
    """One resource, one calendar.  A link is never deleted: ``ended_at`` ends it, its events stay.

    ``sync_token`` belongs to ``sync_params``, the parameters of the listing that gave it: asked otherwise it is
    worth nothing.  ``missing_since_at`` is the first 404 of the calendar itself.
    """

    id: UUID
    resource_id: UUID
    account_id: UUID
    calendar_id: str
    calendar_name: str
    zone: str
    is_created_by_program: bool
    status: LinkStatus = LinkStatus.OK
    status_reason: str = ""
    status_params: Mapping[str, Any] = field(default_factory=dict)
    access_role: str = "owner"
    data_owner: str = ""
    sync_token: str = ""
    sync_params: str = ""
    projected_privacy: str = ""
    expanded_until_at: datetime | None = None
    last_success_at: datetime | None = None
    last_full_at: datetime | None = None
    missing_since_at: datetime | None = None
    failures: int = 0
    next_attempt_at: datetime | None = None
    created_at: datetime | None = None
    ended_at: datetime | None = None


class MappingState(StrEnum):
    """Where one event of a link stands.

    ``reserved``: the id is committed, the insert not yet answered.  ``synced``: both sides agreed on the base.
    ``deleting``: a delete was sent or is due.  ``tombstone``: gone on both sides.  ``archived``: left the window
    into the past.  ``quarantined``: unreadable or refused; retried when either side changes.
    ``busy``: a read-only block.  ``series``: a recurrence, which has no appointment itself; its instances are
    ``busy``.  ``held``: a deletion, or without an appointment an arrival, waits for a person or for the other
    links' pulls.
    """

    RESERVED = "reserved"
    SYNCED = "synced"
    DELETING = "deleting"
    TOMBSTONE = "tombstone"
    ARCHIVED = "archived"
    QUARANTINED = "quarantined"
    BUSY = "busy"
    SERIES = "series"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class SharedFields:
    """What both sides share about one event.  ``title`` and ``description`` are canonical text (NFC, no HTML)."""

    title: str
    when: When
    description: str = ""


@dataclass(frozen=True, slots=True)
class EventMapping:
    """One event of one link and the last agreed base in its two halves.

    ``projected`` is what we sent (our half), ``answered`` what Google held then (its half); each side is
    compared with its own half.  ``base_revision`` is the appointment's revision at that moment: the appointment
    waits for a push while its revision is ahead, or ``names_revision``, the revisions of its customer and its type
    added up, is another now.  ``projected`` None on a ``synced`` mapping means that everything
    is due.  ``copied_from`` is the event id that an arrival's private property names, where it is not its own;
    ``is_private`` is kept for an arrival until its appointment has it.  ``is_transparent`` is the event's
    own: those of one appointment may differ.
    """

    id: UUID
    link_id: UUID
    event_id: str
    appointment_id: UUID | None = None
    generation: int = 0
    state: MappingState = MappingState.SYNCED
    etag: str = ""
    projected: SharedFields | None = None
    answered: SharedFields | None = None
    base_revision: int = 0
    names_revision: int = 0
    is_born_in_google: bool = False
    recurring_event_id: str = ""
    original_start: str = ""
    copied_from: str = ""
    is_private: bool = False
    is_transparent: bool = False
    error_code: str = ""
    flips: int = 0
    flips_since_at: datetime | None = None
    changed_at: datetime | None = None


class ProblemKind(StrEnum):
    CONFLICT = "conflict"
    DELETED_IN_GOOGLE = "deleted_in_google"
    OVERLAP = "overlap"
    BRAKE = "brake"
    QUARANTINE = "quarantine"
    RESTORE_PREVIEW = "restore_preview"


class Choice(StrEnum):
    LOCAL = "local"
    GOOGLE = "google"
    BOTH = "both"
    APPLY = "apply"
    RESTORE = "restore"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that waits for a person.  ``local`` and ``google`` are the two versions, JSON-able."""

    id: UUID
    kind: ProblemKind
    link_id: UUID | None
    resource_id: UUID | None
    appointment_id: UUID | None
    event_id: str
    choices: tuple[Choice, ...]
    opened_at: datetime
    local: Mapping[str, Any] | None = None
    google: Mapping[str, Any] | None = None
    resolved_at: datetime | None = None
    resolved_by: str = ""
    resolution: Choice | None = None


@dataclass(frozen=True, slots=True)
class SyncRun:
    """One pass over one link; the counters are the keys of ``sync --json``."""

    id: UUID
    link_id: UUID
    started_at: datetime
    finished_at: datetime
    status: LinkStatus
    pulled: int = 0
    created_local: int = 0
    updated_local: int = 0
    cancelled_local: int = 0
    created_google: int = 0
    updated_google: int = 0
    deleted_google: int = 0
    conflicts: int = 0
    quarantined: int = 0
    requests: int = 0
    reason: str = ""
    """Code of the sentence in the catalogue, empty where all is well."""
    params: Mapping[str, Any] = field(default_factory=dict)


class Direction(StrEnum):
    TO_GOOGLE = "to_google"
    FROM_GOOGLE = "from_google"


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One thing a run moved.  ``before`` and ``after`` hold shared fields as JSON-able values.

    ``revision`` is the one that the appointment got by it, under which the change log keeps it before and after in
    full; 0 where nothing changed here, or only a block that is Google's own.
    """

    id: UUID
    run_id: UUID
    link_id: UUID
    at: datetime
    direction: Direction
    action: str
    appointment_id: UUID | None
    event_id: str
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class OffHoursNote:
    """Somebody took note that Google put an appointment outside the working hours; ``id`` is the appointment's.

    It holds as long as the appointment stays at ``when``, and is kept until that is long over (``ends_at``).
    """

    id: UUID
    when: When
    ends_at: datetime


Record = (
    GoogleAccount | CalendarIntent | CalendarLink | EventMapping | Problem | SyncRun | JournalEntry | OffHoursNote
)
"""Everything the sync keeps for itself."""
