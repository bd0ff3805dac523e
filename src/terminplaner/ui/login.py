"""Who works at this workstation: asked at the start, unless the workstation was told to remember."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.chain import Branch
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import User
from terminplaner.services.permissions import Actor
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import add_field, button, form_layout, page_title, primary_button, small_print
from terminplaner.ui.messages import describe, describe_role
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_USER_KEY = "login/user"
_BRANCH_KEY = "login/branch"


def remember_user(window_settings: QSettings, name: str) -> None:
    """Start with this user from now on; a password is still asked for."""
    window_settings.setValue(_USER_KEY, name)


class LoginDialog(QDialog):
    """Chooses a user, with the password if one is set, and the branch where there are several."""

    sessionOpened = Signal(object)
    """The ``Session`` that begins."""

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        window_settings: QSettings,
        users: tuple[User, ...],
        branches: tuple[Branch, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._window_settings = window_settings
        self.setWindowTitle(self.tr("Anmeldung"))
        self.setMinimumWidth(420)
        self._banner = Banner()
        self._user = QComboBox()
        for user in users:
            self._user.addItem(f"{user.name}  ({describe_role(user.role)})", user)
        self._password = QLineEdit()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._branch = QComboBox()
        for branch in branches:
            self._branch.addItem(branch.label, branch)
        for choice in (self._user, self._branch):
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._remember = QCheckBox(self.tr("An diesem Arbeitsplatz &merken"))
        self._enter = primary_button(self.tr("Anmelden"))
        self._enter.setDefault(True)
        quit_button = button(self.tr("Abbrechen"))

        form = form_layout()
        add_field(form, self.tr("&Benutzer:"), self._user)
        add_field(form, self.tr("&Passwort:"), self._password)
        branch_label = add_field(form, self.tr("&Filiale:"), self._branch)
        branch_label.setVisible(len(branches) > 1)
        self._branch.setVisible(len(branches) > 1)
        form.addRow("", self._remember)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(quit_button)
        buttons.addWidget(self._enter)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(page_title(self.tr("Anmeldung")))
        column.addWidget(small_print(self.tr("Was Sie ändern, wird unter Ihrem Namen festgehalten.")))
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self._banner)
        column.addLayout(buttons)

        self._user.currentIndexChanged.connect(self._on_user_chosen)
        self._enter.clicked.connect(self._on_enter)
        quit_button.clicked.connect(self.reject)
        self._choose_remembered()
        self._on_user_chosen()

    def explain(self, reason: str) -> None:
        """Say why somebody has to log in."""
        self._banner.show_message(reason, "warning")

    @property
    def banner_text(self) -> str:
        """What the dialog says about the last attempt, or why it is there; empty while there is nothing to say."""
        return self._banner.text

    def _choose_remembered(self) -> None:
        remembered = str(self._window_settings.value(_USER_KEY, ""))
        for index in range(self._user.count()):
            if self._user.itemData(index).name == remembered:
                self._user.setCurrentIndex(index)
                self._remember.setChecked(True)
        number = str(self._window_settings.value(_BRANCH_KEY, ""))
        for index in range(self._branch.count()):
            if self._branch.itemData(index).number == number:
                self._branch.setCurrentIndex(index)

    def _on_user_chosen(self) -> None:
        user: User | None = self._user.currentData()
        has_password = user is not None and bool(user.password_hash)
        self._password.clear()
        self._password.setEnabled(has_password)
        self._password.setPlaceholderText("" if has_password else self.tr("Kein Passwort vergeben"))
        (self._password if has_password else self._enter).setFocus()

    def _on_enter(self) -> None:
        user: User | None = self._user.currentData()
        if user is None:
            return
        self._enter.setEnabled(False)
        self._banner.close_message()
        name, password = user.name, self._password.text()
        self._tasks.run(
            lambda: self._services.users.authenticate(name, password), self, self._on_known, self._on_refused
        )

    def _on_known(self, user: User) -> None:
        branch: Branch = self._branch.currentData()
        if self._remember.isChecked():
            remember_user(self._window_settings, user.name)
        else:
            self._window_settings.remove(_USER_KEY)
        self._window_settings.setValue(_BRANCH_KEY, branch.number)
        self.sessionOpened.emit(Session(Actor(user), branch))
        self.accept()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._enter.setEnabled(True)
        self._banner.show_message(describe(error))
        self._password.selectAll()
        self._password.setFocus()


class Login(QObject):
    """Opens a session, with the dialog only where somebody has to be asked."""

    opened = Signal(object)
    """The ``Session`` that begins."""
    asked = Signal()
    """The dialog is shown."""
    dismissed = Signal()
    """The person closed the dialog, or read why there is none."""

    def __init__(
        self, services: Services, tasks: TaskRunner, window_settings: QSettings, parent: QObject | None = None
    ) -> None:
        """``window_settings`` belong to this workstation's profile."""
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._window_settings = window_settings
        self._must_ask = False
        self._reason = ""
        self._dialog: LoginDialog | None = None
        self._notice: QMessageBox | None = None

    @property
    def dialog(self) -> LoginDialog | None:
        """The dialog, while it is shown."""
        return self._dialog

    def start(self, *, must_ask: bool = False, reason: str = "") -> None:
        """``must_ask`` shows the dialog in any case: somebody wants to change the user, or must for ``reason``."""
        self._must_ask = must_ask
        self._reason = reason
        queries = self._services.queries
        self._tasks.run(
            lambda: (self._services.users.list(), queries.branches()), self, self._on_loaded, self._on_unreadable
        )

    def _on_loaded(self, found: tuple[tuple[User, ...], tuple[Branch, ...]]) -> None:
        if self._dialog is not None:  # what was asked for twice is offered once, with the present users
            self._dialog.rejected.disconnect(self.dismissed)
            self._dialog.reject()
        users, branches = found
        session = None if self._must_ask else self._undisputed(users, branches)
        if session is not None:
            self.opened.emit(session)
            return
        dialog = LoginDialog(self._services, self._tasks, self._window_settings, users, branches)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.sessionOpened.connect(self.opened)
        dialog.rejected.connect(self.dismissed)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        if self._reason:
            dialog.explain(self._reason)
        dialog.open()
        self.asked.emit()

    def _on_unreadable(self, error: TerminplanerError) -> None:
        box = QMessageBox(QMessageBox.Icon.Critical, self.tr("Anmeldung"), describe(error))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self.dismissed)
        self._notice = box  # nothing else holds a window without a parent
        box.open()

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _undisputed(self, users: tuple[User, ...], branches: tuple[Branch, ...]) -> Session | None:
        """The session nobody needs to be asked for: of the only or the remembered user, without a password."""
        remembered = str(self._window_settings.value(_USER_KEY, ""))
        user = users[0] if len(users) == 1 else next((user for user in users if user.name == remembered), None)
        number = str(self._window_settings.value(_BRANCH_KEY, ""))
        branch = next((row for row in branches if row.number == number), None)
        if branch is None and len(branches) == 1:
            branch = branches[0]
        if user is None or user.password_hash or branch is None:
            return None
        return Session(Actor(user), branch)
