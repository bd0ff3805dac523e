"""One pass over links: pull all, settle what they have in common, then write.

A deletion seen in one calendar is believed only after every other one was pulled later in the same pass, because
the event may have been moved there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import count
from uuid import UUID, uuid4

from terminplaner.domain.calendar_link import CalendarLink, LinkStatus, MappingState, ProblemKind, SyncRun
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.errors import DeadlockError, StaleRevisionError
from terminplaner.services.gate import Gate
from terminplaner.services.ports import CancelToken, Clock, EpochKeeper, Progress
from terminplaner.sync.again import again_if_met, in_transaction
from terminplaner.sync.client import CalendarClient
from terminplaner.sync.closing import finish, pause_account, write_pause_of
from terminplaner.sync.deletion import push_deletions
from terminplaner.sync.failures import Failure, classify_failure, failure_of
from terminplaner.sync.opening import Opening
from terminplaner.sync.pulling import pull_link
from terminplaner.sync.push import has_work, push_upserts
from terminplaner.sync.questions import FROM_GOOGLE, find_open
from terminplaner.sync.restored import notice_restore, require_decided
from terminplaner.sync.session import LinkSession
from terminplaner.sync.settle import settle_arrivals, settle_deletions
from terminplaner.sync.throttle import MakeThrottle

_MOST_ROUNDS = 3

_BRAKED = Failure(LinkStatus.BRAKE, "deletions_held")

_OUT_OF_REACH = (LinkStatus.NEEDS_CONSENT, LinkStatus.CALENDAR_MISSING)
"""Links that no waiting brings back; a deletion elsewhere does not wait for them."""


class SyncPass:
    """Used once, in one thread."""

    def __init__(
        self,
        gate: Gate,
        clock: Clock,
        clients: Callable[[UUID], CalendarClient],
        epochs: EpochKeeper,
        make_throttle: MakeThrottle,
        settings: ChainSettings,
        links: Sequence[CalendarLink],
        *,
        is_at_once: bool,
        cancel: CancelToken | None,
        progress: Progress,
    ) -> None:
        self._gate = gate
        self._epochs = epochs
        self._links = links
        self._is_at_once = is_at_once
        self._now = clock.now()
        self._steps = count(1)
        self._opening = Opening(
            gate,
            clock,
            clients,
            make_throttle,
            settings,
            self._now,
            passes_without_consent=is_at_once,
            cancel=cancel,
            progress=progress,
        )
        self._sessions: list[LinkSession] = []
        self._idle_runs: list[SyncRun] = []

    def run(self, wanted: Sequence[CalendarLink], *, full: bool) -> tuple[SyncRun, ...]:
        """The runs of the ``wanted`` links, in their order; others are pulled too where a decision needs them."""
        try:
            again_if_met(partial(notice_restore, self._gate, self._epochs.load(), self._now))
            for link in wanted:
                if self._is_due(link):
                    self._open(link)
            self._pull_all(full=full)
            self._settle()
            self._push()
            runs = {run.link_id: run for run in (*self._finish(), *self._idle_runs)}
            with self._gate.store.read() as reader:
                self._epochs.save(reader.epoch())
        finally:
            with ExitStack() as last:  # one that cannot be given back keeps no other
                last.callback(self._opening.close)
                for session in self._sessions:
                    last.callback(session.lease.release)
        return tuple(runs[link.id] for link in wanted if link.id in runs)

    # -- opening

    def _is_due(self, link: CalendarLink) -> bool:
        return self._is_at_once or link.next_attempt_at is None or link.next_attempt_at <= self._now

    def _open(self, link: CalendarLink) -> LinkSession | None:
        try:
            session = self._opening.open(link)
        except Exception as error:  # noqa: BLE001 - as in ``_guard``
            failure = failure_of(error, link.id)
            self._idle_runs.append(
                SyncRun(
                    uuid4(),
                    link.id,
                    self._now,
                    self._now,
                    failure.status,
                    reason=failure.reason,
                    params=failure.params,
                )
            )
            return None
        self._sessions.append(session)
        self._guard(session, partial(require_decided, session))
        return session

    # -- pulling

    def _active(self) -> list[LinkSession]:
        return [session for session in self._sessions if session.failure is None]

    def _pull_all(self, *, full: bool) -> None:
        for session in self._active():
            self._guard(session, partial(self._pull, session, full=full))
        for _ in range(_MOST_ROUNDS):
            late = self._links_to_pull_again()
            if not late:
                return
            for link in late:
                known = {session.link.id: session for session in self._active()}
                again = known.get(link.id) or self._open(link)
                if again is not None and again.failure is None:
                    self._guard(again, partial(self._pull, again, full=False))

    def _pull(self, session: LinkSession, *, full: bool) -> None:
        pull_link(session, self._gate.store, self._others(session), step=next(self._steps), full=full)

    def _links_to_pull_again(self) -> list[CalendarLink]:
        """The links that a held deletion or arrival elsewhere waits for and that can be pulled now."""
        waiting = self._with_held()
        pulled_at = {session.link.id: session.pulled_at for session in self._sessions}
        failed = {session.link.id for session in self._sessions if session.failure is not None}
        failed |= {run.link_id for run in self._idle_runs}
        return [
            link
            for link in self._links
            if link.id not in failed
            and self._is_due(link)
            and any(
                session.link.id != link.id and pulled_at.get(link.id, -1) <= session.held_at for session in waiting
            )
            and (link.id in pulled_at or link.status not in _OUT_OF_REACH)
        ]

    def _with_held(self) -> list[LinkSession]:
        """The links with deletions or arrivals that no person has been asked about."""
        held = []
        with self._gate.store.read() as reader:
            for session in (session for session in self._active() if session.has_held):
                asked = {
                    problem.event_id
                    for problem in reader.list_problems(link_id=session.link.id)
                    if problem.kind is ProblemKind.DELETED_IN_GOOGLE
                }
                mappings = reader.list_mappings(session.link.id)
                if any(m.state is MappingState.HELD and m.event_id not in asked for m in mappings):
                    held.append(session)
        return held

    # -- settling

    def _settle(self) -> None:
        waiting = self._with_held()
        ready = [session for session in waiting if self._all_others_pulled_after(session)]
        for session in ready:
            self._guard(session, partial(self._settle_arrivals, session))
        if len(ready) < len(waiting):
            return  # an undecided arrival may be what is missing elsewhere
        asked = self._links_with_open(ProblemKind.BRAKE, ProblemKind.DELETED_IN_GOOGLE)
        for session in self._active():
            if session in ready or session.link.id in asked:
                self._guard(session, partial(self._settle_deletions, session))

    def _settle_arrivals(self, session: LinkSession) -> None:
        in_transaction(session, partial(settle_arrivals, session, other_links=self._others(session)))

    def _settle_deletions(self, session: LinkSession) -> None:
        in_transaction(session, partial(settle_deletions, session))

    def _all_others_pulled_after(self, session: LinkSession) -> bool:
        by_link = {other.link.id: other for other in self._sessions}
        return all(
            self._is_out_of_reach(link, by_link.get(link.id))
            or self._was_pulled_after(by_link.get(link.id), session.held_at)
            for link in self._others(session)
        )

    @staticmethod
    def _is_out_of_reach(link: CalendarLink, session: LinkSession | None) -> bool:
        if session is None:
            return link.status in _OUT_OF_REACH
        # Nothing was written yet: what may only be read fails before that where not even its texts can be.
        return session.failure is not None and session.failure.status in (*_OUT_OF_REACH, LinkStatus.READ_ONLY)

    @staticmethod
    def _was_pulled_after(session: LinkSession | None, step: int) -> bool:
        return session is not None and session.failure is None and session.pulled_at > step

    def _others(self, session: LinkSession) -> list[CalendarLink]:
        return [link for link in self._links if link.id != session.link.id]

    # -- writing

    def _is_braked(self, session: LinkSession) -> bool:
        with self._gate.store.read() as reader:
            return find_open(reader, session.link.id, ProblemKind.BRAKE, direction=FROM_GOOGLE) is not None

    def _push(self) -> None:
        braked = self._links_with_open(ProblemKind.BRAKE)
        with self._gate.store.read() as reader:
            busy = [s for s in self._active() if s.link.id in braked or has_work(s, reader)]
        for session in busy:
            session.failure = _BRAKED if self._is_braked(session) else write_pause_of(session)
        for session in busy:
            self._guard(session, partial(push_upserts, session))
        for session in busy:
            self._guard(session, partial(push_deletions, session, self._others(session)))

    def _guard(self, session: LinkSession, step: Callable[[], None]) -> None:
        """Let one link's trouble stay its own, and the end of its pass."""
        if session.failure is not None:
            return
        try:
            step()
        except Exception as error:  # noqa: BLE001 - what one calendar brings to light must not keep all from the sync
            session.failure = failure_of(error, session.link.id)
            if session.failure.status is LinkStatus.QUOTA_PAUSE:
                self._pause_account(session)

    def _pause_account(self, session: LinkSession) -> None:
        """No link of the account writes any more, in this pass and until the pause is over."""
        try:
            paused = again_if_met(partial(pause_account, session))
        except (DeadlockError, StaleRevisionError) as error:  # the next pass will be told the same
            session.failure = classify_failure(error)
            return
        for other in self._active():
            if other.link.account_id == session.link.account_id:
                other.failure = paused
        session.failure = paused

    def _finish(self) -> list[SyncRun]:
        braked = self._links_with_open(ProblemKind.BRAKE)
        for session in self._active():
            if session.link.id in braked:
                session.failure = _BRAKED
        return [self._finished(session) for session in self._sessions]

    @staticmethod
    def _finished(session: LinkSession) -> SyncRun:
        try:
            return again_if_met(partial(finish, session))
        except (DeadlockError, StaleRevisionError) as error:  # as where another holder took over meanwhile
            session.failure = classify_failure(error)
            return finish(session)

    def _links_with_open(self, *kinds: ProblemKind) -> set[UUID | None]:
        with self._gate.store.read() as reader:
            return {problem.link_id for problem in reader.list_problems() if problem.kind in kinds}
