"""The tables of a link's history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from terminplaner.domain.calendar_link import Direction, JournalEntry, SyncRun
from terminplaner.ui.messages import describe_action, describe_run, describe_status, show_instant
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.shared_fields import show_title, show_when_of

translate = QCoreApplication.translate
T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex


class _RowsModel(QAbstractTableModel, Generic[T]):
    """Frozen rows, each as a tuple of texts."""

    def __init__(self, titles: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._titles = titles
        self._rows: tuple[tuple[str, ...], ...] = ()

    def texts(self, row: T) -> tuple[str, ...]:
        raise NotImplementedError

    def show_rows(self, rows: tuple[T, ...]) -> None:
        self.beginResetModel()
        self._rows = tuple(self.texts(row) for row in rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        text = self._rows[index.row()][index.column()]
        return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._titles[section]
        return None


class RunsModel(_RowsModel[SyncRun]):
    def __init__(self, zone: tzinfo, parent: QObject) -> None:
        self._zone = zone
        super().__init__(
            (
                translate("RunsModel", "Zeit"),
                translate("RunsModel", "Ergebnis"),
                translate("RunsModel", "Von Google"),
                translate("RunsModel", "Nach Google"),
                translate("RunsModel", "Hinweis"),
            ),
            parent,
        )

    def texts(self, row: SyncRun) -> tuple[str, ...]:
        return (
            show_instant(row.finished_at, self._zone),
            describe_status(row.status),
            _counts(row.created_local, row.updated_local, row.cancelled_local),
            _counts(row.created_google, row.updated_google, row.deleted_google),
            describe_run(row, self._zone),
        )


class JournalModel(_RowsModel[JournalEntry]):
    _DIRECTIONS: ClassVar[Mapping[Direction, str]] = {
        Direction.TO_GOOGLE: "→ Google",
        Direction.FROM_GOOGLE: "← Google",
    }

    def __init__(self, zone: tzinfo, parent: QObject) -> None:
        self._zone = zone
        super().__init__(
            (
                translate("JournalModel", "Zeit"),
                translate("JournalModel", "Richtung"),
                translate("JournalModel", "Vorgang"),
                translate("JournalModel", "Termin"),
                translate("JournalModel", "Wann"),
            ),
            parent,
        )

    def texts(self, row: JournalEntry) -> tuple[str, ...]:
        fields: Mapping[str, Any] = row.after or row.before or {}
        return (
            show_instant(row.at, self._zone),
            self._DIRECTIONS[row.direction],
            describe_action(row.action),
            show_title(fields),
            show_when_of(fields, self._zone),
        )


def _counts(created: int, updated: int, removed: int) -> str:
    parts = [
        text.format(count=count)
        for text, count in (
            (translate("RunsModel", "{count} neu"), created),
            (translate("RunsModel", "{count} geändert"), updated),
            (translate("RunsModel", "{count} entfernt"), removed),
        )
        if count
    ]
    return ", ".join(parts) or "–"


def table(model: QAbstractTableModel, name: str) -> QTableView:
    """A quiet, read-only table that selects whole rows."""
    view = QTableView()
    view.setModel(model)
    view.setAccessibleName(name)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    return view
