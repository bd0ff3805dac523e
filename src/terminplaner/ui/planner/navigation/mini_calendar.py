"""The small calendar, below the title or beside the plan: week numbers, and a dot on days with appointments."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QWidget

from terminplaner.ui.calendar_look import calm_weekends, draw_arrows
from terminplaner.ui.forms import letters, lines
from terminplaner.ui.theme import tokens

_DOT = 4.0
_RING = 1.5
"""Between the ring of today and the fill of the chosen day."""
_CORNER = 4.0
_DAY_NAMES = 0.8
"""Their size as a part of the other letters': "Mo." must not be cut."""
_LETTERS, _LINES = 47, 17
_EARLY, _LATE = 15, 20
_WEEKS_WITH_DAYS_BEFORE, _WEEKS_WITH_DAYS_AFTER = 2, 5
"""The last row that can begin with days of the month before, the first that can end with those of the next."""


class MiniCalendar(QCalendarWidget):
    """It asks for the days of each month it shows; ``mark`` answers."""

    daysWanted = Signal(object, object)
    """The first and the last day it shows."""
    chosen = Signal(object)
    """A ``date``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked: frozenset[date] = frozenset()
        self._today: date | None = None
        self._aim: date | None = None
        self.setAccessibleName(self.tr("Kalender"))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.setGridVisible(False)
        calm_weekends(self)
        self._name_days()
        draw_arrows(self)
        self.currentPageChanged.connect(self.ask)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask()

    def show_day(self, day: date, today: date) -> None:
        """Mark the day that the plan shows, and today."""
        if today != self._today:
            self._today = today
            self.updateCells()
        self.setSelectedDate(QDate(day.year, day.month, day.day))

    def sizeHint(self) -> QSize:
        return QSize(letters(self, _LETTERS), lines(self, _LINES)).expandedTo(super().sizeHint())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            draw_arrows(self)
        elif event.type() == QEvent.Type.FontChange:
            self._name_days()

    def _name_days(self) -> None:
        small = QTextCharFormat()
        small.setFontPointSize(self.font().pointSizeF() * _DAY_NAMES)
        if small != self.headerTextFormat():
            self.setHeaderTextFormat(small)

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

    def show_aim(self, day: date | None) -> None:
        """Frame the day over which something is dragged; None frames none."""
        if day != self._aim:
            self._aim = day
            self.updateCells()

    def day_at(self, point: QPoint) -> date | None:
        """The day that stands at a point of the calendar."""
        cell = self._cell_at(point)
        if cell is None:
            return None
        number, months = int(cell.data()), 0
        if number > _LATE and cell.row() <= _WEEKS_WITH_DAYS_BEFORE:
            months = -1
        elif number < _EARLY and cell.row() >= _WEEKS_WITH_DAYS_AFTER:
            months = 1
        first = QDate(self.yearShown(), self.monthShown(), 1).addMonths(months)
        return date(first.year(), first.month(), number)

    def place_at(self, point: QPoint) -> tuple[int, int] | None:
        """Row and column of the day at a point of the calendar, the same whatever month it shows."""
        cell = self._cell_at(point)
        return (cell.row(), cell.column()) if cell is not None else None

    def _cell_at(self, point: QPoint) -> QModelIndex | None:
        table = self.findChild(QTableView, "qt_calendar_calendarview")
        if table is None:
            return None
        viewport = table.viewport()
        cell = table.indexAt(viewport.mapFrom(self, point))
        here = viewport.rect().contains(viewport.mapFrom(self, point))
        if not here or cell.row() < 1 or cell.column() < 1:  # names of days above, numbers of weeks beside
            return None
        return cell

    def arrow_at(self, point: QPoint) -> int | None:
        """The months on, negative back, that the arrow at a point of the calendar leads."""
        child = self.childAt(point)
        names = {"qt_calendar_prevmonth": -1, "qt_calendar_nextmonth": 1}
        return names.get(child.objectName()) if child is not None else None

    def turn(self, months: int) -> None:
        """Look at so many months on, negative back."""
        page = QDate(self.yearShown(), self.monthShown(), 1).addMonths(months)
        self.setCurrentPage(page.year(), page.month())

    def paintCell(self, painter: QPainter, area: QRect, day: QDate) -> None:
        """A fill for the chosen day, a ring for today, quiet numbers in other months."""
        colors, is_chosen = tokens(self.palette()), day == self.selectedDate()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(area).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_chosen:
            painter.setBrush(colors.accent)
            painter.drawRoundedRect(frame.adjusted(_RING, _RING, -_RING, -_RING), _CORNER, _CORNER)
        if _plain(day) == self._today:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colors.accent, 1.5))
            painter.drawRoundedRect(frame, _CORNER, _CORNER)
        ink = colors.text if day.month() == self.monthShown() else colors.muted
        painter.setPen(colors.on_accent if is_chosen else ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(day.day()))
        if _plain(day) in self._marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.on_accent if is_chosen else colors.accent)
            painter.drawEllipse(QPointF(area.center().x() + 0.5, area.bottom() - _DOT - _RING), _DOT / 2, _DOT / 2)
        if _plain(day) == self._aim:
            painter.setPen(QPen(colors.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -2, -2))
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
