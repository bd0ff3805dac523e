"""Where the plan is shown: as hours, a month, a year or a list, or a word where there is nothing to show."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from terminplaner.services.queries import AppointmentRow, Plan
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.planner.loader import Sheet
from terminplaner.ui.planner.overviews.away_list import AwayList
from terminplaner.ui.planner.overviews.list_view import AppointmentListView
from terminplaner.ui.planner.overviews.month import MonthSheet
from terminplaner.ui.planner.overviews.month_view import MonthView
from terminplaner.ui.planner.overviews.year import YearSheet
from terminplaner.ui.planner.overviews.year_view import YearView
from terminplaner.ui.planner.plan.canvas import PlannerCanvas
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.plan.snapshot import Snapshot
from terminplaner.ui.planner.window import Mode, Window


class PlanStage(QStackedWidget):
    """Passes on what its views ask for, and keeps one selection for all of them."""

    newRequested = Signal(object)
    openRequested = Signal(object)
    rebookRequested = Signal(object)
    menuRequested = Signal(object, object, QPoint)
    dayRequested = Signal(object)
    """Show this day by its hours."""
    selectionChanged = Signal()

    def __init__(self, window: Window, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._now = now
        self._is_list = False
        self._listed: Iterable[AppointmentRow] | None = None
        """What the list has yet to take over; it is filled only while it is shown, for it is slow to fill."""
        self._has_resources = False
        self.canvas = PlannerCanvas(Snapshot.empty(window), now)
        self.list = AppointmentListView()
        self._month = MonthView(MonthSheet(window))
        self._year: YearView | None = None
        self._away = AwayList()
        self._empty = plain_label()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "muted")
        self._instead: QWidget = self._empty
        for view in (self.canvas, self.list, self._month, self._away, self._empty):
            self.addWidget(view)
        self.setCurrentWidget(self._empty)
        for source in (self.canvas, self._month):
            source.newRequested.connect(self.newRequested)
            source.rebookRequested.connect(self.rebookRequested)
        for shown in (self.canvas, self._month, self.list):
            shown.openRequested.connect(self.openRequested)
            shown.menuRequested.connect(self.menuRequested)
        self._month.dayRequested.connect(self.dayRequested)
        self.canvas.selectionChanged.connect(self._on_canvas_selection)
        self._month.selectionChosen.connect(self._on_month_selection)
        self.list.selectionChosen.connect(self._on_list_selection)

    @property
    def month(self) -> MonthView:
        return self._month

    @property
    def selected_id(self) -> UUID | None:
        return self._month.selected_id if self._window.mode is Mode.MONTH else self.canvas.selected_id

    @property
    def selected_row(self) -> AppointmentRow | None:
        """The appointment the keys act on."""
        match self._window.mode:
            case Mode.MONTH:
                return self._month.selected_row
            case Mode.YEAR:
                return None
        return self.canvas.selected_row

    @property
    def selected_rows(self) -> tuple[AppointmentRow, ...]:
        """Every chosen appointment, by start."""
        if self._window.has_columns:
            return self.canvas.selected_rows
        row = self.selected_row
        return (row,) if row is not None else ()

    def new_when_free(self) -> NewAppointment | None:
        """A new appointment where the cursor stands, or later where that is taken."""
        if self._window.mode is Mode.MONTH:
            return self._month.new_here()
        return self.canvas.new_when_free() if self._window.has_columns else None

    def show_sheet(self, window: Window, plan: Plan, sheet: Sheet) -> None:
        """Take over a newer state of the window, or another window."""
        self._window, self._has_resources = window, bool(window.resource_ids)
        today = self._now.astimezone(window.zone).date()
        if isinstance(sheet, YearSheet):
            self._year_view(sheet).show_sheet(sheet, today)
            self._away.show_sheet(sheet)
        elif isinstance(sheet, MonthSheet):
            self._month.show_sheet(sheet, next(iter(plan.resources), None), today)
            self._listed = _by_start(plan)
        else:
            self.canvas.show_snapshot(sheet)
            self._listed = sheet.rows()
        self._show_current()

    def show_list(self, is_list: bool) -> None:
        """Show a table instead of the calendar, or the other way round."""
        self._is_list = is_list
        self._show_current()

    def show_nothing(self, reason: str) -> None:
        """What to say where no resource is shown."""
        self._empty.setText(reason)
        self._instead = self._empty

    def show_instead(self, page: QWidget) -> None:
        """What to show where no resource is shown."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self._instead = page

    def show_now(self, now: datetime) -> None:
        self._now = now
        self.canvas.show_now(now)

    def reveal(self, appointment_id: UUID) -> bool:
        """Select an appointment and bring it into sight; False where it is not shown."""
        if self._window.mode is Mode.MONTH:
            self._month.select(appointment_id)
        elif self.canvas.board.snapshot.find(appointment_id) is not None:
            self.canvas.reveal(appointment_id)
        return self.selected_row is not None and self.selected_id == appointment_id

    def _show_current(self) -> None:
        wanted = self._wanted()
        if wanted is self.list and self._listed is not None:
            self.list.show_rows(tuple(self._listed), self._window.zone, self.selected_id)
            self._listed = None
        self.setCurrentWidget(wanted)
        self.setFocusProxy(wanted)

    def _wanted(self) -> QWidget:
        if not self._has_resources:
            return self._instead
        if self._window.mode is Mode.YEAR:
            return self._away if self._is_list or self._year is None else self._year
        if self._is_list:
            return self.list
        return self._month if self._window.mode is Mode.MONTH else self.canvas

    def _year_view(self, sheet: YearSheet) -> YearView:
        """Made when it is first wanted: its table is slow to make, and most people never open it."""
        if self._year is None:
            self._year = YearView(sheet)
            self._year.dayRequested.connect(self.dayRequested)
            self.addWidget(self._year)
        return self._year

    def _on_canvas_selection(self) -> None:
        if self._window.has_columns:
            self.list.select(self.canvas.selected_id)
            self.selectionChanged.emit()

    def _on_month_selection(self, appointment_id: UUID | None) -> None:
        self.list.select(appointment_id)
        self.selectionChanged.emit()

    def _on_list_selection(self, appointment_id: UUID) -> None:
        if self._window.mode is Mode.MONTH:
            self._month.select(appointment_id)
            self.selectionChanged.emit()
        else:
            self.canvas.select(appointment_id)


def _by_start(plan: Plan) -> tuple[AppointmentRow, ...]:
    return tuple(sorted(plan.rows, key=lambda row: row.appointment.when.interval(row.zone).start_at))
