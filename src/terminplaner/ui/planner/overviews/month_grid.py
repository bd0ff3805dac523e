"""The table of days that a month is shown in: its sheet, its current day and where things stand in it."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QToolTip, QWidget

from terminplaner.ui.forms import announce
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.overviews.month import DayCell, MonthSheet
from terminplaner.ui.planner.overviews.month_painting import CellLayout, lay_out_cell
from terminplaner.ui.planner.overviews.month_table import MonthTable, quiet_words
from terminplaner.ui.planner.plan.look import Look


class MonthGrid(QTableView):
    """Six weeks, a day to a cell; ``today`` is the day of the present in the zone of the sheet."""

    def __init__(self, sheet: MonthSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = MonthTable(sheet, self)
        self.today = sheet.window.day
        self._look = self._make_look()
        self.setModel(self.table)
        self.setAccessibleName(self.tr("Monat"))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMouseTracking(True)

    @property
    def sheet(self) -> MonthSheet:
        return self.table.sheet

    @property
    def look(self) -> Look:
        return self._look

    @property
    def current_cell(self) -> DayCell | None:
        return self.table.cell_at(self.currentIndex())

    def take_over(self, sheet: MonthSheet, now: datetime) -> None:
        """Show a newer state or another month, on its own day where that is another or none is current."""
        before = self.sheet
        self.today = now.astimezone(sheet.window.zone).date()
        self.table.show_sheet(sheet)
        if sheet.window.day != before.window.day or not self.currentIndex().isValid():
            self.go_to(sheet.window.day)

    def shows_day(self, day: date) -> bool:
        return self.table.index_of(day).isValid()

    def go_to(self, day: date) -> None:
        """Make a day the current one; what is chosen stays."""
        blocked = self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self.table.index_of(day))
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    def say(self, text: str) -> None:
        """Tell a screen reader, now and when it asks again."""
        self.setAccessibleDescription(text)
        announce(self, text)

    # -- where things stand

    def area_of(self, day: date) -> QRectF:
        return QRectF(self.visualRect(self.table.index_of(day)))

    def areas(self) -> dict[date, QRectF]:
        return {cell.day: self.area_of(cell.day) for cell in self.sheet.cells}

    def layout_at(self, position: QPointF) -> CellLayout | None:
        """The day at a point of the viewport, laid out; None beside the days."""
        index = self.indexAt(position.toPoint())
        cell = self.table.cell_at(index)
        return lay_out_cell(cell, QRectF(self.visualRect(index)), self._look) if cell else None

    def day_at(self, position: QPointF) -> date | None:
        cell = self.table.cell_at(self.indexAt(position.toPoint()))
        return cell.day if cell else None

    # -- what Qt asks for

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._look = self._make_look()
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            layout = self.layout_at(QPointF(event.pos()))
            row = layout.row_at(QPointF(event.pos())) if layout else None
            text = wording.tooltip(row, self._look.zone) if row else ""
            if layout is not None and row is None:
                text = "\n".join(quiet_words(layout.cell, self._look.zone))
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self.viewport())
            return True
        if event.type() == QEvent.Type.Paint and self._look.ratio != self.devicePixelRatioF():
            self._look = self._make_look()
        return super().viewportEvent(event)

    def _make_look(self) -> Look:
        return Look(self.palette(), self.font(), self.devicePixelRatioF(), self.sheet.window.zone)
