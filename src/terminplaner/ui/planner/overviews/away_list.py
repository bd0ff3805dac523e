"""The year's absences and holidays as a table."""

from __future__ import annotations

from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from terminplaner.ui.forms import quiet_rows
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.overviews.year import YearSheet, length_of

_LETTERS = (16, 16, 8, 34, 34)


class AwayList(QTableWidget):
    """One line per absence and holiday, by date."""

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

    def show_sheet(self, sheet: YearSheet) -> None:
        everybody = len(sheet.resources)
        entries = [
            (
                stay.first_on,
                stay.last_on,
                length_of(stay),
                self.tr("alle")
                if len(stay.resources) == everybody > 1
                else ", ".join(row.name for row in stay.resources),
                absence_wording.label(stay.absence),
            )
            for stay in sheet.stays
        ]
        entries += [(day.day, day.day, 1, self.tr("alle"), day.holiday) for day in sheet.days if day.holiday]
        entries.sort(key=lambda entry: (entry[0], entry[1]))
        self.setRowCount(len(entries))
        for number, (first_on, last_on, days, who, what) in enumerate(entries):
            cells = (wording.short_date(first_on), wording.short_date(last_on), str(days), who, what)
            for column, text in enumerate(cells):
                self.setItem(number, column, QTableWidgetItem(text))
