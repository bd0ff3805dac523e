"""What is dragged over a small calendar: the day below it is shown after a moment, and keeps it in the hand."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QDropEvent

from terminplaner.ui.planner.navigation.mini_calendar import MiniCalendar
from terminplaner.ui.planner.plan.carrying import Carried
from terminplaner.ui.planner.plan.drops import carried_by

DWELL_MS = 500
"""How long something has to be held over a day or an arrow."""


class CalendarDrops(QObject):
    """Serves drags from the plan (``drags_out.Target``) and those from the lists beside it alike."""

    taken = Signal(object)
    """``Carried`` that was let go here, and waits for its place in the plan."""

    def __init__(self, calendar: MiniCalendar) -> None:
        super().__init__(calendar)
        self._calendar = calendar
        self._aim: date | int | None = None
        """The day, or the months that the arrow leads on."""
        self._place: tuple[int, int] | None = None
        """Where the day was as it was pointed at: once shown, its month may put another one there."""
        self._timer = QTimer(self)
        self._timer.setInterval(DWELL_MS)
        self._timer.timeout.connect(self._show)
        calendar.setAcceptDrops(True)
        calendar.installEventFilter(self)

    def hover(self, point: QPoint) -> bool:
        """Whether that point of the screen is over the calendar."""
        here = self._calendar.mapFromGlobal(point)
        is_over = self._calendar.isVisible() and self._calendar.rect().contains(here)
        place = self._calendar.place_at(here) if is_over else None
        if place is None or place != self._place:
            self._place = place
            self._aim_at((self._calendar.day_at(here) or self._calendar.arrow_at(here)) if is_over else None)
        return is_over

    def leave(self) -> None:
        self._place = None
        self._aim_at(None)

    def take(self, carried: Carried, point: QPoint) -> None:
        """Keep it in the hand, with the day of that point shown where it is one."""
        self.hover(point)
        day = self._aim
        self.leave()
        if isinstance(day, date):
            self._calendar.chosen.emit(day)
        self.taken.emit(carried)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragLeave:
            self.leave()
            return True
        if not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        carried = carried_by(event)
        if carried is None:
            event.ignore()
            return True
        point = self._calendar.mapToGlobal(event.position().toPoint())
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.take(carried, point)
        else:
            self.hover(point)
        return True

    def _aim_at(self, aim: date | int | None) -> None:
        if aim == self._aim:
            return
        self._aim = aim
        self._calendar.show_aim(aim if isinstance(aim, date) else None)
        if aim is None:
            self._timer.stop()
        else:
            self._timer.start()

    def _show(self) -> None:
        """An arrow goes on as long as something is held over it, a day is shown once."""
        if isinstance(self._aim, date):
            self._timer.stop()
            self._calendar.chosen.emit(self._aim)
        elif self._aim is not None:
            self._calendar.turn(self._aim)
