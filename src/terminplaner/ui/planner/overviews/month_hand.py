"""What the pointer holds over a month: it knows days only, and everything keeps its time of day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractScrollArea

from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner.overviews.month_carrying import MonthHeld, MonthSurroundings
from terminplaner.ui.planner.plan.carrying import Carried, taken
from terminplaner.ui.planner.plan.chosen import Chosen
from terminplaner.ui.planner.plan.hand import CONTROL, Hand, Press
from terminplaner.ui.planner.plan.selection import Selection


class MonthHand(Hand[date, MonthHeld]):
    """``day_at`` tells the day under a point, ``surroundings`` what a day is judged by while it is pointed at."""

    newRequested = Signal(object, QPoint)
    """A ``NewAppointment`` over the days that were drawn, and where on the screen that ended."""

    def __init__(
        self,
        chosen: Chosen,
        surroundings: Callable[[], MonthSurroundings],
        day_at: Callable[[QPointF], date | None],
        area: QAbstractScrollArea,
    ) -> None:
        super().__init__(MonthHeld(), chosen, area)
        self._surroundings = surroundings
        self._day_at = day_at

    def point_at(self, day: date) -> None:
        """Hold what is in the hand over a day."""
        if self.held.carried is not None:
            self._show(self.held.carried, day)

    def takes_at(self, position: QPointF) -> bool:
        return self._day_at(position) is not None

    def _taken(self, press: Press[date], modifiers: Qt.KeyboardModifier) -> MonthHeld:
        if press.row is None:
            resource = self._surroundings().planned_for
            is_drawing = resource is not None and not press.modifiers & CONTROL
            return MonthHeld(source=press.spot, drawn_for=resource) if is_drawing else MonthHeld()
        is_copy = bool((press.modifiers | modifiers) & CONTROL)
        carried = taken(press.row, self._chosen.together_with(press.row), is_copy=is_copy)
        return MonthHeld(carried, press.spot) if carried is not None else MonthHeld()

    def _picked(self, carried: Carried) -> MonthHeld:
        return MonthHeld(carried)

    def _stretched(self, selection: Selection, row: AppointmentRow) -> Selection:
        ordered = [other.appointment.id for other in self._surroundings().sheet.rows()]
        return selection.stretched_along(ordered, row.appointment.id)

    def _track(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._turn_at(position)
        carried, day = self.held.carried, self._day_at(position)
        if carried is None:
            if day is not None and day != self.held.target:
                self._hold(self._surroundings().drawn_to(self.held, day))
            return
        if self._press is not None:
            self._show(carried.dragged(is_copy=bool(modifiers & CONTROL)), day or self._press.spot)
        elif day is not None:
            self._show(carried, day)

    def _show(self, carried: Carried, day: date) -> None:
        if (self.held.carried, self.held.target) != (carried, day):
            self._hold(self._surroundings().held_on(carried, day, self.held.source))

    def _drop(self, held: MonthHeld) -> None:
        if held.drawn is not None:
            self.newRequested.emit(held.drawn, QCursor.pos())
        elif held.target != held.source:
            super()._drop(held)
