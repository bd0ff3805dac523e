"""What stands beside the plan, put together with it: its panels, their switches, what they ask for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.people import Customer
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.planner.actions import PlannerActions
from terminplaner.ui.planner.navigation.navigator import PlanNavigator
from terminplaner.ui.planner.navigation.toolbar import PlannerToolbar
from terminplaner.ui.planner.panels.side_panel import PanelArea, PanelOffer, SidePanel
from terminplaner.ui.planner.panels.waiting_offers import WaitingOffers
from terminplaner.ui.planner.wishes import PlannerWishes
from terminplaner.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from terminplaner.ui.planner.panels.search_panel import SearchPanel
    from terminplaner.ui.planner.panels.waiting_panel import WaitingListPanel


class BesidePlan(QObject):
    """Every panel has a switch in the menu bar and one in the toolbar; ``area`` is where one of them is shown."""

    closed = Signal()
    """No panel is shown any more."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        navigator: PlanNavigator,
        wishes: PlannerWishes,
        actions: PlannerActions,
        toolbar: PlannerToolbar,
        area: PanelArea,
        banner: Banner,
    ) -> None:
        """``banner`` says whom a time that became free would suit."""
        super().__init__(area)
        self._navigator = navigator
        self._wishes = wishes
        self._actions = actions
        self._toolbar = toolbar
        self._area = area
        self._services = services
        self._session = session
        self._tasks = tasks
        self._switches: dict[PanelOffer, QAction] = {}
        self._search_panel: SearchPanel | None = None
        self._waiting_panel: WaitingListPanel | None = None
        self._offers = WaitingOffers(services, session, tasks, banner, area)
        self._offers.shown.connect(self._show_offers)
        area.built.connect(self._on_built)
        area.shown.connect(self._on_shown)
        self._waiting_list = PanelOffer(self.tr("Warteliste"), "Ctrl+Shift+W", self._build_waiting_list)
        self.add(PanelOffer(self.tr("Freien Termin suchen"), "Ctrl+T", self._build_free_slots))
        self._search = PanelOffer(self.tr("Termine suchen"), "Ctrl+F", self._build_search)
        self.add(self._search)
        self.add(self._waiting_list)

    def add(self, offer: PanelOffer) -> None:
        """Offer a panel in the toolbar's menu and in the menu bar; it is shown at the right of the plan."""
        switch = self._actions.add_panel_switch(offer.title, offer.shortcut, partial(self.show, offer))
        self._switches[offer] = switch
        self._toolbar.add_panel_switch(switch)

    @property
    def panel_title(self) -> str:
        """Of the panel that is shown; empty where none is."""
        return self._area.offer.title if self._area.offer else ""

    @property
    def is_dirty(self) -> bool:
        return any(panel.is_dirty for panel in self._area.panels)

    def show(self, offer: PanelOffer, is_shown: bool = True) -> None:
        """Show a panel in the place of any other, or close it."""
        if is_shown:
            self._area.show_panel(offer).setFocus()
        elif self._area.offer is offer:
            self._area.close_panel()

    def look_for_customer(self, customer: Customer, name: str) -> None:
        """Show all appointments of a customer; ``name`` is how the screen calls the customer."""
        self.show(self._search)
        if self._search_panel is not None:
            self._search_panel.look_for_customer(customer, name)

    def restore(self, title: str) -> None:
        """Show the panel of that title, without giving it the keyboard."""
        for offer in self._switches:
            if offer.title == title:
                self._area.show_panel(offer)

    def go_by(self, settings: ChainSettings) -> None:
        """Whether the chain keeps a waiting list, and what takes its time."""
        self._offers.go_by(settings.occupying)
        self._switches[self._waiting_list].setVisible(settings.use_waiting_lists)
        if settings.use_waiting_lists:
            self._offers.look_back()
        else:
            self.show(self._waiting_list, is_shown=False)

    def refresh(self, change_set: ChangeSet | None) -> None:
        """Let the shown panel and the offers follow; None may be anything."""
        self._area.refresh(change_set)
        self._offers.notice(change_set)

    # -- the panels, as they are first shown

    def _build_free_slots(self) -> SidePanel:
        from terminplaner.ui.planner.panels.free_slot_panel import FreeSlotPanel

        panel = FreeSlotPanel(self._services, self._session, self._tasks)
        panel.timeRequested.connect(self._wishes.show_time)
        return panel

    def _build_search(self) -> SidePanel:
        from terminplaner.ui.planner.panels.search_panel import SearchPanel

        panel = self._search_panel = SearchPanel(
            self._services, self._session, self._tasks, self._wishes.fill_menu
        )
        panel.revealRequested.connect(self._wishes.show)
        return panel

    def _build_waiting_list(self) -> SidePanel:
        from terminplaner.ui.planner.panels.waiting_panel import WaitingListPanel

        given = self._services, self._session, self._tasks
        panel = self._waiting_panel = WaitingListPanel(*given, self._wishes.customer_to_book)
        panel.added.connect(self._wishes.end_booking_for)
        panel.show_offers(self._offers.offers)
        self._offers.changed.connect(panel.show_offers)
        return panel

    def _on_built(self, panel: SidePanel) -> None:
        panel.openRequested.connect(self._wishes.open)
        panel.carryRequested.connect(self._wishes.carry)
        panel.goToRequested.connect(self._navigator.show_day)

    def _show_offers(self) -> None:
        self.show(self._waiting_list)
        if self._waiting_panel is not None:
            self._waiting_panel.focus_offers()

    def _on_shown(self, shown: PanelOffer | None) -> None:
        for offer, switch in self._switches.items():
            switch.setChecked(offer is shown)
        if shown is None:
            self.closed.emit()
