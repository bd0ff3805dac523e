"""What people see of the sync and decide about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import (
    CalendarLink,
    GoogleAccount,
    Problem,
    SyncRun,
)
from terminplaner.domain.errors import NotFoundError
from terminplaner.domain.resource import Resource, SyncDirection
from terminplaner.services.appointment_rows import AppointmentRow, appointment_rows
from terminplaner.services.google_ports import FullPreview, SyncEngine
from terminplaner.services.live_links import live_links
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import CancelToken, Clock, Reader, Store
from terminplaner.services.settings import chain_settings

LIVE_MARGIN = timedelta(hours=24)
"""An appointment stays in the sync's window until a day after its end (docs/sync.md)."""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One live link: ``pending`` appointments wait for a push, ``problems`` for a person."""

    link: CalendarLink
    resource: Resource
    account_email: str
    pending: int
    problems: int


@dataclass(frozen=True, slots=True)
class SyncOverview:
    is_on: bool
    links: tuple[LinkRow, ...]
    open_problems: int
    problem_ids: frozenset[UUID] = frozenset()
    """Of those open, so that a person is told of each once."""


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """``appointment`` is the one it is about; ``colliding`` are those that share a full resource with it."""

    problem: Problem
    resource_name: str
    appointment: AppointmentRow | None = None
    colliding: tuple[AppointmentRow, ...] = ()


_ANSWERED_SHOWN = 20


@dataclass(frozen=True, slots=True)
class SyncControl:
    store: Store
    clock: Clock
    engine: SyncEngine

    def overview(self) -> SyncOverview:
        with self.store.read() as reader:
            accounts = {account.id: account for account in reader.list_records(GoogleAccount)}
            problems = reader.list_problems()
            rows = []
            for link in live_links(reader):
                unpushed = reader.list_unpushed(link, self.clock.now() - LIVE_MARGIN)
                mine = sum(problem.link_id == link.id for problem in problems)
                resource, account = reader.get(Resource, link.resource_id), accounts[link.account_id]
                rows.append(LinkRow(link, resource, account.email, len(unpushed), mine))
            rows.sort(key=lambda row: row.resource.name.casefold())
            return SyncOverview(
                chain_settings(reader).google_sync,
                tuple(rows),
                len(problems),
                frozenset(problem.id for problem in problems),
            )

    def problems(self) -> tuple[ProblemRow, ...]:
        """The open ones, the oldest first."""
        with self.store.read() as reader:
            return tuple(_problem_row(reader, problem) for problem in reader.list_problems())

    def answered(self) -> tuple[ProblemRow, ...]:
        """What people decided, the latest first, as far as somebody may still ask about it."""
        with self.store.read() as reader:
            return tuple(
                _problem_row(reader, problem) for problem in reader.list_answered_problems(_ANSWERED_SHOWN)
            )

    def runs(self, link_id: UUID) -> tuple[SyncRun, ...]:
        with self.store.read() as reader:
            return reader.list_runs(link_id)

    def waiting(self, link_id: UUID) -> tuple[AppointmentRow, ...]:
        """The appointments that wait for being sent, cancelled ones included, in order of start."""
        with self.store.read() as reader:
            link = reader.find_record(CalendarLink, link_id)
            if link is None:
                raise NotFoundError(kind=CalendarLink.__name__, id=str(link_id))
            return appointment_rows(reader, reader.list_unpushed(link, self.clock.now() - LIVE_MARGIN))

    def resolve(self, actor: Actor, problem_id: UUID, choice: str) -> Problem:
        """Carry out a decision; raise ``InvalidInputError`` for a choice that does not fit."""
        self._require(actor)
        return self.engine.resolve(problem_id, choice, actor)

    def preview_full(
        self,
        actor: Actor,
        link_id: UUID,
        cancel: CancelToken | None = None,
        *,
        direction: SyncDirection | None = None,
    ) -> FullPreview:
        """What a full comparison of this link would change, in this direction where it is to be another than the
        resource's; nothing is written.  Blocks on the network."""
        self._require(actor)
        return self.engine.preview_full(link_id, cancel, direction=direction)

    def sync(
        self,
        actor: Actor,
        resource_ids: Sequence[UUID] | None = None,
        *,
        full: bool = False,
        cancel: CancelToken | None = None,
    ) -> tuple[SyncRun, ...]:
        """One pass, at once, over the links of these resources (None: all links).

        Raise ``NotFoundError`` (code ``resource_not_linked``) or ``PermissionDeniedError``.
        """
        if resource_ids is None:
            self._require(actor)
            return self.engine.sync(full=full, at_once=True, cancel=cancel)
        with self.store.read() as reader:
            actor.require_valid(reader)
            links = {link.resource_id: link for link in live_links(reader)}
            for resource_id in resource_ids:
                resource = reader.get(Resource, resource_id)
                if not actor.has(Right.MANAGE_SYNC):
                    actor.require_link(resource)
                if resource_id not in links:
                    raise NotFoundError("resource_not_linked", resource=resource.name)
        return self.engine.sync([links[key].id for key in resource_ids], full=full, at_once=True, cancel=cancel)

    def _require(self, actor: Actor) -> None:
        actor.require(Right.MANAGE_SYNC)
        with self.store.read() as reader:
            actor.require_valid(reader)


def _problem_row(reader: Reader, problem: Problem) -> ProblemRow:
    local = problem.local or {}
    own = reader.find(Appointment, problem.appointment_id) if problem.appointment_id else None
    others = tuple(
        other for key in local.get("colliding", ()) if (other := reader.find(Appointment, UUID(key))) is not None
    )
    return ProblemRow(
        problem,
        reader.get(Resource, problem.resource_id).name if problem.resource_id else "",
        appointment_rows(reader, (own,))[0] if own else None,
        appointment_rows(reader, others),
    )
