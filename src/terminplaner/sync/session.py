"""One pass over one link: what it works with, and what it moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import (
    CalendarLink,
    Direction,
    EventMapping,
    JournalEntry,
    LinkStatus,
    SharedFields,
    SyncRun,
)
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import StaleRevisionError
from terminplaner.domain.resource import Resource, SyncDirection
from terminplaner.services.gate import Gate
from terminplaner.services.holding import hold
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import CancelToken, Clock, Progress, Reader, UnitOfWork
from terminplaner.services.sync_control import LIVE_MARGIN
from terminplaner.sync.client import CalendarClient
from terminplaner.sync.failures import LEASE_LOST, Failure, LinkError
from terminplaner.sync.merging import as_json
from terminplaner.sync.paced_calendar import PacedCalendar
from terminplaner.sync.projector import Projector
from terminplaner.sync.throttle import Throttle

GOOGLE = Author("Google", Origin.GOOGLE)
"""The author of everything that comes from there."""

_LEASE_SECONDS = 90
_RENEW_AFTER = timedelta(seconds=30)


def no_progress(_done: int, _total: int) -> None:
    """Nobody watches."""


class Lease:
    """The right to sync one link, renewed while it is used."""

    def __init__(self, gate: Gate, clock: Clock, link_id: UUID, holder: str, fence: int) -> None:
        self._gate = gate
        self._clock = clock
        self._link_id = link_id
        self._holder = holder
        self._renewed_at = clock.now()
        self.fence = fence

    @classmethod
    def acquire(cls, gate: Gate, clock: Clock, link_id: UUID, holder: str) -> Lease | None:
        """None while another holder is at it."""
        fence = gate.store.acquire_lease(link_id, holder, _LEASE_SECONDS)
        return None if fence is None else cls(gate, clock, link_id, holder, fence)

    def renew(self) -> None:
        """Raise ``LinkError`` where another holder took over, as after this computer slept."""
        now = self._clock.now()
        if now - self._renewed_at < _RENEW_AFTER:
            return
        fence = self._gate.store.acquire_lease(self._link_id, self._holder, _LEASE_SECONDS)
        if fence != self.fence:
            if fence is not None:  # the other holder is done: a new lease, which nobody would use
                self._gate.store.release_lease(self._link_id, fence)
            raise LinkError(LEASE_LOST)
        self._renewed_at = now

    def release(self) -> None:
        self._gate.store.release_lease(self._link_id, self.fence)


@dataclass(slots=True)
class LinkScope:
    """A link and the store, as somebody works on them (``by``) while holding the lease."""

    link: CalendarLink
    resource: Resource
    branch: Branch
    settings: ChainSettings
    gate: Gate
    clock: Clock
    lease: Lease
    by: Actor | Author
    now: datetime
    run_id: UUID
    counts: Counter[str] = field(default_factory=Counter)
    has_moved: bool = False
    """Whether the store's epoch was advanced for this pass."""

    @property
    def live_after_at(self) -> datetime:
        """The window's edge: what ended before is past (google-calendar.md 3.9)."""
        return self.now - LIVE_MARGIN

    @property
    def taken_in_after_at(self) -> datetime:
        """What ended before does not come here: the window, but for the first pass over a link, which may look
        further back."""
        is_first = self.link.last_full_at is None
        return first_look_at(self.now, self.settings) if is_first else self.live_after_at

    def is_taken_in(self, fields: SharedFields) -> bool:
        return fields.when.interval(self.zone).end_at > self.taken_in_after_at

    @property
    def direction(self) -> SyncDirection:
        return self.resource.sync_direction

    @property
    def zone(self) -> ZoneInfo:
        return self.branch.tz

    def is_live(self, fields: SharedFields | None) -> bool:
        return fields is not None and fields.when.interval(self.zone).end_at > self.live_after_at

    def projector(self, reader: Reader) -> Projector:
        return Projector(reader, self.settings.google_privacy)

    def require_lasting(self, reader: Reader) -> None:
        """Raise ``StaleRevisionError`` where somebody ended the link meanwhile (code ``link_ended``), or turned it
        (``direction_changed``).

        What is under way belongs to the link as it was: an ended one moves nothing any more, of a turned one the
        next pass compares everything.
        """
        stored = reader.find_record(CalendarLink, self.link.id)
        if stored is None or stored.ended_at is not None:
            raise StaleRevisionError("link_ended", resource=self.resource.name)
        if direction_of(reader, self.link) is not self.direction:
            raise StaleRevisionError("direction_changed", resource=self.resource.name)

    def hold(
        self, work: UnitOfWork, appointment_ids: Iterable[UUID | None] = (), resource_ids: Iterable[UUID] = ()
    ) -> None:
        """Hold the link's resource, all that these appointments take, and these further ones.

        To be asked for before anything is written that people see: who ends or turns the link from now on waits
        for this transaction.  Raise as ``services.holding.hold`` and ``require_lasting``.
        """
        ids = {key for key in appointment_ids if key is not None}
        hold(work, lambda: work.list_by_id(Appointment, ids), (self.resource.id, *resource_ids))
        self.require_lasting(work)

    @contextmanager
    def transaction(self) -> Iterator[UnitOfWork]:
        """A transaction through the gate that only the lease's holder may commit; raise as ``require_lasting``."""
        counted, had_moved, link = self.counts.copy(), self.has_moved, self.link
        try:
            with self.gate.open(self.by, "sync") as passage:
                passage.work.verify_fence(self.link.id, self.lease.fence)
                self.require_lasting(passage.work)
                yield passage.work
        except BaseException:
            self.counts, self.has_moved, self.link = counted, had_moved, link
            raise

    def keep_link(self, work: UnitOfWork, **changes: object) -> None:
        """Store fields of the link that are the engine's; the rest is people's, who may change it meanwhile."""
        self.link = work.amend(CalendarLink, self.link.id, **changes)

    def advance_epoch(self, work: UnitOfWork) -> None:
        """Count the store one further, once a pass, before the first thing it moves."""
        if not self.has_moved:
            work.advance_epoch()
            self.has_moved = True

    def journal(
        self,
        work: UnitOfWork,
        counter: str,
        mapping: EventMapping,
        before: SharedFields | None,
        after: SharedFields | None,
        stored: Appointment | None = None,
    ) -> None:
        """Count and write down one thing that moved; ``counter`` is a counter of ``SyncRun``.

        ``stored`` is the appointment that it changed here.
        """
        self.advance_epoch(work)
        self.counts[counter] += 1
        action, _, side = counter.partition("_")
        work.keep(
            JournalEntry(
                id=uuid4(),
                run_id=self.run_id,
                link_id=self.link.id,
                at=self.clock.now(),
                direction=Direction.TO_GOOGLE if side == "google" else Direction.FROM_GOOGLE,
                action=action,
                appointment_id=mapping.appointment_id,
                event_id=mapping.event_id,
                before=as_json(before) if before else None,
                after=as_json(after) if after else None,
                revision=stored.revision if stored and not stored.is_read_only else 0,
            )
        )


