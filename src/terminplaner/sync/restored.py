"""After a restore the store knows less than Google: a person sees the differences before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from terminplaner.domain.calendar_link import (
    CalendarLink,
    Choice,
    EventMapping,
    MappingState,
    Problem,
    ProblemKind,
)
from terminplaner.services.ports import Reader, StoreEpoch, UnitOfWork
from terminplaner.sync.merging import as_json
from terminplaner.sync.questions import ask
from terminplaner.sync.session import LinkScope
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

_COMPARED = (MappingState.SYNCED, MappingState.ARCHIVED, MappingState.DELETING, MappingState.HELD)


def affected_links(
    epoch: StoreEpoch, copy: StoreEpoch | None, links: Iterable[CalendarLink]
) -> tuple[CalendarLink, ...]:
    """The links whose memory is older than this profile remembers, or another store's altogether."""
    if copy is None or (copy.store_id == epoch.store_id and copy.number <= epoch.number):
        return ()
    return tuple(link for link in links if link.last_success_at is not None)


def preview_of(reader: Reader, link: CalendarLink, copy: StoreEpoch) -> Problem | None:
    """The preview, open or decided, that belongs to this restore."""
    return next(
        (
            problem
            for problem in reader.list_problems(open_only=False, link_id=link.id)
            if problem.kind is ProblemKind.RESTORE_PREVIEW and (problem.local or {}).get("epoch") == _name(copy)
        ),
        None,
    )


def ask_about_restore(scope: LinkScope, work: UnitOfWork, items: Sequence[Json], copy: StoreEpoch) -> None:
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
            "epoch": _name(copy),
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


def _name(epoch: StoreEpoch) -> str:
    return f"{epoch.store_id}:{epoch.number}"
