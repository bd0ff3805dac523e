"""The year as days and as a list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from terminplaner.domain.chain import Branch
from terminplaner.ui.planner.overviews.away_list import AwayList
from terminplaner.ui.planner.overviews.year import YearSheet
from terminplaner.ui.planner.overviews.year_view import YearView
from terminplaner.ui.planner.plan.gestures import NewAppointment


class YearPages(QStackedWidget):
    """Both show the same sheet."""

    dayRequested = Signal(object)
    """Show this day by its hours."""
    absenceRequested = Signal(object, object)
    """A new absence for these whole days (``AllDay``), of the resource of this id where it is not None."""
    awayRequested = Signal(object)
    """Open what keeps somebody away, an ``Away``."""

    def __init__(self, sheet: YearSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = YearView(sheet)
        self._list = AwayList()
        self._days.dayRequested.connect(self.dayRequested)
        self._days.absenceRequested.connect(self.absenceRequested)
        for page in (self._days, self._list):
            page.awayRequested.connect(self.awayRequested)
            self.addWidget(page)
        self.show_list(is_list=False)

    def show_sheet(self, sheet: YearSheet, today: date, branches: tuple[Branch, ...]) -> None:
        """Resources of the same name are told apart by ``branches``."""
        self._days.show_sheet(sheet, today, branches)
        self._list.show_sheet(sheet)

    def show_list(self, *, is_list: bool) -> None:
        """Show the table instead of the days, or the other way round."""
        page = self._list if is_list else self._days
        self.setCurrentWidget(page)
        self.setFocusProxy(page)

    def new_here(self) -> NewAppointment | None:
        return self._days.new_here()
