"""The dialog "Kunde": every field of a customer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import Customer
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import Banner, add_field, button, form_layout, primary_button
from terminplaner.ui.messages import describe
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_WIDTH = 520
_NOTE_LINES = 3


class CustomerDialog(QDialog):
    """Opened with ``open()``."""

    saved = Signal(object)
    """The stored ``Customer``."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, customer: Customer, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._customer = customer
        self.setWindowTitle(self.tr("Kunde bearbeiten"))
        self._banner = Banner()
        self._number = QLineEdit(customer.number)
        self._last_name, self._first_name = QLineEdit(customer.last_name), QLineEdit(customer.first_name)
        self._initials = QLineEdit(customer.initials)
        self._phone, self._email = QLineEdit(customer.phone), QLineEdit(customer.email)
        self._pop_up, self._note = _text_field(customer.pop_up), _text_field(customer.note)
        self._save = primary_button(self.tr("Speichern"))
        self._save.setDefault(True)
        leave = button(self.tr("Abbrechen"))
        form = form_layout()
        add_field(form, self.tr("Kunden&nummer:"), self._number)
        add_field(form, self.tr("Na&chname:"), self._last_name)
        add_field(form, self.tr("&Vorname:"), self._first_name)
        add_field(
            form,
            self.tr("Kü&rzel:"),
            self._initials,
            self.tr("Das Kürzel kann statt des Namens an Google gehen."),
        )
        add_field(form, self.tr("&Telefon:"), self._phone)
        add_field(form, self.tr("&E-Mail:"), self._email)
        add_field(
            form,
            self.tr("&PopUp-Hinweis:"),
            self._pop_up,
            self.tr("Erscheint, wenn ein Termin des Kunden angelegt oder geöffnet wird."),
        )
        add_field(form, self.tr("N&otiz:"), self._note)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._banner)
        column.addLayout(form)
        column.addLayout(buttons)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        self.setMinimumWidth(_WIDTH)
        self._save.clicked.connect(self.save)
        leave.clicked.connect(self.reject)
        self._last_name.setFocus()

    def save(self) -> None:
        """Store the fields; the dialog closes once that succeeded."""
        customer = replace(
            self._customer,
            number=self._number.text().strip(),
            last_name=self._last_name.text().strip(),
            first_name=self._first_name.text().strip(),
            initials=self._initials.text().strip(),
            phone=self._phone.text().strip(),
            email=self._email.text().strip(),
            pop_up=self._pop_up.toPlainText().strip(),
            note=self._note.toPlainText().strip(),
        )
        master_data, actor = self._services.master_data, self._session.actor
        self._save.setEnabled(False)
        self._tasks.run(lambda: master_data.save(actor, customer), self, self._on_saved, self._on_refused)

    def _on_saved(self, customer: Customer) -> None:
        self.saved.emit(customer)
        self.accept()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._save.setEnabled(True)
        self._banner.show_message(describe(error))


def _text_field(text: str) -> QPlainTextEdit:
    field = QPlainTextEdit(text)
    field.setTabChangesFocus(True)
    field.setMinimumHeight(field.fontMetrics().lineSpacing() * _NOTE_LINES)
    field.setMaximumHeight(field.fontMetrics().lineSpacing() * (_NOTE_LINES + 1) + 2 * Space.S)
    return field
