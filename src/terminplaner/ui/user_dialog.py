"""The dialog "Benutzerkonto": who may log in, as what, and who that is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from terminplaner.domain.chain import Branch
from terminplaner.domain.people import Employee, Role, User
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.employee_dialog import EmployeeDialog
from terminplaner.ui.entry_dialog import EntryDialog
from terminplaner.ui.forms import add_field, button, labelled, of_first_line, side_by_side, small_print
from terminplaner.ui.messages import describe_allowance, describe_role
from terminplaner.ui.tasks import TaskRunner


class UserDialog(EntryDialog):
    """``saved`` carries the stored ``User``."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        user: User,
        employees: tuple[Employee, ...],
        branches: tuple[Branch, ...],
        parent: QWidget,
    ) -> None:
        """``employees`` are those who can be chosen, and deleted ones: an account may still belong to one."""
        super().__init__(services, session, tasks, parent)
        self._user = user
        self._runner = tasks
        self._employees, self._branches = employees, branches
        self.setWindowTitle(self.tr("Benutzerkonto"))
        self._name = QLineEdit(user.name)
        self._role = QComboBox()
        self._role.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for role in Role:
            self._role.addItem(describe_role(role), role)
        self._role.setCurrentIndex(self._role.findData(user.role))
        self._allowance = small_print()
        self._employee = ChoiceField()
        self._offer_employees()
        self._employee.show_key(user.employee_id)
        new_employee = button(self.tr("Neuer Mitarbeiter …"))
        new_employee.clicked.connect(lambda _checked=False: self._create_employee())
        add_field(self.form, self.tr("&Benutzername:"), self._name)
        add_field(self.form, self.tr("&Rolle:"), self._role, self._allowance)
        hint = self.tr("Damit gehört dem Konto die Personenressource dieses Mitarbeiters.")
        self._employee.setAccessibleDescription(hint)
        whose = QWidget()
        column = QVBoxLayout(whose)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(side_by_side(self._employee, new_employee))
        column.addWidget(small_print(hint))
        self.form.addRow(of_first_line(labelled(self.tr("&Mitarbeiter:"), self._employee)), whose)
        self._role.currentIndexChanged.connect(lambda _index: self._explain_role())
        self._explain_role()
        self.causes = {"user_name": self._name.setFocus, "name_taken": self._name.setFocus}
        self._name.setFocus()
        self.remember()

    def value(self) -> User:
        return replace(
            self._user,
            name=self._name.text().strip(),
            role=Role(self._role.currentData()),
            employee_id=self._employee.key,
        )

    def command(self) -> Callable[[], User]:
        return partial(self.services.master_data.save, self.session.actor, self.value())

    def _explain_role(self) -> None:
        sentence = describe_allowance(Role(self._role.currentData()))
        self._allowance.setText(sentence)
        self._role.setAccessibleDescription(sentence)

    def _offer_employees(self) -> None:
        none = Choice(None, self.tr("Kein Mitarbeiter"))
        self._employee.offer([none, *choices_of(self._employees, self._branches)])

    def _create_employee(self) -> None:
        dialog = EmployeeDialog(self.services, self.session, self._runner, self)
        dialog.saved.connect(self._on_employee_saved)
        dialog.open()

    def _on_employee_saved(self, employee: Employee) -> None:
        self._employees = (*self._employees, employee)
        self._offer_employees()
        self._employee.show_key(employee.id)
