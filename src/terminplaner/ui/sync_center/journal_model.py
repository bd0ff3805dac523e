"""The journal as a table that reads on while somebody scrolls."""

from __future__ import annotations

from datetime import tzinfo
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from terminplaner.services.sync_journal import PAGE, JournalRow
from terminplaner.ui.messages import describe_action, show_instant
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.shared_fields import show_title
from terminplaner.ui.sync_center.tables import NO_INDEX, Index
from terminplaner.ui.sync_center.wording import show_change, show_direction


class JournalModel(QAbstractTableModel):
    """Asks with ``moreWanted`` for the entries older than the last one it has; ``append`` answers."""

    moreWanted = Signal(object)
    """The id of the last entry."""

    def __init__(self, zone: tzinfo, parent: QObject) -> None:
        super().__init__(parent)
        self._zone = zone
        self._rows: list[JournalRow] = []
        self._has_more = False
        self._is_waiting = False
        self._titles = (
            self.tr("Zeit"),
            self.tr("Ressource"),
            self.tr("Richtung"),
            self.tr("Vorgang"),
            self.tr("Termin"),
            self.tr("Wann und was"),
        )

    def start(self, rows: tuple[JournalRow, ...]) -> None:
        """Show the newest entries of another search."""
        self.beginResetModel()
        self._rows = list(rows)
        self._note(rows)
        self.endResetModel()

    def append(self, rows: tuple[JournalRow, ...]) -> None:
        """Show the entries that were asked for."""
        self._note(rows)
        if rows:
            self.beginInsertRows(NO_INDEX, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def row_at(self, index: Index) -> JournalRow | None:
        return self._rows[index.row()] if index.isValid() else None

    def number_of(self, entry_id: UUID) -> int:
        """The row of an entry, -1 where it is not shown."""
        return next((number for number, row in enumerate(self._rows) if row.entry.id == entry_id), -1)

    def texts(self, row: JournalRow) -> tuple[str, ...]:
        """The cells of a row."""
        entry = row.entry
        return (
            show_instant(entry.at, self._zone),
            row.resource_name,
            show_direction(entry.direction),
            describe_action(entry.action),
            show_title(entry.after or entry.before or {}),
            show_change(entry, self._zone),
        )

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more and not self._is_waiting

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.moreWanted.emit(self._rows[-1].entry.id)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        text = self.texts(self._rows[index.row()])[index.column()]
        return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._titles[section]
        return None

    def _note(self, rows: tuple[JournalRow, ...]) -> None:
        self._is_waiting = False
        self._has_more = len(rows) == PAGE
