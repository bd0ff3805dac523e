"""The tab "Terminplaner": it puts the navigation, the views, the commands and the side panels together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.people import Customer
from terminplaner.services.choices import Choices
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import Banner
from terminplaner.ui.page import Page
from terminplaner.ui.planner.actions import PlannerActions
from terminplaner.ui.planner.availability.availability_actions import AvailabilityActions
from terminplaner.ui.planner.availability.availability_commands import AvailabilityCommands
from terminplaner.ui.planner.beside import BesidePlan
from terminplaner.ui.planner.booking_notice import BookingNotice
from terminplaner.ui.planner.carry_hint import CarryHint
from terminplaner.ui.planner.commands import AppointmentCommands
from terminplaner.ui.planner.context_menu import ContextMenu
from terminplaner.ui.planner.customer_elsewhere import CustomerElsewhere
from terminplaner.ui.planner.editing import Editing
from terminplaner.ui.planner.loader import Loaded
from terminplaner.ui.planner.memory import PlannerMemory
from terminplaner.ui.planner.navigation.filtering import NO_FILTER
from terminplaner.ui.planner.navigation.navigator import PlanNavigator
from terminplaner.ui.planner.navigation.toolbar import PlannerToolbar
from terminplaner.ui.planner.navigation.view_tabs import ViewTabs
from terminplaner.ui.planner.panels.side_area import SideArea
from terminplaner.ui.planner.panels.side_panel import PanelArea, PanelOffer
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.showing import PlanShowing
from terminplaner.ui.planner.stage import PlanStage
from terminplaner.ui.planner.window import Mode, Window
from terminplaner.ui.planner.wishes import PlannerWishes
from terminplaner.ui.printing.actions import PrintActions
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_NOW_EVERY_MS = 20_000


class PlannerPage(Page):
    """Its parts do the work: ``PlanShowing`` shows, ``PlannerWishes`` acts, ``BesidePlan`` has the panels."""

    stepWanted = Signal(object)
    """The ``Place`` where somebody wants to take a first step."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self._banner = Banner()
        self._offer_banner = Banner()
        self._tabs = ViewTabs()
        self._toolbar = PlannerToolbar()
        self._navigator = PlanNavigator(services, session, tasks, self)
        self._stage = PlanStage(self._navigator.window, services.clock.now())
        self._canvas = self._stage.canvas
        self._stage.show_actor(session.actor)
        self._commands = AppointmentCommands(services, session, tasks, self._banner, self)
        self._showing = PlanShowing(
            *(services, session, tasks, self._navigator, self._commands),
            *(self._stage, self._toolbar, self._tabs),
        )
        self.editing = Editing(self._stage, QGuiApplication.clipboard(), self)
        self.context_menu = ContextMenu(self._commands, self.editing, session.branch, self)
        self._panels = PanelArea()
        self._side = SideArea(self._panels)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self.entries = PlannerActions(self)
        absences = AvailabilityCommands(services, session, tasks, self)
        self.availability = AvailabilityActions(absences, self)
        self._above.addWidget(self.availability.notice)
        self._above.addWidget(BookingNotice(self._commands))
        self._wishes = PlannerWishes(
            self._stage, self._navigator, self._commands, self.availability, self.context_menu, self
        )
        self._elsewhere = CustomerElsewhere(services, tasks, self._stage, self._wishes, self)
        self._below.addWidget(self._elsewhere)
        self._beside = BesidePlan(
            *(services, session, tasks, self._navigator, self._wishes, self.entries),
            *(self._toolbar, self._panels, self._offer_banner),
        )
        self._calendar_switch = self.entries.add_view_switch(
            self.tr("Kalender neben dem Plan"), "Ctrl+K", self._side.show_calendar
        )
        self.printing = PrintActions(services, session, tasks, self)
        absences.openRequested.connect(self._wishes.open)
        absences.refused.connect(lambda text: self._banner.show_message(text, "info"))
        self._connect()
        self._clock = QTimer(self)
        self._clock.setInterval(_NOW_EVERY_MS)
        self._clock.timeout.connect(self._on_tick)
        self._clock.start()
        self._showing.show_window()
        if not session.actor.may_plan_something:
            self._toolbar.forbid_new(session.actor)

    # -- building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._above.setContentsMargins(Space.M, 0, Space.M, 0)
        self._above.setSpacing(Space.XS)
        self._showing.stand_in(self._above)
        column.addWidget(self._tabs)
        column.addWidget(self._toolbar)
        column.addLayout(self._above)
        self._splitter.addWidget(self._stage)
        self._splitter.addWidget(self._side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        column.addWidget(self._splitter, 1)
        # Below the calendar: a message that comes must not move what somebody is pointing at.
        column.addWidget(CarryHint(self._stage))
        column.addLayout(self._below)
        column.addWidget(self._offer_banner)
        column.addWidget(self._banner)

    def _connect(self) -> None:
        bar, commands, navigator, stage = self._toolbar, self._commands, self._navigator, self._stage
        entries = self.entries
        self._tabs.chosen.connect(navigator.choose_view)
        bar.turned.connect(navigator.turn)
        bar.todayRequested.connect(navigator.go_to_today)
        bar.modeChosen.connect(navigator.show_mode)
        bar.listToggled.connect(self.show_list)
        bar.newRequested.connect(self.new_appointment)
        bar.undoRequested.connect(self.undo)
        bar.redoRequested.connect(self.redo)
        bar.resources.changed.connect(self._on_resources)
        bar.filter.changed.connect(navigator.filter)
        self._toolbar.add_panel_switch(self._calendar_switch)
        self._side.calendarShown.connect(self._calendar_switch.setChecked)
        self._side.calendarBuilt.connect(self._showing.serve)
        self._showing.notice.cleared.connect(self.clear_filter)
        self._showing.choicesRead.connect(self._on_choices)
        self._showing.read.connect(self._on_read)
        self._showing.stepWanted.connect(self.stepWanted)
        self._showing.shown.connect(self._on_shown)
        self._canvas.dragLost.connect(self._on_drag_lost)
        stage.rebookRequested.connect(commands.rebook)
        stage.dayRequested.connect(navigator.show_day)
        stage.goToRequested.connect(navigator.go_to)
        stage.calendarRequested.connect(self._show_calendar)
        stage.selectionChanged.connect(self._name_actions)
        commands.staleSeen.connect(self.refresh)
        commands.telling.furtherOffered.connect(lambda is_offered: entries.offer_following(is_offered=is_offered))
        navigator.moved.connect(self._banner.close_message)
        self._beside.closed.connect(self._stage.setFocus)
        self.availability.editingChanged.connect(self._canvas.show_rules)
        self.context_menu.availabilityRequested.connect(self.availability.new_at)
        self.context_menu.absenceRequested.connect(self.availability.new_absence)
        self.context_menu.absenceEditRequested.connect(self.availability.edit_absence)
        self.context_menu.absenceDeleteRequested.connect(self.availability.delete_absence)
        stage.absenceRequested.connect(self.availability.new_absence_on)
        stage.absenceEditRequested.connect(self.availability.edit_absence)
        for source in (self.context_menu, commands, self._beside):
            source.slipRequested.connect(self.printing.print_slip)

    # -- the window in time

    @property
    def shown_window(self) -> Window:
        return self._navigator.window

    @property
    def is_dirty(self) -> bool:
        has_dialog_input = self._commands.has_unsaved_input or self.availability.has_unsaved_input
        return has_dialog_input or self._beside.is_dirty

    def turn(self, pages: int) -> None:
        """So many pages on, negative back."""
        self._navigator.turn(pages)

    def turn_tab(self, steps: int) -> None:
        """So many views on, negative back."""
        self._tabs.turn(steps)

    def go_to(self, day: date) -> None:
        self._navigator.go_to(day)

    def go_to_today(self) -> None:
        self._navigator.go_to_today()

    def ask_for_day(self) -> None:
        """Open the dialog "Gehe zu Datum"."""
        from terminplaner.ui.planner.navigation.go_to_dialog import GoToDialog

        dialog = GoToDialog(self._navigator.today, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.go_to)
        dialog.open()

    def show_mode(self, mode: Mode) -> None:
        self._navigator.show_mode(mode)

    def focus_plan(self) -> None:
        """Give the keyboard to the plan.  No focus proxy: Tab would no longer lead to the line of buttons."""
        self._stage.setFocus()

    def show_list(self, is_list: bool) -> None:
        """Show a table instead of the calendar, or the other way round."""
        self._navigator.state = replace(self._navigator.state, is_list=is_list)
        self._toolbar.show_list(is_list)
        self._stage.show_list(is_list)
        self._stage.setFocus()

    def toggle_list(self) -> None:
        self.show_list(not self._navigator.state.is_list)

    def _show_calendar(self) -> None:
        """Show something that can be put down into."""
        if self._navigator.window.mode is Mode.YEAR:
            self._navigator.show_mode(Mode.DAY)
        self.show_list(False)

    def clear_filter(self) -> None:
        self._navigator.filter(NO_FILTER)

    def toggle_cancelled(self) -> None:
        """Show the cancelled appointments too, or no longer."""
        chosen = self._navigator.state.filter
        self._navigator.filter(replace(chosen, shows_cancelled=not chosen.shows_cancelled))

    def open_filter(self) -> None:
        self._toolbar.filter.open_popup()

    def zoom_by(self, steps: int) -> None:
        """Higher hours (positive) or lower; 0 goes back to the normal size."""
        if steps:
            self._canvas.zoom_by(steps)
        else:
            self._canvas.set_zoom(1.0)

    def restore_state(self, settings: QSettings) -> None:
        """Come back as this user left this workstation: tab, mode, filter, resources, zoom, panel, columns."""
        memory = PlannerMemory(settings, self.session.actor.user.id)
        state = memory.state()
        self._canvas.set_zoom(state.zoom)
        self._splitter.restoreState(memory.splitter())
        self._stage.list.restore_columns(memory.columns())
        self._beside.restore(state.panel)
        if state.shows_calendar:
            self._side.show_calendar(True)
        self._navigator.restore(state)
        self.show_list(state.is_list)

    def save_state(self, settings: QSettings) -> None:
        state = replace(
            self._navigator.state,
            zoom=self._canvas.zoom,
            panel=self._beside.panel_title,
            shows_calendar=self._side.shows_calendar,
        )
        memory = PlannerMemory(settings, self.session.actor.user.id)
        memory.keep(state, self._splitter.saveState(), self._stage.list.save_columns())

    def _on_tick(self) -> None:
        self._stage.show_now(self.services.clock.now())

    def _on_resources(self) -> None:
        self._navigator.hide(self._toolbar.resources.hidden_ids)

    # -- reading

    def refresh(self, change_set: ChangeSet | None = None) -> None:
        """Reload what is shown if ``change_set`` can be seen here; None may be anything."""
        self._name_undo()
        if change_set is not None:
            self._commands.notice(change_set)
        self._navigator.notice(change_set)
        self._beside.refresh(change_set)

    def _on_choices(self, choices: Choices) -> None:
        self._wishes.choices = choices
        self.editing.repeats_copies = choices.settings.copy_repeatedly
        self._beside.offer_waiting_list(choices.settings.use_waiting_lists)

    def _on_read(self, loaded: Loaded) -> None:
        self.printing.look_at(loaded.window.day, loaded.plan.resources, len(loaded.window.days))
        self.availability.look_at(loaded.window, loaded.plan, loaded.choices)
        self._elsewhere.look_at(loaded)

    def _on_shown(self) -> None:
        self._wishes.select_expected()
        self._name_undo()
        self._name_actions()

    def _name_undo(self) -> None:
        self._toolbar.show_undo(self.services.undo.undo_command, self.services.undo.redo_command)

    def _name_actions(self) -> None:
        row = self._stage.selected_row
        self.entries.name_for(row)
        self.printing.name_for(row)

    def show_appointment(self, row: AppointmentRow) -> None:
        """Lead to an appointment by its hours, and choose it."""
        self._wishes.show(row)

    # -- beside the plan

    def add_panel(self, offer: PanelOffer) -> None:
        """Offer a panel in the toolbar's menu and in the menu bar; it is shown at the right of the plan."""
        self._beside.add(offer)

    def show_panel(self, offer: PanelOffer, is_shown: bool = True) -> None:
        """Show a panel in the place of any other, or close it."""
        self._beside.show(offer, is_shown)

    # -- wishes

    def undo(self) -> None:
        """Take the last step back and say so; nothing happens where there is none."""
        self._commands.undo()

    def move_following(self) -> None:
        """Let those that follow in a series go with the one that was just moved."""
        self._commands.telling.go_further()

    def redo(self) -> None:
        """Do the last step that was taken back again."""
        self._commands.redo()

    def new_appointment(self) -> None:
        """Open the dialog for a new appointment at the cursor, or in the next free slot below it."""
        self._wishes.new_appointment()

    def book_for(self, customer: Customer, name: str) -> None:
        """Let the next new appointment be for a customer, whom the screen calls ``name``."""
        self._commands.book_for(customer, name)

    def open_selected(self) -> None:
        self._wishes.open_selected()

    def cancel_selected(self) -> None:
        self._wishes.cancel_selected()

    def choose_all(self) -> None:
        """Choose every appointment of the cursor's column or day, then every one shown."""
        self._stage.choose_all()

    def menu_for(self, row: AppointmentRow | None, place: NewAppointment | None) -> QMenu:
        """The context menu on an appointment, or the chosen ones it is among (None: on empty ground)."""
        return self._wishes.menu_for(row, place)

    def _on_drag_lost(self) -> None:
        self._banner.show_message(
            self.tr("Der Termin wurde gerade anderswo geändert. Er steht jetzt, wo er hingehört."), "warning"
        )
