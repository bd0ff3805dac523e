"""Tables of frozen rows that are only looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from terminplaner.ui.forms import quiet_rows
from terminplaner.ui.plain_text import plain_tooltip

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()

_MOST_ROWS_SHOWN = 9


class RowsModel(QAbstractTableModel, Generic[T]):
    """Frozen rows; each becomes a tuple of texts when it is looked at."""

    def __init__(self, titles: tuple[str, ...], texts: Callable[[T], tuple[str, ...]], parent: QObject) -> None:
        super().__init__(parent)
        self._titles = titles
        self._texts = texts
        self._rows: tuple[T, ...] = ()

    @property
    def rows(self) -> tuple[T, ...]:
        return self._rows

    def show_rows(self, rows: tuple[T, ...]) -> None:
        if rows == self._rows:
            return  # a reset would take the row away that somebody reads
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: Index) -> T | None:
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        text = self._texts(self._rows[index.row()])[index.column()]
        return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._titles[section]
        return None


class PagedModel(RowsModel[T]):
    """Reads on while somebody scrolls: ``moreWanted`` asks for what follows the last row, ``append`` answers."""

    moreWanted = Signal(object)
    """The id of the last row."""

    def __init__(
        self,
        titles: tuple[str, ...],
        texts: Callable[[T], tuple[str, ...]],
        id_of: Callable[[T], UUID],
        page: int,
        parent: QObject,
    ) -> None:
        """Fewer than ``page`` rows at once are the last ones."""
        super().__init__(titles, texts, parent)
        self._id_of = id_of
        self._page = page
        self._has_more = False
        self._is_waiting = False

    def start(self, rows: tuple[T, ...]) -> None:
        """Show the newest rows of another search."""
        self._note(rows)
        self.show_rows(rows)

    def append(self, rows: tuple[T, ...]) -> None:
        """Show the rows that were asked for."""
        self._note(rows)
        if rows:
            self.beginInsertRows(NO_INDEX, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def number_of(self, row_id: UUID) -> int:
        """The number of a row, -1 where it is not shown."""
        return next((number for number, row in enumerate(self._rows) if self._id_of(row) == row_id), -1)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more and not self._is_waiting

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.moreWanted.emit(self._id_of(self._rows[-1]))

    def _note(self, rows: tuple[T, ...]) -> None:
        self._is_waiting = False
        self._has_more = len(rows) == self._page


def table(model: QAbstractTableModel, name: str) -> QTableView:
    """A quiet, read-only table that selects whole rows."""
    view = QTableView()
    view.setModel(model)
    view.setAccessibleName(name)
    quiet_rows(view)
    view.setAlternatingRowColors(True)
    view.setWordWrap(False)
    header = view.horizontalHeader()
    header.setResizeContentsPrecision(0)  # by what is in sight: there may be thousands of rows
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    return view


def short_table(model: QAbstractTableModel, name: str) -> QTableView:
    """A table as high as its rows, up to a limit from which on it scrolls."""
    view = table(model, name)
    rows = min(model.rowCount(), _MOST_ROWS_SHOWN)
    height = view.verticalHeader().defaultSectionSize() * rows + view.horizontalHeader().sizeHint().height()
    # Where the columns are wider than the place, the bar must not stand before the last row.
    view.setFixedHeight(height + view.horizontalScrollBar().sizeHint().height() + 2 * view.frameWidth())
    return view
