"""The days of a year as a table, for Qt and for screen readers."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QObject,
    Qt,
)
from PySide6.QtGui import QPalette

from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.overviews.month_table import ROOT, Index
from terminplaner.ui.planner.overviews.year import DAYS, MONTHS, YearDay, YearSheet
from terminplaner.ui.theme import READABLE, Tokens, mix, tokens, towards

_COLORS = {
    AbsenceKind.VACATION: "success",
    AbsenceKind.SICKNESS: "danger",
    AbsenceKind.TRAINING: "info",
    AbsenceKind.CLOSURE: "warning",
    AbsenceKind.OTHER: "muted",
}
"""The token of each kind's hue; the letter says the same."""


class YearTable(QAbstractTableModel):
    """Twelve rows, thirty-one columns; days that a month does not have are empty and disabled."""

    def __init__(self, sheet: YearSheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._today = sheet.window.day
        self._tokens: Tokens = tokens(QPalette())

    def show_sheet(self, sheet: YearSheet, today: date, palette: QPalette) -> None:
        self._sheet, self._today, self._tokens = sheet, today, tokens(palette)
        self.dataChanged.emit(self.index(0, 0), self.index(MONTHS - 1, DAYS - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, MONTHS - 1)

    def day_at(self, index: Index) -> YearDay | None:
        return self._sheet.at(index.row() + 1, index.column() + 1) if index.isValid() else None

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else MONTHS

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else DAYS

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.day_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        day = self.day_at(index)
        if day is None:
            return self._tokens.window if role == Qt.ItemDataRole.BackgroundRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._letters(day)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip("\n".join(self._words(day)))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(self._words(day))
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.BackgroundRole:
                return self._ground(day)
            case Qt.ItemDataRole.ForegroundRole if day.away or day.holiday:
                return towards(self._hue(day), self._tokens.text, self._ground(day), READABLE)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return str(section + 1)
        return wording.month_name(date(self._sheet.window.day.year, section + 1, 1))

    @staticmethod
    def _letters(day: YearDay) -> str:
        """The kind's letter and how many people it is, their number alone where kinds differ; or the holiday's."""
        if not day.away:
            return absence_wording.holiday_letter() if day.holiday else ""
        letters = {absence_wording.letter_of(away.cause) for away in day.away}
        people = len({away.resource.id for away in day.away if away.is_own})
        number = str(people) if people > 1 else ""
        return f"{letters.pop()}{number}" if len(letters) == 1 else number or "/".join(sorted(letters))

    def _hue(self, day: YearDay) -> Any:
        if day.away:
            cause = day.away[0].cause
            return getattr(self._tokens, _COLORS[cause.kind] if isinstance(cause, Absence) else "muted")
        return self._tokens.muted

    def _ground(self, day: YearDay) -> Any:
        base = self._tokens.unavailable if day.is_weekend or day.holiday else self._tokens.surface
        if day.away:
            return mix(base, self._hue(day), 0.24)
        return self._tokens.today if day.day == self._today else base

    def _words(self, day: YearDay) -> tuple[str, ...]:
        zone = self._sheet.window.zone
        people = (f"{away.resource.name}: {absence_wording.part_of_day(away, zone)}" for away in day.away)
        return tuple(part for part in (wording.long_date(day.day), day.holiday, *people) if part)
