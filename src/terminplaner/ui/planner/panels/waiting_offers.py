"""Whom a time that became free suits: one quiet line under the plan, never more, and it leads to the list."""

from __future__ import annotations

from collections import deque
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.resource import Availability, Resource
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.waiting_list import FreedElsewhere, WaitingOffer
from terminplaner.services.waiting_offers import Freed, freed_by
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import Banner
from terminplaner.ui.tasks import TaskRunner

_REMEMBERED = 50
"""Times that became free; a sync can bring very many at once."""
_OWN = 200
"""Changes of this program that are told apart from those of others."""

_DECIDING = (Absence, Appointment, Availability, ChainSettings, Resource, WaitingListEntry)
"""What says whether a time is free and whom it suits."""


class WaitingOffers(QObject):
    """Follows every change of this program, the sync's too, and what other workstations gave up since it began."""

    changed = Signal(object)
    """What can be offered now: a tuple of ``WaitingOffer``."""
    shown = Signal()
    """Somebody wants to see them."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, banner: Banner, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services, self._session, self._tasks = services, session, tasks
        self._banner = banner
        self._freed: deque[Freed] = deque(maxlen=_REMEMBERED)
        self._offers: tuple[WaitingOffer, ...] = ()
        self._own: deque[UUID] = deque(maxlen=_OWN)
        self._began_at = services.clock.now()
        self._seen: UUID | None = None
        self._is_asking = self._is_ask_wanted = False
        banner.actionRequested.connect(self.shown)
        banner.closed.connect(self._forget)

    @property
    def offers(self) -> tuple[WaitingOffer, ...]:
        """What can be offered now."""
        return self._offers

    def notice(self, change_set: ChangeSet | None) -> None:
        """Look whom ``change_set`` gives room, and whether what was offered still stands; None may be anything."""
        if change_set is None:
            self._look_elsewhere()
            return
        self._own.append(change_set.id)
        self._freed.extend(freed_by(change_set, self._session.branch))
        if self._freed and any(change_set.touches(kind) for kind in _DECIDING):
            self._ask()

    def _look_elsewhere(self) -> None:
        waiting_list, branch_id = self._services.waiting_list, self._session.branch.id
        since, from_at, own = self._seen, self._began_at, frozenset(self._own)
        self._tasks.run(
            lambda: waiting_list.freed_elsewhere(branch_id, since, from_at, own),
            self,
            partial(self._on_elsewhere, since),
            self._on_nothing_elsewhere,
        )

    def _on_elsewhere(self, since: UUID | None, found: FreedElsewhere) -> None:
        if since == self._seen:  # else somebody asked twice, and the other answer was first
            self._seen = found.newest
            self._freed.extend(found.freed)
        self._on_nothing_elsewhere()

    def _on_nothing_elsewhere(self, _error: TerminplanerError | None = None) -> None:
        if self._freed:
            self._ask()

    def _ask(self) -> None:
        """Changes that come while it is being asked lead to one more question."""
        if self._is_asking:
            self._is_ask_wanted = True
            return
        self._is_asking, self._is_ask_wanted = True, False
        waiting_list, branch_id, freed = self._services.waiting_list, self._session.branch.id, tuple(self._freed)
        self._tasks.run(lambda: waiting_list.offers(branch_id, freed), self, self._on_offers, self._on_failed)

    def _on_offers(self, offers: tuple[WaitingOffer, ...]) -> None:
        self._is_asking = False
        if self._is_ask_wanted:
            self._ask()
        elif not offers:
            self._banner.close_message()
            self._forget()
        elif offers != self._offers:
            self._offers = offers
            self._banner.show_message(self._words(len(offers)), "info", self.tr("Ansehen"))
            self.changed.emit(offers)

    def _on_failed(self, _error: TerminplanerError) -> None:
        """What is no more than an offer is left out; the next change asks again."""
        self._is_asking = False

    def _words(self, count: int) -> str:
        if count == 1:
            return self.tr("Eine Person wartet auf eine solche Zeit.")
        return self.tr("{count} Personen warten auf eine solche Zeit.").format(count=count)

    def _forget(self) -> None:
        """Nobody fits any more, or nobody wants to know."""
        self._freed.clear()
        if self._offers:
            self._offers = ()
            self.changed.emit(())
