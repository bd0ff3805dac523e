"""The rows of the list: appointments, and whatever keeps somebody away."""

from __future__ import annotations

from collections.abc import Callable, Set
from datetime import time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QCollatorSortKey,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from terminplaner.domain.absence import Absence
from terminplaner.domain.resource import Availability
from terminplaner.domain.series import first_day
from terminplaner.domain.when import AllDay, Timed, When
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.messages import title_of
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.away import Stay

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Entry = AppointmentRow | Stay
_TIME_COLUMNS = (0, 1)
_TITLE_COLUMN = 2


class AppointmentTable(QAbstractTableModel):
    """One row per appointment and absence, by start until somebody sorts it otherwise.

    It sorts by itself and words a cell when it is asked for: a month has more rows than anybody scrolls through.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_start: tuple[Entry, ...] = ()
        self._rows: tuple[Entry, ...] = ()
        self._zone = ZoneInfo("UTC")
        self._sorting = (0, Qt.SortOrder.AscendingOrder)
        self._struck_out = QFont()
        self._struck_out.setStrikeOut(True)
        self._collator = QCollator()
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._headings = (
            self.tr("Datum"),
            self.tr("Zeit"),
            self.tr("Termin"),
            self.tr("Text"),
            self.tr("Typ"),
            self.tr("Status"),
            self.tr("Ressourcen"),
            self.tr("Hinweise"),
        )

    def show_entries(self, rows: tuple[Entry, ...], zone: ZoneInfo) -> None:
        """Take over a newer state; nothing is touched where nothing differs, so the selection stays."""
        if rows == self._by_start and zone == self._zone:
            return
        self._by_start, self._zone = rows, zone
        ordered = self._ordered()
        if [*map(_key, ordered)] == [*map(_key, self._rows)]:
            self._rows = ordered
            self.dataChanged.emit(self.index(0, 0), self.index(len(ordered) - 1, len(self._headings) - 1))
            return
        self.beginResetModel()
        self._rows = ordered
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        shown = [(_key(self._rows[index.row()]), index.column()) for index in before]
        self._rows = self._ordered()
        places = {_key(row): number for number, row in enumerate(self._rows)}
        self.changePersistentIndexList(before, [self.index(places[key], column) for key, column in shown])
        self.layoutChanged.emit()

    def _ordered(self) -> tuple[Entry, ...]:
        """Times by their start; what is equal stays in that order."""
        column, order = self._sorting
        is_descending = order == Qt.SortOrder.DescendingOrder
        if column in _TIME_COLUMNS:
            return self._by_start[::-1] if is_descending else self._by_start

        def words(entry: Entry) -> QCollatorSortKey:
            return self._collator.sortKey(_words(entry, column, self._zone))

        return tuple(sorted(self._by_start, key=words, reverse=is_descending))

    def entry_at(self, index: Index) -> Entry | None:
        return self._rows[index.row()] if index.isValid() else None

    def key_at(self, index: Index) -> UUID | None:
        """What ``index_of`` finds the line by, whatever else is listed then."""
        entry = self.entry_at(index)
        return _key(entry) if entry is not None else None

    def index_of(self, key: UUID | None) -> QModelIndex:
        """Of an appointment or of what keeps somebody away, by its id; invalid where it is not listed."""
        for number, row in enumerate(self._rows):
            if _key(row) == key:
                return self.index(number, _TITLE_COLUMN)
        return QModelIndex()

    def indexes_of(self, ids: Set[UUID]) -> list[QModelIndex]:
        """Of those that are listed."""
        return [self.index(number, _TITLE_COLUMN) for number, row in enumerate(self._rows) if _key(row) in ids]

    def is_empty(self, column: int) -> bool:
        """Whether no row says anything there."""
        return not any(_words(entry, column, self._zone) for entry in self._rows)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QFont | None:
        entry = self.entry_at(index)
        if role == Qt.ItemDataRole.FontRole and _is_cancelled(entry):
            return self._struck_out
        if entry is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        text = _words(entry, index.column(), self._zone)
        return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None


_CELLS: tuple[Callable[[AppointmentRow, ZoneInfo], str], ...] = (
    lambda row, zone: wording.short_date(first_day(row.appointment.when, zone)),
    lambda row, zone: _time(row.appointment.when, zone),
    lambda row, _zone: title_of(row),
    lambda row, _zone: _text_beside_title(row),
    lambda row, _zone: row.type.name if row.type else "",
    lambda row, _zone: row.status.name if row.status else "",
    lambda row, _zone: ", ".join(resource.name for resource in row.resources),
    lambda row, _zone: ", ".join(wording.notes(row)),
)
"""What the columns say, in their order."""


_AWAY_CELLS: tuple[Callable[[Stay, ZoneInfo], str], ...] = (
    lambda stay, zone: wording.short_date(first_day(_when(stay), zone)),
    lambda stay, zone: _time(_when(stay), zone),
    lambda stay, _zone: absence_wording.reason(stay.first.cause),
    lambda _stay, _zone: "",
    lambda stay, _zone: absence_wording.sort_of(stay.first.cause),
    lambda _stay, _zone: "",
    lambda stay, _zone: _people(stay),
    lambda stay, _zone: _rhythm(stay),
)
"""The same of what keeps somebody away."""


def _text_beside_title(row: AppointmentRow) -> str:
    """One that is the title already is not said twice."""
    text = row.appointment.text
    return "" if row.appointment.is_private or text == title_of(row) else text


def _rhythm(stay: Stay) -> str:
    from terminplaner.ui.planner.availability.rhythm import rhythm_of

    return rhythm_of(cause) if isinstance(cause := stay.first.cause, Availability) else ""


def _words(entry: Entry, column: int, zone: ZoneInfo) -> str:
    return _CELLS[column](entry, zone) if isinstance(entry, AppointmentRow) else _AWAY_CELLS[column](entry, zone)


def _is_cancelled(entry: Entry | None) -> bool:
    return isinstance(entry, AppointmentRow) and entry.appointment.is_cancelled


def _key(entry: Entry) -> UUID:
    return entry.appointment.id if isinstance(entry, AppointmentRow) else entry.first.cause_id


def _time(when: When, zone: ZoneInfo) -> str:
    """When it takes place; of several whole days the last one, for the first one stands before it."""
    if not isinstance(when, AllDay) or when.end_on - when.first_on == timedelta(days=1):
        return wording.span_of(when, zone)
    last = when.end_on - timedelta(days=1)
    return QCoreApplication.translate("planner", "bis {day}").format(day=wording.short_date(last))


def _when(stay: Stay) -> When:
    """All of an absence, beyond what is shown too; of what comes again and again the first time that is."""
    cause, span = stay.first.cause, stay.first.span
    if isinstance(cause, Absence):
        return cause.when
    if isinstance(cause, Availability) and cause.starts_at == cause.ends_at == time.min:
        return AllDay(stay.first_on, stay.first_on + timedelta(days=1))
    return Timed(span.start_at, span.end_at)


def _people(stay: Stay) -> str:
    if not stay.first.is_own:
        return QCoreApplication.translate("AppointmentTable", "alle")
    return ", ".join(resource.name for resource in stay.resources)
