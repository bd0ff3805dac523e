"""The year's absences and holidays as a table."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from terminplaner.domain.resource import Availability
from terminplaner.ui.forms import quiet_rows
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.availability.rhythm import rhythm_of
from terminplaner.ui.planner.away import Away, Stay
from terminplaner.ui.planner.overviews.year import YearSheet

_LETTERS = (16, 16, 8, 34, 34)


class AwayList(QTableWidget):
    """One line per absence and holiday, by date; Enter and double click open what keeps somebody away."""

    awayRequested = Signal(object)
    """An ``Away``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_LETTERS), parent)
        self.setAccessibleName(self.tr("Abwesenheiten und Feiertage"))
        self.setHorizontalHeaderLabels(
            [self.tr("Von"), self.tr("Bis"), self.tr("Tage"), self.tr("Wer"), self.tr("Was")]
        )
        quiet_rows(self)
        self.setAlternatingRowColors(True)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        for column, letters in enumerate(_LETTERS):
            header.resizeSection(column, letters * self.fontMetrics().averageCharWidth())

        self._causes: tuple[Away | None, ...] = ()
        self.activated.connect(self._on_activated)

    def show_sheet(self, sheet: YearSheet) -> None:
        everybody = len(sheet.resources)
        entries: list[tuple[date, date, int, str, str, Away | None]] = [
            (
                stay.first_on,
                stay.last_on,
                stay.days,
                self.tr("alle")
                if len(stay.resources) == everybody > 1
                else ", ".join(row.name for row in stay.resources),
                _what(stay),
                stay.first,
            )
            for stay in sheet.stays
        ]
        entries += [
            (day.day, day.day, 1, ", ".join(found.places) or self.tr("alle"), found.name, None)
            for day in sheet.days
            for found in day.holidays
        ]
        entries.sort(key=lambda entry: (entry[0], entry[1]))
        self._causes = tuple(entry[-1] for entry in entries)
        self.setRowCount(len(entries))
        for number, (first_on, last_on, days, who, what, _) in enumerate(entries):
            cells = (wording.short_date(first_on), wording.short_date(last_on), str(days), who, what)
            for column, text in enumerate(cells):
                self.setItem(number, column, QTableWidgetItem(text))

    def _on_activated(self, index: QModelIndex) -> None:
        away = self._causes[index.row()]
        if away is not None:
            self.awayRequested.emit(away)


def _what(stay: Stay) -> str:
    """Why, and how often where it comes again and again."""
    cause = stay.first.cause
    parts = (absence_wording.reason(cause), rhythm_of(cause) if isinstance(cause, Availability) else "")
    return ", ".join(part for part in parts if part)
