"""What dialogs with the field "Kunde" have in common: the form for a new customer comes first while it is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from terminplaner.ui.chords import chord_of
from terminplaner.ui.field_dialog import SAVE_KEYS, FieldDialog
from terminplaner.ui.field_scroll import FieldScroll
from terminplaner.ui.planner.appointment.customer_field import CustomerField, SaveHint


class DialogWithCustomer(FieldDialog):
    """Ctrl+Enter saves.  While a customer is entered nothing can be saved, and Esc leaves that alone."""

    _customer: CustomerField
    _save: QPushButton

    def watch_customer(self, customer: CustomerField, save: QPushButton) -> None:
        """``save`` is the button that stores everything; ``save_hint`` is to be laid out."""
        self._customer, self._save = customer, save
        self.save_hint = SaveHint(customer)
        self._height_before = 0
        customer.creatingChanged.connect(self._on_creating)

    @property
    def is_busy(self) -> bool:
        """Whether something is being stored."""
        raise NotImplementedError

    def save(self) -> None:
        """Store what the fields say; the dialog closes once that succeeded."""
        raise NotImplementedError

    def show_whether_to_save(self) -> None:
        """Whether there is something that can be saved now."""
        is_creating = self._customer.is_creating
        self._save.setEnabled(not self.is_busy and not is_creating)
        self._save.setToolTip(self.save_hint.text() if is_creating else "")

    def _on_creating(self, is_creating: bool) -> None:
        self.show_whether_to_save()
        for scroll in self.findChildren(FieldScroll):
            if scroll.isAncestorOf(self._customer):
                scroll.keep_in_view(self._customer.panel if is_creating else None)
        if is_creating:
            self._height_before = self.height()
            self.error.close_message()
        else:
            self._shrink()

    def _shrink(self) -> None:
        """Be as high as before; left alone, each level notices only one event later that the form is gone."""
        part: QWidget | None = self._customer
        while part is not None and part is not self:
            if (layout := part.layout()) is not None:
                layout.activate()
            part = part.parentWidget()
        self.fit()
        self.resize(self.width(), max(self._height_before, self.minimumHeight()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._customer.is_creating:
            self._customer.end_new()
        elif chord_of(event) in SAVE_KEYS:
            if self._save.isEnabled() and not self._save.isHidden():
                self.save()
        else:
            super().keyPressEvent(event)
