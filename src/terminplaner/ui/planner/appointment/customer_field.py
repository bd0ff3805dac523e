"""Kunde: a search by name or number, and a new customer without leaving the dialog."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import Customer, initials_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import (
    Banner,
    add_clear_button,
    add_field,
    announce,
    button,
    form_layout,
    link_button,
    primary_button,
)
from terminplaner.ui.messages import describe
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner.appointment.customer_dialog import CustomerDialog
from terminplaner.ui.planner.appointment.customer_notes import CustomerNotes
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_SEARCH_AFTER_MS = 180
_FOUND_AT_MOST = 40
_CUSTOMER_ROLE = Qt.ItemDataRole.UserRole + 1
_LABEL_ROLE = Qt.ItemDataRole.UserRole + 2
"""What the field says once a line of the list was chosen."""


class CustomerField(QWidget):
    """The chosen customer, or None; text that names nobody is ``is_unresolved``."""

    changed = Signal()
    creatingChanged = Signal(bool)
    """Whether the form for a new customer is open."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._customer: Customer | None = None
        self._found = QStandardItemModel(self)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionRole(_LABEL_ROLE)
        completer.activated[QModelIndex].connect(self._on_index_chosen)  # type: ignore[index]
        completer.highlighted[QModelIndex].connect(self._on_index_highlighted)  # type: ignore[index]
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Nachname, Vorname oder Kundennummer"))
        add_clear_button(self._search)
        self._search.setCompleter(completer)
        self._search.textEdited.connect(self._on_edited)
        self._search.textChanged.connect(self._on_changed)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_SEARCH_AFTER_MS)
        self._patience.timeout.connect(self._look_up)
        self._new = link_button(self.tr("Neuen Kunden an&legen"))
        # Tab goes on to the next field, where a space typed there presses nothing; the keys have the mnemonic.
        self._new.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._new.setToolTip(self._new.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        self._new.clicked.connect(self.begin_new)
        self._session = session
        self._notes = CustomerNotes(services, tasks, session.branch.tz)
        self._notes.editRequested.connect(self.edit_customer)
        self._panel = NewCustomerPanel(services, session, tasks)
        self._panel.hide()
        self._panel.created.connect(self._on_created)
        self._panel.abandoned.connect(self.end_new)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._search, 1)
        row.addWidget(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(row)
        column.addWidget(self._notes)
        column.addWidget(self._panel)
        self.setFocusProxy(self._search)

    @property
    def customer(self) -> Customer | None:
        return self._customer

    @property
    def is_unresolved(self) -> bool:
        """Whether something is typed that was not chosen from the list."""
        return self._customer is None and bool(self._search.text().strip())

    @property
    def is_creating(self) -> bool:
        """Whether the form for a new customer is open."""
        return not self._panel.isHidden()

    def show_customer(self, customer: Customer | None) -> None:
        self._customer = customer
        self._search.setText(customer.label if customer else "")
        self._search.setToolTip(plain_tooltip(_line(customer)) if customer else "")
        self._search.setAccessibleDescription("")
        self._notes.show_customer(customer)

    def set_read_only(self) -> None:
        self._search.setReadOnly(True)
        self._search.setClearButtonEnabled(False)
        self._new.hide()
        self._notes.set_read_only()

    def setAccessibleName(self, name: str) -> None:
        self._search.setAccessibleName(name)

    def edit_customer(self) -> None:
        """Open all fields of the chosen customer."""
        if self._customer is not None:
            dialog = CustomerDialog(self._services, self._session, self._tasks, self._customer, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.saved.connect(self._choose)
            dialog.open()

    def begin_new(self) -> None:
        """Open the form for a new customer, with what was typed as the name."""
        last_name, _, first_name = self._search.text().partition(",")
        if self._customer is not None:
            last_name = first_name = ""
        self._panel.begin(last_name.strip(), first_name.strip())
        self._panel.show()
        self._new.setEnabled(False)
        self.creatingChanged.emit(True)

    def end_new(self) -> None:
        """Close the form for a new customer; what was typed there is gone."""
        self._panel.hide()
        self._new.setEnabled(True)
        self._search.setFocus()
        self.creatingChanged.emit(False)

    def _on_edited(self, text: str) -> None:
        if self._customer is not None and text != self._customer.label:
            self._customer = None
            self._notes.show_customer(None)
            self.changed.emit()
        self._patience.start()

    def _on_changed(self, text: str) -> None:
        # The clear button changes the text without "editing" it.
        if not text and self._customer is not None:
            self._customer = None
            self._notes.show_customer(None)
            self.changed.emit()

    def _look_up(self) -> None:
        text = self._search.text()
        if text.strip():
            queries = self._services.queries
            self._tasks.run(
                lambda: (text, queries.customers(text)[:_FOUND_AT_MOST]), self, self._on_found, _ignore
            )

    def _on_found(self, answer: tuple[str, tuple[Customer, ...]]) -> None:
        text, customers = answer
        if text != self._search.text() or self._customer is not None:
            return
        self._found.clear()
        for customer in customers:
            item = QStandardItem(_line(customer))
            item.setData(customer, _CUSTOMER_ROLE)
            item.setData(customer.label, _LABEL_ROLE)
            self._found.appendRow(item)
        self._say_found(len(customers))
        if customers and self._search.hasFocus():
            self._search.completer().complete()

    def _say_found(self, count: int) -> None:
        """A screen reader does not see the list that opens under the field."""
        found = self.tr("Gefunden: {count}. Pfeil nach unten wählt aus.").format(count=count)
        self._search.setAccessibleDescription(found if count else self.tr("Niemand gefunden."))
        announce(self._search, self._search.accessibleDescription())

    def _on_index_highlighted(self, index: QModelIndex) -> None:
        announce(self._search, _line(index.data(_CUSTOMER_ROLE)))

    def _on_index_chosen(self, index: QModelIndex) -> None:
        self._choose(index.data(_CUSTOMER_ROLE))

    def _choose(self, customer: Customer) -> None:
        self.show_customer(customer)
        self.changed.emit()

    def _on_created(self, customer: Customer) -> None:
        self.end_new()
        self._choose(customer)


class NewCustomerPanel(QFrame):
    """Name, Kürzel, Telefon, E-Mail; the number is given by the program."""

    created = Signal(object)
    """The stored ``Customer``."""
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
        self._initials = QLineEdit()
        self._phone, self._email = QLineEdit(), QLineEdit()
        fields = form_layout()
        # Letters that no field around the panel has.
        add_field(fields, self.tr("Nachna&me:"), self._last_name)
        add_field(fields, self.tr("Vo&rname:"), self._first_name)
        add_field(fields, self.tr("Kür&zel:"), self._initials)
        add_field(fields, self.tr("&Telefon:"), self._phone)
        add_field(fields, self.tr("E-Ma&il:"), self._email)
        self._create = primary_button(self.tr("K&unden anlegen"))
        self._abandon = button(self.tr("Doch nicht anlegen"))
        self._create.clicked.connect(self._save)
        self._abandon.clicked.connect(self.abandoned)
        self._last_name.textEdited.connect(self._on_name)
        self._first_name.textEdited.connect(self._on_name)
        self._initials.textEdited.connect(self._on_initials)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._abandon)
        buttons.addWidget(self._create)
        column = QVBoxLayout(self)
        column.addWidget(self._banner)
        column.addLayout(fields)
        column.addLayout(buttons)

    def begin(self, last_name: str, first_name: str) -> None:
        self._banner.close_message()
        self._has_own_initials = False
        for field, text in (
            (self._last_name, last_name),
            (self._first_name, first_name),
            (self._phone, ""),
            (self._email, ""),
        ):
            field.setText(text)
        self._on_name()
        (self._first_name if last_name and not first_name else self._last_name).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Here Enter is about the customer; it must not reach the dialog, whose own button it would press.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self._abandon if self._abandon.hasFocus() else self._create).click()
        else:
            super().keyPressEvent(event)

    def _on_name(self) -> None:
        if not self._has_own_initials:
            self._initials.setText(initials_of(self._first_name.text(), self._last_name.text()))

    def _on_initials(self, text: str) -> None:
        self._has_own_initials = bool(text)

    def _save(self) -> None:
        master_data, actor = self._services.master_data, self._session.actor
        last_name, first_name = self._last_name.text(), self._first_name.text()
        initials, phone, email = self._initials.text(), self._phone.text(), self._email.text()
        self._create.setEnabled(False)
        self._tasks.run(
            lambda: master_data.create_customer(
                actor, last_name, first_name, initials=initials, phone=phone, email=email
            ),
            self,
            self._on_saved,
            self._on_refused,
        )

    def _on_saved(self, customer: Customer) -> None:
        self._create.setEnabled(True)
        self.created.emit(customer)

    def _on_refused(self, error: TerminplanerError) -> None:
        self._create.setEnabled(True)
        self._banner.show_message(describe(error))


def _line(customer: Customer) -> str:
    return f"{customer.label} · {customer.number}"


def _ignore(_error: TerminplanerError) -> None:
    """A search that fails finds nothing; the next key asks again."""
