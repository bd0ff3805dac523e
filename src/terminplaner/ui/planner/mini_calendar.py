"""The small calendar below the date field: week numbers, and a dot of ink on days with appointments."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import QCalendarWidget, QWidget

from terminplaner.ui.theme import tokens

_DOT = 4.0
_SIZE = QSize(330, 260)


class MiniCalendar(QCalendarWidget):
    """It asks for the days of each month it shows; ``mark`` answers."""

    daysWanted = Signal(object, object)
    """The first and the last day it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked: frozenset[date] = frozenset()
        self.setAccessibleName(self.tr("Kalender"))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.setGridVisible(False)
        self.currentPageChanged.connect(self.ask)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask()

    def sizeHint(self) -> QSize:
        return _SIZE.expandedTo(super().sizeHint())

    def ask(self) -> None:
        """Ask for the days of the month that is shown, and of the weeks at its edges; while it is shown itself."""
        if not self.isVisible():
            return
        first = QDate(self.yearShown(), self.monthShown(), 1)
        self.daysWanted.emit(_plain(first.addDays(-7)), _plain(first.addMonths(1).addDays(7)))

    def mark(self, days: frozenset[date]) -> None:
        """These have appointments; the others of the month have none."""
        if days != self._marked:
            self._marked = days
            self.updateCells()

    def paintCell(self, painter: QPainter, area: QRect, day: QDate) -> None:
        super().paintCell(painter, area, day)
        if _plain(day) in self._marked:
            colors = tokens(self.palette())
            is_chosen = day == self.selectedDate()
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.on_accent if is_chosen else colors.accent)
            painter.drawEllipse(QPointF(area.center().x() + 0.5, area.bottom() - _DOT), _DOT / 2, _DOT / 2)
            painter.restore()


def _plain(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
