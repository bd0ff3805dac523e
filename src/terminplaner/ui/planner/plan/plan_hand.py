"""What the pointer holds over the hours: appointments, an edge of one, a new one, or a rubber band."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QCursor

from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.planner.plan.auto_scroll import AutoScroll
from terminplaner.ui.planner.plan.board import Hit
from terminplaner.ui.planner.plan.carrying import Carried, taken
from terminplaner.ui.planner.plan.chosen import Chosen
from terminplaner.ui.planner.plan.cursor import Cursor
from terminplaner.ui.planner.plan.feedback import Surroundings
from terminplaner.ui.planner.plan.geometry import Box
from terminplaner.ui.planner.plan.gestures import (
    FINE_STEP,
    CreateGesture,
    MoveGesture,
    Raster,
    ResizeGesture,
    Target,
    drawn,
)
from terminplaner.ui.planner.plan.hand import CONTROL, SHIFT, Hand, Press
from terminplaner.ui.planner.plan.held import Held
from terminplaner.ui.planner.plan.plan_view import PlanView
from terminplaner.ui.planner.plan.selection import Selection, within


@dataclass(frozen=True, slots=True)
class Spot:
    """What was pressed on; ``point`` in content coordinates, for a view may scroll meanwhile."""

    hit: Hit
    point: QPointF


class PlanHand(Hand[Spot, Held]):
    """``surroundings`` are what a place is judged by at the moment it is pointed at."""

    newRequested = Signal(object, QPoint)
    """A ``NewAppointment`` that was drawn, and where on the screen that ended."""
    rebookRequested = Signal(object)
    """A ``Rebooking`` of what was pulled longer or shorter."""

    def __init__(self, view: PlanView, chosen: Chosen, surroundings: Callable[[], Surroundings]) -> None:
        super().__init__(Held(), chosen, view)
        self._view = view
        self._surroundings = surroundings
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._auto_scroll = AutoScroll(view, self._point)

    def press_on(self, hit: Hit, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """As ``press``, on what lies under the pointer."""
        row = hit.block.row if hit.block is not None else None
        self.press(row, Spot(hit, position + self._view.offset), position, modifiers)

    def leave(self) -> None:
        self._auto_scroll.stop()
        super().leave()

    def point_at(self, cursor: Cursor) -> None:
        """Hold what was picked up over the keyboard's cursor."""
        column = self._view.board.column(cursor.column)
        raster = Raster(column.resource.step_minutes)
        self._hold(self.held.over(column, cursor.position, raster, self._surroundings()))

    @property
    def is_over_place(self) -> bool:
        """Whether what is held is shown over a place it could be put down at."""
        return self._is_shown(self.held.target)

    # -- what the hours decide

    def takes_at(self, _position: QPointF) -> bool:
        return bool(self._view.board.snapshot.columns)

    def _taken(self, press: Press[Spot], _modifiers: Qt.KeyboardModifier) -> Held:
        hit, is_copy = press.spot.hit, bool(press.modifiers & CONTROL)
        board = self._view.board
        column = board.column(hit.column)
        if hit.block is None:
            if is_copy:
                return Held(band=Box(press.spot.point.x(), press.spot.point.y(), 0, 0))
            return Held(CreateGesture(column, hit.position, Raster.of(board.snapshot, hit.column)))
        if hit.edge is not None and not is_copy:
            return Held(ResizeGesture(hit.block, column, hit.edge))
        row = hit.block.row
        carried = taken(row, self._chosen.together_with(row), is_copy=is_copy, source=column.resource)
        if carried is None:
            return Held()
        return Held(MoveGesture(hit.block, column, hit.position - hit.block.start), None, carried)

    def _picked(self, carried: Carried) -> Held:
        return Held.of(carried)

    def _stretched(self, selection: Selection, row: AppointmentRow) -> Selection:
        return selection.stretched_to(row.appointment.id, self._view.board.snapshot)

    def _track(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._modifiers = modifiers
        self._auto_scroll.follow(position)
        self._point(position)

    def _point(self, position: QPointF) -> None:
        """The pointer is there, or what it is over scrolled away below it."""
        self._turn_at(position)
        if self._press is not None and self.held.band is not None:
            self._stretch_band(self._press.spot.point, position + self._view.offset)
            return
        hit, board = self._view.hit(position), self._view.board
        is_fine = bool(self._modifiers & SHIFT)
        raster = Raster(FINE_STEP) if is_fine else Raster.of(board.snapshot, hit.column)
        held = self._with_purpose()
        self._hold(held.over(board.column(hit.column), hit.position, raster, self._surroundings()))

    def _with_purpose(self) -> Held:
        """What is held; Ctrl makes a drag a copy, and what must not be moved stays a copy."""
        held = self.held
        if held.carried is None or not isinstance(held.gesture, MoveGesture):
            return held
        return replace(held, carried=held.carried.dragged(is_copy=bool(self._modifiers & CONTROL)))

    def _stretch_band(self, start: QPointF, end: QPointF) -> None:
        board = self._view.board
        left, right = sorted((start.x(), end.x()))
        top, bottom = sorted((start.y(), end.y()))
        columns = board.grid.columns_between(left, right)
        found = within(board.snapshot, columns, board.grid.position_at(top), board.grid.position_at(bottom))
        self._chosen.choose(Selection().with_all(found))
        self._hold(Held(band=Box(left, top, right - left, bottom - top)))

    def _drop(self, held: Held) -> None:
        if isinstance(held.gesture, CreateGesture) and held.target is not None:
            axis = self._view.board.snapshot.axis
            self.newRequested.emit(drawn(held.gesture.column, held.target, axis), QCursor.pos())
        elif isinstance(held.gesture, ResizeGesture):
            for landing in held.landings:
                self.rebookRequested.emit(landing)
        elif self._is_shown(held.target):
            super()._drop(held)

    def _is_shown(self, target: Target | None) -> bool:
        return target is not None and self._view.board.snapshot.column_index(target.column) is not None
