"""The same snapshot as a table: the planner for everybody whom a painted picture does not serve."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from terminplaner.domain.when import AllDay
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.snapshot import Snapshot

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_TITLE_COLUMN = 2
_COLUMN_LETTERS = (13, 18, 30, 30, 22, 18, 36, 20)


class AppointmentTable(QAbstractTableModel):
    """One row per appointment, by start."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AppointmentRow, ...] = ()
        self._cells: tuple[tuple[str, ...], ...] = ()
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

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take over a newer state; nothing is touched where nothing differs, so the selection stays."""
        rows = tuple(snapshot.rows())
        cells = tuple(_cells(row, snapshot) for row in rows)
        if cells == self._cells and rows == self._rows:
            return
        if [row.appointment.id for row in rows] == [row.appointment.id for row in self._rows]:
            self._rows, self._cells = rows, cells
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._headings) - 1))
            return
        self.beginResetModel()
        self._rows, self._cells = rows, cells
        self.endResetModel()

    def row_at(self, index: Index) -> AppointmentRow | None:
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, appointment_id: UUID | None) -> QModelIndex:
        """Invalid where the appointment is not listed."""
        for number, row in enumerate(self._rows):
            if row.appointment.id == appointment_id:
                return self.index(number, _TITLE_COLUMN)
        return QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        text = self._cells[index.row()][index.column()]
        return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None


class AppointmentListView(QTableView):
    """Enter and double click open, the menu is the canvas' own."""

    openRequested = Signal(object)
    menuRequested = Signal(object, object, QPoint)
    """The row or None, None (no place for a new one), and where on the screen."""
    selectionChosen = Signal(object)
    """The id of the appointment a person moved to, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = AppointmentTable(self)
        self.setModel(self._table)
        self.setAccessibleName(self.tr("Terminliste"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        for column, letters in enumerate(_COLUMN_LETTERS):
            header.resizeSection(column, letters * self.fontMetrics().averageCharWidth())
        self.activated.connect(self._on_activated)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def selected_row(self) -> AppointmentRow | None:
        return self._table.row_at(self.currentIndex())

    def show_snapshot(self, snapshot: Snapshot, selected: UUID | None) -> None:
        """``selected`` stays current where it is still listed."""
        self._table.show_snapshot(snapshot)
        self.select(selected)

    def select(self, appointment_id: UUID | None) -> None:
        index = self._table.index_of(appointment_id)
        if index.row() != self.currentIndex().row():
            self.setCurrentIndex(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menuRequested.emit(self.selected_row, None, event.globalPos())

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._table.row_at(index)
        if row is not None:
            self.openRequested.emit(row)

    def _on_current_changed(self, current: QModelIndex) -> None:
        row = self._table.row_at(current)
        if row is not None:
            self.selectionChosen.emit(row.appointment.id)


def _cells(row: AppointmentRow, snapshot: Snapshot) -> tuple[str, ...]:
    zone = snapshot.window.zone
    return (
        wording.short_date(_first_day(row, snapshot)),
        wording.span(row, zone),
        wording.title(row),
        "" if row.appointment.is_private else row.appointment.text,
        row.type.name if row.type else "",
        row.status.name if row.status else "",
        ", ".join(resource.name for resource in row.resources),
        ", ".join(wording.notes(row)),
    )


def _first_day(row: AppointmentRow, snapshot: Snapshot) -> date:
    when = row.appointment.when
    return when.first_on if isinstance(when, AllDay) else when.start_at.astimezone(snapshot.window.zone).date()
