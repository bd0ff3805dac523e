"""What stands beside the plan, put together with it: its panels, their switches, what they ask for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from terminplaner.domain.changes import ChangeSet
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import Banner
from terminplaner.ui.planner.actions import PlannerActions
from terminplaner.ui.planner.navigation.navigator import PlanNavigator
from terminplaner.ui.planner.navigation.toolbar import PlannerToolbar
from terminplaner.ui.planner.panels.free_slot_panel import FreeSlotPanel
from terminplaner.ui.planner.panels.search_panel import SearchPanel
from terminplaner.ui.planner.panels.side_panel import PanelArea, SidePanel
from terminplaner.ui.planner.panels.waiting_offers import WaitingOffers
from terminplaner.ui.planner.panels.waiting_panel import WaitingListPanel
from terminplaner.ui.planner.wishes import PlannerWishes
from terminplaner.ui.tasks import TaskRunner


class BesidePlan(QObject):
    """Every panel has a switch in the menu bar and one in the toolbar; ``area`` is where one of them is shown."""

    closed = Signal()
    """No panel is shown any more."""
    slipRequested = Signal(object)
    """Print the Terminzettel of this ``AppointmentRow``."""

    def __init__(
        self,
        navigator: PlanNavigator,
        wishes: PlannerWishes,
        actions: PlannerActions,
        toolbar: PlannerToolbar,
        area: PanelArea,
    ) -> None:
        super().__init__(area)
        self._navigator = navigator
        self._wishes = wishes
        self._actions = actions
        self._toolbar = toolbar
        self._area = area
        self._switches: dict[SidePanel, QAction] = {}
        self._waiting_list: WaitingListPanel | None = None
        self._offers: WaitingOffers | None = None
        area.shown.connect(self._on_shown)

    def add_own(self, services: Services, session: Session, tasks: TaskRunner, banner: Banner) -> None:
        """Offer the free times, the search and the waiting list, whose offers stand in ``banner``."""
        search = SearchPanel(services, session, tasks)
        search.revealRequested.connect(self._wishes.show)
        search.slipRequested.connect(self.slipRequested)
        self._waiting_list = WaitingListPanel(services, session, tasks)
        self._offers = WaitingOffers(services, session, tasks, banner, self._area)
        self._offers.changed.connect(self._waiting_list.show_offers)
        self._offers.shown.connect(self._show_offers)
        for panel in (FreeSlotPanel(services, session, tasks), search, self._waiting_list):
            self.add(panel)

    def add(self, panel: SidePanel) -> None:
        """Offer ``panel`` in the toolbar's menu and in the menu bar; it is shown at the right of the plan."""
        self._area.add_panel(panel)
        switch = self._actions.add_panel(panel)
        self._switches[panel] = switch
        self._toolbar.add_panel_switch(switch)
        panel.openRequested.connect(self._wishes.open)
        panel.carryRequested.connect(self._wishes.carry)
        panel.goToRequested.connect(self._navigator.show_day)
        panel.bookRequested.connect(self._wishes.book)

    @property
    def panel_title(self) -> str:
        """Of the panel that is shown; empty where none is."""
        return self._area.panel.title if self._area.panel else ""

    @property
    def is_dirty(self) -> bool:
        return any(panel.is_dirty for panel in self._area.panels)

    def show(self, panel: SidePanel, is_shown: bool = True) -> None:
        """Show ``panel`` in the place of any other, or close it."""
        if is_shown:
            self._area.show_panel(panel)
            panel.setFocus()
        elif self._area.panel is panel:
            self._area.close_panel()

    def restore(self, title: str) -> None:
        """Show the panel of that title, without giving it the keyboard."""
        for panel in self._area.panels:
            if panel.title == title:
                self._area.show_panel(panel)

    def offer_waiting_list(self, is_offered: bool) -> None:
        """Whether the chain keeps a waiting list."""
        if self._waiting_list is None:
            return
        self._switches[self._waiting_list].setVisible(is_offered)
        if not is_offered:
            self.show(self._waiting_list, is_shown=False)

    def refresh(self, change_set: ChangeSet | None) -> None:
        """Let the shown panel and the offers follow; None may be anything."""
        self._area.refresh(change_set)
        if self._offers is not None:
            self._offers.notice(change_set)

    def _show_offers(self) -> None:
        if self._waiting_list is not None:
            self.show(self._waiting_list)
            self._waiting_list.focus_offers()

    def _on_shown(self, shown: SidePanel | None) -> None:
        for panel, switch in self._switches.items():
            switch.setChecked(panel is shown)
        if shown is None:
            self.closed.emit()
