"""A month as a table of days: arrows move between them, Ctrl+Up and Down between a day's appointments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QToolTip, QWidget

from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.resource import Resource
from terminplaner.services.permissions import Actor
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.forms import announce
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.overviews.month import DayCell, MonthSheet, new_on
from terminplaner.ui.planner.overviews.month_carrying import MonthGround, MonthHeld
from terminplaner.ui.planner.overviews.month_hand import MonthHand
from terminplaner.ui.planner.overviews.month_keyboard import MonthKeyboard
from terminplaner.ui.planner.overviews.month_painting import (
    CellLayout,
    held_areas,
    lay_out_cell,
    paint_cell,
    paint_held,
)
from terminplaner.ui.planner.overviews.month_table import Index, MonthTable
from terminplaner.ui.planner.plan.carrying import Carried, CarriedMimeData
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.selection import Selection


class _CellPainter(QStyledItemDelegate):
    def __init__(self, view: MonthView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = self._view.table.cell_at(index)
        if cell is not None:
            area = QRectF(option.rect)
            self._view.paint_day(painter, cell, area, is_current=index == self._view.currentIndex())


class MonthView(QTableView):
    """Six weeks; appointments can be dragged and carried to other days, "+3 weitere" opens a day."""

    newRequested = Signal(object)
    """A ``NewAppointment``."""
    openRequested = Signal(object)
    """An ``AppointmentRow``."""
    menuRequested = Signal(object, object, QPoint)
    """The row or None, the ``NewAppointment`` of that day or None, and where on the screen."""
    dayRequested = Signal(object)
    """Show this day by its hours."""
    goToRequested = Signal(object)
    """Show the month of this day."""
    selectionChosen = Signal()
    placed = Signal(object, object)
    """``Carried`` and the ``NewAppointment`` its first row was put at."""
    carriedChanged = Signal()

    def __init__(self, sheet: MonthSheet, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = MonthTable(sheet, self)
        self.ground = MonthGround(sheet, now)
        self._today = sheet.window.day
        self._selection = Selection()
        self._look = self._make_look()
        self._hand = MonthHand(self)
        self._keyboard = MonthKeyboard(self)
        self.setModel(self.table)
        self.setItemDelegate(_CellPainter(self))
        self.setAccessibleName(self.tr("Monat"))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    # -- what it shows

    @property
    def selection(self) -> Selection:
        return self._selection

    @property
    def selected_id(self) -> UUID | None:
        return self._selection.current

    @property
    def selected_row(self) -> AppointmentRow | None:
        return self.table.sheet.find(self.selected_id) if self.selected_id else None

    @property
    def selected_rows(self) -> tuple[AppointmentRow, ...]:
        """Every chosen appointment, by day."""
        chosen = self._selection.ids
        return tuple(row for row in self.table.sheet.rows() if row.appointment.id in chosen) if chosen else ()

    @property
    def carried(self) -> Carried | None:
        """What was picked up and waits for a click or Enter."""
        return self._hand.held.carried if self._hand.is_carrying else None

    @property
    def held(self) -> MonthHeld:
        """What the pointer holds, and what speaks against its day."""
        return self._hand.held

    @property
    def current_cell(self) -> DayCell | None:
        return self.table.cell_at(self.currentIndex())

    def show_sheet(self, sheet: MonthSheet, resource: Resource | None, now: datetime) -> None:
        """Take over a newer state or another month; ``resource`` is who gets what is newly booked here."""
        before = self.table.sheet
        self._today = now.astimezone(sheet.window.zone).date()
        self.ground = MonthGround(sheet, now, resource, self.ground.settings, self.ground.actor)
        self.table.show_sheet(sheet)
        shown = {row.appointment.id for row in sheet.rows()}
        self.choose(self._selection.without(self._selection.ids - shown))
        if sheet.window.day != before.window.day or not self.currentIndex().isValid():
            self.go_to(sheet.window.day)
        target = self._hand.held.target
        if target is not None and self._hand.is_carrying and not self.table.index_of(target).isValid():
            self._hand.point_at(sheet.window.day)
        self._aim()
        self.viewport().update()

    def show_actor(self, actor: Actor) -> None:
        """Who plans here, for the feedback while something is held."""
        self.ground = replace(self.ground, actor=actor)

    def show_settings(self, settings: ChainSettings) -> None:
        """What the chain allows, for the same feedback."""
        self.ground = replace(self.ground, settings=settings)

    # -- choosing

    def select(self, appointment_id: UUID | None) -> None:
        """Choose this one alone, unless it is the current one of several."""
        if appointment_id != self.selected_id:
            self.choose(Selection.of(appointment_id))

    def choose(self, selection: Selection) -> None:
        """Choose these and no others.  A crowded month takes long to paint: only their days are painted anew."""
        before, self._selection = self._selection, selection
        if before == selection:
            return
        touched = before.ids ^ selection.ids
        for cell in self.table.sheet.cells:
            if any(row.appointment.id in touched for row in cell.rows):
                self.viewport().update(self.visualRect(self.table.index_of(cell.day)))
        self.selectionChosen.emit()

    def choose_all(self) -> None:
        """Choose everything on the current day; the second time, everything shown."""
        cell = self.current_cell
        here = (row.appointment.id for row in (cell.rows if cell else ()))
        self.choose(self._selection.widened(here, (row.appointment.id for row in self.table.sheet.rows())))
        self.say(wording.chosen(len(self._selection.ids)))

    def shows(self, appointment_id: UUID) -> bool:
        return self.table.sheet.find(appointment_id) is not None

    def reveal(self, appointment_id: UUID) -> None:
        """Choose an appointment and make its day the current one."""
        day = self.table.sheet.day_of(appointment_id)
        if day is not None:
            self.go_to(day)
            self.select(appointment_id)

    def source_of_chosen(self) -> Resource | None:
        """A day has no column that something would be taken from."""
        return None

    def go_to(self, day: date) -> None:
        """Make a day the current one; what is chosen stays."""
        blocked = self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self.table.index_of(day))
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    # -- new ones and carried ones

    def new_here(self) -> NewAppointment | None:
        """A new appointment on the current day, at nine."""
        cell = self.current_cell
        return self._new_on(cell.day) if cell else None

    new_when_free = new_here

    def place_for(self, carried: Carried, place: NewAppointment | None = None) -> NewAppointment | None:
        """Where the first of what is carried goes: the day of ``place`` or the current one, at its time of day."""
        if place is not None:
            zone = self.table.sheet.window.zone
            return self.ground.place_on(carried, place.when.interval(zone).start_at.astimezone(zone).date())
        cell = self.current_cell
        return self.ground.place_on(carried, cell.day) if cell else None

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

    def place_here(self) -> None:
        """Put what is carried on the day it is shown on."""
        self._hand.place()

    def say(self, text: str) -> None:
        """Tell a screen reader, now and when it asks again."""
        self.setAccessibleDescription(text)
        announce(self, text)

    def _aim(self) -> None:
        """Hold what has a place already over it, as soon as that is shown."""
        carried = self.carried
        if carried is None or not carried.is_aimed or self._hand.held.target is not None:
            return
        zone = self.table.sheet.window.zone
        day = carried.lead.appointment.when.interval(zone).start_at.astimezone(zone).date()
        if self.table.index_of(day).isValid():
            self.go_to(day)
            self._hand.point_at(day)

    def _new_on(self, day: date) -> NewAppointment | None:
        resource, zone = self.ground.newcomer, self.table.sheet.window.zone
        return None if resource is None else new_on(day, resource, zone)

    # -- painting

    def _make_look(self) -> Look:
        zone = self.table.sheet.window.zone
        return Look(self.palette(), self.font(), self.devicePixelRatioF(), zone)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._look = self._make_look()
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look.ratio != self.devicePixelRatioF():
            self._look = self._make_look()
        super().paintEvent(event)
        if self._hand.held.target is not None:
            painter = QPainter(self.viewport())
            view = QRectF(self.viewport().rect())
            paint_held(painter, self._hand.held, self._areas(), view, self.table.sheet.window, self._look)
            painter.end()

    def paint_day(self, painter: QPainter, cell: DayCell, area: QRectF, *, is_current: bool) -> None:
        layout = lay_out_cell(cell, area, self._look)
        paint_cell(
            painter,
            layout,
            self._look,
            today=self._today,
            selected=self._selection.ids,
            leaving=self._hand.held.leaving,
        )
        if is_current and self.hasFocus():
            painter.setPen(QPen(self._look.tokens.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -2, -2))

    def update_held(self, *states: MonthHeld) -> None:
        """Repaint where something was held and where it is, and where it leaves."""
        if {state.leaving for state in states} != {frozenset()}:
            self.viewport().update()
        view = QRectF(self.viewport().rect())
        for state in states:
            for area in held_areas(state, self._areas(), view, self.table.sheet.window, self._look):
                self.viewport().update(area.toAlignedRect().adjusted(-2, -2, 2, 2))
        if states[-1].target is not None:
            self._say_target(states[-1], states[-1].target)

    def show_held_cursor(self) -> None:
        """A cross while something is carried that the next click places."""
        is_carrying = self._hand.is_carrying
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if is_carrying else Qt.CursorShape.ArrowCursor)
        self.carriedChanged.emit()

    def _say_target(self, held: MonthHeld, day: date) -> None:
        if self._hand.is_carrying:
            self.say(", ".join((wording.long_date(day), *map(wording.objection, held.objections))))

    def _areas(self) -> dict[date, QRectF]:
        return {
            cell.day: QRectF(self.visualRect(self.table.index_of(cell.day))) for cell in self.table.sheet.cells
        }

    def _layout_at(self, position: QPointF) -> CellLayout | None:
        index = self.indexAt(position.toPoint())
        cell = self.table.cell_at(index)
        return lay_out_cell(cell, QRectF(self.visualRect(index)), self._look) if cell else None

    # -- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        layout = self._layout_at(event.position())
        if layout is None:
            return
        if self._hand.is_carrying and event.button() != Qt.MouseButton.LeftButton:
            self._hand.cancel()
            return
        self.go_to(layout.cell.day)
        row = layout.row_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton:
            if row is None or row.appointment.id not in self._selection.ids:
                self.choose(Selection.of(row.appointment.id if row else None))
        elif not self._hand.is_carrying and row is None and layout.more_at(event.position()):
            self.dayRequested.emit(layout.cell.day)
        else:
            self._hand.press(row, layout.cell.day, event.position(), event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        layout = self._layout_at(event.position())
        self._hand.move(event.position(), layout.cell.day if layout else None, event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._hand.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        layout = self._layout_at(event.position())
        if layout is None or event.button() != Qt.MouseButton.LeftButton or self._hand.is_carrying:
            return
        self._hand.cancel()
        row = layout.row_at(event.position())
        if row is not None:
            self.openRequested.emit(row)
        elif (wanted := self._new_on(layout.cell.day)) is not None:
            self.newRequested.emit(wanted)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        layout = self._layout_at(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
        if event.reason() == QContextMenuEvent.Reason.Keyboard or layout is None:
            corner = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
            self.menuRequested.emit(self.selected_row, self.new_here(), corner)
        else:
            row = layout.row_at(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
            self.menuRequested.emit(row, self._new_on(layout.cell.day), event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            layout = self._layout_at(QPointF(event.pos()))
            row = layout.row_at(QPointF(event.pos())) if layout else None
            text = wording.tooltip(row, self._look.zone) if row else layout.cell.holiday if layout else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self.viewport())
            return True
        return super().viewportEvent(event)

    # -- drags from beside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._follow(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._follow(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._hand.cancel()

    def dropEvent(self, event: QDropEvent) -> None:
        self._follow(event)
        self._hand.place()

    def _follow(self, event: QDropEvent) -> None:
        data, layout = event.mimeData(), self._layout_at(event.position())
        if not isinstance(data, CarriedMimeData) or layout is None:
            event.ignore()
            return
        self._hand.hover(data.carried, layout.cell.day)
        event.acceptProposedAction()

    # -- the keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._hand.is_busy:
            self._hand.cancel()
        elif event.key() == Qt.Key.Key_Escape:
            self.choose(Selection())
        elif not self._keyboard.handle(event):
            super().keyPressEvent(event)

    def _on_current_changed(self, current: QModelIndex) -> None:
        cell = self.table.cell_at(current)
        if cell is None:
            return
        if self._hand.is_carrying:
            self._hand.point_at(cell.day)
        else:
            self.choose(Selection())
