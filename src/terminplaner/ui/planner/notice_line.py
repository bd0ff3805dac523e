"""A line beside the plan that says what holds at the moment, and offers to end it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QWidget

from terminplaner.ui.icon_widgets import StateIcon
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.theme import Space


class NoticeLine(QFrame):
    """Hidden while it says nothing."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", "info")
        icon = StateIcon(18)
        icon.show_icon(icon_name, "info")
        self._text = plain_label()
        self._text.setWordWrap(True)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.S, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(icon)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def offer(self, end: QAbstractButton) -> None:
        """Let this button stand at the right: what ends it."""
        self._row.addWidget(end)

    def say(self, text: str) -> None:
        """Empty hides it."""
        if text:
            self._text.setText(text)
            self._text.setAccessibleName(text)
        self.setVisible(bool(text))
