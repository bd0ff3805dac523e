"""Reading a calendar.  A pull is complete or it has no effect: nothing here touches the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from terminplaner.domain.calendar_link import EventMapping, MappingState
from terminplaner.domain.resource import SyncDirection
from terminplaner.domain.when import day_start
from terminplaner.services.ports import Progress
from terminplaner.sync import brake
from terminplaner.sync.client import PAGE_SIZE, EventPage
from terminplaner.sync.errors import ApiError
from terminplaner.sync.failures import (
    TextsHiddenError,
    is_gone,
    is_passing,
    is_refused_event,
    is_stale_sync_token,
)
from terminplaner.sync.paced_calendar import PacedCalendar
from terminplaner.sync.reconciler import is_recurring
from terminplaner.sync.session import LinkScope, LinkSession, no_progress
from terminplaner.sync.wire import Json, id_of, is_cancelled, is_series, series_id

LIST_PARAMETERS = f"singleEvents=false&showDeleted=true&maxResults={PAGE_SIZE}"
"""What a sync token belongs to: with other parameters Google's answers would be undefined."""

_HORIZON = timedelta(days=366)
_EXPANSION_LASTS = timedelta(days=1)
_FULL_EVERY = timedelta(days=7)

_EXPECTED = frozenset((MappingState.SYNCED, MappingState.DELETING, MappingState.BUSY))


@dataclass(frozen=True, slots=True)
class Pulled:
    """One complete read of a calendar.

    ``items`` are its changes, or with ``is_full`` all it holds; ``gone`` are event ids that Google answered for
    with "not found"; ``instances`` are the living occurrences of each recurrence that was expanded, or of one in
    ``partial``, which stands in another calendar, only those that changed; ``unexpanded`` are the ids of those
    that Google would not expand.  ``entry`` is the calendar as the account's list has it, read along with
    everything; empty where it is not listed.
    """

    items: tuple[Json, ...]
    sync_token: str
    is_full: bool
    zone: str
    access_role: str
    gone: frozenset[str] = frozenset()
    instances: Mapping[str, tuple[Json, ...]] = field(default_factory=dict)
    partial: frozenset[str] = frozenset()
    unexpanded: frozenset[str] = frozenset()
    expanded_until_at: datetime | None = None
    entry: Json = field(default_factory=dict)


def pull(session: LinkSession, mappings: Iterable[EventMapping], *, full: bool) -> Pulled:
    """Read the changes since the last pull, or everything.

    Raise ``LinkError`` or a ``GoogleError`` where any part of it cannot be read.
    """
    known = {mapping.event_id: mapping for mapping in mappings}
    pulled = None if full or needs_full(session) else _changes(session)
    if pulled is None:
        items, last = read_everything(session.calendar, session.taken_in_after_at, session.zone, session.progress)
        zone, role = last.time_zone or session.link.zone, last.access_role or session.link.access_role
        everything = Pulled(
            items,
            last.next_sync_token,
            is_full=True,
            zone=zone,
            access_role=role,
            entry=_entry(session),
        )
        pulled = _with_unseen(session, everything, known)
    if session.direction is SyncDirection.TO_GOOGLE:
        return pulled  # recurrences are of no interest; once they are, all of them are expanded
    return _with_instances(session, pulled, known)


_BLANKING_ROLES = ("none", "freeBusyReader", "writerWithoutPrivateAccess")
"""Whom Google shows events without their texts (google-calendar.md, B16): ours would follow them and be lost."""


def missing_from_emptiness(
    scope: LinkScope, pulled: Pulled, mappings: Iterable[EventMapping]
) -> list[EventMapping]:
    """The events that a complete list without a single item lacks, where that is not to be believed without a
    person; empty where there is nothing wrong."""
    live = [m for m in mappings if m.state is MappingState.SYNCED and scope.is_live(m.answered)]
    return live if pulled.is_full and brake.is_unexpectedly_empty(len(pulled.items), len(live)) else []


def needs_full(session: LinkSession) -> bool:
    link = session.link
    return (
        not link.sync_token
        or link.sync_params != LIST_PARAMETERS
        or link.last_full_at is None
        or session.now - link.last_full_at >= _FULL_EVERY
    )


def read_everything(
    calendar: PacedCalendar, after_at: datetime, zone: ZoneInfo, progress: Progress = no_progress
) -> tuple[tuple[Json, ...], EventPage]:
    """All that ends after ``after_at`` (from the beginning of its day, by the calendar's own filter), and the last
    page."""
    time_min = day_start(after_at.astimezone(zone).date(), zone)
    return _read_pages(partial(calendar.everything, time_min), progress)


