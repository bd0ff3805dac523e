"""What the main window says of the sync: the line in its status bar, and notices of the desktop."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.permissions import Right
from terminplaner.services.sync_control import SyncOverview
from terminplaner.ui.context import Services, Session
from terminplaner.ui.messages import describe
from terminplaner.ui.sync_notifier import SyncNotifier
from terminplaner.ui.sync_status import SyncStatus
from terminplaner.ui.tasks import TaskRunner


class SyncDisplay(QObject):
    """Reads the state of the sync and shows it; put ``status`` where it is to be seen."""

    detailsRequested = Signal()
    syncRequested = Signal()
    offered = Signal(object)
    """Somebody can ask for a pass now (None), or cannot for this ``Reason``."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, window_settings: QSettings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services, self._session, self._tasks = services, session, tasks
        self._is_wanted = False
        self._is_loading = False
        self._has_stopped = False
        may_sync = session.actor.has(Right.MANAGE_SYNC)
        self.status = SyncStatus(services.clock, session.branch.tz, may_sync=may_sync)
        self.status.detailsRequested.connect(self.detailsRequested)
        self.status.syncRequested.connect(self.syncRequested)
        self._notifier = SyncNotifier(window_settings, window)
        self._notifier.opened.connect(self.detailsRequested)

    def show_running(self, *, is_running: bool) -> None:
        """A pass began, or is over."""
        self.status.set_running(is_running)
        if is_running:
            self.offered.emit(self.status.why_not)

    def stop(self) -> None:
        """Say nothing any more."""
        self._has_stopped = True
        self.status.hide()
        self._notifier.hide()

    def load(self) -> None:
        """Read the state of the sync; changes that come while it is read lead to one more reading."""
        if self._has_stopped:
            return
        if self._is_loading:
            self._is_wanted = True
            return
        self._is_loading = True
        self._is_wanted = False
        services = self._services
        self._tasks.run(
            lambda: (services.sync_control.overview(), services.settings.load().sync_interval_minutes),
            self,
            self._on_overview,
            self._on_failed,
        )

    def _on_overview(self, found: tuple[SyncOverview, int]) -> None:
        if not self._has_stopped:
            self.status.show_overview(*found)
            self._notifier.notice(found[0].problem_ids)
        self._go_on()

    def _on_failed(self, error: TerminplanerError) -> None:
        self.status.show_unknown(describe(error, self._session.branch.tz))
        self._go_on()

    def _go_on(self) -> None:
        self.offered.emit(self.status.why_not)
        self._is_loading = False
        if self._is_wanted:
            self.load()
