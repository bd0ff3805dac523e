"""Looking through the plan: its days, its views and modes, what is filtered out and how high the hours are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from terminplaner.ui.planner.navigation.filtering import NO_FILTER
from terminplaner.ui.planner.navigation.navigator import PlanNavigator
from terminplaner.ui.planner.navigation.toolbar import PlannerToolbar
from terminplaner.ui.planner.navigation.view_tabs import ViewTabs
from terminplaner.ui.planner.stage import PlanStage
from terminplaner.ui.planner.window import Mode


class PlanBrowsing(QObject):
    """What the tabs, the toolbar and the menu bar lead to."""

    def __init__(
        self, navigator: PlanNavigator, tabs: ViewTabs, toolbar: PlannerToolbar, stage: PlanStage, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._tabs = tabs
        self._toolbar = toolbar
        self._stage = stage
        self._parent = parent
        tabs.chosen.connect(navigator.choose_view)
        toolbar.turned.connect(navigator.turn)
        toolbar.todayRequested.connect(navigator.go_to_today)
        toolbar.modeChosen.connect(navigator.show_mode)
        toolbar.listToggled.connect(self.show_list)
        toolbar.filter.changed.connect(navigator.filter)
        toolbar.resources.changed.connect(self._on_resources)
        toolbar.resources.arranged.connect(navigator.arrange)
        stage.dayRequested.connect(navigator.show_day)
        stage.goToRequested.connect(navigator.go_to)
        stage.turnRequested.connect(navigator.turn)
        stage.calendarRequested.connect(self._show_calendar)

    # -- where in time

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

        dialog = GoToDialog(self._navigator.today, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.go_to)
        dialog.open()

    # -- how

    def show_mode(self, mode: Mode) -> None:
        self._navigator.show_mode(mode)

    def show_list(self, is_list: bool) -> None:
        """Show a table instead of the calendar, or the other way round."""
        self._navigator.state = replace(self._navigator.state, is_list=is_list)
        self._toolbar.show_list(is_list)
        self._stage.show_list(is_list)
        self._stage.setFocus()

    def toggle_list(self) -> None:
        self.show_list(not self._navigator.state.is_list)

    def zoom_by(self, steps: int) -> None:
        """Higher hours (positive) or lower; 0 goes back to the normal size."""
        if steps:
            self._stage.canvas.zoom_by(steps)
        else:
            self._stage.canvas.set_zoom(1.0)

    def _show_calendar(self) -> None:
        """Show something that can be put down into."""
        if self._navigator.window.mode is Mode.YEAR:
            self._navigator.show_mode(Mode.DAY)
        self.show_list(False)

    # -- what of it

    def open_filter(self) -> None:
        self._toolbar.filter.open_popup()

    def clear_filter(self) -> None:
        self._navigator.filter(NO_FILTER)

    def toggle_cancelled(self) -> None:
        """Show the cancelled appointments too, or no longer."""
        chosen = self._navigator.state.filter
        self._navigator.filter(replace(chosen, shows_cancelled=not chosen.shows_cancelled))

    def _on_resources(self) -> None:
        self._navigator.hide(self._toolbar.resources.hidden_ids)
