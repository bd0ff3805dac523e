"""Speichern and Verwerfen under a form."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from terminplaner.ui.forms import announce, button, primary_button, set_role
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.theme import Space

SAVE_KEY = "Ctrl+S"


class SaveBar(QFrame):
    """Says whether there is something to save, and whether it was saved.

    Its buttons, and a form that cannot be used while it is saved, lose the focus: it goes back into the form.
    """

    saveRequested = Signal()
    discardRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        """What beside the bar had the focus last."""
        self._takes_focus_back = False
        self._state = plain_label()
        set_role(self._state, "role", "muted")
        self._save = primary_button(self.tr("&Speichern"))
        from_field = QShortcut(self._save)
        from_field.setKeys([QKeySequence(key) for key in (SAVE_KEY, "Ctrl+Return", "Ctrl+Enter")])
        from_field.activated.connect(self._save.click)
        self._discard = button(self.tr("&Verwerfen"))
        self._save.clicked.connect(self.saveRequested)
        self._discard.clicked.connect(self._on_discard)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.XS, Space.M, Space.XS)
        row.addWidget(self._state, 1)
        row.addWidget(self._discard)
        row.addWidget(self._save)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        self.set_dirty(is_dirty=False)

    def set_dirty(self, *, is_dirty: bool) -> None:
        """Whether the form differs from what is stored."""
        is_unlocked, self._takes_focus_back = self._takes_focus_back, False
        if is_unlocked and not self._is_in_form(self.window().focusWidget()):
            _lead_back(self._field)
        self._save.setEnabled(is_dirty)
        self._discard.setEnabled(is_dirty)
        self._state.setText(self.tr("Nicht gespeicherte Änderungen") if is_dirty else "")

    def show_saving(self) -> None:
        """Call it before the form is locked."""
        if self._has_focus:
            _lead_back(self._field)
        self._takes_focus_back = self._is_in_form(self.window().focusWidget())
        self._save.setEnabled(False)
        self._discard.setEnabled(False)
        self._state.setText(self.tr("Wird gespeichert …"))

    def show_saved(self) -> None:
        self.set_dirty(is_dirty=False)
        self._state.setText(self.tr("Gespeichert"))
        announce(self, self.tr("Gespeichert"))

    @property
    def _has_focus(self) -> bool:
        return self.window().focusWidget() in {self._save, self._discard}

    def _is_in_form(self, widget: QWidget | None) -> bool:
        page = self.parentWidget()
        if page is None or widget is None or self.isAncestorOf(widget):
            return False
        return page.isAncestorOf(widget)

    def _on_discard(self) -> None:
        field = self._field if self._has_focus else None
        self.discardRequested.emit()
        _lead_back(field)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._is_in_form(new):
            self._field = new


def _lead_back(field: QWidget | None) -> None:
    if field is not None and isValid(field) and field.isVisible() and field.isEnabled():
        field.setFocus()
