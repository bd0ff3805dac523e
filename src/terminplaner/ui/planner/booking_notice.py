"""Says above the plan for whom new appointments are, until one is booked or somebody ends it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from terminplaner.ui.forms import IconButton, StateIcon, announce
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.planner.commands import AppointmentCommands
from terminplaner.ui.theme import Space


class BookingNotice(QFrame):
    """Hidden while new appointments are for nobody in particular."""

    def __init__(self, commands: AppointmentCommands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", "info")
        icon = StateIcon(18)
        icon.show_icon("user", "info")
        self._text = plain_label()
        end = IconButton("close", self.tr("Nicht mehr für diesen Kunden buchen"))
        end.clicked.connect(lambda: commands.book_for(None))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.S, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(icon)
        row.addWidget(self._text, 1)
        row.addWidget(end)
        self.hide()
        commands.bookingForChanged.connect(self.show_name)

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def show_name(self, name: str) -> None:
        """Empty hides it."""
        self._text.setText(self.tr("Der nächste neue Termin ist für {name}.").format(name=name))
        self._text.setAccessibleName(self._text.text())
        self.setVisible(bool(name))
        if name:
            announce(self, self._text.text())
