"""Somebody else was faster: what was changed meanwhile, and both ways on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from terminplaner.domain.changes import Origin
from terminplaner.ui.forms import button, paragraph, set_role


class StaleBar(QFrame):
    """Says that somebody else changed the appointment meanwhile, and offers both ways on."""

    reloadRequested = Signal()
    keepRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._text = paragraph()
        reload = button(self.tr("Neu laden"), self.tr("Die eigenen Eingaben gehen verloren"))
        keep = button(self.tr("Meine Eingaben speichern"), self.tr("Ersetzt die andere Fassung"))
        reload.clicked.connect(self.reloadRequested)
        keep.clicked.connect(self.keepRequested)
        row = QHBoxLayout(self)
        row.addWidget(self._text, 1)
        row.addWidget(reload)
        row.addWidget(keep)
        self.hide()

    def show_author(self, name: str, origin: Origin | None) -> None:
        """``name`` of the user, or empty; ``origin`` Google says so instead."""
        if origin is Origin.GOOGLE:
            who = self.tr("Der Termin wurde inzwischen in Google Kalender geändert.")
        elif name:
            who = self.tr("Der Termin wurde inzwischen von {name} geändert.").format(name=name)
        else:
            who = self.tr("Der Termin wurde inzwischen an einem anderen Platz geändert.")
        self._text.setText(who)
        self._text.setAccessibleName(who)
        set_role(self, "tone", "warning")
        self.show()
