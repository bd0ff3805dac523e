"""Filialverwaltung > Mitarbeiter: who works in the branches."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from terminplaner.domain.people import Employee
from terminplaner.services.permissions import Right
from terminplaner.services.queries import EmployeeRow
from terminplaner.ui.context import Services, Session
from terminplaner.ui.employee_dialog import EmployeeDialog
from terminplaner.ui.forms import button, danger_button, small_print
from terminplaner.ui.people_section import PeopleSection
from terminplaner.ui.questions import ask_to_delete
from terminplaner.ui.tasks import TaskRunner


class Employees(PeopleSection[Employee]):
    """A table of employees; who keeps master data changes it."""

    resourceWanted = Signal(object)
    """The ``Employee`` for whom a person resource is to be made."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self._new = button(self.tr("&Neuer Mitarbeiter …"))
        self._edit = button(self.tr("Bea&rbeiten …"))
        self._resource = button(
            self.tr("&Ressource anlegen …"), self.tr("Eine Personenressource für diesen Mitarbeiter anlegen")
        )
        self._remove = danger_button(self.tr("&Löschen"))
        hint = self.tr(
            "Im Plan erscheint ein Mitarbeiter, sobald er bei einer Ressource als „Personenressource“ steht. "
            "Mit einem Benutzerkonto meldet er sich an und sieht seine eigenen Termine."
        )
        headers = (
            self.tr("Nachname"),
            self.tr("Vorname"),
            self.tr("Filiale"),
            self.tr("Ressource"),
            self.tr("Benutzerkonto"),
        )
        buttons = self._new, self._edit, self._resource, self._remove
        self._lay_out(self.tr("Mitarbeiter"), headers, buttons, small_print(hint))
        self._new.clicked.connect(lambda _checked=False: self.create_employee())
        self._edit.clicked.connect(lambda _checked=False: self._on_edit())
        self._resource.clicked.connect(lambda _checked=False: self._on_resource())
        self._remove.clicked.connect(lambda _checked=False: self._on_remove())
        self._name_buttons()

    def reload(self) -> None:
        self._tasks.run(self._services.queries.employee_rows, self, self._on_loaded)

    def create_employee(self) -> None:
        """Ask for a new employee."""
        self._open_editor(None)

    def _on_loaded(self, rows: tuple[EmployeeRow, ...]) -> None:
        words = [
            (
                row.employee.last_name,
                row.employee.first_name,
                row.branch,
                ", ".join(row.resources),
                ", ".join(row.users),
            )
            for row in rows
        ]
        self._show_people(tuple(row.employee for row in rows), words)

    def _name_buttons(self) -> None:
        may_manage = self._session.actor.has(Right.MANAGE_MASTER_DATA)
        self._new.setEnabled(may_manage)
        for action in (self._edit, self._resource, self._remove):
            action.setEnabled(may_manage and self._chosen() is not None)

    def _on_edit(self) -> None:
        employee = self._chosen()
        if employee is not None and self._edit.isEnabled():
            self._open_editor(employee)

    def _open_editor(self, employee: Employee | None) -> None:
        self._banner.close_message()
        dialog = EmployeeDialog(self._services, self._session, self._tasks, self, employee)
        dialog.saved.connect(self._on_saved)
        dialog.open()

    def _on_resource(self) -> None:
        employee = self._chosen()
        if employee is not None:
            self.resourceWanted.emit(employee)

    def _on_remove(self) -> None:
        employee = self._chosen()
        if employee is None:
            return
        ask_to_delete(
            self.tr("Mitarbeiter löschen?"),
            self.tr("Soll „{name}“ gelöscht werden?").format(name=employee.label),
            self,
            self.tr("Vergangene Termine bleiben erhalten."),
            lambda: self._delete(employee),
        )
