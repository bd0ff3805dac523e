"""The tab "Terminplaner": it puts the navigation, the views, the commands and the side panels together."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from terminplaner.domain.changes import ChangeSet
from terminplaner.services.choices import Choices
from terminplaner.ui.allowance import why_not_plan
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.messages import describe_role
from terminplaner.ui.page import Page
from terminplaner.ui.planner.actions import PlannerActions
from terminplaner.ui.planner.availability.availability_actions import AvailabilityActions
from terminplaner.ui.planner.availability.availability_commands import AvailabilityCommands
from terminplaner.ui.planner.beside import BesidePlan
from terminplaner.ui.planner.booking_notice import BookingNotice
from terminplaner.ui.planner.browsing import PlanBrowsing
from terminplaner.ui.planner.carry_hint import CarryHint
from terminplaner.ui.planner.commands import AppointmentCommands
from terminplaner.ui.planner.context_menu import ContextMenu
from terminplaner.ui.planner.customer_elsewhere import CustomerElsewhere
from terminplaner.ui.planner.editing import Editing
from terminplaner.ui.planner.loader import Loaded
from terminplaner.ui.planner.memory import PlannerMemory
from terminplaner.ui.planner.navigation.navigator import PlanNavigator
from terminplaner.ui.planner.navigation.toolbar import PlannerToolbar
from terminplaner.ui.planner.navigation.view_tabs import ViewTabs
from terminplaner.ui.planner.notice_line import NoticeLine
from terminplaner.ui.planner.panels.side_area import SideArea
from terminplaner.ui.planner.panels.side_panel import PanelArea
from terminplaner.ui.planner.showing import PlanShowing
from terminplaner.ui.planner.stage import PlanStage
from terminplaner.ui.planner.window import Window
from terminplaner.ui.planner.wishes import PlannerWishes
from terminplaner.ui.printing.actions import PrintActions
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_NOW_EVERY_MS = 20_000


class PlannerPage(Page):
    """Its parts do the work: ``PlanShowing`` shows, ``PlannerWishes`` acts, ``PlanBrowsing`` turns its pages."""

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
        self.commands = AppointmentCommands(
            *(services, session, tasks, self._banner),
            lambda appointment: self._navigator.window.shows(appointment),
            self,
        )
        self._showing = PlanShowing(
            *(services, session, tasks, self._navigator, self.commands.moving),
            *(self._stage, self._toolbar, self._tabs),
        )
        self.browsing = PlanBrowsing(self._navigator, self._tabs, self._toolbar, self._stage, self)
        self.editing = Editing(self._stage, QGuiApplication.clipboard(), self)
        self.context_menu = ContextMenu(self.commands, self.editing, session.branch, self)
        self._panels = PanelArea()
        self._side = SideArea(self._panels)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        absences = AvailabilityCommands(services, session, tasks, self)
        self.availability = AvailabilityActions(absences, self)
        reason = NoticeLine("lock")
        self._above.addWidget(reason)
        if session.actor.lacks_employee:
            reason.say(why_not_plan(session.actor))
        elif not session.actor.may_plan_something:
            sentence = self.tr("Mit der Rolle „{role}“ können Sie den Plan ansehen, aber nicht ändern.")
            reason.say(sentence.format(role=describe_role(session.actor.user.role)))
        self._above.addWidget(self.availability.notice)
        self._above.addWidget(BookingNotice(self.commands.dialogs))
        self.wishes = PlannerWishes(
            self._stage, self._navigator, self.commands, self.availability, self.context_menu, self
        )
        self.entries = PlannerActions(session.actor, self._stage, self.browsing, self.wishes, self.editing, self)
        self._elsewhere = CustomerElsewhere(services, tasks, self._stage, self.wishes, self)
        self._below.addWidget(self._elsewhere)
        self.beside = BesidePlan(
            *(services, session, tasks, self._navigator, self.wishes, self.entries),
            *(self._toolbar, self._panels, self._offer_banner),
        )
        self._calendar_switch = self.entries.add_view_switch(
            self.tr("Kalender neben dem Plan"), "Ctrl+K", self._side.show_calendar
        )
        self.printing = PrintActions(services, session, tasks, self)
        absences.openRequested.connect(self.wishes.open)
        absences.forbidden.connect(self.commands.telling.say)
        absences.refused.connect(self.commands.refuse)
        absences.deleted.connect(self.commands.telling.offer_back)
        self._connect()
        self._clock = QTimer(self)
        self._clock.setInterval(_NOW_EVERY_MS)
        self._clock.timeout.connect(self._on_tick)
        self._clock.start()
        self._showing.show_window()
        if not session.actor.may_plan_something:
            self._toolbar.forbid_new(session.actor)

    @property
    def is_carrying(self) -> bool:
        """Whether something is in the hand that was not put down yet."""
        return self._stage.hand.carried is not None

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
        bar, commands, stage = self._toolbar, self.commands, self._stage
        bar.newRequested.connect(self.wishes.new_appointment)
        bar.undoRequested.connect(commands.undo)
        bar.redoRequested.connect(commands.redo)
        self._toolbar.add_panel_switch(self._calendar_switch)
        self._side.calendarShown.connect(self._calendar_switch.setChecked)
        self._side.calendarBuilt.connect(self._showing.serve)
        self._showing.notice.cleared.connect(self.browsing.clear_filter)
        self._showing.choicesRead.connect(self._on_choices)
        self._showing.read.connect(self._on_read)
        self._showing.stepWanted.connect(self.stepWanted)
        self._showing.shown.connect(self._on_shown)
        stage.dragLost.connect(self._on_drag_lost)
        stage.rebookRequested.connect(commands.moving.rebook)
        commands.moving.moved.connect(self.editing.forget_cut)
        stage.selectionChanged.connect(self._offer_actions)
        stage.carriedChanged.connect(self._offer_actions)
        commands.dialogs.bookingForChanged.connect(self._on_booking_for)
        commands.staleSeen.connect(self.refresh)
        commands.turned.connect(self._name_undo)
        further = commands.telling.furtherOffered
        further.connect(lambda is_offered: self.entries.offer_following(is_offered=is_offered))
        self._navigator.moved.connect(self._banner.close_message)
        self.beside.closed.connect(self._stage.setFocus)
        self.availability.editingChanged.connect(self._canvas.show_rules)
        self.availability.absenceWanted.connect(self._on_absence_wanted)
        self._canvas.ruleMoved.connect(self.availability.move)
        self.context_menu.availabilityRequested.connect(self.availability.new_at)
        self.context_menu.absenceRequested.connect(self.availability.new_absence)
        self.context_menu.absenceEditRequested.connect(self.availability.edit_absence)
        self.context_menu.absenceDeleteRequested.connect(self.availability.delete_absence)
        stage.absenceRequested.connect(self.availability.new_absence_on)
        for source in (self.context_menu, commands.dialogs):
            source.slipRequested.connect(self.printing.print_slip)

    def _on_absence_wanted(self) -> None:
        """Of whose column the cursor stands in; of whoever works here where that is not theirs to enter."""
        place = self._stage.new_when_free() if self._stage.has_columns else None
        may_enter = place is not None and self.session.actor.may_plan_absences(place.resource)
        self.availability.new_absence(place if may_enter else None)

    # -- the window in time

    @property
    def shown_window(self) -> Window:
        return self._navigator.window

    @property
    def is_dirty(self) -> bool:
        has_dialog_input = self.commands.dialogs.has_unsaved_input or self.availability.has_unsaved_input
        return has_dialog_input or self.beside.is_dirty

    def focus_plan(self) -> None:
        """Give the keyboard to the plan.  No focus proxy: Tab would no longer lead to the line of buttons."""
        self._stage.setFocus()

    def restore_state(self, settings: QSettings) -> None:
        """Come back as this user left this workstation: tab, mode, filter, resources, zoom, panel, columns."""
        memory = PlannerMemory(settings, self.session.actor.user.id)
        state = memory.state()
        self._canvas.set_zoom(state.zoom)
        self._splitter.restoreState(memory.splitter())
        self._stage.list.restore_columns(memory.columns())
        self.beside.restore(state.panel)
        if state.shows_calendar:
            self._side.show_calendar(True)
        self._navigator.restore(state)
        self.browsing.show_list(state.is_list)

    def save_state(self, settings: QSettings) -> None:
        state = replace(
            self._navigator.state,
            zoom=self._canvas.zoom,
            panel=self.beside.panel_title,
            shows_calendar=self._side.shows_calendar,
        )
        memory = PlannerMemory(settings, self.session.actor.user.id)
        memory.keep(state, self._splitter.saveState(), self._stage.list.save_columns())

    def _on_tick(self) -> None:
        self._stage.show_now(self.services.clock.now())

    # -- reading

    def refresh(self, change_set: ChangeSet | None = None) -> None:
        """Reload what is shown if ``change_set`` can be seen here; None may be anything."""
        self._name_undo()
        if change_set is not None:
            self.commands.notice(change_set)
        self._navigator.notice(change_set)
        self.beside.refresh(change_set)

    def _on_choices(self, choices: Choices) -> None:
        self.wishes.choices = choices
        self.editing.repeats_copies = choices.settings.copy_repeatedly
        self.beside.go_by(choices.settings)

    def _on_read(self, loaded: Loaded) -> None:
        branches = loaded.choices.branches
        self.printing.look_at(loaded.window.day, loaded.plan.resources, branches, len(loaded.window.days))
        self.availability.look_at(loaded.window, loaded.plan, loaded.choices)
        self._elsewhere.look_at(loaded)

    def _on_shown(self) -> None:
        self.wishes.catch_up()
        self._name_undo()
        self._offer_actions()

    def _name_undo(self) -> None:
        self._toolbar.show_undo(self.services.undo.undo_command, self.services.undo.redo_command)

    def _offer_actions(self) -> None:
        row = self._stage.current_row
        self.entries.offer_for(row, self._stage.chosen_rows)
        self.printing.name_for(row)

    def _on_booking_for(self) -> None:
        customer = self.commands.dialogs.customer
        customer_id = customer.id if customer is not None else None
        self._stage.book_for(customer_id)
        self._elsewhere.book_for(customer_id)

    def _on_drag_lost(self) -> None:
        self.commands.telling.say(
            self.tr("Der Termin wurde gerade anderswo geändert. Er steht jetzt, wo er hingehört."), "warning"
        )