def _entry(session: LinkSession) -> Json:
    try:
        return session.calendar.entry()
    except ApiError as error:
        if is_passing(error):
            raise
        return {}


def _changes(session: LinkSession) -> Pulled | None:
    """None where Google no longer knows the sync token, on whichever page it says so."""
    try:
        items, last = _read_pages(partial(session.calendar.changes, session.link.sync_token))
    except ApiError as error:
        if is_stale_sync_token(error):
            return None
        raise
    zone, role = last.time_zone or session.link.zone, last.access_role or session.link.access_role
    return Pulled(items, last.next_sync_token, is_full=False, zone=zone, access_role=role)


def _read_pages(
    page_of: Callable[[str], EventPage], progress: Progress = no_progress
) -> tuple[tuple[Json, ...], EventPage]:
    """All items, and the last page; an empty page is no end as long as another is announced."""
    items: list[Json] = []
    page = page_of("")
    items += page.items
    while page.next_page_token:
        progress(len(items), 0)
        page = page_of(page.next_page_token)
        items += page.items
    # An event that changes while pages are read can stand on two of them; the later one counts.
    unique = {id_of(item) or str(index): item for index, item in enumerate(items)}
    if page.access_role in _BLANKING_ROLES:
        raise TextsHiddenError(page.access_role)
    return tuple(unique.values()), page


def _with_unseen(session: LinkSession, pulled: Pulled, known: Mapping[str, EventMapping]) -> Pulled:
    """Ask for each mapped event that the list lacks: only Google's answer to that proves anything.

    For all of them, since the sync token that came with the list would never name them again.
    """
    if missing_from_emptiness(session, pulled, known.values()):
        return pulled
    seen = {id_of(item) for item in pulled.items}
    unseen = [
        mapping
        for mapping in known.values()
        if mapping.event_id not in seen
        and mapping.state in _EXPECTED
        and not mapping.recurring_event_id
        and session.is_live(mapping.answered)
    ]
    found: list[Json] = []
    gone: set[str] = set()
    for mapping in unseen:
        try:
            found.append(session.calendar.event(mapping.event_id))
        except ApiError as error:
            if is_refused_event(error):
                continue  # Proves nothing, and would end every full pass of this link.
            if not is_gone(error):
                raise
            gone.add(mapping.event_id)
    if gone:
        session.calendar.require_calendar()
    return replace(pulled, items=(*pulled.items, *found), gone=frozenset(gone))


def _with_instances(session: LinkSession, pulled: Pulled, known: Mapping[str, EventMapping]) -> Pulled:
    """Let Google expand the recurrences that changed, and once a day all of them, because the horizon moves."""
    wanted = {id_of(item) for item in pulled.items if is_series(item) and not is_cancelled(item)} - {""}
    wanted |= {series_id(item) for item in pulled.items if series_id(item)}
    expanded_until_at = session.link.expanded_until_at
    horizon = session.now + _HORIZON
    known_series = {event_id for event_id, mapping in known.items() if is_recurring(mapping)}
    is_due = expanded_until_at is None or horizon - expanded_until_at >= _EXPANSION_LASTS
    if is_due or pulled.is_full:
        wanted |= known_series
        expanded_until_at = horizon
    cancelled = {id_of(item) for item in pulled.items if is_cancelled(item)}
    instances: dict[str, tuple[Json, ...]] = {}
    partly: set[str] = set()
    unexpanded: set[str] = set()
    gone = set(pulled.gone)
    for event_id in sorted(wanted - cancelled):
        try:
            instances[event_id] = _instances(session, event_id, horizon)
        except ApiError as error:
            if error.status == 400:
                unexpanded.add(event_id)
                continue
            if not is_gone(error):
                raise
            if event_id in known_series:
                gone.add(event_id)
            elif not pulled.is_full:
                partly.add(event_id)
            # Invited to single occurrences of a series that is not in this calendar.
            instances[event_id] = tuple(
                item for item in pulled.items if series_id(item) == event_id and not is_cancelled(item)
            )
    return replace(
        pulled,
        instances=instances,
        partial=frozenset(partly),
        unexpanded=frozenset(unexpanded),
        gone=frozenset(gone),
        expanded_until_at=expanded_until_at,
    )


def _instances(session: LinkSession, event_id: str, until_at: datetime) -> tuple[Json, ...]:
    return _read_pages(partial(session.calendar.instances, event_id, session.live_after_at, until_at))[0]
