"""Filialverwaltung > Benutzerkonten: who may log in, as what, and with which password."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtWidgets import QWidget

from terminplaner.domain.chain import Branch
from terminplaner.domain.people import Employee, Role, User
from terminplaner.services.permissions import Right
from terminplaner.ui.allowance import Reason, offer_if
from terminplaner.ui.choice_field import names_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import button, danger_button
from terminplaner.ui.messages import describe_role
from terminplaner.ui.password_dialog import PasswordDialog
from terminplaner.ui.people_section import PeopleSection
from terminplaner.ui.questions import ask_to_delete
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.user_dialog import UserDialog


class UserAccounts(PeopleSection[User]):
    """A table of users; administrators change it, everybody the own password."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self._employees: tuple[Employee, ...] = ()
        self._branches: tuple[Branch, ...] = ()
        self._new = button(self.tr("&Neu …"))
        self._edit = button(self.tr("Bea&rbeiten …"))
        self._password = button(self.tr("&Passwort vergeben …"))
        self._remove = danger_button(self.tr("&Löschen"))
        headers = (self.tr("Benutzername"), self.tr("Rolle"), self.tr("Mitarbeiter"), self.tr("Passwort"))
        buttons = self._new, self._edit, self._password, self._remove
        self._lay_out(self.tr("Benutzerkonten"), headers, buttons)
        self._new.clicked.connect(lambda _checked=False: self._on_new())
        self._edit.clicked.connect(lambda _checked=False: self._on_edit())
        self._password.clicked.connect(lambda _checked=False: self._on_password())
        self._remove.clicked.connect(lambda _checked=False: self._on_remove())
        self._name_buttons()

    def reload(self) -> None:
        queries, users = self._services.queries, self._services.users
        self._tasks.run(
            lambda: (users.list(), queries.employees(with_deleted=True), queries.branches()),
            self,
            self._on_loaded,
        )

    def _on_loaded(self, found: tuple[tuple[User, ...], tuple[Employee, ...], tuple[Branch, ...]]) -> None:
        users, self._employees, self._branches = found
        names = names_of(self._employees, self._branches)
        words = [
            (
                user.name,
                describe_role(user.role),
                names[user.employee_id],
                self.tr("vergeben") if user.password_hash else self.tr("keines"),
            )
            for user in users
        ]
        self._show_people(users, words, self._session.actor.user)

    def _name_buttons(self) -> None:
        user = self._chosen()
        actor = self._session.actor
        may_manage = actor.has(Right.MANAGE_MASTER_DATA)
        is_self = user is not None and user.id == actor.user.id
        self._new.setEnabled(may_manage)
        self._edit.setEnabled(may_manage and user is not None)
        self._password.setEnabled(user is not None and (may_manage or is_self))
        own = self.tr("Das eigene Konto löscht ein anderer Administrator.")
        offer_if(not (may_manage and is_self), Reason(own, own), self._remove)
        if user is None or not may_manage:
            self._remove.setEnabled(False)

    def _on_new(self) -> None:
        self._open_editor(User(id=uuid4(), name="", role=Role.EMPLOYEE))

    def _on_edit(self) -> None:
        user = self._chosen()
        if user is not None and self._edit.isEnabled():
            self._open_editor(user)

    def _open_editor(self, user: User) -> None:
        self._banner.close_message()
        dialog = UserDialog(
            self._services, self._session, self._tasks, user, self._employees, self._branches, self
        )
        dialog.saved.connect(self._on_saved)
        dialog.open()

    def _on_password(self) -> None:
        user = self._chosen()
        if user is not None:
            PasswordDialog(self._services, self._session, self._tasks, user, self).open()

    def _on_remove(self) -> None:
        user = self._chosen()
        if user is None:
            return
        ask_to_delete(
            self.tr("Benutzerkonto löschen?"),
            self.tr("„{name}“ kann sich danach nicht mehr anmelden.").format(name=user.name),
            self,
            self.tr("Seine Termine bleiben."),
            lambda: self._delete(user),
        )
