"""Which rows a question means, as SQL."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CompoundSelect,
    Select,
    String,
    Uuid,
    and_,
    bindparam,
    cast,
    exists,
    extract,
    func,
    or_,
    select,
    type_coerce,
    union,
    union_all,
)

from terminplaner.domain.appointment import AppointmentOrigin, OccupyingRule
from terminplaner.domain.calendar_link import CalendarLink, MappingState
from terminplaner.domain.resource import SyncDirection
from terminplaner.services.store_queries import AppointmentQuery, JournalQuery
from terminplaner.storage.columns import Instant
from terminplaner.storage.tables.appointments import APPOINTMENT_RESOURCES, APPOINTMENTS, LONG, SpanningColumns
from terminplaner.storage.tables.people import CUSTOMERS
from terminplaner.storage.tables.plan import APPOINTMENT_TYPES, RESOURCES
from terminplaner.storage.tables.sync import EVENT_MAPPINGS, JOURNAL_ENTRIES, searchable

_OVER = (MappingState.TOMBSTONE, MappingState.ARCHIVED)
"""Nothing of a mapping in these states is left to be agreed upon."""


def appointments_asked_for(query: AppointmentQuery) -> Select[Any]:
    """In order of start, then id."""
    is_cancelled = APPOINTMENTS.c.cancelled_at.is_not(None)
    chosen = select(APPOINTMENTS).where(is_cancelled if query.cancelled else ~is_cancelled)
    if query.ical_uids is not None:
        # The second condition is what the partial index asks for.
        chosen = chosen.where(APPOINTMENTS.c.ical_uid.in_(query.ical_uids), APPOINTMENTS.c.ical_uid != "")
    if query.series_ids is not None:
        chosen = chosen.where(APPOINTMENTS.c.series_id.in_(query.series_ids))
    if query.customer_id is not None:
        chosen = chosen.where(APPOINTMENTS.c.customer_id == query.customer_id)
    if query.unavailable:
        chosen = chosen.where(APPOINTMENTS.c.shows_as_unavailable.is_(True))
    if query.resource_ids is not None:
        chosen = chosen.where(APPOINTMENTS.c.id.in_(_taking(query.resource_ids, query.from_at, query.until_at)))
    elif query.from_at is not None or query.until_at is not None:
        within = union_all(
            *(
                select(APPOINTMENTS.c.id).where(*span)
                for span in _spans(APPOINTMENTS.c, query.from_at, _without_long(query.from_at), query.until_at)
            )
        )
        chosen = chosen.where(APPOINTMENTS.c.id.in_(within))
    return chosen.order_by(APPOINTMENTS.c.start_at, APPOINTMENTS.c.id)


def occupied_spans(
    resource_ids: tuple[UUID, ...],
    from_at: datetime,
    until_at: datetime,
    occupying: OccupyingRule,
    *,
    with_preparation: bool,
) -> CompoundSelect[Any]:
    """Resource (as the engine keeps it), start and end in seconds since 1970, of appointments that occupy."""
    row = APPOINTMENT_RESOURCES.c
    start, end = (cast(extract("epoch", at), BigInteger) for at in (row.start_at, row.end_at))
    minute = 60 if with_preparation else 0
    occupies: list[ColumnElement[bool]] = [APPOINTMENTS.c.cancelled_at.is_(None)]
    if not occupying.free_events:
        occupies.append(APPOINTMENTS.c.is_transparent.is_(False))
    if not occupying.all_day_events:
        is_from_google = APPOINTMENTS.c.origin == AppointmentOrigin.GOOGLE
        occupies.append(~and_(is_from_google, APPOINTMENTS.c.first_on.is_not(None)))
    return union_all(
        *(
            select(
                type_coerce(row.resource_id, String),
                start - APPOINTMENTS.c.prepare_minutes * minute,
                end + APPOINTMENTS.c.follow_up_minutes * minute,
            )
            .join(APPOINTMENTS, APPOINTMENTS.c.id == row.appointment_id)
            .where(row.resource_id.in_(resource_ids), *span, *occupies)
            for span in _spans(row, from_at, from_at - LONG, until_at)
        )
    )


@cache
def unpushed_appointments() -> Select[Any]:
    """``Reader.list_unpushed`` with the parameters of ``unpushed_parameters``, in order of start, then id.

    Built once: every round asks it for every link, and building it takes longer than answering it.
    """
    live_after_at: Any = bindparam("live_after_at", type_=Instant())
    resource_id = bindparam("resource_id", type_=Uuid())
    mapping = and_(
        EVENT_MAPPINGS.c.link_id == bindparam("link_id", type_=Uuid()),
        EVENT_MAPPINGS.c.appointment_id == APPOINTMENTS.c.id,
    )
    is_cancelled = APPOINTMENTS.c.cancelled_at.is_not(None)
    is_ahead = APPOINTMENTS.c.revision > EVENT_MAPPINGS.c.base_revision
    names_revision = func.coalesce(CUSTOMERS.c.revision, 0) + func.coalesce(APPOINTMENT_TYPES.c.revision, 0)
    is_renamed = EVENT_MAPPINGS.c.names_revision != names_revision
    is_here = exists().where(
        APPOINTMENT_RESOURCES.c.appointment_id == APPOINTMENTS.c.id,
        APPOINTMENT_RESOURCES.c.resource_id == resource_id,
    )
    differing = (
        select(APPOINTMENTS.c.id)
        .join(EVENT_MAPPINGS, mapping)
        .outerjoin(CUSTOMERS, CUSTOMERS.c.id == APPOINTMENTS.c.customer_id)
        .outerjoin(APPOINTMENT_TYPES, APPOINTMENT_TYPES.c.id == APPOINTMENTS.c.type_id)
        .where(EVENT_MAPPINGS.c.state.not_in(_OVER), or_(is_ahead, is_renamed, is_cancelled, ~is_here))
    )
    is_mapped = exists().where(mapping, EVENT_MAPPINGS.c.state != MappingState.TOMBSTONE)
    has_come_back = exists().where(mapping, EVENT_MAPPINGS.c.state == MappingState.ARCHIVED, is_ahead)
    row = APPOINTMENT_RESOURCES.c
    spans = _spans(row, live_after_at, bindparam("short_after_at", type_=Instant()), None)
    taking = union_all(
        *(select(row.appointment_id).where(row.resource_id == resource_id, *span) for span in spans)
    )
    missing = select(APPOINTMENTS.c.id).where(
        APPOINTMENTS.c.id.in_(taking),
        APPOINTMENTS.c.end_at > live_after_at,
        ~is_cancelled,
        or_(~is_mapped, has_come_back),
    )
    listed = select(APPOINTMENTS).where(APPOINTMENTS.c.id.in_(union(differing, missing)))
    is_only_read = exists().where(
        RESOURCES.c.id == resource_id, RESOURCES.c.sync_direction == SyncDirection.FROM_GOOGLE
    )
    chosen = listed.where(~APPOINTMENTS.c.is_read_only, ~is_only_read)
    return chosen.order_by(APPOINTMENTS.c.start_at, APPOINTMENTS.c.id)


def unpushed_parameters(link: CalendarLink, live_after_at: datetime) -> dict[str, Any]:
    return {
        "link_id": link.id,
        "resource_id": link.resource_id,
        "live_after_at": live_after_at,
        "short_after_at": live_after_at - LONG,
    }


def journal_asked_for(query: JournalQuery, older_than: UUID | None) -> Select[Any]:
    """Newest first."""
    row = JOURNAL_ENTRIES.c
    conditions: list[ColumnElement[bool]] = [
        row.words.contains(word, autoescape=True) for word in searchable(query.text).split()
    ]
    if query.link_ids is not None:
        conditions.append(row.link_id.in_(query.link_ids))
    if query.run_id is not None:
        conditions.append(row.run_id == query.run_id)
    if query.direction is not None:
        conditions.append(row.direction == query.direction)
    if query.from_at is not None:
        conditions.append(row.at >= query.from_at)
    if query.until_at is not None:
        conditions.append(row.at < query.until_at)
    if older_than is not None:
        conditions.append(row.number < select(row.number).where(row.id == older_than).scalar_subquery())
    return select(JOURNAL_ENTRIES).where(*conditions).order_by(row.number.desc(), row.id)


def _taking(resource_ids: tuple[UUID, ...], from_at: datetime | None, until_at: datetime | None) -> Any:
    """The ids of appointments that take one of these resources within the range."""
    row = APPOINTMENT_RESOURCES.c
    return union_all(
        *(
            select(row.appointment_id).where(row.resource_id.in_(resource_ids), *span)
            for span in _spans(row, from_at, _without_long(from_at), until_at)
        )
    )


def _without_long(from_at: datetime | None) -> datetime | None:
    return None if from_at is None else from_at - LONG


def _spans(
    row: SpanningColumns, from_at: datetime | None, short_from_at: Any, until_at: datetime | None
) -> tuple[list[ColumnElement[bool]], list[ColumnElement[bool]]]:
    """The conditions for short and for long spans that meet the range; each walks one index (``SpanningColumns``).

    A span without length meets the range that it begins in.  ``short_from_at`` is ``from_at`` without ``LONG``.
    """
    short: list[ColumnElement[bool]] = [row.is_long.is_(False)]
    long: list[ColumnElement[bool]] = [row.is_long.is_(True)]
    if until_at is not None:
        short.append(row.start_at < until_at)
        long.append(row.start_at < until_at)
    if from_at is not None:
        short += [row.start_at >= short_from_at, or_(row.end_at > from_at, row.start_at >= from_at)]
        long.append(row.end_at > from_at)
    return short, long
