"""The month by keyboard: the same wishes the mouse can make.

Arrows move between days and into the months beside, with Ctrl up and down between a day's appointments (with Shift
they are added to what is chosen), left and right by a week; with Alt they move what is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from terminplaner.ui.chords import ACROSS, ALT, ARROWS, CONTROL, NONE, SHIFT, UPRIGHT, Chord, chord_of, chords
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.overviews.month import DAYS_OF_WEEK
from terminplaner.ui.planner.overviews.month_carrying import MonthSurroundings
from terminplaner.ui.planner.overviews.month_grid import MonthGrid
from terminplaner.ui.planner.plan.carrying import taken
from terminplaner.ui.planner.plan.chosen import Chosen
from terminplaner.ui.planner.plan.keyboard import PlanKey
from terminplaner.ui.planner.plan.selection import Selection

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS_OF_WEEK,
    Qt.Key.Key_Down: DAYS_OF_WEEK,
}
MONTH_KEYS: Final[Mapping[Chord, PlanKey]] = {
    chord: act
    for act, found in (
        (PlanKey.STEP, chords(ARROWS)),
        (PlanKey.WEEK, chords(ACROSS, CONTROL)),
        (PlanKey.JUMP, chords(UPRIGHT, CONTROL)),
        (PlanKey.ADD, chords(UPRIGHT, CONTROL | SHIFT)),
        (PlanKey.MOVE, chords(ARROWS, ALT)),
        (PlanKey.ENTER, frozenset([(Qt.Key.Key_Return, NONE)])),
    )
    for chord in found
}


class MonthKeyboard(QObject):
    """Reads the keys for a month; ``surroundings`` is what a day is judged by at the moment."""

    entered = Signal()
    """Return: open what is chosen, or put down what is carried."""
    placed = Signal(object, object)
    """What is chosen as ``Carried``, and where it lands."""
    goToRequested = Signal(object)
    """Show the month of this day."""

    def __init__(self, grid: MonthGrid, chosen: Chosen, surroundings: Callable[[], MonthSurroundings]) -> None:
        super().__init__(grid)
        self._grid = grid
        self._chosen = chosen
        self._surroundings = surroundings

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; False where it means nothing here."""
        chord = chord_of(event)
        days = _STEPS.get(chord[0], 0)
        match MONTH_KEYS.get(chord):
            case PlanKey.STEP:
                self._go(days)
            case PlanKey.WEEK:
                self._go(DAYS_OF_WEEK * days)
            case PlanKey.JUMP | PlanKey.ADD as act:
                self._step(1 if days > 0 else -1, adds=act is PlanKey.ADD)
            case PlanKey.MOVE:
                self._carry(days)
            case PlanKey.ENTER:
                self.entered.emit()
            case _:
                return False
        return True

    def _go(self, days: int) -> None:
        """To another day, of another month where this page does not show it."""
        cell = self._grid.current_cell
        if cell is None:
            return
        wanted = cell.day + timedelta(days=days)
        index = self._grid.table.index_of(wanted)
        if index.isValid():
            self._grid.setCurrentIndex(index)
        else:
            self.goToRequested.emit(wanted)

    def _step(self, direction: int, *, adds: bool) -> None:
        """To the next appointment of the day, and say it."""
        cell = self._grid.current_cell
        if cell is None or not cell.rows:
            self._grid.say(QCoreApplication.translate("MonthTable", "keine Termine"))
            return
        ids = [row.appointment.id for row in cell.rows]
        if self._chosen.current_id in ids:
            number = min(max(ids.index(self._chosen.current_id) + direction, 0), len(ids) - 1)
        else:
            number = 0 if direction > 0 else len(ids) - 1
        key = ids[number]
        self._chosen.choose(self._chosen.selection.with_current(key) if adds else Selection.of(key))
        self._grid.say(wording.spoken(cell.rows[number], self._grid.sheet.window.zone))

    def _carry(self, days: int) -> None:
        """Move what is chosen by so many days."""
        lead, cell = self._chosen.current, self._grid.current_cell
        carried = taken(lead, self._chosen.rows, is_copy=False) if lead is not None else None
        if cell is None or carried is None:
            return
        target = cell.day + timedelta(days=days)
        landings = self._surroundings().held_on(carried, target, cell.day).landings
        if landings:
            self.placed.emit(carried, landings)
            if self._grid.shows_day(target):
                self._grid.go_to(target)
