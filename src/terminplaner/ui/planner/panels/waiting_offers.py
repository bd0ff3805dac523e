"""Whom a time that became free suits: one quiet line under the plan, never more, and it leads to the list."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment, OccupyingRule
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.resource import Availability, Resource
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.waiting_list import WaitingOffer
from terminplaner.services.waiting_offers import FreedTime, freed_by
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.tasks import TaskRunner

_REMEMBERED = 50
"""Times that became free; a sync can bring very many at once."""

_DECIDING = (Absence, Appointment, Availability, ChainSettings, Resource, WaitingListEntry)
"""What says whether a time is free and whom it suits."""


class WaitingOffers(QObject):
    """Follows every change, those of the sync and of other workstations too."""

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
        self._freed: deque[FreedTime] = deque(maxlen=_REMEMBERED)
        self._occupying = OccupyingRule()
        self._looked_back = False
        self._offers: tuple[WaitingOffer, ...] = ()
        self._is_asking = self._is_ask_wanted = False
        self._is_news = False
        """Whether a time became free since the start: what was free before stands in the list, unannounced."""
        banner.actionRequested.connect(self.shown)
        banner.closed.connect(self._forget)

    @property
    def offers(self) -> tuple[WaitingOffer, ...]:
        """What can be offered now."""
        return self._offers

    def go_by(self, occupying: OccupyingRule) -> None:
        """Which appointments take their time, by the chain's rule."""
        self._occupying = occupying

    def look_back(self) -> None:
        """Take up what became free before the start; once, as soon as the chain is known to keep waiting lists."""
        if not self._looked_back:
            self._looked_back = True
            waiting_list, branch_id = self._services.waiting_list, self._session.branch.id
            self._tasks.run(lambda: waiting_list.freed_lately(branch_id), self, self._on_lately, self._on_lost)

    def _on_lately(self, freed: tuple[FreedTime, ...]) -> None:
        since = tuple(self._freed)
        self._freed.clear()
        self._freed.extend((*freed, *since))
        if self._freed:
            self._ask()

    def _on_lost(self, _error: TerminplanerError) -> None:
        """It is asked for once more as soon as the plan can be read again."""
        self._looked_back = False

    def notice(self, change_set: ChangeSet | None) -> None:
        """Look whom ``change_set`` gives room, and whether what was offered still stands; None may be anything."""
        if change_set is not None:
            freed = tuple(freed_by(change_set, self._session.branch, self._occupying))
            self._freed.extend(freed)
            self._is_news = self._is_news or bool(freed)
        if self._freed and (change_set is None or any(change_set.touches(kind) for kind in _DECIDING)):
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
            if self._is_news:
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
        self._is_news = False
        if self._offers:
            self._offers = ()
            self.changed.emit(())
