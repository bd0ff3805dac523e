"""Drags that leave a surface, the button still held, for something beside it that takes what is dragged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from terminplaner.ui.planner.plan.carrying import Carried


class Source(Protocol):
    """A surface that appointments are dragged in."""

    @property
    def dragged(self) -> Carried | None:
        """What is dragged with the button held."""
        ...

    def rest(self) -> None:
        """What is dragged is beside, so nothing scrolls for it."""
        ...


class Target(Protocol):
    """Something that takes what is dragged; points are on the screen."""

    def hover(self, point: QPoint) -> bool:
        """Whether what is dragged is over it."""
        ...

    def leave(self) -> None:
        """It is over it no longer."""
        ...

    def take(self, carried: Carried, point: QPoint) -> None:
        """It was let go over it."""
        ...


class DragsOut(QObject):
    """Watches the ``widget`` that the mouse was pressed in, as it hears of the mouse wherever that is."""

    def __init__(self, source: Source, widget: QWidget, targets: Sequence[Target]) -> None:
        super().__init__(widget)
        self._source = source
        self._targets = targets
        self._over: Target | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            return self._follow(event)
        return super().eventFilter(watched, event)

    def _follow(self, event: QMouseEvent) -> bool:
        carried, over = self._source.dragged, self._over
        point = event.globalPosition().toPoint()
        if event.type() is QEvent.Type.MouseMove:
            found = next((one for one in self._targets if one.hover(point)), None) if carried is not None else None
            if over is not None and over is not found:
                over.leave()
            self._over = found
            if found is not None:
                self._source.rest()
            return found is not None
        if event.type() is QEvent.Type.MouseButtonRelease and over is not None:
            self._over = None
            if carried is not None:
                over.take(carried, point)
                return True
            over.leave()
        return False

    def look(self) -> None:
        """Something was let go of, perhaps by a key and beside: the mouse may stay where it is."""
        over = self._over
        if over is not None and self._source.dragged is None:
            self._over = None
            over.leave()
