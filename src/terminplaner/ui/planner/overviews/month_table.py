"""The days of a month as a table, for Qt and for screen readers."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from terminplaner.ui.messages import title_of
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.overviews.month import DAYS_OF_WEEK, DayCell, MonthSheet

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class MonthTable(QAbstractTableModel):
    """One cell per day; what a screen reader says of it names its appointments."""

    def __init__(self, sheet: MonthSheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet

    @property
    def sheet(self) -> MonthSheet:
        return self._sheet

    def show_sheet(self, sheet: MonthSheet) -> None:
        if (sheet.weeks, sheet.window.days) == (self._sheet.weeks, self._sheet.window.days):
            self._sheet = sheet
            self.dataChanged.emit(self.index(0, 0), self.index(sheet.weeks - 1, DAYS_OF_WEEK - 1))
            return
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def cell_at(self, index: Index) -> DayCell | None:
        if not index.isValid():
            return None
        return self._sheet.cells[index.row() * DAYS_OF_WEEK + index.column()]

    def index_of(self, day: date) -> QModelIndex:
        number = self._sheet.index_of(day)
        return QModelIndex() if number is None else self.index(*divmod(number, DAYS_OF_WEEK))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._sheet.weeks

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else DAYS_OF_WEEK

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        cell = self.cell_at(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cell.day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(cell)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not self._sheet.cells:
            return None
        if orientation == Qt.Orientation.Horizontal:
            day = self._sheet.cells[section].day
            texts = {
                Qt.ItemDataRole.DisplayRole: wording.day_name(day),
                Qt.ItemDataRole.AccessibleTextRole: wording.weekday(day),
            }
        else:
            week = self._sheet.cells[section * DAYS_OF_WEEK].day.isocalendar().week
            texts = {Qt.ItemDataRole.DisplayRole: self.tr("KW {week}").format(week=week)}
        return texts.get(Qt.ItemDataRole(role))

    def _spoken(self, cell: DayCell) -> str:
        zone = self._sheet.window.zone
        named = [f"{wording.span(row, zone)} {title_of(row)}" for row in cell.rows]
        count = self.tr("{count} Termine").format(count=len(named)) if len(named) > 1 else ""
        nothing = "" if named else self.tr("keine Termine")
        why = quiet_words(cell, zone)
        return ", ".join(part for part in (wording.long_date(cell.day), *why, nothing, count, *named) if part)


def quiet_words(cell: DayCell, zone: ZoneInfo) -> tuple[str, ...]:
    """The holiday, who is away and why; where a day is closed for no reason that is known, that it is."""
    away = absence_wording.in_full(cell.away, zone, names_people=cell.shown_resources > 1)
    words = tuple(part for part in (cell.holiday, *away) if part)
    return words or ((absence_wording.closed(),) if cell.is_closed else ())
