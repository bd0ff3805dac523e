"""The mouse over availabilities, while these are edited: it moves them and pulls their edges."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from terminplaner.domain.resource import Resource
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner.plan.auto_scroll import AutoScroll
from terminplaner.ui.planner.plan.gestures import FINE_STEP, Raster, Target
from terminplaner.ui.planner.plan.hand import CONTROL, SHIFT
from terminplaner.ui.planner.plan.plan_hand import PlanHand
from terminplaner.ui.planner.plan.plan_view import PlanView
from terminplaner.ui.planner.plan.rule_gestures import HeldRule, RuleGesture, rule_at
from terminplaner.ui.planner.plan.rule_painting import rule_words
from terminplaner.ui.planner.plan.snapshot import Snapshot


class RuleHand(QObject):
    """Hears of the mouse before the view does, and takes from ``hand`` what begins on an availability.

    A click, a double click and what begins on an appointment stay the view's.
    """

    moved = Signal(object)
    """A ``MovedRule``, which may leave everything as it is."""

    def __init__(self, view: PlanView, hand: PlanHand, may_change: Callable[[Resource], bool]) -> None:
        super().__init__(view)
        self._view = view
        self._hand = hand
        self._may_change = may_change
        self._is_on = False
        self._pressed: tuple[RuleGesture, QPointF] | None = None
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._auto_scroll = AutoScroll(view, self._point)
        self.held: HeldRule | None = None
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def edit(self, is_on: bool) -> None:
        """Whether availabilities are what is edited."""
        self._is_on = is_on
        self.cancel()

    def compare(self, snapshot: Snapshot) -> None:
        """Let go of what is no longer shown as it was when it was taken."""
        taken = self.held.gesture if self.held else self._pressed[0] if self._pressed else None
        if taken is not None:
            column = snapshot.column_index(taken.source.key)
            if column is None or taken.box not in snapshot.rules[column]:
                self.cancel()

    def cancel(self) -> None:
        """Let go, and nothing happened."""
        self._pressed = None
        self._auto_scroll.stop()
        self._hold(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return event.key() == Qt.Key.Key_Escape and self._put_back()
        # The view is asked for nothing while it is being destroyed, of which it hears here, too.
        if self._is_on and isinstance(event, QMouseEvent | QHelpEvent) and watched is self._view.viewport():
            return self._follow(event) if isinstance(event, QMouseEvent) else self._tell(event)
        return super().eventFilter(watched, event)

    def _put_back(self) -> bool:
        was_holding = self.held is not None
        if was_holding:
            self.cancel()
        return was_holding

    def _follow(self, event: QMouseEvent) -> bool:
        """Whether the event is this hand's alone."""
        if event.type() is QEvent.Type.MouseButtonPress:
            return self._press(event)
        if event.type() is QEvent.Type.MouseMove:
            return self._move(event)
        if event.type() is QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            return self._release()
        return False

    def _press(self, event: QMouseEvent) -> bool:
        if self.held is not None:
            return True
        is_taking = event.button() == Qt.MouseButton.LeftButton and not event.modifiers() & CONTROL
        gesture = self._under(event.position()) if is_taking and not self._hand.is_carrying else None
        self._pressed = None if gesture is None else (gesture, event.position())
        return False

    def _move(self, event: QMouseEvent) -> bool:
        if self.held is None and self._pressed is None:
            return self._is_at_edge(event)
        self._modifiers = event.modifiers()
        if self.held is None and self._pressed is not None:
            gesture, start = self._pressed
            if (event.position() - start).manhattanLength() < QApplication.startDragDistance():
                return False
            self._hand.cancel()
            self._hold(HeldRule(gesture, Target(gesture.source.key, gesture.box.start, gesture.box.end)))
        self._auto_scroll.follow(event.position())
        self._point(event.position())
        return True

    def _release(self) -> bool:
        held = self.held
        self.cancel()
        if held is None:
            return False
        board = self._view.board
        index = board.snapshot.column_index(held.target.column)
        if index is not None:
            self.moved.emit(held.gesture.moved(board.column(index), held.target, board.snapshot.axis))
        return True

    def _point(self, position: QPointF) -> None:
        """The pointer is there, or what it is over scrolled away below it."""
        if self.held is None:
            return
        board, spot = self._view.board, position + self._view.offset
        column = board.column(board.grid.column_at(spot.x()))
        step = FINE_STEP if self._modifiers & SHIFT else column.resource.step_minutes
        gesture = self.held.gesture
        target = gesture.target(column, board.grid.position_at(spot.y()), Raster(step), board.snapshot.axis)
        resources = gesture.source.resource, gesture.source.resource if gesture.edge else column.resource
        self._hold(HeldRule(gesture, target, all(map(self._may_change, resources))))

    def _is_at_edge(self, event: QMouseEvent) -> bool:
        """Show by the pointer that it can be pulled there."""
        gesture = self._under(event.position()) if not event.buttons() and not self._hand.is_carrying else None
        if gesture is None or gesture.edge is None:
            return False
        self._view.viewport().setCursor(Qt.CursorShape.SizeVerCursor)
        return True

    def _tell(self, event: QHelpEvent) -> bool:
        """Say in full what may be too small for its words."""
        gesture = self._under(QPointF(event.pos())) if event.type() is QEvent.Type.ToolTip else None
        if gesture is not None:
            QToolTip.showText(event.globalPos(), plain_tooltip(rule_words(gesture.box)), self._view.viewport())
        return gesture is not None

    def _under(self, position: QPointF) -> RuleGesture | None:
        spot = position + self._view.offset
        return rule_at(self._view.board, spot.x(), spot.y())

    def _hold(self, held: HeldRule | None) -> None:
        if held != self.held:
            self.held = held
            self._view.viewport().update()
