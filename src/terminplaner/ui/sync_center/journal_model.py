"""The journal as a table that reads on while somebody scrolls."""

from __future__ import annotations

from datetime import tzinfo
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal

from terminplaner.services.sync_journal import PAGE, JournalRow
from terminplaner.ui.messages import describe_action, show_instant
from terminplaner.ui.shared_fields import show_title
from terminplaner.ui.sync_center.tables import NO_INDEX, Index, RowsModel
from terminplaner.ui.sync_center.wording import show_change, show_direction

translate = QCoreApplication.translate


class JournalModel(RowsModel[JournalRow]):
    """Asks with ``moreWanted`` for the entries older than the last one it has; ``append`` answers."""

    moreWanted = Signal(object)
    """The id of the last entry."""

    def __init__(self, zone: tzinfo, parent: QObject) -> None:
        titles = (
            translate("JournalModel", "Zeit"),
            translate("JournalModel", "Ressource"),
            translate("JournalModel", "Richtung"),
            translate("JournalModel", "Vorgang"),
            translate("JournalModel", "Termin"),
            translate("JournalModel", "Wann und was"),
        )
        super().__init__(titles, partial(_texts, zone), parent)
        self._has_more = False
        self._is_waiting = False

    def start(self, rows: tuple[JournalRow, ...]) -> None:
        """Show the newest entries of another search."""
        self._note(rows)
        self.show_rows(rows)

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

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more and not self._is_waiting

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.moreWanted.emit(self._rows[-1].entry.id)

    def _note(self, rows: tuple[JournalRow, ...]) -> None:
        self._is_waiting = False
        self._has_more = len(rows) == PAGE


def _texts(zone: tzinfo, row: JournalRow) -> tuple[str, ...]:
    entry = row.entry
    return (
        show_instant(entry.at, zone),
        row.resource_name,
        show_direction(entry.direction),
        describe_action(entry.action),
        show_title(entry.after or entry.before or {}),
        show_change(entry, zone),
    )
