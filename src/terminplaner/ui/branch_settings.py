"""Filialverwaltung: the settings of the chain, its branches, its employees, its users."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.people import Employee, User
from terminplaner.domain.resource import Resource
from terminplaner.services.permissions import Right
from terminplaner.ui.appointment_settings import AppointmentSettings
from terminplaner.ui.banner import Banner
from terminplaner.ui.branch_details import BranchDetails
from terminplaner.ui.context import Services, Session
from terminplaner.ui.employees import Employees
from terminplaner.ui.page import Page
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space
from terminplaner.ui.user_accounts import UserAccounts


class BranchSettingsPage(Page):
    """A list of sections on the left, the chosen one on the right."""

    settingsSaved = Signal()
    resourceWanted = Signal(object)
    """The ``Employee`` for whom a person resource is to be made."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self.appointments = AppointmentSettings(services, session, tasks)
        self._branch = BranchDetails(services, session, tasks)
        self._employees = Employees(services, session, tasks)
        self._users = UserAccounts(services, session, tasks)
        self._sections = QListWidget()
        self._sections.setObjectName("sections")
        self._sections.ensurePolished()  # a screen reader has the items laid out before that would happen
        self._sections.setAccessibleName(self.tr("Bereiche der Filialverwaltung"))
        self._sections.setFixedWidth(self.fontMetrics().averageCharWidth() * 22)
        self._stack = QStackedWidget()
        for title, section in (
            (self.tr("Termine"), self.appointments),
            (self.tr("Filiale"), self._branch),
            (self.tr("Mitarbeiter"), self._employees),
            (self.tr("Benutzerkonten"), self._users),
        ):
            self._sections.addItem(title)
            self._stack.addWidget(section)
        self._sections.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._sections.setCurrentRow(0)
        self._notice = Banner()
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addWidget(self._notice)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self._sections)
        row.addLayout(right, 1)
        self.appointments.saved.connect(self.settingsSaved)
        self._employees.resourceWanted.connect(self.resourceWanted)
        if not session.actor.has(Right.MANAGE_SETTINGS):
            self._notice.show_message(
                self.tr("Sie können die Einstellungen ansehen. Ändern darf sie nur ein Administrator."), "info"
            )

    def refresh(self, change_set: ChangeSet | None) -> None:
        for section, kinds in (
            (self.appointments, (ChainSettings,)),
            (self._branch, (Branch,)),
            (self._employees, (Employee, Branch, Resource, User)),
            (self._users, (User, Employee)),
        ):
            if change_set is None or any(change_set.touches(kind) for kind in kinds):
                section.reload()

    def show_appointments(self) -> None:
        """Go to the settings of the chain."""
        self._sections.setCurrentRow(self._stack.indexOf(self.appointments))

    def show_branch(self) -> None:
        """Go to the branches."""
        self._sections.setCurrentRow(self._stack.indexOf(self._branch))

    def create_employee(self) -> None:
        """Go to the employees and ask for a new one."""
        self._sections.setCurrentRow(self._stack.indexOf(self._employees))
        self._employees.create_employee()

    @property
    def has_unsaved_form(self) -> bool:
        return self.is_dirty

    @property
    def is_dirty(self) -> bool:
        return self.appointments.is_dirty or self._branch.is_dirty
