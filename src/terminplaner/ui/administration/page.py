"""The tab "Administration"."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.people import Employee
from terminplaner.services.permissions import Right
from terminplaner.ui.administration.absences_tab import AbsencesTab
from terminplaner.ui.administration.calendar_period_tab import CalendarPeriodTab
from terminplaner.ui.administration.catalogue_tab import CatalogueTab, statuses, types
from terminplaner.ui.administration.holidays_tab import HolidaysTab
from terminplaner.ui.administration.resources_tab import ResourcesTab
from terminplaner.ui.administration.templates_tab import TemplatesTab
from terminplaner.ui.administration.views_tab import ViewsTab
from terminplaner.ui.allowance import why_not_plan
from terminplaner.ui.context import Services, Session
from terminplaner.ui.messages import describe_role
from terminplaner.ui.page import Page
from terminplaner.ui.planner.notice_line import NoticeLine
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_NAVIGATION_LETTERS = 22

_Tab = ResourcesTab | CatalogueTab | TemplatesTab | ViewsTab | CalendarPeriodTab | AbsencesTab | HolidaysTab


class AdministrationPage(Page):
    """What the planner is made of: a list of subjects, and beside it the one that was chosen."""

    linked = Signal()
    """A link with a Google calendar was made or ended here."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self._resources = ResourcesTab(services, session, tasks)
        self._resources.linked.connect(self.linked)
        self._navigation = QListWidget()
        self._navigation.setObjectName("sections")
        self._navigation.ensurePolished()  # a screen reader has the items laid out before that would happen
        self._navigation.setAccessibleName(self.tr("Bereiche der Administration"))
        self._navigation.setFrameShape(QFrame.Shape.NoFrame)
        self._navigation.setFixedWidth(self.fontMetrics().averageCharWidth() * _NAVIGATION_LETTERS)
        self._stack = QStackedWidget()
        self._tabs: dict[str, _Tab] = {self.tr("Ressourcen"): self._resources}
        for catalogue in (types(), statuses()):
            self._tabs[catalogue.title] = CatalogueTab(catalogue, services, session, tasks)
        self._tabs[self.tr("Terminvorlagen")] = TemplatesTab(services, session, tasks)
        self._tabs[self.tr("Ansichten")] = ViewsTab(services, session, tasks)
        self._tabs[self.tr("Kalenderperiode")] = CalendarPeriodTab(services, session, tasks)
        self._tabs[self.tr("Abwesenheiten")] = AbsencesTab(services, session, tasks)
        self._tabs[self.tr("Feiertage")] = HolidaysTab(services, session, tasks)
        for title, tab in self._tabs.items():
            entry = QListWidgetItem(title, self._navigation)
            entry.setSizeHint(QSize(0, self.fontMetrics().height() + Space.L))
            self._stack.addWidget(tab)
        self._navigation.setCurrentRow(0)
        self._navigation.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._stack.currentChanged.connect(lambda _index: self._say_why_not())
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self._navigation)
        self._reason = NoticeLine("lock")
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addWidget(self._reason)
        right.addWidget(self._stack, 1)
        row.addLayout(right, 1)
        self._say_why_not()

    def show_resources(self) -> None:
        """Go to the resources."""
        self._navigation.setCurrentRow(self._stack.indexOf(self._resources))

    def start_resource(self, employee: Employee | None = None) -> None:
        """Go to the resources and begin a new one, for this employee if any."""
        self.show_resources()
        self._resources.start_for(employee)

    def _say_why_not(self) -> None:
        """Say it where nothing can be changed; absences are everybody's who may plan them."""
        actor = self.session.actor
        is_for_planners = isinstance(self._stack.currentWidget(), AbsencesTab)
        if is_for_planners and actor.lacks_employee:
            self._reason.say(why_not_plan(actor))
            return
        if actor.has(Right.PLAN_ABSENCES if is_for_planners else Right.MANAGE_MASTER_DATA):
            self._reason.say("")
            return
        sentence = self.tr(
            "Mit der Rolle „{role}“ können Sie das hier ansehen. Ändern darf es nur ein Administrator."
        )
        if is_for_planners:
            sentence = self.tr("Mit der Rolle „{role}“ können Sie Abwesenheiten ansehen, aber nicht ändern.")
        self._reason.say(sentence.format(role=describe_role(actor.user.role)))

    def refresh(self, change_set: ChangeSet | None) -> None:
        for tab in self._tabs.values():
            tab.refresh(change_set)

    @property
    def has_unsaved_form(self) -> bool:
        return self.is_dirty

    @property
    def is_dirty(self) -> bool:
        return any(tab.is_dirty for tab in self._tabs.values())

    def showEvent(self, event: QShowEvent) -> None:
        """The sync moves a link's state without a change set."""
        super().showEvent(event)
        self.refresh(None)
