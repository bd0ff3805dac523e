"""Says above the plan for whom new appointments are, until one is booked or somebody ends it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from terminplaner.ui.forms import announce
from terminplaner.ui.icon_widgets import IconButton
from terminplaner.ui.planner.appointment_dialogs import AppointmentDialogs
from terminplaner.ui.planner.notice_line import NoticeLine


class BookingNotice(NoticeLine):
    """Hidden while new appointments are for nobody in particular."""

    def __init__(self, dialogs: AppointmentDialogs, parent: QWidget | None = None) -> None:
        super().__init__("user", parent)
        end = IconButton("close", self.tr("Nicht mehr für diesen Kunden buchen"))
        end.clicked.connect(lambda: dialogs.book_for(None))
        self.offer(end)
        dialogs.bookingForChanged.connect(self.show_name)

    def show_name(self, name: str) -> None:
        """Empty hides it."""
        self.say(self.tr("Der nächste neue Termin ist für {name}.").format(name=name) if name else "")
        if name:
            announce(self, self.text)
