"""The tab "Terminplaner": it puts the navigation, the views, the commands and the side panels together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, QSettings, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.series import first_day
from terminplaner.services.queries import AppointmentRow, Plan
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import Banner, small_print
from terminplaner.ui.messages import describe
from terminplaner.ui.page import Page
from terminplaner.ui.planner.actions import PlannerActions
from terminplaner.ui.planner.availability.availability_actions import AvailabilityActions
from terminplaner.ui.planner.availability.availability_commands import AvailabilityCommands
from terminplaner.ui.planner.choices import Choices
from terminplaner.ui.planner.commands import AppointmentCommands
from terminplaner.ui.planner.context_menu import ContextMenu
from terminplaner.ui.planner.editing import Editing
from terminplaner.ui.planner.loader import Loaded, Sheet, lay_out
from terminplaner.ui.planner.memory import PlannerMemory
from terminplaner.ui.planner.navigation.filter_button import FilterNotice
from terminplaner.ui.planner.navigation.filtering import NO_FILTER
from terminplaner.ui.planner.navigation.go_to_dialog import GoToDialog
from terminplaner.ui.planner.navigation.navigator import PlanNavigator
from terminplaner.ui.planner.navigation.toolbar import PlannerToolbar
from terminplaner.ui.planner.navigation.view_tabs import ViewTabs
from terminplaner.ui.planner.panels.free_slot_panel import FreeSlotPanel
from terminplaner.ui.planner.panels.search_panel import SearchPanel
from terminplaner.ui.planner.panels.side_panel import PanelArea, SidePanel
from terminplaner.ui.planner.panels.waiting_offers import WaitingOffers
from terminplaner.ui.planner.panels.waiting_panel import WaitingListPanel
from terminplaner.ui.planner.plan.carrying import Carried
from terminplaner.ui.planner.plan.gestures import NewAppointment, Rebooking
from terminplaner.ui.planner.stage import PlanStage
from terminplaner.ui.planner.window import Mode, Window
from terminplaner.ui.printing.actions import PrintActions
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_NOW_EVERY_MS = 20_000


class PlannerPage(Page):
    """What is wished for in any of its parts meets here; what a part does, it does by itself."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, session, tasks, parent)
        now = services.clock.now()
        self._navigator = PlanNavigator(services, session, tasks, self)
        self._choices: Choices | None = None
        self._to_select: UUID | None = None
        self._banner = Banner()
        self._load_banner = Banner()
        self._offer_banner = Banner()
        self._load_banner.actionRequested.connect(self._navigator.load)
        self._tabs = ViewTabs()
        self._toolbar = PlannerToolbar()
        self._notice = FilterNotice()
        self._heading = small_print()
        self._stage = PlanStage(self._navigator.window, now)
        self._canvas = self._stage.canvas
        self._commands = AppointmentCommands(services, session, tasks, self._banner, self)
        self.editing = Editing(self._canvas, QGuiApplication.clipboard(), self)
        self.context_menu = ContextMenu(self._commands, self.editing, session.branch, self)
        self._panels = PanelArea()
        self._panel_switches: dict[SidePanel, QAction] = {}
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._above = QVBoxLayout()
        self._lay_out()
        self._connect()
        self._actions = PlannerActions(self)
        absences = AvailabilityCommands(services, session, tasks, self)
        absences.changed.connect(self.refresh)
        absences.openRequested.connect(self._on_open)
        self.availability = AvailabilityActions(absences, self)
        self.context_menu.availabilityRequested.connect(self.availability.new_at)
        self.context_menu.absenceRequested.connect(self.availability.new_absence)
        self.availability.editingChanged.connect(self._canvas.show_rules)
        self._above.addWidget(self.availability.notice)
        self.add_panel(FreeSlotPanel(services, session, tasks))
        self.printing = PrintActions(services, session, tasks, self)
        self.context_menu.slipRequested.connect(self.printing.print_slip)
        self._commands.slipRequested.connect(self.printing.print_slip)
        self._waiting_list = WaitingListPanel(services, session, tasks)
        self._offers = WaitingOffers(services, session, tasks, self._offer_banner, self)
        self._add_panels()
        self._clock = QTimer(self)
        self._clock.setInterval(_NOW_EVERY_MS)
        self._clock.timeout.connect(self._on_tick)
        self._clock.start()
        self._show_window()

    # -- building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = self._above
        above.setContentsMargins(Space.M, 0, Space.M, 0)
        above.setSpacing(Space.XS)
        for part in (self._heading, self._load_banner, self._notice):
            above.addWidget(part)
        column.addWidget(self._tabs)
        column.addWidget(self._toolbar)
        column.addLayout(above)
        self._splitter.addWidget(self._stage)
        self._splitter.addWidget(self._panels)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        column.addWidget(self._splitter, 1)
        # Below the calendar: a message that comes must not move what somebody is pointing at.
        column.addWidget(self._offer_banner)
        column.addWidget(self._banner)

    def _connect(self) -> None:
        bar, canvas, commands, navigator = self._toolbar, self._canvas, self._commands, self._navigator
        self._tabs.chosen.connect(navigator.choose_view)
        bar.turned.connect(navigator.turn)
        bar.todayRequested.connect(navigator.go_to_today)
        bar.dayChosen.connect(navigator.go_to)
        bar.modeChosen.connect(navigator.show_mode)
        bar.listToggled.connect(self.show_list)
        bar.newRequested.connect(self.new_appointment)
        bar.undoRequested.connect(self.undo)
        bar.redoRequested.connect(self.redo)
        bar.resources.changed.connect(self._on_resources)
        bar.filter.changed.connect(navigator.filter)
        bar.calendar.daysWanted.connect(self._mark_days)
        self._notice.cleared.connect(self.clear_filter)
        canvas.placed.connect(self._on_placed)
        canvas.dragLost.connect(self._on_drag_lost)
        stage = self._stage
        stage.newRequested.connect(self._on_new)
        stage.rebookRequested.connect(commands.rebook)
        stage.openRequested.connect(self._on_open)
        stage.menuRequested.connect(self._on_menu)
        stage.dayRequested.connect(navigator.show_day)
        stage.selectionChanged.connect(self._name_actions)
        commands.expected.connect(self._show_plan)
        commands.refused.connect(self._on_refused)
        commands.changed.connect(self.refresh)
        commands.booked.connect(self._on_booked)
        commands.showRequested.connect(self._on_show)
        navigator.moved.connect(self._on_moved)
        navigator.loaded.connect(self._on_loaded)
        navigator.failed.connect(self._on_load_failed)
        self._panels.shown.connect(self._on_panel_shown)

    # -- the window in time

    @property
    def shown_window(self) -> Window:
        return self._navigator.window

    @property
    def is_dirty(self) -> bool:
        has_dialog_input = self._commands.has_unsaved_input or self.availability.has_unsaved_input
        return has_dialog_input or any(panel.is_dirty for panel in self._panels.panels)

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
        for panel in self._panels.panels:
            if panel.title == state.panel:
                self._panels.show_panel(panel)
        self._navigator.restore(state)
        self.show_list(state.is_list)

    def save_state(self, settings: QSettings) -> None:
        panel = self._panels.panel
        state = replace(self._navigator.state, zoom=self._canvas.zoom, panel=panel.title if panel else "")
        memory = PlannerMemory(settings, self.session.actor.user.id)
        memory.keep(state, self._splitter.saveState(), self._stage.list.save_columns())

    def _on_moved(self) -> None:
        self._banner.close_message()
        self._show_window()

    def _show_window(self) -> None:
        navigator = self._navigator
        self._toolbar.show_window(navigator.window, navigator.today)
        self._tabs.choose(navigator.state.view_id)

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
        self._panels.refresh(change_set)
        self._offers.notice(change_set)

    def _on_loaded(self, loaded: Loaded) -> None:
        self._load_banner.close_message()
        if loaded.choices != self._choices:
            self._choices = loaded.choices
            self._canvas.show_settings(loaded.choices.settings)
            self.editing.repeats_copies = loaded.choices.settings.copy_repeatedly
            self._toolbar.filter.offer(loaded.choices)
            self._offer_panel(self._waiting_list, is_offered=loaded.choices.settings.use_waiting_lists)
        self._toolbar.filter.show_filter(loaded.wish.filter)
        self._notice.show_filter(loaded.wish.filter, loaded.choices, loaded.hidden_rows)
        self._toolbar.resources.offer(loaded.resources, loaded.wish.hidden_ids)
        self._tabs.offer(loaded.views)
        self._tabs.choose(self._navigator.state.view_id)
        self._toolbar.show_mode(loaded.window)
        self._say_heading(loaded.window)
        self.printing.look_at(loaded.window.day, loaded.plan.resources, len(loaded.window.days))
        self.availability.look_at(loaded.window, loaded.plan, loaded.choices)
        expected = self._commands.applied_to(loaded.plan)
        is_as_expected = expected is loaded.plan
        self._show(expected, loaded.sheet if is_as_expected else lay_out(loaded.window, expected))

    def _on_load_failed(self, error: TerminplanerError) -> None:
        zone = self._navigator.window.zone
        self._load_banner.show_message(describe(error, zone), "danger", self.tr("Erneut versuchen"))

    def _show_plan(self) -> None:
        """Show the last plan as it will be once the moves on their way have arrived."""
        if self._navigator.plan is not None:
            expected = self._commands.applied_to(self._navigator.plan)
            self._show(expected, lay_out(self._navigator.window, expected))

    def _show(self, plan: Plan, sheet: Sheet) -> None:
        if not self._navigator.window.resource_ids:
            self._stage.show_nothing(self._why_nothing())
        self._stage.show_sheet(self._navigator.window, plan, sheet)
        if self._to_select is not None and self._stage.reveal(self._to_select):
            self._to_select = None
        self._name_undo()
        self._name_actions()

    def _why_nothing(self) -> str:
        if self._toolbar.resources.resources:
            return self.tr("Keine Ressource ausgewählt.\nWählen Sie oben, welche gezeigt werden.")
        if self._navigator.window.view is not None:
            return self.tr("Diese Ansicht hat keine Ressourcen.\nSie bekommt sie unter „Administration“.")
        return self.tr("Noch keine Ressourcen.\nLegen Sie unter „Administration“ eine Person oder einen Raum an.")

    def _say_heading(self, window: Window) -> None:
        text = window.view.text if window.view else ""
        self._heading.setText(text)
        self._heading.setVisible(bool(text))

    def _mark_days(self, first_on: date, last_on: date) -> None:
        """Tell the small calendar which of these days have appointments of the shown resources."""
        queries, zone, ids = (
            self.services.queries,
            self._navigator.window.zone,
            self._navigator.window.resource_ids,
        )
        self.tasks.run(lambda: queries.busy_days(ids, first_on, last_on, zone), self, self._toolbar.calendar.mark)

    def _name_undo(self) -> None:
        self._toolbar.show_undo(self.services.undo.undo_command, self.services.undo.redo_command)

    def _name_actions(self) -> None:
        row = self._stage.selected_row
        self._actions.name_for(row)
        self.printing.name_for(row)

    # -- beside the plan

    def add_panel(self, panel: SidePanel) -> None:
        """Offer ``panel`` in the toolbar's menu and in the menu bar; it is shown at the right of the plan."""
        self._panels.add_panel(panel)
        switch = self._actions.add_panel(panel)
        self._panel_switches[panel] = switch
        self._toolbar.add_panel_switch(switch)
        panel.openRequested.connect(self._on_open)
        panel.carryRequested.connect(self._canvas.carry)
        panel.goToRequested.connect(self._navigator.show_day)
        panel.bookRequested.connect(self._on_book_wish)

    def _add_panels(self) -> None:
        search = SearchPanel(self.services, self.session, self.tasks)
        search.revealRequested.connect(self._on_show)
        search.slipRequested.connect(self.printing.print_slip)
        self._offers.changed.connect(self._waiting_list.show_offers)
        self._offers.shown.connect(self._show_offers)
        for panel in (search, self._waiting_list):
            self.add_panel(panel)

    def _offer_panel(self, panel: SidePanel, *, is_offered: bool) -> None:
        self._panel_switches[panel].setVisible(is_offered)
        if not is_offered:
            self.show_panel(panel, is_shown=False)

    def _show_offers(self) -> None:
        self.show_panel(self._waiting_list)
        self._waiting_list.focus_offers()

    def show_panel(self, panel: SidePanel, is_shown: bool = True) -> None:
        """Show ``panel`` in the place of any other, or close it."""
        if is_shown:
            self._panels.show_panel(panel)
            panel.setFocus()
        elif self._panels.panel is panel:
            self._panels.close_panel()

    def _on_panel_shown(self, shown: SidePanel | None) -> None:
        for panel, switch in self._panel_switches.items():
            switch.setChecked(panel is shown)
        if shown is None:
            self._stage.setFocus()

    def _on_book_wish(self, wish: NewAppointment | AppointmentRow) -> None:
        if isinstance(wish, NewAppointment):
            self._on_new(wish)
        else:
            self._on_open(wish)

    # -- wishes

    def undo(self) -> None:
        """Take the last step back and say so; nothing happens where there is none."""
        self._commands.undo()

    def redo(self) -> None:
        """Do the last step that was taken back again."""
        self._commands.redo()

    def new_appointment(self) -> None:
        """Open the dialog for a new appointment at the cursor, or in the next free slot below it."""
        wanted = self._stage.new_when_free()
        if wanted is not None:
            self._on_new(wanted)

    def _on_new(self, wanted: NewAppointment) -> None:
        if self.availability.is_editing:
            self.availability.edit_at(wanted)
        elif self._choices is not None:
            self._commands.book(wanted, self._choices)

    def _on_open(self, row: AppointmentRow) -> None:
        if self._choices is not None:
            self._commands.open(row, self._choices)

    def open_selected(self) -> None:
        row = self._stage.selected_row
        if row is not None:
            self._on_open(row)

    def cancel_selected(self) -> None:
        rows = self._stage.selected_rows
        self._commands.cancel_all([row for row in rows if row.appointment.is_movable])

    def choose_column(self) -> None:
        """Choose every appointment of the cursor's column, then every one shown."""
        self._canvas.choose_column()

    def menu_for(self, row: AppointmentRow | None, place: NewAppointment | None) -> QMenu:
        """The context menu on an appointment, or the chosen ones it is among (None: on empty ground)."""
        if self._choices is None:
            return QMenu(self)
        chosen = self._stage.selected_rows
        rows = chosen if row in chosen else () if row is None else (row,)
        return self.context_menu.menu_for(rows, place, self._choices)

    def _on_menu(self, row: AppointmentRow | None, place: NewAppointment | None, corner: QPoint) -> None:
        self.menu_for(row, place).popup(corner)

    def _on_placed(self, carried: Carried, place: NewAppointment) -> None:
        if self._choices is not None:
            self._commands.place(carried, place, self._choices)

    # -- answers

    def _on_refused(self, rebooking: Rebooking) -> None:
        self._show_plan()
        self._canvas.fly_back(rebooking)

    def _on_booked(self, appointment_id: UUID) -> None:
        self._to_select = appointment_id

    def _on_show(self, row: AppointmentRow) -> None:
        self._to_select = row.appointment.id
        day = first_day(row.appointment.when, self._navigator.window.zone)
        self._navigator.show_day(day, row.appointment.resource_ids)

    def _on_drag_lost(self) -> None:
        self._banner.show_message(
            self.tr("Der Termin wurde gerade anderswo geändert. Er steht jetzt, wo er hingehört."), "warning"
        )
