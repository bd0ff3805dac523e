"""Shows what was read: the plan on its stage, and around it what follows from it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.choices import Choices
from terminplaner.services.queries import Plan
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import small_print
from terminplaner.ui.messages import describe
from terminplaner.ui.planner.loader import Loaded, Sheet, lay_out_anew
from terminplaner.ui.planner.moving import Moving
from terminplaner.ui.planner.navigation.calendar_drops import CalendarDrops
from terminplaner.ui.planner.navigation.filter_button import FilterNotice
from terminplaner.ui.planner.navigation.mini_calendar import MiniCalendar
from terminplaner.ui.planner.navigation.navigator import PlanNavigator
from terminplaner.ui.planner.navigation.toolbar import PlannerToolbar
from terminplaner.ui.planner.navigation.view_tabs import ViewTabs
from terminplaner.ui.planner.plan.gestures import Rebooking
from terminplaner.ui.planner.stage import PlanStage
from terminplaner.ui.planner.window import Window
from terminplaner.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from terminplaner.ui.planner.first_steps import FirstSteps


class PlanShowing(QObject):
    """Takes over what the navigator read, as it will be once the moves on their way have arrived."""

    choicesRead = Signal(object)
    """Other ``Choices`` than before."""
    read = Signal(object)
    """A ``Loaded``, before it is shown."""
    shown = Signal()
    stepWanted = Signal(object)
    """The ``Place`` where somebody wants to take a first step."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        navigator: PlanNavigator,
        moving: Moving,
        stage: PlanStage,
        toolbar: PlannerToolbar,
        tabs: ViewTabs,
    ) -> None:
        super().__init__(stage)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._first_steps: FirstSteps | None = None
        self._navigator = navigator
        self._moving = moving
        self._stage = stage
        self._toolbar = toolbar
        self._tabs = tabs
        self._choices: Choices | None = None
        self._loaded: Loaded | None = None
        self.notice = FilterNotice()
        self._heading = small_print()
        self._banner = Banner()
        self._banner.actionRequested.connect(navigator.load)
        self._calendars: list[MiniCalendar] = []
        self.serve(toolbar.calendar)
        moving.expected.connect(self.show_plan)
        moving.refused.connect(self._on_refused)
        navigator.moved.connect(self.show_window)
        navigator.loaded.connect(self._on_loaded)
        navigator.failed.connect(self._on_failed)

    def stand_in(self, above: QVBoxLayout) -> None:
        """What it says stands there, over the plan."""
        for part in (self._heading, self._banner, self.notice):
            above.addWidget(part)

    def serve(self, calendar: MiniCalendar) -> None:
        """Let a small calendar follow the plan, lead to its days, and take there what is dragged over it."""
        self._calendars.append(calendar)
        calendar.show_day(self._navigator.window.day, self._navigator.today)
        calendar.daysWanted.connect(partial(self._mark_days, calendar))
        calendar.chosen.connect(self._navigator.go_to)
        drops = CalendarDrops(calendar)
        drops.taken.connect(self._stage.hand.carry)
        self._stage.drag_targets.append(drops)

    def show_window(self) -> None:
        """Follow the navigator to other days before they are read."""
        navigator = self._navigator
        self._toolbar.show_window(navigator.window, navigator.today)
        for calendar in self._calendars:
            calendar.show_day(navigator.window.day, navigator.today)
        self._tabs.choose(navigator.state.view_id)

    def show_plan(self) -> None:
        """Show the last plan as it will be once the moves on their way have arrived."""
        if self._loaded is not None and self._loaded.window == self._navigator.window:
            self._show_expected(self._loaded)

    def _on_loaded(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._banner.close_message()
        if loaded.choices != self._choices:
            self._choices = loaded.choices
            self._stage.show_settings(loaded.choices.settings)
            self._stage.show_branches(loaded.choices.branches)
            self._toolbar.filter.offer(loaded.choices)
            self.choicesRead.emit(loaded.choices)
        self._toolbar.filter.show_filter(loaded.wish.filter)
        self.notice.show_filter(loaded.wish.filter, loaded.choices, loaded.hidden_rows)
        branches, is_free = loaded.choices.branches, loaded.window.view is None
        self._toolbar.resources.offer(loaded.resources, branches, loaded.wish.hidden_ids, can_arrange=is_free)
        self._tabs.offer(loaded.views)
        self._tabs.choose(self._navigator.state.view_id)
        self._toolbar.show_mode(loaded.window)
        self._say_heading(loaded.window)
        self.read.emit(loaded)
        self._show_expected(loaded)

    def _show_expected(self, loaded: Loaded) -> None:
        expected = self._moving.applied_to(loaded.plan)
        is_as_expected = expected is loaded.plan
        self._show(expected, loaded.sheet if is_as_expected else lay_out_anew(loaded, expected))

    def _on_failed(self, error: TerminplanerError) -> None:
        zone = self._navigator.window.zone
        self._banner.show_message(describe(error, zone), "danger", self.tr("Erneut versuchen"))

    def _on_refused(self, rebooking: Rebooking) -> None:
        self.show_plan()
        self._stage.canvas.fly_back(rebooking)

    def _show(self, plan: Plan, sheet: Sheet) -> None:
        if not self._navigator.window.resource_ids:
            self._show_nothing()
        self._stage.show_sheet(self._navigator.window, plan, sheet)
        for calendar in self._calendars:
            calendar.ask()
        self.shown.emit()

    def _show_nothing(self) -> None:
        is_new = self._choices is not None and not self._choices.resources
        if not is_new:
            self._stage.show_nothing(self._why_nothing())
            return
        if self._first_steps is None:
            from terminplaner.ui.planner.first_steps import FirstSteps

            self._first_steps = FirstSteps(self._services, self._session, self._tasks)
            self._first_steps.wanted.connect(self.stepWanted)
        self._stage.show_instead(self._first_steps)

    def _why_nothing(self) -> str:
        if self._toolbar.resources.resources:
            return self.tr("Keine Ressource ausgewählt.\nWählen Sie oben, welche gezeigt werden.")
        if self._navigator.window.view is not None:
            return self.tr("Diese Ansicht hat keine Ressourcen.\nSie bekommt sie unter „Administration“.")
        return self.tr("In Ihrer Filiale ist keine Ressource sichtbar.\nDas legt die „Administration“ fest.")

    def _say_heading(self, window: Window) -> None:
        text = window.view.text if window.view else ""
        self._heading.setText(text)
        self._heading.setVisible(bool(text))

    def _mark_days(self, calendar: MiniCalendar, first_on: date, last_on: date) -> None:
        """Tell the small calendar which of these days have appointments of the shown resources."""
        queries, window = self._services.queries, self._navigator.window
        ids, zone = window.resource_ids, window.zone
        self._tasks.run(lambda: queries.busy_days(ids, first_on, last_on, zone), self, calendar.mark)
