"""What the pointer holds over the hours and the whole days: appointments, an end of one, a new one, or a band."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QCursor

from terminplaner.domain.when import AllDay
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner.plan.auto_scroll import AutoScroll
from terminplaner.ui.planner.plan.bar_gestures import CreateBar, MoveBar, StretchBar
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
from terminplaner.ui.planner.plan.lane_layout import LaneHit
from terminplaner.ui.planner.plan.plan_view import PlanView
from terminplaner.ui.planner.plan.selection import Selection, within
from terminplaner.ui.planner.plan.snapshot import Column


@dataclass(frozen=True, slots=True)
class Spot:
    """What was pressed on; ``point`` in content coordinates, for a view may scroll meanwhile."""

    hit: Hit | LaneHit
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
        self._auto_scroll = AutoScroll(view, self._on_scrolled)

    def press_on(self, hit: Hit, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """As ``press``, on what lies under the pointer."""
        row = hit.block.row if hit.block is not None else None
        self.press(row, Spot(hit, position + self._view.offset), position, modifiers)

    def press_in_lane(self, hit: LaneHit, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """As ``press``, on what lies under the pointer among the whole days."""
        row = hit.bar.row if hit.bar is not None else None
        self.press(row, Spot(hit, position + self._view.offset), position, modifiers)

    def leave(self) -> None:
        self._auto_scroll.stop()
        super().leave()

    def point_at(self, cursor: Cursor) -> None:
        """Hold what was picked up over the keyboard's cursor."""
        column = self._view.board.column(cursor.column)
        raster = Raster(column.resource.step_minutes)
        self._hold(self.held.over(column, cursor.position, raster, self._surroundings()))

    def point_at_day(self, column: int) -> None:
        """Hold what was picked up over the whole day of a column."""
        self._hold(self.held.over_days(self._view.board.column(column), self._surroundings()))

    @property
    def is_over_place(self) -> bool:
        """Whether what is held is shown over a place it could be put down at."""
        return self._shows_days(self.held) or self._is_shown(self.held.target)

    # -- what the hours decide

    def takes_at(self, _position: QPointF) -> bool:
        return bool(self._view.board.snapshot.columns)

    def _taken(self, press: Press[Spot], _modifiers: Qt.KeyboardModifier) -> Held:
        hit, is_copy = press.spot.hit, bool(press.modifiers & CONTROL)
        board, axis = self._view.board, self._view.board.snapshot.axis
        column = board.column(hit.column)
        if isinstance(hit, LaneHit):
            return self._taken_in_lane(hit, column, is_copy=is_copy)
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
        return Held(MoveGesture.taken(hit.block, column, hit.position - hit.block.start, axis), None, carried)

    def _taken_in_lane(self, hit: LaneHit, column: Column, *, is_copy: bool) -> Held:
        if hit.bar is None:
            return Held() if is_copy else Held(CreateBar(column))
        row, when = hit.bar.row, hit.bar.row.appointment.when
        carried = taken(row, self._chosen.together_with(row), is_copy=is_copy, source=column.resource)
        if carried is None or not isinstance(when, AllDay):
            return Held()
        if hit.is_end is not None and not is_copy:
            return Held(StretchBar(row, when, column, hit.is_end))
        return Held(MoveBar(row, when, column), None, carried)

    def _picked(self, carried: Carried) -> Held:
        return Held.of(carried)

    def _stretched(self, selection: Selection, row: AppointmentRow) -> Selection:
        return selection.stretched_to(row.appointment.id, self._view.board.snapshot)

    def _track(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._modifiers = modifiers
        self._auto_scroll.follow(self._at_edge(position))
        self._point(position)

    def _at_edge(self, position: QPointF) -> QPointF:
        """Where to scroll and turn for a pointer there: among the whole days only to the sides."""
        if not self._is_over_days(position):
            return position
        return QPointF(position.x(), self._view.viewport().height() / 2)

    def _on_scrolled(self, _at_edge: QPointF) -> None:
        if self._pointer is not None:
            self._point(self._pointer[0])

    def _is_over_days(self, position: QPointF) -> bool:
        is_in_lane = -self._view.lane.height() <= position.y() < 0
        return self.held.is_over_days(is_in_lane=is_in_lane)

    def _point(self, position: QPointF) -> None:
        """The pointer is there, or what it is over scrolled away below it."""
        self._turn_at(self._at_edge(position))
        if self._press is not None and self.held.band is not None:
            self._stretch_band(self._press.spot.point, position + self._view.offset)
            return
        hit, board = self._view.hit(position), self._view.board
        is_fine = bool(self._modifiers & SHIFT)
        raster = Raster(FINE_STEP) if is_fine else Raster.of(board.snapshot, hit.column)
        held = self._with_purpose()
        if self._is_over_days(position):
            self._hold(held.over_days(board.column(hit.column), self._surroundings()))
            return
        self._hold(held.over(board.column(hit.column), hit.position, raster, self._surroundings()))

    def _with_purpose(self) -> Held:
        """What is held; Ctrl makes a drag a copy, and what must not be moved stays a copy."""
        held = self.held
        if held.carried is None or not isinstance(held.gesture, MoveGesture | MoveBar):
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
        elif isinstance(held.gesture, CreateBar) and held.days is not None:
            self.newRequested.emit(held.days, QCursor.pos())
        elif isinstance(held.gesture, ResizeGesture | StretchBar):
            for landing in held.landings:
                self.rebookRequested.emit(landing)
        elif self._shows_days(held) or self._is_shown(held.target):
            super()._drop(held)

    def _shows_days(self, held: Held) -> bool:
        """Whether the page shows one of the whole days that it is held over."""
        days = held.days
        return days is not None and bool(self._view.board.snapshot.columns_of(days.resource.id, days.when))

    def _is_shown(self, target: Target | None) -> bool:
        return target is not None and self._view.board.snapshot.column_index(target.column) is not None
