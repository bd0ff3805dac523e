"""Kunde: a search, and a new customer without leaving the dialog."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from terminplaner.domain.people import Customer
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import link_button
from terminplaner.ui.planner.appointment.customer_dialog import CustomerDialog
from terminplaner.ui.planner.appointment.customer_line import CustomerLine
from terminplaner.ui.planner.appointment.customer_notes import CustomerNotes
from terminplaner.ui.planner.appointment.new_customer import NewCustomerPanel
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space


class CustomerField(QWidget):
    """The chosen customer, or None; text that names nobody is ``is_unresolved``."""

    changed = Signal()
    textChanged = Signal()
    """Something else stands in the field, chosen or not."""
    unknownLeft = Signal()
    """Somebody went on to the next field, and nobody is found by what was typed."""
    creatingChanged = Signal(bool)
    """Whether the form for a new customer is open."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._own_id: UUID | None = None
        self._line = CustomerLine(services, tasks)
        self._line.changed.connect(self._on_chosen)
        self._line.textChanged.connect(self.textChanged)
        self._line.unknownLeft.connect(self._on_unknown)
        self._new = link_button(new_customer_words())
        # Tab goes on to the next field, where a space typed there presses nothing; the keys have the mnemonic.
        self._new.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._new.setToolTip(self._new.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        self._new.clicked.connect(self.begin_new)
        self._notes = CustomerNotes(services, tasks, session.branch.tz)
        self._notes.editRequested.connect(self.edit_customer)
        self.panel = NewCustomerPanel(services, session, tasks)
        """The form for a new customer."""
        self.panel.hide()
        self.panel.created.connect(self._on_created)
        self.panel.abandoned.connect(self.end_new)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._line, 1)
        row.addWidget(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(row)
        column.addWidget(self._notes)
        column.addWidget(self.panel)
        self.setFocusProxy(self._line)

    @property
    def customer(self) -> Customer | None:
        return self._line.customer

    @property
    def is_unresolved(self) -> bool:
        """Whether something is typed that was not chosen from the list."""
        return self._line.is_unresolved

    @property
    def is_creating(self) -> bool:
        """Whether the form for a new customer is open."""
        return not self.panel.isHidden()

    def show_customer(self, customer: Customer | None, own_id: UUID | None = None) -> None:
        """``own_id`` is the stored appointment that this is the customer of."""
        self._own_id = own_id
        self._line.show_customer(customer)
        self._notes.show_customer(customer, own_id)

    def set_read_only(self) -> None:
        self._line.setReadOnly(True)
        self._line.setClearButtonEnabled(False)
        self._new.hide()
        self._notes.set_read_only()

    def setAccessibleName(self, name: str) -> None:
        self._line.setAccessibleName(name)

    def edit_customer(self) -> None:
        """Open all fields of the chosen customer."""
        if self.customer is not None:
            dialog = CustomerDialog(self._services, self._session, self._tasks, self.customer, self)
            dialog.saved.connect(self._line.choose)
            dialog.open()

    def begin_new(self) -> None:
        """Open the form for a new customer, with what was typed as the name."""
        last_name, _, first_name = self._line.text().partition(",")
        if self.customer is not None:
            last_name = first_name = ""
        self.panel.begin(last_name.strip(), first_name.strip())
        self.panel.show()
        self._new.setEnabled(False)
        self.creatingChanged.emit(True)

    def end_new(self) -> None:
        """Close the form for a new customer; what was typed there is gone."""
        self.panel.hide()
        self._new.setEnabled(True)
        self._line.setFocus()
        self.creatingChanged.emit(False)

    def _on_chosen(self) -> None:
        self._notes.show_customer(self.customer, self._own_id)
        self.changed.emit()

    def _on_unknown(self) -> None:
        if not self.is_creating:
            self.unknownLeft.emit()

    def _on_created(self, customer: Customer) -> None:
        self.end_new()
        self._line.choose(customer)


class SaveHint(QLabel):
    """Says why nothing can be saved while a new customer is entered in ``field``."""

    def __init__(self, field: CustomerField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(
            self.tr("Speichern geht wieder, sobald der Kunde angelegt oder „Doch nicht anlegen“ gewählt ist.")
        )
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self.hide()
        field.creatingChanged.connect(self.setVisible)


def new_customer_words() -> str:
    """What leads to the form for a new customer, with its mnemonic."""
    return QCoreApplication.translate("CustomerField", "Neuen Kunden an&legen")
