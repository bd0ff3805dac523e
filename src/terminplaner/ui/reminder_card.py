"""What there is to remember, and by whose appointments somebody is reminded at this workstation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.forms import paragraph, section_title, set_role, small_print
from terminplaner.ui.row_list import RowList
from terminplaner.ui.theme import Space


class ReminderCard(QFrame):
    """Whoever has no resource of their own can be reminded of those that the plan shows."""

    opened = Signal(object)
    """This ``AppointmentRow`` was chosen."""
    ownToggled = Signal(bool)
    shownToggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "role", "card")
        self._nothing = paragraph(self.tr("Im Augenblick gibt es nichts, woran Sie zu erinnern wären."))
        self._upcoming = RowList(self.tr("Erinnerungen"))
        self._upcoming.opened.connect(self.opened)
        self._own = QCheckBox(self.tr("An diesem Arbeitsplatz an meine Termine erinnern"))
        self._own.toggled.connect(self.ownToggled)
        self._lead = small_print()
        self._shown = QCheckBox(self.tr("Auch an die Termine der Ressourcen erinnern, die mein Plan zeigt"))
        self._shown.toggled.connect(self.shownToggled)
        hint = small_print(
            self.tr(
                "Zum Beispiel am Empfang. Wie lange vorher, steht bei jeder Ressource als „Terminerinnerung“; es "
                "gilt, was im Terminplaner gerade ausgewählt ist."
            )
        )
        self._shown.setAccessibleDescription(hint.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(section_title(self.tr("Erinnerungen")))
        for part in (self._nothing, self._upcoming, self._own, self._lead, self._shown, hint):
            column.addWidget(part)
        self.show_lines((), minutes=None)

    def show_choice(self, *, own: bool, shown: bool) -> None:
        """Say what reminds here."""
        for box, is_on in ((self._own, own), (self._shown, shown)):
            with QSignalBlocker(box):
                box.setChecked(is_on)

    def show_lines(self, lines: Sequence[tuple[str, AppointmentRow]], minutes: int | None) -> None:
        """What is to remember of the own resource, which reminds ``minutes`` before; None where there is none."""
        has_own = minutes is not None
        self._upcoming.show_lines(list(lines))
        self._upcoming.setVisible(has_own and bool(lines))
        self._nothing.setVisible(has_own and not lines)
        self._own.setVisible(has_own)
        self._lead.setVisible(has_own)
        if minutes is not None:
            self._lead.setText(self._lead_words(minutes))

    def _lead_words(self, minutes: int) -> str:
        if minutes == 0:
            return self.tr("Für Ihre Ressource ist keine Terminerinnerung eingestellt.")
        if minutes == 1:
            return self.tr("Eine Minute vorher.")
        return self.tr("{count} Minuten vorher.").format(count=minutes)
