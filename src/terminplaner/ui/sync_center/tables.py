"""The tables of the Abgleich-Zentrale."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import tzinfo
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from terminplaner.domain.calendar_link import JournalEntry, SyncRun
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.forms import quiet_rows
from terminplaner.ui.messages import (
    describe_action,
    describe_run,
    describe_status,
    show_instant,
    show_when,
    title_of,
)
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.shared_fields import show_title, show_when_of
from terminplaner.ui.sync_center.wording import count_moves, show_change, show_direction

translate = QCoreApplication.translate
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


def runs_model(zone: tzinfo, parent: QObject) -> RowsModel[SyncRun]:
    """What each pass over a link came to."""
    return RowsModel(
        (
            translate("SyncTables", "Zeit"),
            translate("SyncTables", "Ergebnis"),
            translate("SyncTables", "Von Google"),
            translate("SyncTables", "Nach Google"),
            translate("SyncTables", "Hinweis"),
        ),
        lambda run: (
            show_instant(run.finished_at, zone),
            describe_status(run.status),
            count_moves(run.created_local, run.updated_local, run.cancelled_local) or "–",
            count_moves(run.created_google, run.updated_google, run.deleted_google) or "–",
            describe_run(run, zone),
        ),
        parent,
    )


def waiting_model(parent: QObject) -> RowsModel[AppointmentRow]:
    """The appointments that Google does not know as they are."""
    return RowsModel(
        (
            translate("SyncTables", "Wann"),
            translate("SyncTables", "Termin"),
            translate("SyncTables", "Geändert von"),
        ),
        lambda row: (
            show_when(row.appointment.when, row.zone),
            translate("SyncTables", "{title} (storniert)").format(title=title_of(row))
            if row.appointment.is_cancelled
            else title_of(row),
            row.appointment.modified_by,
        ),
        parent,
    )


def moves_model(zone: tzinfo, parent: QObject) -> RowsModel[JournalEntry]:
    """What would move."""
    return RowsModel(
        (
            translate("SyncTables", "Richtung"),
            translate("SyncTables", "Vorgang"),
            translate("SyncTables", "Termin"),
            translate("SyncTables", "Wann und was"),
        ),
        lambda entry: (
            show_direction(entry.direction),
            describe_action(entry.action),
            show_title(entry.after or entry.before or {}),
            show_change(entry, zone),
        ),
        parent,
    )


def events_model(zone: tzinfo, parent: QObject) -> RowsModel[Mapping[str, Any]]:
    """Events by their shared fields."""
    return RowsModel(
        (translate("SyncTables", "Wann"), translate("SyncTables", "Termin")),
        lambda fields: (show_when_of(fields, zone), show_title(fields)),
        parent,
    )


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
    view.setFixedHeight(height + 2 * view.frameWidth())
    return view
