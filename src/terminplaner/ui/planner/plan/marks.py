"""What marks the plan at this moment: selection, cursor, what is held and what flies back, kept painted."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject

from terminplaner.ui.planner.plan.chosen import Chosen
from terminplaner.ui.planner.plan.flight import Flight
from terminplaner.ui.planner.plan.gestures import Rebooking
from terminplaner.ui.planner.plan.held import Held
from terminplaner.ui.planner.plan.picture import Overlay, held_areas, rect
from terminplaner.ui.planner.plan.plan_cursor import PlanCursor
from terminplaner.ui.planner.plan.plan_hand import PlanHand
from terminplaner.ui.planner.plan.plan_view import PlanView
from terminplaner.ui.planner.plan.selection import Selection, of_customer


class Marks(QObject):
    """Gathers them as an ``Overlay``, and repaints no more than they touch: a crowded plan takes long to paint."""

    def __init__(self, view: PlanView, chosen: Chosen, hand: PlanHand, cursor: PlanCursor) -> None:
        super().__init__(view)
        self._view = view
        self._chosen = chosen
        self._hand = hand
        self._cursor = cursor
        self._flight = Flight(view.viewport())
        self._shows_customers = False
        self._customer_id: UUID | None = None
        self._shows_rules = False
        chosen.changed.connect(self._on_chosen)
        hand.changed.connect(self._on_held)
        view.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def overlay(self, now: datetime) -> Overlay:
        board, chosen, cursor = self._view.board, self._chosen, self._cursor
        # On an appointment the frame of the selection is the cursor.
        is_free = chosen.current_id is None and not self._hand.is_holding and not cursor.lane.is_here
        has_cursor = is_free and self._view.hasFocus() and bool(board.snapshot.columns)
        return Overlay(
            now,
            chosen.selection.ids,
            board.slot_box(cursor.slot) if has_cursor else None,
            self._hand.held,
            self._flight.now,
            self._view.offset.y(),
            self._of_customer - chosen.selection.ids,
            self._shows_rules,
        )

    def show_customers(self, is_shown: bool) -> None:
        """Mark the appointments of the customer who is booked for, or else of the one whose one is selected."""
        self._shows_customers = is_shown

    def book_for(self, customer_id: UUID | None) -> None:
        """New appointments are for this customer, or nobody in particular."""
        self._customer_id = customer_id
        self._view.viewport().update()
        self.show_in_lane()

    @property
    def _of_customer(self) -> frozenset[UUID]:
        if not self._shows_customers:
            return frozenset()
        return of_customer(self._view.board.snapshot.rows(), self._customer_id or self._chosen.customer_id)

    def show_rules(self, is_shown: bool) -> None:
        """Show availabilities as blocks, to be edited."""
        self._shows_rules = is_shown
        self._view.viewport().update()

    def fly_back(self, rebooking: Rebooking) -> None:
        """Show that an appointment returns from where it was dropped to where it stands."""
        board = self._view.board
        start = board.rebooked_box(rebooking)
        end = next((board.box(*part) for part in board.places_of(rebooking.row.appointment.id)), None)
        if start is not None and end is not None:
            self._flight.fly(start, end)

    def show_in_lane(self) -> None:
        """Mark the whole days that are shown now, too."""
        selected = self._chosen.selection.ids
        self._view.lane.show_selected(selected, self._of_customer - selected)

    def _on_chosen(self, before: Selection, chosen: Selection) -> None:
        if self._shows_customers:
            self._view.viewport().update()
        board = self._view.board
        for part in board.places_of(*(before.ids ^ chosen.ids), before.current, chosen.current):
            self._view.update_content(rect(board.box(*part)))
        self.show_in_lane()

    def _on_scrolled(self) -> None:
        """The flag of what is held stays at the upper edge of what is in sight, where it does not go along."""
        if self._hand.is_holding:
            self._view.viewport().update()

    def _on_held(self, before: Held, held: Held) -> None:
        """Repaint where it was and where it is, its flag with the times included, or all where much changes."""
        self._view.lane.show_held(held)
        if (before.gesture, before.leaving, before.band) != (held.gesture, held.leaving, held.band):
            self._view.viewport().update()
            return
        for state in (before, held):
            for area in held_areas(self._view.board, state, self._view.offset.y(), self._view.look):
                self._view.update_content(area)
