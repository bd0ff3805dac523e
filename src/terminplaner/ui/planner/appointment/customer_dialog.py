"""The dialog "Kunde": every field of a customer, be it a new one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from terminplaner.domain.people import Customer
from terminplaner.ui.context import Services, Session
from terminplaner.ui.entry_dialog import EntryDialog
from terminplaner.ui.forms import add_field
from terminplaner.ui.planner.appointment.birth_field import BirthField
from terminplaner.ui.planner.appointment.namesake_hint import NamesakeHint
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_NOTE_LINES = 3


class CustomerDialog(EntryDialog):
    """``saved`` carries the stored ``Customer``; a new one (revision 0) needs no number."""

    existingChosen = Signal(object)
    """Instead of a new customer this ``Customer``, who has the same name; the dialog is closed."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, customer: Customer, parent: QWidget
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self._customer = customer
        is_new = customer.revision == 0
        self.setWindowTitle(self.tr("Neuer Kunde") if is_new else self.tr("Kunde bearbeiten"))
        self._number = QLineEdit(customer.number)
        self._last_name, self._first_name = QLineEdit(customer.last_name), QLineEdit(customer.first_name)
        self._initials = QLineEdit(customer.initials)
        self._title = QLineEdit(customer.title)
        self._birth = BirthField(services.clock.now().astimezone(session.branch.tz).date())
        self._birth.show_value(customer.birth_on)
        self._phone, self._mobile = QLineEdit(customer.phone), QLineEdit(customer.mobile)
        self._email, self._address = QLineEdit(customer.email), _text_field(customer.address)
        self._pop_up, self._note = _text_field(customer.pop_up), _text_field(customer.note)
        add_field(self.form, self.tr("Kunden&nummer:"), self._number)
        add_field(self.form, self.tr("T&itel:"), self._title)
        add_field(self.form, self.tr("Na&chname:"), self._last_name)
        add_field(self.form, self.tr("&Vorname:"), self._first_name)
        if is_new:
            self._number.setPlaceholderText(self.tr("wird vergeben"))
            self._initials.setPlaceholderText(self.tr("aus dem Namen"))
            self._watch_for_namesakes()
        add_field(
            self.form,
            self.tr("Kü&rzel:"),
            self._initials,
            self.tr("Das Kürzel kann statt des Namens an Google gehen."),
        )
        add_field(self.form, self.tr("&Geburtsdatum:"), self._birth)
        add_field(self.form, self.tr("&Telefon:"), self._phone)
        add_field(self.form, self.tr("&Mobil:"), self._mobile)
        add_field(self.form, self.tr("&E-Mail:"), self._email)
        add_field(
            self.form,
            self.tr("&Adresse:"),
            self._address,
            self.tr("Steht bei Hausbesuchen im Plan, auf der Tagesliste und auf dem Terminzettel."),
        )
        add_field(
            self.form,
            self.tr("&PopUp-Hinweis:"),
            self._pop_up,
            self.tr("Erscheint, wenn ein Termin des Kunden angelegt oder geöffnet wird."),
        )
        add_field(self.form, self.tr("N&otiz:"), self._note)
        self.causes = {
            "last_name": self._last_name.setFocus,
            "number": self._number.setFocus,
            "name_taken": self._number.setFocus,
            "birth_unreadable": self._birth.setFocus,
        }
        self._last_name.setFocus()
        self.remember()

    def value(self) -> Customer:
        """What the fields say.  Raise ``InvalidInputError`` while the birthdate is no day."""
        return replace(
            self._customer,
            number=self._number.text().strip(),
            last_name=self._last_name.text().strip(),
            first_name=self._first_name.text().strip(),
            initials=self._initials.text().strip(),
            title=self._title.text().strip(),
            birth_on=self._birth.value(),
            phone=self._phone.text().strip(),
            mobile=self._mobile.text().strip(),
            address=self._address.toPlainText().strip(),
            email=self._email.text().strip(),
            pop_up=self._pop_up.toPlainText().strip(),
            note=self._note.toPlainText().strip(),
        )

    def _watch_for_namesakes(self) -> None:
        hint = NamesakeHint(self.services, self._tasks)
        hint.chosen.connect(self._on_existing)
        self.form.addRow(hint)
        for name in (self._last_name, self._first_name):
            name.textEdited.connect(lambda: hint.look_for(self._last_name.text(), self._first_name.text()))

    def _on_existing(self, customer: Customer) -> None:
        self._may_close = True
        self.existingChosen.emit(customer)
        self.reject()

    def command(self) -> Callable[[], Customer]:
        if self._customer.revision == 0:
            return partial(self.services.customers.create, self.session.actor, self.value())
        return partial(self.services.master_data.save, self.session.actor, self.value())


def _text_field(text: str) -> QPlainTextEdit:
    field = QPlainTextEdit(text)
    field.setTabChangesFocus(True)
    field.setMinimumHeight(field.fontMetrics().lineSpacing() * _NOTE_LINES)
    field.setMaximumHeight(field.fontMetrics().lineSpacing() * (_NOTE_LINES + 1) + 2 * Space.S)
    return field
