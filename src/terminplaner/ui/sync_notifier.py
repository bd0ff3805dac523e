"""Telling a person, outside the window, that the sync waits for an answer: once for each question."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

_TOLD_KEY = "sync/told"


class SyncNotifier(QObject):
    """One notification for all questions that are new together; none is told twice, after a restart neither.

    Where the desktop has no place for notifications the window only asks for attention in the task bar.
    """

    opened = Signal()
    """A person clicked the notification."""
    told = Signal(str)
    """What was just said."""

    def __init__(self, window_settings: QSettings, window: QWidget) -> None:
        """``window_settings`` remember across restarts what was told at this workstation."""
        super().__init__(window)
        self._window_settings = window_settings
        self._window = window
        self._tray: QSystemTrayIcon | None = None

    def notice(self, problem_ids: Collection[UUID]) -> None:
        """These questions are open now."""
        open_ids = {problem_id.hex for problem_id in problem_ids}
        told = set(str(self._window_settings.value(_TOLD_KEY, "")).split())
        if told != open_ids:
            self._window_settings.setValue(_TOLD_KEY, " ".join(sorted(open_ids)))
        if new := open_ids - told:
            self._tell(len(new))
        elif not open_ids:
            self.hide()

    def hide(self) -> None:
        """Leave nothing on the desktop to click."""
        if self._tray is not None:
            self._tray.hide()

    def _tell(self, count: int) -> None:
        text = (
            self.tr("Eine Frage zur Synchronisation wartet auf Ihre Entscheidung.")
            if count == 1
            else self.tr("{count} Fragen zur Synchronisation warten auf Ihre Entscheidung.").format(count=count)
        )
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable():
            tray = self._tray or self._build_tray()
            tray.show()
            tray.showMessage(self.tr("Terminplaner"), text, QSystemTrayIcon.MessageIcon.Warning)
        self.told.emit(text)

    def _build_tray(self) -> QSystemTrayIcon:
        self._tray = QSystemTrayIcon(QApplication.windowIcon(), self)
        self._tray.setToolTip(self.tr("Terminplaner: Fragen zur Synchronisation"))
        self._tray.messageClicked.connect(self.opened)
        self._tray.activated.connect(lambda _reason: self.opened.emit())
        return self._tray
