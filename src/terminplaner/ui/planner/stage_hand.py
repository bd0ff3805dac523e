"""The one hand of the stage: what is carried is held by what is shown, or waits while nothing shown takes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from terminplaner.ui.planner.overviews.month_view import MonthView
from terminplaner.ui.planner.plan.canvas import PlannerCanvas
from terminplaner.ui.planner.plan.carrying import Carried
from terminplaner.ui.planner.plan.gestures import NewAppointment, Rebooking

Surface = PlannerCanvas | MonthView
"""A view in which things are chosen and put down; both answer the same questions."""


class StageHand(QObject):
    """``surface`` says where something can be put down now; None while the list or the year is shown."""

    carriedChanged = Signal()
    """Only what waits tells of itself here; a surface tells of what it holds."""
    calendarRequested = Signal()
    """Show something that can be put down into."""

    def __init__(self, surface: Callable[[], Surface | None], parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self._waiting: Carried | None = None
        """What is carried while nothing is shown that it could be put into."""

    @property
    def carried(self) -> Carried | None:
        """What was picked up and waits to be put down."""
        surface = self._surface()
        return self._waiting or (surface.carried if surface is not None else None)

    @property
    def can_put_down(self) -> bool:
        """Whether what is shown takes what is carried."""
        return self._surface() is not None

    def carry(self, carried: Carried) -> None:
        """Hold it until it is put down; where nothing is shown that takes it, ask for that."""
        surface = self._surface()
        if surface is not None:
            surface.carry(carried)
            return
        self._waiting = carried
        self.carriedChanged.emit()
        self.calendarRequested.emit()

    def put_down(self) -> None:
        """Let go of what is carried, and nothing happened."""
        surface = self._surface()
        if self._waiting is not None:
            self._waiting = None
            self.carriedChanged.emit()
        elif surface is not None:
            surface.put_down()

    def landings_at(self, carried: Carried, place: NewAppointment | None = None) -> tuple[Rebooking, ...]:
        """Where what is carried lands at ``place`` or the cursor; nowhere where nothing takes it."""
        surface = self._surface()
        return surface.landings_at(carried, place) if surface is not None else ()

    def leave(self) -> None:
        """What is shown is about to go: what it holds, dragged too, waits."""
        surface = self._surface()
        if surface is None:
            return
        carried = self.carried or surface.dragged
        if carried is not None:
            surface.put_down()
            self._waiting = carried

    def arrive(self) -> None:
        """Something is shown: it takes what waits, where it can."""
        surface = self._surface()
        if self._waiting is not None and surface is not None:
            carried, self._waiting = self._waiting, None
            surface.carry(carried)
        elif self._waiting is not None:
            self.carriedChanged.emit()
