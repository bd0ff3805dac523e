"""What a full comparison of a link would change: the steps of a real pass, in a transaction that never commits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import closing
from dataclasses import replace
from uuid import UUID, uuid4

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import (
    CalendarLink,
    Direction,
    EventMapping,
    JournalEntry,
    LinkStatus,
    MappingState,
    ProblemKind,
    SharedFields,
)
from terminplaner.domain.errors import ComeBackLaterError, GoogleError, NotFoundError, PersonNeededError
from terminplaner.domain.resource import Resource, SyncDirection
from terminplaner.services.branches import branch_of
from terminplaner.services.gate import Gate
from terminplaner.services.google_ports import FullPreview
from terminplaner.services.holding import hold
from terminplaner.services.live_links import live_links
from terminplaner.services.ports import CancelToken, Clock, UnitOfWork
from terminplaner.services.settings import chain_settings
from terminplaner.services.store_queries import JournalQuery
from terminplaner.sync.again import again_if_met
from terminplaner.sync.apply import apply_pull
from terminplaner.sync.client import CalendarClient
from terminplaner.sync.errors import ApiError
from terminplaner.sync.event_questions import NEVER_SENT
from terminplaner.sync.failures import LEASE_LOST, Failure, LinkError, classify_failure
from terminplaner.sync.inserting import take_up_left_alone
from terminplaner.sync.mappings import mappings_by_appointment, sent_before
from terminplaner.sync.merging import as_json
from terminplaner.sync.pull import Pulled, missing_from_emptiness, pull
from terminplaner.sync.questions import FROM_GOOGLE, ask
from terminplaner.sync.session import GOOGLE, Lease, LinkSession, is_here
from terminplaner.sync.settle import settle_arrivals, settle_deletions
from terminplaner.sync.throttle import MakeThrottle
from terminplaner.sync.touched import named_in, touched_by
from terminplaner.sync.wire import named_event_id

_MOST = 100_000
_PASSING = (LinkStatus.OFFLINE, LinkStatus.QUOTA_PAUSE, LinkStatus.BUSY)


def preview_full(
    gate: Gate,
    clock: Clock,
    clients: Callable[[UUID], CalendarClient],
    make_throttle: MakeThrottle,
    link_id: UUID,
    cancel: CancelToken | None,
    direction: SyncDirection | None,
) -> FullPreview:
    """See ``Engine.preview_full``."""
    with gate.store.read() as reader:
        links = live_links(reader)
        link = next((link for link in links if link.id == link_id), None)
        if link is None:
            raise NotFoundError(kind=CalendarLink.__name__, id=str(link_id))
        resource = reader.get(Resource, link.resource_id)
        resource = replace(resource, sync_direction=direction or resource.sync_direction)
        branch = branch_of(reader, resource)
        settings = chain_settings(reader)
    lease = Lease.acquire(gate, clock, link.id, str(uuid4()))
    if lease is None:
        raise ComeBackLaterError(LEASE_LOST.reason)
    try:
        with closing(clients(link.account_id)) as client:
            session = LinkSession(
                link,
                resource,
                branch,
                settings,
                gate,
                clock,
                lease,
                GOOGLE,
                clock.now(),
                uuid4(),
                client=client,
                throttle=make_throttle(link.account_id),
                cancel=cancel,
            )
            return _preview(session, [other for other in links if other.id != link.id])
    except LinkError as error:
        raise _as_error(error.failure) from None
    except ApiError as error:
        raise _as_error(classify_failure(error)) from error
    finally:
        lease.release()


def _preview(session: LinkSession, others: Sequence[CalendarLink]) -> FullPreview:
    with session.gate.store.read() as reader:
        mappings = reader.list_mappings(session.link.id)
        asked = {problem.id for problem in reader.list_problems(link_id=session.link.id)}
    pulled = pull(session, mappings, full=True)
    return again_if_met(lambda: _played(replace(session, counts=Counter()), others, mappings, pulled, asked))


def _played(
    session: LinkSession,
    others: Sequence[CalendarLink],
    mappings: Sequence[EventMapping],
    pulled: Pulled,
    asked: Set[UUID],
) -> FullPreview:
    """What the steps of a pass make of a pull, in a transaction that is left without a commit."""
    with session.gate.store.write(GOOGLE, "preview") as work:
        _hold(session, work, others, pulled)
        work.put(session.resource)
        if not _ask_about_emptiness(session, work, mappings, pulled):
            apply_pull(session, work, pulled, others)
            settle_arrivals(session, work, others)
            settle_deletions(session, work)
        came = work.list_journal(JournalQuery(run_id=session.run_id), _MOST)
        problems = work.list_problems(link_id=session.link.id)
        return FullPreview(
            moves=(*reversed(came), *_would_be_sent(session, work)),
            questions=tuple(problem for problem in problems if problem.id not in asked),
        )


def _hold(session: LinkSession, work: UnitOfWork, others: Sequence[CalendarLink], pulled: Pulled) -> None:
    """Hold at once what the steps of a pass hold one after the other, each in its own transaction: what the pull
    names, and what waits for being settled here or may have come from another link."""
    waiting = [row for row in work.list_mappings(session.link.id) if row.state is MappingState.HELD]
    named = named_in(pulled).union(
        (row.copied_from or row.event_id for row in waiting), (named_event_id(item) for item in pulled.items)
    )
    sources = [
        (link, row.appointment_id)
        for link in others
        for row in work.list_mappings(link.id)
        if row.event_id in named and row.appointment_id is not None
    ]
    touched = touched_by(session, work, named).union(
        (row.appointment_id for row in waiting if row.appointment_id is not None), (key for _, key in sources)
    )
    hold(
        work,
        lambda: work.list_by_id(Appointment, touched),
        (session.resource.id, *(link.resource_id for link, _ in sources)),
    )


def _ask_about_emptiness(
    session: LinkSession, work: UnitOfWork, mappings: Sequence[EventMapping], pulled: Pulled
) -> bool:
    """Whether the pass would stop because a calendar that was full is empty."""
    missing = missing_from_emptiness(session, pulled, mappings)
    if not missing:
        return False
    events = [as_json(mapping.answered) for mapping in missing if mapping.answered]
    local = {"direction": FROM_GOOGLE, "reason": "list_unexpectedly_empty", "events": events}
    ask(work, session.link, ProblemKind.BRAKE, session.now, local=local)
    return True


def _would_be_sent(session: LinkSession, work: UnitOfWork) -> Iterator[JournalEntry]:
    take_up_left_alone(session, work)
    known = mappings_by_appointment(work, session.link.id)
    project = session.projector(work)
    for appointment in work.list_unpushed(session.link, session.live_after_at):
        mapping = known.get(appointment.id)
        if mapping is not None and mapping.error_code in NEVER_SENT:
            continue
        before = mapping.answered if mapping is not None else None
        if not is_here(appointment, session.resource.id):
            if before is not None:
                yield _entry(session, "deleted", appointment.id, mapping, before, None)
            continue
        target = project(appointment, mapping)
        if before is None:
            yield _entry(session, "created", appointment.id, mapping, None, target)
        elif mapping is not None and target != sent_before(session, mapping):
            yield _entry(session, "updated", appointment.id, mapping, before, target)


def _entry(
    session: LinkSession,
    action: str,
    appointment_id: UUID,
    mapping: EventMapping | None,
    before: SharedFields | None,
    after: SharedFields | None,
) -> JournalEntry:
    return JournalEntry(
        id=uuid4(),
        run_id=session.run_id,
        link_id=session.link.id,
        at=session.now,
        direction=Direction.TO_GOOGLE,
        action=action,
        appointment_id=appointment_id,
        event_id=mapping.event_id if mapping is not None else "",
        before=as_json(before) if before is not None else None,
        after=as_json(after) if after is not None else None,
    )


def _as_error(failure: Failure) -> GoogleError:
    kind = ComeBackLaterError if failure.status in _PASSING else PersonNeededError
    return kind(failure.reason, **failure.params)
