"""Drags that come from beside the plan: from the waiting list, or from what a search found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from terminplaner.ui.planner.plan.carrying import CarriedMimeData
from terminplaner.ui.planner.plan.hand import Hand
from terminplaner.ui.planner.plan.plan_view import PlanView


class Drops(QObject):
    """Lets the ``hand`` of a plan hold what is dragged over it, and put it down where it is dropped."""

    def __init__(self, view: PlanView, hand: Hand) -> None:
        super().__init__(view)
        self._view = view
        self._hand = hand
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragLeave:
            self._hand.cancel()
            return True
        if isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return self._follow(event)
        return super().eventFilter(watched, event)

    def _follow(self, event: QDropEvent) -> bool:
        data = event.mimeData()
        if not isinstance(data, CarriedMimeData) or not self._view.board.snapshot.columns:
            event.ignore()
            return True
        self._hand.hover(data.carried, event.position(), event.modifiers() & ~Qt.KeyboardModifier.ControlModifier)
        if event.type() is QEvent.Type.Drop:
            self._hand.place()
        event.acceptProposedAction()
        return True
