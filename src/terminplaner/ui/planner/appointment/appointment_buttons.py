"""The buttons of the dialog "Termin": which there are, and when they can be pressed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from terminplaner.ui.forms import button, danger_button, primary_button, set_role
from terminplaner.ui.planner.appointment.limits import Limits
from terminplaner.ui.printing.actions import has_slip


class AppointmentButtons(QHBoxLayout):
    """The dialog connects them."""

    def __init__(self, *, may_wait: bool) -> None:
        """``may_wait``: whether somebody may be put on the waiting list here."""
        super().__init__()
        self._may_wait = may_wait
        self.cancel = danger_button(self.tr("Termin stornieren"))
        self.restore = button(self.tr("Wiederherstellen"))
        self.slip = button(self.tr("Termin&zettel …"))
        self.wait = button(self.tr("Auf die Warteliste …"))
        self.leave = button(self.tr("Abbrechen"))
        self.save = primary_button(self.tr("Speichern"))
        self.save.setDefault(True)
        for part in (self.cancel, self.restore, self.slip, self.wait):
            self.addWidget(part)
        self.addStretch(1)
        self.addWidget(self.leave)
        self.addWidget(self.save)

    def show_limits(self, limits: Limits) -> None:
        """Offer what may be done with the appointment."""
        self.slip.setVisible(has_slip(limits.row))
        self.wait.setVisible(self._may_wait and not limits.row.appointment.is_read_only)
        self.cancel.setVisible(limits.may_cancel)
        self.restore.setVisible(limits.may_restore)

    def set_read_only(self) -> None:
        """There is nothing to save."""
        self.save.hide()
        self.leave.setText(self.tr("Schließen"))
        set_role(self.leave, "role", "primary")
        self.leave.setDefault(True)
        self.leave.setFocus()
