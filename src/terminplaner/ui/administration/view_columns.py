"""The resources of a view, in order, each with a column title of its own."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Resource
from terminplaner.domain.view import ViewColumn
from terminplaner.ui.choice_field import Choice, choices_of
from terminplaner.ui.forms import button, labelled
from terminplaner.ui.plain_text import without_mnemonic
from terminplaner.ui.swatch import SWATCH_SIZE, swatch
from terminplaner.ui.theme import Space

_TITLE = 1
_LINES = 7


class ViewColumns(QWidget):
    """A table whose second column is typed into; buttons add, remove and move the marked line, which can be
    dragged too."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._resources: dict[UUID | None, Choice] = {}
        self._ids: list[UUID] = []
        self._table = _ColumnTable()
        self._table.setHorizontalHeaderLabels([self.tr("Ressource"), self.tr("Spaltentitel")])
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        self._table.setTabKeyNavigation(False)
        self._table.setIconSize(SWATCH_SIZE)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self._table.setMinimumHeight(self._table.fontMetrics().lineSpacing() * 2 * _LINES)
        self._add = button(self.tr("Hinzufügen"))
        self._menu = QMenu(self._add)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._add.setMenu(self._menu)
        self._remove = button(self.tr("Entfernen"))
        self._up, self._down = button(self.tr("Nach oben")), button(self.tr("Nach unten"))
        self._remove.clicked.connect(self._on_remove)
        self._up.clicked.connect(lambda _checked=False: self._move(-1))
        self._down.clicked.connect(lambda _checked=False: self._move(1))
        self._table.itemChanged.connect(self._on_item_changed)
        self._table.dropped.connect(self._move_to)
        self._table.currentCellChanged.connect(self._update)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        for part in (self._add, self._remove, self._up, self._down):
            buttons.addWidget(part)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(labelled(self.tr("Ressourcen:"), self._table))
        column.addWidget(self._table, 1)
        column.addLayout(buttons)
        self._update()

    @property
    def columns(self) -> tuple[ViewColumn, ...]:
        return tuple(ViewColumn(key, self._title_at(row)) for row, key in enumerate(self._ids))

    def offer(self, resources: tuple[Resource, ...], branches: tuple[Branch, ...]) -> None:
        """What can be added, unless it is deleted; the names of what is listed follow."""
        self._resources = {choice.key: choice for choice in choices_of(resources, branches)}
        self.show_columns(self.columns)

    def show_columns(self, columns: tuple[ViewColumn, ...]) -> None:
        row = self._table.currentRow()
        blocker = QSignalBlocker(self._table)
        self._ids = [column.resource_id for column in columns]
        self._table.setRowCount(len(columns))
        for number, column in enumerate(columns):
            resource = self._resources.get(column.resource_id)
            name = QTableWidgetItem(resource.name if resource else "")
            name.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if resource is not None:
                name.setIcon(swatch(resource.color))
            self._table.setItem(number, 0, name)
            self._table.setItem(number, _TITLE, QTableWidgetItem(column.title))
        if 0 <= row < len(columns):
            self._table.selectRow(row)
        blocker.unblock()
        self._update()

    def _title_at(self, row: int) -> str:
        item = self._table.item(row, _TITLE)
        return item.text().strip() if item is not None else ""

    def _fill_menu(self) -> None:
        self._menu.clear()
        for key, resource in self._resources.items():
            if key is not None and key not in self._ids and not resource.is_deleted:
                entry = self._menu.addAction(swatch(resource.color), without_mnemonic(resource.name))
                entry.triggered.connect(partial(self._on_add, key))

    def _on_add(self, resource_id: UUID, _checked: bool = False) -> None:
        self._replace((*self.columns, ViewColumn(resource_id)), len(self._ids))

    def _on_remove(self) -> None:
        row = self._table.currentRow()
        columns = list(self.columns)
        del columns[row]
        self._replace(tuple(columns), min(row, len(columns) - 1))

    def _move(self, steps: int) -> None:
        row = self._table.currentRow()
        self._move_to(row, row + steps)

    def _move_to(self, row: int, target: int) -> None:
        columns = list(self.columns)
        columns.insert(target, columns.pop(row))
        self._replace(tuple(columns), target)

    def _replace(self, columns: tuple[ViewColumn, ...], current: int) -> None:
        self.show_columns(columns)
        if current >= 0:
            self._table.setCurrentCell(current, 0)
        self._update()
        self.changed.emit()

    def _on_item_changed(self, _item: QTableWidgetItem) -> None:
        self.changed.emit()

    def _update(self, *_cell: int) -> None:
        row = self._table.currentRow()
        self._remove.setEnabled(row >= 0)
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < len(self._ids) - 1)


class _ColumnTable(QTableWidget):
    """Lines are dragged to another place; what that means is for others to do."""

    dropped = Signal(int, int)
    """The line that was dragged, and the place it is to have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)

    def dropEvent(self, event: QDropEvent) -> None:
        row, place = self.currentRow(), self._place_of(event.position().toPoint())
        target = place - 1 if place > row else place
        # Qt would take the items out of the line and leave it empty.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if event.source() is self and row >= 0 and target != row:
            self.dropped.emit(row, target)

    def _place_of(self, point: QPoint) -> int:
        """Before which line a drop at ``point`` goes, the number of lines for the end."""
        index = self.indexAt(point)
        if not index.isValid():
            return self.rowCount()
        return index.row() + (point.y() > self.visualRect(index).center().y())
