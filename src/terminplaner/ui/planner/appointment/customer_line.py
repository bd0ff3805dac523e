"""A line that finds a customer as somebody types: by name, number, birthdate, phone, Kürzel or e-mail address."""

from __future__ import annotations

from PySide6.QtCore import SIGNAL, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import Customer
from terminplaner.ui.context import Services
from terminplaner.ui.forms import add_clear_button, announce
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner.appointment.customer_wording import told_apart
from terminplaner.ui.tasks import TaskRunner

_SEARCH_AFTER_MS = 180
_FOUND_AT_MOST = 40
_GOING_ON = frozenset((Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason))
_CUSTOMER_ROLE = Qt.ItemDataRole.UserRole + 1
_LABEL_ROLE = Qt.ItemDataRole.UserRole + 2
"""What the line says once a customer of the list was chosen."""


class CustomerLine(QLineEdit):
    """The chosen customer, or None; text that names nobody is ``is_unresolved``."""

    changed = Signal()
    """Somebody chose another customer, or none."""
    unknownLeft = Signal()
    """Somebody went on to the next field, and nobody is found by what was typed."""

    def __init__(self, services: Services, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._customer: Customer | None = None
        self._was_left = False
        self._found = QStandardItemModel(self)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionRole(_LABEL_ROLE)
        # By signature: of the two signals of each name, the typed one is that of the text.
        QObject.connect(completer, SIGNAL("activated(QModelIndex)"), self._on_index_chosen)
        QObject.connect(completer, SIGNAL("highlighted(QModelIndex)"), self._on_index_highlighted)
        self.setPlaceholderText(self.tr("Name, Geburtsdatum, Nummer, Telefon …"))
        add_clear_button(self)
        self.setCompleter(completer)
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_changed)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_SEARCH_AFTER_MS)
        self._patience.timeout.connect(self._look_up)

    @property
    def customer(self) -> Customer | None:
        return self._customer

    @property
    def is_unresolved(self) -> bool:
        """Whether something is typed that was not chosen from the list."""
        return self._customer is None and bool(self.text().strip())

    def show_customer(self, customer: Customer | None) -> None:
        self._customer = customer
        self.setText(customer.label if customer else "")
        self.setToolTip(plain_tooltip(told_apart(customer)) if customer else "")
        self.setAccessibleDescription("")

    def choose(self, customer: Customer | None) -> None:
        """Show a customer and say that it was chosen."""
        self.show_customer(customer)
        self.changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._was_left = False
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in _GOING_ON and self.is_unresolved:
            self._was_left = True
            self._patience.stop()
            self._look_up()

    def _on_edited(self, text: str) -> None:
        if self._customer is not None and text != self._customer.label:
            self._customer = None
            self.changed.emit()
        self._patience.start()

    def _on_changed(self, text: str) -> None:
        # The clear button changes the text without "editing" it.
        if not text and self._customer is not None:
            self._customer = None
            self.changed.emit()

    def _look_up(self) -> None:
        text = self.text()
        if text.strip():
            queries = self._services.queries
            self._tasks.run(lambda: (text, queries.customers(text, _FOUND_AT_MOST)), self, self._on_found, _ignore)

    def _on_found(self, answer: tuple[str, tuple[Customer, ...]]) -> None:
        text, customers = answer
        if text != self.text() or self._customer is not None:
            return
        self._found.clear()
        for customer in customers:
            item = QStandardItem(told_apart(customer))
            item.setData(customer, _CUSTOMER_ROLE)
            item.setData(customer.label, _LABEL_ROLE)
            self._found.appendRow(item)
        self._say_found(len(customers))
        if customers and self.hasFocus():
            self.completer().complete()
        if self._was_left:
            self._resolve(text, customers)

    def _resolve(self, text: str, customers: tuple[Customer, ...]) -> None:
        """Take the only one who is called so; the beginning of a name could mean somebody who is new."""
        called_so = [customer for customer in customers if _folded(customer.label) == _folded(text)]
        if len(called_so) == 1:
            self.choose(called_so[0])
        elif not customers:
            self.unknownLeft.emit()

    def _say_found(self, count: int) -> None:
        """A screen reader does not see the list that opens under the line."""
        found = self.tr("Gefunden: {count}. Pfeil nach unten wählt aus.").format(count=count)
        self.setAccessibleDescription(found if count else self.tr("Niemand gefunden."))
        announce(self, self.accessibleDescription())

    def _on_index_highlighted(self, index: QModelIndex) -> None:
        announce(self, told_apart(index.data(_CUSTOMER_ROLE)))

    def _on_index_chosen(self, index: QModelIndex) -> None:
        self.choose(index.data(_CUSTOMER_ROLE))


def _folded(name: str) -> str:
    return "".join(name.casefold().split())


def _ignore(_error: TerminplanerError) -> None:
    """A search that fails finds nothing; the next key asks again."""
