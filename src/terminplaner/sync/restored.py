"""After a restore the store knows less than Google: a person sees the differences before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from terminplaner.domain.calendar_link import (
    CalendarLink,
    Choice,
    EventMapping,
    LinkStatus,
    MappingState,
    ProblemKind,
)
from terminplaner.services.gate import Gate
from terminplaner.services.ports import UnitOfWork
from terminplaner.services.restored_links import hold_for_restore, is_unread
from terminplaner.services.store_queries import StoreEpoch
from terminplaner.sync.failures import Failure, LinkError
from terminplaner.sync.merging import as_json
from terminplaner.sync.pull import read_everything
from terminplaner.sync.questions import ask, find_open
from terminplaner.sync.session import GOOGLE, LinkScope, LinkSession
from terminplaner.sync.wire import (
    Json,
    RemoteEvent,
    UnreadableEventError,
    id_of,
    is_cancelled,
    is_series,
    read_event,
    series_id,
)

_RESTORED = Failure(LinkStatus.BRAKE, "store_restored")

_COMPARED = (MappingState.SYNCED, MappingState.ARCHIVED, MappingState.DELETING, MappingState.HELD)


def notice_restore(gate: Gate, copy: StoreEpoch | None, now: datetime) -> None:
    """Hold every link where the memory of the store is older than this profile's, or another store's altogether.

    As after a backup of the database's own was put back: the program's own restore holds them by itself, and what
    it leaves is older to nobody.  After the backup of another store, however, each profile finds out once.
    """
    with gate.store.read() as reader:
        epoch = reader.epoch()
    if copy is None or not _is_remembered_better(copy, epoch):
        return
    with gate.open(GOOGLE, "sync") as passage:
        work = passage.work
        work.lock_resources(link.resource_id for link in work.list_records(CalendarLink))  # nobody ends one now
        if _is_remembered_better(copy, work.epoch()):  # unless another workstation was faster
            hold_for_restore(work, now)
            work.advance_epoch(copy.number)


def _is_remembered_better(copy: StoreEpoch, epoch: StoreEpoch) -> bool:
    return copy.store_id != epoch.store_id or copy.number > epoch.number


def require_decided(session: LinkSession) -> None:
    """Raise ``LinkError`` until a person has decided about what a restore left different.

    Before that show it, once the calendar can be read.
    """
    with session.gate.store.read() as reader:
        problem = find_open(reader, session.link.id, ProblemKind.RESTORE_PREVIEW)
    if problem is None:
        return
    if is_unread(problem):
        items, _ = read_everything(session.calendar, session.live_after_at, session.zone)
        with session.transaction() as work:
            session.hold(work)
            ask_about_restore(session, work, items)
    raise LinkError(_RESTORED)


def ask_about_restore(scope: LinkScope, work: UnitOfWork, items: Sequence[Json]) -> None:
    """Open the preview: what only Google has, what only the store has, what both have differently."""
    known = {mapping.event_id: mapping for mapping in work.list_mappings(scope.link.id)}
    there = {event.event_id: event for item in items if (event := _readable(item, known)) is not None}
    live = {
        event_id: mapping
        for event_id, mapping in known.items()
        if mapping.state in _COMPARED and mapping.appointment_id and scope.is_live(mapping.answered)
    }
    different = [
        event_id
        for event_id, mapping in live.items()
        if event_id in there and there[event_id].fields != mapping.answered
    ]
    only_there = [event_id for event_id in there if event_id not in known]
    only_here = [event_id for event_id in live if event_id not in there]
    ask(
        work,
        scope.link,
        ProblemKind.RESTORE_PREVIEW,
        scope.now,
        local={
            "only_here": [_shown(live[event_id]) for event_id in only_here],
            "different": [_shown(live[event_id]) for event_id in different],
        },
        google={
            "only_there": [as_json(there[event_id].fields) for event_id in only_there],
            "different": [as_json(there[event_id].fields) for event_id in different],
        },
    )


def decide_restore(scope: LinkScope, work: UnitOfWork, choice: Choice) -> None:
    """Let the next pass compare everything; with ``LOCAL`` what this store has wins over Google's version.

    Nothing is deleted for being unknown to the other side: what only Google has is brought here.
    """
    if choice is Choice.LOCAL:
        for mapping in work.list_mappings(scope.link.id):
            if mapping.state in _COMPARED and mapping.appointment_id is not None:
                work.keep(replace(mapping, projected=None, base_revision=0))
    scope.keep_link(work, sync_token="")


def _readable(item: Json, known: dict[str, EventMapping]) -> RemoteEvent | None:
    if is_cancelled(item) or is_series(item) or series_id(item):
        return None
    mapping = known.get(id_of(item))
    try:
        return read_event(item, hides_private=mapping is None or mapping.is_born_in_google)
    except UnreadableEventError:
        return None


def _shown(mapping: EventMapping) -> dict[str, Any]:
    return as_json(mapping.answered) if mapping.answered else {}
