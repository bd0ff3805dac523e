"""The calendar of the planner: a plan that turns mouse and keys into wishes.

It never calls a service.  Meaning comes from ``gestures``, ``carrying`` and ``cursor``; what it looks like is the
matter of ``plan_view``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, When
from terminplaner.services.permissions import Actor
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.forms import announce
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.plan.board import Hit
from terminplaner.ui.planner.plan.carrying import Carried, begun_at
from terminplaner.ui.planner.plan.cursor import block_at, free_from
from terminplaner.ui.planner.plan.drops import Drops
from terminplaner.ui.planner.plan.feedback import Surroundings
from terminplaner.ui.planner.plan.flight import Flight
from terminplaner.ui.planner.plan.gestures import NewAppointment, Rebooking
from terminplaner.ui.planner.plan.hand import Hand, Held
from terminplaner.ui.planner.plan.keyboard import Keyboard
from terminplaner.ui.planner.plan.picture import Overlay, held_areas, rect
from terminplaner.ui.planner.plan.plan_view import PlanView
from terminplaner.ui.planner.plan.selection import Selection, of_same_customer
from terminplaner.ui.planner.plan.snapshot import Bar, Block, Snapshot


class PlannerCanvas(PlanView):
    """``show_snapshot`` gives it something to show, ``show_now`` moves the present; it answers by signals."""

    newRequested = Signal(object)
    """A ``NewAppointment``."""
    openRequested = Signal(object)
    """An ``AppointmentRow``."""
    rebookRequested = Signal(object)
    """A ``Rebooking``."""
    menuRequested = Signal(object, object, QPoint)
    """The row or None, the ``NewAppointment`` of that place, and where on the screen."""
    selectionChanged = Signal()
    placed = Signal(object, object)
    """``Carried`` and the ``NewAppointment`` its first row was put at."""
    carriedChanged = Signal()
    goToRequested = Signal(object)
    """Show the page of this day."""
    dragLost = Signal()
    """What was in the hand changed or vanished meanwhile."""

    def __init__(self, snapshot: Snapshot, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(snapshot, now, parent)
        self._selection = Selection()
        self._settings: ChainSettings | None = None
        self._actor: Actor | None = None
        self._shows_rules = False
        self._cursor_area = QRectF()
        self._keyboard = Keyboard(self)
        self._hand = Hand(self)
        self._flight = Flight(self.viewport())
        self._edges.lane.newRequested.connect(self.newRequested)
        self._edges.lane.openRequested.connect(self.openRequested)
        self._edges.lane.menuRequested.connect(self.menuRequested)
        self._edges.lane.chosen.connect(self._on_lane_chosen)
        self._edges.lane.rebookRequested.connect(self.request)
        self._edges.lane.dropped.connect(self._on_lane_dropped)
        Drops(self, self._hand)
        self._show_scene()

    # -- what it shows

    @property
    def selection(self) -> Selection:
        return self._selection

    @property
    def selected_id(self) -> UUID | None:
        return self._selection.current

    @property
    def selected_row(self) -> AppointmentRow | None:
        """The one the keys act on."""
        return self._board.snapshot.find(self.selected_id) if self.selected_id else None

    @property
    def selected_rows(self) -> tuple[AppointmentRow, ...]:
        """Every chosen appointment, by start."""
        chosen = self._selection.ids
        return tuple(row for row in self._board.snapshot.rows() if row.appointment.id in chosen) if chosen else ()

    @property
    def is_dragging(self) -> bool:
        return self._hand.is_dragging

    @property
    def is_carrying(self) -> bool:
        """Whether something was picked up that the next click places."""
        return self._hand.is_carrying

    @property
    def carried(self) -> Carried | None:
        return self._hand.held.carried if self.is_carrying else None

    @property
    def held(self) -> Held:
        """What the pointer holds, and what speaks against its place."""
        return self._hand.held

    @property
    def surroundings(self) -> Surroundings:
        return Surroundings(self._board.snapshot, self._now, self._settings, self._actor)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take over a newer state of the window, or another window; selection, scroll and drag stay."""
        before, chosen = self._board.snapshot, self.selected_row
        if self._hand.is_lost_in(snapshot):
            self._hand.cancel()
            self.dragLost.emit()
        if snapshot.window == before.window:
            shown = {row.appointment.id for row in snapshot.rows()}
            self.choose(self._selection.without({row.appointment.id for row in before.rows()} - shown))
        self.take_over(snapshot)
        self._keyboard.clamp(self._board)
        if snapshot.window != before.window and self._keyboard.arrive(self._board):
            self.follow_keyboard()
        if snapshot.columns and not self._has_scrolled:
            self._has_scrolled = True
            self._keyboard.place(0, self.scroll_to_start(), self._board)
        self._tell_news(chosen)
        self._aim()

    def show_actor(self, actor: Actor) -> None:
        """Who plans here, for the same feedback."""
        self._actor = actor

    def show_settings(self, settings: ChainSettings) -> None:
        """What the chain allows, for the feedback while something is held."""
        self._settings = settings

    def show_rules(self, is_shown: bool) -> None:
        """Show availabilities as blocks, to be edited."""
        self._shows_rules = is_shown
        self.viewport().update()

    @property
    def _marks_customers(self) -> bool:
        return self._settings is not None and self._settings.show_customer_overlay

    def select(self, appointment_id: UUID | None) -> None:
        """Choose this one alone, unless it is the current one of several."""
        if appointment_id != self.selected_id:
            self.choose(Selection.of(appointment_id))

    def choose(self, selection: Selection) -> None:
        """Choose these and no others."""
        before, self._selection = self._selection, selection
        if before == selection:
            return
        if self._marks_customers:
            self.viewport().update()
        self._update_parts(before.ids ^ selection.ids | {before.current, selection.current} - {None})
        self._edges.lane.show_selected(selection.ids)
        self.selectionChanged.emit()

    def choose_all(self) -> None:
        """Choose everything in the cursor's column; the second time, everything shown."""
        snapshot = self._board.snapshot
        if not snapshot.columns:
            return
        blocks = snapshot.blocks[self._keyboard.cursor.column]
        chosen = self._selection.widened(
            (block.appointment.id for block in blocks), (row.appointment.id for row in snapshot.rows())
        )
        self.choose(chosen)
        self.say(wording.chosen(len(chosen.ids)))

    # -- carrying

    def carry(self, carried: Carried) -> None:
        """Hold it at the pointer until the next click or Enter puts it into the plan; Esc puts it down."""
        self._hand.carry(carried)
        self.setFocus()
        self.say(wording.carried(carried))
        self._aim()

    def _aim(self) -> None:
        """Hold what has a place already over it, as soon as that is shown."""
        held, snapshot = self._hand.held, self._board.snapshot
        wanted = held.carried.lead.appointment if held.carried is not None and held.carried.is_aimed else None
        if wanted is None or held.target is not None or isinstance(wanted.when, AllDay):
            return
        day = wanted.when.start_at.astimezone(snapshot.axis.zone).date()
        for number, column in enumerate(snapshot.columns):
            if column.day == day and column.resource.id in wanted.resource_ids:
                self._keyboard.place(number, snapshot.axis.position_of(wanted.when.start_at, day), self._board)
                self._hand.point_at(self._keyboard.cursor)
                self.reveal_area(rect(self._board.slot_box(self._keyboard.cursor)))
                return

    def source_of_chosen(self) -> Resource | None:
        """The resource that the current appointment would be taken from: its column's."""
        if self._keyboard.lane.is_here:
            return self._board.column(self._keyboard.cursor.column).resource
        current = self._keyboard.current(self._board)
        return self._board.column(current[0]).resource if current else None

    def put_down(self) -> None:
        """Let go of what is carried or dragged, and nothing happened."""
        self._hand.cancel()

    def place_at_cursor(self) -> None:
        """Put what is carried where it is shown, or among the whole days."""
        if self._keyboard.lane.is_here:
            self._on_lane_dropped(None, self._keyboard.lane.new_at(self._board, self._keyboard.cursor.column))
            return
        if self._hand.held.target is None:
            self._hand.point_at(self._keyboard.cursor)
        self._hand.place()

    def shows(self, appointment_id: UUID) -> bool:
        return self._board.snapshot.find(appointment_id) is not None

    def reveal(self, appointment_id: UUID) -> None:
        """Select an appointment and bring it into sight."""
        self.select(appointment_id)
        first = next(self._board.places_of(appointment_id), None)
        if first is not None:
            column, block = first
            self._keyboard.place(column, block.start, self._board)
            self.reveal_area(rect(self._board.box(*first)))
            self.say(wording.spoken(block.row, self._look.zone))

    def new_at_cursor(self) -> NewAppointment | None:
        """A new appointment in the cursor's slot or on its whole day; None while there are no columns."""
        if not self._board.snapshot.columns:
            return None
        cursor = self._keyboard.cursor
        if self._keyboard.lane.is_here:
            return self._keyboard.lane.new_at(self._board, cursor.column)
        return self._board.new_at(cursor.column, cursor.position)

    def place_for(self, carried: Carried, place: NewAppointment | None = None) -> NewAppointment | None:
        """Where the first of what is carried goes: at ``place``, or in the cursor's slot."""
        wanted = place or self.new_at_cursor()
        return begun_at(wanted, carried.lead) if wanted is not None else None

    def new_when_free(self) -> NewAppointment | None:
        """As ``new_at_cursor``, but later that day where the cursor's slot is taken."""
        if not self._board.snapshot.columns or self._keyboard.lane.is_here:
            return self.new_at_cursor()
        cursor = free_from(self._keyboard.cursor, self._board.snapshot)
        return self._board.new_at(cursor.column, cursor.position)

    def open_current(self) -> None:
        """Open the selected appointment, or begin a new one at the cursor."""
        row = self.selected_row
        if row is not None:
            self.openRequested.emit(row)
        elif (new := self.new_at_cursor()) is not None:
            self.newRequested.emit(new)

    def request(self, rebooking: Rebooking) -> None:
        """Pass on the wish to move or resize, unless nothing would change."""
        if rebooking.is_change:
            self.rebookRequested.emit(rebooking)

    def say(self, text: str) -> None:
        """Tell a screen reader, now and when it asks again."""
        self.setAccessibleDescription(text)
        announce(self, text)

    def _tell_news(self, before: AppointmentRow | None) -> None:
        """Say where the selected appointment, that was ``before``, stands now; else know what the cursor is on."""
        row, snapshot = self.selected_row, self._board.snapshot
        if not snapshot.columns or self.is_carrying:
            return
        if row is None:
            block = block_at(self._keyboard.cursor, snapshot)
            self.setAccessibleDescription(
                wording.spoken(block.row, self._look.zone) if block else self._spoken_slot()
            )
        elif before is not None and _place(row) != _place(before):
            self.say(wording.spoken(row, self._look.zone))

    def _spoken_slot(self) -> str:
        cursor = self._keyboard.cursor
        slot = wording.spoken_slot(self._board.column(cursor.column), cursor.position, self._board.snapshot.axis)
        objections = self._hand.held.objections if self.is_carrying else ()
        return ", ".join((slot, *map(wording.objection, objections)))

    def follow_keyboard(self) -> None:
        """As ``follow_cursor`` or ``follow_lane``, wherever the keys stand."""
        if self._keyboard.lane.is_here:
            self.follow_lane()
        else:
            self.follow_cursor(block_at(self._keyboard.cursor, self._board.snapshot))

    def follow_lane(self) -> None:
        """Select the bar that the keys stand on among the whole days, bring its column into sight and say it."""
        column = self._keyboard.cursor.column
        bar = self._keyboard.lane.bar(self._board, column)
        if not self.is_carrying:
            self.select(bar.row.appointment.id if bar else None)
        self.reveal_column(column)
        self._show_cursor()
        shown = self._board.column(column)
        if bar is not None and not self.is_carrying:
            self.say(wording.spoken(bar.row, self._look.zone))
        else:
            self.say(wording.spoken_day(shown))

    def follow_cursor(self, block: Block | None) -> None:
        """Select what the keyboard's cursor stands on, bring it into sight and say it."""
        cursor = self._keyboard.cursor
        if self.is_carrying:
            self._hand.point_at(cursor)
            block = None
        else:
            self.select(block.appointment.id if block else None)
        self.reveal_area(rect(self._board.slot_box(cursor)))
        self._show_cursor()
        if block is not None:
            self.say(wording.spoken(block.row, self._look.zone))
        else:
            self.say(self._spoken_slot())

    def fly_back(self, rebooking: Rebooking) -> None:
        """Show that an appointment returns from where it was dropped to where it stands."""
        start = self._board.rebooked_box(rebooking)
        end = next((self._board.box(*part) for part in self._board.places_of(rebooking.row.appointment.id)), None)
        if start is not None and end is not None:
            self._flight.fly(start, end)

    # -- what lies above

    def overlay(self) -> Overlay:
        # On an appointment the frame of the selection is the cursor.
        is_free = self.selected_id is None and not self.is_dragging and not self._keyboard.lane.is_here
        has_cursor = is_free and self.hasFocus() and bool(self._board.snapshot.columns)
        return Overlay(
            self._now,
            self._selection.ids,
            self._board.slot_box(self._keyboard.cursor) if has_cursor else None,
            self._hand.held,
            self._flight.now,
            self.offset.y(),
            of_same_customer(self._board.snapshot, self.selected_row) if self._marks_customers else frozenset(),
            self._shows_rules,
        )

    # -- mouse, wheel and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._board.snapshot.columns or (self.is_dragging and not self.is_carrying):
            return
        hit = self.hit(event.position())
        if event.button() == Qt.MouseButton.LeftButton:
            self._move_cursor(hit)
            self._hand.press(hit, event.position(), event.modifiers())
        elif self.is_carrying:
            self._hand.cancel()
        else:
            self._move_cursor(hit)
            if hit.block is None or hit.block.appointment.id not in self._selection.ids:
                self.select(hit.block.appointment.id if hit.block else None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._board.snapshot.columns:
            return
        if self._hand.is_down or self.is_carrying:
            self._hand.move(event.position(), event.modifiers())
        else:
            is_at_edge = self.hit(event.position()).edge is not None
            self.viewport().setCursor(Qt.CursorShape.SizeVerCursor if is_at_edge else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._hand.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._board.snapshot.columns or self.is_carrying:
            return
        self._hand.cancel()
        hit = self.hit(event.position())
        if hit.block is not None:
            self.openRequested.emit(hit.block.row)
        else:
            self.newRequested.emit(self._board.new_at(hit.column, hit.position))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._board.snapshot.columns:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menuRequested.emit(self.selected_row, self.new_at_cursor(), self._menu_corner())
            return
        hit = self.hit(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
        row = hit.block.row if hit.block else None
        self.menuRequested.emit(row, self._board.new_at(hit.column, hit.position), event.globalPos())

    def _menu_corner(self) -> QPoint:
        """Where the menu opens for the keyboard, on the screen."""
        if self._keyboard.lane.is_here:
            return self._edges.lane.cursor_corner()
        current = self._keyboard.current(self._board)
        box = self._board.box(*current) if current else self._board.slot_box(self._keyboard.cursor)
        return self.viewport().mapToGlobal((rect(box).center() - self.offset).toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hand.leave()
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._edges.lane.is_dragging:
            self._edges.lane.cancel()
        elif event.key() == Qt.Key.Key_Escape and (self.is_dragging or self.is_carrying):
            self._hand.cancel()
        elif event.key() == Qt.Key.Key_Escape:
            self.select(None)
        elif not self._board.snapshot.columns or not self._keyboard.handle(event, self._board):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
        self._show_cursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        self._show_cursor()

    # -- the lane of whole days

    def _on_lane_dropped(self, carried: Carried | None, place: NewAppointment) -> None:
        """Something was put among the whole days: from beside, or what is in the hand."""
        held = carried or self._hand.held.carried
        if held is None:
            return
        if not held.repeats or not self.is_carrying:
            self._hand.cancel()
        self.placed.emit(held, begun_at(place, held.lead))

    def _on_lane_chosen(self, column: int, bar: Bar | None, is_added: bool) -> None:
        row = bar.row if bar is not None else None
        self._keyboard.place(column, self._keyboard.cursor.position, self._board)
        self._keyboard.lane.stand_on(bar, self._board, column)
        self._show_cursor()
        if row is None:
            self.choose(Selection())
        elif is_added:
            self.choose(self._selection.toggled(row.appointment.id))
        else:
            self.select(row.appointment.id)

    # -- places

    def update_held(self, *states: Held) -> None:
        """Repaint where something was held and where it is, its flag with the times included."""
        for state in states:
            for area in held_areas(self._board, state, self.offset.y(), self._look):
                self.update_content(area)

    def show_held_cursor(self) -> None:
        """A cross while something is carried that the next click places."""
        is_carrying = self._hand.is_carrying
        self.carriedChanged.emit()
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if is_carrying else Qt.CursorShape.ArrowCursor)
        self._edges.lane.show_carrying(self._hand.held.carried if is_carrying else None)

    def _move_cursor(self, hit: Hit) -> None:
        self._keyboard.place(hit.column, hit.block.start if hit.block else hit.position, self._board)
        self._show_cursor()

    def _show_cursor(self) -> None:
        """Repaint where the cursor was and where it is, among the hours or the whole days."""
        if not self._board.snapshot.columns:
            return
        lane, column = self._keyboard.lane, self._keyboard.cursor.column
        is_in_lane = lane.is_here and self.hasFocus()
        self._edges.lane.show_cursor(column if is_in_lane else None, lane.bar(self._board, column))
        before, self._cursor_area = self._cursor_area, rect(self._board.slot_box(self._keyboard.cursor))
        self.update_content(before)
        self.update_content(self._cursor_area)

    def _update_parts(self, ids: Iterable[UUID | None]) -> None:
        for part in self._board.places_of(*ids):
            self.update_content(rect(self._board.box(*part)))


def _place(row: AppointmentRow) -> tuple[When, tuple[UUID, ...]]:
    return row.appointment.when, row.appointment.resource_ids
