"""What every calendar has of the program's look: its arrows in the color of the letters, and no red days."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from terminplaner.ui.icons import icon

_ARROWS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}


def calm_weekends(calendar: QCalendarWidget) -> None:
    """Else they are red, which says "wrong" here."""
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekday, QTextCharFormat())


def draw_arrows(calendar: QCalendarWidget) -> None:
    """In the calendar's palette; to be done again when that changes."""
    for name, drawing in _ARROWS.items():
        arrow = calendar.findChild(QToolButton, name)
        if arrow is not None:
            arrow.setIcon(icon(drawing, calendar.palette()))
