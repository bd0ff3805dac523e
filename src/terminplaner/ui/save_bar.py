"""Speichern and Verwerfen under a form."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from terminplaner.ui.forms import announce, button, primary_button, set_role
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.theme import Space


class SaveBar(QFrame):
    """Says whether there is something to save, and whether it was saved."""

    saveRequested = Signal()
    discardRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = plain_label()
        set_role(self._state, "role", "muted")
        self._save = primary_button(self.tr("&Speichern"))
        self._save.setShortcut("Ctrl+S")
        self._discard = button(self.tr("&Verwerfen"))
        self._save.clicked.connect(self.saveRequested)
        self._discard.clicked.connect(self.discardRequested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.XS, Space.M, Space.XS)
        row.addWidget(self._state, 1)
        row.addWidget(self._discard)
        row.addWidget(self._save)
        self.set_dirty(is_dirty=False)

    def set_dirty(self, *, is_dirty: bool) -> None:
        """Whether the form differs from what is stored."""
        self._save.setEnabled(is_dirty)
        self._discard.setEnabled(is_dirty)
        self._state.setText(self.tr("Nicht gespeicherte Änderungen") if is_dirty else "")

    def show_saving(self) -> None:
        self._save.setEnabled(False)
        self._discard.setEnabled(False)
        self._state.setText(self.tr("Wird gespeichert …"))

    def show_saved(self) -> None:
        self.set_dirty(is_dirty=False)
        self._state.setText(self.tr("Gespeichert"))
        announce(self, self.tr("Gespeichert"))
