"""Drags that come from beside a surface: from the waiting list, or from what a search found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from terminplaner.ui.planner.plan.carrying import Carried, CarriedMimeData, Purpose
from terminplaner.ui.planner.plan.hand import Hand


class Drops(QObject):
    """Lets the ``hand`` of a surface hold what is dragged over it, and put it down where it is dropped."""

    def __init__(
        self, widget: QWidget, hand: Hand[Any, Any], in_view: Callable[[QPointF], QPointF] | None = None
    ) -> None:
        """``widget`` is the surface's viewport, or beside it, and ``in_view`` tells its points in the viewport."""
        super().__init__(widget)
        self._hand = hand
        self._in_view = in_view
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragLeave:
            self._hand.cancel()
            return True
        if isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return self._follow(event)
        return super().eventFilter(watched, event)

    def _follow(self, event: QDropEvent) -> bool:
        carried = carried_by(event)
        position = self._in_view(event.position()) if self._in_view is not None else event.position()
        if carried is None or not self._hand.takes_at(position):
            event.ignore()
            return True
        self._hand.hover(carried, position, event.modifiers())
        if event.type() is QEvent.Type.Drop:
            self._hand.place()
        event.acceptProposedAction()
        return True


def carried_by(event: QDropEvent) -> Carried | None:
    """What is dragged, if it is for the plan; with Ctrl what stands there already is copied."""
    data = event.mimeData()
    if not isinstance(data, CarriedMimeData):
        return None
    if data.carried.purpose is Purpose.BOOK:
        return data.carried
    return data.carried.dragged(is_copy=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
