"""The Kunden-PopUp: what is to be said whenever somebody opens an appointment of the customer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from terminplaner.ui.banner import Banner
from terminplaner.ui.planner.appointment.customer_field import CustomerField


class CustomerPopUp(Banner):
    """Follows ``field``; hidden while its customer has nothing to be said, or the chain does not want it."""

    def __init__(self, field: CustomerField, is_wanted: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        if is_wanted:
            field.changed.connect(self.follow)
            self.follow()

    def follow(self) -> None:
        """Say what belongs to the customer that is chosen now."""
        customer = self._field.customer
        if customer is None or not customer.pop_up:
            self.close_message()
        elif self.text != (text := f"{customer.label}: {customer.pop_up}"):
            self.show_message(text, "warning")
