"""Filialverwaltung > Mitarbeiter: who works in the branches."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import Employee
from terminplaner.services.permissions import Right
from terminplaner.services.queries import EmployeeRow
from terminplaner.ui.context import Services, Session
from terminplaner.ui.employee_dialog import EmployeeDialog
from terminplaner.ui.forms import Banner, button, danger_button, quiet_rows, section_title, small_print
from terminplaner.ui.messages import describe
from terminplaner.ui.questions import ask_to_delete
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space


class Employees(QWidget):
    """A table of employees; who keeps master data changes it."""

    resourceWanted = Signal(object)
    """The ``Employee`` for whom a person resource is to be made."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._rows: tuple[EmployeeRow, ...] = ()
        self._to_choose: Employee | None = None
        self._banner = Banner()
        self._hint = small_print(
            self.tr(
                "Im Plan erscheint ein Mitarbeiter, sobald er bei einer Ressource als „Personenressource“ steht. "
                "Mit einem Benutzerkonto meldet er sich an und sieht seine eigenen Termine."
            )
        )
        self._table = QTableWidget(0, 5)
        self._table.setAccessibleName(self.tr("Mitarbeiter"))
        self._table.setHorizontalHeaderLabels(
            [
                self.tr("Nachname"),
                self.tr("Vorname"),
                self.tr("Filiale"),
                self.tr("Ressource"),
                self.tr("Benutzerkonto"),
            ]
        )
        quiet_rows(self._table)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._new = button(self.tr("&Neuer Mitarbeiter …"))
        self._edit = button(self.tr("&Bearbeiten …"))
        self._resource = button(
            self.tr("&Ressource anlegen …"), self.tr("Eine Personenressource für diesen Mitarbeiter anlegen")
        )
        self._delete = danger_button(self.tr("&Löschen"))
        head = QHBoxLayout()
        head.addWidget(section_title(self.tr("Mitarbeiter")), 1)
        for action in (self._new, self._edit, self._resource, self._delete):
            head.addWidget(action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.M)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._banner)
        column.addWidget(self._hint)
        column.addWidget(self._table, 1)
        self._table.itemSelectionChanged.connect(self._on_selected)
        self._table.itemActivated.connect(lambda _item: self._on_edit())
        self._new.clicked.connect(lambda _checked=False: self.create_employee())
        self._edit.clicked.connect(lambda _checked=False: self._on_edit())
        self._resource.clicked.connect(lambda _checked=False: self._on_resource())
        self._delete.clicked.connect(lambda _checked=False: self._on_delete())
        self._on_selected()

    def reload(self) -> None:
        self._tasks.run(self._services.queries.employee_rows, self, self._on_loaded)

    def create_employee(self) -> None:
        """Ask for a new employee."""
        self._open_editor(None)

    def _on_loaded(self, rows: tuple[EmployeeRow, ...]) -> None:
        chosen = self._to_choose or self._chosen()
        self._to_choose = None
        self._rows = rows
        self._table.clearSelection()
        self._table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            cells = (
                row.employee.last_name,
                row.employee.first_name,
                row.branch,
                ", ".join(row.resources),
                ", ".join(row.users),
            )
            for column, text in enumerate(cells):
                self._table.setItem(number, column, QTableWidgetItem(text))
            if chosen is not None and row.employee.id == chosen.id:
                self._table.selectRow(number)
        self._on_selected()

    def _chosen(self) -> Employee | None:
        rows = self._table.selectionModel().selectedRows()
        return self._rows[rows[0].row()].employee if rows and rows[0].row() < len(self._rows) else None

    def _on_selected(self) -> None:
        may_manage = self._session.actor.has(Right.MANAGE_MASTER_DATA)
        self._new.setEnabled(may_manage)
        for action in (self._edit, self._resource, self._delete):
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

    def _on_saved(self, employee: Employee) -> None:
        """Whether the change set was heard of already or comes now: the one that was saved is chosen."""
        self._to_choose = employee
        self.reload()

    def _on_resource(self) -> None:
        employee = self._chosen()
        if employee is not None:
            self.resourceWanted.emit(employee)

    def _on_delete(self) -> None:
        employee = self._chosen()
        if employee is None:
            return
        ask_to_delete(
            self.tr("Mitarbeiter löschen?"),
            self.tr("Soll „{name}“ gelöscht werden?").format(name=employee.label),
            self,
            self.tr("Vergangene Termine bleiben erhalten."),
            lambda: self._do_delete(employee),
        )

    def _do_delete(self, employee: Employee) -> None:
        self._banner.close_message()
        self._tasks.run(
            lambda: self._services.master_data.delete(self._session.actor, employee),
            self,
            lambda _done: self.reload(),
            self._on_refused,
        )

    def _on_refused(self, error: TerminplanerError) -> None:
        self._banner.show_message(describe(error))
