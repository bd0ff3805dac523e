"""The sync engine: passes over links, and the decisions people make about what a pass could not decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from terminplaner.domain.calendar_link import Problem, SyncRun
from terminplaner.domain.errors import DeadlockError
from terminplaner.domain.resource import SyncDirection
from terminplaner.services.gate import Gate
from terminplaner.services.google_ports import FullPreview
from terminplaner.services.live_links import live_links
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import CancelToken, Clock, EpochKeeper, Progress
from terminplaner.services.settings import chain_settings
from terminplaner.sync.again import again_if_met
from terminplaner.sync.client import CalendarClient
from terminplaner.sync.comparison import preview_full
from terminplaner.sync.resolving import resolve_problem
from terminplaner.sync.session import GOOGLE, no_progress
from terminplaner.sync.sync_pass import SyncPass
from terminplaner.sync.throttle import MakeThrottle

_JOURNAL_LASTS = timedelta(days=90)


class Engine:
    """``services.google_ports.SyncEngine``.  Free of Qt; every call may take as long as the network does.

    Calls from several threads or processes do not disturb each other: a lease keeps each link to one of them.
    """

    def __init__(
        self,
        gate: Gate,
        clock: Clock,
        clients: Callable[[UUID], CalendarClient],
        epochs: EpochKeeper,
        make_throttle: MakeThrottle,
    ) -> None:
        self._gate = gate
        self._clock = clock
        self._clients = clients
        self._epochs = epochs
        self._make_throttle = make_throttle

    def sync(
        self,
        link_ids: Sequence[UUID] | None = None,
        *,
        full: bool = False,
        at_once: bool = False,
        cancel: CancelToken | None = None,
        progress: Progress = no_progress,
    ) -> tuple[SyncRun, ...]:
        """One pass, as the port promises; nothing where the chain's "Mit Google Kalender synchronisieren" is off.

        Raise ``CancelledError`` or ``StorageError``; what happens to single links stands in their runs.
        """
        with suppress(DeadlockError):  # the next pass looks for the same
            again_if_met(self._prune)  # also where nothing moves or the sync is off
        with self._gate.store.read() as reader:
            settings = chain_settings(reader)
            links = live_links(reader)
        if not settings.google_sync:
            return ()
        wanted = [link for link in links if link_ids is None or link.id in link_ids]
        return SyncPass(
            self._gate,
            self._clock,
            self._clients,
            self._epochs,
            self._make_throttle,
            settings,
            links,
            is_at_once=at_once,
            cancel=cancel,
            progress=progress,
        ).run(wanted, full=full)

    def _prune(self) -> None:
        with self._gate.open(GOOGLE, "sync") as passage:
            passage.work.prune_journal(self._clock.now() - _JOURNAL_LASTS)

    def resolve(self, problem_id: UUID, choice: str, actor: Actor) -> Problem:
        """Carry out a decision in the store; what it means for Google goes there with the next pass.

        Raise ``NotFoundError``, ``InvalidInputError`` for a choice that does not fit, ``ComeBackLaterError``
        (code ``held_elsewhere``) while a pass is over the link, or ``PermissionDeniedError`` as
        ``Actor.require_valid`` does.
        """
        return resolve_problem(self._gate, self._clock, problem_id, choice, actor)

    def preview_full(
        self, link_id: UUID, cancel: CancelToken | None = None, *, direction: SyncDirection | None = None
    ) -> FullPreview:
        """As the port promises.

        Only this calendar is read: what was moved to or from another one looks deleted here and new there.
        """
        return preview_full(
            self._gate, self._clock, self._clients, self._make_throttle, link_id, cancel, direction
        )
