"""The same plan as a table: the planner for everybody whom a painted picture does not serve."""

from __future__ import annotations

from collections.abc import Callable, Set
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QCollator,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from terminplaner.domain.series import first_day
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.forms import quiet_rows
from terminplaner.ui.messages import title_of
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.plan.selection import Selection
from terminplaner.ui.theme import Space, tokens

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_TIME_COLUMNS = (0, 1)
_TITLE_COLUMN = 2
_COLUMN_LETTERS = (13, 18, 30, 30, 22, 18, 36, 20)


class AppointmentTable(QAbstractTableModel):
    """One row per appointment, by start until somebody sorts it otherwise.

    It sorts by itself and words a cell when it is asked for: a month has more rows than anybody scrolls through.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_start: tuple[AppointmentRow, ...] = ()
        self._rows: tuple[AppointmentRow, ...] = ()
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

    def show_rows(self, rows: tuple[AppointmentRow, ...], zone: ZoneInfo) -> None:
        """Take over a newer state; nothing is touched where nothing differs, so the selection stays."""
        if rows == self._by_start and zone == self._zone:
            return
        self._by_start, self._zone = rows, zone
        ordered = self._ordered()
        if [row.appointment.id for row in ordered] == [row.appointment.id for row in self._rows]:
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
        shown = [(self._rows[index.row()].appointment.id, index.column()) for index in before]
        self._rows = self._ordered()
        places = {row.appointment.id: number for number, row in enumerate(self._rows)}
        self.changePersistentIndexList(before, [self.index(places[key], column) for key, column in shown])
        self.layoutChanged.emit()

    def _ordered(self) -> tuple[AppointmentRow, ...]:
        """Times by their start; what is equal stays in that order."""
        column, order = self._sorting
        is_descending = order == Qt.SortOrder.DescendingOrder
        if column in _TIME_COLUMNS:
            return self._by_start[::-1] if is_descending else self._by_start
        words = _CELLS[column]
        return tuple(
            sorted(
                self._by_start,
                key=lambda row: self._collator.sortKey(words(row, self._zone)),
                reverse=is_descending,
            )
        )

    def row_at(self, index: Index) -> AppointmentRow | None:
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, appointment_id: UUID | None) -> QModelIndex:
        """Invalid where the appointment is not listed."""
        for number, row in enumerate(self._rows):
            if row.appointment.id == appointment_id:
                return self.index(number, _TITLE_COLUMN)
        return QModelIndex()

    def indexes_of(self, ids: Set[UUID]) -> list[QModelIndex]:
        """Of those that are listed."""
        return [
            self.index(number, _TITLE_COLUMN) for number, row in enumerate(self._rows) if row.appointment.id in ids
        ]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QFont | None:
        if (
            role == Qt.ItemDataRole.FontRole
            and index.isValid()
            and self._rows[index.row()].appointment.is_cancelled
        ):
            return self._struck_out
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        text = _CELLS[index.column()](self._rows[index.row()], self._zone)
        return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None


class AppointmentListView(QTableView):
    """Enter and double click open, the menu is the canvas' own; several lines can be chosen."""

    openRequested = Signal(object)
    menuRequested = Signal(object, object, QPoint)
    """The row or None, None (no place for a new one), and where on the screen."""
    selectionChosen = Signal(object)
    """The ``Selection`` a person made."""
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = AppointmentTable(self)
        self.setModel(self._table)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setAccessibleName(self.tr("Terminliste"))
        quiet_rows(self)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionsMovable(True)
        for column, letters in enumerate(_COLUMN_LETTERS):
            header.resizeSection(column, letters * self.fontMetrics().averageCharWidth())
        self.activated.connect(self._on_activated)
        self._is_told = False
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    @property
    def selected_row(self) -> AppointmentRow | None:
        return self._row_at(self.currentIndex())

    def show_rows(self, rows: tuple[AppointmentRow, ...], zone: ZoneInfo) -> None:
        """``rows`` by start; ``choose`` says what is chosen among them."""
        self._is_told = True
        self._table.show_rows(rows, zone)
        self._is_told = False

    @property
    def selection(self) -> Selection:
        """The chosen lines; the one that has the cursor is the current one, if it is among them."""
        rows = [self._row_at(index) for index in self.selectionModel().selectedRows()]
        ids = [row.appointment.id for row in rows if row is not None]
        current = self.selected_row
        chosen = Selection().with_all(ids)
        return chosen.with_current(current.appointment.id) if current and current.appointment.id in ids else chosen

    def select(self, appointment_id: UUID | None) -> None:
        """Choose this line alone, as a person would."""
        self.setCurrentIndex(self._table.index_of(appointment_id))

    def choose(self, selection: Selection) -> None:
        """Choose these lines and no others, without saying so."""
        if selection.ids == self.selection.ids:
            return
        flags = QItemSelectionModel.SelectionFlag
        lines = QItemSelection()
        for index in self._table.indexes_of(selection.ids):
            lines.select(index, index)
        self._is_told = True
        current = self._table.index_of(selection.current)
        self.selectionModel().setCurrentIndex(current, flags.NoUpdate)
        self.selectionModel().select(lines, flags.ClearAndSelect | flags.Rows)
        self._is_told = False

    def save_columns(self) -> QByteArray:
        """Order, widths and sorting, for ``restore_columns``."""
        return self.horizontalHeader().saveState()

    def restore_columns(self, state: QByteArray) -> None:
        if not state.isEmpty():
            self.horizontalHeader().restoreState(state)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._table.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(tokens(self.palette()).muted)
            room = self.viewport().rect().adjusted(0, Space.XXL, 0, 0)
            where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, where, self.tr("Keine Termine in diesem Zeitraum"))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menuRequested.emit(self.selected_row, None, event.globalPos())

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._row_at(index)
        if row is not None:
            self.openRequested.emit(row)

    def _on_selection_changed(self) -> None:
        if not self._is_told:
            self.selectionChosen.emit(self.selection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _row_at(self, index: QModelIndex) -> AppointmentRow | None:
        return self._table.row_at(index)


_CELLS: tuple[Callable[[AppointmentRow, ZoneInfo], str], ...] = (
    lambda row, zone: wording.short_date(first_day(row.appointment.when, zone)),
    wording.span,
    lambda row, _zone: title_of(row),
    lambda row, _zone: "" if row.appointment.is_private else row.appointment.text,
    lambda row, _zone: row.type.name if row.type else "",
    lambda row, _zone: row.status.name if row.status else "",
    lambda row, _zone: ", ".join(resource.name for resource in row.resources),
    lambda row, _zone: ", ".join(wording.notes(row)),
)
"""What the columns say, in their order."""
