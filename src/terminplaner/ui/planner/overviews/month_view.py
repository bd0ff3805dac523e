"""A month as a table of days: arrows move between them, Ctrl+arrows between a day's appointments."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Timed, at_local
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.forms import announce
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.overviews.month import DAYS_OF_WEEK, DayCell, MonthSheet, moved_to_day
from terminplaner.ui.planner.overviews.month_painting import CellLayout, lay_out_cell, paint_cell
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.plan.look import Look

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_FIRST_HOUR = time(9)
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS_OF_WEEK,
    Qt.Key.Key_Down: DAYS_OF_WEEK,
}


class MonthTable(QAbstractTableModel):
    """One cell per day; what a screen reader says of it names its appointments."""

    def __init__(self, sheet: MonthSheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet

    @property
    def sheet(self) -> MonthSheet:
        return self._sheet

    def show_sheet(self, sheet: MonthSheet) -> None:
        if (sheet.weeks, sheet.window.days) == (self._sheet.weeks, self._sheet.window.days):
            self._sheet = sheet
            self.dataChanged.emit(self.index(0, 0), self.index(sheet.weeks - 1, DAYS_OF_WEEK - 1))
            return
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def cell_at(self, index: Index) -> DayCell | None:
        if not index.isValid():
            return None
        return self._sheet.cells[index.row() * DAYS_OF_WEEK + index.column()]

    def index_of(self, day: date) -> QModelIndex:
        number = self._sheet.index_of(day)
        return QModelIndex() if number is None else self.index(*divmod(number, DAYS_OF_WEEK))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._sheet.weeks

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else DAYS_OF_WEEK

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        cell = self.cell_at(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cell.day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(cell)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not self._sheet.cells:
            return None
        if orientation == Qt.Orientation.Horizontal:
            day = self._sheet.cells[section].day
            texts = {
                Qt.ItemDataRole.DisplayRole: wording.day_name(day),
                Qt.ItemDataRole.AccessibleTextRole: wording.weekday(day),
            }
        else:
            week = self._sheet.cells[section * DAYS_OF_WEEK].day.isocalendar().week
            texts = {Qt.ItemDataRole.DisplayRole: self.tr("KW {week}").format(week=week)}
        return texts.get(Qt.ItemDataRole(role))

    def _spoken(self, cell: DayCell) -> str:
        zone = self._sheet.window.zone
        named = [f"{wording.span(row, zone)} {wording.title(row)}" for row in cell.rows]
        count = self.tr("{count} Termine").format(count=len(named)) if len(named) > 1 else ""
        nothing = "" if named else self.tr("keine Termine")
        return ", ".join(
            part for part in (wording.long_date(cell.day), cell.holiday, nothing, count, *named) if part
        )


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
    """Six weeks; an appointment can be dragged to another day, a day with many opens behind "+3 weitere"."""

    newRequested = Signal(object)
    """A ``NewAppointment``."""
    openRequested = Signal(object)
    """An ``AppointmentRow``."""
    rebookRequested = Signal(object)
    """A ``Rebooking``."""
    menuRequested = Signal(object, object, QPoint)
    """The row or None, the ``NewAppointment`` of that day or None, and where on the screen."""
    dayRequested = Signal(object)
    """Show this day by its hours."""
    dayChosen = Signal(object)
    """A person moved to this day."""
    selectionChosen = Signal(object)
    """The id of the appointment a person moved to, or None."""

    def __init__(self, sheet: MonthSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = MonthTable(sheet, self)
        self._resource: Resource | None = None
        self._today = sheet.window.day
        self._selected: UUID | None = None
        self._pressed: tuple[AppointmentRow, date, QPointF] | None = None
        self._target: date | None = None
        self._look = self._make_look()
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
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    # -- what it shows

    @property
    def selected_id(self) -> UUID | None:
        return self._selected

    @property
    def selected_row(self) -> AppointmentRow | None:
        return self.table.sheet.find(self._selected) if self._selected else None

    def show_sheet(self, sheet: MonthSheet, resource: Resource | None, today: date) -> None:
        """Take over a newer state or another month; ``resource`` is who gets what is newly booked here."""
        is_other = sheet.window.day != self.table.sheet.window.day
        self._resource, self._today = resource, today
        self.table.show_sheet(sheet)
        if self._selected is not None and sheet.find(self._selected) is None:
            self._selected = None
        if is_other or not self.currentIndex().isValid():
            self._go_to(sheet.window.day)
        self.viewport().update()

    def select(self, appointment_id: UUID | None) -> None:
        """A crowded month takes long to paint; a selection changes only the days of two appointments."""
        touched = {self._selected, appointment_id}
        self._selected = appointment_id
        for cell in self.table.sheet.cells:
            if any(row.appointment.id in touched for row in cell.rows):
                self.viewport().update(self.visualRect(self.table.index_of(cell.day)))

    def new_here(self) -> NewAppointment | None:
        """A new appointment on the current day, at nine."""
        cell = self.table.cell_at(self.currentIndex())
        return self._new_on(cell.day) if cell else None

    def _new_on(self, day: date) -> NewAppointment | None:
        if self._resource is None:
            return None
        start_at = at_local(datetime.combine(day, _FIRST_HOUR), self.table.sheet.window.zone)
        return NewAppointment(
            self._resource, Timed(start_at, start_at + timedelta(minutes=self._resource.step_minutes))
        )

    def _go_to(self, day: date) -> None:
        blocked = self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self.table.index_of(day))
        self.selectionModel().blockSignals(blocked)

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

    def paint_day(self, painter: QPainter, cell: DayCell, area: QRectF, *, is_current: bool) -> None:
        layout = lay_out_cell(cell, area, self._look)
        paint_cell(painter, layout, self._look, today=self._today, selected=self._selected)
        if cell.day == self._target:
            painter.fillRect(area, self._look.faded(self._look.tokens.accent, 0.8))
        if is_current and self.hasFocus():
            painter.setPen(QPen(self._look.tokens.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -2, -2))

    def _layout_at(self, position: QPointF) -> CellLayout | None:
        index = self.indexAt(position.toPoint())
        cell = self.table.cell_at(index)
        return lay_out_cell(cell, QRectF(self.visualRect(index)), self._look) if cell else None

    # -- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        layout = self._layout_at(event.position())
        if layout is None:
            return
        self.setCurrentIndex(self.table.index_of(layout.cell.day))
        row = layout.row_at(event.position())
        self._choose(row)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if row is not None and row.appointment.is_movable:
            self._pressed = (row, layout.cell.day, event.position())
        elif layout.more_at(event.position()):
            self.dayRequested.emit(layout.cell.day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        _row, source, origin = self._pressed
        is_near = (event.position() - origin).manhattanLength() < QApplication.startDragDistance()
        if self._target is None and is_near:
            return
        layout = self._layout_at(event.position())
        self._aim_at(layout.cell.day if layout else source)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pressed, target = self._pressed, self._target
        self._let_go()
        if pressed is not None and target is not None:
            self._move(pressed[0], pressed[1], target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        layout = self._layout_at(event.position())
        self._let_go()
        if layout is None or event.button() != Qt.MouseButton.LeftButton:
            return
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

    def _let_go(self) -> None:
        self._pressed = None
        self._aim_at(None)
        self.viewport().unsetCursor()

    def _aim_at(self, target: date | None) -> None:
        if target == self._target:
            return
        for day in (self._target, target):
            if day is not None:
                self.viewport().update(self.visualRect(self.table.index_of(day)))
        self._target = target

    # -- the keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key == Qt.Key.Key_Escape and self._pressed is not None:
            self._let_go()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not modifiers:
            self._open_current()
        elif modifiers == Qt.KeyboardModifier.ControlModifier and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif modifiers == Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self._carry(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def _open_current(self) -> None:
        row, cell = self.selected_row, self.table.cell_at(self.currentIndex())
        if row is not None:
            self.openRequested.emit(row)
        elif cell is not None:
            self.dayRequested.emit(cell.day)

    def _step(self, direction: int) -> None:
        """To the next appointment of the day, and say it."""
        cell = self.table.cell_at(self.currentIndex())
        if cell is None or not cell.rows:
            announce(self, self.tr("keine Termine"))
            return
        ids = [row.appointment.id for row in cell.rows]
        if self._selected in ids:
            number = min(max(ids.index(self._selected) + direction, 0), len(ids) - 1)
        else:
            number = 0 if direction > 0 else len(ids) - 1
        self._choose(cell.rows[number])
        announce(self, wording.spoken(cell.rows[number], self._look.zone))

    def _carry(self, days: int) -> None:
        row, cell = self.selected_row, self.table.cell_at(self.currentIndex())
        if row is None or cell is None or not row.appointment.is_movable:
            return
        target = cell.day + timedelta(days=days)
        self._move(row, cell.day, target)
        index = self.table.index_of(target)
        if index.isValid():
            self._go_to(target)
            self.dayChosen.emit(target)

    def _move(self, row: AppointmentRow, source: date, target: date) -> None:
        rebooking = moved_to_day(row, source, target, self.table.sheet.window)
        if rebooking.is_change:
            self.rebookRequested.emit(rebooking)

    def _choose(self, row: AppointmentRow | None) -> None:
        self.select(row.appointment.id if row else None)
        self.selectionChosen.emit(self._selected)

    def _on_current_changed(self, current: QModelIndex) -> None:
        cell = self.table.cell_at(current)
        if cell is not None:
            self._choose(None)
            self.dayChosen.emit(cell.day)
