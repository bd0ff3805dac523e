"""A year at a glance: a line per month, a cell per day, with absences as letters and holidays."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QSignalBlocker,
    Signal,
)
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from terminplaner.domain.chain import Branch
from terminplaner.domain.when import AllDay
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.forms import labelled, small_print
from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.overviews.month import new_on
from terminplaner.ui.planner.overviews.year import YearSheet
from terminplaner.ui.planner.overviews.year_grid import YearGrid
from terminplaner.ui.planner.overviews.year_table import YearTable
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.theme import Space


class YearView(QWidget):
    """One resource or all of them; Enter and a double click lead to the day, or with several days chosen to a new
    absence for them."""

    dayRequested = Signal(object)
    absenceRequested = Signal(object, object)
    """A new absence for these whole days (``AllDay``), of the resource of this id where one is chosen."""
    awayRequested = Signal(object)
    """Open what keeps somebody away, an ``Away``."""

    def __init__(self, sheet: YearSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = self._shown = sheet
        """All, and what the choice of the resource leaves of it."""
        self._today = sheet.window.day
        self._table = YearTable(sheet, self)
        self._view = YearGrid(self._table)
        self._view.setAccessibleName(self.tr("Jahr"))
        self._view.dayRequested.connect(self.dayRequested)
        self._view.absenceRequested.connect(self._on_absence)
        self._view.awayRequested.connect(self.awayRequested)
        self._resource = ChoiceField()
        self._resource.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._resource.currentIndexChanged.connect(self._show)
        self._legend: QLabel = small_print(
            f"{absence_wording.legend()}. "
            + self.tr(
                "Mehrere Tage: mit der Maus ziehen oder mit Umschalt und den Pfeiltasten; die Eingabetaste trägt "
                "dort eine Abwesenheit ein."
            )
        )
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(labelled(self.tr("Abwesenheiten von"), self._resource))
        row.addWidget(self._resource)
        row.addSpacing(Space.L)
        row.addWidget(self._legend, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, 0, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(row)
        column.addWidget(self._view, 1)
        self.setFocusProxy(self._view)

    def show_sheet(self, sheet: YearSheet, today: date, branches: tuple[Branch, ...]) -> None:
        """Take over a newer state or another year; ``branches`` are those of the chain."""
        self._sheet, self._today = sheet, today
        blocker = QSignalBlocker(self._resource)
        every = Choice(None, self.tr("Alle Ressourcen"))
        self._resource.offer([every, *choices_of(sheet.resources, branches)])
        blocker.unblock()
        self._show()

    def new_here(self) -> NewAppointment | None:
        """A new appointment on the current day, at nine, of the chosen resource or the first one."""
        window, resource = self._shown.window, next(iter(self._shown.resources), None)
        here = self._table.day_at(self._view.currentIndex())
        return None if resource is None else new_on(here.day if here else window.day, resource, window.zone)

    def _on_absence(self, days: AllDay) -> None:
        self.absenceRequested.emit(days, self._resource.key)

    def _show(self) -> None:
        self._shown = self._sheet.only(self._resource.key)
        self._table.show_sheet(self._shown, self._today, self.palette())
