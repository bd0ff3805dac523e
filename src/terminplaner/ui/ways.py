"""The ways from one tab of the main window to what is meant in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget

from terminplaner.domain.people import Customer, Employee
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.lazy_page import LazyPage
from terminplaner.ui.places import Place
from terminplaner.ui.planner.page import PlannerPage

if TYPE_CHECKING:
    from terminplaner.ui.administration.page import AdministrationPage
    from terminplaner.ui.branch_settings import BranchSettingsPage
    from terminplaner.ui.customers.page import CustomersPage


class Ways(QObject):
    """Pages that were never seen are built on the way."""

    def __init__(
        self,
        tabs: QTabWidget,
        planner: PlannerPage,
        administration: LazyPage[AdministrationPage],
        branch_settings: LazyPage[BranchSettingsPage],
        customers: LazyPage[CustomersPage],
    ) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._planner = planner
        self._administration = administration
        self._branch_settings = branch_settings
        self._customers = customers

    def go_to_plan(self) -> None:
        """Give the keyboard to the plan."""
        self._tabs.setCurrentWidget(self._planner)
        self._planner.focus_plan()

    def take_step(self, place: Place) -> None:
        """Go where one of a newcomer's first steps is taken."""
        if place is Place.RESOURCES:
            self.make_resource(None)
            return
        self._tabs.setCurrentWidget(self._branch_settings)
        if place is Place.BRANCH:
            self._branch_settings.page.show_branch()
        else:
            self._branch_settings.page.create_employee()

    def make_resource(self, employee: Employee | None) -> None:
        """Begin a new resource, for this employee if any."""
        self._tabs.setCurrentWidget(self._administration)
        self._administration.page.start_resource(employee)

    def show_resources(self) -> None:
        """Go to the list of resources."""
        self._tabs.setCurrentWidget(self._administration)
        self._administration.page.show_resources()

    def show_appointment_settings(self) -> None:
        """Go to the settings of the chain, among them whether anything is synchronized."""
        self._tabs.setCurrentWidget(self._branch_settings)
        self._branch_settings.page.show_appointments()

    @property
    def customer_in_sight(self) -> str:
        """How the screen calls the customer whom a new appointment is for; empty where it is for nobody yet."""
        if self._tabs.currentWidget() is not self._customers:
            return ""
        page = self._customers.page
        return page.name_of(page.customer) if page.customer is not None else ""

    def new_appointment(self) -> None:
        """Begin a new appointment in the plan, for the customer who is chosen in sight if any."""
        if self._tabs.currentWidget() is self._customers:
            self._customers.page.book()
        else:
            self._begin_appointment()

    def book_for_nobody(self) -> None:
        """Begin a new appointment in the plan, for nobody yet; who comes is said there."""
        self._planner.commands.dialogs.book_for(None)
        self._begin_appointment()

    def new_customer(self) -> None:
        """Begin a new customer in the list of customers."""
        self._tabs.setCurrentWidget(self._customers)
        self._customers.page.add()

    def book_for(self, customer: Customer, name: str, opens_new: bool) -> None:
        """Show the plan, where the next new appointment is for a customer; ``opens_new`` begins it at once."""
        self._planner.commands.dialogs.book_for(customer, name)
        if opens_new:
            self._begin_appointment()
        else:
            self.go_to_plan()

    def show_appointment(self, row: AppointmentRow) -> None:
        """Show an appointment by its hours in the plan, chosen."""
        self.go_to_plan()
        self._planner.wishes.show(row)

    def open_appointment(self, row: AppointmentRow) -> None:
        """Show an appointment in the plan, and open its dialog."""
        self.show_appointment(row)
        self._planner.wishes.open(row)

    def show_appointments_of(self, customer: Customer, name: str) -> None:
        """Show all appointments of a customer beside the plan; ``name`` is how the screen calls the customer."""
        self.go_to_plan()
        self._planner.beside.look_for_customer(customer, name)

    def _begin_appointment(self) -> None:
        self.go_to_plan()
        self._planner.wishes.new_appointment()
