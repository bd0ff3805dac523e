"""A month: arrows move between its days, Ctrl+Up and Down between a day's appointments."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.resource import Resource
from terminplaner.domain.series import first_day
from terminplaner.services.permissions import Actor
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.overviews.month import MonthSheet
from terminplaner.ui.planner.overviews.month_carrying import MonthHeld, MonthSurroundings
from terminplaner.ui.planner.overviews.month_delegate import MonthDelegate
from terminplaner.ui.planner.overviews.month_grid import MonthGrid
from terminplaner.ui.planner.overviews.month_hand import MonthHand
from terminplaner.ui.planner.overviews.month_keyboard import MonthKeyboard
from terminplaner.ui.planner.plan.carrying import Carried
from terminplaner.ui.planner.plan.chosen import Chosen
from terminplaner.ui.planner.plan.drops import Drops
from terminplaner.ui.planner.plan.gestures import NewAppointment, Rebooking
from terminplaner.ui.planner.plan.selection import Selection


class MonthView(MonthGrid):
    """Six weeks; appointments can be dragged and carried to other days, "+3 weitere" opens a day.

    A drag over bare days draws a new appointment that takes them whole.
    """

    newRequested = Signal(object, QPoint)
    """A ``NewAppointment``, and where on the screen it was asked for."""
    openRequested = Signal(object)
    """An ``AppointmentRow``."""
    menuRequested = Signal(object, object, QPoint)
    """The row or None, the ``NewAppointment`` of that day or None, and where on the screen."""
    dayRequested = Signal(object)
    """Show this day by its hours."""
    goToRequested = Signal(object)
    """Show the month of this day."""
    turnRequested = Signal(int)
    """Show the page after (1) or before (-1)."""
    placed = Signal(object, object)
    """``Carried`` and the ``Rebooking`` of each of its rows, to where it was put."""
    carriedChanged = Signal()
    dragLost = Signal()
    """What was dragged changed or vanished meanwhile; nothing is held any more."""

    def __init__(self, sheet: MonthSheet, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(sheet, parent)
        self._surroundings = MonthSurroundings(sheet, now)
        self._home = sheet.window.day
        """The month that something is dragged from."""
        self.chosen = Chosen(lambda: self.sheet, self)
        self._hand = MonthHand(self.chosen, lambda: self._surroundings, self.day_at, self)
        self._keyboard = MonthKeyboard(self, self.chosen, lambda: self._surroundings)
        self._delegate = MonthDelegate(self, self.chosen, self._hand)
        self.setItemDelegate(self._delegate)
        self._hand.changed.connect(self._on_held)
        self._hand.carriedChanged.connect(self._on_carried)
        self._hand.dragLost.connect(self.dragLost)
        self._hand.newRequested.connect(self.newRequested)
        self._hand.turned.connect(self.turnRequested)
        self._keyboard.entered.connect(self._on_entered)
        self._keyboard.goToRequested.connect(self.goToRequested)
        for source in (self._hand, self._keyboard):
            source.placed.connect(self.placed)
        Drops(self.viewport(), self._hand)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    # -- what it shows

    @property
    def carried(self) -> Carried | None:
        """What was picked up and waits for a click or Enter."""
        return self._hand.carried

    @property
    def dragged(self) -> Carried | None:
        """What is dragged with the button held."""
        return self._hand.dragged

    def rest(self) -> None:
        """What is dragged is beside, so it turns no page."""
        self._hand.leave()

    @property
    def held(self) -> MonthHeld:
        """What the pointer holds, and what speaks against its day."""
        return self._hand.held

    def show_sheet(self, sheet: MonthSheet, resource: Resource | None, now: datetime) -> None:
        """Take over a newer state or another month; ``resource`` is who gets what is newly booked here."""
        is_other_page = sheet.window != self.sheet.window
        self._hand.compare(sheet, is_other_page=is_other_page)
        self._surroundings = MonthSurroundings(
            sheet, now, resource, self._surroundings.settings, self._surroundings.actor
        )
        self.take_over(sheet, now)
        shown = {row.appointment.id for row in sheet.rows()}
        self.chosen.choose(self.chosen.selection.without(self.chosen.selection.ids - shown))
        target = self._hand.held.target
        if target is not None and self._hand.is_carrying and not self.shows_day(target):
            self._hand.point_at(sheet.window.day)
        self._aim()
        if is_other_page:
            self._hand.arrive()
        self.viewport().update()

    def show_actor(self, actor: Actor) -> None:
        """Who plans here, for the feedback while something is held."""
        self._surroundings = replace(self._surroundings, actor=actor)

    def show_settings(self, settings: ChainSettings) -> None:
        """What the chain allows, for the same feedback."""
        self._surroundings = replace(self._surroundings, settings=settings)
        self._delegate.show_customers(settings.show_customer_overlay)

    def book_for(self, customer_id: UUID | None) -> None:
        """New appointments are for this customer, whose others are marked; None for nobody in particular."""
        self._delegate.book_for(customer_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._delegate.paint_held()

    # -- choosing

    def choose_all(self) -> None:
        """Choose everything on the current day; the second time, everything shown."""
        cell = self.current_cell
        here = (row.appointment.id for row in (cell.rows if cell else ()))
        everything = (row.appointment.id for row in self.sheet.rows())
        self.chosen.choose(self.chosen.selection.widened(here, everything))
        self.say(wording.chosen(len(self.chosen.selection.ids)))

    def shows(self, appointment_id: UUID) -> bool:
        return self.sheet.find(appointment_id) is not None

    def reveal(self, appointment_id: UUID) -> None:
        """Choose an appointment and make its day the current one."""
        day = self.sheet.day_of(appointment_id)
        if day is not None:
            self.go_to(day)
            self.chosen.choose_one(appointment_id)

    def source_of_chosen(self) -> Resource | None:
        """A day has no column that something would be taken from."""
        return None

    # -- new ones and carried ones

    def new_when_free(self) -> NewAppointment | None:
        """A new appointment at the first free time of the current day."""
        cell = self.current_cell
        return self._surroundings.first_free_on(cell.day) if cell else None

    def corner(self) -> QPoint:
        """Where a menu opens for the keyboard, on the screen: on the current day."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())

    def landings_at(self, carried: Carried, place: NewAppointment | None = None) -> tuple[Rebooking, ...]:
        """Where what is carried lands on the day of ``place`` or the current one, at its time of day."""
        cell = self.current_cell
        if place is not None:
            return self._surroundings.held_on(carried, first_day(place.when, self.sheet.window.zone)).landings
        return self._surroundings.held_on(carried, cell.day).landings if cell else ()

    def carry(self, carried: Carried) -> None:
        """Hold it until the next click or Enter puts it on a day; Esc lets it go."""
        self._hand.carry(carried)
        self.setFocus()
        self.say(wording.carried(carried))
        self._aim()
        if self.current_cell is not None and self._hand.held.target is None:
            self._hand.point_at(self.current_cell.day)

    def put_down(self) -> None:
        """Let go of what is carried or dragged, and nothing happened."""
        self._hand.cancel()

    def _aim(self) -> None:
        """Hold what has a place already over it, as soon as that is shown."""
        carried = self.carried
        if carried is None or not carried.is_aimed or self._hand.held.target is not None:
            return
        day = first_day(carried.lead.appointment.when, self.sheet.window.zone)
        if self.shows_day(day):
            self.go_to(day)
            self._hand.point_at(day)

    def _on_held(self, _before: MonthHeld, held: MonthHeld) -> None:
        if held.target is None:
            return
        if self._hand.is_carrying:
            self.say(", ".join((wording.long_date(held.target), *map(wording.objection, held.objections))))
        elif self._hand.is_down and held.carried is not None:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _on_carried(self) -> None:
        """A cross while something is carried that the next click places."""
        is_carrying = self._hand.is_carrying
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if is_carrying else Qt.CursorShape.ArrowCursor)
        self.carriedChanged.emit()

    def _on_entered(self) -> None:
        """Return was pressed: put down what is carried, open the selected one, or the day by its hours."""
        row, cell = self.chosen.current, self.current_cell
        if self.carried is not None:
            self._hand.place()
        elif row is not None:
            self.openRequested.emit(row)
        elif cell is not None:
            self.dayRequested.emit(cell.day)

    # -- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._hand.is_carrying and event.button() != Qt.MouseButton.LeftButton:
            self._hand.cancel()
            return
        layout = self.layout_at(event.position())
        if layout is None or (self._hand.is_holding and not self._hand.is_carrying):
            return
        self.go_to(layout.cell.day)
        row = layout.row_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton:
            self.chosen.point_at(row)
        elif not self._hand.is_carrying and row is None and layout.more_at(event.position()):
            self.dayRequested.emit(layout.cell.day)
        else:
            self._home = self.sheet.window.day
            self._hand.press(row, layout.cell.day, event.position(), event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hand.move(event.position(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._hand.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        layout = self.layout_at(event.position())
        if layout is None or event.button() != Qt.MouseButton.LeftButton or self._hand.is_carrying:
            return
        self._hand.cancel()
        row = layout.row_at(event.position())
        if row is not None:
            self.openRequested.emit(row)
        elif (wanted := self._surroundings.first_free_on(layout.cell.day)) is not None:
            self.newRequested.emit(wanted, event.globalPosition().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        layout = self.layout_at(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
        if event.reason() == QContextMenuEvent.Reason.Keyboard or layout is None:
            self.menuRequested.emit(self.chosen.current, self.new_when_free(), self.corner())
        else:
            row = layout.row_at(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
            self.menuRequested.emit(row, self._surroundings.first_free_on(layout.cell.day), event.globalPos())

    # -- the keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._hand.is_holding:
            self._put_back()
        elif event.key() == Qt.Key.Key_Escape:
            self.chosen.choose(Selection())
        elif not self._keyboard.press(event):
            super().keyPressEvent(event)

    def _put_back(self) -> None:
        """Let go of what is held, and show again the month it was dragged from."""
        was_dragged = self._hand.dragged is not None
        self._hand.cancel()
        if was_dragged:
            self.goToRequested.emit(self._home)

    def _on_current_changed(self, current: QModelIndex) -> None:
        cell = self.table.cell_at(current)
        if cell is None:
            return
        if self._hand.is_carrying:
            self._hand.point_at(cell.day)
        else:
            self.chosen.choose(Selection())
