"""Filialverwaltung > Benutzerkonten: who may log in, as what, and with which password."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.chain import Branch
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import Employee, Role, User
from terminplaner.services.permissions import Right
from terminplaner.ui.choice_field import names_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import (
    Banner,
    add_field,
    button,
    danger_button,
    form_layout,
    page_title,
    primary_button,
    quiet_rows,
    section_title,
    small_print,
)
from terminplaner.ui.messages import describe, describe_role
from terminplaner.ui.questions import Question
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space
from terminplaner.ui.user_dialog import UserDialog


class UserAccounts(QWidget):
    """A table of users; administrators change it, everybody the own password."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._users: tuple[User, ...] = ()
        self._to_choose: User | None = None
        self._employees: tuple[Employee, ...] = ()
        self._branches: tuple[Branch, ...] = ()
        self._banner = Banner()
        self._table = QTableWidget(0, 4)
        self._table.setAccessibleName(self.tr("Benutzerkonten"))
        self._table.setHorizontalHeaderLabels(
            [self.tr("Benutzername"), self.tr("Rolle"), self.tr("Mitarbeiter"), self.tr("Passwort")]
        )
        quiet_rows(self._table)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._new = button(self.tr("&Neu …"))
        self._edit = button(self.tr("&Bearbeiten …"))
        self._password = button(self.tr("&Passwort vergeben …"))
        self._delete = danger_button(self.tr("&Löschen"))
        head = QHBoxLayout()
        head.addWidget(section_title(self.tr("Benutzerkonten")), 1)
        for action in (self._new, self._edit, self._password, self._delete):
            head.addWidget(action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.M)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._banner)
        column.addWidget(self._table, 1)
        self._table.itemSelectionChanged.connect(self._on_selected)
        self._table.itemActivated.connect(lambda _item: self._on_edit())
        self._new.clicked.connect(self._on_new)
        self._edit.clicked.connect(self._on_edit)
        self._password.clicked.connect(self._on_password)
        self._delete.clicked.connect(self._on_delete)
        self._on_selected()

    def reload(self) -> None:
        queries = self._services.queries
        self._tasks.run(
            lambda: (queries.users(), queries.employees(with_deleted=True), queries.branches()),
            self,
            self._on_loaded,
        )

    def _on_loaded(self, found: tuple[tuple[User, ...], tuple[Employee, ...], tuple[Branch, ...]]) -> None:
        chosen = self._to_choose or self._chosen()
        self._to_choose = None
        wanted = chosen.id if chosen else self._session.actor.user.id
        self._users, self._employees, self._branches = found
        names = names_of(self._employees, self._branches)
        self._table.setRowCount(len(self._users))
        for row, user in enumerate(self._users):
            cells = (
                user.name,
                describe_role(user.role),
                names[user.employee_id],
                self.tr("vergeben") if user.password_hash else self.tr("keines"),
            )
            for column, text in enumerate(cells):
                self._table.setItem(row, column, QTableWidgetItem(text))
            if user.id == wanted:
                self._table.selectRow(row)

    def _chosen(self) -> User | None:
        rows = self._table.selectionModel().selectedRows()
        return self._users[rows[0].row()] if rows and rows[0].row() < len(self._users) else None

    def _on_selected(self) -> None:
        user = self._chosen()
        actor = self._session.actor
        may_manage = actor.has(Right.MANAGE_MASTER_DATA)
        is_self = user is not None and user.id == actor.user.id
        self._new.setEnabled(may_manage)
        self._edit.setEnabled(may_manage and user is not None)
        self._password.setEnabled(user is not None and (may_manage or is_self))
        self._delete.setEnabled(may_manage and user is not None and not is_self)

    def _on_new(self) -> None:
        self._open_editor(User(id=uuid4(), name="", role=Role.EMPLOYEE))

    def _on_edit(self) -> None:
        user = self._chosen()
        if user is not None and self._edit.isEnabled():
            self._open_editor(user)

    def _open_editor(self, user: User) -> None:
        dialog = UserDialog(
            self._services, self._session, self._tasks, user, self._employees, self._branches, self
        )
        dialog.saved.connect(self._on_saved)
        dialog.open()

    def _on_saved(self, user: User) -> None:
        """Whether the change set was heard of already or comes now: the one that was saved is chosen."""
        self._to_choose = user
        self.reload()

    def _on_password(self) -> None:
        user = self._chosen()
        if user is not None:
            PasswordDialog(self._services, self._session, self._tasks, user, self).open()

    def _on_delete(self) -> None:
        user = self._chosen()
        if user is None:
            return
        question = Question(
            self.tr("Benutzerkonto löschen?"),
            self.tr("„{name}“ kann sich danach nicht mehr anmelden. Seine Termine bleiben.").format(
                name=user.name
            ),
            self,
        )
        question.add_dismissal(self.tr("Abbrechen"), is_default=True)
        question.add_answer(self.tr("Löschen"), "danger").clicked.connect(lambda: self._delete_account(user))
        question.open()

    def _delete_account(self, user: User) -> None:
        self._banner.close_message()
        self._tasks.run(
            lambda: self._services.master_data.delete(self._session.actor, user),
            self,
            lambda _done: self.reload(),
            lambda error: self._banner.show_message(describe(error)),
        )


class PasswordDialog(QDialog):
    """Saves in the background and stays open while it is refused."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, user: User, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._user = user
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Passwort vergeben"))
        self.setMinimumWidth(420)
        self._banner = Banner()
        self._save = primary_button(self.tr("Speichern"))
        self._save.setDefault(True)
        self._password = QLineEdit()
        self._again = QLineEdit()
        self._hint = small_print()
        form = form_layout()
        add_field(form, self.tr("&Neues Passwort:"), self._password)
        add_field(form, self.tr("&Wiederholung:"), self._again)
        form.addRow("", self._hint)
        for field in (self._password, self._again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textChanged.connect(self._on_typed)
        cancel = button(self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(page_title(self.windowTitle()))
        column.addLayout(form)
        column.addWidget(self._banner)
        column.addLayout(buttons)
        self._password.setFocus()
        self._on_typed()

    def _on_typed(self) -> None:
        is_same = self._password.text() == self._again.text()
        self._save.setEnabled(is_same)
        if not is_same:
            self._hint.setText(self.tr("Beide Eingaben müssen übereinstimmen."))
        elif not self._password.text():
            self._hint.setText(
                self.tr("Ohne Eingabe meldet sich „{name}“ künftig ohne Passwort an.").format(name=self._user.name)
            )
        else:
            self._hint.setText("")

    def _on_save(self) -> None:
        password = self._password.text()
        self._save.setEnabled(False)
        self._tasks.run(
            lambda: self._services.users.set_password(self._session.actor, self._user.id, password),
            self,
            lambda _user: self.accept(),
            self._on_refused,
        )

    def _on_refused(self, error: TerminplanerError) -> None:
        self._save.setEnabled(True)
        self._banner.show_message(describe(error))
