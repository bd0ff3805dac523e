"""The dialog "Mitarbeiter": somebody who works in a branch, new or known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtWidgets import QLineEdit, QWidget

from terminplaner.domain.chain import Branch
from terminplaner.domain.people import Employee
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.entry_dialog import EntryDialog
from terminplaner.ui.forms import add_field
from terminplaner.ui.tasks import TaskRunner


class EmployeeDialog(EntryDialog):
    """``saved`` carries the stored ``Employee``.  A new one begins in the session's branch."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        parent: QWidget,
        employee: Employee | None = None,
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self._employee = employee or Employee(id=uuid4(), last_name="", branch_id=session.branch.id)
        title = self.tr("Mitarbeiter bearbeiten") if employee else self.tr("Neuer Mitarbeiter")
        self.setWindowTitle(title)
        self._last_name = QLineEdit(self._employee.last_name)
        self._first_name = QLineEdit(self._employee.first_name)
        self._branch = ChoiceField()
        self._offer((session.branch,))
        self._branch.show_key(self._employee.branch_id)
        add_field(self.form, self.tr("Na&chname:"), self._last_name)
        add_field(self.form, self.tr("&Vorname:"), self._first_name)
        add_field(
            self.form,
            self.tr("&Filiale:"),
            self._branch,
            self.tr("Die Personenressource des Mitarbeiters gehört zu dieser Filiale."),
        )
        self.causes = {"last_name": self._last_name.setFocus}
        self._last_name.setFocus()
        self.remember()
        tasks.run(services.queries.branches, self, self._on_branches)

    def value(self) -> Employee:
        return replace(
            self._employee,
            last_name=self._last_name.text().strip(),
            first_name=self._first_name.text().strip(),
            branch_id=self._branch.key,
        )

    def command(self) -> Callable[[], Employee]:
        return partial(self.services.master_data.save, self.session.actor, self.value())

    def _on_branches(self, branches: tuple[Branch, ...]) -> None:
        is_untouched = not self.is_dirty
        self._offer(branches)
        if is_untouched:
            self._branch.show_key(self._employee.branch_id)
            self.remember()

    def _offer(self, branches: tuple[Branch, ...]) -> None:
        self._branch.offer([Choice(None, self.tr("Keine Filiale")), *choices_of(branches)])
