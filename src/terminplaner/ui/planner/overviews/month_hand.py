"""What the pointer holds over a month: a drag between days, one from beside, or what was picked up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtWidgets import QApplication

from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.planner.overviews.month_carrying import MonthHeld
from terminplaner.ui.planner.plan.carrying import Carried, taken
from terminplaner.ui.planner.plan.selection import Selection

if TYPE_CHECKING:
    from terminplaner.ui.planner.overviews.month_view import MonthView

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class _Press:
    row: AppointmentRow
    day: date
    position: QPointF
    modifiers: Qt.KeyboardModifier


class MonthHand(QObject):
    """Counterpart of ``plan.hand``: it knows days only, and everything keeps its time of day."""

    def __init__(self, view: MonthView) -> None:
        super().__init__(view)
        self._view = view
        self._press: _Press | None = None
        self._picked_up = False
        self.held = MonthHeld()

    @property
    def is_carrying(self) -> bool:
        """Whether something was picked up that the next click places."""
        return self._picked_up

    @property
    def is_busy(self) -> bool:
        """Whether there is anything to let go of."""
        return self._picked_up or self._press is not None or self.held != MonthHeld()

    # -- pressing and dragging

    def press(
        self, row: AppointmentRow | None, day: date, position: QPointF, modifiers: Qt.KeyboardModifier
    ) -> None:
        """Choose what lies there and take it, unless it is only clicked; place what is carried."""
        if self._picked_up:
            self.point_at(day)
            self.place()
            return
        chosen = self._view.selection
        if row is None:
            if not modifiers & (_CONTROL | _SHIFT):
                self._view.choose(Selection())
            return
        self._press = _Press(row, day, position, modifiers)
        if modifiers & _SHIFT:
            ordered = [other.appointment.id for other in self._view.table.sheet.rows()]
            self._view.choose(chosen.stretched_along(ordered, row.appointment.id))
        elif not modifiers & _CONTROL and row.appointment.id not in chosen.ids:
            self._view.choose(Selection.of(row.appointment.id))

    def move(self, position: QPointF, day: date | None, modifiers: Qt.KeyboardModifier) -> None:
        """Begin to drag once the pointer went far enough, then follow it; ``day`` is None beside the days."""
        if self._picked_up:
            if day is not None:
                self.point_at(day)
            return
        press = self._press
        if press is None:
            return
        if self.held.carried is None:
            if (position - press.position).manhattanLength() < QApplication.startDragDistance():
                return
            self.held = MonthHeld(self._taken(press, modifiers), press.day)
        carried = self.held.carried
        if carried is None:
            self._press = None
            return
        self._show(carried.dragged(is_copy=bool(modifiers & _CONTROL)), day or press.day, press.day)
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def release(self) -> None:
        """Let go: ask for what it came to."""
        press, held = self._press, self.held
        if self._picked_up or press is None:
            return
        self.cancel()
        if held.carried is None:
            self._click(press)
        else:
            self._drop(held)

    def cancel(self) -> None:
        """Let go without a wish."""
        before, self.held = self.held, MonthHeld()
        self._press, self._picked_up = None, False
        self._view.update_held(before)
        self._view.show_held_cursor()

    # -- picking up and placing

    def carry(self, carried: Carried) -> None:
        """Hold it until the next click or Enter places it."""
        self.cancel()
        self._picked_up = True
        self.held = MonthHeld(carried)
        self._view.show_held_cursor()

    def hover(self, carried: Carried, day: date) -> None:
        """Follow a drag that came from beside the plan."""
        self._show(carried, day, None)

    def point_at(self, day: date) -> None:
        """Hold what is in the hand over a day."""
        if self.held.carried is not None:
            self._show(self.held.carried, day, self.held.source)

    def place(self) -> None:
        """Put what is carried down where it is shown; a repeated copy stays in the hand."""
        held = self.held
        if held.target is None or held.carried is None:
            return
        if not (self._picked_up and held.carried.repeats):
            self.cancel()
        self._drop(held)

    # -- inside

    def _taken(self, press: _Press, modifiers: Qt.KeyboardModifier) -> Carried | None:
        """What a drag that began there holds; nothing where it lies fast."""
        row, is_copy = press.row, bool((press.modifiers | modifiers) & _CONTROL)
        chosen = self._view.selected_rows if row.appointment.id in self._view.selection.ids else (row,)
        return taken(row, chosen, is_copy=is_copy)

    def _show(self, carried: Carried, day: date, source: date | None) -> None:
        before = self.held
        if (before.carried, before.target) == (carried, day):
            return
        self.held = self._view.ground.held_on(carried, day, source)
        self._view.update_held(before, self.held)

    def _click(self, press: _Press) -> None:
        """A press without a drag on what was chosen already."""
        if press.modifiers & _SHIFT:
            return
        key = press.row.appointment.id
        is_added = bool(press.modifiers & _CONTROL)
        self._view.choose(self._view.selection.toggled(key) if is_added else Selection.of(key))

    def _drop(self, held: MonthHeld) -> None:
        if held.carried is None or held.target is None or held.target == held.source:
            return
        place = self._view.ground.place_on(held.carried, held.target, held.source)
        if place is not None:
            self._view.placed.emit(held.carried, place)
