"""One entry of the journal: before, after, its run, and the way back."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terminplaner.domain.calendar_link import Direction, JournalEntry, SyncRun
from terminplaner.services.sync_journal import JournalRow
from terminplaner.ui.forms import button, link_button, small_print
from terminplaner.ui.sync_center.version import Version, side_by_side
from terminplaner.ui.sync_center.wording import show_run
from terminplaner.ui.theme import Space


class EntryView(QWidget):
    """Empty until an entry is shown."""

    revertRequested = Signal(object)
    """The ``JournalRow`` to take back."""
    runRequested = Signal(object)
    """The ``SyncRun`` whose entries are wanted."""

    def __init__(self, zone: tzinfo, *, may_revert: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._may_revert = may_revert
        self._row: JournalRow | None = None
        self._run_shown: SyncRun | None = None
        self._versions = QWidget()
        self._hint = small_print()
        self._run = link_button("")
        self._run.setToolTip(self.tr("Nur die Einträge dieses Durchgangs zeigen"))
        self._run.clicked.connect(lambda: self.runRequested.emit(self._run_shown))
        self._revert = button(self.tr("Zurücknehmen"))
        self._revert.clicked.connect(lambda: self.revertRequested.emit(self._row))
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._revert)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.S, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addWidget(self._versions)
        self._column.addWidget(self._run)
        self._column.addLayout(foot)
        self.show_row(None)

    def show_row(self, row: JournalRow | None) -> None:
        """None empties it."""
        self._row = row
        versions = QWidget()
        if row is not None:
            entry = row.entry
            before, after = entry.before or {}, entry.after or {}
            pair = side_by_side(
                Version(
                    self.tr("Vorher"), before, after, self._zone, "" if before else self.tr("Nicht vorhanden")
                ),
                Version(
                    self.tr("Nachher"), after, before, self._zone, "" if after else self.tr("Nicht mehr vorhanden")
                ),
            )
            pair.setContentsMargins(0, 0, 0, 0)
            versions.setLayout(pair)
        self._column.replaceWidget(self._versions, versions)
        self._versions.hide()
        self._versions.deleteLater()
        self._versions = versions
        self._run_shown = run = row.run if row is not None else None
        self._run.setText(show_run(run, self._zone) if run else "")
        self._run.setVisible(run is not None)
        self._hint.setText(self._explain(row.entry) if row is not None else "")
        self._revert.setEnabled(row is not None and self._may_revert and row.entry.revision > 0)
        self.setVisible(row is not None)

    def _explain(self, entry: JournalEntry) -> str:
        """What taking it back would do, or why that cannot be."""
        if entry.direction is Direction.TO_GOOGLE:
            return self.tr("Das hat jemand hier geändert; zurücknehmen lässt es sich im Terminplaner.")
        if entry.revision == 0:
            return self.tr("Dieser Eintrag gehört Google und lässt sich nur dort ändern.")
        if not self._may_revert:
            return self.tr("Zurücknehmen kann, wer die Synchronisation verwalten darf.")
        if entry.action == "created":
            return self.tr("Zurücknehmen storniert den Termin hier und löscht ihn danach auch in Google.")
        if entry.action == "cancelled":
            return self.tr("Zurücknehmen stellt den Termin hier wieder her und trägt ihn in Google wieder ein.")
        return self.tr("Zurücknehmen stellt hier und danach auch in Google die Fassung „Vorher“ wieder her.")
