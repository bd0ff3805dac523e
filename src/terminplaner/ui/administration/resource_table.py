"""The table of "Ressourcen suchen"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from terminplaner.services.resource_rows import ResourceRow
from terminplaner.ui.forms import letters, quiet_rows
from terminplaner.ui.plain_text import plain_label, plain_tooltip
from terminplaner.ui.swatch import SWATCH_SIZE, swatch
from terminplaner.ui.theme import tokens

Index = QModelIndex | QPersistentModelIndex

_NO_INDEX = QModelIndex()
_LETTERS = (36, 18, 28, 20, 25)
"""Of the columns where there is room for them, else their shares of it; the last takes what is left."""
_ROWS_SEEN = 3
"""However small the window."""


class ResourceTableModel(QAbstractTableModel):
    """One row per resource found."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[ResourceRow, ...] = ()
        self._employees: Mapping[UUID | None, str] = {}
        self._palette = parent.palette()

    def show_rows(
        self, rows: tuple[ResourceRow, ...], employees: Mapping[UUID | None, str], palette: QPalette
    ) -> None:
        """``employees`` is how each is called."""
        self._employees = employees
        if [row.resource.id for row in rows] == [row.resource.id for row in self._rows]:
            # A reset would take the cell away that a screen reader stands on.
            self._rows = rows
            self._palette = palette
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._titles()) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self._palette = palette
        self.endResetModel()

    def row_at(self, index: Index) -> ResourceRow:
        return self._rows[index.row()]

    def index_of(self, resource_id: UUID) -> QModelIndex:
        """Invalid where the resource is not among those found."""
        for number, row in enumerate(self._rows):
            if row.resource.id == resource_id:
                return self.index(number, 0)
        return QModelIndex()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._titles())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._texts(row)[index.column()]
            case Qt.ItemDataRole.DecorationRole if index.column() == 0:
                return swatch(row.resource.color)
            case Qt.ItemDataRole.ForegroundRole if not row.resource.is_visible:
                return tokens(self._palette).muted
            case Qt.ItemDataRole.ToolTipRole:
                if not row.resource.is_visible:
                    return self.tr("Nicht sichtbar")
                return plain_tooltip(self._texts(row)[index.column()])
        return None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Bezeichnung"),
            self.tr("Sichtbarkeit"),
            self.tr("Beschreibung"),
            self.tr("Ortsressource"),
            self.tr("Personenressource"),
        )

    def _texts(self, row: ResourceRow) -> tuple[str, ...]:
        visibility = self.tr("Alle Filialen") if row.visibility is None else row.visibility
        employee = self._employees[row.employee.id] if row.employee is not None else ""
        return (row.resource.name, visibility, row.resource.description, row.place, employee)


class ResourceTable(QWidget):
    """Shows what was found, sorted by a click on a header; says so where nothing was."""

    currentChanged = Signal(object)
    """The ``ResourceRow`` a person moved to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ResourceTableModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortLocaleAware(True)
        self._sorted.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._view = QTableView()
        self._view.setAccessibleName(self.tr("Ressourcen"))
        self._view.setModel(self._sorted)
        quiet_rows(self._view)
        self._view.setAlternatingRowColors(True)
        self._view.setIconSize(SWATCH_SIZE)
        self._view.setSortingEnabled(True)
        self._view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        header = self._view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.sectionResized.connect(self._on_section_resized)
        self._is_fitting = False
        self._has_own_widths = False
        self._view.ensurePolished()
        self._view.setMinimumHeight(
            header.sizeHint().height()
            + _ROWS_SEEN * self._view.verticalHeader().defaultSectionSize()
            + 2 * self._view.frameWidth()
        )
        self._empty = plain_label(self.tr("Keine Ressource passt zu dieser Suche."), self._view.viewport())
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.hide()
        overlay = QVBoxLayout(self._view.viewport())
        overlay.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self.setFocusProxy(self._view)
        self._view.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self._is_resetting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width, and keep the chosen row in sight when the form below takes room."""
        super().resizeEvent(event)
        if not self._has_own_widths:
            wanted = [letters(self, count) for count in _LETTERS]
            share = min(1.0, self._view.viewport().width() / sum(wanted))
            self._is_fitting = True
            for section, width in enumerate(wanted[:-1]):
                self._view.setColumnWidth(section, int(width * share))
            self._is_fitting = False
        if self._view.currentIndex().isValid():
            self._view.scrollTo(self._view.currentIndex())

    def _on_section_resized(self, section: int, _before: int, _after: int) -> None:
        """Somebody dragged an edge; the last column is never dragged."""
        if not self._is_fitting and section < len(_LETTERS) - 1:
            self._has_own_widths = True

    def show_rows(
        self, rows: tuple[ResourceRow, ...], employees: Mapping[UUID | None, str], current_id: UUID | None
    ) -> None:
        """Replace the rows; the current one stays where it is among them, without a ``currentChanged``.

        ``employees`` is how each is called.
        """
        self._is_resetting = True
        self._model.show_rows(rows, employees, self.palette())
        self._empty.setVisible(not rows)
        self.go_to(current_id)
        self._is_resetting = False

    def go_to(self, resource_id: UUID | None) -> None:
        """Make a resource current, or none."""
        source = QModelIndex() if resource_id is None else self._model.index_of(resource_id)
        index = self._sorted.mapFromSource(source)
        if index.isValid():
            self._view.setCurrentIndex(index)
            self._view.scrollTo(index)
        else:
            self._view.clearSelection()
            self._view.setCurrentIndex(QModelIndex())

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._is_resetting:
            self.currentChanged.emit(self._model.row_at(self._sorted.mapToSource(current)))
