"""The same plan as a table: the planner for everybody whom a painted picture does not serve."""

from __future__ import annotations

from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.forms import quiet_rows
from terminplaner.ui.planner.overviews.list_table import AppointmentTable, Entry
from terminplaner.ui.planner.plan.selection import Selection
from terminplaner.ui.theme import Space, tokens

_COLUMN_LETTERS = (13, 18, 30, 30, 22, 18, 30, 20)
_GROWING = 2, 6
"""What an appointment is called and whose it is take the room that is left."""
_MOSTLY_EMPTY = 3, 5, 7
"""Text, status and notes take none where no line has any."""


class AppointmentListView(QTableView):
    """Enter and double click open, the menu is the canvas' own; several lines can be chosen."""

    openRequested = Signal(object)
    """An ``AppointmentRow``."""
    awayRequested = Signal(object)
    """Open what keeps somebody away, an ``Away``."""
    menuRequested = Signal(object, QPoint)
    """The ``AppointmentRow`` or ``Stay`` of the line, None beside them, and where on the screen."""
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
        header.setSectionsMovable(True)
        self._wide: dict[int, int] = {}
        """How wide those columns are that are narrow for now."""
        for column in range(len(_COLUMN_LETTERS)):
            header.resizeSection(column, self._usual_width(column))
        self.activated.connect(self._on_activated)
        self._is_told = False
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    @property
    def selected_row(self) -> AppointmentRow | None:
        return self._row_at(self.currentIndex())

    def show_entries(self, entries: tuple[Entry, ...], zone: ZoneInfo) -> None:
        """``entries`` by start; ``choose`` says what is chosen among them.  Whoever is at a line stays there."""
        self._is_told = True
        before = self.currentIndex()
        key = self._table.key_at(before)
        was_chosen = self.selectionModel().isRowSelected(before.row(), before.parent())
        self._table.show_entries(entries, zone)
        if not self.currentIndex().isValid():
            flags = QItemSelectionModel.SelectionFlag
            command = flags.Select | flags.Rows if was_chosen else flags.NoUpdate
            self.selectionModel().setCurrentIndex(self._table.index_of(key), command)
        self._is_told = False
        self._share_room()

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
        self._widen()
        state = self.horizontalHeader().saveState()
        self._share_room()
        return state

    def restore_columns(self, state: QByteArray) -> None:
        if not state.isEmpty():
            self.horizontalHeader().restoreState(state)
            self.horizontalHeader().setStretchLastSection(False)  # an earlier version did, and kept it
            self._wide.clear()
            self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Let columns without words be narrow, and those that grow fill the line, but never be less than usual."""
        header = self.horizontalHeader()
        self._widen()
        for column in _MOSTLY_EMPTY:
            if self._table.is_empty(column):
                self._wide[column] = header.sectionSize(column)
                header.resizeSection(column, header.sectionSizeHint(column))
        fixed = sum(header.sectionSize(column) for column in range(header.count()) if column not in _GROWING)
        room = (self.viewport().width() - fixed) // len(_GROWING)
        for column in _GROWING:
            header.resizeSection(column, max(room, self._usual_width(column)))

    def _widen(self) -> None:
        for column, width in self._wide.items():
            self.horizontalHeader().resizeSection(column, width)
        self._wide.clear()

    def _usual_width(self, column: int) -> int:
        return _COLUMN_LETTERS[column] * self.fontMetrics().averageCharWidth()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._table.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(tokens(self.palette()).muted)
            room = self.viewport().rect().adjusted(0, Space.XXL, 0, 0)
            where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, where, self.tr("Keine Termine in diesem Zeitraum"))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        corner = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_keys else event.globalPos()
        self.menuRequested.emit(self._table.entry_at(index), corner)

    def _on_activated(self, index: QModelIndex) -> None:
        entry = self._table.entry_at(index)
        if isinstance(entry, AppointmentRow):
            self.openRequested.emit(entry)
        elif entry is not None:
            self.awayRequested.emit(entry.first)

    def _on_selection_changed(self) -> None:
        if not self._is_told:
            self.selectionChosen.emit(self.selection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _row_at(self, index: QModelIndex) -> AppointmentRow | None:
        entry = self._table.entry_at(index)
        return entry if isinstance(entry, AppointmentRow) else None
