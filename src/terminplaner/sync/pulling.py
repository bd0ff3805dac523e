"""Pulling one link and bringing what its calendar tells into the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from terminplaner.domain.calendar_link import CalendarLink, EventMapping, LinkStatus, MappingState, ProblemKind
from terminplaner.services.ports import Store
from terminplaner.sync.again import in_transaction
from terminplaner.sync.apply import apply_items, apply_pull
from terminplaner.sync.failures import Failure, LinkError, TextsHiddenError
from terminplaner.sync.merging import as_json
from terminplaner.sync.pull import Pulled, missing_from_emptiness, pull
from terminplaner.sync.questions import FROM_GOOGLE, ask
from terminplaner.sync.session import LinkSession
from terminplaner.sync.window import is_past

_ITEMS_AT_ONCE = 250

_EMPTY = Failure(LinkStatus.BRAKE, "list_unexpectedly_empty")


def pull_link(
    session: LinkSession, store: Store, others: Sequence[CalendarLink], *, step: int, full: bool
) -> None:
    """Bring what a calendar tells into the store; ``step`` grows with every pull of a pass.

    Raise ``LinkError`` (``list_unexpectedly_empty``, ``calendar_texts_hidden``), and whatever Google and the store
    raise.
    """
    with store.read() as reader:
        mappings = reader.list_mappings(session.link.id)
    try:
        pulled = pull(session, mappings, full=full)
    except TextsHiddenError as error:
        with session.transaction() as work:
            session.keep_link(work, access_role=error.access_role)
        raise
    if missing := missing_from_emptiness(session, pulled, mappings):
        events = [
            {"event_id": m.event_id, "appointment_id": str(m.appointment_id)}
            | (as_json(m.answered) if m.answered else {})
            for m in missing
        ]
        with session.transaction() as work:
            session.hold(work)
            local = {"direction": FROM_GOOGLE, "reason": _EMPTY.reason, "events": events}
            ask(work, session.link, ProblemKind.BRAKE, session.now, local=local)
        raise LinkError(_EMPTY)
    session.pulled_at = step
    held = {m.event_id for m in mappings if m.state is MappingState.HELD}
    session.has_held = bool(held)
    if _is_unchanged(session, store, pulled, mappings):
        return  # the sync token is as good as its successor
    _apply(session, pulled, others)
    with store.read() as reader:
        now_held = {m.event_id for m in reader.list_mappings(session.link.id) if m.state is MappingState.HELD}
    session.has_held = bool(now_held)
    if now_held - held:
        session.held_at = session.pulled_at


def _is_unchanged(session: LinkSession, store: Store, pulled: Pulled, mappings: Sequence[EventMapping]) -> bool:
    """Whether applying the pull would change nothing here."""
    return (
        not pulled.is_full
        and not (pulled.items or pulled.gone or pulled.instances)
        and pulled.zone == session.link.zone
        and pulled.access_role == session.link.access_role
        and pulled.expanded_until_at == session.link.expanded_until_at
        and not any(is_past(session, mapping) for mapping in mappings)
        and not _has_overlap(session, store)
    )


def _apply(session: LinkSession, pulled: Pulled, others: Sequence[CalendarLink]) -> None:
    """A large pull goes in parts, because nobody else can write meanwhile."""
    count, items = len(pulled.items), pulled.items
    while len(items) > _ITEMS_AT_ONCE:
        part, items = items[:_ITEMS_AT_ONCE], items[_ITEMS_AT_ONCE:]
        in_transaction(session, partial(apply_items, session, items=part, other_links=others))
        session.progress(count - len(items), count)
        session.require_right()
    rest = replace(pulled, items=items)
    in_transaction(session, partial(apply_pull, session, pulled=rest, other_links=others))


def _has_overlap(session: LinkSession, store: Store) -> bool:
    with store.read() as reader:
        problems = reader.list_problems(link_id=session.link.id)
    return any(problem.kind is ProblemKind.OVERLAP for problem in problems)
