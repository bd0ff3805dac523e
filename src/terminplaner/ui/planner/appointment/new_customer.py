"""The form for a new customer that opens within another dialog."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from terminplaner.domain.errors import InvalidInputError, TerminplanerError
from terminplaner.domain.people import Customer, initials_of
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import button, labelled, primary_button
from terminplaner.ui.messages import describe
from terminplaner.ui.planner.appointment.birth_field import BirthField
from terminplaner.ui.planner.appointment.namesake_hint import NamesakeHint
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space


class NewCustomerPanel(QFrame):
    """What is asked while somebody is on the phone; the number is given by the program."""

    created = Signal(object)
    """The stored ``Customer``, or the namesake that was taken instead."""
    abandoned = Signal()

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self.setProperty("role", "card")
        self._has_own_initials = False
        self._banner = Banner()
        self._last_name, self._first_name = QLineEdit(), QLineEdit()
        self._phone, self._mobile, self._initials = QLineEdit(), QLineEdit(), QLineEdit()
        self._birth = BirthField(services.clock.now().astimezone(session.branch.tz).date())
        self._email, self._pop_up = QLineEdit(), QLineEdit()
        self._namesakes = NamesakeHint(services, tasks)
        self._create = primary_button(self.tr("K&unden anlegen"))
        self._abandon = button(self.tr("Doch nicht anlegen"))
        self._create.clicked.connect(self._save)
        self._abandon.clicked.connect(self.abandoned)
        for name in (self._last_name, self._first_name):
            name.textEdited.connect(self._on_name)
        self._initials.textEdited.connect(self._on_initials)
        self._namesakes.chosen.connect(self.created)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._abandon)
        buttons.addWidget(self._create)
        column = QVBoxLayout(self)
        column.addLayout(self._fields())
        column.addWidget(self._namesakes)
        column.addWidget(self._banner)
        column.addLayout(buttons)

    def _fields(self) -> QGridLayout:
        """Two beside each other, so that the button under them is seen with them."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        # Letters that no field around the panel has.
        for row, pair in enumerate(
            (
                ((self.tr("Nachna&me:"), self._last_name), (self.tr("Vo&rname:"), self._first_name)),
                ((self.tr("&Geburtsdatum:"), self._birth), (self.tr("Kür&zel:"), self._initials)),
                ((self.tr("&Telefon:"), self._phone), (self.tr("Mo&bil:"), self._mobile)),
                ((self.tr("E-Ma&il:"), self._email), (self.tr("Po&pUp-Hinweis:"), self._pop_up)),
            )
        ):
            for column, (text, field) in enumerate(pair):
                grid.addWidget(labelled(text, field), row, 2 * column)
                grid.addWidget(field, row, 2 * column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid

    def begin(self, last_name: str, first_name: str) -> None:
        self._banner.close_message()
        self._has_own_initials = False
        for field, text in (
            (self._last_name, last_name),
            (self._first_name, first_name),
            (self._birth, ""),
            (self._phone, ""),
            (self._mobile, ""),
            (self._email, ""),
            (self._pop_up, ""),
        ):
            field.setText(text)
        self._on_name()
        (self._first_name if last_name and not first_name else self._last_name).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Here Enter is about the customer; it must not reach the dialog, whose own button it would press.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focus = self.focusWidget()
            (focus if isinstance(focus, QAbstractButton) else self._create).click()
        else:
            super().keyPressEvent(event)

    def _on_name(self) -> None:
        last_name, first_name = self._last_name.text(), self._first_name.text()
        if not self._has_own_initials:
            self._initials.setText(initials_of(first_name, last_name))
        self._namesakes.look_for(last_name, first_name)

    def _on_initials(self, text: str) -> None:
        self._has_own_initials = bool(text)

    def _save(self) -> None:
        customers, actor = self._services.customers, self._session.actor
        try:
            birth_on = self._birth.value()
        except InvalidInputError as error:
            self._complain(error, self._birth)
            return
        wanted = Customer(
            uuid4(),
            "",
            self._last_name.text(),
            self._first_name.text(),
            initials=self._initials.text().strip(),
            birth_on=birth_on,
            phone=self._phone.text().strip(),
            mobile=self._mobile.text().strip(),
            email=self._email.text().strip(),
            pop_up=self._pop_up.text().strip(),
        )
        self._create.setEnabled(False)
        self._tasks.run(lambda: customers.create(actor, wanted), self, self._on_saved, self._on_refused)

    def _on_saved(self, customer: Customer) -> None:
        self._create.setEnabled(True)
        self.created.emit(customer)

    def _on_refused(self, error: TerminplanerError) -> None:
        self._create.setEnabled(True)
        self._complain(error, self._last_name)

    def _complain(self, error: TerminplanerError, field: QLineEdit) -> None:
        self._banner.show_message(describe(error))
        field.setFocus()
