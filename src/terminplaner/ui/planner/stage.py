"""Where the plan is shown: as hours, a month, a year or a list, or a word where there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.resource import Resource
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.permissions import Actor
from terminplaner.services.queries import Plan
from terminplaner.ui.forms import announce
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.planner.loader import Sheet
from terminplaner.ui.planner.overviews.list_entries import entries_of, place_of
from terminplaner.ui.planner.overviews.list_table import Entry
from terminplaner.ui.planner.overviews.list_view import AppointmentListView
from terminplaner.ui.planner.overviews.month import MonthSheet
from terminplaner.ui.planner.overviews.month_view import MonthView
from terminplaner.ui.planner.overviews.year import YearSheet
from terminplaner.ui.planner.plan.canvas import PlannerCanvas
from terminplaner.ui.planner.plan.drags_out import DragsOut, Target
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.plan.selection import Selection
from terminplaner.ui.planner.plan.snapshot import Snapshot
from terminplaner.ui.planner.stage_hand import StageHand, Surface
from terminplaner.ui.planner.window import Mode, Window

if TYPE_CHECKING:
    from terminplaner.ui.planner.overviews.year_pages import YearPages


class PlanStage(QStackedWidget):
    """Passes on what its views ask for, and keeps one selection and one hand for all of them.

    The columns of hours and the month are surfaces: what is chosen is chosen there, also where the list shows it,
    and what is carried is put down there.  While the list or the year is shown it waits.
    """

    newRequested = Signal(object, QPoint)
    openRequested = Signal(object)
    rebookRequested = Signal(object)
    menuRequested = Signal(object, object, QPoint)
    hiddenRequested = Signal(object, object, QPoint)
    """The rows behind a "+2", the ``NewAppointment`` of that place, and where on the screen."""
    dayRequested = Signal(object)
    """Show this day by its hours."""
    absenceRequested = Signal(object, object)
    """A new absence for these whole days (``AllDay``), of the resource of this id where it is not None."""
    awayRequested = Signal(object)
    """Open what keeps somebody away, an ``Away``."""
    goToRequested = Signal(object)
    """Show this day in the same way as now."""
    turnRequested = Signal(int)
    """Show the page after (1) or before (-1)."""
    calendarRequested = Signal()
    """Show something that can be put down into."""
    placed = Signal(object, object)
    """``Carried`` and the ``Rebooking`` of each of its rows, to where it was put."""
    carriedChanged = Signal()
    dragLost = Signal()
    """What was dragged changed or vanished meanwhile; nothing is held any more."""
    selectionChanged = Signal()

    def __init__(self, window: Window, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._now = now
        self._is_list = False
        self._listed: Callable[[], Iterable[Entry]] | None = None
        """What the list has yet to take over; it is filled only while it is shown, for it is slow to fill."""
        self._has_resources = False
        self._branches: tuple[Branch, ...] = ()
        self.drag_targets: list[Target] = []
        """What stands beside the plan and takes what is dragged out of it."""
        self.hand = StageHand(lambda: self._shown_surface, self)
        self.canvas = PlannerCanvas(Snapshot.empty(window), now)
        self.list = AppointmentListView()
        self._month = MonthView(MonthSheet(window), now)
        self._chosen_in: Surface = self.canvas
        """The one that was shown last, the list beside it included."""
        self._year: YearPages | None = None
        self._empty = plain_label()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "muted")
        self._instead: QWidget = self._empty
        for view in (self.canvas, self.list, self._month, self._empty):
            self.addWidget(view)
        self.setCurrentWidget(self._empty)
        for source in (self.canvas, self._month):
            source.newRequested.connect(self.newRequested)
            source.goToRequested.connect(self.goToRequested)
            source.turnRequested.connect(self.turnRequested)
            source.placed.connect(self.placed)
            source.carriedChanged.connect(self.carriedChanged)
            source.dragLost.connect(self.dragLost)
            source.carriedChanged.connect(DragsOut(source, source.viewport(), self.drag_targets).look)
        self.canvas.carriedChanged.connect(DragsOut(self.canvas, self.canvas.lane, self.drag_targets).look)
        self.canvas.rebookRequested.connect(self.rebookRequested)
        self.canvas.hiddenRequested.connect(self.hiddenRequested)
        self.canvas.chosen.changed.connect(partial(self._on_chosen, self.canvas))
        self._month.chosen.changed.connect(partial(self._on_chosen, self._month))
        for shown in (self.canvas, self._month, self.list):
            shown.openRequested.connect(self.openRequested)
        for source in (self.canvas, self._month):
            source.menuRequested.connect(self.menuRequested)
        self.list.menuRequested.connect(self._on_list_menu)
        self.list.awayRequested.connect(self.awayRequested)
        self._month.dayRequested.connect(self.dayRequested)
        self.list.selectionChosen.connect(self._on_list_selection)
        self.list.escaped.connect(self.hand.put_down)
        self.hand.carriedChanged.connect(self.carriedChanged)
        self.hand.calendarRequested.connect(self.calendarRequested)

    @property
    def month(self) -> MonthView:
        return self._month

    # -- what is chosen

    @property
    def _surface(self) -> Surface | None:
        """Where things are chosen, the list beside it included; None in the year."""
        if self._window.mode is Mode.YEAR:
            return None
        return self._month if self._window.mode is Mode.MONTH else self.canvas

    @property
    def _shown_surface(self) -> Surface | None:
        """Where something can be put down now."""
        shown = self.currentWidget()
        return shown if isinstance(shown, PlannerCanvas | MonthView) else None

    @property
    def current_row(self) -> AppointmentRow | None:
        """The appointment the keys act on."""
        return self._surface.chosen.current if self._surface else None

    @property
    def chosen_rows(self) -> tuple[AppointmentRow, ...]:
        """Every chosen appointment, by start."""
        return self._surface.chosen.rows if self._surface else ()

    def choose_all(self) -> None:
        """Choose everything near the cursor; the second time, or in the list at once, everything shown."""
        if self.currentWidget() is self.list:
            self.list.selectAll()
        elif self._surface is not None:
            self._surface.choose_all()

    @property
    def has_columns(self) -> bool:
        """Whether each place is one of a resource: neither in a month nor in a list."""
        return self.currentWidget() is self.canvas

    def source_of_chosen(self) -> Resource | None:
        """The resource that what is chosen would be taken from; None where the view does not tell."""
        return self._shown_surface.source_of_chosen() if self._shown_surface else None

    # -- what is new

    def new_when_free(self) -> NewAppointment | None:
        """A new appointment where the cursor stands, or later where that is taken."""
        if self._surface is not None:
            return self._surface.new_when_free()
        return self._year.new_here() if self._year is not None else None

    def corner(self) -> QPoint:
        """Where a menu opens for the keyboard, on the screen."""
        if self._shown_surface is not None:
            return self._shown_surface.corner()
        return self.mapToGlobal(self.rect().center())

    def say(self, text: str) -> None:
        """Tell a screen reader."""
        if self._shown_surface is not None:
            self._shown_surface.say(text)
        else:
            announce(self, text)

    # -- what is shown

    def show_actor(self, actor: Actor) -> None:
        """Who plans here, for the feedback while something is held."""
        self.canvas.show_actor(actor)
        self._month.show_actor(actor)

    def show_settings(self, settings: ChainSettings) -> None:
        """What the chain allows, for the feedback while something is held."""
        self.canvas.show_settings(settings)
        self._month.show_settings(settings)

    def book_for(self, customer_id: UUID | None) -> None:
        """New appointments are for this customer, whose others are marked; None for nobody in particular."""
        self.canvas.book_for(customer_id)
        self._month.book_for(customer_id)

    def show_branches(self, branches: tuple[Branch, ...]) -> None:
        """Those of the chain, by which resources of the same name are told apart."""
        self._branches = branches

    def show_sheet(self, window: Window, plan: Plan, sheet: Sheet) -> None:
        """Take over a newer state of the window, or another window."""
        self._window, self._has_resources = window, bool(window.resource_ids)
        if isinstance(sheet, YearSheet):
            today = self._now.astimezone(window.zone).date()
            self._year_pages(sheet).show_sheet(sheet, today, self._branches)
        elif isinstance(sheet, MonthSheet):
            self._month.show_sheet(sheet, next(iter(plan.resources), None), self._now)
            self._listed = partial(entries_of, window, plan)
        else:
            self.canvas.show_snapshot(sheet)
            self._listed = partial(entries_of, window, plan)
        self._hand_over_chosen()
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
        """Choose an appointment and bring it into sight; False where it is not shown."""
        surface = self._surface
        if surface is None or not surface.shows(appointment_id):
            return False
        surface.reveal(appointment_id)
        return True

    def _show_current(self) -> None:
        wanted = self._wanted()
        if wanted is self.list and self._surface is not None:
            if self._listed is not None:
                self.list.show_entries(tuple(self._listed()), self._window.zone)
                self._listed = None
            self.list.choose(self._surface.chosen.selection)
        if wanted is not self.currentWidget():
            self.hand.leave()
        self.setCurrentWidget(wanted)
        self.hand.arrive()
        self.setFocusProxy(wanted)

    def _hand_over_chosen(self) -> None:
        """What is chosen goes along to another surface, as far as it is shown there; the year leaves it alone."""
        surface, before = self._surface, self._chosen_in
        if surface is None or surface is before:
            return
        self._chosen_in = surface
        selection = before.chosen.selection
        gone = {key for key in selection.ids if not surface.shows(key)}
        surface.chosen.choose(selection.without(gone))

    def _wanted(self) -> QWidget:
        if not self._has_resources:
            return self._instead
        if self._window.mode is Mode.YEAR and self._year is not None:
            self._year.show_list(is_list=self._is_list)
            return self._year
        if self._is_list:
            return self.list
        return self._month if self._window.mode is Mode.MONTH else self.canvas

    def _year_pages(self, sheet: YearSheet) -> YearPages:
        """Made when they are first wanted: their tables are slow to make, and most people never open them."""
        if self._year is None:
            from terminplaner.ui.planner.overviews.year_pages import YearPages

            self._year = YearPages(sheet)
            self._year.dayRequested.connect(self.dayRequested)
            self._year.absenceRequested.connect(self.absenceRequested)
            self._year.awayRequested.connect(self.awayRequested)
            self.addWidget(self._year)
        return self._year

    def _on_chosen(self, source: Surface, _before: Selection, chosen: Selection) -> None:
        if source is not self._surface:
            return
        if self.currentWidget() is self.list:
            self.list.choose(chosen)
        self.selectionChanged.emit()

    def _on_list_menu(self, entry: Entry | None, corner: QPoint) -> None:
        """Something new begins where the line does; beside the lines where the view begins it."""
        place = place_of(entry, self._window) if entry is not None else None
        row = entry if isinstance(entry, AppointmentRow) else None
        self.menuRequested.emit(row, place or self.new_when_free(), corner)

    def _on_list_selection(self, selection: Selection) -> None:
        if self._surface is not None:
            self._surface.chosen.choose(selection)
