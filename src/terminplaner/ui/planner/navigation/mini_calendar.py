"""The small calendar, below the title or beside the plan: week numbers, and a dot on days with appointments."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from terminplaner.ui.forms import letters, lines
from terminplaner.ui.icons import icon
from terminplaner.ui.theme import tokens

_DOT = 4.0
_DAY_NAMES = 0.8
"""Their size as a part of the other letters': "Mo." must not be cut."""
_LETTERS, _LINES = 47, 17


class MiniCalendar(QCalendarWidget):
    """It asks for the days of each month it shows; ``mark`` answers."""

    daysWanted = Signal(object, object)
    """The first and the last day it shows."""
    chosen = Signal(object)
    """A ``date``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked: frozenset[date] = frozenset()
        self.setAccessibleName(self.tr("Kalender"))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.setGridVisible(False)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekday, QTextCharFormat())  # else it is red, which says "wrong" here
        self._name_days()
        self._draw_arrows()
        self.currentPageChanged.connect(self.ask)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask()

    def show_day(self, day: date) -> None:
        """Mark the day that the plan shows."""
        self.setSelectedDate(QDate(day.year, day.month, day.day))

    def sizeHint(self) -> QSize:
        return QSize(letters(self, _LETTERS), lines(self, _LINES)).expandedTo(super().sizeHint())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_arrows()
        elif event.type() == QEvent.Type.FontChange:
            self._name_days()

    def _name_days(self) -> None:
        small = QTextCharFormat()
        small.setFontPointSize(self.font().pointSizeF() * _DAY_NAMES)
        if small != self.headerTextFormat():
            self.setHeaderTextFormat(small)

    def _draw_arrows(self) -> None:
        for name, drawing in (
            ("qt_calendar_prevmonth", "chevron-left"),
            ("qt_calendar_nextmonth", "chevron-right"),
        ):
            arrow = self.findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(icon(drawing, self.palette()))

    def ask(self) -> None:
        """Ask for the days of the month that is shown, and of the weeks at its edges; while it is shown itself."""
        if not self.isVisible():
            return
        first = QDate(self.yearShown(), self.monthShown(), 1)
        self.daysWanted.emit(_plain(first.addDays(-7)), _plain(first.addMonths(1).addDays(7)))

    @property
    def marked(self) -> frozenset[date]:
        return self._marked

    def mark(self, days: frozenset[date]) -> None:
        """These have appointments; the others of the month have none."""
        if days != self._marked:
            self._marked = days
            self.updateCells()

    def paintCell(self, painter: QPainter, area: QRect, day: QDate) -> None:
        super().paintCell(painter, area, day)
        if _plain(day) in self._marked:
            colors = tokens(self.palette())
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.accent)
            painter.drawEllipse(QPointF(area.center().x() + 0.5, area.bottom() - _DOT), _DOT / 2, _DOT / 2)
            painter.restore()

    def _choose(self, day: QDate) -> None:
        self.chosen.emit(_plain(day))


class CalendarPopup(MiniCalendar):
    """Closes when a day is chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.chosen.connect(self.hide)

    def open_at(self, corner: QPoint) -> None:
        """Pop up with the upper left corner there, with the shown day's month."""
        self.showSelectedDate()
        self.move(corner)
        self.resize(self.sizeHint())
        self.show()
        self.setFocus()


def _plain(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
