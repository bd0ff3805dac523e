"""The tab "Terminplaner": it reads what its window shows beside the GUI thread, and keeps it up to date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, QSettings, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.queries import AppointmentRow, Plan
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import Banner
from terminplaner.ui.messages import describe
from terminplaner.ui.page import Page
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.planner.actions import PlannerActions
from terminplaner.ui.planner.canvas import PlannerCanvas
from terminplaner.ui.planner.carrying import Carried
from terminplaner.ui.planner.choices import Choices
from terminplaner.ui.planner.commands import AppointmentCommands
from terminplaner.ui.planner.context_menu import ContextMenu
from terminplaner.ui.planner.editing import Editing
from terminplaner.ui.planner.gestures import NewAppointment, Rebooking
from terminplaner.ui.planner.list_view import AppointmentListView
from terminplaner.ui.planner.loader import Loaded, PlanLoader, Wish
from terminplaner.ui.planner.side_panel import PanelArea, SidePanel
from terminplaner.ui.planner.snapshot import Snapshot, take_snapshot
from terminplaner.ui.planner.toolbar import PlannerToolbar
from terminplaner.ui.planner.window import Mode, Window
from terminplaner.ui.printing.actions import PrintActions
from terminplaner.ui.tasks import TaskRunner

_NOW_EVERY_MS = 20_000
_KEY = "planner"


class PlannerPage(Page):
    """Resource columns for a day or a week, and the same as a list."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, session, tasks, parent)
        now = services.clock.now()
        self._window = Window(Mode.DAY, now.astimezone(session.branch.tz).date(), session.branch.tz)
        self._choices: Choices | None = None
        self._plan: Plan | None = None
        self._is_list = False
        self._to_select: UUID | None = None
        self._banner = Banner()
        self._load_banner = Banner()
        self._load_banner.actionRequested.connect(self._load)
        self._loader = PlanLoader(services, session, tasks, self)
        self._toolbar = PlannerToolbar()
        self._canvas = PlannerCanvas(Snapshot.empty(self._window), now)
        self._list = AppointmentListView()
        self._empty = plain_label()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "muted")
        self._views = QStackedWidget()
        for view in (self._canvas, self._list, self._empty):
            self._views.addWidget(view)
        self._views.setCurrentWidget(self._empty)
        self._commands = AppointmentCommands(services, session, tasks, self._banner, self)
        self.editing = Editing(self._canvas, QGuiApplication.clipboard(), self)
        self.context_menu = ContextMenu(self._commands, self.editing, session.branch, self)
        self._panels = PanelArea()
        self._panel_switches: dict[SidePanel, QAction] = {}
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self._actions = PlannerActions(self)
        self.printing = PrintActions(services, session, tasks, self)
        self.context_menu.slipRequested.connect(self.printing.print_slip)
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
        column.addWidget(self._toolbar)
        column.addWidget(self._load_banner)
        self._splitter.addWidget(self._views)
        self._splitter.addWidget(self._panels)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        column.addWidget(self._splitter, 1)
        # Below the calendar: a message that comes must not move what somebody is pointing at.
        column.addWidget(self._banner)

    def _connect(self) -> None:
        bar, canvas, commands = self._toolbar, self._canvas, self._commands
        bar.turned.connect(self.turn)
        bar.todayRequested.connect(self.go_to_today)
        bar.dayChosen.connect(self.go_to)
        bar.modeChosen.connect(self.show_mode)
        bar.listToggled.connect(self.show_list)
        bar.newRequested.connect(self.new_appointment)
        bar.undoRequested.connect(commands.undo)
        bar.redoRequested.connect(commands.redo)
        bar.resources.changed.connect(self._load)
        canvas.newRequested.connect(self._on_new)
        canvas.rebookRequested.connect(commands.rebook)
        canvas.placed.connect(self._on_placed)
        canvas.selectionChanged.connect(self._on_canvas_selection)
        canvas.dragLost.connect(self._on_drag_lost)
        for view in (canvas, self._list):
            view.openRequested.connect(self._on_open)
            view.menuRequested.connect(self._on_menu)
        self._list.selectionChosen.connect(canvas.select)
        commands.expected.connect(self._show_plan)
        commands.refused.connect(self._on_refused)
        commands.changed.connect(self.refresh)
        commands.booked.connect(self._on_booked)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_load_failed)
        self._panels.shown.connect(self._on_panel_shown)

    # -- the window in time

    @property
    def shown_window(self) -> Window:
        return self._window

    @property
    def is_dirty(self) -> bool:
        return self._commands.has_unsaved_input

    def turn(self, pages: int) -> None:
        """So many days or weeks on, negative back."""
        self._look_at(self._window.turned(pages))

    def go_to(self, day: date) -> None:
        self._look_at(replace(self._window, day=day))

    def go_to_today(self) -> None:
        self.go_to(self._today())

    def show_mode(self, mode: Mode) -> None:
        self._look_at(replace(self._window, mode=mode))

    def show_list(self, is_list: bool) -> None:
        """Show a table instead of the painted calendar, or the other way round."""
        self._is_list = is_list
        self._toolbar.show_list(is_list)
        self._show_view()
        (self._list if is_list else self._canvas).setFocus()

    def toggle_list(self) -> None:
        self.show_list(not self._is_list)

    def zoom_by(self, steps: int) -> None:
        """Higher hours (positive) or lower; 0 goes back to the normal size."""
        if steps:
            self._canvas.zoom_by(steps)
        else:
            self._canvas.set_zoom(1.0)

    def restore_state(self, settings: QSettings) -> None:
        """Come back as this workstation left it: mode, hidden resources, zoom, list."""
        hidden = str(settings.value(f"{_KEY}/hidden", "")).split()
        self._toolbar.resources.hide_resources(UUID(key) for key in hidden)
        self._canvas.set_zoom(float(str(settings.value(f"{_KEY}/zoom", 1.0))))
        self._window = replace(self._window, mode=Mode(str(settings.value(f"{_KEY}/mode", Mode.DAY.value))))
        self.show_list(str(settings.value(f"{_KEY}/list", "false")) == "true")
        self._look_at(self._window)

    def save_state(self, settings: QSettings) -> None:
        hidden = sorted(str(key) for key in self._toolbar.resources.hidden_ids)
        settings.setValue(f"{_KEY}/hidden", " ".join(hidden))
        settings.setValue(f"{_KEY}/zoom", self._canvas.zoom)
        settings.setValue(f"{_KEY}/mode", self._window.mode.value)
        settings.setValue(f"{_KEY}/list", "true" if self._is_list else "false")

    def _look_at(self, window: Window) -> None:
        self._window = window
        self._banner.close_message()
        self._show_window()
        self._load()

    def _show_window(self) -> None:
        self._toolbar.show_window(self._window, self._today())

    def _today(self) -> date:
        return self.services.clock.now().astimezone(self._window.zone).date()

    def _on_tick(self) -> None:
        self._canvas.show_now(self.services.clock.now())

    # -- reading

    def refresh(self, change_set: ChangeSet | None = None) -> None:
        """Reload what is shown if ``change_set`` can be seen here; None may be anything."""
        self._name_undo()
        if change_set is not None:
            self._commands.notice(change_set)
        self._loader.forget(change_set)
        self._panels.refresh(change_set)
        if change_set is None or self._concerns_window(change_set):
            self._load()

    def _concerns_window(self, change_set: ChangeSet) -> bool:
        if self._plan is None:
            return True  # which resources the window has is not known yet
        for change in change_set.changes:
            if not isinstance(change.after, Appointment):
                return True
            states = (change.before, change.after)
            if any(isinstance(state, Appointment) and self._window.shows(state) for state in states):
                return True
        return False

    def _load(self) -> None:
        self._loader.request(Wish(replace(self._window, resource_ids=()), self._toolbar.resources.hidden_ids))

    def _on_loaded(self, loaded: Loaded) -> None:
        self._load_banner.close_message()
        self._choices = loaded.choices
        self._canvas.show_settings(loaded.choices.settings)
        self.editing.repeats_copies = loaded.choices.settings.copy_repeatedly
        self._toolbar.resources.offer(loaded.resources)
        self._window, self._plan = loaded.window, loaded.plan
        self.printing.look_at(loaded.window.day, loaded.plan.resources, len(loaded.window.days))
        expected = self._commands.applied_to(loaded.plan)
        self._show(loaded.snapshot if expected is loaded.plan else self._snapshot(expected))

    def _on_load_failed(self, error: TerminplanerError) -> None:
        self._load_banner.show_message(describe(error, self._window.zone), "danger", self.tr("Erneut versuchen"))

    def _show_plan(self) -> None:
        """Show the last plan as it will be once the moves on their way have arrived."""
        if self._plan is not None:
            self._show(self._snapshot(self._commands.applied_to(self._plan)))

    def _snapshot(self, plan: Plan) -> Snapshot:
        return take_snapshot(self._window, plan)

    def _show(self, snapshot: Snapshot) -> None:
        self._canvas.show_snapshot(snapshot)
        if self._to_select is not None and snapshot.find(self._to_select) is not None:
            self._canvas.reveal(self._to_select)
            self._to_select = None
        self._list.show_snapshot(snapshot, self._canvas.selected_id)
        self._show_view()
        self._name_undo()
        self._name_actions()

    def _show_view(self) -> None:
        if self._window.resource_ids:
            view = self._list if self._is_list else self._canvas
            self._views.setCurrentWidget(view)
            return
        if self._toolbar.resources.resources:
            self._empty.setText(self.tr("Keine Ressource ausgewählt.\nWählen Sie oben, welche gezeigt werden."))
        else:
            self._empty.setText(
                self.tr("Noch keine Ressourcen.\nLegen Sie unter „Administration“ eine Person oder einen Raum an.")
            )
        self._views.setCurrentWidget(self._empty)

    def _name_undo(self) -> None:
        self._toolbar.show_undo(self.services.undo.undo_command, self.services.undo.redo_command)

    def _name_actions(self) -> None:
        self._actions.name_for(self._selected_row())
        self.printing.name_for(self._selected_row())

    # -- beside the plan

    def add_panel(self, panel: SidePanel) -> None:
        """Offer ``panel`` in the toolbar's menu and in the menu bar; it is shown at the right of the plan."""
        self._panels.add_panel(panel)
        switch = self._actions.add_panel(panel)
        self._panel_switches[panel] = switch
        self._toolbar.add_panel_switch(switch)
        panel.openRequested.connect(self._on_open)
        panel.carryRequested.connect(self._canvas.carry)
        panel.goToRequested.connect(self._on_go_to)
        panel.bookRequested.connect(self._on_book_wish)

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
            self._views.currentWidget().setFocus()

    def _on_go_to(self, day: date, resource_ids: tuple[UUID, ...]) -> None:
        self._toolbar.resources.show_resources(resource_ids)
        self.go_to(day)

    def _on_book_wish(self, wish: NewAppointment | AppointmentRow) -> None:
        if isinstance(wish, NewAppointment):
            self._on_new(wish)
        else:
            self._on_open(wish)

    # -- wishes

    def new_appointment(self) -> None:
        """Open the dialog for a new appointment at the cursor, or in the next free slot below it."""
        wanted = self._canvas.new_when_free()
        if wanted is not None:
            self._on_new(wanted)

    def _on_new(self, wanted: NewAppointment) -> None:
        if self._choices is not None:
            self._commands.book(wanted, self._choices)

    def _on_open(self, row: AppointmentRow) -> None:
        if self._choices is not None:
            self._commands.open(row, self._choices)

    def open_selected(self) -> None:
        row = self._selected_row()
        if row is not None:
            self._on_open(row)

    def cancel_selected(self) -> None:
        rows = self._canvas.selected_rows
        self._commands.cancel_all([row for row in rows if not row.appointment.is_read_only])

    def choose_column(self) -> None:
        """Choose every appointment of the cursor's column, then every one shown."""
        self._canvas.choose_column()

    def _selected_row(self) -> AppointmentRow | None:
        return self._canvas.selected_row

    def menu_for(self, row: AppointmentRow | None, place: NewAppointment | None) -> QMenu:
        """The context menu on an appointment, or the chosen ones it is among (None: on empty ground)."""
        if self._choices is None:
            return QMenu(self)
        chosen = self._canvas.selected_rows
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

    def _on_canvas_selection(self) -> None:
        self._list.select(self._canvas.selected_id)
        self._name_actions()

    def _on_drag_lost(self) -> None:
        self._banner.show_message(
            self.tr("Der Termin wurde gerade anderswo geändert. Er steht jetzt, wo er hingehört."), "warning"
        )
