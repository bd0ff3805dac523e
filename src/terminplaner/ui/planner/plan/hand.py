"""What a pointer does over a surface: it chooses, drags, picks up and puts down.

``PlanHand`` knows hours, ``overviews.month_hand`` knows days; what both do stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from terminplaner.domain.when import When
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner.plan.carrying import Carried
from terminplaner.ui.planner.plan.chosen import Chosen, Shown
from terminplaner.ui.planner.plan.gestures import Rebooking
from terminplaner.ui.planner.plan.page_turn import PageTurn
from terminplaner.ui.planner.plan.selection import Selection

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class InHand(Protocol):
    """What is held at this moment, where it would land, and what speaks against it."""

    @property
    def carried(self) -> Carried | None: ...

    @property
    def rows(self) -> tuple[AppointmentRow, ...]:
        """The appointments that are dragged or pulled."""
        ...

    @property
    def landings(self) -> tuple[Rebooking, ...]: ...

    def renewed(self, rows: Mapping[UUID, AppointmentRow]) -> Self:
        """The same with these in the place of the rows that it was taken with."""
        ...


def _place(row: AppointmentRow) -> tuple[When, tuple[UUID, ...], bool]:
    """What a drag goes by."""
    return row.appointment.when, row.appointment.resource_ids, row.is_movable


H = TypeVar("H", bound=InHand)
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Press(Generic[S]):
    """Where the button went down: on which appointment, and on which ``spot`` of the surface."""

    row: AppointmentRow | None
    spot: S
    position: QPointF
    modifiers: Qt.KeyboardModifier


class Hand(QObject, Generic[S, H]):
    """Keeps what the pointer holds (``H``) since it was pressed on a spot (``S``), and acts when it is let go.

    Points are in the viewport.
    """

    changed = Signal(object, object)
    """What was held, and what is held now."""
    carriedChanged = Signal()
    """Something was picked up or let go of."""
    placed = Signal(object, object)
    """``Carried`` and its landings, as the feedback showed them."""
    dragLost = Signal()
    """What was dragged changed or vanished meanwhile; nothing is held any more."""

    turned = Signal(int)
    """What is dragged is held at an edge: show the page after (1) or before (-1)."""

    def __init__(self, nothing: H, chosen: Chosen, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._nothing = nothing
        self._chosen = chosen
        self._press: Press[S] | None = None
        self._picked_up = False
        self._has_turned = False
        """The page was turned since the button was pressed."""
        self._held = nothing
        self._pointer: tuple[QPointF, Qt.KeyboardModifier] | None = None
        """Where it is, and the keys held with it; None while it is over something else."""
        self._turn = PageTurn(area)
        self._turn.turned.connect(self.turned)

    @property
    def held(self) -> H:
        return self._held

    @property
    def is_down(self) -> bool:
        """Whether the button is held."""
        return self._press is not None

    @property
    def is_holding(self) -> bool:
        """Whether there is anything to let go of."""
        return self._held != self._nothing

    @property
    def is_carrying(self) -> bool:
        """Whether something was picked up that the next click places."""
        return self._picked_up

    @property
    def carried(self) -> Carried | None:
        """What was picked up and waits for a click or Enter."""
        return self._held.carried if self._picked_up else None

    @property
    def is_dragging(self) -> bool:
        """Whether appointments are dragged, from here or from beside."""
        return self._held.carried is not None and not self._picked_up

    @property
    def dragged(self) -> Carried | None:
        """What is dragged with the button held."""
        return self._held.carried if self.is_down and self.is_dragging else None

    # -- pressing and dragging

    def press(
        self, row: AppointmentRow | None, spot: S, position: QPointF, modifiers: Qt.KeyboardModifier
    ) -> None:
        """Choose what lies there and take it, unless it is only clicked; place what is carried."""
        if self._picked_up:
            self._track(position, modifiers)
            self.place()
            return
        self._press = Press(row, spot, position, modifiers)
        self._has_turned = False
        selection = self._chosen.selection
        if row is None:
            if not modifiers & (CONTROL | SHIFT):
                self._chosen.choose(Selection())
        elif modifiers & SHIFT:
            self._chosen.choose(self._stretched(selection, row))
        elif not modifiers & CONTROL and row.appointment.id not in selection.ids:
            self._chosen.choose(Selection.of(row.appointment.id))

    def move(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Begin to drag once the pointer went far enough, then follow it."""
        if not self._picked_up:
            press = self._press
            if press is None:
                return
            if not self.is_holding:
                if (position - press.position).manhattanLength() < QApplication.startDragDistance():
                    return
                self._hold(self._taken(press, modifiers))
                if not self.is_holding:
                    self._press = None
                    return
        self._lead_to(position, modifiers)

    def release(self) -> None:
        """Let go: ask for what it came to."""
        press, held = self._press, self._held
        if self._picked_up or press is None:
            return
        self.cancel()
        if held == self._nothing:
            self._click(press)
        else:
            self._drop(held)

    def cancel(self) -> None:
        """Let go without a wish."""
        self.leave()
        self._press, self._picked_up = None, False
        self._hold(self._nothing)
        self.carriedChanged.emit()

    def leave(self) -> None:
        """The pointer is over something else."""
        self._pointer = None
        self._turn.stop()

    def compare(self, shown: Shown, *, is_other_page: bool) -> None:
        """Let go of what is dragged where it no longer stands, in what comes to be shown, where it was taken.

        Once the page was turned it need not be shown at all.  Whatever else became of it is taken into the hand,
        above all the revision that the last move of it made.
        """
        if not self.is_down:
            return
        self._has_turned |= is_other_page
        found = [(row, shown.find(row.appointment.id)) for row in self._held.rows]
        if any(not self._has_turned if now is None else _place(now) != _place(row) for row, now in found):
            self.cancel()
            self.dragLost.emit()
            return
        self._hold(self._held.renewed({now.appointment.id: now for _, now in found if now is not None}))

    def arrive(self) -> None:
        """Hold what is dragged over the page that has come."""
        if self.is_dragging and self._pointer is not None:
            self._turn.stop()
            self._track(*self._pointer)

    # -- picking up and placing

    def carry(self, carried: Carried) -> None:
        """Hold it until the next click or Enter places it."""
        self.cancel()
        self._picked_up = True
        self._hold(self._picked(carried))
        self.carriedChanged.emit()

    def hover(self, carried: Carried, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Follow a drag that came from beside."""
        if self._held.carried != carried:
            self._hold(self._picked(carried))
        self._lead_to(position, modifiers)

    def place(self) -> None:
        """Put what is carried down where it is shown; a repeated copy stays in the hand."""
        held = self._held
        if held.carried is None or not held.landings:
            return
        if not (self._picked_up and held.carried.repeats):
            self.cancel()
        self._drop(held)

    def _lead_to(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._pointer = position, modifiers
        self._track(position, modifiers)

    def _turn_at(self, position: QPointF) -> None:
        """Turn the page where what is dragged stays at an edge."""
        if self.is_dragging:
            self._turn.follow(position)

    # -- what a surface decides

    def takes_at(self, position: QPointF) -> bool:
        """Whether something can be put down there."""
        raise NotImplementedError

    def _taken(self, press: Press[S], modifiers: Qt.KeyboardModifier) -> H:
        """What a drag that began there holds; nothing where it lies fast."""
        raise NotImplementedError

    def _picked(self, carried: Carried) -> H:
        """What was picked up, over no place yet."""
        raise NotImplementedError

    def _track(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Hold what is in the hand over that point, and ``_turn_at`` it."""
        raise NotImplementedError

    def _stretched(self, selection: Selection, row: AppointmentRow) -> Selection:
        """The selection from its anchor to ``row`` (Shift and click)."""
        raise NotImplementedError

    def _drop(self, held: H) -> None:
        if held.carried is not None and held.landings:
            self.placed.emit(held.carried, held.landings)

    def _hold(self, held: H) -> None:
        before, self._held = self._held, held
        if before != held:
            self.changed.emit(before, held)

    def _click(self, press: Press[S]) -> None:
        """A press without a drag on what was chosen already."""
        if press.row is None or press.modifiers & SHIFT:
            return
        key = press.row.appointment.id
        is_added = bool(press.modifiers & CONTROL)
        self._chosen.choose(self._chosen.selection.toggled(key) if is_added else Selection.of(key))
