"""The month by keyboard: the same wishes the mouse can make.

Arrows move between days and into the months beside, with Ctrl up and down between a day's appointments (with Shift
they are added to what is chosen), left and right by a week; with Alt they move what is chosen.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

from terminplaner.ui.planner import wording
from terminplaner.ui.planner.overviews.month import DAYS_OF_WEEK
from terminplaner.ui.planner.plan.carrying import taken
from terminplaner.ui.planner.plan.selection import Selection

if TYPE_CHECKING:
    from terminplaner.ui.planner.overviews.month_view import MonthView

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS_OF_WEEK,
    Qt.Key.Key_Down: DAYS_OF_WEEK,
}
_SHIFT, _CONTROL, _ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class MonthKeyboard:
    """Reads the keys for a month."""

    def __init__(self, view: MonthView) -> None:
        self._view = view

    def handle(self, event: QKeyEvent) -> bool:
        """Act on a key; False where it means nothing here."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not modifiers:
            self._enter()
        elif key not in _STEPS:
            return False
        elif not modifiers:
            self._go(_STEPS[key])
        elif modifiers == _ALT:
            self._carry(_STEPS[key])
        elif modifiers & _CONTROL and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._step(1 if key == Qt.Key.Key_Down else -1, adds=bool(modifiers & _SHIFT))
        elif modifiers == _CONTROL:
            self._go(DAYS_OF_WEEK * _STEPS[key])
        else:
            return False
        return True

    def _enter(self) -> None:
        row, cell = self._view.selected_row, self._view.current_cell
        if self._view.carried is not None:
            self._view.place_here()
        elif row is not None:
            self._view.openRequested.emit(row)
        elif cell is not None:
            self._view.dayRequested.emit(cell.day)

    def _go(self, days: int) -> None:
        """To another day, of another month where this page does not show it."""
        cell = self._view.current_cell
        if cell is None:
            return
        wanted = cell.day + timedelta(days=days)
        index = self._view.table.index_of(wanted)
        if index.isValid():
            self._view.setCurrentIndex(index)
        else:
            self._view.goToRequested.emit(wanted)

    def _step(self, direction: int, *, adds: bool) -> None:
        """To the next appointment of the day, and say it."""
        cell = self._view.current_cell
        if cell is None or not cell.rows:
            self._view.say(QCoreApplication.translate("MonthTable", "keine Termine"))
            return
        ids = [row.appointment.id for row in cell.rows]
        if self._view.selected_id in ids:
            number = min(max(ids.index(self._view.selected_id) + direction, 0), len(ids) - 1)
        else:
            number = 0 if direction > 0 else len(ids) - 1
        key = ids[number]
        self._view.choose(self._view.selection.with_current(key) if adds else Selection.of(key))
        self._view.say(wording.spoken(cell.rows[number], self._view.table.sheet.window.zone))

    def _carry(self, days: int) -> None:
        """Move what is chosen by so many days."""
        lead, cell = self._view.selected_row, self._view.current_cell
        carried = taken(lead, self._view.selected_rows, is_copy=False) if lead is not None else None
        if cell is None or carried is None:
            return
        target = cell.day + timedelta(days=days)
        place = self._view.ground.place_on(carried, target, cell.day)
        if place is not None:
            self._view.placed.emit(carried, place)
            if self._view.table.index_of(target).isValid():
                self._view.go_to(target)