@dataclass(slots=True)
class LinkSession(LinkScope):
    """One pass over one link.

    ``pulled_at`` is the step of the pass at which the link was last pulled, ``held_at`` the one at which a
    deletion or an arrival was last seen; 0 before.
    """

    client: CalendarClient = field(kw_only=True)
    throttle: Throttle = field(kw_only=True)
    cancel: CancelToken | None = field(kw_only=True)
    progress: Progress = field(kw_only=True, default=no_progress)
    failure: Failure | None = None
    requests: int = 0
    has_held: bool = False
    """Whether deletions or arrivals wait to be settled."""
    pulled_at: int = 0
    held_at: int = 0

    @property
    def calendar(self) -> PacedCalendar:
        return PacedCalendar(
            self.client,
            self.throttle,
            self.link.calendar_id,
            self.link.is_created_by_program,
            self.require_right,
            self._require_lasting_still,
            self._count,
        )

    def require_right(self) -> None:
        """Hold on to the lease.  Raise ``LinkError`` where another has it, ``CancelledError`` once cancelled."""
        if self.cancel is not None:
            self.cancel.raise_if_cancelled()
        self.lease.renew()

    def _require_lasting_still(self) -> None:
        with self.gate.store.read() as reader:
            self.require_lasting(reader)

    def _count(self, requests: int) -> None:
        self.requests += requests

    @property
    def has_written(self) -> bool:
        return any(self.counts[name] for name in ("created_google", "updated_google", "deleted_google"))

    def run(self, status: LinkStatus, reason: str, params: Mapping[str, Any]) -> SyncRun:
        return SyncRun(
            id=self.run_id,
            link_id=self.link.id,
            started_at=self.now,
            finished_at=self.clock.now(),
            status=status,
            requests=self.requests,
            reason=reason,
            params=params,
            **self.counts,
        )


def first_look_at(now: datetime, settings: ChainSettings) -> datetime:
    """How far back the first pass over a link looks."""
    return now - max(LIVE_MARGIN, timedelta(days=settings.google_look_back_days))


def direction_of(reader: Reader, link: CalendarLink) -> SyncDirection:
    return reader.get(Resource, link.resource_id).sync_direction


def is_here(appointment: Appointment, resource_id: UUID) -> bool:
    return not appointment.is_cancelled and resource_id in appointment.resource_ids
