"""Where the keys stand in the plan, on a slot or among the whole days: shown, brought into sight and said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, QRectF

from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Timed, When
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.plan.board import Board, Hit
from terminplaner.ui.planner.plan.chosen import Chosen
from terminplaner.ui.planner.plan.cursor import Cursor, block_at, free_from, moved
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.plan.lane_cursor import LaneCursor
from terminplaner.ui.planner.plan.picture import rect
from terminplaner.ui.planner.plan.plan_hand import PlanHand
from terminplaner.ui.planner.plan.plan_view import PlanView
from terminplaner.ui.planner.plan.snapshot import Bar, Block


class PlanCursor:
    """``slot`` is where it stands; while ``lane`` is here, only its column counts.

    What is carried follows it, and otherwise it chooses what it stands on.
    """

    def __init__(self, view: PlanView, chosen: Chosen, hand: PlanHand) -> None:
        self._view = view
        self._chosen = chosen
        self._hand = hand
        self.slot = Cursor(0, 0.0)
        self.lane = LaneCursor()
        self._shown_area = QRectF()
        self._awaited: tuple[UUID, date] | None = None
        """The resource and the day that it goes to when their page comes."""

    @property
    def _board(self) -> Board:
        return self._view.board

    # -- what lies there

    @property
    def block(self) -> Block | None:
        """The appointment that runs in its slot."""
        return block_at(self.slot, self._board.snapshot)

    @property
    def bar(self) -> Bar | None:
        """The whole days it stands on; None on a slot, and in an empty lane."""
        return self.lane.bar(self._board, self.slot.column)

    @property
    def current(self) -> tuple[int, Block] | None:
        """The selected appointment, in the cursor's column where it stands there."""
        if self._chosen.current_id is None or self.lane.is_here:
            return None
        parts = tuple(self._board.places_of(self._chosen.current_id))
        return next((part for part in parts if part[0] == self.slot.column), parts[0] if parts else None)

    @property
    def ids_near(self) -> tuple[UUID, ...]:
        """What else stands in its column, among the hours or the whole days as it does."""
        if self.lane.is_here:
            return tuple(bar.row.appointment.id for bar in self.lane.bars(self._board, self.slot.column))
        return tuple(block.appointment.id for block in self._board.snapshot.blocks[self.slot.column])

    @property
    def chosen_bar(self) -> tuple[int, Bar] | None:
        """The chosen whole days and a column of theirs, the cursor's where they reach it."""
        board, here = self._board, self.slot.column
        bars = [bar for bar in board.snapshot.bars if bar.row.appointment.id == self._chosen.current_id]
        near = next((bar for bar in bars if bar.first <= here <= bar.last), None)
        if near is not None:
            return here, near
        return (bars[0].first, bars[0]) if bars else None

    @property
    def source(self) -> Resource | None:
        """The resource that the current appointment would be taken from: its column's."""
        if self.lane.is_here:
            return self._board.column(self.slot.column).resource
        return self._board.column(self.current[0]).resource if self.current else None

    def new_here(self) -> NewAppointment | None:
        """A new appointment in its slot or on its whole day; None while there are no columns."""
        if not self._board.snapshot.columns:
            return None
        if self.lane.is_here:
            return self.lane.new_at(self._board, self.slot.column)
        return self._board.new_at(self.slot.column, self.slot.position)

    def new_when_free(self) -> NewAppointment | None:
        """As ``new_here``, but later that day where its slot is taken or has begun."""
        if not self._board.snapshot.columns or self.lane.is_here:
            return self.new_here()
        free = free_from(self.slot, self._board.snapshot, self._view.now)
        return self._board.new_at(free.column, free.position)

    def corner(self) -> QPoint:
        """Where the menu opens for the keyboard, on the screen."""
        if self.lane.is_here:
            return self._view.lane.cursor_corner()
        box = self._board.box(*self.current) if self.current else self._board.slot_box(self.slot)
        return self._view.viewport().mapToGlobal((rect(box).center() - self._view.offset).toPoint())

    # -- where it goes

    def put(self, column: int, position: float) -> None:
        """Stand on the slot that holds ``position``."""
        self.lane.leave()
        step = self._board.column(column).resource.step_minutes
        self.slot = Cursor(column, self._board.snapshot.axis.slot_at(position, step))

    def put_on(self, hit: Hit) -> None:
        """Stand where the mouse was."""
        self.put(hit.column, hit.block.start if hit.block else hit.position)
        self.show()

    def put_in_lane(self, column: int, bar: Bar | None) -> None:
        """Stand among the whole days, where the mouse was."""
        self.put(column, self.slot.position)
        self.lane.stand_on(bar, self._board, column)
        self.show()

    def move_to_column(self, column: int) -> None:
        self.slot = replace(self.slot, column=column)

    def await_page(self, resource_id: UUID, day: date) -> None:
        """Go to that resource's day as soon as it is shown."""
        self._awaited = resource_id, day

    def arrive(self) -> bool:
        """Stand on the day that was awaited; False where none was, or it is not shown."""
        awaited, self._awaited = self._awaited, None
        column = self._board.snapshot.column_of(*awaited) if awaited is not None else None
        if column is not None:
            self.move_to_column(column)
            self.clamp()
        return column is not None

    def clamp(self) -> None:
        """Stay on a board that changed; among the whole days on those that are chosen."""
        if not self._board.snapshot.columns:
            return
        self.slot = moved(self.slot, self._board.snapshot, 0, 0)
        if self.lane.is_here:
            self._stay_on_bar()
            self.show()

    def _stay_on_bar(self) -> None:
        found = self.chosen_bar
        if found is not None and found[0] == self.slot.column:
            self.lane.stand_on(found[1], self._board, self.slot.column)

    def lead_to(self, appointment_id: UUID) -> None:
        """Stand on an appointment, bring all of it into sight and say it."""
        first = next(self._board.places_of(appointment_id), None)
        if first is not None:
            column, block = first
            self.put(column, block.start)
            self._view.reveal_area(rect(self._board.box(*first)))
            self._view.say(self._spoken(block.row))

    def aim(self) -> None:
        """Hold what has a place already over it, as soon as that is shown."""
        held = self._hand.held
        carried, has_place = held.carried, held.target is not None or held.days is not None
        if carried is None or not carried.is_aimed or has_place:
            return
        wanted = carried.lead.appointment
        if isinstance(wanted.when, Timed) and self._put_at(wanted.when, wanted.resource_ids):
            self._hand.point_at(self.slot)
            self._reveal()

    def stand_at(self, when: Timed, resource_ids: tuple[UUID, ...]) -> bool:
        """Stand where one of these begins then, bring it into sight and say it; False where that is not shown."""
        is_shown = self._put_at(when, resource_ids)
        if is_shown:
            self.follow()
        return is_shown

    def _put_at(self, wanted: Timed, resource_ids: tuple[UUID, ...]) -> bool:
        """Stand where somebody of these begins then; False where that is not shown."""
        axis = self._board.snapshot.axis
        day = wanted.start_at.astimezone(axis.zone).date()
        for number, column in enumerate(self._board.snapshot.columns):
            if column.day == day and column.resource.id in resource_ids:
                self.put(number, axis.position_of(wanted.start_at, day))
                return True
        return False

    # -- what follows

    def follow(self) -> None:
        """Choose what it stands on, bring it into sight and say it; what is carried goes along."""
        if self.lane.is_here:
            self._follow_in_lane()
        else:
            self.follow_to(self.block)

    def follow_to(self, block: Block | None) -> None:
        """As ``follow`` on a slot, where ``block`` is meant of all that run there."""
        if self._hand.is_carrying:
            self._hand.point_at(self.slot)
        else:
            self._chosen.choose_one(block.appointment.id if block else None)
        self._reveal()
        self.show()
        self._say(block.row if block else None, self._spoken_slot())

    def _follow_in_lane(self) -> None:
        bar = self.bar
        if self._hand.is_carrying:
            self._hand.point_at_day(self.slot.column)
        else:
            self._chosen.choose_one(bar.row.appointment.id if bar else None)
        self._view.reveal_column(self.slot.column)
        self.show()
        day = wording.spoken_day(self._board.column(self.slot.column))
        self._say(bar.row if bar else None, self._with_objections(day))

    def _reveal(self) -> None:
        """Bring its slot into sight."""
        self._view.reveal_area(rect(self._board.slot_box(self.slot)))

    def show(self) -> None:
        """Repaint where it was and where it is, among the hours or the whole days."""
        if not self._board.snapshot.columns:
            return
        is_in_lane = self.lane.is_here and self._view.hasFocus()
        self._view.lane.show_cursor(self.slot.column if is_in_lane else None, self.bar)
        before, self._shown_area = self._shown_area, rect(self._board.slot_box(self.slot))
        self._view.update_content(before)
        self._view.update_content(self._shown_area)

    def _say(self, row: AppointmentRow | None, place: str) -> None:
        self._view.say(self._spoken(row) if row is not None and not self._hand.is_carrying else place)

    def tell_news(self, before: AppointmentRow | None) -> None:
        """Say where the selected appointment, that was ``before``, stands now; else know what it stands on."""
        row = self._chosen.current
        if not self._board.snapshot.columns or self._hand.is_carrying:
            return
        if row is None:
            block = self.block
            self._view.setAccessibleDescription(self._spoken(block.row) if block else self._spoken_slot())
        elif before is not None and _place(row) != _place(before):
            self._view.say(self._spoken(row))

    def _spoken(self, row: AppointmentRow) -> str:
        return wording.spoken(row, self._board.snapshot.window.zone)

    def _spoken_slot(self) -> str:
        """Its slot, and what speaks against putting down there what is carried."""
        column = self._board.column(self.slot.column)
        return self._with_objections(wording.spoken_slot(column, self.slot.position, self._board.snapshot.axis))

    def _with_objections(self, place: str) -> str:
        objections = self._hand.held.objections if self._hand.is_carrying else ()
        return ", ".join((place, *map(wording.objection, objections)))


def _place(row: AppointmentRow) -> tuple[When, tuple[UUID, ...]]:
    return row.appointment.when, row.appointment.resource_ids
