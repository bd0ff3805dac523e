"""What the mouse means in the columns and the lane of whole days, and what it gives into the hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent

from terminplaner.ui.planner.plan.chosen import Chosen
from terminplaner.ui.planner.plan.lane_layout import LaneHit
from terminplaner.ui.planner.plan.plan_cursor import PlanCursor
from terminplaner.ui.planner.plan.plan_hand import PlanHand
from terminplaner.ui.planner.plan.plan_view import PlanView


class PlanMouse(QObject):
    newRequested = Signal(object, QPoint)
    """As ``PlannerCanvas`` has them, these three and the next."""
    openRequested = Signal(object)
    menuRequested = Signal(object, object, QPoint)
    goToRequested = Signal(object)

    def __init__(self, view: PlanView, chosen: Chosen, hand: PlanHand, cursor: PlanCursor) -> None:
        super().__init__(view)
        self._view = view
        self._chosen = chosen
        self._hand = hand
        self._cursor = cursor
        self._home = view.board.snapshot.window.day
        """The page that something is dragged from."""

    def press(self, event: QMouseEvent) -> None:
        if not self._view.board.snapshot.columns or (self._hand.is_holding and not self._hand.is_carrying):
            return
        hit = self._view.hit(event.position())
        if event.button() == Qt.MouseButton.LeftButton:
            self._home = self._view.board.snapshot.window.day
            self._cursor.put_on(hit)
            self._hand.press_on(hit, event.position(), event.modifiers())
        elif self._hand.is_carrying:
            self._hand.cancel()
        else:
            self._cursor.put_on(hit)
            self._chosen.point_at(hit.block.row if hit.block else None)

    def press_in_lane(self, hit: LaneHit, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        if self._hand.is_holding and not self._hand.is_carrying:
            return
        self._home = self._view.board.snapshot.window.day
        self._cursor.put_in_lane(hit.column, hit.bar)
        self._hand.press_in_lane(hit, position, modifiers)

    def point_at_in_lane(self, hit: LaneHit) -> None:
        if not self._hand.is_holding:
            self._cursor.put_in_lane(hit.column, hit.bar)
            self._chosen.point_at(hit.bar.row if hit.bar else None)

    def move(self, event: QMouseEvent) -> None:
        if not self._view.board.snapshot.columns:
            return
        if self._hand.is_down or self._hand.is_carrying:
            self._hand.move(event.position(), event.modifiers())
        else:
            is_at_edge = self._view.hit(event.position()).edge is not None
            shape = Qt.CursorShape.SizeVerCursor if is_at_edge else Qt.CursorShape.ArrowCursor
            self._view.viewport().setCursor(shape)

    def double_click(self, event: QMouseEvent) -> None:
        board, is_left = self._view.board, event.button() == Qt.MouseButton.LeftButton
        if not is_left or not board.snapshot.columns or self._hand.is_carrying:
            return
        self._hand.cancel()
        hit = self._view.hit(event.position())
        if hit.block is not None:
            self.openRequested.emit(hit.block.row)
        else:
            self.newRequested.emit(board.new_at(hit.column, hit.position), event.globalPosition().toPoint())

    def ask_for_menu(self, event: QContextMenuEvent) -> None:
        board = self._view.board
        if not board.snapshot.columns:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menuRequested.emit(self._chosen.current, self._cursor.new_here(), self._cursor.corner())
            return
        hit = self._view.hit(QPointF(self._view.viewport().mapFromGlobal(event.globalPos())))
        row = hit.block.row if hit.block else None
        self.menuRequested.emit(row, board.new_at(hit.column, hit.position), event.globalPos())

    def put_back(self) -> None:
        """Let go of what is held, and show again the page it was dragged from."""
        was_dragged = self._hand.dragged is not None
        self._hand.cancel()
        if was_dragged:
            self.goToRequested.emit(self._home)
