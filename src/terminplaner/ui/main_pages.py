"""The tabs of the main window, each built when somebody first looks at it: the start must be quick."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from terminplaner.domain.changes import ChangeSet
from terminplaner.ui.context import Services, Session
from terminplaner.ui.lazy_page import LazyPage
from terminplaner.ui.page import Page
from terminplaner.ui.planner.page import PlannerPage
from terminplaner.ui.reminder_notifier import ReminderNotifier
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.ways import Ways

if TYPE_CHECKING:
    from terminplaner.ui.administration.page import AdministrationPage
    from terminplaner.ui.branch_settings import BranchSettingsPage
    from terminplaner.ui.customers.page import CustomersPage
    from terminplaner.ui.my_panel import MyPanelPage

P = TypeVar("P", bound=Page)


class MainPages(QTabWidget):
    """Five tabs, the planner first; ``ways`` lead from one to another."""

    linked = Signal()
    """A link with a Google calendar was made or ended."""
    settingsSaved = Signal()

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        reminders: ReminderNotifier,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._session, self._tasks = services, session, tasks
        self._reminders = reminders
        self._is_covered = False
        self.planner = PlannerPage(services, session, tasks, self)
        administration = self._later(self._build_administration)
        branch_settings = self._later(self._build_branch_settings)
        customers = self._later(self._build_customers)
        self.titled: dict[str, Page] = {
            self.tr("Terminplaner"): self.planner,
            self.tr("Kunden"): customers,
            self.tr("Administration"): administration,
            self.tr("Mein AMPAREX"): self._later(self._build_my_panel),
            self.tr("Filialverwaltung"): branch_settings,
        }
        self.ways = Ways(self, self.planner, administration, branch_settings, customers)
        self.planner.stepWanted.connect(self.ways.take_step)
        self.setDocumentMode(True)
        for title, page in self.titled.items():
            self.addTab(page, title)

    @property
    def unsaved(self) -> dict[str, Page]:
        """Those that hold input that would be lost if the window closed now."""
        return {title: page for title, page in self.titled.items() if page.is_dirty}

    def refresh(self, change_set: ChangeSet | None) -> None:
        """Show what changed; None means that anything may have."""
        if self._is_covered:
            return
        for page in self.titled.values():
            page.refresh(change_set)

    def refresh_links(self) -> None:
        """Links and problems are no entities, so no change set tells of them.

        A page that nobody looks at asks for them when it is shown, and the plan shows none.
        """
        if self._is_covered:
            return
        for page in self.titled.values():
            if page.isVisible() and page is not self.planner:
                page.refresh(None)

    @property
    def number(self) -> int | None:
        """Which of the tabs is shown, counted from nought; None where all are covered."""
        current = self.currentWidget()
        return next((number for number, page in enumerate(self.titled.values()) if page is current), None)

    def cover(self, reason: str) -> None:
        """Show nothing of the tabs any more, but those in whose own fields there is unsaved input."""
        from terminplaner.ui.signed_off_page import SignedOffPage

        self._is_covered = True
        for page in self.titled.values():
            if not page.has_unsaved_form:
                self.removeTab(self.indexOf(page))

        self.addTab(SignedOffPage(reason), self.tr("Abgemeldet"))

    def show_planner(self) -> None:
        self.setCurrentWidget(self.planner)

    def focus_current(self) -> None:
        """Give the keyboard to the plan, or else to the tabs."""
        if self.currentWidget() is self.planner:
            self.planner.focus_plan()
        else:
            self.tabBar().setFocus()

    def _later(self, build: Callable[[Services, Session, TaskRunner], P]) -> LazyPage[P]:
        return LazyPage(build, self._services, self._session, self._tasks, self)

    def _build_customers(self, services: Services, session: Session, tasks: TaskRunner) -> CustomersPage:
        from terminplaner.ui.customers.page import CustomersPage

        page = CustomersPage(services, session, tasks)
        page.planRequested.connect(self.ways.book_for)
        page.newRequested.connect(self.ways.book_for_nobody)
        page.revealRequested.connect(self.ways.show_appointment)
        page.openRequested.connect(self.ways.open_appointment)
        page.allRequested.connect(self.ways.show_appointments_of)
        return page

    def _build_administration(self, services: Services, session: Session, tasks: TaskRunner) -> AdministrationPage:
        from terminplaner.ui.administration.page import AdministrationPage

        page = AdministrationPage(services, session, tasks)
        page.linked.connect(self.linked)
        return page

    def _build_my_panel(self, services: Services, session: Session, tasks: TaskRunner) -> MyPanelPage:
        from terminplaner.ui.my_panel import MyPanelPage

        page = MyPanelPage(services, session, tasks)
        page.linked.connect(self.linked)
        page.revealRequested.connect(self.ways.show_appointment)
        reminders = self._reminders
        page.reminders.show_choice(own=reminders.is_on, shown=reminders.is_on_for_shown)
        page.reminders.ownToggled.connect(lambda is_on: reminders.turn(on=is_on))
        page.reminders.shownToggled.connect(lambda is_on: reminders.turn_for_shown(on=is_on))
        return page

    def _build_branch_settings(
        self, services: Services, session: Session, tasks: TaskRunner
    ) -> BranchSettingsPage:
        from terminplaner.ui.branch_settings import BranchSettingsPage

        page = BranchSettingsPage(services, session, tasks)
        page.settingsSaved.connect(self.settingsSaved)
        page.resourceWanted.connect(self.ways.make_resource)
        page.refresh(None)
        return page
