"""The sync in the status bar."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, QLocale, QSize, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from terminplaner.services.ports import Clock
from terminplaner.services.sync_control import SyncOverview
from terminplaner.ui.allowance import Reason, offer, withhold
from terminplaner.ui.forms import button, set_role
from terminplaner.ui.icons import icon_pixmap
from terminplaner.ui.plain_text import without_mnemonic
from terminplaner.ui.sync_summary import SyncSummary, summarize
from terminplaner.ui.theme import Space, tokens

_RECHECK_MS = 30_000
"""Time alone can make a line untrue ("zuletzt 14:30" becomes overdue, today becomes yesterday)."""
_ICON_SIZE = 16


class SyncStatus(QWidget):
    """One line that is a button: it opens the details."""

    detailsRequested = Signal()
    syncRequested = Signal()

    def __init__(self, clock: Clock, zone: tzinfo, *, may_sync: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._zone = zone
        self._may_sync = may_sync
        self._overview: SyncOverview | None = None
        self._interval_minutes = 5
        self._is_running = False
        self._line = QPushButton()
        self._line.setObjectName("syncStatus")
        self._line.setIconSize(QSize(_ICON_SIZE, _ICON_SIZE))
        self._line.setToolTip(self.tr("Einzelheiten der Synchronisation anzeigen"))
        self._line.clicked.connect(self.detailsRequested)
        set_role(self._line, "role", "status")
        self._sync = button(self.tr("Jetzt synchronisieren"))
        set_role(self._sync, "role", "link")
        self._sync.clicked.connect(self.syncRequested)
        self._sync.setVisible(may_sync)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XS, 2, Space.XS, 2)
        row.setSpacing(Space.S)
        row.addWidget(self._line)
        row.addStretch(1)
        row.addWidget(self._sync)
        timer = QTimer(self)
        timer.timeout.connect(self._update)
        timer.start(_RECHECK_MS)
        self._show(SyncSummary(self.tr("Stand der Synchronisation wird ermittelt …"), "muted", "sync"))
        self._offer_sync()

    def show_overview(self, overview: SyncOverview, interval_minutes: int) -> None:
        self._overview = overview
        self._interval_minutes = interval_minutes
        self._update()

    def show_unknown(self, reason: str) -> None:
        """The state could not be read: say so instead of showing an old one."""
        self._overview = None
        self._offer_sync()
        self._show(SyncSummary(reason, "danger", "error"))

    def set_running(self, is_running: bool) -> None:
        self._is_running = is_running
        self._update()

    def show_progress(self, done: int, total: int) -> None:
        """How far a pass over many events is; ``total`` 0 while it still counts them."""
        sentence = self.tr("Synchronisation läuft: {done} von {total} Terminen")
        if not total:
            sentence = self.tr("Synchronisation läuft: {done} Termine gelesen")
        locale = QLocale()
        text = sentence.format(done=locale.toString(done), total=locale.toString(total))
        self._show(SyncSummary(text, "info", "sync"))

    @property
    def text(self) -> str:
        return self._line.text()

    @property
    def why_not(self) -> Reason | None:
        """What somebody has to do or to wait for before a pass makes sense; None where it does now."""
        if self._is_running:
            return Reason(self.tr("läuft gerade"), self.tr("Die Synchronisation läuft gerade."))
        if self._overview is None:
            return Reason(
                self.tr("Stand unbekannt"), self.tr("Der Stand der Synchronisation ist noch nicht bekannt.")
            )
        if not self._overview.is_on:
            return Reason(
                self.tr("ausgeschaltet: Filialverwaltung, „Termine“"),
                self.tr("Die Synchronisation ist ausgeschaltet: Filialverwaltung, Bereich „Termine“"),
            )
        if not self._overview.links:
            return Reason(
                self.tr("noch keine Ressource verknüpft"),
                self.tr("Es ist noch keine Ressource verknüpft: Administration, Lupe neben „Google Kalender“"),
            )
        return None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._update()
        super().changeEvent(event)

    def _update(self) -> None:
        if self._overview is None:
            return
        now: datetime = self._clock.now()
        self._show(summarize(self._overview, self._interval_minutes, now, self._zone, is_running=self._is_running))
        self._offer_sync()

    def _offer_sync(self) -> None:
        if (reason := self.why_not) is None:
            offer(self._sync)
        else:
            withhold(reason, self._sync)

    def _show(self, summary: SyncSummary) -> None:
        self._line.setText(without_mnemonic(summary.text))
        self._line.setAccessibleName(self.tr("Synchronisation: {state}").format(state=summary.text))
        color = getattr(tokens(self.palette()), summary.tone)
        self._line.setIcon(QIcon(icon_pixmap(summary.icon, color, _ICON_SIZE, self.devicePixelRatioF())))
        set_role(self._line, "tone", summary.tone)
