"""The tables of what the sync keeps for itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, mapped_column

from terminplaner.domain.calendar_link import (
    Choice,
    Direction,
    LinkStatus,
    MappingState,
    ProblemKind,
    SharedFields,
)
from terminplaner.storage.columns import Structure, Word
from terminplaner.storage.tables import Base, only_where

_Params = Mapping[str, Any]


class GoogleAccountRow(Base):
    __tablename__ = "google_account"

    email: Mapped[str]
    granted_scopes: Mapped[frozenset[str]] = mapped_column(Structure(frozenset[str]))
    encrypted_token: Mapped[bytes]
    client_id: Mapped[str]
    needs_consent_since_at: Mapped[datetime | None]
    writes_paused_until_at: Mapped[datetime | None]
    pause_count: Mapped[int]
    granted_by: Mapped[frozenset[UUID]] = mapped_column(Structure(frozenset[UUID]))


class CalendarIntentRow(Base):
    __tablename__ = "calendar_intent"

    resource_id: Mapped[UUID] = mapped_column(ForeignKey("resource.id"))
    account_id: Mapped[UUID] = mapped_column(ForeignKey("google_account.id"))
    name: Mapped[str]
    created_at: Mapped[datetime]
    calendar_id: Mapped[str]


class CalendarLinkRow(Base):
    """Of the links that have not ended, no two share a calendar and no two a resource."""

    __tablename__ = "calendar_link"
    __table_args__ = (
        Index(None, "calendar_id", unique=True, **only_where("ended_at IS NULL")),
        Index(None, "resource_id", unique=True, **only_where("ended_at IS NULL")),
    )

    resource_id: Mapped[UUID] = mapped_column(ForeignKey("resource.id"))
    account_id: Mapped[UUID] = mapped_column(ForeignKey("google_account.id"))
    calendar_id: Mapped[str]
    calendar_name: Mapped[str]
    zone: Mapped[str]
    is_created_by_program: Mapped[bool]
    status: Mapped[LinkStatus] = mapped_column(Word(LinkStatus))
    status_reason: Mapped[str]
    status_params: Mapped[_Params] = mapped_column(Structure(_Params))
    access_role: Mapped[str]
    data_owner: Mapped[str]
    sync_token: Mapped[str]
    sync_params: Mapped[str]
    projected_privacy: Mapped[str]
    expanded_until_at: Mapped[datetime | None]
    last_success_at: Mapped[datetime | None]
    last_full_at: Mapped[datetime | None]
    missing_since_at: Mapped[datetime | None]
    failures: Mapped[int]
    next_attempt_at: Mapped[datetime | None]
    created_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class EventMappingRow(Base):
    __tablename__ = "event_mapping"
    __table_args__ = (UniqueConstraint("link_id", "event_id"),)

    link_id: Mapped[UUID] = mapped_column(ForeignKey("calendar_link.id"))
    event_id: Mapped[str]
    appointment_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment.id"), index=True)
    generation: Mapped[int]
    state: Mapped[MappingState] = mapped_column(Word(MappingState))
    etag: Mapped[str]
    projected: Mapped[SharedFields | None] = mapped_column(Structure(SharedFields))
    answered: Mapped[SharedFields | None] = mapped_column(Structure(SharedFields))
    base_revision: Mapped[int]
    names_revision: Mapped[int]
    is_born_in_google: Mapped[bool]
    recurring_event_id: Mapped[str]
    original_start: Mapped[str]
    copied_from: Mapped[str]
    is_private: Mapped[bool]
    is_transparent: Mapped[bool]
    error_code: Mapped[str]
    flips: Mapped[int]
    flips_since_at: Mapped[datetime | None]
    changed_at: Mapped[datetime | None]


class ProblemRow(Base):
    __tablename__ = "problem"
    __table_args__ = (Index(None, "opened_at", **only_where("resolved_at IS NULL")),)

    kind: Mapped[ProblemKind] = mapped_column(Word(ProblemKind))
    link_id: Mapped[UUID | None] = mapped_column(ForeignKey("calendar_link.id"), index=True)
    resource_id: Mapped[UUID | None] = mapped_column(ForeignKey("resource.id"))
    appointment_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment.id"))
    event_id: Mapped[str]
    choices: Mapped[tuple[Choice, ...]] = mapped_column(Structure(tuple[Choice, ...]))
    opened_at: Mapped[datetime]
    local: Mapped[_Params | None] = mapped_column(Structure(_Params))
    google: Mapped[_Params | None] = mapped_column(Structure(_Params))
    resolved_at: Mapped[datetime | None]
    resolved_by: Mapped[str]
    resolution: Mapped[Choice | None] = mapped_column(Word(Choice))


class SyncRunRow(Base):
    __tablename__ = "sync_run"
    __table_args__ = (Index(None, "link_id", "started_at"),)

    link_id: Mapped[UUID] = mapped_column(ForeignKey("calendar_link.id"))
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime] = mapped_column(index=True)
    status: Mapped[LinkStatus] = mapped_column(Word(LinkStatus))
    pulled: Mapped[int]
    created_local: Mapped[int]
    updated_local: Mapped[int]
    cancelled_local: Mapped[int]
    created_google: Mapped[int]
    updated_google: Mapped[int]
    deleted_google: Mapped[int]
    conflicts: Mapped[int]
    quarantined: Mapped[int]
    requests: Mapped[int]
    reason: Mapped[str]
    params: Mapped[_Params] = mapped_column(Structure(_Params))


def searchable(text: str) -> str:
    """Text as it is searched for: without regard to case, in letters that neither engine folds alike."""
    return unicodedata.normalize("NFC", text.casefold())


def _words(context: DefaultExecutionContext) -> str:
    """What a new entry is found by."""
    values: _Params = context.get_current_parameters()  # type: ignore[no-untyped-call]
    sides = (values["before"] or {}, values["after"] or {})
    texts = dict.fromkeys(str(side.get(key) or "") for side in sides for key in ("title", "description"))
    return searchable("\n".join(filter(None, texts)))


class JournalEntryRow(Base):
    """``number`` keeps the order within one instant.  A run is kept when it is over, after its entries, so
    ``run_id`` is no foreign key.  ``words`` is what a search looks through."""

    __tablename__ = "journal_entry"
    __table_args__ = (Index(None, "link_id", "number"),)

    number: Mapped[int] = mapped_column(
        BigInteger, default=text("(SELECT coalesce(max(number), 0) + 1 FROM journal_entry)"), index=True
    )
    run_id: Mapped[UUID]
    link_id: Mapped[UUID] = mapped_column(ForeignKey("calendar_link.id"))
    at: Mapped[datetime] = mapped_column(index=True)
    direction: Mapped[Direction] = mapped_column(Word(Direction))
    action: Mapped[str]
    appointment_id: Mapped[UUID | None]
    event_id: Mapped[str]
    before: Mapped[_Params | None] = mapped_column(Structure(_Params))
    after: Mapped[_Params | None] = mapped_column(Structure(_Params))
    revision: Mapped[int]
    words: Mapped[str] = mapped_column(default=_words)


class RequestQueueRow(Base):
    """Until when an account's requests (its ``id`` is the account's) are booked, by the database's clock.

    Belongs to the running store, as leases do.
    """

    __tablename__ = "request_queue"

    booked_until_at: Mapped[datetime | None]


class LeaseRow(Base):
    """Who syncs a link (its ``id``) and until when, by the database's clock.

    Leases belong to the running store, not to its content: no backup carries them, and since ``fence`` only
    ever grows, a late writer is found out even after a restore.
    """

    __tablename__ = "lease"

    holder: Mapped[str]
    fence: Mapped[int] = mapped_column(BigInteger)
    expires_at: Mapped[datetime | None]
