"""The tables of what the sync keeps for itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.engine.default import DefaultExecutionContext

from terminplaner.domain.calendar_link import (
    Choice,
    Direction,
    LinkStatus,
    MappingState,
    ProblemKind,
    SharedFields,
)
from terminplaner.domain.when import When
from terminplaner.storage.columns import Instant, PlainText, Structure, Word
from terminplaner.storage.tables.base import METADATA, IdColumns, column, only_where

_Params = Mapping[str, Any]


class GoogleAccountColumns(IdColumns):
    email = column(PlainText)
    granted_scopes = column(Structure(frozenset[str]))
    encrypted_token = column(LargeBinary)
    client_id = column(PlainText)
    needs_consent_since_at = column(Instant, optional=True)
    writes_paused_until_at = column(Instant, optional=True)
    pause_count = column(Integer)
    granted_by = column(Structure(frozenset[UUID]))


GOOGLE_ACCOUNTS = Table("google_account", METADATA, GoogleAccountColumns)


class CalendarIntentColumns(IdColumns):
    resource_id = column(Uuid, ForeignKey("resource.id"))
    account_id = column(Uuid, ForeignKey("google_account.id"))
    name = column(PlainText)
    created_at = column(Instant)
    calendar_id = column(PlainText)


CALENDAR_INTENTS = Table("calendar_intent", METADATA, CalendarIntentColumns)


class CalendarLinkColumns(IdColumns):
    """Of the links that have not ended, no two share a calendar and no two a resource."""

    resource_id = column(Uuid, ForeignKey("resource.id"))
    account_id = column(Uuid, ForeignKey("google_account.id"))
    calendar_id = column(PlainText)
    calendar_name = column(PlainText)
    zone = column(PlainText)
    is_created_by_program = column(Boolean)
    status = column(Word(LinkStatus))
    status_reason = column(PlainText)
    status_params = column(Structure(_Params))
    access_role = column(PlainText)
    data_owner = column(PlainText)
    sync_token = column(PlainText)
    sync_params = column(PlainText)
    projected_privacy = column(PlainText)
    expanded_until_at = column(Instant, optional=True)
    last_success_at = column(Instant, optional=True)
    last_full_at = column(Instant, optional=True)
    missing_since_at = column(Instant, optional=True)
    failures = column(Integer)
    next_attempt_at = column(Instant, optional=True)
    created_at = column(Instant, optional=True)
    ended_at = column(Instant, optional=True)


CALENDAR_LINKS = Table(
    "calendar_link",
    METADATA,
    CalendarLinkColumns,
    Index(None, "calendar_id", unique=True, **only_where("ended_at IS NULL")),
    Index(None, "resource_id", unique=True, **only_where("ended_at IS NULL")),
)


class EventMappingColumns(IdColumns):
    link_id = column(Uuid, ForeignKey("calendar_link.id"))
    event_id = column(PlainText)
    appointment_id = column(Uuid, ForeignKey("appointment.id"), index=True, optional=True)
    generation = column(Integer)
    state = column(Word(MappingState))
    etag = column(PlainText)
    projected = column(Structure(SharedFields), optional=True)
    answered = column(Structure(SharedFields), optional=True)
    base_revision = column(Integer)
    names_revision = column(Integer)
    is_born_in_google = column(Boolean)
    recurring_event_id = column(PlainText)
    original_start = column(PlainText)
    copied_from = column(PlainText)
    is_private = column(Boolean)
    is_transparent = column(Boolean)
    error_code = column(PlainText)
    flips = column(Integer)
    flips_since_at = column(Instant, optional=True)
    changed_at = column(Instant, optional=True)


EVENT_MAPPINGS = Table(
    "event_mapping",
    METADATA,
    EventMappingColumns,
    UniqueConstraint("link_id", "event_id"),
)


class ProblemColumns(IdColumns):
    kind = column(Word(ProblemKind))
    link_id = column(Uuid, ForeignKey("calendar_link.id"), index=True, optional=True)
    resource_id = column(Uuid, ForeignKey("resource.id"), optional=True)
    appointment_id = column(Uuid, ForeignKey("appointment.id"), optional=True)
    event_id = column(PlainText)
    choices = column(Structure(tuple[Choice, ...]))
    opened_at = column(Instant)
    local = column(Structure(_Params), optional=True)
    google = column(Structure(_Params), optional=True)
    resolved_at = column(Instant, optional=True)
    resolved_by = column(PlainText)
    resolution = column(Word(Choice), optional=True)


PROBLEMS = Table(
    "problem",
    METADATA,
    ProblemColumns,
    Index(None, "opened_at", **only_where("resolved_at IS NULL")),
)


class OffHoursNoteColumns(IdColumns):
    when = column(Structure(When))
    ends_at = column(Instant)


OFF_HOURS_NOTES = Table("off_hours_note", METADATA, OffHoursNoteColumns)


class SyncRunColumns(IdColumns):
    link_id = column(Uuid, ForeignKey("calendar_link.id"))
    started_at = column(Instant)
    finished_at = column(Instant, index=True)
    status = column(Word(LinkStatus))
    pulled = column(Integer)
    created_local = column(Integer)
    updated_local = column(Integer)
    cancelled_local = column(Integer)
    created_google = column(Integer)
    updated_google = column(Integer)
    deleted_google = column(Integer)
    conflicts = column(Integer)
    quarantined = column(Integer)
    requests = column(Integer)
    reason = column(PlainText)
    params = column(Structure(_Params))


SYNC_RUNS = Table(
    "sync_run",
    METADATA,
    SyncRunColumns,
    Index(None, "link_id", "started_at"),
)


def searchable(text: str) -> str:
    """Text as it is searched for: without regard to case, in letters that neither engine folds alike."""
    return unicodedata.normalize("NFC", text.casefold())


def _words(context: DefaultExecutionContext) -> str:
    """What a new entry is found by."""
    values: _Params = context.get_current_parameters()  # type: ignore[no-untyped-call]
    sides = (values["before"] or {}, values["after"] or {})
    texts = dict.fromkeys(str(side.get(key) or "") for side in sides for key in ("title", "description"))
    return searchable("\n".join(filter(None, texts)))


class JournalEntryColumns(IdColumns):
    """``number`` keeps the order within one instant.  A run is kept when it is over, after its entries, so
    ``run_id`` is no foreign key.  ``words`` is what a search looks through."""

    number = column(
        BigInteger, default=text("(SELECT coalesce(max(number), 0) + 1 FROM journal_entry)"), index=True
    )
    run_id = column(Uuid)
    link_id = column(Uuid, ForeignKey("calendar_link.id"))
    at = column(Instant, index=True)
    direction = column(Word(Direction))
    action = column(PlainText)
    appointment_id = column(Uuid, optional=True)
    event_id = column(PlainText)
    before = column(Structure(_Params), optional=True)
    after = column(Structure(_Params), optional=True)
    revision = column(Integer)
    words = column(PlainText, default=_words)


JOURNAL_ENTRIES = Table(
    "journal_entry",
    METADATA,
    JournalEntryColumns,
    Index(None, "link_id", "number"),
)


class RequestQueueColumns(IdColumns):
    """Until when an account's requests (its ``id`` is the account's) are booked, by the database's clock.

    Belongs to the running store, as leases do.
    """

    booked_until_at = column(Instant, optional=True)


REQUEST_QUEUE = Table("request_queue", METADATA, RequestQueueColumns)


class LeaseColumns(IdColumns):
    """Who syncs a link (its ``id``) and until when, by the database's clock.

    Leases belong to the running store, not to its content: no backup carries them, and since ``fence`` only
    ever grows, a late writer is found out even after a restore.
    """

    holder = column(PlainText)
    fence = column(BigInteger)
    expires_at = column(Instant, optional=True)


LEASES = Table("lease", METADATA, LeaseColumns)
