"""The table of a year's days: arrows and mouse choose days, and what can be done with them is in its menu."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from terminplaner.domain.when import AllDay
from terminplaner.ui.plain_text import without_mnemonic
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.overviews.year_table import YearTable


class YearGrid(QTableView):
    """The table itself.  Days are chosen as the calendar runs, over the ends of the months."""

    dayRequested = Signal(object)
    absenceRequested = Signal(object)
    """For these whole days, an ``AllDay``."""
    awayRequested = Signal(object)
    """Open what keeps somebody away, an ``Away``."""

    def __init__(self, table: YearTable) -> None:
        super().__init__()
        self._table = table
        self._anchor: date | None = None
        self.setModel(table)
        self.setSelectionMode(QTableView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)  # "U2" is wider than a cell's room between its edges
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(18)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.doubleClicked.connect(self._open)

    @property
    def chosen(self) -> AllDay | None:
        """The chosen days."""
        here = self._table.day_at(self.currentIndex())
        if here is None:
            return None
        first, last = sorted((self._anchor or here.day, here.day))
        return AllDay(first, last + timedelta(days=1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            self._choose(extends=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif (days := self.chosen) is not None and days.end_on - days.first_on > timedelta(days=1):
            self.absenceRequested.emit(days)
        else:
            self._open(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() == Qt.MouseButton.LeftButton
        if not is_left and self._is_chosen(self.indexAt(event.position().toPoint())):
            return  # the menu is for all of them
        super().mousePressEvent(event)
        self._choose(extends=is_left and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(extends=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if (menu := self.menu(self.indexAt(event.pos()) if is_by_mouse else None)) is not None:
            menu.popup(event.globalPos())

    def menu(self, index: QModelIndex | None = None) -> QMenu | None:
        """What can be done with the chosen days, and with that of ``index`` or else the current one."""
        days, here = self.chosen, self._table.day_at(index or self.currentIndex())
        if days is None or here is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(
            self.tr("&Tag zeigen: {day}").format(day=wording.short_date(here.day)),
            lambda: self.dayRequested.emit(here.day),
        )
        last_on = days.end_on - timedelta(days=1)
        span = wording.short_date(days.first_on)
        if last_on > days.first_on:
            span = f"{span} – {wording.short_date(last_on)}"
        menu.addAction(
            self.tr("&Abwesenheit eintragen: {days} …").format(days=span), lambda: self.absenceRequested.emit(days)
        )
        for away in {away.cause_id: away for away in here.away}.values():
            name = without_mnemonic(absence_wording.reason(away.cause))
            text = self.tr("„{name}“ &bearbeiten …").format(name=name)
            menu.addAction(text, partial(self.awayRequested.emit, away))
        return menu

    def _is_chosen(self, index: QModelIndex) -> bool:
        days, here = self.chosen, self._table.day_at(index)
        return days is not None and here is not None and days.first_on <= here.day < days.end_on

    def _choose(self, *, extends: bool) -> None:
        """Choose the days from where the choice began to where it is now; a rectangle of the table is none."""
        here = self._table.day_at(self.currentIndex())
        if here is None:
            return
        if not extends or self._anchor is None or self._anchor.year != here.day.year:
            self._anchor = here.day
        days = self.chosen
        chosen = QItemSelection()
        day = days.first_on if days is not None else here.day
        while days is not None and day < days.end_on:
            index = self._table.index(day.month - 1, day.day - 1)
            chosen.select(index, index)
            day += timedelta(days=1)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(chosen, flag)

    def _open(self, index: QModelIndex) -> None:
        day = self._table.day_at(index)
        if day is not None:
            self.dayRequested.emit(day.day)
