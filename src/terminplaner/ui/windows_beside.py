"""The windows beside the main one, each built when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from terminplaner.ui.context import Services, Session
from terminplaner.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from terminplaner.ui.change_log.window import ChangeLogWindow
    from terminplaner.ui.sync_center.window import SyncCenter


class WindowsBeside(QObject):
    """They close with the main window."""

    syncNowRequested = Signal()
    switchWanted = Signal()
    """Lead to where the synchronization is switched on."""
    resourcesWanted = Signal()
    """Lead to where a resource is linked."""
    decided = Signal()
    """A question of the sync was answered."""

    def __init__(self, services: Services, session: Session, tasks: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._services, self._session, self._tasks = services, session, tasks
        self._window = window
        self._sync_center: SyncCenter | None = None
        self._change_log: ChangeLogWindow | None = None
        self._is_closed = False

    def show_sync_center(self) -> None:
        if self._is_closed:
            return
        from terminplaner.ui.sync_center.window import SyncCenter

        if self._sync_center is None:
            self._sync_center = SyncCenter(self._services, self._session, self._tasks, self._window)
            self._sync_center.syncNowRequested.connect(self.syncNowRequested)
            self._sync_center.switchWanted.connect(self.switchWanted)
            self._sync_center.resourcesWanted.connect(self.resourcesWanted)
            self._sync_center.decided.connect(self.decided)
        self._sync_center.reload()
        _bring_forward(self._sync_center)

    def show_change_log(self) -> None:
        if self._is_closed:
            return
        from terminplaner.ui.change_log.window import ChangeLogWindow

        if self._change_log is None:
            self._change_log = ChangeLogWindow(self._services, self._session, self._tasks, self._window)
        self._change_log.reload()
        _bring_forward(self._change_log)

    def close(self) -> None:
        """Show nothing in them any more, and open none."""
        self._is_closed = True
        for window in (self._sync_center, self._change_log):
            if window is not None:
                window.close()

    def refresh_links(self) -> None:
        """The sync went on; no change set tells of that."""
        if self._sync_center is not None and self._sync_center.isVisible():
            self._sync_center.reload()


def _bring_forward(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
