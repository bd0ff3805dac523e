"""The calendar of the planner: a plan that turns mouse and keys into wishes.

It never calls a service.  What the mouse means is the matter of ``plan_mouse`` and ``plan_hand``, what the keys
mean that of ``keyboard`` and ``plan_cursor``, and what it looks like that of ``plan_view`` and ``marks``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Timed
from terminplaner.services.permissions import Actor
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.plan.carrying import Carried, begun_at
from terminplaner.ui.planner.plan.chosen import Chosen
from terminplaner.ui.planner.plan.drops import Drops
from terminplaner.ui.planner.plan.feedback import Surroundings
from terminplaner.ui.planner.plan.gestures import NewAppointment, Rebooking
from terminplaner.ui.planner.plan.held import Held
from terminplaner.ui.planner.plan.keyboard import Keyboard
from terminplaner.ui.planner.plan.marks import Marks
from terminplaner.ui.planner.plan.picture import Overlay
from terminplaner.ui.planner.plan.plan_cursor import PlanCursor
from terminplaner.ui.planner.plan.plan_hand import PlanHand
from terminplaner.ui.planner.plan.plan_mouse import PlanMouse
from terminplaner.ui.planner.plan.plan_view import PlanView
from terminplaner.ui.planner.plan.snapshot import Snapshot

if TYPE_CHECKING:
    from terminplaner.ui.planner.plan.rule_hand import RuleHand


class PlannerCanvas(PlanView):
    """``show_snapshot`` gives it something to show, ``show_now`` moves the present; it answers by signals."""

    newRequested = Signal(object, QPoint)
    """A ``NewAppointment``, and where on the screen it was asked for."""
    openRequested = Signal(object)
    """An ``AppointmentRow``."""
    rebookRequested = Signal(object)
    """A ``Rebooking``, which may leave everything as it is."""
    menuRequested = Signal(object, object, QPoint)
    """The row or None, the ``NewAppointment`` of that place, and where on the screen."""
    hiddenRequested = Signal(object, object, QPoint)
    """The rows behind a "+2", the ``NewAppointment`` of that place, and where on the screen."""
    placed = Signal(object, object)
    """``Carried`` and the ``Rebooking`` of each of its rows, to where it was put."""
    carriedChanged = Signal()
    goToRequested = Signal(object)
    """Show the page of this day."""
    turnRequested = Signal(int)
    """Show the page after (1) or before (-1)."""
    ruleMoved = Signal(object)
    """A ``MovedRule``: an availability was put elsewhere or pulled, which may leave everything as it is."""
    dragLost = Signal()
    """What was dragged changed or vanished meanwhile; nothing is held any more."""

    def __init__(self, snapshot: Snapshot, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(snapshot, now, parent)
        self._settings: ChainSettings | None = None
        self._actor: Actor | None = None
        self.chosen = Chosen(lambda: self._board.snapshot, self)
        self._hand = PlanHand(self, self.chosen, self._surroundings)
        self._cursor = PlanCursor(self, self.chosen, self._hand)
        self._keyboard = Keyboard(self, self.chosen, self._cursor)
        self._mouse = PlanMouse(self, self.chosen, self._hand, self._cursor)
        self._marks = Marks(self, self.chosen, self._hand, self._cursor)
        self._rules: RuleHand | None = None
        self._hand.carriedChanged.connect(self._on_carried)
        self._hand.dragLost.connect(self.dragLost)
        self._hand.turned.connect(self.turnRequested)
        self._keyboard.entered.connect(self._on_entered)
        for going in (self._keyboard, self._mouse):
            going.goToRequested.connect(self.goToRequested)
        for beginning in (self._hand, self._mouse, self.lane):
            beginning.newRequested.connect(self.newRequested)
        for asking in (self._mouse, self.lane):
            asking.openRequested.connect(self.openRequested)
            asking.menuRequested.connect(self.menuRequested)
        self.lane.hiddenRequested.connect(self.hiddenRequested)
        self.lane.pressed.connect(self._mouse.press_in_lane)
        self.lane.pointedAt.connect(self._mouse.point_at_in_lane)
        self.lane.moved.connect(self._hand.move)
        self.lane.released.connect(self._hand.release)
        self.lane.left.connect(self._hand.leave)
        self.lane.letGo.connect(self._hand.cancel)
        for source in (self._hand, self._keyboard):
            source.placed.connect(self.placed)
        for wishing in (self._hand, self._keyboard):
            wishing.rebookRequested.connect(self.rebookRequested)
        Drops(self.viewport(), self._hand)
        Drops(self.lane, self._hand, self.lane.in_view)
        self._show_scene()

    # -- what it shows

    @property
    def is_carrying(self) -> bool:
        """Whether something was picked up that the next click places."""
        return self._hand.is_carrying

    @property
    def carried(self) -> Carried | None:
        return self._hand.carried

    @property
    def dragged(self) -> Carried | None:
        """What is dragged with the button held."""
        return self._hand.dragged

    def rest(self) -> None:
        """What is dragged is beside, so nothing scrolls for it."""
        self._hand.leave()

    @property
    def held(self) -> Held:
        """What the pointer holds, and what speaks against its place."""
        return self._hand.held

    def _surroundings(self) -> Surroundings:
        return Surroundings(self._board.snapshot, self._now, self._settings, self._actor)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take over a newer state of the window, or another window; selection, scroll and drag stay."""
        before, chosen = self._board.snapshot, self.chosen.current
        if self._rules is not None:
            self._rules.compare(snapshot)
        self._hand.compare(snapshot, is_other_page=snapshot.window != before.window)
        if snapshot.window == before.window:
            shown = {row.appointment.id for row in snapshot.rows()}
            gone = {row.appointment.id for row in before.rows()} - shown
            self.chosen.choose(self.chosen.selection.without(gone))
        self.take_over(snapshot)
        self._cursor.clamp()
        self._marks.show_in_lane()
        if snapshot.window != before.window and self._cursor.arrive():
            self._cursor.follow()
        if snapshot.columns and not self._has_scrolled:
            self._has_scrolled = True
            self._cursor.put(0, self.scroll_to_start())
        self._cursor.tell_news(chosen)
        self._cursor.aim()
        if snapshot.columns and snapshot.window != before.window:
            self._hand.arrive()

    def _make_rule_hand(self) -> RuleHand:
        from terminplaner.ui.planner.plan.rule_hand import RuleHand

        hand = RuleHand(
            self, self._hand, lambda whose: self._actor is None or self._actor.may_plan_absences(whose)
        )
        hand.moved.connect(self.ruleMoved)
        return hand

    def show_actor(self, actor: Actor) -> None:
        """Who plans here, for the feedback while something is held."""
        self._actor = actor

    def show_settings(self, settings: ChainSettings) -> None:
        """What the chain allows, for the same feedback."""
        self._settings = settings
        self._marks.show_customers(settings.show_customer_overlay)

    def book_for(self, customer_id: UUID | None) -> None:
        """New appointments are for this customer, whose others are marked; None for nobody in particular."""
        self._marks.book_for(customer_id)

    def show_rules(self, is_shown: bool) -> None:
        """Show availabilities as blocks, to be edited."""
        self._marks.show_rules(is_shown)
        if self._rules is None and is_shown:
            self._rules = self._make_rule_hand()
        if self._rules is not None:
            self._rules.edit(is_shown)

    def shows(self, appointment_id: UUID) -> bool:
        return self._board.snapshot.find(appointment_id) is not None

    def reveal(self, appointment_id: UUID) -> None:
        """Select an appointment and bring it into sight."""
        self.chosen.choose_one(appointment_id)
        self._cursor.lead_to(appointment_id)

    def point_at(self, when: Timed, resource_ids: tuple[UUID, ...]) -> bool:
        """Let the keys stand where one of these resources begins then; False where that is not shown."""
        return self._cursor.stand_at(when, resource_ids)

    def choose_all(self) -> None:
        """Choose all hours or whole days in the cursor's column; the second time, everything shown."""
        snapshot = self._board.snapshot
        if not snapshot.columns:
            return
        everything = (row.appointment.id for row in snapshot.rows())
        self.chosen.choose(self.chosen.selection.widened(self._cursor.ids_near, everything))
        self.say(wording.chosen(len(self.chosen.selection.ids)))

    def source_of_chosen(self) -> Resource | None:
        """The resource that the current appointment would be taken from."""
        return self._cursor.source

    def new_when_free(self) -> NewAppointment | None:
        """A new appointment at the cursor, or later that day where its slot is taken."""
        return self._cursor.new_when_free()

    def corner(self) -> QPoint:
        """Where a menu opens for the keyboard, on the screen: at the cursor."""
        return self._cursor.corner()

    def fly_back(self, rebooking: Rebooking) -> None:
        """Show that an appointment returns from where it was dropped to where it stands."""
        self._marks.fly_back(rebooking)

    # -- carrying

    def carry(self, carried: Carried) -> None:
        """Hold it at the pointer until the next click or Enter puts it into the plan; Esc puts it down."""
        self._hand.carry(carried)
        self.setFocus()
        self.say(wording.carried(carried))
        self._cursor.aim()

    def put_down(self) -> None:
        """Let go of what is carried or dragged, and nothing happened."""
        self._hand.cancel()

    def landings_at(self, carried: Carried, place: NewAppointment | None = None) -> tuple[Rebooking, ...]:
        """Where what is carried lands at ``place``, or in the cursor's slot."""
        wanted = place or self._cursor.new_here()
        return carried.landings(begun_at(wanted, carried.lead)) if wanted is not None else ()

    def _on_entered(self) -> None:
        """Return was pressed: put down what is carried, open the selected one, or begin a new one."""
        row = self.chosen.current
        if self.is_carrying:
            self._place_at_cursor()
        elif row is not None:
            self.openRequested.emit(row)
        elif (new := self._cursor.new_here()) is not None:
            self.newRequested.emit(new, self.corner())

    def _place_at_cursor(self) -> None:
        """Put what is carried where it is shown, or among the whole days."""
        if self._cursor.lane.is_here:
            self._hand.point_at_day(self._cursor.slot.column)
        elif not self._hand.is_over_place:
            self._hand.point_at(self._cursor.slot)
        self._hand.place()

    def overlay(self) -> Overlay:
        return replace(self._marks.overlay(self._now), rule=self._rules.held if self._rules else None)

    def _on_carried(self) -> None:
        """A cross while something is carried that the next click places."""
        self.carriedChanged.emit()
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if self.is_carrying else Qt.CursorShape.ArrowCursor)
        self.lane.show_carrying(self.carried)

    # -- mouse, wheel and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._hand.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._mouse.ask_for_menu(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hand.leave()
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._hand.is_holding:
            self._mouse.put_back()
        elif event.key() == Qt.Key.Key_Escape:
            self.chosen.choose_one(None)
        elif not self._board.snapshot.columns or not self._keyboard.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
        self._cursor.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        self._cursor.show()
