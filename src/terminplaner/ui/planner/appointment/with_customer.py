"""What dialogs with the field "Kunde" have in common: the form for a new customer comes first while it is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from terminplaner.ui.field_dialog import FieldDialog
from terminplaner.ui.field_scroll import FieldScroll
from terminplaner.ui.planner.appointment.customer_field import CustomerField


class DialogWithCustomer(FieldDialog):
    """Ctrl+Enter saves.  While a customer is entered nothing can be saved, and Esc leaves that alone."""

    _customer: CustomerField
    _save: QPushButton

    def watch_customer(self, customer: CustomerField, scroll: FieldScroll, save: QPushButton) -> None:
        """``customer`` stands in ``scroll``; ``save`` is the button that stores everything."""
        self._customer, self._save = customer, save
        customer.creatingChanged.connect(self.show_whether_to_save)
        customer.creatingChanged.connect(
            lambda is_creating: scroll.keep_in_view(customer.panel if is_creating else None)
        )

    @property
    def is_busy(self) -> bool:
        """Whether something is being stored."""
        raise NotImplementedError

    def save(self) -> None:
        """Store what the fields say; the dialog closes once that succeeded."""
        raise NotImplementedError

    def show_whether_to_save(self) -> None:
        """Whether there is something that can be saved now."""
        self._save.setEnabled(not self.is_busy and not self._customer.is_creating)
        if self._customer.is_creating:
            self.error.close_message()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._customer.is_creating:
            self._customer.end_new()
        elif (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            if self._save.isEnabled() and not self._save.isHidden():
                self.save()
        else:
            super().keyPressEvent(event)
