"""A password for a user account."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import User
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import add_field, button, form_layout, page_title, primary_button, small_print
from terminplaner.ui.messages import describe
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space


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
        users, actor = self._services.users, self._session.actor
        user_id, password = self._user.id, self._password.text()
        self._save.setEnabled(False)
        self._tasks.run(
            lambda: users.set_password(actor, user_id, password), self, self._on_saved, self._on_refused
        )

    def _on_saved(self, user: User) -> None:
        if user.id == self._session.actor.user.id:  # or the next command would be refused for the new password
            self._session.follow(user)
        self.accept()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._save.setEnabled(True)
        self._banner.show_message(describe(error))
